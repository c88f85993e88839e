"""Each plain-language check with a text that passes and one that fails, and with the real content."""

import pytest
from support.fake_library import DAY, PAGE, codes, little, p

from guide.i18n import messages
from guide.lint import english
from guide.lint.units import TextUnit, measured, passages
from guide.model.content import Block, Option, Question
from guide.model.lists import Change, Misunderstanding

EASY = "Go to the court. Ask for a lawyer. Bring all your papers. Keep a copy of each one."
HARD = "Administrative representatives communicate extraordinarily complicated constitutional considerations."


def reported(*blocks):
    """The codes of the problems of a page with these blocks."""
    return codes(english.english(little(*blocks)))


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
        ("number-word", "There were 2 lists.", "There were two lists."),
        ("number-word", "No one came, and one of us left.", "Twenty-one people came."),
        ("number-word", "The first and the third came twice.", "Five people came."),
        ("number-word", "Hundreds of people paid 2 million dollars.", "A million dollars."),
        ("number-word", 'The paper says "ten days".', "Wait ten days."),
        ("hidden-verb", "The judge decides.", "The judge makes a decision."),
        ("hidden-verb", "Only a lawyer may give immigration advice.", "Give a full explanation of it."),
        ("hidden-verb", "It gives information.", "They conducted an investigation."),
        ("hidden-verb", "Ask for a translation.", "They provide assistance to you."),
        ("hidden-verb", "They give papers in detention.", "She gave her agreement."),
        ("long-condition", "If " + "you go " * 9 + "go.", "If " + "you go " * 10 + "now."),
        ("long-condition", "Go if " + "you go " * 11 + "now.", "If you go, " + "you go " * 9 + "now."),
    ],
)
def test_a_sentence_or_paragraph(code, good, bad):
    assert code not in reported(p(good))
    assert code in reported(p(bad))


def test_a_problem_has_its_place_and_fix():
    (problem,) = english.english(little(p("Go."), p("You shall go.", 12)))
    assert (problem.path, problem.line, problem.severity) == (PAGE, 12, "error")
    assert "shall" in problem.message
    assert "must" in problem.fix


def test_possible_problems_are_warnings():
    hints = ["The judge makes a decision.", "If " + "you go " * 10 + "now."]
    assert {problem.severity for hint in hints for problem in english.english(little(p(hint)))} == {"warning"}


def test_texts_of_yaml_are_checked_too():
    question = Question(
        "q",
        "now",
        "You shall",
        "Go?",
        "It is not no.",
        "Go i.e. run.",
        (Option("a", "On 03/04"),),
        path="content/questions.yaml",
    )
    wrong = Misunderstanding("w", "Nobody has no list.", "Go.", (), (), DAY, path="content/misunderstandings.yaml")
    change = Change("c", DAY, "x" * 71, "You shall go.", (), (), path="content/changes.yaml")
    library = little(questions=(question,), misunderstandings=(wrong,), changes=(change,))
    found = [(problem.path, problem.code) for problem in english.english(library)]
    assert found == [
        ("content/questions.yaml", "negations"),
        ("content/questions.yaml", "jargon"),
        ("content/questions.yaml", "jargon"),
        ("content/questions.yaml", "numeric-date"),
        ("content/misunderstandings.yaml", "negations"),
        ("content/changes.yaml", "long-heading"),
        ("content/changes.yaml", "jargon"),
    ]


def test_the_grade_of_a_passage_and_of_the_site():
    easy = [p(EASY) for _ in range(40)]
    assert reported(*easy, Block("h2", "More"), *easy) == []
    assert reported(*easy, Block("h2", "More"), *[p(HARD) for _ in range(5)]) == ["grade-passage"]
    assert reported(*[p(HARD) for _ in range(5)]) == ["grade-average", "grade-passage"]


def test_the_average_sentence_length():
    long = "Go " * 20 + "now."
    assert "sentence-average" not in reported(*[p(f"Go now. {long}") for _ in range(9)])
    assert "sentence-average" in reported(*[p(long) for _ in range(9)])


def test_a_problem_of_the_average_is_at_the_hardest_passage():
    found = english.english(little(p(EASY), p(EASY), Block("h2", "More", 20), *[p(HARD, 30) for _ in range(9)]))
    assert {(problem.path, problem.line) for problem in found if problem.code == "grade-average"} == {(PAGE, 20)}


def test_headings_and_labels_are_not_measured():
    assert reported(Block("h2", HARD[:70]), p(EASY)) == []


def short(name, words, group="g"):
    return TextUnit(f"{name}.md", name, (p("go " * words),), group)


def test_short_passages_are_measured_together():
    rows = [("a", 10), ("b", 10), ("c", 10), ("d", 30), ("e", 29)]
    found = list(measured([*(short(*row) for row in rows), short("f", 5, "h"), short("g", 0, "h")], ()))
    assert [(passage.name, passage.path) for passage in found] == [
        ("a, b, c", "a.md"),
        ("d, e", "d.md"),
        ("f, g", "f.md"),
    ]
    assert [len(passage.prose) for passage in found] == [3, 2, 2]


def test_a_page_is_split_at_its_headings():
    library = little(p("Go."), Block("h2", "One", 9), Block("h3", "Two", 10), p("Go."), Block("h3", "Three", 12))
    found = [(passage.name, passage.line) for passage in passages(library) if passage.path == PAGE]
    assert found == [("A test", 1), ("One", 9), ("Three", 12)]


def test_every_text_of_the_content_is_in_a_passage(library):
    texts = {block.text for passage in passages(library) for block in passage.blocks}
    assert {message.text for message in messages.of_content(library)} <= texts


def test_the_figures():
    lines = english.figures(little(p("ICE came."), p(EASY), p("You were told.")))
    assert len(lines) == 4
    assert "grade: -" in lines[0]
    assert lines[2].endswith("words in a sentence: 3.4 (at most 15)")
    assert lines[3] == "English, passive sentences: 12.5% (below 10%)"
