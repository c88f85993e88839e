// Text outside of the box of its button or row. What only screen readers read does not count.
() => {
  const BOXES = "button, .button, .exit, .door, summary, .option, .chip, .places a, .contact, .tag, .operator";
  const visible = (element) => element.checkVisibility({ visibilityProperty: true });
  const heard = (element) => getComputedStyle(element).clipPath !== "none";
  const found = [];
  const range = document.createRange();
  for (const box of document.querySelectorAll(BOXES)) {
    if (!visible(box) || getComputedStyle(box).display === "inline") continue;
    const { left, right, top, bottom } = box.getBoundingClientRect();
    const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (!text.data.trim() || !visible(text.parentElement)) continue;
      let around = text.parentElement;
      while (around !== box && !heard(around)) around = around.parentElement;
      if (heard(around)) continue;
      range.selectNodeContents(text);
      const outside = [...range.getClientRects()].some((line) => {
        const middle = (line.top + line.bottom) / 2;
        return line.left < left - 1 || line.right > right + 1 || middle < top || middle > bottom;
      });
      if (outside) found.push([box.className || box.tagName, text.data.trim().slice(0, 40)]);
    }
  }
  return found.slice(0, 5);
}
