"""Static files, read once and named by their content hash, so that caches never become stale."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass

import rcssmin
import rjsmin
from flask import Blueprint, Response, abort

from guide.web import sheets
from guide.web.asset_names import IMPORT

HASH_LETTERS = 7  # long enough to avoid collisions, short because each page contains many names
FOREVER = "public, max-age=31536000, immutable"
mimetypes.add_type("text/javascript", ".mjs")


@dataclass(frozen=True)
class Asset:
    url: str
    kind: str
    body: bytes


class Assets:
    """The static files, by their plain names (css/site.css) and by their public URLs."""

    def __init__(self, files: Mapping[str, bytes], written: Mapping[str, bytes] | None = None) -> None:
        self._written = files if written is None else written
        self._by_name: dict[str, Asset] = {}
        for name in sorted(files):
            self._add(name, files)
        self._by_url = {asset.url: asset for asset in self._by_name.values()}

    @classmethod
    def of(cls, files: Mapping[str, bytes], made: Mapping[str, bytes]) -> Assets:
        """Build the assets from the static `files` and the generated ones `made`, with joined style sheets."""
        return cls(sheets.joined({**files, **made}), files)

    def url(self, name: str) -> str:
        return self._by_name[name].url

    def of_name(self, name: str) -> Asset:
        return self._by_name[name]

    def text(self, name: str) -> str:
        return self._by_name[name].body.decode()

    def written(self, name: str) -> str:
        """Return a file as it stands in its folder, for what is not sent by itself."""
        return self._written[name].decode()

    def names(self) -> list[str]:
        return list(self._by_name)

    def urls(self) -> list[str]:
        return list(self._by_url)

    def blueprint(self) -> Blueprint:
        blueprint = Blueprint("assets", __name__)
        blueprint.add_url_rule("/static/<path:path>", "serve", self._serve)
        return blueprint

    def _add(self, name: str, files: Mapping[str, bytes]) -> str:
        """Add a file and return its URL. The imports of a module are added first, because it contains their URLs."""
        if name not in self._by_name:
            folder, body = name.rpartition("/")[0], files[name]
            if name.endswith((".mjs", ".js")):
                body = minified(body)  # first: the types in comments import in circles
                body = IMPORT.sub(lambda found: self._add(f"{folder}/{found[1].decode()}", files).encode(), body)
            elif name.endswith(".css"):
                body = rcssmin.cssmin(body)
            stem, _, ending = name.rpartition(".")
            url = f"/static/{stem}.{hashlib.sha256(body).hexdigest()[:HASH_LETTERS]}.{ending}"
            self._by_name[name] = Asset(url, mimetypes.guess_type(name)[0] or "application/octet-stream", body)
        return self._by_name[name].url

    def _serve(self, path: str) -> Response:
        asset = self._by_url.get(f"/static/{path}")
        if asset is None:
            abort(404)
        response = Response(asset.body, mimetype=asset.kind)
        response.headers["Cache-Control"] = FOREVER
        return response


def minified(script: bytes) -> bytes:
    """Return a script as it is served: without comments, types and spaces, but with its license (`/*! ... */`).

    No name changes. tests/web/test_sent_scripts.py compares the syntax trees of the source and the served script.
    """
    return bytes(rjsmin.jsmin(script, keep_bang_comments=True))


def squeeze(body: bytes) -> bytes:
    """Compress with gzip without a timestamp, so that equal input gives equal bytes."""
    return gzip.compress(body, compresslevel=6, mtime=0)
