// The print button of a page. Collapsed parts open for printing: new browsers do this by style (print.css), this is for
// the others.

/** @type {HTMLDetailsElement[]} */
let opened = [];

window.addEventListener("beforeprint", () => {
  /** @type {NodeListOf<HTMLDetailsElement>} */
  const folded = document.querySelectorAll("main details:not([open]):not([data-paper=no]):not(.states):not(.state):not(.paper-row)");
  opened = [...folded];
  for (const details of opened) details.open = true;
});

window.addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
  opened = [];
});

const button = /** @type {HTMLElement | null} */ (document.querySelector("[data-prints]"));
if (button && window.print) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
