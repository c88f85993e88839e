"""A wheel holds everything that is served: it works where there is no checkout."""

import os
import subprocess
import sys
import zipfile

import pytest
from support import wheel

LISTED = """
import guide, os
from guide.config import Settings
from guide.web import create_app
assert guide.__file__.startswith(os.environ["WHEEL"]), guide.__file__
client = create_app(Settings()).test_client()
print(client.get("/es/help").status_code, client.post("/en/result", data={"held": "yes"}).status_code)
"""


@pytest.mark.slow
@pytest.mark.whole  # builds and installs; what the wheel holds is a line of pyproject.toml
def test_the_wheel_carries_its_content_and_serves_it(tmp_path):
    made = wheel.build(tmp_path)
    with zipfile.ZipFile(made) as archive:
        archive.extractall(tmp_path / "installed")
    installed = str(tmp_path / "installed")
    environment = {name: value for name, value in os.environ.items() if name != "GUIDE_ROOT"}
    done = subprocess.run(
        [sys.executable, "-c", LISTED],
        cwd=tmp_path,
        env=environment | {"PYTHONPATH": installed, "WHEEL": installed},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.stdout.split() == ["200", "200"], done.stderr
