"""Reads accessibility.yaml, which test runs write: what was tested, with which tools, and what they found."""

from __future__ import annotations

from guide.loader.files import ContentFiles
from guide.loader.yaml_reader import StrictMapping
from guide.model.audit import Audit, Run


def audit(files: ContentFiles) -> Audit:
    """Return the runs, in the order of the file; none if there is no file, as before the first test."""
    path = files.root / "accessibility.yaml"
    if not path.exists():
        return Audit()
    with files.fields(path) as fields:
        return fields.place(Audit(tuple(_run(entry) for entry in fields.mappings("runs"))))


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
