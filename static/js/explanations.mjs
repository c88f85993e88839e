// Loads the page with everything, from which result.mjs builds a result.

/**
 * @typedef {import("./result.mjs").Explanations} Explanations
 */

/** @type {RequestInit} */
const PUBLIC = { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" };

// Loads a static page; throws if it does not exist.
/** @type {(path: string | undefined, init?: RequestInit) => Promise<Document>} */
export async function pageAt(path, init = PUBLIC) {
  const response = await fetch(/** @type {string} */ (path), init);
  if (!response.ok) throw new Error("no page");
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

// Extracts the explanations from the page with everything; null if something is missing.
/** @type {(page: Document) => Explanations | null} */
export function explanationsIn(page) {
  const view = page.querySelector("[data-view=result]");
  /** @type {HTMLTemplateElement} */
  const pieces = page.querySelector("#pieces");
  const rules = page.querySelector("#rules");
  return view && pieces && rules ? { view, pieces: pieces.content, rules: JSON.parse(/** @type {string} */ (rules.textContent)) } : null;
}

// Loads the explanations, and the module and the style sheets that only a result needs; null if something is missing.
// Throws if a hidden test result fails: then the script must not start the questions.
/**
 * @type {(path: string | undefined, questions: import("./rules.mjs").Question[])
 *   => Promise<{ explanations: Explanations, maker: typeof import("./result.mjs") } | null>}
 */
export async function loadResults(path, questions) {
  // Nobody waits for it: until it is there, the server's form works. Engines without priorities ignore the option.
  const page = await pageAt(path, { ...PUBLIC, priority: "low" });
  const explanations = explanationsIn(page);
  if (!explanations) return null;
  const maker = await import("./result.mjs");
  maker.rehearseResult(explanations, questions);
  addSheets(page);
  return { explanations, maker };
}

/** @type {(page: Document) => void} */
function addSheets(page) {
  const sheets = /** @type {HTMLTemplateElement | null} */ (page.querySelector("template[data-with-result]"));
  for (const sheet of sheets?.content.children ?? []) {
    const href = /** @type {string} */ (sheet.getAttribute("href"));
    if (!document.head.querySelector(`link[href="${href}"]`)) document.head.append(document.importNode(sheet));
  }
}

// Removes the result from the page, if there is one.
export function dropResult() {
  for (const view of document.querySelectorAll("main > [data-view=result]")) view.parentNode?.removeChild(view);
}

let choices = 0; // of a language

/** @type {() => HTMLElement} */
export const offlineNote = () => document.querySelector("[data-offline]");

// Loads what a choice of a language needs, and takes it. Of two quick choices the later one counts. If it fails, the page
// says that there is no connection.
/** @type {<Loaded>(onDevice: () => unknown, load: () => Promise<Loaded>, take: (loaded: Loaded) => void) => Promise<void>} */
export async function loadChoice(onDevice, load, take) {
  offlineNote().hidden = true;
  choices += 1;
  const own = choices;
  const counts = () => own === choices && onDevice();
  try {
    const loaded = await load();
    if (counts()) take(loaded);
  } catch {
    if (counts()) offlineNote().hidden = false;
  }
}
