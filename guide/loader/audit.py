"""Reads accessibility.yaml, which test runs write: with which tools and browsers we tested, and what they found."""

from __future__ import annotations

from guide.loader.files import ContentFiles
from guide.loader.yaml_reader import StrictMapping
from guide.model.audit import Audit, Engine, Run


def audit(files: ContentFiles) -> Audit:
    """Return the runs, in the order of the file; none if there is no file, as before the first test."""
    path = files.root / "accessibility.yaml"
    if not path.exists():
        return Audit()
    with files.fields(path) as fields:
        runs = tuple(_run(entry) for entry in fields.mappings("runs", required=False))
        engines = tuple(_engine(entry) for entry in fields.mappings("engines", required=False))
        return fields.place(Audit(runs, engines))


def _run(entry: StrictMapping) -> Run:
    return entry.place(
        Run(
            tool=entry.text("tool"),
            version=entry.text("version"),
            engine=entry.text("engine"),
            date=entry.date("date"),
            pages=entry.number("pages"),
            found=entry.number("found"),
            templates=entry.text("templates"),
        )
    )


def _engine(entry: StrictMapping) -> Engine:
    return entry.place(
        Engine(
            name=entry.text("name"),
            version=entry.text("version"),
            date=entry.date("date"),
            tasks=entry.number("tasks"),
            passed=entry.number("passed"),
            templates=entry.text("templates"),
        )
    )
