"""Makes the addresses in exported files relative, so that they work below any path of any host.

A page `/es/help` becomes the file `es/help/index.html`. Links name that file, because a plain object store opens no
folder. What has an ending, such as `/rules.json`, keeps its name.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable

# An attribute whose value is a path of this site.
LINK = re.compile(r'(?<=[\s])(?P<name>[a-z-]+)="(?P<path>/(?!/)[^"?#]*)(?P<rest>[^"]*)"')
MODULE = re.compile(rb'"(/static/js/[^"]+)"')
FILE = re.compile(r"[^/]\.[a-z0-9]{2,5}$")
# No submission, to nobody: a copy on a host of others takes no answers. Also kept by the policy (form-action).
SENDING = re.compile(r'\s(?:action|formaction)="[^"]*"')
SUBMIT = re.compile(r'(<button\b[^>]*?\s)type="submit"')


def file_of(path: str) -> str:
    """Return the name of the file for a path: `es/help/index.html` for `/es/help`, without a leading slash."""
    plain = path.strip("/")
    if path.endswith("/") or not FILE.search(path):
        return f"{plain}/index.html".lstrip("/")
    return plain


def relative(path: str, file: str) -> str:
    """Return the relative address of the page or file at `path`, in the exported file `file`."""
    return posixpath.relpath(file_of(path), posixpath.dirname(file) or ".")


def html(text: str, file: str, found: Callable[[str], object]) -> str:
    """Return a page with relative addresses, whose form can be sent to nobody. Calls `found` with each path."""

    def replaced(match: re.Match[str]) -> str:
        found(match["path"])
        return f'{match["name"]}="{relative(match["path"], file)}{match["rest"]}"'

    return SUBMIT.sub(r'\1type="button"', LINK.sub(replaced, SENDING.sub("", text))).replace(
        'method="post"', 'method="dialog"'
    )


def script(body: bytes, path: str, found: Callable[[str], object]) -> bytes:
    """Return a script whose imports are relative. Calls `found` with the path of each import."""

    def replaced(match: re.Match[bytes]) -> bytes:
        found(target := match[1].decode())
        return f'"./{relative(target, file_of(path))}"'.encode()

    return MODULE.sub(replaced, body)


def whole_addresses(text: str, address: str) -> str:
    """Return a text in which each whole address of a page ends with a slash, as hosts of files answer it."""
    if not address:
        return text
    pattern = re.compile(re.escape(address) + r'(?P<path>/[^\s"<#?&]*)')
    return pattern.sub(
        lambda match: match[0] if match[0].endswith("/") or FILE.search(match["path"]) else f"{match[0]}/", text
    )
