// Text that leaves the screen sideways, or a box that holds it. What only screen readers see is clipped on purpose.
() => {
  const found = [];
  const range = document.createRange();
  const known = new Map();
  const styled = (box) => {
    if (!known.has(box)) {
      const { clipPath, display } = getComputedStyle(box);
      // A box whose display is `contents` is none.
      const inline = display === "inline" || display === "contents";
      known.set(box, { box, clipped: clipPath !== "none", inline, rect: box.getBoundingClientRect() });
    }
    return known.get(box);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!text.data.trim() || !text.parentElement.checkVisibility({ visibilityProperty: true })) continue;
    if (text.parentElement.closest(".skip, svg, select")) continue;
    const boxes = [];
    for (let box = text.parentElement; box; box = box.parentElement) boxes.push(styled(box));
    if (boxes.some(({ clipped }) => clipped)) continue;
    range.selectNodeContents(text);
    for (const line of range.getClientRects()) {
      // Some fonts claim more height than their letters fill, so the middle of the line counts.
      const middle = (line.top + line.bottom) / 2;
      const outside = ({ left, right, top, bottom }) => line.left < left - 1 || line.right > right + 1
        || middle < top || middle > bottom;
      const over = boxes.find(({ inline, rect }) => !inline && outside(rect));
      if (over || line.left < 0 || line.right > innerWidth) found.push([text.data.trim(), over?.box.className]);
    }
  }
  return found.slice(0, 5);
}
