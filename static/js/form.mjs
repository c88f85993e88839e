// The form, one question at a time, in the browser. Nothing is posted, nothing is stored. If the script fails, the
// server handles the form again.

import { joinLanguages, languageOf, markSecondLanguage } from "./bilingual.mjs";
import {
  clearTicks, fieldset, giveBack, showAtOnce, showOnly, showProgress, tickAs, ticksOf, untickContradictions, viewOf,
} from "./form_fields.mjs";
import { reportHeight } from "./heights.mjs";
import { jumpToTarget, keepOnDevice, toggleWarning } from "./links.mjs";
import { hasLeft } from "./quick_exit.mjs";
import { dropResult, explanationsIn, pageAt, rehearseResult, resultFor } from "./result.mjs";
import { walk } from "./rules.mjs";
import { focusOn, keepFocusInSight, scrollToTop } from "./scroll.mjs";
import * as steps from "./steps.mjs";

/**
 * `second` is the second language of a bilingual result; `step` the index of the question shown, or RESULT; `moved` the
 * time of the last change of the page, in ms.
 * @typedef {import("./result.mjs").Explanations} Explanations
 * @typedef {import("./bilingual.mjs").Language & { explanations: Explanations }} SecondLanguage
 * @typedef {{ form: HTMLFormElement, questions: import("./rules.mjs").Question[], explanations: Explanations,
 *   second: SecondLanguage | null, step: number, moved: number }} State
 */

// The state of the page, except for the ticks. `form`, `questions` and `explanations` are set later.
const state = /** @type {State} */ ({ second: null, step: 0, moved: 0 });
// One number for every result, so that the history does not reveal how many questions were asked.
const RESULT = 99;
const DOUBLE = 600; // ms

const offlineNote = () => document.querySelector("[data-offline]");
const onDevice = () => !hasLeft() && state.form?.dataset.runs === "device";
const hasFailed = () => state.form?.contains(document.querySelector("[data-failure]:not([hidden])"));
const walkTicks = () => walk(state.questions, ticksOf(state.form, state.questions));

function takeForm() {
  state.form = document.getElementById("guide");
  state.questions = JSON.parse(/** @type {string} */ (document.getElementById("walk").textContent));
  state.form.dataset.title = document.title;
}

// The script takes over only when rules and explanations are loaded, and a hidden test result has succeeded.
async function takeOver() {
  const { form, questions } = state;
  const found = explanationsIn(await pageAt(form.dataset.explanations));
  if (!found) return;
  rehearseResult(found, questions);
  if (hasLeft()) return;
  state.explanations = found;
  // If the person has started to answer, continue at that question.
  const active = document.activeElement;
  const busy = form.contains(active);
  const current = active?.closest?.("[data-question]")?.dataset.question;
  const { asked } = walkTicks();
  const atEnd = busy && active?.matches("[type=submit]");
  state.step = atEnd ? asked.length - 1 : Math.max(0, asked.indexOf(/** @type {string} */ (current)));
  form.dataset.runs = "device";
  steps.beginAt(state.step);
  showStep(state.step, { focus: busy });
}

/** @type {(action: () => void) => void} */
function orGiveBack(action) {
  try {
    action();
  } catch {
    failOver();
  }
}

// Runs an optional action; if it fails, the page does not change.
/** @type {(action: () => void) => void} */
function orStay(action) {
  try {
    action();
  } catch {
    // Not needed.
  }
}

// After a failure the server handles the form, with its ticks. It is posted only after a notice and a press of the button.
function failOver() {
  if (hasLeft()) return;
  giveBack(state.form);
  const notice = state.form.querySelector("[data-failure]");
  notice.hidden = false;
  dropResult();
  orStay(() => focusOn(notice));
  state.moved = performance.now();
}

/** @type {(position: number, options?: { focus?: boolean }) => void} */
function showStep(position, { focus = true } = {}) {
  offlineNote().hidden = true;
  if (position === RESULT) showResult();
  else showQuestion(position, focus);
}

/** @type {(position: number, focus: boolean) => void} */
function showQuestion(position, focus) {
  const { form, questions } = state;
  const { asked } = walkTicks();
  dropResult();
  state.step = Math.min(position, asked.length - 1);
  const current = asked[state.step];
  viewOf(form).hidden = false;
  document.title = /** @type {string} */ (form.dataset.title);
  showOnly(form, questions, asked, state.step);
  showAtOnce(form, state.explanations.pieces);
  if (focus) {
    scrollToTop();
    focusOn(fieldset(form, current).querySelector("legend"));
  }
  reportHeight("questions");
  // After the focus, because screen readers drop announcements from before a focus change.
  showProgress(form, questions, current);
  if (focus) keepFocusInSight();
  state.moved = performance.now();
}

function showResult() {
  const { questions, explanations, second } = state;
  const given = walkTicks();
  const result = resultFor(explanations, questions, given);
  if (second) joinLanguages(result, resultFor(second.explanations, questions, given), [languageOf(document), second]);
  markSecondLanguage(result, second?.lang ?? languageOf(document).lang, Boolean(second));
  keepOnDevice(result);
  // The old content is removed only after the new content is ready.
  dropResult();
  state.step = RESULT;
  viewOf(state.form).hidden = true;
  document.getElementById("main").append(result);
  document.title = /** @type {string} */ (state.form.dataset.resultTitle);
  scrollToTop();
  focusOn(result.querySelector("h1"));
  reportHeight("page");
  state.moved = performance.now();
}

/** @type {Record<string, () => void>} */
const moves = {
  next: () => goForward(),
  on: () => goForward(),
  skip: () => { clearTicks(fieldset(state.form, walkTicks().asked[state.step])); goForward(); },
  back: () => goBack(),
  restart: () => { clearTicks(state.form); goTo(0); },
  change: () => goTo(0),
  print: () => window.print?.(),
};

/** @type {(position: number) => void} */
function goTo(position) {
  steps.allowAll();
  steps.pushStep(position);
  showStep(position);
}

function goForward() {
  const next = state.step + 1 < walkTicks().asked.length ? state.step + 1 : RESULT;
  steps.pushStep(next);
  showStep(next);
}

function goBack() {
  const before = steps.stepBack(state.step);
  if (before !== undefined) showStep(before);
}

// Changes the language in place: loads the page in the other language, with the same ticks and step.
/** @type {(path: string) => Promise<void>} */
async function changeLanguage(path) {
  offlineNote().hidden = true;
  let page;
  let found;
  try {
    page = await pageAt(path);
    const there = page.getElementById("guide");
    // If there are none, the rehearsal throws.
    found = /** @type {Explanations} */ (explanationsIn(await pageAt(there.dataset.explanations)));
    rehearseResult(found, JSON.parse(/** @type {string} */ (page.getElementById("walk").textContent)));
    if (!onDevice()) return;
    tickAs(there, ticksOf(state.form, state.questions));
    document.body.replaceWith(document.adoptNode(page.body));
  } catch {
    if (onDevice()) offlineNote().hidden = false;
    return;
  }
  const [here, explanations] = [page, found];
  orGiveBack(() => turnToPage(here, explanations, path));
}

// Replaces the body by that of a loaded page.
/** @type {(page: Document, explanations: Explanations, path: string) => void} */
function turnToPage(page, explanations, path) {
  state.form = document.getElementById("guide");
  const { lang, dir } = page.documentElement;
  Object.assign(document.documentElement, { lang, dir });
  document.title = page.title;
  document.getElementById("walk").replaceWith(document.adoptNode(page.getElementById("walk")));
  takeForm();
  state.explanations = explanations;
  if (state.second?.lang === lang) state.second = null;
  state.form.dataset.runs = "device";
  steps.replaceStep(state.step, path);
  showStep(state.step);
}

// Shows a second language, or removes it. The answers do not change; if this fails, the result does not change either.
/** @type {(code: string) => Promise<void>} */
async function showBeside(code) {
  const before = state.second;
  offlineNote().hidden = true;
  try {
    const page = code === languageOf(document).lang ? null : await pageAt(`${state.form.dataset.prefix}/${code}/explain`);
    const found = page && explanationsIn(page);
    if (page && !found) throw new Error("no explanations");
    if (!onDevice()) return;
    state.second = page && found && { ...languageOf(page), explanations: found };
    showResult();
  } catch {
    state.second = before;
    if (onDevice()) offlineNote().hidden = false;
  }
}

// Adds an event listener that acts only while the script runs the form.
/** @type {<Name extends keyof DocumentEventMap>(type: Name, act: (event: DocumentEventMap[Name]) => void) => void} */
function onDeviceOn(type, act) {
  document.addEventListener(type, (event) => onDevice() && orGiveBack(() => act(event)));
}

// A double tap counts as one tap: the second one must not answer the next question or post the form.
document.addEventListener("click", (event) => {
  const again = event.detail > 1 && performance.now() - state.moved < DOUBLE;
  const target = /** @type {Element} */ (event.target);
  if (!again || !(onDevice() || hasFailed()) || target.closest(".exit")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);

onDeviceOn("click", (event) => {
  const target = /** @type {Element} */ (event.target).closest("a, button");
  if (!target) return;
  const { move, language, pair } = target.dataset;
  const leftOut = target.matches("[data-left-out] > a");
  if (!(move || language || pair || leftOut || target.matches('a[href^="#"]'))) return;
  event.preventDefault();
  if (move) moves[move]();
  else if (pair) showBeside(pair);
  else if (language) changeLanguage(`${state.form.dataset.prefix}/${language}/questions`);
  else orStay(() => (leftOut ? toggleWarning(target, state.explanations, state.second) : jumpToTarget(target)));
});

onDeviceOn("submit", (event) => {
  if (event.target !== state.form) return;
  event.preventDefault();
  goForward();
});

// Enter goes to the next step, and does not post after a failure: only the button with the notice does.
document.addEventListener("keydown", (event) => {
  const { tagName } = /** @type {Element} */ (event.target);
  if (event.key !== "Enter" || tagName !== "INPUT" || !(onDevice() || hasFailed())) return;
  event.preventDefault();
  if (onDevice()) orGiveBack(goForward);
});

onDeviceOn("change", (event) => {
  const target = /** @type {HTMLInputElement} */ (event.target);
  if (target.type === "checkbox" && target.checked) untickContradictions(target);
  if (!state.form.contains(target)) return;
  showAtOnce(state.form, state.explanations.pieces);
  reportHeight("questions");
});

window.addEventListener("popstate", (event) => {
  if (onDevice() && event.state) orGiveBack(() => showStep(event.state.step));
});

// Browsers restore ticks: a page that is shown again starts empty.
window.addEventListener("pagehide", () => state.form && clearTicks(state.form));
window.addEventListener("pageshow", (event) => {
  if (!event.persisted || !state.form) return;
  clearTicks(state.form);
  if (onDevice()) orGiveBack(() => showStep(0));
});

async function openForm() {
  try {
    takeForm();
    await takeOver();
  } catch {
    // Without rules and explanations the server handles the form, and the page says so.
    if (!hasLeft()) giveBack(state.form);
  }
}

if (document.readyState === "complete") openForm();
else window.addEventListener("load", openForm);
