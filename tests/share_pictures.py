"""`make share-pictures`: draws the preview image for links in each language, and the icons of the site."""

import base64
import os
import shutil
import struct
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

# The mark on its paper. A phone cuts the corners of its icon, so that one has a margin and no transparent part.
ICON = """<!DOCTYPE html><body style="margin:0;height:100vh;display:grid;place-items:center;background:{paper}">
<img style="width:{share}vw;height:{share}vh" src="data:image/svg+xml;base64,{mark}">"""
TOUCH, TABS = 180, (16, 32, 48)
IMAGES = ROOT / "static" / "img"


def main():
    running, address = server.start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"))
            page = browser.new_page(viewport={"width": 1200, "height": 630})
            for code in load(ROOT / "content").languages:
                page.goto(f"{address}/{code}/")
                page.evaluate(LAYOUT)
                page.screenshot(path=IMAGES / f"share-{code}.png")
            draw_icons(browser)
    finally:
        server.stop(running)


def draw_icons(browser):
    """Draw the icon for the screen of a phone, and the one for tabs of browsers that read no SVG."""
    (IMAGES / "touch-icon.png").write_bytes(icon(browser, TOUCH, paper="#fff", share=76))
    (IMAGES / "favicon.ico").write_bytes(
        ico({size: icon(browser, size, paper="transparent", share=100) for size in TABS})
    )


def icon(browser, size, **look):
    page = browser.new_page(viewport={"width": size, "height": size})
    page.set_content(ICON.format(mark=base64.b64encode((IMAGES / "mark.svg").read_bytes()).decode(), **look))
    page.wait_for_function("document.images[0].complete && document.images[0].naturalWidth")
    picture = page.screenshot(omit_background=True)
    page.close()
    return picture


def ico(pictures):
    """Return an ICO file of these PNG pictures, by size: a list of where each one is, and then the pictures."""
    at = 6 + 16 * len(pictures)
    head, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for size, picture in pictures.items():
        head += struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(picture), at + len(body))
        body += picture
    return head + body


if __name__ == "__main__":
    main()
