// Ticks the form, presses the button of the pair, and takes the result that stands on the page then.
async ([links, states, code, runs]) => {
  const difference = DIFFERENCE;
  const { keepOnDevice } = await import(links);
  const { offerStates } = await import(states);
  const view = () => document.querySelector("main > [data-view=result]");
  const tick = (answers) => {
    for (const field of document.querySelectorAll("#guide [data-question]")) {
      const options = answers[field.dataset.question] ?? [""];
      for (const input of field.querySelectorAll("input")) input.checked = options.includes(input.value);
    }
  };
  const pressed = () => new Promise((resolve, reject) => {
    const before = view();
    new MutationObserver((_, observer) => {
      if (view() && view() !== before) resolve(observer.disconnect());
      if (!document.querySelector("[data-offline]").hidden) reject(new Error("no second language came"));
    }).observe(document.body, { childList: true, subtree: true, attributeFilter: ["hidden"] });
    before.querySelector(`[data-pair="${code}"]`).click();
  });
  const differences = [];
  let last;
  for (const { answers, html } of runs) {
    if (JSON.stringify(answers) !== last) {
      tick(answers);
      await pressed();
    }
    last = JSON.stringify(answers);
    const made = new DOMParser().parseFromString(html, "text/html").querySelector("[data-view=result]");
    keepOnDevice(made);
    offerStates(made);
    const found = difference(made, view().cloneNode(true));
    if (found) differences.push([answers, ...found]);
  }
  return differences;
}
