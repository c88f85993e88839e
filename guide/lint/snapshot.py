"""What a content folder says and does, as plain data that two versions of the guide can compare.

Also a program, for the code of an older version: it reads content that this version can read no more.
It uses only what every version has.
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
    """By path and the id of the entry: the sentences of each text, and the numbers and addresses of help.

    And by id what each invented person is shown.
    """
    return {
        "texts": _texts(library),
        "reaches": {provider.path: _reaches(provider) for provider in library.providers},
        "people": {id: _person(library, scenario) for id, scenario in library.scenarios.items()},
    }


def _texts(library: Library) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, list[str]]] = {}
    for passage in passages(library):
        said = found.setdefault(passage.path, {}).setdefault(passage.entry, [])
        for block in passage.blocks:
            said.extend(sentences(block.text) or [block.text])
    return {path: dict(entries) for path, entries in found.items()}


def _reaches(provider: Provider) -> dict[str, object]:
    """Every number and address of a help entry: one that changes matters as much as a word."""
    return {"": [each for channel in provider.channels for each in (*channel.reaches, channel.url) if each]}


def _person(library: Library, scenario: Persona) -> dict[str, object]:
    """What they chose, and what stands how in their result: a finding, or a way to ask for a review."""
    result = explain(library, scenario.answers)
    shown = {f"{set}/{id}": each.verdict for set, found in result.outcomes.items() for id, each in found.items()}
    asked = {f"reviews/{id}": each.verdict for id, each in result.reviews.items()}
    answers = {question: list(ticked) for question, ticked in scenario.answers.items()}
    return {"title": scenario.title or scenario.name, "answers": answers, "result": shown | asked}


if __name__ == "__main__":
    json.dump(take(load(Path(sys.argv[1]))), sys.stdout)
