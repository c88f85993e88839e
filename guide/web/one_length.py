"""Gives a page that depends on answers the same length over the wire, whatever was answered.

Who watches the network sees how long an encrypted page is. Without this, that tells most answers. Behind the end of the
page stands a comment of fixed letters that look random. In gzip and brotli these letters are stored as they are, so the
comment fills to the byte what is missing. It is ordinary HTML, gzip and brotli: nothing has to know about it.
"""

from __future__ import annotations

import base64
import hashlib
import logging
import struct
import threading
import zlib
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import lru_cache
from itertools import count, pairwise

import brotli

UNIT = 1024
"""Lengths are multiples of this."""
STEP = 4 * UNIT
"""That of a page that is too long is a multiple of this."""
# What the longest page that is measured may fall short of the longest one that there is, in hundredths.
ROOM = 3
LEVEL = 6
# Of brotli: smaller than that of gzip, in a fourth of its time. The window has the largest page.
QUALITY, WINDOW = 2, 20
OPEN, CLOSE = b"<!-- ", b" -->\n"
SEED = b"one length for every answer"
# The header of gzip: deflate, no flags, no time, no level, unknown system. Then the stream, and checksum and length.
HEADER, TRAILER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff", 8
STORED, LARGEST_STORED = 5, 0xFFFF
# Of brotli (RFC 7932): the header of a part that is stored, the most that one holds, and the empty last part.
STORED_BR, LARGEST_STORED_BR, LAST_BR = 3, 0x10000, b"\x03"
TOO_LONG = "a page that depends on answers is longer than its one length"
log = logging.getLogger("guide")


@dataclass(frozen=True)
class Lengths:
    """The one length of a page, as it is and in each encoding."""

    plain: int
    gzip: int
    br: int


def lengths_of(longest: bytes) -> Lengths:
    """Return the lengths for a page of which this is about the longest."""
    return Lengths(*(_with_room(len(each)) for each in (longest, _deflated(longest), _in_brotli(longest))))


def plain(body: bytes, length: int) -> bytes:
    """Return the page with this length, or if it is too long with the next multiple of STEP."""
    return body + _comment(_fitting(len(body) + _least(), length) - len(body))


def gzipped(body: bytes, length: int) -> bytes:
    """Return the page in gzip with this length, or if it is too long with the next multiple of STEP."""
    stream = _deflated(body)
    stored = _stored(len(HEADER) + len(stream) + TRAILER, length, STORED, LARGEST_STORED)
    parts = [HEADER, stream]
    for left, part in enumerate(stored, 1 - len(stored)):
        parts += struct.pack("<BHH", left == 0, len(part), len(part) ^ 0xFFFF), part
    comment = b"".join(stored)
    whole = zlib.crc32(comment, zlib.crc32(body)), (len(body) + len(comment)) & 0xFFFFFFFF
    return b"".join([*parts, struct.pack("<II", *whole)])


def in_brotli(body: bytes, length: int) -> bytes:
    """Return the page in brotli with this length, or if it is too long with the next multiple of STEP."""
    stream = _in_brotli(body)
    parts = [stream]
    for part in _stored(len(stream) + len(LAST_BR), length, STORED_BR, LARGEST_STORED_BR):
        # Not the last part, four hexadecimal digits of its length less one, stored: 1, 2, 16 and 1 bits.
        parts += ((len(part) - 1) << 3 | 1 << 19).to_bytes(STORED_BR, "little"), part
    return b"".join([*parts, LAST_BR])


class LengthsOfPages:
    """The lengths of each page at each place, measured at the first answer there and on each new day.

    Nothing of a visitor is in it: a length is that of a page with answers of ours.
    """

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[Hashable, Lengths]] = {}
        self._lock = threading.Lock()

    def get(self, page: Hashable, day: Hashable, longest: Callable[[], str]) -> Lengths:
        """Return the lengths of a page on a day; `longest` makes about the longest that it can be."""
        known = self._known.get(page)
        if known is None or known[0] != day:
            known = day, lengths_of(longest().encode())
            with self._lock:
                self._known[page] = known
        return known[1]


def _deflated(body: bytes) -> bytes:
    """Return the deflate stream up to a byte boundary, without its end."""
    stream = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return stream.compress(body) + stream.flush(zlib.Z_SYNC_FLUSH)


def _in_brotli(body: bytes) -> bytes:
    """Return the brotli stream up to a byte boundary, without its end."""
    stream = brotli.Compressor(quality=QUALITY, lgwin=WINDOW)
    return bytes(stream.process(body) + stream.flush())


def _stored(used: int, length: int, header: int, most: int) -> list[bytes]:
    """Return the comment that fills a page of which `used` bytes are made, in the parts that are stored.

    Each part has a header of so many bytes before it and `most` bytes at most. None is empty: brotli has no such part.
    """
    room = _fitting(used + header + _least(), length) - used
    number = -(-room // (header + most))
    comment = _comment(room - number * header)
    ends = [len(comment) * index // number for index in range(number + 1)]
    return [comment[start:end] for start, end in pairwise(ends)]


def _fitting(needed: int, length: int) -> int:
    if needed <= length:
        return length
    log.error(TOO_LONG)
    return _up(needed, STEP)


def _with_room(measured: int) -> int:
    return _up(measured * (100 + ROOM) // 100, UNIT)


def _up(length: int, unit: int) -> int:
    return -(-length // unit) * unit


def _least() -> int:
    return len(OPEN) + len(CLOSE)


def _comment(length: int) -> bytes:
    return OPEN + _letters(1 << length.bit_length())[: length - _least()] + CLOSE


@lru_cache(maxsize=32)
def _letters(number: int) -> bytes:
    """Return at least so many capital letters and digits that look random, always the same."""
    digests = (hashlib.sha256(SEED + str(each).encode()).digest() for each in count())
    return base64.b32encode(b"".join(next(digests) for _ in range(number // 32 + 1)))
