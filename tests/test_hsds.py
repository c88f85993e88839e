"""Legal help as Open Referral HSDS 3.0."""

import json
import os
import uuid
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from guide.legal_help import hsds
from guide.model.provider import SpokenLanguage

SCHEMAS = os.environ.get("HSDS_SCHEMAS")
without_schemas = pytest.mark.skipif(
    not SCHEMAS, reason="HSDS_SCHEMAS does not name the folder of the public JSON Schemas"
)


@pytest.fixture(scope="module")
def services(library):
    """The service of each entry, by the id of the entry."""
    exported = zip(library.providers, hsds.package(library), strict=True)
    return {provider.id: organization["services"][0] for provider, organization in exported}


def every(value, key):
    """All values of a key, anywhere inside."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == key:
                yield inner
            yield from every(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from every(inner, key)


def attributes(service, kind):
    return [each["value"] for each in service["attributes"] if each["link_type"] == kind]


def test_the_export_has_every_entry_with_ids_that_stay(library):
    one, other = hsds.package(library), hsds.package(library)
    assert one == other
    assert [each["name"] for each in one] == [provider.name for provider in library.providers]
    ids = list(every([{**each, "services": [rest(each)]} for each in one], "id"))
    assert len(set(ids)) == len(ids)
    assert all(uuid.UUID(id) for id in ids)


def rest(organization):
    """A service without what stands elsewhere too: its taxonomy terms, and the locations of its organization."""
    (service,) = organization["services"]
    without = [{key: value for key, value in each.items() if key != "taxonomy_term"} for each in service["attributes"]]
    at = [{**each, "location": None} for each in service.get("service_at_locations", [])]
    return {**service, "attributes": without, "service_at_locations": at}


def test_a_number_keeps_its_condition_and_its_hours(services):
    phones = {phone["number"]: phone.get("description") for phone in services["nijc"]["phones"]}
    assert (
        phones["+17736726599"]
        == "For the family of a person in detention. Open Tuesdays, 11 a.m. to 2 p.m. Central Time."
    )
    limits = (
        "For adults in detention. Calls with the short code are free. Open Tuesdays, 11 a.m. to 2 p.m. Central Time."
    )
    assert phones["+13125839721"] == limits
    assert phones["565"].endswith("Only from a phone in detention.")


def test_hours_are_a_schedule(services):
    (schedule,) = services["ice-detention-line"]["schedules"]
    assert (schedule["freq"], schedule["byday"]) == ("WEEKLY", "MO,TU,WE,TH,FR")
    assert (schedule["opens_at"], schedule["closes_at"]) == ("08:00", "20:00")
    assert schedule["description"] == "Open Monday to Friday, 8 a.m. to 8 p.m. Eastern Time."
    (always,) = services["eoir-case-status"]["schedules"]
    assert always["byday"].count(",") == 6
    assert "opens_at" not in always


def test_languages_have_their_codes(services):
    assert [(each["code"], each["name"]) for each in services["nijc"]["languages"]] == [
        ("spa", "Spanish"),
        ("fra", "French"),
    ]
    assert services["ice-detention-line"]["languages"][0]["note"] == "Spoken by staff."
    assert services["kind"]["languages"] == []
    # A list in English says nothing about interpreters.
    assert attributes(services["doj-recognized-organizations"], "languages") == ["The list is in English."]
    assert not any("interpretation_services" in each for each in services.values())


def test_a_language_through_an_interpreter_is_no_language_of_the_service(library):
    spoken = (SpokenLanguage("es", "spa"), SpokenLanguage("mam", "mam", "interpreter", "Qyol Mam"))
    provider = replace(library.providers[0], languages=spoken)
    (organization,) = hsds.package(replace(library, providers=(provider,)))
    (service,) = organization["services"]
    assert [each["code"] for each in service["languages"]] == ["spa"]
    assert service["interpretation_services"] == "Through an interpreter: Qyol Mam."


def test_areas_are_states_and_courts(services):
    assert [(each["name"], each["extent"]) for each in services["amica-center"]["service_areas"]] == [
        ("District of Columbia", "DC"),
        ("Maryland", "MD"),
        ("Virginia", "VA"),
    ]
    assert services["nijc"]["service_areas"][0]["name"] == "Chicago Immigration Court, Illinois"


def test_the_cost_is_an_option_only_where_it_is_known(services):
    (free,) = services["nijc"]["cost_options"]
    assert (free["option"], free["amount"]) == ("Free", 0)
    (mixed,) = services["immigration-law-help"]["cost_options"]
    assert "amount" not in mixed
    assert services["988"]["cost_options"] == []


def test_what_a_service_does_is_a_term_of_a_taxonomy(services):
    term = next(each["taxonomy_term"] for each in services["raices"]["attributes"] if each["value"] == "IM-01-00-00-00")
    assert (term["code"], term["name"]) == ("IM-01-00-00-00", "Deportation or removal")
    assert term["taxonomy"].startswith("LIST")
    assert "asylum" in attributes(services["raices"], "service")


def test_unknown_is_exported_as_unknown(services):
    assert attributes(services["lsc"], "detained") == ["unknown"]
    assert attributes(services["lsc"], "status-test") == ["yes"]
    assert attributes(services["ice-detainee-locator"], "logs") == ["yes"]
    assert attributes(services["ice-detainee-locator"], "government-run") == ["yes"]


def test_the_evidence_goes_along_with_the_day_that_all_of_it_holds(services):
    one, other = attributes(services["raices"], "evidence")
    assert one.startswith("secondary; 2026-09-10; https://github.com/")
    assert one.endswith("; (833) 372-4237")
    assert other.startswith("government-list; 2026-07; https://www.justice.gov/")
    assert services["raices"]["assured_date"] == "2026-07-31"
    assert attributes(services["raices"], "verify-after") == ["2026-10-29"]
    assert "assured_date" not in services["ice-detainee-locator"]


def test_mail_that_is_not_for_everybody_keeps_its_condition(services):
    aba = services["aba-detention-hotline"]
    assert "email" not in aba
    assert attributes(aba, "email") == [
        "immcenter@americanbar.org Use this email to get help for a person who is held."
    ]
    assert services["raices"]["email"] == "legalinquiries@raicestexas.org"
    assert attributes(services["eoir-case-status"], "url") == [
        "https://acis.eoir.justice.gov/es/ This page is in Spanish."
    ]


def test_a_web_page_is_a_virtual_location_of_its_service(library):
    for provider, organization in zip(library.providers, hsds.package(library), strict=True):
        pages = [channel.url for channel in provider.channels if channel.url]
        (service,) = organization["services"]
        places = {each["id"]: each for each in organization.get("locations", [])}
        assert [(each["location_type"], each["url"]) for each in places.values()] == [("virtual", url) for url in pages]
        for at in service.get("service_at_locations", []):
            assert at["service_id"] == service["id"]
            assert at["location"] == places.pop(at["location_id"])
        assert places == {}


def test_an_entry_without_a_web_page_has_no_place(library):
    phones = tuple(channel for channel in library.providers[0].channels if not channel.url)
    (organization,) = hsds.package(replace(library, providers=(replace(library.providers[0], channels=phones),)))
    assert "locations" not in organization
    assert "service_at_locations" not in organization["services"][0]


def test_nothing_says_where_somebody_is(library):
    package = hsds.package(library)
    for key in ("addresses", "latitude", "longitude"):
        assert not list(every(package, key))


def test_the_export_names_no_person(library):
    package = hsds.package(library)
    for key in ("contacts", "assurer_email", "updated_by"):
        assert not list(every(package, key))


def validator():
    schema = json.loads((Path(SCHEMAS) / "organization_package.json").read_text("utf-8"))
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


@without_schemas
def test_the_public_schema_accepts_the_export(library):
    errors = [f"{error.json_path}: {error.message}" for error in validator().iter_errors(hsds.package(library))]
    assert errors == []


def known_to_the_schema(value, schema, place="package"):
    """Every key that the export has and the schema does not name: the schema itself would let it through."""
    if isinstance(value, list):
        for inner in value:
            yield from known_to_the_schema(inner, schema["items"], place)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in schema["properties"]:
                yield f"{place}.{key}"
            else:
                yield from known_to_the_schema(inner, schema["properties"][key], f"{place}.{key}")


@without_schemas
def test_the_export_has_no_field_that_hsds_does_not_name(library):
    schema = json.loads((Path(SCHEMAS) / "organization_package.json").read_text("utf-8"))
    assert list(known_to_the_schema(hsds.package(library), schema)) == []


@without_schemas
@pytest.mark.parametrize("field", ["name", "status"])
def test_the_public_schema_would_refuse_a_service_without_what_it_needs(library, field):
    broken = hsds.package(library)
    del broken[0]["services"][0][field]
    assert list(validator().iter_errors(broken))
