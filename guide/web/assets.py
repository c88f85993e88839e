"""Static files, read once and named by their content hash, so that caches never become stale."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import rcssmin
import rjsmin
from flask import Blueprint, Response, abort

from guide.web import joined_scripts, sheets
from guide.web.asset_names import IMPORT

HASH_LETTERS = 7  # long enough to avoid collisions, short because each page contains many names
MINIFIED = "minified/"
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
        ready = {name: body for name, body in self._written.items() if name.startswith(MINIFIED)}
        sent = {name: _as_sent(name, body, ready) for name, body in sorted(files.items()) if name not in ready}
        urls = {name: _url(name, sent) for name in sent}
        for name, body in sent.items():
            kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
            self._by_name[name] = Asset(urls[name], kind, _with_urls(name, body, urls))
        self._by_url = {asset.url: asset for asset in self._by_name.values()}

    @classmethod
    def of(cls, files: Mapping[str, bytes], made: Mapping[str, bytes], languages: Collection[str]) -> Assets:
        """Build the assets from the static `files` and the generated ones `made`, with joined sheets and scripts.

        `languages`: the codes of those that the site has.
        """
        return cls(joined_scripts.with_groups(sheets.joined({**files, **made}, languages)), files)

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

    def _serve(self, path: str) -> Response:
        asset = self._by_url.get(f"/static/{path}")
        if asset is None:
            abort(404)
        response = Response(asset.body, mimetype=asset.kind)
        response.headers["Cache-Control"] = FOREVER
        return response


def _as_sent(name: str, body: bytes, ready: Mapping[str, bytes]) -> bytes:
    if name.endswith((".mjs", ".js")):
        mark, _, short = ready.get(MINIFIED + name.rpartition("/")[2], b"").partition(b"\n")
        return short if mark == made_from(body) else minified(body)
    return rcssmin.cssmin(body) if name.endswith(".css") else body


def _with_urls(name: str, body: bytes, urls: Mapping[str, str]) -> bytes:
    """Return a module with the URLs of what it imports."""
    return IMPORT.sub(lambda found: urls[_beside(name, found)].encode(), body) if _imported(name, body) else body


def _url(name: str, sent: Mapping[str, bytes]) -> str:
    """Return the URL of a file: it is named after its content, and that of all that it imports, also in circles."""
    reached = {name: sent[name]}
    while found := {each for of in reached for each in _imported(of, reached[of])} - set(reached):
        reached |= {each: sent[each] for each in found}
    digest = hashlib.sha256(sent[name])
    for each in sorted(set(reached) - {name}):
        digest.update(each.encode() + reached[each])
    stem, _, ending = name.rpartition(".")
    return f"/static/{stem}.{digest.hexdigest()[:HASH_LETTERS]}.{ending}"


def _imported(name: str, body: bytes) -> list[str]:
    return [_beside(name, found) for found in IMPORT.finditer(body)] if name.endswith("js") else []


def _beside(name: str, found: re.Match[bytes]) -> str:
    """Return the name of the file in the same folder that an import names."""
    return f"{name.rpartition('/')[0]}/{found[1].decode()}"


def made_from(script: bytes) -> bytes:
    """Return the first line of a file in static/minified: it names the script that the file was made from."""
    return b"// " + hashlib.sha256(script).hexdigest()[:16].encode()


def minified(script: bytes) -> bytes:
    """Return a script without comments, types and spaces, but with its license (`/*! ... */`); no name changes.

    For scripts that are made at startup or were changed since `make minified-scripts`.
    """
    return bytes(rjsmin.jsmin(script, keep_bang_comments=True))


def squeeze(body: bytes) -> bytes:
    """Compress with gzip without a timestamp, so that equal input gives equal bytes."""
    return gzip.compress(body, compresslevel=6, mtime=0)
