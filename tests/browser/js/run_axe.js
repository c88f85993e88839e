async ([rules, most]) => {
  const putBack = (THIN)(most ?? Infinity);
  const { violations } = await axe.run({ runOnly: rules, resultTypes: ["violations"] });
  putBack();
  return violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map((node) => node.html)]);
}
