// Shows only the help that fits: in the page, without a request, without typing a place.

const filters = [...document.querySelectorAll("[data-filter]")];
const entries = [...document.querySelectorAll("[data-helper]")];
const count = document.querySelector("[data-count]");
const states = document.querySelector(".states"); // the page may be empty by the time it is left

// Unknown never counts as no: an entry that does not say stays in sight.
function fits(entry) {
  return filters.every(({ value, dataset }) => {
    const known = entry.dataset[dataset.filter].split(" ").filter((word) => word && word !== "unknown");
    // The languages that an entry names are the ones besides English.
    return !value || value === "en" || !known.length || known.includes(value);
  });
}

function show() {
  for (const entry of entries) entry.hidden = !fits(entry);
  for (const section of document.querySelectorAll("[data-section]")) {
    const empty = ![...section.querySelectorAll("[data-helper]")].some((entry) => !entry.hidden);
    section.querySelector("[data-fallback]").hidden = !empty;
  }
  const state = filters.find(({ dataset }) => dataset.filter === "states").value;
  for (const section of document.querySelectorAll("[data-state]")) {
    section.hidden = Boolean(state) && section.dataset.state !== state;
    section.open = section.dataset.state === state;
  }
  states.open = Boolean(state);
  for (const link of document.querySelectorAll('main a[href^="#"]')) {
    link.hidden = Boolean(document.getElementById(link.hash.slice(1))?.hidden);
  }
  // One that helps in several states stands in each of them, and counts once.
  const fitting = entries.filter((entry) => !entry.closest("[hidden]")).map((entry) => entry.dataset.helper);
  count.textContent = count.dataset.text.replace("{count}", new Set(fitting).size);
}

function clear() {
  for (const filter of filters) filter.value = "";
  show();
}

for (const filter of filters) filter.addEventListener("change", show);
// What somebody looked for must not come back with the page.
window.addEventListener("pagehide", clear);
window.addEventListener("pageshow", clear);
document.getElementById("filter").hidden = false;
