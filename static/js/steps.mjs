// The visited steps, for the Back button: in the browser's history, or in a frame in memory only, because the page
// around a frame can count history entries.

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
