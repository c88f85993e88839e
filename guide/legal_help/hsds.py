"""Converts providers to Open Referral HSDS 3.0. It writes no file, and omits HSDS contacts: no person is named."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from babel import Locale

from guide.legal_help.freshness import verify_after, vouched
from guide.model.content import Library
from guide.model.provider import LIST_CODES, UNKNOWN, Contact, Evidence, Provider, ServiceArea, SpokenLanguage

# Ids must be stable between exports: they are derived from the ids of the providers.
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "know-the-guidelines/help")
LIST = "LIST: Legal Issues Taxonomy"
OURS = "Know the Guidelines"
INTERPRETER = "interpreter"
Plain = dict[str, object]


def package(library: Library) -> list[Plain]:
    """Return the organizations with their services, valid for the HSDS schema organization_package.json."""
    return [_organization(helper, library) for helper in library.helpers]


def _id(*parts: str) -> str:
    return str(uuid.uuid5(NAMESPACE, "/".join(parts)))


def _organization(helper: Provider, library: Library) -> Plain:
    urls = [channel.url for channel in helper.channels if channel.url]
    return {
        "id": _id(helper.id),
        "name": helper.name,
        "description": helper.summary,
        **({"website": urls[0]} if urls else {}),
        "services": [_service(helper, library)],
    }


def _service(helper: Provider, library: Library) -> Plain:
    urls = [channel.url for channel in helper.channels if channel.url]
    warnings = [helper.careful, *(library.site.not_for[id] for id in helper.not_for)]
    day, interpreted, mail = vouched(helper), _interpretation(helper), _mail(helper)
    return {
        "id": _id(helper.id, "service"),
        "organization_id": _id(helper.id),
        "name": helper.name,
        "description": helper.summary,
        "status": helper.status,
        "eligibility_description": helper.who,
        "fees_description": library.site.costs[helper.cost],
        **({"url": urls[0]} if urls else {}),
        **({"email": mail.address} if mail else {}),
        **({"alert": " ".join(filter(None, warnings))} if any(warnings) else {}),
        **({"assured_date": day.isoformat()} if day else {}),
        **({"interpretation_services": interpreted} if interpreted else {}),
        "phones": [phone for channel in helper.channels for phone in _phones(helper, channel)],
        "schedules": list(_schedules(helper)),
        "languages": [_language(helper, each) for each in helper.languages if each.mode != INTERPRETER],
        "service_areas": [_service_area(helper, area, library) for area in helper.areas],
        "cost_options": _cost_options(helper, library),
        "attributes": [_attribute(helper, kind, value) for kind, value in _attributes(helper, library)],
    }


def _phones(helper: Provider, channel: Contact) -> Iterator[Plain]:
    """Yield the phones: a number and a code for detention are two phones, each with its own condition."""
    said = [channel.condition, channel.hours.words if channel.hours else ""]
    if channel.type != "phone":
        return
    for number in channel.reaches:
        inside = ["Only from a phone in detention."] if number == channel.from_detention else []
        description = " ".join(filter(None, [*said, *inside]))
        yield {
            "id": _id(helper.id, "phone", number),
            "service_id": _id(helper.id, "service"),
            "number": number,
            "type": "voice",
            **({"description": description} if description else {}),
        }


def _schedules(helper: Provider) -> Iterator[Plain]:
    for channel in helper.channels:
        if hours := channel.hours:
            reach = channel.reaches[0] if channel.reaches else channel.url
            yield {
                "id": _id(helper.id, "schedule", reach),
                "service_id": _id(helper.id, "service"),
                "freq": "WEEKLY",
                "byday": ",".join(hours.days),
                # HSDS has an offset from UTC, which changes twice a year: so the text names the time zone.
                **({"opens_at": hours.opens, "closes_at": hours.closes} if hours.opens else {}),
                "description": hours.words,
                "notes": " ".join(filter(None, [channel.condition, channel.shown or channel.url])),
            }


def _language(helper: Provider, spoken: SpokenLanguage) -> Plain:
    return {
        "id": _id(helper.id, "language", spoken.code),
        "service_id": _id(helper.id, "service"),
        "code": spoken.iso639_3,
        "name": _name(spoken),
        **({"note": "Spoken by staff."} if spoken.mode == "staff" else {}),
    }


def _interpretation(helper: Provider) -> str:
    """Return the interpretation text: HSDS `languages` excludes languages served through an interpreter."""
    names = ", ".join(_name(each) for each in helper.languages if each.mode == INTERPRETER)
    return f"Through an interpreter: {names}." if names else ""


def _name(spoken: SpokenLanguage) -> str:
    return Locale("en").languages.get(spoken.code.replace("-", "_")) or spoken.name


def _service_area(helper: Provider, area: ServiceArea, library: Library) -> Plain:
    name = f"{area.court}, {library.states[area.state]}" if area.court else library.states[area.state]
    return {
        "id": _id(helper.id, "area", area.court or area.state),
        "service_id": _id(helper.id, "service"),
        "name": name,
        "extent": area.court or area.state,
        "extent_type": "text",
    }


def _cost_options(helper: Provider, library: Library) -> list[Plain]:
    """Return the cost options: none if the cost is unknown; an amount only if it is free."""
    if helper.cost == UNKNOWN:
        return []
    free: Plain = {"amount": 0, "currency": "USD"} if helper.cost == "free" else {}
    common = {"id": _id(helper.id, "cost"), "service_id": _id(helper.id, "service")}
    return [{**common, "option": library.site.costs[helper.cost], **free}]


def _attributes(helper: Provider, library: Library) -> Iterator[tuple[str, str]]:
    """Yield what HSDS has no field for, as pairs of kind and value."""
    yield "operator", helper.operator
    yield "scope", helper.scope
    yield from (("service", service) for service in helper.services)
    serves = helper.serves
    yield "detained", serves.detained
    yield "non-detained", serves.non_detained
    yield "children-only", serves.children_only
    yield "income-test", serves.income_test
    yield "status-test", serves.status_test
    yield "government-run", "yes" if helper.government_run else "no"
    yield "logs", helper.logs
    if helper.languages_note:
        yield "languages", helper.languages_note
    yield from (("not-for", library.site.not_for[id]) for id in helper.not_for)
    for channel in _more(helper):
        kind = "email" if channel.address else "url"
        yield kind, " ".join(filter(None, [channel.address or channel.url, channel.condition]))
    yield from (("evidence", _evidence_text(each)) for each in helper.evidence)
    if due := verify_after(helper):
        yield "verify-after", due.isoformat()


def _more(helper: Provider) -> list[Contact]:
    """Return contacts without an HSDS field: all web pages but the first, and email that is not for everyone."""
    web = [channel for channel in helper.channels if channel.url]
    mail = [channel for channel in helper.channels if channel.address]
    return [*web[1:], *(channel for channel in mail if channel != _mail(helper))]


def _mail(helper: Provider) -> Contact | None:
    return next((channel for channel in helper.channels if channel.address and not channel.condition), None)


def _evidence_text(evidence: Evidence) -> str:
    dated = evidence.issue or (evidence.date.isoformat() if evidence.date else "no date")
    page = f"page {evidence.page}" if evidence.page else ""
    return "; ".join(filter(None, [evidence.kind, dated, evidence.url, page, evidence.text, *evidence.quotes]))


def _attribute(helper: Provider, kind: str, value: str) -> Plain:
    """Return an attribute with its taxonomy term: of LIST if `value` is one of its codes, else our own `kind`."""
    in_list = value in LIST_CODES
    code, name, taxonomy = (value, LIST_CODES[value], LIST) if in_list else (kind, kind, OURS)
    term = _id("term", taxonomy, code)
    return {
        "id": _id(helper.id, "attribute", kind, value),
        "link_id": _id(helper.id, "service"),
        "link_entity": "service",
        "link_type": kind,
        "value": value,
        "taxonomy_term_id": term,
        "taxonomy_term": {"id": term, "code": code, "name": name, "description": name, "taxonomy": taxonomy},
    }
