"""Chrome 80 and Firefox, driven by puppeteer: one process of Node for each, told what to do line by line."""

import json
import subprocess
from pathlib import Path

from guide.config import CHECKOUT

DRIVER = Path(__file__).with_name("puppet.cjs")
FOLDER = CHECKOUT / "build" / "engines"
ENDS_WITHIN = 30  # seconds


class Puppet:
    """One browser. Each method returns what the browser said; a command that fails raises RuntimeError."""

    def __init__(self, name):
        self.name = name
        self.process = subprocess.Popen(
            ["node", DRIVER, name, FOLDER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __getattr__(self, command):
        if command.startswith("_"):
            raise AttributeError(command)
        return lambda *given: self._do(command, *given)

    def _do(self, *command):
        self.process.stdin.write(json.dumps(command) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.name} ended")
        outcome = json.loads(line)
        if "fails" in outcome:
            raise RuntimeError(f"{self.name} {command}: {outcome['fails']}")
        return outcome["gives"]

    def end(self):
        """Close the browser."""
        self.process.stdin.close()
        self.process.wait(ENDS_WITHIN)
        self.process.stdout.close()
