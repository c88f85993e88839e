"""`Onion-Location`: each page names its own address on the onion service, on the clear host only."""

import pytest
from support import day

from guide.config import ConfigError, Settings
from guide.web import create_app

ONION = f"http://{'a2b3c4d5' * 7}.onion"


@pytest.fixture(scope="module")
def client():
    return create_app(Settings(today=day.today, onion=ONION)).test_client()


@pytest.mark.parametrize("path", ["/", "/en/", "/es/help", "/es+en/help"])
def test_a_page_names_its_own_address(client, path):
    assert client.get(path).headers["Onion-Location"] == f"{ONION}{path}"
    assert client.get(f"{path}?a=b").headers["Onion-Location"] == f"{ONION}{path}"


def test_what_is_no_page_of_ours_or_cannot_be_fetched_names_none(client):
    asset = next(iter(client.application.extensions["state"].assets.urls()))
    for path in ("/en/nothing-here", "/ES/help", "/rules.json", "/changes.atom", "/embed/en/help", "/healthz", asset):
        assert "Onion-Location" not in client.get(path).headers, path
    assert "Onion-Location" not in client.post("/en/result", data={"held": "yes"}).headers


def test_the_onion_service_does_not_name_itself(client):
    for host in (ONION.removeprefix("http://"), f"{ONION.removeprefix('http://').upper()}:80"):
        assert "Onion-Location" not in client.get("/en/help", headers={"Host": host}).headers


def test_without_the_setting_there_is_none(app):
    assert "Onion-Location" not in app.test_client().get("/en/help").headers


def test_it_is_read_from_the_environment(monkeypatch):
    monkeypatch.setenv("GUIDE_ONION", f" {ONION}/ ")
    assert Settings.from_environment().onion == ONION


@pytest.mark.parametrize("onion", ["http://short.onion", f"{ONION}/en/", ONION.removeprefix("http://"), f"{ONION}\n"])
def test_what_is_no_onion_is_refused(onion):
    with pytest.raises(ConfigError, match="GUIDE_ONION"):
        Settings(onion=onion)
