"""Quick exit and form in engines without some features: the script works, or the server's form is there."""

import pytest
from support.browser_steps import expected
from support.failing import ANSWERS, SELECTORS, findings, finish, serve_away, without
from support.quick_exit import arrive_away, click_exit
from support.sampling import WHOLE, each_once, sample

from guide.engine.explain import explain

# What Chrome 80, Safari 13.1 or Firefox 78 lack: nothing of ours may need it.
LACKING = [
    "Element.prototype.replaceChildren",
    "Document.prototype.replaceChildren",
    "DocumentFragment.prototype.replaceChildren",
    "Array.prototype.at",
    "String.prototype.at",
    "String.prototype.replaceAll",
    "Array.prototype.findLast",
    "Array.prototype.toSorted",
    "Object.hasOwn",
    "Object.groupBy",
    "Promise.any",
    "AggregateError",
    "WeakRef",
    "structuredClone",
    "Intl.Locale",
    "Intl.Segmenter",
    "HTMLDialogElement",
    "IntersectionObserver",
    "ResizeObserver",
    "Element.prototype.checkVisibility",
    "HTMLElement.prototype.inert",
    "navigation",
    "scheduler",
    "speechSynthesis",
    "print",
]
# What they have. Without it the script may give up, but it gives up whole.
NEEDED = [
    "Array.prototype.flatMap",
    "Array.prototype.includes",
    "Object.fromEntries",
    "Object.entries",
    "Element.prototype.append",
    "DocumentFragment.prototype.append",
    "Element.prototype.prepend",
    "Element.prototype.before",
    "Element.prototype.remove",
    "Element.prototype.replaceWith",
    "Element.prototype.closest",
    "Element.prototype.matches",
    "Element.prototype.removeAttribute",
    "Element.prototype.scrollIntoView",
    "NodeList.prototype.forEach",
    "Document.prototype.importNode",
    "HTMLTemplateElement.prototype.content",
    "HTMLElement.prototype.focus",
    "History.prototype.pushState",
    "History.prototype.replaceState",
    "Performance.prototype.now",
    "MutationObserver",
    "WeakMap",
    "Map",
    "Set",
    "DOMParser",
    "fetch",
    "scrollTo",
]
# Only what leaves: without these no page of ours shows anything else.
TO_COVER = ["Node.prototype.appendChild", "Document.prototype.createElement", "Document.prototype.querySelectorAll"]
OLD = without(*LACKING) + SELECTORS
# What is lacking on its own is lacking in the first case too.
CASES = {"all that is new": OLD} | {path: without(path) for path in (LACKING if WHOLE else []) + sample(NEEDED, 1)}
WAYS = {"click": click_exit, "shift": lambda page: [page.keyboard.press("Shift") for _ in range(3)]}


@pytest.fixture
def lacking(browser, url):
    """Opens pages from whose engine a script takes something before theirs run; gives the page and its errors."""
    contexts = []

    def start(script):
        context = browser.new_context(base_url=url, viewport={"width": 390, "height": 844}, reduced_motion="reduce")
        contexts.append(context)
        page, errors = context.new_page(), []
        page.on("pageerror", lambda error: errors.append(error))
        page.add_init_script(script)
        return page, errors

    yield start
    for context in contexts:
        context.close()


@pytest.mark.parametrize(
    ("way", "lang"), [(way, lang) for way in WAYS for lang in sample(("en", "ar"), 1, seed=f"{way} 0")]
)
def test_quick_exit_is_the_same_on_an_old_engine(lacking, library, way, lang):
    page, errors = lacking(OLD)
    serve_away(page)
    page.goto(f"/{lang}/safety")
    page.goto(f"/{lang}/questions")
    WAYS[way](page)
    arrive_away(page, library, lang)
    page.go_back()
    assert page.url.endswith(f"/{lang}/safety")
    assert errors == []


@pytest.mark.parametrize(("taken", "way"), each_once([*CASES, *TO_COVER], WAYS))
def test_it_leaves_without_each_feature(lacking, library, taken, way):
    page, _ = lacking(CASES.get(taken) or without(taken))
    serve_away(page)
    page.goto("/en/safety")
    WAYS[way](page)
    arrive_away(page, library)


# `make test` walks without all that is new in the test after this one.
@pytest.mark.parametrize("taken", CASES if WHOLE else sample(NEEDED, 1))
def test_the_form_reaches_the_result_without_each_feature(lacking, library, taken):
    page, _ = lacking(CASES[taken])
    page.goto("/en/questions")
    made_by = finish(page)
    assert findings(page) == expected(explain(library, ANSWERS))
    if taken not in NEEDED:
        assert made_by == "device"


def test_on_an_old_engine_the_walk_needs_no_server_and_throws_nothing(lacking, library):
    page, errors = lacking(OLD)
    page.goto("/ar/questions")
    assert finish(page) == "device"
    assert findings(page) == expected(explain(library, ANSWERS))
    page.click("[data-piece=left-out] summary")
    page.click("[data-left-out] > a >> nth=0")
    assert page.is_visible("[data-left-out] > .passage >> nth=0")
    page.click("[data-move=change]")
    assert finish(page) == "device"
    assert errors == []


@pytest.mark.parametrize(
    "path",
    sample(["/en/timeline", "/en/clinics", "/en/advocates", "/en/help", "/en/", "/en/present", "/en/explain"], 2),
)
@pytest.mark.whole
def test_on_an_old_engine_no_script_of_another_page_throws(lacking, path):
    page, errors = lacking(OLD)
    page.goto(path, wait_until="networkidle")
    if path.endswith("timeline"):
        page.fill("#chosen-day", "2022-07-15")
        assert page.inner_text("[data-set='2021-guidelines'] strong") == "Stopped by a court"
    if path.endswith("advocates"):
        page.check("#picker details[open] input >> nth=0")
        assert page.get_attribute("[data-send=code] path", "d")
    if path.endswith("clinics"):
        page.select_option("[name=lang]", "ar")
        assert page.get_attribute("[data-preview] iframe", "lang") == "ar"
    if path.endswith("help"):
        page.select_option("[data-filter=states]", "TX")
    assert errors == []
