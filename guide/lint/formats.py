"""Problems as text, as JSON, or as annotations of a GitHub workflow."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from guide.model.problems import Problem


def text(problems: Iterable[Problem]) -> str:
    return "\n".join(map(str, problems))


def as_json(problems: Iterable[Problem]) -> str:
    return json.dumps([asdict(problem) for problem in problems], indent=1, ensure_ascii=False)


def github(problems: Iterable[Problem]) -> str:
    return "\n".join(
        f"::{problem.severity} file={problem.path},line={problem.line},title={problem.code}::"
        + _escaped(f"{problem.message}; {problem.fix}")
        for problem in problems
    )


def _escaped(message: str) -> str:
    return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


FORMATS = {"text": text, "json": as_json, "github": github}
