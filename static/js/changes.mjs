// Folds what changed before a day. The day comes from the fragment or from the list; nothing is stored, and the address
// stays as it came.

const list = /** @type {HTMLSelectElement} */ (document.getElementById("since"));
const fold = /** @type {HTMLDetailsElement} */ (document.querySelector("[data-older]"));
const older = /** @type {HTMLElement} */ (fold.querySelector("div"));
const days = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-day]")]);

/** Moves each day before `since` into the fold, and the others out of it; "" shows all days. */
/** @type {(since: string) => void} */
function show(since) {
  for (const day of days) {
    if (since && /** @type {string} */ (day.dataset.day) < since) older.append(day);
    else fold.before(day);
  }
  fold.open = false;
  fold.hidden = !older.firstElementChild;
}

/** The day that the fragment names: its own, or that of the change. */
function named() {
  const target = document.getElementById(window.location.hash.slice(1));
  const day = target && /** @type {HTMLElement | null} */ (target.closest("[data-day]"));
  return (day && day.dataset.day) || "";
}

function follow() {
  if (!named()) return;
  list.value = named();
  show(list.value);
}

list.addEventListener("change", () => show(list.value));
window.addEventListener("hashchange", follow);
document.querySelector("[data-since]").hidden = false;
follow();
