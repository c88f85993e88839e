"""The sample configurations of deploy/: the promise of the privacy page, and error pages. Other tests run them."""

import re
from pathlib import Path

import pytest
from support import error_pages

from guide.web.app import LARGEST_FORM
from guide.web.headers import OF_ERRORS

DEPLOY = Path(__file__).parents[1] / "deploy"
NGINX = (DEPLOY / "nginx.conf").read_text("utf-8")
LINES = [line.split("#")[0].strip() for line in NGINX.splitlines()]


def values(name):
    return [line.removesuffix(";").partition(" ")[2] for line in LINES if line.split(" ")[0] == name]


def size(text):
    return int(text.removesuffix("k")) * 1024


def test_every_server_has_no_logs_and_hides_its_version():
    servers = LINES.count("server {")
    assert servers == 2
    assert values("access_log") == ["off"] * servers
    assert values("error_log") == ["/dev/null crit"] * servers
    assert values("server_tokens") == ["off"] * servers


def test_no_client_address_is_passed_on():
    assert not [line for line in LINES if "X-Forwarded-For" in line or "X-Real-IP" in line]
    assert not [line for line in LINES if "remote_addr" in line]


def test_requests_are_buffered_completely():
    assert values("proxy_request_buffering") == ["on"]


def test_no_request_or_response_is_written_to_disk():
    (most,), (buffer,) = values("client_max_body_size"), values("client_body_buffer_size")
    assert size(most) == LARGEST_FORM
    assert size(buffer) > size(most)
    assert values("proxy_max_temp_file_size") == ["0"]
    assert not [line for line in LINES if line.startswith(("proxy_cache", "proxy_store", "client_body_in_file"))]


def test_a_request_whose_worker_died_is_retried_also_a_post():
    assert values("proxy_next_upstream") == ["error timeout non_idempotent"]
    (tries,) = values("proxy_next_upstream_tries")
    assert LINES.count("server 127.0.0.1:8000 max_fails=0;") == int(tries) > 1


def test_the_host_header_is_not_used_in_redirects_or_passed_on():
    assert not [line for line in LINES if re.search(r"\$(http_)?host\b", line)]
    assert values("return")[0] == "301 https://$server_name$request_uri"


def test_error_pages_of_nginx_have_the_headers_of_the_guide():
    said = dict(re.fullmatch(r'([\w-]+) "(.*)" always', value).groups() for value in values("add_header"))
    assert said == OF_ERRORS
    assert len(values("add_header")) == len(OF_ERRORS)


def test_the_error_pages_are_those_of_the_content_of_today():
    written = {path.name: path.read_bytes() for path in error_pages.FOLDER.iterdir()}
    assert written == error_pages.pages(), "run `make error-pages`"


@pytest.mark.parametrize("status", [400, 404, 413, 414, 500, 502, 503, 504])
def test_each_status_that_nginx_answers_has_its_page(status):
    pages = {code: value.split()[-1] for value in values("error_page") for code in value.split()[:-1]}
    assert pages[str(status)] == f"/errors/{status}.html"
    for page in pages.values():
        assert page.startswith("https://$server_name") or (DEPLOY / page.strip("/")).is_file()
