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

from guide import entries, help_entries, law, recordings
from guide.audio import Audio, short_digest
from guide.fields import Fields
from guide.folder import Folder
from guide.helpers import Helper
from guide.law import Known
from guide.model import (
    Block,
    Finding,
    Guideline,
    Language,
    Library,
    Page,
    Part,
    Question,
    Review,
    Scenario,
    Site,
    Source,
)
from guide.partner_entries import Partners
from guide.partners import Partner
from guide.pictures import Picture
from guide.rule import ALWAYS, Answers
from guide.terms import Terms

# The pages that the site cannot do without.
PAGES = ("home", "truth", "next", "never-ask", "help", "privacy", "safety", "review", "emergency")
# Their text stands among other texts, which a recording would leave out.
MIXED = ("home", "help")
Entry = TypeVar("Entry")


def load(root: Path) -> Library:
    """Reads the folder `root`; raises ContentFaults with every fault that it holds."""
    return _Shelf(root).library()


def read_answers(path: Path, library: Library) -> Answers:
    """The answers file of a reader of the command line; raises ContentFaults."""
    shelf = _Shelf(path.parent, told_from=Path())
    known = {question.id: question for question in library.questions}
    fields = shelf.fields(path)
    answers = entries.answers(fields, known) if fields else {}
    shelf.fail_if_faulty()
    return answers


class _Shelf(Folder):
    """The content folder, and how each of its parts is read."""

    def library(self) -> Library:
        sources, site = self._sources(), self._site()
        (parts, questions), states, terms = self._questions(), self._states(), self._terms()
        pictures = {each.id: each for each in self._list("pictures", law.picture, Known(sources, questions))[0]}
        known = Known(sources, questions, pictures=pictures)
        pages, scenarios = dict(self._pages(sources, pictures)), dict(self._scenarios(questions))
        guidelines = dict(self._guidelines(site, known)) if site else {}
        known = replace(known, guidelines=tuple(guidelines), findings=_ids(guidelines.values()))
        reviews = {review.id: review for review in self._reviews(known)}
        misunderstandings, _ = self._list("misunderstandings", law.misunderstanding, known)
        glossary, glossary_reviewed = self._list("glossary", law.term, known)
        history, history_reviewed = self._list("timeline", law.history, known)
        changes, changes_reviewed = self._list("changes", law.change, known)
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

    def _site(self) -> Site | None:
        fields = self.fields(self.root / "site.yaml")
        if fields is None:
            return None
        site = entries.site(fields)
        fields.done()
        return site

    def _terms(self) -> Terms:
        fields = self.fields(self.root / "terms.yaml")
        if fields is None:
            return Terms()
        terms = entries.terms(fields)
        fields.done()
        return terms

    @cached_property
    def languages(self) -> dict[str, Language]:
        return entries.languages(self.fields(self.root / "languages.yaml"))

    @cached_property
    def audio_files(self) -> dict[str, recordings.File]:
        folder = self.root / "audio"
        found = {}
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            content = self.bytes(path)
            if content is not None:
                found[path.relative_to(folder).as_posix()] = recordings.File(len(content), short_digest(content))
        return found

    def _audio(self, fields: Fields) -> dict[str, Audio]:
        return recordings.read(fields, self.languages, self.audio_files)

    def _states(self) -> dict[str, str]:
        fields = self.fields(self.root / "states.yaml")
        return {code: fields.text(code) for code in fields} if fields else {}

    def _sources(self) -> dict[str, Source]:
        fields = self.fields(self.root / "sources.yaml")
        return {id: entries.source(id, entry) for id, entry in entries.each(fields)}

    def _list(
        self, name: str, read: Callable[[Fields, Known], Entry], known: Known
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

    def _once(self, entry: Fields, found: Iterable[str]) -> None:
        if (id := entry.text("id")) in found:
            entry.add("id", "duplicate-id", f"the id `{id}` is used twice", "give each its own id")

    def _questions(self) -> tuple[tuple[Part, ...], tuple[Question, ...]]:
        fields = self.fields(self.root / "questions.yaml")
        if fields is None:
            return (), ()
        parts = tuple(Part(entry.text("id"), entry.text("title")) for entry in fields.mappings("parts"))
        questions: dict[str, Question] = {}
        asked = fields.mappings("questions")
        ids = [entry.text("id") for entry in asked]
        for id, entry in zip(ids, asked, strict=True):
            self._once(entry, questions)
            later = set(ids) - set(questions)
            audio = self._audio(entry)
            question = entries.question(id, entry, parts, questions, later)
            if audio and question.when != ALWAYS:
                message = f"not everybody is asked `{id}`, so whoever loads its recording tells an answer"
                entry.add("audio", "telling-recording", message, "leave it to the voice of the device")
            questions[id] = replace(question, audio=audio)
        fields.done()
        return parts, tuple(questions.values())

    def _pages(self, sources: dict[str, Source], pictures: Mapping[str, Picture]) -> Iterator[tuple[str, Page]]:
        folder = self.root / "pages"
        for path in sorted({*folder.glob("*.md"), *(folder / f"{id}.md" for id in PAGES)}):
            fields, body = self.prose(path)
            if fields is not None:
                page = entries.page(path.stem, fields, body, self.name(path), sources, pictures)
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
            yield id, law.guideline(id, fields, about, body, findings, site, known)
            fields.done()
            about.done()

    def _findings(self, folder: Path, fields: Fields, site: Site, known: Known) -> Iterator[Finding]:
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
                found = law.finding(id, front, body, self.name(path), site, known)
                yield replace(found, audio=self._audio(front))
                front.done()

    def _titled(self, path: Path) -> tuple[Fields | None, tuple[Block, ...]]:
        fields, body = self.prose(path)
        if fields is not None and (len(body) < 2 or body[0].kind != "h2"):
            fields.report.add(fields.line, "no-title", "the text has no title", "start it with `## Title`")
            return None, ()
        return fields, body

    def _reviews(self, known: Known) -> Iterator[Review]:
        for path in sorted((self.root / "reviews").glob("*.md")):
            fields, body = self._titled(path)
            if fields is not None:
                review = law.review(path.stem, fields, body, self.name(path), known)
                yield replace(review, audio=self._audio(fields))
                fields.done()

    def _help(self, site: Site, states: dict[str, str]) -> tuple[tuple[Helper, ...], dict[str, Partner]]:
        helpers = tuple(sorted(self._helpers(site, states), key=lambda helper: (helper.section, helper.order)))
        partners = Partners(self, site, self.languages, states, helpers).read()
        return helpers, {partner.id: partner for partner in partners}

    def _helpers(self, site: Site, states: dict[str, str]) -> Iterator[Helper]:
        for path in sorted((self.root / "help").glob("*.yaml")):
            fields = self.fields(path)
            if fields is not None:
                yield help_entries.helper(path.stem, fields, site, states)

    def _scenarios(self, questions: tuple[Question, ...]) -> Iterator[tuple[str, Scenario]]:
        known = {question.id: question for question in questions}
        for path in sorted((self.root / "scenarios").glob("*.yaml")):
            fields = self.fields(path)
            if fields is not None:
                yield path.stem, entries.scenario(path.stem, fields, known)
                fields.done()


def _ids(guidelines: Iterable[Guideline]) -> tuple[str, ...]:
    return tuple(f"{guideline.id}/{finding.id}" for guideline in guidelines for finding in guideline.findings)
