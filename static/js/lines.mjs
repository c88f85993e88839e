// Makes lines of what does not fit best: what to do and its exception, or that a rule protects nobody today, why the line is
// there, and a link to the whole text, which opens in place (whole.mjs). The twin of `lines` in parts/finding.html.

/**
 * @typedef {import("./result.mjs").Piece} Piece
 */

const WHOLE = ":scope > .passage,:scope > .wrong,:scope > [data-paper=long],:scope > .meta > :not(.why),.english .passage,.english .wrong";

/** @type {(article: HTMLElement, set: string, piece: Piece) => HTMLElement} */
function linkOf(article, set, piece) {
  const holder = piece(`[data-piece="whole-${set}"]`);
  const link = /** @type {Element} */ (holder.querySelector("a"));
  holder.removeAttribute("data-piece");
  link.setAttribute("href", link.getAttribute("href") + article.id);
  return holder;
}

// Of a warning of today, or of a way to ask for a review.
/** @type {(article: HTMLElement, piece: Piece) => void} */
export function toLine(article, piece) {
  const title = /** @type {Element} */ (article.querySelector(":scope > h3, :scope > h4"));
  const holder = linkOf(article, article.dataset.review ? "review" : setOf(article), piece);
  holder.querySelector(".unseen").append(...[...title.childNodes].map((node) => node.cloneNode(true)));
  for (const part of article.querySelectorAll(WHOLE)) part.remove();
  article.querySelector(":scope > .meta").after(holder);
}

// Of the ended sets. No title of an ended rule stands without what it is worth today.
/** @type {(result: HTMLElement, piece: Piece) => void} */
export function toLinesOfEnded(result, piece) {
  for (const article of result.querySelectorAll("#sets [data-finding]")) {
    const heading = linkOf(article, setOf(article), piece);
    const title = /** @type {Element} */ (article.querySelector("h4"));
    heading.querySelector("a").prepend(...title.childNodes);
    title.replaceWith(heading);
    for (const part of article.querySelectorAll(WHOLE)) part.remove();
    for (const name of ["id", "data-share"]) article.removeAttribute(name); // nothing leads to a line
  }
  for (const part of result.querySelectorAll("#sets > .set > [data-paper=long]")) part.remove();
}

/** @type {(article: HTMLElement) => string} */
const setOf = (article) => /** @type {string} */ (article.dataset.finding).split("/")[0];
