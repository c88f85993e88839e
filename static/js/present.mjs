// One explanation at a time, for a projector: arrow keys, Page Up and Page Down, or the buttons.

import { codesIn } from "./share.mjs";

const deck = document.getElementById("deck");
const place = document.querySelector("[data-place]");
/** @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowLeft: -1, PageDown: 1, PageUp: -1 };
/** @type {HTMLElement[]} */
let slides;
let current = 0;

function chooseSlides() {
  const codes = codesIn(window.location.hash);
  const all = [...deck.querySelectorAll("[data-slide]")];
  const chosen = all.filter((slide) => !codes || !slide.dataset.share || codes.includes(slide.dataset.share));
  slides = chosen.length > 1 ? chosen : all;
  for (const slide of all) slide.hidden = true;
  current = 0;
  showSlide();
}

function showSlide({ focus = false } = {}) {
  slides.forEach((slide, index) => { slide.hidden = index !== current; });
  const words = /** @type {string} */ (place.dataset.text);
  place.textContent = words.replace("{number}", String(current + 1)).replace("{count}", String(slides.length));
  /** @type {NodeListOf<HTMLButtonElement>} */
  const buttons = document.querySelectorAll("[data-step]");
  for (const button of buttons) {
    button.disabled = slides[current + Number(button.dataset.step)] === undefined;
  }
  if (focus) slides[current].querySelector("h2").focus();
}

/** @type {(by: number) => void} */
function moveBy(by) {
  if (slides[current + by] === undefined) return;
  current += by;
  showSlide({ focus: true });
}

document.addEventListener("keydown", (event) => {
  const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!plain || !(event.key in STEPS) || /** @type {Element} */ (event.target).matches("select, input")) return;
  event.preventDefault();
  // In right-to-left text, the left arrow goes forward.
  const turned = event.key.startsWith("Arrow") && document.documentElement.dir === "rtl" ? -1 : 1;
  moveBy(STEPS[event.key] * turned);
});
for (const button of document.querySelectorAll("[data-step]")) {
  button.addEventListener("click", () => moveBy(Number(button.dataset.step)));
}
window.addEventListener("hashchange", chooseSlides);
for (const hidden of document.querySelectorAll("[data-needs-script]")) hidden.hidden = false;
chooseSlides();
