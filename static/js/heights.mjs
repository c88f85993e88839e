// How tall the frame around this page should be, told to the page around it. Three values and no more: a start page, all
// questions (as tall as the tallest), all else. A height for each question would tell others what somebody is asked.

import { framed } from "./quick_exit.mjs";

// It scrolls inside, and leaves room on a phone to scroll the page around it.
const PAGE = 700;
const [LEAST, MOST] = [200, 20000];
const measured = new Map();

let told;
let kind;
let width = window.innerWidth;

const tall = (element) => element.getBoundingClientRect().height;

// Each question by itself, in a copy without anything that somebody did: what is told must not depend on it.
function tallest() {
  const view = document.querySelector("[data-view=questions]");
  const around = tall(document.body) - tall(view);
  const copy = view.cloneNode(true);
  // Without ids no style hides a follow-up question.
  for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
  for (const details of copy.querySelectorAll("details")) details.open = false;
  for (const input of copy.querySelectorAll("input")) input.checked = false;
  for (const button of copy.querySelectorAll("[data-move]")) button.hidden = false;
  copy.querySelector("[data-failure]").hidden = true;
  const next = copy.querySelector("[data-move=next]");
  next.querySelector("span").textContent = next.dataset.last;
  const progress = copy.querySelector("[data-progress]");
  progress.textContent = progress.dataset.text;
  const fields = [...copy.querySelectorAll("[data-question]")];
  const parts = [...copy.querySelectorAll(".part")];
  view.after(copy);
  const heights = fields.map((field) => {
    for (const other of fields) other.hidden = other !== field;
    for (const part of parts) part.hidden = !part.contains(field);
    return tall(copy);
  });
  copy.remove();
  return around + Math.max(...heights);
}

function heightOf() {
  if (kind === "page") return PAGE;
  const key = `${kind} ${document.documentElement.lang} ${width}`;
  if (!measured.has(key)) measured.set(key, kind === "start" ? tall(document.body) : tallest());
  return measured.get(key);
}

// `what` is shown now: start, questions or page. Nothing is told twice, and nothing outside a frame.
export function tell(what) {
  kind = what;
  if (!framed) return;
  const height = Math.min(MOST, Math.max(LEAST, Math.ceil(heightOf())));
  if (height === told) return;
  told = height;
  // Who frames us is not known here, and a height is no secret.
  window.parent.postMessage({ guide: 1, height }, "*");
}

window.addEventListener("resize", () => {
  if (window.innerWidth === width) return;
  width = window.innerWidth;
  if (kind) tell(kind);
});
