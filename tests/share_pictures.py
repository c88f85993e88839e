"""`make share-pictures`: draws the neutral preview image for links, one for each language."""

import os
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright
from support import server

from guide.loader.content import load

ROOT = Path(__file__).parents[1]
# The mark, the name and the tagline of the start page, large, on its own paper: no word about anybody.
LAYOUT = """() => {
  const [mark, title] = [document.querySelector(".brand"), document.querySelector("h1")];
  document.body.replaceChildren(mark, title);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`body{padding:90px;display:grid;align-content:center;gap:50px;block-size:630px;font-size:36px}
    .brand{font-size:44px}.brand .icon{inline-size:90px;block-size:90px}h1{font-size:84px}`);
  document.adoptedStyleSheets = [sheet];
}"""


def main():
    running, address = server.start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"))
            page = browser.new_page(viewport={"width": 1200, "height": 630})
            for code in load(ROOT / "content").languages:
                page.goto(f"{address}/{code}/")
                page.evaluate(LAYOUT)
                page.screenshot(path=ROOT / "static" / "img" / f"share-{code}.png")
    finally:
        server.stop(running)


if __name__ == "__main__":
    main()
