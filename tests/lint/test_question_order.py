"""`guide check` refuses a question of today that stands after the point where readers may stop."""

from dataclasses import replace

from support.fake_library import finding, real

from guide.lint.question_order import problems
from guide.lint.run import ON_RULES


def reading(library, **rules):
    """The library with one more finding of today, with these rules."""
    today = library.current_law
    more = replace(today, findings=(*today.findings, finding("now/planted", **rules)))
    return replace(library, guidelines={**library.guidelines, today.id: more})


def test_the_order_of_the_real_questions_is_right():
    assert problems in ON_RULES
    assert list(problems(real())) == []


def test_a_question_of_today_after_the_choice_is_refused_with_file_and_line():
    library = reading(real(), may={"family": "provider"})
    age = library.question("family")
    found = [each for each in problems(library) if each.code == "late-question"]
    assert [(each.path, each.line, each.severity) for each in found] == [(age.path, age.line_of("ask"), "error")]
    assert age.path.endswith("questions.yaml")
    assert age.line_of("ask") > 1
    assert "`family`" in found[0].message
    assert "`since-2020`" in found[0].message


def test_a_question_moved_behind_the_choice_is_refused():
    library = real()
    moved = library.question("rights")
    rest = [each for each in library.questions if each is not moved]
    found = list(problems(replace(library, questions=(*rest, moved))))
    assert [(each.code, each.line) for each in found] == [("late-question", moved.line_of("ask"))]


def test_a_part_with_questions_of_both_kinds_is_refused():
    library = real()
    mixed = tuple(replace(each, part="police") if each.id == "age" else each for each in library.questions)
    found = [each.code for each in problems(replace(library, questions=mixed))]
    assert found == ["mixed-part"]
