"""Shared code of the quick exit tests: clicks on the button, and the state of the page during the exit."""

import re

from support.scripts import script

AWAY = re.compile("^https:")
COVER = "main.cover [role=alert]"
ANSWERS = {"for": ["family"], "held": ["yes"]}


def hold(page):
    """As if the other site never answered: the page stays, and can still be looked into."""
    page.evaluate(script("hold"))
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
