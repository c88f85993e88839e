"""Extracts all translatable texts, and updates the catalogs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from guide.i18n import po
from guide.model.content import FormPart, Guideline, Library, Page, Question, States
from guide.model.language import Language, TranslationScope
from guide.model.lists import GlossaryTerm
from guide.model.provider import Provider
from guide.model.site import Site
from guide.model.texts import Text, texts

MOST_GUESSED = 300  # new texts
CODE = Path(__file__).parents[1]
METHODS = [("**/templates/**.html", "jinja2.ext:babel_extract"), ("**.py", "python")]
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "N_": None}
COMMENT_TAG = "Translators:"
CORE = (Site, FormPart, Question, Page, Guideline, States, GlossaryTerm, Provider)


@dataclass(frozen=True)
class Message:
    """One text for translators, with its place; `text` is a tuple (singular, plural) if it has plural forms."""

    text: str | tuple[str, ...]
    path: str
    comment: str = ""
    line: int = field(default=1, compare=False)
    core: bool = True  # required in a language of the scope `core`


def of_content(library: Library) -> Iterator[Message]:
    """Yield the texts of the content, in page order."""
    return (Message(each.text, each.path, line=each.line, core=_is_core(each)) for each in texts(library))


def _is_core(text: Text) -> bool:
    """Whether it belongs to the user interface, current law or legal help."""
    own = text.parent if isinstance(text.parent, Guideline) else text.owner
    return text.kind in CORE or (isinstance(own, Guideline) and own.current_law)


@cache
def of_code() -> tuple[Message, ...]:
    """Return the texts of templates and views. They do not change while a command runs."""
    found = extract_from_dir(
        CODE,
        METHODS,
        options_map={"**/templates/**.html": {"silent": "false"}},
        keywords=KEYWORDS,
        comment_tags=(COMMENT_TAG,),
    )
    return tuple(Message(text, f"guide/{path}", " ".join(comments)) for path, _line, text, comments, _context in found)


def template(library: Library) -> Catalog:
    """Return a catalog template with all texts."""
    catalog = Catalog(project="Know the Guidelines", charset="utf-8", fuzzy=False)
    for message in (*of_content(library), *of_code()):
        catalog.add(
            message.text,
            locations=[(message.path, 0)],
            auto_comments=[message.comment] * bool(message.comment),
        )
    return catalog


def targets(library: Library) -> list[Language]:
    return [language for language in library.languages.values() if not language.is_source]


def read(translations: Path, language: Language) -> Catalog:
    """Read the catalog of a language, with fuzzy entries; an empty catalog if there is no file yet.

    Raises ContentError if it cannot be read.
    """
    return po.read(translations, language) if po.file(translations, language.code).exists() else Catalog()


def update(translations: Path, language: Language, library: Library) -> Catalog:
    """Update a catalog to the current texts, write it and return it; changed texts become fuzzy.

    Fuzzy matching takes minutes if there are many new texts: then it is skipped, and the new texts are empty.
    """
    catalog, current = read(translations, language), template(library)
    new = sum(1 for message in current if message.id not in catalog)
    catalog.update(current, new > MOST_GUESSED, update_header_comment=False, update_creation_date=False)
    write(translations, language, catalog)
    return catalog


def write(translations: Path, language: Language, catalog: Catalog) -> None:
    path = po.file(translations, language.code)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog, width=0, sort_by_file=False, include_lineno=False, ignore_obsolete=True)
    path.write_text(_with_header(path.read_text("utf-8"), language), "utf-8")


def _with_header(text: str, language: Language) -> str:
    """Replace the header: Babel's plural rules are wrong or missing for many of our languages."""
    header = {
        "Project-Id-Version": "Know the Guidelines",
        "Language": language.code,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": f"{language.plural};",
    }
    lines = "\n".join(f'"{name}: {value}\\n"' for name, value in header.items())
    comment = f"# {language.name}: {language.translation_status}. {language.translated_by}".rstrip()
    entries = text.partition("\n\n")[2]
    return f'{comment}\nmsgid ""\nmsgstr ""\n{lines}\n\n{entries}'


def untranslated(translations: Path, language: Language, library: Library) -> list[Message]:
    """Return the texts in the scope of the language that have no current translation."""
    catalog = read(translations, language)
    return [
        message
        for message in (*of_content(library), *of_code())
        if (language.scope == TranslationScope.WHOLE or message.core)
        and ((found := catalog.get(message.text)) is None or not _has_words(found.string) or found.fuzzy)
    ]


def _has_words(string: str | tuple[str, ...] | list[str] | None) -> bool:
    forms = [string] if isinstance(string, str) else string or [""]
    return all(form.strip() for form in forms)
