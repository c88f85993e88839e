"""The page 404.html of an export: many hosts show a file of this name at any address that they do not have."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import escape

from guide.i18n.catalogs import LanguageCatalog
from guide.model.content import Library
from guide.web import emergency
from guide.web.export.relative import whole_addresses
from guide.web.headers import FILES_POLICY

NAME = "404.html"
LINK = re.compile(r'<a href="(?P<path>/[^"]*)"(?P<rest>[^>]*)>(?P<words>.*?)</a>')
REFERRER = '<meta name="referrer" content="no-referrer">'


def page(library: Library, catalogs: Mapping[str, LanguageCatalog], address: str) -> bytes:
    """Return the page, in all languages, as HTML in UTF-8.

    It is shown at any depth, so relative links would lead nowhere: links have the whole `address`, and without one
    only their words stay.
    """
    text = emergency.page(library, catalogs, None, 404).decode()
    metas = f'<meta http-equiv="Content-Security-Policy" content="{escape(FILES_POLICY)}">\n'
    text = text.replace(REFERRER, f'{metas}<meta name="robots" content="noindex">\n{REFERRER}', 1)
    link = rf'<a href="{address}\g<path>"\g<rest>>\g<words></a>' if address else r"<span\g<rest>>\g<words></span>"
    return whole_addresses(LINK.sub(link, text), address).encode()
