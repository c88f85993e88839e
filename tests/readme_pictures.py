"""`make readme-pictures`: takes the three phone screenshots of the README, into .github/pictures."""

import io
import os
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright
from support import browser_steps, server

FOLDER = Path(__file__).parents[1] / ".github" / "pictures"
PHONE = {"width": 360, "height": 720}
COLORS = 64  # enough for flat colors and letters, and a third of the bytes
ANSWERS = {"held": ["yes"], "proceedings": ["court-open"]}


def main():
    running, address = server.start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"))
            page = browser.new_page(base_url=address, viewport=PHONE, device_scale_factor=1.5)
            page.goto("/en/")
            save(page, "home")
            page.goto("/en/help")
            save(page, "help")
            page.goto("/en/questions")
            browser_steps.walk(page, ANSWERS)
            save(page, "result")
    finally:
        server.stop(running)


def save(page, name):
    picture = Image.open(io.BytesIO(page.screenshot()))
    picture.convert("RGB").quantize(COLORS).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
