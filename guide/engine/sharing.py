"""Sharing explanations, never answers: which can be picked one by one, and what stands for them in a link."""

from __future__ import annotations

import base64
import hashlib

from guide.engine.rules import mentions
from guide.model.content import Finding, Guideline, Library
from guide.model.rule import NEVER

CODE_LETTERS = 5  # with base32 one in 30 million: two of our findings do not meet, and a test says so


def can_be_picked(library: Library, finding: Finding) -> bool:
    """Whether this explanation may be sent alone: content says of every question in its rule that it is shareable."""
    if finding.read_only:
        return False
    shareable = {question.id for question in library.questions if question.shareable}
    return shareable.issuperset((*mentions(finding.when or NEVER), *mentions(finding.may or NEVER)))


def code(guideline: Guideline, finding: Finding) -> str:
    """What stands for one explanation in a link: the same in every language, and no word of any."""
    digest = hashlib.sha256(f"{guideline.id}/{finding.id}".encode()).digest()
    return base64.b32encode(digest).decode()[:CODE_LETTERS].lower()
