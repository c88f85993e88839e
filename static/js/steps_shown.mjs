// The steps for everyone, one at a time on a projector, until somebody asks for the list again.

import { startSlides, stopSlides } from "./slides.mjs";

const deck = document.getElementById("deck");
const one = document.querySelector(".present-bar");
const bar = document.querySelector(".steps-bar");

/** @type {(shown: boolean) => void} */
function present(shown) {
  document.documentElement.toggleAttribute("data-presenting", shown);
  one.hidden = shown;
  bar.hidden = !shown;
  if (shown) startSlides([...deck.querySelectorAll("[data-slide]")]);
  else stopSlides();
  /** @type {HTMLElement} */ (shown ? bar.querySelector("[data-step='1']") : one.querySelector("button")).focus();
}

one.hidden = false;
one.querySelector("button").addEventListener("click", () => present(true));
bar.querySelector("[data-show=all]").addEventListener("click", () => present(false));
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape" && !bar.hidden) present(false);
});
