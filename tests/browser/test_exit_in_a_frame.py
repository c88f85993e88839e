"""Quick exit in a frame of another site: it empties the frame permanently and does not navigate."""

import pytest
from support.axe import here
from support.browser_steps import findings, tick, walk
from support.sampling import WHOLE, sample

AROUND = "The page around this is still open: close the tab."
COVER = "main.cover [role=alert]"


@pytest.fixture(scope="session")
def browser(real_chromium):
    """What is left in history, in memory and on disk is asked of the browser that people have."""
    return real_chromium


def is_blank(frame):
    frame.wait_for_selector(COVER)
    assert frame.inner_text("body").strip() == AROUND
    assert frame.evaluate("document.body.children.length") == 1
    assert frame.title() == AROUND


WAYS = {
    "click": lambda frame: frame.click("a.exit"),
    "ctrl": lambda frame: frame.click("a.exit", modifiers=["Control"]),
    "middle": lambda frame: frame.click("a.exit", button="middle"),
    "shift": lambda frame: [frame.press("h1", "Shift") for _ in range(3)],
}
SANDBOXES = ("", "sandbox=allow-scripts")


@pytest.mark.parametrize(
    ("way", "sandbox"),
    [
        (way, sandbox)
        for way in ("click", "shift", *(["ctrl", "middle"] if WHOLE else []))
        for sandbox in sample(SANDBOXES, 1, seed=f"{way} 0")
    ],
)
def test_it_empties_the_frame_and_goes_nowhere(framed, way, sandbox):
    page, frame, asked = framed("/en/safety", sandbox)
    frame.evaluate("document.querySelector('h1').tabIndex = -1")
    WAYS[way](frame)
    is_blank(frame)
    page.wait_for_timeout(300)
    assert asked == []
    assert page.url.endswith("/clinic")
    assert frame.url.endswith("/en/safety")
    assert len(page.context.pages) == 1
    if way == "click":  # all ways end on the same page
        assert here(frame) == []


def test_no_answer_is_left_in_the_frame(framed):
    page, frame, _ = framed("/en/questions")
    frame.wait_for_selector("form[data-runs=device]")
    form = frame.query_selector("#guide")
    length = page.evaluate("history.length")
    tick(frame, "held", ["yes"])
    walk(frame, {"for": ["family"]})
    assert findings(frame)
    frame.click("a.exit")
    is_blank(frame)
    assert form.evaluate("form => form.querySelectorAll('input:checked').length") == 0
    assert form.evaluate("form => [...form.querySelectorAll('select')].map((one) => one.value)") == [""]
    # The questions in the frame left nothing that Back could bring.
    assert page.evaluate("history.length") == length


def test_it_stays_empty_when_the_host_page_is_restored(framed):
    page, frame, asked = framed("/en/safety")
    frame.click("a.exit")
    is_blank(frame)
    frame.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    page.wait_for_timeout(300)
    is_blank(frame)
    assert asked == []


@pytest.mark.whole
def test_shift_does_nothing_more_after_that(framed):
    page, frame, asked = framed("/en/safety")
    frame.click("a.exit")
    is_blank(frame)
    for _ in range(4):
        page.keyboard.press("Shift")
    is_blank(frame)
    assert asked == []
