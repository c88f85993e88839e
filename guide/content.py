"""Reads content/ into the model. The only module that opens content files.

Everything is checked here, once: whoever holds a `Library` may trust it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from guide import entries
from guide.blocks import front_matter
from guide.fields import Fields, Problem, Report, compose
from guide.model import (
    Answers,
    Block,
    Finding,
    Guideline,
    Helper,
    Language,
    Library,
    Page,
    Part,
    Question,
    Scenario,
    Site,
    Source,
)

# The pages that the site cannot do without.
PAGES = ("home", "truth", "next", "never-ask", "help", "privacy", "safety")


class ContentFaults(Exception):
    """Content that cannot be used, with every fault of the run."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(map(str, self.problems)))


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


class _Shelf:
    """A content folder that is being read, and the faults found so far."""

    def __init__(self, root: Path, told_from: Path | None = None) -> None:
        self.root = root
        self.told_from = told_from or root.parent
        self.problems: list[Problem] = []

    def library(self) -> Library:
        sources = self._sources()
        site = self._site()
        parts, questions = self._questions()
        languages = self._languages()
        pages = dict(self._pages(sources))
        guidelines = {
            id: guideline
            for id in (site.guidelines if site else ())
            if site and (guideline := self._guideline(id, site, sources, questions))
        }
        helpers = tuple(sorted(self._helpers(site), key=lambda helper: (helper.section, helper.order)))
        scenarios = dict(self._scenarios(questions))
        self.fail_if_faulty()
        assert site is not None
        return Library(site, languages, sources, parts, questions, guidelines, helpers, pages, scenarios)

    def fail_if_faulty(self) -> None:
        if self.problems:
            raise ContentFaults(self.problems)

    # Files

    def report(self, path: Path) -> Report:
        return Report(self.name(path), self.problems)

    def text(self, path: Path) -> str | None:
        try:
            return path.read_bytes().decode("utf-8")
        except FileNotFoundError:
            self.report(path).add(1, "no-file", "the file is missing", "write it")
        except UnicodeDecodeError as error:
            line = path.read_bytes()[: error.start].count(b"\n") + 1
            self.report(path).add(line, "not-utf-8", "the file is not UTF-8", "save it as UTF-8")
        return None

    def fields(self, path: Path) -> Fields | None:
        text = self.text(path)
        return None if text is None else compose(text, self.report(path))

    def prose(self, path: Path) -> tuple[Fields | None, tuple[Block, ...]]:
        text = self.text(path)
        return (None, ()) if text is None else front_matter(text, self.report(path))

    def name(self, path: Path) -> str:
        return str(path.relative_to(self.told_from) if path.is_relative_to(self.told_from) else path)

    # Parts of the library

    def _site(self) -> Site | None:
        fields = self.fields(self.root / "site.yaml")
        if fields is None:
            return None
        site = entries.site(fields)
        fields.done()
        return site

    def _languages(self) -> dict[str, Language]:
        fields = self.fields(self.root / "languages.yaml")
        return {code: entries.language(code, entry) for code, entry in entries.each(fields)}

    def _sources(self) -> dict[str, Source]:
        fields = self.fields(self.root / "sources.yaml")
        return {id: entries.source(id, entry) for id, entry in entries.each(fields)}

    def _questions(self) -> tuple[tuple[Part, ...], tuple[Question, ...]]:
        fields = self.fields(self.root / "questions.yaml")
        if fields is None:
            return (), ()
        parts = tuple(Part(entry.text("id"), entry.text("title")) for entry in fields.mappings("parts"))
        questions: dict[str, Question] = {}
        asked = fields.mappings("questions")
        ids = [entry.text("id") for entry in asked]
        for id, entry in zip(ids, asked, strict=True):
            if id in questions:
                entry.add("id", "duplicate-id", f"the id `{id}` is used twice", "give each question its own id")
            later = set(ids) - set(questions)
            questions[id] = entries.question(id, entry, parts, questions, later)
        fields.done()
        return parts, tuple(questions.values())

    def _pages(self, sources: dict[str, Source]) -> Iterator[tuple[str, Page]]:
        folder = self.root / "pages"
        for path in sorted({*folder.glob("*.md"), *(folder / f"{id}.md" for id in PAGES)}):
            fields, body = self.prose(path)
            if fields is None:
                continue
            page = Page(
                id=path.stem,
                title=fields.text("title"),
                body=body,
                reviewed=fields.date("reviewed"),
                sources=fields.known("sources", sources, ()),
                description=fields.text("description", ""),
                path=self.name(path),
            )
            fields.done()
            yield page.id, page

    def _guideline(
        self, id: str, site: Site, sources: dict[str, Source], questions: tuple[Question, ...]
    ) -> Guideline | None:
        folder = self.root / "guidelines" / id
        fields = self.fields(folder / "guideline.yaml")
        about, body = self.prose(folder / "about.md")
        if fields is None or about is None:
            return None
        order = fields.texts("findings")
        files = {str(path.relative_to(folder).with_suffix("")): path for path in sorted(folder.glob("*/*.md"))}
        for missing in (finding for finding in order if finding not in files):
            fields.add("findings", "no-file", f"there is no file for `{missing}`", f"write {missing}.md")
        for unlisted in (finding for finding in files if finding not in order):
            fields.add("findings", "not-listed", f"`{unlisted}` is not listed", "put it where it stands on the page")
        findings = (self._finding(each, files[each], site, sources, questions) for each in order if each in files)
        guideline = Guideline(
            id=id,
            title=fields.text("title"),
            short=fields.text("short"),
            summary=fields.text("summary"),
            status=fields.one_of("status", site.statuses),
            events=tuple(entries.event(event, sources) for event in fields.mappings("events")),
            about=body,
            about_sources=about.known("sources", sources),
            reviewed=about.date("reviewed"),
            findings=tuple(finding for finding in findings if finding),
        )
        fields.done()
        about.done()
        return guideline

    def _finding(
        self, id: str, path: Path, site: Site, sources: dict[str, Source], questions: tuple[Question, ...]
    ) -> Finding | None:
        fields, body = self.prose(path)
        if fields is None:
            return None
        if not body or body[0].kind != "h2":
            fields.report.add(fields.line, "no-title", "the text has no title", "start it with `## Title`")
            return None
        finding = entries.finding(id, fields, body, self.name(path), site, sources, questions)
        fields.done()
        return finding

    def _helpers(self, site: Site | None) -> Iterator[Helper]:
        for path in sorted((self.root / "help").glob("*.yaml")):
            fields = self.fields(path)
            if fields is not None and site is not None:
                yield entries.helper(path.stem, fields, site)

    def _scenarios(self, questions: tuple[Question, ...]) -> Iterator[tuple[str, Scenario]]:
        known = {question.id: question for question in questions}
        for path in sorted((self.root / "scenarios").glob("*.yaml")):
            fields = self.fields(path)
            if fields is None:
                continue
            answers, expect = fields.mapping("answers"), fields.mapping("expect")
            scenario = Scenario(
                id=path.stem,
                name=fields.text("name"),
                basis=fields.text("basis"),
                answers=entries.answers(answers, known) if answers else {},
                expect={id: entries.expected(entry) for id, entry in entries.each(expect)},
                why=fields.text("why"),
            )
            fields.done()
            yield scenario.id, scenario
