"""What templates need to speak the language of the request, bound once a page: it is most of its time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from flask import Flask, g
from markupsafe import Markup, escape

from guide.model import Block
from guide.prose import Passage, inline, render
from guide.rules import to_plain
from guide.status import is_overdue
from guide.web.shelf import catalogue, shelf


def install(app: Flask) -> None:
    app.context_processor(_words)


def _words() -> dict[str, Any]:
    texts, here = catalogue(), shelf()
    base = f"/{g.language.code}"

    def say(text: str, **gaps: object) -> Markup:
        """The text in the reader's language, with its named gaps filled; everything is escaped."""
        said = escape(texts.gettext(text))
        return Markup(said) % gaps if gaps else Markup(said)

    def say_number(one: str, many: str, number: int) -> Markup:
        return Markup(escape(texts.ngettext(one, many, number))) % {"number": number}

    def passages(blocks: Iterable[Block]) -> tuple[Passage, ...]:
        return render(blocks, texts, base)

    def rich(text: str) -> Markup:
        """A text of content with its inline Markdown; English is marked as English."""
        found = texts.find(text)
        html = Markup(inline(found or text, base))
        return html if found is not None else Markup('<span lang="en" dir="ltr">{}</span>').format(html)

    def date(day: dt.date | str) -> str:
        return texts.date(day)

    def overdue(reviewed: dt.date, review_every: int) -> bool:
        return is_overdue(reviewed, review_every, here.today())

    return {
        "overdue": overdue,
        "plain_rule": to_plain,
        "_": say,
        "ngettext": say_number,
        "passages": passages,
        "rich": rich,
        "date": date,
        "language": g.language,
        "languages": here.library.languages,
        "library": here.library,
        "site": here.library.site,
        "asset": here.assets.url,
        "base": base,
        "in_language": lambda code, text: here.catalogues[code].gettext(text),
    }
