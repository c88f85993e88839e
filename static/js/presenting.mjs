// The buttons that show slides one at a time, and all of them again.

import { startSlides, stopSlides } from "./slides.mjs";

/** @typedef {(shown: boolean, options?: { focus?: boolean }) => void} Present */

/** @type {(chosen: () => HTMLElement[]) => Present} */
export function offerSlides(chosen) {
  const one = /** @type {HTMLElement} */ (document.querySelector(".present-bar"));
  const bar = /** @type {HTMLElement} */ (document.querySelector(".steps-bar"));

  /** @type {Present} */
  function present(shown, { focus = true } = {}) {
    document.documentElement.toggleAttribute("data-presenting", shown);
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
