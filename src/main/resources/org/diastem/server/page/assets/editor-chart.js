// SPDX-License-Identifier: Apache-2.0
// A view of tables with numbers: bars, one for each row, named by the columns without numbers.
(() => {
  "use strict";
  const most = 60;
  const data = JSON.parse(document.getElementById("editor-data").textContent);
  const numeric = /#(integer|decimal|double|float|int|long|short|nonNegativeInteger|positiveInteger)$/;
  const isNumber = (term) => term !== undefined && numeric.test(term.datatype ?? "") && Number.isFinite(Number(term.value));

  class ChartView {
    priority = 4;
    hideFromSelection = false;
    label = data.words.chart;

    constructor(yasr) {
      this.yasr = yasr;
    }

    numbers() {
      const rows = this.yasr.results?.getBindings?.() ?? [];
      const columns = this.yasr.results?.getVariables?.() ?? [];
      return rows.length === 0 ? [] : columns.filter((column) => rows.every((row) => isNumber(row[column])));
    }

    canHandleResults() {
      const columns = this.yasr.results?.getVariables?.() ?? [];
      const numbers = this.numbers();
      return numbers.length > 0 && numbers.length < columns.length;
    }

    draw() {
      const numbers = this.numbers();
      const place = document.createElement("div");
      place.className = "drawn-chart";
      const choice = document.createElement("label");
      const select = document.createElement("select");
      // What is counted last stands last in a query.
      numbers.slice().reverse().forEach((column) => select.add(new Option(column)));
      choice.append(`${data.words["chart.bars"]} `, select);
      const chart = document.createElement("div");
      place.append(choice, chart);
      this.yasr.resultsEl.append(place);
      const show = () => this.bars(chart, select.value, numbers);
      select.addEventListener("change", show);
      show();
    }

    bars(chart, column, numbers) {
      const names = this.yasr.results.getVariables().filter((one) => !numbers.includes(one));
      const all = this.yasr.results.getBindings();
      const rows = all.slice(0, most).map((row, number) => ({
        number,
        name: names.map((one) => row[one]?.value ?? "").filter(Boolean).map((text) => text.replace(/^.*[/#]/, "")).join(" · "),
        value: Number(row[column].value),
      }));
      const [width, height, left, right] = [760, 24, 330, 60];
      const scale = window.d3.scaleLinear()
        .domain([Math.min(0, window.d3.min(rows, (row) => row.value)), Math.max(0, window.d3.max(rows, (row) => row.value))])
        .range([left, width - right]);
      chart.replaceChildren();
      const svg = window.d3.select(chart).append("svg")
        .attr("viewBox", `0 0 ${width} ${rows.length * height + 16}`)
        .attr("role", "img")
        .attr("aria-label", `${data.words.chart}: ${column}`);
      const bar = svg.selectAll("g").data(rows).join("g").attr("transform", (row) => `translate(0,${row.number * height + 8})`);
      bar.append("title").text((row) => `${row.name}: ${row.value}`);
      bar.append("text").attr("x", left - 8).attr("y", 15).attr("text-anchor", "end")
        .text((row) => (row.name.length > 46 ? `${row.name.slice(0, 45)}…` : row.name));
      bar.append("rect").attr("y", 3).attr("height", height - 6)
        .attr("x", (row) => Math.min(scale(0), scale(row.value)))
        .attr("width", (row) => Math.abs(scale(row.value) - scale(0)));
      bar.append("text").attr("x", (row) => Math.max(scale(0), scale(row.value)) + 5).attr("y", 15).text((row) => row.value);
      if (all.length > most) {
        const told = document.createElement("p");
        told.className = "soft small";
        told.textContent = data.words["chart.much"].replace("{0}", most);
        chart.append(told);
      }
    }
  }

  window.Yasgui.Yasr.registerPlugin("chart", ChartView);
})();
