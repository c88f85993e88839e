// The same form, one question at a time, on the device. Nothing is posted, nothing is stored. Where that fails, the form
// is the server's again.

import { toTop } from "./scroll.mjs";
import { clear, giveBack, settle, tickAs, ticksOf } from "./form_fields.mjs";
import { walk } from "./rules.mjs";
import { jump, stay, unfold } from "./links.mjs";
import { join } from "./bilingual.mjs";
import { explanationsIn, pageAt, rehearse, resultFor } from "./result.mjs";
import { framed, left } from "./quick_exit.mjs";
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
const failed = () => form?.contains(document.querySelector("[data-failure]:not([hidden])"));
const walked = () => walk(questions, ticksOf(form, questions));

function takeForm() {
  form = document.getElementById("guide");
  questions = JSON.parse(document.getElementById("walk").textContent);
  form.dataset.title = document.title;
}

// The script takes over only when rules and explanations are both here, and have made one result in secret.
async function takeOver() {
  const found = explanationsIn(await pageAt(form.dataset.explanations));
  if (!found) return;
  rehearse(found, questions);
  if (left()) return;
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

// What the page can do without: it stays as it is.
function quietly(action) {
  try {
    action();
  } catch {
    // Nothing is lost.
  }
}

// After a failure the form is the server's, with its ticks. Nothing is posted before somebody who was told so presses.
function fail() {
  if (left()) return;
  giveBack(form);
  const notice = $("[data-failure]");
  notice.hidden = false;
  dropResult();
  quietly(() => focusOn(notice));
  moved = performance.now();
}

function dropResult() {
  for (const view of document.querySelectorAll("main > [data-view=result]")) view.parentNode.removeChild(view);
}

function show(position, { focus = true } = {}) {
  note().hidden = true;
  if (position === RESULT) return showResult();
  const { asked } = walked();
  dropResult();
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
    toTop();
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
  form.querySelectorAll(".progress > li").forEach((mark, index) => {
    mark.className = index < here ? "done" : index === here ? "here" : "";
  });
}

function showResult() {
  const given = walked();
  const result = resultFor(explanations, questions, given);
  if (second) join(result, resultFor(second.explanations, questions, given), [pageLanguage(), second]);
  for (const button of result.querySelectorAll("[data-pair]")) {
    const chosen = button.dataset.pair === (second?.lang ?? pageLanguage().lang);
    if (chosen) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
    button.closest("details").open = Boolean(second);
  }
  stay(result);
  // Nothing goes before what takes its place is made.
  dropResult();
  step = RESULT;
  form.closest("[data-view]").hidden = true;
  document.getElementById("main").append(result);
  document.title = form.dataset.resultTitle;
  toTop();
  focusOn(result.querySelector("h1"));
  tell("page");
  moved = performance.now();
}

const moves = {
  next: () => forward(),
  skip: () => { clear(fieldset(walked().asked[step])); forward(); },
  back: () => back(),
  restart: () => { clear(form); goTo(0); },
  change: () => goTo(0),
  print: () => window.print?.(),
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

// The language changes in place: the page in the other language, with the same ticks, at the same step.
async function speak(path) {
  note().hidden = true;
  let page;
  let found;
  try {
    page = await pageAt(path);
    const there = page.getElementById("guide");
    found = explanationsIn(await pageAt(there.dataset.explanations));
    rehearse(found, JSON.parse(page.getElementById("walk").textContent));
    if (!onDevice()) return;
    tickAs(there, ticksOf(form, questions));
    document.body.replaceWith(document.adoptNode(page.body));
  } catch {
    if (onDevice()) note().hidden = false;
    return;
  }
  guarded(() => turnTo(page, found, path));
}

// The body of this page is here already.
function turnTo(page, found, path) {
  form = document.getElementById("guide");
  const { lang, dir } = page.documentElement;
  Object.assign(document.documentElement, { lang, dir });
  document.title = page.title;
  document.getElementById("walk").replaceWith(document.adoptNode(page.getElementById("walk")));
  takeForm();
  explanations = found;
  if (second?.lang === lang) second = null;
  form.dataset.runs = "device";
  steps.stand(step, path);
  show(step);
}

// A second language beside the first, or none: the answers stay where they are, and so does the result where this fails.
async function pairWith(code) {
  const before = second;
  note().hidden = true;
  try {
    const page = code === pageLanguage().lang ? null : await pageAt(`${form.dataset.prefix}/${code}/explain`);
    const found = page && explanationsIn(page);
    if (page && !found) throw new Error("no explanations");
    if (!onDevice()) return;
    second = page && { lang: page.documentElement.lang, dir: page.documentElement.dir, explanations: found };
    showResult();
  } catch {
    second = before;
    if (onDevice()) note().hidden = false;
  }
}

// What somebody does while the script runs the form.
function on(type, act) {
  document.addEventListener(type, (event) => onDevice() && guarded(() => act(event)));
}

// A double tap is one tap: the second must not answer the next question, nor post what was to stay here.
document.addEventListener("click", (event) => {
  const again = event.detail > 1 && performance.now() - moved < DOUBLE;
  if (!again || !(onDevice() || failed()) || event.target.closest(".exit")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);

on("click", (event) => {
  const target = event.target.closest("a, button");
  if (!target) return;
  const leftOut = target.matches("[data-left-out] > a");
  const stops = target.dataset.move || target.dataset.language || target.dataset.pair || leftOut || target.matches('a[href^="#"]');
  if (!stops) return;
  event.preventDefault();
  if (target.dataset.move) moves[target.dataset.move]();
  else if (target.dataset.pair) pairWith(target.dataset.pair);
  else if (target.dataset.language) speak(`${form.dataset.prefix}/${target.dataset.language}/questions`);
  else quietly(() => (leftOut ? unfold(target, explanations, second) : jump(target)));
});

on("submit", (event) => {
  if (event.target !== form) return;
  event.preventDefault();
  forward();
});

// The Enter key goes on here, and posts nothing after a failure: only the button does, where it says so.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.target.tagName !== "INPUT" || !(onDevice() || failed())) return;
  event.preventDefault();
  if (onDevice()) guarded(forward);
});

on("change", ({ target }) => {
  if (target.type === "checkbox" && target.checked) settle(target);
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
  try {
    takeForm();
    await takeOver();
  } catch {
    // Without rules and explanations the server runs the form, and the page says so.
    if (!left()) giveBack(form);
  }
}

if (document.readyState === "complete") open();
else window.addEventListener("load", open);
