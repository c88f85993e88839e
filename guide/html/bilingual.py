"""Joins a page in two languages into one bilingual page, paragraph by paragraph.

The script does the same in the browser (static/js/bilingual.mjs), where the answers are. Both pages come from the same
templates, so their trees have the same structure: elements are joined one by one, down to the elements with text,
which then contain both languages. Where the trees differ, both are shown completely: nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import TypeAlias

from lxml import etree, html

from guide.model.language import Language

BLOCKS = re.compile(
    "address|article|aside|blockquote|button|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form"
    "|h[1-6]|header|label|legend|li|nav|ol|p|section|summary|table|tbody|td|th|thead|tr|ul"
)
NUMBERED = ("p", "li")
ORDER = re.compile(r'<span class="order">\d+</span>')
SIDE = (*NUMBERED, "h1", "h2", "h3", "h4")  # side by side on wide screens; other texts are too short
Tree: TypeAlias = html.HtmlElement
# The parser of lxml.html chooses the class of each element in Python, which took a third of the time of a join.
PARSER = html.HTMLParser(encoding="utf-8")
PARSER.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement, comment=html.HtmlComment))


@dataclass
class _Join:
    """The state of one join: its languages, and the number of the last paragraph.

    A page with its own numbers (`data-own-numbers`), such as the question sheet, gets no paragraph numbers.
    """

    languages: tuple[Language, Language]
    numbered: bool = True
    number: int = 0
    # Elements whose words are still in question; each is asked about at several levels.
    known: dict[Tree, str] = field(default_factory=dict)

    def words_of(self, element: Tree) -> str:
        """Return the words of an element, with single spaces. Nothing may change in it after the first time."""
        words = self.known.get(element)
        if words is None:
            words = self.known[element] = _words(element)
        return words

    def worded(self, element: Tree) -> list[Tree]:
        return [child for child in element if self.words_of(child)]

    def trees(self, a: Tree, b: Tree) -> None:
        if a.get("data-single") is not None or self.words_of(a) == self.words_of(b):
            return
        for tree in (a, b):
            _wrap_loose_words(tree)
        worded = self.worded(a), self.worded(b)
        if (_mixed(a) or _mixed(b)) or [child.tag for child in worded[0]] != [child.tag for child in worded[1]]:
            self.words(a, b)
        else:
            for one, other in zip(*worded, strict=True):
                self.trees(one, other)

    def words(self, a: Tree, b: Tree) -> None:
        """Add the text of `b` to `a`; a paragraph gets one number for both."""
        both = _span("pair side" if a.tag in SIDE else "pair")
        if a.tag in NUMBERED and self.numbered:
            self.number += 1
            both.append(_span("order"))
            both[0].text = str(self.number)
        for tree, language in zip((a, b), self.languages, strict=True):
            code, direction = tree.get("lang", language.code), tree.get("dir", language.direction)
            cell = _span("text", {"lang": code, "dir": direction})
            cell.text, tree.text = tree.text, None
            cell.extend(list(tree))
            both.append(cell)
        _plain_copy(both[-1])
        for name in ("lang", "dir"):
            a.attrib.pop(name, None)
        a.append(both)


def pair_mains(first: str, second: str, languages: tuple[Language, Language], english: bool | None = None) -> str:
    """Return the HTML of a bilingual `<main>`, from that of each language. `english`: see `join`."""
    a, b = _trees(first, second)
    join(a, b, languages, english)
    return _html(a)


def pair_parts(first: str, second: str, languages: tuple[Language, Language], english: bool) -> str:
    """Return the HTML of a bilingual part of a `<main>`, from that of each language. `english`: see `join`.

    Its paragraphs are numbered from 1: `numbered` numbers those of the whole page.
    """
    a, b = _trees(first, second)
    _drop(a, b, english)
    _Join(languages).trees(a, b)
    return _html(a)


def numbered(main: str) -> str:
    """Return a bilingual `<main>` with the numbers of its paragraphs in order."""
    number = count(1)
    return ORDER.sub(lambda _: f'<span class="order">{next(number)}</span>', main)


def join(a: Tree, b: Tree, languages: tuple[Language, Language], english: bool | None = None) -> None:
    """Add the text of tree `b` to tree `a`. Notes on a translation come first, each in its language.

    The English beside a draft (`data-english`) stays, once, if both are drafts: no draft is shown without English.
    `english` tells whether they are, if the trees do not.
    """
    notes = b.xpath(".//*[@data-own='page']")
    for note in notes:
        note.getparent().remove(note)
        note.attrib.update({"lang": languages[1].code, "dir": languages[1].direction})
    _drop(a, b, english)
    kept = a.xpath(".//*[@data-own='page']")
    for note in kept:
        note.drop_tree()
    _Join(languages, numbered=not a.xpath(".//*[@data-own-numbers]")).trees(a, b)
    for view in a.xpath("./div"):
        view.classes.add("paired")  # style sheets make room for both languages
    (title,) = a.xpath(".//h1")
    for note in (*kept, *notes):
        title.addprevious(note)


def _trees(first: str, second: str) -> tuple[Tree, Tree]:
    a, b = (html.fragment_fromstring(main, create_parent="div", parser=PARSER) for main in (first, second))
    return a, b


def _html(tree: Tree) -> str:
    return (tree.text or "") + "".join(html.tostring(child, encoding="unicode") for child in tree)


def _drop(a: Tree, b: Tree, english: bool | None) -> None:
    """Remove what is for one language only."""
    for tree in (a, b):
        for own in tree.xpath(".//*[@data-own='passage'] | .//template | .//script"):
            own.drop_tree()
    folds = [tree.xpath(".//*[@data-english]") for tree in (a, b)]
    for fold in () if (all(folds) if english is None else english) else (*folds[0], *folds[1]):
        fold.drop_tree()


def _is_block(element: Tree) -> bool:
    return bool(BLOCKS.fullmatch(str(element.tag))) or "button" in (element.get("class") or "").split()


def _words(element: Tree) -> str:
    return " ".join(etree.tostring(element, method="text", encoding="unicode", with_tail=False).split())


def _span(name: str = "", attributes: Mapping[str, str] | None = None) -> Tree:
    span: Tree = PARSER.makeelement("span", ({"class": name} if name else {}) | dict(attributes or {}))
    return span


def _mixed(element: Tree) -> bool:
    """Whether it has text outside its child elements."""
    return any((text or "").strip() for text in (element.text, *(child.tail for child in element)))


def _wrap_loose_words(element: Tree) -> None:
    """Wrap text beside block elements into elements: `Sources: <ul>` has a text and a list."""
    if not any(map(_is_block, element)) or not _mixed(element):
        return
    parts = [(None, element.text), *((child, child.tail) for child in element)]
    element.text = None
    element[:] = []
    run: Tree | None = None
    for child, after in parts:
        if child is not None and _is_block(child):
            element.append(child)
            child.tail, run = None, None
        elif child is not None:
            child.tail = None
            run = _span() if run is None else run
            run.append(child)
            element.append(run)
        if after and (after.strip() or run is not None):
            run = _span() if run is None else run
            _add_text(run, after)
            element.append(run)


def _add_text(element: Tree, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _plain_copy(cell: Tree) -> None:
    """Remove from the second copy what the first one has: ids, the English of a draft, and pictures without text."""
    for element in cell.xpath(".//*[@id]"):
        del element.attrib["id"]
    for picture in cell.xpath(".//svg | .//*[@data-english]"):
        picture.drop_tree()
