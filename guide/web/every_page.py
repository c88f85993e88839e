"""Lists the paths of all static pages (the same for every visitor) from the routes, so none is missed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from flask import Flask
from werkzeug.routing import Rule

from guide.engine.personas import public_personas
from guide.model.content import Library
from guide.web.state import state_of
from guide.web.urls import PAIR, plain_path

PLACEHOLDER = re.compile(r"<(?:\w+:)?(\w+)>")
# Not pages: files that may not exist, downloads, an API with a query, and health checks.
NO_PAGES = frozenset(
    {
        "assets.serve",
        "recordings.serve",
        "handouts.pdf",
        "kits.kit",
        "oembed.oembed",
        "health.healthz",
        "health.readyz",
        "security_txt.security_txt",
    }
)

FEEDS = frozenset({"feeds.changes_in"})  # in one language each, and no pages


def pages(app: Flask, language: str, with_pairs: bool = False) -> list[str]:
    """The paths of all pages in one language, the most urgent first.

    `language` is a code of content/languages.yaml. With `with_pairs` the pages in two languages follow of which this
    is the first. What has no language is told by `shared_pages`. Raises LookupError for a placeholder without values.
    """
    first = [plain_path([language], name) for name in state_of(app).pages.first()]
    rules = [rule for rule in _fetched(app) if "lang" in rule.arguments and rule.endpoint not in FEEDS]
    paths = list(_paths(app, rules, {"lang": (language,)}))
    if with_pairs:
        others = (other for other in _library(app).languages if other != language)
        both = {"pair": tuple(f"{language}{PAIR}{other}" for other in others)}
        paths += _paths(app, [rule for rule in _fetched(app) if "pair" in rule.arguments], both)
    return sorted(paths, key=lambda path: first.index(path) if path in first else len(first))


def first_pages(app: Flask) -> list[str]:
    """Return the paths of the most urgent pages: each page in every language before the next page."""
    return [path for name in state_of(app).pages.first() for path in _in_each_language(app, name)]


def results(app: Flask) -> list[str]:
    """Return the paths to which answers are posted, in each language."""
    return _in_each_language(app, "result")


def _in_each_language(app: Flask, name: str) -> list[str]:
    return [plain_path([language], name) for language in _library(app).languages]


def shared_pages(app: Flask) -> list[str]:
    """Return the paths of what is no page in one language: the language choice, feeds, data and icons."""
    rules = [rule for rule in _fetched(app) if not {"lang", "pair"} & rule.arguments or rule.endpoint in FEEDS]
    return list(_paths(app, rules, {"lang": tuple(_library(app).languages)}))


def _fetched(app: Flask) -> Iterator[Rule]:
    """Yield the routes of pages for GET requests."""
    rules = app.url_map.iter_rules()
    return (rule for rule in rules if "GET" in (rule.methods or ()) and rule.endpoint not in NO_PAGES)


def _paths(app: Flask, rules: Iterable[Rule], known: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for rule in rules:
        placeholders = PLACEHOLDER.findall(rule.rule)
        for values in product(*(_values(app, rule.endpoint, placeholder, known) for placeholder in placeholders)):
            filled = dict(zip(placeholders, values, strict=True))
            if _offered(app, filled):
                yield _fill(rule.rule, filled)


def _fill(address: str, values: Mapping[str, str]) -> str:
    return PLACEHOLDER.sub(lambda placeholder: values[placeholder[1]], address)


def _values(app: Flask, endpoint: str, placeholder: str, known: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What may stand for a placeholder of an address."""
    library = _library(app)
    values = {
        **known,
        "guideline": tuple(library.guidelines),
        "partner": tuple(library.partners),
        "persona": tuple(public_personas(library)),
    }
    found = values.get(placeholder)
    if found is None:
        raise LookupError(f"no values for <{placeholder}> of {endpoint}: add them to every_page.py")
    return found


def _offered(app: Flask, filled: Mapping[str, str]) -> bool:
    """Whether the language is offered: a partner may offer fewer languages."""
    if "partner" not in filled or "lang" not in filled:
        return True
    return filled["lang"] in _library(app).partners[filled["partner"]].languages


def _library(app: Flask) -> Library:
    return state_of(app).library
