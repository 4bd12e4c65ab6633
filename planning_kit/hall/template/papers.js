/* Papers are typed by number: a figure marks that answer and goes on to the next line, 0 takes the
   mark of a line away. What is typed into a box is left alone. */
"use strict";
(() => {
  const FIGURES = ["0123456789", "๐๑๒๓๔๕๖๗๘๙"];

  const typeByNumber = (form) => form.addEventListener("keydown", (event) => {
    const figure = Math.max(...FIGURES.map((all) => [...all].indexOf(event.key)));
    if (event.target.type !== "radio" || figure < 0) return;
    const fields = [...form.querySelectorAll("input:enabled:not([type=hidden])")];
    const line = fields.filter((one) => one.name === event.target.name);
    event.preventDefault();
    if (figure > line.length) return;
    line.forEach((one, at) => { one.checked = at === figure - 1; });
    (fields[fields.indexOf(line.at(-1)) + 1] || form.querySelector("button")).focus();
  });

  addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-by-number]").forEach(typeByNumber);
  });
})();
