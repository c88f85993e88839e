(selectors) => selectors.map((selector) => {
  const style = getComputedStyle(document.querySelector(selector));
  return [style.backgroundColor, style.backgroundImage, style.borderColor, style.borderWidth,
    style.outlineStyle === "none" ? "" : `${style.outlineWidth} ${style.outlineColor}`].join(" | ");
})
