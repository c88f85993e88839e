// Legal help in a state, in place in a result: the entries of that state, from the page of legal help. That page is the same
// for every state, so no request tells which. The choice is not stored.

import { hasLeft } from "./quick_exit.mjs";

/** @typedef {typeof import("./explanations.mjs").pageAt} PageAt */

// Pages of legal help that were asked for, by their addresses.
/** @type {Map<string, Promise<Document>>} */
const pages = new Map();

/** @type {(box: Element) => HTMLSelectElement} */
const choiceIn = (box) => box.querySelector("select");

// A page in two languages has its own page of legal help.
/** @type {(box: HTMLElement) => string} */
function addressFor(box) {
  /** @type {HTMLElement | null} */
  const second = document.querySelector(".paired .pairs [aria-current]");
  const { help, beside } = /** @type {{ help: string, beside: string }} */ (/** @type {unknown} */ (box.dataset));
  return second ? beside.replace("{code}", /** @type {string} */ (second.dataset.pair)) : help;
}

// What failed is asked for again next time.
/** @type {(address: string, pageAt: PageAt) => Promise<Document>} */
function load(address, pageAt) {
  const page = pages.get(address) ?? pageAt(address);
  pages.set(address, page);
  page.catch(() => pages.delete(address));
  return page;
}

/** @type {(box: HTMLElement) => HTMLElement} */
const lineOf = (box) => box.querySelector("[role=status]");

/** @type {(box: HTMLElement) => void} */
function empty(box) {
  box.querySelector("[data-found]").textContent = "";
  box.querySelector("section").hidden = true;
  lineOf(box).textContent = "";
}

// How to call, and where the numbers are from, never without each other; then the entries.
/** @type {(page: Document, state: string) => HTMLElement} */
function copyOf(page, state) {
  const found = Object.assign(document.createElement("div"), { className: "flow" });
  const entries = /** @type {HTMLDetailsElement} */ (page.querySelector(`[data-state="${state}"]`));
  for (const part of [...page.querySelectorAll("[data-with-state], .states > [data-english]"), entries]) {
    found.append(document.importNode(part, true));
  }
  /** @type {HTMLDetailsElement} */ (found.lastElementChild).open = true;
  return found;
}

// A copy of the entries without ids, which the result may have too. What they link to on their page opens there.
/** @type {(page: Document, state: string, link: HTMLAnchorElement) => HTMLElement} */
function entriesFor(page, state, { href, target, rel, lastElementChild }) {
  const found = copyOf(page, state);
  for (const element of found.querySelectorAll("[id]")) element.removeAttribute("id");
  for (const other of /** @type {NodeListOf<HTMLAnchorElement>} */ (found.querySelectorAll("a:not([target])"))) {
    const to = /** @type {string} */ (other.getAttribute("href"));
    if (/^(tel|mailto):/.test(to)) continue;
    Object.assign(other, { href: new URL(to, href).href, target, rel });
    // "(opens a new tab)", also in the link of an English name
    const tells = /** @type {HTMLElement} */ (/** @type {Element} */ (lastElementChild).cloneNode(true));
    const { lang, dir } = document.documentElement;
    other.append(Object.assign(tells, { lang, dir }));
  }
  return found;
}

/** @type {(box: HTMLElement, link: HTMLElement, pageAt: PageAt) => Promise<void>} */
async function show(box, link, pageAt) {
  const choice = choiceIn(box);
  const state = choice.value;
  const line = lineOf(box);
  empty(box);
  if (!state) return;
  line.textContent = /** @type {string} */ (line.dataset.waits);
  /** @type {HTMLAnchorElement} */
  const all = box.querySelector("section a");
  const address = addressFor(box);
  if (address !== box.dataset.help) all.href = address;
  const superseded = () => hasLeft() || choice.value !== state;
  try {
    const page = await load(address, pageAt);
    if (superseded()) return;
    const entries = entriesFor(page, state, all);
    empty(box);
    box.querySelector("[data-found]").append(entries);
    box.querySelector("section").hidden = false;
    link.hidden = true;
    line.textContent = /** @type {string} */ (line.dataset.text)
      .replace("{state}", choice.selectedOptions[0].label)
      .replace("{count}", String(entries.querySelectorAll("[data-helper]").length));
  } catch {
    if (superseded()) return;
    // The same state can be chosen once more, also after another page in its place: the login of a hotel.
    pages.delete(address);
    choice.value = "";
    link.hidden = false;
    line.textContent = /** @type {string} */ (line.dataset.failed);
  }
}

// Puts the choice of a state in the place of the link, in a result.
/** @type {(result: ParentNode, pageAt: PageAt) => void} */
export function offerStates(result, pageAt) {
  const box = result.querySelector("[data-state-here]");
  const link = /** @type {HTMLElement} */ (box.previousElementSibling);
  const choice = choiceIn(box);
  // Not on focus: who only passes the choice with the Tab key would pay for the page.
  choice.addEventListener("pointerdown", () => load(addressFor(box), pageAt).catch(() => {}));
  choice.addEventListener("change", () => show(box, link, pageAt));
  link.hidden = true;
  box.hidden = false;
}

// The choice must not be restored with the page.
function forget() {
  for (const box of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-state-here]"))) {
    choiceIn(box).value = "";
    empty(box);
  }
}
window.addEventListener("pagehide", forget);
window.addEventListener("pageshow", ({ persisted }) => persisted && forget());
