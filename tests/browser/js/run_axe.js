async ([rules, most]) => {
  const putBack = (THIN)(most ?? Infinity);
  // What stays in sight covers what a reader has not scrolled to yet; axe takes that for a target that is too small.
  const sticky = [...document.querySelectorAll("body *")].filter((one) => getComputedStyle(one).position === "sticky");
  const were = sticky.map((one) => one.style.position);
  sticky.forEach((one) => one.style.setProperty("position", "static"));
  const { violations } = await axe.run({ runOnly: rules, resultTypes: ["violations"] });
  sticky.forEach((one, at) => one.style.setProperty("position", were[at]));
  putBack();
  return violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map((node) => node.html)]);
}
