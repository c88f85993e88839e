"""Shared code of the tests of old and failing engines: removed features, and steps that work without them."""

from support.browser_steps import follow, on_questions, tick
from support.quick_exit import AWAY

ANSWERS = {"for": ["family"], "held": ["yes"], "police": ["conviction"], "rights": ["none"]}
MOST = 40  # questions: a script that is stuck asks the last one for ever
SENT = "Your answers go to our server when you press the button."
POSTS = "#guide button[type=submit].button >> visible=true"
# Each button that posts has, above it and in sight, the words that say so.
SAYS_THAT_IT_POSTS = """(() => {
  const seen = (one) => one.getClientRects().length > 0;
  const box = (one) => one.getBoundingClientRect();
  const words = [...document.querySelectorAll("#guide p")].filter(seen).filter((one) => one.innerText.includes("SENT"));
  const buttons = [...document.querySelectorAll("#guide button[type=submit].button")].filter(seen);
  return buttons.length > 0 && buttons.every((button) => words.some((one) => box(one).bottom <= box(button).top));
})()""".replace("SENT", SENT)
TICKED = """[...document.querySelectorAll("#guide input:checked")].filter((one) => one.value)
  .map((one) => [one.name, one.value])"""
VERDICTS = """[...document.querySelectorAll("main [data-finding][data-holds]")]
  .map((one) => [one.dataset.finding, one.dataset.holds])"""
TAKE = """(path) => {
  const names = path.split(".");
  const last = names.pop();
  const owner = names.reduce((one, name) => one[name], window);
  if (!(last in owner)) throw new Error(`nothing to take: ${path}`);
  delete owner[last];
}"""
# Selectors that Chrome 80, Safari 13.1 or Firefox 78 cannot read.
SELECTORS = r"""for (const owner of [Document, Element, DocumentFragment]) {
  for (const name of ["querySelector", "querySelectorAll", "matches", "closest"]) {
    const real = owner.prototype[name];
    if (real) owner.prototype[name] = function (selector) {
      if (/:is\(|:where\(|:has\(|:not\([^)]*,/.test(selector)) throw new SyntaxError(selector);
      return real.call(this, selector);
    };
  }
}"""


def without(*paths):
    """Return a script that removes these features, before or while the scripts of a page run."""
    return "\n".join(f"({TAKE})('{path}');" for path in paths)


def look(page, script):
    """Evaluate an expression in an isolated world, where no feature is removed; Playwright uses that of the page."""
    session = page.context.new_cdp_session(page)
    frame = session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
    world = session.send("Page.createIsolatedWorld", {"frameId": frame})["executionContextId"]
    reported = session.send("Runtime.evaluate", {"expression": script, "contextId": world, "returnByValue": True})
    session.detach()
    assert "exceptionDetails" not in reported, reported
    return reported["result"]["value"]


def findings(page):
    """Return the same as `browser_steps.findings`, also in a page with removed features."""
    return dict(look(page, VERDICTS))


def serve_away(page):
    """Respond to the address of the quick exit with a small page; return the page."""
    page.context.route(AWAY, lambda route: route.fulfill(body="<title>Weather</title>", content_type="text/html"))
    return page


def settle(page):
    """Wait until the script has taken over the form or has failed; return the form's `data-runs`."""
    page.wait_for_load_state("networkidle")
    return page.get_attribute("#guide", "data-runs")


def on_device(page):
    """Return whether the script runs the form, so that nothing is posted."""
    return page.get_attribute("#guide", "data-runs") == "device"


def go_on(page, answers=ANSWERS):
    """Answer the questions as long as the script asks them."""
    for _ in range(MOST):
        if not (on_device(page) and on_questions(page)):
            break
        question = page.get_attribute("[data-question]:not([hidden])", "data-question")
        tick(page, question, answers.get(question, ()))
        page.click("[data-move=next]")


def ticks(page):
    """Return the ticked options, which would be posted, by question."""
    found = look(page, TICKED)
    return {name: [value for other, value in found if other == name] for name, _ in found}


def says_that_it_posts(page):
    """Return whether the form posts, and says so in sight above each button that does."""
    return not on_device(page) and look(page, SAYS_THAT_IT_POSTS)


def post(page):
    """Press the button that posts; return how many requests were posted."""
    posts = []
    page.on("request", lambda request: request.method == "POST" and posts.append(request.url))
    follow(page, POSTS)
    return len(posts)


def finish(page, answers=ANSWERS):
    """Go on to the result, made by the script or the server; return which of them made it."""
    if settle(page) == "device":
        go_on(page, answers)
    if on_device(page):
        return "device"
    assert says_that_it_posts(page)
    for question, options in answers.items():
        tick(page, question, options)
    assert post(page) == 1
    return "server"
