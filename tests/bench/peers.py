"""Peers on the same work: our questions in SurveyJS and in govuk-frontend, and our page, in Chromium on a slow phone.

The packages are fetched from npm when this runs, and nothing of them is kept in the repository. nginx serves the peers
in gzip. What they show as a result is the text of ours: they have no rules of this kind.
"""

import contextlib
import html
import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from support.browser_steps import result_on_device
from support.fake_library import real
from support.serving import serving, until

from bench.load import middle, nginx
from bench.tables import table

PACKAGES = ("survey-core@2.5.38", "survey-js-ui@2.5.38", "govuk-frontend@6.6.0")
ANSWERS = {"held": ["yes"]}
SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}  # bytes a second
SLOWER, ROUNDS, WITHIN = 4, 3, 120_000
GZIP = "gzip on; gzip_comp_level 6; gzip_types text/css application/javascript; types { text/html html; text/css css; "
GZIP += "application/javascript js mjs; font/woff2 woff2; image/svg+xml svg; }"
FIRST = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Questions</title>{head}<body>{body}</body></html>"""
SURVEY = """<link rel="stylesheet" href="survey-core/survey-core.fontless.min.css">
<script src="survey-core/survey.core.min.js"></script><script src="survey-js-ui/survey-js-ui.min.js"></script>"""
GOVUK = '<link rel="stylesheet" href="govuk/govuk-frontend.min.css">'
RUN = """const survey = new Survey.Model(QUESTIONS); survey.render(document.getElementById("survey"));
window.survey = survey;"""


def measure():
    """Return the table of peers, as Markdown."""
    with tempfile.TemporaryDirectory() as name, serving(prepare=True) as served:
        folder = Path(name)
        until(lambda: served.get("/en/questions", accept_encoding="br")[1].get("content-encoding") == "br", 300)
        until(
            lambda: served.get("/en/questions/old.html", accept_encoding="br")[1].get("content-encoding") == "br", 300
        )
        said = re.search(rb"(?s)<main.*?</main>", served.post("/en/result")[2])[0].decode()
        root = _peers(folder, said)
        with nginx(folder / "nginx", root, GZIP) as other, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"))
            sites = {
                "the guide": (f"http://127.0.0.1:{served.port}/en/questions", "#guide input", _ours),
                "govuk-frontend 6.6.0, without script": (f"{other}/govuk.html", "input", _govuk),
                "SurveyJS 2.5.38": (f"{other}/survey.html", "input", _survey),
            }
            rows = [[name, *_row(browser, *site)] for name, site in sites.items()]
            browser.close()
    head = ["site", "requests", "KB until the first answer is possible", "KB in all", "first paint, ms",
            "first answer possible, ms", "result, ms after the navigation"]  # fmt: skip
    title = "Our questions at 400 kbit/s and 400 ms, processor 4 times slower, cold cache, median of 3"
    return table(title, head, rows)


def _peers(folder, result):
    """Write the pages of the peers, and fetch their packages; return the root for nginx."""
    command = ["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--no-save", "--ignore-scripts"]
    subprocess.run([*command, "--loglevel", "error", *PACKAGES], check=True, capture_output=True)
    root = folder / "root"
    for name in ("survey-core", "survey-js-ui"):
        shutil.copytree(folder / "node_modules" / name, root / name)
    govuk = folder / "node_modules" / "govuk-frontend" / "dist" / "govuk"
    shutil.copytree(govuk, root / "govuk")
    shutil.copytree(govuk / "assets", root / "assets")
    questions = real().questions
    fields = "".join(_fieldset(question) for question in questions)
    button = '<button class="govuk-button">Go</button>'
    form = f'<form action="result.html" class="govuk-width-container">{fields}{button}</form>'
    (root / "govuk.html").write_text(PAGE.format(head=GOVUK, body=form), "utf-8")
    (root / "result.html").write_text(PAGE.format(head=GOVUK, body=f"<div id=result>{result}</div>"), "utf-8")
    survey = {"pages": [{"elements": [_element(question)]} for question in questions]}
    survey["completedHtml"] = f"<div id=result>{result}</div>"
    (root / "run.js").write_text(RUN.replace("QUESTIONS", json.dumps(survey)), "utf-8")
    body = '<div id="survey"></div><script src="run.js"></script>'
    (root / "survey.html").write_text(PAGE.format(head=SURVEY, body=body), "utf-8")
    return root


def _fieldset(question):
    kind, button = ("checkboxes", "checkbox") if question.many else ("radios", "radio")
    items = ""
    for option in question.options:
        id = f"{question.id}-{option.id}"
        items += (
            f'<div class="govuk-{kind}__item"><input class="govuk-{kind}__input" type="{button}" id="{id}" '
            f'name="{question.id}" value="{option.id}">'
            f'<label class="govuk-label govuk-{kind}__label" for="{id}">{html.escape(option.label)}</label></div>'
        )
    legend = f'<legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{html.escape(question.ask)}</legend>'
    return f'<fieldset class="govuk-fieldset">{legend}<div class="govuk-{kind}">{items}</div></fieldset>'


def _element(question):
    choices = [{"value": option.id, "text": option.label} for option in question.options]
    kind = "checkbox" if question.many else "radiogroup"
    return {"type": kind, "name": question.id, "title": question.ask, "choices": choices}


def _row(browser, url, field, finish):
    """Visit a site some times; return its cells."""
    seen = [_visit(browser, url, field, finish) for _ in range(ROUNDS)]
    return [f"{middle([one[n] for one in seen]):,.{digits}f}" for n, digits in enumerate((0, 1, 1, 0, 0, 0))]


def _visit(browser, url, field, finish):
    """One cold visit; return requests, KB until an answer is possible and in all, and the three times."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    session = context.new_cdp_session(page)
    sizes = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_3G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(url, wait_until="commit", timeout=WITHIN)
    page.wait_for_selector(f"{field} >> visible=true", state="attached", timeout=WITHIN)
    answer, first = page.evaluate("performance.now()"), sum(sizes)
    begun = page.evaluate("performance.timeOrigin")
    page.wait_for_load_state("load", timeout=WITHIN)
    until(lambda: page.evaluate(FIRST) > 0, WITHIN / 1000)
    paint = page.evaluate(FIRST)
    finish(page)
    result = page.evaluate("performance.timeOrigin + performance.now()") - begun
    with contextlib.suppress(Exception):
        page.wait_for_load_state("networkidle", timeout=WITHIN)
    cells = len(sizes), first / 1000, sum(sizes) / 1000, paint, max(answer, paint), result
    context.close()
    return cells


def _ours(page):
    page.wait_for_selector("form[data-runs=device]", timeout=WITHIN)
    result_on_device(page, ANSWERS)


def _govuk(page):
    page.check("#held-yes", force=True)
    page.click("button")
    page.wait_for_selector("#result", timeout=WITHIN)


def _survey(page):
    page.wait_for_function("window.survey", timeout=WITHIN)
    page.evaluate("survey.setValue('held', 'yes'); survey.doComplete()")
    page.wait_for_selector("#result", timeout=WITHIN)
