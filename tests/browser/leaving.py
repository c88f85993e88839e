"""What the tests of leaving share: clicks on the button, and what the page shows while somebody leaves."""

import re

AWAY = re.compile("^https:")
COVER = "main.cover [role=alert]"
ANSWERS = {"for": ["family"], "held": ["yes"]}
HOLD = """navigation.addEventListener('navigate', (event) => {
  if (new URL(event.destination.url).origin === location.origin) return;
  window.wanted = {url: event.destination.url, type: event.navigationType, saw: document.body.innerText.trim()};
  event.preventDefault();
})"""


def hold(page):
    """As if the other site never answered: the page stays, and can still be looked into."""
    page.evaluate(HOLD)
    return page


def arrive_away(page, library, lang="en"):
    page.wait_for_url(library.languages[lang].leave_to)


def click_exit(page, **options):
    page.click("a.exit", no_wait_after=True, **options)


def stays(page):
    """The page is still there, and nothing covers it."""
    return page.is_visible("a.exit") and page.is_visible("main h1, main legend >> visible=true")


def words(page):
    return page.eval_on_selector("a.exit", "one => ({...one.dataset})")
