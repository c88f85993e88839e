// The print button of a page, and what is printed of a result. Collapsed parts open for printing: new browsers do this by
// style (print.css), this is for the others.

/** @type {HTMLDetailsElement[]} */
let opened = [];

// "Print my reasons": a mark on the result, for engines without `:has()`. A new result has a new box, without a tick.
function markReasons() {
  const box = /** @type {HTMLInputElement | null} */ (document.getElementById("reasons"));
  box?.closest("[data-view]")?.toggleAttribute("data-reasons", box.checked);
}

document.addEventListener("change", markReasons);
window.addEventListener("beforeprint", () => {
  markReasons();
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
