"""What this site asks of a page beyond the HTML standard: each check returns the problems of a page as text.

The standard itself, with what may stand in what, is the work of html-validate (html_validate.py).
"""

import re
from collections import Counter
from functools import lru_cache
from itertools import chain

import html5lib

SVG = "{http://www.w3.org/2000/svg}"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SECTIONING = {"article", "aside", "nav", "section"}
REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for", "headers", "form", "list")
LANDMARKS = ("main", "header", "footer", "nav", "section", "aside", "form")


class Document:
    """A parsed page, without the `template` elements, which only a script shows."""

    def __init__(self, html):
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        self.root = parser.parse(html)
        self.errors = [f"line {place[0]}: {code} {details}" for place, code, details in parser.errors]
        self.everything = list(self.root.iter())
        for parent in self.everything:
            for template in parent.findall("template"):
                # What follows a template belongs to its parent, and is white space here.
                parent.remove(template)
        self.parents = {child: parent for parent in self.root.iter() for child in parent}
        self.ids = Counter(id for id in (one.get("id") for one in self.root.iter()) if id is not None)

    def all(self, *names):
        """Return all elements of these names, in order."""
        return [one for one in self.root.iter() if one.tag in names]

    def shown(self, *names):
        """Return the elements of these names that a reader meets, in order."""
        return [one for one in self.all(*names) if all(each.get("hidden") is None for each in (one, *self.above(one)))]

    def above(self, element):
        """Yield the ancestors of an element, the nearest first."""
        while element := self.parents.get(element):
            yield element

    def name(self, element):
        """Return the accessible name of a landmark."""
        labels = (element.get("aria-labelledby") or "").split()
        named = [text(one) for id in labels for one in self.root.iter() if one.get("id") == id]
        return " ".join(named) or element.get("aria-label", "")


@lru_cache(maxsize=2)
def parsed(html):
    """Return the parsed page, cached: several checks of one page follow each other, and parsing takes longest."""
    return Document(html)


def text(element):
    """Return the words of an element, with single spaces."""
    return " ".join("".join(element.itertext()).split())


def tag(element):
    """Return the start tag of an element with its first words, to find it in the page."""
    marks = "".join(f" {name}={element.get(name)!r}" for name in ("id", "class", "href", "name") if element.get(name))
    return f"<{element.tag}{marks}> {text(element)[:40]}"


def problems(html):
    """Return all problems of a page as sentences; an empty list if there is none."""
    document = parsed(html)
    return document.errors + list(chain.from_iterable(check(document) for check in CHECKS))


def policy(document):
    """Check for what the content security policy blocks, and for what moves or plays by itself."""
    for element in document.everything:
        if element.get("http-equiv") == "refresh" or element.get("autoplay") is not None or element.tag == "marquee":
            yield f"it does not wait for the reader: {element.attrib}"
        if element.tag == "style":
            yield "a style element"
        if element.tag == "script" and not element.get("src") and element.get("type") != "application/json":
            yield "a script in the page"
        for name in element.attrib:
            if name == "style" or name.startswith("on"):
                yield f"{name} on {tag(element)}"


def ids(document):
    """Check that ids are unique, and that each reference and each link within the page leads to one."""
    yield from (f"id twice: {id}" for id, count in document.ids.items() if count > 1)
    yield from (f"not an id: {id!r}" for id in document.ids if not re.fullmatch(r"\S+", id))
    for element in document.root.iter():
        for name in REFERENCES:
            for id in (element.get(name) or "").split():
                if id not in document.ids:
                    yield f"{name} leads nowhere: {id} on {tag(element)}"
        link = element.get("href") or ""
        if link.startswith("#") and link[1:] not in document.ids:
            yield f"a link leads nowhere: {tag(element)}"


def outline(document):
    """Check the headings: one h1, no empty one, no level skipped, and each section has one."""
    headings = document.shown(*HEADINGS)
    if [one.tag for one in headings].count("h1") != 1:
        yield f"not one h1: {[text(one) for one in headings if one.tag == 'h1']}"
    level = 0
    for heading in headings:
        if not text(heading):
            yield f"an empty heading: {tag(heading)}"
        if int(heading.tag[1]) > level + 1:
            yield f"a level is skipped before {tag(heading)}"
        level = int(heading.tag[1])
    for section in document.shown("section"):
        if not document.name(section) and not any(one.tag in HEADINGS for one in section.iter()):
            yield f"a section without a name: {tag(section)}"


def landmarks(document):
    """Check the landmarks: one banner, one main, one contentinfo, and a different name for each other."""
    found = Counter()
    for element in document.shown(*LANDMARKS):
        inside = {one.tag for one in document.above(element)} & (SECTIONING | {"main"})
        name = document.name(element)
        if element.tag in ("header", "footer") and inside:
            continue
        if element.tag == "main" or (element.tag in ("header", "footer")):
            found[element.tag] += 1
        elif element.tag == "nav" or name:
            found[f"{element.tag} {name!r}"] += 1
    yield from (f"{what} stands {count} times" for what, count in found.items() if count > 1)
    yield from (f"no {what}" for what in ("main", "header", "footer") if not found[what])
    if found["nav ''"]:
        yield "a navigation without a name"
    for article in document.all("article"):
        if article.get("role") != "none" and not document.name(article):
            yield f"an article without a name: {tag(article)}"


def controls(document):
    """Check that buttons have a name, and that fields have a label."""
    labelled = {one.get("for") for one in document.all("label")}
    for button in document.all("button"):
        if not (text(button) or button.get("aria-label")):
            yield f"a button without a name: {tag(button)}"
    for field in document.all("input", "select", "textarea"):
        named = field.get("aria-label") or field.get("id") in labelled
        in_label = any(one.tag == "label" for one in document.above(field))
        if field.get("type") != "hidden" and not named and not in_label:
            yield f"a field without a label: {tag(field)}"
    for link in document.all("a"):
        if not (link.get("href") and (text(link) or link.get("aria-label"))):
            yield f"a link without a name or a target: {tag(link)}"
    for element in document.root.iter():
        if int(element.get("tabindex") or 0) > 0:
            yield f"an order of its own: {tag(element)}"


def kept(document):
    """Check that no browser keeps what is chosen. Firefox asks the form about a tick, and the field about a list."""
    for field in document.all("input", "select", "textarea"):
        above = (one for one in document.above(field) if one.tag == "form")
        forbids = next(above, None) if field.get("type") in ("radio", "checkbox", "hidden") else field
        if forbids is None or forbids.get("autocomplete") != "off":
            yield f"a browser keeps what is chosen: {tag(field)}"


def pictures(document):
    """Check that a picture is hidden from screen readers or has a description."""
    for picture in document.all(f"{SVG}svg"):
        title = picture.find(f"{SVG}title")
        says = picture.get("aria-label") or (title is not None and text(title))
        if picture.get("aria-hidden") != "true" and not (picture.get("role") == "img" and says):
            yield f"a picture that says nothing: {picture.attrib}"
    yield from (f"an image without alt: {one.attrib}" for one in document.all("img") if one.get("alt") is None)


def lists(document):
    """Check that no list is empty."""
    yield from (f"an empty list: {tag(element)}" for element in document.all("ul", "ol", "dl") if not len(element))


CHECKS = (policy, ids, outline, landmarks, controls, kept, pictures, lists)


# Which language each word of a page is marked with, held against what is known of the words.
# A name needs no mark: it is the same in every language.
NAME = re.compile(r"(?<![A-Za-z])[A-Z]\w+ (?:of|for|the) (?:the )?[A-Z][\w-]+")
# Words that English cannot do without, and that no other language of the guide has.
ENGLISH = re.compile(r"\b(the|of|and|your|with|from|this)\b", re.IGNORECASE)
SPOKEN = ("aria-label", "alt", "title", "placeholder")
SILENT = ("script", "style", "template")


def language_problems(html, library):
    """Yield the words that are marked with a wrong language, and phrases whose direction is not isolated."""
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
    names |= {provider.name for provider in library.providers}
    return {name for name in names if re.search("[A-Za-z]", name)}


def _said(document):
    """Yield each text that is seen or spoken, with the element that has its language."""
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
    """Return whether this phrase is isolated, by its own direction or by `bdi`."""
    if element.get("dir"):
        return element.get("dir") == direction
    apart = element.tag == "bdi" or any(one.tag == "bdi" for one in document.above(element))
    return apart or (len(element) == 1 and element[0].tag == "bdi" and text(element[0]) == text(element))
