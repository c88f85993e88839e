"""On the device: the next question and the result with a slower processor, and the first paint against a bare page."""

import os
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from support.serving import serving, until

from bench.load import middle, nginx
from bench.peers import FIRST, SLOW_3G, WITHIN
from bench.tables import table

LANGUAGES = ("en", "ar")
PHONE = {"width": 390, "height": 844}
SLOWER, SLOWEST, ROUNDS = 4, 6, 5
QUESTION, RESULT, INTERACTION, PAINT = 16, 50, 100, 1.1  # the goals: ms, and times a bare page
BETWEEN = 800  # ms: a second press within 700 counts as the first
# How long the script runs for a press, and when the frame after it is there.
PRESS = """async (selector) => {
  const start = performance.now();
  document.querySelector(selector).click();
  const ran = performance.now() - start;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return [ran, performance.now() - start];
}"""
WATCH = """() => {
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration, interactionId } of list.getEntries()) {
      if (interactionId) window.longest = Math.max(window.longest, duration);
    }
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
}"""
NEXT, NOW, BACK = "[data-move=next]", "[data-move=now]", "[data-move=change]"
BARE = '<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title>{style}<p>Hello</p><!--{filled}-->'


def measure():
    """Return the tables of the device, as Markdown."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"))
        try:
            with serving() as served:  # makes no pages ahead, which would use the processor meanwhile
                speeds = [row for lang in LANGUAGES for row in _speeds(browser, served, lang)]
            with serving(prepare=True) as served:
                _wait_for_brotli(served)
                paints = list(_paints(browser, served, Path(folder)))
        finally:
            browser.close()
    head = ["in", "what", "processor slower", "script, ms", "frame there, ms", "goal, ms", ""]
    first = table("Answers on the device, median of 5", head, speeds)
    head = ["page", "first paint, ms", "times the bare page", "goal", ""]
    return f"{first}\n\n{table('First paint at 400 kbit/s and 400 ms, cold cache, median of 5', head, paints)}"


def _wait_for_brotli(served):
    """Wait until the pages of which bytes are counted are packed as readers get them."""
    for path in ("/en/questions", "/en/questions/today.html", "/en/questions/old.html"):
        until(lambda path=path: served.get(path, accept_encoding="br")[1].get("content-encoding") == "br", 300)


def _speeds(browser, served, lang):
    page = browser.new_page(viewport=PHONE)
    page.goto(f"http://127.0.0.1:{served.port}/{lang}/questions")
    page.wait_for_selector("form[data-runs=device]", timeout=WITHIN)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    steps, results = [], []
    for _ in range(ROUNDS):
        for seen, selector in ((steps, NEXT), (results, NOW)):
            page.wait_for_timeout(BETWEEN)
            seen.append(page.evaluate(PRESS, selector))
        page.wait_for_timeout(BETWEEN)
        page.evaluate(PRESS, BACK)
    for what, seen, goal in (("next question", steps, QUESTION), ("result", results, RESULT)):
        ran, there = (middle(column) for column in zip(*seen, strict=True))
        yield [lang, what, SLOWER, f"{ran:.0f}", f"{there:.0f}", goal, _met(there, goal)]
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWEST})
    page.evaluate(WATCH)
    for selector in (NEXT, NEXT, NOW):
        page.wait_for_timeout(BETWEEN)
        page.click(f"{selector} >> visible=true")
    page.wait_for_timeout(BETWEEN)
    longest = page.evaluate("window.longest")
    yield [
        lang,
        "press to next paint, the longest",
        SLOWEST,
        "",
        f"{longest:.0f}",
        INTERACTION,
        _met(longest, INTERACTION),
    ]
    page.close()


def _met(reached, goal):
    return "met" if reached <= goal else f"**missed by {reached - goal:,.1f}**".replace(".0*", "*")


def _paints(browser, served, folder):
    """The first paint of the questions, and of bare pages of the same bytes: with one sheet, and with it inline."""
    root = folder / "root"
    root.mkdir()
    sheet = next(
        part for part in served.get("/en/questions")[2].decode().split('"') if part.startswith("/static/css/for-")
    )
    page_bytes, style_bytes = (len(served.get(path, accept_encoding="br")[2]) for path in ("/en/questions", sheet))
    style = "/*" + "x" * style_bytes + "*/"
    linked = BARE.format(style='<link rel="stylesheet" href="bare.css">', filled="x" * page_bytes)
    (root / "bare.css").write_text(style, "utf-8")
    (root / "bare.html").write_text(linked, "utf-8")
    (root / "inline.html").write_text(BARE.format(style=f"<style>{style}</style>", filled="x" * page_bytes), "utf-8")
    with nginx(folder / "nginx", root, "types { text/html html; text/css css; }") as other:
        urls = {
            "a bare page, one sheet": f"{other}/bare.html",
            "the same, its style inline": f"{other}/inline.html",
            "the questions": f"http://127.0.0.1:{served.port}/en/questions",
        }
        seen = {name: middle([_paint(browser, url) for _ in range(ROUNDS)]) for name, url in urls.items()}
    bare = seen["a bare page, one sheet"]
    for name, paint in seen.items():
        ours = name == "the questions"
        times = paint / bare
        yield [name, f"{paint:,.0f}", f"{times:.2f}", PAINT if ours else "", _met(times, PAINT) if ours else ""]


def _paint(browser, url):
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_3G)
    page.goto(url, timeout=WITHIN)
    until(lambda: page.evaluate(FIRST) > 0, WITHIN / 1000)
    first = page.evaluate(FIRST)
    context.close()
    return first
