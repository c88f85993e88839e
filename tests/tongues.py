"""Which language each word of a page is marked with, held against what is known of the words."""

import re

from markup import parsed, text

# A name needs no mark: it is the same in every language.
NAME = re.compile(r"(?<![A-Za-z])[A-Z]\w+ (?:of|for|the) (?:the )?[A-Z][\w-]+")
# Words that English cannot do without, and that no other language of the guide has.
ENGLISH = re.compile(r"\b(the|of|and|your|with|from|this)\b", re.IGNORECASE)
SPOKEN = ("aria-label", "alt", "title", "placeholder")
SILENT = ("script", "style", "template")


def tongue_faults(html, library):
    """Words that are marked with another language than theirs, and marks that a line cannot be set by."""
    document = parsed(html)
    page = document.root.get("lang")
    names = _english_names(library)
    own = {language.name: code for code, language in library.languages.items()}
    for element, words in _said(document):
        lang = _lang(document, element)
        if lang != "en" and (ENGLISH.search(NAME.sub("", words)) or words in names):
            yield f"English, but marked {lang}: {words[:60]}"
        if own.get(words, lang) != lang:
            yield f"the name of a language, but marked {lang}: {words}"
    for element in document.root.iter():
        lang = element.get("lang")
        if lang and lang not in library.languages:
            yield f"not a language of the guide: {lang}"
        elif lang and lang != page and not _set(document, element, library.languages[lang].direction):
            yield f"nothing says which way this runs: <{element.tag} lang={lang}> {text(element)[:40]}"


def _english_names(library):
    sources = library.sources.values()
    names = {source.title for source in sources} | {source.publisher for source in sources}
    names |= {helper.name for helper in library.helpers}
    return {name for name in names if re.search("[A-Za-z]", name)}


def _said(document):
    """Every text that is seen or spoken, with the element whose language it has."""
    for element in document.root.iter():
        if element.tag in SILENT:
            continue
        children = [(element, child.tail) for child in element]
        spoken = [(element, element.get(name)) for name in SPOKEN]
        for owner, words in [(element, element.text), *children, *spoken]:
            if words and words.strip():
                yield owner, " ".join(words.split())


def _lang(document, element):
    return next(one.get("lang") for one in (element, *document.above(element)) if one.get("lang"))


def _set(document, element, direction):
    """Whether this phrase is kept apart: by its direction, or by standing in `bdi`."""
    if element.get("dir"):
        return element.get("dir") == direction
    apart = element.tag == "bdi" or any(one.tag == "bdi" for one in document.above(element))
    return apart or (len(element) == 1 and element[0].tag == "bdi" and text(element[0]) == text(element))
