"""Prints a page in WebKitGTK into a PDF. Runs with Debian's Python, which has `python3-gi` and `gir1.2-webkit2-4.1`.

Usage: webkit_paper.py ADDRESS FILE [EXPRESSION ...]. Each expression is evaluated again until its value is true.
"""

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

AGAIN = 100  # ms


class Printer:
    """One window that prints one page and ends the program."""

    def __init__(self, address, file, expressions):
        self.file, self.expressions = file, list(expressions)
        self.view = WebKit2.WebView()
        self.window = Gtk.OffscreenWindow()
        self.window.set_default_size(390, 844)
        self.window.add(self.view)
        self.window.show_all()
        self.view.connect("load-changed", self.loaded)
        self.view.load_uri(address)

    def loaded(self, _view, event):
        """Begin once, when the page is there; an expression may load another page."""
        if event == WebKit2.LoadEvent.FINISHED:
            self.view.disconnect_by_func(self.loaded)
            self.next()

    def next(self):
        """Evaluate the next expression, or print."""
        if not self.expressions:
            self.print()
            return False
        self.view.evaluate_javascript(f"Boolean({self.expressions[0]})", -1, None, None, None, self.evaluated)
        return False

    def evaluated(self, view, outcome):
        """Go on if the value is true."""
        try:
            done = view.evaluate_javascript_finish(outcome).to_boolean()
        except GLib.Error as error:
            print(error.message, file=sys.stderr)
            done = False
        if done:
            self.expressions.pop(0)
        GLib.timeout_add(AGAIN, self.next)

    def print(self):
        """Print on US Letter, with the margins that the page asks for."""
        settings, setup = Gtk.PrintSettings(), Gtk.PageSetup()
        setup.set_paper_size(Gtk.PaperSize.new("na_letter"))
        settings.set(Gtk.PRINT_SETTINGS_PRINTER, "Print to File")
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, f"file://{self.file}")
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
        self.operation = WebKit2.PrintOperation.new(self.view)
        self.operation.set_print_settings(settings)
        self.operation.set_page_setup(setup)
        self.operation.connect("finished", lambda _: Gtk.main_quit())
        self.operation.connect("failed", lambda _, error: sys.exit(error.message))
        self.operation.print_()


Printer(*sys.argv[1:3], sys.argv[3:])
Gtk.main()
