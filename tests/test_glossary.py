"""Glossary words are linked at their first use in a text."""

import gettext
import re

import pytest

from guide.html.glossary import linked
from guide.html.links import Link
from guide.html.markdown import RenderedBlock
from guide.i18n.catalogs import LanguageCatalog
from guide.i18n.words import any_of
from guide.model.lists import GlossaryTerm

BOND = GlossaryTerm("bond", "Bond", ("bond", "Bond"), "Money.", ())
ORDER = GlossaryTerm("order", "Final order", ("final order",), "An order.", ())


def in_english(page):
    return Link(f"/en/{page}")


@pytest.fixture
def english(library):
    return LanguageCatalog(library.languages["en"], gettext.NullTranslations())


def html(texts, *passages):
    found = linked([RenderedBlock(kind, text, True) for kind, text in passages], [BOND, ORDER], texts, in_english)
    return [passage.html for passage in found]


def test_the_first_use_is_linked_and_no_other(english):
    assert html(english, ("p", "A bond is a bond."), ("p", "Bond again.")) == [
        'A <a class="term" href="/en/glossary#term-bond">bond</a> is a bond.',
        "Bond again.",
    ]


def test_a_part_of_a_word_is_not_linked(english):
    assert html(english, ("p", "Bondage and vaga-bond.")) == ["Bondage and vaga-bond."]


def test_a_heading_is_not_linked_but_the_text_below_it_is(english):
    assert html(english, ("h2", "Bond"), ("p", "A bond.")) == [
        "Bond",
        'A <a class="term" href="/en/glossary#term-bond">bond</a>.',
    ]


def test_nothing_is_linked_inside_a_link_or_a_tag(english):
    text = '<a href="/bond">a bond</a> and a bond'
    assert html(english, ("p", text)) == [
        '<a href="/bond">a bond</a> and a <a class="term" href="/en/glossary#term-bond">bond</a>'
    ]


def test_a_link_that_leads_out_of_a_frame_says_so(english):
    found = linked(
        [RenderedBlock("p", "A bond.", True)],
        [BOND],
        english,
        lambda page: Link(f"/en/{page}", True, "noopener", "(new)"),
    )
    assert next(found).html == (
        'A <a class="term" href="/en/glossary#term-bond" target="_blank" rel="noopener">bond'
        '<span class="unseen"> (new)</span></a>.'
    )


def test_a_word_inside_a_longer_one_is_not_linked(english):
    inside = GlossaryTerm("last", "Last order", ("order",), "An order.", ())
    found = linked([RenderedBlock("p", "A final order, an order.", True)], [ORDER, inside], english, in_english)
    assert [passage.html for passage in found] == [
        'A <a class="term" href="/en/glossary#term-order">final order</a>, '
        'an <a class="term" href="/en/glossary#term-last">order</a>.'
    ]


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("TPS", "TPS是保护", 1),  # Chinese has no spaces between words
        ("庇护", "申请庇护的人", 1),
        ("VAWA", "U وVAWA", 1),  # an Arabic "and" is written onto the word
        ("كفالة", "بكفالة", 0),
        ("parole", "paroles", 0),
        ("año", "años", 0),
        ("bond", "semi-bond", 0),
    ],
)
def test_a_word_ends_where_its_script_ends(word, text, found):
    assert len(any_of([word]).findall(text)) == found


def test_two_words_are_both_linked(english):
    (text,) = html(english, ("p", "A final order and a bond."))
    assert text.count('class="term"') == 2


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_link_of_a_page_reaches_its_word(client, lang):
    for path in ("explain", "review", "privacy", "explain/today"):
        page = client.get(f"/{lang}/{path}").text
        for address in set(re.findall(r'class="term" href="([^"]*)"', page)):
            target, _, anchor = address.partition("#")
            assert f'id="{anchor}"' in (client.get(target).text if target else page), (path, address)


def test_a_result_keeps_its_reader_on_the_page(client):
    page = client.post("/es/result", data={"held": "yes"}).text
    links = re.findall(r'class="term" href="([^"]*)"', page)
    assert links
    assert all(link.startswith("#term-") for link in links)


def test_every_term_is_used_somewhere(client, library):
    for lang in ("en", "es"):
        page = "".join(client.get(f"/{lang}/{path}").text for path in ("explain", "review", "explain/today", "help"))
        for term in library.glossary:
            assert f"#term-{term.id}" in page, (lang, term.id)
