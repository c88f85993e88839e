// The fields of the form: its ticks (the only place of the answers), the progress, and the return to the server's form.

import { openOld, showSoFar } from "./answers_list.mjs";
import { lastOfToday, nextStep, RESULT } from "./steps.mjs";

/**
 * @typedef {import("./rules.mjs").Answers} Answers
 * @typedef {import("./rules.mjs").Question} Question
 */

// The questions of a page: what the form shows, with the rules beside it.
/** @type {(page: Document) => Question[]} */
export function questionsOf(page) {
  const rules = JSON.parse(/** @type {string} */ (page.getElementById("walk").textContent));
  return [...page.querySelectorAll("[data-question]")].map((fields) => {
    const id = /** @type {string} */ (/** @type {HTMLElement} */ (fields).dataset.question);
    const inputs = inputsOf(page, id);
    const options = inputs.map((input) => input.value).filter(Boolean);
    return { id, options, many: inputs[0].type === "checkbox", when: {}, ...rules[id] };
  });
}

/** @type {(form: ParentNode, id: string) => HTMLInputElement[]} */
const inputsOf = (form, id) => [...form.querySelectorAll(`[data-question="${id}"] input`)];

/** @type {(form: ParentNode, id: string) => string[]} */
const tickedIn = (form, id) => inputsOf(form, id).filter((input) => input.checked).map((input) => input.value);

// "I am not sure" has no value: it counts as skipped.
/** @type {(form: ParentNode, questions: Question[]) => Answers} */
export function ticksOf(form, questions) {
  return Object.fromEntries(questions.map(({ id }) => [id, tickedIn(form, id).filter(Boolean)]));
}

// Ticks this form as another one.
/** @type {(form: ParentNode, other: ParentNode, questions: Question[]) => void} */
export function tickAs(form, other, questions) {
  for (const { id } of questions) {
    const ticked = tickedIn(other, id);
    for (const input of inputsOf(form, id)) input.checked = ticked.includes(input.value);
  }
}

/** @type {(fields: ParentNode) => void} */
export function clearTicks(fields) {
  for (const input of fields.querySelectorAll("input")) input.checked = false;
  for (const choice of fields.querySelectorAll("select")) choice.value = "";
}

// "None of these" excludes other ticks: the later tick wins.
/** @type {(tick: HTMLInputElement) => void} */
export function untickContradictions(tick) {
  const fields = tick.closest("[data-question]");
  for (const input of fields?.querySelectorAll("input:checked") ?? []) {
    if ((input.value === "none") !== (tick.value === "none")) input.checked = false;
  }
}

// What to do at once shows only while "yes" is chosen, and its choice of a state is gone with it.
/** @type {(form: ParentNode, rows: ParentNode) => void} */
function showAtOnce(form, rows) {
  for (const block of form.querySelectorAll("[data-at-once]")) {
    block.hidden = !inputsOf(form, /** @type {string} */ (block.dataset.atOnce)).some(({ checked, value }) => checked && value === "yes");
    const choices = block.querySelector("[data-slot-states]");
    if (!choices.firstElementChild) choices.append(document.importNode(rows.querySelector("[data-first-state]"), true));
    /** @type {HTMLSelectElement} */
    const states = block.querySelector("[data-first-state]");
    if (block.hidden) states.value = "";
    const row = states.value && rows.querySelector(`[data-first-row="${states.value}"]`);
    const slot = block.querySelector("[data-slot-row]");
    slot.textContent = "";
    if (row) slot.append(document.importNode(row, true));
  }
}

// If the reader has started to answer before the script was there, it goes on at that question.
/** @type {(form: HTMLElement, questions: Question[], asked: string[]) => { busy: boolean, step: number }} */
export function whereStarted(form, questions, asked) {
  const active = document.activeElement;
  const busy = form.contains(active);
  const current = active?.closest?.("[data-question]")?.dataset.question;
  const end = active?.matches("[data-ends]") ? lastOfToday(questions, asked) : asked.length - 1;
  const atEnd = busy && active?.matches("[type=submit]");
  return { busy, step: atEnd ? end : Math.max(0, asked.indexOf(/** @type {string} */ (current))) };
}

/** @type {(form: ParentNode, id: string) => HTMLElement} */
export const fieldset = (form, id) => form.querySelector(`[data-question="${id}"]`);

// Shows one of the questions.
/** @type {(form: HTMLElement, questions: Question[], current: string) => void} */
export function showOnly(form, questions, current) {
  for (const { id } of questions) fieldset(form, id).hidden = id !== current;
  for (const part of form.querySelectorAll(".part")) part.hidden = !part.contains(fieldset(form, current));
}

// Shows what depends on the ticks around the question.
/**
 * @type {(place: { form: HTMLElement, questions: Question[], explanations: { pieces: ParentNode }, step: number,
 *   detour: import("./steps.mjs").Detour | null }, given: import("./rules.mjs").Walk) => void}
 */
export function showAround({ form, questions, explanations, step, detour }, given) {
  showSoFar(form, explanations.pieces, given);
  showMoves(form, questions, given, step, detour);
  showAtOnce(form, explanations.pieces);
}

// Shows the buttons of the question at this step. In a detour the only way is back to where the reader was.
/**
 * @type {(form: HTMLElement, questions: Question[], given: import("./rules.mjs").Walk, step: number,
 *   detour: import("./steps.mjs").Detour | null) => void}
 */
function showMoves(form, questions, given, step, detour) {
  const { asked } = given;
  /** @type {(name: string) => HTMLElement} */
  const move = (name) => form.querySelector(`[data-move=${name}]`);
  const ends = nextStep(questions, asked, step) === RESULT;
  const { last, more, return: back } = move("next").dataset;
  const words = detour ? (detour.origin === null ? back : more) : ends ? last : more;
  move("next").querySelector("span").textContent = /** @type {string} */ (words);
  const old = openOld(questions, given);
  move("more").hidden = Boolean(detour) || !old || step !== lastOfToday(questions, asked);
  move("more").querySelector("[data-count]").textContent = String(old);
  move("back").hidden = Boolean(detour) || step === 0;
  move("now").hidden = Boolean(detour) || ends;
  form.querySelector("[data-so-far]").hidden = Boolean(detour) || !form.querySelector("[data-so-far] > dl");
  form.querySelector("[data-forgets]").hidden = step > 0;
}

// The part, not the question: the number of questions depends on the answers. The old rules are no part of the way.
/** @type {(form: HTMLElement) => void} */
export function showProgress(form) {
  const parts = [...form.querySelectorAll(".part:not([data-ended])")];
  const shown = form.querySelector(".part:not([hidden])");
  const here = shown.hasAttribute("data-ended") ? parts.length : parts.indexOf(shown);
  /** @type {Record<string, number>} */
  const gaps = { part: here + 1, parts: parts.length };
  const text = form.querySelector("[data-progress]");
  const words = /** @type {string} */ (here < parts.length ? text.dataset.text : text.dataset.old);
  const [told, title] = text.children;
  title.textContent = here < parts.length ? `: ${shown.querySelector("h2").textContent}` : "";
  told.textContent = words.replace(/\{(\w+)\}/g, (gap, name) => String(gaps[name] ?? gap));
  form.querySelectorAll(".progress > li").forEach((mark, index) => {
    mark.className = index < here ? "done" : index === here ? "here" : "";
  });
}

// From here on the script asks, and nothing is posted.
/** @type {(form: HTMLElement) => void} */
export function runOnDevice(form) {
  form.removeAttribute("data-waits");
  form.dataset.runs = "device";
}

// Restores the server's form, with every question and tick. It runs after a failure, so the most important steps come
// first, in syntax that every engine supports.
/** @type {(form: HTMLElement) => void} */
export function giveBack(form) {
  form.dataset.runs = "server";
  form.removeAttribute("data-waits");
  viewOf(form).hidden = false;
  for (const hidden of form.querySelectorAll("[data-question], [data-at-once], .part")) hidden.hidden = false;
}

/** @type {(form: HTMLElement) => HTMLElement} */
export const viewOf = (form) => /** @type {HTMLElement} */ (form.closest("[data-view]"));
