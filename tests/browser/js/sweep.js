// The same for everything that takes the focus, one after the other; a page has too many to press Tab for each.
([back, most]) => {
  const putBack = (THIN)(most ?? Infinity);
  const all = [...document.querySelectorAll("a[href], button:not(:disabled), summary, select, input")]
    .filter((one) => one.checkVisibility() && one.type !== "hidden" && (one.type !== "radio" || one.checked));
  if (back) all.reverse();
  const found = [];
  for (const one of all) {
    one.focus({ focusVisible: true });
    const fault = document.activeElement === one ? (LOST)() : "does not take the focus";
    if (fault) found.push([fault, one.outerHTML.slice(0, 120)]);
  }
  putBack();
  return found;
}
