"""Pages for frames, and the script and oEmbed responses that create them: headers, links, sizes and errors."""

import gzip
import html
import json
import re
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as XML

import pytest
from support import day
from support.sampling import sample
from support.site_pages import LANGUAGES, NAMES, in_english_and_another

from guide.config import CHECKOUT, Settings
from guide.engine.sharing import MOST_PICKS
from guide.web import create_app

pytestmark = pytest.mark.slow  # `make check` leaves it out: it makes many pages

ADDRESS = "https://guide.example.org"
FIRST_MINUTE = ["held", "officers", "papers", "plan", "steps"]
FRAMED = ["", *FIRST_MINUTE, "questions", "explain", "explain/today", "help", "privacy"]
LARGEST = 3 * 1024  # bytes, compressed
ANSWERS = {"held": "yes"}


@pytest.fixture(scope="module")
def known():
    """A site that knows its address."""
    return create_app(Settings(today=day.today, address=ADDRESS)).test_client()


def policy(response):
    return dict(part.strip().partition(" ")[::2] for part in response.headers["Content-Security-Policy"].split(";"))


@pytest.mark.parametrize("path", sample(FRAMED, 3))
def test_only_these_pages_may_be_framed(client, path):
    framed, whole = client.get(f"/embed/es/{path}"), client.get(f"/es/{path}")
    assert framed.status_code == 200
    assert policy(framed) == policy(whole) | {"frame-ancestors": "*"}
    assert policy(whole)["frame-ancestors"] == "'none'"
    for name in ("X-Frame-Options", "Cross-Origin-Opener-Policy", "Set-Cookie"):
        assert name not in framed.headers
    # A sandboxed page has no origin of its own: it may load only what anybody may.
    assert framed.headers["Access-Control-Allow-Origin"] == "*"
    assert framed.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert framed.headers["Cache-Control"] == whole.headers["Cache-Control"]


def test_a_framed_page_names_its_own_origin(known):
    """For WebKit nothing is 'self' in a sandbox, so without the name the frame has no style, no script and no form."""
    framed, whole = (policy(known.get(path)) for path in ("/embed/es/questions", "/es/questions"))
    ours = {"script-src", "style-src", "img-src", "media-src", "connect-src", "form-action"}
    assert {name for name, sources in framed.items() if sources == f"'self' {ADDRESS}"} == ours
    assert {whole[name] for name in ours} == {"'self'"}
    assert framed["default-src"] == framed["base-uri"] == "'none'"
    response = known.post("/embed/es/result", data={"held": "x" * 20_000})
    assert response.status_code == 413
    assert policy(response)["style-src"] == f"'self' {ADDRESS}"


def test_a_result_may_be_framed_and_is_not_shared(client):
    response = client.post("/embed/es/result", data=ANSWERS)
    assert policy(response)["frame-ancestors"] == "*"
    assert "Cross-Origin-Opener-Policy" not in response.headers
    assert "Access-Control-Allow-Origin" not in response.headers
    assert response.headers["Cache-Control"] == "no-store"


def test_a_list_of_origins_closes_it():
    allowed = "https://clinic.example.org https://*.example.com"
    client = create_app(Settings(today=day.today, frame_ancestors=allowed)).test_client()
    # Our own page for clinics shows it too.
    assert policy(client.get("/embed/en/"))["frame-ancestors"] == f"'self' {allowed}"
    assert policy(client.get("/en/"))["frame-ancestors"] == "'none'"


@pytest.mark.parametrize(
    "wrong", ["", "clinic.example.org", "https://a.example; script-src *", "https://a.example/x", "* *"]
)
def test_an_invalid_origin_is_refused(wrong):
    with pytest.raises(ValueError, match="GUIDE_FRAME_ANCESTORS"):
        Settings(frame_ancestors=wrong)


@pytest.mark.parametrize("path", [*FRAMED, "result"])
def test_each_link_stays_or_opens_a_tab(client, path):
    where = f"/embed/es/{path}"
    text = (client.post(where, data=ANSWERS) if path == "result" else client.get(where)).text
    links = re.findall(r'<a [^>]*href="/[^>]*>', text)
    assert links
    for link in links:
        href = re.search('href="([^"#]*)', link)[1]
        if 'target="_blank"' in link:
            assert not href.startswith("/embed/"), link
        else:
            page = re.fullmatch("/embed/(?:en|es|ar|zh-Hans)/(.*)", href)[1]
            assert page in (*FRAMED, "result") or page.startswith("explain/"), link
    assert all(to.startswith("/embed/") for to in re.findall(r'action="(/[^"]*)', text))


def test_a_page_that_is_not_for_frames_does_not_exist_there(client):
    assert client.get("/embed/es/timeline").status_code == 404
    assert client.get("/embed/xx/").status_code == 404


def test_the_script_is_small_and_knows_the_languages(client, library):
    response = client.get("/embed.js")
    assert response.mimetype == "text/javascript"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response.headers["Cache-Control"] == "public, max-age=3600"
    assert len(gzip.compress(response.data)) <= LARGEST
    names, frame, address = json.loads(re.search(r"const\[NAMES,FRAME,ADDRESS\]=(\[.*?\]);", response.text)[1])
    assert tuple(names) == LANGUAGES
    assert names["en"] == library.site.name
    assert frame["sandbox"].split()[0] == "allow-scripts"
    assert address == ""


def test_the_script_knows_where_it_is_from_when_the_site_knows(known):
    assert f'"{ADDRESS}"]' in known.get("/embed.js").text


@pytest.mark.parametrize("path", ["es/", "es/questions", "es/explain/today", "embed/es/"])
def test_a_pasted_address_gives_one_frame(known, path):
    reported = known.get("/oembed", query_string={"url": f"{ADDRESS}/{path}"}).json
    assert reported["version"] == "1.0"
    assert reported["type"] == "rich"
    assert reported["title"] == "Conozca las pautas"
    assert re.fullmatch(r"<iframe [^<>]*></iframe>", reported["html"])
    assert f'src="{ADDRESS}/embed/{path.removeprefix("embed/")}"' in reported["html"]
    assert 'sandbox="allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox"' in reported["html"]


def test_xml_says_the_same(known):
    asked = {"url": f"{ADDRESS}/ar/", "maxwidth": "400", "maxheight": "300"}
    as_json = known.get("/oembed", query_string=asked).json
    answer = known.get("/oembed", query_string=asked | {"format": "xml"})
    assert answer.mimetype == "text/xml"
    tree = XML.fromstring(answer.data)
    assert tree.tag == "oembed"
    assert {one.tag: one.text for one in tree} == {name: str(value) for name, value in as_json.items()}
    assert (as_json["width"], as_json["height"]) == (400, 300)
    # As wide as its place.
    assert ' width="100%" height="300" ' in as_json["html"]


@pytest.mark.parametrize("path", ["/es/timeline", "/es+en/review", "/es", "//es/", ":443/es/"])
def test_a_page_without_a_frame_gives_the_start_page(known, path):
    reported = known.get("/oembed", query_string={"url": f"{ADDRESS}{path}"}).json
    assert f'src="{ADDRESS}/embed/es/"' in reported["html"]


@pytest.mark.parametrize("path", ["/es/help", "/es/help/", "//es//help", "/embed/es/help", "/ES/help", "/es-MX/help"])
def test_missing_and_extra_slashes_are_accepted(known, path):
    reported = known.get("/oembed", query_string={"url": f"{ADDRESS}{path}"}).json
    assert f'src="{ADDRESS}/embed/es/help"' in reported["html"]


@pytest.mark.parametrize(
    ("path", "where"), [("/en//help", "/en/help"), ("/embed//es/help", "/embed/es/help"), ("/es", "/es/")]
)
def test_a_redirect_leads_to_a_page(client, path, where):
    answer = client.get(path)
    assert answer.status_code == 308
    assert answer.headers["Location"] == where
    assert client.get(where).status_code == 200


@pytest.mark.parametrize("path", FRAMED)
def test_every_framed_page_has_the_date_of_its_facts(client, path):
    assert "Facts checked through September 1, 2026" in client.get(f"/embed/en/{path}").text


@pytest.mark.parametrize(
    "url",
    ["", "https://other.example/es/", f"{ADDRESS}/xx/", f"{ADDRESS}/es/result", f"{ADDRESS}/es/explain/none",
     f"{ADDRESS}/es/changes.atom", f"{ADDRESS}/rules.json",
     f"{ADDRESS}/healthz", "https://[/es/", f"{ADDRESS}.evil.example/es/", f"javascript://{ADDRESS[8:]}/es/"],
)  # fmt: skip
def test_other_addresses_are_not_found(known, url):
    assert known.get("/oembed", query_string={"url": url}).status_code == 404


@pytest.mark.parametrize("wanted", ["yaml", "<b>", "x" * 21])
def test_another_format_is_refused_with_those_that_are_offered_and_is_not_said_again(known, wanted):
    answer = known.get("/oembed", query_string={"url": f"{ADDRESS}/es/", "format": wanted})
    assert (answer.status_code, answer.mimetype) == (501, "text/plain")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "format=json or format=xml" in answer.text
    assert wanted not in answer.text


def src(known, url):
    return re.search('src="([^"]*)"', known.get("/oembed", query_string={"url": url}).json["html"])[1]


def test_a_pair_gives_the_frame_of_its_first_language_pasted_or_discovered(known):
    pair = f"{ADDRESS}/es+en/help"
    found = re.findall(r'type="application/json\+oembed" href="([^"]*)"', known.get("/es+en/help").text)
    (asked,) = parse_qs(urlsplit(html.unescape(found[0])).query)["url"]
    assert asked == pair
    assert src(known, pair) == src(known, asked) == f"{ADDRESS}/embed/es/help"


@pytest.mark.parametrize(
    ("path", "frame"),
    [
        ("/es/explain/all#f-abcde.fg234", "/embed/es/explain/all#f-abcde.fg234"),
        ("/es/explain/all#f-abcde:~:text=abcde", "/embed/es/explain/all#f-abcde"),
        ("/es+en/present#f-abcde", "/embed/es/explain/all#f-abcde"),
        ("/es/explain/all#f-ABCDE", "/embed/es/explain/all"),
        ('/es/explain/all#f-abcde"><script>', "/embed/es/explain/all"),
        ("/es/help#f-abcde", "/embed/es/help"),
    ],
)
def test_picked_explanations_stay_picked_in_a_frame(known, path, frame):
    assert src(known, ADDRESS + path) == ADDRESS + frame


def test_as_many_picks_are_kept_as_the_script_reads():
    script = (CHECKOUT / "static/js/share.mjs").read_text("utf-8")
    assert f"const MOST = {MOST_PICKS};" in script


def test_an_error_leads_to_no_oembed_answer(known):
    assert "oembed" not in known.get("/es/nothing").text


def test_a_site_without_a_public_address_has_no_oembed(client):
    assert client.get("/oembed", query_string={"url": "http://localhost/es/"}).status_code == 404
    assert "oembed" not in client.get("/es/").text


@pytest.mark.slow
def test_every_page_leads_to_its_oembed_answers(known):
    for page in (f"/{lang}/{name}" for name, lang in in_english_and_another(sample(NAMES, 5))):
        links = re.findall(r'<link rel="alternate" type="([a-z/]+\+oembed)" href="([^"]*)"', known.get(page).text)
        assert [kind for kind, _ in links] == ["application/json+oembed", "text/xml+oembed"], page
        if page.startswith("/es/"):
            for _, href in links:
                parts = urlsplit(html.unescape(href))
                assert parse_qs(parts.query)["url"] == [f"{ADDRESS}{page}"]
                assert known.get(f"{parts.path}?{parts.query}").status_code == 200
