// The steps of the form: where Next leads, and which were visited. Those are in the browser's history, or in a frame in
// memory only, because the page around a frame can count history entries.

import { framed } from "./quick_exit.mjs";

// The first step that the script showed: the history has no earlier entry of this page.
let floor = 0;
/** @type {number[]} */
let memory = [];

// Records the first step.
/** @type {(step: number) => void} */
export function beginAt(step) {
  floor = step;
  memory = [];
  // A step begins at its top; the browser would scroll to where it was left.
  window.history.scrollRestoration = "manual";
  replaceStep(step);
}

// Replaces the current entry by the same step, perhaps with another URL.
/** @type {(step: number, path?: string) => void} */
export function replaceStep(step, path) {
  if (framed) memory.splice(-1, 1, step);
  else window.history.replaceState({ step }, "", path);
}

/** @type {(step: number) => void} */
export function pushStep(step) {
  if (framed) memory.push(step);
  else window.history.pushState({ step }, "");
}

// Back may go to every question.
export function allowAll() {
  floor = 0;
}

// Returns the step to show now; undefined if a history event will follow.
/** @type {(step: number) => number | undefined} */
export function stepBack(step) {
  if (framed && memory.length > 1) {
    memory.pop();
    return memory[memory.length - 1];
  }
  if (!framed && step > floor) {
    window.history.back();
    return undefined;
  }
  floor = Math.max(0, step - 1);
  replaceStep(floor);
  return floor;
}

/**
 * A detour opens one question again, to change its answer: `origin` is the question where the reader was, or null in the
 * result; `asked` is what was asked then.
 * @typedef {{ id: string, origin: string | null, asked: string[] }} Detour
 * @typedef {import("./rules.mjs").Question} Question
 */

// One number for every result, so that the history does not reveal how many questions were asked.
export const RESULT = 99;

/** @type {(questions: Question[], id: string) => boolean} */
const isOld = (questions, id) => questions.some((question) => question.id === id && question.old === true);

// The questions that a rule of today reads come first; behind the last of them the reader chooses.
/** @type {(questions: Question[], asked: string[]) => number} */
export function lastOfToday(questions, asked) {
  const first = asked.findIndex((id) => isOld(questions, id));
  return (first < 0 ? asked.length : first) - 1;
}

/** @type {(questions: Question[], asked: string[], step: number) => number} */
export function nextStep(questions, asked, step) {
  const ends = step === lastOfToday(questions, asked) || step + 1 >= asked.length;
  return ends ? RESULT : step + 1;
}

// A question of today that is asked only because of the new answer; -1 if there is none.
/** @type {(questions: Question[], asked: string[], step: number, detour: Detour) => number} */
const newStep = (questions, asked, step, detour) =>
  asked.findIndex((id, at) => at > step && !detour.asked.includes(id) && !isOld(questions, id));

// Where the reader was, or the next question if that one is no longer asked.
/** @type {(questions: Question[], asked: string[], detour: Detour) => number} */
function stepBefore(questions, asked, { origin }) {
  const ids = questions.map(({ id }) => id);
  const at = origin === null ? -1 : asked.findIndex((id) => ids.indexOf(id) >= ids.indexOf(origin));
  return at < 0 ? RESULT : at;
}

// Where Next leads, and the detour that goes on from there.
/**
 * @type {(questions: Question[], asked: string[], step: number, detour: Detour | null)
 *   => { position: number, detour: Detour | null }}
 */
export function forward(questions, asked, step, detour) {
  if (!detour) return { position: nextStep(questions, asked, step), detour };
  const fresh = newStep(questions, asked, step, detour);
  return fresh < 0 ? { position: stepBefore(questions, asked, detour), detour: null } : { position: fresh, detour };
}

// The first question about the old rules without an answer.
/** @type {(questions: Question[], given: import("./rules.mjs").Walk) => number} */
export function firstOld(questions, { asked, answers }) {
  const open = asked.findIndex((id) => isOld(questions, id) && !answers[id]);
  return open < 0 ? Math.min(lastOfToday(questions, asked) + 1, asked.length - 1) : open;
}

// A double tap counts as one tap: the second one must not answer the next question or post the form.
const DOUBLE = 600; // ms
let moved = 0; // the time of the last change of the page

export function markMove() {
  moved = performance.now();
}

/** @type {(acts: () => unknown) => void} */
export function stopSecondTaps(acts) {
  document.addEventListener("click", (event) => {
    const again = event.detail > 1 && performance.now() - moved < DOUBLE;
    const target = /** @type {Element} */ (event.target);
    if (!again || !acts() || target.closest(".exit")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
}

// Some apps open a link that asks for a new tab in the same view. Who comes back from there finds the page as it was;
// whoever leaves in another way finds it empty.
const SOON = 5000; // ms: the other site answers before this page is left
let pressed = -Infinity; // when a link to a new tab was pressed, and nothing else since

/** @type {(event: MouseEvent) => void} */
function remember({ target, ctrlKey, metaKey, shiftKey }) {
  const link = /** @type {Element} */ (target).closest?.("a[target=_blank]:not(.exit)");
  // With a key it opens behind this page, or in a window beside it.
  pressed = link && !ctrlKey && !metaKey && !shiftKey ? performance.now() : -Infinity;
}

const forget = () => { pressed = -Infinity; };

// `empty` is called when the page is left; `startAgain` when it is shown again after that.
/** @type {(empty: () => void, startAgain: () => void) => void} */
export function whenLeft(empty, startAgain) {
  let kept = false;
  window.addEventListener("pagehide", ({ persisted }) => {
    kept = persisted && performance.now() - pressed < SOON;
    forget();
    if (!kept) empty();
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted && !kept) startAgain();
    kept = false;
  });
}

window.addEventListener("click", remember, true);
window.addEventListener("popstate", forget);
// Enter on a link is followed by its click.
window.addEventListener("keydown", forget, true);
// A new tab hides this page first; the same view does not before it has left it.
// eslint-disable-next-line ours/newer-than-promised -- Safari before 14 tells it of another tab, which is all that is wanted
document.addEventListener("visibilitychange", forget);
