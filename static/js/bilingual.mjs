// Joins a result in two languages, in the browser because the answers stay there: the twin of guide/html/bilingual.py.

const BLOCKS = new Set(("address article aside blockquote button caption dd details div dl dt fieldset figcaption figure "
  + "footer form h1 h2 h3 h4 h5 h6 header label legend li nav ol p section summary table tbody td th thead tr ul").split(" "));
const NUMBERED = new Set(["p", "li"]);
const SIDE = new Set([...NUMBERED, "h1", "h2", "h3", "h4"]);

/**
 * A language and its direction, as `lang` and `dir` of HTML.
 * @typedef {{ lang: string, dir: string }} Language
 * @typedef {{ languages: Language[], next: () => number }} Pair
 */

/** @type {(element: Element) => string} */
const tag = (element) => element.localName;
/** @type {(element: Element) => boolean} */
const isBlock = (element) => BLOCKS.has(tag(element)) || element.classList.contains("button");
/** @type {(element: Element) => string} */
const words = (element) => /** @type {string} */ (element.textContent).trim().split(/\s+/).join(" ");
/** @type {(element: Element) => Element[]} */
const worded = (element) => [...element.children].filter(words);
/**
 * @param {Node} node
 * @returns {node is Text}
 */
const isText = (node) => node.nodeType === Node.TEXT_NODE;
// Whether it has text outside its child elements.
/** @type {(element: Element) => boolean} */
const mixed = (element) => [...element.childNodes].some((node) => isText(node) && node.data.trim());
/** @type {(name: string) => HTMLElement} */
const make = (name) => Object.assign(document.createElement("span"), { className: name });

// Adds the text of tree `b` to tree `a`; `languages` are two of { lang, dir }. Changes both trees.
/** @type {(a: HTMLElement, b: HTMLElement, languages: Language[]) => void} */
export function joinLanguages(a, b, languages) {
  /** @type {(tree: Element) => HTMLElement[]} */
  const own = (tree) => [...tree.querySelectorAll("[data-own=page]")];
  const notes = own(b);
  for (const note of notes) Object.assign(note, languages[1]);
  const kept = own(a);
  for (const note of [...kept, ...notes]) note.remove();
  for (const tree of [a, b]) {
    for (const passage of tree.querySelectorAll("[data-own=passage], template, script")) passage.remove();
  }
  // The English beside a draft stays, once, if both are drafts: no draft is shown without English.
  const folds = [a, b].map((tree) => [...tree.querySelectorAll("[data-english]")]);
  if (!folds.every((found) => found.length)) for (const fold of folds.flat()) fold.remove();
  a.classList.add("paired");
  let number = 0;
  joinTrees(a, b, { languages, next: () => (number += 1) });
  a.querySelector("h1").before(...kept, ...notes);
}

/** @type {(a: Element, b: Element, pair: Pair) => void} */
function joinTrees(a, b, pair) {
  if (a.hasAttribute("data-single") || words(a) === words(b)) return;
  wrapLooseWords(a);
  wrapLooseWords(b);
  const [left, right] = [worded(a), worded(b)];
  const alike = left.length === right.length && left.every((child, index) => tag(child) === tag(right[index]));
  if (mixed(a) || mixed(b) || !alike) putSideBySide(a, b, pair);
  else left.forEach((child, index) => joinTrees(child, right[index], pair));
}

// Joins the text of both; a paragraph gets one number for both.
/** @type {(a: Element, b: Element, pair: Pair) => void} */
function putSideBySide(a, b, { languages, next }) {
  const pair = make(SIDE.has(tag(a)) ? "pair side" : "pair");
  if (NUMBERED.has(tag(a))) pair.append(Object.assign(make("order"), { textContent: String(next()) }));
  [a, b].forEach((tree, index) => {
    const cell = make("text");
    cell.lang = tree.getAttribute("lang") ?? languages[index].lang;
    cell.dir = tree.getAttribute("dir") ?? languages[index].dir;
    cell.append(...tree.childNodes);
    pair.append(cell);
    if (index) plainCopy(cell);
  });
  a.removeAttribute("lang");
  a.removeAttribute("dir");
  a.append(pair);
}

// Wraps text beside block elements into elements: `Sources: <ul>` has a text and a list.
/** @type {(element: Element) => void} */
function wrapLooseWords(element) {
  if (![...element.children].some(isBlock) || !mixed(element)) return;
  /** @type {HTMLElement | null} */
  let run = null;
  for (const node of [...element.childNodes]) {
    if (isText(node) && !node.data.trim()) {
      if (run) run.append(node);
      else node.remove();
    } else if (!isText(node) && isBlock(/** @type {Element} */ (node))) {
      run = null;
    } else {
      if (!run) {
        run = document.createElement("span");
        node.before(run);
      }
      run.append(node);
    }
  }
}

// Removes from the second copy what the first one has: ids, the English of a draft, and pictures without text.
/** @type {(cell: Element) => void} */
function plainCopy(cell) {
  for (const element of cell.querySelectorAll("[id]")) element.removeAttribute("id");
  for (const picture of cell.querySelectorAll("svg, [data-english]")) picture.remove();
}

// Marks the button of the second language.
/** @type {(result: HTMLElement, lang: string) => void} */
export function markSecondLanguage(result, lang) {
  for (const button of result.querySelectorAll("[data-pair]")) {
    if (button.dataset.pair === lang) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
    /** @type {HTMLDetailsElement} */ (button.closest("details")).open = true;
  }
}
