"""Texts about current law have their exception, date and source; removed wrong wordings do not return."""

import calendar
import datetime as dt
import re
from pathlib import Path

import pytest

from guide.loader.content import load

LIBRARY = load(Path(__file__).parents[1] / "content")
TODAY = {finding.id: finding for finding in LIBRARY.guidelines["today"].findings}
LAST_SEEN = dt.date(2026, 10, 12)  # the day of the newest fact that anybody read


def said(place):
    kind, _, id = place.partition(": ")
    text = {"now": TODAY.get(f"now/{id}"), "page": LIBRARY.pages.get(id), "review": LIBRARY.reviews.get(id)}[kind]
    return " ".join(block.text for block in text.body)


# The first may not stand without the second: a reader who knows only the first loses a deadline or a freedom.
UNITS = [
    ("now: missed-hearing", "Both requests pause removal", "but only until the judge decides"),
    ("now: missed-hearing", "Both requests pause removal", "ICE can still hold you while the pause lasts"),
    ("now: missed-hearing", "you have 180 days", "on the judge's order"),
    ("now: missed-hearing", "You usually get only one request", "do not let the 180 days pass"),
    ("now: missed-hearing", "more than \\$5,000", "falls away if the judge cancels the order"),
    ("now: in-court", "Aim to file within 10 days", "If 10 days have passed, still see a lawyer at once"),
    ("now: in-court", "within 5 days on Form EOIR-33", "one office does not tell the other"),
    ("now: asylum-to-court", "Ask within 1 year", "If the year has passed, see a lawyer anyway"),
    ("now: filing-risk", "before you file anything new", "but do not miss a deadline"),
    ("now: filing-risk", "public help changed", "It does not apply to refugees, asylum"),
    ("now: third-country", "or not at all", "Officers do not have to ask if you are afraid, so say it yourself"),
    ("now: no-bond", "usually cannot give bond", "A federal court may help these people too"),
    ("now: no-bond", "when a judge says yes", "ICE can block the release"),
    ("now: tps-or-parole-ended", "is not a removal order by itself", "ICE can act on that order once TPS ends"),
    ("now: tps-or-parole-ended", "goes on for 6 more months", "we may not know if there was a decision"),
    ("now: tps-or-parole-ended", "November 27, 2026", "We do not know what happened after these dates"),
    ("now: green-card-travel", "Almost any drug conviction", "30 grams or less"),
    ("now: green-card-travel", "30 grams or less", "not at the airport after a trip"),
    ("now: home-entry", "do not open the door", "If a court judge signed it, do not block them"),
    ("now: detained", "up to 48 hours", "before you pay bail"),
    ("now: detained", "locator.ice.gov", "nobody under 18"),
    ("now: final-order", "15 business days", "from the day it was mailed or handed over"),
    ("now: final-order", "Sign nothing", "do not just refuse a paper for travel: that can be a crime"),
    ("now: registration", "The law says carry your green card", "if you have one"),
    ("now: speech", "breaks the right to free speech", "helps only members of 2 university groups"),
    ("review: court-closure", "says yes if ICE agrees in words", "Silence is not enough"),
    ("review: other-routes", "pause removal", "but only until the judge decides"),
    ("review: stay-of-removal", "send a stay request to ICE", "Do not carry the form to ICE yourself"),
    ("page: next", "carry clear copies of real papers", "proof of registration if you have one and are 18 or over"),
]


@pytest.mark.parametrize(("place", "one", "other"), UNITS, ids=[f"{place}-{one}" for place, one, _ in UNITS])
def test_a_statement_has_its_exception(place, one, other):
    assert re.search(one, said(place))
    assert re.search(other, said(place))


@pytest.mark.parametrize(
    "wrong",
    [
        "Other requests to reopen have deadlines",  # two more requests pause removal
        "Leave the originals at home",  # the law says that adults carry some of them
        "no originals",
        "true copies",  # means certified copies in other languages
        "from 6 am to 10 pm",  # a false comfort
        "fear any country",
        "countries you fear",
        "anyone who can be removed may be arrested",
        "was reported ended",
        "if ICE does not object",
    ],
)
def test_a_harmful_wording_is_not_used(wrong):
    places = [f"now: {id.removeprefix('now/')}" for id in TODAY]
    places += [f"page: {id}" for id in LIBRARY.pages] + [f"review: {id}" for id in LIBRARY.reviews]
    assert [place for place in places if wrong.lower() in said(place).lower()] == []


@pytest.mark.parametrize("id", ["filing-risk", "travel", "third-country", "asylum-to-court"])
def test_a_warning_has_more_than_private_collections(id):
    strengths = {LIBRARY.sources[source].strength for source in TODAY[f"now/{id}"].sources}
    assert strengths - {"private"}


def last_day(date):
    year, month, day = ([int(part) for part in date.split("-")] + [0, 0])[:3]
    month = month or 12
    return dt.date(year, month, day or calendar.monthrange(year, month)[1])


# The only day known of the sources of this text is the one of the fact base, July 2025.
NO_DATES = {"now/worker"}


@pytest.mark.parametrize("id", sorted(set(TODAY) - NO_DATES))
def test_a_text_is_no_newer_than_its_evidence(id):
    finding = TODAY[id]
    days = [last_day(LIBRARY.sources[source].date) for source in finding.sources if LIBRARY.sources[source].date]
    assert finding.last_checked <= LAST_SEEN
    assert finding.last_checked <= max(days, default=dt.date.min)


def test_the_home_page_has_the_last_dates_of_the_facts():
    assert "October 12, 2026" in said("page: home")


def test_the_result_begins_with_the_first_sentence_of_today():
    assert LIBRARY.page_of("true-today").body[0].text.startswith(f"**{LIBRARY.urgent['steps'].lede}** ")
