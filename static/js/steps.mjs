// The steps that somebody went, so that Back leads back: in the browser's history, and in a frame in memory alone, since
// the page around a frame can count the entries of the history.

import { framed } from "./quick_exit.mjs";

// The first question that the script showed: before it there is no entry of ours in the browser's history.
let floor = 0;
/** @type {number[]} */
let memory = [];

// The script shows its first step.
/** @type {(step: number) => void} */
export function beginAt(step) {
  floor = step;
  memory = [];
  replaceStep(step);
}

// The same step, perhaps at another address.
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

// All questions may be gone back to.
export function allowAll() {
  floor = 0;
}

// The step to show now; undefined where the browser's history will bring it.
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
