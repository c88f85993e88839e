"""Each structure check with a text that passes and one that fails."""

from dataclasses import replace

import pytest
from support.fake_library import DAY, PAGE, codes, items, little, p, real

from guide.lint import structure
from guide.lint.units import passages
from guide.model.content import About, Block, Finding, ReviewRoute
from guide.model.rule import NEVER


def reported(*blocks, **more):
    library = little(*blocks, **more)
    return [
        (problem.code, problem.severity, problem.line) for problem in structure.problems(library, passages(library))
    ]


def test_a_heading_is_short():
    assert codes_of("h2", "x" * 70) == []
    assert codes_of("h2", "x" * 71) == ["long-heading"]


def codes_of(kind, text):
    return codes(structure.lengths(kind, text))


def test_no_heading_skips_a_level():
    assert reported(Block("h2", "One"), p("Go."), Block("h3", "Two"), p("Go."), Block("h3", "Three")) == []
    (problem,) = reported(p("Go."), Block("h3", "Two", 9), p("Go."), Block("h2", "One"))
    assert problem == ("heading-level", "error", 9)


def test_a_list_has_at_most_seven_items():
    eight = items(*["Go."] * 8)
    assert reported(*eight[:7], p("Then:"), *eight[:7]) == []
    assert reported(*eight) == [("long-list", "warning", 9)]


@pytest.mark.parametrize(
    ("even", "uneven"),
    [
        (("Go there.", "Ask for a lawyer."), ("Go there.", "a lawyer.")),
        (("Go there.", '"Last hour".'), ("a card", "A visa")),
        (("A card", "A visa"), ("Go there.", "A visa")),
        (("**Go.** Now.", "**Ask.** Then go."), ("**Go.** Now.", "Ask.")),
        (("a card", "2 visas"), ("a card", "Visas")),
        (("Go there", "Did you go?"), ("Go there", "Did you go there?")),
    ],
)
def test_list_items_are_parallel(even, uneven):
    if even[1] != "Did you go?":
        assert reported(*items(*even)) == []
    assert reported(*items(*uneven)) == [("uneven-list", "warning", 9)]


def test_the_first_paragraph_of_a_page_is_short():
    forty = "Go " * 39 + "now."
    assert reported(p(forty), p("Go " + forty)) == []
    assert reported(p("Go " + forty)) == [("late-message", "warning", 7)]


def test_the_first_paragraph_of_a_set_and_of_a_review():
    long = "Go " * 40 + "now."
    guideline = replace(
        next(iter(real().guidelines.values())),
        about=About((p(long, 5),), (), DAY, path="content/about.md"),
        findings=(),
    )
    review = ReviewRoute("r", "A review", long, "It ended.", (), (), DAY, NEVER, path="content/reviews/r.md")
    found = reported(guidelines={guideline.id: guideline}, reviews={"r": review})
    assert found == [("late-message", "warning", 5), ("late-message", "warning", 1)]


def in_use(text, weighs="warning", status="in-use"):
    finding = Finding("now/a", "A warning", (p(text, 12),), weighs, "court", (), DAY, path="content/a.md")
    guideline = replace(
        next(iter(real().guidelines.values())), about=About((), (), DAY), findings=(finding,), status=status
    )
    return reported(guidelines={guideline.id: guideline})


def test_a_warning_of_current_law_addresses_the_reader():
    assert in_use("Ask your lawyer.") == []
    assert in_use("People should ask a lawyer.") == [("no-you", "warning", 1)]
    assert in_use("People should ask a lawyer.", weighs="rule") == []
    assert in_use("People should ask a lawyer.", status="ended") == []


def test_numbered_steps_address_the_reader():
    assert reported(*items("Ask your lawyer.", "Go.", kind="ol")) == []
    assert reported(*items("People ask a lawyer.", "Go.", kind="ul")) == []
    assert reported(*items("They asked a lawyer.", "If asked, they went.", kind="ol")) == []
    assert reported(Block("h2", "Steps", 3), *items("People ask a lawyer.", "Go.", kind="ol")) == [
        ("no-you", "warning", 1)
    ]


def test_a_problem_has_the_file_of_its_page():
    library = little(*items(*["Go."] * 8))
    (problem,) = structure.problems(library, passages(library))
    assert problem.path == PAGE
    assert problem.fix
