"""What all commands share: where the files are, how the content is read, and how faults are told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from pathlib import Path

import click

from guide import config
from guide.cli.options import CommandError
from guide.config import ConfigError, Settings
from guide.loader.content import load
from guide.model.content import Library
from guide.model.problems import ContentError, Problem

FAULTY = 1


class Commands(click.Group):
    """A group whose commands end with every fault and the exit status 1 where a file of ours cannot be used."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except ContentError as faults:
            tell(faults.problems)
            ctx.exit(FAULTY)


def root() -> Path:
    return config.root()


def translations() -> Path:
    return root() / "translations"


def library() -> Library:
    """The content; raises ContentError."""
    return load(root() / "content")


def tell(problems: Iterable[Problem]) -> None:
    for problem in problems:
        click.echo(problem, err=True)


def settings(address: str = "", today: dt.date | None = None, notice: bool = True) -> Settings:
    """The settings of the site; ends the command where one cannot be used."""
    try:
        return Settings.from_environment(address, today, notice)
    except ConfigError as error:
        raise CommandError(str(error)) from None


def failing_pages(today: dt.date, known: Collection[Problem]) -> list[Problem]:
    """What is wrong with the pages of this day, and is not `known` yet. Imports Flask, and takes seconds."""
    from guide.web import create_app
    from guide.web.page_check import problems

    try:
        return list(problems(create_app(settings(today=today, notice=False))))
    except ContentError as faults:
        return [problem for problem in faults.problems if problem not in known]
