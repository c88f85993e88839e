"""The kit: its size, that it asks nobody for anything, that no text is lost, the command, and what the site offers."""

import base64
import datetime as dt
import hashlib
import re

import pytest
from lxml import html
from support import day
from support.exported import settings
from support.sampling import sample
from support.site_pages import LANGUAGES

from guide.config import CHECKOUT, Settings
from guide.html.links import Link
from guide.html.markdown import said
from guide.web import create_app
from guide.web.assets import Assets
from guide.web.export.site import app_for, files
from guide.web.kit import bundle, lean, made
from guide.web.state import state_of

pytestmark = pytest.mark.slow  # `make check` leaves it out: a kit takes a second

ADDRESS = "https://guide.example.org"
CHAPTERS = ["held", "officers", "papers", "plan", "cards", "help", "questions", "steps", "warnings", "ended"]
ALL = [*((code,) for code in LANGUAGES), ("es", "en")]
CONTROLS = ".//form | .//button | .//input | .//select | .//textarea"


@pytest.fixture(scope="module")
def kit(app):
    def get(*codes):
        with app.app_context():
            return made.kit(codes)

    return get


@pytest.fixture(scope="module")
def page(kit):
    def get(*codes):
        return html.fromstring(kit(*codes).body)

    return get


@pytest.fixture(scope="module")
def with_address():
    return create_app(Settings(today=day.today, address=ADDRESS))


def words(element):
    return " ".join(element.text_content().split())


def in_words(text, catalog):
    """Return a text of the content as a page says it."""
    if not text:
        return ""
    return words(html.fromstring(f"<p>{said(text, catalog, lambda page: Link(page))[0]}</p>"))


@pytest.mark.parametrize("codes", sample(ALL, 3), ids="+".join)
def test_a_kit_fits_into_a_message(kit, with_address, codes):
    most = 300_000 if codes == ("en",) else 500_000
    assert len(kit(*codes).body) <= most
    with with_address.app_context():
        assert len(made.kit(codes).body) <= most


@pytest.mark.parametrize("codes", [("en",), ("ar",), ("es", "en")], ids="+".join)
def test_a_kit_asks_nobody_for_anything(kit, page, codes):
    body, document = kit(*codes).body.decode(), page(*codes)
    policy = document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    scripts = [one for one in document.xpath("//script") if one.get("type") != "application/json"]
    for name, elements in (("script-src", scripts), ("style-src", document.xpath("//style"))):
        digests = [base64.b64encode(hashlib.sha256(one.text.encode()).digest()).decode() for one in elements]
        assert re.search(rf"{name} ([^;]*)", policy)[1] == " ".join(f"'sha256-{one}'" for one in digests)
    assert policy.startswith("default-src 'none';")
    assert not document.xpath("//link | //img | //iframe | //base | //*[@src] | //*[@style] | //*[@action]")
    assert not re.search(r"url\(|@import|@font-face", body)
    assert not re.search(r"\bfetch\(|XMLHttpRequest|localStorage|sessionStorage|indexedDB|document\.cookie", body)


@pytest.mark.parametrize("codes", [("en",), ("es",), ("es", "en")], ids="+".join)
def test_each_link_leads_to_a_chapter_or_out(page, codes):
    ids = page(*codes).xpath("//@id")
    assert len(ids) == len(set(ids))
    for href in page(*codes).xpath("//a/@href"):
        assert re.match(r"(https://|tel:|mailto:|#)", href), href
        assert href[0] != "#" or href[1:] in ids, href


def test_links_to_other_pages_lead_to_the_site_that_is_known(with_address, page):
    with with_address.app_context():
        known = html.fromstring(made.kit(("es",)).body)
    assert known.xpath(f"//a[starts-with(@href, '{ADDRESS}/es/changes#')]")
    assert known.xpath("//svg[@role='img']"), "the code that a phone camera reads"
    assert ADDRESS not in words(page("es"))
    assert not page("es").xpath("//svg")


@pytest.mark.parametrize("codes", [("en",), ("ar",), ("es", "en")], ids="+".join)
def test_without_script_it_is_a_book_in_order_and_no_button_shows(page, codes):
    document = page(*codes)
    assert document.xpath("//main//section/@id") == CHAPTERS
    assert document.xpath("//nav//a/@href") == [f"#{each}" for each in CHAPTERS]
    (template,) = document.xpath("//template")
    assert template.xpath(CONTROLS)
    template.drop_tree()
    assert document.xpath(CONTROLS) == []


def test_it_says_in_words_until_when_it_is_good(page):
    assert "Facts checked through September 1, 2026." in words(page("en"))
    assert "This copy is from November 30, 2026. After November 30, 2026, look for a newer one." in words(page("en"))
    (note,) = page("en").xpath("//*[@data-expires='2026-11-30'][@hidden]")
    assert "It is too old since November 30, 2026." in words(note)


def test_a_kit_of_old_content_says_on_top_that_nobody_checked_it():
    with create_app(Settings(today=lambda: dt.date(2027, 3, 1))).app_context():
        document = html.fromstring(made.kit(("en",)).body)
    assert words(document.xpath("//main/*")[0]).startswith("Nobody has checked this guide since")
    assert not document.xpath("//*[@data-expires]")


def test_it_has_its_version(app, page):
    assert f"Version: {state_of(app).fingerprint}" in words(page("en"))


def lines_of(library):
    """Yield each line of the pages that are chapters."""
    for name in ("held", "officers", "papers", "plan", "steps"):
        for part in library.urgent[name].parts:
            yield from part.acts


@pytest.mark.parametrize("codes", [("en",), ("ar",), ("es", "en")], ids="+".join)
def test_no_line_and_no_warning_is_lost(app, page, library, codes):
    text = words(page(*codes))
    for code in codes[:1]:
        catalog = state_of(app).catalogs[code]
        every = [each for line in lines_of(library) for each in (line.text, line.more, *line.said) if each]
        for item in library.current_law.findings:
            every += [item.title, item.step, item.step_more, *(block.text for block in item.body)]
        every += [each for entry in library.providers for each in (entry.summary, entry.who)]
        every += [guideline.summary for guideline in library.guidelines.values() if not guideline.current_law]
        lost = [each for each in every if each and in_words(each, catalog) not in text]
        # Whom to call first says all but the summary of the group.
        firsts = {entry.summary for entry in library.providers if entry.first_in}
        assert [each for each in lost if each not in firsts] == []


def test_each_number_and_each_danger_of_a_helper_is_there(page, library):
    text = words(page("en"))
    for entry in library.providers:
        assert entry.name in text
        for channel in entry.channels:
            if channel.shown and not entry.first_in:
                assert channel.shown in text, entry.id
        if entry.careful and not entry.first_in:
            assert in_words(entry.careful, _Source) in text, entry.id


class _Source:
    """The catalog of the source language: each text is its own translation."""

    @staticmethod
    def find(text):
        return text


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_the_english_of_an_act_never_stands_without_its_exception(page, library, code):
    mores = {}
    for line in lines_of(library):
        mores.setdefault(in_words(line.text, _Source), []).append(in_words(line.more, _Source))
    for item in library.current_law.findings:
        mores.setdefault(in_words(item.step, _Source), []).append(in_words(item.step_more, _Source))
    shown = 0
    for bold in page(code).xpath("//*[contains(@class, 'english')]//b"):
        if found := mores.get(words(bold)):
            shown += 1
            assert any(more in words(bold.getparent()) for more in found), words(bold)
    assert shown > 100


def test_what_a_short_kit_leaves_out_it_says(page):
    note = "So that the file stays small, some texts are in one language only."
    assert note in words(page("es", "en"))
    assert note not in words(page("en"))


def test_sheets_without_lines_of_their_own_lead_to_the_lines(library):
    for sheet in library.pocket.values():
        for block in sheet.blocks:
            there = made._elsewhere(library, sheet, block)
            assert bool(there) == (sheet.id in made.LEADING)
            parts = {ref.rpartition("/")[0] for ref in block.refs}
            assert not there or len(parts) == 1 or all(part.startswith("papers/") for part in parts)


def test_the_same_content_gives_the_same_bytes():
    bodies = []
    for _ in range(2):
        made._kept.clear()
        with create_app(Settings(today=day.today)).app_context():
            bodies.append(made.kit(("en",)).body)
    assert bodies[0] == bodies[1]


def test_little_markup_says_the_same():
    text = """<div><h1> A  b </h1><p class="warn more">one <strong>two</strong> <span class="unseen">x</span></p>
      <ul role="list"><li data-kind="do"><p>three</p></li> <li>four</li></ul><svg></svg>
      <p>"<span lang="en" dir="ltr">I want</span>" <a href="/es/privacy">five</a></p></div>"""
    small = lean.written(lean.tree(text, lambda href: ""), rtl=False)
    assert (
        small
        == '<h1>A b</h1><p class=warn>one <b>two</b><ul><li><p>three<li>four</ul><p>"<i lang=en>I want</i>" five</p>'
    )


def test_a_condition_is_apart_from_its_number():
    text = '<ul><li><span class="fine">At night.</span><a href="tel:1">1</a></li></ul>'
    assert lean.written(lean.tree(text, str), rtl=False) == "<ul><li>At night. <a href=tel:1>1</a></ul>"


def test_a_second_language_goes_where_a_kit_is_too_large():
    pair = (
        '<div><p data-later="help"><span class="pair side"><span class="order">1</span><span class="text" lang="es">uno'
        '</span><span class="text" lang="en">one</span></span></p><p data-code>2019</p></div>'
    )
    root = lean.tree(pair, lambda href: "")
    assert lean.written(root, rtl=False) == "<p>uno<i lang=en>one</i><p>2019</p>"
    assert lean.written(root, rtl=False, without=["help"]) == "<p>uno<p>2019</p>"
    assert lean.written(root, rtl=False, without=["help", "code"]) == "<p>uno</p>"


def test_modules_become_one_script():
    modules = {
        "a.mjs": 'import { two } from "./b.mjs";\nimport "./c.mjs";\nconst own = two();\n',
        "b.mjs": "const own = 2;\nexport const two = () => own;\nexport function three() {\n  return 3;\n}\n",
        "c.mjs": 'import { two } from "./b.mjs";\ntwo();\n',
    }
    script = bundle.joined("a.mjs", modules.__getitem__)
    assert script.index("const of_b") < script.index("const of_c") < script.index("const of_a")
    assert script.count("const own = 2;") == 1
    assert "return { two };" in script, "a function that nothing uses is left out"
    assert "three" not in script
    assert "const { two } = of_b;" in script


@pytest.mark.parametrize(
    "text",
    [
        'import * as all from "./b.mjs";\n',
        "export { own };\n",
        'const later = import("./b.mjs");\n',
        'import { a as b } from "./b.mjs";\n',
    ],
)
def test_a_module_of_another_form_is_refused(text):
    with pytest.raises(bundle.CannotJoin):
        bundle.joined("a.mjs", {"a.mjs": text, "b.mjs": ""}.__getitem__)


def test_assets_keep_files_as_they_are_written():
    listed = {"css/site.css": b'@import "./a.css"; /* text */\n@import "./large.css";\n', "css/large.css": b""}
    assert Assets.of({**listed, "css/a.css": b"a { }"}, {}, ()).written("css/a.css") == "a { }"


def test_the_command_writes_a_kit_and_tells_its_checksum(run, kit, tmp_path):
    done = run("kit", "--lang", "en", "--out", tmp_path / "new")
    assert done.exit_code == 0, done.output
    (path,) = (tmp_path / "new").iterdir()
    assert path.name == "know-the-guidelines-en.html"
    assert path.read_bytes() == kit("en").body
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert f"{path}  {path.stat().st_size} bytes  sha256 {digest}\n" in done.output


@pytest.mark.parametrize("lang", ["xx", "es+xx", "es+es", "es+en+ar", "es+"])
def test_an_unknown_language_or_pair_is_refused(run, tmp_path, lang):
    done = run("kit", "--lang", lang, "--out", tmp_path)
    assert done.exit_code == 2
    assert done.output == f"unknown language or pair `{lang}`; use one of: {', '.join(LANGUAGES)}\n"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told_in_one_sentence(run, tmp_path):
    (tmp_path / "file").write_text("")
    done = run("kit", "--lang", "en", "--out", tmp_path / "file")
    assert done.exit_code == 2
    assert re.fullmatch(r"\S+ cannot be written: [\w ]+\.\n", done.output)


def test_the_page_of_cards_offers_the_kit_with_size_day_and_checksum(client, kit):
    answer = client.get("/es/kit/know-the-guidelines-es.html")
    assert answer.data == kit("es").body
    assert answer.headers["Content-Disposition"] == 'attachment; filename="know-the-guidelines-es.html"'
    assert answer.headers["Content-Security-Policy"] == f"{kit('es').policy}; frame-ancestors 'none'"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    offer = html.fromstring(client.get("/es/pocket").text).get_element_by_id("kit")
    assert offer.xpath(".//a/@href") == ["/es/kit/know-the-guidelines-es.html"]
    assert kit("es").sha256 in words(offer)
    assert f"{round(len(answer.data) / 1000)} kB" in words(offer)
    assert "30 de noviembre de 2026" in words(offer)
    assert "quítelo de las descargas" in words(offer)


def test_a_page_in_two_languages_offers_both_kits(client):
    offer = html.fromstring(client.get("/es+en/pocket").text).get_element_by_id("kit")
    assert [href.rpartition("-")[2] for href in offer.xpath(".//a/@href")] == ["es.html", "en.html"]


@pytest.mark.parametrize("path", ["/es/kit/know-the-guidelines-en.html", "/es/kit/other.html", "/es+en/kit/x.html"])
def test_no_other_name_is_a_kit(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.whole
def test_an_export_offers_kits_only_with_them():
    plain = app_for(settings(), ()).test_client().get("/en/pocket").text
    assert "/kit/" not in plain
    export = app_for(Settings(CHECKOUT, day.today, ADDRESS), ("kits",))
    every = files(export, "en")
    found = next(file for file in every if "/kit/" in file.name)
    assert found.name == "en/kit/know-the-guidelines-en.html"
    assert found.language == "en"
    with export.app_context():
        assert found.body == made.kit(("en",)).body, "its policy and its checksum are of these bytes"
    assert f"{ADDRESS}/en/changes/#".encode() in found.body, "as hosts of files answer it"
