// Reports the height for the frame to the page around it. Only three values: start page, questions (the height of the
// tallest), other pages. A height for each question would reveal to others which question is asked.

import { framed } from "./quick_exit.mjs";

// The frame scrolls inside, and leaves room on a phone to scroll the page around it.
const PAGE = 700;
const [LEAST, MOST] = [200, 20000];
/** @type {Map<string, number>} */
const measured = new Map();

/** @type {number | undefined} */
let reported;
/** @type {string | undefined} */
let kind;
let width = window.innerWidth;

/** @type {(element: Element) => number} */
const heightOf = (element) => element.getBoundingClientRect().height;

// Measures each question in a copy without the answers: the reported height must not depend on them.
function heightOfQuestions() {
  const view = document.querySelector("[data-view=questions]");
  const around = heightOf(document.body) - heightOf(view);
  const copy = /** @type {HTMLElement} */ (view.cloneNode(true));
  // Without ids, no style rule hides a follow-up question.
  for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
  for (const details of copy.querySelectorAll("details")) details.open = false;
  for (const input of copy.querySelectorAll("input")) input.checked = false;
  for (const button of copy.querySelectorAll("[data-move]")) button.hidden = false;
  copy.querySelector("[data-failure]").hidden = true;
  for (const told of copy.querySelectorAll("[data-so-far], [data-forgets]")) told.hidden = false;
  copy.querySelector("[data-move=more] [data-count]").textContent = "0";
  const next = copy.querySelector("[data-move=next]");
  next.querySelector("span").textContent = /** @type {string} */ (next.dataset.last);
  const progress = copy.querySelector("[data-progress]");
  progress.textContent = /** @type {string} */ (progress.dataset.old);
  const fields = [...copy.querySelectorAll("[data-question]")];
  const parts = [...copy.querySelectorAll(".part")];
  view.after(copy);
  const heights = fields.map((field) => {
    for (const other of fields) other.hidden = other !== field;
    for (const part of parts) part.hidden = !part.contains(field);
    return heightOf(copy);
  });
  copy.remove();
  return around + Math.max(...heights);
}

function heightOfPage() {
  if (kind === "page") return PAGE;
  // The second is what a translator of pages makes of the first.
  const key = `${kind} ${document.getElementById("guide")?.dataset.lang} ${document.documentElement.lang} ${width}`;
  const height = measured.get(key) ?? (kind === "start" ? heightOf(document.body) : heightOfQuestions());
  measured.set(key, height);
  return height;
}

// Reports the height of `what` (start, questions or page), only once for each value and only in a frame.
/** @type {(what: string) => void} */
export function reportHeight(what) {
  kind = what;
  if (!framed) return;
  const height = Math.min(MOST, Math.max(LEAST, Math.ceil(heightOfPage())));
  if (height === reported) return;
  reported = height;
  // The framing site is not known here, and the height is not secret.
  window.parent.postMessage({ guide: 1, height }, "*");
}

window.addEventListener("resize", () => {
  if (window.innerWidth === width) return;
  width = window.innerWidth;
  if (kind) reportHeight(kind);
});
