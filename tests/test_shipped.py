"""What is handed on is named: each part with a licence that SPDX knows, on a page, and in a bill of materials."""

import json
import re
from fnmatch import fnmatch
from importlib.metadata import distribution
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.spdx import is_expression
from cyclonedx.validation.json import JsonStrictValidator

from generator.publishing.wheel import wheel
from generator.work.digests import program_files
from tests.folders import ROOT
from tools import audit
from tools.bill import bill
from tools.shipped import IN_A_SITE, IN_THE_PROGRAM, Part, packages, page

MATERIAL = Path(str(distribution("mkdocs-material").locate_file("material"))) / "templates"
# Of the program, what is neither ours nor a text: files of these kinds come from somewhere.
FOREIGN = (".ttf", ".json", ".woff", ".woff2", ".png", ".jpg", ".pbf")


def is_a_part(name: str, parts: tuple[Part, ...]) -> bool:
    return any(fnmatch(name, part.files.replace("/**", "")) for part in parts)


def test_every_licence_is_one_that_spdx_knows() -> None:
    named = {part.name: part.licence for part in (*IN_THE_PROGRAM, *IN_A_SITE)}
    named |= {package.name: package.licence for package in packages()}
    assert len(named) > 60
    assert {name: licence for name, licence in named.items() if not is_expression(licence)} == {}


def test_the_page_of_licences_says_what_is_handed_on_now() -> None:
    assert (ROOT / "docs" / "licences.md").read_text(encoding="utf-8") == page(), "run `make licences`"


def test_what_others_made_of_the_program_is_named() -> None:
    files = [f"generator/{name}" for name in program_files() if name.endswith(FOREIGN)]
    assert [name for name in files if not is_a_part(name, IN_THE_PROGRAM)] == []
    names = {f"generator/{name}" for name in program_files()}
    assert [part.name for part in IN_THE_PROGRAM if not any(fnmatch(name, part.files) for name in names)] == []


def test_what_the_theme_puts_into_a_site_is_named(site: Path) -> None:
    """Its own map of each script and style says of which packages it is made."""
    theirs = {path.relative_to(MATERIAL).as_posix() for path in (MATERIAL / "assets").rglob("*") if path.is_file()}
    shipped = {path.relative_to(site).as_posix() for path in (site / "assets").rglob("*")} & theirs
    assert shipped
    pictures = {"assets/images/favicon.png"}  # the theme's own
    assert {name for name in shipped - pictures if not is_a_part(name, IN_A_SITE)} == set()
    maps = [json.loads((site / name).read_text(encoding="utf-8")) for name in shipped if name.endswith(".map")]
    made_of = re.findall(r"node_modules/((?:@[\w-]+/)?[\w.-]+)", json.dumps([one["sources"] for one in maps]))
    assert set(made_of) - {part.name for part in IN_A_SITE} == set()


def test_the_bill_of_a_wheel_is_valid_and_the_same_each_time() -> None:
    name, data = wheel()
    text = bill(name, data)
    assert text == bill(name, data)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    read = json.loads(text)
    assert "timestamp" not in read["metadata"]
    assert "serialNumber" not in read
    listed = {one["bom-ref"]: one for one in read["components"]}
    parts = {f"part:{part.name}" for part in (*IN_THE_PROGRAM, *IN_A_SITE)}
    assert listed.keys() == parts | {f"pypi:{package.name}" for package in packages()}
    for package in packages():
        hashes = listed[f"pypi:{package.name}"]["externalReferences"][0]["hashes"]
        assert {one["content"] for one in hashes} == set(package.hashes), package.name
        assert package.hashes


@pytest.mark.parametrize(
    ("printed", "complaint", "code", "lines"),
    [
        (
            {"dependencies": [{"name": "a", "version": "1", "vulns": []}]},
            "",
            audit.CLEAN,
            "1 of 1 locked packages audited, 0 with holes",
        ),
        (
            {"dependencies": [{"name": "a", "version": "1", "vulns": [{"id": "X-1", "fix_versions": ["2"]}]}]},
            "",
            audit.HOLES,
            "a 1: X-1 (mended in 2)\n1 of 1 locked packages audited, 1 with holes",
        ),
        (
            {"dependencies": [{"name": "a", "skip_reason": "unknown"}, {"name": "b", "version": "1", "vulns": []}]},
            "",
            audit.UNASKED,
            "1 of 2 locked packages audited, 0 with holes\nthe index answers nothing of 1: a",
        ),
        (
            None,
            "Traceback\nConnectionError: no route\n",
            audit.UNASKED,
            "nothing was audited: the package index could not be asked\nConnectionError: no route",
        ),
    ],
)
def test_an_audit_that_could_not_be_made_is_no_pass(printed: object, complaint: str, code: int, lines: str) -> None:
    assert audit.report(json.dumps(printed) if printed else "", complaint) == (code, lines)
