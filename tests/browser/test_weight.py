"""The bytes of the first view, for slow connections."""

import pytest
from support.sampling import sample

FIRST_VIEW = 60_000  # bytes over the wire, headers included
# The help page of a draft carries the English of each entry: a number without its condition is worth less than bytes.
DRAFT_HELP = 80_000
FILES = ("/en/questions/today.html", "/en/questions/old.html")
TIMES = "name => performance.getEntriesByName(location.origin + name)[0].toJSON()"


@pytest.mark.parametrize("path", sample(["/en/", "/es/", "/en/questions", "/es/questions", "/en/help", "/ar/help"], 2))
def test_the_first_view_weighs_at_most_60_kb_and_help_in_a_draft_80(open_page, library, path):
    page = open_page("about:blank")
    # The explanations are fetched only after the page has loaded, and are not part of the first view.
    page.route("**/questions/today.html", lambda route: route.abort())
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert len(sizes) >= 3
    _, lang, name = path.split("/")
    draft = library.languages[lang].translation_status == "draft"
    assert sum(sizes) <= (DRAFT_HELP if draft and name == "help" else FIRST_VIEW), sizes


@pytest.mark.parametrize("path", sample(["/en/", "/en/questions", "/ar/held", "/en/help", "/en/explain"], 2))
def test_only_one_style_sheet_blocks_the_first_paint(open_page, path):
    page = open_page(path)
    page.wait_for_load_state("networkidle")
    loaded = page.evaluate(
        "performance.getEntriesByType('resource').map((one) => [one.renderBlockingStatus, one.name])"
    )
    assert len(loaded) >= 4
    blocking = [name for status, name in loaded if status == "blocking"]
    assert len(blocking) == 1
    assert "/static/css/for-" in blocking[0]


def test_the_explanations_come_with_a_low_priority(open_page):
    page = open_page("about:blank")
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sent = {}
    session.on("Network.requestWillBeSent", lambda event: sent.update({event["request"]["url"]: event["request"]}))
    page.goto("/en/questions")
    page.wait_for_selector("form[data-runs=device]")
    asked = [request for url, request in sent.items() if url.endswith(FILES)]
    assert [each["initialPriority"] for each in asked] == ["Low", "Low"]


def test_a_page_is_whole_when_speech_does_not_load(open_page):
    page = open_page("about:blank")
    failed = []
    page.on("pageerror", lambda error: failed.append(error))
    page.route("**/read_aloud.*", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.goto("/en/")
    page.wait_for_load_state("networkidle")
    assert page.locator("a.door").count() == 5
    assert failed == []


# Also for readers who save data: only with them answers stay on the device.
def test_the_explanations_come_after_load_and_what_ended_comes_last(open_page):
    page = open_page("about:blank", extra_http_headers={"Save-Data": "on"})
    page.add_init_script("""
      Object.defineProperty(navigator, "connection", { value: { saveData: true } });
      window.addEventListener("load", () => { window.loadedAt = performance.now(); });
    """)
    page.goto("/en/questions")
    page.wait_for_selector("form[data-runs=device]")
    today, old = (page.evaluate(TIMES, name) for name in FILES)
    assert page.evaluate("window.loadedAt") <= today["startTime"] < today["responseEnd"] <= old["startTime"]
