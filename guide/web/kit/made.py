"""The kit: the guide for one language or a pair as one HTML file, for a device without a network."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
import threading
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import rcssmin
from markupsafe import escape

from guide.engine.question_order import of_today
from guide.engine.rules import to_plain
from guide.html.bilingual import pair_mains
from guide.legal_help.freshness import expires
from guide.model import pocket
from guide.model.content import Finding, Library, Question
from guide.model.urgent import Line, PocketBlock, PocketSheet, Sheet
from guide.web.kit import bundle, lean
from guide.web.presenters.first_contacts import first_contacts
from guide.web.rendering import Page, render
from guide.web.state import SiteState, state
from guide.web.urls import PAIR, Where

FOLDER = "kit"  # of its address: /es/kit/know-the-guidelines-es.html
# The most bytes of a kit in English, and of any other.
MOST_IN_ENGLISH, MOST = 300_000, 500_000
WARNINGS = "warnings"  # the chapter of today's warnings
# Pages of the site whose text is a chapter of the kit.
CHAPTERS = {each: each for each in ("held", "officers", "papers", "plan", "help", "questions", "steps")}
CHAPTERS |= {"pocket": "cards", "explain": WARNINGS, "explain/all": WARNINGS}
# Sheets whose lines all stand in other chapters.
LEADING = ("door", "deadlines", "find")
META = {
    "viewport": "width=device-width, initial-scale=1",
    "referrer": "no-referrer",
    "color-scheme": "light dark",
    "format-detection": "telephone=no",
}
STYLES = ("css/tokens.css", "css/kit.css")


@dataclass(frozen=True)
class Kit:
    """One kit. `day`: on which it was made."""

    codes: tuple[str, ...]
    day: dt.date
    body: bytes
    policy: str
    most: int  # bytes that it should not have more of: pairs of two drafts do, since they have the English too

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.body).hexdigest()


def file_name(codes: Sequence[str]) -> str:
    """Return the name of the file, which says nothing of what frightens: others see the downloads of a phone."""
    return f"know-the-guidelines-{PAIR.join(codes)}.html"


def policy(script: str, style: str) -> str:
    """Return the Content-Security-Policy of a kit with this script and this style: no request at all."""
    hashes = (base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in (script, style))
    allowed = "; ".join(
        f"{name} 'sha256-{hash}'" for name, hash in zip(("script-src", "style-src"), hashes, strict=True)
    )
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


MOST_KEPT = 8
_kept: OrderedDict[Hashable, Kit] = OrderedDict()
_lock = threading.Lock()


def kit(codes: Sequence[str]) -> Kit:
    """Return the kit in one language or two, within the context of the app. Each takes seconds, so some are kept.

    Raises CannotJoin if a script module has an unknown form.
    """
    here = state()
    key = (here.fingerprint, here.address, here.exported is None, here.today(), tuple(codes))
    with _lock:
        if key not in _kept:
            _kept[key] = _made(here, tuple(codes))
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
        return _kept[key]


def _made(here: SiteState, codes: tuple[str, ...]) -> Kit:
    most = MOST_IN_ENGLISH if codes == (here.english.language.code,) else MOST
    rtl = any(here.library.languages[code].direction == "rtl" for code in codes)
    tree = lean.tree(_main(here, codes), _leads(here))

    @cache
    def body(count: int) -> bytes:
        return _document(here, codes, lean.written(tree, rtl=rtl, without=lean.SHORTER[:count]))

    # The most that fits: with each group less it is shorter.
    counts = range(len(lean.SHORTER))
    count = bisect_left(counts, True, key=lambda count: len(body(count)) <= most)
    return Kit(codes, here.today(), body(count), policy(script_of(here), style_of(here)), most)


def _main(here: SiteState, codes: tuple[str, ...]) -> str:
    """Return the text of the kit, as the template has it."""
    languages = [here.library.languages[code] for code in codes]
    mains: list[str] = []

    def take(main: str) -> str:
        mains.append(main)
        return ""

    pair = (codes[0], codes[1]) if len(codes) > 1 else None
    for language in languages:
        render(Where(language, "pocket", pair=pair, pages=here.pages), Page("kit.html", _given(here)), take)
    return pair_mains(mains[0], mains[1], (languages[0], languages[1])) if pair else mains[0]


def _given(here: SiteState) -> dict[str, object]:
    library, today = here.library, here.today()
    last = expires(library)
    return {
        "contacts": first_contacts(library, library.urgent["held"].open_states, today),
        "sheets": tuple(library.pocket.values()),
        "asked": asked(library),
        "told": told,
        "lines_of": lambda block: pocket.lines(library, block.refs),
        "said": lambda sheet: tuple(library.phrases[id].text for id in sheet.phrases),
        "elsewhere": lambda sheet, block: _elsewhere(library, sheet, block),
        "last": last if last and last >= today else None,
        "version": here.fingerprint,
    }


def asked(library: Library) -> list[Question]:
    """Return the questions of the kit: those that today's rules read."""
    today = of_today(library)
    return [question for question in library.questions if question.id in today]


def told(sheet: Sheet) -> list[tuple[str, tuple[Line, ...]]]:
    """Return the lines of a paper in the order of its page (parts/paper.html), by what they tell."""
    acts, marks = sheet.of("do"), sheet.of("look")
    rows = (("look", marks[:1]), ("first", acts[:1]), *((kind, sheet.of(kind)) for kind in ("date", "never")))
    rows += (("more", marks[1:]), ("do", acts[1:]), *((kind, sheet.of(kind)) for kind in ("not", "call", "note")))
    return [(kind, lines) for kind, lines in rows if lines]


def _elsewhere(library: Library, sheet: PocketSheet, block: PocketBlock) -> tuple[str, str, bool] | None:
    """Return where in the kit the lines of a block stand: an id, a title, and whether it is in English."""
    if sheet.id not in LEADING:
        return None
    page, part, _ = block.refs[0].split("/")
    paper = page == "papers"
    return f"{'paper' if paper else page}-{part}", pocket.part_of(library, block.refs[0]).title, paper


def _leads(here: SiteState) -> Callable[[str], str]:
    """Return where links to pages lead: to a chapter, or to the site if its address is known."""
    chapters = CHAPTERS | {f"explain/{here.library.current_law.id}": WARNINGS}

    def leads(href: str) -> str:
        path, sign, part = href.partition("#")
        if chapter := chapters.get(path.strip("/").partition("/")[2]):
            return f"#{chapter}"
        end = "/" if here.exported is not None and not path.endswith("/") else ""  # as hosts of files answer it
        return f"{here.address}{path}{end}{sign}{part}" if here.address else ""

    return leads


def _document(here: SiteState, codes: tuple[str, ...], main: str) -> bytes:
    language = here.library.languages[codes[0]]
    script, style = script_of(here), style_of(here)
    title = escape(here.catalog(language).gettext(here.library.site.name))
    shape = "<main>" if len(codes) == 1 else '<main class="pair">'
    head = "".join(f'<meta name="{name}" content="{content}">' for name, content in META.items())
    return (
        f'<!DOCTYPE html><html lang="{language.code}" dir="{language.direction}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(script, style)}">'
        f"{head}<title>{title}</title><style>{style}</style></head><body>{shape}{main}</main>"
        f'<script type="application/json" id="walk">{_data(here.library)}</script><script>{script}</script>'
        "</body></html>\n"
    ).encode()


def script_of(here: SiteState) -> str:
    """Return the script of every kit. Raises CannotJoin."""
    return bundle.joined("kit.mjs", lambda name: bundle.without_comments(here.assets.written(f"js/{name}")))


def style_of(here: SiteState) -> str:
    """Return the style sheet of every kit."""
    return str(rcssmin.cssmin("".join(here.assets.written(name) for name in STYLES)))


def _data(library: Library) -> str:
    """Return the rules of the questions and of today's warnings, as JSON that may stand in a page."""
    law = library.current_law
    data = {
        "questions": [
            {"id": each.id, "when": to_plain(each.when), "options": each.option_ids, "many": each.many}
            for each in asked(library)
        ],
        "rules": {f"{law.id}/{item.id}": _rules(item) for item in law.findings},
    }
    return json.dumps(data, separators=(",", ":"), ensure_ascii=False).replace("<", "\\u003c")


def _rules(finding: Finding) -> dict[str, object]:
    rules = {"when": finding.when, "may": finding.may}
    return {name: to_plain(rule) for name, rule in rules.items() if rule is not None}
