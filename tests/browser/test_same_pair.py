"""Bilingual results of the server and of the script are the same document."""

from itertools import permutations

import pytest
from support.aging import FOLDED, UNCHECKED
from support.answer_sets import partial
from support.browser_steps import result_on_device
from support.same_document import comparing
from support.sampling import WHOLE, sample
from support.site_pages import LANGUAGES

ASKED_FOR = ("es+en", "ar+en")
# The comparison that would see a difference compares the other pair.
PAIRS = ["+".join(pair) for pair in permutations(LANGUAGES, 2)] if WHOLE else ASKED_FOR[:1]
SEEDS = sample(range(60), 1)
COMPARE = comparing("compare_pairs")


@pytest.fixture
def differences(guide, app):
    """What is not the same for a pair, by answers: each run is answers and the server's page for them."""
    modules = [app.extensions["state"].assets.url(f"js/{name}.mjs") for name in ("links", "state_here")]

    def compare(pair, runs, **options):
        first, second = pair.split("+")
        page = guide(first, **options)
        result_on_device(page, {})
        return page.evaluate(
            COMPARE, [*modules, second, [{"answers": answers, "html": html} for answers, html in runs]]
        )

    return compare


def posted(client, pair, answers):
    body = {question: list(ticked) for question, ticked in answers.items()}
    return body, client.post(f"/{pair}/result", data=body).text


# `make test` compares one language on a late day, and looks for the notice of a pair in web/test_any_day.
@pytest.mark.whole
@pytest.mark.parametrize("today", [UNCHECKED, FOLDED])
def test_the_documents_are_equal_with_the_overdue_notice(differences, on_day, library, today):
    app, url = on_day(today)
    runs = [posted(app.test_client(), ASKED_FOR[0], partial(library, SEEDS[0]))]
    assert differences(ASKED_FOR[0], runs, base_url=url) == []


@pytest.mark.parametrize("pair", PAIRS)
def test_server_and_device_make_the_same_pair(differences, client, library, pair):
    sets = [{"held": ("yes",)}, *(partial(library, seed) for seed in SEEDS)]
    assert differences(pair, [posted(client, pair, answers) for answers in sample(sets, 1, seed=pair)]) == []


@pytest.mark.whole
def test_the_comparison_would_see_a_difference(differences, client):
    answers, html = posted(client, "ar+en", {"held": ("yes",)})
    number, direction = '<span class="order">7</span>', 'class="text" lang="ar" dir="rtl"'
    assert number in html
    assert direction in html
    planted = [
        html.replace(number, '<span class="order">8</span>'),
        html.replace(direction, 'class="text" lang="ar"', 1),
    ]
    wrong = [(answers, page) for page in planted]
    assert len(differences("ar+en", wrong)) == len(wrong)
