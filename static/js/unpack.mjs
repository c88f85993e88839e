// Makes one whole of the two files from which the script makes results: of what is true today, and of what ended. What they
// have once, to weigh less, is written out here as the server writes it: which sources a text cites.

/**
 * @typedef {import("./result.mjs").Explanations} Explanations
 * @typedef {ParentNode & { append: (...nodes: (Node | string)[]) => void }} Parts
 */

/** @type {(page: Document) => DocumentFragment | undefined} */
const piecesOf = (page) => /** @type {HTMLTemplateElement | null} */ (page.querySelector("#pieces"))?.content;
/** @type {(page: Document) => Explanations["rules"]} */
const rulesOf = (page) => JSON.parse(/** @type {string} */ (page.getElementById("rules")?.textContent ?? "null"));

// Returns the explanations of both files; null if something is missing. Changes both documents.
/** @type {(today: Document, old: Document) => Explanations | null} */
export function explanationsIn(today, old) {
  /** @type {HTMLElement | null} */
  const view = today.querySelector("[data-view=result]");
  /** @type {HTMLElement | null} */
  const ended = old.querySelector("[data-view=old]");
  const [pieces, more] = [piecesOf(today), piecesOf(old)];
  const [rules, ofOld] = [rulesOf(today), rulesOf(old)];
  if (!(view && ended && pieces && more && rules && ofOld)) return null;
  pieces.append(more);
  const sources = view.querySelector(".sources");
  sources.append(...ended.querySelectorAll(".sources > li"));
  view.querySelector("#glossary").before(...ended.querySelectorAll(":scope > :not(#sources)"));
  writeSources(sources, view, pieces);
  return { view, pieces, rules: { ...rules, ...ofOld } };
}

// Puts the sources in the order of their numbers, and names them where they are cited.
/** @type {(sources: HTMLElement, view: HTMLElement, pieces: DocumentFragment) => void} */
function writeSources(sources, view, pieces) {
  const items = /** @type {HTMLElement[]} */ ([...sources.children]);
  sources.append(...items.sort((a, b) => Number(a.dataset.n) - Number(b.dataset.n)));
  /** @type {Record<string, HTMLElement>} */
  const citations = {};
  for (const item of items) citations[/** @type {string} */ (item.dataset.n)] = citationOf(item, pieces);
  for (const place of [view, pieces]) {
    for (const cited of place.querySelectorAll(".cited[data-n]")) {
      const numbers = /** @type {string} */ (cited.dataset.n).split(" ");
      cited.append(...numbers.map((number) => citations[number].cloneNode(true)));
      cited.removeAttribute("data-n");
    }
  }
}

// How a text names this source: its title, which leads to the list, and a note. The title in the list becomes a link to the
// source, or, where nothing can be opened, plain words.
/** @type {(item: HTMLElement, pieces: DocumentFragment) => HTMLElement} */
function citationOf(item, pieces) {
  const title = /** @type {HTMLElement} */ (item.firstElementChild);
  const note = pieces.querySelector(`[data-note="${item.dataset.n}"]`);
  const words = [...title.childNodes];
  const link = Object.assign(document.createElement("a"), { href: `#${item.id}` });
  link.dataset.n = item.dataset.n;
  link.append(...words.map((node) => node.cloneNode(true)));
  const citation = document.createElement("li");
  citation.append(link, ...(note ? note.childNodes : []));
  if (title.localName === "a") Object.assign(title, { rel: "noreferrer noopener", target: "_blank" });
  else title.replaceWith(...words);
  return citation;
}
