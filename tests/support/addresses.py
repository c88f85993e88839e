"""Every address of a site, found by following links from known ones; imports nothing of the site itself.

A page that no other page links to must stand in PAGES: tests/web/test_crawl.py compares what is found here with the
routes of the site.
"""

import html
import json
import random
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

import yaml

from support.requests_of_site import Answer, Ask, Fetch

ADDRESS = "https://guide.example.org"  # the public address that crawled sites are given
PARTNER = "sample-clinic"  # of tests/samples/partners
SEED = 20261130
SHARED = (
    "/", "/embed.js", "/rules.json", "/changes.atom", "/readyz", "/robots.txt", "/sitemap.xml", "/favicon.ico",
    "/apple-touch-icon.png", "/privacy/proof.json",
)  # fmt: skip
POCKET = tuple(f"pocket/{name}" for name in ("card", "door", "deadlines", "find", "plan", "lawyer"))
# What stands below /<language>/. Most of these are linked from others too.
PAGES = (
    "", "questions", "questions/today.html", "questions/old.html", "questions/english.html", "help",
    "explain", "explain/all", "review", "timeline", "misunderstandings", "glossary", "rules",
    "sources", "advocates", "present", "privacy", "safety", "handout", "handout-long", "question-sheet", "examples",
    "clinics", "design", "handout.pdf", "handout-long.pdf", "question-sheet.pdf",
    "changes.atom", "changes", "pocket", *POCKET, *(f"{name}.pdf" for name in POCKET),
)  # fmt: skip
URGENT = ("held", "officers", "papers", "plan", "steps")
FRAMED = (
    "",
    *URGENT,
    "questions",
    "questions/today.html",
    "questions/old.html",
    "questions/english.html",
    "explain",
    "explain/all",
    "help",
    "privacy",
)  # also below /embed/, /p/<partner>/ and /embed/p/<partner>/
PAIRED = (*URGENT, "explain", "explain/all", "review", "help", "present", "handout", "handout-long", "question-sheet")
PAIRED += ("pocket", *POCKET)
OEMBED = ("/es/help", "/en/explain/today", "/es+en/help", f"/p/{PARTNER}/es/help", "/rules.json", "/nothing", "")
# Addresses that must be refused, each in its own way.
WRONG = (
    Ask("/nothing"), Ask("/en/nothing"), Ask("/xx/"), Ask("/en"), Ask("/en/explain/nothing"), Ask("/en/result"),
    Ask("/en/examples/nothing"), Ask("/embed/en/review"), Ask("/embed/xx/"), Ask("/p/nobody/en/"), Ask("/en+en/help"),
    Ask("/en+es/"), Ask("/en+es/nothing"), Ask("/static/css/site.css"), Ask("/en/help", "POST"), Ask("/oembed"),
    Ask("/oembed?url=https://guide.example.org/en/&format=yaml"), Ask("/embed/nothing"), Ask("//en//help"),
    Ask("/ES/help"), Ask("/es-MX/help/"), Ask("/ES/result", "POST"),
)  # fmt: skip
BEFORE_LANGUAGE = ("", "/embed", f"/p/{PARTNER}", f"/embed/p/{PARTNER}")
LINK = re.compile(r"""\b(?:href|src|content|poster)\s*=\s*"([^"]+)"|\bfrom\s*"(/[^"]+)"|\burl\(["']?(/[^)"']+)""")
LANGUAGE = re.compile(r"/([a-z]{2,3}(?:-[A-Za-z]+)?)/")
FOLLOWED = ("text/", "image/svg+xml", "application/javascript")
QUESTION = re.compile(r'data-question="([^"]+)"(.*?)</fieldset>', re.S)
OPTION = re.compile(r'<input [^>]*type="([a-z]+)" value="([^"]+)">')
RANDOM_SETS = 12


def languages(fetch: Fetch) -> list[str]:
    """Return the codes of the languages that the front page links to, in its order."""
    found = [LANGUAGE.fullmatch(link) for link in links(fetch(Ask("/")))]
    return list(dict.fromkeys(match[1] for match in found if match))


def pairs(codes: Iterable[str]) -> list[str]:
    """Return each ordered pair of two different languages, as in an address: `es+en`."""
    codes = list(codes)
    return [f"{first}+{second}" for first in codes for second in codes if first != second]


def some_pairs(codes: Iterable[str], size: int = 4) -> list[str]:
    """Return the first two languages both ways round, and `size` other pairs by a fixed seed."""
    every = pairs(codes)
    known = [pair for pair in every if set(pair.split("+")) == set(list(codes)[:2])]
    rest = [pair for pair in every if pair not in known]
    return known + random.Random(SEED).sample(rest, min(size, len(rest)))


def seeds(fetch: Fetch, codes: Iterable[str], of_pairs: Iterable[str], partner: bool) -> list[Ask]:
    """Return the requests that a crawl begins with. `partner`: the site has the sample partner and a public address."""
    paths = list(SHARED)
    sets = [f"explain/{id}" for id in json.loads(fetch(Ask("/rules.json")).text)["guidelines"]]
    elsewhere = BEFORE_LANGUAGE[1 : 4 if partner else 2]
    for code in codes:
        paths += [f"/{code}/{name}" for name in (*PAGES, *sets)]
        paths += [f"{before}/{code}/{name}" for before in elsewhere for name in (*FRAMED, *sets)]
    paths += [f"/{pair}/{name}" for pair in of_pairs for name in (*PAIRED, *sets)]
    if partner:
        paths += [
            f"/p/{PARTNER}/",
            *(f"/oembed?url={quote(ADDRESS + path)}&format={form}" for path in OEMBED for form in ("json", "xml")),
        ]
    return [*(Ask(path) for path in paths), *WRONG]


def crawl(fetch: Fetch, begin: Iterable[Ask], follow: Callable[[str], bool]) -> Iterator[tuple[Ask, Answer]]:
    """Yield each request and its response once: those of `begin`, and each linked path that `follow` accepts."""
    queue = list(dict.fromkeys(begin))
    known = {ask.key for ask in queue}
    for ask in queue:  # which grows as links are found
        given = fetch(ask)
        yield ask, given
        for path in links(given):
            linked = Ask(path)
            if linked.key not in known and follow(path):
                known.add(linked.key)
                queue.append(linked)


def links(given: Answer) -> list[str]:
    """The paths of this site that a response links to, without fragments."""
    if not given.kind.startswith(FOLLOWED):
        return []
    found = (html.unescape(next(filter(None, match.groups()))) for match in LINK.finditer(given.text))
    ours = (link.removeprefix(ADDRESS).partition("#")[0] for link in found)
    return list(dict.fromkeys(link for link in ours if link.startswith("/") and not link.startswith("//")))


def in_pairs(chosen: Iterable[str]) -> Callable[[str], bool]:
    """Return a filter of paths: all but health checks, and but bilingual pages of pairs that are not `chosen`."""
    chosen = set(chosen)

    def follow(path: str) -> bool:
        first = path.split("/")[1]
        return path != "/healthz" and ("+" not in first or first in chosen)

    return follow


def answer_sets(fetch: Fetch, content: Path) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return form fields by a name: no answer, each first option, each persona of the content, and random ones."""
    walk, sets = _asked(fetch), first_sets(fetch)
    for path in sorted((content / "scenarios").rglob("*.yaml")):
        # BaseLoader reads `no` as the text that it is.
        given = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)["answers"]
        sets[f"persona {path.stem}"] = tuple(
            (question, option)
            for question, ticked in given.items()
            for option in ([ticked] if isinstance(ticked, str) else ticked)
        )
    return sets | {
        f"random {seed}": tuple(_random_set(walk, random.Random(SEED + seed))) for seed in range(RANDOM_SETS)
    }


def first_sets(fetch: Fetch) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the form fields of two sets: no answer, and the first option of each question."""
    return {"nothing": (), "first": tuple((each["id"], each["options"][0]) for each in _asked(fetch))}


def _asked(fetch: Fetch) -> list[dict]:
    """Return the questions of the form, with their options."""
    found = [(id, OPTION.findall(fields)) for id, fields in QUESTION.findall(fetch(Ask("/en/questions")).text)]
    return [
        {"id": id, "options": [value for _, value in options], "many": options[0][0] == "checkbox"}
        for id, options in found
    ]


def _random_set(walk: list[dict], chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield ticks for about two thirds of the questions, also of those that the answers before do not lead to."""
    for question in walk:
        if chance.random() < 0.35:
            continue
        real = [option for option in question["options"] if option != "none"]
        for option in chance.sample(real, chance.randint(1, min(3, len(real))) if question["many"] else 1):
            yield question["id"], option


def posts(codes: Iterable[str], of_pairs: Iterable[str], sets: dict, partner: bool) -> Iterator[Ask]:
    """Yield a POST for each answer set and language on the site with the sample `partner`; without it, for some sets.

    Some sets are also posted where results look different: in frames, in two languages, as pages of a partner.
    """
    some = ["nothing", "first", "random 0", "random 1"]
    for code in codes:
        for label in sets if partner else some:
            yield Ask(f"/{code}/result", "POST", sets[label], label)
        for label in some:
            yield Ask(f"/{code}/questions", "POST", sets[label], label)
            for before in BEFORE_LANGUAGE[1 : 4 if partner else 2]:
                for name in ("questions", "result"):
                    yield Ask(f"{before}/{code}/{name}", "POST", sets[label], label)
    for pair in of_pairs:
        for label in some:
            yield Ask(f"/{pair}/result", "POST", sets[label], label)
    yield Ask("/en/result", "POST", (("held", "x" * 20_000),), "too large")
    yield Ask("/en/result", "POST", (("held", "nothing"), ("nothing", "yes")), "forged")
