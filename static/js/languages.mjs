// The form and the result in other languages: loads their pages, and makes a result in one language or two.

import { joinLanguages, languageOf, markSecondLanguage } from "./bilingual.mjs";
import { keepOnDevice } from "./links.mjs";
import { explanationsIn, pageAt, rehearseResult, resultFor } from "./result.mjs";

/**
 * @typedef {import("./result.mjs").Explanations} Explanations
 * @typedef {import("./bilingual.mjs").Language & { explanations: Explanations }} SecondLanguage
 */

// Loads the questions of another language with their explanations. If there are none, the rehearsal throws.
/** @type {(path: string) => Promise<{ page: Document, explanations: Explanations }>} */
export async function questionsAt(path) {
  const page = await pageAt(path);
  const found = explanationsIn(await pageAt(page.getElementById("guide").dataset.explanations));
  const explanations = /** @type {Explanations} */ (found);
  rehearseResult(explanations, JSON.parse(/** @type {string} */ (page.getElementById("walk").textContent)));
  return { page, explanations };
}

/** @type {(path: string) => Promise<SecondLanguage>} */
export async function secondAt(path) {
  const page = await pageAt(path);
  const explanations = explanationsIn(page);
  if (!explanations) throw new Error("no explanations");
  return { ...languageOf(page), explanations };
}

/**
 * @type {(explanations: Explanations, second: SecondLanguage | null, questions: import("./rules.mjs").Question[],
 *   given: import("./rules.mjs").Walk) => HTMLElement}
 */
export function resultIn(explanations, second, questions, given) {
  const result = resultFor(explanations, questions, given);
  if (second) joinLanguages(result, resultFor(second.explanations, questions, given), [languageOf(document), second]);
  markSecondLanguage(result, second?.lang ?? languageOf(document).lang, Boolean(second));
  keepOnDevice(result);
  return result;
}
