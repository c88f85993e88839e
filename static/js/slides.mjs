// One slide at a time, for a projector: arrow keys, Page Up and Page Down, or the buttons `[data-step]`.

/** @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowLeft: -1, PageDown: 1, PageUp: -1 };
/** @type {HTMLElement[]} */
let slides = [];
let current = 0;

/** @type {(chosen: HTMLElement[]) => void} */
export function startSlides(chosen) {
  slides = chosen;
  current = 0;
  showSlide();
}

export function stopSlides() {
  for (const slide of slides) slide.hidden = false;
  slides = [];
}

function showSlide({ focus = false } = {}) {
  slides.forEach((slide, index) => { slide.hidden = index !== current; });
  const place = /** @type {HTMLElement} */ (document.querySelector("[data-place]"));
  const words = /** @type {string} */ (place.dataset.text);
  place.textContent = words.replace("{number}", String(current + 1)).replace("{count}", String(slides.length));
  /** @type {NodeListOf<HTMLButtonElement>} */
  const buttons = document.querySelectorAll("[data-step]");
  for (const button of buttons) {
    button.disabled = slides[current + Number(button.dataset.step)] === undefined;
  }
  if (focus) focusOn(slides[current]);
}

// The title of a slide, or the slide itself if it has none.
/** @type {(slide: HTMLElement) => void} */
function focusOn(slide) {
  const target = slide.querySelector("h2") ?? slide;
  target.tabIndex = -1;
  target.focus();
}

/** @type {(by: number) => void} */
function moveBy(by) {
  if (slides[current + by] === undefined) return;
  current += by;
  showSlide({ focus: true });
}

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
