// Finds a paper by its number, its title or words, and opens the paper that the address names. Nothing typed leaves the page.

import { scrollToElement } from "./scroll.mjs";
import { openNamed } from "./unfold.mjs";

/** @type {HTMLInputElement} */
const input = document.getElementById("looked-for");
const status = document.querySelector("[data-count]");
const groups = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(".paper-group"))];

// Case, accents and other marks do not count; anything that is no letter and no digit parts words.
/** @type {(text: string) => string} */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
/** @type {(text: string) => string} */
const inWords = (text) => plain(text).replace(/[^\p{L}\p{N}]+/gu, " ").trim();
/** @type {(text: string) => string} */
const squeezed = (text) => inWords(text).replace(/ /g, "");

const rows = [...document.querySelectorAll(".paper-row")].map((row) => {
  /** @type {(selector: string) => string} */
  const textOf = (selector) => [...row.querySelectorAll(selector)].map((each) => each.textContent).join(" ");
  return { row, words: ` ${inWords(textOf("[data-find]"))} `, formNumber: squeezed(textOf("[data-find=number]")) };
});

// Words are found by how they begin, so that "ICE" is not in "notice"; in scripts without spaces or with joined articles, anywhere.
/** @type {(found: { words: string, formNumber: string }, word: string) => boolean} */
function has({ words, formNumber }, word) {
  const asNumber = squeezed(word);
  if (/\d/.test(asNumber) && formNumber.includes(asNumber)) return true;
  const text = inWords(word);
  return text !== "" && words.includes(/^[\p{Script=Latin}\p{N}]/u.test(text) ? ` ${text}` : text);
}

// Short words ("a", "the", "que") and days say nothing where not all words fit.
/** @type {(word: string) => boolean} */
const counts = (word) => inWords(word).length > 3 || /[\u0590-\uffff]/.test(word);

// "form I-851": the number decides, whatever stands around it. "10 days" is none.
const FORM = /\d{3}|^\p{L}{1,4}\d{2}/u;

// The papers with the number, and those with all words; where there are none, those with any word. A form number that no
// paper has is not made up for by other words.
/** @type {(typed: string) => Element[]} */
function fitting(typed) {
  const words = typed.split(/\s+/).filter((word) => inWords(word));
  const numbers = [typed, ...words].map(squeezed).filter((word) => FORM.test(word));
  const found = rows.filter((row) => numbers.some((number) => row.formNumber.includes(number)) || words.every((word) => has(row, word)));
  if (found.length) return found.map(({ row }) => row);
  if (numbers.some((number) => /^\p{L}{1,4}\d{2}/u.test(number))) return [];
  return rows.filter((row) => words.some((word) => counts(word) && has(row, word))).map(({ row }) => row);
}

function showFitting() {
  const searched = inWords(input.value) !== "";
  const found = searched ? fitting(input.value) : rows.map(({ row }) => row);
  const fallback = document.querySelector(".paper-row[data-fallback]");
  const shown = found.length || !fallback ? found : [fallback];
  for (const { row } of rows) row.hidden = !shown.includes(row);
  for (const group of groups) {
    group.hidden = !shown.some((row) => group.contains(row));
    group.open = searched ? !group.hidden : Boolean(group.querySelector(".paper-row[open]"));
  }
  const { text, none, nothing } = status.dataset;
  const missing = fallback ? none : nothing;
  const told = found.length ? /** @type {string} */ (text).replace("{count}", String(found.length)) : missing;
  status.textContent = searched ? /** @type {string} */ (told) : "";
}

function clear() {
  if (!input.value) return;
  input.value = "";
  showFitting();
}

// What to do first stands within a screen of the top of a paper, so the paper that somebody opens moves to the top.
document.addEventListener("click", ({ target }) => {
  const row = /** @type {HTMLDetailsElement | null} */ (/** @type {Element} */ (target).closest(".paper-row"));
  const opens = row && !row.open && /** @type {Element} */ (target).closest("summary");
  if (opens) requestAnimationFrame(() => scrollToElement(row));
});
input.addEventListener("input", showFitting);
// What was typed must not be restored with the page.
window.addEventListener("pagehide", clear);
window.addEventListener("pageshow", clear);
window.addEventListener("hashchange", () => {
  clear();
  openNamed(".paper-row");
});
document.getElementById("filter").hidden = false;
openNamed(".paper-row");
