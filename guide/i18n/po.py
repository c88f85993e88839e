"""Reads the .po catalogs of translations/; every problem has its file and line."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from guide.files import TextFiles
from guide.i18n import plural_forms
from guide.i18n.placeholders import problems_of_forms
from guide.model.language import Language
from guide.model.problems import ContentError, Problem

# A line of a catalog: a comment, or a quoted text with or without a keyword.
LINE = re.compile(r'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s*)?"(?:[^"\\]|\\.)*")?\s*')
SHOWN = 60  # the most characters of a text that a message quotes


def file(translations: Path, code: str) -> Path:
    """Return the path of a catalog: translations/zh_Hans/LC_MESSAGES/messages.po for zh-Hans."""
    return translations / code.replace("-", "_") / "LC_MESSAGES" / "messages.po"


def shown_path(translations: Path, code: str) -> str:
    """Return the path of a catalog for messages, relative to the parent of translations/."""
    return str(file(translations, code).relative_to(translations.parent))


def read(translations: Path, language: Language) -> Catalog:
    """Read the catalog of a language. Raises ContentError if the file is missing or not a valid catalog."""
    path = file(translations, language.code)
    files = TextFiles(translations)
    if not path.exists():
        files.report(path).add(1, "no-file", "the catalog is missing", "run `guide translate update`, then translate")
    text = None if files.problems else files.text(path)
    files.raise_for_problems()
    assert text is not None
    # Babel accepts an unterminated quote, as in a truncated file.
    if broken := next((number for number, line in enumerate(text.split("\n"), 1) if not LINE.fullmatch(line)), None):
        files.report(path).add(broken, "broken-catalog", "invalid line of a catalog", "fix its quotes")
        files.raise_for_problems()
    try:
        # Without abort_invalid Babel prints a warning and skips the text.
        catalog = read_po(io.StringIO(text), abort_invalid=True)
        catalog.charset = "utf-8"  # it was read as UTF-8, even if its header has another charset
        return catalog
    except PoFileError as error:
        files.report(path).add(error.lineno + 1, "broken-catalog", f"invalid catalog: {error}", "fix this line")
    except (ValueError, TypeError, IndexError) as error:
        files.report(path).add(1, "broken-catalog", f"invalid catalog: {error}", "fix its header and quotes")
    raise ContentError(files.problems)


def current(catalog: Catalog) -> Iterator[Message]:
    """Yield the entries that the site shows: translated and not fuzzy."""
    return (message for message in catalog if message.id and message.string and not message.fuzzy)


def problems(catalog: Catalog, language: Language, path: str) -> Iterator[Problem]:
    """Yield the problems that stop the site: a catalog of another language, and texts on which a page would fail."""
    yield from header_problems(catalog, language, path)
    for message in current(catalog):
        forms = [message.string] if isinstance(message.string, str) else list(message.string or ())
        for code, what, fix in problems_of_forms(message.id, forms):
            yield Problem(path, message.lineno or 1, code, f"{language.name} {what}: `{forms[0][:SHOWN]}`", fix)


def header_problems(catalog: Catalog, language: Language, path: str) -> Iterator[Problem]:
    """Yield the problems of the header: a language or plural rule that differs from content/languages.yaml."""
    found = (catalog.locale_identifier or "none").replace("_", "-")
    if found != language.code:
        message = f"this catalog is for the language `{found}`, not `{language.code}`"
        yield Problem(path, 1, "other-language", message, "run `guide translate update`, or replace the file")
    elif not plural_forms.same(catalog.plural_forms, language.plural):
        message = f"its Plural-Forms are `{catalog.plural_forms}`, not those of content/languages.yaml"
        yield Problem(path, 1, "plural-forms", message, "run `guide translate update`")
