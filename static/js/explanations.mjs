// Loads the files from which result.mjs builds a result.

/**
 * @typedef {import("./result.mjs").Explanations} Explanations
 */

/** @type {RequestInit} */
export const PUBLIC = { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" };

// Loads a static page; throws if it does not exist.
/** @type {(path: string | undefined, init?: RequestInit) => Promise<Document>} */
export async function pageAt(path, init = PUBLIC) {
  const response = await fetch(/** @type {string} */ (path), init);
  if (!response.ok) throw new Error("no page");
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

// Loads what is true today, and after it what ended, in one language.
/** @type {(paths: DOMStringMap, lang: string | undefined, init?: RequestInit) => Promise<[Document, Document]>} */
export async function pagesIn({ today, old }, lang, init) {
  /** @type {(path: string | undefined) => Promise<Document>} */
  const load = (path) => pageAt(path?.replace("{code}", /** @type {string} */ (lang)), init);
  return [await load(today), await load(old)];
}

// Loads the explanations, and the modules and the style sheets that only a result needs. Throws if something is missing, for
// no result is without what ended, which says that it protects nobody; and if a hidden test result fails. Then the script
// must not start the questions.
/**
 * @type {(form: HTMLElement, questions: import("./rules.mjs").Question[])
 *   => Promise<{ explanations: Explanations, maker: typeof import("./ahead.mjs") }>}
 */
export async function loadResults({ dataset }, questions) {
  // Nobody waits for them: until they are there, the server's form works. Engines without priorities ignore the option.
  const pages = await pagesIn(dataset, dataset.lang, { ...PUBLIC, priority: "low" });
  const { addEnglish, explanationsIn } = await import("./unpack.mjs");
  const explanations = explanationsIn(...pages);
  if (!explanations) throw new Error("no explanations");
  const maker = await import("./ahead.mjs");
  maker.rehearseResult(explanations, questions);
  addSheets(pages[0]);
  addEnglish(explanations);
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
