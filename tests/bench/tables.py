"""Writes tables of figures, and puts them into README.md between two comments."""

import re
from pathlib import Path

README = Path(__file__).with_name("README.md")


def table(title, head, rows):
    """Return a Markdown table with its title."""
    lines = [f"**{title}**", "", "| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join([*lines, *("| " + " | ".join(str(cell) for cell in row) + " |" for row in rows)])


def put(part, text, file=README):
    """Replace what a Markdown file says between the comments of this part."""
    begin, end = f"<!-- {part} begins -->", f"<!-- {part} ends -->"
    old = file.read_text("utf-8")
    new = re.sub(f"(?s){re.escape(begin)}.*{re.escape(end)}", lambda _: f"{begin}\n{text}\n{end}", old)
    file.write_text(new, "utf-8")
