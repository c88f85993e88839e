"""What templates need to speak the language of the request, bound once a page: it is most of its time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from flask import Flask, g, request
from markupsafe import Markup, escape

from guide.freshness import age, freshness, quoted, runs, seen, shows
from guide.glossary import linked
from guide.i18n import Catalogue
from guide.model import Block, Language, Library, Term
from guide.partners import Partner, address_of
from guide.prose import Passage, render, said
from guide.recordings import Spoken, address, fresh
from guide.rules import to_plain
from guide.share import can_be_picked, code
from guide.status import is_overdue
from guide.web.shelf import catalogue, shelf


def install(app: Flask) -> None:
    app.context_processor(_words)


class Speech:
    """One language, for one page. Everything it says is escaped."""

    def __init__(self, texts: Catalogue, base: str, glossary: tuple[Term, ...]) -> None:
        self.texts = texts
        self.base = base
        self.glossary = glossary

    def say(self, text: str, **gaps: object) -> Markup:
        """The text in the reader's language, with its named gaps filled."""
        said = Markup(escape(self.texts.gettext(text)))
        return said % gaps if gaps else said

    def passages(self, blocks: Iterable[Block]) -> tuple[Passage, ...]:
        # Results and the everything page carry help and glossary themselves; a reader must not leave a result.
        stay = request.path.endswith(("/result", "/explain"))
        page = "" if stay else address_of(self.base, "glossary")
        return tuple(linked(render(blocks, self.texts, self.base, stay), self.glossary, self.texts, page))

    def recording(self, item: Spoken) -> str:
        """The address of the recording of this text, or nothing where none fits the words of today."""
        audio = fresh(item, self.texts.language.code, self.texts.gettext)
        return address(audio) if audio else ""

    def rich(self, text: str) -> Markup:
        """A text of content with its inline Markdown; English is marked as English."""
        html, translated = said(text, self.texts, self.base)
        return Markup(html) if translated else Markup(f'<span lang="en" dir="ltr">{html}</span>')


def speech_here() -> Speech:
    """What speaks the language of this request."""
    return Speech(catalogue(), f"{g.prefix}/{g.language.code}", shelf().library.glossary)


def _offered() -> dict[str, Language]:
    """The languages of the menu: a partner may offer fewer."""
    languages = shelf().library.languages
    return {code: each for code, each in languages.items() if not g.partner or code in g.partner.languages}


def _ages(library: Library, today: dt.date) -> dict[str, Any]:
    """What templates ask about the age of the guide, of its texts and of its help entries."""
    whole = age(library, today)
    return {
        "unchecked_since": whole.since,
        "folds": whole.folds,
        "runs": runs,
        "overdue": lambda reviewed, review_every: is_overdue(reviewed, review_every, today),
        # Whether a help entry says how old it is: what has no known day always says so.
        "tells_age": lambda day: not (day and whole.since),
        "seen": seen,
        "quoted": quoted,
        "freshness": lambda helper, channel=None: freshness(helper, today, channel),
        "hidden": lambda helper: [each for each in helper.channels if not shows(helper, each, today)],
    }


def _words() -> dict[str, Any]:
    here = shelf()
    speech = speech_here()
    partner: Partner | None = g.partner
    return {
        "_": speech.say,
        "has": lambda text: speech.texts.find(text) is not None,
        "passages": speech.passages,
        "rich": speech.rich,
        "recording": speech.recording,
        "date": speech.texts.date,
        "base": speech.base,
        "prefix": g.prefix,
        "to": lambda page: address_of(speech.base, page),
        "partner": partner,
        "helpers": partner.in_order(here.library.helpers) if partner else here.library.helpers,
        **_ages(here.library, here.today()),
        "names_of": speech.texts.names,
        "plain_rule": to_plain,
        "can_be_picked": can_be_picked,
        "share_code": code,
        "language": g.language,
        "pair": g.get("pair"),
        "framed": g.framed,
        "address": here.address,
        "stopped_on": here.today() if here.clock_stopped else None,
        "languages": _offered(),
        "library": here.library,
        "site": here.library.site,
        "source_numbers": here.source_numbers,
        "asset": here.assets.url,
        "in_language": lambda code, text: here.catalogues[code].gettext(text),
    }
