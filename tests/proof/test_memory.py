"""Which memory is Python's, and which is a buffer of the HTTP server."""

import pytest

from proof.memory import PAGE, in_buffer

HEADER = b"\x01\x00\x00\x00\x00\x00\x00\x00\x60\x18\x86\xeb\xff\x7e\x00\x00\x0a\x00\x00\x00\x00\x00\x00\x00"


@pytest.mark.parametrize(
    ("held", "buffer"),
    [
        (bytes(PAGE) + b"POST / HTTP/1.1\r\nX-A: secret\r\n\r\n", True),
        (bytes(PAGE) + b"held=yes&word=secret" + bytes(50), True),
        (bytes(PAGE + 80) + HEADER + b"secret" + bytes(50), False),
        (bytes(PAGE) + HEADER + b"held=yes&word=secret" + bytes(50), False),
    ],
)
def test_an_object_of_python_has_a_header_and_a_request_has_none(held, buffer):
    assert in_buffer(held, held.index(b"secret")) is buffer
