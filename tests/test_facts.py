"""Every row of the facts is in a finding, the text about a set, a review or the timeline."""

from pathlib import Path

import pytest
import yaml

from guide.loader.content import load

ROOT = Path(__file__).parents[1]
LIBRARY = load(ROOT / "content")
ROWS = yaml.load((ROOT / "tests" / "facts" / "rows.yaml").read_text("utf-8"), yaml.CSafeLoader)
COVERED = [row for row in ROWS if row["tag"] == "page"]


def words(place):
    kind, _, id = place.partition(": ")
    if kind == "timeline":
        (entry,) = [entry for entry in LIBRARY.history if entry.id == id]
        return f"{entry.title} {entry.text}"
    if kind == "about":
        return " ".join(block.text for block in LIBRARY.guidelines[id].about.body)
    if kind == "review":
        review = LIBRARY.reviews[id]
        return " ".join([review.title, review.summary, review.state, *(block.text for block in review.body)])
    guideline, _, finding = id.partition("/")
    (found,) = [one for one in LIBRARY.guidelines[guideline].findings if one.id == finding]
    return " ".join([found.title, *(block.text for block in found.body)])


def test_there_is_a_row_for_every_fact():
    assert len(ROWS) >= 25
    assert len(COVERED) >= 20


@pytest.mark.parametrize("row", COVERED, ids=lambda row: row["row"][:40])
def test_a_row_is_at_its_place(row):
    assert row["where"], row["row"]
    texts = [words(place) for place in row["where"]]
    assert any(row["says"] in text for text in texts), row["says"]


UNTOLD = [part for row in ROWS for part in [row, *row.get("parts", [])] if not part["where"]]


@pytest.mark.parametrize("part", UNTOLD, ids=lambda part: (part.get("part") or part["row"])[:40])
def test_a_row_without_text_has_a_reason(part):
    assert part["why-not"]


def test_history_without_findings_is_in_the_content(library):
    reported = " ".join(f"{entry.title} {entry.text}" for entry in library.history)
    for name in ("Jeh Johnson", "John Kelly", "Doyle"):
        assert name in reported


C = [row for row in ROWS if row["row"].startswith(("ICE, ", "DHS, ", "NIJC, ", "American Immigration Council, "))]


def test_what_the_five_source_documents_say_has_a_row():
    assert len(C) == 18
    assert {row["row"].split(":")[0] for row in C} == {
        "ICE, February 18, 2021",
        "DHS, September 30, 2021",
        "DHS, November 29, 2021",
        "NIJC, 2021",
        "American Immigration Council, November 17, 2011",
    }


OPINIONS = ("NIJC", "American", "DHS, September 30, 2021: what", "DHS, September 30, 2021: a path")


@pytest.mark.parametrize("row", [row for row in C if row["row"].startswith(OPINIONS)], ids=lambda row: row["row"][:60])
def test_an_opinion_is_marked_as_such(row):
    set_id = row["where"][-1].partition(": ")[2]
    blocks = [block.text for block in LIBRARY.guidelines[set_id].about.body]
    said = blocks[blocks.index("What people said about it") + 1 :]
    assert said[0].startswith("**Opinion:**")
    assert any(row["says"] in text for text in said)
