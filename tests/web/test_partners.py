"""Pages of partners: the same pages with a line at the top and another order of help, and nothing else."""

import datetime as dt
import re

import pytest
from support.aging import checked
from support.client import client_of
from support.day import TODAY
from support.partnered import NAME, OWN, SLUG, with_partner
from support.sampling import sample

from guide.config import Settings
from guide.model.partner import STARTS
from guide.web import create_app
from guide.web.urls import ALL_PAGES

pytestmark = pytest.mark.slow  # `make check` leaves it out: it makes many pages

BASE = f"/p/{SLUG}/en"
SHARES = "shares this guide"
PAGES = ("", "questions", "explain", "explain/2011-review", "help", "privacy")
ADDRESS = "https://guide.example.org"
LINE = re.compile(r'<div class="wrap"><p class="shares".*?</div>\n', re.DOTALL)
SHEET = re.compile(r'<link rel="stylesheet" href="/static/css/partners\.[^>]*>\n')


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return with_partner(tmp_path_factory.mktemp("partner"))


@pytest.fixture(scope="module")
def client(root):
    return client_of(create_app(Settings(root, lambda: TODAY)))


@pytest.fixture(scope="module")
def known(root):
    """The same where the site knows its address."""
    return create_app(Settings(root, lambda: TODAY, ADDRESS)).test_client()


def body_of(html):
    """The page without what a partner adds, and with plain addresses."""
    return re.sub(r"\s+", " ", SHEET.sub("", LINE.sub("", html)).replace(f"/p/{SLUG}", ""))


def articles(html):
    return sorted(re.findall(r'<article class="help" id="helper-([^"]+)"', html))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_who_shares_it_beside_our_own_mark(client, page):
    html = client.get(f"{BASE}/{page}").text
    header = html[html.index("<header") : html.index("</header")]
    assert "Sample Clinic &amp; Friends" in header
    assert SHARES in header
    assert "Know the Guidelines" in header
    assert html.count(SHARES) == 1
    assert SHARES not in client.get(f"/en/{page}").text


@pytest.mark.parametrize("page", [page for page in PAGES if page.startswith("explain/")])
def test_a_page_without_help_is_the_plain_one_but_for_its_line(client, page):
    menu = re.compile(r'<details class="languages"[^>]*>.*?</details>|<details class="fold quiet pairs".*?</details>')
    ours, plain = (menu.sub("", body_of(client.get(f"{base}/{page}").text)) for base in (BASE, "/en"))
    assert ours == plain


def test_today_the_promise_and_the_sources_are_all_there(client):
    for page in ("", "explain"):
        ours, plain = (client.get(f"{base}/{page}").text for base in (BASE, "/en"))
        for kept in ('class="highlight flow"', 'class="promise"', 'id="source-', 'class="stamp"', "data-finding="):
            assert ours.count(kept) == plain.count(kept) + (kept == 'class="stamp"' and page == "explain")
    assert 'class="promise"' in client.get(f"{BASE}/").text


def test_own_help_comes_first_then_what_the_partner_puts_first_and_nothing_is_missing(client):
    ours, plain = (client.get(f"{base}/help").text for base in (BASE, "/en"))
    assert articles(ours) == sorted([*articles(plain), OWN])
    order = re.findall(r'data-helper="([^"]+)" data-operator', ours)
    sections = re.split(r'<section class="flow" aria-labelledby="help-', ours)[1:]
    first = {part.partition('"')[0]: re.findall(r'data-helper="([^"]+)"', part)[0] for part in sections}
    assert first["held"] == OWN
    assert first["find-a-lawyer"] == "kind"
    assert first["held"] in order


def test_own_help_is_on_the_result_too(client):
    answer = client.post(f"{BASE}/result", data={"held": "yes"})
    assert answer.status_code == 200
    assert OWN in articles(answer.text)
    assert answer.headers["Cache-Control"] == "no-store"
    assert f'action="{BASE}/questions"' in answer.text


def test_the_form_posts_to_the_partners_result(client):
    assert f'action="{BASE}/result"' in client.get(f"{BASE}/questions").text
    assert client.post(f"{BASE}/questions", data={"held": "yes"}).status_code == 200


def test_an_old_number_of_its_own_help_is_hidden_too(root):
    html = checked(dt.date(2027, 11, 22), root=root).test_client().get(f"{BASE}/help").text
    entry = html[html.index(f'id="helper-{OWN}"') :].partition("</article>")[0]
    assert "We have not checked this since October 31, 2026." in entry


def test_only_its_languages_are_on_the_menu(client):
    html = client.get(f"/p/{SLUG}/es/help").text
    menu = html[html.index('<details class="languages"') :].partition("</nav>")[0]
    assert re.findall(r'href="([^"]+)"', menu) == [f"/p/{SLUG}/{code}/help" for code in ("en", "es", "ar")]
    assert client.get(f"/p/{SLUG}/zh-Hans/").status_code == 404
    assert client.get("/zh-Hans/").status_code == 200


def test_a_language_it_does_not_offer_leads_to_plain_pages(client):
    html = client.get(f"/p/{SLUG}/zh-Hans/").text
    assert f"/p/{SLUG}" not in html
    assert 'href="/zh-Hans/help"' in html


@pytest.mark.parametrize("page", sample(PAGES, 2))
@pytest.mark.slow
@pytest.mark.whole
def test_every_link_of_a_page_leads_somewhere(client, page):
    html = client.get(f"{BASE}/{page}").text
    links = {link.partition("#")[0] for link in re.findall(r'<a [^>]*href="(/[^"]*)"', html)}
    assert links
    assert {link for link in links if client.get(link).status_code != 200} == set()
    assert f"/p/{SLUG}/en/sources" not in links


def test_its_own_address_lists_its_languages_with_the_page_it_starts_with(client):
    html = client.get(f"/p/{SLUG}/").text
    doors = re.findall(r'<a class="door" href="([^"]+)"', html)
    assert doors == [f"/p/{SLUG}/{code}/questions" for code in ("en", "es", "ar")]


@pytest.mark.parametrize("path", ["/p/", "/p/nobody/", "/p/nobody/en/", "/p/nobody/en/help", f"{BASE}/timeline"])
def test_other_addresses_do_not_exist(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", [f"{BASE}/", f"{BASE}/help", f"/p/{SLUG}/", "/en/clinics"])
def test_nothing_in_an_address_changes_a_page(client, path):
    query = "?name=Evil&partner=evil&colour=%23ff0000&logo=evil.svg&lang=ar&languages=ar&start=help&address=https://evil.example"
    assert client.get(path + query).data == client.get(path).data


@pytest.mark.parametrize("path", ["/p/gone/es/help", "/embed/p/gone/es/help", f"/p/{SLUG}/es/timeline"])
def test_where_a_partner_is_gone_the_language_is_not(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert '<html lang="es" dir="ltr"' in answer.text


def test_the_name_of_a_partner_that_we_do_not_have_is_not_shown(client):
    assert "evil" not in client.get("/p/evil-name/en/help").text


def test_the_logo_runs_nothing_even_when_it_is_opened_by_itself(client):
    html = client.get(f"{BASE}/").text
    (url,) = re.findall(r'<img src="(/static/partners/[^"]+)" width="48" height="36" alt="">', html)
    answer = client.get(url)
    assert answer.content_type.startswith("image/svg+xml")
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'; sandbox"


def test_its_colors_are_in_a_separate_sheet_only_on_its_pages(client):
    (url,) = re.findall(r'href="(/static/css/partners\.[^"]+)"', client.get(f"{BASE}/").text)
    sheet = client.get(url).text
    assert f'[data-partner="{SLUG}"]{{border-color:#7a2e00}}' in sheet
    assert sheet.index("#f0b27a") > sheet.index("prefers-color-scheme:dark")
    assert "css/partners" not in client.get("/en/").text


def test_the_builder_offers_the_partner(client):
    html = client.get("/en/clinics").text
    assert (
        f'<option value="{SLUG}" data-languages="en es ar" data-start="questions">Sample Clinic &amp; Friends' in html
    )
    assert NAME not in html


def test_only_the_page_for_clinics_may_show_our_pages_in_a_frame(client):
    policies = {
        path: client.get(path).headers["Content-Security-Policy"] for path in ("/en/clinics", "/en/", f"{BASE}/")
    }
    assert [path for path, policy in policies.items() if "frame-src 'self'" in policy] == ["/en/clinics"]
    assert all("frame-ancestors 'none'" in policy for policy in policies.values())


def test_without_a_partner_the_builder_has_no_such_choice(app):
    assert 'name="partner"' not in app.test_client().get("/en/clinics").text


def test_the_page_for_clinics_has_snippets_without_script(client):
    html = client.get("/en/clinics").text
    for code in ("en", "es", "ar", "zh-Hans"):
        link = f"&lt;a href=&#34;https://guide.example.org/{code}/&#34;&gt;"
        assert f"&lt;guidelines-guide lang=&#34;{code}&#34;&gt;{link}" in html
        assert f"&lt;iframe src=&#34;https://guide.example.org/embed/{code}/&#34;" in html


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.slow
def test_each_page_stands_in_a_frame_too(client, page):
    html = client.get(f"/embed{BASE}/{page}").text
    assert html.count(SHARES) == 1
    for link in re.findall(r'<a [^>]*href="/[^>]*>', html):
        href = re.search('href="([^"#]*)', link)[1]
        stays = href.startswith(f"/embed/p/{SLUG}/")
        assert stays != ('target="_blank"' in link), link
        assert client.get(href).status_code == 200, link
    assert all(to.startswith(f"/embed/p/{SLUG}/") for to in re.findall(r'action="(/[^"]*)', html))


def test_its_help_is_on_the_framed_result_too(client):
    answer = client.post(f"/embed{BASE}/result", data={"held": "yes"})
    assert OWN in articles(answer.text)
    assert "frame-ancestors *" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("path", "frame"),
    [
        (f"p/{SLUG}/ar/help", f"/embed/p/{SLUG}/ar/help"),
        (f"embed/p/{SLUG}/es/explain/today", f"/embed/p/{SLUG}/es/explain/today"),
        (f"p/{SLUG}/es/", f"/embed/p/{SLUG}/es/"),
        (f"p/{SLUG}/", f"/embed/p/{SLUG}/en/questions"),
    ],
)
def test_a_pasted_address_of_a_partner_gives_its_frame(known, path, frame):
    assert f'src="{ADDRESS}{frame}"' in known.get("/oembed", query_string={"url": f"{ADDRESS}/{path}"}).json["html"]


@pytest.mark.parametrize("path", ["p/nobody/es/", "p/nobody/", f"p/{SLUG}/zh-Hans/", f"p/{SLUG}/es/timeline", "p/"])
def test_an_address_of_no_partner_gives_no_frame(known, path):
    assert known.get("/oembed", query_string={"url": f"{ADDRESS}/{path}"}).status_code == 404


def test_a_page_of_a_partner_leads_to_the_oembed_answer_of_its_own_address(known):
    html = known.get(f"{BASE}/help").text
    (found,) = re.findall(r'json\+oembed" href="[^"]*/oembed\?url=([^&"]*)', html)
    assert found == f"https%3A//guide.example.org/p/{SLUG}/en/help"


def test_a_partner_may_start_with_pages_that_stand_in_its_name():
    assert {page for page in STARTS.values() if not ALL_PAGES.find(page).of_partners} == set()
