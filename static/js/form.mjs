// The form, one question at a time, in the browser. Nothing is posted, nothing is stored. If the script fails, the
// server handles the form again.

import { dropSoFar, rowOf } from "./answers_list.mjs";
import { dropResult, loadChoice, loadResults, offlineNote, pageAt } from "./explanations.mjs";
import {
  clearTicks, fieldset, giveBack, questionsOf, runOnDevice, showAround, showOnly, showProgress, tickAs, ticksOf,
  untickContradictions, viewOf, whereStarted,
} from "./form_fields.mjs";
import { AWAY, jumpToTarget, keepOnDevice, orStay } from "./links.mjs";
import { hasLeft } from "./quick_exit.mjs";
import { walk } from "./rules.mjs";
import { focusOn, keepFocusInSight, scrollToTop } from "./scroll.mjs";
import * as steps from "./steps.mjs";

const { markMove, RESULT } = steps;

/**
 * `second` is the second language of a bilingual result; `step` the index of the question shown, or RESULT; `detour` the
 * question that is open again to change its answer.
 * @typedef {import("./result.mjs").Explanations} Explanations
 * @typedef {import("./languages.mjs").SecondLanguage} SecondLanguage
 * @typedef {{ form: HTMLFormElement, questions: import("./rules.mjs").Question[], explanations: Explanations,
 *   maker: typeof import("./ahead.mjs"), second: SecondLanguage | null, step: number, detour: import("./steps.mjs").Detour | null }} State
 */

// The state of the page, except for the ticks. `form`, `questions` and `explanations` are set later.
const state = /** @type {State} */ ({ second: null, step: 0, detour: null });

// Translators and other extensions may put a copy in the place of the form.
function formNow() {
  if (state.form?.isConnected === false) state.form = document.getElementById("guide") ?? state.form;
  return state.form;
}

const onDevice = () => !hasLeft() && formNow()?.dataset.runs === "device";
const hasFailed = () => state.form?.contains(document.querySelector("[data-failure]:not([hidden])"));
const languages = () => import("./languages.mjs");
// For the module that a page in a frame has beside this one.
/** @type {(what: string) => unknown} */
const reportHeight = (what) => document.dispatchEvent(new CustomEvent("shown", { detail: what }));
const walkTicks = () => walk(state.questions, ticksOf(state.form, state.questions));
const makeAhead = () => state.maker.makeAhead(state.explanations, state.questions, walkTicks);

function takeForm() {
  state.form = document.getElementById("guide");
  state.questions = questionsOf(document);
  state.form.dataset.title = document.title;
}

// The script takes over only when rules and explanations are loaded, and a hidden test result has succeeded.
async function takeOver() {
  const { questions } = state;
  Object.assign(state, await loadResults(state.form, questions));
  if (hasLeft()) return;
  const form = formNow();
  const { busy, step } = whereStarted(form, questions, walkTicks().asked);
  state.step = step;
  runOnDevice(form);
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

// After a failure the server handles the form, with its ticks. It is posted only after a notice and a press of the button.
function failOver() {
  if (hasLeft()) return;
  giveBack(state.form);
  const notice = state.form.querySelector("[data-failure]");
  notice.hidden = false;
  dropResult();
  orStay(() => focusOn(notice));
  markMove();
}

/** @type {(position: number, options?: { focus?: boolean, edited?: string }) => void} */
function showStep(position, { focus = true, edited } = {}) {
  offlineNote().hidden = true;
  if (position === RESULT) showResult(edited);
  else showQuestion(position, focus);
}

/** @type {(position: number, focus: boolean) => void} */
function showQuestion(position, focus) {
  const { form, questions } = state;
  const given = walkTicks();
  dropResult();
  state.step = Math.min(position, given.asked.length - 1);
  const current = given.asked[state.step];
  viewOf(form).hidden = false;
  document.title = /** @type {string} */ (form.dataset.title);
  showOnly(form, questions, current);
  showAround(state, given);
  if (focus) {
    scrollToTop();
    focusOn(fieldset(form, current).querySelector("legend"));
  }
  reportHeight("questions");
  // After the focus, because screen readers drop announcements from before a focus change.
  showProgress(form);
  if (focus) keepFocusInSight();
  markMove();
  makeAhead();
}

// After a change of one answer, the reader comes back to that answer in the list.
/** @type {(edited?: string) => void} */
function showResult(edited) {
  const { questions, explanations, second } = state;
  const given = walkTicks();
  const result = state.maker.resultNow(explanations, questions, given);
  second?.join(result, questions, given);
  keepOnDevice(result);
  orStay(() => state.maker.offerStates(result, pageAt));
  // The old content is removed only after the new content is ready.
  dropResult();
  state.step = RESULT;
  viewOf(state.form).hidden = true;
  document.getElementById("main").append(result);
  document.title = /** @type {string} */ (state.form.dataset.resultTitle);
  scrollToTop();
  focusOn(rowOf(result, edited) ?? result.querySelector("h1"));
  reportHeight("page");
  markMove();
}

/** @type {Record<string, () => void>} */
const moves = {
  next: () => goForward(),
  on: () => goForward(),
  now: () => goTo(RESULT),
  more: () => goTo(steps.firstOld(state.questions, walkTicks())),
  skip: () => { clearTicks(fieldset(state.form, walkTicks().asked[state.step])); goForward(); },
  back: () => goBack(),
  restart: () => { clearTicks(state.form); goTo(0); },
  change: () => goTo(0),
  print: () => orStay(() => window.print()),
};

/** @type {(position: number) => void} */
function goTo(position) {
  steps.allowAll();
  goOn(position);
}

/** @type {(position: number, edited?: string) => void} */
function goOn(position, edited) {
  steps.pushStep(position);
  showStep(position, { edited });
}

// After a detour, back to where the reader was; a question that the new answer brought up comes first.
function goForward() {
  const { questions, step, detour } = state;
  const way = steps.forward(questions, walkTicks().asked, step, detour);
  state.detour = way.detour;
  goOn(way.position, detour?.id);
}

function goBack() {
  const before = steps.stepBack(state.step);
  if (before !== undefined) showStep(before);
}

// Opens one question again, to change its answer.
/** @type {(id: string) => void} */
function change(id) {
  const { asked } = walkTicks();
  state.detour = { id, asked, origin: state.step === RESULT ? null : asked[state.step] };
  goTo(asked.indexOf(id));
}

// Changes the language in place: loads the page in the other language, with the same ticks and step.
/** @type {(path: string) => Promise<void>} */
function changeLanguage(path) {
  return loadChoice(onDevice, async () => (await languages()).questionsAt(path), ({ page, explanations }) => {
    tickAs(page.getElementById("guide"), state.form, state.questions);
    document.body.replaceWith(document.adoptNode(page.body));
    orGiveBack(() => turnToPage(page, explanations, path));
  });
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
  runOnDevice(state.form);
  steps.replaceStep(state.step, path);
  showStep(state.step);
}

// Shows a second language, or removes it. The answers do not change; if this fails, the result does not change either.
/** @type {(code: string) => Promise<void>} */
function showBeside(code) {
  // The form's own language: translators of pages change the one of the document.
  const { dataset } = state.form;
  const load = async () => (code === dataset.lang ? null : (await languages()).secondAt(dataset, code));
  return loadChoice(onDevice, load, (second) => {
    const before = state.second;
    state.second = second;
    try {
      // The reader may be at a question again.
      if (state.step === RESULT) showResult();
    } catch (error) {
      state.second = before;
      throw error;
    }
  });
}

// Adds an event listener that acts only while the script runs the form.
/** @type {<Name extends keyof DocumentEventMap>(type: Name, act: (event: DocumentEventMap[Name]) => void) => void} */
function onDeviceOn(type, act) {
  document.addEventListener(type, (event) => onDevice() && orGiveBack(() => act(event)));
}

steps.stopSecondTaps(() => onDevice() || hasFailed());

onDeviceOn("click", (event) => {
  const target = /** @type {Element} */ (event.target).closest("a, button");
  if (!target) return;
  const { move, change: edited, language, pair } = target.dataset;
  const away = target.matches(AWAY);
  if (!(move || edited || language || pair || away || target.matches('a[href^="#"]'))) return;
  event.preventDefault();
  if (move) moves[move]();
  else if (edited) change(edited);
  else if (pair) showBeside(pair);
  else if (language) changeLanguage(/** @type {string} */ (state.form.dataset.in).replace("{code}", language));
  else orStay(() => (away ? state.maker.toggleWhole(target, state.explanations, state.second) : jumpToTarget(target)));
});

onDeviceOn("submit", (event) => {
  if (event.target !== state.form) return;
  event.preventDefault();
  goForward();
});

// Enter goes to the next step, and does not post after a failure: only the button with the notice does.
document.addEventListener("keydown", (event) => {
  const target = /** @type {Element} */ (event.target);
  if (event.key !== "Enter" || target.tagName !== "INPUT" || !(onDevice() || hasFailed())) return;
  event.preventDefault();
  if (onDevice() && state.form.contains(target)) orGiveBack(goForward);
});

onDeviceOn("change", (event) => {
  const target = /** @type {HTMLInputElement} */ (event.target);
  if (target.type === "checkbox" && target.checked) untickContradictions(target);
  if (!state.form.contains(target)) return;
  showAround(state, walkTicks());
  reportHeight("questions");
  makeAhead();
});

window.addEventListener("popstate", (event) => {
  state.detour = null;
  if (onDevice() && event.state) orGiveBack(() => showStep(event.state.step));
});

// Browsers restore ticks: a page that is shown again starts empty.
function empty() {
  if (!formNow()) return;
  clearTicks(state.form);
  dropSoFar(state.form);
  state.maker?.forgetAhead();
  state.detour = null;
}
steps.whenLeft(empty, () => {
  empty();
  if (onDevice()) orGiveBack(() => showStep(0));
});

async function openForm() {
  try {
    takeForm();
    await takeOver();
  } catch {
    // Without rules and explanations the server handles the form, and the page says so.
    if (!hasLeft()) giveBack(formNow());
  }
}

if (document.readyState === "complete") openForm();
else window.addEventListener("load", openForm);
