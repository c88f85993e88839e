"""Steps of a user in the browser: tick, continue, read."""

from support.scripts import script


def asked_by(page):
    """A list that fills with the requests of a page, or of a context, from now on.

    The sign of the site is left out: a browser fetches it when it likes, often after the page is there.
    """
    asked = []
    page.on("request", lambda request: "/static/img/mark." in request.url or asked.append(request))
    return asked


def current(page):
    """The id of the question on the screen."""
    return page.eval_on_selector("[data-question]:not([hidden])", "field => field.dataset.question")


def arrive(page, question):
    """Waits until this question is on the screen: the browser steps through its history in its own time."""
    page.wait_for_selector(f'[data-question="{question}"]:not([hidden]) legend', state="visible")
    assert current(page) == question


def on_questions(page):
    return page.is_visible("[data-view=questions]")


def tick(page, question, options):
    for option in options:
        page.check(f'[name="{question}"][value="{option}"]')


def walk(page, answers):
    """Answers or skips every question that the script asks; gives the questions in order."""
    asked = []
    while on_questions(page):
        question = current(page)
        asked.append(question)
        tick(page, question, answers.get(question, ()))
        page.click(onward(page))
    return asked


def onward(page):
    """The button to the next question: after the questions of today, the one to the old rules."""
    more = "[data-move=more]"
    return more if page.is_visible(f"form {more}") else "form [data-move=next]"


def result_on_device(page, answers):
    """The result for these answers: for tests of what comes after the questions, where a walk would test nothing.

    The ticks are set by script; the form steps to its last question, as it does for the browser's history, and goes on.
    """
    page.evaluate(script("tick_and_go_to_the_last"), answers)
    page.click("[data-move=next]")
    page.wait_for_selector("main > [data-view=result]")


def fill(page, answers):
    """Ticks the answers on the one page without script, and sends it."""
    for question, options in answers.items():
        tick(page, question, options)
    follow(page, "button[type=submit].button >> visible=true")


def follow(page, selector):
    """Clicks what leads to another page, and waits until that page is there."""
    with page.expect_navigation(wait_until="load"):
        page.click(selector)


def findings(page):
    """The findings on the result, each with how it stands."""
    found = page.eval_on_selector_all(
        "main [data-finding][data-holds]", "all => all.map(one => [one.dataset.finding, one.dataset.holds])"
    )
    return dict(found)


def expected(explanation):
    return {
        f"{guideline}/{finding}": outcome.verdict
        for guideline, outcomes in explanation.outcomes.items()
        for finding, outcome in outcomes.items()
    }


def in_two(page, code):
    """Puts this language beside the first on a result of the server; the first itself ends the pair."""
    page.locator("details.pairs").evaluate("one => { one.open = true; }")
    follow(page, f"details.pairs [data-pair='{code}']")
