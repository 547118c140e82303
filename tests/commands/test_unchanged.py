"""Where nothing changed, a build ends at once."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import copied

pytestmark = pytest.mark.site

HEAVY = "pydantic jinja2 lxml mkdocs yaml PIL markdown edtf rapidfuzz generator.pipeline generator.briefing"
CODE = f"""
import atexit, sys
atexit.register(lambda: print(sorted(sys.modules.keys() & set("{HEAVY}".split()))))
from generator.__main__ import main
from generator.publishing import stamp
stamp.is_current = lambda root, digest: True
main(["build", "--root", sys.argv[1]])
"""


def test_nothing_is_loaded_that_would_build(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", CODE, copied(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout == "site/ is up to date\n[]\n"
