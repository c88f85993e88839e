// Shows the providers of a state and of people who are held, without requests and without typing a place.
// A row whose entry does not answer a question stands below those that fit; only a certain mismatch is hidden.

import { focusOn, scrollToElement } from "./scroll.mjs";

const filters = [.../** @type {NodeListOf<HTMLSelectElement>} */ (document.querySelectorAll("[data-filter]"))];
/** @type {NodeListOf<HTMLElement>} */
const lists = document.querySelectorAll("[data-list]"); // the lines for people in danger are in none: they always stay
const inOrder = [...lists].map((list) => /** @type {HTMLElement[]} */ ([...list.children]));
/** @type {HTMLElement} */
const count = document.querySelector("[data-count]");
/** @type {HTMLElement} */
const heading = document.getElementById("may-help");
/** @type {HTMLDetailsElement} */
const states = document.querySelector(".states"); // the page may be empty by the time it is left
/** @type {HTMLElement} */
const held = document.querySelector("[data-for=detained]");
const beforeHeld = /** @type {HTMLElement} */ (held.previousElementSibling);

/** @type {(name: string) => string} */
const chosen = (name) => filters.find(({ dataset }) => dataset.filter === name)?.value ?? "";
/** @type {(words: string | undefined) => string[]} */
const known = (words = "") => words.split(" ").filter((word) => word && word !== "unknown");

// "fits", "may" or "no", for one filter.
/** @type {(entry: HTMLElement, name: string, value: string) => string} */
function answer(entry, name, value) {
  const said = known(entry.dataset[name]);
  // The languages of an entry do not include English, and an entry without states helps in each.
  if (!value || value === "en" || (name === "states" && !said.length)) return "fits";
  if (said.length && !said.includes(value)) return "no";
  return (name === "serves" ? known(entry.dataset.takes) : said).includes(value) ? "fits" : "may";
}

/** @type {(entry: HTMLElement) => string} */
function standing(entry) {
  const all = filters.map(({ value, dataset }) => answer(entry, /** @type {string} */ (dataset.filter), value));
  return all.includes("no") ? "no" : all.includes("may") ? "may" : "fits";
}

/** @type {(list: HTMLElement, entries: HTMLElement[]) => void} */
function arrange(list, entries) {
  list.querySelector(".may-help")?.remove();
  const may = entries.filter((entry) => standing(entry) === "may");
  for (const entry of entries) entry.hidden = standing(entry) === "no";
  list.append(...entries.filter((entry) => !may.includes(entry)));
  if (!may.length) return;
  list.append(heading.querySelector(list.closest("[data-state]") ? "h4" : "h3").cloneNode(true), ...may);
}

function arrangeStates() {
  const state = chosen("states");
  /** @type {NodeListOf<HTMLDetailsElement>} */
  const sections = document.querySelectorAll("[data-state]");
  for (const section of sections) {
    section.hidden = Boolean(state) && section.dataset.state !== state;
    section.open = section.dataset.state === state;
  }
  states.open = Boolean(state);
  // Who is held reads about that first.
  const byState = /** @type {HTMLElement} */ (states.closest("section"));
  if (chosen("serves") === "detained") byState.before(held);
  else beforeHeld.after(held);
}

// A provider in several states is listed in each of them, and counts once.
/** @type {(wanted: string) => string} */
function number(wanted) {
  const found = inOrder.flat().filter((entry) => !entry.closest("[hidden]") && standing(entry) === wanted);
  return String(new Set(found.map((entry) => entry.dataset.helper)).size);
}

function showFitting() {
  for (const [index, list] of lists.entries()) arrange(list, inOrder[index]);
  for (const list of lists) {
    const fallback = list.closest("[data-section]")?.querySelector("[data-fallback]");
    if (fallback) fallback.hidden = Boolean(list.querySelector("[data-helper]:not([hidden])"));
  }
  arrangeStates();
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll('main a[href^="#"]');
  for (const link of links) {
    link.hidden = Boolean(document.getElementById(link.hash.slice(1))?.hidden);
  }
}

function showAll() {
  for (const filter of filters) filter.value = "";
  showFitting();
  count.textContent = "";
}

function showChosen() {
  showFitting();
  const words = /** @type {string} */ (count.dataset.text);
  count.textContent = words.replace("{count}", number("fits")).replace("{more}", number("may"));
  const state = chosen("states");
  if (!state) return;
  /** @type {HTMLElement} */
  const row = document.querySelector(`[data-state="${state}"] > summary`);
  focusOn(row);
  scrollToElement(row);
}

document.querySelector("[data-show]").addEventListener("click", showChosen);
document.querySelector(".all-help").addEventListener("click", showAll);
// The choice must not be restored with the page.
window.addEventListener("pagehide", showAll);
window.addEventListener("pageshow", showAll);
document.getElementById("filter").hidden = false;
