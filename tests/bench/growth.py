"""How time and memory grow with findings, questions and languages, and what `explain` costs for the real content."""

import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.generated import site
from bench.tables import table

TIMES = (1, 10, 100)
# How many are added at 1x: 100x is more than thirty times the findings, and forty times the questions, of today.
ADDED = {"findings": 10, "questions": 10, "languages": 1}
STEPS = ("check", "start", "render", "explain", "result", "memory")
AT_MOST = 400  # seconds for one guide
GOAL = 1.15
NOTE = """The real guide in English, and what is added to it. *check*: all of `guide check`. *start*: `create_app`.
Of both the least of five times. *render*: 4 pages in each language. *result*: `POST /en/result` with every question
answered, the median of ten. *memory*: the most that the process had. *slope*: log time over log size from 10x to 100x
of what is added, without what the real guide costs; the goal is below 1.15. It is left out (–) where nothing grew by
more than noise."""


def measure():
    """Return the table of growth, as Markdown."""
    asked = [{}, *({kind: number * times} for kind, number in ADDED.items() for times in TIMES)]
    base, *every = (measured(**added) for added in asked)
    rows = [_row("the real guide, in English", base)]
    for kind, number in ADDED.items():
        seen, every = every[: len(TIMES)], every[len(TIMES) :]
        rows += [_row(f"+ {number * times} {kind} ({times}x)", one) for times, one in zip(TIMES, seen, strict=True)]
        rows.append([f"**slope for {kind}**", *(_slope(step, base, *seen[1:]) for step in STEPS)])
    explain = base["explain"] * 1000 if base else math.nan
    head = ["guide", *(f"{step}, MB" if step == "memory" else f"{step}, ms" for step in STEPS)]
    said = f"`explain` of the real content, every question answered: **{explain:.2f} ms** (goal: below 1 ms)."
    return f"{NOTE}\n\n{table('Growth', head, rows)}\n\n{said}"


def measured(**added):
    """Measure a guide in a process of its own; None if that takes too long."""
    with tempfile.TemporaryDirectory() as folder:
        guide = site(Path(folder) / "guide", **added)
        command = [sys.executable, "-m", "bench.one", str(guide)]
        try:
            ended = subprocess.run(command, capture_output=True, text=True, timeout=AT_MOST, check=False)
        except subprocess.TimeoutExpired:
            return None
    if ended.returncode:
        raise SystemExit(f"{added}: {ended.stderr[-2000:]}")
    return json.loads(ended.stdout.splitlines()[-1])


def _row(name, one):
    if one is None:
        return [name, *[f"over {AT_MOST} s in all"] * len(STEPS)]
    shown = [f"{one[step]:.0f}" if step == "memory" else f"{one[step] * 1000:,.2f}" for step in STEPS]
    return [name, *(text.removesuffix(".00") for text in shown)]


def _slope(step, base, ten, hundred):
    """The slope between 10x and 100x of what is added, marked when it is beyond the goal."""
    if not (base and ten and hundred):
        return "?"
    small, large = ten[step] - base[step], hundred[step] - base[step]
    if large < base[step] / 2 or small <= 0:
        return "–"
    slope = math.log10(large / small)
    return f"{slope:.2f}" if slope < GOAL else f"**{slope:.2f}**"
