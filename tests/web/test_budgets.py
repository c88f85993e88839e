"""What a visitor waits for stays within its budget: bytes over the wire, headers included, in every language.

Where a goal is missed, REACHED has what was reached: no step back from there. All figures: `python -m support.budget`.
"""

import pytest
from support.budget import Wire
from support.sample_site import sample_site
from support.site_pages import LANGUAGES

pytestmark = pytest.mark.slow  # `make check` leaves it out: it packs many pages

FLIGHT = 14_600  # one TCP flight
# By part and page: bytes.
GOALS = {
    ("all", ""): FLIGHT,
    ("blocking", "questions"): FLIGHT,
    ("scripted", "questions"): 26_000,
    ("all", "held"): 24_000,
    ("all", "officers"): 24_000,
}
# The goals that are missed, by part, page and language: bytes. Held and officers carry the code for paper, 500 bytes.
REACHED = {
    ("blocking", "questions", "es"): 15_748,
    ("blocking", "questions", "ar"): 16_158,
    ("blocking", "questions", "zh-Hans"): 15_806,
    ("all", "held", "en"): 28_047,
    ("all", "held", "es"): 34_262,
    ("all", "held", "ar"): 35_762,
    ("all", "held", "zh-Hans"): 35_254,
    ("all", "officers", "en"): 25_963,
    ("all", "officers", "es"): 30_610,
    ("all", "officers", "ar"): 31_594,
    ("all", "officers", "zh-Hans"): 31_346,
}  # fmt: skip
ROOM = 100  # bytes by which a figure may move without a new one: names and dates
# Form, explanations of today with their steps and sources, style and script; the old sets.
WITH_TODAY, OLD, OLD_OF_OTHERS = 60_000, 30_000, 35_000
# Where missed, by language. Why: all words of today's file, without a tag, with the addresses of its sources are in
# brotli en 31,400, es 39,300, ar 41,900, zh-Hans 40,000 bytes. Of these the addresses alone are 4,250, the warnings
# 14,900 in English to 21,900 in Arabic, where the English of what to do stands beside them. Form and scripts are 28,300
# to 30,000, the style is 4,600: together 64,300, 73,600, 76,600, 74,300. Without one tag in it the goal is missed too.
WITH_TODAY_REACHED = {"en": 79_104, "es": 89_413, "ar": 92_379, "zh-Hans": 89_713}
ENGLISH = 16_000  # the rest of the English beside a draft: nobody waits for it
LAZY = 8_000
# What the first flight must show: words of the HTML behind it. About officers somebody may choose any place.
SHOWN = {
    ("first question", "questions"): '<details class="fold quiet"><summary>',  # "Why we ask", below the first one
    ("four sentences", "held"): 'id="write"',
    ("last place", "officers"): 'class="fold quiet sourced"',
}
SHOWN_IN = {
    ("four sentences", "held", "es"): 16_659,
    ("four sentences", "held", "ar"): 17_459,
    ("four sentences", "held", "zh-Hans"): 17_239,
    ("last place", "officers", "es"): 17_416,
    ("last place", "officers", "ar"): 18_276,
    ("last place", "officers", "zh-Hans"): 18_116,
}  # fmt: skip
CASES = [(*goal, lang) for goal in GOALS for lang in LANGUAGES]

# A posted result as it is sent, whatever was answered: bytes.
OF_RESULTS = {**dict.fromkeys(LANGUAGES, 64_000), "es+en": 112_000}


@pytest.fixture(scope="module")
def wire(tmp_path_factory):
    return Wire(sample_site(tmp_path_factory.mktemp("budgets")))


def test_the_headers_of_what_a_page_loads_are_short(wire):
    view = wire.view("/en/questions")
    assert len(view.others) >= 4
    assert [each.path for each in (*view.styles, *view.others) if each.head > 400] == []


@pytest.mark.parametrize(("part", "name", "lang"), CASES)
def test_a_page_stays_within_its_budget(wire, part, name, lang):
    view = wire.view(f"/{lang}/{name}")
    bytes, goal = getattr(view, part), GOALS[part, name]
    reached = REACHED.get((part, name, lang), goal)
    assert bytes <= (reached + ROOM if reached > goal else goal), view.told()


def test_a_goal_that_is_met_stands_in_no_list_of_missed_ones(wire):
    kept = [key for key in REACHED if getattr(wire.view(f"/{key[2]}/{key[1]}"), key[0]) <= GOALS[key[:2]]]
    assert kept == []


def with_today(wire, lang):
    """What comes until the device has today's explanations: all but the old sets."""
    view = wire.view(f"/{lang}/questions")
    return view.scripted + wire.get(f"/{lang}/questions/today.html").bytes + sum(wire.on_device(view).values())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_explanations_stay_within_their_budgets(wire, lang):
    assert wire.get(f"/{lang}/questions/old.html").bytes <= (OLD if lang == "en" else OLD_OF_OTHERS)
    assert wire.get(f"/{lang}/questions/english.html").bytes <= ENGLISH
    assert WITH_TODAY < with_today(wire, lang) <= WITH_TODAY_REACHED[lang] + ROOM


# Speech and printing come when the page is idle, another language and the second one when they are asked for.
@pytest.mark.parametrize("name", ["questions", "present", "help", "held"])
def test_what_is_loaded_when_it_is_used_is_light(wire, name):
    lazy = wire.lazy(wire.view(f"/en/{name}"))
    assert set(lazy) == {"print", "read_aloud", *(["second-language"] if name == "questions" else [])}
    assert [part for part, bytes in lazy.items() if bytes > LAZY] == []


@pytest.mark.parametrize(("what", "name", "lang"), [(*key, lang) for key in SHOWN for lang in LANGUAGES])
def test_the_first_flight_shows_what_is_needed_first(wire, what, name, lang):
    arrived = wire.view(f"/{lang}/{name}").until(SHOWN[what, name])
    reached = SHOWN_IN.get((what, name, lang), FLIGHT)
    assert arrived <= (reached + ROOM if reached > FLIGHT else FLIGHT)


@pytest.mark.parametrize("encoding", ["gzip", "br"])
@pytest.mark.parametrize("place", OF_RESULTS)
def test_a_posted_result_stays_within_its_budget(client, place, encoding):
    body = client.post(f"/{place}/result", headers={"Accept-Encoding": encoding}).data
    assert len(body) <= OF_RESULTS[place]
