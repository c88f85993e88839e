"""The passages of the content: the texts that a reader takes in together, with their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from guide.i18n import messages
from guide.lint import readability
from guide.model.content import Block, Finding, GlossaryTerm, Guideline, Library, Page, Question, ReviewRoute
from guide.model.places import Places
from guide.model.provider import Provider

MEASURABLE = 30  # words: a shorter passage says nothing about how hard it is
HEADINGS = ("title", "h2", "h3")
LISTS = ("ul", "ol")


@dataclass(frozen=True)
class TextUnit:
    """A finding, a section of a page or a review, a question with its hint and why, an entry of a list."""

    path: str
    name: str  # what tells it from its neighbours on the same path
    blocks: tuple[
        Block, ...
    ]  # of the kinds of the model, `title` for one that is no Markdown, `label` for a few words on a button
    group: str = ""  # passages of one group may be measured together: neighbours in the same file
    entry: str = ""  # the id of the list entry that it is, in a file that is a list

    @property
    def line(self) -> int:
        return next((block.line for block in self.blocks if block.line), 1)

    @property
    def running(self) -> tuple[Block, ...]:
        """What is measured: paragraphs and list items, no headings and no labels."""
        return tuple(block for block in self.blocks if block.kind not in (*HEADINGS, "label"))

    @property
    def prose(self) -> tuple[str, ...]:
        return tuple(block.text for block in self.running)


def passages(library: Library) -> Iterator[TextUnit]:
    """All passages, in the order of the content; texts of a kind that nobody told this module about come last."""
    known = [_placed(passage, library.places) for passage in _known(library)]
    seen = {block.text for passage in known for block in passage.blocks}
    yield from known
    for message in messages.of_content(library):
        text = message.text
        if isinstance(text, str) and text not in seen:
            seen.add(text)
            block = Block("p" if text.endswith((".", "?", "!")) else "label", text)
            yield _placed(TextUnit(message.path, text, (block,), message.path), library.places)


def _placed(passage: TextUnit, places: Places) -> TextUnit:
    """The passage with the line of each block, those of YAML too."""

    def line(block: Block) -> int:
        return block.line or places.line(passage.path, block.text, passage.entry)

    return replace(passage, blocks=tuple(replace(block, line=line(block)) for block in passage.blocks))


def _known(library: Library) -> Iterator[TextUnit]:
    yield from _of_site(library)
    yield from map(_of_question, library.questions)
    for page in library.pages.values():
        yield from _of_page(page)
    for guideline in library.guidelines.values():
        yield from _of_guideline(guideline)
    for review in library.reviews.values():
        yield from _of_review(review)
    for wrong in library.misunderstandings:
        yield _entry("content/misunderstandings.yaml", wrong.id, _paragraphs(wrong.idea, wrong.truth))
    for history in library.history:
        yield _entry("content/timeline.yaml", history.id, (Block("title", history.title), *_paragraphs(history.text)))
    for change in library.changes:
        yield _entry("content/changes.yaml", change.id, (Block("title", change.title), *_paragraphs(change.text)))
    yield from map(_of_term, library.glossary)
    yield from (_of_helper(path, helper) for path, helper in library.helper_files.items())


def measured(passages: Iterable[TextUnit], names: tuple[str, ...]) -> Iterator[TextUnit]:
    """The passages, with short ones joined.

    A passage under 30 words is measured together with the passages after it in its group, up to
    30 words; the last of a group, with the one before it. It keeps the place of the first.
    """
    groups: dict[str, list[TextUnit]] = {}
    for passage in passages:
        done = groups.setdefault(passage.group, [])
        if done and _words(done[-1], names) < MEASURABLE:
            done[-1] = _joined(done[-1], passage)
        elif passage.prose:
            done.append(passage)
    for done in groups.values():
        if len(done) > 1 and _words(done[-1], names) < MEASURABLE:
            last = done.pop()
            done[-1] = _joined(done[-1], last)
        yield from done


def _joined(first: TextUnit, second: TextUnit) -> TextUnit:
    return replace(first, name=f"{first.name}, {second.name}", blocks=(*first.blocks, *second.blocks))


def _words(passage: TextUnit, names: tuple[str, ...]) -> int:
    return readability.english(passage.prose, names).words


def _paragraphs(*texts: str) -> tuple[Block, ...]:
    return tuple(Block("p", text) for text in texts if text)


def _labels(texts: Iterable[str]) -> tuple[Block, ...]:
    return tuple(Block("label", text) for text in texts if text)


def _entry(path: str, id: str, blocks: tuple[Block, ...]) -> TextUnit:
    return TextUnit(path, id, blocks, path, id)


def _of_site(library: Library) -> Iterator[TextUnit]:
    site = library.site
    words = (
        site.themes,
        site.weighs,
        site.statuses,
        site.help_sections,
        site.operators,
        site.costs,
        site.held,
        site.grades,
        site.source_kinds,
        site.source_strengths,
    )
    labels = [label for mapping in words for label in mapping.values()]
    labels += [seen.title for seen in site.seen_through.values()]
    texts = (
        *_paragraphs(site.tagline, site.government_warning, site.host_privacy, *site.not_for.values()),
        *_labels(labels),
    )
    yield TextUnit("content/site.yaml", "the site", texts, "content/site.yaml")
    parts = _labels(part.title for part in library.parts)
    yield TextUnit("content/questions.yaml", "the parts", parts, "parts")


def _of_question(question: Question) -> TextUnit:
    labels = _labels((question.topic, *(option.label for option in question.options)))
    texts = (*_paragraphs(question.ask, question.hint, question.why), *labels)
    return _entry("content/questions.yaml", question.id, texts)


def _sections(path: str, name: str, blocks: Iterable[Block], group: str = "") -> Iterator[TextUnit]:
    """Passages that each start at a heading; all but the first, which has the `name` of the whole."""
    section: list[Block] = []
    for block in blocks:
        if block.kind in HEADINGS and any(one.kind not in HEADINGS for one in section):
            yield TextUnit(path, name, tuple(section), group or path)
            section, name = [], block.text
        section.append(block)
    if section:
        yield TextUnit(path, name, tuple(section), group or path)


def _of_page(page: Page) -> Iterator[TextUnit]:
    yield from _sections(
        page.path, page.title, (Block("title", page.title), *_paragraphs(page.description), *page.body)
    )


def _of_guideline(guideline: Guideline) -> Iterator[TextUnit]:
    folder = f"content/guidelines/{guideline.id}"
    head = (Block("title", guideline.title), *_labels((guideline.short,)), *_paragraphs(guideline.summary))
    yield TextUnit(f"{folder}/guideline.yaml", guideline.title, head, folder)
    yield from _sections(f"{folder}/about.md", guideline.title, guideline.about, folder)
    yield from (_of_finding(finding, folder) for finding in guideline.findings)


def _of_finding(finding: Finding, folder: str) -> TextUnit:
    return TextUnit(finding.path, finding.title, (Block("h2", finding.title), *finding.body), folder)


def _of_review(review: ReviewRoute) -> Iterator[TextUnit]:
    head = (Block("h2", review.title), *_paragraphs(review.summary, review.state))
    yield from _sections(review.path, review.title, (*head, *review.body))


def _of_term(term: GlossaryTerm) -> TextUnit:
    return _entry("content/glossary.yaml", term.id, (*_labels((term.term, *term.words)), *_paragraphs(term.text)))


def _of_helper(path: str, helper: Provider) -> TextUnit:
    conditions = (channel.condition for channel in helper.channels)
    hours = (channel.hours.words for channel in helper.channels if channel.hours)
    texts = _paragraphs(helper.summary, helper.who, helper.careful, *(each.text for each in helper.evidence))
    return TextUnit(path, helper.name, (*texts, *_labels((helper.languages_note, *conditions, *hours))), "content/help")
