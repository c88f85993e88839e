"""No script of ours uses what Chrome 80, Safari 13.1 or Firefox 78 cannot: a phone that has it stops in the middle.

The words are searched for, since no engine of today refuses them. tests/browser/test_chrome80.py runs a real old one.
"""

import re

import pytest

from guide.config import CHECKOUT

SCRIPTS = sorted((CHECKOUT / "static" / "js").glob("*.*js"))
# What is newer, and what to write instead.
NEWER = {
    r"\.replaceChildren\(": "textContent and append",
    r"\.at\(": "an index",
    r"\.replaceAll\(": "replace with /g, or split and join",
    r"\.(findLast|findLastIndex|toSorted|toReversed|toSpliced|with)\(": "a copy and the older method",
    r"\bObject\.(hasOwn|groupBy)\b": "Object.keys",
    r"\bPromise\.(any|withResolvers|try)\b": "all or race",
    r"\bstructuredClone\b": "a copy by hand",
    r"(\?\?|\|\||&&)=": "a plain assignment",
    r"[\w)\]]\.#|^\s+#\w+": "a module's own variable",
    r"\bawait import\(|^await ": "an async function",
    r":(is|where|has)\(": "a list of selectors",
    r":not\([^()]*,": "one :not after another",
    r"\(\?<[=!]": "a group",
    r"\.checkVisibility\(|\bpopover\b|\.showModal\(|\.inert\b": "hidden",
}
SAMPLES = [
    "box.replaceChildren(a)", "list.at(-1)", 'text.replaceAll("a", "b")', "all.findLast(one)", "Object.hasOwn(a, b)",
    "Promise.any(all)", "structuredClone(a)", "a ??= b", "this.#secret = 1", 'await import("./a.mjs")',
    '":is(p, li)"', '":not([open], .noprint)"', "/(?<=a)b/", "box.checkVisibility()",
]  # fmt: skip


def newer(text):
    return {words: instead for words, instead in NEWER.items() if re.search(words, text, re.M)}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_every_script_keeps_to_what_old_engines_know(script):
    assert newer(script.read_text("utf-8")) == {}


def test_each_newer_word_is_found():
    assert [found for sample in SAMPLES for found in newer(sample)] == list(NEWER)
