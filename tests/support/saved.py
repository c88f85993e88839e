"""A crawl on disk: `index.jsonl` has a line for each request, `bodies/` the bodies, each in a file of its own."""

import hashlib
import json
import mimetypes
import re
from collections.abc import Iterable
from pathlib import Path

from support.requests_of_site import Answer, Ask

# What differs from one run or machine to another. Sizes are compared where bodies are.
NOISE = ("date", "server", "connection", "keep-alive", "content-length", "transfer-encoding")
# What is a fingerprint: only that it is there counts.
FINGERPRINTS = ("etag", "last-modified")
EVERY = re.compile("")


def save(folder: Path, asked: Iterable[tuple[Ask, Answer]]) -> int:
    """Write responses into a new folder; return their number. Raises FileExistsError."""
    bodies = folder / "bodies"
    bodies.mkdir(parents=True)
    count = 0
    with (folder / "index.jsonl").open("w", encoding="utf-8") as index:
        for ask, given in asked:
            ending = mimetypes.guess_extension(given.kind) or ""
            name = f"{hashlib.sha256(ask.key.encode()).hexdigest()[:20]}{ending}"
            (bodies / name).write_bytes(given.body)
            headers = {name: value for name, value in sorted(given.headers.items()) if name not in NOISE}
            line = {"key": ask.key, "status": given.status, "headers": headers, "body": name}
            index.write(json.dumps(line, ensure_ascii=False) + "\n")
            count += 1
    return count


def read(folder: Path, only: re.Pattern[str] = EVERY) -> dict[str, Answer]:
    """Return the responses of a saved crawl by the key of their request; `only` those whose path matches."""
    found = {}
    for text in (folder / "index.jsonl").read_text("utf-8").splitlines():
        line = json.loads(text)
        if not only.search(line["key"].split(" ")[1]):
            continue
        body = (folder / "bodies" / line["body"]).read_bytes()
        found[line["key"]] = Answer(line["status"], line["headers"], body)
    return found
