// Takes out of the page what repeats, and gives what puts it back. A block goes only where each element in it was seen
// `most` times before: with the same attributes, in sight or not, with words or not, in the same place of the tree.
(most) => {
  const BLOCKS = "article, section, details, table, tr, ul, ol, li, p, dl, dl > div";
  const REFERENCES = ["for", "aria-labelledby", "aria-describedby", "aria-details", "aria-controls", "aria-owns"];
  const VALUES = ["class", "role", "type", "lang", "dir", "aria-hidden", "aria-expanded", "aria-current", "aria-live"];
  const kinds = new Map(), places = new Map(), numbers = new Map(), seen = new Map(), referring = new Map(), out = [];
  const number = (words) => numbers.get(words) ?? numbers.set(words, numbers.size).get(words);
  const written = ({ name, value }) => (VALUES.includes(name) ? `${name}=${value}` : name);
  for (const one of document.body.querySelectorAll("*")) {
    const all = [...one.attributes].map(written).sort();
    const place = [places.get(one.parentElement), one.localName, ...all.filter((words) => words.includes("="))];
    places.set(one, number(place.join("|")));
    kinds.set(one, number([
      ...place, ...all, one.matches(":checked"), one.checkVisibility({ visibilityProperty: true }),
      one.textContent.trim() !== "",
    ].join("|")));
  }
  for (const name of REFERENCES) {
    for (const one of document.querySelectorAll(`[${name}]`)) {
      for (const id of one.getAttribute(name).split(/\s+/)) referring.set(id, [...referring.get(id) ?? [], one]);
    }
  }
  const known = (one) => seen.get(kinds.get(one)) >= most;
  // What something that stays refers to stays too, and so does the focus.
  const needed = (block, one) => one === document.activeElement
    || (referring.get(one.id) ?? []).some((other) => !block.contains(other));
  const look = (one) => {
    const all = [one, ...one.querySelectorAll("*")];
    if (one.matches(BLOCKS) && all.every((each) => known(each) && !needed(one, each))) {
      out.push([one, document.createComment("")]);
    } else {
      seen.set(kinds.get(one), (seen.get(kinds.get(one)) ?? 0) + 1);
      for (const child of one.children) look(child);
    }
  };
  for (const child of document.body.children) look(child);
  for (const [one, place] of out) one.replaceWith(place);
  return () => {
    for (const [one, place] of out) place.replaceWith(one);
  };
}
