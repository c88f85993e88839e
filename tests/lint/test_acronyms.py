"""Explained and unexplained acronyms."""

import pytest
from support.fake_library import DAY, codes, little, p

from guide.lint import acronyms
from guide.lint.units import passages
from guide.model.content import Block
from guide.model.lists import GlossaryTerm, Misunderstanding
from guide.model.provider import Provider


def reported(*blocks, **more):
    library = little(*blocks, **more)
    return list(acronyms.problems(library, passages(library)))


@pytest.mark.parametrize(
    "text",
    [
        "ICE and the US came.",
        "A court (EOIR) decides. EOIR is slow.",
        "OPLA, the Office of the Principal Legal Advisor, decides.",
        "SIJS, for some children, ends. SIJS is rare.",
        "Their office is called OPLA.",
        'On paper this is called "CAT" protection.',
        "Experts call this the body of a POST.",
        "The Department of Homeland Security, or DHS, came.",
        "OIG is the inspector. OIG came.",
        "The CIS Ombudsman is for problems.",
        "LSC (Legal Services Corporation) pays.",
        "Form EOIR-33 and Form AR-11.",
        "Ask a DOJ-accredited helper.",
        "Type A or B.",
    ],
)
def test_an_explained_acronym_is_no_problem(text):
    term = GlossaryTerm("doj", "Helper", ("DOJ-accredited helper",), "A helper.", ())
    assert reported(p(text), glossary=(term,)) == []


@pytest.mark.parametrize("text", ["OPLA decides.", "Ask OPLA, and go.", "DOJ-accredited people.", "The TPSs ended."])
def test_an_unexplained_acronym_is_an_error(text):
    assert codes(reported(p(text))) == ["acronym"]


def test_each_page_reports_an_acronym_once_at_its_first_use():
    (problem,) = reported(p("Go.", 3), p("OPLA decides.", 5), p("OPLA, the office, decides.", 7))
    assert (problem.line, problem.severity) == (5, "error")
    assert "OPLA" in problem.message
    assert problem.fix


def test_an_explanation_in_the_text_covers_the_heading():
    assert reported(Block("h2", "OPLA decides"), p("OPLA, the office of ICE's lawyers, decides.")) == []
    assert codes(reported(Block("h2", "OPLA decides"), p("It is an office."))) == ["acronym"]


def test_each_list_entry_counts_as_a_separate_page():
    first = Misunderstanding("a", "OPLA, the office, helps.", "No.", (), (), DAY, entry="a")
    second = Misunderstanding("b", "OPLA helps.", "No.", (), (), DAY, entry="b")
    assert len(reported(misunderstandings=(first, second))) == 1


def test_the_name_of_a_provider_explains_its_acronym():
    def provider(name):
        texts = {"operator": "nonprofit", "summary": "KIND works here.", "who": "All.", "cost": "free"}
        return Provider("kind", name, "court", 1, scope="national", channels=(), evidence=(), services=(), **texts)

    assert reported(providers=(provider("Kids in Need of Defense (KIND)"),)) == []
    assert codes(reported(providers=(provider("Kids in Need"),))) == ["acronym"]
