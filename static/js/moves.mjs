// Where the moves of the form lead: to the index of an asked question, or to the result. Nothing is kept here.

/**
 * A detour opens one question again, to change its answer: `origin` is the question where the reader was, or null in the
 * result; `asked` is what was asked then.
 * @typedef {{ id: string, origin: string | null, asked: string[] }} Detour
 * @typedef {import("./rules.mjs").Question} Question
 */

// One number for every result, so that the history does not reveal how many questions were asked.
export const RESULT = 99;

/** @type {(questions: Question[], id: string) => boolean} */
const isOld = (questions, id) => questions.some((question) => question.id === id && question.old === true);

// The questions that a rule of today reads come first; behind the last of them the reader chooses.
/** @type {(questions: Question[], asked: string[]) => number} */
export function lastOfToday(questions, asked) {
  const first = asked.findIndex((id) => isOld(questions, id));
  return (first < 0 ? asked.length : first) - 1;
}

/** @type {(questions: Question[], asked: string[], step: number) => number} */
export function nextStep(questions, asked, step) {
  const ends = step === lastOfToday(questions, asked) || step + 1 >= asked.length;
  return ends ? RESULT : step + 1;
}

// A question of today that is asked only because of the new answer; -1 if there is none.
/** @type {(questions: Question[], asked: string[], step: number, detour: Detour) => number} */
const newStep = (questions, asked, step, detour) =>
  asked.findIndex((id, at) => at > step && !detour.asked.includes(id) && !isOld(questions, id));

// Where the reader was, or the next question if that one is no longer asked.
/** @type {(questions: Question[], asked: string[], detour: Detour) => number} */
function stepBefore(questions, asked, { origin }) {
  const ids = questions.map(({ id }) => id);
  const at = origin === null ? -1 : asked.findIndex((id) => ids.indexOf(id) >= ids.indexOf(origin));
  return at < 0 ? RESULT : at;
}

// Where Next leads, and the detour that goes on from there.
/**
 * @type {(questions: Question[], asked: string[], step: number, detour: Detour | null)
 *   => { position: number, detour: Detour | null }}
 */
export function forward(questions, asked, step, detour) {
  if (!detour) return { position: nextStep(questions, asked, step), detour };
  const fresh = newStep(questions, asked, step, detour);
  return fresh < 0 ? { position: stepBefore(questions, asked, detour), detour: null } : { position: fresh, detour };
}

// The first question about the old rules without an answer.
/** @type {(questions: Question[], given: import("./rules.mjs").Walk) => number} */
export function firstOld(questions, { asked, answers }) {
  const open = asked.findIndex((id) => isOld(questions, id) && !answers[id]);
  return open < 0 ? Math.min(lastOfToday(questions, asked) + 1, asked.length - 1) : open;
}
