"""The results of the server and of the script are the same document."""

from itertools import product

import pytest
from support.aging import DAYS, FOLDED
from support.answer_sets import EVERYTHING, partial
from support.contacted import MAIL, with_contact
from support.day import today
from support.same_document import comparing
from support.sampling import WHOLE, sample
from support.server import hosted
from support.site_pages import LANGUAGES

from guide.config import Settings
from guide.web import create_app

SEEDS = sample(range(200), 5)
COMPARE = comparing("compare_documents")


def addresses(app, lang):
    """The modules that make a result, and the files that they make it from."""
    modules = {"loader": "unpack", "result": "result", "rules": "rules", "fields": "form_fields"}
    urls = {name: app.extensions["state"].assets.url(f"js/{module}.mjs") for name, module in modules.items()}
    return urls | {name: f"/{lang}/questions/{name}.html" for name in ("today", "old", "english")}


def differences(page, app, library, lang, seeds):
    """What is not the same in the result of the server and in the one that the page makes, by answers."""
    client = app.test_client()
    urls = addresses(app, lang)
    found = []
    for start in range(0, len(seeds), 20):
        runs = [
            {"answers": body, "html": client.post(f"/{lang}/result", data=body).text}
            for seed in seeds[start : start + 20]
            for body in [{question: list(ticked) for question, ticked in partial(library, seed).items()}]
        ]
        found += page.evaluate(COMPARE, [urls, runs])
    return found


@pytest.mark.parametrize("lang", sample(LANGUAGES, 1))
def test_server_and_device_make_the_same_document(open_page, app, library, lang):
    assert differences(open_page(f"/{lang}/questions"), app, library, lang, SEEDS) == []


# In a draft, after a year, the English has dated facts too.
@pytest.mark.parametrize(("today", "lang"), [*sample(product(DAYS, LANGUAGES), 1), (FOLDED, "es")])
@pytest.mark.whole
def test_the_documents_are_equal_on_any_date(open_page, on_day, library, today, lang):
    app, url = on_day(today)
    page = open_page(f"/{lang}/questions", base_url=url)
    assert differences(page, app, library, lang, SEEDS if WHOLE else SEEDS[:2]) == []


@pytest.mark.whole
def test_the_documents_are_equal_where_each_text_says_whom_to_write_to(open_page, library, tmp_path):
    app = create_app(Settings(with_contact(tmp_path, MAIL), today))
    with hosted(app) as port:
        page = open_page("/en/questions", base_url=f"http://127.0.0.1:{port}")
        assert differences(page, app, library, "en", SEEDS[:2]) == []


@pytest.mark.whole
def test_the_comparison_would_see_a_difference(open_page, app):
    urls = addresses(app, "en")
    html = app.test_client().post("/en/result", data={"held": "yes"}).text
    page = open_page("/en/questions")
    assert page.evaluate(COMPARE, [urls, [{"answers": {"held": ["no"]}, "html": html}]])


@pytest.mark.parametrize("answers", [{}, EVERYTHING, {"for": ["me"]}], ids=["nothing", "everything", "one"])
def test_the_list_of_answers_is_the_same_document(open_page, app, answers):
    urls = addresses(app, "es")
    html = app.test_client().post("/es/result", data=answers).text
    assert 'id="your-answers"' in html
    page = open_page("/es/questions")
    assert page.evaluate(COMPARE, [urls, [{"answers": answers, "html": html}]]) == []
