"""Converts providers to Open Referral HSDS 3.0. It writes no file, and omits HSDS contacts: no person is named."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator

from babel import Locale

from guide.legal_help.freshness import verify_after, vouched
from guide.model.content import Library
from guide.model.provider import LIST_CODES, Contact, ContactType, Evidence, Mode, Provider, ServiceArea, SpokenLanguage

# Ids must be stable between exports: they are derived from the ids of the providers.
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "know-the-guidelines/help")
LIST = "LIST: Legal Issues Taxonomy"
OURS = "Know the Guidelines"
COST_UNKNOWN = "unknown"
Plain = dict[str, object]


def package(library: Library) -> list[Plain]:
    """Return the organizations with their services, valid for the HSDS schema organization_package.json."""
    return [_organization(provider, library) for provider in library.providers]


def text(library: Library) -> str:
    """Return the package as the JSON text that is written to files."""
    return json.dumps(package(library), indent=1, ensure_ascii=False) + "\n"


def _id(*parts: str) -> str:
    return str(uuid.uuid5(NAMESPACE, "/".join(parts)))


def _organization(provider: Provider, library: Library) -> Plain:
    pages = _pages(provider)
    return {
        "id": _id(provider.id),
        "name": provider.name,
        "description": provider.summary,
        **({"website": pages[0].url} if pages else {}),
        **({"locations": [_location(provider, page) for page in pages]} if pages else {}),
        "services": [_service(provider, library)],
    }


def _service(provider: Provider, library: Library) -> Plain:
    pages = _pages(provider)
    warnings = [provider.careful, *(library.site.not_for[id] for id in provider.not_for)]
    day, interpreted, mail = vouched(provider), _interpretation(provider), _mail(provider)
    return {
        "id": _id(provider.id, "service"),
        "organization_id": _id(provider.id),
        "name": provider.name,
        "description": provider.summary,
        "status": provider.status,
        "eligibility_description": provider.who,
        "fees_description": library.site.costs[provider.cost],
        **({"url": pages[0].url} if pages else {}),
        **({"email": mail.address} if mail else {}),
        **({"alert": " ".join(filter(None, warnings))} if any(warnings) else {}),
        **({"assured_date": day.isoformat()} if day else {}),
        **({"interpretation_services": interpreted} if interpreted else {}),
        "phones": [phone for channel in provider.channels for phone in _phones(provider, channel)],
        "schedules": list(_schedules(provider)),
        "languages": [_language(provider, each) for each in provider.languages if each.mode != Mode.INTERPRETER],
        "service_areas": [_service_area(provider, area, library) for area in provider.areas],
        "cost_options": _cost_options(provider, library),
        **({"service_at_locations": [_at(provider, page) for page in pages]} if pages else {}),
        "attributes": [_attribute(provider, kind, value) for kind, value in _attributes(provider, library)],
    }


def _pages(provider: Provider) -> list[Contact]:
    """Return the web pages: the only places that the content knows, since it has no street address of anybody.

    A court or a state is where a provider may help, never where it is: that is a service area.
    """
    return [channel for channel in provider.channels if channel.url]


def _location(provider: Provider, channel: Contact) -> Plain:
    return {
        "id": _id(provider.id, "location", channel.url),
        "location_type": "virtual",
        "url": channel.url,
        "organization_id": _id(provider.id),
        "name": provider.name,
        **({"description": channel.condition} if channel.condition else {}),
    }


def _at(provider: Provider, channel: Contact) -> Plain:
    """Return that the service is at the location: with both ids, for importers that join tables, and the location."""
    return {
        "id": _id(provider.id, "service at location", channel.url),
        "service_id": _id(provider.id, "service"),
        "location_id": _id(provider.id, "location", channel.url),
        "location": _location(provider, channel),
    }


def _phones(provider: Provider, channel: Contact) -> Iterator[Plain]:
    """Yield the phones: a number and a code for detention are two phones, each with its own condition."""
    said = [channel.condition, channel.hours.words if channel.hours else ""]
    if channel.type != ContactType.PHONE:
        return
    for number in channel.reaches:
        inside = ["Only from a phone in detention."] if number == channel.from_detention else []
        description = " ".join(filter(None, [*said, *inside]))
        yield {
            "id": _id(provider.id, "phone", number),
            "service_id": _id(provider.id, "service"),
            "number": number,
            "type": "voice",
            **({"description": description} if description else {}),
        }


def _schedules(provider: Provider) -> Iterator[Plain]:
    for channel in provider.channels:
        if hours := channel.hours:
            reach = channel.reaches[0] if channel.reaches else channel.url
            yield {
                "id": _id(provider.id, "schedule", reach),
                "service_id": _id(provider.id, "service"),
                "freq": "WEEKLY",
                "byday": ",".join(hours.days),
                # HSDS has an offset from UTC, which changes twice a year: so the text names the time zone.
                **({"opens_at": hours.opens, "closes_at": hours.closes} if hours.opens else {}),
                "description": hours.words,
                "notes": " ".join(filter(None, [channel.condition, channel.shown or channel.url])),
            }


def _language(provider: Provider, spoken: SpokenLanguage) -> Plain:
    return {
        "id": _id(provider.id, "language", spoken.code),
        "service_id": _id(provider.id, "service"),
        "code": spoken.iso639_3,
        "name": _name(spoken),
        **({"note": "Spoken by staff."} if spoken.mode == Mode.STAFF else {}),
    }


def _interpretation(provider: Provider) -> str:
    """Return the interpretation text: HSDS `languages` excludes languages served through an interpreter."""
    names = ", ".join(_name(each) for each in provider.languages if each.mode == Mode.INTERPRETER)
    return f"Through an interpreter: {names}." if names else ""


def _name(spoken: SpokenLanguage) -> str:
    return Locale("en").languages.get(spoken.code.replace("-", "_")) or spoken.name


def _service_area(provider: Provider, area: ServiceArea, library: Library) -> Plain:
    name = f"{area.court}, {library.states[area.state]}" if area.court else library.states[area.state]
    return {
        "id": _id(provider.id, "area", area.court or area.state),
        "service_id": _id(provider.id, "service"),
        "name": name,
        "extent": area.court or area.state,
        "extent_type": "text",
    }


def _cost_options(provider: Provider, library: Library) -> list[Plain]:
    """Return the cost options: none if the cost is unknown; an amount only if it is free."""
    if provider.cost == COST_UNKNOWN:
        return []
    free: Plain = {"amount": 0, "currency": "USD"} if provider.cost == "free" else {}
    common = {"id": _id(provider.id, "cost"), "service_id": _id(provider.id, "service")}
    return [{**common, "option": library.site.costs[provider.cost], **free}]


def _attributes(provider: Provider, library: Library) -> Iterator[tuple[str, str]]:
    """Yield what HSDS has no field for, as pairs of kind and value."""
    yield "operator", provider.operator
    yield "scope", provider.scope
    yield from (("service", service) for service in provider.services)
    serves = provider.serves
    yield "detained", serves.detained
    yield "non-detained", serves.non_detained
    yield "children-only", serves.children_only
    yield "income-test", serves.income_test
    yield "status-test", serves.status_test
    yield "government-run", "yes" if provider.government_run else "no"
    yield "logs", provider.logs
    if provider.languages_note:
        yield "languages", provider.languages_note
    yield from (("not-for", library.site.not_for[id]) for id in provider.not_for)
    for channel in _more(provider):
        kind = "email" if channel.address else "url"
        yield kind, " ".join(filter(None, [channel.address or channel.url, channel.condition]))
    yield from (("evidence", _evidence_text(each)) for each in provider.evidence)
    if due := verify_after(provider):
        yield "verify-after", due.isoformat()


def _more(provider: Provider) -> list[Contact]:
    """Return contacts without an HSDS field: all web pages but the first, and email that is not for everyone."""
    web = [channel for channel in provider.channels if channel.url]
    mail = [channel for channel in provider.channels if channel.address]
    return [*web[1:], *(channel for channel in mail if channel != _mail(provider))]


def _mail(provider: Provider) -> Contact | None:
    return next((channel for channel in provider.channels if channel.address and not channel.condition), None)


def _evidence_text(evidence: Evidence) -> str:
    dated = evidence.issue or (evidence.date.isoformat() if evidence.date else "no date")
    page = f"page {evidence.page}" if evidence.page else ""
    return "; ".join(filter(None, [evidence.kind, dated, evidence.url, page, evidence.text, *evidence.quotes]))


def _attribute(provider: Provider, kind: str, value: str) -> Plain:
    """Return an attribute with its taxonomy term: of LIST if `value` is one of its codes, else our own `kind`."""
    in_list = value in LIST_CODES
    code, name, taxonomy = (value, LIST_CODES[value], LIST) if in_list else (kind, kind, OURS)
    term = _id("term", taxonomy, code)
    return {
        "id": _id(provider.id, "attribute", kind, value),
        "link_id": _id(provider.id, "service"),
        "link_entity": "service",
        "link_type": kind,
        "value": value,
        "taxonomy_term_id": term,
        "taxonomy_term": {"id": term, "code": code, "name": name, "description": name, "taxonomy": taxonomy},
    }
