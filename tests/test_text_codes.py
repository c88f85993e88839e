"""The codes of texts: one for each, the same as in links, and `guide find` leads from them to the files."""

import re

import pytest

from guide.engine.sharing import code
from guide.loader.text_codes import text_code
from guide.model.texts import entries


def test_a_code_belongs_to_one_text(library):
    places = {}
    for text in entries(library):
        places.setdefault(text_code(text.owner), set()).add((text.path, text.entry))
    assert [found for found in places.values() if len(found) > 1] == []


def test_an_explanation_has_one_code(library):
    for guideline in library.guidelines.values():
        for finding in guideline.findings:
            assert text_code(finding) == code(guideline, finding)


@pytest.mark.slow
def test_find_leads_from_a_code_to_file_line_and_title(run, library):
    detained = next(each for each in library.current_law.findings if each.id == "now/detained")
    result = run("find", text_code(detained).upper())
    assert result.exit_code == 0
    assert re.fullmatch(r"content/guidelines/today/now/detained\.md:\d+: .+\n", result.output)
    assert detained.title in result.output


@pytest.mark.slow
def test_find_says_that_no_text_has_a_code(run):
    result = run("find", "nothing")
    assert (result.exit_code, result.output.count("\n")) == (2, 1)
    assert "nothing" in result.output
