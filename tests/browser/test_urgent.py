"""The pages for the first minute in a browser: one tap, one screen, a message, slides, a voice, paper."""

import re

import pytest
from support import recorded
from support.browser_steps import asked_by
from support.fake_speech import ENGLISH, SPANISH, button, go, read_on, spoken, texts
from support.pdf import FORMATS, printed, shown, squeezed
from support.sampling import each_once, sample

SMALL = {"width": 360, "height": 740}
WALLS = ({"width": 1280, "height": 720}, {"width": 1920, "height": 1080}, {"width": 1024, "height": 768})
# What is a screen does not grow in another language.
ON_ONE_SCREEN = ("en", "es")
STILL = {"reduced_motion": "reduce"}
CHOICE = """() => document.querySelector('h1').insertAdjacentHTML('afterend',
  '<select data-state-choice><option value=""></option><option value="TX">Texas</option></select>'
  + '<p data-row="TX">Texas <a href="tel:+15550100">555-0100</a></p>')"""


def tap(page, place):
    page.click(f".places a[href='#{place}']")


def box(page, selector):
    return page.locator(selector).first.bounding_box()


# Places.


@pytest.mark.parametrize(("lang", "heard"), each_once(ON_ONE_SCREEN, [False, True]))
def test_one_tap_brings_the_orders_of_a_place_on_one_screen(open_page, library, lang, heard):
    page = go(open_page("about:blank", viewport=SMALL, **STILL), f"/{lang}/officers", *([ENGLISH] if heard else []))
    for part in library.urgent["officers"].parts:
        page.evaluate("window.scrollTo(0, 0)")
        tap(page, part.id)
        bar = box(page, ".leave")
        title, orders = box(page, f"#{part.id} h2"), box(page, f"#{part.id} [data-orders]")
        assert title["y"] >= bar["y"] + bar["height"], part.id
        assert orders["y"] + orders["height"] <= SMALL["height"], part.id


@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.whole
def test_the_places_are_two_in_a_row_and_large_enough_for_a_thumb(look, width):
    page = look("/en/officers", viewport={"width": width, "height": 740})
    boxes = [link.bounding_box() for link in page.locator(".places a").all()]
    assert all(each["height"] >= 44 and each["width"] >= 44 for each in boxes)
    assert len({each["x"] for each in boxes}) == 2
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_all_places_are_in_sight_at_once(look):
    page = look("/en/officers", viewport=SMALL)
    last = page.locator(".places a").last.bounding_box()
    assert last["y"] < SMALL["height"]


@pytest.mark.parametrize(("name", "place"), [("officers", "door"), ("plan", "parent")])
@pytest.mark.whole
def test_a_link_to_a_place_leaves_no_trace_and_opens_what_is_folded(open_page, name, place):
    page = open_page(f"/en/{name}", viewport=SMALL)
    before = page.evaluate("history.length")
    tap(page, place)
    assert page.url.endswith(f"/en/{name}")
    assert page.evaluate("history.length") == before
    assert page.locator(f"#{place} .act").first.is_visible()
    assert page.evaluate("document.activeElement.id") == place


def test_a_link_in_a_message_opens_what_is_folded(look):
    page = look("/en/plan#parent", viewport=SMALL)
    assert page.locator("#parent .act").first.is_visible()


def test_persons_are_on_the_first_screen_of_the_plan(look):
    page = look("/en/plan", viewport=SMALL)
    for person in ("parent", "young", "helper"):
        link = box(page, f".places a[href='#{person}']")
        assert link["y"] + link["height"] < SMALL["height"]


def test_english_words_are_large_and_can_be_selected(look):
    page = look("/en/officers", viewport=SMALL)
    style = "one => [parseFloat(getComputedStyle(one).fontSize), getComputedStyle(one).userSelect]"
    for size, select in page.eval_on_selector_all(".said", f"all => all.map({style})"):
        assert size >= 19
        assert select == "text"


# Sending.


def shared(page, press):
    """What the share sheet of the device gets."""
    page.evaluate("() => { navigator.share = async (given) => { window.given = given; } }")
    press()
    page.wait_for_function("window.given")
    return page.evaluate("window.given")


@pytest.mark.parametrize(
    "path",
    [*sample(["en/steps", "es/plan", "ar/officers", "en/held"], 2), *sample(["es+en/steps", "es+ar/officers"], 1)],
)
def test_a_message_is_short_and_has_its_link_and_nothing_is_sent(open_page, path):
    page = open_page(f"/{path}", viewport=SMALL)
    asked = asked_by(page)
    given = shared(page, page.locator("[data-send-text] button").last.click)
    assert set(given) == {"text"}
    assert len(given["text"]) <= (1200 if "+" in path else 600)
    link = given["text"].splitlines()[-1]
    assert re.fullmatch(rf"http://127\.0\.0\.1:\d+/{re.escape(path)}(#[a-z]+)?", link)
    assert asked == []


def test_a_message_of_officers_has_the_steps_of_that_place_only(look, library):
    page = look("/en/officers", viewport=SMALL)
    given = shared(page, page.locator("#airport [data-send-text] button").click)["text"]
    own = library.urgent["officers"].parts
    (airport,) = [part for part in own if part.id == "airport"]
    acts = [re.sub(r"^\d\. ", "", line) for line in given.splitlines() if re.match(r"\d\. ", line)]
    assert acts
    assert all(any(act.startswith(line.text) and line.more in act for line in airport.acts) for act in acts)


@pytest.mark.whole
def test_the_number_of_the_chosen_state_goes_with_it_and_no_other_answer(look):
    page = look("/en/steps", viewport=SMALL)
    page.evaluate(CHOICE)
    press = page.locator("[data-send-text] button").click
    assert "Texas" not in shared(page, press)["text"]
    page.select_option("[data-state-choice]", "TX")
    given = shared(page, lambda: (page.evaluate("window.given = null"), press()))["text"]
    assert given.splitlines()[-2] == "Texas: 555-0100"
    assert len(given) <= 600


@pytest.mark.whole
def test_a_number_that_does_not_fit_is_left_out(look):
    page = look("/en/steps", viewport=SMALL)
    page.evaluate(CHOICE)
    page.select_option("[data-state-choice]", "TX")
    page.evaluate("document.querySelector('[data-send-text]').dataset.sendMost = '10'")
    given = shared(page, page.locator("[data-send-text] button").click)["text"]
    assert "Texas" not in given


@pytest.mark.whole
def test_without_a_share_sheet_it_is_copied_and_says_so(look):
    page = look("/en/steps", viewport=SMALL)
    page.evaluate("() => { navigator.clipboard.writeText = async (text) => { window.copied = text; } }")
    assert not page.evaluate("'share' in navigator")
    page.locator("[data-send-text] button").click()
    page.wait_for_selector("[role=status] [data-sent=copied]:not([hidden])")
    assert page.inner_text("[data-send-text] [role=status]") == "It is copied."
    assert page.inner_text("pre[data-sent=text]") == page.evaluate("window.copied")


def test_if_nothing_works_the_text_is_there_to_select(look):
    page = look("/en/steps", viewport=SMALL)
    page.evaluate("() => { navigator.clipboard.writeText = async () => { throw new Error(); } }")
    page.evaluate("() => { navigator.share = async () => { throw new DOMException('', 'NotAllowedError'); } }")
    page.locator("[data-send-text] button").click()
    page.wait_for_selector("[role=status] [data-sent=failed]:not([hidden])")
    assert "Keep every date" in page.inner_text("pre[data-sent=text]")


@pytest.mark.whole
def test_a_share_sheet_that_is_closed_changes_nothing(look):
    page = look("/en/steps", viewport=SMALL)
    page.evaluate("() => { navigator.share = async () => { throw new DOMException('', 'AbortError'); } }")
    page.locator("[data-send-text] button").click()
    assert page.locator("[data-sent] >> visible=true").count() == 0


# Slides.


def visible_steps(page):
    return page.eval_on_selector_all("[data-slide]", "all => all.flatMap((one, at) => one.checkVisibility() ? at : [])")


def test_the_steps_are_a_list_until_somebody_presents_them(open_page):
    assert visible_steps(open_page("/en/steps")) == [0, 1, 2, 3, 4]
    plain = open_page("/en/steps", script=False)
    assert visible_steps(plain) == [0, 1, 2, 3, 4]
    assert plain.locator("main button >> visible=true").count() == 0


@pytest.mark.parametrize(("path", "wall"), each_once(["en/steps", "es+en/steps"], WALLS))
@pytest.mark.whole
def test_each_step_fills_one_screen(open_page, path, wall):
    page = open_page(f"/{path}", viewport=wall, **STILL)
    page.click("[data-show=one]")
    for number in range(5):
        assert visible_steps(page) == [number]
        slide = box(page, f"[data-slide] >> nth={number}")
        bar = box(page, ".steps-bar")
        assert slide["height"] > wall["height"] * 0.6
        assert slide["y"] >= 0
        assert slide["y"] + slide["height"] <= bar["y"] + 1
        page.keyboard.press("ArrowRight")
    assert visible_steps(page) == [4]


@pytest.mark.whole
def test_the_last_step_has_no_next_and_escape_shows_the_list(look):
    page = look("/en/steps")
    page.click("[data-show=one]")
    for _ in range(4):
        page.click("[data-step='1']")
    assert page.is_disabled("[data-step='1']")
    assert page.inner_text("[data-place]") == "5 of 5"
    page.keyboard.press("Escape")
    assert visible_steps(page) == [0, 1, 2, 3, 4]
    assert page.is_hidden(".steps-bar")
    page.keyboard.press("ArrowRight")
    assert visible_steps(page) == [0, 1, 2, 3, 4]


@pytest.mark.whole
def test_in_right_to_left_text_the_left_arrow_goes_forward(look):
    page = look("/ar/steps")
    page.click("[data-show=one]")
    page.keyboard.press("ArrowLeft")
    assert visible_steps(page) == [1]


# Paper.


@pytest.mark.parametrize("lang", sample(["es", "ar", "zh-Hans"], 1))
@pytest.mark.whole
def test_the_steps_with_the_english_of_a_draft_are_one_page(look, lang):
    paper = printed(look(f"/{lang}/steps"), "Letter")
    assert len(paper.pages) == 1
    assert squeezed("Keep every date with a court or ICE.") in paper.words


@pytest.mark.parametrize(("format", "presented"), each_once(FORMATS, [False, True]))
def test_the_steps_are_one_page_with_all_words(look, library, format, presented):
    page = look("/en/steps", viewport=WALLS[0])
    if presented:
        page.click("[data-show=one]")
    paper = printed(page, format)
    assert len(paper.pages) == 1
    assert paper.missing([words for line in library.urgent["steps"].steps for words in (line.text, line.more)]) == []


def test_on_paper_officers_has_every_line_and_no_links_to_places(look, library):
    page = look("/en/officers")
    paper = printed(page, "Letter")
    lines = [line for part in library.urgent["officers"].parts for line in part.acts]
    assert paper.missing([words for line in lines for words in (line.text, line.more, *line.said)]) == []
    page.emulate_media(media="print")
    assert shown(page, ".places a, .after a, [data-send-text] button") == []
    assert squeezed("Other places") not in paper.words


# A voice.


def in_order(said, wanted):
    """Whether the wanted texts are read one after the other."""
    whole, at = squeezed(" ".join(said)), 0
    for text in wanted:
        found = whole.find(squeezed(text), at)
        if found < 0:
            return text
        at = found + len(squeezed(text))
    return None


@pytest.mark.parametrize("name", ["officers", "steps"])
def test_a_page_is_read_in_order_with_each_exception(listen, library, name):
    page = listen(f"/en/{name}")
    button(page, "[data-listen=page]").click()
    said = read_on(page)
    parts = library.urgent[name].parts
    first = [line for part in parts for line in part.of("do", "say", "never")[:5]]
    assert in_order(said, [library.urgent[name].title, *(w for e in first for w in (e.text, *e.said, e.more))]) is None
    assert not {"Share", "Other places", "Sources"} & set(said)


@pytest.mark.whole
def test_a_place_is_read_alone(listen, library):
    page = listen("/en/officers")
    part = library.urgent["officers"].parts[1]
    button(page, f"#{part.id}").click()
    said = read_on(page)
    assert said[0] == part.title
    assert in_order(said, [words for line in part.acts[:3] for words in (line.text, *line.said, line.more)]) is None
    assert library.urgent["officers"].parts[2].acts[0].text not in " ".join(said)


@pytest.mark.whole
def test_the_open_parts_of_held_are_read_in_order(listen, library):
    page = listen("/en/held")
    button(page, "[data-listen=page]").click()
    said = read_on(page)
    lines = [line for part in library.urgent["held"].parts if not part.folded for line in part.acts]
    assert in_order(said, [words for line in lines for words in (line.text, *line.said, line.more)]) is None


@pytest.mark.parametrize("path", [*sample(["es/officers", "es/held"], 1), "es+en/officers"])
def test_english_words_have_an_english_voice(listen, library, path):
    page = listen(f"/{path}", SPANISH, ENGLISH)
    button(page, "[data-listen=page]").click()
    read_on(page)
    heard = {(one["text"], one["voice"]) for one in spoken(page)}
    shown = page.locator(".said >> visible=true").all_text_contents()
    assert shown
    for words in shown:
        first = words.split(". ")[0].rstrip(".")
        assert {voice for text, voice in heard if text.startswith(first)} == {"Here"}, words


@pytest.mark.whole
def test_without_an_english_voice_the_english_is_left_out(listen):
    page = listen("/es/officers", SPANISH)
    button(page, "[data-listen=page]").click()
    read_on(page)
    assert {one["voice"] for one in spoken(page)} == {"Aquí"}


@pytest.mark.whole
def test_a_recording_of_the_steps_is_played(serve, open_page, tmp_path):
    address = serve(recorded.make(tmp_path))
    page = go(open_page("about:blank"), f"{address}/en/steps", ENGLISH)
    button(page, "[data-listen=page]").click()
    page.wait_for_function("() => sounds.length === 1 && sounds[0].currentTime > 0")
    assert texts(page) == []
    assert page.locator(".steps-page > .listen .ours").is_visible()
