"""Random requests over real sockets: never a fault of the server, an echo, a traceback, a cookie or a hang."""

import pytest
from support import fuzz, fuzz_words
from support.day import TODAY
from support.sampling import WHOLE
from support.serving import serving, until

# 100 to 200 requests pass in a second: `make fuzz` sends 100,000, CI and `make test-all` 5,000.
REQUESTS = 5000 if WHOLE else 120


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return fuzz.site_with_a_partner(tmp_path_factory.mktemp("fuzz"))


def test_no_random_request_gets_a_wrong_response(root):
    paths, fields = fuzz.targets(root, lambda: TODAY)
    with serving(root=root, GUIDE_ADDRESS=fuzz_words.ADDRESS) as served:
        assert until(lambda: served.get("/en/help")[0] == 200, 60)
        found = fuzz.attack(served.port, paths, fields, REQUESTS, seed=7)
        assert found.faults == []
        assert sum(found.counts.values()) == REQUESTS
        assert {"200", "308", "400", "404", "405", "414"} <= found.counts.keys()
        assert found.counts["503"] < REQUESTS / 50  # a page in two languages that is made for the first time
        said = served.said()
    assert fuzz_words.CANARY not in said.lower()
    assert "Traceback" not in said


OK = b"HTTP/1.1 200 OK\r\ncontent-security-policy: x\r\ncontent-type: text/html\r\n"


@pytest.mark.parametrize(
    ("received", "fault"),
    [
        (OK + b"\r\nhello", ""),
        (OK + b"\r\nhello " + fuzz_words.CANARY.encode(), "an echo"),
        (OK + b"location: /" + fuzz_words.CANARY.encode() + b"\r\n\r\n", "an echo"),
        (OK + b"set-cookie: a=b\r\n\r\n", "a cookie"),
        (OK + b"\r\nTraceback (most recent call last)", "a traceback"),
        (OK.replace(b"200 OK", b"500 No") + b"\r\n/help", "a fault of the server"),
        (OK.replace(b"200 OK", b"404 No") + b"\r\nnothing", "no help"),
        (OK.replace(b"content-security-policy: x\r\n", b"") + b"\r\n", "no policy"),
        (b"hello", "no HTTP"),
    ],
)
def test_each_fault_would_be_found(received, fault):
    assert fuzz.kind_and_fault(received)[1] == fault
