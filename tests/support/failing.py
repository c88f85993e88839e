"""Shared code of the tests of old and failing engines: removed features, and steps that work without them."""

from support.browser_steps import follow, on_questions, onward, tick
from support.quick_exit import AWAY

ANSWERS = {"for": ["family"], "held": ["yes"], "police": ["conviction"], "rights": ["none"]}
MOST = 40  # questions: a script that is stuck asks the last one for ever
SENT = "Your answers go to our server when you press the button."
POSTS = "#guide button[type=submit].button >> visible=true"
# Each button that posts has, above it and in sight, the words that say so.
SAYS_SO = """(() => {
  const seen = (one) => one.getClientRects().length > 0;
  const box = (one) => one.getBoundingClientRect();
  const words = [...document.querySelectorAll("#guide p")].filter(seen).filter((one) => one.innerText.includes("SENT"));
  const buttons = [...document.querySelectorAll("#guide button[type=submit].button")].filter(seen);
  return buttons.length > 0 && buttons.every((button) => words.some((one) => box(one).bottom <= box(button).top));
})()""".replace("SENT", SENT)
TICKED = """[...document.querySelectorAll("#guide input:checked")].filter((one) => one.value)
  .map((one) => [one.name, one.value])"""
STAND = """[...document.querySelectorAll("main [data-finding][data-holds]")]
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
    """A script that takes these away, before or while the scripts of a page run."""
    return "\n".join(f"({TAKE})('{path}');" for path in paths)


def look(page, script):
    """What this expression gives in a world of its own, where nothing is taken away; Playwright looks in the page's."""
    session = page.context.new_cdp_session(page)
    frame = session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
    world = session.send("Page.createIsolatedWorld", {"frameId": frame})["executionContextId"]
    reported = session.send("Runtime.evaluate", {"expression": script, "contextId": world, "returnByValue": True})
    session.detach()
    assert "exceptionDetails" not in reported, reported
    return reported["result"]["value"]


def findings(page):
    """As `person.findings`, whatever the page lacks."""
    return dict(look(page, STAND))


def serve_away(page):
    page.context.route(AWAY, lambda route: route.fulfill(body="<title>Weather</title>", content_type="text/html"))
    return page


def settle(page):
    """Waits until the script has taken over the form, or will not; gives who runs it."""
    page.wait_for_load_state("networkidle")
    return page.get_attribute("#guide", "data-runs")


def on_device(page):
    return page.get_attribute("#guide", "data-runs") == "device"


def go_on(page, answers=ANSWERS):
    """Answers the questions as long as the script asks them."""
    for _ in range(MOST):
        if not (on_device(page) and on_questions(page)):
            break
        question = page.get_attribute("[data-question]:not([hidden])", "data-question")
        tick(page, question, answers.get(question, ()))
        page.click(onward(page))


def ticks(page):
    """What is ticked and will be posted."""
    found = look(page, TICKED)
    return {name: [value for other, value in found if other == name] for name, _ in found}


def says_that_it_posts(page):
    return not on_device(page) and look(page, SAYS_SO)


def post(page):
    """Presses the button that posts; gives how often something was posted."""
    posts = []
    page.on("request", lambda request: request.method == "POST" and posts.append(request.url))
    follow(page, POSTS)
    return len(posts)


def finish(page, answers=ANSWERS):
    """To the result, by whoever makes it; gives who did."""
    if settle(page) == "device":
        go_on(page, answers)
    if on_device(page):
        return "device"
    assert says_that_it_posts(page)
    for question, options in answers.items():
        tick(page, question, options)
    assert post(page) == 1
    return "server"
