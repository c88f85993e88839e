"""`make fuzz`: random requests over real sockets against the production server; a summary for the record.

Run as `python tests/fuzz.py --requests 100000 --seed 1`; exit status 1 if a response was wrong. The site has two
languages and an invented partner, so that its pages are made before the first request.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from support import fuzz, fuzz_words
from support.day import TODAY
from support.serving import serving, until


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = fuzz.site_with_a_partner(Path(folder))
        sys.exit(attacked(root, wanted))


def attacked(root, wanted):
    """Attack a server with this site, print what was seen, and return the exit status."""
    paths, fields = fuzz.targets(root, lambda: TODAY)
    with serving(root=root, GUIDE_ADDRESS=fuzz_words.ADDRESS) as served:
        for path in paths:
            until(lambda path=path: served.get(path)[0] != 503, 120)
        begun = time.monotonic()
        found = fuzz.attack(served.port, paths, fields, wanted.requests, wanted.seed)
        took = time.monotonic() - begun
        said = served.said()
    print(f"{sum(found.counts.values())} requests, seed {wanted.seed}, {took:.0f} s, slowest {found.slowest:.1f} s")
    for kind, count in sorted(found.counts.items()):
        print(f"  {count:7} {kind}")
    seen = said.lower().count(fuzz_words.CANARY)
    print(f"  log: {len(said.encode())} bytes, canary {seen} times, {said.count('Traceback')} tracebacks")
    for fault, kind, sent in found.faults[:20]:
        print(f"  FAULT {fault} ({kind}): {sent!r}")
    print(f"  {len(found.faults)} faults")
    return bool(found.faults or fuzz_words.CANARY in said.lower() or "Traceback" in said)


if __name__ == "__main__":
    main()
