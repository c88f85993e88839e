"""Puts content/, translations/ and static/ into the wheel, so that `guide serve` works where there is no checkout.

Everything else about the package is in pyproject.toml.
"""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

HERE = Path(__file__).parent
CARRIED = ("content", "translations", "static")


class BuildWithContent(build_py):
    """The ordinary step, and then the folders as `guide/carried/`, unless only links to the checkout are made."""

    def run(self) -> None:
        super().run()
        if self.editable_mode:
            return
        for name in CARRIED:
            shutil.copytree(HERE / name, Path(self.build_lib, "guide", "carried", name), dirs_exist_ok=True)


setup(cmdclass={"build_py": BuildWithContent})
