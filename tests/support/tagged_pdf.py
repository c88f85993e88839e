"""The structure of a tagged PDF: its figures and its outline."""


def figures(part):
    """Yield the text of each figure in a part of the structure of a PDF; None without one."""
    part = part.get_object()
    for each in part if isinstance(part, list) else [part]:
        node = each.get_object()
        if isinstance(node, dict):
            if node.get("/S") == "/Figure":
                yield node.get("/Alt")
            if "/K" in node:
                yield from figures(node["/K"])


def titles(outline):
    """Return the titles of an outline, whatever their depth."""
    return [title for each in outline for title in (titles(each) if isinstance(each, list) else [each.title])]
