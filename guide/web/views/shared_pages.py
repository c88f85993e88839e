"""The pages that also stand at other addresses: in the name of a partner, in frames, and in both."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint

from guide.web.views import pages, results

PAGES: dict[str, Callable[..., Any]] = {
    "": pages.home,
    "questions": results.questions,
    "explain": pages.explain,
    "explain/<guideline>": pages.explain_one,
    "help": pages.help,
    "privacy": pages.privacy,
}
FORMS: dict[str, Callable[..., Any]] = {"questions": results.same_questions, "result": results.result}


def add_pages(blueprint: Blueprint, before: str = "") -> None:
    """Adds these pages to a blueprint, in each language, after the part of the address that stands `before`."""
    for name, view in PAGES.items():
        blueprint.add_url_rule(f"{before}/<any_language:lang>/{name}", view_func=view)
    for name, view in FORMS.items():
        blueprint.add_url_rule(f"{before}/<any_language:lang>/{name}", view_func=view, methods=["POST"])
