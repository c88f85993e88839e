// "Leave this site quickly": a plain link, which works without script. The script empties and covers the page at once,
// and Back does not return to it. It does not erase history, and the page says so beside the link. If anything fails
// here, on any engine, the link to the other site still works.

const PRESSES = 3;
// Each press restarts this time (ms), so that people who listen to the announcement first are not too late.
const PATIENCE = 5000;
export const framed = window.self !== window.top;

let gone = false;
let presses = 0;
// The pressed Shift is part of another key combination or click.
let spoiled = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

// Queried each time: a change of language replaces the body, with the link and its texts.
/** @type {() => HTMLAnchorElement} */
const exitLink = () => document.querySelector("a.exit");

// Whether the reader has left: late responses must not show anything again.
export const hasLeft = () => gone;

function clearInputs() {
  clearTimeout(timer);
  for (const input of document.querySelectorAll("input")) input.checked = false;
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("select, [type=date]"))) field.value = "";
  window.speechSynthesis?.cancel();
}

// Runs an action. Returns whether it succeeded.
/** @type {(action: () => void) => boolean} */
function attempt(action) {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}

/** @type {(words: string, lang?: string) => void} */
function coverPage(words, lang = document.documentElement.lang) {
  // First, and in every engine: no content may remain under the cover, neither visible nor for a screen reader or the
  // Tab key.
  document.body.textContent = "";
  document.title = words;
  const page = document.createElement("main");
  const alert = document.createElement("div");
  const text = document.createElement("h1");
  page.className = "cover";
  page.lang = lang;
  page.dir = document.documentElement.dir;
  alert.setAttribute("role", "alert");
  alert.appendChild(text);
  page.appendChild(alert);
  document.body.appendChild(page);
  // Text that is added after the alert element is announced more reliably.
  text.textContent = words;
}

// Returns whether the navigation has started: if not, the default action of the link must not be prevented.
/** @type {(exit: HTMLAnchorElement) => boolean} */
function leaveSite(exit) {
  gone = true;
  attempt(clearInputs);
  const { around, loading, lang } = exit.dataset;
  const covered = attempt(() => coverPage(/** @type {string} */ (framed ? around : loading), lang));
  // Another page in the frame would not hide the page around it.
  if (framed) return covered;
  window.location.replace(exit.href);
  return true;
}

/** @type {(words: string | undefined) => void} */
function announcePresses(words) {
  if (presses) exitLink().dataset.presses = String(presses);
  else delete exitLink().dataset.presses;
  document.querySelector("[data-leaving]").textContent = /** @type {string} */ (words);
}

function dropPresses() {
  if (!presses) return;
  clearTimeout(timer);
  presses = 0;
  timer = setTimeout(announcePresses, PATIENCE, "");
  announcePresses(exitLink().dataset.stopped);
}

function countPress() {
  presses += 1;
  if (presses === PRESSES) {
    leaveSite(exitLink());
    return;
  }
  clearTimeout(timer);
  timer = setTimeout(dropPresses, PATIENCE);
  const { twoMore, oneMore } = exitLink().dataset;
  announcePresses(presses === 1 ? twoMore : oneMore);
}

/** @type {(event: KeyboardEvent) => void} */
function onKey({ type, key, repeat, shiftKey, altKey, ctrlKey, metaKey }) {
  if (gone) return;
  if (key !== "Shift") {
    spoiled = shiftKey;
    dropPresses();
  } else if (type === "keyup") {
    if (!spoiled) countPress();
    spoiled = false;
  } else if (!repeat) {
    // Alt, Ctrl and Shift together switch the keyboard layout on many computers.
    spoiled = altKey || ctrlKey || metaKey;
  }
}

// Also with Ctrl, Shift or the middle button: a new tab would leave this one open.
/** @type {(event: MouseEvent) => void} */
function onClick(event) {
  const target = /** @type {Element} */ (event.target);
  const exit = /** @type {HTMLAnchorElement | null} */ (target.closest?.("a.exit"));
  if (event.button > 1 || !exit) return;
  if (leaveSite(exit)) event.preventDefault();
}

// On the window in the capture phase, so that no other script can interfere.
window.addEventListener("keydown", onKey, true);
window.addEventListener("keyup", onKey, true);
window.addEventListener("click", onClick, true);
// eslint-disable-next-line ours/newer-than-promised -- Safari before 18.2 has no such event: the link leads away by itself
window.addEventListener("auxclick", onClick, true);
window.addEventListener("pointerdown", (event) => {
  if (event.shiftKey) spoiled = true;
}, true);

// A page that is restored from the back/forward cache must not stay covered. In a frame it stays covered.
window.addEventListener("pageshow", (event) => {
  if (event.persisted && gone && !framed) window.location.reload();
});
