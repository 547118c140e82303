"""YAML as text with places, and nothing but Malformed for whatever people paste."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import limits
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
        ("a" * (limits.CONTENT + 1), "TOO-LARGE"),
        ("-\n" * (limits.VALUES + 1), "TOO-MANY-VALUES"),
        ("[" * 200_000, "TOO-DEEP"),
        ("{a: " * 200_000, "TOO-DEEP"),
        ("- " * 200_000, "TOO-DEEP"),
        ("? " * 200_000, "TOO-DEEP"),
        ("\x00\n" * 200_000, "CONTROL-CHARACTER"),
        ("a: \ud800", "CONTROL-CHARACTER"),
        ("a: b\u2028c: d", "CONTROL-CHARACTER"),
        *((f"a: b{mark}c", "CONTROL-CHARACTER") for mark in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"),
        ("", "EMPTY-FILE"),
        ("---\n", "EMPTY-FILE"),
    ],
    ids=lambda value: value[:8],
)
def test_hostile_files_are_refused(text: str, code: str) -> None:
    with pytest.raises(Malformed) as caught:
        yaml_tree.parse(text, "x.yml")
    assert {problem.code for problem in caught.value.problems} == {code}


def test_what_runs_from_right_to_left_is_text() -> None:
    text = "וְהָאָרֶץ\u200f 7 אֲרָצוֹת; الميناء\u200c 3؛ نیم\u200cفاصله\u202f؟"
    assert yaml_tree.parse(f"a: {text}", "x.yml").data() == {"a": text}


def test_a_byte_order_mark_is_passed_over() -> None:
    assert yaml_tree.parse("\ufeffa: b", "x.yml").at("a") == Place("x.yml", 1, 4)


UNCLEAR = [  # text, and where each comment begins that may have been meant as text
    ("a: Oslo is #1 for cables", ["1:12"]),
    ("a: Oslo is\t#1 for cables", ["1:12"]),
    ("a: Oslo is \t#1", ["1:13"]),
    ("a: #1 for cables", ["1:4"]),
    ("- #1 for cables\n- b", ["1:3"]),
    ("a: [Oslo #1, Bergen #2\n  ]", ["1:10"]),
    ("a: [Oslo,#1\n  ]", ["1:10"]),
    ("a: {b: Oslo #1\n  , c: d}", ["1:13"]),
    ("a: 'Oslo' #1", ["1:11"]),
    ('a: "Oslo #1"#2', ["1:13"]),
    ("a: > #1\n  Oslo", ["1:6"]),
    ("a: |- # Oslo\n  is #1", ["1:7"]),
    ("a: |\n  is #1\nb: # c", ["3:4"]),
    ("a: Oslo and\n  Bergen #1\nb: c", ["2:10"]),
    ("a: Oslo and #1\n  Bergen", ["1:13"]),  # and what follows cannot be read
    ("a: Oslo and\n  #1 Bergen\nb: c", ["2:3"]),
    ("- a: Oslo and\n    Bergen\n    #notmycable\n- a: c", ["3:5"]),
    ("a: b #c\nd: e #f", ["1:6", "2:6"]),
    ("a: ‘ärger’ #c", ["1:12"]),
]


@pytest.mark.parametrize(("text", "places"), UNCLEAR)
def test_a_comment_is_none_that_cuts_a_text(text: str, places: list[str]) -> None:
    with pytest.raises(Malformed) as caught:
        yaml_tree.parse(text, "x.yml")
    assert [str(problem).split(": ")[:2] for problem in caught.value.problems] == [
        [f"x.yml:{place}", "UNCLEAR-COMMENT"] for place in places
    ]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("# one\na: b  # two\n  # three\n#four\nc: d", {"a": "b", "c": "d"}),
        ("a:   # one\n  # two\n  - b  # three\n  #- c\n  - d", {"a": ("b", "d")}),
        ("a: b#c", {"a": "b#c"}),
        ("a: https://example.org/#c", {"a": "https://example.org/#c"}),
        ("a: 'b #c'\nd: \"e #f\"  # g #h", {"a": "b #c", "d": "e #f"}),
        ("a: 'b\n  #c'", {"a": "b #c"}),
        ("a: |\n  b #c\n  #d\n", {"a": "b #c\n#d\n"}),
        ("a: >  # b\n  c #d\n  #e\n", {"a": "c #d #e\n"}),
        ("a: >-\n  c\n\n  #d\n# e\nf: g", {"a": "c\n#d", "f": "g"}),
        ("a: [b, 'c #d']  # e", {"a": ("b", "c #d")}),
        ("- a: b\n  #c: d\n  # e\n- f: g", ({"a": "b"}, {"f": "g"})),
        ("a: b   # one\n       #two", {"a": "b"}),
        ("'a #b': c", {"a #b": "c"}),
        ("a: b  # c\r\nd: e", {"a": "b", "d": "e"}),
    ],
)
def test_comments_behind_two_spaces_and_on_their_own_lines_are_none_of_the_text(text: str, data: object) -> None:
    assert yaml_tree.parse(text, "x.yml").data() == data


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2007", "\u3000"])
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("- a: b\n~~c: d\n  e: f", "2:1"),
        ("- a: b\n  ~c: d\n  e: f", "2:3"),
        ("a:~b\nc: d", "1:3"),
        ("a: b\nc:~d\ne: f", "2:3"),
        ("a:~[b]\nc: d", "1:3"),
        ('a: b\nc:~"d"', "2:3"),
        ("a: {b:~c, d: e}", "1:7"),
        ("a: {b: c,~d: e}", "1:10"),
        ("a~: b", "1:2"),
        ("a:\n  -~b: c\n    d: e", "2:4"),
        ("a: b\n~\nc: d", "2:1"),
        ("a: b\n~# c\nd: e", "2:1"),
    ],
)
def test_a_space_that_yaml_takes_for_a_letter_is_named(space: str, text: str, place: str) -> None:
    with pytest.raises(Malformed) as caught:
        yaml_tree.parse(text.replace("~", space), "x.yml")
    [problem] = caught.value.problems
    assert str(problem).startswith(f"x.yml:{place}: NO-BREAK-SPACE: a ")
    assert f"(U+{ord(space):04X}) stands here" in problem.what


@pytest.mark.parametrize(
    "text",
    [
        "a: 12~000 euros, or 50~%",
        "a: 'Bilan~: dix morts'",
        "a: «~Nous payons~»",
        "a: Note:~this",
        "a: '~b~'",
        "a: |\n  b\n  ~c:~d\n",
        "a: b\n  c:~d\n",
        "a: {12~000: a dozen}",
        "a:  # 12~000",
        "# 12~000:~\na: b",
    ],
)
def test_inside_of_texts_such_spaces_are_right(text: str) -> None:
    yaml_tree.parse(text.replace("~", "\u00a0"), "x.yml")


def test_what_else_cannot_be_read_is_told_too() -> None:
    with pytest.raises(Malformed) as caught:
        yaml_tree.parse("a: b #c\n\n\nd: 'e'\nf: 'g", "x.yml")
    assert [str(problem)[:24] for problem in caught.value.problems] == [
        "x.yml:1:6: UNCLEAR-COMME",
        "x.yml:5:4: BAD-YAML: a q",
    ]


def read_or_refused(text: str) -> None:
    with suppress(Malformed):
        yaml_tree.parse(text, "x.yml").data()


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    read_or_refused(text)


@given(st.text(alphabet="ab:-?[]{},#&*!|>'\"%@` \t\n\\<=.u0x\x85\ufeff"))
def test_any_marks_are_read_or_refused(text: str) -> None:
    read_or_refused(text)
