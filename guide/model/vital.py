"""The texts that can save a life: today's warnings, steps, legal help, and everything about being held.

No draft of a translation stands alone on them: templates show their English beside them, and `guide check`
refuses a language in which one of them is missing or no longer current.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.model.content import Finding, Library
from guide.model.provider import Provider

TODAY = "today"
HELD = "held"  # the question
PAGES = ("truth", "next", "handout")
# What templates say beside these texts themselves.
OF_TEMPLATES = (
    "Do this first",
    "Who to call first",
    "Is someone held right now? What to do first",
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
    """The English of every such text, each once, in the order of the content."""
    return tuple(dict.fromkeys(text for text in _texts(library) if text))


def _texts(library: Library) -> Iterator[str]:
    for id in PAGES:
        if id in library.pages:
            yield library.pages[id].title
            yield from (block.text for block in library.pages[id].body)
    yield from _of_today(library)
    for question in library.questions:
        if question.id == HELD:
            labels = (option.label for option in question.options)
            yield from (question.topic, question.ask, question.hint, question.why, *labels)
    site = library.site
    yield site.government_warning
    for words in (site.operators, site.costs, site.held, site.not_for):
        yield from words.values()
    for helper in library.helper_files.values():
        yield from of_helper(helper)
    yield from OF_TEMPLATES


def _of_today(library: Library) -> Iterator[str]:
    """The warnings of today, and the wrong ideas that stand beside them."""
    if TODAY in library.guidelines:
        for finding in library.guidelines[TODAY].findings:
            yield from of_finding(finding)
    for wrong in library.misunderstandings:
        if any(place.startswith(f"{TODAY}/") for place in wrong.beside):
            yield from (wrong.idea, wrong.truth)


def of_finding(finding: Finding) -> Iterator[str]:
    yield finding.title
    yield from (block.text for block in finding.body)


def of_helper(helper: Provider) -> Iterator[str]:
    """The texts of a help entry; the name of the group and its numbers are the same in every language."""
    conditions = (channel.condition for channel in helper.channels)
    hours = (channel.hours.words for channel in helper.channels if channel.hours)
    evidence = (each.text for each in helper.evidence)
    texts = (helper.summary, helper.who, helper.languages_note, helper.careful, *conditions, *hours, *evidence)
    yield from filter(None, texts)
