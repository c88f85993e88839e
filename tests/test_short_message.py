"""The text of a message: whole acts only, never longer than it may be, and nothing but what the page says."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from support import day
from support.aging import LATER, site

from guide.engine.short_message import MessageText, by_weight, most, short_message
from guide.model.urgent import LineKind
from guide.web.presenters.messages import LINK, NUMBER, message_of
from guide.web.state import SiteState
from guide.web.urls import Where

ACTS = ("Keep the door closed. But open to a judge's paper.", "Say: no.", "Do not run.")
ENGLISH = MessageText("At the door", ACTS, ("September 1, 2026",))
NUMBERED = re.compile(r"^\d\. ", re.MULTILINE)


def acts_in(text):
    return [NUMBERED.sub("", line) for line in text.splitlines() if NUMBERED.match(line)]


def test_all_acts_are_there_in_the_order_of_the_page_if_there_is_room():
    text = short_message([ENGLISH], [1, 0, 2], 600)
    assert text.splitlines() == [
        "At the door",
        "1. Keep the door closed. But open to a judge's paper.",
        "2. Say: no.",
        "3. Do not run.",
        "September 1, 2026",
    ]


@pytest.mark.parametrize("room", range(30, 120))
def test_it_is_never_longer_and_an_act_never_loses_its_exception(room):
    text = short_message([ENGLISH], [1, 0, 2], room)
    assert len(text) <= room
    assert set(acts_in(text)) <= set(ACTS)


def test_the_first_by_weight_stays_where_not_all_fit():
    assert acts_in(short_message([ENGLISH], [1, 0, 2], 45)) == ["Say: no."]


def test_it_says_if_an_act_is_left_out():
    texts = replace(ENGLISH, not_all="Not all.")
    assert short_message([texts], [1, 0, 2], 60).splitlines()[-1] == "Not all."
    assert "Not all." not in short_message([texts], [1, 0, 2], 600)


def test_both_languages_have_the_same_acts():
    other = MessageText("En la puerta", ("x" * 200, "Diga: no.", "No corra."), ("1 de septiembre",))
    text = short_message([ENGLISH, other], [0, 1, 2], 150)
    assert acts_in(text) == ["Say: no.", "Do not run.", "Diga: no.", "No corra."]


def test_what_to_say_comes_first_in_each_part(library):
    parts = library.urgent["held"].parts
    kinds = [line.kind for part in parts for line in part.acts]
    order = by_weight(parts)
    assert sorted(order) == list(range(len(kinds)))
    assert kinds[order[0]] == LineKind.SAY
    assert order[: len(parts[0].acts)] == sorted(order[: len(parts[0].acts)], key=order.index)


def places(library):
    languages = [(code, None) for code in library.languages]
    pairs = [("en", ("en", "es")), ("es", ("es", "ar")), ("zh-Hans", ("zh-Hans", "en"))]
    for code, pair in languages + pairs:
        yield Where(library.languages[code], pair=pair)


def messages(state: SiteState):
    for where in places(state.library):
        for name, page in state.library.urgent.items():
            for part in (None, *(page.parts if name == "officers" else ())):
                yield where, page, part, message_of(state, where, page, part)


@pytest.mark.parametrize("today", [day.TODAY, LATER[200]], ids=["checked", "overdue"])
def test_each_message_of_the_real_content_leaves_room_for_the_link_and_says_something(today):
    for where, page, part, message in messages(site(today).extensions["state"]):
        assert message.most == most(2 if where.pair else 1)
        room = LINK + (NUMBER if page.open_states else 0)
        assert len(message.text) <= message.most - room, (where.language.code, page.id, part and part.id)
        assert acts_in(message.text), (where.language.code, page.id, part and part.id)


def test_each_act_of_a_message_is_complete(library, app):
    state = app.extensions["state"]
    where = Where(library.languages["en"])
    for name, page in library.urgent.items():
        whole = [
            " ".join(filter(None, (line.text, *(f'"{said}"' for said in line.said), line.more)))
            for part in page.parts
            for line in part.acts
        ]
        for act in acts_in(message_of(state, where, page).text):
            assert act.partition(" We have not checked this since")[0] in whole, name


def test_an_overdue_act_says_so(app, library):
    state = app.extensions["state"]
    page = library.urgent["steps"]
    late = replace(page.steps[0], last_checked=dt.date(2018, 1, 1))
    text = message_of(state, Where(library.languages["en"]), page, replace(page.parts[0], acts=(late,))).text
    assert acts_in(text) == [f"{late.text} {late.more} We have not checked this since January 1, 2018."]


def test_a_guide_that_nobody_checked_says_so(library):
    state = site(LATER[200]).extensions["state"]
    text = message_of(state, Where(library.languages["en"]), library.urgent["steps"]).text
    assert "Nobody has checked this guide since" in text
    assert "Checked through" not in text


def test_a_draft_says_that_a_computer_made_it(app, library):
    texts = {code: app.extensions["state"].catalogs[code] for code in library.languages}
    said = "A computer translated this. It can have mistakes."
    text = message_of(app.extensions["state"], Where(library.languages["es"]), library.urgent["steps"]).text
    assert texts["es"].gettext(said) in text
    assert said not in message_of(app.extensions["state"], Where(library.languages["en"]), library.urgent["steps"]).text
