"""A form that cannot be read is told as such: a guide for no answers would pass for that of the answers sent."""

import gzip

import pytest

URLENCODED = "application/x-www-form-urlencoded"
UNREADABLE = {
    "JSON": ("application/json", b'{"held": "yes"}'),
    "plain text": ("text/plain", b"held=yes"),
    "no type": ("", b"held=yes"),
    "multipart without an end": (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="held"',
    ),
    "multipart without a boundary": ("multipart/form-data", b"held=yes"),
    "another character set": (f"{URLENCODED}; charset=utf-16", "held=yes".encode("utf-16")),
    "compressed": (URLENCODED, gzip.compress(b"held=yes")),
    "no field of ours": (URLENCODED, b"canary7qx=yes"),
}


@pytest.mark.parametrize("how", UNREADABLE)
@pytest.mark.parametrize("page", ["result", "questions"])
def test_a_body_without_a_readable_answer_is_told_and_leads_to_the_questions(client, how, page):
    kind, body = UNREADABLE[how]
    answer = client.post(f"/en/{page}", data=body, headers={"Content-Type": kind})
    assert answer.status_code == 422
    assert "<h1>Your answers did not arrive</h1>" in answer.text
    assert 'href="/en/questions"' in answer.text
    assert "canary7qx" not in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


def test_it_is_told_in_two_languages_and_in_frames_too(client):
    assert client.post("/es+en/result", data=b"x").status_code == 422
    assert client.post("/embed/en/result", data=b"x").status_code in (404, 422)


@pytest.mark.parametrize("body", [b"", b"held=", b"held=canary7qx", b"held=yes&other=1"])
def test_a_form_without_ticks_or_with_forged_ones_is_read(client, body):
    answer = client.post("/en/result", data=body, headers={"Content-Type": URLENCODED})
    assert answer.status_code == 200
    assert "canary7qx" not in answer.text
