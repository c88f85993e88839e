"""Sharing of explanations (never answers): which can be shared, and their codes in links."""

from __future__ import annotations

import base64
import hashlib
import re

from guide.engine.rules import mentions
from guide.model.content import Finding, Guideline, Library
from guide.model.rule import NEVER

CODE_LETTERS = 5  # base32, so 1 in 30 million; a test checks that no two findings have the same code

MOST_PICKS = 100
# The end of a link to picked explanations, as `fragmentOf` of static/js/share.mjs makes it.
PICKS = re.compile(rf"f-[a-z2-7]{{{CODE_LETTERS}}}(?:\.[a-z2-7]{{{CODE_LETTERS}}}){{0,{MOST_PICKS - 1}}}", re.A)


def can_be_picked(library: Library, finding: Finding) -> bool:
    """Whether this explanation may be shared: every question in its rules is marked as shareable."""
    if finding.read_only:
        return False
    read = (*mentions(finding.when or NEVER), *mentions(finding.may or NEVER))
    return all(library.question(id).shareable for id in read)


def code(guideline: Guideline, finding: Finding) -> str:
    """Return the code of one explanation in a link: equal in all languages, and without words."""
    return code_of(f"{guideline.id}/{finding.id}")


def code_of(name: str) -> str:
    """Return the code of a name: a few letters that do not say it."""
    digest = hashlib.sha256(name.encode()).digest()
    return base64.b32encode(digest).decode()[:CODE_LETTERS].lower()
