"""`guide explain`: prints the result for the answers in a file."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import click

from guide import clock
from guide.cli import terminal
from guide.cli.options import UNUSABLE, Day, today_option
from guide.engine.explain import Explanation, Verdict, explain
from guide.engine.status import status_on
from guide.html.markdown import plain
from guide.i18n.catalogs import LanguageCatalog, catalogs
from guide.legal_help.freshness import Age, age
from guide.lint.review_dates import overdue_findings
from guide.loader.content import read_answers
from guide.model.content import Finding, Guideline, Library
from guide.model.problems import ContentError


@click.command("explain")
@click.argument("answers", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--lang", default="en", show_default=True, help="The language of the text.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--on", type=Day(), help="Print which sets were in use on this date.")
@today_option
def explain_command(answers: Path, lang: str, form: str, on: dt.date | None, today: dt.date | None) -> None:
    """Print the result for the answers in a file.

    ANSWERS is a YAML mapping of question ids to an option id, or a list of option ids.
    """
    library = terminal.library()
    if lang not in library.languages:
        click.echo(f"unknown language `{lang}`; use one of: {', '.join(library.languages)}", err=True)
        raise SystemExit(UNUSABLE)
    try:
        explanation = explain(library, read_answers(answers, library))
    except ContentError as error:
        terminal.print_problems(error.problems)
        raise SystemExit(UNUSABLE) from None
    today = today or clock.today()
    late = [finding for _, finding in overdue_findings(library, today)]
    if form == "json":
        data = as_data(library, explanation, on, late) | _age_as_data(age(library, today))
        click.echo(json.dumps(data, indent=2, ensure_ascii=False))
    else:
        texts = catalogs(terminal.translations(), library.languages)[lang]
        late = _print_age(texts, age(library, today), late)
        _print_text(library, explanation, texts, on, late)


def _status(library: Library, guideline: Guideline, on: dt.date | None) -> str:
    return status_on(guideline, on, library.site.checked_through) if on else guideline.status


def as_data(library: Library, explanation: Explanation, on: dt.date | None, late: list[Finding]) -> dict[str, object]:
    """Return the result as data, with the ids of the content; `on` is the date of the status of each set."""
    return {
        "checked_through": library.site.checked_through.isoformat(),
        **({"on": on.isoformat()} if on else {}),
        "guidelines": {
            id: {
                "status": _status(library, guideline, on),
                "applies": explanation.ids(id, Verdict.APPLIES),
                "may_apply": explanation.ids(id, Verdict.MAY_APPLY),
            }
            for id, guideline in library.guidelines.items()
        },
        "reasons": {
            f"{id}/{finding}": {
                "kind": outcome.kind,
                "because": {question: list(ticked) for question, ticked in outcome.because.items()},
                "skipped": list(outcome.skipped),
            }
            for id, outcomes in explanation.outcomes.items()
            for finding, outcome in outcomes.items()
        },
        "reviews": list(explanation.reviews),
        "overdue": [
            f"{id}/{finding.id}"
            for id, guideline in library.guidelines.items()
            for finding in guideline.findings
            if finding in late and finding.id in explanation.outcomes[id]
        ],
    }


def _age_as_data(age: Age) -> dict[str, object]:
    return {"unchecked_since": age.since.isoformat() if age.since else None}


def _print_age(catalog: LanguageCatalog, age: Age, late: list[Finding]) -> list[Finding]:
    """Print one note if the whole guide is overdue. Return the findings that need their own note."""
    if age.since is None:
        return late
    words = catalog.gettext("Nobody has checked this guide since %(date)s. Call before you rely on it.")
    click.echo(words % {"date": catalog.date(age.since)})
    return []


STATUS_WORDS = {
    "in-use": "In use",
    "not-in-use": "Not in use",
    "paused": "Stopped by a court",
    "not-known": "Not known",
}


def _print_text(
    library: Library, explanation: Explanation, catalog: LanguageCatalog, on: dt.date | None, late: list[Finding]
) -> None:
    gettext = catalog.gettext
    headings = {Verdict.APPLIES: gettext("Applies"), Verdict.MAY_APPLY: gettext("May apply")}
    for guideline in library.guidelines.values():
        findings = {finding.id: finding for finding in guideline.findings}
        status = _status(library, guideline, on)
        words = f"{catalog.date(on)}: {gettext(STATUS_WORDS[status])}" if on else gettext(library.site.statuses[status])
        click.echo(f"\n{gettext(guideline.title)} ({words})")
        for verdict, heading in headings.items():
            for id in explanation.ids(guideline.id, verdict):
                click.echo(f"  {heading}: {plain(gettext(findings[id].title))}  [{id}]")
                if findings[id] in late:
                    since = catalog.date(findings[id].last_checked)
                    click.echo("    " + gettext("We have not checked this since %(date)s.") % {"date": since})
