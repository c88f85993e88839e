"""A content folder as plain data, so that two versions of the guide can be compared.

Also a program that runs with the code of an older version, to read content that the current code cannot read.
It uses only functions that every version has.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from guide.engine.explain import explain
from guide.lint.readability import sentences
from guide.lint.units import passages
from guide.loader.content import load
from guide.model.content import Library, Persona
from guide.model.provider import Provider

Snapshot = dict[str, dict[str, dict[str, object]]]


def take(library: Library) -> Snapshot:
    """Return the snapshot of a library: `texts` and `reaches` by path and entry id, `people` by persona id.

    `texts` has sentences, `reaches` the phone numbers and addresses of providers, `people` the answers and results.
    """
    return {
        "texts": _texts(library),
        "reaches": {provider.path: _reaches(provider) for provider in library.providers},
        "people": {id: _person(library, persona) for id, persona in library.personas.items()},
    }


def _texts(library: Library) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, list[str]]] = {}
    for passage in passages(library):
        said = found.setdefault(passage.path, {}).setdefault(passage.entry, [])
        for block in passage.blocks:
            said.extend(sentences(block.text) or [block.text])
    return {path: dict(entries) for path, entries in found.items()}


def _reaches(provider: Provider) -> dict[str, object]:
    """Return every number and address of a provider: a change there matters as much as a changed word."""
    return {"": [each for channel in provider.channels for each in (*channel.reaches, channel.url) if each]}


def _person(library: Library, persona: Persona) -> dict[str, object]:
    """Return the answers of a persona, and the verdict of each finding and review in its result."""
    result = explain(library, persona.answers)
    shown = {f"{set}/{id}": each.verdict for set, found in result.outcomes.items() for id, each in found.items()}
    asked = {f"reviews/{id}": each.verdict for id, each in result.reviews.items()}
    answers = {question: list(ticked) for question, ticked in persona.answers.items()}
    return {"title": persona.title or persona.name, "answers": answers, "result": shown | asked}


if __name__ == "__main__":
    json.dump(take(load(Path(sys.argv[1]))), sys.stdout)
