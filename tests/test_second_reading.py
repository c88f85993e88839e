"""The table of the second reading of November 2026, with the source of each sentence."""

from pathlib import Path

TABLE = Path(__file__).parent / "facts" / "second-reading-2026-11.tsv"
VERDICTS = {"holds", "label", "practical, no law", "corrected in the second reading"}


def test_every_sentence_has_a_source_and_a_verdict():
    head, *rows = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines()]
    assert head == ["kind", "place", "id", "sentence", "rests on", "verdict"]
    assert len(rows) > 1800
    for row in rows:
        assert len(row) == len(head), row
        assert row[-1] in VERDICTS, row
        assert all(row), row
