"""Saves every page of a checkout, and compares two saved states: that a restructuring changed no page.

    python -m support.crawl save OUT --root CHECKOUT             # every page, as the server sends it
    python -m support.crawl save OUT --root CHECKOUT --script    # and the document after its script has run
    python -m support.crawl compare BEFORE AFTER                 # exit status 1 where anything differs

Run it with the Python of a checkout that has the test dependencies. CHECKOUT needs a `.venv` of its own.
"""

from __future__ import annotations

import argparse
import re
import signal
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from support import addresses, saved
from support.crawl_comparison import Difference, Responses, compare, heavier, weights
from support.requests_of_site import over_http, patient
from support.served import offer_papers, root_of, served
from support.weight import PAGES, ROOM, SCRIPTS

# Two sites of one checkout: as it is, and with a public address, a partner and handouts to offer.
SITES = {"plain": False, "partner": True}
SCRIPTED = "scripted"


def main(words: list[str] | None = None) -> int:
    """Run the command of these arguments; return its exit status."""
    asked = _parser().parse_args(words)
    if asked.command == "save":
        return save(asked)
    return report(asked)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    new = commands.add_parser("save", help="save every page of a checkout")
    new.add_argument("out", type=Path, help="a new folder")
    new.add_argument("--root", type=Path, required=True, metavar="CHECKOUT")
    new.add_argument("--all", action="store_true", help="every pair of languages, not a sample by a fixed seed")
    new.add_argument("--script", action="store_true", help="also the documents after script has run, in Chromium")
    new.add_argument("--no-pages", action="store_true", help="with --script: nothing else")
    both = commands.add_parser("compare", help="compare two saved states")
    both.add_argument("before", type=Path)
    both.add_argument("after", type=Path)
    both.add_argument("--rename", action="append", default=[], metavar="OLD=NEW", help="an asset: js/a.mjs=js/b.mjs")
    both.add_argument("--allow", action="append", default=[], metavar="REGEX", help="differences that are meant")
    both.add_argument("--urls", type=int, default=3, help="how many addresses to name for one difference")
    for command in (new, both):
        command.add_argument("--site", choices=SITES, action="append", help="only this one of the two sites")
        command.add_argument(
            "--only", type=re.compile, default=re.compile(""), metavar="REGEX", help="only these paths"
        )
    return parser


def save(asked: argparse.Namespace) -> int:
    """Save the sites of a checkout in a folder, which must not have them yet. Return 0."""
    out, checkout = asked.out, asked.root.resolve()
    out.mkdir(parents=True, exist_ok=True)
    describe = ["git", "-C", checkout, "describe", "--always", "--dirty", "--exclude=*"]
    commit = subprocess.run(describe, capture_output=True, text=True)
    for name in asked.site or SITES:
        with tempfile.TemporaryDirectory() as folder:
            _save_site(asked, name, checkout, Path(folder))
        (out / f"{SCRIPTED if asked.no_pages else name}.commit").write_text(commit.stdout, "utf-8")
    return 0


def _save_site(asked: argparse.Namespace, name: str, checkout: Path, folder: Path) -> None:
    partner = SITES[name]
    if asked.no_pages and not partner:
        return
    root = root_of(checkout, folder, partner)
    if partner:
        with served(checkout, root, public=True) as address:
            offer_papers(patient(over_http(address)), root)
    with served(checkout, root, public=partner) as address:
        if not asked.no_pages:
            given = _responses(address, root, asked, partner)
            print(f"{name}: {saved.save(asked.out / name, given)} responses", flush=True)
        if asked.script and partner:
            from support.in_browser import documents

            given = documents(address, root / "content", asked.only)
            print(f"{SCRIPTED}: {saved.save(asked.out / SCRIPTED, given)} documents", flush=True)


def _responses(
    address: str, root: Path, asked: argparse.Namespace, partner: bool
) -> Iterator[tuple[addresses.Ask, addresses.Answer]]:
    fetch, only = patient(over_http(address)), asked.only
    codes = addresses.languages(fetch)
    pairs = addresses.pairs(codes) if asked.all else addresses.some_pairs(codes, 4 if partner else 0)
    sets, ours = addresses.answer_sets(fetch, root / "content"), addresses.in_pairs(pairs)
    begin = [ask for ask in addresses.seeds(fetch, codes, pairs, partner) if only.search(ask.path)]
    yield from addresses.crawl(fetch, begin, lambda path: bool(only.search(path)) and ours(path))
    for ask in addresses.posts(codes, pairs, sets, partner):
        if only.search(ask.path):
            yield ask, fetch(ask)


def report(asked: argparse.Namespace) -> int:
    """Print the differences of two saved states. Return 1 if one of them is not allowed."""
    before, after, bad = asked.before, asked.after, False
    renamed = dict(one.split("=", 1) for one in asked.rename)
    for site in asked.site or (*SITES, SCRIPTED):
        there = [(folder / site / "index.jsonl").is_file() for folder in (before, after)]
        if not any(there):
            continue
        if not all(there):
            print(f"{site}: saved only {'before' if there[0] else 'after'}")
            bad = True
            continue
        old, new = (saved.read(folder / site, asked.only) for folder in (before, after))
        allowed = [re.compile(each) for each in asked.allow]
        bad |= _report_differences(site, list(compare(old, new, renamed)), allowed, asked.urls)
        if site != SCRIPTED:
            bad |= _report_weights(site, old, new, renamed)
    return int(bad)


def _report_differences(site: str, found: list[Difference], allowed: list[re.Pattern[str]], urls: int) -> bool:
    """Print each difference once, even if it is at many URLs."""
    where: dict[tuple[str, str], list[str]] = defaultdict(list)
    passed = 0
    for each in found:
        line = f"{each.key}: {each.place}: {each.what}"
        if any(pattern.search(line) for pattern in allowed):
            passed += 1
        else:
            where[each.place, each.what].append(each.key)
    for (place, what), keys in where.items():
        more = f" (and {len(keys) - urls} more)" if len(keys) > urls else ""
        print(f"{site}: {', '.join(keys[:urls])}{more}\n    {place}\n    {what}")
    print(f"{site}: {len(found) - passed} differences, {len(where)} kinds of them; {passed} allowed")
    return bool(where)


def _report_weights(site: str, before: Responses, after: Responses, renamed: dict[str, str]) -> bool:
    grown = False
    old, new = weights(before, renamed), weights(after, {})
    for kind, key, was, now in heavier(old, new):
        reported = f"{site}: {key} is heavier: {was} -> {now} bytes in brotli ({100 * (now / was - 1):+.1f} %)"
        # One module may take over the work of others: only the sum of all scripts tells.
        print(f"{reported}{' (a note: no limit for scripts here)' if kind == SCRIPTS else ''}")
        grown |= kind != SCRIPTS
    for key in sorted(old.keys() ^ new.keys()):
        if (old.get(key) or new[key])[0] != PAGES:
            print(f"{site}: {key} is only {'before' if key in old else 'after'} (a note)")
    for kind in ROOM:
        was, now = ([bytes for each, bytes in found.values() if each == kind] for found in (old, new))
        print(f"{site}: {kind}s: {len(was)} -> {len(now)}, {sum(was)} -> {sum(now)} bytes in brotli")
    return grown


if __name__ == "__main__":
    # Whoever ends this ends its server too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(main())
