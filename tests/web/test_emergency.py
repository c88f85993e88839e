"""The prebuilt error pages depend on nothing else, and say whom to call."""

import re
from functools import cache
from pathlib import Path

import html5lib
import pytest
from lxml import etree
from support.html_checks import language_problems, problems
from support.sampling import sample

from guide.i18n.catalogs import catalogs
from guide.loader.content import load
from guide.model.roles import BEING_HELD, IN_DANGER
from guide.web.emergency import page, whom_to_call

ROOT = Path(__file__).parents[2]
LIBRARY = load(ROOT / "content")
STATUSES = (400, 404, 405, 408, 413, 414, 500, 502, 503, 504)
LANGUAGES = [*LIBRARY.languages.values(), None]
HTML = "{http://www.w3.org/1999/xhtml}"
every_page = pytest.mark.parametrize(
    ("language", "status"),
    [(language, status) for status in STATUSES for language in sample(LANGUAGES, 2, seed=status)],
    ids=lambda value: str(getattr(value, "code", value)),
)


@cache
def texts():
    return catalogs(ROOT / "translations", LIBRARY.languages)


@cache
def made(language, status):
    return page(LIBRARY, texts(), language, status)


def tree(body):
    parser = html5lib.HTMLParser(strict=True, tree=html5lib.getTreeBuilder("lxml"), namespaceHTMLElements=True)
    return parser.parse(body, transport_encoding="utf-8")


def words(element):
    return " ".join("".join(element.itertext()).split())


@every_page
def test_a_page_is_valid_and_loads_runs_and_styles_nothing(language, status):
    html = made(language, status).decode()
    assert not [*problems(html), *language_problems(html, LIBRARY)]
    root = tree(made(language, status)).getroot()
    names = {etree.QName(element).localname for element in root.iter(etree.Element)}
    assert not names & {"script", "style", "link", "img", "iframe", "form", "object", "svg"}
    assert not [element for element in root.iter() if "style" in element.attrib]
    metas = {meta.get("name") for meta in root.iter(f"{HTML}meta")}
    assert {"viewport", "color-scheme", "referrer"} <= metas
    assert words(root.find(f".//{HTML}title"))


@every_page
def test_each_language_has_a_section_with_its_direction(language, status):
    root = tree(made(language, status)).getroot()
    expected = [language] if language else list(LIBRARY.languages.values())
    assert (root.get("lang"), root.get("dir")) == (expected[0].code, expected[0].direction)
    sections = list(root.iter(f"{HTML}section"))
    assert [(each.get("lang"), each.get("dir")) for each in sections] == [
        (each.code, each.direction) for each in expected
    ]
    menu = [(link.get("href"), link.get("lang")) for link in root.iter(f"{HTML}a") if link.get("href")[0] == "#"]
    assert menu == ([] if language else [(f"#{each.code}", each.code) for each in expected])


@every_page
def test_a_section_says_whom_to_call_and_leads_on_in_its_language(language, status):
    danger = LIBRARY.pages["emergency"].body[0].text
    for section in tree(made(language, status)).getroot().iter(f"{HTML}section"):
        code = section.get("lang")
        assert words(section.find(f"{HTML}h{1 if language else 2}"))
        links = [link.get("href") for link in section.iter(f"{HTML}a")]
        assert links[0] == LIBRARY.languages[code].leave_to
        assert {f"/{code}/questions", f"/{code}/explain", f"/{code}/help"} <= set(links)
        assert texts()[code].gettext(danger) in [words(paragraph) for paragraph in section.iter(f"{HTML}p")]
        assert "988" in [words(strong) for strong in section.iter(f"{HTML}strong")]


def test_the_danger_text_names_the_number_and_its_danger_in_one_passage():
    (block,) = LIBRARY.pages["emergency"].body
    assert "911" in block.text
    assert "police work with ICE" in block.text
    for catalog in texts().values():
        assert "911" in catalog.gettext(block.text)


@pytest.mark.parametrize("language", LIBRARY.languages.values(), ids=lambda language: language.code)
def test_every_number_has_its_condition_and_evidence(language):
    section = tree(made(language, 503)).getroot().find(f".//{HTML}section")
    gettext = texts()[language.code].gettext
    shown = words(section)
    items = [words(item) for item in section.iter(f"{HTML}li")]
    providers = [
        each for role in (IN_DANGER, BEING_HELD) for each in whom_to_call(LIBRARY, LIBRARY.site.help_section(role))
    ]
    assert {"988", "aba-detention-hotline"} <= {provider.id for provider in providers}
    for provider in providers:
        assert not provider.government_run
        for channel in (channel for channel in provider.channels if channel.reaches):
            reach = channel.shown or channel.from_detention or channel.address
            (item,) = [item for item in items if item.endswith(reach)]
            assert item.startswith(gettext(channel.condition))
        for text in (provider.who, *(each.text for each in provider.evidence)):
            assert gettext(text) in shown


def test_every_number_of_a_page_is_one_of_the_content():
    root = tree(made(None, 500)).getroot()
    known = {reach for provider in LIBRARY.providers for channel in provider.channels for reach in channel.reaches}
    dialled = {link.get("href")[4:] for link in root.iter(f"{HTML}a") if link.get("href").startswith("tel:")}
    assert dialled
    assert dialled <= known


@pytest.mark.parametrize(("status", "as_if"), [(401, 400), (418, 400), (431, 400), (501, 500), (507, 500), (599, 500)])
def test_a_status_without_its_own_text_has_the_general_one(status, as_if):
    assert made(None, status) == made(None, as_if)


def test_each_other_status_has_its_own_text():
    english = LIBRARY.languages["en"]
    titles = {re.search(r"<h1>(.*)</h1>", made(english, status).decode())[1] for status in STATUSES}
    assert len(titles) == len(STATUSES)


def test_a_text_without_a_translation_is_marked_as_english():
    spanish = LIBRARY.languages["es"]
    empty = {**texts(), "es": type(texts()["es"])(spanish, type("None_", (), {"gettext": lambda self, text: ""})())}
    root = tree(page(LIBRARY, empty, spanish, 503)).getroot()
    heading = root.find(f".//{HTML}h1")
    assert heading[0].get("lang") == "en"
    assert heading[0].get("dir") == "ltr"


def test_the_help_page_says_the_same_at_the_top_of_its_section(client):
    html = client.get("/en/help").text
    section = html[html.index('id="help-crisis"') :]
    danger = LIBRARY.pages["emergency"].body[0].text
    assert danger in section
    assert section.index(danger) < section.index('id="helper-988"')
