"""Work that grows with the content, and not with its square: counted, never timed."""

from collections import Counter
from dataclasses import replace

import pytest
from bench.generated import site
from support.read_once import read_library
from support.site_pages import LIBRARY

from guide.engine.recordings import recorded
from guide.engine.sharing import can_be_picked
from guide.lint import reachability
from guide.loader import guidelines
from guide.loader.content import ContentLoader
from guide.loader.yaml_reader import StrictMapping
from guide.model.content import Question
from guide.model.texts import entries

MORE = 40


class Counted(str):
    """An id that counts how often it is hashed or compared."""

    seen = 0

    def __hash__(self):
        Counted.seen += 1
        return str.__hash__(self)

    def __eq__(self, other):
        Counted.seen += 1
        return str.__eq__(self, other)


class Gone(tuple):
    """Questions that count how often somebody goes through them."""

    through = 0

    def __iter__(self):
        Gone.through += 1
        return super().__iter__()


@pytest.fixture
def counted_ids(monkeypatch):
    """Let the reader see each id of a question and of a listed finding as one that counts."""
    ids, texts = StrictMapping.ids, StrictMapping.texts

    def listed(self, key, *default):
        read = texts(self, key, *default)
        return tuple(map(Counted, read)) if key == "findings" else read

    monkeypatch.setattr(StrictMapping, "ids", lambda self, key: list(map(Counted, ids(self, key))))
    monkeypatch.setattr(StrictMapping, "texts", listed)


def cost_of_more(folder, read_count, kind):
    """Return what `read_count` says of a guide with many more of a kind, less what it says of one with fewer more."""
    fewer, many = (site(folder / str(number), **{kind: number}) for number in (MORE, 2 * MORE))
    return read_count(many) - read_count(fewer)


def read(folder):
    """Read the content, also if this process of tests has read the same before."""
    read_library(ContentLoader(folder / "content"))


@pytest.mark.parametrize("kind", ["questions", "findings"])
def test_each_id_is_compared_a_few_times_however_many_there_are(kind, counted_ids, tmp_path):
    def read_count(folder):
        Counted.seen = 0
        read(folder)
        return Counted.seen

    assert MORE <= cost_of_more(tmp_path, read_count, kind) <= 10 * MORE


def test_the_loader_asks_each_question_a_few_times_however_many_findings_there_are(tmp_path, monkeypatch):
    seen = Counter()
    options, mentions = Question.option_ids.func, guidelines.mentions

    def ask(question):
        seen["options"] += 1
        return options(question)

    def named(rule):
        seen["rules"] += 1
        return mentions(rule)

    monkeypatch.setattr(Question, "option_ids", property(ask))
    monkeypatch.setattr(guidelines, "mentions", named)

    def read_count(folder):
        seen.clear()
        read(folder)
        return seen.total()

    assert MORE <= cost_of_more(tmp_path, read_count, "questions") <= 10 * MORE


def test_findings_that_count_for_neither_side_are_not_compared(monkeypatch):
    compared, opposed = [], reachability._opposed
    monkeypatch.setattr(reachability, "_opposed", lambda *pair: compared.append(pair) or opposed(*pair))
    (of_today,) = (each for each in LIBRARY.guidelines.values() if each.current_law)
    warnings = tuple(each for each in of_today.findings if each.weighs == "warning")
    more = replace(of_today, findings=warnings * 3)
    assert len(warnings) > 10
    list(reachability.contradictions(replace(LIBRARY, guidelines={more.id: more})))
    assert not compared


def test_a_question_is_found_without_going_through_all():
    library = replace(LIBRARY, questions=Gone(LIBRARY.questions))
    Gone.through = 0
    assert [library.question(question.id) for question in LIBRARY.questions] == list(LIBRARY.questions)
    for guideline in library.guidelines.values():
        for finding in guideline.findings:
            can_be_picked(library, finding)
    assert Gone.through == 1


def test_what_is_recorded_is_found_without_going_through_all_texts(monkeypatch):
    entered = [text.owner for text in entries(LIBRARY) if hasattr(text.owner, "audio")]
    for owner in entered:
        monkeypatch.setitem(vars(owner), "audio", {"es": None})
    monkeypatch.setattr("guide.model.texts._fields_of", None)
    assert [owner for _, owner in recorded(LIBRARY)] == entered


@pytest.mark.parametrize("page", ["questions", "question-sheet"])
def test_the_number_of_a_question_is_not_searched_for(page, client, monkeypatch):
    compared, equal = [], Question.__eq__
    monkeypatch.setattr(Question, "__eq__", lambda one, other: compared.append(one.id) or equal(one, other))
    shown = client.get(f"/en/{page}").text
    assert f'<span class="question-number">{len(LIBRARY.questions)}.</span>' in shown
    assert len(compared) <= len(LIBRARY.questions)
