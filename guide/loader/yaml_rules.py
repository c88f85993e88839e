"""A strict reader of rules: every question and option must exist, and come earlier."""

from __future__ import annotations

from collections.abc import Mapping, Set

import yaml

from guide.model.problems import Report, near


def line_of(node: yaml.Node) -> int:
    """Return the line on which a node starts, counted from 1."""
    return int(node.start_mark.line) + 1


def plain_rule(
    node: yaml.Node, report: Report, known: Mapping[str, tuple[str, ...]], later: Set[str]
) -> dict[str, object]:
    """Return a rule as plain data; unknown questions and options are reported."""
    if not isinstance(node, yaml.MappingNode):
        report.add(line_of(node), "bad-rule", "a rule is a mapping", "write `question: option`, `all`, `any` or `not`")
        return {}
    plain: dict[str, object] = {}
    for key_node, value in node.value:
        key = str(key_node.value)
        if key in plain:
            report.add(
                line_of(key_node), "duplicate-key", f"duplicate key `{key}`", "put the two into a list below `all`"
            )
        if key == "not":
            plain[key] = plain_rule(value, report, known, later)
        elif key in ("all", "any"):
            items = value.value if isinstance(value, yaml.SequenceNode) else [value]
            plain[key] = [plain_rule(item, report, known, later) for item in items]
        else:
            plain[key] = _options(key, key_node, value, report, known, later)
    return plain


def _options(
    question: str,
    key_node: yaml.Node,
    value: yaml.Node,
    report: Report,
    known: Mapping[str, tuple[str, ...]],
    later: Set[str],
) -> list[str]:
    if question in later:
        fix = "use only questions that are asked before"
        report.add(line_of(key_node), "later-question", f"the rule uses `{question}`, which is asked later", fix)
        return []
    if question not in known:
        fix = near(question, [*known, "all", "any", "not"])
        report.add(line_of(key_node), "unknown-question", f"unknown question `{question}`", fix)
        return []
    options = value.value if isinstance(value, yaml.SequenceNode) else [value]
    for option in options:
        if not isinstance(option, yaml.ScalarNode) or option.value not in known[question]:
            message = f"`{question}` has no option `{option.value}`"
            report.add(line_of(option), "unknown-option", message, near(str(option.value), known[question]))
    return [str(option.value) for option in options]
