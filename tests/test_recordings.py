"""Recordings are offered only if they match the current text."""

import datetime as dt
import re
import shutil
from dataclasses import replace

import pytest
from click.testing import CliRunner
from support import day, recorded
from support.aging import UNCHECKED
from support.samples import SAMPLES, overlay
from support.site_pages import LIBRARY

from guide.cli.main import main
from guide.config import CHECKOUT, Settings
from guide.engine import recordings
from guide.i18n.catalogs import catalogs
from guide.loader.content import load
from guide.loader.recordings import LARGEST
from guide.model.content import Block
from guide.model.problems import ContentError
from guide.model.recording import Recording
from guide.web import create_app

pytestmark = pytest.mark.slow  # `make check` leaves it out: it takes seconds

FINDING = "today-now-no-priorities"
STALE = "today-now-detained"


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return recorded.make(tmp_path_factory.mktemp("recorded"))


@pytest.fixture
def site(root):
    """A client of the guide with recordings, on a day."""

    def on(date=day.TODAY):
        return create_app(Settings(root, today=lambda: date)).test_client()

    return on


@pytest.fixture(scope="module")
def finding(library):
    return library.guidelines["today"].findings[0]


@pytest.fixture(scope="module")
def spanish(library):
    return catalogs(CHECKOUT / "translations", library.languages)["es"].gettext


def with_audio(item, language, gettext):
    audio = Recording("one.mp3", "0" * 12, recordings.text_fingerprint(item, gettext), dt.date(2026, 11, 1), "Somebody")
    return replace(item, audio={language: audio})


def opening_tag(html, id):
    return re.search(rf'<article[^>]*id="{id}"[^>]*>', html)[0]


def audio_of(html, id):
    return re.findall(r'data-audio="([^"]*)"', opening_tag(html, id))


def test_a_recording_fits_the_words_that_were_read(finding):
    item = with_audio(finding, "en", str)
    assert recordings.fresh(item, "en", str) is item.audio["en"]
    assert recordings.fresh(item, "es", str) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda item: replace(item, title=item.title + "!"),
        lambda item: replace(item, body=item.body[1:]),
        lambda item: replace(item, body=(*item.body, Block("p", "One more."))),
    ],
)
def test_a_recording_is_stale_when_the_english_has_changed(finding, spanish, change):
    assert recordings.fresh(change(with_audio(finding, "en", str)), "en", str) is None
    assert recordings.fresh(change(with_audio(finding, "es", spanish)), "es", spanish) is None


def test_a_recording_is_stale_when_its_translation_has_changed(finding, spanish):
    item = with_audio(finding, "es", spanish)
    assert recordings.fresh(item, "es", spanish)
    assert recordings.fresh(item, "es", lambda text: spanish(text).replace("e", "é", 1)) is None


def test_the_words_of_a_question_are_what_everybody_sees_of_it(library):
    question = library.question("for")
    before = recordings.text_fingerprint(question, str)
    assert recordings.text_fingerprint(replace(question, hint=""), str) != before
    assert recordings.text_fingerprint(replace(question, options=question.options[1:]), str) != before
    assert recordings.text_fingerprint(replace(question, why="Folded away."), str) == before


def test_the_words_of_a_review_have_its_state(library):
    review = next(iter(library.reviews.values()))
    assert recordings.text_fingerprint(replace(review, state="Gone."), str) != recordings.text_fingerprint(review, str)


def test_a_recording_that_is_too_large_is_refused(tmp_path):
    folder = overlay(SAMPLES / "invalid" / "recording-of-part", tmp_path)
    shutil.copy(SAMPLES / "valid/content/pages/home.md", folder / "pages/home.md")
    recorded.add_to(folder / "pages/safety.md", {"en": recorded.entry("one.mp3", recorded.OTHER_TEXT)})
    (folder / "audio/one.mp3").write_bytes(b"0" * LARGEST)
    assert load(folder).pages["safety"].audio["en"].file == "one.mp3"
    (folder / "audio/one.mp3").write_bytes(b"0" * (LARGEST + 1))
    with pytest.raises(ContentError) as raised:
        load(folder)
    (problem,) = raised.value.problems
    assert (problem.code, problem.line) == ("large-recording", 2)
    assert "32 kbit/s" in problem.fix


@pytest.mark.slow
@pytest.mark.whole
def test_check_warns_of_a_stale_recording_with_the_new_fingerprint(root):
    library = load(root / "content")
    result = CliRunner().invoke(main, ["check"], env={"GUIDE_ROOT": str(root)}, default_map=day.COMMANDS)
    assert result.exit_code == 0
    (reported,) = [line for line in result.output.splitlines() if "does not match the current text" in line]
    assert reported.startswith("content/guidelines/today/now/detained.md:2: warning: `long.wav` (en)")
    (stale,) = [one for one in library.guidelines["today"].findings if one.id == "now/detained"]
    assert recordings.text_fingerprint(stale, str) in reported


@pytest.mark.parametrize("path", ["/en/explain", "/en/explain/today"])
def test_a_fresh_recording_is_offered_and_a_stale_one_is_not(site, path):
    html = site().get(path).text
    (url,) = audio_of(html, FINDING)
    assert re.fullmatch(r"/static/audio/long\.[0-9a-f]{12}\.wav", url)
    assert audio_of(html, STALE) == []


def test_pages_and_questions_offer_theirs(site):
    assert "data-audio" in site().get("/en/safety").text
    fields = re.findall(r'<fieldset[^>]*data-question="(\w+)"[^>]*data-audio', site().get("/en/questions").text)
    assert fields == ["held"]


@pytest.mark.whole
def test_another_language_has_none(site):
    for path in ("/es/explain", "/es/safety", "/es/questions"):
        assert "data-audio" not in site().get(path).text


def test_a_result_has_no_recording(site):
    html = site().post("/en/result", data={"held": "yes"}).text
    assert opening_tag(html, FINDING)
    assert "data-audio" not in html


def test_an_overdue_text_has_no_recording(site):
    assert audio_of(site(UNCHECKED).get("/en/explain").text, FINDING) == []


def test_a_page_with_the_overdue_notice_has_no_recording(site):
    day_after = LIBRARY.pages["safety"].last_checked + dt.timedelta(LIBRARY.site.check_every_days)
    assert "data-audio" not in site(day_after).get("/en/safety").text


def test_a_recording_supports_ranges_and_is_immutable(site, root):
    client = site()
    (url,) = audio_of(client.get("/en/explain").text, FINDING)
    sound = (root / "content/audio/long.wav").read_bytes()
    with client.get(url, headers={"Accept-Encoding": "gzip"}) as whole:
        assert whole.data == sound
        assert whole.headers["Content-Type"] == "audio/wav"
        assert "immutable" in whole.headers["Cache-Control"]
        assert "Content-Encoding" not in whole.headers
    with client.get(url, headers={"Accept-Encoding": "gzip", "Range": "bytes=100-199"}) as piece:
        assert piece.status_code == 206
        assert piece.headers["Content-Range"] == f"bytes 100-199/{len(sound)}"
        assert piece.data == sound[100:200]


def test_nothing_else_of_the_folder_is_served(site, root):
    (root / "content/audio/unnamed.wav").write_bytes(b"unnamed")
    client = site()
    for path in ("long.wav", "unnamed.wav", "../site.yaml", "long.000000000000.wav"):
        assert client.get(f"/static/audio/{path}").status_code == 404


def test_only_our_own_sounds_may_be_played(client):
    assert "media-src 'self'" in client.get("/en/").headers["Content-Security-Policy"]
