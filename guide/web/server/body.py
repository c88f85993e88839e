"""Reads the body of a request whole, and no more than a form of ours can weigh."""

from __future__ import annotations

from collections.abc import AsyncIterable

LARGEST_BODY = 16 * 1024  # all questions answered weigh about 2 KB; nobody has a reason to send more


class TooLarge(Exception):
    """More was sent than any form of ours holds."""


async def read_body(chunks: AsyncIterable[bytes]) -> bytes:
    """All bytes of the body; raises TooLarge as soon as they are too many."""
    read = bytearray()
    async for chunk in chunks:
        read += chunk
        if len(read) > LARGEST_BODY:
            raise TooLarge
    return bytes(read)
