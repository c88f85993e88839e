"""Every row of the facts is in a finding, the text about a set, a review or the timeline."""

from pathlib import Path

import pytest
import yaml

from guide.content import load

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
        return " ".join(block.text for block in LIBRARY.guidelines[id].about)
    if kind == "review":
        review = LIBRARY.reviews[id]
        return " ".join([review.title, review.summary, review.state, *(block.text for block in review.body)])
    guideline, _, finding = id.partition("/")
    (found,) = [one for one in LIBRARY.guidelines[guideline].findings if one.id == finding]
    return " ".join([found.title, *(block.text for block in found.body)])


def test_there_is_a_row_for_every_fact():
    assert len(ROWS) >= 25
    assert len(COVERED) >= 20


OPINIONS = ("NIJC", "American", "DHS, September 30, 2021: what", "DHS, September 30, 2021: a path")


@pytest.mark.parametrize("row", [row for row in C if row["row"].startswith(OPINIONS)], ids=lambda row: row["row"][:60])
def test_an_opinion_stands_where_opinions_are_marked(row):
    set_id = row["where"][-1].partition(": ")[2]
    blocks = [block.text for block in LIBRARY.guidelines[set_id].about]
    said = blocks[blocks.index("What people said about it") + 1 :]
    assert said[0].startswith("**Opinion:**")
    assert any(row["says"] in text for text in said)
