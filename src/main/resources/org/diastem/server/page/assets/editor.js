// SPDX-License-Identifier: Apache-2.0
// The query editor: YASGUI's editor and result views around our own request, so that nothing is sent but to our endpoint.
(() => {
  "use strict";
  const data = JSON.parse(document.getElementById("editor-data").textContent);
  const { Yasqe, Yasr } = window.Yasgui;
  const form = document.getElementById("query-form");
  const area = document.getElementById("query-text");
  const runButton = document.getElementById("query-run");
  const stopButton = document.getElementById("query-stop");
  const state = document.getElementById("query-state");
  const link = document.getElementById("query-link");
  const say = (word, value) => data.words[word].replace("{0}", value);

  // The editor's own completers ask prefix.cc and Linked Open Vocabularies: ours know what this release holds.
  Yasqe.defaults.autocompleters = ["variables"];
  const prefixes = Object.entries(data.prefixes).map(([prefix, namespace]) => `${prefix}: <${namespace}>`).sort();
  Yasqe.forkAutocompleter("prefixes", { name: "our-prefixes", persistenceId: null, get: () => prefixes });
  Yasqe.forkAutocompleter("class", { name: "our-classes", persistenceId: null, bulk: true, get: () => data.classes });
  Yasqe.forkAutocompleter("property", { name: "our-properties", persistenceId: null, bulk: true, get: () => data.properties });

  const place = document.getElementById("query-editor");
  place.hidden = false;
  const yasqe = new Yasqe(place, {
    value: area.value,
    persistenceId: null,
    showQueryButton: false,
    createShareableLink: null,
    consumeShareLink: null,
    requestConfig: { endpoint: data.endpoint },
  });
  yasqe.getInputField().setAttribute("aria-label", form.querySelector("label").textContent);
  // Whoever reads without typing scrolls it by the arrow keys.
  const scroller = yasqe.getScrollerElement();
  scroller.tabIndex = 0;
  scroller.setAttribute("role", "group");
  scroller.setAttribute("aria-label", form.querySelector("label").textContent);
  area.hidden = true;
  area.required = false;

  const yasr = new Yasr(document.getElementById("query-result"), {
    persistenceId: null,
    prefixes: data.prefixes,
    pluginOrder: ["table", "graph", "chart", "response"],
    defaultPlugin: "table",
  });

  // Terms as people write them and in full, without quotation marks and datatypes; boxes of the table change both.
  Object.assign(yasr.plugins.table.persistentConfig, { compact: true, isEllipsed: false });

  let running = null;

  const tellLink = (query) => {
    const address = new URL(location.pathname, location.origin);
    const language = new URLSearchParams(location.search).get("lang");
    address.searchParams.set("query", query);
    address.searchParams.set("release", data.release);
    if (language) {
      address.searchParams.set("lang", language);
    }
    link.href = address.href;
    link.hidden = false;
    document.getElementById("query-link-told").hidden = false;
  };

  const run = async () => {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    const query = yasqe.getValue();
    yasr.query = query;
    tellLink(query);
    stopButton.hidden = false;
    state.textContent = data.words.running;
    const begun = performance.now();
    try {
      const answer = await fetch(data.endpoint, {
        method: "POST",
        signal: mine.signal,
        headers: {
          "Content-Type": "application/sparql-query",
          Accept: "application/sparql-results+json, application/n-triples;q=0.9, text/turtle;q=0.8",
        },
        body: query,
      });
      const text = await answer.text();
      const took = performance.now() - begun;
      if (mine !== running) {
        return;
      }
      state.textContent = say("took", (took / 1000).toFixed(2));
      const response = { executionTime: Math.round(took), status: answer.status, contentType: answer.headers.get("content-type") };
      if (answer.ok) {
        yasr.setResponse({ ...response, data: text });
      } else {
        state.textContent = data.words.failed;
        yasr.setResponse({ ...response, error: { text, status: answer.status, statusText: answer.statusText } });
      }
      document.body.dataset.answered = String(answer.status);
    } catch (failure) {
      if (mine === running) {
        state.textContent = failure.name === "AbortError" ? "" : data.words.failed;
        document.body.dataset.answered = "none";
      }
    } finally {
      if (mine === running) {
        stopButton.hidden = true;
      }
    }
  };

  // What the fields of an example's parameters need.
  window.diastemEditor = { yasqe, run };

  // Control and Enter in the editor call this.
  yasqe.query = run;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  stopButton.addEventListener("click", () => running?.abort());

  const find = document.getElementById("examples-find");
  find.parentElement.hidden = false;
  find.addEventListener("input", () => {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const topic of document.querySelectorAll(".editor-examples details")) {
      let shown = 0;
      for (const item of topic.querySelectorAll("li")) {
        const text = (item.textContent + " " + item.querySelector("a").title).toLowerCase();
        item.hidden = !words.every((word) => text.includes(word));
        shown += item.hidden ? 0 : 1;
      }
      topic.hidden = shown === 0;
      topic.open = words.length > 0 || topic.querySelector("[aria-current]") !== null;
    }
  });

  if (data.runs) {
    run();
  }
})();
