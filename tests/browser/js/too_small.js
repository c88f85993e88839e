// A link in text is as high as its line. Everything else that is touched is big.
() => [...document.querySelectorAll("a[href], button, summary, select, input")].filter((one) => {
  const inText = one.matches(".skip, .link, .leave .note, p a, h3 a, li:not(nav li) a, dd a, td a");
  if (inText || !one.checkVisibility()) return false;
  const { width, height } = (one.closest("label") ?? one).getBoundingClientRect();
  return width < 44 || height < 44;
}).map((one) => one.outerHTML.slice(0, 120))
