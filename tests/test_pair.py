"""Bilingual pages: the same numbers, each language marked, nothing lost."""

import re

import pytest
from lxml import html
from support.sampling import sample

from guide.html.bilingual import pair_mains


def paired(library, first, second, codes=("es", "ar")):
    languages = tuple(library.languages[code] for code in codes)
    return html.fragment_fromstring(pair_mains(first, second, languages), create_parent="main")


def cells(main):
    return [(cell.get("lang"), cell.get("dir"), cell.text_content()) for cell in main.xpath(".//*[@class='text']")]


def test_each_paragraph_has_one_number_and_both_languages(library):
    main = paired(library, "<h1>Uno</h1><p>Dos</p><ul><li>Tres</li></ul>", "<h1>A</h1><p>B</p><ul><li>C</li></ul>")
    assert cells(main) == [
        (code, direction, text)
        for pair in (("Uno", "A"), ("Dos", "B"), ("Tres", "C"))
        for (code, direction), text in zip((("es", "ltr"), ("ar", "rtl")), pair, strict=True)
    ]
    assert [number.text for number in main.xpath(".//*[@class='order']")] == ["1", "2"]


def test_a_phrase_keeps_the_language_it_is_marked_with(library):
    main = paired(library, '<h1>Uno</h1><p lang="en" dir="ltr">Not translated</p>', "<h1>A</h1><p>B</p>", ("ar", "es"))
    assert cells(main)[2] == ("en", "ltr", "Not translated")
    assert main.xpath(".//p")[0].get("lang") is None


@pytest.mark.parametrize("same", ['<p><a href="tel:+1">(833) 372-4237</a></p>', '<h3><bdi lang="en">RAICES</bdi></h3>'])
def test_equal_text_is_shown_once(library, same):
    main = paired(library, f"<h1>Uno</h1>{same}", f"<h1>A</h1>{same}")
    assert len(cells(main)) == 2


def test_words_beside_a_list_are_paired_without_doubling_the_list(library):
    main = paired(
        library,
        '<h1>Uno</h1><div>Fuentes: <ul><li lang="en">Memo</li></ul></div>',
        '<h1>A</h1><div>Sources: <ul><li lang="en">Memo</li></ul></div>',
    )
    assert main.text_content().count("Memo") == 1
    assert [text.strip() for _, _, text in cells(main)[2:]] == ["Fuentes:", "Sources:"]


def test_ids_stay_unique_and_pictures_are_not_doubled(library):
    one = '<h1>Uno</h1><p><svg></svg><a id="x" href="#x">Dos</a> y <b>tres</b></p>'
    two = '<h1>A</h1><p><svg></svg><a id="x" href="#x">B</a> and <b>c</b></p>'
    main = paired(library, one, two)
    assert len(main.xpath(".//*[@id='x']")) == 1
    assert len(main.xpath(".//svg")) == 1


def test_where_the_trees_differ_nothing_is_lost(library):
    main = paired(library, "<h1>Uno</h1><div><p>Dos</p></div>", "<h1>A</h1><div><p>B</p><p>C</p></div>")
    assert "Dos" in main.text_content()
    assert "B" in main.text_content()
    assert "C" in main.text_content()


def test_the_note_on_a_draft_is_above_in_its_language(library):
    main = paired(library, "<div><h1>Uno</h1></div>", '<div><p data-own="page">Draft</p><h1>A</h1></div>')
    note = main.xpath(".//*[@data-own]")[0]
    assert note.get("lang") == "ar"
    assert note.getnext().tag == "h1"


def fold(summary):
    english = '<div lang="en" dir="ltr"><p>Sign nothing.</p></div>'
    return f"<details data-english data-single><summary>{summary}</summary>{english}</details>"


def test_the_english_beside_two_drafts_is_shown_once(library):
    main = paired(library, f"<h1>Uno</h1>{fold('Inglés')}", f"<h1>A</h1>{fold('English')}")
    assert main.text_content().count("Sign nothing.") == 1
    assert len(main.xpath(".//details")) == 1
    assert not main.xpath(".//details//*[@class='text']")


def test_the_english_beside_two_drafts_is_shown_once_if_trees_differ(library):
    first, second = f"<div><p>Dos</p>{fold('Inglés')}</div>", f"<div><p>B</p><p>C</p>{fold('English')}</div>"
    main = paired(library, f"<h1>Uno</h1>{first}", f"<h1>A</h1>{second}")
    assert main.text_content().count("Sign nothing.") == 1


@pytest.mark.parametrize("codes", [("es", "en"), ("en", "es")])
def test_a_pair_with_english_has_no_second_english(library, codes):
    draft, english = f"<h1>Uno</h1><p>No firme.</p>{fold('Inglés')}", "<h1>A</h1><p>Sign nothing!</p>"
    main = paired(library, *((draft, english) if codes[0] == "es" else (english, draft)), codes)
    assert "Sign nothing." not in main.text_content()
    assert "Sign nothing!" in main.text_content()


@pytest.mark.parametrize(
    ("path", "pair"),
    [
        (path, pair)
        for path in sample(["explain", "explain/today", "explain/2021-guidelines", "review", "help"], 2)
        for pair in sample(["es+en", "ar+en", "zh-Hans+es"], 1, seed=path)
    ],
)
@pytest.mark.slow
def test_our_pages_are_paired_paragraph_by_paragraph(client, pair, path):
    response = client.get(f"/{pair}/{path}")
    assert response.status_code == 200
    main = html.document_fromstring(response.text).xpath("//main")[0]
    numbers = [int(number.text) for number in main.xpath(".//*[@class='order']")]
    assert numbers == list(range(1, len(numbers) + 1))
    first = pair.partition("+")[0]
    lengths = [len(" ".join(text.split())) for _, _, text in cells(main)]
    assert len(numbers) > 20
    # A whole section in one cell would mean that the two trees did not match.
    assert max(lengths) < 900
    ids = main.xpath(".//@id")
    assert len(ids) == len(set(ids))
    assert f'<html lang="{first}"' in response.text


@pytest.mark.parametrize("path", ["/es+xx/help", "/es+en/privacy", "/es+en/questions", "/es+en/"])
def test_other_pairs_do_not_exist(client, path):
    assert client.get(path).status_code == 404


def test_a_language_beside_itself_is_the_page_in_that_language(client):
    assert client.get("/es+es/help").headers["Location"] == "/es/help"


@pytest.mark.slow
def test_without_script_the_answers_are_only_in_the_post_body(client):
    response = client.post("/es+en/result", data={"held": "yes"})
    assert response.headers["Cache-Control"] == "no-store"
    assert 'name="held" value="yes"' in response.text
    assert re.search(r'formaction="/es/result" data-pair="es"', response.text)
    assert "held" not in response.request.url


def test_the_sheet_of_questions_has_no_numbers_but_its_own(client, library):
    html = client.get("/es+en/question-sheet").text
    assert 'class="pair side"' in html
    assert 'class="order"' not in html
    assert re.findall(r'<span class="question-number">(\d+)\.', html) == [
        str(n + 1) for n in range(len(library.questions)) for _ in "ab"
    ]


def test_an_option_of_the_sheet_is_one_piece_beside_its_box(client):
    """Pieces of a line would each be set into a column of their own."""
    for lang in ("en", "ar"):
        boxes = client.get(f"/{lang}/question-sheet").text.split('<ul class="boxes" role="list">')[1:]
        assert boxes
        assert all(item.startswith("<span>") for box in boxes for item in box.split("</ul>")[0].split("<li>")[1:])
