"""Sources on pages: their strength, their notes, and where they were read."""

import re

import pytest

from guide.engine.sharing import can_be_picked
from guide.i18n import messages
from guide.model.evidence import only_private

WEAK = "We know this only from private websites that collect public papers."


def article(html, id):
    return html[html.index(f'id="{id}"') :].split("</article>")[0]


def test_a_warning_that_rests_on_private_collections_says_so_and_no_other(client, library):
    html = client.get("/en/explain").text
    reported = set()
    for finding in library.guidelines["today"].findings:
        weak = only_private(library.sources, finding.sources)
        reported.add(weak)
        words = article(html, f"today-{finding.id.replace('/', '-')}")
        assert (WEAK in words) == weak, finding.id
    assert False in reported


@pytest.mark.parametrize("path", ["timeline", "rules", "misunderstandings", "present"])
def test_other_pages_say_so_too(client, library, path):
    texts = {
        "timeline": library.history,
        "misunderstandings": library.misunderstandings,
        "present": [
            item for each in library.guidelines.values() for item in each.findings if can_be_picked(library, item)
        ],
        "rules": [
            *(item for each in library.guidelines.values() for item in each.findings),
            *library.changes,
        ],
    }[path]
    weak = sum(only_private(library.sources, each.sources) for each in texts)
    assert client.get(f"/en/{path}").text.count(WEAK) == weak


def test_a_note_is_shown_where_its_source_is_cited(client, library):
    html = client.get("/en/explain").text
    noted = 0
    for guideline in library.guidelines.values():
        for finding in guideline.findings:
            cited = article(html, f"{guideline.id}-{finding.id.replace('/', '-')}").split('class="cited"')[-1]
            for source in (library.sources[id] for id in finding.sources):
                item = cited.split(f'href="#source-{source.id}"')[1].split("</li>")[0]
                words = re.sub("&#39;", "'", item)
                assert source.note in words, (finding.id, source.id)
                assert ("Private collection" in words) == (source.strength == "private"), source.id
                noted += bool(source.note)
    assert noted > 20


@pytest.mark.parametrize(("path", "end"), [("sources", "</article>"), ("explain", "</li>")])
def test_each_source_in_a_list_has_its_strength_its_note_and_where_it_was_read(client, library, path, end):
    html = client.get(f"/en/{path}").text
    listed = re.findall(r'id="source-([\w-]+)"', html)
    assert len(listed) > 100
    for source in (library.sources[id] for id in listed):
        item = html[html.index(f'id="source-{source.id}"') :].split(end)[0].replace("&#39;", "'").replace("&amp;", "&")
        assert library.site.source_strengths[source.strength] in item, source.id
        assert source.note in item, source.id
        assert bool(source.copy_at) == ("We read a copy on another site:" in item), source.id
        assert source.copy_at in item


def test_our_own_descriptions_can_be_translated_and_real_titles_stay(library):
    texts = {message.text for message in messages.of_content(library)}
    for source in library.sources.values():
        assert (source.title in texts) == source.title_ours, source.id
        assert not source.note or source.note in texts, source.id
        assert not source.publisher_ours or source.publisher in texts, source.id


def test_a_real_title_is_english_on_a_page_of_another_language(client, library):
    html = client.get("/ar/sources").text
    title = library.sources["aila-track"].title
    assert f'<span lang="en" dir="ltr">{title}</span>' in html


def test_the_home_page_says_until_when_the_facts_were_seen(client, library):
    words = client.get("/en/").text
    assert "What we could see ends on October 12, 2026." in words
    for seen in library.site.seen_through.values():
        day = f"{seen.date:%B} {seen.date.day}, {seen.date.year}"
        assert re.search(rf"{re.escape(seen.title)}</dt><dd>{day}", words), seen.title
