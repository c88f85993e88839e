"""Catalogues: complete, current, and true to the English."""

import calendar
import datetime as dt
import re
from pathlib import Path

import pytest

from guide import messages
from guide.content import load
from guide.i18n import Catalogue, catalogues, folder
from guide.model import Block
from guide.prose import inline, render

ROOT = Path(__file__).parents[1]
LIBRARY = load(ROOT / "content")
LANGUAGES = messages.targets(LIBRARY)
COMPARED = {
    "links": re.compile(r"\]\(([^)]*)\)"),
    "gaps": re.compile(r"%\(\w+\)s|\{\w+\}"),
    "bold": re.compile(r"\*\*"),
    "numbers": re.compile(r"\d+"),
}


MONTH_NAMES = calendar.month_abbr[1:]
MONTHS = re.compile(rf"\b({'|'.join(MONTH_NAMES)})[a-z]*(?= \d)")


def numbered(english, language):
    """The English, with its months as numbers where the language writes them so: 2026年9月1日."""
    if "9" not in Catalogue(language, None).date(dt.date(2026, 9, 1)):
        return english
    return MONTHS.sub(lambda found: str(MONTH_NAMES.index(found[1]) + 1), english)


def texts(language):
    for message in messages.read(ROOT / "translations", language):
        if message.id and isinstance(message.id, str) and message.string:
            yield message.id, message.string


def test_the_texts_are_found_in_content_and_in_templates():
    found = [*messages.of_content(LIBRARY)], [*messages.of_code()]
    assert len(found[0]) > 800
    assert len(found[1]) > 80


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_language_is_complete(language):
    assert messages.untranslated(ROOT / "translations", language, LIBRARY) == []


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_catalogue_holds_the_texts_of_today_and_no_others(language):
    current = {message.id for message in messages.template(LIBRARY) if message.id}
    assert {message.id for message in messages.read(ROOT / "translations", language) if message.id} == current


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
@pytest.mark.parametrize("what", COMPARED)
def test_a_translation_keeps_what_must_not_change(language, what):
    for english, translation in texts(language):
        assert sorted(COMPARED[what].findall(translation)) == sorted(
            COMPARED[what].findall(numbered(english, language))
        ), translation


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_the_plural_rule_is_the_one_of_the_language_table(language):
    path = folder(ROOT / "translations", language.code) / "messages.po"
    assert f"Plural-Forms: {language.plural};" in path.read_text("utf-8")


def test_a_passage_without_a_translation_is_marked_as_english():
    spanish = catalogues(ROOT / "translations", LIBRARY.languages)["es"]
    (passage,) = render([Block("p", "Nobody has translated this.")], spanish, "/es")
    assert passage.html == "Nobody has translated this."
    assert not passage.translated


def test_a_passage_in_the_source_language_needs_no_mark():
    english = catalogues(ROOT / "translations", LIBRARY.languages)["en"]
    (passage,) = render([Block("p", "Nobody has translated this.")], english, "/en")
    assert passage.translated


def test_the_empty_text_is_never_looked_up():
    assert catalogues(ROOT / "translations", LIBRARY.languages)["es"].gettext("") == ""


def test_a_fuzzy_translation_is_not_shipped(tmp_path):
    (language,) = LANGUAGES[:1]
    catalog = messages.update(tmp_path, language, LIBRARY)
    message = catalog.get("Legal help")
    message.string = "Zzz"
    message.flags.add("fuzzy")
    messages.write(tmp_path, language, catalog)
    messages.compile_catalogue(tmp_path, language)
    assert catalogues(tmp_path, {language.code: language})[language.code].find("Legal help") is None


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "[a](javascript:alert(1))", "<img src=x onerror=y>", "[a](data:text/html,x)"],
)
def test_a_translation_cannot_bring_in_markup(text):
    html = inline(text, "/en")
    assert "<script" not in html
    assert "<img" not in html
    assert "javascript:" not in html
    assert "data:" not in html


def test_links_between_our_pages_stay_in_the_language():
    assert 'href="/es/help"' in inline("[ayuda](page:help)", "/es")
