// The fields of the form: its ticks (the only place of the answers), the progress, and the return to the server's form.

/**
 * @typedef {import("./rules.mjs").Answers} Answers
 * @typedef {import("./rules.mjs").Question} Question
 */

/** @type {(form: ParentNode, id: string) => HTMLInputElement[]} */
const inputsOf = (form, id) => [...form.querySelectorAll(`[data-question="${id}"] input`)];

/** @type {(form: ParentNode, questions: Question[]) => Answers} */
export function ticksOf(form, questions) {
  /** @type {Answers} */
  const answers = {};
  for (const { id } of questions) {
    answers[id] = inputsOf(form, id).filter((input) => input.checked).map((input) => input.value).filter(Boolean);
  }
  return answers;
}

/** @type {(form: ParentNode, answers: Answers) => void} */
export function tickAs(form, answers) {
  for (const [id, options] of Object.entries(answers)) {
    for (const input of inputsOf(form, id)) {
      input.checked = options.length ? options.includes(input.value) : input.value === "";
    }
  }
}

/** @type {(fields: ParentNode) => void} */
export function clearTicks(fields) {
  for (const input of fields.querySelectorAll("input")) input.checked = input.value === "";
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
export function showAtOnce(form, rows) {
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

/** @type {(form: ParentNode, id: string) => HTMLElement} */
export const fieldset = (form, id) => form.querySelector(`[data-question="${id}"]`);

// Shows one of the asked questions, and its buttons.
/** @type {(form: HTMLElement, questions: Question[], asked: string[], position: number) => void} */
export function showOnly(form, questions, asked, position) {
  const current = asked[position];
  for (const { id } of questions) fieldset(form, id).hidden = id !== current;
  for (const part of form.querySelectorAll(".part")) part.hidden = !part.contains(fieldset(form, current));
  const next = form.querySelector("[data-move=next]");
  const words = position === asked.length - 1 ? next.dataset.last : next.dataset.more;
  next.querySelector("span").textContent = /** @type {string} */ (words);
  form.querySelector("[data-move=back]").hidden = position === 0;
  form.querySelector("[data-forgets]").hidden = position > 0;
}

/** @type {(form: HTMLElement, questions: Question[], current: string) => void} */
export function showProgress(form, questions, current) {
  const parts = [...form.querySelectorAll(".part")];
  const here = parts.findIndex((part) => !part.hidden);
  /** @type {Record<string, string | number | null>} */
  const gaps = {
    part: here + 1, parts: parts.length, title: parts[here].querySelector("h2").textContent,
    // The numbers of the paper sheet: they do not change when a follow-up is skipped.
    number: questions.findIndex(({ id }) => id === current) + 1, count: questions.length,
  };
  const text = form.querySelector("[data-progress]");
  const words = /** @type {string} */ (text.dataset.text);
  text.textContent = words.replace(/\{(\w+)\}/g, (gap, name) => String(gaps[name] ?? gap));
  form.querySelectorAll(".progress > li").forEach((mark, index) => {
    mark.className = index < here ? "done" : index === here ? "here" : "";
  });
}

// Restores the server's form, with every question and tick. It runs after a failure, so the most important steps come
// first, in syntax that every engine supports.
/** @type {(form: HTMLElement) => void} */
export function giveBack(form) {
  form.dataset.runs = "server";
  viewOf(form).hidden = false;
  for (const hidden of form.querySelectorAll("[data-question], [data-at-once], .part")) hidden.hidden = false;
}

/** @type {(form: HTMLElement) => HTMLElement} */
export const viewOf = (form) => /** @type {HTMLElement} */ (form.closest("[data-view]"));
