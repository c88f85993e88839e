// A line that can be seen: wide enough, and not of the colour that it stands on.
(selector) => [...document.querySelectorAll(selector)].filter((one) => {
  if (!one.checkVisibility()) return false;
  const { borderTopWidth, borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(one);
  return parseFloat(borderTopWidth) < 1 || borderTopStyle === "none" || borderTopColor === backgroundColor;
}).map((one) => one.outerHTML.slice(0, 120))
