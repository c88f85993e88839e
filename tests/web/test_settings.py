"""Settings: an invalid one is refused with one sentence, and a stopped clock has a notice on every page."""

import datetime as dt
import pickle

import pytest
from support.sampling import sample

from guide import clock
from guide.config import ConfigError, Settings, StoppedClock
from guide.web import create_app
from guide.web.every_page import pages, shared_pages

DAY = dt.date(2026, 11, 22)
MARK = "data-clock-stopped"


@pytest.mark.parametrize(
    "address",
    [
        "https://guide.example.org",
        "http://127.0.0.1:8000",
        "http://localhost:8000",
        "https://[::1]:8000",
        "https://Guide.Example.org",
    ],
)
def test_an_address_is_a_scheme_and_a_place(address, monkeypatch):
    monkeypatch.setenv("GUIDE_ADDRESS", f"{address}/")
    assert Settings.from_environment().address == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        '"><script>',
        "guide.example.org",
        "ftp://guide.example.org",
        "https://",
        "https://a.example/path",
        "https://a.example?x",
        "https://user@a.example",
        "https://a.example:99999",
        "https://a.example:0",
        "https://a b.example",
        "https://[::1",
        "https://[:::]",
        "https://a.example//",
        "https://a.example\nX: y",
    ],
)
def test_an_invalid_address_is_refused(address, monkeypatch):
    monkeypatch.setenv("GUIDE_ADDRESS", address)
    with pytest.raises(ConfigError, match="GUIDE_ADDRESS") as raised:
        create_app()
    assert len(str(raised.value).splitlines()) == 1


@pytest.mark.parametrize("framers", ["https://*", "https://*x.example", "https://a.example:99999", "*.example.org"])
def test_invalid_frame_ancestors_are_refused(framers, monkeypatch):
    monkeypatch.setenv("GUIDE_FRAME_ANCESTORS", framers)
    with pytest.raises(ConfigError, match="GUIDE_FRAME_ANCESTORS"):
        Settings.from_environment()


def test_no_setting_of_the_environment_stops_the_clock(monkeypatch):
    monkeypatch.setenv(f"GUIDE_{'today'.upper()}", "2020-01-01")  # as an earlier version had it
    settings = Settings.from_environment()
    assert settings.today is clock.today
    assert not settings.clock_stopped


def test_settings_can_be_handed_to_another_process(tmp_path):
    settings = Settings(tmp_path, StoppedClock(DAY), "https://guide.example.org", clock_stopped=True)
    there = pickle.loads(pickle.dumps(settings))
    assert there == settings
    assert there.today() == DAY
    assert pickle.loads(pickle.dumps(Settings())).today is clock.today


@pytest.fixture(scope="module")
def stopped():
    return create_app(Settings.from_environment(stopped_at=DAY))


@pytest.mark.slow
@pytest.mark.whole
def test_every_page_says_that_the_clock_is_stopped(stopped):
    client = stopped.test_client()
    named = [path for path in (*shared_pages(stopped), *pages(stopped, "es")) if "." not in path]
    for path in [*sample(named, 8), "/en/nothing", "/es+en/help", "/es+ar/handout"]:
        text = client.get(path).text
        assert text.count(MARK) == 1, path
    assert MARK in client.post("/ar/result").text


def test_it_says_so_in_each_language(stopped, library):
    client, said = stopped.test_client(), set()
    for code in library.languages:
        said.add(client.get(f"/{code}/safety").text.split(MARK)[1].split("</p>")[0])
    assert len(said) == len(library.languages)
    assert any("November 22, 2026" in words for words in said)


def test_a_running_clock_says_nothing(client):
    assert MARK not in client.get("/en/").text
