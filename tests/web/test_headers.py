"""The headers of every response."""

import pytest
from support.sampling import WHOLE, sample
from support.site_pages import LANGUAGES, NAMES, PAGES

from guide.web.headers import OF_ERRORS, SMALL

pytestmark = pytest.mark.slow  # `make check` leaves it out: it makes many pages

ALL = ["/", *PAGES, "/rules.json", "/changes.atom"]
# Each page in one language, which a seed picks; in `make test-all` in all.
OF_ONE_LANGUAGE = ["/", "/rules.json", "/changes.atom"]
OF_ONE_LANGUAGE += [f"/{lang}/{name}" for name in NAMES for lang in sample(LANGUAGES, 1, seed=name)]
EVERY = ALL if WHOLE else OF_ONE_LANGUAGE
KEPT = [page for page in EVERY if not page.endswith("questions")]
ERRORS = ["/en/nothing", "/xx/", "/es/result", "/en/questions/more"]


def policy(response):
    return dict(part.strip().partition(" ")[::2] for part in response.headers["Content-Security-Policy"].split(";"))


def locked_down(response):
    headers = response.headers
    assert "Set-Cookie" not in headers
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]
    # Not for the other machines below the name of a host: that is for the host to say.
    assert headers["Strict-Transport-Security"] == "max-age=63072000"
    assert policy(response)["default-src"] == "'none'"
    assert policy(response)["frame-ancestors"] == "'none'"
    assert policy(response)["base-uri"] == "'none'"
    assert policy(response)["form-action"] == "'self'"
    assert "unsafe" not in headers["Content-Security-Policy"]


def test_every_answer_is_locked_down(subtests, client):
    for path in [*EVERY, *ERRORS]:
        with subtests.test(path):
            locked_down(client.get(path))


def test_static_error_pages_have_the_same_headers(client):
    headers = client.get("/en/nothing").headers
    assert {name: headers[name] for name in OF_ERRORS} == OF_ERRORS


def test_pages_for_everybody_are_asked_for_again(subtests, client):
    for path in KEPT:
        with subtests.test(path):
            assert client.get(path).headers["Cache-Control"] == "no-cache"


@pytest.mark.whole
def test_a_page_has_a_weak_etag_because_it_is_the_same_in_every_encoding(subtests, client):
    for path in KEPT:
        with subtests.test(path):
            plain, packed = client.get(path), client.get(path, headers={"Accept-Encoding": "gzip"})
            assert packed.headers["Content-Encoding"] == "gzip" or len(plain.data) < SMALL
            assert plain.headers["ETag"] == packed.headers["ETag"]
            assert plain.headers["ETag"].startswith("W/")


@pytest.mark.parametrize("path", sample([path for path in OF_ONE_LANGUAGE if path in KEPT], 2))
def test_they_cost_nothing_when_unchanged(client, path):
    again = client.get(path, headers={"If-None-Match": client.get(path).headers["ETag"]})
    assert again.status_code == 304
    assert not again.data


@pytest.mark.parametrize("lang", ["en", "es"])
def test_what_depends_on_answers_is_never_stored(client, lang):
    for response in (
        client.get(f"/{lang}/questions"),
        client.post(f"/{lang}/questions", data={"held": "yes"}),
        client.post(f"/{lang}/result", data={"held": "yes"}),
    ):
        assert response.status_code == 200
        assert response.headers["Cache-Control"] == "no-store"
        assert "ETag" not in response.headers


@pytest.mark.parametrize("path", ERRORS)
def test_errors_are_not_stored(client, path):
    assert client.get(path).headers["Cache-Control"] == "no-store"


def may_be_client_from_elsewhere(path, headers):
    if path.endswith("explain/all") or path in ("/rules.json", "/changes.atom"):
        assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert headers["Access-Control-Allow-Origin"] == "*"
    else:
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "Access-Control-Allow-Origin" not in headers
    assert "Access-Control-Allow-Credentials" not in headers


def test_only_the_explanations_allow_cross_origin_requests(subtests, client):
    for path in EVERY:
        with subtests.test(path):
            may_be_client_from_elsewhere(path, client.get(path).headers)


def test_assets_are_named_by_their_content_and_kept_forever(app, client):
    assets = app.extensions["state"].assets
    for name in assets.names():
        response = client.get(assets.url(name))
        assert response.status_code == 200
        assert "immutable" in response.headers["Cache-Control"]
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_what_only_documents_need_is_not_sent_with_assets(app, client):
    assets = app.extensions["state"].assets
    for name in assets.names():
        headers = client.get(assets.url(name), headers={"Accept-Encoding": "gzip"}).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        only_for_documents = {"Permissions-Policy", "Cross-Origin-Opener-Policy", "Strict-Transport-Security"}
        assert not only_for_documents & set(headers.keys())
        # A picture that is opened by itself is a document, and may do nothing.
        policy = headers.get("Content-Security-Policy", "")
        assert ("sandbox" in policy) == name.endswith(".svg")
        assert sum(len(f"{header}: {value}\r\n") for header, value in headers.items()) <= 340, name


def test_a_plain_asset_name_is_not_served(client):
    assert client.get("/static/css/site.css").status_code == 404


def test_modules_import_each_other_by_their_public_names(app, client):
    assets = app.extensions["state"].assets
    assert f'from"{assets.url("js/every-page.mjs")}"' in client.get(assets.url("js/walk.mjs")).text
    assert f'import("{assets.url("js/results.mjs")}")' in client.get(assets.url("js/walk.mjs")).text


@pytest.mark.parametrize("path", sample(OF_ONE_LANGUAGE, 4))
def test_two_readers_get_the_same_bytes_and_a_query_changes_nothing(client, path):
    other = {"Accept-Language": "ar", "User-Agent": "other", "Cookie": "a=b"}
    assert client.get(path + "?held=yes&x=zzqq", headers=other).data == client.get(path).data


def test_compressed_pages_are_the_same_pages(client):
    import gzip

    plain = client.get("/en/explain/all")
    small = client.get("/en/explain/all", headers={"Accept-Encoding": "gzip"})
    assert small.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.data) == plain.data
    assert "Accept-Encoding" in small.headers["Vary"]
