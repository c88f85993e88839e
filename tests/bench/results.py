"""Measures what a posted result costs: processor time of making it and of padding it in gzip, and its length.

PYTHONPATH=tests .venv/bin/python -m bench.results [number of answer sets]
"""

import sys
import time
from statistics import median

from support.answer_sets import partial

from guide.web import create_app, one_length

PLACES = ("en", "es", "ar", "zh-Hans", "es+en", "ar+zh-Hans")


def measured(app, place, number):
    """Return the milliseconds of processor time of a result and of its compression, and its length over the wire."""
    library, client = app.extensions["state"].library, app.test_client()
    whole, packing, length = [], [], 0
    for seed in range(-2, number):  # the first two fill what is kept
        form = {question: list(ticked) for question, ticked in partial(library, seed % 1000).items()}
        start = time.process_time()
        answer = client.post(f"/{place}/result", data=form, headers={"Accept-Encoding": "br, gzip"})
        spent = time.process_time() - start
        length = len(answer.data)
        body = client.post(f"/{place}/result", data=form).data.partition(b"</html>")[0]
        start = time.process_time()
        one_length.in_brotli(body, length)
        if seed >= 0:
            whole.append(spent * 1000)
            packing.append((time.process_time() - start) * 1000)
    return median(whole), median(packing), length


def main():
    """Print a table, with the first argument as the number of answer sets for each place."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    app = create_app()
    print("| place | ms of a result | of these brotli | bytes over the wire |\n|---|---|---|---|")
    for place in PLACES:
        whole, packing, length = measured(app, place, number)
        print(f"| {place} | {whole:.0f} | {packing:.0f} | {length:,} |", flush=True)


if __name__ == "__main__":
    main()
