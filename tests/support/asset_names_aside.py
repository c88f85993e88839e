"""Replaces the names of assets: without content hash, or old names by new ones."""

import hashlib
import re
from collections.abc import Mapping
from types import MappingProxyType

HASHED = re.compile(r"(/static/[\w/-]+(?:\.[\w-]+)*?)\.[0-9a-f]{7,64}(\.\w+)\b")
PLAIN = re.compile(r"/static/([\w/.-]+)")


def aside(text: str, renamed: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return the text without the hash in asset names; `renamed` has new names (css/y.css) by old ones."""
    text = HASHED.sub(r"\1\2", text)
    return PLAIN.sub(lambda found: f"/static/{renamed.get(found[1], found[1])}", text) if renamed else text


def steady(text: str) -> str:
    """Return the text with asset names hashed by name, not content: as many bytes, and the same after each change."""

    def named(found: re.Match[str]) -> str:
        return f"{found[1]}.{hashlib.sha256(f'{found[1]}{found[2]}'.encode()).hexdigest()[:7]}{found[2]}"

    return HASHED.sub(named, text)
