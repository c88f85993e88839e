"""Scripts for the browser that compare results of the server and of the script."""

from support.scripts import script


def comparing(name):
    """Return the text of a script of browser/js that compares results by `difference`."""
    return script(name).replace("DIFFERENCE", script("difference"))
