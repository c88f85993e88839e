"""What a person does: tick, go on, read."""


def current(page):
    """The id of the question on the screen."""
    return page.eval_on_selector("[data-question]:not([hidden])", "field => field.dataset.question")


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
        page.click("[data-move=next]")
    return asked


def fill(page, answers):
    """Ticks the answers on the one page without script, and sends it."""
    for question, options in answers.items():
        tick(page, question, options)
    page.click("button[type=submit].btn >> visible=true")


def findings(page):
    """The findings on the result, each with how it stands."""
    found = page.eval_on_selector_all(
        "main [data-finding][data-holds]", "all => all.map(one => [one.dataset.finding, one.dataset.holds])"
    )
    return dict(found)


def expected(explanation):
    return {
        f"{guideline}/{finding}": outcome.holds
        for guideline, outcomes in explanation.outcomes.items()
        for finding, outcome in outcomes.items()
    }
