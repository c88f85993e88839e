"""The padding of pages that depend on answers; over a real server: tests/serving/test_one_length.py."""

import gzip
import random

import pytest

from guide.web import one_length


@pytest.mark.parametrize("missing", [16, 17, 65_535, 65_556, 65_557, 65_561, 200_000])
def test_any_length_is_filled_to_the_byte(missing):
    body = random.Random(1).randbytes(1000)
    length = len(one_length.gzipped(body, 0)) // one_length.STEP * one_length.STEP + 2000 + missing
    packed = one_length.gzipped(body, length)
    assert len(packed) == length
    assert gzip.decompress(packed).startswith(body + b"<!-- ")
    assert len(one_length.plain(body, length)) == length


def test_a_page_that_is_too_long_is_whole_and_logged_without_a_word_of_it(caplog):
    body = b"<p>secret</p>" * 1000
    for padded in (one_length.plain(body, 100), gzip.decompress(one_length.gzipped(body, 1))):
        assert padded.startswith(body)
    assert len(one_length.plain(body, 100)) % one_length.STEP == 0
    assert len(one_length.gzipped(body, 1)) % one_length.STEP == 0
    assert set(caplog.messages) == {one_length.TOO_LONG}
