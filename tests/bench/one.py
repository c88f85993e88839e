"""Measure one guide in a process of its own: `python -m bench.one FOLDER` prints JSON, in seconds and MB."""

import contextlib
import io
import json
import os
import resource
import sys
import time
from pathlib import Path
from statistics import median

from support.day import TODAY

RENDERED = ("/questions", "/explain", "/questions/today.html", "/questions/old.html")


def main(folder):
    """Print what each step takes."""
    os.environ["GUIDE_ROOT"] = folder
    from guide.cli.check import check
    from guide.config import Settings, StoppedClock
    from guide.engine.explain import explain
    from guide.loader.content import load
    from guide.web import create_app
    from guide.web.server.site import known
    from guide.web.server.wsgi import FORM, Request, call

    seconds = {}
    load(Path(folder) / "content")  # imports and caches
    said = io.StringIO()
    quiet = contextlib.redirect_stdout(said), contextlib.redirect_stderr(io.StringIO())

    def checked():
        with contextlib.suppress(SystemExit):
            check(["--today", TODAY.isoformat()], standalone_mode=False)

    with quiet[0], quiet[1]:
        seconds["check"], _ = least(checked)
    seconds["errors"] = said.getvalue().strip().splitlines()[-1]
    seconds["start"], app = least(lambda: create_app(Settings(Path(folder), StoppedClock(TODAY))))
    seconds["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    singles = [path for path in known(app).singles if path.endswith(RENDERED)]
    call(app, Request("GET", "/en/"))
    begun = time.perf_counter()  # once: later pages find texts that are made
    for path in singles:
        assert call(app, Request("GET", path)).status == 200, path
    seconds["render"] = time.perf_counter() - begun
    library = app.extensions["state"].library
    answers = {question.id: (question.options[0].id,) for question in library.questions}
    body = "&".join(f"{id}={option}" for id, (option,) in answers.items()).encode()
    seconds["explain"] = median(each(lambda: explain(library, answers), 400))
    post = Request("POST", "/en/result", headers=[("content-type", FORM)], body=body)
    seconds["result"] = median(each(lambda: call(app, post), 10)) if call(app, post).status == 200 else float("nan")
    seconds["pages"] = len(singles)
    print(json.dumps(seconds))


def least(call):
    """Return the shortest time that a call took, and what it returned: it is called five times, or for 12 seconds."""
    taken, begun = [], time.perf_counter()
    while len(taken) < 5 and time.perf_counter() - begun < 12:
        start = time.perf_counter()
        given = call()
        taken.append(time.perf_counter() - start)
    return min(taken), given


def each(call, times):
    """Return how long each of these calls takes; the first is not counted."""
    taken = []
    for _ in range(times + 1):
        start = time.perf_counter()
        call()
        taken.append(time.perf_counter() - start)
    return taken[1:]


if __name__ == "__main__":
    main(sys.argv[1])
