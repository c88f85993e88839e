"""Cards and sheets on paper: tagged PDFs in the right order, a card for a wallet, and one over the whole screen."""

import unicodedata
from itertools import product

import pytest
from click.testing import CliRunner
from pypdf import PdfReader
from support import day
from support.addresses import POCKET
from support.paired_pdf import Letters
from support.pdf import squeezed
from support.sampling import WHOLE, sample
from support.serving import ROOT
from support.site_pages import LANGUAGES
from support.tagged_pdf import figures, titles

from guide.cli import chromium
from guide.cli.main import main
from guide.config import Settings
from guide.model import pocket
from guide.web import create_app

ADDRESS = "https://guide.example.org"
# With the English of a draft on the back; the deadlines are a long table.
MOST = {"pocket/card": 3, "pocket/deadlines": 5}
PRINTED = list(product((*LANGUAGES, "es+en"), POCKET))
CASES = PRINTED if WHOLE else [("ar", "pocket/find"), ("es+en", "pocket/card")]
NOTE = "This is not a government site. It gives information, not legal advice."
MM = 96 / 25.4
PHONE = {"width": 360, "height": 740}


def said_on(library, sheet, word):
    """What a sheet says in the order in which it is read, without what is between."""
    yield word(sheet.title)
    if sheet.table:
        rows = [(pocket.part_of(library, block.refs[0]), block) for block in sheet.blocks]
        yield from (text for paper, block in rows for text in (paper.title, *_texts(library, block, word)))
        return
    yield from map(word, sheet.blanks)
    yield from (text for block in sheet.blocks for text in (word(block.title), *_texts(library, block, word)))
    yield from (library.phrases[id].text for id in sheet.phrases)


def _texts(library, block, word):
    return [word(line.text) for line in pocket.lines(library, block.refs)]


def beginning(text):
    return squeezed(unicodedata.normalize("NFKC", text))[:25]


@pytest.mark.parametrize(("lang", "kind"), CASES)
def test_a_sheet_is_a_tagged_pdf_with_title_language_and_order(app, library, tmp_path, lang, kind):
    options = ["--lang", lang, "--kind", kind, "--address", ADDRESS, "--out", str(tmp_path)]
    made = CliRunner().invoke(main, ["handout", *options], default_map=day.COMMANDS)
    assert made.exit_code == 0, made.output
    (file,) = tmp_path.glob("*.pdf")
    pdf = PdfReader(file)
    root, first = pdf.trailer["/Root"], lang.split("+")[0]
    word = app.extensions["state"].catalogs[first].gettext
    sheet = library.pocket[kind.removeprefix("pocket/")]
    assert len(pdf.pages) <= MOST.get(kind, 2)
    assert root["/Lang"] == first
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata.creation_date.date() == day.TODAY
    assert pdf.metadata.title.startswith(word(sheet.title))
    assert squeezed(titles(pdf.outline)[0]).startswith(squeezed(word(sheet.title)))  # no space where a line ends
    drawn = list(figures(root["/StructTreeRoot"]))
    assert drawn, "the code of what changed since"
    assert all(drawn)
    if first != "ar":  # PDFium turns Arabic words around
        if first != "zh-Hans":  # pypdf leaves some of its letters out
            last = squeezed(pdf.pages[-1].extract_text())
            assert last.find(squeezed(word(NOTE))[:25]) > 40, "a sheet of paper with nothing but the note on the guide"
        read, at = Letters(file.read_bytes()).words, 0
        for text in said_on(library, sheet, word):
            at = read.find(beginning(text), at)
            assert at >= 0, text


def test_ids_that_are_counted_from_another_number_are_the_same_in_the_pdf():
    one, other = b"/ID (node00000128)>> [(node00000134)] /CreationDate (D:20260101000000+00'00')", b"(D:20271231"
    shifted = one.replace(b"128", b"130").replace(b"134", b"136").replace(b"(D:20260101", other)
    made = chromium.always_the_same(one, day.TODAY)
    assert made == chromium.always_the_same(shifted, day.TODAY) != one
    assert len(made) == len(one)
    assert b"/ID (node00000001)>> [(node00000002)]" in made


def test_two_prints_are_the_same_bytes_and_the_site_offers_them(tmp_path):
    there = create_app(Settings(ROOT, day.today, pdfs=tmp_path))
    prints = []
    for _ in range(2):
        options = ["--lang", "es+en", "--kind", "pocket/card", "--out", str(tmp_path)]
        made = CliRunner().invoke(main, ["handout", *options], default_map=day.COMMANDS)
        assert made.exit_code == 0, made.output
        prints.append((tmp_path / "pocket-card.es+en.pdf").read_bytes())
    assert prints[0] == prints[1]
    visitor = there.test_client()
    assert visitor.get("/es+en/pocket/card.pdf").data == prints[0]
    assert b'href="/es+en/pocket/card.pdf"' in visitor.get("/es+en/pocket").data
    assert b"card.pdf" not in visitor.get("/es/pocket").data


@pytest.mark.parametrize("address", ["", ADDRESS])
def test_links_on_paper_lead_to_the_site_and_never_to_the_machine_that_printed_it(tmp_path, address):
    made = CliRunner().invoke(
        main,
        ["handout", "--lang", "en", "--kind", "handout", "--out", str(tmp_path), "--address", address],
        default_map=day.COMMANDS,
    )
    assert made.exit_code == 0, made.output
    notes = [note.get_object() for page in PdfReader(tmp_path / "handout.en.pdf").pages for note in page["/Annots"]]
    links = {note["/A"]["/URI"] for note in notes if "/URI" in note.get("/A", {})}
    assert "https://immigrationlawhelp.org/" in links
    assert not [link for link in links if "127.0.0.1" in link]
    assert bool([link for link in links if link.startswith(f"{ADDRESS}/en/glossary")]) is bool(address)


@pytest.mark.parametrize("lang", sample((*LANGUAGES, "es+en", "zh-Hans+es", "ar+es"), 2, seed=4))
def test_a_card_for_a_wallet_has_the_size_of_a_bank_card_and_no_word_is_cut_off(look, lang):
    page = look(f"/{lang}/pocket/card")
    page.emulate_media(media="print")
    sides = page.locator(".folded ul").evaluate_all(
        "all => all.map((one) => [one.offsetWidth, one.offsetHeight, one.scrollWidth, one.scrollHeight])"
    )
    assert len(sides) == 2 * len([code for code in lang.split("+") if code != "en"] or ["en"])
    for wide, high, in_width, in_height in sides:
        assert abs(wide - 85.6 * MM) <= 1
        assert abs(high - 54 * MM) <= 1
        assert in_width <= wide
        assert in_height <= high
    cards = page.locator(".folded").evaluate_all("all => all.map((one) => one.textContent)")
    phrases = page.locator("#card .said").evaluate_all("all => all.map((one) => one.textContent)")
    assert all(squeezed(phrase) in squeezed(card) for card in cards for phrase in phrases)


def test_a_heading_on_paper_is_nearer_to_its_lines_than_to_those_above(look):
    page = look("/es/pocket/door")
    page.emulate_media(media="print")
    gaps = page.locator(".pocket section + section > h2").evaluate_all(
        """all => all.map((one) => {
          const range = document.createRange();
          range.selectNodeContents(one);
          const words = range.getBoundingClientRect();
          const above = one.parentElement.previousElementSibling.getBoundingClientRect().bottom;
          return [words.top - above, one.nextElementSibling.getBoundingClientRect().top - words.bottom];
        })"""
    )
    assert gaps
    for above, below in gaps:
        assert above > below


@pytest.mark.parametrize("script", sample([False, True], 1))
def test_the_card_fills_the_screen_under_the_button_that_leaves_and_back_closes_it(open_page, script):
    page = open_page("/es/pocket/card", script=script, viewport=PHONE)
    page.get_by_role("link", name=words_of(page)).click()
    assert page.url.endswith("#card")
    assert page.locator("#card").bounding_box() == {"x": 0, "y": 0, **PHONE}
    on_top = "([x, y]) => document.elementFromPoint(x, y).closest('.exit, #card').className"
    box = page.locator(".exit").bounding_box()
    assert "exit" in page.evaluate(on_top, [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2])
    assert page.evaluate(on_top, [180, 600]) == "show"
    page.locator("#card .close a").click()
    assert page.locator("#card").bounding_box()["height"] != PHONE["height"]
    page.go_back()
    assert page.locator("#card").bounding_box()["height"] == PHONE["height"]
    page.go_back()
    assert page.locator("#card .close").is_hidden()


def words_of(page):
    return page.locator("a[href='#card']:not([hidden])").text_content()
