// What the Tab key has reached: whether any of its four corners or its middle can be seen, and what it is.
() => {
  const one = document.activeElement;
  const rect = one.getBoundingClientRect();
  const bar = document.querySelector(".leave");
  // On a low screen only the button of the bar stays in sight.
  const stays = bar.getClientRects().length ? bar : bar.querySelector(".exit");
  if (one === document.body || bar.contains(one) || one.matches(".skip")) return null;
  const top = Math.max(rect.top, 0), end = Math.min(rect.bottom, innerHeight);
  return {what: one.outerHTML.slice(0, 90), under: stays.getBoundingClientRect().bottom - top, seen: end - top,
    high: rect.height};
}
