"""PDF handouts: pages, text, languages and tags."""

import datetime as dt
import unicodedata

import pytest
from click.testing import CliRunner
from pypdf import PdfReader
from support import day
from support.sampling import WHOLE
from support.tagged_pdf import figures, titles

from guide.cli.chromium import BROWSERS
from guide.cli.handout import ON_PAPER
from guide.cli.main import main
from guide.config import CHECKOUT, Settings
from guide.web import create_app
from guide.web.views.handouts import VIEWS

ADDRESS = "https://guide.example.org"
# In English; in two languages, or in a draft, whose back has the same in English. The short one is one sheet; two
# drafts on it have a third side, with the English.
MOST = {"handout": (1, 2), "handout-long": (4, 8), "question-sheet": (3, 6)}
TWO_DRAFTS = {"handout": 3, "handout-long": 12}
ONE = [(lang, kind) for lang in ("en", "es", "ar", "zh-Hans") for kind in ("handout", "handout-long")]
TWO = [(pair, kind) for pair in ("es+en", "ar+en", "zh-Hans+es") for kind in ("handout", "handout-long")]
SHEETS = [("en", "question-sheet"), ("es+en", "question-sheet")]
# Other tests here read these, so they cost nothing more. The long ones are those of `make test-all`.
READ_ANYWAY = [("ar", "handout"), ("en", "question-sheet")]
CASES = [*ONE, *TWO, *SHEETS] if WHOLE else READ_ANYWAY
FONTS = {"ar": "Arabic", "zh-Hans": "CJKsc"}


def run(*options, **environment):
    return CliRunner(env=environment).invoke(main, ["handout", *options], default_map=day.COMMANDS)


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    folder, made = tmp_path_factory.mktemp("pdf"), {}

    def reader(lang, kind):
        if (lang, kind) not in made:
            options = ["--lang", lang, "--kind", kind, "--address", ADDRESS, "--out", str(folder)]
            result = run(*options)
            assert result.exit_code == 0, result.output
            made[lang, kind] = PdfReader(folder / f"{kind}.{lang}.pdf")
        return made[lang, kind]

    return reader


def words(pdf):
    """The text, with Arabic letters as they are written in the catalog."""
    return " ".join(unicodedata.normalize("NFKC", " ".join(page.extract_text() for page in pdf.pages)).split())


def fonts(pdf):
    found = set()
    for page in pdf.pages:
        for font in (each.get_object() for each in page["/Resources"]["/Font"].values()):
            # Glyphs that Chromium draws itself (Type 3) are named in their descriptor.
            found.add(str(font.get("/BaseFont") or font["/FontDescriptor"].get_object()["/FontName"]))
    return " ".join(found)


@pytest.mark.parametrize(("lang", "kind"), CASES)
def test_a_handout_fits_its_pages_and_can_be_read_aloud(printed, library, lang, kind):
    pdf = printed(lang, kind)
    drafts = sum(library.languages[code].translation_status == "draft" for code in lang.split("+"))
    assert len(pdf.pages) <= (TWO_DRAFTS[kind] if drafts == 2 else MOST[kind][drafts > 0])
    assert pdf.trailer["/Root"]["/Lang"] == lang.split("+")[0]
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert pdf.trailer["/Root"]["/StructTreeRoot"]
    for code in lang.split("+"):
        assert FONTS.get(code, "") in fonts(pdf)
    assert [figure for figure in figures(pdf.trailer["/Root"]["/StructTreeRoot"]) if not figure] == []


@pytest.mark.whole
def test_the_outline_of_a_handout_has_its_headings(printed):
    pdf = printed("en", "handout")
    assert titles(pdf.outline)[:3] == ["Know what is true today", "What is true today", "What to do"]
    assert [figure for figure in figures(pdf.trailer["/Root"]["/StructTreeRoot"]) if figure], "the code"


def test_a_handout_has_current_law_help_and_the_address(printed):
    said = words(printed("en", "handout"))
    assert "The old lists from 2011 and 2021 are history, and they do not protect anyone now." in said
    assert "1-800-898-7180" in said
    assert "2150#" in said
    assert "guide.example.org/en/" in said
    assert "Leave this site quickly" not in said


@pytest.mark.whole
def test_arabic_and_chinese_words_are_in_the_pdf(app, printed):
    catalogs = app.extensions["state"].catalogs
    title = catalogs["zh-Hans"].find("Know what is true today")
    assert title in words(printed("zh-Hans", "handout")).replace(" ", "")
    # A reader of PDF gives the letters of a line; which end it starts from depends on the reader.
    arabic = {word for word in catalogs["ar"].find("How to check a helper").split() if len(word) > 3}
    said = words(printed("ar", "handout"))
    assert any(word in said or word[::-1] in said for word in arabic)


@pytest.mark.whole
def test_a_bilingual_handout_has_the_right_order(printed):
    said = words(printed("es+en", "handout"))
    spanish, english = said.index("Qué hacer"), said.index("What to do")
    assert spanish < english < said.index("Cómo verificar a un ayudante") < said.index("How to check a helper")


def test_the_sheet_has_the_numbers_of_the_screen(printed, library):
    said = words(printed("en", "question-sheet"))
    places = [said.index(f"{number}. {question.ask}") for number, question in enumerate(library.questions, 1)]
    assert places == sorted(places)


@pytest.mark.whole
def test_an_unknown_language_is_refused(tmp_path):
    result = run("--lang", "es+xx", "--out", str(tmp_path))
    assert result.exit_code == 2
    assert "unknown language or pair `es+xx`" in result.output


def linked(root):
    """Fills the folder with what a site reads, and gives it back."""
    for folder in ("content", "translations", "static"):
        (root / folder).symlink_to(CHECKOUT / folder)
    return root


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A root folder whose English handout of one page was printed on a day, for a site with an address."""
    root = linked(tmp_path_factory.mktemp("built"))
    result = run("--lang", "en", "--kind", "handout", GUIDE_ROOT=str(root), GUIDE_ADDRESS=ADDRESS)
    assert result.exit_code == 0, result.output
    return root


@pytest.mark.whole
def test_a_handout_of_a_stopped_clock_has_a_notice(tmp_path, printed):
    options = ["--lang", "en", "--kind", "handout", "--out", str(tmp_path)]
    result = CliRunner().invoke(main, ["handout", *options, "--today", "2026-11-22"])
    assert result.exit_code == 0, result.output
    assert "Its clock is stopped at November 22, 2026." in words(PdfReader(tmp_path / "handout.en.pdf"))
    assert day.COMMANDS["handout"]["no_clock_notice"]
    assert "Its clock is stopped" not in words(printed("en", "handout"))


def site(root, on=day.TODAY, address=ADDRESS):
    return create_app(Settings(root, lambda: on, address)).test_client()


def test_the_site_offers_the_pdf_of_its_page(built):
    client = site(built)
    assert 'href="/en/handout.pdf"' in client.get("/en/advocates").text
    answer = client.get("/en/handout.pdf")
    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF-")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="handout.en.pdf"'
    assert client.get("/en/handout.pdf", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


@pytest.mark.parametrize("path", ["/en/handout-long.pdf", "/es/handout.pdf", "/en/explain.pdf", "/en/..pdf"])
@pytest.mark.whole
def test_a_missing_pdf_is_not_offered(built, path):
    client = site(built)
    assert client.get(path).status_code == 404
    assert f'"{path}"' not in client.get(f"{path[:3]}/advocates").text


@pytest.mark.parametrize(
    "changed", [{"on": dt.date(2027, 11, 22)}, {"address": "https://other.example.org"}], ids=["day", "address"]
)
def test_a_pdf_is_not_offered_after_its_page_changed(built, changed):
    client = site(built, **changed)
    assert client.get("/en/handout.pdf").status_code == 404
    assert "handout.pdf" not in client.get("/en/advocates").text
    assert 'href="/en/handout"' in client.get("/en/advocates").text


def test_an_old_pdf_gets_no_new_fingerprint_if_the_browser_fails(built, tmp_path, monkeypatch):
    for program in BROWSERS:
        fake = tmp_path / program
        fake.write_text("#!/bin/sh\nexit 0\n")
        fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    out = tmp_path / "out"
    out.mkdir()
    (out / "handout.en.pdf").write_bytes(b"%PDF of last year")
    result = run("--lang", "en", "--kind", "handout", "--out", str(out))
    assert result.exit_code == 2
    assert list(out.iterdir()) == []


def test_a_fingerprint_without_its_pdf_offers_nothing(built, tmp_path):
    folder = tmp_path / "build" / "handouts"
    folder.mkdir(parents=True)
    mark = "handout.en.pdf.sha256"
    (folder / mark).write_text((built / "build" / "handouts" / mark).read_text())
    client = site(linked(tmp_path))
    assert client.get("/en/handout.pdf").status_code == 404
    assert "handout.pdf" not in client.get("/en/advocates").text


def test_what_is_printed_is_what_has_a_page():
    assert tuple(VIEWS) == ON_PAPER
