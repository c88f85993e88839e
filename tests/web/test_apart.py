"""In two languages, a posted page whose parts were joined once is the page that is joined as a whole."""

import re

import pytest
from support.answer_sets import EVERYTHING, partial
from support.sampling import WHOLE

from guide.web.views import bilingual

PAIRS = ("es+en", "ar+zh-Hans")
SETS = 30 if WHOLE else 2


def page(client, pair, name, answers):
    """The page without the white space between elements, which nobody sees."""
    data = {question: list(ticked) for question, ticked in answers.items()}
    text = client.post(f"/{pair}/{name}", data=data).text.partition("</html>")[0]
    return re.sub(r">\s+<", "><", re.sub(r"\s+", " ", text))


@pytest.fixture
def as_a_whole(monkeypatch):
    """Join whole pages while it runs; tells of the posted pages how many parts were put back before."""
    taken = []
    put_back, joined = bilingual.put_back, bilingual._joined

    def counted(html, first, second, joiner):
        taken.append(len(first.parts))
        return put_back(html, first, second, joiner)

    monkeypatch.setattr(bilingual, "put_back", counted)

    def begin():
        monkeypatch.setattr(bilingual, "_joined", lambda *given, apart: joined(*given, apart=False))

    return begin, taken


@pytest.mark.parametrize("pair", PAIRS)
def test_a_page_of_parts_is_the_page_that_is_joined_as_a_whole(client, library, as_a_whole, pair):
    begin, taken = as_a_whole
    asked = [("result", each) for each in ({}, EVERYTHING, *(partial(library, seed) for seed in range(SETS)))]
    asked.append(("questions", EVERYTHING))
    apart = [page(client, pair, *each) for each in asked]
    before = len(taken)
    assert sum(parts > 30 for parts in taken) >= len(asked) - 1
    begin()
    assert [page(client, pair, *each) for each in asked] == apart
    assert len(taken) == before


def test_a_part_within_a_paragraph_makes_the_page_join_as_a_whole(client, monkeypatch):
    answers = {"held": ("yes",)}
    whole = page(client, "es+en", "result", answers)

    def never(*_):
        raise bilingual.NotApart

    monkeypatch.setattr(bilingual, "put_back", never)
    assert page(client, "es+en", "result", answers) == whole


def test_paragraphs_of_parts_are_numbered_through_the_page(client):
    text = page(client, "es+en", "result", {"held": ("yes",)})
    numbers = [int(each) for each in re.findall(r'<span class="order">(\d+)</span>', text)]
    assert len(numbers) > 200
    assert numbers == list(range(1, len(numbers) + 1))


def test_what_is_joined_is_kept_without_an_answer(app, client):
    client.post("/es+en/result", data={"held": "yes", "police": "conviction"})
    places = app.extensions["state"].kept._places
    joined = {key: str(part) for parts in places.values() for key, part in parts.items() if key[0] == "joined"}
    assert len(joined) > 50
    telling = {key[2][0] for key, part in joined.items() if "data-reason" in part}
    assert telling <= {"chosen", "skipped", "reason"}
    # A key names content: ids of questions and options, findings, how sure a line is; never a list of answers.
    assert [key for key in joined if any(isinstance(each, tuple | dict | list) for each in key[2][1:])] == []
