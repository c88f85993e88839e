"""Shared code of the quick exit tests: clicks on the button, and the state of the page during the exit."""

import re

from support.scripts import script

AWAY = re.compile("^https:")
COVER = "main.cover [role=alert]"
ANSWERS = {"for": ["family"], "held": ["yes"]}


def hold(page):
    """Let the other site never respond, so that the page stays and can be inspected."""
    page.evaluate(script("hold"))
    return page


def arrive_away(page, library, lang="en"):
    """Wait until the browser is at the other site of this language."""
    page.wait_for_url(library.languages[lang].leave_to)


def click_exit(page, **options):
    """Click the exit without waiting for the other site."""
    page.click("a.exit", no_wait_after=True, **options)


def stays(page):
    """Return whether the page is still there and nothing covers it."""
    return page.is_visible("a.exit") and page.is_visible("main h1, main legend >> visible=true")


def words(page):
    """Return the data attributes of the exit: its words for each step."""
    return page.eval_on_selector("a.exit", "one => ({...one.dataset})")
