"""A value of a closed set is read as its member: a misspelt one is a type error in code, and a problem in content."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import get_args, get_type_hints

import pytest

from guide.engine.explain import explain
from guide.loader.yaml_reader import compose
from guide.model.language import TranslationStatus
from guide.model.problems import Report


def values_of(value):
    """Every dataclass value inside a value, itself included."""
    if is_dataclass(value):
        yield value
        value = [getattr(value, each.name) for each in fields(value)]
    elif isinstance(value, Mapping):
        value = value.values()
    if hasattr(value, "__iter__") and not isinstance(value, str | bytes):
        for each in value:
            yield from values_of(each)


def closed(kind):
    """The set that a type hint names, alone or beside None, or nothing."""
    found = [each for each in (kind, *get_args(kind)) if isinstance(each, type) and issubclass(each, StrEnum)]
    return found[0] if found else None


def strays(value):
    """The fields of all values inside a value that hold a plain text instead of a member of their set; and the sets."""
    wrong, sets = [], set()
    for each in values_of(value):
        for name, kind in get_type_hints(type(each)).items():
            known, held = closed(kind), getattr(each, name, None)
            if known and held is not None:
                sets.add(known.__name__)
                members = held.values() if isinstance(held, Mapping) else (held,)
                wrong += [(type(each).__name__, name, member) for member in members if not isinstance(member, known)]
    return wrong, sets


def test_content_and_results_hold_members(library):
    wrong, sets = strays((library, explain(library, {})))
    assert wrong == []
    assert {
        "TranslationStatus",
        "SourceStrength",
        "FigureKind",
        "Scope",
        "Held",
        "ContactType",
        "Verdict",
        "LineKind",
        "Spot",
    } <= sets


@pytest.mark.parametrize("name", ["translation_status", "scope"])
def test_a_plain_text_would_be_found(library, name):
    language = library.languages["es"]
    object.__setattr__(plain := type(language)(**vars(language)), name, str(getattr(language, name)))
    assert [field for _, field, _ in strays(plain)[0]] == [name]


@pytest.mark.parametrize(
    ("text", "found", "problems"),
    [
        ("review: draft", TranslationStatus.DRAFT, 0),
        ("review: drafd", "drafd", 1),
        ("a: b", "", 1),
    ],
)
def test_a_word_is_read_as_the_member_that_it_names(text, found, problems):
    report = Report("languages.yaml", [])
    with compose(text, report) as mapping:
        word = mapping.one_of("review", TranslationStatus)
        mapping.ignore_rest()
    assert (word, type(word)) == (found, type(found))
    assert len(report.problems) == problems
    assert all("did you mean `draft`?" in str(each) for each in report.problems if "drafd" in text)


def test_a_word_that_is_not_there_is_the_default():
    with compose("a: b", Report("languages.yaml", [])) as mapping:
        mapping.ignore_rest()
        assert mapping.one_of("review", TranslationStatus, TranslationStatus.SOURCE) is TranslationStatus.SOURCE
        assert mapping.one_of("review", TranslationStatus, None) is None
