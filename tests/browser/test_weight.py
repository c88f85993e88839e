"""The bytes of the first view, for slow connections."""

import pytest

FIRST_VIEW = 60_000  # bytes over the wire, headers included
# The help page of a draft carries the English of each entry: a number without its condition is worth less than bytes.
DRAFT_HELP = 80_000


@pytest.mark.parametrize("path", ["/en/", "/es/", "/en/questions", "/es/questions", "/en/help", "/ar/help"])
def test_the_first_view_weighs_at_most_60_kb_and_help_in_a_draft_80(open_page, library, path):
    page = open_page("about:blank")
    # The explanations are fetched only after the page has loaded, and are not part of the first view.
    page.route("**/explain/all", lambda route: route.abort())
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


def test_the_explanations_are_requested_only_after_load(open_page):
    page = open_page("about:blank")
    page.add_init_script("window.addEventListener('load', () => { window.loadedAt = performance.now(); })")
    page.goto("/en/questions")
    page.wait_for_selector("form[data-runs=device]")
    started = page.evaluate("performance.getEntriesByName(location.origin + '/en/explain/all')[0].startTime")
    assert started >= page.evaluate("window.loadedAt")
