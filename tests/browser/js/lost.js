// What is wrong with the place of the focus; null where nothing is.
() => {
  const one = document.activeElement;
  if (!one || one === document.body) return "nothing has the focus";
  // The whole row of an answer shows that its tick has the focus.
  const shown = one.matches(".option input") ? one.closest(".option") : one;
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  if (shown.id !== "main" && (outlineStyle === "none" || parseFloat(outlineWidth) < 2)) return "no outline";
  const { left, right, top, bottom } = shown.getClientRects()[0];
  // The lines of a text lie close together, and what is higher than the room below the bar cannot be seen whole.
  const whole = getComputedStyle(shown).display !== "inline" && bottom - top < innerHeight - 120;
  if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) return "out of sight";
  const covers = (part) => {
    const height = whole ? top + part * (bottom - top) : (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
    const hit = document.elementFromPoint((left + right) / 2, height);
    return shown.contains(hit) || hit?.contains(shown) ? null : hit?.outerHTML.slice(0, 80) ?? "the edge of the screen";
  };
  const covered = (whole ? [0.2, 0.5, 0.8] : [0.5]).map(covers).find(Boolean);
  if (covered) return `covered by ${covered}`;
  return null;
}
