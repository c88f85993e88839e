"""What was tested for accessibility, as the test runs wrote it down (accessibility.yaml)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from guide.model.placed import Placed


@dataclass(frozen=True)
class Run(Placed):
    """One tool in one browser, on one day."""

    tool: str
    version: str
    engine: str  # the browser and its version
    date: dt.date
    pages: int
    found: int  # the problems that the tool named
    templates: str  # the fingerprint of the templates that made the pages


@dataclass(frozen=True)
class Engine(Placed):
    """A browser in which the tests did what readers do, on one day."""

    name: str
    version: str
    date: dt.date
    tasks: int
    passed: int  # the tasks that worked in each language that was tried
    templates: str  # the fingerprint of the templates that made the pages


@dataclass(frozen=True)
class Audit(Placed):
    """The last run of each tool and in each browser."""

    runs: tuple[Run, ...] = ()
    engines: tuple[Engine, ...] = ()
