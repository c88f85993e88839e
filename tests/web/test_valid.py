"""Every page is valid HTML with correct semantics."""

import datetime as dt
import random
import re

import pytest
from support import day, html_validate
from support.answer_sets import partial
from support.html_checks import language_problems, problems
from support.sampling import WHOLE, sample
from support.site_pages import LANGUAGES, NAMES, another, in_english_and_another
from werkzeug.exceptions import BadRequest

from guide.config import Settings
from guide.web import create_app

pytestmark = pytest.mark.slow  # `make check` leaves it out: it makes many pages

# The pages that are looked at in another language too: all have the same templates, and each language is among them.
ELSEWHERE = sample(NAMES, 5)
# html-validate needs seconds for each of these; what they are made of is on other pages too.
LONG = ("explain", "explain/all", "papers", "design", "sources", "rules", "examples/daniel-and-a-letter")
SHORT = [name for name in NAMES if WHOLE or name not in LONG]
TITLE = re.compile(r"<title>(.*?)</title>", re.S)


def assert_sound(html, library):
    found = problems(html) + list(language_problems(html, library))
    assert not found, "\n".join(found)


def posts(library, count):
    return [{}, *({id: list(ticked) for id, ticked in partial(library, seed).items()} for seed in range(count))]


@pytest.mark.parametrize(
    "path",
    [f"/{lang}/{name}" for name, lang in in_english_and_another(NAMES) if lang == "en" or name in ELSEWHERE],
)
def test_a_page_is_sound(client, library, path):
    assert_sound(client.get(path).text, library)


@pytest.mark.parametrize("name", sample(SHORT, 12))
def test_a_page_is_as_the_html_standard_has_it(client, name):
    lang = random.Random(name).choice(LANGUAGES)
    assert html_validate.problems(client.get(f"/{lang}/{name}").text) == ()


@pytest.mark.parametrize("lang", sample(LANGUAGES, 1))
def test_so_are_a_result_the_choice_of_a_language_and_a_page_for_an_error(client, app, lang):
    assert html_validate.problems(client.post(f"/{lang}/result", data={"held": "yes", "status": "none"}).text) == ()
    assert html_validate.problems(client.get("/").text) == ()
    for path in (f"/{lang}/nothing-here", "/nothing-here"):
        assert html_validate.problems(client.get(path).text) == ()
        assert html_validate.problems(app.extensions["failures"].answer(500, path)[2].decode()) == ()


@pytest.mark.parametrize(("page", "lang"), in_english_and_another(["questions", "result"]))
@pytest.mark.slow
def test_what_is_made_from_answers_is_sound(client, library, page, lang):
    for answers in sample(posts(library, 100), 1, seed=lang):
        assert_sound(client.post(f"/{lang}/{page}", data=answers).text, library)


def test_the_choice_of_a_language_is_sound(client, library):
    assert_sound(client.get("/").text, library)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_errors_are_sound(client, library, lang):
    responses = [
        client.get(f"/{lang}/nothing-here"),
        client.get(f"/{lang}/result"),
        client.post(f"/{lang}/result", data={"held": "x" * 20_000}),
    ]
    assert [response.status_code for response in responses] == [404, 405, 413]
    for response in responses:
        assert_sound(response.text, library)


@pytest.mark.slow
@pytest.mark.parametrize(("error", "code"), [(KeyError, 500), (BadRequest, 400)])
def test_a_page_that_fails_is_sound(library, error, code):
    app = create_app(Settings(today=day.today))

    def fail(**_):
        raise error

    app.view_functions["help"] = fail
    for lang in ("en", *another(error.__name__)):
        response = app.test_client().get(f"/{lang}/help")
        assert response.status_code == code
        assert_sound(response.text, library)


@pytest.fixture(scope="module")
def past_its_date():
    return create_app(Settings(today=lambda: dt.date(2028, 1, 1))).test_client()


@pytest.mark.parametrize("name", sample(NAMES, 2))
@pytest.mark.slow
def test_an_overdue_page_is_sound(past_its_date, library, name):
    assert_sound(past_its_date.get(f"/{LANGUAGES[-1]}/{name}").text, library)


@pytest.mark.parametrize("lang", sample(LANGUAGES, 1))
def test_each_page_has_a_title_of_its_own_and_results_share_one(client, library, lang):
    pages = [TITLE.search(client.get(f"/{lang}/{name}").text)[1] for name in NAMES]
    results = {TITLE.search(client.post(f"/{lang}/result", data=one).text)[1] for one in posts(library, 1)}
    (result,) = results
    assert all(title.strip() for title in pages)
    assert len({*pages, result}) == len(pages) + 1


PAGE = """<!DOCTYPE html><html lang="en" dir="ltr"><head><title>A</title></head><body><header>a</header>
<main><h1>A</h1>{}</main><footer>a</footer></body></html>"""


def test_a_sound_page_has_no_problems(library):
    assert_sound(PAGE.format('<p id="a"><a href="#a">a</a></p>'), library)


@pytest.mark.parametrize(
    ("wrong", "reported"),
    [
        ("<p><div>a</div></p>", "unexpected-end-tag"),
        ('<p class="a" class="b">a</p>', "duplicate-attribute"),
        ("<p>&nothing;</p>", "named-entity"),
        ("<table><p>a</p></table>", "table-voodoo"),
        ('<p style="color:red">a</p>', "style on"),
        ('<template><p onclick="a()">a</p></template>', "onclick on"),
        ("<style>p{color:red}</style>", "a style element"),
        ("<script>a()</script>", "a script in the page"),
        ('<meta http-equiv="refresh" content="9">', "it does not wait for the reader"),
        ("<audio autoplay></audio>", "it does not wait for the reader"),
        ('<p id="a">a</p><p id="a">b</p>', "id twice: a"),
        ('<p id="">a</p>', "not an id"),
        ('<a href="#b">a</a>', "a link leads nowhere"),
        ('<ul aria-labelledby="b"><li>a</li></ul>', "aria-labelledby leads nowhere"),
        ("<h1>B</h1>", "not one h1"),
        ("<h3>B</h3>", "a level is skipped"),
        ("<h2><span></span></h2>", "an empty heading"),
        ("<section><p>a</p></section>", "a section without a name"),
        ("<nav>a</nav>", "a navigation without a name"),
        ('<nav aria-label="B">a</nav><nav aria-label="B">b</nav>', "nav 'B' stands 2 times"),
        ("</main><main>", "main stands 2 times"),
        ('<button type="button"></button>', "a button without a name"),
        ("<input>", "a field without a label"),
        ('<label>a <input type="radio" autocomplete="off"></label>', "a browser keeps what is chosen"),
        ('<form autocomplete="off"><label>a <select></select></label></form>', "a browser keeps what is chosen"),
        ('<a href="/"></a>', "a link without a name"),
        ('<p tabindex="1">a</p>', "an order of its own"),
        ("<svg></svg>", "a picture that says nothing"),
        ('<svg role="img"><title></title></svg>', "a picture that says nothing"),
        ('<img src="a">', "an image without alt"),
        ("<ul></ul>", "an empty list"),
        ('<p lang="es" dir="ltr">Get help from the lawyer.</p>', "English, but marked es"),
        ('<p lang="es" dir="ltr"><a href="/" title="Get the help">a</a></p>', "English, but marked es"),
        ("<p>Español</p>", "the name of a language, but marked en"),
        ('<p lang="xx" dir="ltr">a</p>', "not a language of the guide"),
        ('<p lang="es">a</p>', "nothing says which way this runs"),
        ("<article><h2>a</h2></article>", "an article without a name"),
        ('<p lang="es" dir="rtl">a</p>', "nothing says which way this runs"),
    ],
)
def test_a_problem_is_found(library, wrong, reported):
    html = PAGE.format(wrong)
    found = problems(html) + list(language_problems(html, library))
    assert any(reported in problem for problem in found), found


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        ("<button>a</button>", "no-implicit-button-type"),
        ("<details><summary><span><h2>a</h2></span></summary></details>", "element-permitted-content"),
        ('<a href="/"><button type="button">a</button></a>', "element-permitted-content"),
        ("<label>a<label>b</label></label>", "element-permitted-content"),
        ("<ul><p>a</p></ul>", "element-permitted-content"),
        ("<dl><p>a</p></dl>", "element-permitted-content"),
        ("<fieldset><p>a</p></fieldset>", "wcag/h71"),
        ("<details><p>a</p></details>", "element-required-content"),
        ("<p><div>a</div></p>", "close-order"),
        ('<input type="strange" aria-label="a">', "attribute-allowed-values"),
    ],
)
def test_html_validate_finds_what_the_standard_forbids(wrong, rule):
    assert html_validate.problems(PAGE.format("")) == ()
    assert [rule] == [problem.split(": ")[1] for problem in html_validate.problems(PAGE.format(wrong))]
