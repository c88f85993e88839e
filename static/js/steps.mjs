// The steps that somebody went, so that Back leads back: in the browser's history, and in a frame in memory alone, since
// the page around a frame can count the entries of the history.

import { framed } from "./quick_exit.mjs";

// The first question that the script showed: before it there is no entry of ours in the browser's history.
let floor = 0;
let memory = [];

// The script shows its first step.
export function begin(step) {
  floor = step;
  memory = [];
  stand(step);
}

// The same step, perhaps at another address.
export function stand(step, path) {
  if (framed) memory.splice(-1, 1, step);
  else window.history.replaceState({ step }, "", path);
}

export function push(step) {
  if (framed) memory.push(step);
  else window.history.pushState({ step }, "");
}

// All questions may be gone back to.
export function fromTheTop() {
  floor = 0;
}

// The step to show now; undefined where the browser's history will bring it.
export function back(step) {
  if (framed && memory.length > 1) {
    memory.pop();
    return memory[memory.length - 1];
  }
  if (!framed && step > floor) {
    window.history.back();
    return undefined;
  }
  floor = Math.max(0, step - 1);
  stand(floor);
  return floor;
}
