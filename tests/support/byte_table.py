"""The table of sizes: the limit for each kind of page, style sheet and script, in tests/web/bytes.tsv.

    python -m support.byte_table                        # write what became lighter; refuses what became heavier
    python -m support.byte_table --because "one reason" # write what became heavier or new too, with the reason

The table only goes down without a reason. The reason stands beside the number; say it in the commit too.
"""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from support import addresses
from support.asset_names_aside import aside
from support.requests_of_site import Answer, Ask, Fetch
from support.weight import PAGES, ROOM, kind_of, weight

TABLE = Path(__file__).parents[1] / "web" / "bytes.tsv"
COMMAND = "python -m support.byte_table"
COLUMNS = ("what", "language", "bytes", "because")
# A table that is higher than the truth would let pages grow unseen: who made something lighter writes it down.
SLACK = 0.03
# Where the language stands in the name of a page.
ANY, BOTH = "LANG", "LANG+LANG"


@dataclass(frozen=True)
class Row:
    """The size of one page (`what`: its name without the language) or of one asset."""

    what: str
    language: str  # one language, a pair, or nothing
    bytes: int
    kind: str
    because: str = ""


Key = tuple[str, str]  # what, and in which language


def measured(fetch: Fetch, every: bool, table: Collection[Row] = (), left_out: Collection[Key] = ()) -> list[Row]:
    """Return the rows of a site with the sample partner: each kind of page in the first language and the heaviest.

    Unless `every` language is measured, the second one is that of the `table`. What is `left_out` is not measured.
    """
    codes = addresses.languages(fetch)
    follow = _only(codes, left_out)
    heaviest = {row.what: row.language for row in table if row.language in codes[1:]}
    begin = addresses.seeds(fetch, codes[:1], [_pair(codes)], partner=True)
    begin = [ask for ask in begin if ask not in addresses.WRONG and follow(ask.path)]
    rows: dict[str, list[Row]] = {}
    for ask, given in [*addresses.crawl(fetch, begin, follow), *_posted(fetch, codes)]:
        kind = kind_of(given)
        if not kind or given.status != 200:
            continue
        what, language = _named(ask, codes)
        rows[what] = [] if (what, language) in left_out else [Row(what, language, weight(given), kind)]
        if language in codes:  # pairs are weighed once: they cost the most to make
            others = codes[1:] if every else [heaviest[what]] if what in heaviest else []
            others = [other for other in others if (what, other) not in left_out]
            there = [(other, fetch(_in(ask, language, other))) for other in others]
            rows[what] += _heaviest(Row(what, other, weight(at), kind) for other, at in there if at.status == 200)
    return [row for what in sorted(rows) for row in rows[what]]


def problems(table: Collection[Row], now: Collection[Row]) -> Iterator[str]:
    """Yield a sentence, with the fix, for each row that differs too much from the table, or is only in one of both."""
    known, found = ({(row.what, row.language): row for row in rows} for rows in (table, now))
    for key in sorted(known.keys() | found.keys()):
        name = " ".join(key).strip()
        if key not in found:
            yield f"{name}: is in the table, and the site does not have it any more; run {COMMAND}"
        elif key not in known:
            yield f'{name}: is not in the table; run {COMMAND} --because "why it is needed"'
        else:
            yield from _grown(name, known[key], found[key])


def _grown(name: str, row: Row, now: Row) -> Iterator[str]:
    reported = f"{name}: {now.bytes} bytes in brotli, the table says {row.bytes}"
    room = ROOM[now.kind]
    if now.bytes > row.bytes * (1 + room):
        yield f'{reported}: a {now.kind} may grow by {room:.0%}; make it lighter, or run {COMMAND} --because "why"'
    elif now.bytes < row.bytes * (1 - SLACK):
        yield f"{reported}: it became lighter; run {COMMAND}, so that it stays so"


def updated(table: Collection[Row], now: Collection[Row], because: str) -> list[Row]:
    """Return the new table: lower sizes are accepted; higher and new ones need a reason. Raises ValueError.

    A row that grew by less than its limit keeps its size, because many small steps are a large one.
    """
    known = {(row.what, row.language): row for row in table}
    if not because:
        heavier = [problem for problem in problems(table, now) if "--because" in problem]
        if table and heavier:
            raise ValueError("\n".join(heavier))
    return [_kept(known.get((row.what, row.language)), row, because) for row in now]


def _kept(row: Row | None, now: Row, because: str) -> Row:
    if row is None or now.bytes > row.bytes * (1 + ROOM[now.kind]):
        return replace(now, because=because)
    return replace(row, bytes=min(row.bytes, now.bytes))


def read(path: Path = TABLE) -> list[Row]:
    """Return the rows of a table; an empty list if the file does not exist."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")
        return [Row(line["what"], line["language"], int(line["bytes"]), "", line["because"] or "") for line in lines]


def write(rows: Iterable[Row], path: Path = TABLE) -> None:
    """Write the rows as a tab-separated table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f"# Bytes in brotli. Written by `{COMMAND}`, which says what a change needs.\n")
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow(COLUMNS)
        table.writerows((row.what, row.language, row.bytes, row.because) for row in rows)


def _pair(codes: list[str]) -> str:
    return "+".join(codes[:2])


def _only(codes: list[str], left_out: Collection[Key]):
    """Return a filter of paths: the first language and the first pair, one example of a persona, and assets.

    Pages of the first language pass even if they are `left_out`: they link to others. Of a partner's pages only the
    start is measured: the others are the same pages with the name of the partner added.
    """
    examples: list[str] = []

    def follow(path: str) -> bool:
        parts = path.split("/")
        partners = (parts[1] == "p" and parts[4:] != [""]) or path.startswith("/embed/p/")
        if path in ("/healthz", "/readyz") or "?" in path or partners:
            return False
        if "examples" in parts[:-1]:
            examples.append(path)
        here = next((part for part in parts if part.partition("+")[0] in codes), codes[0])
        if "+" in here and _named(Ask(path), codes) in left_out:
            return False
        return here in (codes[0], _pair(codes)) and path not in examples[1:]

    return follow


def _posted(fetch: Fetch, codes: list[str]) -> list[tuple[Ask, Answer]]:
    """Yield the POSTs: no answers and the first option of each question, and the shorter one in two languages."""
    sets = addresses.first_sets(fetch)
    asked = [Ask(f"/{codes[0]}/result", "POST", form, label) for label, form in sets.items()]
    asked.append(Ask(f"/{_pair(codes)}/result", "POST", sets["first"], "first"))
    return [(ask, fetch(ask)) for ask in asked]


def _named(ask: Ask, codes: list[str]) -> tuple[str, str]:
    """Return the name of a requested page in the table, and its language."""
    parts = ask.path.split("/")
    for at, part in enumerate(parts):
        if part in (codes[0], _pair(codes)):
            parts[at] = BOTH if "+" in part else ANY
            name = "/".join(parts)
            return f"{name} [{ask.label}]" if ask.label else name, part
    return aside(ask.path), ""


def _in(ask: Ask, language: str, other: str) -> Ask:
    return replace(ask, path="/".join(other if part == language else part for part in ask.path.split("/")))


def _heaviest(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: -row.bytes)[:1]


def main() -> int:
    """Measure the site of this checkout and write the table; return 1 if something grew without a reason."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--because", default="", help="why something may be heavier, or why there is something new")
    because = parser.parse_args().because
    from support.sample_site import sample_site

    with tempfile.TemporaryDirectory() as folder:
        now = measured(sample_site(Path(folder)), every=True)
    try:
        rows = updated(read(), now, because or ("" if TABLE.exists() else "the first table"))
    except ValueError as heavier:
        print(heavier)
        return 1
    write(rows)
    print(f"{len(rows)} rows in {TABLE}, {sum(row.kind == PAGES for row in rows)} of them pages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
