// Shows which rules were in use on a date, computed in the browser without a request; opens the event that the address names.

import { statusOn } from "./status.mjs";
import { openNamed } from "./unfold.mjs";

/** @type {{ guidelines: Record<string, import("./status.mjs").LawEvent[]>, checkedThrough: string }} */
const { guidelines, checkedThrough } = JSON.parse(/** @type {string} */ (document.getElementById("events").textContent));
const words = /** @type {HTMLTemplateElement} */ (document.getElementById("status-words")).content;
/** @type {HTMLInputElement} */
const input = document.getElementById("chosen-day");

function showStatuses() {
  for (const row of document.querySelectorAll("[data-set]")) {
    row.hidden = !input.value;
    if (!input.value) continue;
    const status = statusOn(guidelines[/** @type {string} */ (row.dataset.set)], input.value, checkedThrough);
    const told = row.querySelector("strong");
    told.textContent = "";
    told.append(document.importNode(words.querySelector(`[data-status=${status}]`), true));
  }
  document.querySelector("[data-unchecked]").hidden = !(input.value > checkedThrough);
}

function clearDay() {
  input.value = "";
  showStatuses();
}

input.addEventListener("input", showStatuses);
// The date must not be restored with the page.
window.addEventListener("pagehide", clearDay);
window.addEventListener("pageshow", clearDay);
window.addEventListener("hashchange", () => openNamed(".event"));
document.getElementById("day").hidden = false;
openNamed(".event");
