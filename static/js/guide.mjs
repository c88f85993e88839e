// The same form, one question at a time, on the device. Nothing is posted, nothing is stored.

import { walk } from "./rules.mjs";
import { jump, stay, unfold } from "./links.mjs";
import { join } from "./pair.mjs";
import { explanationsIn, pageAt, resultFor } from "./result.mjs";
import { framed, left } from "./leave.mjs";
import { tell } from "./heights.mjs";
import * as steps from "./steps.mjs";

let form;
let questions;
let explanations;
// The second language of a result in two: its explanations, its lang and dir.
let second = null;
let step = 0;
let moved = 0;
// One number for every result: how many questions somebody was asked is nobody's business.
const RESULT = 99;
const DOUBLE = 600; // ms

const $ = (selector) => form.querySelector(selector);
const fieldset = (id) => form.querySelector(`[data-question="${id}"]`);
const note = () => document.querySelector("[data-offline]");
const pageLanguage = () => ({ lang: document.documentElement.lang, dir: document.documentElement.dir });
const onDevice = () => !left() && form?.dataset.runs === "device";

// Answers live in the form's own ticks, and nowhere else.
function ticked() {
  const answers = {};
  for (const { id } of questions) {
    const inputs = [...fieldset(id).querySelectorAll("input:checked")];
    answers[id] = inputs.map((input) => input.value).filter(Boolean);
  }
  return answers;
}

const walked = () => walk(questions, ticked());

function takeForm() {
  form = document.getElementById("guide");
  questions = JSON.parse(document.getElementById("walk").textContent);
  form.addEventListener("submit", (event) => {
    if (!onDevice()) return;
    event.preventDefault();
    move("next");
  });
  form.addEventListener("keydown", (event) => {
    if (!onDevice() || event.key !== "Enter" || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    move("next");
  });
}

// The script takes over only when rules and explanations are both here.
async function takeOver() {
  const found = explanationsIn(await pageAt(form.dataset.explanations));
  if (!found || left()) return;
  explanations = found;
  // Somebody who has begun to answer goes on where they are.
  const busy = form.contains(document.activeElement);
  const current = document.activeElement?.closest?.("[data-question]")?.dataset.question;
  const { asked } = walked();
  const atEnd = busy && document.activeElement.matches("[type=submit]");
  step = atEnd ? asked.length - 1 : Math.max(0, asked.indexOf(current));
  form.dataset.runs = "device";
  steps.begin(step);
  show(step, { focus: busy });
}

function guarded(action) {
  try {
    action();
  } catch {
    fail();
  }
}

// After a failure everything is in sight again, with its ticks. Still nothing is posted.
function fail() {
  document.querySelectorAll("main > [data-view=result]").forEach((view) => view.remove());
  form.closest("[data-view]").hidden = false;
  for (const hidden of form.querySelectorAll("[data-question], .part")) hidden.hidden = false;
  $("[data-failure]").hidden = false;
  focusOn($("[data-failure] button"));
}

function show(position, { focus = true } = {}) {
  const { asked } = walked();
  document.querySelectorAll("main > [data-view=result]").forEach((view) => view.remove());
  $("[data-failure]").hidden = true;
  note().hidden = true;
  if (position === RESULT) return showResult();
  step = Math.min(position, asked.length - 1);
  position = step;
  form.closest("[data-view]").hidden = false;
  document.title = form.dataset.title;
  for (const { id } of questions) fieldset(id).hidden = id !== asked[position];
  for (const part of form.querySelectorAll(".part")) part.hidden = !part.contains(fieldset(asked[position]));
  const next = $("[data-move=next]");
  next.querySelector("span").textContent = position === asked.length - 1 ? next.dataset.last : next.dataset.more;
  $("[data-move=back]").hidden = position === 0;
  if (focus) {
    window.scrollTo({ top: 0, behavior: "instant" });
    focusOn(fieldset(asked[position]).querySelector("legend"));
  }
  tell("questions");
  // After the focus: a screen reader drops what it was told before the focus moved.
  progress(asked, position);
  moved = performance.now();
  return undefined;
}

// The page around a frame stays where it is.
const focusOn = (element) => element.focus({ preventScroll: framed });

function progress(asked, position) {
  const parts = [...form.querySelectorAll(".part")];
  const here = parts.findIndex((part) => !part.hidden);
  const gaps = {
    part: here + 1, parts: parts.length, title: parts[here].querySelector("h2").textContent,
    // The numbers of the paper sheet: they stay the same when a follow-up is left out.
    number: questions.findIndex(({ id }) => id === asked[position]) + 1, count: questions.length,
  };
  const text = $("[data-progress]");
  text.textContent = text.dataset.text.replace(/\{(\w+)\}/g, (gap, name) => gaps[name] ?? gap);
  form.querySelectorAll(".prog > li").forEach((mark, index) => {
    mark.className = index < here ? "done" : index === here ? "here" : "";
  });
}

function showResult() {
  const given = walked();
  step = RESULT;
  const result = resultFor(explanations, questions, given);
  if (second) join(result, resultFor(second.explanations, questions, given), [pageLanguage(), second]);
  for (const button of result.querySelectorAll("[data-pair]")) {
    const chosen = button.dataset.pair === (second?.lang ?? pageLanguage().lang);
    if (chosen) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
    button.closest("details").open = Boolean(second);
  }
  form.closest("[data-view]").hidden = true;
  document.getElementById("main").append(result);
  document.title = form.dataset.resultTitle;
  window.scrollTo({ top: 0, behavior: "instant" });
  stay(result);
  focusOn(result.querySelector("h1"));
  tell("page");
  moved = performance.now();
}

const moves = {
  next: () => forward(),
  skip: () => { clear(fieldset(walked().asked[step])); forward(); },
  back: () => back(),
  again: () => forward(),
  restart: () => { clear(form); goTo(0); },
  change: () => goTo(0),
  print: () => window.print(),
};

function goTo(position) {
  steps.fromTheTop();
  steps.push(position);
  show(position);
}

function forward() {
  const next = step + 1 < walked().asked.length ? step + 1 : RESULT;
  steps.push(next);
  show(next);
}

function back() {
  const before = steps.back(step);
  if (before !== undefined) show(before);
}

function move(name) {
  guarded(moves[name]);
}

function clear(fields) {
  for (const input of fields.querySelectorAll("input")) input.checked = input.value === "";
}

// The language changes in place: the page in the other language, with the same ticks, at the same step.
async function speak(path) {
  note().hidden = true;
  let ticks;
  try {
    const page = await pageAt(path);
    const found = explanationsIn(await pageAt(page.getElementById("guide").dataset.explanations));
    if (left()) return;
    if (!found) throw new Error("no explanations");
    ticks = ticked();
    document.documentElement.lang = page.documentElement.lang;
    document.documentElement.dir = page.documentElement.dir;
    document.title = page.title;
    document.body.replaceWith(document.adoptNode(page.body));
    document.getElementById("walk")?.remove();
    document.head.append(document.adoptNode(page.getElementById("walk")));
    explanations = found;
    if (second?.lang === document.documentElement.lang) second = null;
  } catch {
    if (!left()) note().hidden = false;
    return;
  }
  start(ticks);
  form.dataset.runs = "device";
  steps.stand(step, path);
  guarded(() => show(step));
}

// A second language beside the first, or none: the answers stay where they are.
async function pairWith(code) {
  note().hidden = true;
  try {
    const page = code === pageLanguage().lang ? null : await pageAt(`${form.dataset.prefix}/${code}/explain`);
    const found = page && explanationsIn(page);
    if (page && !found) throw new Error("no explanations");
    if (left()) return;
    second = page && { lang: page.documentElement.lang, dir: page.documentElement.dir, explanations: found };
  } catch {
    note().hidden = false;
    return;
  }
  guarded(() => show(RESULT));
}

function start(ticks) {
  takeForm();
  form.dataset.title = document.title;
  for (const [id, options] of Object.entries(ticks)) {
    for (const input of fieldset(id).querySelectorAll("input")) {
      input.checked = options.length ? options.includes(input.value) : input.value === "";
    }
  }
}

// A double tap is one tap: the second must not answer the next question.
document.addEventListener("click", (event) => {
  if (!onDevice() || event.detail < 2 || performance.now() - moved > DOUBLE) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);

document.addEventListener("click", (event) => {
  if (!onDevice()) return;
  const target = event.target.closest("a, button");
  if (!target) return;
  const leftOut = target.matches("[data-left-out] > a");
  const stops = target.dataset.move || target.dataset.language || target.dataset.pair || leftOut || target.matches('a[href^="#"]');
  if (!stops) return;
  event.preventDefault();
  if (target.dataset.move) move(target.dataset.move);
  else if (target.dataset.pair) pairWith(target.dataset.pair);
  else if (target.dataset.language) speak(`${form.dataset.prefix}/${target.dataset.language}/questions`);
  else if (leftOut) guarded(() => unfold(target, explanations, second));
  else jump(target);
});

// "None of these" and another tick contradict each other: the later one wins.
document.addEventListener("change", (event) => {
  if (!onDevice() || event.target.type !== "checkbox" || !event.target.checked) return;
  const fields = event.target.closest("[data-question]");
  for (const input of fields?.querySelectorAll("input:checked") ?? []) {
    if ((input.value === "none") !== (event.target.value === "none")) input.checked = false;
  }
});

window.addEventListener("popstate", (event) => {
  if (onDevice() && event.state) guarded(() => show(event.state.step));
});

// Browsers keep ticks of a page that is left: a page that comes back starts afresh.
window.addEventListener("pagehide", () => form && clear(form));
window.addEventListener("pageshow", (event) => {
  if (!event.persisted || !form) return;
  clear(form);
  if (onDevice()) guarded(() => show(0));
});

async function open() {
  start({});
  try {
    await takeOver();
  } catch {
    // Without rules and explanations the server runs the form, and the page says so.
  }
}

if (document.readyState === "complete") open();
else window.addEventListener("load", open);
