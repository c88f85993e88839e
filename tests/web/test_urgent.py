"""The pages for the first minute, as the server makes them."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import html
from support import day
from support.aging import LATER, site
from support.partnered import SLUG, with_partner
from support.sampling import sample

from guide.config import Settings
from guide.legal_help.freshness import age
from guide.lint.launch_list import before_launch
from guide.loader.urgent import PAGES
from guide.model.overdue import is_overdue
from guide.model.urgent import LineKind
from guide.web import create_app

OF_LISTS = ("officers", "plan", "steps")
MOST_WORDS = {"held": (14, 20), "officers": (14, 20), "steps": (14, 20), "plan": (20, 30), "papers": (20, 30)}
FIRST_SCREEN = 5


def document(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    return html.document_fromstring(answer.text)


def words(element):
    return " ".join("".join(element.itertext()).split())


def lines(library):
    return [(page, part, line) for page in library.urgent.values() for part in page.parts for line in part.acts]


def counts(text):
    return len(text.replace("____", "x").split())


# What the content says.


def test_each_place_has_what_to_do_say_and_never_do_and_which_paper(library):
    general, *places = library.urgent["officers"].parts
    assert {line.kind for line in general.acts} >= {LineKind.SAY, LineKind.NEVER}
    assert len(places) == 10
    for place in places:
        if place.id != "inside":  # those who are in already need no paper
            assert {line.kind for line in place.acts} >= {LineKind.DO, LineKind.SAY, LineKind.NEVER, LineKind.PAPER}, (
                place.id
            )


def test_each_line_has_its_sources_and_its_date_or_is_practical(library):
    assert len(lines(library)) > 300
    for page, part, line in lines(library):
        where = (page.id, part.id, line.id)
        assert bool(line.sources) == bool(line.last_checked), where
        assert set(line.sources) <= set(library.sources), where
        if line.last_checked:
            assert dt.date(2017, 1, 1) < line.last_checked <= day.TODAY, where
    for phrase in library.phrases.values():
        assert bool(phrase.sources) == bool(phrase.last_checked), phrase.id


def test_only_a_line_on_the_law_can_say_what_to_tell_an_officer(library):
    said = [(page.id, part.id, line.id) for page, part, line in lines(library) if line.said and not line.sources]
    assert said == []


def test_orders_and_exceptions_are_short(library):
    for page, part, line in lines(library):
        text, more = MOST_WORDS[page.id]
        assert counts(line.text) <= text, (page.id, part.id, line.id)
        assert counts(line.more) <= more, (page.id, part.id, line.id)


def test_what_a_lawyer_must_confirm_before_launch_names_each_sentence_to_say(library):
    told = "\n".join(before_launch(library, day.TODAY))
    for page, part, line in lines(library):
        if line.kind == LineKind.SAY:
            assert f"a lawyer must confirm what to say: {line.text}" in told, (page.id, part.id)
    for phrase in library.phrases.values():
        assert phrase.text in told


# What the pages show.


@pytest.mark.parametrize("name", OF_LISTS)
def test_each_line_is_on_its_page_with_its_exception(client, library, name):
    shown = [words(each) for each in document(client, f"/en/{name}").xpath("//*[@class='act' or @data-slide]")]
    for part in library.urgent[name].parts:
        for line in part.acts:
            unit = [line.text, *line.said, line.more]
            assert any(text.startswith(line.text) and all(one in text for one in unit) for text in shown), line.id


def test_each_place_is_one_link_away_and_leads_back(client, library):
    page = document(client, "/en/officers")
    for part in library.urgent["officers"].parts:
        (link,) = page.xpath(f"//nav[@id='places']//a[@href='#{part.id}']")
        assert words(link) == part.title
        (place,) = page.xpath(f"//section[@id='{part.id}']")
        assert words(place.xpath(".//h2")[0]) == part.title
        assert place.xpath(".//a[@href='#places']")


def test_the_first_screen_of_a_place_has_what_to_do_say_and_never_do(client, library):
    page = document(client, "/en/officers")
    for part in library.urgent["officers"].parts[1:]:
        kinds = page.xpath(f"//section[@id='{part.id}']/div[@data-orders]//li[@data-kind]/@data-kind")
        assert set(kinds) == {"do", "say", "never"}, part.id
        assert len(kinds) <= FIRST_SCREEN
        every = page.xpath(f"//section[@id='{part.id}']//li[@data-kind]/@data-kind")
        assert sorted(every) == sorted(line.kind for line in part.acts)
        # Nothing of a place is folded.
        assert page.xpath(f"//section[@id='{part.id}']//details[not(@data-english)]") == []


def test_persons_are_the_first_links_of_the_plan(client):
    links = document(client, "/en/plan").xpath("//nav[@id='places']//a/@href")
    assert links[:3] == ["#parent", "#young", "#helper"]
    assert len(set(links)) == len(links) == 11


@pytest.mark.parametrize("lang", ["en", "es", "ar"])
def test_english_words_to_say_are_marked_and_the_own_language_stands_below(client, library, app, lang):
    catalog = app.extensions["state"].catalogs[lang]
    page = document(client, f"/{lang}/officers")
    for each in page.xpath("//ul[@class='says']/li"):
        english, *meaning = each.xpath("./p")
        assert (english.get("lang"), english.get("dir")) == ("en", "ltr")
        assert english.get("data-single") is not None
        own = catalog.find(words(english)) if lang != "en" else None
        assert [words(one) for one in meaning] == ([own] if own else [])
        assert [one.get("lang") for one in meaning] == ([lang] if own else [])


@pytest.mark.parametrize("pair", ["es+en", "en+es", "es+ar"])
def test_a_pair_has_the_english_words_once_and_each_meaning(client, library, app, pair):
    page = document(client, f"/{pair}/officers")
    said = [words(one) for one in page.xpath("//p[@class='said']")]
    places = library.urgent["officers"].parts
    assert sorted(said) == sorted(said for part in places for line in part.acts for said in line.said)
    for code in {*pair.split("+")} - {"en"}:
        catalog = app.extensions["state"].catalogs[code]
        found = page.xpath(f"//p[@class='meaning'][@lang='{code}']")
        assert len(found) == len([one for one in said if catalog.find(one)])


# Age.


def test_a_line_past_its_day_says_so_and_the_page_does_not(client, library):
    page = document(client, "/en/officers")
    notes = page.xpath("//main//*[contains(@class, 'stale')]")
    assert all(note.xpath("ancestor::li[@class='act']") for note in notes)
    every = library.site.check_every_days
    late = [
        line
        for part in library.urgent["officers"].parts
        for line in part.acts
        if line.last_checked and is_overdue(line.last_checked, every, day.TODAY)
    ]
    assert len(notes) == len(late) > 5
    assert "Facts checked through" in words(page.xpath("//footer")[0])
    assert "This page is as of" not in words(page)


@pytest.mark.parametrize("name", OF_LISTS)
def test_an_overdue_guide_says_so_once_and_not_beside_each_line(library, name):
    app = site(LATER[200])
    assert age(library, LATER[200]).since
    page = document(app.test_client(), f"/en/{name}")
    assert len(page.xpath("//p[contains(@class, 'unchecked')]")) == 1
    assert page.xpath("//main//*[contains(@class, 'stale')]") == []


# Everywhere.


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("lang", sample(["es", "ar", "zh-Hans"], 2))
def test_a_draft_has_the_english_of_each_line_folded(client, library, lang, name):
    folds = [words(each) for each in document(client, f"/{lang}/{name}").xpath("//details[@data-english]")]
    english = " ".join(folds)
    for part in library.urgent[name].parts:
        for line in part.acts:
            assert " ".join(line.text.split()) in english, (part.id, line.id)
            assert line.more in english, (part.id, line.id)


@pytest.fixture(scope="module")
def partnered(tmp_path_factory):
    root = with_partner(tmp_path_factory.mktemp("partnered"))
    return create_app(Settings(root, day.today)).test_client()


@pytest.mark.slow
@pytest.mark.parametrize("name", sample(PAGES, 2))
def test_each_page_is_in_frames_in_pairs_and_of_partners(partnered, name):
    for place in ("es", "embed/es", f"p/{SLUG}/es", f"embed/p/{SLUG}/es", "es+en"):
        page = document(partnered, f"/{place}/{name}")
        assert len(page.xpath("//h1")) == 1
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), place


@pytest.mark.parametrize("name", OF_LISTS)
@pytest.mark.parametrize("place", ["en", "es", "es+en"])
def test_headings_go_down_step_by_step(client, name, place):
    levels = [int(each.tag[1]) for each in document(client, f"/{place}/{name}").xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


# Sending.


def test_without_script_there_is_no_button_to_send(client):
    for name in PAGES:
        for block in document(client, f"/en/{name}").xpath("//*[@data-send-text]"):
            assert block.get("hidden") is not None


def test_a_message_of_officers_is_of_one_place(client, library):
    page = document(client, "/en/officers")
    parts = library.urgent["officers"].parts
    blocks = page.xpath("//*[@data-send-text]")
    assert len(blocks) == len(parts)
    for part, block in zip(parts, blocks, strict=True):
        title, *acts = block.get("data-send-text").splitlines()
        assert title == f"Officers are here: {part.title}"
        assert block.get("data-send-link") == f"/en/officers#{part.id}"
        own = {line.text for line in part.acts}
        assert any(each in act for act in acts for each in own)


def test_a_message_of_a_pair_has_both_languages_and_leads_to_the_pair(client, library, app):
    (block,) = document(client, "/es+en/steps").xpath("//*[@data-send-text]")
    text = block.get("data-send-text")
    assert block.get("data-send-link") == "/es+en/steps"
    assert block.get("data-send-most") == "1200"
    first = library.urgent["steps"].steps[0].text
    assert f"1. {first}" in text
    assert f"1. {app.extensions['state'].catalogs['es'].gettext(first)}" in text


def test_a_message_from_a_frame_leads_out_of_it(client):
    (block,) = document(client, "/embed/es/plan").xpath("//*[@data-send-text]")
    assert block.get("data-send-link") == "/es/plan"


def test_no_share_of_one_place_is_named_like_another(client):
    names = [words(each) for each in document(client, "/en/officers").xpath("//*[@data-send-text]//button")]
    assert len(names) == len(set(names))


# A voice.


def test_a_recording_of_a_page_is_stale_when_a_phrase_changes(library):
    from guide.engine.recordings import text_fingerprint

    page = library.urgent["officers"]
    part = next(each for each in page.parts if each.of("say"))
    line = part.of("say")[0]
    changed = tuple(replace(each, said=("Other.",)) if each is line else each for each in part.acts)
    parts = tuple(replace(each, acts=changed) if each is part else each for each in page.parts)
    assert text_fingerprint(replace(page, parts=parts), str) != text_fingerprint(page, str)
