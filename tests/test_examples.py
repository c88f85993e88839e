"""The public personas: what they cover together, and which are neighbours."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from guide.engine.explain import Verdict, explain
from guide.engine.personas import neighbors, public_personas
from guide.engine.walk import walk
from guide.i18n import messages
from guide.loader.content import load
from guide.model.content import Persona

LIBRARY = load(Path(__file__).parents[1] / "content")
PEOPLE = public_personas(LIBRARY)
OLD_SETS = [id for id in LIBRARY.guidelines if id != "today"]
# Addresses and titles stay in the history of a shared phone.
REVEALING = re.compile(
    r"deport|raid|\bICE\b|immigra|illegal|undocumented|arrest|convict|crime|felony|police|drug|theft|steal|jail"
    r"|held|detain|order|monitor|hurt|abuse|victim|asylum|green.card|visa\b|parole|border",
    re.IGNORECASE,
)


EXPLAINED = {id: explain(LIBRARY, person.answers) for id, person in PEOPLE.items()}


def explained(person):
    return EXPLAINED[person.id]


def sure(guideline):
    """The findings of a set that surely apply to somebody public."""
    return {id for person in PEOPLE.values() for id in explained(person).ids(guideline, Verdict.APPLIES)}


def test_there_are_at_least_twelve():
    assert len(PEOPLE) >= 12


@pytest.mark.parametrize("person", PEOPLE.values(), ids=PEOPLE)
def test_each_says_that_the_person_is_invented(person):
    assert re.match(r"\w+ is invented\. ", person.person)


@pytest.mark.parametrize("person", PEOPLE.values(), ids=PEOPLE)
def test_url_and_title_reveal_nothing(person):
    assert not REVEALING.search(f"{person.id} {person.title}")


def test_what_readers_see_of_public_people_is_translated_and_nothing_else_of_a_scenario():
    texts = {message.text for message in messages.of_content(LIBRARY) if message.path.startswith("content/scenarios/")}
    assert texts == {text for person in PEOPLE.values() for text in (person.title, person.person)}


def test_no_two_have_the_same_title_or_answers():
    assert len({person.title for person in PEOPLE.values()}) == len(PEOPLE)
    counted = [walk(LIBRARY.questions, person.answers).answers for person in PEOPLE.values()]
    assert all(counted.count(answers) == 1 for answers in counted)


@pytest.mark.parametrize("guideline", LIBRARY.guidelines)
def test_in_every_set_something_applies_for_one_and_is_absent_for_another(guideline):
    computed = [finding for finding in LIBRARY.guidelines[guideline].findings if not finding.read_only]
    for_everybody = set(explain(LIBRARY, {}).ids(guideline, Verdict.APPLIES))
    differ = {
        finding.id
        for finding in computed
        if finding.id in sure(guideline) - for_everybody
        and any(finding.id not in explained(person).outcomes[guideline] for person in PEOPLE.values())
    }
    assert differ


def test_every_danger_of_today_comes_first_for_somebody():
    urgent = {finding.id for finding in LIBRARY.guidelines["today"].findings if finding.urgent}
    assert urgent
    assert urgent <= sure("today")


def test_the_date_traps_are_there():
    chosen = [walk(LIBRARY.questions, person.answers).answers for person in PEOPLE.values()]
    for option in LIBRARY.question("since-2020").option_ids:
        assert any(answers.get("since-2020") == (option,) for answers in chosen), option
    assert any(answers.get("time") == ("under-2",) for answers in chosen)
    assert "note/date-on-the-line" in sure("2021-guidelines")
    assert "now/expedited-removal" in sure("today")


def test_the_day_itself_counts_in_one_set_and_not_in_the_other():
    """Outside both the day before, inside both the day after, and only in the February text on the day itself."""
    seen = {
        name: tuple("category/border-security" in explained(PEOPLE[name]).outcomes[id] for id in OLD_SETS[:2])
        for name in ("carla-one-day-before", "carla-that-same-day", "carla-one-day-after")
    }
    assert list(seen.values()) == [(False, False), (False, True), (True, True)]


def test_somebody_skips_everything():
    assert any(not person.answers for person in PEOPLE.values())


@pytest.mark.parametrize("person", PEOPLE.values(), ids=PEOPLE)
def test_neighbors_are_symmetric(person):
    found = neighbors(LIBRARY, person)
    assert found
    for neighbor in found:
        assert person.id in {back.persona.id for back in neighbors(LIBRARY, neighbor.persona)}


@pytest.mark.parametrize("person", PEOPLE.values(), ids=PEOPLE)
def test_changing_the_one_answer_of_a_neighbor_gives_their_answers(person):
    for neighbor in neighbors(LIBRARY, person):
        changed = {**person.answers, neighbor.question.id: neighbor.ticked}
        assert explain(LIBRARY, changed) == explained(neighbor.persona)


def invented(id, title="Someone", **answers):
    ticked = {question: (option,) for question, option in answers.items()}
    return Persona(id, "", ticked, {}, title, "Someone is invented.")


def among(*people):
    return replace(LIBRARY, personas={person.id: person for person in people})


def test_only_public_people_who_differ_in_one_question_are_neighbors():
    one = invented("one", held="yes", police="none")
    people = [
        one,
        invented("same", held="yes", police="none"),
        invented("skips", held="yes"),
        invented("two-changes", held="no", police="traffic"),
        invented("not-public", title="", held="no", police="none"),
        invented("traffic", held="yes", police="traffic"),
        invented("not-held", held="no", police="none"),
    ]
    found = [(each.persona.id, each.question.id, each.ticked) for each in neighbors(among(*people), one)]
    assert found == [("not-held", "held", ("no",)), ("skips", "police", ()), ("traffic", "police", ("traffic",))]


def test_a_follow_up_that_is_not_asked_is_no_difference():
    one, other = invented("one", held="yes", police="none"), invented("two", held="no", police="none", level="felony")
    assert [each.question.id for each in neighbors(among(one, other), one)] == ["held"]
