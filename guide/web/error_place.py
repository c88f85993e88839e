"""How an error is told in a log: by its kind and its place in our code, never by its message."""

from __future__ import annotations

import traceback

OURS = "/guide/"


def error_place(error: BaseException | None) -> str:
    """The kind of an error and the lines of our code that led to it, the innermost first.

    The message of an exception may hold what somebody sent, so it is left out.
    """
    if error is None:
        return "no error"
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if OURS in frame.filename]
    places = (f"{frame.filename.rpartition(OURS)[2]}:{frame.lineno}" for frame in reversed(ours))
    return f"{type(error).__name__} at {' < '.join(places)}"
