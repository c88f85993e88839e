"""Compares the providers with a CSV table. It changes nothing: a person reviews each proposed change."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from guide.model.content import Library
from guide.model.provider import ContactType, Provider

COLUMNS = ("name", "phone", "url", "email", "state", "court", "languages")
DIGITS = re.compile(r"\D")
Row = dict[str, str]


def read_table(path: Path) -> list[Row]:
    """Return the rows of a CSV file. Raises ValueError if it has no column `name`, or is not valid CSV.

    Excel starts a file that it saves as "CSV UTF-8" with a byte order mark, which is skipped.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, restval="")
        try:
            if "name" not in (reader.fieldnames or ()):
                raise ValueError(f"column `name` is missing; the columns are {', '.join(COLUMNS)}")
            return list(reader)
        except csv.Error as error:
            raise ValueError(f"invalid CSV at line {reader.line_num + 1}: {error}") from None


def proposals(library: Library, rows: Iterable[Row]) -> Iterator[str]:
    """Yield one line for each difference from the rows of a table, which may have any of COLUMNS."""
    ours = {_plain(provider.name): provider for provider in library.providers}
    met = set()
    for row in rows:
        name = _plain(row["name"])
        provider = ours.get(name)
        if provider is None:
            yield f"new: {row['name']} {row.get('phone') or ''} {row.get('state') or ''}".rstrip()
            continue
        met.add(name)
        for what, theirs, known in _differences(provider, row):
            yield f"{provider.name}: {what} {theirs} in the table, {', '.join(known) or 'none'} in the guide"
    yield from (f"not in the table: {provider.name}" for name, provider in ours.items() if name not in met)


def _differences(provider: Provider, row: Row) -> Iterator[tuple[str, str, list[str]]]:
    """Yield each difference: what differs, the value in the table, and ours. An area unknown to us is no difference."""
    phones = [channel for channel in provider.channels if channel.type == ContactType.PHONE]
    urls = sorted(_address(channel.url) for channel in provider.channels if channel.url)
    emails = sorted(channel.address.lower() for channel in provider.channels if channel.address)
    courts = [area.court for area in provider.areas if area.court]
    spoken = [spoken.code for spoken in provider.languages]
    given = {column: (row.get(column) or "").strip() for column in COLUMNS}
    if given["phone"] and _digits(given["phone"]) not in {_digits(each) for one in phones for each in one.reaches}:
        yield "number", given["phone"], [each for one in phones for each in (one.from_detention, one.shown) if each]
    if given["url"] and _address(given["url"]) not in urls:
        yield "address", given["url"], urls
    if given["email"] and given["email"].lower() not in emails:
        yield "email", given["email"], emails
    if given["state"] and provider.only_in and given["state"].upper() not in provider.only_in:
        yield "state", given["state"], list(provider.only_in)
    if given["court"] and courts and _plain(given["court"]) not in map(_plain, courts):
        yield "court", given["court"], courts
    yield from (
        ("language", code, spoken) for code in re.findall(r"[\w-]+", given["languages"]) if code.lower() not in spoken
    )


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9 ]", " ", name.lower()).split())


def _digits(number: str) -> str:
    return DIGITS.sub("", number)[-10:]


def _address(url: str) -> str:
    return url.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
