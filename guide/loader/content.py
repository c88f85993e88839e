"""Reads content/ into the model. The only module that opens content files.

Everything is checked here, once: whoever holds a `Library` may trust it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from guide.loader import guidelines as guideline_entries
from guide.loader import language_terms, providers, recordings
from guide.loader import site as site_entries
from guide.loader.files import ContentFiles
from guide.loader.guidelines import Known
from guide.loader.partners import Partners
from guide.loader.yaml_reader import StrictMapping
from guide.model.content import (
    Block,
    Finding,
    Guideline,
    Language,
    Library,
    Page,
    Panel,
    Persona,
    Question,
    ReviewRoute,
    Source,
)
from guide.model.figure import Figure
from guide.model.partner import Partner
from guide.model.provider import Provider
from guide.model.recording import Recording, fingerprint_of_bytes
from guide.model.rule import ALWAYS, Answers
from guide.model.site import Site
from guide.model.wordlists import LanguageTerms, WordLists

# The pages that the site cannot do without.
PAGES = ("home", "truth", "next", "never-ask", "help", "privacy", "safety", "review", "emergency")
# Their text stands among other texts, which a recording would leave out.
MIXED = ("home", "help")
Entry = TypeVar("Entry")


def load(root: Path) -> Library:
    """Reads the folder `root`; raises ContentError with every fault that it holds."""
    return ContentLoader(root).library()


def read_answers(path: Path, library: Library) -> Answers:
    """The answers file of a reader of the command line; raises ContentError."""
    state = ContentLoader(path.parent, relative_to=Path())
    known = {question.id: question for question in library.questions}
    fields = state.fields(path)
    answers = site_entries.answers(fields, known) if fields else {}
    state.fail_if_faulty()
    return answers


class ContentLoader(ContentFiles):
    """The content folder, and how each of its parts is read."""

    def library(self) -> Library:
        sources, site = self._sources(), self._site()
        (parts, questions), states, terms = self._questions(), self._states(), self._terms()
        pictures = self._pictures(Known(sources, questions))
        known = Known(sources, questions, pictures=pictures)
        pages, scenarios = dict(self._pages(sources, pictures)), dict(self._scenarios(questions))
        guidelines = dict(self._guidelines(site, known)) if site else {}
        known = replace(known, guidelines=tuple(guidelines), findings=_ids(guidelines.values()))
        reviews = {review.id: review for review in self._reviews(known)}
        misunderstandings, _ = self._list("misunderstandings", guideline_entries.misunderstanding, known)
        glossary, glossary_reviewed = self._list("glossary", guideline_entries.term, known)
        history, history_reviewed = self._list("timeline", guideline_entries.history, known)
        changes, changes_reviewed = self._list("changes", guideline_entries.change, known)
        helpers, partners = self._help(site, states) if site else ((), {})
        self.fail_if_faulty()
        assert site is not None
        return Library(
            site=site,
            languages=self.languages,
            sources=sources,
            parts=parts,
            questions=questions,
            guidelines=guidelines,
            helpers=helpers,
            partners=partners,
            states=states,
            pages=pages,
            scenarios=scenarios,
            reviews=reviews,
            misunderstandings=misunderstandings,
            glossary=glossary,
            glossary_reviewed=glossary_reviewed,
            history_reviewed=history_reviewed,
            changes_reviewed=changes_reviewed,
            pictures=pictures,
            history=tuple(sorted(history, key=lambda entry: (entry.first, entry.last))),
            changes=tuple(sorted(changes, key=lambda change: change.date, reverse=True)),
            terms=terms,
            places=self.places,
        )

    def _pictures(self, known: Known) -> dict[str, Figure]:
        pictures, _ = self._list("pictures", guideline_entries.picture, known)
        return {each.id: each for each in pictures}

    def _site(self) -> Site | None:
        fields = self.fields(self.root / "site.yaml")
        if fields is None:
            return None
        site = site_entries.site(fields)
        fields.done()
        return site

    def _terms(self) -> WordLists:
        fields = self.fields(self.root / "terms.yaml")
        if fields is None:
            return WordLists()
        terms = site_entries.terms(fields)
        fields.done()
        return replace(terms, tongues=dict(self._tongues()))

    def _tongues(self) -> Iterator[tuple[str, LanguageTerms]]:
        for path in sorted((self.root / "terms").glob("*.yaml")):
            fields = self.fields(path)
            if fields is not None:
                yield path.stem, language_terms.tongue(path.stem, fields, self.languages)
                fields.done()

    @cached_property
    def languages(self) -> dict[str, Language]:
        return site_entries.languages(self.fields(self.root / "languages.yaml"))

    @cached_property
    def audio_files(self) -> dict[str, recordings.File]:
        folder = self.root / "audio"
        found = {}
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            content = self.bytes(path)
            if content is not None:
                found[path.relative_to(folder).as_posix()] = recordings.File(
                    len(content), fingerprint_of_bytes(content)
                )
        return found

    def _audio(self, fields: StrictMapping) -> dict[str, Recording]:
        return recordings.read(fields, self.languages, self.audio_files)

    def _states(self) -> dict[str, str]:
        fields = self.fields(self.root / "states.yaml")
        return {code: fields.text(code) for code in fields} if fields else {}

    def _sources(self) -> dict[str, Source]:
        fields = self.fields(self.root / "sources.yaml")
        sources: dict[str, Source] = {}
        titles: dict[str, str] = {}
        for id, entry in site_entries.each(fields):
            sources[id] = source = site_entries.source(id, entry)
            first = titles.setdefault(source.title, id)
            if source.title and first != id:
                message = f"`{id}` has the title of `{first}`, so a reader cannot tell them apart"
                entry.add("title", "same-title", message, "give each source its own title")
        return sources

    def _list(
        self, name: str, read: Callable[[StrictMapping, Known], Entry], known: Known
    ) -> tuple[tuple[Entry, ...], dt.date]:
        """The entries of a file that is one list, below the key of its own name, and when it was checked."""
        fields = self.fields(self.root / f"{name}.yaml")
        if fields is None:
            return (), dt.date.min
        reviewed = fields.date("reviewed")
        found: dict[str, Entry] = {}
        for entry in fields.mappings(name, required=False):
            self._once(entry, found)
            found[entry.text("id")] = read(entry, known)
            entry.done()
        fields.done()
        return tuple(found.values()), reviewed

    def _once(self, entry: StrictMapping, found: Iterable[str]) -> None:
        if (id := entry.text("id")) in found:
            entry.add("id", "duplicate-id", f"the id `{id}` is used twice", "give each its own id")

    def _questions(self) -> tuple[tuple[Panel, ...], tuple[Question, ...]]:
        fields = self.fields(self.root / "questions.yaml")
        if fields is None:
            return (), ()
        parts = tuple(Panel(entry.text("id"), entry.text("title")) for entry in fields.mappings("parts"))
        questions: dict[str, Question] = {}
        asked = fields.mappings("questions")
        ids = [entry.text("id") for entry in asked]
        for id, entry in zip(ids, asked, strict=True):
            self._once(entry, questions)
            later = set(ids) - set(questions)
            audio = self._audio(entry)
            question = site_entries.question(id, entry, parts, questions, later)
            if audio and question.when != ALWAYS:
                message = f"not everybody is asked `{id}`, so whoever loads its recording tells an answer"
                entry.add("audio", "telling-recording", message, "leave it to the voice of the device")
            questions[id] = replace(question, audio=audio)
        fields.done()
        return parts, tuple(questions.values())

    def _pages(self, sources: dict[str, Source], pictures: Mapping[str, Figure]) -> Iterator[tuple[str, Page]]:
        folder = self.root / "pages"
        for path in sorted({*folder.glob("*.md"), *(folder / f"{id}.md" for id in PAGES)}):
            fields, body = self.prose(path)
            if fields is not None:
                page = site_entries.page(path.stem, fields, body, self.name(path), sources, pictures)
                yield path.stem, replace(page, audio=self._audio(fields))
                if path.stem in MIXED and "audio" in fields:
                    message = "this text is only a part of its page, and a recording would leave out the rest"
                    fields.add("audio", "partial-recording", message, "leave it to the voice of the device")
                fields.done()

    def _guidelines(self, site: Site, known: Known) -> Iterator[tuple[str, Guideline]]:
        for id in site.guidelines:
            folder = self.root / "guidelines" / id
            fields = self.fields(folder / "guideline.yaml")
            about, body = self.prose(folder / "about.md")
            if fields is None or about is None:
                continue
            findings = tuple(self._findings(folder, fields, site, known))
            yield id, guideline_entries.guideline(id, fields, about, body, findings, site, known)
            fields.done()
            about.done()

    def _findings(self, folder: Path, fields: StrictMapping, site: Site, known: Known) -> Iterator[Finding]:
        order = fields.texts("findings")
        files = {str(path.relative_to(folder).with_suffix("")): path for path in sorted(folder.glob("*/*.md"))}
        for missing in (finding for finding in order if finding not in files):
            fields.add("findings", "no-file", f"there is no file for `{missing}`", f"write {missing}.md")
        for unlisted in (finding for finding in files if finding not in order):
            fields.add("findings", "not-listed", f"`{unlisted}` is not listed", "put it where it stands on the page")
        for id in (finding for finding in order if finding in files):
            path = files[id]
            front, body = self._titled(path)
            if front is not None:
                found = guideline_entries.finding(id, front, body, self.name(path), site, known)
                yield replace(found, audio=self._audio(front))
                front.done()

    def _titled(self, path: Path) -> tuple[StrictMapping | None, tuple[Block, ...]]:
        fields, body = self.prose(path)
        if fields is not None and (len(body) < 2 or body[0].kind != "h2"):
            fields.report.add(fields.line, "no-title", "the text has no title", "start it with `## Title`")
            return None, ()
        return fields, body

    def _reviews(self, known: Known) -> Iterator[ReviewRoute]:
        for path in sorted((self.root / "reviews").glob("*.md")):
            fields, body = self._titled(path)
            if fields is not None:
                review = guideline_entries.review(path.stem, fields, body, self.name(path), known)
                yield replace(review, audio=self._audio(fields))
                fields.done()

    def _help(self, site: Site, states: dict[str, str]) -> tuple[tuple[Provider, ...], dict[str, Partner]]:
        helpers = tuple(sorted(self._helpers(site, states), key=lambda helper: (helper.section, helper.order)))
        self._one_first(helpers)
        partners = Partners(self, site, self.languages, states, helpers).read()
        return helpers, {partner.id: partner for partner in partners}

    def _helpers(self, site: Site, states: dict[str, str]) -> Iterator[Provider]:
        for path in sorted((self.root / "help").glob("*.yaml")):
            fields = self.fields(path)
            if fields is not None:
                yield providers.helper(path.stem, fields, site, states)

    def _one_first(self, helpers: Iterable[Provider]) -> None:
        """In each state only one can stand first."""
        found: dict[str, str] = {}
        for helper in helpers:
            for state in helper.first_in:
                if state in found:
                    message = f"`{found[state]}` comes first in {state} already"
                    path = self.root / "help" / f"{helper.id}.yaml"
                    self.report(path).add(1, "two-first", message, "take the state out of `first-in` of one of the two")
                found[state] = helper.id

    def _scenarios(self, questions: tuple[Question, ...]) -> Iterator[tuple[str, Persona]]:
        known = {question.id: question for question in questions}
        for path in sorted((self.root / "scenarios").glob("*.yaml")):
            fields = self.fields(path)
            if fields is not None:
                yield path.stem, site_entries.scenario(path.stem, fields, known)
                fields.done()


def _ids(guidelines: Iterable[Guideline]) -> tuple[str, ...]:
    return tuple(f"{guideline.id}/{finding.id}" for guideline in guidelines for finding in guideline.findings)
