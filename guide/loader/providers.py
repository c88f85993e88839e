"""One file of content/help/, one `Provider`: what an entry must and may hold, and what it must not say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import get_args

from babel import Locale
from babel.core import get_global

from guide.legal_help.freshness import number_stays
from guide.loader.provider_evidence import evidence
from guide.loader.yaml_reader import StrictMapping
from guide.model.provider import (
    CRISIS_LINE,
    DIRECTORY,
    FOREIGN_GOVERNMENT,
    LIST_CODES,
    Audience,
    Contact,
    ContactType,
    Held,
    Hours,
    HsdsStatus,
    Mode,
    Provider,
    Scope,
    Serves,
    ServiceArea,
    SpokenLanguage,
    YesNoUnknown,
)
from guide.model.roles import BY_STATE
from guide.model.site import Site

# Codes of the LIST taxonomy, and words of our own for what we know no code of.
SERVICES = (
    *LIST_CODES,
    "asylum",
    "case-status",
    CRISIS_LINE,
    "detainee-locator",
    "detention",
    DIRECTORY,
    "referral",
    "self-help",
)
NOT_FOR_ALL = (Audience.DETAINED, Audience.FAMILY, Audience.LAWYERS)
# The kinds of channels, and the keys of which each needs one.
REACHES = {
    ContactType.WEB: ("url",),
    ContactType.PHONE: ("number", "short", "from-detention"),
    ContactType.EMAIL: ("address",),
}
FEARS_OWN_GOVERNMENT = "fears-own-government"
E164 = re.compile(r"\+1[2-9]\d{2}[2-9]\d{6}")  # a number of the North American plan
SHORT = re.compile(r"\d{3,5}#?")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
COURT = re.compile(r"[A-Z].* Immigration Court")  # the headings of the courts in the EOIR list
DAY = "(?:MO|TU|WE|TH|FR|SA|SU)"
RULE = re.compile(rf"FREQ=WEEKLY;BYDAY=({DAY}(?:,{DAY})*)")
CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")


def provider(id: str, fields: StrictMapping, site: Site, states: Mapping[str, str]) -> Provider:
    """Read a provider; problems go to the report of `fields`."""
    with fields.mapping("risk", required=False) as risk:
        logs = risk.one_of("logs", YesNoUnknown, YesNoUnknown.UNKNOWN)
        not_for = risk.known("not-for", site.not_for, ())
    provider = Provider(
        id=id,
        name=fields.text("name"),
        status=fields.one_of("status", get_args(HsdsStatus)),
        section=fields.one_of("section", site.help_sections),
        order=fields.number("order"),
        operator=fields.one_of("operator", site.operators),
        scope=fields.one_of("scope", Scope),
        services=fields.known("services", SERVICES),
        areas=tuple(_area(entry, states) for entry in fields.mappings("areas", required=False)),
        summary=fields.text("summary"),
        who=fields.text("who"),
        cost=fields.one_of("cost", site.costs),
        languages=tuple(_spoken(entry) for entry in fields.mappings("languages", required=False)),
        languages_note=fields.text("languages-note", ""),
        channels=tuple(_channel(entry) for entry in fields.mappings("channels")),
        logs=logs,
        not_for=not_for,
        careful=fields.text("careful", ""),
        evidence=tuple(evidence(entry) for entry in fields.mappings("evidence")),
        on_result=fields.flag("on-result"),
        official_list=fields.flag("official-list"),
        last_checked=fields.date("reviewed") if "reviewed" in fields else None,
        called=fields.date("called") if "called" in fields else None,
    )
    provider = fields.place(_placed(provider, fields, site, states))
    # Only for an entry without other problems: one problem must not be reported twice.
    if not any(problem.path == fields.report.path for problem in fields.report.problems):
        _check_whole(provider, fields)
        _check_states(provider, fields)
        _check_evidence(provider, fields)
    return provider


def _placed(provider: Provider, fields: StrictMapping, site: Site, states: Mapping[str, str]) -> Provider:
    """The entry with whom it takes, and with what decides where it stands."""
    section = site.help_sections.get(provider.section)
    held = fields.one_of("held", Held, None)
    return replace(
        provider,
        by_state=section is not None and section.role == BY_STATE,
        keeps_old_numbers=section is not None and section.keeps_old_numbers,
        serves=_serves(fields, held),
        held=held,
        careful_folded=fields.flag("careful-folded"),
        grade=fields.one_of("grade", site.grades, ""),
        first_in=fields.known("first-in", states, ()),
        beside=fields.known("beside", site.help_sections, ()),
    )


def _check_whole(provider: Provider, fields: StrictMapping) -> None:
    """What no single key tells."""
    if provider.scope != Scope.NATIONAL and not provider.areas:
        fields.add(
            "scope", "no-area", f"`areas` is missing for scope `{provider.scope}`", "add the known states or courts"
        )
    if not provider.may_serve:
        fields.add(
            "serves", "serves-nobody", "`serves` excludes everyone", "write `unknown` for what the facts do not say"
        )
    if provider.operator == FOREIGN_GOVERNMENT and FEARS_OWN_GOVERNMENT not in provider.not_for:
        fix = f"add `risk: {{not-for: [{FEARS_OWN_GOVERNMENT}]}}`"
        fields.add("operator", "no-warning", "a foreign government stands without its warning", fix)
    if not number_stays(provider) and not any(channel.type == ContactType.WEB for channel in provider.channels):
        fix = "add a channel of type web"
        fields.add("channels", "no-link", "no link would remain when the number is too old to be shown", fix)


def _check_states(provider: Provider, fields: StrictMapping) -> None:
    """What stands in the list of a state says whom it takes, and comes first only where it may help."""
    if provider.by_state and not (provider.held and provider.grade and provider.areas):
        fix = "add `held:`, `grade:` and `areas:`"
        fields.add("section", "not-by-state", "a provider of a state needs `areas`, `grade` and `held`", fix)
    for state in provider.first_in:
        if state not in provider.states:
            fields.add("first-in", "no-area", f"`{state}` is not one of its areas", "add the area, or remove the state")
    if provider.first_in and provider.held == Held.TAKES_NONE:
        message = "it comes first for families of people who are held, but does not take people who are held"
        fields.add("first-in", "first-for-nobody", message, "remove `first-in`")


def _check_evidence(provider: Provider, fields: StrictMapping) -> None:
    """Check that evidence quotes every phone number and email address, and that no evidence is a duplicate."""
    for reach in (reach for channel in provider.channels for reach in channel.reaches):
        if not any(each.has_reach(reach) for each in provider.evidence):
            fix = "add it to `quote` of the evidence that has it, as it stands there"
            fields.add("channels", "no-evidence", f"no evidence quotes `{reach}`", fix)
    places = [(each.kind, each.url, each.page, each.issue, each.date, each.text) for each in provider.evidence]
    if len(set(places)) < len(places):
        fields.add("evidence", "duplicate-evidence", "duplicate evidence", "keep one of the two")


def _area(entry: StrictMapping, states: Mapping[str, str]) -> ServiceArea:
    type = entry.one_of("type", ("state", "eoir-court"))
    state = entry.one_of("code" if type == "state" else "state", states)
    court = entry.text("name") if type == "eoir-court" else ""
    if court and not COURT.fullmatch(court):
        entry.add(
            "name", "bad-court", f"`{court}` is not an immigration court", "write it as `Chicago Immigration Court`"
        )
    return ServiceArea(state, court)


def _serves(fields: StrictMapping, held: Held | None) -> Serves:
    """Whom it takes; `held` says it of people who are held, and may leave out `serves`."""
    with fields.mapping("serves", required=not held) as entry:
        keys = ("detained", "non-detained", "children-only", "income-test", "status-test")
        serves = Serves(*(entry.one_of(key, YesNoUnknown, YesNoUnknown.UNKNOWN) for key in keys))
        if isinstance(held, Held) and "detained" in entry:
            entry.add("detained", "said-twice", "`held` and `detained` say the same", "keep `held`")
    return replace(serves, detained=held.detained) if isinstance(held, Held) else serves


def _spoken(entry: StrictMapping) -> SpokenLanguage:
    spoken = SpokenLanguage(
        code=_language(entry, "code"),
        iso639_3=entry.text("iso639-3"),
        mode=entry.one_of("mode", Mode, Mode.UNKNOWN),
        name=entry.text("name", ""),
    )
    if spoken.code.split("-")[0] in get_global("likely_subtags"):
        _check_language(entry, spoken)
    return spoken


def _check_language(entry: StrictMapping, spoken: SpokenLanguage) -> None:
    """Check that both codes mean the same language, and that it has a name to display."""
    alias = get_global("language_aliases").get(spoken.iso639_3, spoken.iso639_3).replace("_", "-")
    if spoken.iso639_3 and alias not in (spoken.code, spoken.code.split("-")[0]):
        message = f"`{spoken.iso639_3}` is not the language `{spoken.code}`"
        entry.add("iso639-3", "other-language", message, "write the code that ISO 639-3 has for it")
    if not spoken.name and spoken.code.replace("-", "_") not in Locale("en").languages:
        entry.add("code", "no-name", f"CLDR has no name for `{spoken.code}`", "add `name:`, in the language itself")


def _language(entry: StrictMapping, key: str, default: str | None = None) -> str:
    code = entry.text(key) if default is None else entry.text(key, default)
    if code and code.split("-")[0] not in get_global("likely_subtags"):
        entry.add(key, "unknown-language", f"`{code}` is not a language", "write its BCP 47 code: `es`, `mam`")
    return code


def _channel(entry: StrictMapping) -> Contact:
    type = entry.one_of("type", REACHES)
    audience = entry.one_of("audience", Audience, Audience.PUBLIC)
    condition = entry.text("condition", "")
    if audience in NOT_FOR_ALL and not condition:
        message = f"a way for `{audience}` says nothing about who may use it"
        entry.add("audience", "no-condition", message, "add `condition:`, the sentence that stands before it")
    channel = Contact(
        type=type,
        url=entry.link("url") if type == ContactType.WEB else "",
        lang=_language(entry, "lang", "") if type == ContactType.WEB else "",
        number=entry.matching("number", E164, "write +1 and the ten digits") if type == ContactType.PHONE else "",
        short=entry.matching("short", SHORT, "write the digits that people dial") if type == ContactType.PHONE else "",
        from_detention=entry.matching("from-detention", SHORT, "write the code") if type == ContactType.PHONE else "",
        address=entry.matching("address", EMAIL, "write a mail address") if type == ContactType.EMAIL else "",
        audience=audience,
        condition=condition,
        hours=_hours(entry) if "hours" in entry else None,
    )
    if type in REACHES:
        entry.need(*REACHES[type])
    else:
        entry.ignore_rest()  # the allowed keys depend on its type
    return entry.place(channel)


def _hours(channel: StrictMapping) -> Hours | None:
    with channel.mapping("hours") as entry:
        return _opening(entry) if entry.present else None


def _opening(entry: StrictMapping) -> Hours:
    rule, found = entry.text("rule"), None
    if rule and not (found := RULE.fullmatch(rule)):
        fix = "write it as RFC 5545 has it: FREQ=WEEKLY;BYDAY=MO,TU"
        entry.add("rule", "bad-rule", f"`{rule}` is not a weekly recurrence rule", fix)
    opens, closes = (entry.matching(key, CLOCK, "write HH:MM: 08:00, 20:00") for key in ("opens", "closes"))
    if bool(opens) != bool(closes) or (_is_clock(opens, closes) and opens >= closes):
        entry.add(
            "opens", "bad-hours", f"`{opens}` to `{closes}` are not valid hours", "write both, the earlier one first"
        )
    return entry.place(Hours(tuple(found[1].split(",")) if found else (), entry.text("words"), opens, closes))


def _is_clock(*times: str) -> bool:
    return all(CLOCK.fullmatch(time) for time in times)


def not_alone_first(providers: Iterable[Provider]) -> Iterator[tuple[Provider, str, str]]:
    """Yield each provider that comes first in a state beside another one, with a message and a fix."""
    found: dict[str, str] = {}
    for provider in providers:
        for state in provider.first_in:
            if state in found:
                message = f"two providers come first in {state}: `{found[state]}` too"
                yield provider, message, "remove the state from `first-in` of one of the two"
            found[state] = provider.id
