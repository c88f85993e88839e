"""After any failure, the server's form is back with its ticks, says that it sends them, and can be sent."""

from itertools import product

import pytest
from support.browser_steps import arrive, expected, on_questions, result_on_device, tick, walk
from support.failing import (
    ANSWERS,
    POSTS,
    findings,
    finish,
    go_on,
    on_device,
    post,
    says_that_it_posts,
    serve_away,
    settle,
    ticks,
    without,
)
from support.quick_exit import arrive_away, click_exit
from support.sampling import sample

from guide.engine.explain import explain

MODULES = ["every-page", "walk", "results", "second-language", "read_aloud", "print", "heights"]
NOT_NEEDED = {"second-language", "read_aloud", "print", "heights"}  # to answer or to leave
TODAY, OLD = "**/en/questions/today.html", "**/en/questions/old.html"


def whole(route):
    return route.fetch().text()


# What may come in the place of the explanations.
FAILURES = {
    "nothing": lambda route: route.abort(),
    "503": lambda route: route.fulfill(status=503, body="busy"),
    "the page of a hotel": lambda route: route.fulfill(
        body="<title>Log in</title><p>Room number", content_type="text/html"
    ),
    "half": lambda route: route.fulfill(body=(text := whole(route))[: len(text) // 2], content_type="text/html"),
    "no pieces": lambda route: route.fulfill(
        body=whole(route).replace("data-piece", "data-gone"), content_type="text/html"
    ),
    "no rules": lambda route: route.fulfill(
        body=whole(route).replace('id="rules">{', 'id="rules">'), content_type="text/html"
    ),
}
BOTH = [each for each in FAILURES if each != "no pieces"]  # what ended has no piece that every result needs
# What may break while somebody answers, each at its own moment.
BREAKS = {
    "a step": "document.querySelector('[data-progress]').remove()",
    "the history": "void (History.prototype.pushState = () => { throw new DOMException('too often'); })",
    "the focus": "void (HTMLElement.prototype.focus = () => { throw new Error(); })",
    "an answer": without("Array.prototype.includes"),
    "the result": without("Array.prototype.flatMap"),
    "its pieces": without("Element.prototype.append"),
    "its place": "document.getElementById('main').id = 'other'",
}


def modules_failing(page, name, how):
    def answer(route):
        if how == "missing":
            return route.abort()
        text = whole(route)
        return route.fulfill(body=text[: len(text) // 2], content_type="text/javascript")

    page.route(f"**/js/{name}.*.mjs", answer)


@pytest.fixture
def failing(browser, url):
    """A page whose scripts may throw, for that is what is tried here."""
    context = browser.new_context(base_url=url, viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("name", "how"), sample(product(MODULES, ("missing", "half")), 1))
def test_form_and_quick_exit_work_with_a_missing_or_truncated_module(failing, library, name, how):
    modules_failing(failing, name, how)
    failing.goto("/en/questions")
    assert finish(failing) == ("device" if name in NOT_NEEDED else "server")
    assert findings(failing) == expected(explain(library, ANSWERS))
    click_exit(serve_away(failing))
    arrive_away(failing, library)


@pytest.mark.parametrize("name", sample([name for name in MODULES if name != "every-page"], 1))
@pytest.mark.whole
def test_shift_leaves_with_a_missing_module(failing, library, name):
    modules_failing(serve_away(failing), name, "missing")
    failing.goto("/en/questions")
    for _ in range(3):
        failing.keyboard.press("Shift")
    arrive_away(failing, library)


# A result says of what ended that it protects nobody: without it there is none on the device.
@pytest.mark.parametrize(("failure", "file"), sample([*product(FAILURES, [TODAY]), *product(BOTH, [OLD])], 1))
def test_with_invalid_explanations_the_server_renders_the_result(failing, library, failure, file):
    failing.route(file, FAILURES[failure])
    failing.goto("/en/questions")
    tick(failing, "held", ANSWERS["held"])
    assert settle(failing) == "server"
    assert ticks(failing) == {"held": ANSWERS["held"]}
    assert failing.is_visible(".highlight.on-server")
    assert failing.is_hidden("[data-failure]")
    assert finish(failing) == "server"
    assert findings(failing) == expected(explain(library, ANSWERS))


@pytest.mark.parametrize("failure", sample(FAILURES, 1, seed=1))
@pytest.mark.whole
def test_quick_exit_works_with_invalid_explanations(failing, library, failure):
    failing.route(TODAY, FAILURES[failure])
    failing.goto("/en/questions")
    settle(failing)
    click_exit(serve_away(failing))
    arrive_away(failing, library)


@pytest.mark.parametrize("broken", sample(BREAKS, 1))
@pytest.mark.whole
def test_a_later_failure_returns_the_form_with_its_ticks(guide, library, broken):
    page = guide(reduced_motion="reduce")
    tick(page, "held", ANSWERS["held"])
    page.evaluate(BREAKS[broken])
    go_on(page)
    assert says_that_it_posts(page)
    assert page.is_visible("[data-failure]")
    assert not findings(page)
    assert ticks(page).items() <= ANSWERS.items()
    assert ticks(page)["held"] == ANSWERS["held"]
    assert page.url.endswith("/en/questions")
    for question, options in ANSWERS.items():
        tick(page, question, options)
    assert post(page) == 1
    assert findings(page) == expected(explain(library, ANSWERS))


@pytest.mark.whole
def test_a_failure_after_a_result_returns_the_form(guide, library):
    page = guide(reduced_motion="reduce")
    result_on_device(page, ANSWERS)
    page.evaluate(BREAKS["a step"])
    page.click("[data-move=change]")
    assert says_that_it_posts(page)
    assert ticks(page) == ANSWERS
    assert not findings(page)
    assert post(page) == 1
    assert findings(page) == expected(explain(library, ANSWERS))


@pytest.mark.parametrize("press", sample(["Enter", "two taps", "leave"], 2))
def test_after_a_failure_only_the_button_posts(guide, library, press):
    page = serve_away(guide(reduced_motion="reduce"))
    posts = []
    page.on("request", lambda request: request.method == "POST" and posts.append(request.url))
    tick(page, "held", ["yes"])
    page.evaluate(BREAKS["a step"])
    page.click("[data-move=next]")
    if press == "Enter":
        page.press("[name=held][value=yes]", "Enter")
    elif press == "two taps":
        page.evaluate(
            "document.querySelector('[data-failure] button').dispatchEvent(new MouseEvent('click', "
            "{bubbles: true, cancelable: true, detail: 2}))"
        )
    else:
        click_exit(page)
        arrive_away(page, library)
    page.wait_for_timeout(200)
    assert posts == []


@pytest.mark.whole
def test_the_returned_form_is_in_the_current_language(guide, library):
    page = guide(reduced_motion="reduce")
    tick(page, "held", ANSWERS["held"])
    page.evaluate(without("History.prototype.replaceState"))
    page.click(".languages summary")
    page.click("nav [data-language=es]")
    page.wait_for_selector("[data-failure]:not([hidden])")
    assert page.get_attribute("html", "lang") == "es"
    assert not on_device(page)
    assert ticks(page) == {"held": ANSWERS["held"]}
    for question, options in ANSWERS.items():
        tick(page, question, options)
    assert post(page) == 1
    assert page.url.endswith("/es/result")
    assert findings(page) == expected(explain(library, ANSWERS))


@pytest.mark.parametrize("failure", sample(FAILURES, 1, seed=3))
@pytest.mark.whole
def test_a_language_that_fails_to_load_changes_nothing(guide, library, failure):
    page = guide(reduced_motion="reduce")
    tick(page, "held", ANSWERS["held"])
    page.route("**/es/questions/today.html", FAILURES[failure])
    page.click(".languages summary")
    page.click("nav [data-language=es]")
    page.wait_for_selector("[data-offline]:not([hidden])")
    assert page.get_attribute("html", "lang") == "en"
    assert finish(page) == "device"
    assert findings(page) == expected(explain(library, ANSWERS))


@pytest.mark.whole
def test_a_second_language_that_fails_keeps_the_result(guide, library):
    page = guide(reduced_motion="reduce")
    result_on_device(page, ANSWERS)
    page.evaluate(without("Element.prototype.before"))
    page.click("details.pairs summary")
    page.click("[data-pair=es]")
    page.wait_for_selector("[data-offline]:not([hidden])")
    assert findings(page) == expected(explain(library, ANSWERS))
    assert on_device(page)


@pytest.mark.parametrize(
    ("taken", "link"),
    sample([("print", "[data-move=print]"), ("Element.prototype.getBoundingClientRect", "#first summary")], 1),
)
def test_failures_of_optional_features_keep_the_result(guide, library, taken, link):
    page = guide(reduced_motion="reduce")
    walk(page, ANSWERS)
    page.evaluate(without(taken))
    page.click(link)
    assert findings(page) == expected(explain(library, ANSWERS))
    page.go_back()
    arrive(page, "childhood")
    assert on_questions(page)
    assert not page.is_visible(POSTS)
