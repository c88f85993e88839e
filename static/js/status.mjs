// Law with dates, failing closed: the twin of guide/status.py, held to tests/vectors/status.json.
// Days are texts (YYYY-MM-DD), which compare as days.

const SAYS = {
  signed: "not-in-use", "in-use": "in-use", paused: "paused", "back-in-use": "in-use",
  ended: "not-in-use", replaced: "not-in-use",
};
const OVER = ["ended", "replaced"];

export function statusOn(events, day, checkedThrough) {
  if (events.some((event) => event.first <= day && day < event.last)) return "not-known";
  const happened = events.filter((event) => event.last <= day);
  if (!happened.length) return "not-in-use";
  // Of two events on one day, the one that is written later came later.
  const latest = happened.reduce((one, other) => (other.last >= one.last ? other : one));
  if (day > checkedThrough && !OVER.includes(latest.kind)) return "not-known";
  return SAYS[latest.kind];
}
