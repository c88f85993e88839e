"""Every referenced static file exists, or the site does not start."""

import re
import shutil

import pytest

from guide.config import CHECKOUT, Settings
from guide.model.problems import ContentError
from guide.web import asset_names, create_app, sheets

LANGUAGES = ("en", "es")
STYLES = list((CHECKOUT / "static" / "css").glob("*.css"))
MEDIA = re.compile(r"(?m)^@media ([^{]+?) \{$")
CALL = re.compile(r"\basset\(([^)]*)\)")


@pytest.fixture
def static(tmp_path):
    shutil.copytree(CHECKOUT / "static", tmp_path / "static")
    return tmp_path / "static"


def reported(static, **options):
    return [str(problem) for problem in asset_names.missing(static, LANGUAGES, **options)]


def test_nothing_is_missing(library):
    assert list(asset_names.missing(CHECKOUT / "static", library.languages)) == []


def test_each_form_of_asset_reference_is_found():
    calls = [call for path in asset_names.TEMPLATES.rglob("*.html") for call in CALL.findall(path.read_text("utf-8"))]
    assert len(calls) > 15
    not_literal = [call for call in calls if not re.fullmatch(r'"[^"]+"', call)]
    of_kind = ['"css/beside-" ~ (style | default("text"', '"css/for-" ~ (style | default("text"']
    # The sheets of kinds are joined, and the pictures of partners are made.
    assert sorted(not_literal) == [*of_kind, '"img/share-" ~ language.code ~ ".png"', "partner.asset"]
    names = {name for name, _ in asset_names._asked(LANGUAGES)}
    assert {call.strip('"') for call in calls if call not in not_literal} <= names
    assert {"img/share-en.png", "img/share-es.png"} <= names


def test_generated_files_are_not_required(app):
    assets = app.extensions["state"].assets
    assert "css/partners.css" in assets.names()
    assert "#q-offense" in assets.text("css/for-questions.css")


@pytest.mark.parametrize(
    ("name", "by"),
    [
        ("img/mark.svg", "templates/base.html"),
        ("js/clinics.mjs", "templates/clinics.html"),
        ("js/form.mjs", "the program"),  # a module that is sent in a file with others
        ("js/heights.mjs", "js/frame.mjs"),  # a module that only other modules import
        ("js/embed.js", "the program"),
        ("css/site.css", "templates/base.html"),
        ("css/tokens.css", "css/site.css"),
        ("img/share-es.png", "templates/base.html"),
    ],
)
def test_a_missing_file_is_reported_with_what_needs_it(static, name, by):
    (static / name).unlink()
    (line,) = reported(static)
    assert line.startswith(f"static/{name}:1: the file is missing; add it: {by}")


def test_a_style_sheet_that_nothing_loads_is_an_error(static):
    (static / "css" / "extra.css").write_text("a{color:red}")
    (line,) = reported(static)
    assert line == "static/css/extra.css:1: no page loads this style sheet; list it in css/site.css or remove it"


def test_a_kind_of_page_without_a_sheet_is_an_error(static, monkeypatch):
    monkeypatch.setattr(asset_names, "_asked", lambda languages: iter([("css/for-nothing.css", "templates/page.html")]))
    assert any("no part is for the sheet css/for-nothing.css" in line for line in reported(static))


def test_the_parts_are_sent_in_the_order_of_their_list(app, static):
    assets = app.extensions["state"].assets
    listed = (static / "css" / "site.css").read_text("utf-8")
    first = {
        "tokens": "color-scheme:",
        "base": "*,::before",
        "controls": "main{",
        "asking": ".where{",
        "modes": "@media (prefers-reduced-motion",
        "acts": ".act{",
    }
    sheet = assets.text("css/for-questions.css")
    places = [sheet.index(words) for words in first.values()]
    assert places == sorted(places)
    assert [listed.index(f"./{part}.css") for part in first] == sorted(listed.index(f"./{part}.css") for part in first)
    assert "@import" not in sheet


def test_what_is_for_paper_comes_apart_and_later_parts_still_win(app):
    assets = app.extensions["state"].assets
    screen, paper = assets.text("css/for-held.css"), assets.text("css/beside-held.css")
    assert "@page{" not in screen
    assert "(max-width:15em){body" not in screen
    assert paper.startswith("@media screen and (max-width:15em){body")
    # held.css overrides print.css, so it comes again after it; what is only for paper is in one of both.
    assert ".held-page>h1" in screen
    assert paper.index("@page{") < paper.index(".english") < paper.index(".held-page>h1")
    assert screen.count("@media print") < paper.count("@media print")


def test_the_sheet_beside_is_used_where_a_rule_of_its_own_parts_could_apply(client):
    css = CHECKOUT / "static" / "css"
    asked = {found for name in ("large", "low") for found in MEDIA.findall((css / f"{name}.css").read_text("utf-8"))}
    # A condition that asks for more than another one is in that.
    assert {"print", *asked - {"screen and (max-height: 29.99em) and (max-width: 15em)"}} == set(
        sheets.BESIDE.split(", ")
    )
    assert f'media="{sheets.BESIDE}"' in client.get("/en/held").text


def test_only_letters_of_the_languages_of_the_site_have_rules():
    files = {path.relative_to(CHECKOUT / "static").as_posix(): path.read_bytes() for path in STYLES}
    files["css/follow-ups.css"] = b""
    sheet = sheets.joined(files, ("en", "ar"))["css/for-held.css"].decode()
    assert ":lang(ar),\n:lang(fa)" in sheet
    assert ":lang(hi)" not in sheet
    assert ":lang(zh)" not in sheet
    assert ":lang(ne)" in sheets.joined(files, ("en", "ne"))["css/for-held.css"].decode()


def test_a_kind_of_page_has_only_the_parts_that_it_needs(app):
    assets = app.extensions["state"].assets
    assert ".option:hover" not in assets.text("css/for-start.css")


def test_a_result_on_the_device_has_what_the_sheet_of_the_questions_lacks(app):
    assets = app.extensions["state"].assets
    screen, questions = assets.text("css/for-device.css"), assets.text("css/for-questions.css")
    assert ".option:hover" not in screen
    assert ".option:hover" in questions
    assert ".finding{" not in questions
    # What adjusts it for forced colors comes once more, after it.
    assert screen.index(".finding{") < screen.index("(forced-colors:active){.exit")
    beside = assets.text("css/beside-device.css")
    assert all(words in beside for words in (".option{", ".finding", "(max-width:15em)"))


def test_a_site_without_a_public_address_needs_no_pictures_for_others(static):
    (static / "img" / "share-es.png").unlink()
    assert reported(static, shared=False) == []


@pytest.mark.parametrize("name", ["img/mark.svg", "js/form.mjs"])
def test_the_site_does_not_start_without_it(static, name):
    for folder in ("content", "translations"):
        (static.parent / folder).symlink_to(CHECKOUT / folder)
    (static / name).unlink()
    with pytest.raises(ContentError, match=rf"^static/{name}:1: the file is missing; "):
        create_app(Settings(static.parent))


def test_an_unreadable_file_is_an_error(static):
    (static / "img" / "loop.svg").symlink_to("loop.svg")
    with pytest.raises(ContentError, match=r"^static/img/loop\.svg:1: the file cannot be read: Too many levels"):
        asset_names.read(static, LANGUAGES, shared=True)


def test_only_files_in_folders_are_served(library):
    names = asset_names.read(CHECKOUT / "static", library.languages, shared=True)
    assert (CHECKOUT / "static" / "README.md").is_file()
    assert {name.partition("/")[0] for name in names} == {"css", "img", "js", "minified"}
