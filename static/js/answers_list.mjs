// The list of answers, with a way to change each: in a result, and in the form. It is only in the page, like the answers.

import { keepOnDevice } from "./links.mjs";

/**
 * @typedef {import("./rules.mjs").Question} Question
 * @typedef {import("./rules.mjs").Walk} Walk
 */

// How many of the asked questions about the old rules have no answer.
/** @type {(questions: Question[], given: Walk) => number} */
export const openOld = (questions, { asked, answers }) =>
  questions.filter(({ id, old }) => old && asked.includes(id) && !answers[id]).length;

// Takes out of the piece with every row what was not answered, and out of its second list what was.
/** @type {(section: HTMLElement, given: Walk) => void} */
export function fillAnswers(section, { asked, answers }) {
  const [rows, skipped] = [section.querySelector("[data-given]"), section.querySelector("[data-skipped]")];
  for (const row of rows.querySelectorAll("[data-answer]")) {
    const ticked = answers[/** @type {string} */ (row.dataset.answer)];
    if (!ticked) row.remove();
    for (const option of row.querySelectorAll("[data-option]")) {
      if (!ticked?.includes(/** @type {string} */ (option.dataset.option))) option.remove();
    }
  }
  for (const row of skipped.querySelectorAll("[data-answer]")) {
    const id = /** @type {string} */ (row.dataset.answer);
    if (answers[id] || !asked.includes(id)) row.remove();
  }
  if (!rows.firstElementChild) rows.remove();
  if (!skipped.querySelector("[data-answer]")) skipped.remove();
}

// Counts the questions about the old rules that have no answer, on the way to them; removes it if there are none.
/** @type {(part: HTMLElement, questions: Question[], given: Walk) => void} */
export function fillMore(part, questions, given) {
  const more = part.querySelector("[data-more-old]");
  more.querySelector("[data-count]").textContent = String(openOld(questions, given));
  if (!openOld(questions, given)) more.remove();
}

// The way to change one answer, in the list that is opened for it; null if there is none.
/** @type {(result: HTMLElement, question?: string) => HTMLElement | null} */
export function rowOf(result, question) {
  /** @type {HTMLElement | null} */
  const row = result.querySelector(`#your-answers [data-change="${question}"]`);
  row?.closest("details")?.setAttribute("open", "");
  return row;
}

// In the form, folded; hidden as long as nothing was answered.
/** @type {(form: HTMLElement, pieces: ParentNode, given: Walk) => void} */
export function showSoFar(form, pieces, given) {
  const box = form.querySelector("[data-so-far]");
  const section = document.importNode(pieces.querySelector("[data-piece=answers]"), true);
  fillAnswers(section, given);
  dropSoFar(form);
  const rows = section.querySelector("[data-given]");
  box.hidden = !rows;
  if (!rows) return;
  keepOnDevice(rows);
  box.append(rows);
}

/** @type {(form: ParentNode) => void} */
export function dropSoFar(form) {
  for (const rows of form.querySelectorAll("[data-so-far] > dl")) rows.remove();
}
