"""The server's result and the device's result are the same document."""

import pytest
from answer_sets import partial
from pages import LANGUAGES
from same import DIFFERENCE
from sampling import sample

SEEDS = sample(range(200), 60)
COMPARE = (
    f"async ([url, runs]) => {{ {DIFFERENCE}"
    + """
  const { explanationsIn, resultFor } = await import(url.result);
  const { walk } = await import(url.rules);
  const parse = (text) => new DOMParser().parseFromString(text, "text/html");
  const explanations = explanationsIn(parse(await (await fetch(url.explain)).text()));
  const questions = JSON.parse(document.getElementById("walk").textContent);
  const differences = [];
  for (const { answers, html } of runs) {
    const server = parse(html).querySelector("[data-view=result]");
    const found = difference(server, resultFor(explanations, questions, walk(questions, answers)));
    if (found) differences.push([answers, ...found]);
  }
  return differences;
}"""
)


@pytest.mark.parametrize("lang", sample(LANGUAGES, 2))
def test_server_and_device_make_the_same_document(open_page, app, library, lang):
    assets = app.extensions["shelf"].assets
    client = app.test_client()
    urls = {"result": assets.url("js/result.mjs"), "rules": assets.url("js/rules.mjs"), "explain": f"/{lang}/explain"}
    page = open_page(f"/{lang}/questions")
    for start in range(0, len(SEEDS), 20):
        runs = [
            {"answers": body, "html": client.post(f"/{lang}/result", data=body).text}
            for seed in SEEDS[start : start + 20]
            for body in [{question: list(ticked) for question, ticked in partial(library, seed).items()}]
        ]
        assert page.evaluate(COMPARE, [urls, runs]) == []


def test_the_comparison_would_see_a_difference(open_page, app):
    assets = app.extensions["shelf"].assets
    urls = {"result": assets.url("js/result.mjs"), "rules": assets.url("js/rules.mjs"), "explain": "/en/explain"}
    html = app.test_client().post("/en/result", data={"held": "yes"}).text
    page = open_page("/en/questions")
    assert page.evaluate(COMPARE, [urls, [{"answers": {"held": ["no"]}, "html": html}]])
