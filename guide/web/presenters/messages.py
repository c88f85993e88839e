"""The text of a message that somebody sends from a page for the first minute. Nothing of the reader is in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from guide.engine.short_message import MessageText, by_weight, most, short_message
from guide.i18n.catalogs import LanguageCatalog
from guide.legal_help.freshness import age
from guide.model.language import TranslationStatus
from guide.model.overdue import is_overdue
from guide.model.urgent import Line, Part, UrgentPage
from guide.web.pages_table import N_
from guide.web.state import SiteState
from guide.web.urls import Where

# Letters that the script needs for the link, and for a number with its state.
LINK, NUMBER = 80, 50

CHECKED = N_("Checked through")
STALE = N_("We have not checked this since %(date)s.")
UNCHECKED = N_("Nobody has checked this guide since %(date)s. Call before you rely on it.")
NOT_ALL = N_("This is not all: open the link.")
BY_COMPUTER = N_("A computer translated this. It can have mistakes.")


@dataclass(frozen=True)
class Message:
    text: str
    most: int  # letters, with what the script adds


def message_of(here: SiteState, where: Where, page: UrgentPage, part: Part | None = None) -> Message:
    """Return the message of a page, or of one of its parts; on a bilingual page, in both languages."""
    parts = (part,) if part else page.parts
    title = (page.title, part.title) if part else (page.title,)
    codes = where.pair or (where.language.code,)
    message_texts = [_message_text(here, here.catalogs[code], title, parts) for code in codes]
    limit = most(len(codes))
    room = limit - LINK - (NUMBER if page.open_states else 0)
    return Message(short_message(message_texts, by_weight(parts), room), limit)


def _message_text(here: SiteState, texts: LanguageCatalog, title: Iterable[str], parts: Iterable[Part]) -> MessageText:
    site, since = here.library.site, age(here.library, here.today()).since
    end = [f"{texts.gettext(CHECKED)}: {texts.date(site.checked_through)}"]
    if since:
        end = [texts.gettext(UNCHECKED) % {"date": texts.date(since)}]
    if texts.language.translation_status == TranslationStatus.DRAFT:
        end.append(texts.gettext(BY_COMPUTER))
    acts = tuple(_act(here, texts, line, since is not None) for each in parts for line in each.acts)
    return MessageText(": ".join(map(texts.gettext, title)), acts, tuple(end), texts.gettext(NOT_ALL))


def _act(here: SiteState, texts: LanguageCatalog, line: Line, unchecked: bool) -> str:
    """The order, the English to say with its meaning, the exception, and a note if the line is overdue."""
    words = [texts.gettext(line.text), *(_phrase_text(texts, said) for said in line.said)]
    words += [texts.gettext(line.more)] if line.more else []
    day = line.last_checked
    if day and not unchecked and is_overdue(day, here.library.site.check_every_days, here.today()):
        words.append(texts.gettext(STALE) % {"date": texts.date(day)})
    return " ".join(words)


def _phrase_text(texts: LanguageCatalog, said: str) -> str:
    meaning = texts.gettext(said)
    return f'"{said}"' if meaning == said else f'"{said}" ({meaning})'
