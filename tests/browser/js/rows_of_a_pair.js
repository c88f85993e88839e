() => {
  const look = (one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    // A number that is too long for its place runs out of its box.
    const { left, right, top, bottom } = (one.matches(".order") ? range : one).getBoundingClientRect();
    return {
      left, right, top, bottom, lines: range.getClientRects().length, lang: one.lang, dir: one.dir,
      direction: getComputedStyle(one).direction, arabic: /[\u0600-\u06ff]/.test(one.textContent),
      words: one.textContent.trim(),
    };
  };
  return [...document.querySelectorAll("main .pair")].filter((one) => one.checkVisibility()).map((both) => ({
    side: both.matches(".side"),
    numbers: [...both.querySelectorAll(":scope > .order")].map(look),
    cells: [...both.querySelectorAll(":scope > .text")].map(look),
  }));
}
