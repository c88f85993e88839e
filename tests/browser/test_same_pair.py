"""A result in two languages: the server's and the one that a reader makes on the device are the same document."""

from itertools import permutations

import pytest
from aging import FOLDED, UNCHECKED
from answer_sets import partial
from pages import LANGUAGES
from person import walk
from same import DIFFERENCE
from sampling import WHOLE, sample

ASKED_FOR = ("es+en", "ar+en")
PAIRS = ["+".join(pair) for pair in permutations(LANGUAGES, 2)] if WHOLE else ASKED_FOR
SEEDS = sample(range(60), 2)
# Ticks the form, presses the button of the pair, and takes the result that stands on the page then.
COMPARE = (
    f"async ([links, code, runs]) => {{ {DIFFERENCE}"
    + """
  const { keepOnDevice } = await import(links);
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
  for (const { answers, html } of runs) {
    tick(answers);
    await pressed();
    const made = new DOMParser().parseFromString(html, "text/html").querySelector("[data-view=result]");
    keepOnDevice(made);
    const found = difference(made, view().cloneNode(true));
    if (found) differences.push([answers, ...found]);
  }
  return differences;
}"""
)


@pytest.fixture
def differences(guide, app):
    """What is not the same for a pair, by answers: each run is answers and the server's page for them."""
    links = app.extensions["shelf"].assets.url("js/links.mjs")

    def compare(pair, runs, **options):
        first, second = pair.split("+")
        page = guide(first, **options)
        walk(page, {})
        return page.evaluate(COMPARE, [links, second, [{"answers": answers, "html": html} for answers, html in runs]])

    return compare


def posted(client, pair, answers):
    body = {question: list(ticked) for question, ticked in answers.items()}
    return body, client.post(f"/{pair}/result", data=body).text


@pytest.mark.parametrize("today", [UNCHECKED, FOLDED])
def test_they_do_when_nobody_has_checked_the_guide(differences, on_day, library, today):
    app, url = on_day(today)
    runs = [posted(app.test_client(), ASKED_FOR[0], partial(library, SEEDS[0]))]
    assert differences(ASKED_FOR[0], runs, base_url=url) == []


@pytest.mark.parametrize("pair", PAIRS)
def test_server_and_device_make_the_same_pair(differences, client, library, pair):
    runs = [posted(client, pair, partial(library, seed)) for seed in SEEDS]
    assert differences(pair, [*runs, posted(client, pair, {"held": ("yes",)})]) == []


def test_the_comparison_would_see_a_difference(differences, client):
    answers, html = posted(client, "ar+en", {"held": ("yes",)})
    number, direction = '<span class="n">7</span>', 'class="tongue" lang="ar" dir="rtl"'
    assert number in html
    assert direction in html
    planted = [html.replace(number, '<span class="n">8</span>'), html.replace(direction, 'class="tongue" lang="ar"', 1)]
    other = posted(client, "ar+en", {"held": ("no",)})[1]
    wrong = [(answers, page) for page in (*planted, other)]
    assert len(differences("ar+en", [(answers, html), *wrong])) == len(wrong)
