// Puts the parts of a result in order: the steps, today's warnings in groups, who can help, and closed parts.
// The twin of the template parts/result.html, whose pieces it uses.

import { arrange } from "./arrange.mjs";
import { toLine } from "./lines.mjs";

/**
 * @typedef {import("./result.mjs").Piece} Piece
 * @typedef {import("./arrange.mjs").Arrangement} Arrangement
 */

// The parts that a result has closed, behind their titles.
const CLOSED = ["glance", "reviews", "glossary", "sources"];
const ONLY_THERE = "#help > :last-child"; // a link to all help: a result has its own ways
const LAST = ["help", "open-questions", "glance", "reviews", "left-out", "glossary", "sources"];

/** @type {(element: Element, selector: string) => HTMLElement[]} */
const all = (element, selector) => [...element.querySelectorAll(selector)];
/** @type {(node: Node) => Node} */
const copy = (node) => node.cloneNode(true);

/**
 * @type {(result: HTMLElement, outcomes: import("./result.mjs").Outcomes, questions: import("./rules.mjs").Question[],
 *   answers: import("./rules.mjs").Answers, piece: Piece) => void}
 */
export function arrangeResult(result, outcomes, questions, answers, piece) {
  const articles = all(result, "#today [data-finding]");
  const groups = arrange(articles, ({ dataset }) => outcomes[/** @type {string} */ (dataset.finding)]);
  const flow = result.querySelector("[data-text]");
  const oldOrders = groups.oldOrders.length > 0 || [...groups.open, ...groups.fits, ...groups.mayFit].some(isOldOrder);
  replaceHead(result, answers, piece);
  if (!oldOrders) result.querySelector(".read-first").remove();
  if (groups.open.length) putBestStep(result, groups.open[0], piece);
  flow.append(...groupsOf(groups, piece));
  flow.append(...openQuestions(groups, questions, piece), ...leftOutOf(outcomes, piece));
  for (const part of all(result, `#${CLOSED.join(",#")},#help > [data-section]`)) close(part, piece);
  for (const part of result.querySelectorAll(ONLY_THERE)) part.remove();
  // All about the ended rules is closed, after what is true today.
  result.querySelector("#glance summary").after(result.querySelector("#today"));
  result.querySelector("#glance > details").append(result.querySelector("#sets"));
  for (const id of LAST) {
    const part = flow.querySelector(`:scope > #${id}`);
    if (part) flow.append(part);
  }
  markReadFirst(result);
}

/** @type {(article: HTMLElement) => boolean} */
const isOldOrder = (article) => "oldOrder" in article.dataset;

/** @type {(result: HTMLElement, answers: import("./rules.mjs").Answers, piece: Piece) => void} */
function replaceHead(result, answers, piece) {
  result.querySelector("h1").replaceWith(piece("[data-piece=now]"));
  const draft = result.querySelector(".draft");
  if (draft) {
    draft.remove();
    result.querySelector(".now").after(piece(".draft"));
  }
  const who = answers.for?.[0] ?? "nobody";
  const lede = result.querySelector(".lede");
  lede.before(piece(`[data-piece=tone-${who}]`));
  lede.replaceWith(piece("[data-piece=quick]"));
  result.querySelector("details.pairs")?.replaceWith(piece("details.pairs"));
  for (const contents of [".on-page", ".rail"]) result.querySelector(contents).replaceWith(piece(contents));
}

// "On this page" names only what is there.
/** @type {(result: HTMLElement) => void} */
export function shortenContents(result) {
  for (const link of result.querySelectorAll(".on-page a, .rail a")) {
    if (!result.querySelector(/** @type {string} */ (link.getAttribute("href")))) link.closest("li")?.remove();
  }
}

// The step of the warning that fits best takes the place of the last step for everyone, and its English that of its English.
/** @type {(result: HTMLElement, article: HTMLElement, piece: Piece) => void} */
function putBestStep(result, article, piece) {
  const english = article.querySelector(".english");
  const age = all(article, ".stale");
  /** @type {(inEnglish: boolean) => Node[]} */
  const ageOf = (inEnglish) => age.filter((note) => Boolean(note.closest(".english")) === inEnglish).map(copy);
  const step = piece("[data-piece=best-step]");
  const more = article.querySelector("[data-step-more]");
  step.querySelector("strong").append(...[...article.querySelector("[data-step]").childNodes].map(copy));
  if (more) step.querySelector(".more").append(...[...more.childNodes].map(copy));
  else step.querySelector(".more").remove();
  step.append(...ageOf(false));
  result.querySelector("[data-steps] > :last-child").replaceWith(step);
  if (!english) return;
  const said = piece("[data-piece=best-in-english]");
  said.querySelector("p").append(...[...english.querySelector("[data-step-english]").childNodes].map(copy));
  said.append(...ageOf(true));
  result.querySelector(".now .english ol > :last-child").replaceWith(said);
}

// The groups in sight: for people who are held, what fits, what is for everyone, what may fit.
/** @type {(groups: Arrangement, piece: Piece) => HTMLElement[]} */
function groupsOf({ held, open, fits, everyone, mayFit }, piece) {
  const found = [];
  if (held.length) found.push(filled("[data-piece=first]", held.map((each) => shorten(each, piece)), piece));
  if (open.length) {
    const cards = [...open.map((each) => shorten(each, piece)), ...fits.map((each) => toRow(each, piece))];
    found.push(filled("[data-piece=fits]", cards, piece));
  }
  found.push(filled("[data-piece=for-all]", everyone.map((each) => toRow(each, piece)), piece));
  if (mayFit.length) found.push(filled("[data-piece=may-fit]", mayFit.map((each) => toRow(each, piece)), piece));
  return found;
}

/** @type {(selector: string, articles: HTMLElement[], piece: Piece) => HTMLElement} */
function filled(selector, articles, piece) {
  const group = piece(selector);
  group.querySelector("[data-slot]").append(...articles);
  const count = group.querySelector("[data-count]");
  if (count) count.textContent = String(articles.length);
  return group;
}

// What nobody answered: old orders first, then a row for each question.
/** @type {(groups: Arrangement, questions: import("./rules.mjs").Question[], piece: Piece) => HTMLElement[]} */
function openQuestions({ oldOrders, skipped }, questions, piece) {
  const rows = questions.filter(({ id }) => skipped[id]).map(({ id }) => ({ selector: `[data-skipped=${id}]`, articles: skipped[id] }));
  if (oldOrders.length) rows.unshift({ selector: "[data-piece=old-orders]", articles: oldOrders });
  if (!rows.length) return [];
  const section = piece("[data-piece=open-questions]");
  for (const { selector, articles } of rows) {
    for (const article of articles) {
      takeTitleIf(article, piece);
      toLine(article, piece);
    }
    section.querySelector("[data-slot]").append(filled(selector, articles, piece));
  }
  return [section];
}

// A title that states as a fact what nobody said becomes one that says "If ...".
/** @type {(article: HTMLElement, piece: Piece) => void} */
function takeTitleIf(article, piece) {
  const name = /** @type {string} */ (article.dataset.finding).split("/").slice(1).join("/");
  article.querySelector("h3").replaceWith(piece(`[data-if="${name}"]`));
}

// Only its title, its step and its first words are in sight.
/** @type {(article: HTMLElement, piece: Piece) => HTMLElement} */
function shorten(article, piece) {
  const whole = piece("[data-piece=whole]");
  const title = /** @type {Element} */ (article.querySelector("h3"));
  whole.removeAttribute("data-piece");
  whole.querySelector(".unseen").append(...[...title.childNodes].map(copy));
  whole.append(...all(article, ":scope > .passage:not(.lead), :scope > .wrong, :scope > .meta"));
  article.querySelector(":scope > .lead").after(whole);
  return article;
}

// A line, closed behind its title and its step.
/** @type {(article: HTMLElement, piece: Piece) => HTMLElement} */
function toRow(article, piece) {
  toLine(article, piece);
  const row = piece("[data-piece=row]");
  row.removeAttribute("data-piece");
  const summary = row.querySelector("summary");
  summary.prepend(article.querySelector("h3"));
  summary.append(article.querySelector(".step"));
  // An exception that protects from harm stays with its step.
  if ("urgent" in article.dataset) summary.append(" ", article.querySelector(".step-more") || "");
  row.append(...article.childNodes);
  article.append(row);
  return article;
}

/** @type {(outcomes: import("./result.mjs").Outcomes, piece: Piece) => HTMLElement[]} */
function leftOutOf(outcomes, piece) {
  const section = piece("[data-piece=left-out]");
  for (const item of section.querySelectorAll("[data-left-out]")) {
    if (outcomes[/** @type {string} */ (item.dataset.leftOut)]) item.remove();
  }
  return section.querySelector("[data-left-out]") ? [section] : [];
}

/** @type {(section: HTMLElement, piece: Piece) => void} */
function close(section, piece) {
  const details = piece("[data-piece=closed]");
  details.removeAttribute("data-piece");
  details.querySelector("summary").append(section.querySelector("h2, h3"));
  details.append(...section.childNodes);
  section.append(details);
  section.classList.add("closed");
}

// The box above the steps leads to the first warning about an old order, or to the row of those that nobody answered.
/** @type {(result: HTMLElement) => void} */
function markReadFirst(result) {
  if (!result.querySelector(".read-first")) return;
  const warnings = all(result, "[data-old-order]").filter((article) => !article.closest("[data-old-orders]"));
  const place = warnings.length ? warnings[0] : /** @type {HTMLElement} */ (result.querySelector("[data-old-orders]"));
  place.querySelector("h3").id = "read-first";
}
