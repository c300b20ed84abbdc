// SPDX-License-Identifier: Apache-2.0
// A box that leaves only those parts of a page in which all its words stand. Without this script the box is not there.
(() => {
  "use strict";
  for (const input of document.querySelectorAll("input[data-filters]")) {
    const box = input.closest(".filter");
    const status = box.querySelector("[data-status]");
    const parts = [...document.querySelectorAll(input.dataset.filters)];
    const texts = parts.map((part) => part.textContent.toLowerCase());
    let timer = 0;
    const filter = () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let left = 0;
      parts.forEach((part, i) => {
        part.hidden = !words.every((word) => texts[i].includes(word));
        left += part.hidden ? 0 : 1;
      });
      status.textContent = words.length ? status.dataset.status.replace("#", String(left)) : "";
    };
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(filter, 120);
    });
    box.hidden = false;
  }
})();
