"""Builds the wheel with the copies that `briefbook init` makes in a checkout; all else stands in `pyproject.toml`."""

import runpy
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

PACKAGE = "generator"
STARTER = runpy.run_path(str(Path(__file__).parent / PACKAGE / "publishing" / "starter.py"))


class WithStarter(build_py):
    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            for name, data in STARTER["copies"]().items():
                path = Path(self.build_lib, PACKAGE, "starter", name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)


setup(cmdclass={"build_py": WithStarter})
