// Builds the result in the browser: all explanations, without the findings that are absent.
// Creates no HTML itself: every element comes from the server's templates.

import { fillAnswers, fillMore } from "./answers_list.mjs";
import { toLine, toLinesOfEnded } from "./lines.mjs";
import { keepOnDevice } from "./links.mjs";
import { arrangeResult, shortenContents } from "./result_order.mjs";
import { counterfactualsFor, outcomeOf, walk } from "./rules.mjs";

export { offerStates } from "./state_here.mjs";
export { toggleWhole } from "./whole.mjs";

/**
 * @typedef {import("./rules.mjs").Answers} Answers
 * @typedef {import("./rules.mjs").FindingRule} FindingRule
 * @typedef {import("./rules.mjs").Outcome} Outcome
 * The parts of the two files (unpack.mjs): the view, the pieces for some results only, and the rules of each finding; and
 * whether the rest of the English of a draft has come.
 * @typedef {{ view: HTMLElement, pieces: DocumentFragment, rules: Record<string, FindingRule>,
 *   inEnglish?: boolean }} Explanations
 * The outcome of each finding, by its id; null if it is absent.
 * @typedef {Record<string, Outcome | null>} Outcomes
 * A copy of one piece.
 * @typedef {(selector: string) => HTMLElement} Piece
 */

const ORDER = ["in-favour", "against", "protection", "rule", "warning", "depends", "not-said"];

// Builds a hidden test result with an invented answer to each question. Throws if this engine or these explanations
// cannot build one: then the script must not start the questions.
/** @type {(explanations: Explanations, questions: import("./rules.mjs").Question[]) => void} */
export function rehearseResult(explanations, questions) {
  const answers = Object.fromEntries(questions.map(({ id, options }) => [id, options.slice(0, 1)]));
  keepOnDevice(resultFor(explanations, questions, walk(questions, answers)));
}

// Builds a result, which is not in the page yet.
/**
 * @type {(explanations: Explanations, questions: import("./rules.mjs").Question[], given: import("./rules.mjs").Walk)
 *   => HTMLElement}
 */
export function resultFor({ view, pieces, rules }, questions, given) {
  const { answers, asked } = given;
  const result = document.importNode(view, true);
  // A printed result is shorter than the printed explanations.
  result.dataset.paper = "short";
  /** @type {Piece} */
  const piece = (selector) => document.importNode(pieces.querySelector(selector), true);
  /** @type {Outcomes} */
  const outcomes = {};
  for (const [id, rule] of Object.entries(rules)) outcomes[id] = outcomeOf(rule, answers, asked);
  // The rows count absent findings, so they are built before those are removed.
  fillRows(result, outcomes, piece);
  for (const article of result.querySelectorAll("[data-finding]")) {
    const outcome = outcomes[/** @type {string} */ (article.dataset.finding)];
    if (outcome) markFinding(article, outcome, piece);
    else article.remove();
  }
  markReviews(result, outcomes, piece);
  for (const section of result.querySelectorAll("#sets > .set")) moveSureFirst(section);
  toLinesOfEnded(result, piece);
  for (const review of result.querySelectorAll("[data-review]")) toLine(review, piece);
  arrangeResult(result, outcomes, questions, answers, piece);
  addCounterfactuals(result, rules, counterfactualsFor(questions, given), piece);
  const [list, again] = [piece("[data-piece=answers]"), piece("[data-piece=again]")];
  fillAnswers(list, given);
  fillMore(again, questions, given);
  // Some apps show pages and cannot print.
  for (const button of again.querySelectorAll("[data-move=print]")) button.hidden = typeof window.print !== "function";
  result.querySelector(".quick").after(list);
  result.querySelector("[data-text]").append(again);
  for (const fold of result.querySelectorAll("details.dated")) showBelowItsAge(fold, piece);
  shortenContents(result);
  keepCitedSources(result);
  // A recording is loaded from the server, and which one would reveal the answers.
  for (const recorded of result.querySelectorAll("[data-audio]")) recorded.removeAttribute("data-audio");
  return result;
}

// No fold inside a fold: facts that nobody checked for a year stand below a line that says so.
/** @type {(fold: HTMLElement, piece: Piece) => void} */
function showBelowItsAge(fold, piece) {
  const plain = piece("[data-piece=dated]");
  plain.removeAttribute("data-piece");
  const summary = fold.querySelector("summary");
  plain.querySelector("strong").append(...summary.childNodes);
  summary.remove();
  plain.append(...fold.childNodes);
  fold.replaceWith(plain);
}

/** @type {(article: HTMLElement, outcome: Outcome, piece: Piece) => void} */
function markFinding(article, outcome, piece) {
  article.dataset.holds = outcome.holds;
  // A warning of today stands in a group that says so.
  const ended = article.querySelector(":scope > .tag");
  if (ended && outcome.holds === "may-apply") ended.before(piece(`.may-apply[data-kind=${outcome.kind}]`));
  const why = piece("[data-piece=why]");
  why.removeAttribute("data-piece");
  const reasons = outcome.kind === "depends" ? ["depends"] : [];
  for (const [question, ticked] of Object.entries(outcome.because)) {
    reasons.push(...ticked.map((option) => `${question}:${option}`));
  }
  reasons.push(...outcome.skipped.map((question) => `skipped:${question}`));
  if (!reasons.length) reasons.push("everyone");
  why.querySelector("ul").append(...reasons.map((reason) => piece(`[data-reason="${reason}"]`)));
  article.querySelector(".meta").prepend(why);
}

// Which other answer would remove it, and which answers made no difference.
/**
 * @type {(result: HTMLElement, rules: Record<string, FindingRule>,
 *   counterfactualsOf: (rule: FindingRule) => import("./rules.mjs").Counterfactuals, piece: Piece) => void}
 */
function addCounterfactuals(result, rules, counterfactualsOf, piece) {
  for (const article of result.querySelectorAll("#first [data-holds],#fits [data-holds]")) {
    if (article.querySelector("[data-whole]")) continue; // a line
    const { unless, idle } = counterfactualsOf(rules[/** @type {string} */ (article.dataset.finding)]);
    const box = piece("[data-piece=argue]");
    box.removeAttribute("data-piece");
    const others = Object.entries(unless).map(([question, options]) => {
      const item = piece(`[data-unless="${question}"]`);
      for (const option of item.querySelectorAll("[data-option]")) {
        if (!options.includes(/** @type {string} */ (option.dataset.option))) option.remove();
      }
      return item;
    });
    fillPart(box, "unless", others);
    box.querySelector("[data-no-unless]").hidden = others.length > 0;
    fillPart(box, "idle", idle.map((question) => piece(`[data-topic="${question}"]`)));
    article.querySelector(".why > dd").append(box);
  }
}

/** @type {(box: HTMLElement, name: string, items: HTMLElement[]) => void} */
function fillPart(box, name, items) {
  const part = box.querySelector(`[data-part=${name}]`);
  if (items.length) part.querySelector("ul").append(...items);
  else part.remove();
}

/** @type {(result: HTMLElement, outcomes: Outcomes, piece: Piece) => void} */
function markReviews(result, outcomes, piece) {
  for (const article of result.querySelectorAll("[data-review]")) {
    const outcome = outcomes[`review/${article.dataset.review}`];
    if (outcome) markFinding(article, outcome, piece);
    else article.remove();
  }
  if (!result.querySelector("[data-review]")) result.querySelector("#reviews").append(piece("[data-piece=no-reviews]"));
}

// Findings that apply come before those that may apply; each in page order.
/** @type {(section: HTMLElement) => void} */
function moveSureFirst(section) {
  const articles = [...section.querySelectorAll(":scope > [data-finding]")];
  if (!articles.length) return;
  const place = articles[articles.length - 1].nextElementSibling;
  const sure = articles.filter((article) => article.dataset.holds === "applies");
  for (const article of [...sure, ...articles.filter((each) => !sure.includes(each))]) {
    section.insertBefore(article, place);
  }
}

/** @type {(result: HTMLElement, outcomes: Outcomes, piece: Piece) => void} */
function fillRows(result, outcomes, piece) {
  for (const row of result.querySelectorAll("[data-row]")) {
    const articles = [...result.querySelectorAll(`[data-finding][data-theme~="${row.dataset.row}"]`)];
    const known = articles.map((article) => outcomes[/** @type {string} */ (article.dataset.finding)]).filter(Boolean);
    if (!known.some((outcome) => outcome?.kind !== "not-said")) {
      row.remove();
      continue;
    }
    for (const cell of row.querySelectorAll("[data-guideline]")) {
      const ofSet = articles.filter((article) => article.dataset.finding?.startsWith(`${cell.dataset.guideline}/`));
      const box = cell.querySelector(".signs");
      box.textContent = "";
      box.append(...signsFor(ofSet, outcomes).map((sign) => piece(`[data-sign=${sign}]`)));
    }
  }
  if (!result.querySelector("[data-row]")) {
    result.querySelector("#glance .facts").replaceWith(piece("[data-piece=no-rows]"));
  }
}

/** @type {(articles: HTMLElement[], outcomes: Outcomes) => string[]} */
function signsFor(articles, outcomes) {
  const shown = articles.filter((article) => outcomes[/** @type {string} */ (article.dataset.finding)]);
  if (!shown.length) return [articles.length ? "nothing-shown" : "not-named"];
  const found = shown.map((article) => {
    const { holds, kind } = /** @type {Outcome} */ (outcomes[/** @type {string} */ (article.dataset.finding)]);
    const weighs = article.dataset.weighs === "priority" ? "against" : article.dataset.weighs;
    return holds === "applies" ? weighs : kind;
  });
  return ORDER.filter((sign) => found.includes(sign));
}

// Keeps only the cited sources; on paper, only those that printed texts cite.
/** @type {(result: HTMLElement) => void} */
function keepCitedSources(result) {
  /** @type {(...places: string[]) => Set<string | undefined>} */
  const citedIn = (...places) => new Set(
    [...result.querySelectorAll(places.map((place) => `${place} .cited a`).join())].map((link) => link.getAttribute("href")?.slice(1)),
  );
  const cited = citedIn("");
  const onPaper = citedIn("#first", "#fits", "#today");
  for (const source of result.querySelectorAll(".sources > li")) {
    if (!cited.has(source.id)) source.remove();
    else if (!onPaper.has(source.id)) source.dataset.paper = "no";
  }
}
