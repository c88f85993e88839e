"""The web site. The only package that imports Flask."""

from guide.web.app import create_app

__all__ = ["create_app"]
