"""Keeps parts of posted pages that are the same for every visitor, so that each is rendered once at each place.

A key names content, never answers. What depends on answers is rendered anew each time.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from guide.engine.explain import Outcome, OutcomeKind, Verdict
from guide.web.urls import Where

MOST_PLACES = 24
HOLE = Markup("\x00reasons\x00")
Parts = dict[Hashable, Markup]


@dataclass(frozen=True)
class BareOutcome:
    """An outcome without its reasons: what is kept of a line has a hole where they are."""

    verdict: Verdict
    kind: OutcomeKind
    hole: Markup = HOLE


def bare(outcome: Outcome) -> BareOutcome:
    return BareOutcome(outcome.verdict, outcome.kind)


class Kept:
    """The parts of each place, of one day; of the places that were asked for last."""

    def __init__(self) -> None:
        self._places: OrderedDict[Hashable, Parts] = OrderedDict()
        self._lock = threading.Lock()

    def parts(self, where: Where, day: dt.date) -> Parts:
        """Return the parts that are kept at a place on this day, to read and to add to."""
        key = where, day
        with self._lock:
            parts = self._places.setdefault(key, {})
            self._places.move_to_end(key)
            if len(self._places) > MOST_PLACES:
                self._places.popitem(last=False)
        return parts


def keeper(
    parts: Parts | None, language: Callable[[], str], making: Callable[[], AbstractContextManager[None]] = nullcontext
) -> Callable[..., Markup]:
    """Return the function that calls a macro, or returns what it returned for the same key.

    Without `parts` nothing is kept. `language` tells in which language a part is rendered just now, and `making` is
    called around each macro.
    """

    def kept(key: Hashable, macro: Callable[..., Markup], *given: Any) -> Markup:
        if parts is None:
            return macro(*given)
        whole = language(), key
        if (part := parts.get(whole)) is None:
            with making():
                part = parts[whole] = macro(*given)
        return part

    return kept
