"""The help page: who runs it first, limits before the number, no section ever empty."""

import re

from guide.web.settings import CHECKOUT


def articles(html):
    return re.findall(r"<article class=\"help\".*?</article>", html, re.S)


def test_who_runs_it_and_who_it_is_for_stand_before_any_number(client):
    for article in articles(client.get("/en/help").text):
        number = article.find('class="channels"')
        assert 0 < article.find('class="who') < article.find("Who can use it:") < number


def test_every_state_and_territory_has_a_section_with_the_official_lists(client, library):
    html = client.get("/es/help").text
    official = [helper.id for helper in library.helpers if helper.official_list]
    assert len(library.states) == 56
    assert len(official) == 3
    for code in library.states:
        section = html[html.index(f'id="state-{code}"') :].split("</section>")[0]
        assert all(f'href="#helper-{id}"' in section for id in official)
        for helper in library.helpers:
            assert (f'href="#helper-{helper.id}"' in section) == (code in helper.states or helper.official_list)


def test_every_link_of_a_state_reaches_an_entry(client):
    html = client.get("/en/help").text
    for anchor in set(re.findall(r'href="#((?:helper|state)-[^"]*)"', html)):
        assert f'id="{anchor}"' in html


def test_no_section_of_the_help_page_is_empty(client, library):
    html = client.get("/en/help").text
    for id in library.site.help_sections:
        section = html[html.index(f'id="help-{id}"') :].split("</section>")[0]
        assert 'class="help"' in section


def test_a_section_without_an_entry_shows_the_official_lists(client):
    # The result shows only some entries: a section that has none of them there points to the lists.
    html = client.get("/en/explain").text
    for section in re.findall(r"<section[^>]*data-section.*?</section>", html, re.S):
        has_entries = 'class="help"' in section
        assert re.search(r"data-fallback", section)
        assert ('class="official" hidden' in section) == has_entries


def test_the_number_that_misroutes_people_is_nowhere():
    for path in [*(CHECKOUT / "content").rglob("*.yaml"), *(CHECKOUT / "content").rglob("*.md")]:
        text = re.sub(r"\D", "", path.read_text("utf-8"))
        for wrong in ("8556416081", "8337772367", "8885091239", "8662679506"):
            assert wrong not in text, path
