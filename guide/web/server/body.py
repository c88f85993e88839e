"""Reads the complete body of a request, up to a maximum size."""

from __future__ import annotations

from collections.abc import AsyncIterable

LARGEST_BODY = 16 * 1024  # bytes; a form with all questions answered has about 2 KB


class TooLarge(Exception):
    """The body is larger than LARGEST_BODY."""


async def read_body(chunks: AsyncIterable[bytes]) -> bytes:
    """Return the body. Raises TooLarge as soon as it exceeds LARGEST_BODY."""
    read = bytearray()
    try:
        async for chunk in chunks:
            read += chunk
            if len(read) > LARGEST_BODY:
                raise TooLarge
        return bytes(read)
    finally:
        read[:] = bytes(len(read))  # answers are overwritten, not only freed
