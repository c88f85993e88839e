"""Every translatable text and its place: extraction, completeness, stale passages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from guide.i18n import po
from guide.i18n.catalogs import SOURCE_REVIEW
from guide.model import vital
from guide.model.content import Finding, Guideline, Language, Library, Question
from guide.model.provider import Provider

MOST_GUESSED = 300  # new texts
CODE = Path(__file__).parents[1]
METHODS = [("**/templates/**.html", "jinja2.ext:babel_extract"), ("**.py", "python")]
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "say": None}
COMMENT_TAG = "Translators:"
# What a reader must be able to read in a language that is only begun: what to press, today's truth, and help.
CORE = re.compile(
    r"guide/.*|content/(site|questions|states|glossary)\.yaml|content/(pages|help)/.*"
    r"|content/guidelines/(today/.*|[^/]+/guideline\.yaml)"
)


@dataclass(frozen=True)
class Message:
    """One text for translators; `text` is a pair where the number decides the form."""

    text: str | tuple[str, ...]
    path: str
    comment: str = ""


def of_content(library: Library) -> Iterator[Message]:
    """The texts of the content, in the order a reader meets them."""
    site = library.site
    yield from _each("content/site.yaml", site.name, site.tagline, site.government_warning, site.host_privacy)
    for words in (
        site.themes,
        site.weighs,
        site.statuses,
        site.help_sections,
        site.operators,
        site.costs,
        site.held,
        site.grades,
        site.not_for,
        site.source_kinds,
        site.source_strengths,
    ):
        yield from _each("content/site.yaml", *words.values())
    yield from _each("content/site.yaml", *(seen.title for seen in site.seen_through.values()))
    yield from _each("content/questions.yaml", *(part.title for part in library.parts))
    for question in library.questions:
        yield from _of_question(question)
    for page in library.pages.values():
        yield from _each(page.path, page.title, page.description, *(block.text for block in page.body))
    for guideline in library.guidelines.values():
        yield from _of_guideline(guideline)
    yield from _of_law(library)
    yield from _each("content/states.yaml", *library.states.values())
    for source in library.sources.values():
        ours = (source.title * source.title_ours, source.publisher * source.publisher_ours, source.note)
        yield from _each("content/sources.yaml", *ours)
    for path, helper in library.helper_files.items():
        yield from _of_helper(path, helper)


def _of_law(library: Library) -> Iterator[Message]:
    for review in library.reviews.values():
        body = (block.text for block in review.body)
        yield from _each(review.path, review.title, review.summary, review.state, *body)
    for wrong in library.misunderstandings:
        yield from _each("content/misunderstandings.yaml", wrong.idea, wrong.truth)
    for entry in library.history:
        yield from _each("content/timeline.yaml", entry.title, entry.text)
    for picture in library.pictures.values():
        parts = (text for part in picture.parts for text in (part.title, part.signature, part.text))
        yield from _each("content/pictures.yaml", picture.title, picture.text, *parts, picture.note)
    for term in library.glossary:
        yield from _each("content/glossary.yaml", term.term, *term.words, term.text)
    for change in library.changes:
        yield from _each("content/changes.yaml", change.title, change.text)
    for scenario in library.scenarios.values():
        yield from _each(f"content/scenarios/{scenario.id}.yaml", scenario.title, scenario.person)


def _of_question(question: Question) -> Iterator[Message]:
    labels = (option.label for option in question.options)
    texts = (question.topic, question.ask, question.hint, question.why, *labels)
    yield from _each("content/questions.yaml", *texts)


def _of_guideline(guideline: Guideline) -> Iterator[Message]:
    place = f"content/guidelines/{guideline.id}"
    yield from _each(f"{place}/guideline.yaml", guideline.title, guideline.short, guideline.summary)
    yield from _each(f"{place}/about.md", *(block.text for block in guideline.about))
    for finding in guideline.findings:
        yield from _of_finding(finding)


def _of_helper(path: str, helper: Provider) -> Iterator[Message]:
    yield from _each(path, *vital.of_helper(helper))


def _of_finding(finding: Finding) -> Iterator[Message]:
    yield from _each(finding.path, *vital.of_finding(finding))


def _each(path: str, *texts: str) -> Iterator[Message]:
    return (Message(text, path) for text in texts if text)


def of_code() -> Iterator[Message]:
    """The texts of templates and views."""
    found = extract_from_dir(
        CODE,
        METHODS,
        options_map={"**/templates/**.html": {"silent": "false"}},
        keywords=KEYWORDS,
        comment_tags=(COMMENT_TAG,),
    )
    for path, _line, text, comments, _context in found:
        yield Message(text, f"guide/{path}", " ".join(comments))


def template(library: Library) -> Catalog:
    """All texts, untranslated: what every catalog must hold."""
    catalog = Catalog(project="Know the Guidelines", charset="utf-8", fuzzy=False)
    for message in (*of_content(library), *of_code()):
        catalog.add(
            message.text,
            locations=[(message.path, 0)],
            auto_comments=[message.comment] * bool(message.comment),
        )
    return catalog


def targets(library: Library) -> list[Language]:
    return [language for language in library.languages.values() if language.review != SOURCE_REVIEW]


def read(translations: Path, language: Language) -> Catalog:
    """The catalog of a language as translators wrote it; an empty one where there is none yet.

    Raises ContentError where it cannot be read.
    """
    return po.read(translations, language) if po.file(translations, language.code).exists() else Catalog()


def update(translations: Path, language: Language, library: Library) -> Catalog:
    """Brings a catalog up to the texts of today and writes it; changed texts come out fuzzy.

    To find the older text that a new one may come from takes minutes when there are many new ones: then no guess is
    made, and all of them come out empty.
    """
    catalog, texts = read(translations, language), template(library)
    new = sum(1 for message in texts if message.id not in catalog)
    catalog.update(texts, new > MOST_GUESSED, update_header_comment=False, update_creation_date=False)
    write(translations, language, catalog)
    return catalog


def write(translations: Path, language: Language, catalog: Catalog) -> None:
    path = po.file(translations, language.code)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog, width=0, sort_by_file=False, include_lineno=False, ignore_obsolete=True)
    path.write_text(_with_header(path.read_text("utf-8"), language), "utf-8")


def _with_header(text: str, language: Language) -> str:
    """Our own header: Babel's plural rules are wrong for many of our languages, and it knows not all of them."""
    header = {
        "Project-Id-Version": "Know the Guidelines",
        "Language": language.code,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": f"{language.plural};",
    }
    lines = "\n".join(f'"{name}: {value}\\n"' for name, value in header.items())
    comment = f"# {language.name}: {language.review}. {language.translated_by}".rstrip()
    entries = text.partition("\n\n")[2]
    return f'{comment}\nmsgid ""\nmsgstr ""\n{lines}\n\n{entries}'


def untranslated(translations: Path, language: Language, library: Library) -> list[Message]:
    """The texts of the language's scope that have no current translation."""
    catalog = read(translations, language)
    return [
        message
        for message in (*of_content(library), *of_code())
        if (language.scope == "whole" or CORE.fullmatch(message.path))
        and ((found := catalog.get(message.text)) is None or not _has_words(found.string) or found.fuzzy)
    ]


def _has_words(string: str | tuple[str, ...] | list[str] | None) -> bool:
    return bool(string) if isinstance(string, str) else bool(string and all(string))
