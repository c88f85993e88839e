"""`guide help-diff`: compares providers with a table and changes nothing."""

import pytest

from guide.legal_help import csv_diff


def proposals(library, *rows):
    return [line for line in csv_diff.proposals(library, rows) if not line.startswith("not in the table")]


def test_a_table_that_agrees_proposes_nothing(library):
    row = {"name": "RAICES", "phone": "833.372.4237", "url": "http://raicestexas.org/", "state": "tx"}
    assert proposals(library, row) == []


def test_another_number_is_proposed_for_a_person_to_accept(library):
    (line,) = proposals(library, {"name": "Raices", "phone": "1-833-777-2367"})
    assert line == "RAICES: number 1-833-777-2367 in the table, 1-833-372-4237, 1-855-672-4237 in the guide"


@pytest.mark.parametrize(
    ("row", "line"),
    [
        (
            {"name": "RAICES", "email": "info@raicestexas.org"},
            "RAICES: email info@raicestexas.org in the table, legalinquiries@raicestexas.org in the guide",
        ),
        (
            {"name": "RAICES", "languages": "es fr"},
            "RAICES: language es in the table, none in the guide",
        ),
        ({"name": "RAICES", "state": "AZ"}, "RAICES: state AZ in the table, TX in the guide"),
        (
            {"name": "National Immigrant Justice Center (NIJC)", "court": "Detroit Immigration Court"},
            "National Immigrant Justice Center (NIJC): court Detroit Immigration Court in the table, "
            "Chicago Immigration Court, Indianapolis Immigration Court in the guide",
        ),
        (
            {"name": "ABA Detention Information Hotline", "phone": "9233#"},
            "ABA Detention Information Hotline: number 9233# in the table, 2150# in the guide",
        ),
    ],
)
def test_another_fact_is_proposed(library, row, line):
    assert line in proposals(library, row)


@pytest.mark.parametrize(
    "row",
    [
        {
            "name": "National Immigrant Justice Center (NIJC)",
            "court": "chicago immigration court",
            "languages": "es, fr",
        },
        {"name": "National Immigrant Justice Center (NIJC)", "phone": "565"},
        # It helps in more places than the two courts that we know of.
        {"name": "Immigration Justice Campaign", "state": "TX"},
        {"name": "RAICES", "email": "LegalInquiries@raicestexas.org", "phone": None, "court": "El Paso"},
    ],
)
def test_equal_or_unknown_values_propose_nothing(library, row):
    assert proposals(library, row) == []


def test_a_new_provider_is_named(library):
    assert proposals(library, {"name": "Somebody New", "phone": "202-555-0100"}) == ["new: Somebody New 202-555-0100"]


def test_what_the_table_does_not_have_is_named(library):
    lines = list(csv_diff.proposals(library, []))
    assert len(lines) == len(library.providers)
    assert "not in the table: RAICES" in lines


def test_a_table_without_names_is_refused(tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("phone\n1\n", "utf-8")
    with pytest.raises(ValueError, match="column `name` is missing"):
        csv_diff.read_table(table)
