"""Fixtures for browser tests with Chromium."""

import os
import shutil
from contextlib import ExitStack

import pytest
from playwright.sync_api import sync_playwright
from support.aging import site
from support.answer_sets import FEW_ANSWERS
from support.browser_steps import AT_ANY_TIME, result_on_device
from support.fake_speech import ENGLISH, REMOTE, go
from support.matrix import unfold
from support.quick_exit import AWAY
from support.server import hosted

PHONE = {"width": 390, "height": 844}
HOST = """<!DOCTYPE html><html lang="en"><title>Clinic</title>
<iframe {sandbox} title="Guide" width="390" height="600" src="{src}"></iframe></html>"""


def pytest_collection_modifyitems(items):
    for item in items:
        # What needs WordPress too is asked for by that name only.
        apart = item.get_closest_marker("wordpress")
        if "/browser/" in str(item.path) and not apart:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def on_day():
    """Serves the site as it is on another day than the fixed one; gives the application and its address."""
    with ExitStack() as servers:
        made = {}

        def serve(today):
            if today not in made:
                app = site(today, address="https://guide.example.org")
                made[today] = app, f"http://127.0.0.1:{servers.enter_context(hosted(app))}"
            return made[today]

        yield serve


@pytest.fixture(scope="session")
def chromium_path():
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    assert path, "install Debian's package chromium, or name the program in CHROMIUM="
    return path


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def real_chromium(playwright, chromium_path):
    """The browser that people have, with its windows, its history and its disk."""
    browser = playwright.chromium.launch(executable_path=chromium_path)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def browser(request, playwright):
    """The same engine without windows, where it is installed: a new page takes a third of the time."""
    if os.environ.get("CHROMIUM") or not (shell := shutil.which("chromium-headless-shell")):
        yield request.getfixturevalue("real_chromium")
        return
    # One process renders all pages, since starting one costs more than a page.
    browser = playwright.chromium.launch(executable_path=shell, args=["--renderer-process-limit=1"])
    yield browser
    browser.close()


@pytest.fixture
def open_page(browser, url):
    """Opens a page of a fresh browser at a path of the site; any script error fails the test."""
    contexts, errors = [], []

    def open_at(path, script=True, **options):
        context = browser.new_context(java_script_enabled=script, **{"base_url": url, "viewport": PHONE, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(error))
        page.goto(path)
        return page

    yield open_at
    for context in contexts:
        context.close()
    assert not errors


@pytest.fixture(scope="session")
def reader(browser, url):
    """One page that goes from test to test, for tests that only look, and the errors of its scripts."""
    context = browser.new_context(base_url=url, reduced_motion="reduce")
    page, errors = context.new_page(), []
    page.on("pageerror", lambda error: errors.append(error))
    yield page, errors
    context.close()


@pytest.fixture
def look(reader):
    """Opens a page that only looks: a tab of its own for it would cost as much as the page.

    What a test does to the document is gone with it. What it leaves in history, storage or the tab is not: a test of
    these takes `open_page`, and so does one that waits for scripts, routes or a clock of its own.
    """
    page, errors = reader

    def go(path, viewport=PHONE):
        page.emulate_media(media="null", color_scheme="null", forced_colors="null")
        page.set_viewport_size(viewport)
        if "#" in path:
            page.goto("about:blank")  # else only the place on the page would change
        page.goto(path)
        return page

    yield go
    thrown, errors[:] = list(errors), []
    assert thrown == []


@pytest.fixture
def visit(look):
    """Opens a page to look at, with every fold open."""

    def go(path):
        page = look(path)
        unfold(page)
        return page

    return go


@pytest.fixture
def guide(open_page):
    """A page where the script runs the form."""

    def start(lang="en", **options):
        page = open_page(f"/{lang}/questions", **options)
        page.wait_for_selector("form[data-runs=device]")
        return page

    return start


@pytest.fixture
def resulting(guide):
    """A result that the script made from `FEW_ANSWERS`."""

    def start(lang="en", **options):
        page = guide(lang, **options)
        result_on_device(page, FEW_ANSWERS)
        return page

    return start


@pytest.fixture
def listen(open_page):
    """Opens a path in a browser with voices: one here and one elsewhere, unless others are given."""

    def start(path, *voices, **options):
        return go(open_page("about:blank", **options), path, *(voices or (REMOTE, ENGLISH)))

    return start


@pytest.fixture
def away():
    """Lets a page find another site, and remembers what was asked of it."""
    asked = []

    def answer(route):
        asked.append(route.request)
        route.fulfill(body="<title>Weather</title>", content_type="text/html")

    def serve(page):
        page.context.route(AWAY, answer)
        return page

    serve.asked = asked
    return serve


@pytest.fixture(scope="module")
def clinic(app):
    """The address of a server with our pages, but without the policy that forbids frames, and with pages of a host."""
    hosts = {}

    def serve(environ, start_response):
        def start(status, headers, *rest):
            return start_response(status, [one for one in headers if one[0] != "Content-Security-Policy"], *rest)

        if html := hosts.get(environ["PATH_INFO"]):
            start("200 OK", [("Content-Type", "text/html")])
            return [html.encode()]
        return app(environ, start)

    # A real server: Chromium lets no page that Playwright made up ask an address of this machine.
    with hosted(serve) as port:
        yield f"127.0.0.1:{port}", hosts


@pytest.fixture
def framed(open_page, clinic):
    """A page of another site with ours in a frame; gives the page, our frame and every address asked for since."""
    address, hosts = clinic

    def open_framed(path, sandbox=""):
        hosts["/clinic"] = HOST.format(sandbox=sandbox, src=f"http://{address}{path}")
        page = open_page(f"http://{address.replace('127.0.0.1', 'localhost')}/clinic")
        asked = []
        page.context.on("request", lambda request: AT_ANY_TIME.search(request.url) or asked.append(request.url))
        return page, page.frames[1], asked

    return open_framed
