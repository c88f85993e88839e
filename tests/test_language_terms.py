"""content/terms/<language>.yaml: what the loader accepts and rejects."""

import pytest

from guide.loader.language_terms import language_terms
from guide.loader.yaml_reader import compose
from guide.model.problems import Report

NEGATIONS = "negations: {not: [no], never: nunca, only: [solo], unless: [salvo]}\n"
TERM = "terms:\n  - {term: bond, use: [fianza], never: [{word: bono, why: a ticket}]}\n"


def read(text, code="es"):
    problems = []
    with compose(text, Report(f"content/terms/{code}.yaml", problems)) as fields:
        found = language_terms(code, fields, ("en", "es"))
    return found, [(problem.line, problem.code) for problem in problems]


def test_agreed_terms_are_read():
    found, problems = read(TERM + NEGATIONS)
    assert problems == []
    (term,) = found.terms
    assert (term.term, term.use, term.never) == ("bond", ("fianza",), {"bono": "a ticket"})
    assert found.negations == {"not": ("no",), "never": ("nunca",), "only": ("solo",), "unless": ("salvo",)}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (TERM + TERM.partition("\n")[2] + NEGATIONS, (3, "duplicate-id")),
        (TERM.replace("[fianza]", "[]") + NEGATIONS, (2, "empty-word")),
        (TERM.replace("[fianza]", "[bono]") + NEGATIONS, (1, "use-and-never")),
        (TERM.replace(", why: a ticket", "") + NEGATIONS, (2, "missing")),
        (TERM.replace("use", "used") + NEGATIONS, (2, "missing")),
        (TERM + NEGATIONS.replace("never: nunca, ", ""), (3, "missing")),
        (TERM, (1, "missing")),
    ],
)
def test_an_error_is_reported_with_its_line(text, problem):
    assert problem in read(text)[1]


def test_a_file_of_an_unknown_language_is_refused():
    assert read(TERM + NEGATIONS, "xx")[1] == [(1, "unknown-language")]
