"""Whether the server and the device made the same: scripts that run in the page."""

from support.scripts import script


def comparing(name):
    """The text of a script of js/ that compares results by `difference`."""
    return script(name).replace("DIFFERENCE", script("difference"))
