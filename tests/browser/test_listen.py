"""Reading aloud: only with local voices, in the language of the text, and until it is stopped."""

import re

import pytest
from support.browser_steps import asked_by, current, result_on_device
from support.fake_speech import (
    ENGLISH,
    REMOTE,
    REMOTE_ES,
    SPANISH,
    bring,
    button,
    go,
    lit,
    read_on,
    speaking,
    spoken,
    texts,
)
from support.sampling import sample
from support.storage import EMPTY, STORES

KINDS = ["", "explain", "explain/2011-review", "help", "review", "misunderstandings", "glossary", "timeline", "privacy"]
FINDING = "#today-now-no-priorities"
OLD = '[id="2021-guidelines"]'


def parts(page):
    return page.locator("[data-listen]").count()


def buttons(page):
    return page.locator(".listen").count()


@pytest.mark.parametrize(
    ("lang", "voices"),
    [("en", [REMOTE, REMOTE_ES]), ("en", [REMOTE, SPANISH]), ("es", [REMOTE_ES, ENGLISH]), ("en", [])],
)
def test_without_a_local_voice_there_is_no_button(open_page, lang, voices):
    page = go(open_page("about:blank"), f"/{lang}/safety", *voices)
    assert parts(page)
    assert not buttons(page)


def test_a_browser_that_cannot_speak_shows_nothing(open_page):
    page = open_page("about:blank")
    page.add_init_script("Object.defineProperty(window, 'speechSynthesis', { value: undefined })")
    page.goto("/en/explain/all")
    page.wait_for_load_state("load")
    assert not buttons(page)


def test_without_script_nothing_shows(open_page):
    page = open_page("/en/safety", script=False)
    assert not buttons(page)
    assert "Listen" not in page.inner_text("body")


@pytest.mark.parametrize("name", sample(KINDS, 2))
def test_everything_that_can_be_heard_has_one_button_named_by_its_title(listen, name):
    page = listen(f"/en/{name}")
    assert parts(page) == buttons(page) > 0
    titles = page.locator(".listen .silent [data-title]").all_text_contents()
    assert all(re.search(r"\w", title) for title in titles)
    first = page.get_by_role("button", name=f"Listen: {page.inner_text('h1')}", exact=True)
    assert first.is_visible()


@pytest.mark.whole
def test_the_page_says_what_the_browser_says_of_the_voice(listen):
    page = listen("/en/safety")
    assert page.get_by_text("Your browser says this voice is on this device.").is_visible()
    assert page.locator(".ours").is_hidden()


@pytest.mark.whole
def test_voices_may_come_late_and_go_again(listen):
    page = listen("/en/safety", REMOTE)
    assert not buttons(page)
    bring(page, REMOTE, ENGLISH)
    assert buttons(page) == parts(page)
    bring(page, REMOTE)
    assert not buttons(page)


@pytest.mark.whole
def test_a_question_is_read_in_order_with_its_hint_and_options(listen, library):
    page = listen("/en/questions")
    button(page, "#q-held").click()
    question = library.question("held")
    options = [option.label for option in question.options]
    assert read_on(page) == [question.ask, question.hint, *options, "I am not sure"]
    assert {(one["voice"], one["lang"], one["rate"]) for one in spoken(page)} == {("Here", "en-US", 1)}


def test_a_finding_is_read_without_its_sources_and_without_what_is_folded(listen, library):
    page = listen("/en/explain/today")
    button(page, FINDING).click()
    reported = read_on(page)
    (finding,) = [one for one in library.guidelines["today"].findings if one.id == "now/no-priorities"]
    assert reported[:2] == [finding.title, finding.step]
    wrong = [one for one in library.misunderstandings if "today/now/no-priorities" in one.beside]
    said = " ".join(reported[4:])
    assert said.startswith(finding.body[0].text.split(". ")[0])
    assert finding.body[-1].text.split(". ")[0] in said
    assert all(one.truth.split(". ")[0] in said for one in wrong)


def test_the_english_beside_a_draft_is_not_read_also_where_it_is_open(listen, library):
    page = listen("/es/explain/today", SPANISH, ENGLISH)
    page.click(f"{FINDING} [data-english] summary")
    assert page.locator(f"{FINDING} [data-english]").get_attribute("open") is not None
    button(page, FINDING).click()
    reported = read_on(page)
    (finding,) = [one for one in library.guidelines["today"].findings if one.id == "now/no-priorities"]
    assert len(reported) > 2
    assert finding.title not in reported


@pytest.mark.whole
def test_a_finding_of_an_old_set_says_that_it_is_not_used_today(listen, library):
    page = listen("/en/explain/all")
    button(page, OLD).click()
    assert read_on(page)[-2:] == ["Status", library.site.statuses["ended"]]


def test_a_whole_page_is_read_and_no_voice_from_elsewhere_is_ever_used(listen):
    page = listen("/en/explain/all")
    button(page, "[data-text]").click()
    reported = read_on(page)
    assert reported[0] == "Everything the rules say"
    assert len(reported) > 200
    assert all(one["local"] and one["voice"] == "Here" for one in spoken(page))
    assert "At a glance" not in reported
    assert not speaking(page)
    assert not lit(page)


@pytest.mark.whole
def test_a_voice_that_is_gone_in_the_middle_is_not_replaced_by_one_from_elsewhere(listen):
    page = listen("/en/safety")
    button(page, "[data-listen=page]").click()
    bring(page, REMOTE)
    assert len(read_on(page)) == 1


@pytest.mark.whole
def test_a_spanish_page_has_a_spanish_voice(listen):
    page = listen("/es/safety", REMOTE_ES, ENGLISH, SPANISH)
    button(page, "[data-listen=page]").click()
    assert page.inner_text("h1") in read_on(page)
    said = {(one["voice"], one["text"]) for one in spoken(page)}
    # English words that stand in the Spanish are read by the voice for English.
    assert {voice for voice, _ in said} == {"Aquí", "Here"}
    assert ("Here", "Read this page in English") in said
    assert ("Aquí", texts(page)[-1]) in said


@pytest.mark.whole
def test_english_on_a_spanish_page_has_an_english_voice_or_none(listen):
    page = listen("/es/explain/today", SPANISH)
    page.eval_on_selector(f"{FINDING} .passage p", "one => { one.lang = 'en'; one.textContent = 'Not translated.'; }")
    for voices in ([SPANISH], [SPANISH, ENGLISH], [SPANISH, REMOTE]):
        bring(page, *voices)
        before = len(spoken(page))
        button(page, FINDING).click()
        read_on(page)
        said = [one["voice"] for one in spoken(page)[before:] if one["text"] == "Not translated."]
        assert said == (["Here"] if ENGLISH in voices else []), voices


@pytest.mark.whole
def test_a_voice_fits_a_language_in_its_script(listen):
    page = listen("/en/safety", REMOTE)
    fits = {
        ("zh-Hans", "zh_CN"): True,
        ("zh-Hans", "cmn"): True,
        ("zh-Hans", "zh-TW"): False,
        ("tl", "fil-PH"): True,
        ("pa", "pa-PK"): False,
        ("en", "nonsense!"): False,
        ("en", ""): False,
    }
    found = {}
    for page_lang, voice_lang in fits:
        bring(page, REMOTE)
        assert not buttons(page)
        page.evaluate("lang => { document.documentElement.lang = lang; }", page_lang)
        bring(page, {**ENGLISH, "lang": voice_lang})
        found[page_lang, voice_lang] = bool(buttons(page))
    assert found == fits


@pytest.mark.whole
def test_the_speed_changes_at_once_and_is_kept_nowhere(listen):
    page = listen("/en/explain/today")
    button(page, FINDING).click()
    page.select_option(f"{FINDING} [data-speed]", "0.75")
    page.evaluate("finish()")
    first, again, second = spoken(page)
    assert (first["rate"], again["rate"], second["rate"]) == (1, 0.75, 0.75)
    assert first["text"] == again["text"] != second["text"]
    assert page.input_value("[data-listen=page] [data-speed] >> nth=0") == "0.75"
    assert page.evaluate(STORES) == EMPTY
    page.reload()
    assert page.input_value("[data-listen=page] [data-speed] >> nth=0") == "1"


@pytest.mark.whole
def test_the_same_button_stops_and_begins_again(listen):
    page = listen("/en/safety")
    listens = page.get_by_role("button", name="Listen: Using a shared phone with care")
    listens.click()
    page.evaluate("finish()")
    page.get_by_role("button", name="Stop: Using a shared phone with care").click()
    assert not speaking(page)
    assert not lit(page)
    listens.click()
    assert texts(page)[-1] == texts(page)[0] == "Using a shared phone with care"


@pytest.mark.whole
def test_another_button_stops_what_was_read(listen):
    page = listen("/en/explain/all")
    button(page, "[data-text]").click()
    button(page, FINDING).click()
    assert page.locator("[data-reading]").count() == 1
    assert len(lit(page)) == 1
    assert "No list protects anyone today" in read_on(page)
    assert len(texts(page)) < 40


@pytest.mark.parametrize(
    "leave",
    [
        lambda page: page.click("[data-move=next]"),
        lambda page: page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide'))"),
        lambda page: page.evaluate("document.body.replaceChildren()"),
    ],
    ids=["step", "pagehide", "cover"],
)
@pytest.mark.whole
def test_the_voice_stops_when_its_words_go(listen, leave):
    page = listen("/en/questions")
    button(page, "#q-held").click()
    assert speaking(page)
    leave(page)
    assert not speaking(page)
    assert len(texts(page)) == 1


def test_the_voice_stops_at_once_on_leaving_the_site(listen):
    page = listen("/en/safety")
    button(page, "[data-listen=page]").click()
    page.route(re.compile("^https:"), lambda route: None)  # the other site takes its time
    after = "() => { document.querySelector('a.exit').click(); return Promise.resolve().then(speaking); }"
    assert page.evaluate(after) is False


@pytest.mark.whole
def test_another_language_stops_the_voice_and_brings_its_own(listen):
    page = listen("/en/questions", ENGLISH, SPANISH)
    button(page, "#q-held").click()
    page.click(".languages summary")
    page.click("nav [data-language=es]")
    page.wait_for_selector("html[lang=es]")
    assert not speaking(page)
    button(page, "#q-held").click()
    assert spoken(page)[-1]["voice"] == "Aquí"
    assert current(page) == "held"


def test_the_result_on_the_device_is_read_without_a_request(listen):
    page = listen("/en/questions")
    page.wait_for_load_state("networkidle")
    requests = asked_by(page)
    result_on_device(page, {"held": ["yes"]})
    button(page, "[data-text]").click()
    assert texts(page)[0].startswith("What to do now")
    button(page, "#first " + FINDING.replace("no-priorities", "detained")).click()
    assert "If you or someone in your family is held right now" in read_on(page)
    assert (
        page.locator("[data-view=result] .listen").count() == page.locator("[data-view=result] [data-listen]").count()
    )
    assert requests == []
