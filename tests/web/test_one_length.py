"""The padding of pages that depend on answers; over a real server: tests/serving/test_one_length.py."""

import gzip
import random

import brotli
import pytest

from guide.web import one_length

# How each encoding is made, and read again.
ENCODINGS = {
    "gzip": (one_length.gzipped, gzip.decompress),
    "br": (one_length.in_brotli, brotli.decompress),
}


@pytest.mark.parametrize("missing", [16, 17, 65_535, 65_552, 65_556, 65_557, 65_561, 200_000])
@pytest.mark.parametrize("name", ENCODINGS)
def test_any_length_is_filled_to_the_byte(name, missing):
    packed_by, read_by = ENCODINGS[name]
    body = random.Random(1).randbytes(1000)
    length = len(packed_by(body, 0)) // one_length.STEP * one_length.STEP + 2000 + missing
    packed = packed_by(body, length)
    assert len(packed) == length
    read = read_by(packed)
    assert read.startswith(body + b"<!-- ")
    assert read.endswith(b" -->\n")
    assert len(one_length.plain(body, length)) == length


@pytest.mark.parametrize("name", ENCODINGS)
def test_lengths_around_that_of_one_stored_part_are_filled_to_the_byte(name):
    packed_by, read_by = ENCODINGS[name]
    body = b"<p>words</p>"
    for length in range(65_536 - 20, 65_536 + 60):
        packed = packed_by(body, length)
        assert len(packed) == length
        assert read_by(packed).startswith(body + b"<!-- ")


def test_a_page_that_is_too_long_is_whole_and_logged_without_a_word_of_it(caplog):
    body = b"<p>secret</p>" * 1000
    assert one_length.plain(body, 100).startswith(body)
    assert len(one_length.plain(body, 100)) % one_length.STEP == 0
    for packed_by, read_by in ENCODINGS.values():
        assert read_by(packed_by(body, 1)).startswith(body)
        assert len(packed_by(body, 1)) % one_length.STEP == 0
    assert set(caplog.messages) == {one_length.TOO_LONG}


@pytest.mark.parametrize("place", ["en", "es+en"])
def test_a_result_is_the_same_page_in_each_encoding(client, place):
    asked = {"held": "yes", "relief": "maybe"}
    whole = client.post(f"/{place}/result", data=asked, headers={"Accept-Encoding": ""}).text.partition("</html>")[0]
    for name, (_, read_by) in ENCODINGS.items():
        given = client.post(f"/{place}/result", data=asked, headers={"Accept-Encoding": name})
        assert given.headers["Content-Encoding"] == name
        assert read_by(given.data).decode().partition("</html>")[0] == whole
