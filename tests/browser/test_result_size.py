"""How much a result shows before anything is opened: the screens, words, links and tab stops of a phone."""

import pytest
from support.browser_steps import result_on_device
from support.contacted import MAIL, with_contact
from support.sampling import sample

PHONE = {"width": 360, "height": 740}
LONGER = {"en": 1, "es": 1.25}  # what is a screen does not grow in Spanish; lengths do
SHORT = {"for": ["family"], "held": ["no"], "status": ["none"], "time": ["over-10"], "entry": ["no-officer"]}
WITH_OLD = {**SHORT, "family": ["citizen-family", "provider", "caregiver"]}
ALL = WITH_OLD | {"relief": ["no"], "age": ["18-to-65"]}
ALL |= {id: ["none"] for id in ("proceedings", "police", "harm", "rights", "health", "service", "childhood")}
# A person for whom twenty-two warnings apply.
MANY = {
    "for": ["me"],
    "held": ["yes"],
    "proceedings": ["court-open", "dismissal-offer", "missed-hearing", "order-to-leave", "removed-before", "check-ins"],
    "status": ["green-card", "tps-or-parole", "visa", "daca"],
    "time": ["under-2"],
    "entry": ["no-officer"],
    "police": ["conviction"],
    "offense": ["theft"],
    "harm": ["victim"],
    "rights": ["work", "housing", "speech"],
    "relief": ["applied"],
}
# The draft notice, and English, are read by few: they are not counted.
SEEN = """() => {
  const seen = (element) => element.checkVisibility() && element.getClientRects().length > 0;
  const main = document.querySelector("main");
  for (const aside of main.querySelectorAll(".draft, [data-english]")) aside.remove();
  const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);
  return {
    words: main.innerText.trim().split(/\\s+/).length,
    links: all("main a[href]").length,
    stops: all("a[href], button, summary, input, select").length,
  };
}"""


@pytest.fixture
def made(open_page):
    """Makes a result on a phone, by the script."""

    def make(lang, answers, **options):
        page = open_page(f"/{lang}/questions", viewport=PHONE, **options)
        page.wait_for_selector("form[data-runs=device]")
        result_on_device(page, answers)
        return page

    return make


def height(page):
    return page.evaluate("document.documentElement.scrollHeight")


@pytest.mark.parametrize("lang", LONGER)
@pytest.mark.parametrize("answers", sample([SHORT, WITH_OLD], 1), ids=lambda answers: f"{len(answers)}-answers")
def test_a_result_is_short(made, lang, answers):
    page = made(lang, answers)
    assert height(page) <= 7 * PHONE["height"] * LONGER[lang]
    steps = [each.bounding_box() for each in page.query_selector_all("[data-steps] > li")]
    assert len(steps) == 5
    assert steps[0]["y"] <= 400
    assert steps[2]["y"] + steps[2]["height"] <= PHONE["height"]
    assert steps[4]["y"] + steps[4]["height"] <= 900 * LONGER[lang]
    assert page.locator("main [data-state-here] select").bounding_box()["y"] <= 2 * PHONE["height"]
    seen = page.evaluate(SEEN)
    assert seen["words"] <= 650 * LONGER[lang]
    assert seen["links"] <= 24
    assert seen["stops"] <= 45 + 4 * (lang != "en")  # a draft has its English beside it


@pytest.mark.parametrize("lang", sample(LONGER, 1))
@pytest.mark.parametrize(("answers", "screens"), [({}, 8), (ALL, 8), (MANY, 12)], ids=["skipped", "answered", "many"])
def test_no_result_is_long(made, lang, answers, screens):
    assert height(made(lang, answers)) <= screens * PHONE["height"] * LONGER[lang]


@pytest.mark.whole
def test_how_to_tell_that_a_text_is_wrong_takes_no_room(made, serve, tmp_path):
    page = made("en", WITH_OLD, base_url=serve(with_contact(tmp_path, MAIL)))
    lines = page.locator("#result [data-wrong], main [data-wrong]")
    assert lines.count() > 5
    assert lines.filter(visible=True).count() == 0
    assert lines.first.locator("a").get_attribute("href").startswith(f"mailto:{MAIL}?subject=")
    seen = page.evaluate(SEEN)
    assert seen["words"] <= 650
    assert seen["stops"] <= 45


def test_many_warnings_apply_to_one_person(made):
    page = made("en", MANY)
    fit = page.locator("#first [data-holds], #fits [data-holds], #for-all [data-holds]").count()
    assert fit >= 22
    assert page.locator("#fits .finding > .whole").count() == 3  # beside the one for people who are held
