"""Recordings in the browser, from the real server: up-to-date recordings replace the voice."""

import pytest
from support import recorded, server
from support.browser_steps import asked_by, result_on_device
from support.fake_speech import ENGLISH, REMOTE, button, go, read_on, speaking, texts
from support.sampling import sample

FRESH, STALE = "#today-now-no-priorities", "#today-now-detained"
PLAYING = "() => sounds.length === 1 && sounds[0].currentTime > 0"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """Of a server that ends with these tests: it makes all its pages, also those that nobody asks for."""
    process, address = server.start(root=recorded.make(tmp_path_factory.mktemp("recorded")))
    yield address
    server.stop(process)


@pytest.fixture
def listen(open_page, address):
    def start(path, *voices):
        return go(open_page("about:blank"), address + path, *voices)

    return start


def test_a_fresh_recording_is_played_and_nothing_is_spoken(listen):
    page = listen("/en/explain/today", ENGLISH)
    assert page.locator(f"{FRESH} .ours").is_visible()
    assert page.locator(f"{FRESH} .voice").is_hidden()
    button(page, FRESH).click()
    page.wait_for_function(PLAYING)
    assert texts(page) == []
    assert page.locator(f"{FRESH}.read-now").count() == 1


@pytest.mark.whole
def test_a_stale_recording_gives_way_to_the_voice(listen):
    page = listen("/en/explain/today", ENGLISH)
    button(page, STALE).click()
    assert "If you or someone in your family is held right now" in read_on(page)
    assert page.evaluate("sounds.length") == 0


@pytest.mark.parametrize("voices", sample([[], [REMOTE]], 1, seed=0))
@pytest.mark.whole
def test_without_a_voice_only_what_is_recorded_has_a_button(listen, voices):
    page = listen("/en/explain/today", *voices)
    assert page.locator(".listen").count() == 1
    assert button(page, FRESH).is_visible()


@pytest.mark.whole
def test_the_same_button_stops_it_and_the_speed_is_its_own(listen):
    page = listen("/en/explain/today")
    button(page, FRESH).click()
    page.wait_for_function(PLAYING)
    page.select_option(f"{FRESH} [data-speed]", "1.25")
    assert page.evaluate("[sounds[0].playbackRate, sounds[0].paused]") == [1.25, False]
    button(page, FRESH).click()
    assert page.evaluate("sounds[0].paused")
    assert page.locator(".read-now, [data-reading]").count() == 0


@pytest.mark.whole
def test_at_its_end_the_button_says_listen_again(listen):
    page = listen("/en/safety")
    button(page, "[data-listen=page]").click()
    page.wait_for_function("() => sounds[0].ended")
    page.wait_for_selector("[data-reading]", state="detached")


@pytest.mark.whole
def test_a_question_that_everybody_is_asked_is_played_and_stops_with_its_step(listen):
    page = listen("/en/questions", ENGLISH)
    button(page, "#q-held").click()
    page.wait_for_function(PLAYING)
    page.click("[data-move=next]")
    assert page.evaluate("sounds[0].paused")


@pytest.mark.whole
def test_a_recording_that_fails_is_replaced_by_the_voice(listen):
    page = listen("/en/safety", ENGLISH)
    page.route("**/static/audio/**", lambda route: route.abort())
    button(page, "[data-listen=page]").click()
    page.wait_for_function("() => spoken.length")
    assert texts(page) == ["Using a shared phone with care"]
    assert page.locator(".voice").is_visible()
    assert page.locator(".ours").is_hidden()


@pytest.mark.whole
def test_a_recording_that_fails_without_a_voice_resets_the_button(listen):
    page = listen("/en/safety", REMOTE)
    page.route("**/static/audio/**", lambda route: route.abort())
    button(page, "[data-listen=page]").click()
    page.wait_for_selector("[data-reading]", state="detached")
    assert texts(page) == []


def test_a_result_never_loads_a_recording(listen):
    page = listen("/en/questions", ENGLISH)
    page.wait_for_load_state("networkidle")
    requests = asked_by(page)
    result_on_device(page, {"held": ["no"]})
    page.click(f"{FRESH} summary >> nth=0")
    button(page, FRESH).click()
    assert speaking(page)
    assert page.locator("[data-audio] >> visible=true").count() == 0
    assert page.evaluate("sounds.length") == 0
    assert requests == []
