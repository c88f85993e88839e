// The form and the result in other languages. Loaded when a reader first asks for another language.

import { joinLanguages, markSecondLanguage } from "./bilingual.mjs";
import { pageAt, pagesIn } from "./explanations.mjs";
import { questionsOf } from "./form_fields.mjs";
import { AWAY } from "./links.mjs";
import { rehearseResult, resultFor } from "./result.mjs";
import { addEnglish, explanationsIn } from "./unpack.mjs";

/**
 * `join` adds this language to a result in the language of the page.
 * @typedef {import("./result.mjs").Explanations} Explanations
 * @typedef {(result: HTMLElement, questions: import("./rules.mjs").Question[], given: import("./rules.mjs").Walk) => void} Join
 * @typedef {import("./bilingual.mjs").Language & { explanations: Explanations, join: Join }} SecondLanguage
 */

// Loads the questions of another language with their explanations. If there are none, the rehearsal throws.
/** @type {(path: string) => Promise<{ page: Document, explanations: Explanations }>} */
export async function questionsAt(path) {
  const page = await pageAt(path);
  const { dataset } = page.getElementById("guide");
  const found = explanationsIn(...await pagesIn(dataset, dataset.lang));
  const explanations = /** @type {Explanations} */ (found);
  rehearseResult(explanations, questionsOf(page));
  addEnglish(explanations);
  return { page, explanations };
}

// Of the form: translators of pages change the language of the document.
/** @type {() => import("./bilingual.mjs").Language} */
function ownLanguage() {
  const { lang, dir } = document.getElementById("guide").dataset;
  return /** @type {import("./bilingual.mjs").Language} */ ({ lang, dir });
}

// In a new tab a whole text has both languages too. Pages of partners have one.
/** @type {(result: HTMLElement, own: string, lang: string) => void} */
function leadToBoth(result, own, lang) {
  for (const link of result.querySelectorAll(AWAY)) {
    const href = /** @type {string} */ (link.getAttribute("href"));
    if (href.startsWith(`/${own}/`)) link.setAttribute("href", href.replace(own, `${own}+${lang}`));
  }
}

// `paths`: the data of the form.
/** @type {(paths: DOMStringMap, code: string) => Promise<SecondLanguage>} */
export async function secondAt(paths, code) {
  const [page, old] = await pagesIn(paths, code);
  const explanations = explanationsIn(page, old);
  if (!explanations) throw new Error("no explanations");
  const { lang, dir } = page.documentElement;
  const second = { lang, dir };
  return {
    ...second,
    explanations,
    join: (result, questions, given) => {
      const own = ownLanguage();
      joinLanguages(result, resultFor(explanations, questions, given), [own, second]);
      leadToBoth(result, own.lang, second.lang);
      markSecondLanguage(result, second.lang);
    },
  };
}
