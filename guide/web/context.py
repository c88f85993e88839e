"""What templates need to speak the language of the request, bound once a page: it is most of its time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from flask import Flask, g, request
from markupsafe import Markup, escape

from guide.engine.recordings import Spoken, fresh
from guide.engine.rules import to_plain
from guide.engine.sharing import can_be_picked, code
from guide.html.glossary import linked
from guide.html.markdown import RenderedBlock, render, said
from guide.i18n.catalogs import LanguageCatalog
from guide.legal_help.freshness import age, freshness, quoted, runs, seen, shows
from guide.model.content import Block, Language, Library
from guide.model.evidence import only_private
from guide.model.lists import GlossaryTerm
from guide.model.overdue import is_overdue
from guide.model.partner import Partner, address_of
from guide.model.provider import SpokenLanguage, in_state
from guide.web.state import SiteState, catalog, english, state
from guide.web.views.recordings import address


def install(app: Flask) -> None:
    app.context_processor(_words)


class Translator:
    """One language, for one page. Everything it says is escaped."""

    def __init__(
        self, texts: LanguageCatalog, english: LanguageCatalog, base: str, glossary: tuple[GlossaryTerm, ...]
    ) -> None:
        self.texts = texts
        self.english = english
        self.base = base
        self.glossary = glossary

    def say(self, text: str, **gaps: object) -> Markup:
        """The text in the reader's language, with its named gaps filled."""
        said = Markup(escape(self.texts.gettext(text)))
        return said % gaps if gaps else said

    def passages(self, blocks: Iterable[Block]) -> tuple[RenderedBlock, ...]:
        # Results and the everything page carry help and glossary themselves; a reader must not leave a result.
        stay = request.path.endswith(("/result", "/explain"))
        page = "" if stay else address_of(self.base, "glossary")
        return tuple(linked(render(blocks, self.texts, self.base, stay), self.glossary, self.texts, page))

    def in_english(self, part: Callable[[], Markup]) -> Markup:
        """A part of a template as English says it, on a page of another language. No word in it is linked."""
        own = self.texts, self.glossary
        self.texts, self.glossary = self.english, ()
        try:
            return part()
        finally:
            self.texts, self.glossary = own

    def date(self, day: dt.date | str) -> str:
        return self.texts.date(day)

    def names_of(self, languages: Iterable[SpokenLanguage]) -> str:
        return self.texts.names(languages)

    def recording(self, item: Spoken) -> str:
        """The address of the recording of this text, or nothing where none fits the words of today."""
        audio = fresh(item, self.texts.language.code, self.texts.gettext)
        return address(audio) if audio else ""

    def rich(self, text: str) -> Markup:
        """A text of content with its inline Markdown; English is marked as English."""
        html, translated = said(text, self.texts, self.base)
        return Markup(html) if translated else Markup(f'<span lang="en" dir="ltr">{html}</span>')


def translator_here() -> Translator:
    """What speaks the language of this request."""
    return Translator(catalog(), english(), f"{g.prefix}/{g.language.code}", state().library.glossary)


def _offered() -> dict[str, Language]:
    """The languages of the menu: a partner may offer fewer."""
    languages = state().library.languages
    return {code: each for code, each in languages.items() if not g.partner or code in g.partner.languages}


def _of_help(here: SiteState, partner: Partner | None) -> dict[str, Any]:
    """The help entries, in the order of a partner, and what templates ask about them."""
    helpers = partner.in_order(here.library.helpers) if partner else here.library.helpers
    return {"helpers": helpers, "in_state": lambda state: in_state(helpers, state)}


def _ages(library: Library, today: dt.date) -> dict[str, Any]:
    """What templates ask about the age of the guide, of its texts and of its help entries."""
    whole = age(library, today)
    return {
        "unchecked_since": whole.since,
        "folds": whole.folds,
        "runs": runs,
        "only_private": only_private,
        "overdue": lambda reviewed, review_every: is_overdue(reviewed, review_every, today),
        # Whether a help entry says how old it is: what has no known day always says so.
        "tells_age": lambda day: not (day and whole.since),
        "seen": seen,
        "quoted": quoted,
        "freshness": lambda helper, channel=None: freshness(helper, today, channel),
        "hidden": lambda helper: [each for each in helper.channels if not shows(helper, each, today)],
    }


def _words() -> dict[str, Any]:
    here = state()
    translator = translator_here()
    partner: Partner | None = g.partner
    return {
        "_": translator.say,
        "has": lambda text: translator.texts.find(text) is not None,
        "passages": translator.passages,
        "rich": translator.rich,
        "recording": translator.recording,
        "date": translator.date,
        "in_english": translator.in_english,
        "base": translator.base,
        "prefix": g.prefix,
        "to": lambda page: address_of(translator.base, page),
        "partner": partner,
        **_of_help(here, partner),
        **_ages(here.library, here.today()),
        "names_of": translator.names_of,
        "plain_rule": to_plain,
        "can_be_picked": partial(can_be_picked, here.library),
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
        "in_language": lambda code, text: here.catalogs[code].gettext(text),
    }
