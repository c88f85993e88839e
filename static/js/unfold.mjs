// Opens what the address names: a link to a folded part alone would lead to a closed row.

import { openFolds, scrollToElement } from "./scroll.mjs";

/** @type {(selector: string) => void} */
export function openNamed(selector) {
  const named = document.getElementById(window.location.hash.slice(1));
  if (!named?.matches(selector)) return;
  openFolds(named);
  scrollToElement(named);
}
