// SPDX-License-Identifier: Apache-2.0
// The words of YASGUI's result views, which are in English only, in the language of the page.
(() => {
  "use strict";
  const data = JSON.parse(document.getElementById("editor-data").textContent);
  const words = data.words;
  const { Yasr } = window.Yasgui;
  const triples = /^\s*(CONSTRUCT|DESCRIBE)\b/im;

  Yasr.plugins.table.defaults.tableConfig.language = {
    info: words["table.range"],
    infoEmpty: words["table.none"],
    infoFiltered: words["table.filtered"],
    emptyTable: words["table.none"],
    zeroRecords: words["table.noMatch"],
    paginate: { first: "«", last: "»", next: "›", previous: "‹" },
    aria: {
      orderable: words["table.sort"],
      orderableReverse: words["table.sort.reverse"],
      orderableRemove: words["table.sort.remove"],
      paginate: {
        first: words["table.first"], last: words["table.last"],
        next: words["table.next"], previous: words["table.previous"],
      },
    },
  };

  // How much came; how long it took stands beside the button.
  Yasr.prototype.updateResponseInfo = function () {
    const rows = this.results?.getBindings();
    const unit = triples.test(this.query ?? "") ? "triples" : "rows";
    const said = rows && words[rows.length === 1 ? `${unit}.one` : unit].replace("{0}", rows.length.toLocaleString("en"));
    this.dataElement.classList.toggle("empty", !said);
    this.dataElement.textContent = said ?? "";
  };

  const known = {
    Table: words.table,
    Response: words.response,
    "Simple view": words["table.short"],
    Ellipse: words["table.cut"],
    "Filter query results": words["table.filter"],
    "Page size: ": words["table.size"],
    All: words["table.all"],
    "Download Results": words.download,
    "Download result": words.download,
    "Download not supported": words["download.none"],
    pagination: words["table.pages"],
    True: words.yes,
    False: words.no,
  };
  const patterns = [
    [/^Shows (.*) view$/, (found) => words.view.replace("{0}", known[found[1]] ?? found[1])],
    [/^.* \(#(\d+)\)$/, (found) => words.status.replace("{0}", found[1])],
    [/^Could not render results with the (.*) plugin, .* with the (.*) plugin\. .*$/s,
      (found) => words.fallback.replace("{0}", known[found[1]] ?? found[1]).replace("{1}", known[found[2]] ?? found[2])],
  ];
  const inOurs = (text) => {
    if (known[text] !== undefined) {
      return known[text];
    }
    for (const [pattern, say] of patterns) {
      const found = pattern.exec(text);
      if (found) {
        return say(found);
      }
    }
    return text;
  };

  // What belongs to the answer itself is never touched.
  const controls = ".yasr_header, .yasr_fallback_info, .dt-paging, .booleanResult, .errorHeader";
  const translate = (root) => {
    for (const element of root.querySelectorAll(`:is(${controls}), :is(${controls}) *`)) {
      for (const name of ["title", "aria-label", "placeholder"]) {
        const said = element.getAttribute(name);
        if (said && inOurs(said) !== said) {
          element.setAttribute(name, inOurs(said));
        }
      }
      for (const child of element.childNodes) {
        if (child.nodeType === Node.TEXT_NODE && inOurs(child.data) !== child.data) {
          child.data = inOurs(child.data);
        }
      }
    }
  };
  const place = document.getElementById("query-result");
  new MutationObserver(() => translate(place))
    .observe(place, { childList: true, subtree: true, attributes: true, attributeFilter: ["title", "aria-label"] });
})();
