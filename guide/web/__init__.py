"""The web site. The only package that imports Flask."""

from __future__ import annotations

from typing import Any


def __getattr__(name: str) -> Any:
    """`guide.web.create_app`, imported when somebody asks for it: the server's supervisor needs nothing of Flask."""
    if name != "create_app":
        raise AttributeError(name)
    from guide.web.app import create_app

    return create_app
