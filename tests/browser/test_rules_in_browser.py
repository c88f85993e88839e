"""The script's rules pass the same test vectors as the rules in Python."""

import json
from pathlib import Path

from support.scripts import script

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "rules.json").read_text("utf-8"))


def run(open_page, app):
    page = open_page("/en/questions")
    return page.evaluate(script("run_vectors"), [app.extensions["state"].assets.url("js/rules.mjs"), VECTORS])


def test_every_vector_holds_in_the_browser(open_page, app):
    found = run(open_page, app)
    for case, said in zip(VECTORS["rules"], found["rules"], strict=True):
        assert said["holds"] is case["holds"], case["name"]
        assert said["deciding"] == case["deciding"], case["name"]
    for case, said in zip(VECTORS["outcomes"], found["outcomes"], strict=True):
        assert said == case["outcome"], case["name"]
    for case, said in zip(VECTORS["walks"], found["walks"], strict=True):
        assert said == {"asked": case["asked"], "answers": case["kept"]}, case["name"]
