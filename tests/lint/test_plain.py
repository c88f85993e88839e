"""Each check of plain language on a text that passes and on one that fails, and on the content itself."""

import datetime as dt
from dataclasses import fields, replace

import pytest

from guide import messages
from guide.lint import plain
from guide.lint.passages import Passage, measured, passages
from guide.model import Block, Change, Misunderstanding, Option, Page, Question

DAY = dt.date(2026, 9, 1)
EASY = "Go to the court. Ask for a lawyer. Bring all your papers. Keep a copy of each one."
HARD = "Administrative representatives communicate extraordinarily complicated constitutional considerations."
LIGHT = "Vaya a la corte. Pida ver al juez. Lleve sus papeles. No firme nada."
MIDDLING = "Pregunte a su abogado qué papeles necesita llevar a la corte el próximo lunes muy temprano por la mañana."
HEAVY = (
    "Representantes administrativos independientemente comunicaron consideraciones constitucionales extraordinarias."
)


@pytest.fixture
def empty(library):
    site = replace(library.site, tagline="Go now.", government_warning="Ask first.", not_for={})
    values = {field.name: getattr(library, field.name) for field in fields(library) if field.name != "languages"}
    nothing = {name: type(value)() for name, value in values.items() if isinstance(value, tuple | dict)}
    return replace(library, site=site, **nothing)


@pytest.fixture
def told(empty):
    """The codes of the problems of a page with these blocks."""

    def codes(*blocks):
        return [problem.code for problem in plain.english(with_page(empty, *blocks))]

    return codes


def with_page(library, *blocks):
    page = Page("test", "A test", tuple(blocks), DAY, path="content/pages/test.md")
    return replace(library, pages={"test": page})


def p(text, line=7):
    return Block("p", text, line)


@pytest.mark.parametrize(
    ("code", "good", "bad"),
    [
        ("long-sentence", "Go " * 24 + "now.", "Go " * 25 + "now."),
        ("many-sentences", "Go. " * 4, "Go. " * 5),
        ("long-paragraph", ("Go " * 24 + "now. ") * 3, ("Go " * 24 + "now. ") * 3 + "Now."),
        ("negations", "It is not a law.", "It is not a law that nobody knows."),
        ("negations", "They cannot stop a deportation without a judge.", "Do not go without a lawyer."),
        ("negations", "No, there were none", "There is no list and no form."),
        ("negations", "Do not go. Do not sign.", "Do not go, and don’t sign."),
        ("negations", 'Say "No, I do not know" to nobody.', "Say no to nobody."),
        ("jargon", "You must go.", "You shall go."),
        ("jargon", "Go before the date.", "Go Prior To the date."),
        ("jargon", 'The paper says "inadmissible".', "People who are inadmissible."),
        ("jargon", "A marshall helps.", "Punished for noncompliance."),
        ("numeric-date", "On March 4, 2026, at 24/7 help.", "On 03/04 it began."),
        ("numeric-date", "From 2011-2021, call 1-800-555-0100.", "On 2026-03-04 it began."),
        ("numeric-date", "Form EOIR-33 costs $1.50.", "On 4.3.2026 it began."),
        ("numeric-date", "[Read it](https://example.org/2026-03-04/)", "On 3/4/26 it began."),
        ("numeric-date", "In March 2026.", "In 2026-03."),
    ],
)
def test_a_sentence_or_paragraph(told, code, good, bad):
    assert code not in told(p(good))
    assert code in told(p(bad))


def test_a_heading_is_short(told):
    assert told(Block("h2", "x" * 70), p("Go.")) == []
    assert told(Block("h2", "x" * 71), p("Go.")) == ["long-heading"]


def test_no_heading_skips_a_level(told):
    assert told(Block("h2", "One"), p("Go."), Block("h3", "Two"), p("Go."), Block("h3", "Three")) == []
    assert told(p("Go."), Block("h3", "Two"), p("Go."), Block("h2", "One")) == ["heading-level"]


def test_a_list_has_at_most_seven_items(empty, told):
    items = [Block("ul", "Go", 9 + number) for number in range(8)]
    assert told(*items[:7], p("Then:"), *items[:7]) == []
    (problem,) = plain.english(with_page(empty, *items))
    assert (problem.code, problem.severity, problem.line) == ("long-list", "warning", 9)


def test_a_problem_says_where_it_is_and_what_helps(empty):
    (problem,) = plain.english(with_page(empty, p("Go."), p("You shall go.", 12)))
    assert (problem.path, problem.line, problem.severity) == ("content/pages/test.md", 12, "error")
    assert "shall" in problem.message
    assert "must" in problem.remedy


def test_texts_of_yaml_are_checked_too(empty):
    question = Question(
        "q", "now", "You shall", "Go?", (Option("a", "On 03/04"),), hint="It is not no.", why="Go i.e. run."
    )
    wrong = Misunderstanding("w", "Nobody has no list.", "Go.", (), (), DAY)
    change = Change("c", DAY, "x" * 71, "You shall go.", (), ())
    library = replace(empty, questions=(question,), misunderstandings=(wrong,), changes=(change,))
    found = [(problem.path, problem.code) for problem in plain.english(library)]
    assert found == [
        ("content/questions.yaml (q)", "negations"),
        ("content/questions.yaml (q)", "jargon"),
        ("content/questions.yaml (q)", "jargon"),
        ("content/questions.yaml (q)", "numeric-date"),
        ("content/misunderstandings.yaml (w)", "negations"),
        ("content/changes.yaml (c)", "long-heading"),
        ("content/changes.yaml (c)", "jargon"),
    ]


def test_the_grade_of_a_passage_and_of_the_site(told):
    easy = [p(EASY) for _ in range(40)]
    assert told(*easy, Block("h2", "More"), *easy) == []
    assert told(*easy, Block("h2", "More"), *[p(HARD) for _ in range(5)]) == ["grade-passage"]
    assert told(*[p(HARD) for _ in range(5)]) == ["grade-average", "grade-passage"]


def test_headings_and_labels_are_not_measured(told):
    assert told(Block("h2", HARD[:70]), p(EASY)) == []


def short(name, words, group="g"):
    return Passage(f"{name}.md", name, (p("go " * words),), group)


def test_a_short_passage_is_measured_with_its_neighbours():
    rows = [("a", 10), ("b", 10), ("c", 10), ("d", 30), ("e", 29)]
    found = list(measured([*(short(*row) for row in rows), short("f", 5, "h"), short("g", 0, "h")]))
    assert [(passage.name, passage.path) for passage in found] == [
        ("a, b, c", "a.md"),
        ("d, e", "d.md"),
        ("f, g", "f.md"),
    ]
    assert [len(passage.prose) for passage in found] == [3, 2, 2]


def test_a_page_is_cut_at_its_headings(empty):
    library = with_page(
        empty, p("Go."), Block("h2", "One", 9), Block("h3", "Two", 10), p("Go."), Block("h3", "Three", 12)
    )
    found = [(passage.name, passage.line) for passage in passages(library) if passage.path.startswith("content/pages")]
    assert found == [("A test", 7), ("One", 9), ("Three", 12)]


def test_every_text_of_the_content_is_in_a_passage(library):
    texts = {block.text for passage in passages(library) for block in passage.blocks}
    assert {message.text for message in messages.of_content(library)} <= texts


@pytest.mark.parametrize(
    ("translation", "expected"),
    [
        (LIGHT, []),
        (MIDDLING, [("content", "error"), ("content/pages/test.md", "warning")]),
        (HEAVY, [("content", "error"), ("content/pages/test.md", "error")]),
        (None, []),
    ],
)
def test_spanish_is_fairly_easy(empty, translation, expected):
    library = with_page(empty, p(EASY), p(EASY), p(EASY))
    found = plain.spanish(library, {EASY: translation}.get)
    assert [(problem.path, problem.severity) for problem in found] == expected


def test_the_figures(empty):
    lines = plain.figures(with_page(empty, p("ICE came."), p(EASY)), {EASY: LIGHT}.get)
    assert len(lines) == 5
    assert "grade: -" in lines[0]
    assert lines[3] == "Spanish, INFLESZ: 105.4 (at least 65)"
