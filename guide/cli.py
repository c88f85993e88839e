"""The command line: one thin command each."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import click

from guide import asset_names, clock, hsds, terminal
from guide.content import read_answers
from guide.explain import APPLIES, MAY_APPLY, Explanation, explain
from guide.folder import ContentFaults
from guide.freshness import Age, age
from guide.graph import mermaid
from guide.handouts import handout
from guide.help_diff import proposals, read_table
from guide.i18n import Catalogue, catalogues
from guide.lint import all as lint
from guide.lint.dates import overdue_findings
from guide.lint.launch import before_launch
from guide.lint.report import FORMATS
from guide.lint.translated import translations
from guide.model import Finding, Guideline, Library
from guide.options import (
    UNUSABLE,
    Day,
    Refused,
    today_option,
)
from guide.prose import plain
from guide.serving import serve
from guide.status import status_on
from guide.terminal import Commands
from guide.translate_commands import translate


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Know the Guidelines: a plain-language guide that keeps nothing about anybody.

    GUIDE_ROOT names the folder of content/, translations/ and static/ when it is not the checkout.
    """


@main.command("explain")
@click.argument("answers", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--lang", default="en", show_default=True, help="The language of the text.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--on", type=Day(), help="Tell which sets were in use on this day.")
@today_option
def explain_command(answers: Path, lang: str, form: str, on: dt.date | None, today: dt.date | None) -> None:
    """Tell what the guide shows for the answers in a file.

    ANSWERS is a YAML mapping of question ids to an option id, or a list of option ids.
    """
    library = terminal.library()
    if lang not in library.languages:
        click.echo(f"There is no language `{lang}`; use one of: {', '.join(library.languages)}", err=True)
        raise SystemExit(UNUSABLE)
    try:
        explanation = explain(library, read_answers(answers, library))
    except ContentFaults as faults:
        terminal.tell(faults.problems)
        raise SystemExit(UNUSABLE) from None
    today = today or clock.today()
    late = [finding for _, finding in overdue_findings(library, today)]
    if form == "json":
        data = as_data(library, explanation, on, late) | _age_as_data(age(library, today))
        click.echo(json.dumps(data, indent=2, ensure_ascii=False))
    else:
        texts = catalogues(terminal.translations(), library.languages)[lang]
        late = _tell_age(texts, age(library, today), late)
        _tell_in_words(library, explanation, texts, on, late)


def _status(library: Library, guideline: Guideline, on: dt.date | None) -> str:
    return status_on(guideline, on, library.site.checked_through) if on else guideline.status


def as_data(library: Library, explanation: Explanation, on: dt.date | None, late: list[Finding]) -> dict[str, object]:
    """The result as data, with the ids of the content; `on` is the day whose rules are asked for."""
    return {
        "checked_through": library.site.checked_through.isoformat(),
        **({"on": on.isoformat()} if on else {}),
        "guidelines": {
            id: {
                "status": _status(library, guideline, on),
                "applies": explanation.ids(id, APPLIES),
                "may_apply": explanation.ids(id, MAY_APPLY),
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


def _tell_age(catalogue: Catalogue, age: Age, late: list[Finding]) -> list[Finding]:
    """Says once that nobody has checked the guide; gives the findings that still say so themselves."""
    if age.since is None:
        return late
    words = catalogue.gettext("Nobody has checked this guide since %(date)s. Call before you rely on it.")
    click.echo(words % {"date": catalogue.date(age.since)})
    return []


STATUS_WORDS = {
    "in-use": "In use",
    "not-in-use": "Not in use",
    "paused": "Stopped by a court",
    "not-known": "Not known",
}


def _tell_in_words(
    library: Library, explanation: Explanation, catalogue: Catalogue, on: dt.date | None, late: list[Finding]
) -> None:
    say = catalogue.gettext
    headings = {APPLIES: say("Applies"), MAY_APPLY: say("May apply")}
    for guideline in library.guidelines.values():
        findings = {finding.id: finding for finding in guideline.findings}
        status = _status(library, guideline, on)
        words = f"{catalogue.date(on)}: {say(STATUS_WORDS[status])}" if on else say(library.site.statuses[status])
        click.echo(f"\n{say(guideline.title)} ({words})")
        for holds, heading in headings.items():
            for id in explanation.ids(guideline.id, holds):
                click.echo(f"  {heading}: {plain(say(findings[id].title))}  [{id}]")
                if findings[id] in late:
                    since = catalogue.date(findings[id].reviewed)
                    click.echo("    " + say("We have not checked this since %(date)s.") % {"date": since})


@main.command()
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@click.option("--launch", is_flag=True, help="List what no person has reviewed yet.")
@click.option("--pages", is_flag=True, help="Make each page of each language once, too.")
@today_option
def check(form: str, launch: bool, pages: bool, today: dt.date | None) -> None:
    """Check the content and its translations: every problem with its file, its line and a remedy.

    Exit status 1 where there is an error, 0 where there are only warnings.
    """
    today = today or clock.today()
    try:
        library = terminal.library()
        if launch:
            click.echo("\n".join(before_launch(library, today)))
            return
        catalogs = translations(terminal.translations(), library)
    except ContentFaults as faults:
        click.echo(FORMATS[form](faults.problems), err=form == "text")
        raise SystemExit(terminal.FAULTY) from None
    found = [
        *lint.problems(library, catalogs, today),
        *asset_names.missing(terminal.root() / "static", library.languages),
    ]
    if pages:
        found += terminal.failing_pages(today, found)
    if form != "text":
        click.echo(FORMATS[form](found))
    else:
        terminal.tell(found)
        click.echo("\n".join(lint.figures(library, catalogs)))
        if pages:
            click.echo(f"each page was made once in {len(library.languages)} languages")
        errors = sum(problem.severity == "error" for problem in found)
        click.echo(f"{errors} errors, {len(found) - errors} warnings")
    raise SystemExit(1 if any(problem.severity == "error" for problem in found) else 0)


@main.command()
def graph() -> None:
    """Draw the questions and the findings that look at them, as Mermaid text."""
    click.echo(mermaid(terminal.library()))


@main.command("help-export")
@click.argument("out", type=click.Path(path_type=Path))
def help_export(out: Path) -> None:
    """Write the legal help as Open Referral HSDS 3.0 (a JSON package) to the file OUT."""
    library = terminal.library()
    try:
        out.write_text(json.dumps(hsds.package(library), indent=1, ensure_ascii=False) + "\n", "utf-8")
    except OSError as error:
        raise Refused(f"{out} cannot be written: {error.strerror}") from None
    click.echo(f"{len(library.helpers)} organizations in {out}")


@main.command("help-diff")
@click.argument("table", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def help_diff(table: Path) -> None:
    """Compare a CSV table of providers (name, phone, url, email, state, court, languages) with ours. Never writes.

    Each line is a proposed change for a person to accept after a look at the provider's own page.
    """
    library = terminal.library()
    try:
        rows = read_table(table)
    except (OSError, ValueError) as error:
        raise Refused(f"{table}: {error}") from None
    for line in proposals(library, rows):
        click.echo(line)


main.add_command(handout)
main.add_command(serve)
main.add_command(translate)
