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
    """The site on a day; with another content than ours where one is given."""
    app = create_app(Settings(today=lambda: today, **settings))
    here = app.extensions["state"]
    app.extensions["state"] = replace(here, library=library or here.library)
    return app


def with_warnings(library, days):
    """The content with these days of the last check of today's warnings, from the first on; the last stands for all."""
    guideline = library.guidelines["today"]
    days = [*days, *[days[-1]] * (len(guideline.findings) - len(days))]
    findings = tuple(replace(each, last_checked=day) for each, day in zip(guideline.findings, days, strict=True))
    return replace(library, guidelines=library.guidelines | {"today": replace(guideline, findings=findings)})


def checked(today, **settings):
    """The site on a day on which all of today's warnings were checked: single texts tell their own age."""
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
    """The notes on age that single texts of a page have, by what stands beside the day in a language."""
    here = app.extensions["state"].catalogs[code]
    return [words for each in NOTES if (words := max(here.gettext(each).split("%(date)s"), key=len)) in html]
