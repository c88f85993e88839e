"""The page cache: static pages are rendered once, and nothing that depends on answers is stored."""

import os
import threading
from pathlib import Path

import pytest
from support import day
from support.ready_areas import idle, ready_areas
from support.sampling import WHOLE, sample
from support.serving import serving, until

from guide.config import Settings
from guide.loader.content import load
from guide.web import create_app
from guide.web.server.site import known

ANSWERS = "held=yes&status=green-card&proceedings=order-to-leave&unknown=canary7qx"
PAIRED = ("explain", "review", "help", "present", "handout", "handout-long", "question-sheet", "pocket")


@pytest.fixture(scope="module")
def app(small):
    """The app that makes the pages of the served site."""
    return create_app(Settings(small, day.today))


@pytest.fixture(scope="module")
def client(app):
    return app.test_client()


def paths_in_pairs():
    languages = load(Path(__file__).parents[2] / "content").languages
    pairs = [f"{one}+{other}" for one in languages for other in languages if one != other]
    return [f"/{pair}/{name}" for pair in pairs for name in PAIRED]


@pytest.mark.whole  # keeps both cores busy for a minute; the queue of the maker is tested in web/test_store
def test_pairs_after_startup_do_not_delay_the_home_page():
    asked = sample(paths_in_pairs(), 12) * 2
    with serving() as served:
        statuses, homes = [], []
        first, second = asked[::2], asked[1::2]
        threads = [
            threading.Thread(target=lambda part=part: statuses.extend(served.get(path)[0] for path in part))
            for part in (first, second[::2], second[1::2])
        ]
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            homes.append(served.get("/en/", timeout=30)[0])
        assert set(homes) == {200}
        assert set(statuses) <= {200, 503}
        # What was too late for one visitor is ready for the next.
        assert until(lambda: served.get(asked[0])[0] == 200, 120)


def test_a_page_in_a_pair_is_the_same_on_every_worker_and_is_what_the_app_makes(served, client):
    path = "/es+en/help"
    assert until(lambda: served.get(path)[0] == 200, 60)
    bodies = {served.get(path)[2] for _ in range(20)}
    assert bodies == {client.get(path).data}


@pytest.mark.skipif(os.geteuid() != 0, reason="Only root can read the memory of the server.")
def test_the_cache_has_no_posts_queries_or_unknown_paths(small, tiny):
    root = small if WHOLE else tiny  # what is stored does not depend on the content
    singles = known(create_app(Settings(root, day.today))).singles
    with serving(root=root) as served:
        for path in singles:  # whatever the page maker would make by itself
            served.get(path)
        assert until(lambda: idle(served), 600)
        before = ready_areas(served)
        for _ in range(3):
            served.post("/en/result", body=ANSWERS)
            served.post("/es/questions", body=ANSWERS)
            served.post("/es+en/result", body=ANSWERS)
            served.get("/en/help?state=canary7qx")
            served.get("/en/canary7qx")
            served.get("/oembed?url=canary7qx")
        after = ready_areas(served)
        assert before == after
        assert sum(map(len, before)) > 50_000
        assert not any(b"canary7qx" in area for area in after)


@pytest.mark.whole  # waits until every page is made; the bound of the store is tested in web/test_store
def test_the_memory_limit_is_kept():
    with serving(options=("--store-mb", "8")) as served:
        assert until(lambda: served.get("/readyz")[0] == 200, 90)
        for path in sample(paths_in_pairs(), 6):
            served.get(path)
        assert sum(map(len, ready_areas(served))) <= 4 * 2**20


@pytest.mark.parametrize("path", ["/en/", "/", "/es/explain", "/changes.atom", "/embed/es/help"])
def test_the_ready_page_is_the_page_of_the_app(served, client, path):
    made, whole = served.get(path), client.get(path)
    assert made[2] == whole.data
    sent = {name.lower(): value for name, value in whole.headers.items() if name != "Date"}
    assert {name: value for name, value in made[1].items() if name not in ("date", "server")} == sent
