"""The page cache: complete responses in memory that all processes share.

The maker appends to an area, an anonymous file in memory; workers map it and keep an index. Written parts of an area
never change, and an area is freed when its last page was replaced. Every entry is one GET response that is the same
for every visitor. Nothing that depends on answers is cached, because only the maker writes, and it only renders the
paths of known pages and files.

Text is kept compressed: in gzip from the start, in brotli later. It is decompressed for a client that takes neither.
"""

from __future__ import annotations

import gzip
import mmap
import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Headers = list[tuple[str, str]]
Place = tuple[int, int]  # offset and size in an area
# Headers of one connection or one encoding, which are set for each response. The HTTP server writes the date.
PER_ANSWER = {"content-length", "content-encoding", "date"}
OF_NOT_MODIFIED = {"cache-control", "etag", "vary", "expires", "content-location"}
CODINGS = ("br", "gzip")  # the smallest first
PLAIN = "identity"


class ServiceArea:
    """The maker's side: memory of at most `size` bytes, to which pages are appended."""

    def __init__(self, size: int) -> None:
        self.descriptor = os.memfd_create("ready-pages")
        self.size, self.used = size, 0

    def append(self, body: bytes, spare: int = 0) -> int | None:
        """Append a body. Return its offset, or None if less than `spare` bytes would be left."""
        if self.used + len(body) + spare > self.size:
            return None
        place = self.used
        view = memoryview(body)
        while view:
            view = view[os.pwrite(self.descriptor, view, self.used + len(body) - len(view)) :]
        self.used += len(body)
        return place

    def read(self, place: int, size: int) -> bytes:
        return os.pread(self.descriptor, size, place)

    def close(self) -> None:
        os.close(self.descriptor)


@dataclass(frozen=True)
class Reading:
    """A worker's side of an area. It is mapped again when it has grown."""

    descriptor: int
    maps: list[mmap.mmap]

    @classmethod
    def of(cls, descriptor: int) -> Reading:
        return cls(descriptor, [])

    def read(self, place: int, size: int) -> bytes:
        if not self.maps or len(self.maps[0]) < place + size:
            self.maps[:] = [mmap.mmap(self.descriptor, 0, mmap.MAP_SHARED, mmap.PROT_READ)]
        return self.maps[0][place : place + size]

    def __del__(self) -> None:
        os.close(self.descriptor)


@dataclass(frozen=True, slots=True)
class Ready:
    """One complete response with status 200, in each encoding in which it is kept."""

    area: Reading
    kept: Mapping[str, tuple[Headers, int, int]]  # by content coding: headers, offset and size
    plain: Headers  # the headers without a content coding
    etag: str

    @classmethod
    def of(cls, area: Reading, message: Mapping[str, Any]) -> Ready:
        """Return the entry of a `page` message of the maker."""
        headers = [_shared(name, value) for name, value in message["headers"] if name not in PER_ANSWER]
        given = dict(headers)
        if PLAIN not in message["kept"] and "vary" not in given:
            headers.append(_shared("vary", "Accept-Encoding"))
        kept = {}
        for coding, (place, size) in message["kept"].items():
            coded = headers if coding == PLAIN else [*headers, _shared("content-encoding", coding)]
            kept[sys.intern(coding)] = coded, place, size
        return cls(area, kept, headers, given.get("etag", ""))

    def answer(self, accepted: str | None) -> tuple[Headers, bytes]:
        """Return headers and body for this Accept-Encoding header."""
        kept = self.kept
        for coding in codings(accepted):
            if found := kept.get(coding):
                return found[0], self.area.read(found[1], found[2])
        if found := kept.get(PLAIN):
            return found[0], self.area.read(found[1], found[2])
        _, place, size = kept["gzip"]
        return self.plain, gzip.decompress(self.area.read(place, size))

    def not_modified(self) -> Headers:
        return [(name, value) for name, value in self.plain if name in OF_NOT_MODIFIED]


def _shared(name: str, value: str) -> tuple[str, str]:
    """Return a header whose strings exist once: most pages have the same ones."""
    return sys.intern(name), sys.intern(value)


def matches(asked: str | None, etag: str) -> bool:
    """Whether an If-None-Match header names this ETag, by the weak comparison of RFC 9110."""
    if not asked or not etag:
        return False
    tags = {tag.strip().removeprefix("W/") for tag in asked.split(",")}
    return "*" in tags or etag.removeprefix("W/") in tags


def codings(accepted: str | None) -> tuple[str, ...]:
    """Return the content codings of an Accept-Encoding header that we have, the best first.

    The header of a visitor is never stored: only the headers of widespread browsers are known beforehand.
    """
    found = OF_BROWSERS.get(accepted)
    return _parsed(accepted or "") if found is None else found


def _parsed(accepted: str) -> tuple[str, ...]:
    qualities = dict(_quality(part) for part in accepted.lower().split(","))
    for_others = qualities.get("*", 0.0)
    gzip_too = qualities.get("x-gzip", for_others)
    wanted = {"br": qualities.get("br", for_others), "gzip": qualities.get("gzip", gzip_too)}
    # Without a quality of its own, an uncompressed response is accepted, but only as a last resort.
    least = qualities.get(PLAIN, 0.0)
    taken = [coding for coding in CODINGS if wanted[coding] > 0 and wanted[coding] >= least]
    return tuple(sorted(taken, key=lambda coding: -wanted[coding]))


def _quality(part: str) -> tuple[str, float]:
    """Return a coding and its quality. What is no number counts as 0: the coding is not used then."""
    name, _, parameter = part.partition(";")
    key, _, value = parameter.replace(" ", "").partition("=")
    try:
        return name.strip(), float(value) if key == "q" else 1.0
    except ValueError:
        return name.strip(), 0.0


def _known(accepted: Iterable[str]) -> dict[str | None, tuple[str, ...]]:
    return {each: _parsed(each) for each in accepted}


OF_BROWSERS = {None: ()} | _known(
    ("", "gzip", "br", "identity", "gzip, deflate", "gzip, deflate, br", "gzip, deflate, br, zstd")
)
