"""Steps of a user in the browser: tick, continue, read."""

import re

from support.scripts import script

# What every page loads at any time, often after it is loaded: the icon, and what later.mjs brings when all is idle.
AT_ANY_TIME = re.compile(r"/static/(img/mark|js/(print|read_aloud|scroll))\.")


def asked_by(page):
    """Return a list that collects the requests of a page or a context from now on, but those of `AT_ANY_TIME`."""
    asked = []
    page.on("request", lambda request: AT_ANY_TIME.search(request.url) or asked.append(request))
    return asked


def current(page):
    """Return the id of the question on the screen."""
    return page.eval_on_selector("[data-question]:not([hidden])", "field => field.dataset.question")


def arrive(page, question):
    """Wait until this question is on the screen: a browser goes through its history asynchronously."""
    page.wait_for_selector(f'[data-question="{question}"]:not([hidden]) legend', state="visible")
    assert current(page) == question


def on_questions(page):
    """Return whether the page shows the questions."""
    return page.is_visible("[data-view=questions]")


def tick(page, question, options):
    """Tick these options of a question."""
    for option in options:
        page.check(f'[name="{question}"][value="{option}"]')


def walk(page, answers):
    """Answer or skip every question that the script asks; return the ids of the questions in order."""
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
    """Show the result for these answers, for tests of what follows the questions.

    A script sets the ticks. The form goes to its last question, as it does for the browser's history, and continues.
    """
    page.evaluate(script("tick_and_go_to_the_last"), answers)
    page.click("[data-move=next]")
    page.wait_for_selector("main > [data-view=result]")


def fill(page, answers):
    """Tick the answers on the page without script, and submit it."""
    for question, options in answers.items():
        tick(page, question, options)
    follow(page, "button[type=submit].button >> visible=true")


def follow(page, selector):
    """Click a link or a button, and wait until the next page is loaded."""
    with page.expect_navigation(wait_until="load"):
        page.click(selector)


def findings(page):
    """Return the verdict on each finding of the result, by `guideline/finding`."""
    found = page.eval_on_selector_all(
        "main [data-finding][data-holds]", "all => all.map(one => [one.dataset.finding, one.dataset.holds])"
    )
    return dict(found)


def expected(explanation):
    """Return the same for an explanation of the server, to compare it with `findings`."""
    return {
        f"{guideline}/{finding}": outcome.verdict
        for guideline, outcomes in explanation.outcomes.items()
        for finding, outcome in outcomes.items()
    }


def in_two(page, code):
    """Show a result of the server in two languages; the language of the page itself shows it in one again."""
    page.locator("details.pairs").evaluate("one => { one.open = true; }")
    follow(page, f"details.pairs [data-pair='{code}']")
