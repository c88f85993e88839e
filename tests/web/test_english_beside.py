"""A draft translation of a text that can save a life is shown with its English."""

from dataclasses import replace

import pytest
from lxml import html
from support import day
from support.partnered import OWN, SLUG, with_partner
from support.sampling import sample

from guide.config import Settings
from guide.html.markdown import plain
from guide.web import create_app
from guide.web.pages_table import Pages
from guide.web.presenters.first_words import first_words

pytestmark = pytest.mark.slow  # `make check` leaves it out: it makes many pages

FOLD = ".//*[@data-english]"
DRAFTS = ("es", "ar", "zh-Hans")


def page(client, path, **data):
    answer = client.post(path, data=data) if data else client.get(path)
    assert answer.status_code == 200
    return html.document_fromstring(answer.text)


def words(element):
    return " ".join("".join(element.itertext()).split())


def english_of(part):
    """The words of the one English fold in it."""
    (fold,) = part.xpath(FOLD)
    (inner,) = fold.xpath("./div")
    assert (inner.get("lang"), inner.get("dir")) == ("en", "ltr")
    return words(inner)


def bare(text):
    return " ".join(plain(text).replace("&quot;", '"').split())


def missing(text, *wanted):
    return [each for each in wanted if bare(each) not in text]


@pytest.mark.parametrize("lang", DRAFTS)
def test_each_warning_has_its_complete_english_once(client, library, lang):
    document = page(client, f"/{lang}/explain")
    findings = library.guidelines["today"].findings
    assert len(findings) > 20
    for finding in findings:
        (article,) = document.xpath(f"//*[@data-finding='today/{finding.id}']")
        assert missing(english_of(article), finding.title, *(block.text for block in finding.body)) == []


def test_the_wrong_ideas_beside_a_warning_have_their_english(client, library):
    wrong = next(each for each in library.misunderstandings if each.beside[0].startswith("today/"))
    (article,) = page(client, "/es/explain").xpath(f"//*[@data-finding='{wrong.beside[0]}']")
    assert missing(english_of(article), wrong.idea, wrong.truth) == []


@pytest.mark.parametrize(("path", "part", "name"), [("explain", "next", "next"), ("handout", "main", "handout")])
def test_the_steps_have_their_english_once(client, library, path, part, name):
    (part,) = page(client, f"/ar/{path}").xpath(f"//*[@id='{part}']")
    steps = [block.text for block in library.pages[name].body]
    found = [words(fold) for fold in part.xpath(FOLD) if bare(steps[0]) in words(fold)]
    assert len(found) == 1
    assert missing(found[0], *steps) == []


@pytest.mark.parametrize("path", ["", "explain", "present", "explain/2021-guidelines"])
def test_the_truth_has_its_english(client, library, path):
    (box,) = [
        each
        for each in page(client, f"/es/{path}").xpath("//*[contains(@class, 'highlight flow')]")
        if each.xpath(FOLD)
    ]
    assert missing(english_of(box), *(block.text for block in library.pages["truth"].body)) == []


def test_each_help_row_has_its_english_with_the_number_that_a_condition_belongs_to(client, library):
    document = page(client, "/zh-Hans/help")
    for provider in library.providers:
        (row,) = document.xpath(f"//*[@id='helper-{provider.id}']")
        said = english_of(row)
        assert missing(said, provider.summary, provider.who, library.site.operators[provider.operator]) == []
        for channel in provider.channels:
            if channel.condition and channel.shown:
                assert channel.shown in said.partition(bare(channel.condition))[2]


def test_what_is_said_of_being_held_has_its_english(client, library):
    (question,) = page(client, "/es/questions").xpath("//*[@id='q-held']")
    (block,) = question.xpath(".//*[@data-at-once]")
    for line in first_words(library, Pages()).acts:
        assert missing(english_of(block), line.text) == []
        assert missing(english_of(block), line.more) == []
    block.drop_tree()
    assert missing(english_of(question), library.question("held").ask) == []
    (crisis,) = page(client, "/es/help").xpath("//section[@aria-labelledby='help-held']//*[@class='beside']")
    assert "988" in words(crisis)
    assert crisis.getnext().get("data-english") is not None
    states = page(client, "/es/help").xpath("//*[@id='state-MT']/div/details[@data-english]")
    assert [words(each.xpath("./div")[0]) for each in states] == ["We have no number for Montana."]


def test_the_first_section_of_a_result_has_it_too(client, library):
    document = page(client, "/es/result", held="yes")
    (first,) = document.xpath("//*[@id='first']")
    (article,) = first.xpath(".//*[@data-finding='today/now/detained']")
    assert "I want a lawyer." in english_of(article)
    assert any("Press 2 for Spanish" in "".join(fold.itertext()) for fold in first.xpath(FOLD))


@pytest.mark.parametrize("path", sample(["explain", "help", "handout-long", "questions", ""], 2))
def test_a_reviewed_language_has_no_english_beside_it(app, monkeypatch, path):
    client = app.test_client()
    languages = app.extensions["state"].library.languages
    assert page(client, f"/es/{path}").xpath(FOLD)
    monkeypatch.setitem(languages, "es", replace(languages["es"], translation_status="reviewed"))
    assert not page(client, f"/es/{path}").xpath(FOLD)
    assert not page(client, f"/en/{path}").xpath(FOLD)


def test_an_old_set_has_none(client):
    assert not page(client, "/es/explain").xpath("//*[@id='sets']")[0].xpath(FOLD)


def test_a_fold_is_closed_silent_and_adds_no_id(client):
    for fold in page(client, "/es/explain").xpath(FOLD):
        assert fold.get("open") is None
        assert fold.get("data-silent") is not None
        assert not fold.xpath(".//@id")


@pytest.mark.slow
@pytest.mark.whole
def test_a_pair_with_english_has_no_fold_and_a_pair_of_drafts_has_each_once(client, library):
    assert not page(client, "/es+en/explain").xpath(FOLD)
    assert not page(client, "/en+es/help").xpath(FOLD)
    document = page(client, "/es+ar/explain")
    for finding in library.guidelines["today"].findings:
        (article,) = document.xpath(f"//*[@data-finding='today/{finding.id}']")
        assert missing(english_of(article), finding.title) == []


@pytest.mark.slow
@pytest.mark.whole
def test_frames_and_partners_have_it_too(tmp_path):
    client = create_app(Settings(with_partner(tmp_path), day.today)).test_client()
    assert page(client, "/embed/es/explain").xpath("//*[@data-finding='today/now/detained']")[0].xpath(FOLD)
    (own,) = page(client, f"/p/{SLUG}/es/help").xpath(f"//*[@id='helper-{OWN}']")
    assert english_of(own)


@pytest.mark.parametrize("path", ["", "explain", "questions"])
def test_the_note_on_a_draft_says_what_follows_from_it(client, app, path):
    text = (
        "This translation is a draft. A computer made it, and no person has checked it. It can have mistakes. "
        "Before you do something important, show the English to someone you trust, or ask a lawyer."
    )
    note, *_ = page(client, f"/es/{path}").xpath("//main//*[@class='draft']")
    assert app.extensions["state"].catalogs["es"].gettext(text) in words(note)
