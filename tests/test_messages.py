"""Catalogs: complete, current, and consistent with the English."""

from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path

import pytest

from guide.html.links import Link
from guide.html.markdown import inline, render, said
from guide.i18n import messages, po
from guide.i18n.catalogs import LanguageCatalog, catalogs
from guide.lint.parity import changed
from guide.lint.translations import missing, translations
from guide.loader.content import load
from guide.model.content import Block

pytestmark = pytest.mark.slow  # `make check` leaves it out: it makes many pages

ROOT = Path(__file__).parents[1]
LIBRARY = load(ROOT / "content")
LANGUAGES = messages.targets(LIBRARY)
CATALOGUES = translations(ROOT / "translations", LIBRARY)


def test_the_texts_are_found_in_content_and_in_templates():
    found = [*messages.of_content(LIBRARY)], [*messages.of_code()]
    assert len(found[0]) > 800
    assert len(found[1]) > 80


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_language_is_complete(language):
    assert messages.untranslated(ROOT / "translations", language, LIBRARY) == []


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_catalog_holds_the_texts_of_today_and_no_others(language):
    current = {message.id for message in messages.template(LIBRARY) if message.id}
    assert {message.id for message in messages.read(ROOT / "translations", language) if message.id} == current


@pytest.mark.parametrize("translated", CATALOGUES, ids=lambda translated: translated.language.code)
def test_a_translation_keeps_what_must_not_change(translated):
    assert len(list(translated)) > 0
    assert list(changed(translated)) == []


def test_each_catalog_is_named_by_its_file():
    for translated in CATALOGUES:
        assert (ROOT / translated.path).exists()
        lines = (ROOT / translated.path).read_text("utf-8").splitlines()
        for message in translated:
            assert lines[translated.line(message.id) - 1].startswith("msgid"), message.id


def test_an_untranslated_text_is_reported_at_the_english(tmp_path):
    spanish = replace(LIBRARY, languages={"es": LIBRARY.languages["es"]})
    catalog = messages.read(ROOT / "translations", LIBRARY.languages["es"])
    tagline = LIBRARY.site.tagline
    catalog.get(tagline).flags.add("fuzzy")
    messages.write(tmp_path, LIBRARY.languages["es"], catalog)
    (problem,) = set(missing(tmp_path, spanish)) - set(missing(ROOT / "translations", spanish))
    assert (problem.path, problem.code) == ("content/site.yaml", "untranslated")
    assert tagline in (ROOT / problem.path).read_text("utf-8").splitlines()[problem.line - 1]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_the_plural_rule_is_the_one_of_the_language_table(language):
    path = po.file(ROOT / "translations", language.code)
    assert f"Plural-Forms: {language.plural};" in path.read_text("utf-8")


def test_a_passage_without_a_translation_is_marked_as_english():
    spanish = catalogs(ROOT / "translations", LIBRARY.languages)["es"]
    (passage,) = render([Block("p", "Nobody has translated this.")], spanish, plain)
    assert passage.html == "Nobody has translated this."
    assert not passage.translated


def test_a_passage_in_the_source_language_needs_no_mark():
    english = catalogs(ROOT / "translations", LIBRARY.languages)["en"]
    (passage,) = render([Block("p", "Nobody has translated this.")], english, plain)
    assert passage.translated


def plain(page):
    """Links as on a plain page in Spanish."""
    return Link(f"/es/{page}")


EN = '<span lang="en" dir="ltr">'


class Spanish:
    """Says one thing, whatever is asked."""

    def __init__(self, says):
        self.find = lambda text: says


@pytest.mark.parametrize(
    ("says", "html"),
    [
        ("Una suspensión (stay of removal)", f"Una suspensión ({EN}stay of removal</span>)"),
        ('"Removal", en inglés', f'"{EN}Removal</span>", en inglés'),
        ("«removal» y (la salida)", f"«{EN}removal</span>» y (la salida)"),
        ("Una orden (2026)", "Una orden (2026)"),
    ],
)
def test_words_that_a_translation_leaves_in_english_are_marked(says, html):
    assert said("In 2026, a stay of removal", Spanish(says), plain) == (html, True)


def test_the_source_language_marks_nothing_in_brackets():
    text = "A pause (stay of removal)"
    assert said(text, Spanish(text), plain) == (text, True)


def test_the_empty_text_is_never_looked_up():
    assert catalogs(ROOT / "translations", LIBRARY.languages)["es"].gettext("") == ""


def test_a_fuzzy_translation_is_not_shipped(tmp_path):
    (language,) = LANGUAGES[:1]
    catalog = messages.update(tmp_path, language, LIBRARY)
    message = catalog.get("Legal help")
    message.string = "Zzz"
    message.flags.add("fuzzy")
    messages.write(tmp_path, language, catalog)
    assert catalogs(tmp_path, {language.code: language})[language.code].find("Legal help") is None


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "[a](javascript:alert(1))", "<img src=x onerror=y>", "[a](data:text/html,x)"],
)
def test_a_translation_cannot_bring_in_markup(text):
    html = inline(text, plain)
    assert "<script" not in html
    assert "<img" not in html
    assert "javascript:" not in html
    assert "data:" not in html


def test_links_between_our_pages_stay_in_the_language():
    assert 'href="/es/help"' in inline("[ayuda](page:help)", plain)


def test_a_link_in_a_text_says_where_it_opens():
    out = inline("[ayuda *ya*](page:help)", lambda page: Link(f"/es/{page}", new_tab=True, note="(abre otra pestaña)"))
    assert out == (
        '<a href="/es/help" target="_blank" rel="noreferrer noopener">ayuda <em>ya</em>'
        '<span class="unseen"> (abre otra pestaña)</span></a>'
    )


def test_a_text_cannot_open_tabs_or_dress_as_something_else():
    html = inline('<a href="page:help" target="frame">a</a> <span class="warn" id="x">b</span>', plain)
    assert html == '<a rel="noreferrer noopener">a</a> <span>b</span>'


def test_items_stand_between_the_comma_of_their_language():
    known = catalogs(ROOT / "translations", LIBRARY.languages)
    assert {code: catalog.comma for code, catalog in known.items()} == {
        "en": ", ",
        "es": ", ",
        "ar": "\N{ARABIC COMMA} ",
        "zh-Hans": "\N{IDEOGRAPHIC COMMA}",
    }


@pytest.mark.parametrize(("locale", "comma"), [("he", ", "), ("ko", ", "), ("am", "\N{ETHIOPIC COMMA} ")])
def test_other_languages_have_a_comma_too(locale, comma):
    assert LanguageCatalog(replace(LIBRARY.languages["es"], locale=locale), NullTranslations()).comma == comma
