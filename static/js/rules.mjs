// Three-valued rules, the walk and the explanation: the twin of rules.py, walk.py and explain.py in guide/engine/.
// Both run the same test vectors: tests/vectors/rules.json. Values are true, false or null (unknown).

/**
 * A rule has ids of questions, each with options, and the keys `all`, `any` and `not`.
 * @typedef {{ [key: string]: string | string[] | Rule | Rule[] }} Rule
 * Ticked options by the id of their question.
 * @typedef {Record<string, string[]>} Answers
 * @typedef {boolean | null} Truth
 * @typedef {{ id: string, when: Rule, options: string[], many: boolean, old?: boolean }} Question
 * @typedef {{ asked: string[], answers: Answers }} Walk
 * @typedef {{ when?: Rule, may?: Rule }} FindingRule
 * @typedef {{ because: Answers, skipped: string[] }} Reason
 * @typedef {{ holds: "applies" | "may-apply", kind: "chosen" | "not-said" | "depends" }} Standing
 * @typedef {Standing & Reason} Outcome
 * @typedef {{ unless: Answers, idle: string[] }} Counterfactuals
 */

const NONE = "none";
/** @type {<Item>(value: Item | Item[]) => Item[]} */
const list = (value) => (Array.isArray(value) ? value : [value]);
/** @type {(value: Truth) => Truth} */
const not = (value) => (value === null ? null : !value);

/** @type {(value: unknown) => Rule[]} */
const partsOf = (value) => list(/** @type {Rule | Rule[]} */ (value));

// Several keys in one mapping mean `all`.
/** @type {(rule: Rule) => [string, string | string[] | Rule | Rule[]][]} */
const clauses = (rule) => Object.entries(rule);

/** @type {(rule: Rule, answers: Answers) => Truth} */
export function holds(rule, answers) {
  return all(clauses(rule).map(([key, value]) => clause(key, value, answers)));
}

/** @type {(key: string, value: string | string[] | Rule | Rule[], answers: Answers) => Truth} */
function clause(key, value, answers) {
  if (key === "not") return not(holds(/** @type {Rule} */ (value), answers));
  if (key === "all") return all(partsOf(value).map((part) => holds(part, answers)));
  if (key === "any") return any(partsOf(value).map((part) => holds(part, answers)));
  const ticked = answers[key];
  // A skipped question is unknown. Unknown never counts as no.
  return ticked?.length ? list(/** @type {string | string[]} */ (value)).some((option) => ticked.includes(option)) : null;
}

/** @type {(values: Truth[]) => Truth} */
const all = (values) => (values.includes(false) ? false : values.includes(null) ? null : true);
/** @type {(values: Truth[]) => Truth} */
const any = (values) => (values.includes(true) ? true : values.includes(null) ? null : false);

/** @type {(rule: Rule) => string[]} */
export function mentions(rule) {
  return [...new Set(clauses(rule).flatMap(([key, value]) => {
    if (key === "not") return mentions(/** @type {Rule} */ (value));
    if (key === "all" || key === "any") return partsOf(value).flatMap(mentions);
    return [key];
  }))];
}

// The smallest set of answers and skipped questions that decides the value of the rule.
/** @type {(rule: Rule, answers: Answers, asked: string[]) => Reason} */
export function deciding(rule, answers, asked) {
  const value = holds(rule, answers);
  const questions = mentions(rule);
  /** @type {(question: string) => boolean} */
  const answered = (question) => Boolean(answers[question]?.length);
  const neverAsked = questions.filter((question) => !asked.includes(question) && !answered(question));
  const open = questions.filter((question) => !neverAsked.includes(question));
  for (let size = 0; size <= open.length; size += 1) {
    for (const kept of combinations(open, size)) {
      const said = possible(rule, answers, [...neverAsked, ...kept]);
      if (said.length === 1 && said[0] === value) return reasonFor(rule, answers, kept, value);
    }
  }
  throw new Error("all questions together always decide a rule");
}

/** @type {{ all: Truth[], any: Truth[] }} */
const STRONGEST = { all: [false, null, true], any: [true, null, false] };

// The values that the rule could have if only the `known` questions are known.
/** @type {(rule: Rule, answers: Answers, known: string[]) => Truth[]} */
function possible(rule, answers, known) {
  return combine(clauses(rule).map(([key, value]) => {
    if (key === "not") return possible(/** @type {Rule} */ (value), answers, known).map(not);
    if (key === "all" || key === "any") {
      return combine(partsOf(value).map((part) => possible(part, answers, known)), STRONGEST[key]);
    }
    return known.includes(key) ? [clause(key, value, answers)] : [true, false, null];
  }), STRONGEST.all);
}

/** @type {(parts: Truth[][], strongest: Truth[]) => Truth[]} */
function combine(parts, strongest) {
  return strongest.filter((value, rank) => {
    const allowed = strongest.slice(rank);
    const can = parts.some((part) => part.includes(value)) || rank === strongest.length - 1;
    return can && parts.every((part) => part.some((each) => allowed.includes(each)));
  });
}

/** @type {(rule: Rule, answers: Answers, kept: string[], value: Truth) => Reason} */
function reasonFor(rule, answers, kept, value) {
  /** @type {Answers} */
  const because = {};
  for (const question of kept) if (answers[question]?.length) because[question] = answers[question];
  for (const [question, ticked] of Object.entries(because)) {
    because[question] = fewest(ticked, (fewer) => holds(rule, { ...answers, ...because, [question]: fewer }) === value);
  }
  return { because, skipped: kept.filter((question) => !answers[question]?.length) };
}

/** @type {(ticked: string[], isEnough: (fewer: string[]) => boolean) => string[]} */
function fewest(ticked, isEnough) {
  for (let size = 1; size <= ticked.length; size += 1) {
    for (const fewer of combinations(ticked, size)) if (isEnough(fewer)) return fewer;
  }
  return ticked;
}

/** @type {(items: string[], size: number, from?: number) => Generator<string[], void>} */
function* combinations(items, size, from = 0) {
  if (size === 0) yield [];
  for (let index = from; size > 0 && index < items.length; index += 1) {
    for (const rest of combinations(items, size - 1, index + 1)) yield [items[index], ...rest];
  }
}

// Which questions are asked with these answers, and which answers count.
/** @type {(questions: Question[], answers: Answers) => Walk} */
export function walk(questions, answers) {
  /** @type {string[]} */
  const asked = [];
  /** @type {Answers} */
  const kept = {};
  for (const { id, when, options, many } of questions) {
    // A skipped question is unknown, so a follow-up is asked only if its rule is certainly true.
    if (holds(when, kept) !== true) continue;
    asked.push(id);
    const ticked = options.filter((option) => answers[id]?.includes(option));
    const contradicts = ticked.length > 1 && (!many || ticked.includes(NONE));
    if (ticked.length && !contradicts) kept[id] = ticked;
  }
  return { asked, answers: kept };
}

/** @type {Rule} */
const NEVER = { any: [] };

// The verdict on one finding, without its reasons; null if it is absent.
/** @type {(finding: FindingRule, answers: Answers) => Standing | null} */
export function standing({ when = NEVER, may = NEVER }, answers) {
  const sure = holds(when, answers);
  const open = holds(may, answers);
  if (sure) return { holds: "applies", kind: "chosen" };
  if (sure === null || open === null) return { holds: "may-apply", kind: "not-said" };
  return open ? { holds: "may-apply", kind: "depends" } : null;
}

/** @type {(finding: FindingRule, answers: Answers, asked: string[]) => Outcome | null} */
export function outcomeOf({ when = NEVER, may = NEVER }, answers, asked) {
  const stands = standing({ when, may }, answers);
  if (!stands) return null;
  const sure = holds(when, answers);
  const found = deciding(sure === false ? may : when, answers, asked);
  if (sure === null && holds(may, answers)) found.because = deciding(may, answers, asked).because;
  return { ...stands, ...found };
}

// The effects of one changed answer: the twin of guide/engine/counterfactuals.py. `given` is a result of `walk`.
/** @type {(questions: Question[], given: Walk) => (rule: FindingRule) => Counterfactuals} */
export function counterfactualsFor(questions, given) {
  const parents = Object.fromEntries(questions.map(({ id, when }) => [id, mentions(when)]));
  /** @type {Map<string, Answers>} */
  const walks = new Map();
  /** @type {(id: string, ticked: string[]) => Answers} */
  const changedTo = (id, ticked) => {
    const key = `${id}:${ticked}`;
    const known = walks.get(key) ?? walk(questions, { ...given.answers, [id]: ticked }).answers;
    walks.set(key, known);
    return known;
  };
  /** @type {(ids: string[]) => string[]} */
  const readBy = (ids) => ids.flatMap((id) => [id, ...readBy(parents[id])]);
  return (rule) => {
    const read = readBy([...mentions(rule.when ?? NEVER), ...mentions(rule.may ?? NEVER)]);
    /** @type {(answers: Answers) => string | undefined} */
    const kind = (answers) => standing(rule, answers)?.kind;
    const stands = kind(given.answers);
    /** @type {Answers} */
    const unless = {};
    const idle = [];
    for (const { id, options } of questions) {
      if (!given.asked.includes(id)) continue;
      const changed = read.includes(id) ? [...options.map((option) => [option]), []] : [];
      const others = changed.map((ticked) => kind(changedTo(id, ticked)));
      const gone = options.filter((_, index) => read.includes(id) && others[index] === undefined);
      if (gone.length) unless[id] = gone;
      if (given.answers[id] && others.every((other) => other === stands)) idle.push(id);
    }
    return { unless, idle };
  };
}
