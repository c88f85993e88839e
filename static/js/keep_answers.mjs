// Answers are only in this page: a link of ours that would end them asks first, and so does "Start again"; a link to another
// site opens a new tab.
// Closing the tab, Back, the quick exit and the language menu are never held up. If anything fails, the link works.

import { showAddress } from "./links.mjs";
import { framed } from "./quick_exit.mjs";

const HELD = "[data-view=result], #guide input:checked:not([value=''])";
const FREE = ".exit, [data-move], [data-language], [data-clears], [role=button], [download], [href^='#']";
const CLEARS = "a[data-move=restart], a[data-clears]";

/** @type {HTMLAnchorElement | null} */
let asked = null; // the link that waits for a decision
/** @type {HTMLElement | null} */
let box = null; // the question about it
let again = false; // whether "Start again" was confirmed

const hasAnswers = () => Boolean(document.querySelector(HELD));

// A pull from the top must not reload a page with answers.
const markAnswers = () => document.documentElement.toggleAttribute("data-answers", hasAnswers());

// In a frame, "in sight" means beside the link: the frame is as high as its page.
/** @type {(question: HTMLElement, link: HTMLElement) => void} */
function placeBeside(question, link) {
  const { bottom } = link.getBoundingClientRect();
  const lowest = document.documentElement.scrollHeight - question.offsetHeight;
  question.style.top = `${Math.max(0, Math.min(bottom + window.scrollY, lowest))}px`;
}

// The question is searched each time: a change of language replaces the body.
/** @type {(link: HTMLAnchorElement, selector: string) => void} */
function ask(link, selector) {
  /** @type {HTMLElement} */
  const question = document.querySelector(selector);
  for (const way of /** @type {NodeListOf<HTMLAnchorElement>} */ (question.querySelectorAll("a"))) {
    way.href = link.href;
    // Outside of a frame it is the page of the full site.
    if (way.target) way.pathname = link.pathname.replace(/^\/embed(?=\/)/, "");
  }
  box = question;
  question.hidden = false;
  question.classList.toggle("framed", framed);
  if (framed) placeBeside(question, link);
  question.querySelector("button").focus({ preventScroll: framed });
  // What cannot be seen cannot be answered.
  if (!question.contains(document.activeElement)) throw new Error("no question");
  asked = link;
}

function close() {
  asked = null;
  if (box) box.hidden = true;
  box = null;
}

function stay() {
  const link = asked;
  close();
  link?.focus({ preventScroll: framed });
}

/** @type {(event: MouseEvent) => boolean} */
const isChanged = (event) => Boolean(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

/** @type {(event: MouseEvent) => HTMLAnchorElement | null} */
function linkOf(event) {
  const target = /** @type {Element} */ (event.target);
  const link = /** @type {HTMLAnchorElement | null} */ (target.closest("a[href]"));
  if (isChanged(event) || event.defaultPrevented || !link || link.matches(FREE)) return null;
  return /^https?:$/.test(link.protocol) && !(link.target && link.target !== "_self") ? link : null;
}

// Before all others act on "Start again", the form among them.
/** @type {(event: MouseEvent) => void} */
function guard(event) {
  /** @type {HTMLAnchorElement | null} */
  const link = /** @type {Element} */ (event.target).closest(CLEARS);
  if (again || !link || isChanged(event) || !hasAnswers()) return;
  close();
  // The form of the server has no box of its own.
  ask(link, document.querySelector("[data-start-again]") ? "[data-start-again]" : "[data-leave-page]");
  event.preventDefault();
  event.stopPropagation();
}

// They act as they do without the question.
function startAgain() {
  const link = asked;
  close();
  again = true;
  try {
    link?.click();
  } finally {
    again = false;
  }
}

/** @type {(event: MouseEvent) => void} */
function decide(event) {
  const target = /** @type {Element} */ (event.target);
  if (asked && box?.contains(target)) {
    // The second tap on the link is no answer.
    if (target.closest("[data-again]")) return event.detail > 1 ? undefined : startAgain();
    // In a frame that may open no tab, the address is shown beside the link.
    if (target.closest(framed ? "button" : "button, a[target]")) stay();
    return;
  }
  close();
  const link = hasAnswers() ? linkOf(event) : null;
  if (!link) return;
  if (link.origin === window.location.origin) {
    ask(link, "[data-leave-page]");
    event.preventDefault();
  } else {
    link.target = "_blank";
    link.rel = "noreferrer noopener";
  }
}

// An app may not open another site, or open it in the place of the result.
/** @type {(event: MouseEvent) => void} */
function tellAddress(event) {
  const target = /** @type {Element} */ (event.target);
  const link = /** @type {HTMLAnchorElement | null} */ (target.closest("[data-view=result] a[target=_blank]"));
  if (link && link.origin !== window.location.origin && link.textContent !== link.href) showAddress(link);
}

/** @type {<Rest extends unknown[]>(act: (...rest: Rest) => void) => (...rest: Rest) => void} */
const orLetThrough = (act) => (...rest) => {
  try {
    act(...rest);
  } catch {
    if (asked === null) close();
  }
};

// After the click handlers of form.mjs, which act in the page, and before those of frame.mjs, which follow links.
document.addEventListener("click", orLetThrough(decide));
document.addEventListener("click", orLetThrough(tellAddress));
document.addEventListener("click", orLetThrough(guard), true);
document.addEventListener("keydown", orLetThrough((event) => {
  if (asked && event.key === "Escape") stay();
}));
// Who goes on reading stays: the question holds nobody.
document.addEventListener("focusin", orLetThrough((event) => {
  if (asked && !box?.contains(/** @type {Node} */ (event.target))) close();
}));
window.addEventListener("popstate", orLetThrough(close));
window.addEventListener("pageshow", orLetThrough(close));
for (const type of ["change", "click", "keydown", "popstate", "pageshow"]) {
  window.addEventListener(type, orLetThrough(markAnswers));
}
