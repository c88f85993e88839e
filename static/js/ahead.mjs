// Makes the result of the ticks that are set, while nobody does anything: a press then only puts it into the page. Like the
// ticks, it is in the memory of this page only.

import { hasLeft } from "./quick_exit.mjs";
import { resultFor } from "./result.mjs";

export { offerStates, rehearseResult, toggleWhole } from "./result.mjs";

/**
 * @typedef {import("./result.mjs").Explanations} Explanations
 * @typedef {import("./rules.mjs").Question} Question
 * @typedef {import("./rules.mjs").Walk} Walk
 */

const QUIET = 400; // milliseconds without a tick or a new question, so that no next press has to wait

/** @type {(explanations: Explanations, given: Walk) => string} */
const keyOf = ({ inEnglish }, given) => JSON.stringify([given, Boolean(inEnglish)]);

/** @type {{ explanations: Explanations, key: string, result: HTMLElement } | null} */
let ready = null;
/** @type {number | undefined} */
let timer;

export function forgetAhead() {
  clearTimeout(timer);
  ready = null;
}

/** @type {(explanations: Explanations, questions: Question[], givenNow: () => Walk) => void} */
export function makeAhead(explanations, questions, givenNow) {
  forgetAhead();
  timer = setTimeout(() => {
    if (hasLeft()) return;
    try {
      const given = givenNow();
      ready = { explanations, key: keyOf(explanations, given), result: resultFor(explanations, questions, given) };
    } catch {
      // The press tells.
    }
  }, QUIET);
}

// Returns the result that was made ahead if it is the one that is asked for, or makes it.
/** @type {(explanations: Explanations, questions: Question[], given: Walk) => HTMLElement} */
export function resultNow(explanations, questions, given) {
  const made = ready;
  forgetAhead();
  const fits = made?.explanations === explanations && made.key === keyOf(explanations, given);
  return made && fits ? made.result : resultFor(explanations, questions, given);
}
