async ([url, runs]) => {
  const difference = DIFFERENCE;
  const { explanationsIn, putEnglish } = await import(url.loader);
  const { resultFor } = await import(url.result);
  const { walk } = await import(url.rules);
  const { questionsOf } = await import(url.fields);
  const parse = (text) => new DOMParser().parseFromString(text, "text/html");
  const load = async (path) => parse(await (await fetch(path)).text());
  const explanations = explanationsIn(...await Promise.all([url.today, url.old].map(load)));
  putEnglish(await load(url.english), explanations.view);
  const questions = questionsOf(document);
  const differences = [];
  for (const { answers, html } of runs) {
    const server = parse(html).querySelector("[data-view=result]");
    const found = difference(server, resultFor(explanations, questions, walk(questions, answers)));
    if (found) differences.push([answers, ...found]);
  }
  return differences;
}
