"""Strict reading of YAML: every value is text, every key is known, every fault has its line."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping

import yaml

from guide.engine.rules import from_plain
from guide.model.problems import Report, near
from guide.model.rule import Rule

YES_NO = {"yes": True, "no": False}
REQUIRED = "\0required"
UNPRINTABLE = yaml.reader.Reader.NON_PRINTABLE
LINK = re.compile(r"https://[\w.-]+\.\w+(?:[/?#]\S*)?")


def compose(text: str, report: Report, first_line: int = 1) -> StrictMapping | None:
    """The mapping that a YAML text holds, or None after reporting why it cannot be read."""
    try:
        node = yaml.compose("\n" * (first_line - 1) + text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else first_line
        report.add(line, "broken-yaml", f"this is not YAML: {error.problem}", "mend the indent, quotes or brackets")
        return None
    except yaml.YAMLError:  # a sign that no YAML may hold, as it comes along when text is pasted
        found = UNPRINTABLE.search(text)
        line = first_line + (text.count("\n", 0, found.start()) if found else 0)
        sign = f"the sign U+{ord(found[0]):04X}" if found else "a sign that nobody sees"
        report.add(line, "broken-yaml", f"this is not YAML: it holds {sign}", "take it out")
        return None
    if not isinstance(node, yaml.MappingNode):
        report.add(first_line, "not-a-mapping", "this is no mapping of keys to values", "write `key: value` lines")
        return None
    return StrictMapping(node, report)


class StrictMapping:
    """One mapping. Each key is asked for by kind; `done` reports the keys that nobody asked for."""

    def __init__(self, node: yaml.MappingNode, report: Report, entry: str = "") -> None:
        self.report = report
        self.line = _line(node)
        self.entry = entry  # the id of the list entry that this is, or is a part of
        self._nodes: dict[str, yaml.Node] = {}
        self._lines: dict[str, int] = {}
        self._asked: set[str] = set()
        for key_node, value in node.value:
            key = str(key_node.value)
            if key in self._nodes:
                report.add(_line(key_node), "duplicate-key", f"`{key}` stands here twice", "keep one of the two")
            self._nodes[key] = value
            self._lines[key] = _line(key_node)

    def __iter__(self) -> Iterator[str]:
        return iter(self._nodes)

    def __contains__(self, key: str) -> bool:
        return key in self._nodes

    def line_of(self, key: str) -> int:
        return self._lines.get(key, self.line)

    def add(self, key: str, code: str, message: str, remedy: str) -> None:
        self.report.add(self.line_of(key), code, message, remedy)

    def done(self) -> None:
        for key in self._nodes:
            if key not in self._asked:
                self.add(key, "unknown-key", f"nobody knows the key `{key}`", near(key, self._asked))

    def text(self, key: str, default: str = REQUIRED) -> str:
        node = self._take(key, default is REQUIRED)
        if node is None:
            return "" if default is REQUIRED else default
        text = self._scalar(node, key)
        if not text and default is REQUIRED:
            self.add(key, "missing", f"`{key}` is empty", "write its text")
        return text

    def flag(self, key: str) -> bool:
        word = self.text(key, "no")
        if word not in YES_NO:
            self.add(key, "not-yes-or-no", f"`{key}` is `{word}`", 'write "yes" or "no"')
        return YES_NO.get(word, False)

    def number(self, key: str) -> int:
        word = self.text(key)
        if not word.isdecimal():
            self.add(key, "not-a-number", f"`{key}` is `{word}`", "write a whole number")
            return 0
        return int(word)

    def one_of(self, key: str, known: Iterable[str], default: str = REQUIRED) -> str:
        word, known = self.text(key, default), tuple(known)
        if word and word not in known:
            self.add(key, "unknown-word", f"`{word}` is no `{key}`", near(word, known))
        return word

    def date(self, key: str) -> dt.date:
        word = self.text(key)
        try:
            return dt.date.fromisoformat(word)
        except ValueError:
            if word:
                self.add(key, "bad-date", f"`{key}` is `{word}`", "write a day that exists as YYYY-MM-DD")
            return dt.date.min

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of texts; a single text counts as a list of one."""
        node = self._take(key, default is None)
        if node is None:
            return default or ()
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        return tuple(self._scalar(item, key) for item in items)

    def link(self, key: str) -> str:
        """An address on the web, or nothing."""
        url = self.text(key, "")
        if url and not LINK.fullmatch(url):
            self.add(key, "bad-link", f"`{url}` is no link", "write the whole address, starting with https://")
        return url

    def matching(self, key: str, form: re.Pattern[str], remedy: str) -> str:
        """An optional text of a form; what is not of the form is reported."""
        text = self.text(key, "")
        if key in self and not form.fullmatch(text):
            self.add(key, f"bad-{key}", f"`{text}` is no `{key}`", remedy)
        return text

    def need(self, *keys: str) -> None:
        """Reports it where none of these keys is there."""
        if not any(key in self for key in keys):
            self.add(keys[0], "missing", f"`{keys[0]}` is missing", f"add `{keys[0]}:`")

    def known(self, key: str, known: Iterable[str], default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of ids, each of which somebody must know."""
        words, known = self.texts(key, default), set(known)
        for word in words:
            if word not in known:
                self.add(key, f"unknown-{key}", f"nobody knows `{word}` in `{key}`", near(word, known))
        return words

    def mapping(self, key: str) -> StrictMapping | None:
        node = self._take(key, True)
        if node is None:
            return None
        if not isinstance(node, yaml.MappingNode):
            self.add(key, "not-a-mapping", f"`{key}` is no mapping", "write `key: value` lines below it")
            return None
        return StrictMapping(node, self.report, self.entry)

    def pairs(self, key: str) -> dict[str, str]:
        """A mapping of ids to texts, in its order."""
        fields = self.mapping(key)
        return {} if fields is None else {id: fields.text(id) for id in fields}

    def mappings(self, key: str, required: bool = True) -> list[StrictMapping]:
        node = self._take(key, required)
        if node is None:
            return []
        items = node.value if isinstance(node, yaml.SequenceNode) else None
        if items is None or not all(isinstance(item, yaml.MappingNode) for item in items):
            self.add(key, "not-a-list", f"`{key}` is no list of mappings", "start each with `- `")
            return []
        return [StrictMapping(item, self.report, _id(item)) for item in items]

    def rule(self, key: str, known: Mapping[str, tuple[str, ...]], later: Iterable[str] = ()) -> Rule | None:
        """A rule over the `known` questions and their options, or None where there is none."""
        node = self._take(key, False)
        if node is None:
            return None
        self.report.places.add(self.report.path, f"{key}:", self.line_of(key), self.entry)
        before = len(self.report.problems)
        plain = _plain_rule(node, self.report, known, frozenset(later))
        return from_plain(plain) if len(self.report.problems) == before else None

    def _take(self, key: str, required: bool) -> yaml.Node | None:
        self._asked.add(key)
        node = self._nodes.get(key)
        if node is None and required:
            self.report.add(self.line, "missing", f"`{key}` is missing", f"add `{key}:`")
        return node

    def _scalar(self, node: yaml.Node, key: str) -> str:
        if isinstance(node, yaml.ScalarNode):
            text = str(node.value).strip()
            if key != "id":
                self.report.places.add(self.report.path, text, _line(node), self.entry)
            return text
        self.add(
            key,
            "not-text",
            f"`{key}` holds no plain text",
            "write text; put quotes around it if it has `: ` or `#`",
        )
        return ""


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _id(node: yaml.MappingNode) -> str:
    ids = (value.value for key, value in node.value if key.value == "id" and isinstance(value, yaml.ScalarNode))
    return str(next(ids, ""))


def _plain_rule(
    node: yaml.Node, report: Report, known: Mapping[str, tuple[str, ...]], later: frozenset[str]
) -> dict[str, object]:
    """A rule as plain data; every question and option that nobody knows is reported."""
    if not isinstance(node, yaml.MappingNode):
        report.add(_line(node), "bad-rule", "a rule is a mapping", "write `question: option`, `all`, `any` or `not`")
        return {}
    plain: dict[str, object] = {}
    for key_node, value in node.value:
        key = str(key_node.value)
        if key in plain:
            report.add(_line(key_node), "duplicate-key", f"`{key}` stands here twice", "join the two under `all`")
        if key == "not":
            plain[key] = _plain_rule(value, report, known, later)
        elif key in ("all", "any"):
            items = value.value if isinstance(value, yaml.SequenceNode) else [value]
            plain[key] = [_plain_rule(item, report, known, later) for item in items]
        else:
            plain[key] = _options(key, key_node, value, report, known, later)
    return plain


def _options(
    question: str,
    key_node: yaml.Node,
    value: yaml.Node,
    report: Report,
    known: Mapping[str, tuple[str, ...]],
    later: frozenset[str],
) -> list[str]:
    if question in later:
        remedy = "a question may only look at the questions before it"
        report.add(_line(key_node), "later-question", f"the rule looks at `{question}`, which is asked later", remedy)
        return []
    if question not in known:
        remedy = near(question, [*known, "all", "any", "not"])
        report.add(_line(key_node), "unknown-question", f"no question is called `{question}`", remedy)
        return []
    options = value.value if isinstance(value, yaml.SequenceNode) else [value]
    for option in options:
        if not isinstance(option, yaml.ScalarNode) or option.value not in known[question]:
            message = f"`{question}` has no option `{option.value}`"
            report.add(_line(option), "unknown-option", message, near(str(option.value), known[question]))
    return [str(option.value) for option in options]
