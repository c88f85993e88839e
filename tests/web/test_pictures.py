"""Pictures on pages: drawings are decorative, and their content is text beside them."""

import re
from html.parser import HTMLParser

import pytest

from guide.model.figure import SIGNS

SHOWN = [
    ("explain", "warrant"),
    ("explain/today", "warrant"),
    ("misunderstandings", "warrant"),
    ("review", "asking"),
    ("review", "case-review"),
    ("explain", "case-review"),
]


class Figure(HTMLParser):
    """The text of one picture, and every tag in it."""

    def __init__(self, id):
        super().__init__()
        self.id, self.inside, self.text, self.tags = id, False, [], []

    def handle_starttag(self, tag, attributes):
        if tag == "figure" and dict(attributes)["data-picture"] == self.id:
            self.inside = True
        if self.inside:
            self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "figure"

    def handle_data(self, data):
        if self.inside:
            self.text.append(data)


def figure(html, id):
    found = Figure(id)
    found.feed(html)
    assert found.tags, id
    return found


@pytest.fixture(scope="module")
def drawn(app):
    return app.jinja_env.get_template("parts/icons.html").module


@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_that_content_may_ask_for_is_drawn(drawn, sign):
    assert sign in drawn.shapes


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_has_one_tinted_shape_and_no_colour_of_its_own(drawn, sign):
    shape = drawn.shapes[sign]
    assert shape.count('class="tint"') == 1
    assert not re.search(r"style=|fill=|stroke=|#", shape)


def test_every_row_of_the_table_has_a_sign(app, drawn, client):
    html = client.get("/en/explain/all").text
    rows = re.findall(r'<li data-row="(.*?)">(.*?)<ul role="list">', html, re.S)
    assert len(rows) > 10
    assert all("<svg" in head for _, head in rows)


@pytest.mark.parametrize(("path", "id"), SHOWN)
def test_all_that_a_picture_says_is_text(client, library, path, id):
    text = " ".join("".join(figure(client.get(f"/en/{path}").text, id).text).split())
    picture = library.pictures[id]
    parts = [text for part in picture.parts for text in (part.title, part.mark, part.signature, part.text)]
    for said in (picture.title, picture.text, *parts, picture.note):
        assert said in text


@pytest.mark.parametrize(("path", "id"), SHOWN)
def test_drawings_are_hidden_from_screen_readers_and_carry_no_ids(client, path, id):
    tags = figure(client.get(f"/en/{path}").text, id).tags
    for tag, attributes in tags:
        assert not {"id", "style"} & attributes.keys()
        if tag == "svg":
            assert attributes["aria-hidden"] == "true"
            assert attributes["focusable"] == "false"
    assert [tag for tag, _ in tags].count("figcaption") == 1


def test_each_question_shows_its_pictogram_beside_its_words(client, library, drawn):
    html = client.get("/en/questions").text
    legends = re.findall(r"<legend .*?</legend>", html, re.S)
    assert len(legends) == len(library.questions)
    for question, legend in zip(library.questions, legends, strict=True):
        assert str(drawn.shapes[question.icon]) in legend
        assert 'aria-hidden="true"' in legend


def test_the_review_page_cites_what_its_picture_rests_on(client, library):
    html = client.get("/en/review").text
    for source in library.pages["review"].sources:
        assert f'href="#source-{source}"' in html
        assert f'id="source-{source}"' in html
