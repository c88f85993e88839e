"""Texts that can save a life: today's warnings, steps, legal help, and everything about detention.

Templates show a draft translation of them together with the English, and `guide check` rejects a language in which
one of them has no current translation.
"""

from __future__ import annotations

from guide.model.content import Finding, Library, Question
from guide.model.lists import Misunderstanding
from guide.model.provider import Provider
from guide.model.texts import Text
from guide.model.texts import texts as all_texts

# Texts of templates that belong to them.
OF_TEMPLATES = (
    "Do this first",
    "Did ICE or the police take someone?",
    "Officers at the door, in the street, at work",
    "Urgent",
    "Whom to call, and what to do first",
    "No group in our list says that it takes people who are held.",
    "Call groups of the state of the arrest first. Then call groups of the state where the person is held.",
    "Who can use it:",
    "People who are held:",
    "Before you call or click:",
    "Be careful:",
    "From a phone in detention, dial this code:",
    "We have not checked this since %(date)s.",
    "It may have changed. Ask a lawyer.",
)


def texts(library: Library) -> tuple[str, ...]:
    """Return the English of every such text, without duplicates, in the order of the content."""
    found = (text.text for text in all_texts(library) if _is_vital(text, library))
    return tuple(dict.fromkeys((*found, *OF_TEMPLATES)))


def _is_vital(text: Text, library: Library) -> bool:
    """Whether it is marked as vital, or about current law or legal help. Descriptions are for search engines only."""
    law = library.current_law if library.has_current_law else None
    match text.owner:
        case Provider():
            return True
        case Finding():
            return text.parent is law
        case Misunderstanding(beside=beside):
            return law is not None and any(place.startswith(f"{law.id}/") for place in beside)
        case owner:
            shown = text.spoken or isinstance(owner, Question)
            return text.vital or (shown and getattr(owner, "vital", False))
