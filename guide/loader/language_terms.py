"""Reads what was agreed about the words of a language: content/terms/<language>.yaml."""

from __future__ import annotations

from collections.abc import Iterable

from guide.loader.yaml_reader import StrictMapping
from guide.model.problems import near
from guide.model.wordlists import Agreed, LanguageTerms

# The small English words that turn a sentence around. `guide check` looks for them in a translation.
NEGATIONS = ("not", "never", "only", "unless")


def tongue(code: str, fields: StrictMapping, languages: Iterable[str]) -> LanguageTerms:
    """The agreed terms of the language `code`, and how it says each of NEGATIONS; faults go to the report."""
    known = tuple(languages)
    if code not in known:
        fields.report.add(1, "unknown-language", f"there is no language `{code}`", near(code, known))
    terms: dict[str, Agreed] = {}
    for entry in fields.mappings("terms"):
        agreed = _agreed(entry)
        if agreed.term in terms:
            entry.add("term", "duplicate-id", f"the term `{agreed.term}` stands here twice", "join the two")
        terms[agreed.term] = agreed
    _no_contradiction(fields, terms.values())
    said = fields.mapping("negations")
    negations = {word: _words(word, said) for word in NEGATIONS} if said is not None else {}
    if said is not None:
        said.done()
    return LanguageTerms(tuple(terms.values()), negations)


def _agreed(entry: StrictMapping) -> Agreed:
    never = {}
    for each in entry.mappings("never", required=False):
        never[each.text("word")] = each.text("why")
        each.done()
    agreed = Agreed(entry.text("term"), _words("use", entry), never)
    entry.done()
    return agreed


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
        message = f"`{word}` stands under `use` and under `never`"
        fields.add("terms", "use-and-never", message, "take it out of one of the two")
