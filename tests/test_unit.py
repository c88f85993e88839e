"""The systemd unit of deploy/: its promises, and that systemd accepts every line."""

import configparser
import subprocess
import sys
from pathlib import Path

import pytest

UNIT = Path(__file__).parents[1] / "deploy" / "guide.service"
STOPS_WITHIN = 10  # seconds that `guide serve` takes at most
HERE = "/srv/guide"


@pytest.fixture(scope="module")
def service():
    # A key may stand twice, and a value may hold a percent sign.
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str
    parser.read_string(UNIT.read_text("utf-8"))
    return parser["Service"]


def test_a_server_that_died_is_restarted_without_limit(service):
    assert service["Restart"] == "always"
    assert service["RestartPreventExitStatus"] == "2"
    assert "StartLimitIntervalSec=0" in UNIT.read_text("utf-8").splitlines()


def test_it_stops_by_itself_before_it_is_killed(service):
    assert service["KillMode"] == "mixed"
    assert int(service["TimeoutStopSec"]) > STOPS_WITHIN
    assert service["ExecReload"] == "/bin/kill -HUP $MAINPID"


def test_no_answer_reaches_a_disk(service):
    assert service["LimitCORE"] == "0"
    assert service["MemorySwapMax"] == "0"
    assert service["ProtectSystem"] == "strict"
    assert service["DynamicUser"] == "yes"


def test_it_runs_the_one_server_on_this_machine_only(service):
    assert service["ExecStart"] == f"{HERE}/.venv/bin/guide serve --host 127.0.0.1 --port 8000"


@pytest.mark.deploy
def test_systemd_understands_every_line(tmp_path):
    """systemd tells a line that it does not know with a warning only, and a program that is not there with an error."""
    text = UNIT.read_text("utf-8").replace(f"{HERE}/.venv/bin", str(Path(sys.executable).parent))
    copy = tmp_path / UNIT.name
    copy.write_text(text.replace(HERE, str(UNIT.parents[1])))
    reported = subprocess.run(["systemd-analyze", "verify", "--man=no", copy], capture_output=True, text=True)
    assert (reported.returncode, reported.stdout + reported.stderr) == (0, "")
