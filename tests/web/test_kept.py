"""What is kept of posted pages is the same for every visitor, and holds nothing of anybody's answers."""

import re

import pytest
from support import day
from support.answer_sets import EVERYTHING, complete, partial
from support.sampling import WHOLE

from guide.config import Settings
from guide.engine.explain import OutcomeKind, Verdict
from guide.web import create_app
from guide.web.kept import HOLE

VISITORS = 500 if WHOLE else 12
REASONS = {"chosen", "skipped", "reason", "topic"}  # of one option or question each, for all who chose it


def kept_of(visitors):
    """Post for these visitors; return what a new site keeps after that, by place and key."""
    app = create_app(Settings(today=day.today))
    client = app.test_client()
    for answers in visitors:
        client.post("/es/result", data={question: list(ticked) for question, ticked in answers.items()})
    places = app.extensions["state"].kept._places
    return {(place, key): str(part) for place, parts in places.items() for key, part in parts.items()}


@pytest.fixture(scope="module")
def some(library):
    return kept_of([{}, *(partial(library, seed) for seed in range(VISITORS))])


@pytest.fixture(scope="module")
def others(library):
    return kept_of([EVERYTHING, *(complete(library, seed) for seed in range(1000, 1000 + VISITORS))])


def test_other_visitors_leave_the_same_behind(some, others):
    both = some.keys() & others.keys()
    assert len(both) > 100
    assert [key for key in both if some[key] != others[key]] == []


def test_a_line_is_kept_without_its_reasons(some, others):
    lines = {key: part for (_, (_, key)), part in (some | others).items() if key[0] == "line"}
    assert len(lines) > 80
    assert [key for key, part in lines.items() if part.count(HOLE) != 1] == []
    telling = [key for (_, (_, key)), part in (some | others).items() if re.search("data-reason", part)]
    told = {key if isinstance(key, str) else key[0] for key in telling}
    assert told <= REASONS


def test_a_line_is_kept_by_what_it_is_and_no_answer_is_in_the_key(some, others, library):
    ids = {(each.id, finding.id) for each in library.guidelines.values() for finding in each.findings}
    shapes = {"row", "skipped", "whole"}
    for _, (language, key) in some | others:
        assert language in ("es", "en")
        if key[0] != "line":
            continue
        _, guideline, finding, shape, verdict, kind, first = key
        assert (guideline, finding) in ids
        assert shape in shapes
        assert verdict in set(Verdict)
        assert kind in set(OutcomeKind)
        assert isinstance(first, bool)
