"""What `make proof` found on a server of a version of the guide, as content/proof.json tells it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.model.problems import ContentError, Problem
from guide.web.fingerprint import PROOF
from guide.web.pages_table import N_

HELD, FAILED, NOT_RUN = "held", "failed", "not run"
RESULTS = (HELD, FAILED, NOT_RUN)
# Every property by its id, in the order of the page. What is done to test it stands in tests/proof/properties.py.
PROPERTIES: Mapping[str, str] = {
    "no-cookie": N_("No page sets a cookie."),
    "no-storage": N_("No page saves anything in your browser's storage."),
    "no-script-needed": N_("Every page and the leave button work without script."),
    "no-other-site": N_("No page loads anything from another site."),
    "own-fonts": N_("No page loads a font of another site."),
    "no-referrer": N_("No link tells another site that you came from here."),
    "plain-links": N_("No link to another site carries a mark to follow you."),
    "warned-links": N_("A link to a government site says so before you open it."),
    "not-stored": N_("Browsers are told not to keep pages that depend on answers."),
    "no-foreign-frame": N_("Only pages made for it show inside another site."),
    "https": N_("Browsers that know this site open it by https only."),
    "no-sensors": N_("No page may ask for your place, camera, or microphone."),
    "no-answer-in-address": N_("No address holds an answer."),
    "state-on-device": N_("The state that you choose is not sent to us."),
    "no-log": N_("The program writes down no visit."),
    "errors-say-nothing": N_("When something fails, the program notes the place in its code and nothing about you."),
    "no-network-address": N_("The program does not read your network address."),
    "no-guess": N_("The program does not choose a language for you."),
    "nothing-to-fill": N_("There is no account and no upload, and no field sends us your own words."),
    "neutral-names": N_("No title or address of a page tells what you fear."),
    "leave-button": N_("The leave button comes first and stays in sight. With script, Back does not return."),
    "history-is-named": N_("Every page with the leave button says that history stays."),
    "paper": N_("No answer is printed unless you turn that on."),
    "same-bytes": N_("Two visitors get the same page, byte for byte."),
    "calls-nobody": N_("The program and its parts call no other computer."),
    "no-file": N_("Visits and broken requests make the program write no file."),
    "only-visitors": N_("Visits make the program talk to nobody but the visitors."),
    "no-file-opened": N_("No visit to a page opens a file, so no file tells which page was read."),
    "no-echo": N_("What is sent to us and is no answer comes back on no page and in no log."),
    "store-holds-no-visit": N_("The store of ready pages holds nothing of any visit."),
    "one-length": N_("All guides from our server have one length in each language, whatever was answered."),
    "memory": N_(
        "Ten seconds after answers, our program's memory holds none of them. Buffers of its web server still can."
    ),
    "no-dump": N_("Other programs cannot read or save the program's memory."),
}


@dataclass(frozen=True)
class Proof:
    """The file as it is, its day, the id of each property by its result, and whether it is about this version."""

    body: str
    day: dt.date
    results: Mapping[str, tuple[str, ...]]
    of_this_version: bool

    def texts(self, result: str) -> list[str]:
        """Return the sentences of the properties with a result, in the order of the table."""
        return [text for id, text in PROPERTIES.items() if id in self.results[result]]


def read(content: Path, version: str) -> Proof | None:
    """Return the proof in a content folder, or None if none was made. `version` is `whole_version` of what runs.

    Raises ContentError if the file is not one that `make proof` wrote.
    """
    try:
        body = (content / PROOF.name).read_text("utf-8")
    except FileNotFoundError:
        return None
    try:
        return _proof(body, json.loads(body), version)
    except (ValueError, KeyError, TypeError):
        fix = "run `make proof` again, or remove the file"
        raise ContentError(
            [Problem(str(PROOF), 1, "proof", "the file is not as `make proof` writes it", fix)]
        ) from None


def _proof(body: str, told: Mapping[str, Any], version: str) -> Proof:
    found = {row["id"]: row["result"] for row in told["properties"]}
    if not set(found.values()) <= set(RESULTS):
        raise ValueError
    # A property that is newer than the file was not tested.
    by_id = {id: found.get(id, NOT_RUN) for id in PROPERTIES}
    results = {result: tuple(id for id, one in by_id.items() if one == result) for result in RESULTS}
    return Proof(body, dt.date.fromisoformat(told["date"]), results, told["version"] == version)
