// SPDX-License-Identifier: Apache-2.0
// Fields for the parameters of the chosen example: what is chosen there is put into the VALUES of the query.
(() => {
  "use strict";
  const data = JSON.parse(document.getElementById("editor-data").textContent);
  const place = document.getElementById("example-parameters");
  const language = document.documentElement.lang;
  const text = "http://www.w3.org/2001/XMLSchema#string";

  const written = (term) => {
    if (term.type === "uri") {
      return `<${term.value}>`;
    }
    const quoted = JSON.stringify(term.value);
    if (term["xml:lang"]) {
      return `${quoted}@${term["xml:lang"]}`;
    }
    return term.datatype && term.datatype !== text ? `${quoted}^^<${term.datatype}>` : quoted;
  };

  const suggested = async (parameter) => {
    // Names in the language of the page, where the query for them chooses one.
    const query = parameter.suggestions.replaceAll('lang(?label) = "en"', `lang(?label) = "${language}"`);
    const answer = await fetch(data.endpoint, {
      method: "POST",
      headers: { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json" },
      body: query,
    });
    return answer.ok ? (await answer.json()).results.bindings : [];
  };

  const put = (parameter, term) => {
    const { yasqe, run } = window.diastemEditor;
    const single = new RegExp(`(VALUES\\s+\\?${parameter.variable}\\s*\\{)[^{}]*\\}`, "i");
    const before = yasqe.getValue();
    if (single.test(before)) {
      yasqe.setValue(before.replace(single, (all, head) => `${head} ${written(term)} }`));
      if (data.runs) {
        run();
      }
    }
  };

  // A term is chosen by its name; of texts, numbers and days others than the suggested may be asked for.
  const field = (parameter, rows, number) => {
    const label = document.createElement("label");
    label.append(parameter.label);
    if (parameter.standard.type === "uri") {
      const select = document.createElement("select");
      const others = rows.filter((row) => row.value.type === "uri");
      if (!others.some((row) => row.value.value === parameter.standard.value)) {
        select.add(new Option(parameter.standard.value.replace(/^.*[/#]/, ""), parameter.standard.value, true, true));
      }
      for (const row of others) {
        const chosen = row.value.value === parameter.standard.value;
        select.add(new Option(row.label?.value ?? row.value.value, row.value.value, chosen, chosen));
      }
      select.addEventListener("change", () => put(parameter, { type: "uri", value: select.value }));
      label.append(select);
      return [label];
    }
    const input = document.createElement("input");
    input.value = parameter.standard.value;
    const list = document.createElement("datalist");
    list.id = `suggestions-${number}`;
    for (const row of rows) {
      const option = new Option(row.label?.value ?? "", row.value.value);
      list.append(option);
    }
    input.setAttribute("list", list.id);
    input.addEventListener("change", () => put(parameter, { ...parameter.standard, value: input.value }));
    label.append(input);
    return [label, list];
  };

  const show = async () => {
    for (const [number, parameter] of data.parameters.entries()) {
      let rows = [];
      try {
        rows = await suggested(parameter);
      } catch {
        // Without suggestions the field still takes what is typed.
      }
      place.append(...field(parameter, rows, number));
    }
    place.hidden = false;
    document.getElementById("example-parameters-told").hidden = true;
  };
  if (place && data.parameters.length > 0) {
    show();
  }
})();
