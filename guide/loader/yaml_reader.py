"""A strict YAML reader: every value is text, unknown keys are errors, every problem has its line.

A mapping is read inside a `with` block. The end of the block reports each key that was not read, so that code cannot
forget to check for unknown keys. Reading outside of a block is a programming error and raises RuntimeError.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from functools import cached_property
from typing import TypeVar, cast, overload

import yaml

from guide.engine.rules import from_plain
from guide.loader.yaml_limits import excess
from guide.loader.yaml_rules import line_of, plain_rule
from guide.model.days import calendar_day
from guide.model.placed import Placed
from guide.model.problems import Report, near
from guide.model.rule import Rule

YES_NO = {"yes": True, "no": False}
REQUIRED = "\0required"
UNPRINTABLE = yaml.reader.Reader.NON_PRINTABLE
LINK = re.compile(r"https://[\w.-]+\.\w+(?:[/?#]\S*)?")
WHOLE_NUMBER = re.compile(r"[0-9]{1,9}")
Value = TypeVar("Value", bound=Placed)
Word = TypeVar("Word", bound=str)


def compose(text: str, report: Report, first_line: int = 1, may_be_empty: bool = False) -> StrictMapping:
    """Return the mapping of a YAML text; if it cannot be read, report that and return one that is not `present`."""
    try:
        node = yaml.compose("\n" * (first_line - 1) + text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else first_line
        fix = "fix the indentation, quotes or brackets"
        report.add(line, "broken-yaml", f"invalid YAML: {error.problem}", fix)
        return StrictMapping(None, report)
    except yaml.YAMLError:  # a character that YAML forbids, which pasted text may contain
        found = UNPRINTABLE.search(text)
        line = first_line + (text.count("\n", 0, found.start()) if found else 0)
        character = f"the character U+{ord(found[0]):04X}" if found else "an invisible character"
        report.add(line, "broken-yaml", f"invalid YAML: it contains {character}", "remove it")
        return StrictMapping(None, report)
    if node is not None and (beyond := excess(node)):
        line, what, fix = beyond
        report.add(line, "broken-yaml", f"invalid YAML: {what}", fix)
        return StrictMapping(None, report)
    if node is None and may_be_empty:
        return StrictMapping(None, report)
    if not isinstance(node, yaml.MappingNode):
        report.add(first_line, "not-a-mapping", "not a mapping of keys to values", "write `key: value` lines")
        return StrictMapping(None, report)
    return StrictMapping(node, report)


class StrictMapping:
    """One mapping, to be read in a `with` block, with a method for each type of value.

    A missing mapping (`present` is false) was reported already, and reads as empty without more problems.
    """

    def __init__(self, node: yaml.MappingNode | None, report: Report, entry: str = "", line: int = 1) -> None:
        self.report = report
        self.present = node is not None
        self.line = line_of(node) if node is not None else line
        self.entry = entry  # the id of the list entry that contains this
        self._nodes: dict[str, yaml.Node] = {}
        self._lines: dict[str, int] = {}
        self._asked: set[str] = set()
        self._open = False
        for key_node, value in node.value if node is not None else ():
            key = str(key_node.value)
            if key in self._nodes:
                report.add(line_of(key_node), "duplicate-key", f"duplicate key `{key}`", "keep one of the two")
            self._nodes[key] = value
            self._lines[key] = line_of(key_node)

    def __enter__(self) -> StrictMapping:
        self._open = True
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._open = False
        for key in self._nodes if kind is None else ():
            if key not in self._asked:
                self.add(key, "unknown-key", f"unknown key `{key}`", near(key, self._asked))

    def __iter__(self) -> Iterator[str]:
        return iter(self._nodes)

    def __contains__(self, key: str) -> bool:
        return key in self._nodes

    def line_of(self, key: str) -> int:
        return self._lines.get(key, self.line)

    def add(self, key: str, code: str, message: str, fix: str) -> None:
        self.report.add(self.line_of(key), code, message, fix)

    def place(self, value: Value) -> Value:
        """Return the value with its place: the file, the list entry and the lines."""
        return replace(value, path=self.report.path, entry=self.entry, lines=self.text_lines)

    @cached_property
    def text_lines(self) -> dict[str, int]:
        """Return the line of each key, and of each text below it: `title`, `words.0`, `options.yes`."""
        lines = dict(self._lines)
        for key, node in self._nodes.items():
            if isinstance(node, yaml.ScalarNode):
                lines[key] = line_of(node)
            elif isinstance(node, yaml.SequenceNode):
                lines |= {f"{key}.{number}": line_of(item) for number, item in enumerate(node.value)}
            else:
                lines |= {f"{key}.{inner.value}": line_of(value) for inner, value in node.value}
        return lines

    def ignore_rest(self) -> None:
        """Do not report unknown keys: after another problem the allowed keys are not known."""
        self._asked.update(self._nodes)

    def text(self, key: str, default: str = REQUIRED) -> str:
        node = self._take(key, default is REQUIRED)
        if node is None:
            return "" if default is REQUIRED else default
        text = self._scalar(node, key)
        if not text and default is REQUIRED:
            self.add(key, "missing", f"`{key}` is empty", "write its text")
        return text

    def flag(self, key: str, fix_missing: str = "") -> bool:
        """Whether a key is "yes". A missing key means "no"; with `fix_missing` it is a problem, with this fix."""
        if fix_missing and self.present and key not in self:
            self._asked.add(key)
            self.report.add(self.line, "missing", f"`{key}` is missing", fix_missing)
            return False
        word = self.text(key, "no")
        if word not in YES_NO:
            self.add(key, "not-yes-or-no", f"`{key}` is `{word}`", 'write "yes" or "no"')
        return YES_NO.get(word, False)

    def number(self, key: str) -> int:
        word = self.text(key)
        if not WHOLE_NUMBER.fullmatch(word):
            if self.present:
                self.add(key, "not-a-number", f"`{key}` is `{word[:60]}`", "write a whole number of 1 to 9 digits")
            return 0
        return int(word)

    @overload
    def one_of(self, key: str, known: Iterable[Word], default: Word = ...) -> Word: ...

    @overload
    def one_of(self, key: str, known: Iterable[Word], default: None) -> Word | None: ...

    def one_of(self, key: str, known: Iterable[Word], default: str | None = REQUIRED) -> Word | None:
        """The one of the `known` words, such as the members of a StrEnum, that a key names.

        Any other word is reported and given back as it is: content with a problem makes no library.
        """
        word, known = self.text(key, default or ""), tuple(known)
        if word and word not in known:
            self.add(key, "unknown-word", f"`{word}` is not a valid `{key}`", near(word, known))
        if not word and default is None:
            return None
        return next((each for each in known if each == word), cast(Word, word))

    def date(self, key: str) -> dt.date:
        word = self.text(key)
        try:
            return calendar_day(word)
        except ValueError:
            if word:
                self.add(key, "bad-date", f"`{key}` is `{word}`", "not a valid date, use YYYY-MM-DD")
            return dt.date.min

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Return a list of texts; a single text counts as a list of one."""
        node = self._take(key, default is None)
        if node is None:
            return default or ()
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        return tuple(self._scalar(item, key) for item in items)

    def link(self, key: str) -> str:
        """Return an optional https:// URL, or ""."""
        url = self.text(key, "")
        if url and not LINK.fullmatch(url):
            self.add(key, "bad-link", f"`{url}` is not a link", "write the whole address, starting with https://")
        return url

    def matching(self, key: str, form: re.Pattern[str], fix: str) -> str:
        """Return an optional text, or "". A text that does not match `form` is a problem."""
        text = self.text(key, "")
        if key in self and not form.fullmatch(text):
            self.add(key, f"bad-{key}", f"`{text}` is not a valid `{key}`", fix)
        return text

    def need(self, *keys: str) -> None:
        """Report a problem if all of these keys are missing."""
        if not any(key in self for key in keys):
            self.add(keys[0], "missing", f"`{keys[0]}` is missing", f"add `{keys[0]}:`")

    def known(self, key: str, known: Iterable[str], default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Return a list of ids; an unknown id is a problem."""
        words, known = self.texts(key, default), set(known)
        for word in words:
            if word not in known:
                self.add(key, f"unknown-{key}", f"unknown `{word}` in `{key}`", near(word, known))
        return words

    def mapping(self, key: str, required: bool = True) -> StrictMapping:
        """Return the mapping below a key, to be read in its own `with` block; after a problem, an empty one."""
        node = self._take(key, required)
        if node is not None and not isinstance(node, yaml.MappingNode):
            self.add(key, "not-a-mapping", f"`{key}` is not a mapping", "write `key: value` lines below it")
            node = None
        return StrictMapping(node, self.report, self.entry, self.line_of(key))

    def labels(self, key: str) -> dict[str, str]:
        """Return a mapping of ids to texts, in the order of the file."""
        with self.mapping(key) as fields:
            return {id: fields.text(id) for id in fields}

    def entries(self) -> Iterator[tuple[str, StrictMapping]]:
        """Yield the mappings in a mapping of ids. Each is closed when the next one is requested."""
        for id in self:
            with self.mapping(id) as entry:
                if entry.present:
                    yield id, entry

    def mappings(self, key: str, required: bool = True) -> Iterator[StrictMapping]:
        """Yield the mappings of a list. Each is closed when the next one is requested. A duplicate id is a problem."""
        ids: set[str] = set()
        for item in self._items(key, required):
            with StrictMapping(item, self.report, _id(item)) as entry:
                if entry.entry in ids:
                    entry.add("id", "duplicate-id", f"duplicate id `{entry.entry}`", "give each entry a different id")
                ids.update(filter(None, [entry.entry]))
                yield entry

    def ids(self, key: str) -> list[str]:
        """Return the ids of the mappings of a list, before they are read."""
        node = self._nodes.get(key)
        items = node.value if isinstance(node, yaml.SequenceNode) else ()
        return [_id(item) for item in items if isinstance(item, yaml.MappingNode)]

    def rule(self, key: str, known: Mapping[str, tuple[str, ...]], later: Set[str] = frozenset()) -> Rule | None:
        """Return the rule below a key, or None if it is missing.

        `known` maps each question that a rule may use to its options; `later` are questions that are asked later.
        """
        node = self._take(key, False)
        if node is None:
            return None
        before = len(self.report.problems)
        plain = plain_rule(node, self.report, known, later)
        return from_plain(plain) if len(self.report.problems) == before else None

    def _items(self, key: str, required: bool) -> list[yaml.MappingNode]:
        node = self._take(key, required)
        if node is None:
            return []
        items = node.value if isinstance(node, yaml.SequenceNode) else None
        if items is None or not all(isinstance(item, yaml.MappingNode) for item in items):
            self.add(key, "not-a-list", f"`{key}` is not a list of mappings", "start each with `- `")
            return []
        return list(items)

    def _take(self, key: str, required: bool) -> yaml.Node | None:
        if not self._open:
            raise RuntimeError(f"`{key}` is read outside of a `with` block")
        self._asked.add(key)
        node = self._nodes.get(key)
        if node is None and required and self.present:
            self.report.add(self.line, "missing", f"`{key}` is missing", f"add `{key}:`")
        return node

    def _scalar(self, node: yaml.Node, key: str) -> str:
        if isinstance(node, yaml.ScalarNode):
            return str(node.value).strip()
        fix = "write text; put quotes around it if it has `: ` or `#`"
        self.add(key, "not-text", f"`{key}` is not plain text", fix)
        return ""


def _id(node: yaml.MappingNode) -> str:
    ids = (value.value for key, value in node.value if key.value == "id" and isinstance(value, yaml.ScalarNode))
    return str(next(ids, ""))
