"""WebKitGTK's MiniBrowser, driven by selenium on a display of its own. Paper comes from GTK's print operation."""

import importlib
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from support.engines.puppet import FOLDER

DRIVER = "/usr/bin/WebKitWebDriver"
# Debian's Python, which has the bindings of GTK.
DEBIAN_PYTHON = "/usr/bin/python3"
PRINTER = Path(__file__).with_name("webkit_paper.py")
SELENIUM = FOLDER / "python"
PRINTS_WITHIN = 240  # seconds
ANSWERS_WITHIN = 90  # seconds: a driver may never answer, and a busy machine takes long
PHONE = (390, 844)


def browsers():
    """Return the paths of the installed MiniBrowser, normally one."""
    return sorted(Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"))


class Display:
    """An X server with a free number, without a window manager."""

    def __init__(self):
        read, write = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as told:
            self.environment = os.environ | {"DISPLAY": f":{told.readline().strip()}"}

    def end(self):
        """End the X server by its process id."""
        self.process.terminate()
        self.process.wait()


class WebKit:
    """The same methods as `Puppet`, so that one test runs in all engines."""

    name = "webkit"

    def __init__(self):
        if str(SELENIUM) not in sys.path:
            sys.path.append(str(SELENIUM))
        self.display = Display()
        self.browser = self.driver = None

    def fresh(self, _ours):
        """Start a new driver with a new session: WebDriver cannot take a tab's history away."""
        self._quit()
        try:
            self._start()
        except Exception:  # a driver or browser that never came up says nothing about our site
            self._quit()
            self._start()
        self.browser.set_page_load_timeout(60)
        self.browser.set_window_size(*PHONE)

    def _start(self):
        """Start a driver and its browser. Without a bound selenium waits for ever for one that does not come up."""
        options = importlib.import_module("selenium.webdriver.webkitgtk.options").Options()
        options.binary_location = str(browsers()[0])
        options.add_argument("--automation")
        # A group of its own, so that nothing of a driver that is stuck stays behind.
        self.driver = importlib.import_module("selenium.webdriver.webkitgtk.service").Service(
            DRIVER, env=self.display.environment, popen_kw={"start_new_session": True}
        )
        self.driver.start()
        # urllib3 would ask a driver that does not answer four times.
        once = {"init_args_for_pool_manager": {"retries": False}}
        config = importlib.import_module("selenium.webdriver.remote.client_config").ClientConfig(
            self.driver.service_url, timeout=ANSWERS_WITHIN, init_args_for_pool_manager=once
        )
        asks = importlib.import_module("selenium.webdriver.remote.remote_connection").RemoteConnection
        self.browser = importlib.import_module("selenium.webdriver").Remote(asks(client_config=config), options=options)

    def version(self):
        """Return the engine's name and version."""
        found = self.browser.capabilities
        return f"{found['browserName']}/{found['browserVersion']}"

    def elsewhere(self):
        """Return no request: WebDriver does not report them, and what our own servers saw is checked anyway."""
        return []

    def goto(self, address):
        """Open an address."""
        self.browser.switch_to.default_content()
        self.browser.get(address)

    def address(self):
        """Return the address of the page, also inside of a frame."""
        return self.browser.current_url

    def run(self, expression):
        """Return the value of an expression in the page or the chosen frame."""
        return self.browser.execute_script(f"return ({expression})")

    def click(self, selector):
        """Click the middle of an element, as a pointer does: something that covers it fails the test."""
        self.browser.find_element("css selector", selector).click()

    def press(self, key):
        """Press and release a key that does not write a letter."""
        keys = importlib.import_module("selenium.webdriver.common.keys").Keys
        actions = importlib.import_module("selenium.webdriver.common.action_chains").ActionChains(self.browser)
        named = getattr(keys, key.upper())
        actions.key_down(named).key_up(named).perform()

    def within(self, selector):
        """Continue in a frame of the page, or in the page."""
        self.browser.switch_to.default_content()
        if selector:
            self.browser.switch_to.frame(self.browser.find_element("css selector", selector))

    def paper(self, file, address, *scripts):
        """Print a page of its own: open the address, run each expression once it is not false, and print."""
        command = [DEBIAN_PYTHON, PRINTER, address, file, *scripts]
        subprocess.run(command, env=self.display.environment, timeout=PRINTS_WITHIN, check=True)

    def _quit(self):
        """End the browser and its driver, also when neither answers."""
        if self.browser:
            with suppress(Exception):  # a browser that has ended by itself
                self.browser.quit()
        if self.driver and (process := self.driver.process):
            self.driver.stop()
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        self.browser = self.driver = None

    def end(self):
        """Close the browser and its display."""
        self._quit()
        self.display.end()
