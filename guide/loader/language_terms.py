"""Reads the agreed terms of a language: content/terms/<language>.yaml."""

from __future__ import annotations

from collections.abc import Iterable

from guide.loader.yaml_reader import StrictMapping
from guide.model.problems import near
from guide.model.wordlists import Agreed, LanguageTerms

# English negations and restrictions. `guide check` looks for their translations.
NEGATIONS = ("not", "never", "only", "unless")


def language_terms(code: str, fields: StrictMapping, languages: Iterable[str]) -> LanguageTerms:
    """Read the agreed terms of the language `code`, and its words for each of NEGATIONS; problems are reported."""
    known = tuple(languages)
    if code not in known:
        fields.report.add(1, "unknown-language", f"unknown language `{code}`", near(code, known))
    terms: dict[str, Agreed] = {}
    for entry in fields.mappings("terms"):
        agreed = _agreed(entry)
        if agreed.term in terms:
            entry.add("term", "duplicate-id", f"duplicate term `{agreed.term}`", "merge the two")
        terms[agreed.term] = agreed
    _no_contradiction(fields, terms.values())
    with fields.mapping("negations") as said:
        negations = {word: _words(word, said) for word in NEGATIONS} if said.present else {}
    return LanguageTerms(tuple(terms.values()), negations)


def _agreed(entry: StrictMapping) -> Agreed:
    never = {each.text("word"): each.text("why") for each in entry.mappings("never", required=False)}
    return Agreed(entry.text("term"), _words("use", entry), never)


def _words(key: str, fields: StrictMapping) -> tuple[str, ...]:
    """Read a list of at least one word to look for. An empty word would match everywhere."""
    words = fields.texts(key)
    if key in fields and not all(words or [""]):
        fields.add(key, "empty-word", f"`{key}` has no word, or an empty one", "write at least one word")
    return tuple(filter(None, words))


def _no_contradiction(fields: StrictMapping, terms: Iterable[Agreed]) -> None:
    """Report a word that one term requires and another forbids."""
    terms = tuple(terms)
    forbidden = {word for agreed in terms for word in agreed.never}
    for word in sorted({word for agreed in terms for word in agreed.use} & forbidden):
        message = f"`{word}` is both in `use` and in `never`"
        fields.add("terms", "use-and-never", message, "remove it from one of them")
