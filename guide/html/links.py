"""Links to pages of the guide: the caller knows the URLs, this module writes the HTML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import TypeAlias

NEW_TAB = "_blank"
UNSEEN = "unseen"  # the class of text for screen readers only


@dataclass(frozen=True)
class Link:
    """The target of a link. `note` tells users of screen readers that it opens a new tab."""

    href: str
    new_tab: bool = False
    rel: str = ""
    note: str = ""

    @property
    def noted(self) -> str:
        """The note, as HTML for the end of the link text."""
        return f'<span class="{UNSEEN}"> {escape(self.note)}</span>' if self.note else ""


# Maps the name of a page (`help`, `glossary#term-bond`) to its link. Must be hashable: it is a cache key.
PageLinker: TypeAlias = Callable[[str], Link]


def anchor(link: Link, words: str, shape: str = "", paper: str = "") -> str:
    """Return the HTML of a link with the text `words` (HTML); `shape` is its class, `paper="no"`: not printed."""
    attributes = {
        "class": shape,
        "data-paper": paper,
        "href": link.href,
        "target": NEW_TAB if link.new_tab else "",
        "rel": link.rel,
    }
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items() if value)
    return f"<a{written}>{words}{link.noted}</a>"
