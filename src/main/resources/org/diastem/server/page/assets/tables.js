// SPDX-License-Identifier: Apache-2.0
// Tables marked data-sortable are sorted by a press on a column's head. Without this script they stand in their own order.
(() => {
  "use strict";
  const key = (row, column) => {
    const cell = row.cells[column];
    const order = cell.dataset.order ?? cell.textContent.trim();
    const number = Number(order);
    return order !== "" && !Number.isNaN(number) ? number : order;
  };
  for (const table of document.querySelectorAll("table[data-sortable]")) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const up = head.getAttribute("aria-sort") !== "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const body = table.tBodies[0];
        const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
        const rows = [...body.rows].sort((one, other) => {
          const a = key(one, column);
          const b = key(other, column);
          const order = typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b));
          return up ? order : -order;
        });
        body.append(...rows);
      });
    });
  }
})();
