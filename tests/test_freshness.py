"""The age of the evidence of a provider, and what may still be shown of it."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from support.aging import checked

from guide.legal_help.freshness import freshness, quoted, seen, shows, verify_after, vouched
from guide.model.provider import Contact, Evidence
from guide.model.roles import BY_STATE

SEEN = dt.date(2026, 9, 10)
PHONE = Contact("phone", number="+12025550100")
OTHER = Contact("phone", number="+12025550101", from_detention="565")
MAIL = Contact("email", address="a@example.org")
WEB = Contact("web", url="https://example.org")


def evidence(days, *quotes):
    """Evidence of so many days after SEEN; None: without a date."""
    date = None if days is None else SEEN + dt.timedelta(days=days)
    return Evidence("secondary", "Seen.", date, quotes=quotes)


def in_section(library, id):
    """What an entry says that stands in this section."""
    section = library.site.help_sections[id]
    return {"section": id, "by_state": section.role == BY_STATE, "keeps_old_numbers": section.keeps_old_numbers}


@pytest.fixture(scope="module")
def entry(library):
    (raices,) = [provider for provider in library.providers if provider.id == "raices"]

    def made(*found, channels=(PHONE, WEB), section="find-a-lawyer"):
        return replace(raices, evidence=found, channels=channels, **in_section(library, section))

    return made


@pytest.mark.parametrize(
    ("days", "age"), [(0, "fresh"), (30, "fresh"), (90, "fresh"), (91, "stale"), (180, "stale"), (181, "old")]
)
def test_an_entry_ages(entry, days, age):
    provider, today = entry(evidence(0, "(202) 555-0100")), SEEN + dt.timedelta(days=days)
    assert freshness(provider, today) == age
    assert freshness(provider, today, PHONE) == age


def test_evidence_without_a_date_counts_as_old(entry):
    provider = entry(evidence(None, "(202) 555-0100"))
    assert freshness(provider, SEEN) == freshness(provider, SEEN, PHONE) == "old"
    assert verify_after(provider) is None


def test_the_newest_evidence_counts(entry):
    provider = entry(evidence(-400, "(202) 555-0100"), evidence(0, "202-555-0100"), evidence(None, "202-555-0100"))
    assert seen(provider) == quoted(provider, PHONE) == SEEN


def test_a_number_counts_only_from_evidence_that_quotes_it(entry):
    # Somebody saw the website yesterday: that says nothing about the phone.
    provider = entry(evidence(-100, "(202) 555-0100"), evidence(0))
    assert freshness(provider, SEEN) == "fresh"
    assert freshness(provider, SEEN, WEB) == "fresh"
    assert freshness(provider, SEEN, PHONE) == "stale"


def test_a_number_with_a_code_counts_from_the_older_of_the_two(entry):
    provider = entry(evidence(0, "(202) 555-0101"), evidence(-200, "565"), channels=(OTHER,))
    assert quoted(provider, OTHER) == SEEN - dt.timedelta(days=200)


def test_a_number_that_nobody_quotes_has_no_day(entry):
    provider = entry(evidence(0, "(202) 555-0199"))
    assert quoted(provider, PHONE) is None
    assert not shows(provider, PHONE, SEEN)


def test_a_provider_is_due_when_anything_in_it_is_stale(entry):
    provider = entry(
        evidence(-100, "(202) 555-0100"), evidence(0, "(202) 555-0101", "565"), channels=(PHONE, OTHER, WEB)
    )
    assert vouched(provider) == SEEN - dt.timedelta(days=100)
    assert verify_after(provider) == SEEN - dt.timedelta(days=10)


@pytest.mark.parametrize(
    ("section", "stays"), [("find-a-lawyer", False), ("held", True), ("crisis", True), ("court", True)]
)
def test_an_old_number_stays_only_if_no_number_would_be_worse(entry, section, stays):
    provider = entry(evidence(0, "(202) 555-0100", "a@example.org"), section=section)
    today = SEEN + dt.timedelta(days=181)
    assert shows(provider, PHONE, today) == shows(provider, MAIL, today) == stays
    assert shows(provider, WEB, today)


def test_evidence_that_names_only_a_month_counts_from_its_last_day(library):
    listed = [each for provider in library.providers for each in provider.evidence if "in July 2026" in each.text]
    assert listed
    assert {each.date for each in listed} == {dt.date(2026, 7, 31)}


def page(today):
    """The help page on a day on which today's warnings were checked: then each entry tells its own age."""
    return checked(today).test_client().get("/en/help").text


def article(id, today, **values):
    """An entry on the help page, where it says something else."""
    app = checked(today)
    here = app.extensions["state"]
    providers = tuple(replace(each, **values) if each.id == id else each for each in here.library.providers)
    app.extensions["state"] = replace(here, library=replace(here.library, providers=providers))
    html = app.test_client().get("/en/help").text
    return html[html.index(f'data-helper="{id}"') :].split("</article>")[0]


def item(html, words):
    """The list item that holds these words."""
    (found,) = [each for each in re.findall(r"<li>.*?</li>", html, re.S) if words in each]
    return found


@pytest.mark.slow
@pytest.mark.parametrize(
    ("days", "label", "number"), [(30, None, True), (91, "fine stale", True), (181, "warn stale", False)]
)
def test_readers_see_how_old_an_entry_is(library, days, label, number):
    (provider,) = [provider for provider in library.providers if provider.id == "raices"]
    html = article("raices", seen(provider) + dt.timedelta(days=days), **in_section(library, "find-a-lawyer"))
    notes = re.findall(r'<p class="([\w ]*stale)">', html)
    assert notes == ([label] if label else [])
    assert ("We have not checked this since September 10, 2026." in html) == (label is not None)
    assert ('href="tel:' in html) == number
    assert ('href="mailto:' in html) == number
    assert 'href="https://www.raicestexas.org"' in html


@pytest.mark.slow
@pytest.mark.parametrize(("path", "kinds"), [("help", 1), ("explain", 2)])
def test_the_page_says_once_what_the_dates_of_its_rows_mean(path, kinds):
    """The page with everything says it for each kind of help: in a result each is closed."""
    words = "Some entries are more than 90 days old."
    assert checked(dt.date(2026, 11, 22)).test_client().get(f"/en/{path}").text.count(words) == kinds


@pytest.mark.slow
def test_a_number_that_is_older_than_its_entry_says_so_before_it(library):
    # On September 10 somebody saw only the first number of RAICES; the second is only in the list of July.
    html = article("raices", dt.date(2026, 11, 22))
    assert '<p class="fine stale">' not in html
    assert "not checked" not in item(html, "1-833-372-4237")
    dilley = item(html, "1-855-672-4237")
    assert "We have not checked this since July 31, 2026." in dilley.split('href="tel:')[0]


@pytest.mark.slow
def test_a_number_that_is_too_old_goes_while_its_entry_stays(library):
    html = article("raices", dt.date(2027, 2, 1), **in_section(library, "find-a-lawyer"))
    assert '<p class="fine stale">We have not checked this since September 10, 2026.</p>' in html
    assert 'href="tel:+18333724237"' in html
    assert "672-4237" not in html
    dilley = item(html, "families held at Dilley")
    assert "We have not checked this since July 31, 2026. We took the phone number away. Use the link." in dilley
    assert 'href="mailto:' not in html


@pytest.mark.slow
def test_a_detention_line_keeps_its_number_under_its_date(library):
    (provider,) = [provider for provider in library.providers if provider.id == "nijc"]
    html = article("nijc", seen(provider) + dt.timedelta(days=181))
    assert "We have not checked this since July 31, 2026." in html
    assert 'href="tel:' in html
    assert "We took" not in html


@pytest.mark.slow
@pytest.mark.parametrize("days", [30, 91, 181])
def test_no_section_of_the_help_page_is_empty_however_old_the_evidence_is(library, days):
    html = page(dt.date(2026, 9, 21) + dt.timedelta(days=days))
    for id in library.site.help_sections:
        section = html[html.index(f'aria-labelledby="{"by-state" if id == "state" else f"help-{id}"}"') :]
        section = section.split("</section>")[0]
        assert 'class="channels"' in section
        assert re.search(r'class="contact\b', section)
