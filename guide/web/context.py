"""The template context of a page, bound to its language once per page for speed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from typing import Any

from markupsafe import Markup, escape

from guide.engine.recordings import Spoken, fresh
from guide.engine.rules import to_plain
from guide.engine.sharing import can_be_picked, code
from guide.engine.summary_table import themes_of
from guide.html.glossary import linked
from guide.html.links import NEW_TAB, Link, anchor
from guide.html.markdown import RenderedBlock, render, said
from guide.i18n.catalogs import LanguageCatalog
from guide.legal_help.freshness import age, expires, freshness, quoted, runs, seen, shows
from guide.legal_help.rows import in_row
from guide.loader.text_codes import text_code
from guide.model.content import Block, Library
from guide.model.evidence import only_private
from guide.model.language import Language
from guide.model.lists import GlossaryTerm
from guide.model.overdue import is_overdue
from guide.model.partner import Partner
from guide.model.provider import SpokenLanguage, in_state
from guide.web import headers, sheets
from guide.web.apart import Apart
from guide.web.codes import code_for
from guide.web.kept import keeper
from guide.web.lines import lines_of
from guide.web.modules import MODULES
from guide.web.presenters.changes import since_path
from guide.web.presenters.messages import message_of
from guide.web.state import SiteState, state
from guide.web.urls import PageLinks, Where, choice_path, start
from guide.web.views.recordings import address


class Translator:
    """Translates and renders texts for one page. All output is escaped.

    A page that is `posted` answers a form: without script, Back from another page would end it or ask to send the
    answers again, so links to other pages open a new tab.
    """

    def __init__(
        self,
        texts: LanguageCatalog,
        english: LanguageCatalog,
        where: Where,
        glossary: tuple[GlossaryTerm, ...],
        posted: bool = False,
    ) -> None:
        self.where, self.posted = where, posted
        self.texts = texts
        self.english = english
        self.links = PageLinks.of(where, texts.gettext("(opens a new tab)"))
        # A single sentence does not depend on the page around it.
        self.links_of_sentences = replace(self.links, keeps=False)
        self.glossary = glossary

    def render_text(self, text: str, **values: object) -> Markup:
        """The text in the reader's language, with its placeholders filled."""
        said = Markup(escape(self.texts.gettext(text)))
        return said % values if values else said

    def passages(self, blocks: Iterable[Block]) -> tuple[RenderedBlock, ...]:
        rendered = render(blocks, self.texts, self.links)
        return tuple(linked(rendered, self.glossary, self.texts, self.links))

    def link_to(self, page: str, new_tab: bool = False) -> Link:
        """Return the link to a page; with `new_tab`, to the page on the full site, outside of any frame."""
        if not (new_tab or self.posted):
            return self.links.plain(page)
        return Link(self.links.where.whole.url(page), new_tab=True, note=self.texts.gettext("(opens a new tab)"))

    def link(self, page: str, words: str, shape: str = "", new_tab: bool = False, paper: str = "") -> Markup:
        """Return the HTML of a link to a page. In a frame it stays there, or opens the full site in a new tab."""
        return Markup(anchor(self.link_to(page, new_tab), escape(words), shape, paper))

    def link_to_whole(self, page: str, words: str) -> Markup:
        """Return the HTML of the link from a line of a result to the page that has the whole text.

        It opens a new tab outside of any frame, for the same partner, or in the same two languages.
        """
        note = self.texts.gettext("(opens a new tab)")
        return Markup(anchor(Link(self.where.lasting(page), new_tab=True, note=note), escape(words)))

    def link_to_english(self, page: str, words: str) -> Markup:
        """Return the HTML of the link from a draft to the page that has the text in English, in a new tab."""
        english = self.english.language
        note = self.english.gettext("(opens a new tab)")
        offered = not self.where.partner or english.code in self.where.partner.languages
        where = self.where.whole if offered else replace(self.where.whole, partner=None)
        return Markup(anchor(Link(where.speaking(english).url(page), new_tab=True, note=note), escape(words)))

    def in_english(self, part: Callable[[], Markup]) -> Markup:
        """Render a part of a template in English, on a page of another language, without glossary links."""
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

    def recording(self, item: Spoken | None, late: bool = False) -> str:
        """Return the URL of the recording of this text, or "" if no recording matches the current text.

        "" also for a text that is `late`, that is overdue: the recording does not have the note that says so.
        """
        audio = None if item is None or late else fresh(item, self.texts.language.code, self.texts.gettext)
        return address(audio) if audio else ""

    def rich(self, text: str) -> Markup:
        """Render the inline Markdown of a content text; untranslated text is marked as English."""
        html, translated = said(text, self.texts, self.links_of_sentences)
        return Markup(html) if translated else Markup(f'<span lang="en" dir="ltr">{html}</span>')


def translator_of(where: Where, posted: bool = False) -> Translator:
    """Return the translator for the language of this place; see `Translator` for `posted`."""
    here = state()
    return Translator(here.catalog(where.language), here.english, where, here.library.glossary, posted)


def _offered(library: Library, partner: Partner | None) -> dict[str, Language]:
    """Return the languages of the menu; a partner may offer fewer."""
    return {code: each for code, each in library.languages.items() if not partner or code in partner.languages}


def _addresses(where: Where, here: SiteState, speaker: Translator) -> dict[str, Any]:
    """Return the URLs and link functions for templates, which build no URLs themselves."""
    languages = here.library.languages
    return {
        "to": lambda page: speaker.links.plain(page).href,
        "link": speaker.link,
        "link_to": speaker.link_to,
        "link_to_whole": speaker.link_to_whole,
        "link_to_english": speaker.link_to_english,
        "new_tab": NEW_TAB,
        # The same page in another language; for a framed page, on the full site.
        "at": lambda code, page: where.speaking(languages[code]).url(page),
        "in_frame": lambda code: Where(languages[code], framed=True).url(""),
        "plain": lambda code: Where(languages[code]).url(""),
        "beside": where.beside,
        "in_any": where.in_any,
        "outside": where.whole.url,
        # For other sites: empty for what cannot be fetched again.
        "own": where.own if where.row and where.row.fetched else "",
        "code_for": code_for,
        "since": where.whole.url(since_path(here.library)),
        "choice": choice_path(None),
        "indexed": where.indexed,
        "in_each_language": partial(where.own_in_each, languages),
        "start": start(where.partner),
        "menu": here.pages.menu(),
        "urgent_menu": here.pages.urgent(here.library.urgent),
    }


def _of_help(here: SiteState, partner: Partner | None) -> dict[str, Any]:
    """Return the providers, in the order of a partner, and functions about them."""
    providers = partner.in_order(here.library.providers) if partner else here.library.providers
    return {"providers": providers, "in_state": lambda state: in_state(providers, state), "in_row": in_row}


def _ages(library: Library, today: dt.date) -> dict[str, Any]:
    """Return the functions about the age of the guide, of its texts and of providers."""
    whole = age(library, today)
    return {
        "unchecked_since": whole.since,
        "folds": whole.folds,
        "runs": runs,
        "only_private": only_private,
        "overdue": lambda last_checked, check_every_days: is_overdue(last_checked, check_every_days, today),
        # Whether a provider shows its age: one without a known date always does.
        "tells_age": lambda day: not (day and whole.since),
        "seen": seen,
        "quoted": quoted,
        "freshness": lambda provider, channel=None: freshness(provider, today, channel),
        "hidden": lambda provider: [each for each in provider.channels if not shows(provider, each, today)],
    }


def _of_copies(here: SiteState) -> dict[str, Any]:
    """Return what pages say and leave out as files (`guide export`). A copy that is too old already says so anyway."""
    last = expires(here.library) if here.exported is not None else None
    return {
        "exported": here.exported is not None,
        "made_on": here.today(),
        "expires": last if last and last >= here.today() else None,
        "has_pairs": any(row.in_pairs for row in here.pages),
        "policy": headers.FILES_POLICY,
    }


def _of_keeping(
    where: Where, here: SiteState, translator: Translator, posted: bool, apart: Apart | None
) -> dict[str, Any]:
    """Return what keeps the parts of posted pages that are the same for every visitor, and fills in the others."""
    parts = here.kept.parts(where, here.today()) if posted else None
    kept = keeper(parts, lambda: translator.texts.language.code, apart.whole if apart else nullcontext)
    taken = (lambda key, *given: apart.take(key, kept(key, *given))) if apart else kept
    return {**({MODULES: {}} if posted else {}), "kept": taken, **lines_of(here.library, kept, apart)}


def words(where: Where, posted: bool = False, apart: Apart | None = None) -> dict[str, Any]:
    """Return the template context of a page at this place; `posted`: it answers a form; `apart`: see apart.py."""
    here = state()
    translator = translator_of(where, posted)
    return {
        **_of_keeping(where, here, translator, posted, apart),
        "_": translator.render_text,
        "has": lambda text: translator.texts.find(text) is not None,
        "passages": translator.passages,
        "rich": translator.rich,
        "recording": translator.recording,
        "offers_recordings": True,
        "date": translator.date,
        "in_english": translator.in_english,
        **_addresses(where, here, translator),
        "partner": where.partner,
        **_of_help(here, where.partner),
        **_ages(here.library, here.today()),
        "names_of": translator.names_of,
        "comma": translator.texts.comma,
        "plain_rule": to_plain,
        "can_be_picked": partial(can_be_picked, here.library),
        "share_code": code,
        "code_of": text_code,
        "themes_of": partial(themes_of, here.library),
        "message_of": partial(message_of, here, where),
        "language": where.language,
        "pair": where.pair,
        "framed": where.framed,
        "address": here.address,
        **_of_copies(here),
        "stopped_on": here.today() if here.clock_stopped else None,
        "languages": _offered(here.library, where.partner),
        "library": here.library,
        "site": here.library.site,
        "source_numbers": here.source_numbers,
        "asset": here.assets.url,
        "beside_media": sheets.BESIDE,
        "in_language": lambda code, text: here.catalogs[code].gettext(text),
    }
