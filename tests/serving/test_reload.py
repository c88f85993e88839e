"""SIGHUP reloads the content; invalid content never replaces what is served."""

import os
import shutil
import signal
import threading

import pytest
from support.sampling import sample
from support.serving import Served, Walk, serving, small_site, until

RELOADS_WITHIN = 180  # 2 seconds were seen on an idle machine, 55 on one that ran three browsers
TITLE, NEW = "Know the Guidelines", "Know the Guidelines Anew"


def version(served):
    return served.get("/healthz")[2]


def reload(served):
    os.kill(served.pid, signal.SIGHUP)


def replace_in(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.whole
def test_a_reload_loses_no_request(tmp_path):
    site = small_site(tmp_path)
    with serving(root=site) as served:
        before, over = version(served), threading.Event()
        walks = [Walk(served, over) for _ in range(3)]
        for walk in walks:
            walk.start()
        replace_in(site / "content/site.yaml", f"name: {TITLE}", f"name: {NEW}")
        reload(served)
        assert until(lambda: version(served) != before, RELOADS_WITHIN)
        assert until(lambda: NEW.encode() in served.get("/en/")[2], RELOADS_WITHIN)
        over.set()
        for walk in walks:
            walk.join(60)
        assert sum(walk.bad for walk in walks) == 0
        assert sum(walk.good for walk in walks) > 0
        assert until(lambda: len(served.family()) == 5, 15)  # the old processes are gone


def spoil_yaml(site):
    (site / "content/site.yaml").write_text("name: [\n", "utf-8")
    return "content/site.yaml:"


def spoil_id(site):
    replace_in(site / "content/guidelines/today/guideline.yaml", "now/detained", "now/nowhere")
    return "guideline.yaml"


SPOILED = [spoil_yaml, spoil_id]


@pytest.mark.parametrize("spoil", sample(SPOILED, 1))
def test_broken_content_is_refused_and_the_old_is_still_served(site, spoil):
    with serving(root=site) as served:
        before, workers = version(served), served.workers()
        reported = spoil(site)
        reload(served)
        assert until(lambda: "The reload failed" in served.said(), RELOADS_WITHIN), served.said()
        assert reported in served.said()
        assert "Traceback" not in served.said()
        assert version(served) == before
        assert served.workers() == workers
        assert served.get("/es/")[0] == 200


@pytest.mark.parametrize("spoil", sample(SPOILED, 1, seed=1))
def test_it_does_not_start_with_broken_content(site, spoil):
    reported = spoil(site)
    served = Served(root=site)
    assert until(lambda: served.process.poll() is not None, RELOADS_WITHIN)
    assert served.process.returncode == 1
    assert reported in served.said()
    assert "Traceback" not in served.said()
    served.end()


@pytest.mark.whole  # waits until the first pages are made
def test_content_that_vanishes_while_it_is_served_changes_nothing(site):
    with serving(root=site) as served:
        assert until(lambda: served.get("/readyz")[0] == 200, RELOADS_WITHIN)
        for name in ("content", "translations", "static"):
            shutil.rmtree(site / name)
        assert served.get("/en/help")[0] == 200
        assert served.post("/es/result")[0] == 200
