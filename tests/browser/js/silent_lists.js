// Safari does not say that a list without marks is one, unless it says so itself or stands in a menu of links.
() => [...document.querySelectorAll("ul, ol")].filter((list) => {
  if (list.hasAttribute("role") || list.closest("nav, [aria-hidden=true]")) return false;
  return getComputedStyle(list).listStyleType === "none";
}).map((list) => list.outerHTML.slice(0, 120))
