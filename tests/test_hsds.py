"""Legal help as Open Referral HSDS 3.0, and the comparison with a table of providers."""

import json
import os
import uuid
from pathlib import Path

import jsonschema
import pytest

from guide import hsds

SCHEMAS = os.environ.get("HSDS_SCHEMAS")


def test_the_export_has_every_entry_with_ids_that_stay(library):
    one, other = hsds.package(library), hsds.package(library)
    assert one == other
    assert [each["name"] for each in one] == [helper.name for helper in library.helpers]
    ids = [each["id"] for each in one]
    assert len(set(ids)) == len(ids)
    assert all(uuid.UUID(id) for id in ids)


def test_a_number_keeps_its_condition(library):
    (nijc,) = [each for each in hsds.package(library) if "NIJC" in each["name"]]
    phones = {phone["number"]: phone.get("description") for phone in nijc["services"][0]["phones"]}
    assert phones["+17736726599"] == "For the family of a person in detention."


@pytest.mark.skipif(not SCHEMAS, reason="HSDS_SCHEMAS does not name the folder of the public JSON Schemas")
def test_the_public_schema_accepts_the_export(library):
    schema = json.loads((Path(SCHEMAS) / "organization_package.json").read_text("utf-8"))
    found = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    errors = [f"{error.json_path}: {error.message}" for error in found.iter_errors(hsds.package(library))]
    assert errors == []


@pytest.mark.skipif(not SCHEMAS, reason="HSDS_SCHEMAS does not name the folder of the public JSON Schemas")
def test_the_public_schema_would_refuse_an_entry_without_a_name(library):
    schema = json.loads((Path(SCHEMAS) / "organization_package.json").read_text("utf-8"))
    broken = [{key: value for key, value in each.items() if key != "name"} for each in hsds.package(library)]
    assert list(jsonschema.Draft202012Validator(schema).iter_errors(broken))


def proposals(library, *rows):
    return [line for line in hsds.proposals(library, rows) if not line.startswith("not in the table")]


def test_a_table_that_agrees_proposes_nothing(library):
    row = {"name": "RAICES", "phone": "833.372.4237", "url": "http://raicestexas.org/", "state": "tx"}
    assert proposals(library, row) == []


def test_another_number_is_proposed_for_a_person_to_accept(library):
    (line,) = proposals(library, {"name": "Raices", "phone": "1-833-777-2367"})
    assert line == "RAICES: the table has the number 1-833-777-2367, ours has (833) 372-4237, (855) 672-4237"


def test_a_new_provider_is_named(library):
    assert proposals(library, {"name": "Somebody New", "phone": "202-555-0100"}) == ["new: Somebody New 202-555-0100"]


def test_what_the_table_does_not_have_is_named(library):
    lines = list(hsds.proposals(library, []))
    assert len(lines) == len(library.helpers)
    assert "not in the table: RAICES" in lines


def test_a_table_without_names_is_refused(tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("phone\n1\n", "utf-8")
    with pytest.raises(ValueError, match="no column `name`"):
        hsds.read_table(table)
