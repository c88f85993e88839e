// What a reader has before the eyes; null before the first paint.
(first) => {
  const option = document.querySelector(first);
  if (!option || !performance.getEntriesByName("first-contentful-paint").length) return null;
  const { left, top, width, height } = option.getBoundingClientRect();
  const isSeen = (one) => one.checkVisibility({ visibilityProperty: true });
  const told = (selector) => [...document.querySelectorAll(selector)].some(isSeen);
  return {
    read: option.contains(document.elementFromPoint(left + width / 2, top + height / 2)),
    runs: document.getElementById("guide").dataset.runs,
    sent: told(".highlight"),
    stays: told("form > .stamp"),
    ticked: option.querySelector("input").checked,
  };
}
