async ([url, vectors]) => {
  const rules = await import(url);
  const asked = (one) => one.asked ?? rules.mentions(one.rule);
  return {
    rules: vectors.rules.map((one) => ({
      holds: rules.holds(one.rule, one.answers), deciding: rules.deciding(one.rule, one.answers, asked(one)) })),
    outcomes: vectors.outcomes.map((one) => rules.outcomeOf(one.finding, one.answers, one.asked)),
    walks: vectors.walks.map((one) => rules.walk(one.questions, one.answers)),
  };
}
