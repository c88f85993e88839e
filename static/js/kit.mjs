// The walk through the questions in the kit (`guide kit`): one file without a network, so all of it is in the page. An
// answer is a tick in this page and nowhere else; without script the questions and the warnings are there to read.

import { arrange } from "./arrange.mjs";
import "./copy_age.mjs";
import "./print.mjs";
import { outcomeOf, walk } from "./rules.mjs";

/**
 * @typedef {import("./rules.mjs").Question} Question
 * @typedef {import("./rules.mjs").FindingRule} FindingRule
 */

const chapter = /** @type {HTMLElement} */ (document.getElementById("questions"));
const { content: pieces } = /** @type {HTMLTemplateElement} */ (document.querySelector("template"));
/** @type {{ questions: Question[], rules: Record<string, FindingRule> }} */
const { questions, rules } = JSON.parse(/** @type {string} */ (document.getElementById("walk")?.textContent));
const form = document.createElement("form");
let current = "";

/** @type {(name: string) => HTMLElement} */
const piece = (name) => document.importNode(pieces.querySelector(`[data-piece=${name}]`), true);
/** @type {(id: string) => HTMLElement} */
const boxOf = (id) => chapter.querySelector(`[data-question="${id}"]`);
/** @type {() => HTMLInputElement[]} */
const inputs = () => [...form.querySelectorAll("input")];

function given() {
  const ticked = inputs().filter(({ checked }) => checked);
  return walk(questions, Object.fromEntries(questions.map(({ id }) => [id, ticked.filter(({ name }) => name === id).map(({ value }) => value)])));
}

// An answer becomes a field to tick. The browser must not keep it: Firefox asks the form about that, and each field.
/** @type {(item: HTMLElement, question: Question) => void} */
function addTick(item, { id, many }) {
  const label = document.createElement("label");
  const [type, value] = [many ? "checkbox" : "radio", item.dataset.option];
  label.append(Object.assign(document.createElement("input"), { type, name: id, value, autocomplete: "off" }), ...item.childNodes);
  item.append(label);
}

// One question at a time.
/** @type {(id: string) => void} */
function show(id) {
  const { asked } = given();
  current = id;
  chapter.querySelector("[data-piece=result]")?.remove();
  form.hidden = false;
  for (const question of questions) boxOf(question.id).hidden = question.id !== id;
  form.querySelector("[data-move=back]").hidden = id === asked[0];
  form.querySelector("[data-move=now]").hidden = id === asked[asked.length - 1];
}

/** @type {(id: string | undefined) => void} */
function goTo(id) {
  if (id) show(id);
  else showResult();
  /** @type {HTMLElement} */
  const title = (id ? boxOf(id) : chapter.querySelector("[data-piece=result]")).querySelector("h3");
  title.focus();
}

/** @type {(by: number) => string | undefined} */
function beside(by) {
  const { asked } = given();
  return asked[asked.indexOf(current) + by];
}

// The warnings of today in the groups of a result, as the site has them (result_order.mjs).
function showResult() {
  const { answers, asked } = given();
  const articles = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("#warnings [data-finding]")]);
  /** @type {(article: HTMLElement) => ReturnType<typeof outcomeOf>} */
  const outcome = ({ dataset }) => outcomeOf(rules[/** @type {string} */ (dataset.finding)], answers, asked);
  const { held, open, fits, everyone, mayFit, oldOrders, skipped } = arrange(articles, outcome);
  const result = piece("result");
  const unsaid = [...oldOrders, ...questions.flatMap(({ id }) => skipped[id] || [])];
  const groups = Object.entries({ held, fits: [...open, ...fits], everyone, mayFit, skipped: unsaid });
  for (const [name, found] of groups) {
    const group = result.querySelector(`[data-group=${name}]`);
    group.append(...found.map((article) => copyOf(article, outcome(article)?.holds, name === "skipped")));
    if (!found.length) group.remove();
  }
  const steps = /** @type {Node} */ (document.querySelector("#steps ol")?.cloneNode(true));
  result.querySelector("[data-group=steps]").append(steps);
  form.hidden = true;
  chapter.append(result);
}

// A title that states as a fact what nobody said becomes one that says "If ...".
/** @type {(article: HTMLElement, holds: string | undefined, unsaid: boolean) => HTMLElement} */
function copyOf(article, holds, unsaid) {
  const copy = /** @type {HTMLElement} */ (article.cloneNode(true));
  copy.removeAttribute("id");
  copy.dataset.holds = holds;
  const other = copy.querySelector("[data-if]");
  if (unsaid && other) {
    other.hidden = false;
    copy.querySelector("h3").hidden = true;
  }
  return copy;
}

/** @type {(ticked: HTMLInputElement[]) => void} */
function clear(ticked) {
  for (const input of ticked) input.checked = false;
}

/** @type {Record<string, () => void>} */
const moves = {
  next: () => goTo(beside(1)),
  skip: () => { clear(inputs().filter(({ name }) => name === current)); goTo(beside(1)); },
  back: () => goTo(beside(-1) || current),
  now: () => goTo(undefined),
  change: () => goTo(questions[0].id),
  restart: () => { clear(inputs()); goTo(questions[0].id); },
};

function begin() {
  form.autocomplete = "off";
  for (const question of questions) {
    const box = boxOf(question.id);
    const title = box.querySelector("h3");
    title.id = `ask-${question.id}`;
    box.setAttribute("role", "group");
    box.setAttribute("aria-labelledby", title.id);
    for (const item of box.querySelectorAll("[data-option]")) addTick(item, question);
    form.append(box);
  }
  form.append(piece("moves"));
  chapter.append(form);
  for (const line of chapter.querySelectorAll("[data-no-script]")) line.remove();
  show(questions[0].id);
}

chapter.addEventListener("click", (event) => {
  const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-move]"));
  if (button) moves[/** @type {string} */ (button.dataset.move)]();
});

// "None of these" excludes other ticks: the later tick wins.
form.addEventListener("change", (event) => {
  const { name, value, checked } = /** @type {HTMLInputElement} */ (event.target);
  if (checked) clear(inputs().filter((other) => other.name === name && (other.value === "none") !== (value === "none")));
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  moves.next();
});

// A page that is shown again starts empty.
window.addEventListener("pagehide", () => {
  clear(inputs());
  show(questions[0].id);
});

// A link to another site leaves this file open behind it.
for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('a[href^="http"]'))) {
  link.target = "_blank";
  link.rel = "noreferrer noopener";
}

begin();
