// Filters the providers in the page, without requests and without typing a place.

const filters = [.../** @type {NodeListOf<HTMLSelectElement>} */ (document.querySelectorAll("[data-filter]"))];
const entries = [...document.querySelectorAll("[data-helper]")];
const count = document.querySelector("[data-count]");
/** @type {HTMLDetailsElement} */
const states = document.querySelector(".states"); // the page may be empty by the time it is left

// Unknown never counts as no: an entry with an unknown value stays visible.
/** @type {(entry: HTMLElement) => boolean} */
function fitsFilters(entry) {
  return filters.every(({ value, dataset }) => {
    const said = /** @type {string} */ (entry.dataset[/** @type {string} */ (dataset.filter)]);
    const known = said.split(" ").filter((word) => word && word !== "unknown");
    // The languages of an entry do not include English.
    return !value || value === "en" || !known.length || known.includes(value);
  });
}

function showFitting() {
  for (const entry of entries) entry.hidden = !fitsFilters(entry);
  for (const section of document.querySelectorAll("[data-section]")) {
    const empty = ![...section.querySelectorAll("[data-helper]")].some((entry) => !entry.hidden);
    section.querySelector("[data-fallback]").hidden = !empty;
  }
  const state = filters.find(({ dataset }) => dataset.filter === "states")?.value;
  /** @type {NodeListOf<HTMLDetailsElement>} */
  const sections = document.querySelectorAll("[data-state]");
  for (const section of sections) {
    section.hidden = Boolean(state) && section.dataset.state !== state;
    section.open = section.dataset.state === state;
  }
  states.open = Boolean(state);
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll('main a[href^="#"]');
  for (const link of links) {
    link.hidden = Boolean(document.getElementById(link.hash.slice(1))?.hidden);
  }
  // A provider in several states is listed in each of them, and counts once.
  const fitting = entries.filter((entry) => !entry.closest("[hidden]")).map((entry) => entry.dataset.helper);
  count.textContent = /** @type {string} */ (count.dataset.text).replace("{count}", String(new Set(fitting).size));
}

function clearFilters() {
  for (const filter of filters) filter.value = "";
  showFitting();
}

for (const filter of filters) filter.addEventListener("change", showFitting);
// The filters must not be restored with the page.
window.addEventListener("pagehide", clearFilters);
window.addEventListener("pageshow", clearFilters);
document.getElementById("filter").hidden = false;
