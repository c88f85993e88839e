"""The kit opened from a file: a whole walk, with no request and nothing kept."""

import json

import pytest
from support.answer_sets import EVERYTHING
from support.browser_steps import expected
from support.engines.steps import CURRENT, MOST, VERDICTS

from guide.engine.explain import explain
from guide.web.kit import made

RESULT = "document.querySelector('[data-piece=result]')"
KEPT = "[document.cookie, localStorage.length + sessionStorage.length]"
TICK = 'document.querySelector(`[name="QUESTION"][value="OPTION"]`).click()'


@pytest.fixture
def kit(running, app, tmp_path, lang):
    """A fresh browser with the kit."""
    with app.app_context():
        path = tmp_path / made.file_name((lang,))
        path.write_bytes(made.kit((lang,)).body)
    running.fresh([path.as_uri()])
    running.goto(path.as_uri())
    return running


def test_a_kit_from_a_file_finishes_a_walk_and_asks_nobody(kit, library):
    asked = []
    while len(asked) < MOST and kit.run(f"!{RESULT}"):
        asked.append(kit.run(CURRENT))
        for option in EVERYTHING.get(asked[-1], ()):
            kit.run(TICK.replace("QUESTION", asked[-1]).replace("OPTION", option))
        kit.run("document.querySelector('[data-move=next]').click()")
    given = {id: EVERYTHING[id] for id in asked if id in EVERYTHING}
    verdicts = {name: each for name, each in expected(explain(library, given)).items() if name.startswith("today/")}
    assert dict(kit.run(VERDICTS)) == verdicts
    assert json.loads(kit.run(f"JSON.stringify({KEPT})")) == ["", 0]
    assert kit.run("document.querySelectorAll('#held a[href^=\"tel:\"]').length") > 50
    assert kit.elsewhere() == []
