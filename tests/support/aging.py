"""The site on dates other than the fixed one."""

import datetime as dt
from dataclasses import replace

from guide.config import Settings
from guide.legal_help.freshness import age
from guide.web import create_app
from support.day import TODAY

LATER = {days: TODAY + dt.timedelta(days) for days in (1, 100, 200, 400, 4000)}
BEFORE = dt.date(1970, 1, 1)  # a machine whose clock has lost its battery
DAYS = (BEFORE, *LATER.values())
CHECKED, UNCHECKED, FOLDED = TODAY, LATER[200], LATER[400]
NOTE = "Nobody has checked this guide since %(date)s. Call before you rely on it."
# What a single text may say of its age.
NOTES = ("We have not checked this since %(date)s.", "This entry is more than 90 days old.")


def site(today, library=None, **settings):
    """Return the application on this date; `library` replaces its content."""
    app = create_app(Settings(today=lambda: today, **settings))
    here = app.extensions["state"]
    app.extensions["state"] = replace(here, library=library or here.library)
    return app


def with_warnings(library, days):
    """Return the content with these check dates of today's warnings, in order; the last date is that of all others."""
    guideline = library.guidelines["today"]
    days = [*days, *[days[-1]] * (len(guideline.findings) - len(days))]
    findings = tuple(replace(each, last_checked=day) for each, day in zip(guideline.findings, days, strict=True))
    return replace(library, guidelines=library.guidelines | {"today": replace(guideline, findings=findings)})


def checked(today, **settings):
    """Return the application on a date on which all of today's warnings were checked: single texts show their age."""
    app = site(today, **settings)
    here = app.extensions["state"]
    app.extensions["state"] = replace(here, library=with_warnings(here.library, [today]))
    return app


def note(app, today, code="en"):
    """Return the overdue notice at the top of a page on this date, in a language, or nothing."""
    here = app.extensions["state"]
    since, texts = age(here.library, today).since, here.catalogs[code]
    return texts.gettext(NOTE) % {"date": texts.date(since)} if since else ""


def own_notes(app, html, code="en"):
    """Return the notes on the age of single texts that a page has, by their words around the date in this language."""
    here = app.extensions["state"].catalogs[code]
    return [words for each in NOTES if (words := max(here.gettext(each).split("%(date)s"), key=len)) in html]
