"""Reads what was agreed about the words of a language: content/terms/<language>.yaml."""

from __future__ import annotations

from collections.abc import Iterable

from guide.loader.yaml_reader import StrictMapping
from guide.model.problems import near
from guide.model.wordlists import Agreed, LanguageTerms

# The small English words that turn a sentence around. `guide check` looks for them in a translation.
NEGATIONS = ("not", "never", "only", "unless")


def tongue(code: str, fields: StrictMapping, languages: Iterable[str]) -> LanguageTerms:
    """The agreed terms of the language `code`, and how it says each of NEGATIONS; problems go to the report."""
    known = tuple(languages)
    if code not in known:
        fields.report.add(1, "unknown-language", f"there is no language `{code}`", near(code, known))
    terms: dict[str, Agreed] = {}
    for entry in fields.mappings("terms"):
        agreed = _agreed(entry)
        if agreed.term in terms:
            entry.add("term", "duplicate-id", f"duplicate term `{agreed.term}`", "join the two")
        terms[agreed.term] = agreed
    _no_contradiction(fields, terms.values())
    with fields.mapping("negations") as said:
        negations = {word: _words(word, said) for word in NEGATIONS} if said.present else {}
    return LanguageTerms(tuple(terms.values()), negations)


def _agreed(entry: StrictMapping) -> Agreed:
    never = {each.text("word"): each.text("why") for each in entry.mappings("never", required=False)}
    return Agreed(entry.text("term"), _words("use", entry), never)


def _words(key: str, fields: StrictMapping) -> tuple[str, ...]:
    """The words to look for, one at least. An empty one would be found everywhere."""
    words = fields.texts(key)
    if key in fields and not all(words or [""]):
        fields.add(key, "empty-word", f"`{key}` has an empty word, or none", "write one word at least")
    return tuple(filter(None, words))


def _no_contradiction(fields: StrictMapping, terms: Iterable[Agreed]) -> None:
    """A word that one term asks for and another forbids could never be written."""
    terms = tuple(terms)
    forbidden = {word for agreed in terms for word in agreed.never}
    for word in sorted({word for agreed in terms for word in agreed.use} & forbidden):
        message = f"`{word}` is both in `use` and in `never`"
        fields.add("terms", "use-and-never", message, "remove it from one of them")
