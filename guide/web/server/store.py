"""The page cache: complete responses in memory that all processes share.

The maker appends to an area, an anonymous file in memory; workers map it and keep an index. Written parts of an area
never change, and an area is freed when its last page was replaced. Every entry is one GET response that is the same
for every visitor. Nothing that depends on answers is cached, because only the maker writes, and it only renders the
paths of known pages.
"""

from __future__ import annotations

import gzip
import mmap
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Headers = list[tuple[str, str]]
# Headers of one connection or one encoding, which are set for each response.
PER_ANSWER = {"content-length", "content-encoding"}
OF_NOT_MODIFIED = {"cache-control", "etag", "vary", "date", "expires", "content-location"}


class ServiceArea:
    """The maker's side: memory of at most `size` bytes, to which pages are appended."""

    def __init__(self, size: int) -> None:
        self.descriptor = os.memfd_create("ready-pages")
        self.size, self.used = size, 0

    def append(self, body: bytes) -> int | None:
        """Append a body. Return its offset, or None if the area is full."""
        if self.used + len(body) > self.size:
            return None
        place = self.used
        view = memoryview(body)
        while view:
            view = view[os.pwrite(self.descriptor, view, self.used + len(body) - len(view)) :]
        self.used += len(body)
        return place

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


@dataclass(frozen=True)
class Ready:
    """One complete response with status 200."""

    area: Reading
    place: int
    size: int
    squeezed: bool  # the bytes are gzip
    etag: str
    headers: Headers  # without those of PER_ANSWER

    @classmethod
    def of(cls, area: Reading, message: Mapping[str, object]) -> Ready:
        """Return the entry of a `page` message of the maker."""
        headers = [(str(name), str(value)) for name, value in _pairs(message["headers"])]
        given = dict(headers)
        kept = [(name, value) for name, value in headers if name not in PER_ANSWER]
        squeezed = given.get("content-encoding") == "gzip"
        place, size = int(str(message["place"])), int(str(message["size"]))
        return cls(area, place, size, squeezed, given.get("etag", ""), kept)

    def answer(self, takes_gzip: bool) -> tuple[Headers, bytes]:
        body = self.area.read(self.place, self.size)
        if not self.squeezed:
            return self.headers, body
        if takes_gzip:
            return [*self.headers, ("content-encoding", "gzip")], body
        return self.headers, gzip.decompress(body)

    def not_modified(self) -> Headers:
        return [(name, value) for name, value in self.headers if name in OF_NOT_MODIFIED]


def _pairs(headers: object) -> Iterable[tuple[object, object]]:
    assert isinstance(headers, list)
    return ((name, value) for name, value in headers)


def matches(asked: str | None, etag: str) -> bool:
    """Whether an If-None-Match header names this ETag, by the weak comparison of RFC 9110."""
    if not asked or not etag:
        return False
    tags = {tag.strip().removeprefix("W/") for tag in asked.split(",")}
    return "*" in tags or etag.removeprefix("W/") in tags


def takes_gzip(accepted: str | None) -> bool:
    """Whether an Accept-Encoding header allows gzip: named or `*`, and not with quality 0."""
    qualities = {}
    for part in (accepted or "").lower().split(","):
        name, _, parameter = part.partition(";")
        quality = parameter.replace(" ", "").removeprefix("q=")
        qualities[name.strip()] = quality.strip("0.") != "" if parameter else True
    return qualities.get("gzip", qualities.get("x-gzip", qualities.get("*", False)))
