"""Reads content/ into the model. Everything is checked here, once, so other code can trust a `Library`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from guide.loader import audit, language_terms, pocket, recordings, roles, urgent
from guide.loader import guidelines as guideline_entries
from guide.loader import providers as provider_entries
from guide.loader import site as site_entries
from guide.loader.files import ContentFiles
from guide.loader.guidelines import Known
from guide.loader.partners import Partners
from guide.loader.themes import unknown_questions
from guide.loader.yaml_reader import StrictMapping
from guide.model.content import (
    Block,
    Finding,
    FormPart,
    Guideline,
    Library,
    Page,
    Persona,
    Question,
    ReviewRoute,
    Source,
    States,
)
from guide.model.figure import Figure
from guide.model.language import Language
from guide.model.partner import Partner
from guide.model.placed import Entry
from guide.model.provider import Provider
from guide.model.recording import Recording, fingerprint_of_bytes
from guide.model.roles import CURRENT_LAW, START
from guide.model.rule import ALWAYS, Answers
from guide.model.site import Site
from guide.model.urgent import Phrase, UrgentPage
from guide.model.wordlists import LanguageTerms, WordLists

# The texts of pages that the site cannot do without, by the names of these pages; roles name the others.
HELP = "help"
PAGES = (HELP, "privacy", "safety", "review", "accessibility")
NO_RECORDING = "remove it: the voice of the device reads the text"
Listed = TypeVar("Listed", bound=Entry)


def load(root: Path) -> Library:
    """Reads the folder `root`; raises ContentError with every problem in it."""
    reader = ContentLoader(root)
    library = reader.library()
    reader.problems.extend(roles.problems(library))
    reader.raise_for_problems()
    return library


def read_answers(path: Path, library: Library) -> Answers:
    """Read a YAML file of answers, for `guide explain`; an empty file means no answers.

    Raises ContentError with every problem of the file.
    """
    reader = ContentLoader(path.parent, relative_to=Path())
    with reader.fields(path, may_be_empty=True) as fields:
        answers = site_entries.answers(fields, {question.id: question for question in library.questions})
    reader.raise_for_problems()
    return answers


class ContentLoader(ContentFiles):
    """Reads each part of the content folder, and collects the problems."""

    def library(self) -> Library:
        sources, site = self._sources(), self._site()
        (parts, questions), states, terms = self._questions(site), self._states(), self._terms()
        known = self._known(sources, questions, states)
        pages, personas = dict(self._pages(sources, known.pictures)), dict(self._personas(questions))
        guidelines = dict(self._guidelines(site, known)) if site else {}
        known = replace(known, guidelines=tuple(guidelines), findings=_ids(guidelines.values()))
        reviews = {review.id: review for review in self._reviews(known)}
        glossary, glossary_last_checked = self._list("glossary", guideline_entries.term, known)
        history, history_last_checked = self._list("timeline", guideline_entries.history, known)
        changes, changes_last_checked = self._list("changes", guideline_entries.change, known)
        urgent_pages, phrases = self._urgent(known)
        providers, partners = self._help(site, states.names) if site else ((), {})
        return Library(
            audit=audit.audit(self),  # before `_sound`, which ends with the problems that were found so far
            site=self._sound(site),
            languages=self.languages,
            sources=sources,
            parts=parts,
            questions=questions,
            guidelines=guidelines,
            providers=providers,
            partners=partners,
            urgent=urgent_pages,
            phrases=phrases,
            pocket=pocket.sheets(self, urgent_pages, phrases),
            state_names=states,
            pages=pages,
            personas=personas,
            reviews=reviews,
            misunderstandings=self._list("misunderstandings", guideline_entries.misunderstanding, known)[0],
            glossary=glossary,
            glossary_last_checked=glossary_last_checked,
            history_last_checked=history_last_checked,
            changes_last_checked=changes_last_checked,
            pictures=known.pictures,
            history=tuple(sorted(history, key=lambda entry: (entry.first, entry.last))),
            changes=tuple(sorted(changes, key=lambda change: change.date, reverse=True)),
            terms=terms,
        )

    def _sound(self, site: Site | None) -> Site:
        """Return the site's data; raises ContentError if anything that was read has a problem."""
        self.raise_for_problems()
        assert site is not None
        return site

    def _known(self, sources: dict[str, Source], questions: tuple[Question, ...], states: States) -> Known:
        known = Known(sources, questions, states=tuple(states.names))
        return replace(known, pictures=self._pictures(known))

    def _urgent(self, known: Known) -> tuple[dict[str, UrgentPage], dict[str, Phrase]]:
        phrases, pages = {each.id: each for each in self._list("phrases", urgent.phrase, known)[0]}, {}
        for id in urgent.PAGES:
            with self.fields(self.root / "urgent" / f"{id}.yaml") as fields:
                page = urgent.page(id, fields, known, phrases)
                pages[id] = replace(page, audio=self._audio(fields))
        return pages, phrases

    def _pictures(self, known: Known) -> dict[str, Figure]:
        return {each.id: each for each in self._list("pictures", guideline_entries.picture, known)[0]}

    def _site(self) -> Site | None:
        with self.fields(self.root / "site.yaml") as fields:
            return site_entries.site(fields) if fields.present else None

    def _terms(self) -> WordLists:
        with self.fields(self.root / "terms.yaml") as fields:
            terms = site_entries.terms(fields)
        return replace(terms, by_language=dict(self._language_terms()))

    def _language_terms(self) -> Iterator[tuple[str, LanguageTerms]]:
        for path, fields in self._each("terms/*.yaml"):
            yield path.stem, language_terms.language_terms(path.stem, fields, self.languages)

    def _each(self, pattern: str) -> Iterator[tuple[Path, StrictMapping]]:
        """Yield the readable YAML files of a pattern. Each mapping is closed when the next one is requested."""
        for path in sorted(self.root.glob(pattern)):
            with self.fields(path) as fields:
                if fields.present:
                    yield path, fields

    @cached_property
    def languages(self) -> dict[str, Language]:
        with self.fields(self.root / "languages.yaml") as fields:
            return site_entries.languages(fields)

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

    def _states(self) -> States:
        with self.fields(self.root / "states.yaml") as fields:
            return site_entries.states(fields)

    def _sources(self) -> dict[str, Source]:
        sources: dict[str, Source] = {}
        titles: dict[str, str] = {}
        with self.fields(self.root / "sources.yaml") as fields:
            for id, entry in fields.entries():
                sources[id] = source = site_entries.source(id, entry)
                first = titles.setdefault(source.title, id)
                if source.title and first != id:
                    message = f"`{id}` has the same title as `{first}`"
                    entry.add("title", "same-title", message, "give each source a different title")
        return sources

    def _list(
        self, name: str, read: Callable[[StrictMapping, Known], Listed], known: Known
    ) -> tuple[tuple[Listed, ...], dt.date]:
        """Read a file with one list, below the key of the file's name. Return the entries and the date of the check."""
        with self.fields(self.root / f"{name}.yaml") as fields:
            last_checked = fields.date("reviewed")
            line = {"reviewed": fields.line_of("reviewed")}
            found = [read(entry, known) for entry in fields.mappings(name, required=False)]
        return tuple(replace(entry, lines={**line, **entry.lines}) for entry in found), last_checked

    def _questions(self, site: Site | None) -> tuple[tuple[FormPart, ...], tuple[Question, ...]]:
        questions: dict[str, Question] = {}
        earlier: dict[str, tuple[str, ...]] = {}
        with self.fields(self.root / "questions.yaml") as fields:
            parts = tuple(map(site_entries.part, fields.mappings("parts")))
            later = set(fields.ids("questions"))
            for entry in fields.mappings("questions"):
                id = entry.text("id")
                question = site_entries.question(id, entry, parts, earlier, later)
                audio = self._audio(entry)
                if audio and question.when != ALWAYS:
                    message = f"`{id}` is a follow-up question, so a request for its recording would reveal an answer"
                    entry.add("audio", "telling-recording", message, NO_RECORDING)
                questions[id], earlier[id] = replace(question, audio=audio), question.option_ids
                later.discard(id)
        if site:
            unknown_questions(site, questions, self.report(self.root / "site.yaml"))
        return parts, tuple(questions.values())

    def _pages(self, sources: dict[str, Source], pictures: Mapping[str, Figure]) -> Iterator[tuple[str, Page]]:
        folder = self.root / "pages"
        for path in sorted({*folder.glob("*.md"), *(folder / f"{id}.md" for id in PAGES)}):
            fields, body = self.prose(path)
            with fields:
                if not fields.present:
                    continue
                page = site_entries.page(path.stem, fields, body, sources, pictures)
                yield path.stem, replace(page, audio=self._audio(fields))
                # Their text stands among other texts, which a recording would leave out.
                if (page.role == START or page.id == HELP) and "audio" in fields:
                    message = "this text is only a part of its page, so a recording would leave out the rest"
                    fields.add("audio", "partial-recording", message, NO_RECORDING)

    def _guidelines(self, site: Site, known: Known) -> Iterator[tuple[str, Guideline]]:
        for id in site.guidelines:
            folder = self.root / "guidelines" / id
            about, body = self.prose(folder / "about.md")
            with self.fields(folder / "guideline.yaml") as fields, about:
                if fields.present and about.present:
                    findings = tuple(self._findings(folder, fields, site, known))
                    yield id, guideline_entries.guideline(id, fields, about, body, findings, site, known)

    def _findings(self, folder: Path, fields: StrictMapping, site: Site, known: Known) -> Iterator[Finding]:
        order = fields.texts("findings")
        current = fields.one_of("role", (CURRENT_LAW,), "") == CURRENT_LAW
        files = {str(path.relative_to(folder).with_suffix("")): path for path in sorted(folder.glob("*/*.md"))}
        for missing in (finding for finding in order if finding not in files):
            fields.add("findings", "no-file", f"no file for `{missing}`", f"write {missing}.md")
        listed = frozenset(order)
        for unlisted in (finding for finding in files if finding not in listed):
            fields.add("findings", "not-listed", f"`{unlisted}` is not listed", "add it at its place on the page")
        for id in (finding for finding in order if finding in files):
            with self._titled(files[id]) as (front, body):
                if body:
                    found = guideline_entries.finding(id, front, body, site, known, current=current)
                    yield replace(found, audio=self._audio(front))

    @contextmanager
    def _titled(self, path: Path) -> Iterator[tuple[StrictMapping, tuple[Block, ...]]]:
        """Yield the front matter and the blocks of a file that starts with a title; no blocks after a problem."""
        fields, body = self.prose(path)
        if fields.present and (len(body) < 2 or body[0].kind != "h2"):
            fields.report.add(fields.line, "no-title", "the text has no title", "start it with `## Title`")
            fields, body = StrictMapping(None, fields.report), ()
        with fields:
            yield fields, body

    def _reviews(self, known: Known) -> Iterator[ReviewRoute]:
        for path in sorted((self.root / "reviews").glob("*.md")):
            with self._titled(path) as (fields, body):
                if body:
                    review = guideline_entries.review(path.stem, fields, body, known)
                    yield replace(review, audio=self._audio(fields))

    def _help(self, site: Site, states: Mapping[str, str]) -> tuple[tuple[Provider, ...], dict[str, Partner]]:
        found = (
            provider_entries.provider(path.stem, fields, site, states) for path, fields in self._each("help/*.yaml")
        )
        providers = tuple(sorted(found, key=lambda provider: (provider.section, provider.order)))
        for provider, message, fix in provider_entries.not_alone_first(providers):
            self.report(self.root / "help" / f"{provider.id}.yaml").add(1, "two-first", message, fix)
        partners = Partners(self, site, self.languages, states, providers).read()
        return providers, {partner.id: partner for partner in partners}

    def _personas(self, questions: tuple[Question, ...]) -> Iterator[tuple[str, Persona]]:
        known = {question.id: question for question in questions}
        for path, fields in self._each("scenarios/*.yaml"):
            yield path.stem, site_entries.persona(path.stem, fields, known)


def _ids(guidelines: Iterable[Guideline]) -> tuple[str, ...]:
    return tuple(f"{guideline.id}/{finding.id}" for guideline in guidelines for finding in guideline.findings)
