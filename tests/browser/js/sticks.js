// The classes of all that does not scroll with the page, but questions and covers.
() => [...document.querySelectorAll("body *")]
  .filter((one) => ["sticky", "fixed"].includes(getComputedStyle(one).position))
  .filter((one) => !one.matches("[role=alertdialog], dialog, .cover"))
  .map((one) => one.className)
