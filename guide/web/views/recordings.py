"""Serves recordings from disk with range requests, which Safari requires."""

from __future__ import annotations

from pathlib import Path, PurePath

from flask import Blueprint, Response, abort, send_file

from guide.engine.recordings import recorded
from guide.loader.recordings import KINDS
from guide.model.content import Library
from guide.model.recording import Recording
from guide.web.assets import FOREVER


def address(audio: Recording) -> str:
    """Return the URL of a recording, with its content hash, so that caches never become stale."""
    path = PurePath(audio.file)
    return f"/static/audio/{path.with_suffix('')}.{audio.digest}{path.suffix}"


def blueprint(library: Library, folder: Path) -> Blueprint:
    """Return the route of the recordings in `folder`; only those that the content refers to are served."""
    by_url: dict[str, Recording] = {
        address(audio): audio for _, item in recorded(library) for audio in item.audio.values()
    }
    made = Blueprint("recordings", __name__)

    @made.get("/static/audio/<path:path>")
    def serve(path: str) -> Response:
        audio = by_url.get(f"/static/audio/{path}")
        if audio is None:
            abort(404)
        kind = KINDS[PurePath(audio.file).suffix]
        response = send_file(folder / audio.file, mimetype=kind, conditional=True, etag=False)
        response.headers["Cache-Control"] = FOREVER
        return response

    return made
