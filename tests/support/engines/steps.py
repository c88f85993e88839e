"""What a reader does in any engine, by the methods that all of them have."""

import json
import time

WAITS = 60  # seconds: a bound for what happens at once on an idle machine
MOST = 40  # questions: a script that is stuck asks the last one for ever
CURRENT = "(document.querySelector('[data-question]:not([hidden])') || {dataset: {}}).dataset.question"
ON_DEVICE = "Boolean(document.querySelector('form[data-runs=device]'))"
RESULT = "document.querySelector('main > [data-view=result]')"
MORE = "form [data-move=more]:not([hidden])"
VERDICTS = """[...document.querySelectorAll("main [data-finding][data-holds]")]
  .map((one) => [one.dataset.finding, one.dataset.holds])"""
SETTLED = "['device', 'server'].includes((document.getElementById('guide') || {dataset: {}}).dataset.runs)"


class Reader:
    """A person with one browser on our site. Each step waits for what must follow, and says what did not."""

    def __init__(self, engine, seen):
        self.engine, self.seen = engine, seen
        self.name = engine.name

    def opens(self, path):
        """Open a page of ours."""
        self.engine.goto(self.seen.ours + path)

    def reads(self, expression):
        """Return the value of an expression in the page."""
        return self.engine.run(expression)

    def waits(self, expression, what):
        """Wait until an expression is true; `what` says what a reader waits for."""
        give_up = time.monotonic() + WAITS
        while True:
            try:
                if self.engine.run(f"Boolean({expression})"):
                    return
            except Exception as error:  # the page of the expression may just be leaving
                what = f"{what} ({error})" if time.monotonic() > give_up else what
            assert time.monotonic() < give_up, f"{self.name}: not seen after {WAITS} seconds: {what}"
            time.sleep(0.05)

    def arrives(self, address):
        """Wait until the browser shows this address."""
        give_up = time.monotonic() + WAITS
        while not (at := self.engine.address()).startswith(address):
            assert time.monotonic() < give_up, f"{self.name}: at {at}, not at {address}"
            time.sleep(0.05)
        self.waits("document.readyState === 'complete'", f"all of {address}")

    def goes_back(self):
        """Go back in the history. No engine is asked to wait: a page that was kept whole is not loaded again."""
        self.engine.run("Boolean(setTimeout(() => history.back()))")

    def clicks(self, selector):
        """Bring the first element of a selector to the middle of the screen at once, and click it."""
        found = f"document.querySelector({json.dumps(selector)})"
        self.engine.run(f'{found}.scrollIntoView({{ block: "center", behavior: "instant" }})')
        self.engine.click(selector)

    def begins(self, path, framed=False):
        """Open the questions, and wait until the script asks them."""
        if not framed:
            self.opens(path)
        self.waits(ON_DEVICE, "the script runs the form")

    def ticks(self, question, options):
        """Tick options of the question on the screen."""
        for option in options:
            self.clicks(f'[name="{question}"][value="{option}"]')

    def walks(self, answers, until=None):
        """Answer or skip each question up to the result, or up to `until`; return the questions in order."""
        asked = []
        while len(asked) < MOST and self.reads(f"!{RESULT} && {ON_DEVICE}"):
            question = self.reads(CURRENT)
            if question == until:
                break
            asked.append(question)
            self.ticks(question, answers.get(question, ()))
            self.clicks(MORE if self.reads(f"Boolean(document.querySelector('{MORE}'))") else "[data-move=next]")
        return asked

    def finds(self):
        """Return the verdict on each finding of the result."""
        return dict(self.reads(VERDICTS))

    def shown(self, selector):
        """Return the words of the elements that take room on the page."""
        return self.reads(
            f"[...document.querySelectorAll({json.dumps(selector)})]"
            ".filter((one) => one.getClientRects().length > 0).map((one) => one.textContent)"
        )
