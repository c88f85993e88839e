// Text that leaves the screen sideways, or a box that holds it. What only screen readers see is clipped on purpose.
() => {
  const found = [];
  const range = document.createRange();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const boxes = [];
    for (let box = text.parentElement; box; box = box.parentElement) boxes.push([box, getComputedStyle(box)]);
    if (!text.data.trim() || !text.parentElement.checkVisibility({ visibilityProperty: true })) continue;
    if (boxes.some(([, style]) => style.clipPath !== "none")) continue;
    if (text.parentElement.closest(".skip, svg, select")) continue;
    range.selectNodeContents(text);
    for (const line of range.getClientRects()) {
      // Some fonts claim more height than their letters fill, so the middle of the line counts.
      const middle = (line.top + line.bottom) / 2;
      const outside = ({ left, right, top, bottom }) => line.left < left - 1 || line.right > right + 1
        || middle < top || middle > bottom;
      const over = boxes.find(([box, style]) => style.display !== "inline" && outside(box.getBoundingClientRect()));
      if (over || line.left < 0 || line.right > innerWidth) found.push([text.data.trim(), over?.[0].className]);
    }
  }
  return found.slice(0, 5);
}
