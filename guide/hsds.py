"""Help entries as Open Referral HSDS 3.0, and a comparison with a table of providers. Writes nothing itself."""

from __future__ import annotations

import csv
import re
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path

from guide.model import Channel, Helper, Library

# Ids must stay the same from one export to the next: they are made from the slugs of the entries.
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "know-the-guidelines/help")
DIGITS = re.compile(r"\D")


def _id(*parts: str) -> str:
    return str(uuid.uuid5(NAMESPACE, "/".join(parts)))


def package(library: Library) -> list[dict[str, object]]:
    """The organizations with their services, as the HSDS schema organization_package.json has them."""
    return [_organization(helper, library) for helper in library.helpers]


def _organization(helper: Helper, library: Library) -> dict[str, object]:
    urls = [channel.url for channel in helper.channels if channel.url]
    return {
        "id": _id(helper.id),
        "name": helper.name,
        "description": helper.summary,
        **({"website": urls[0]} if urls else {}),
        "services": [_service(helper, library)],
    }


def _service(helper: Helper, library: Library) -> dict[str, object]:
    emails = [channel.address for channel in helper.channels if channel.address]
    return {
        "id": _id(helper.id, "service"),
        "organization_id": _id(helper.id),
        "name": helper.name,
        "description": helper.summary,
        "status": helper.status,
        "eligibility_description": helper.who,
        "fees_description": library.site.costs[helper.cost],
        **({"email": emails[0]} if emails else {}),
        **({"alert": helper.careful} if helper.careful else {}),
        **({"assured_date": helper.evidence_date.isoformat()} if helper.evidence_date else {}),
        "phones": [_phone(helper, channel) for channel in helper.channels if channel.kind in ("phone", "dial")],
        "languages": [{"id": _id(helper.id, "language", code), "code": code} for code in helper.speaks],
        "service_areas": [
            {
                "id": _id(helper.id, "area", state),
                "name": library.states[state],
                "extent": state,
                "extent_type": "other",
            }
            for state in helper.states
        ],
        "attributes": [
            {"id": _id(helper.id, "attribute", "operator"), "link_entity": "service", "value": helper.operator}
        ],
    }


def _phone(helper: Helper, channel: Channel) -> dict[str, object]:
    number = channel.number or channel.show
    return {
        "id": _id(helper.id, "phone", number),
        "number": number,
        **({"description": channel.condition} if channel.condition else {}),
    }


def proposals(library: Library, rows: Iterable[dict[str, str]]) -> Iterator[str]:
    """What a table of providers (name, phone, url, state) says otherwise: changes for a person to accept."""
    ours = {_plain(helper.name): helper for helper in library.helpers}
    met = set()
    for row in rows:
        name = _plain(row["name"])
        helper = ours.get(name)
        if helper is None:
            yield f"new: {row['name']} {row.get('phone') or ''} {row.get('state') or ''}".rstrip()
            continue
        met.add(name)
        yield from _differences(helper, row)
    yield from (f"not in the table: {helper.name}" for name, helper in ours.items() if name not in met)


def _differences(helper: Helper, row: dict[str, str]) -> Iterator[str]:
    numbers = {_digits(channel.number) for channel in helper.channels if channel.number}
    if row.get("phone") and _digits(row["phone"]) not in numbers:
        yield f"{helper.name}: the table has the number {row['phone']}, ours has {_shown(helper) or 'none'}"
    urls = {_address(channel.url) for channel in helper.channels if channel.url}
    if row.get("url") and _address(row["url"]) not in urls:
        yield f"{helper.name}: the table has the address {row['url']}, ours has {', '.join(sorted(urls)) or 'none'}"
    if row.get("state") and helper.states and row["state"].strip().upper() not in helper.states:
        yield f"{helper.name}: the table has the state {row['state']}, ours has {', '.join(helper.states)}"


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file with at least a column `name`; raises ValueError where there is none."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if "name" not in (reader.fieldnames or ()):
            raise ValueError("the table has no column `name`: name the columns name, phone, url, state")
        return list(reader)


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9 ]", " ", name.lower()).split())


def _digits(number: str) -> str:
    return DIGITS.sub("", number)[-10:]


def _address(url: str) -> str:
    return url.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def _shown(helper: Helper) -> str:
    return ", ".join(channel.show for channel in helper.channels if channel.number)
