"""Replaces the names of assets: without content hash, or old names by new ones."""

import hashlib
import re
from collections.abc import Mapping
from types import MappingProxyType

HASHED = re.compile(r"(/static/[\w/-]+(?:\.[\w-]+)*?)\.[0-9a-f]{7,64}(\.\w+)\b")
PLAIN = re.compile(r"/static/([\w/.-]+)")


def aside(text: str, renamed: Mapping[str, str] = MappingProxyType({})) -> str:
    """The text with /static/css/x.<hash>.css as /static/css/x.css; `renamed` has new names (css/y.css) by old ones."""
    text = HASHED.sub(r"\1\2", text)
    return PLAIN.sub(lambda found: f"/static/{renamed.get(found[1], found[1])}", text) if renamed else text


def steady(text: str) -> str:
    """The text with a hash of its name in each name of an asset: as many bytes, and the same ones after each change."""

    def named(found: re.Match[str]) -> str:
        return f"{found[1]}.{hashlib.sha256(f'{found[1]}{found[2]}'.encode()).hexdigest()[:7]}{found[2]}"

    return HASHED.sub(named, text)
