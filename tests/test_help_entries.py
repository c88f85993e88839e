"""A provider is read strictly: every problem has its line, code and fix, and is reported once."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from guide.loader.content import load
from guide.model.problems import ContentError
from guide.model.provider import Contact, Evidence, Hours, ServiceArea, SpokenLanguage

SAMPLES = Path(__file__).parent / "samples"
ENTRY = (SAMPLES / "valid" / "content" / "help" / "somebody.yaml").read_text("utf-8")
PHONE = '  - {type: phone, number: "+12025550100"}\n'
EVIDENCE = ENTRY[ENTRY.index("  - {kind: secondary") :]
SEEN = '  - {kind: first-party, url: "https://example.org", text: "Seen on May 3, 2026.", seen-on: 2026-05-03}\n'


def read(folder, text):
    shutil.copytree(SAMPLES / "valid" / "content", folder / "content")
    (folder / "content" / "help" / "somebody.yaml").write_text(text, "utf-8")
    (provider,) = load(folder / "content").providers
    return provider


def phone(more):
    return (PHONE, PHONE.replace("}", f", {more}}}"))


def evidence(old, new):
    return (EVIDENCE, EVIDENCE.replace(old, new))


# What is changed in the sound entry, and the line, the code and the words of the one fault that this makes.
INVALID = {
    "number of no country": (
        ("+12025550100", "+2025550100"),
        13,
        "bad-number",
        "is not a valid `number`",
    ),
    "number that is too short": (("+12025550100", "+1202555010"), 13, "bad-number", "write +1 and the ten digits"),
    "number that nobody saw": (("+12025550100", "+12025550101"), 12, "no-evidence", "quotes `+12025550101`"),
    "code that nobody saw": (phone('from-detention: "565"'), 12, "no-evidence", "no evidence quotes `565`"),
    "mail address that nobody saw": (
        (PHONE, PHONE + "  - {type: email, address: a@example.org}\n"),
        12,
        "no-evidence",
        "quotes `a@example.org`",
    ),
    "no mail address": ((PHONE, PHONE + "  - {type: email, address: a.org}\n"), 14, "bad-address", "`a.org` is no"),
    "phone without a number": ((PHONE, PHONE + "  - {type: phone}\n"), 14, "missing", "`number` is missing"),
    "page without an address": ((PHONE, PHONE + "  - {type: web}\n"), 14, "missing", "`url` is missing"),
    "number on a page": (
        (PHONE, PHONE + '  - {type: web, url: "https://example.org", number: "+12025550100"}\n'),
        14,
        "unknown-key",
        "`number`",
    ),
    "kind of channel": (
        (PHONE, PHONE + "  - {type: fax, number: x}\n"),
        14,
        "unknown-word",
        "not a valid `type`",
    ),
    "not https": (
        (PHONE, PHONE + '  - {type: web, url: "http://example.org"}\n'),
        14,
        "bad-link",
        "starting with https",
    ),
    "no condition": (phone("audience: detained"), 13, "no-condition", "add `condition:`"),
    "audience": (phone("audience: everybody"), 13, "unknown-word", "`everybody` is not a valid `audience`"),
    "hours": (
        phone('hours: {rule: "FREQ=WEEKLY;BYDAY=XX", words: W.}'),
        13,
        "bad-rule",
        "write it as RFC 5545 has it",
    ),
    "hours that end before they begin": (
        phone('hours: {rule: "FREQ=WEEKLY;BYDAY=MO", words: W., opens: "20:00", closes: "08:00"}'),
        13,
        "bad-hours",
        "`20:00` to `08:00` are not valid hours",
    ),
    "no time of day": (
        phone('hours: {rule: "FREQ=WEEKLY;BYDAY=MO", words: W., opens: "8", closes: "20:00"}'),
        13,
        "bad-opens",
        "write HH:MM: 08:00, 20:00",
    ),
    "state": (("cost:", "areas: [{type: state, code: XX}]\ncost:"), 10, "unknown-word", "`XX` is not a valid `code`"),
    "court": (
        ("cost:", "areas: [{type: eoir-court, state: TX, name: Dallas}]\ncost:"),
        10,
        "bad-court",
        "`Dallas` is not an immigration court",
    ),
    "area that is missing": (("scope: national", "scope: regional"), 5, "no-area", "for scope `regional`"),
    "scope": (("scope: national", "scope: world"), 5, "unknown-word", "`world` is not a valid `scope`"),
    "service": (("[detention]", "[IM-99-00-00-00]"), 6, "unknown-services", "did you mean `IM-01-00-00-00`?"),
    "serves nobody": (
        ('{detained: "yes"}', '{detained: "no", non-detained: "no"}'),
        7,
        "serves-nobody",
        "write `unknown`",
    ),
    "serves perhaps": (
        ('{detained: "yes"}', "{detained: maybe}"),
        7,
        "unknown-word",
        "not a valid `detained`",
    ),
    "language": (
        ("cost:", "languages: [{code: xx, iso639-3: xxx}]\ncost:"),
        10,
        "unknown-language",
        "not a language",
    ),
    "two languages": (
        ("cost:", "languages: [{code: es, iso639-3: fra}]\ncost:"),
        10,
        "other-language",
        "`fra` is not the language `es`",
    ),
    "language without a name": (
        ("cost:", "languages: [{code: mam, iso639-3: mam}]\ncost:"),
        10,
        "no-name",
        "CLDR has no name for `mam`",
    ),
    "mode": (
        ("cost:", "languages: [{code: es, iso639-3: spa, mode: x}]\ncost:"),
        10,
        "unknown-word",
        "not a valid `mode`",
    ),
    "foreign government without its warning": (
        ("operator: nonprofit", "operator: foreign-government"),
        4,
        "no-warning",
        "add `risk: {not-for: [fears-own-government]}`",
    ),
    "warning": (("cost:", "risk: {not-for: [x]}\ncost:"), 10, "unknown-not-for", "unknown `x`"),
    "logs": (("cost:", "risk: {logs: x}\ncost:"), 10, "unknown-word", "`x` is not a valid `logs`"),
    "no link": (("section: held", "section: find-a-lawyer"), 12, "no-link", "add a channel of type web"),
    "evidence twice": ((EVIDENCE, EVIDENCE * 2), 14, "duplicate-evidence", "keep one of the two"),
    "kind of evidence": (evidence("secondary", "hearsay"), 15, "unknown-word", "`hearsay` is not a valid `kind`"),
    "page of its own without an address": (evidence("secondary", "first-party"), 15, "missing", "`url` is missing"),
    "evidence with two dates": (
        evidence("issue:", "seen-on: 2026-01-05, issue:"),
        15,
        "two-dates",
        "keep `seen-on`, or `issue`",
    ),
    "month": (evidence('"2026-01"', "2026-13"), 15, "bad-issue", "`2026-13` is not a valid `issue`"),
    "day": (evidence('issue: "2026-01"', "seen-on: 2026-02-30"), 15, "bad-date", "not a valid date"),
    "text of another month": (evidence('"2026-01"', '"2026-02"'), 15, "other-date", "does not contain February 2026"),
    "text of another day": (
        evidence('issue: "2026-01"', "seen-on: 2026-01-05"),
        15,
        "other-date",
        "does not contain January 5, 2026",
    ),
    "name of a person": (
        (EVIDENCE, EVIDENCE + SEEN.replace("}", ", seen-by: [Ann Persona]}")),
        16,
        "not-initials",
        "two or three lowercase letters",
    ),
    "day on which they looked": (evidence("issue:", "seen-by: [ab, cd], issue:"), 15, "no-day", "add `seen-on:`"),
    "held": (("cost:", "held: perhaps\ncost:"), 10, "unknown-word", "`perhaps` is not a valid `held`"),
    "held and detained": (("cost:", "held: takes\ncost:"), 7, "said-twice", "keep `held`"),
    "grade": (("cost:", "grade: good\ncost:"), 10, "unknown-word", "`good` is not a valid `grade`"),
    "section of the states": (
        ("section: held", "section: state"),
        2,
        "not-by-state",
        "add `held:`, `grade:` and `areas:`",
    ),
    "first in a state of others": (("cost:", "first-in: [TX]\ncost:"), 10, "no-area", "`TX` is not one of its areas"),
    "first for nobody": (
        ('serves: {detained: "yes"}', 'held: "no"\nfirst-in: [TX]\nareas: [{type: state, code: TX}]'),
        8,
        "first-for-nobody",
        "remove `first-in`",
    ),
    "list of the government without a date": (
        evidence(
            EVIDENCE[EVIDENCE.index("{") : EVIDENCE.index("}")],
            '{kind: government-list, url: "https://x.org", quote: 202-555-0100',
        ),
        15,
        "missing",
        "`text` is missing",
    ),
    "day of the call": (("cost:", "called: soon\ncost:"), 10, "bad-date", "`called` is `soon`"),
}


@pytest.mark.parametrize("name", INVALID)
def test_an_error_is_reported_once_with_line_code_and_fix(name, tmp_path):
    (old, new), line, code, words = INVALID[name]
    assert old in ENTRY
    with pytest.raises(ContentError) as raised:
        read(tmp_path, ENTRY.replace(old, new))
    (problem,) = raised.value.problems
    assert (problem.path, problem.line, problem.code) == ("content/help/somebody.yaml", line, code)
    assert words in str(problem)
    assert problem.fix


def test_only_one_entry_is_first_in_a_state(tmp_path):
    text = ENTRY.replace("cost:", "areas: [{type: state, code: TX}]\nfirst-in: [TX]\ncost:")
    shutil.copytree(SAMPLES / "valid" / "content", tmp_path / "content")
    for name in ("somebody", "other"):
        (tmp_path / "content" / "help" / f"{name}.yaml").write_text(text, "utf-8")
    with pytest.raises(ContentError) as raised:
        load(tmp_path / "content")
    assert [problem.code for problem in raised.value.problems] == ["two-first"]


@pytest.mark.parametrize(("held", "detained"), [("takes", "yes"), ("asks", "unknown"), ("no", "no")])
def test_whether_it_takes_people_who_are_held_is_said_once(tmp_path, held, detained):
    provider = read(tmp_path, ENTRY.replace('serves: {detained: "yes"}', f"held: {held}"))
    assert (provider.held, provider.serves.detained) == (held, detained)


def test_what_an_entry_does_not_say_is_unknown(tmp_path):
    provider = read(tmp_path, ENTRY)
    assert (provider.serves.non_detained, provider.serves.status_test, provider.logs) == ("unknown",) * 3
    assert provider.may_serve == ("detained", "not-detained")
    assert (provider.languages, provider.areas, provider.called) == ((), (), None)
    assert not provider.two_people_looked


def test_an_entry_holds_what_its_file_says(tmp_path):
    more = [
        "areas: [{type: state, code: TX}, {type: eoir-court, name: Dallas Immigration Court, state: TX}]",
        "languages: [{code: mam, iso639-3: mam, mode: interpreter, name: Qyol}, {code: fa-AF, iso639-3: prs}]",
        "called: 2026-05-04",
        'risk: {logs: "yes", not-for: [fears-own-government]}',
        "",
    ]
    text = ENTRY.replace("scope: national", "scope: regional").replace("cost:", "\n".join(more) + "cost:")
    hours = 'hours: {rule: "FREQ=WEEKLY;BYDAY=TU", opens: "11:00", closes: "14:00", words: "On Tuesdays."}'
    text = text.replace(*phone(hours)) + SEEN.replace("}", ", seen-by: [ab, cd]}")
    provider = read(tmp_path, text)
    assert provider.areas == (ServiceArea("TX"), ServiceArea("TX", "Dallas Immigration Court"))
    assert provider.only_in == ("TX",)
    assert provider.languages == (SpokenLanguage("mam", "mam", "interpreter", "Qyol"), SpokenLanguage("fa-AF", "prs"))
    assert provider.channels[0].hours == Hours(("TU",), "On Tuesdays.", "11:00", "14:00")
    assert (provider.called, provider.logs) == (dt.date(2026, 5, 4), "yes")
    assert provider.not_for == ("fears-own-government",)
    assert provider.two_people_looked


def test_one_person_who_looked_twice_is_one_person(tmp_path):
    provider = read(tmp_path, ENTRY + SEEN.replace("}", ", seen-by: [ab, ab]}"))
    assert not provider.two_people_looked


def test_a_foreign_government_has_its_warning(tmp_path):
    text = ENTRY.replace("operator: nonprofit", "operator: foreign-government")
    provider = read(tmp_path, text.replace("cost:", "risk: {not-for: [fears-own-government]}\ncost:"))
    assert provider.government_run


@pytest.mark.parametrize(
    ("number", "quote", "found"),
    [
        ("+18333724237", "(833) 372-4237", True),
        ("+18333724237", "call +1 (833) 372-4237 or 2150#", True),
        ("+18333724237", "1.833.372.4237", True),
        ("+18333724237", "(833) 372-42371", False),
        ("+18333724237", "99833 372-4237", False),
        ("+18333724237", "(833) 372-4238", False),
        ("2150#", "call +1 (833) 372-4237 or 2150#", True),
        ("565", "(312) 583-9721 or code 565", True),
        ("565", "(312) 565-1370", False),
        ("565", "(312) 660-5651", False),
        ("a@example.org", "Mail: A@example.org", True),
        ("a@example.org", "aa@example.org", False),
    ],
)
def test_a_quote_contains_a_number_in_any_format(number, quote, found):
    evidence = Evidence("secondary", "Seen.", None, quotes=(quote,))
    assert evidence.has_reach(number) == found


@pytest.mark.parametrize(
    ("channel", "shown"),
    [
        (Contact("phone", number="+18008987180"), "1-800-898-7180"),
        (Contact("phone", number="+15208680191"), "(520) 868-0191"),
        (Contact("phone", short="988"), "988"),
        (Contact("phone", from_detention="2150#"), ""),
    ],
)
def test_a_number_is_shown_as_people_write_it(channel, shown):
    assert channel.shown == shown
