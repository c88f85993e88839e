"""Paper in three engines: as many pages as in Chromium, the steps on the first one, and no answers on it."""

import json

import pytest
from support.pdf import Paper, squeezed
from support.site_pages import LIBRARY

ANSWERS = {"held": ["yes"], "for": ["me"]}  # two answers
READY = "(document.querySelector('#guide') || {dataset: {}}).dataset.runs === 'device'"
RESULT = "document.querySelector('main > [data-view=result]')"
TICK = """(() => {
  for (const [question, options] of Object.entries(ANSWERS)) {
    for (const option of options) {
      document.querySelector(`#guide [name="${question}"][value="${option}"]`).checked = true;
    }
  }
  document.querySelector("[data-move=now]").click();
  return true;
})()""".replace("ANSWERS", json.dumps(ANSWERS))
REASONS = """(() => {
  const box = document.getElementById("reasons");
  if (!box.checked) box.click();
  return box.checked;
})()"""
# Each line of a result that says what was answered.
WHY = "[...document.querySelectorAll('main .why [data-reason]')].map((one) => one.textContent)"
STEPS = "[...document.querySelectorAll('[data-steps] > li > p')].map((one) => one.textContent)"
# Chromium has 5 and 6, and for everything 31 and 50: a draft prints the English of steps and warnings too. WebKit has
# no columns, and its type is a little larger.
MOST = {"en": 5, "ar": 7}
EVERYTHING = {"en": 40, "ar": 68}


@pytest.fixture
def prints(reader, tmp_path):
    """Prints the page at a path after some expressions were true; gives the paper."""

    def printed(path, *expressions):
        file = tmp_path / "paper.pdf"
        if reader.name == "webkit":
            reader.engine.paper(str(file), reader.seen.ours + path, *expressions)
        else:
            reader.opens(path)
            for expression in expressions:
                reader.waits(expression, expression)
            reader.engine.paper(str(file))
        return Paper(file.read_bytes())

    return printed


def of_result(reader, lang, expression):
    """Return what an expression gives in a result on the screen."""
    reader.begins(f"/{lang}/questions")
    reader.waits(TICK, "the answers")
    reader.waits(RESULT, "the result")
    return reader.reads(expression)


def test_a_printed_result_has_its_steps_first_and_no_reasons(prints, reader, lang):
    steps, why = of_result(reader, lang, f"[{STEPS}, {WHY}]")
    paper = prints(f"/{lang}/questions", READY, TICK, RESULT)
    assert len(paper.pages) <= MOST[lang]
    if lang == "en":  # PDFium gives some words of Arabic backwards
        first = squeezed(" ".join(line.text for line in paper.pages[0]))
        assert len(steps) >= 6
        assert [step for step in steps if squeezed(step) not in first] == []
        told = [reason for reason in why if len(reason) > 30]
        assert told
        assert [reason for reason in told if squeezed(reason) in paper.words] == []


def test_reasons_are_printed_when_a_reader_wants_them(prints, reader, lang):
    why = of_result(reader, lang, WHY)
    without = prints(f"/{lang}/questions", READY, TICK, RESULT)
    paper = prints(f"/{lang}/questions", READY, TICK, RESULT, REASONS)
    assert len(paper.words) > len(without.words)
    if lang == "en":
        told = {reason for reason in why if len(reason) > 30}
        assert told
        assert paper.missing(told) == []


def test_everything_prints_on_about_as_many_pages_as_in_chromium(prints, lang):
    assert 5 < len(prints(f"/{lang}/explain/all").pages) <= EVERYTHING[lang]


def test_the_short_handout_is_one_sheet_of_paper(prints):
    """In a draft the back has the same in English."""
    sides = {code: 1 + (language.translation_status == "draft") for code, language in LIBRARY.languages.items()}
    assert {code: len(prints(f"/{code}/handout").pages) for code in sides} == sides
