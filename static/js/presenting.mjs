// The buttons that show slides one at a time, and all of them again.

import { startSlides, stopSlides } from "./slides.mjs";

/** @typedef {(shown: boolean, options?: { focus?: boolean }) => void} Present */

// `what` is what the slides are, for the style sheet.
/** @type {(what: string, chosen: () => HTMLElement[]) => Present} */
export function offerSlides(what, chosen) {
  const root = document.documentElement;
  const one = /** @type {HTMLElement} */ (document.querySelector(".present-bar"));
  const bar = /** @type {HTMLElement} */ (document.querySelector(".steps-bar"));

  /** @type {Present} */
  function present(shown, { focus = true } = {}) {
    if (shown) root.dataset.presenting = what;
    else delete root.dataset.presenting;
    one.hidden = shown;
    bar.hidden = !shown;
    if (shown) startSlides(chosen());
    else stopSlides();
    if (focus) /** @type {HTMLElement} */ (shown ? bar.querySelector("[data-step='1']") : one.querySelector("button")).focus();
  }

  one.querySelector("button").addEventListener("click", () => present(true));
  bar.querySelector("[data-show=all]").addEventListener("click", () => present(false));
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && !bar.hidden) present(false);
  });
  return present;
}
