"""Takes out of the HTML of a kit what it does not need, so that it is small enough for a message.

No word of a text is lost but those for screen readers that repeat what stands beside them. What neither the style nor
the script of a kit names goes: pictures, classes, attributes, white space, and end tags that HTML makes optional.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from copy import deepcopy
from typing import TypeAlias

from lxml import html

Tree: TypeAlias = html.HtmlElement

# What a kit that is too large does without, one after the other: the second language (or the English of a draft) of
# less urgent parts, and last the QR code. No sentence of the first language ever goes.
SHORTER = ("help", "warnings", "papers", "states", "plan", "helpers", "leads", "cards", "code")
KEPT = frozenset(("id", "lang", "dir", "href", "hidden", "class", "tabindex", "type"))
# Of the script, and of the test of what it finds.
KEPT |= {f"data-{name}" for name in ("question", "many", "option", "finding", "held", "old-order", "if")}
KEPT |= {f"data-{name}" for name in ("piece", "move", "group", "expires", "no-script")}
STYLED = frozenset(("blanks", "draft", "english", "paper-row", "said", "state", "warn"))
NAMED = ("section", "article")  # they keep their ids
BLOCKS = "article|dd|details|div|dl|dt|h[1-6]|li|nav|ol|p|section|summary|ul|template"
AROUND = re.compile(rf"\s*(</?(?:{BLOCKS})\b[^>]*>)\s*")
# End tags that HTML lets a page leave out before these.
ENDS = re.compile(
    r"</li>(?=<li\b|</[uo]l>)|</d[dt]>(?=<d[dt]\b|</dl>)"
    r"|</p>(?=<(?:p|ul|ol|dl|div|h[1-6]|section|details|article|nav)\b|</(?:div|li|dd|section|details|article)>)"
)
TAG = re.compile(r"<[a-z][^<>]*>")
QUOTED = re.compile(r'(?<= )([a-z-]+)="([\w#.:/@+?%&;-]+)"')
NO_VALUE = re.compile(r'(?<= )([a-z-]+)=""')


def tree(text: str, leads: Callable[[str], str]) -> Tree:
    """Return the main part of a kit as a tree, without what no kit needs.

    `leads` returns where a link to a page of ours leads, or nothing: then it is no link.
    """
    root = html.fragment_fromstring(text, create_parent="div")
    _drop(
        root,
        ".//svg[not(@role='img')] | .//*[@data-needs-script] | .//*[contains(concat(' ', @class, ' '), ' unseen ')]",
    )
    for row in root.xpath(".//li[contains(@class, 'state-row')]"):
        row.set("id", f"call-{row.get('data-row')}")
    # On the site a condition stands on a line of its own, before its number.
    for condition in root.xpath(".//li/span[@class='fine']"):
        condition.tail = f" {condition.tail or ''}"
    _lead(root, leads)
    _pair(root)
    _label(root)
    return root


def written(root: Tree, *, rtl: bool, without: Collection[str] = ()) -> str:
    """Return a tree in little markup. `rtl`: a language of it runs from right to left; `without`: of `SHORTER`."""
    root = deepcopy(root)
    _shorten(root, without)
    _strip(root, rtl)
    text = "".join(html.tostring(child, encoding="unicode") for child in root)
    text = AROUND.sub(r"\1", re.sub(r"\s+", " ", text))
    return TAG.sub(lambda tag: NO_VALUE.sub(r"\1", QUOTED.sub(r"\1=\2", tag[0])), ENDS.sub("", text))


def _drop(root: Tree, path: str) -> None:
    for element in root.xpath(path):
        element.drop_tree()


def _lead(root: Tree, leads: Callable[[str], str]) -> None:
    """Let links to pages of ours lead to chapters or to the site; those to nowhere become text."""
    ids = set(root.xpath(".//@id"))
    for link in root.xpath(".//a"):
        href = link.get("href", "")
        if href.startswith("/"):
            href = leads(href)
        if not href or (href.startswith("#") and href[1:] not in ids):
            link.drop_tag()
        else:
            link.set("href", href)


def _pair(root: Tree) -> None:
    """Write two languages of one text (html/bilingual.py) as the first, and the second in `i`."""
    for pair in root.xpath(".//span[contains(concat(' ', @class, ' '), ' pair ')]"):
        for number in pair.xpath("./span[@class='order']"):
            number.drop_tree()
        first, second = pair
        second.tag = "i"
        second.attrib.pop("class")
        for element in (first, pair):
            element.attrib.clear()
            element.drop_tag()


def _label(root: Tree) -> None:
    """Leave the label of the English within a fold to the style: it is the same in every fold."""
    for english in root.xpath(".//div[@data-english]"):
        label, text = english
        label.drop_tree()
        english.attrib.update({"lang": "en", "dir": "ltr"})
        text.attrib.clear()


def _shorten(root: Tree, without: Collection[str]) -> None:
    for group in without:
        second = f".//*[@data-later='{group}']//i | .//*[@data-english]//*[@data-later='{group}']"
        _drop(root, f"{second} | .//*[@data-{group}]")
    _drop(root, ".//div[@data-english][not(normalize-space())] | .//details[@data-english][not(normalize-space(div))]")
    for note in root.xpath(".//*[@data-short]"):
        if without:
            note.attrib.pop("hidden")
        else:
            note.drop_tree()


def _strip(root: Tree, rtl: bool) -> None:
    linked = {href[1:] for href in root.xpath(".//a/@href") if href.startswith("#")}
    for pieces in root.xpath(".//*[@data-pieces]"):
        pieces.tag = "template"
    for element in root.xpath(".//*[not(ancestor-or-self::svg)]"):
        _strip_attributes(element, linked, rtl)
        if element.tag == "strong":
            element.tag = "b"
    # The style keeps a number or an address in a link apart from the text around it.
    for address in root.xpath(".//a[not(starts-with(@href, '#'))]/bdi"):
        address.drop_tag()
    if not root.xpath(".//i"):  # where it does not mark a second language, it marks English words
        for foreign in root.xpath(".//span[@lang]"):
            foreign.tag = "i"
    plain = ("div", "span") if rtl else ("div", "span", "bdi")
    for element in reversed(list(root.iter(*plain))):
        if not element.attrib and element is not root:
            element.drop_tag()


def _strip_attributes(element: Tree, linked: Collection[str], rtl: bool) -> None:
    classes = " ".join(each for each in (element.get("class") or "").split() if each in STYLED)
    element.attrib.pop("class", None)
    if classes:
        element.set("class", classes)
    if element.get("id") not in linked and element.tag not in NAMED:
        element.attrib.pop("id", None)
    if not rtl or element.tag in ("bdi", "span"):  # the style turns English words within a sentence
        element.attrib.pop("dir", None)
    for name in [each for each in element.attrib if each not in KEPT]:
        del element.attrib[name]
