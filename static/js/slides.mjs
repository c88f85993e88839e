// One slide at a time, for a projector: arrow keys, Page Up and Page Down, or the buttons `[data-step]`. A slide that is
// longer than the screen has pages.

import { pagesOf, showPage } from "./slide_pages.mjs";

/** @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowLeft: -1, PageDown: 1, PageUp: -1 };
/** @type {HTMLElement[]} */
let slides = [];
let current = 0;
/** @type {ReturnType<typeof pagesOf>} */
let split = { units: [], pages: [] };
let page = 0;

/** @type {(chosen: HTMLElement[]) => void} */
export function startSlides(chosen) {
  stopSlides();
  slides = chosen;
  goTo(0);
}

export function stopSlides() {
  joinPages();
  for (const slide of slides) slide.hidden = false;
  slides = [];
  current = 0;
}

// A slide that is left is whole again: for "Show all", and because it may be split another way.
function joinPages() {
  if (!slides.length) return;
  showPage(slides[current], split.units, split.units, true);
  slides[current].removeAttribute("data-size");
}

// From the slide after it, the last page of a slide comes first.
/** @type {(index: number, fromBehind?: boolean) => void} */
function goTo(index, fromBehind = false) {
  joinPages();
  current = index;
  slides.forEach((slide, at) => { slide.hidden = at !== current; });
  split = pagesOf(slides[current]);
  showPart(fromBehind ? split.pages.length - 1 : 0);
}

/** @type {(index: number) => void} */
function showPart(index) {
  page = index;
  showPage(slides[current], split.units, split.pages[page], page === 0);
  const place = /** @type {HTMLElement} */ (document.querySelector("[data-place]"));
  const { text = "", pages = "" } = place.dataset;
  const words = [counted(text, current, slides.length)];
  if (split.pages.length > 1) words.push(counted(pages, page, split.pages.length));
  place.textContent = words.join(" \u00B7 ");
  /** @type {NodeListOf<HTMLButtonElement>} */
  const buttons = document.querySelectorAll("[data-step]");
  for (const button of buttons) button.disabled = !hasNext(Number(button.dataset.step));
}

/** @type {(words: string, index: number, count: number) => string} */
const counted = (words, index, count) => words.replace("{number}", String(index + 1)).replace("{count}", String(count));

/** @type {(by: number) => boolean} */
const hasNext = (by) => split.pages[page + by] !== undefined || slides[current + by] !== undefined;

// The title of a slide, or the slide itself if it has none; on its other pages, their first text.
function focusOnPage() {
  const slide = slides[current];
  const target = /** @type {HTMLElement} */ (page > 0 ? split.pages[page][0] : slide.querySelector("h2") ?? slide);
  target.tabIndex = -1;
  target.focus();
}

/** @type {(by: number) => void} */
function moveBy(by) {
  if (!hasNext(by)) return;
  if (split.pages[page + by]) showPart(page + by);
  else goTo(current + by, by < 0);
  window.scrollTo(0, 0);
  focusOnPage();
}

// On another size of the window, the text in sight stays in sight.
window.addEventListener("resize", () => {
  if (!slides.length) return;
  const [first] = split.pages[page];
  goTo(current);
  showPart(Math.max(0, split.pages.findIndex((units) => units.includes(first))));
});

document.addEventListener("keydown", (event) => {
  const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  const typing = /** @type {Element} */ (event.target).matches("select, input");
  if (!slides.length || !plain || !(event.key in STEPS) || typing) return;
  event.preventDefault();
  // In right-to-left text, the left arrow goes forward.
  const turned = event.key.startsWith("Arrow") && document.documentElement.dir === "rtl" ? -1 : 1;
  moveBy(STEPS[event.key] * turned);
});
for (const button of document.querySelectorAll("[data-step]")) {
  button.addEventListener("click", () => moveBy(Number(button.dataset.step)));
}
