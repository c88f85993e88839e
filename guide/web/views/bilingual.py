"""Pages in two languages at once: put together for each request from the two pages, never kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask import Blueprint, Response, abort, g
from werkzeug.routing import BaseConverter

from guide.html.bilingual import pair_pages
from guide.model.content import Language
from guide.web import headers
from guide.web.state import state
from guide.web.views import handouts, pages, results

blueprint = Blueprint("pairs", __name__)


def converter(languages: Mapping[str, Language]) -> type[BaseConverter]:
    """Two different languages that we have, as `es+en`."""

    class Pair(BaseConverter):
        regex = "|".join(rf"{first}\+{second}" for first in languages for second in languages if first != second)

        def to_python(self, value: str) -> tuple[str, str]:
            first, _, second = value.partition("+")
            return first, second

    return Pair


def _both(pair: tuple[str, str], page: Callable[[], Response | str]) -> str:
    """The page in the second language, then in the first, whose frame stays."""
    g.pair = pair
    made = {}
    for code in reversed(pair):
        g.language = state().library.languages[code]
        answer = page()
        made[code] = answer if isinstance(answer, str) else answer.get_data(as_text=True)
    first, second = (state().library.languages[code] for code in pair)
    return pair_pages(made[pair[0]], made[pair[1]], (first, second))


def _public(pair: tuple[str, str], page: Callable[[], Response]) -> Response:
    return headers.cacheable(_both(pair, page))


PAGES = {
    "explain": pages.explain,
    "review": pages.review,
    "help": pages.help,
    "present": pages.present,
    **handouts.VIEWS,
}


@blueprint.get("/<pair:pair>/<name>")
def page(pair: tuple[str, str], name: str) -> Response:
    if name not in PAGES:
        abort(404)
    return _public(pair, PAGES[name])


@blueprint.get("/<pair:pair>/explain/<guideline>")
def explain_one(pair: tuple[str, str], guideline: str) -> Response:
    return _public(pair, lambda: pages.explain_one(guideline))


@blueprint.post("/<pair:pair>/result")
def result(pair: tuple[str, str]) -> str:
    return _both(pair, results.result)
