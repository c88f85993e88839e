"""What must be true of all that visitors were sent: by the id of the property, a function that gives the faults."""

from collections import defaultdict

from support.fuzz_words import CANARY

SENT = CANARY.encode()


def no_cookie(seen):
    yield from (got.asked for got in seen.got if "set-cookie" in dict(got.headers))
    yield from (each for each in seen.raw_faults if each[0] == "a cookie")


def no_referrer(seen):
    """Every page and every refusal says so; of files, what may load others says it too."""
    yield from (got.asked for got in seen.got if dict(got.headers).get("referrer-policy") != "no-referrer")


def not_stored(seen):
    for got in seen.got:
        told = dict(got.headers)
        if (got.asked[0] == "POST" or got.status >= 400) and (
            told.get("cache-control") != "no-store" or "etag" in told
        ):
            yield got.asked


def no_foreign_frame(seen):
    for got in seen.got:
        policy = dict(got.headers).get("content-security-policy", "")
        if _is_page(got) and not got.asked[1].startswith("/embed/") and "frame-ancestors 'none'" not in policy:
            yield got.asked


def no_sensors(seen):
    for got in seen.got:
        denied = dict(got.headers).get("permissions-policy", "")
        if _is_page(got) and not all(f"{name}=()" in denied for name in ("geolocation", "camera", "microphone")):
            yield got.asked


def https(seen):
    for got in seen.got:
        if _is_page(got) and "max-age=63072000" not in dict(got.headers).get("strict-transport-security", ""):
            yield got.asked


def no_log(seen):
    yield from seen.log.splitlines()


def no_echo(seen):
    yield from (got.asked for got in seen.got if SENT in got.body.lower() or CANARY in str(got.headers).lower())
    yield from (each for each in seen.raw_faults if each[0] == "an echo")
    yield from (f"log: {line}" for line in seen.log.splitlines() if CANARY in line.lower())
    yield from ("the store of ready pages" for area in seen.stores[1] if SENT in area)


def same_bytes(seen):
    for one, other in seen.twins:
        if (one.status, one.headers, one.body) != (other.status, other.headers, other.body):
            yield one.asked


def one_length(seen):
    lengths = defaultdict(set)
    for got in seen.got:
        if got.asked[0] == "POST":
            lengths[got.asked].add((got.status, got.length, got.headers))
    yield from (asked for asked, found in lengths.items() if len(found) != 1)


def store_holds_no_visit(seen):
    before, after = seen.stores
    if before != after:
        yield f"{sum(map(len, before))} bytes before, {sum(map(len, after))} after"


def no_file(seen):
    yield from seen.calls.changed if seen.calls else ()


def no_file_opened(seen):
    yield from seen.calls.opened if seen.calls else ()


def only_visitors(seen):
    yield from seen.calls.reached if seen.calls else ()


def _is_page(got):
    return dict(got.headers).get("content-type", "").startswith("text/html")


CHECKS = {
    check.__name__.replace("_", "-"): check
    for check in (
        no_cookie, no_referrer, not_stored, no_foreign_frame, no_sensors, https, no_log, no_echo, same_bytes,
        one_length, store_holds_no_visit, no_file, no_file_opened, only_visitors,
    )
}  # fmt: skip


def failed(seen):
    """Return the ids of the properties that do not hold, with a few of their faults."""
    found = {id: list(check(seen))[:3] for id, check in CHECKS.items()}
    return {id: faults for id, faults in found.items() if faults}
