"""What the files and the routes of the site must not have, for the proof."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from support.html_checks import parsed
from support.sampling import sample
from support.site_pages import PAGES

GUIDE = Path(__file__).parents[2] / "guide"
# How Flask, WSGI, RSGI and proxies name the address of a visitor.
ADDRESS_OF_A_VISITOR = re.compile(
    r"remote_addr|REMOTE_ADDR|access_route|scope\.client|forwarded.for|real.ip", re.IGNORECASE
)
TICKED = ("checkbox", "radio", "hidden", "button", "submit")
MARK = re.compile(r"(^|&)(utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|ref|source|campaign)=", re.IGNORECASE)
LOADED = re.compile(r"@import|url\((?!\s*[\"']?(?:data:|/static/|#))", re.IGNORECASE)


def test_no_style_sheet_loads_anything(app):
    client, assets = app.test_client(), app.extensions["state"].assets
    sheets = [name for name in assets.names() if name.endswith(".css")]
    assert sheets
    for name in sheets:
        assert not LOADED.search(client.get(assets.url(name)).text), name


def test_a_loaded_font_would_be_found():
    assert LOADED.search("@font-face{src:url(https://fonts.example/a.woff2)}")
    assert LOADED.search("@import 'a.css'")
    assert not LOADED.search('a{background:url("/static/img/a.svg")}')


def test_no_module_asks_for_the_address_of_a_visitor():
    found = [path.name for path in GUIDE.rglob("*.py") if _asks(path.read_text("utf-8"))]
    assert found == []


def test_an_address_would_be_found():
    assert _asks("request.remote_addr")
    assert _asks("headers.get('X-Forwarded-For')")
    assert not _asks('if not name.startswith("x-forwarded-"): pass')


def _asks(code):
    return bool(ADDRESS_OF_A_VISITOR.search(code))


def test_only_the_form_can_be_sent(app):
    for rule in app.url_map.iter_rules():
        if "POST" in rule.methods:
            assert rule.rule.endswith(("/questions", "/result")), rule.rule
        assert rule.methods <= {"GET", "HEAD", "OPTIONS", "POST"}, rule.rule


@pytest.mark.parametrize("path", sample(PAGES, 12))
def test_no_field_for_words_is_sent(client, path):
    document = parsed(client.get(path).text)
    assert not document.all("textarea")
    for field in document.all("input"):
        in_a_form = any(above.tag == "form" for above in document.above(field))
        # The search among papers works on the device: a field without a name is sent by no browser.
        assert field.get("type") in TICKED or not (field.get("name") and in_a_form), field.attrib
        assert field.get("type") != "file"
    assert not [form.attrib for form in document.all("form") if form.get("enctype")]


@pytest.mark.parametrize("path", sample(PAGES, 12))
def test_no_link_carries_a_mark(client, path):
    for link in parsed(client.get(path).text).all("a"):
        place = urlsplit(link.get("href") or "")
        assert not (place.netloc and MARK.search(place.query)), link.get("href")
