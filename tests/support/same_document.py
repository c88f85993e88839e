"""Scripts for the browser that compare results of the server and of the script."""

from support.scripts import script


def comparing(name):
    """The text of a script of js/ that compares results by `difference`."""
    return script(name).replace("DIFFERENCE", script("difference"))
