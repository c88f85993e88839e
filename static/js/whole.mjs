// Opens a text that a result does not have, or has a line of, in place: no request, no new page.

/**
 * @typedef {import("./result.mjs").Explanations} Explanations
 * @typedef {{ lang: string, dir: string, explanations: Explanations }} SecondLanguage
 */

// Opens it, or closes it again. If the result is bilingual, it opens in both languages.
/** @type {(link: Element, explanations: Explanations, second: SecondLanguage | null) => void} */
export function toggleWhole(link, explanations, second) {
  const item = /** @type {HTMLElement} */ ((link.closest("[data-whole]") ?? link).parentElement);
  const open = link.getAttribute("aria-expanded") === "true";
  link.setAttribute("aria-expanded", String(!open));
  if (open) for (const part of item.querySelectorAll(":scope > [data-opened]")) part.remove();
  else addWhole(item, explanations, second);
  // The whole text has the English of its line.
  const short = /** @type {HTMLElement | null} */ (item.querySelector(":scope > .english:not([data-opened])"));
  if (short) short.hidden = !open;
}

// The parts that a line does not have.
const NOT_IN_LINE = ".passage, .wrong, [data-paper=long], .meta, .english";

/** @type {(item: HTMLElement) => string} */
function selectorOf(item) {
  const { leftOut } = item.dataset;
  const { finding, review } = /** @type {HTMLElement} */ (item.closest("[data-finding], [data-review]") ?? item).dataset;
  return review ? `[data-review="${review}"]` : `[data-finding="${leftOut ?? finding}"]`;
}

// Inserts a text that is not in the result, and sources that are not listed yet.
/** @type {(item: HTMLElement, explanations: Explanations, second: SecondLanguage | null) => void} */
function addWhole(item, { view }, second) {
  const absent = item.dataset.leftOut;
  /** @type {(page: Element) => HTMLElement[]} */
  const found = (page) => {
    const article = /** @type {Element} */ (page.querySelector(selectorOf(item)));
    const parts = [...article.children].filter((part) => (absent ? !part.matches("h3, .may-apply") : part.matches(NOT_IN_LINE)));
    return /** @type {HTMLElement[]} */ (parts).map((part) => {
      const copy = document.importNode(part, true);
      copy.dataset.opened = "";
      return copy;
    });
  };
  item.append(...found(view));
  if (second) for (const part of found(second.explanations.view)) {
    if (part.matches(".english")) continue; // it stands there once already, or beside the language itself
    Object.assign(part, { lang: second.lang, dir: second.dir });
    for (const element of part.querySelectorAll("[id]")) element.removeAttribute("id");
    item.append(part);
  }
  for (const code of item.querySelectorAll("[data-code]")) code.remove();
  const list = /** @type {Element} */ (item.closest("[data-view]")).querySelector(".sources");
  for (const link of item.querySelectorAll(".cited a")) {
    const id = /** @type {string} */ (link.getAttribute("href")).slice(1);
    const source = `[id="${id}"]`; // an id may have a dot: c1003.42
    if (!list.querySelector(source)) list.append(document.importNode(view.querySelector(source), true));
  }
}
