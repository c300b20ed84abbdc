// SPDX-License-Identifier: Apache-2.0
// The mechanism explorer: marks the paths through whatever is pointed at or focused, shows only some of the paths, and
// narrows the lists of ends by name. Everything else works without this script.
(() => {
  "use strict";

  const numbers = (element) => (element.dataset.paths || element.dataset.path || "").split(" ").filter(Boolean);
  const drawn = [...document.querySelectorAll("svg.paths [data-paths]")];
  const rows = [...document.querySelectorAll(".explore-table tr[data-path]")];

  const light = (source) => {
    const wanted = new Set(source ? numbers(source) : []);
    for (const element of drawn) {
      const on = numbers(element).some((number) => wanted.has(number));
      element.classList.toggle("lit", source !== null && on);
      element.classList.toggle("dim", source !== null && !on);
    }
    for (const row of rows) row.classList.toggle("lit", source !== null && wanted.has(row.dataset.path));
  };
  for (const element of [...drawn, ...rows]) {
    element.addEventListener("pointerenter", () => light(element));
    element.addEventListener("pointerleave", () => light(null));
    element.addEventListener("focusin", () => light(element));
    element.addEventListener("focusout", () => light(null));
  }

  const filters = document.querySelector(".explore-filters");
  if (filters) {
    const chosen = (by) => filters.querySelector(`[data-by=${by}]`).value;
    const told = filters.querySelector("output");
    const show = () => {
      const [sign, strength, length] = ["sign", "strength", "length"].map(chosen);
      const shown = new Set();
      for (const row of rows) {
        const fits = (!sign || row.dataset.sign === sign)
          && (!strength || Number(row.dataset.strength) >= Number(strength))
          && (!length || Number(row.dataset.length) <= Number(length));
        row.hidden = !fits;
        if (fits) shown.add(row.dataset.path);
      }
      for (const element of drawn) {
        element.classList.toggle("out", !numbers(element).some((number) => shown.has(number)));
      }
      told.textContent = `${told.dataset.shown} ${shown.size}`;
    };
    filters.hidden = false;
    filters.addEventListener("change", show);
    show();
  }

  for (const select of document.querySelectorAll("select[data-filter]")) {
    const input = document.createElement("input");
    input.type = "search";
    input.placeholder = select.dataset.filter;
    input.setAttribute("aria-label", `${select.closest("label").querySelector("span").textContent}: ${select.dataset.filter}`);
    input.autocomplete = "off";
    const groups = [...select.querySelectorAll("optgroup")].map((group) => [group, [...group.children]]);
    const narrow = () => {
      const part = input.value.trim().toLowerCase();
      let first = null;
      for (const [group, options] of groups) {
        const fitting = options.filter((option) => !part || option.selected
          || `${option.textContent} ${option.dataset.other} ${option.value}`.toLowerCase().includes(part));
        group.replaceChildren(...fitting);
        group.hidden = !fitting.length;
        first = first || fitting.find((option) => !option.selected);
      }
      return first;
    };
    input.addEventListener("input", narrow);
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !input.value.trim()) return;
      // The first that fits is chosen, so that a name and two presses of Enter are enough.
      event.preventDefault();
      const first = narrow();
      if (first) first.selected = true;
      input.value = "";
      narrow();
      select.focus();
    });
    select.before(input);
  }
})();
