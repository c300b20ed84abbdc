// SPDX-License-Identifier: Apache-2.0
// A view of results that are graphs, or tables of things: what is said of a thing as edges, labels as names.
(() => {
  "use strict";
  const most = 300;
  const label = "http://www.w3.org/2000/01/rdf-schema#label";
  const data = JSON.parse(document.getElementById("editor-data").textContent);
  const namespaces = Object.entries(data.prefixes).sort((one, other) => other[1].length - one[1].length);

  const short = (iri) => {
    const found = namespaces.find(([, namespace]) => iri.startsWith(namespace));
    return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri;
  };
  const shown = (term) => (term.type === "uri" ? short(term.value) : term.value);
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  class GraphView {
    priority = 5;
    hideFromSelection = false;
    label = data.words.graph;

    constructor(yasr) {
      this.yasr = yasr;
    }

    // Triples as they are; of other tables the columns that hold things, each row leading from one to the next.
    edges() {
      const rows = this.yasr.results?.getBindings?.() ?? [];
      const columns = this.yasr.results?.getVariables?.() ?? [];
      if (["subject", "predicate", "object"].every((column) => columns.includes(column))) {
        return rows.filter((row) => row.subject && row.predicate && row.object)
          .map((row) => ({ source: row.subject, target: row.object, name: shown(row.predicate), predicate: row.predicate.value }));
      }
      const isThing = (term) => term.type === "uri" || term.type === "bnode";
      const things = columns.filter((column) => {
        const values = rows.map((row) => row[column]).filter(Boolean);
        return values.length > 0 && values.every(isThing);
      });
      const seen = new Set();
      return rows.flatMap((row) => things.slice(1).flatMap((column, number) => {
        const [source, target] = [row[things[number]], row[column]];
        const key = source && target ? `${source.value} ${column} ${target.value}` : "";
        if (!key || seen.has(key)) {
          return [];
        }
        seen.add(key);
        return [{ source, target, name: column, predicate: "" }];
      }));
    }

    // Names by rdfs:label among triples, or by a column that is called as its thing with "Label" behind.
    names() {
      const names = new Map();
      const columns = this.yasr.results.getVariables();
      for (const row of this.yasr.results.getBindings()) {
        if (row.predicate?.value === label && row.subject && row.object) {
          const language = row.object["xml:lang"] ?? row.object.lang;
          if (!names.has(row.subject.value) || language === document.documentElement.lang) {
            names.set(row.subject.value, row.object.value);
          }
        }
        for (const column of columns) {
          const named = row[`${column}Label`];
          if (row[column] && named?.type === "literal") {
            names.set(row[column].value, named.value);
          }
        }
      }
      return names;
    }

    canHandleResults() {
      return this.edges().length > 0;
    }

    draw() {
      const names = this.names();
      const edges = this.edges().filter((edge) => edge.predicate !== label);
      const elements = new Map();
      const node = (term) => {
        const id = `${term.type} ${term.value}`;
        if (!elements.has(id)) {
          elements.set(id, { data: { id, name: names.get(term.value) ?? shown(term) } });
        }
        return id;
      };
      edges.slice(0, most).forEach((edge, number) => {
        const [source, target] = [node(edge.source), node(edge.target)];
        elements.set(`edge ${number}`, { data: { id: `edge ${number}`, source, target, name: edge.name } });
      });
      const told = document.createElement("p");
      told.className = "soft small";
      told.textContent = data.words["graph.help"];
      if (edges.length > most) {
        told.textContent += ` ${data.words["graph.much"].replace("{0}", most)}`;
      }
      const place = document.createElement("div");
      place.className = "drawn-graph";
      place.setAttribute("role", "img");
      place.setAttribute("aria-label", data.words.graph);
      this.yasr.resultsEl.append(told, place);
      this.drawn = window.cytoscape({
        container: place,
        elements: [...elements.values()],
        layout: {
          name: "cose", animate: false, randomize: true, idealEdgeLength: () => 70, nodeRepulsion: () => 9000,
          componentSpacing: 30, gravity: 1.2, numIter: 1500,
          boundingBox: { x1: 0, y1: 0, w: place.clientWidth, h: place.clientHeight },
        },
        style: [
          {
            selector: "node",
            style: {
              label: "data(name)", "font-size": 11, color: colour("--ink"), "background-color": colour("--accent"),
              width: 14, height: 14, "text-wrap": "wrap", "text-max-width": 140, "text-valign": "bottom",
            },
          },
          {
            selector: "edge",
            style: {
              label: "data(name)", "font-size": 9, color: colour("--soft"), "line-color": colour("--line"),
              "target-arrow-color": colour("--soft"), "target-arrow-shape": "triangle", "curve-style": "bezier", width: 1.5,
            },
          },
        ],
      });
    }

    destroy() {
      this.drawn?.destroy();
      this.drawn = undefined;
    }
  }

  window.Yasgui.Yasr.registerPlugin("graph", GraphView);
})();
