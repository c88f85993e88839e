"""The values of the two handouts: what the template prints without deciding anything."""

import datetime as dt
from dataclasses import replace

import pytest
from support import day

from guide.legal_help.freshness import age
from guide.model.roles import BEING_HELD, IN_DANGER
from guide.web.presenters.handouts import handout


@pytest.fixture(params=[False, True], ids=["one page", "four pages"])
def shown(request, library):
    return handout(library, day.TODAY, long=request.param)


def test_providers_are_those_of_results_without_the_lines_for_people_in_danger(shown, library):
    danger = library.site.help_section(IN_DANGER).id
    ids = [each.id for each in library.providers if each.on_result and each.section != danger]
    assert [each.provider.id for each in shown.providers] == ids


def test_only_the_long_one_has_warnings_and_the_sets_of_the_past(library):
    short, long = (handout(library, day.TODAY, long=long) for long in (False, True))
    assert (short.path, short.warnings, short.old_sets) == ("handout", (), ())
    assert long.path == "handout-long"
    assert [each.item for each in long.warnings] == [
        each for each in library.current_law.findings if not each.read_only
    ]
    assert [each.id for each in long.old_sets] == [id for id in library.guidelines if id != library.current_law.id]


def test_a_warning_has_its_first_paragraph_and_that_on_being_held_everything(library):
    for warning in handout(library, day.TODAY, long=True).warnings:
        body = warning.item.body
        assert warning.body == (body if warning.item.role == BEING_HELD else body[:1])


def test_a_provider_without_a_date_is_marked(library):
    first = next(each.provider for each in handout(library, day.TODAY, long=False).providers)
    undated = replace(first, evidence=tuple(replace(each, date=None) for each in first.evidence))
    providers = [undated if each is first else each for each in library.providers]
    changed = handout(replace(library, providers=providers), day.TODAY, long=False)
    assert [each.undated for each in changed.providers if each.provider.id == first.id] == [True]
    assert not any(each.undated for each in handout(library, day.TODAY, long=False).providers)


def test_an_overdue_text_is_named_once_the_whole_guide_is_not(library):
    page = replace(library.pages["handout"], last_checked=day.TODAY - dt.timedelta(days=400))
    one_text = replace(library, pages={**library.pages, "handout": page})
    assert handout(one_text, day.TODAY, long=False).overdue_since == page.last_checked
    much_later = day.TODAY + dt.timedelta(days=800)
    assert age(library, much_later).since
    assert handout(library, much_later, long=True).overdue_since is None
