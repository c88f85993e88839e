// "Leave this site quickly": a plain link, which works by itself. With script it empties and covers the page at once,
// and Back does not return to it. It does not erase history, and the page says so beside it. Whatever fails here, on
// whatever engine, the way to the other site stays open.

const PRESSES = 3;
// Each press gives these ms again: whoever first listens to what is announced must not be too late.
const PATIENCE = 5000;
export const framed = window.self !== window.top;

let gone = false;
let presses = 0;
// The Shift that is down belongs to something else: another key, or a click.
let spoiled = false;
let timer;

// Asked for each time: a change of language brings a new body, with a new link and its own words.
const link = () => document.querySelector("a.exit");

// Whether the reader has left: what arrives later must not bring anything back.
export const left = () => gone;

function forget() {
  clearTimeout(timer);
  for (const input of document.querySelectorAll("input")) input.checked = false;
  for (const field of document.querySelectorAll("select, [type=date]")) field.value = "";
  window.speechSynthesis?.cancel();
}

// Whether it was done.
function attempt(action) {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}

function cover(words) {
  // First of all, and in every engine there is: nothing may lie under the cover, neither for the eye nor for a screen
  // reader nor for the Tab key.
  document.body.textContent = "";
  document.title = words;
  const page = document.createElement("main");
  const alert = document.createElement("div");
  const text = document.createElement("h1");
  page.className = "cover";
  page.lang = document.documentElement.lang;
  page.dir = document.documentElement.dir;
  alert.setAttribute("role", "alert");
  alert.appendChild(text);
  page.appendChild(alert);
  document.body.appendChild(page);
  // Words that come after the alert itself are announced more surely.
  text.textContent = words;
}

// Gives whether somebody is on the way: until then nothing may stop the link from leading away by itself.
function leave(exit) {
  gone = true;
  attempt(forget);
  const covered = attempt(() => cover(framed ? exit.dataset.around : exit.dataset.loading));
  // Another page inside the frame would not hide the page around it.
  if (framed) return covered;
  window.location.replace(exit.href);
  return true;
}

function tell(words) {
  if (presses) link().dataset.presses = presses;
  else delete link().dataset.presses;
  document.querySelector("[data-leaving]").textContent = words;
}

function startOver() {
  if (!presses) return;
  clearTimeout(timer);
  presses = 0;
  timer = setTimeout(tell, PATIENCE, "");
  tell(link().dataset.stopped);
}

function count() {
  presses += 1;
  if (presses === PRESSES) return leave(link());
  clearTimeout(timer);
  timer = setTimeout(startOver, PATIENCE);
  const { twoMore, oneMore } = link().dataset;
  return tell(presses === 1 ? twoMore : oneMore);
}

function onKey({ type, key, repeat, shiftKey, altKey, ctrlKey, metaKey }) {
  if (gone) return;
  if (key !== "Shift") {
    spoiled = shiftKey;
    startOver();
  } else if (type === "keyup") {
    if (!spoiled) count();
    spoiled = false;
  } else if (!repeat) {
    // Alt, Ctrl and Shift together change the keyboard's language on many computers.
    spoiled = altKey || ctrlKey || metaKey;
  }
}

// Also with Ctrl, Shift or the middle button: a second tab would leave this one open.
function onClick(event) {
  const exit = event.target.closest?.("a.exit");
  if (event.button > 1 || !exit) return;
  if (leave(exit)) event.preventDefault();
}

// On the window, before all other handlers, so that no other script can stand in the way.
for (const type of ["keydown", "keyup"]) window.addEventListener(type, onKey, true);
for (const type of ["click", "auxclick"]) window.addEventListener(type, onClick, true);
window.addEventListener("pointerdown", (event) => {
  if (event.shiftKey) spoiled = true;
}, true);

// A page that comes back from the browser's memory must not stay covered. In a frame it stays so for good.
window.addEventListener("pageshow", (event) => {
  if (event.persisted && gone && !framed) window.location.reload();
});
