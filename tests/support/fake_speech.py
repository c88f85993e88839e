"""A fake speech API, because headless Chromium has no voices. The test decides when a sentence ends."""

import json

from support.scripts import script

REMOTE = {"name": "Cloud", "lang": "en-US", "localService": False, "default": True}
REMOTE_ES = {"name": "Nube", "lang": "es-US", "localService": False, "default": False}
ENGLISH = {"name": "Here", "lang": "en-US", "localService": True, "default": False}
SPANISH = {"name": "Aquí", "lang": "es_MX", "localService": True, "default": False}


def go(page, path, *voices):
    """Open a path in a browser that has these voices."""
    page.add_init_script(f"({script('fake_speech')})({json.dumps(voices)})")
    page.goto(path)
    page.wait_for_load_state("load")
    if page.locator("script[src*='/every-page.']").count():
        page.wait_for_selector("html[data-later]", state="attached")
    if path.endswith("questions"):
        page.wait_for_selector("form[data-runs=device]")
    return page


def bring(page, *voices):
    """Change the voices of the browser, as a system does that loads them late."""
    page.evaluate("voices => bring(voices)", list(voices))


def button(page, part):
    """Return the button of a part of the page, not that of a part inside it."""
    return page.locator(f"{part} .listen button >> visible=true").first


def spoken(page):
    """Return all utterances so far, each with its text, language, voice and rate."""
    return page.evaluate("spoken")


def texts(page):
    """Return the texts of all utterances so far."""
    return [one["text"] for one in spoken(page)]


def speaking(page):
    """Return whether an utterance has begun and has not ended."""
    return page.evaluate("speaking()")


def read_on(page):
    """Let the voice read to the end; return the texts that it read."""
    page.evaluate("() => { while (speaking()) finish(); }")
    return texts(page)


def lit(page):
    """Return the texts that are highlighted as being read."""
    return page.eval_on_selector_all(".read-now", "all => all.map(one => one.textContent.replace(/\\s+/g, ' ').trim())")
