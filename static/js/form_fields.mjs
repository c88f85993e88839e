// The form itself, whoever runs it: its ticks, which hold the answers and are the only place that does, and its way back
// to the server.

const inputsOf = (form, id) => [...form.querySelectorAll(`[data-question="${id}"] input`)];

export function ticksOf(form, questions) {
  const answers = {};
  for (const { id } of questions) {
    answers[id] = inputsOf(form, id).filter((input) => input.checked).map((input) => input.value).filter(Boolean);
  }
  return answers;
}

export function tickAs(form, answers) {
  for (const [id, options] of Object.entries(answers)) {
    for (const input of inputsOf(form, id)) {
      input.checked = options.length ? options.includes(input.value) : input.value === "";
    }
  }
}

export function clear(fields) {
  for (const input of fields.querySelectorAll("input")) input.checked = input.value === "";
}

// "None of these" and another tick contradict each other: the later one wins.
export function settle(tick) {
  const fields = tick.closest("[data-question]");
  for (const input of fields?.querySelectorAll("input:checked") ?? []) {
    if ((input.value === "none") !== (tick.value === "none")) input.checked = false;
  }
}

// The server's form again, with every question and every tick. What matters most comes first, in words that every engine
// knows: this runs after something has failed.
export function giveBack(form) {
  form.dataset.runs = "server";
  form.closest("[data-view]").hidden = false;
  for (const hidden of form.querySelectorAll("[data-question], .part")) hidden.hidden = false;
}
