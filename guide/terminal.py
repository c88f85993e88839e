"""What all commands share: where the files are, how the content is read, and how faults are told."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable
from pathlib import Path

import click

from guide.content import load
from guide.fields import Problem
from guide.folder import ContentFaults
from guide.model import Library

CHECKOUT = Path(__file__).resolve().parents[1]


def root() -> Path:
    return Path(os.environ.get("GUIDE_ROOT", CHECKOUT)).resolve()


def library() -> Library:
    """The content; ends the command with every fault in it and the exit status 1."""
    try:
        return load(root() / "content")
    except ContentFaults as faults:
        tell(faults.problems)
        raise SystemExit(1) from None


def tell(problems: Iterable[Problem]) -> None:
    for problem in problems:
        click.echo(problem, err=True)


def now() -> dt.date:
    return dt.datetime.now(dt.UTC).date()
