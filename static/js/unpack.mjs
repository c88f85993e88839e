// Makes one whole of the files from which the script makes results: of what is true today, and of what ended. What they
// have once, to weigh less, is written out here as the server writes it: which sources a text cites.

import { PUBLIC, pageAt } from "./explanations.mjs";

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
  leadToEnglish(view, pieces);
  return { view, pieces, rules: { ...rules, ...ofOld } };
}

// Where the rest of the English of a draft is not there yet, its place leads to the English page.
/** @type {(view: HTMLElement, pieces: DocumentFragment) => void} */
function leadToEnglish(view, pieces) {
  const link = pieces.querySelector("[data-piece=english] > a");
  if (!link) return;
  for (const place of view.querySelectorAll("[data-english-later]")) {
    const { id, dataset } = /** @type {HTMLElement} */ (place.closest("[data-finding]"));
    const way = /** @type {Element} */ (link.cloneNode(true));
    way.setAttribute("href", way.getAttribute("href") + id);
    place.dataset.englishLater = dataset.finding;
    place.append(way);
  }
}

// Puts the rest of the English in its places. Of a file that is not whole it takes nothing: half a sentence may say the
// opposite.
/** @type {(english: Document, ...places: ParentNode[]) => void} */
export function putEnglish(english, ...places) {
  if (!rulesOf(english)) return;
  for (const text of english.querySelectorAll("[data-english-of]")) {
    for (const place of places.flatMap((each) => [...each.querySelectorAll(`[data-english-later="${text.dataset.englishOf}"]`)])) {
      place.replaceWith(...document.importNode(text, true).childNodes);
    }
  }
}

// Loads the rest of the English beside a draft, for results to come and one that is shown. Nobody waits for it: without it,
// its place leads to the English page.
/** @type {(explanations: Explanations) => Promise<void>} */
export async function addEnglish(explanations) {
  const { view, pieces } = explanations;
  const { from } = /** @type {HTMLElement} */ (pieces.querySelector("[data-piece=english]"))?.dataset ?? {};
  if (!from) return;
  try {
    putEnglish(await pageAt(from, { ...PUBLIC, priority: "low" }), view, document);
    explanations.inEnglish = true;
  } catch {
    // Not needed.
  }
}

// Puts the sources in the order of their numbers, and names them where they are cited.
/** @type {(sources: HTMLElement, view: HTMLElement, pieces: DocumentFragment) => void} */
function writeSources(sources, view, pieces) {
  const items = /** @type {HTMLElement[]} */ ([...sources.children]);
  sources.append(...items.sort((a, b) => Number(a.dataset.n) - Number(b.dataset.n)));
  /** @type {Record<string, HTMLElement>} */
  const citations = {};
  for (const item of items) citations[/** @type {string} */ (item.dataset.n)] = citationOf(item);
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
/** @type {(item: HTMLElement) => HTMLElement} */
function citationOf(item) {
  const title = /** @type {HTMLElement} */ (item.firstElementChild);
  const words = [...title.childNodes];
  const link = Object.assign(document.createElement("a"), { href: `#${item.id}` });
  link.dataset.n = item.dataset.n;
  link.append(...words.map((node) => node.cloneNode(true)));
  const citation = document.createElement("li");
  citation.append(link, ...besideOf(item));
  if (title.localName === "a") Object.assign(title, { rel: "noreferrer noopener", target: "_blank" });
  else title.replaceWith(...words);
  return citation;
}

// The note beside a citation: that the source is private, and what the list notes about it, where it is marked for this.
/** @type {(item: HTMLElement) => (Node | string)[]} */
function besideOf(item) {
  const [weak, note] = [item.querySelector("[data-private]"), item.querySelector("[data-note]")];
  if (!(weak || note)) return [];
  const beside = Object.assign(document.createElement("span"), { className: "soft" });
  beside.dataset.paper = "no";
  for (const part of [weak, note]) if (part) beside.append(...[...part.childNodes].map((node) => node.cloneNode(true)));
  if (weak) weak.removeAttribute("data-private");
  if (note) note.replaceWith(...note.childNodes);
  item.normalize();
  beside.normalize();
  return [" ", beside];
}
