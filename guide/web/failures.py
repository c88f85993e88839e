"""Error responses that are built at startup, and the names of the pages that have failed."""

from __future__ import annotations

from collections.abc import Mapping

from guide.i18n.catalogs import LanguageCatalog
from guide.model.content import Library
from guide.model.language import Language
from guide.web import emergency, headers
from guide.web.urls import is_framed, named_language

# The statuses that the front or the app may send without rendering a page.
STATUSES = (400, 404, 405, 408, 413, 414, 500, 503)
RETRY_AFTER = "2"  # seconds, with 503
Headers = list[tuple[str, str]]
RawResponse = tuple[int, Headers, bytes]


class Failures:
    """The prebuilt error responses in each language, and the names of the pages that have failed since startup."""

    def __init__(
        self, library: Library, catalogs: Mapping[str, LanguageCatalog], framers: str, address: str = ""
    ) -> None:
        languages: dict[str | None, Language | None] = {None: None} | dict(library.languages)
        self._bodies = {
            (code, status): emergency.page(library, catalogs, language, status)
            for code, language in languages.items()
            for status in STATUSES
        }
        kind = {
            "content-type": "text/html; charset=utf-8",
            "cache-control": headers.NO_STORE,
            **dict(_lower(headers.NOT_INDEXED)),
        }
        self._headers = {
            framed: [*kind.items(), *_lower(headers.security_headers(framed, framers, address=address))]
            for framed in (True, False)
        }
        self._codes = tuple(library.languages)
        self.names: dict[str, None] = {}

    def answer(self, status: int, path: str) -> RawResponse:
        """Return status, headers and body, in the language of the path, or in all languages if it has none."""
        body_of = status if status in STATUSES else 500 if status >= 500 else 400
        sent = self._headers[is_framed(path)]
        return status, sent + _only_for(status), self._bodies[named_language(path, self._codes), body_of]

    def plain(self, status: int, text: str) -> RawResponse:
        """Return a plain-text response for monitoring programs."""
        kind = {"content-type": "text/plain; charset=utf-8"}
        return status, [(name, kind.get(name, value)) for name, value in self._headers[False]], text.encode()

    def note(self, name: str) -> None:
        """Record that a page failed, by the name of its view, without any data of a visitor."""
        self.names[name] = None


def _lower(sent: Mapping[str, str]) -> Headers:
    return [(name.lower(), value) for name, value in sent.items()]


def _only_for(status: int) -> Headers:
    return [("retry-after", RETRY_AFTER)] if status == 503 else []
