"""Links to pages of the guide: made by whoever knows addresses, written here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import TypeAlias

NEW_TAB = "_blank"
UNSEEN = "unseen"  # the class of words that only a screen reader says


@dataclass(frozen=True)
class Link:
    """Where a link leads. `note` is what somebody hears who cannot see that it opens a new tab."""

    href: str
    new_tab: bool = False
    rel: str = ""
    note: str = ""

    @property
    def noted(self) -> str:
        """The note, as HTML for the end of the link's words."""
        return f'<span class="{UNSEEN}"> {escape(self.note)}</span>' if self.note else ""


# From the name of a page (`help`, `glossary#term-bond`) to its link. Must be hashable: rendered texts are cached by it.
PageLinker: TypeAlias = Callable[[str], Link]


def anchor(link: Link, words: str, shape: str = "", paper: str = "") -> str:
    """The link as HTML around `words`, which are HTML already; `shape` is its class, `paper="no"`: not printed."""
    attributes = {
        "class": shape,
        "data-paper": paper,
        "href": link.href,
        "target": NEW_TAB if link.new_tab else "",
        "rel": link.rel,
    }
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items() if value)
    return f"<a{written}>{words}{link.noted}</a>"
