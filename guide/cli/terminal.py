"""Shared code of the commands: paths, loading the content, and printing problems."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from guide import config
from guide.cli.options import CommandError
from guide.config import ConfigError, Settings
from guide.model.problems import ContentError, Problem

if TYPE_CHECKING:
    from guide.model.content import Library

HAS_PROBLEMS = 1
Step = TypeVar("Step")


class Commands(click.Group):
    """A group whose commands print every problem and end with exit status 1 on ContentError."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except ContentError as error:
            print_problems(error.problems)
            ctx.exit(HAS_PROBLEMS)


def root() -> Path:
    return config.root()


def translations() -> Path:
    return root() / "translations"


def library() -> Library:
    """Load the content. Raises ContentError."""
    from guide.loader.content import load  # not all commands read it, and it imports much

    return load(root() / "content")


def print_problems(problems: Iterable[Problem]) -> None:
    for problem in problems:
        click.echo(problem, err=True)


def progress(steps: Iterable[Step], length: int, label: str) -> AbstractContextManager[Iterable[Step]]:
    """Return a progress bar on standard error: shown on a terminal only, and quiet in a pipe."""
    return click.progressbar(steps, length=length, label=label, file=sys.stderr, hidden=not sys.stderr.isatty())


def settings(address: str = "", today: dt.date | None = None, notice: bool = True) -> Settings:
    """Return the settings of the site. Raises CommandError if one is invalid."""
    try:
        return Settings.from_environment(address, today, notice)
    except ConfigError as error:
        raise CommandError(str(error)) from None


def failing_pages(settings: Settings, known: Collection[Problem]) -> list[Problem]:
    """Render all pages and return the problems that are not `known` yet. Imports Flask, and takes seconds."""
    from guide.web import create_app
    from guide.web.page_check import problems

    try:
        return list(problems(create_app(settings)))
    except ContentError as error:
        return [problem for problem in error.problems if problem not in known]
