// SPDX-License-Identifier: Apache-2.0
// Where a picture is wider than its frame, its middle is shown first: there stands what the page is about.
(() => {
  "use strict";
  for (const figure of document.querySelectorAll(".figure")) {
    figure.scrollLeft = (figure.scrollWidth - figure.clientWidth) / 2;
  }
})();
