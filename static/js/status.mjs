// The status of a guideline set on a date, failing closed: the twin of guide/engine/status.py. Both run the test vectors
// in tests/vectors/status.json. Dates are strings (YYYY-MM-DD), which sort as dates.

/**
 * An event of a guideline set, with the first and last date on which it may have happened.
 * @typedef {"signed" | "in-use" | "paused" | "back-in-use" | "ended" | "replaced"} EventKind
 * @typedef {"not-in-use" | "in-use" | "paused" | "not-known"} Status
 * @typedef {{ first: string, last: string, kind: EventKind }} LawEvent
 */

/** @type {Record<EventKind, Status>} */
const SAYS = {
  signed: "not-in-use", "in-use": "in-use", paused: "paused", "back-in-use": "in-use",
  ended: "not-in-use", replaced: "not-in-use",
};
const OVER = ["ended", "replaced"];

/** @type {(events: LawEvent[], day: string, checkedThrough: string) => Status} */
export function statusOn(events, day, checkedThrough) {
  if (events.some((event) => event.first <= day && day < event.last)) return "not-known";
  const happened = events.filter((event) => event.last <= day);
  if (!happened.length) return "not-in-use";
  // Of two events on one date, the one that is written later came later.
  const latest = happened.reduce((one, other) => (other.last >= one.last ? other : one));
  if (day > checkedThrough && !OVER.includes(latest.kind)) return "not-known";
  return SAYS[latest.kind];
}
