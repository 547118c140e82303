"""YAML as text with places, and nothing but Malformed for whatever people paste."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content import yaml_tree
from generator.content.yaml_tree import Located, Mapping
from generator.problems import Malformed, Place

TEXT = """\
id: 010
about: [no, 2024-05-31]
when:
  date: 22:30
note:
"""


def test_every_scalar_is_text() -> None:
    data = yaml_tree.parse(TEXT, "x.yml").data()
    assert data == {"id": "010", "about": ("no", "2024-05-31"), "when": {"date": "22:30"}, "note": ""}
    assert isinstance(data["when"], Located)
    assert isinstance(data["when"].node, Mapping)


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), (1, 1), (1, 1)),
        (("id",), (1, 5), (1, 1)),
        (("about", 1), (2, 13), (2, 13)),
        (("about", 7), (2, 8), (2, 8)),
        (("when", "date"), (4, 9), (4, 3)),
        (("when", "basis"), (4, 3), (4, 3)),
        (("when", "date", 0), (4, 9), (4, 9)),
        (("missing", "date"), (1, 1), (1, 1)),
        (("note",), (5, 6), (5, 1)),
    ],
)
def test_everything_has_its_place(path: tuple[str | int, ...], value: tuple[int, int], key: tuple[int, int]) -> None:
    root = yaml_tree.parse(TEXT, "x.yml")
    assert (root.at(*path), root.key_at(*path)) == (Place("x.yml", *value), Place("x.yml", *key))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a" * (yaml_tree.MAX_BYTES + 1), "TOO-LARGE"),
        ("-\n" * (yaml_tree.MAX_VALUES + 1), "TOO-MANY-VALUES"),
        ("[" * 200_000, "TOO-DEEP"),
        ("{a: " * 200_000, "TOO-DEEP"),
        ("- " * 200_000, "TOO-DEEP"),
        ("? " * 200_000, "TOO-DEEP"),
        ("\x00\n" * 200_000, "CONTROL-CHARACTER"),
        ("a: \ud800", "CONTROL-CHARACTER"),
        ("a: b\u2028c: d", "CONTROL-CHARACTER"),
        ("", "EMPTY-FILE"),
        ("---\n", "EMPTY-FILE"),
    ],
    ids=lambda value: value[:8],
)
def test_hostile_files_are_refused(text: str, code: str) -> None:
    with pytest.raises(Malformed) as caught:
        yaml_tree.parse(text, "x.yml")
    assert {problem.code for problem in caught.value.problems} == {code}


def test_a_byte_order_mark_is_passed_over() -> None:
    assert yaml_tree.parse("\ufeffa: b", "x.yml").at("a") == Place("x.yml", 1, 4)


def read_or_refused(text: str) -> None:
    with suppress(Malformed):
        yaml_tree.parse(text, "x.yml").data()


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    read_or_refused(text)


@given(st.text(alphabet="ab:-?[]{},#&*!|>'\"%@` \t\n\\<=.u0x\x85\ufeff"))
def test_any_marks_are_read_or_refused(text: str) -> None:
    read_or_refused(text)
