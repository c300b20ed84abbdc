// SPDX-License-Identifier: Apache-2.0
// Suggestions under the search box, by the pattern "combobox with list popup" of WAI-ARIA. Without this script the form works.
(() => {
  "use strict";
  const pause = 120;
  for (const form of document.querySelectorAll("form[data-suggest]")) {
    const input = form.querySelector("input[type=search]");
    const list = document.createElement("ul");
    list.className = "suggestions";
    list.id = "suggestions-" + Math.random().toString(36).slice(2);
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.getAttribute("aria-label"));
    list.hidden = true;
    form.append(list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-autocomplete", "list");
    const language = document.documentElement.lang;
    const asked = new URLSearchParams(location.search).get("lang");
    let timer = 0;
    let latest = 0;
    let chosen = -1;

    const close = () => {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
      chosen = -1;
    };
    const choose = (place) => {
      const entries = list.children;
      if (!entries.length) return;
      chosen = (place + entries.length) % entries.length;
      for (let i = 0; i < entries.length; i++) entries[i].setAttribute("aria-selected", String(i === chosen));
      input.setAttribute("aria-activedescendant", entries[chosen].id);
      entries[chosen].scrollIntoView({ block: "nearest" });
    };
    const address = (hit) => {
      if (!hit.path) return hit.iri;
      const base = form.dataset.suggest.replace(/\/search$/, "");
      return base + hit.path + (asked ? "?lang=" + asked : "");
    };
    const show = (hits) => {
      list.replaceChildren();
      hits.forEach((hit, i) => {
        const entry = document.createElement("li");
        entry.id = list.id + "-" + i;
        entry.setAttribute("role", "option");
        entry.setAttribute("aria-selected", "false");
        const link = document.createElement("a");
        link.href = address(hit);
        link.tabIndex = -1;
        const label = hit.label || {};
        const name = document.createElement("span");
        name.textContent = label[language] || label.en || label.zh || hit.iri;
        link.append(name);
        const other = language === "zh" ? label.en : label.zh;
        if (other) {
          const small = document.createElement("small");
          small.lang = language === "zh" ? "en" : "zh";
          small.textContent = other;
          link.append(small);
        }
        entry.append(link);
        entry.addEventListener("mousedown", (event) => event.preventDefault());
        list.append(entry);
      });
      list.hidden = hits.length === 0;
      input.setAttribute("aria-expanded", String(hits.length > 0));
      chosen = -1;
    };
    const ask = async () => {
      const text = input.value.trim();
      const number = ++latest;
      if (!text) return close();
      try {
        const answer = await fetch(form.dataset.suggest + "?mode=suggest&limit=8&q=" + encodeURIComponent(text));
        if (!answer.ok || number !== latest) return;
        show((await answer.json()).hits);
      } catch {
        close();
      }
    };
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, pause);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
      if (list.hidden) return;
      if (event.key === "ArrowDown") { event.preventDefault(); choose(chosen + 1); }
      if (event.key === "ArrowUp") { event.preventDefault(); choose(chosen < 0 ? -1 : chosen - 1); }
      if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        location.href = list.children[chosen].firstChild.href;
      }
    });
    input.addEventListener("blur", () => setTimeout(close, 150));
  }
})();
