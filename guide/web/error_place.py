"""Describes an exception for logs: its type and its place in our code, never its message."""

from __future__ import annotations

import traceback

OURS = "/guide/"


def error_place(error: BaseException | None) -> str:
    """Return the type of an exception and the lines of our code in its traceback, the innermost first.

    The message may contain data of a visitor, so it is omitted.
    """
    if error is None:
        return "no error"
    # Without the text of the lines: to read it would open files at a visit.
    trace = traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__), lookup_lines=False)
    ours = [frame for frame in trace if OURS in frame.filename]
    places = (f"{frame.filename.rpartition(OURS)[2]}:{frame.lineno}" for frame in reversed(ours))
    return f"{type(error).__name__} at {' < '.join(places)}"
