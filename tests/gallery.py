"""`make screenshots`: takes a screenshot of every page, question and result, into a folder that git ignores.

Run as `python tests/gallery.py [--only TEXT] [--languages en,es]`; pictures are named page.language.width.scheme.png.
"""

import argparse
import os
import shutil
from itertools import product
from pathlib import Path

from playwright.sync_api import sync_playwright
from support import browser_steps, server, site_pages

FOLDER = Path(__file__).parents[1] / "gallery"
WIDTHS = (320, 390, 768, 1280)
SCHEMES = ("light", "dark")
RESULTS = {
    "result-held": {"held": ["yes"], "proceedings": ["court-open"], "police": ["arrest"]},
    "result-family": {"held": ["no"], "time": ["5-to-10"], "entry": ["visa"], "family": ["caregiver"]},
    "result-skipped": {},
}


def arguments():
    parser = argparse.ArgumentParser(description="Take pictures of every page.")
    parser.add_argument("--only", default="", help="only pages whose name holds this text")
    parser.add_argument("--languages", default=",".join(site_pages.LANGUAGES), help="codes, with commas")
    return parser.parse_args()


def main():
    asked = arguments()
    running, address = server.start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"))
            taken = 0
            for lang, width, scheme in product(asked.languages.split(","), WIDTHS, SCHEMES):
                context = browser.new_context(
                    base_url=address, viewport={"width": width, "height": 900}, color_scheme=scheme
                )
                for name, page in views(context.new_page(), lang, asked.only):
                    page.screenshot(path=FOLDER / f"{name}.{lang}.{width}.{scheme}.png", full_page=True)
                    taken += 1
                context.close()
        print(f"{taken} pictures in {FOLDER}")
    finally:
        server.stop(running)


def views(page, lang, only):
    """The same page, once for each thing there is to see."""
    for name in site_pages.NAMES:
        plain = name.replace("/", "-") or "home"
        if only in plain:
            page.goto(f"/{lang}/{name}")
            yield plain, page
    for name, answers in RESULTS.items():
        if only in name or only in "question":
            yield from _walk(page, lang, name, answers, only)


def _walk(page, lang, name, answers, only):
    page.goto(f"/{lang}/questions")
    page.wait_for_selector("form[data-runs=device]")
    while browser_steps.on_questions(page):
        question = browser_steps.current(page)
        browser_steps.tick(page, question, answers.get(question, ()))
        if name == "result-skipped" and only in "question":
            yield f"question-{question}", page
        page.click(browser_steps.onward(page))
    if only in name:
        yield name, page


if __name__ == "__main__":
    main()
