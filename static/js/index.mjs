// The list of everything: opens the row that the address names. A link to chosen explanations leads to the long page,
// which shows only those.

import { codesIn } from "./share.mjs";
import { openNamed } from "./unfold.mjs";

const list = document.querySelector("[data-all]");

// The row with this name, or the row that stands in it.
function openRow() {
  const named = document.getElementById(window.location.hash.slice(1));
  if (!named || !list.contains(named)) return;
  /** @type {HTMLDetailsElement | null} */
  const row = named.querySelector(":scope > details.listed");
  if (row) row.open = true;
  openNamed("[id]");
}

function followAddress() {
  const { hash } = window.location;
  if (codesIn(hash)) window.location.replace(list.dataset.all + hash);
  else openRow();
}

window.addEventListener("hashchange", followAddress);
followAddress();
