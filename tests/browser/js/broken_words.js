// The words of titles, menus and steps that go on in another line without a hyphen of their own.
() => {
  const found = [];
  const range = document.createRange();
  const clipped = (one) => Boolean(one) && (getComputedStyle(one).clipPath !== "none" || clipped(one.parentElement));
  for (const box of document.querySelectorAll("h1, h2, h3, .header a, .header bdi, .order, .more, .door b")) {
    if (!box.checkVisibility({ visibilityProperty: true })) continue;
    const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (clipped(texts.currentNode.parentElement)) continue;
      for (const { index, 0: word } of texts.currentNode.data.matchAll(/[^\s\-/]+/g)) {
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + word.length);
        const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 1).map(({ top }) => Math.round(top)));
        if (lines.size > 1) found.push(word);
      }
    }
  }
  return found;
}
