"""The website. The only package that imports Flask."""

from __future__ import annotations

from typing import Any


def __getattr__(name: str) -> Any:
    """Import `guide.web.create_app` lazily: the supervisor of the server imports this package without Flask."""
    if name != "create_app":
        raise AttributeError(name)
    from guide.web.app import create_app

    return create_app
