"""What each warning of today says to do first: short enough to be read in a hurry, and a title that says "If ..."."""

import pytest
from support.site_pages import LIBRARY

from guide.model.rule import ALWAYS

WARNINGS = LIBRARY.current_law.findings


def words(text):
    return len(text.split())


@pytest.mark.parametrize("warning", WARNINGS, ids=lambda warning: warning.id)
def test_a_warning_says_what_to_do_in_few_words(warning):
    assert 3 <= words(warning.step) <= 14
    assert words(warning.step_more) <= 20
    assert warning.sources


@pytest.mark.parametrize("warning", WARNINGS, ids=lambda warning: warning.id)
def test_a_warning_that_depends_on_answers_has_a_title_that_says_if(warning):
    for_everyone = warning.when == ALWAYS
    assert (warning.title_if == "") == for_everyone
    assert for_everyone or warning.title_if.startswith("If ")
    assert words(warning.title_if) <= 9


def test_no_two_warnings_say_the_same():
    steps, titles = [each.step for each in WARNINGS], [each.title_if for each in WARNINGS if each.title_if]
    assert len(set(steps)) == len(steps)
    assert len(set(titles)) == len(titles)
