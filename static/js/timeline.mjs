// Which rules were in use on a day: worked out on the device, without form and without query.

import { statusOn } from "./status.mjs";

const { guidelines, checkedThrough } = JSON.parse(document.getElementById("events").textContent);
const words = document.getElementById("status-words").content;
const input = document.getElementById("chosen-day");

function show() {
  for (const row of document.querySelectorAll("[data-set]")) {
    row.hidden = !input.value;
    if (!input.value) continue;
    const status = statusOn(guidelines[row.dataset.set], input.value, checkedThrough);
    const told = row.querySelector("strong");
    told.textContent = "";
    told.append(document.importNode(words.querySelector(`[data-status=${status}]`), true));
  }
  document.querySelector("[data-unchecked]").hidden = !(input.value > checkedThrough);
}

function clear() {
  input.value = "";
  show();
}

input.addEventListener("input", show);
// A day that somebody looked at must not come back with the page.
window.addEventListener("pagehide", clear);
window.addEventListener("pageshow", clear);
document.getElementById("day").hidden = false;
