"""Loads the files that would otherwise be read from disk when a page first needs them: templates.

The time of access of such a file would tell that a result was made since the start. And after an update of the files on
disk, a running server would use some old and some new ones. Locale data is in memory with the catalogs.
"""

from __future__ import annotations

from flask import Flask


def load_all(app: Flask) -> None:
    """Compile each template. Raises TemplateSyntaxError."""
    for name in app.jinja_env.list_templates():
        app.jinja_env.get_template(name)
    "".encode("idna")  # a part of Python that Werkzeug uses for addresses
