"""Documents after their script has run, in Chromium: each page, frames in a frame, and walks over the form."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, BrowserContext, Frame, Page, sync_playwright

from support import addresses
from support.requests_of_site import Answer, Ask, Fetch, over_http, patient

NOON = "2026-11-30T12:00:00Z"
VIEW = {"width": 390, "height": 844}
WALKS = 10
STEPS = 60  # more than there are questions: a bound
FRAME = '<!DOCTYPE html><title>Clinic</title><iframe src="{}" width="100%" height="700" sandbox="{}"></iframe>'
SANDBOX = "allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox"
QUIET = 150  # ms without a change of the document
STATE = """() => {
  const active = document.activeElement;
  return {
    html: `<!DOCTYPE html>${document.documentElement.outerHTML}`,
    ticked: [...document.querySelectorAll("input:checked")].map((input) => `${input.name}=${input.value}`).join(" "),
    focus: active ? `${active.localName}#${active.id}` : "",
    title: document.title,
    path: location.pathname + location.search + location.hash,
  };
}"""
HERE = "[data-question]:not([hidden])"


def documents(address: str, content: Path, only: re.Pattern[str]) -> Iterator[tuple[Ask, Answer]]:
    """Yield every page in one language of a site with the sample partner, then results in each language.

    `only`: the paths to open, as a pattern.
    """
    fetch = patient(over_http(address))
    codes = addresses.languages(fetch)
    sets = addresses.answer_sets(fetch, content)
    chosen = [name for name in sets if name.startswith(("random", "nothing", "first"))][:WALKS]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"))
        try:
            for path in pages(fetch, codes, only):
                given = _opened(browser, address, path)
                if given.headers["path"] != path:
                    raise RuntimeError(f"{path} shows {given.headers['path']}")
                yield Ask(path, "SCRIPT"), given
            for code in (code for code in codes if only.search(f"/{code}/questions")):
                for number, name in enumerate(chosen):
                    yield from _walk(browser, address, code, name, sets[name], steps=number < 2)
        finally:
            browser.close()


def pages(fetch: Fetch, codes: list[str], only: re.Pattern[str]) -> list[str]:
    """Return the paths of all pages in one language, sorted; `only` those that match."""

    def ours(path: str) -> bool:
        return bool(only.search(path)) and "+" not in path and "?" not in path

    begin = [ask for ask in addresses.seeds(fetch, codes, (), partner=True) if ours(ask.path)]
    found = addresses.crawl(fetch, begin, ours)
    return sorted(ask.path for ask, given in found if given.kind == "text/html" and given.status == 200)


def _opened(browser: Browser, address: str, path: str) -> Answer:
    """Return a page after its script has run; a page for frames in a frame of another site."""
    context, errors = _context(browser, address)
    try:
        page = _page(context, errors)
        if not path.startswith("/embed/"):
            page.goto(path)
            return _answer(page.main_frame, address, errors)
        with _around(address + path) as around:
            page.goto(around)
            return _answer(page.frames[1], address, errors)
    finally:
        context.close()


@contextmanager
def _around(framed: str) -> Iterator[str]:
    """Serve another site that shows a page of ours in a frame; yield its address.

    It is a real server, because browsers do not let a page that a test made up reach the machine itself.
    """

    class Clinic(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(FRAME.format(framed, SANDBOX).encode())

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Clinic) as server:
        Thread(target=server.serve_forever).start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


def _walk(
    browser: Browser, address: str, code: str, name: str, form: tuple, steps: bool
) -> Iterator[tuple[Ask, Answer]]:
    """Yield the result after each question was answered or skipped; with `steps` each question on the way too."""
    context, errors = _context(browser, address)
    asked: list[str] = []
    try:
        page = _page(context, errors)
        page.goto(f"/{code}/questions")
        page.wait_for_selector("form[data-runs=device]")
        while page.is_visible("[data-view=questions]") and len(asked) < STEPS:
            question = page.eval_on_selector(HERE, "field => field.dataset.question")
            if steps:
                ask = Ask(f"/{code}/questions", "WALK", (), f"{name}, {question}")
                yield ask, _answer(page.main_frame, address, errors)
            asked.append(question)
            for field, option in form:
                if field == question:
                    page.check(f'[name="{field}"][value="{option}"]')
            page.click("[data-move=next]")
        result = _answer(page.main_frame, address, errors, asked=" ".join(asked))
        yield Ask(f"/{code}/questions", "WALK", (), f"{name}, result"), result
    finally:
        context.close()


def _context(browser: Browser, address: str) -> tuple[BrowserContext, list[str]]:
    context = browser.new_context(base_url=address, viewport=VIEW, reduced_motion="reduce", timezone_id="UTC")
    context.clock.set_fixed_time(NOON)
    return context, []


def _page(context: BrowserContext, errors: list[str]) -> Page:
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type in ("error", "warning") else None)
    return page


def _answer(frame: Frame, address: str, errors: list[str], **more: str) -> Answer:
    """Return the document when it has loaded and no longer changes, with its state as headers."""
    frame.wait_for_load_state("networkidle")
    state = frame.evaluate(STATE)
    for _ in range(20):
        frame.page.wait_for_timeout(QUIET)
        before, state = state, frame.evaluate(STATE)
        if state == before:
            break
    else:
        raise RuntimeError(f"{state['path']} does not come to rest")
    html = state.pop("html")
    # The port is another one each time.
    plain = [text.replace(address, "http://site.example") for text in (html, *errors)]
    reported = state | more | {"errors": " | ".join(re.sub(r":\d+:\d+", "", error) for error in plain[1:])}
    return Answer(200, {"content-type": "text/html", **reported}, plain[0].encode())
