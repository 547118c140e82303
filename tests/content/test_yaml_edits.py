"""Changes to YAML files leave everything else as its author wrote it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.content.edits import scalar, with_fields, with_item, without_comments, without_item
from generator.content.yaml_tree import parse

HERE = Path(__file__).parents[2]
FACTS = """\
# yaml-language-server: $schema=../../schema/facts.schema.json
article:
  title: Leaders meet in Oslo              # as printed
  # second_reading:                        # the day
  curation: open

# Drafts.
facts:
  # Paragraph 1
  - id: oslo-one                           # for good
    say:                                   # our words
    passage:
      - it rained  # on Monday
      # and on Tuesday
      - it snowed
    status: draft                          # take it away
    # figures: 3 = days

  - id: oslo-two
    say: >
      A folded
      text.
    passage: 'the minister''s word'

# The end.
skip:
  - {paragraphs: 1-2, because: page furniture}
"""
NEW = {"id": "oslo-new", "say": "", "passage": ["it hailed"], "when": {"date": "2024"}}
ORDER = ("id", "say", "passage", "who", "kind", "status")


def changed(before: str, after: str) -> list[str]:
    """The lines that went and those that came."""
    old, new = before.split("\n"), after.split("\n")
    start = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return [f"-{line}" for line in old[start : len(old) - end]] + [f"+{line}" for line in new[start : len(new) - end]]


def test_a_value_gives_way_and_its_comment_stays() -> None:
    after = with_fields(FACTS, ("facts", "oslo-one"), {"say": "It rained: for 3 days."})
    assert changed(FACTS, after) == [
        "-    say:                                   # our words",
        "+    say: 'It rained: for 3 days.'                                   # our words",
    ]


def test_a_field_is_taken_away_and_the_comments_below_stay() -> None:
    after = with_fields(FACTS, ("facts", "oslo-one"), {"status": None})
    assert changed(FACTS, after) == ["-    status: draft                          # take it away"]


def test_a_new_field_stands_in_its_place() -> None:
    after = with_fields(FACTS, ("facts", "oslo-one"), {"who": "jane-doe"}, ORDER)
    assert changed(FACTS, after) == ["+    who: jane-doe"]
    assert after.index("it snowed") < after.index("who: jane-doe") < after.index("status: draft")
    assert changed(FACTS, with_fields(FACTS, ("article",), {"second_reading": "2024-06-02"})) == [
        "+  second_reading: 2024-06-02"
    ]


def test_a_list_gives_way_and_its_comments_are_kept() -> None:
    after = with_fields(FACTS, ("facts", "oslo-one"), {"passage": "it rained"})
    assert changed(FACTS, after) == [
        "-    passage:",
        "-      - it rained  # on Monday",
        "-      # and on Tuesday",
        "-      - it snowed",
        "+    passage: it rained",
        "+      # and on Tuesday",
    ]


def test_a_folded_text_gives_way_whole() -> None:
    after = with_fields(FACTS, ("facts", "oslo-two"), {"say": "Another."})
    assert changed(FACTS, after) == ["-    say: >", "-      A folded", "-      text.", "+    say: Another."]


def test_an_item_comes_behind_another_with_its_comments() -> None:
    after = with_item(FACTS, ("facts",), NEW, "oslo-one")
    assert changed(FACTS, after) == [
        "+  - id: oslo-new",
        "+    say:",
        "+    passage:",
        "+      - it hailed",
        "+    when: {date: 2024}",
        "+",
    ]
    assert after.index("# figures") < after.index("oslo-new") < after.index("oslo-two")


def test_an_item_comes_at_the_end_of_a_list() -> None:
    after = with_item(FACTS, ("skip",), {"paragraphs": "9", "because": "a teaser, a link"})
    assert changed(FACTS, after) == ["+  - {paragraphs: 9, because: 'a teaser, a link'}"]
    long = "a teaser, a link, and all that an outlet puts below its articles so that its readers stay"
    after = with_item(FACTS, ("skip",), {"paragraphs": "9", "because": long})
    assert changed(FACTS, after) == ["+  - paragraphs: 9", f"+    because: {long}"]
    assert with_item("- {id: norway}\n- id: denmark\n", (), {"id": "sweden", "name": "a"}, "denmark").endswith(
        "- id: sweden\n  name: a\n"
    )


COMMENTED = """\
facts:
  - id: one                                # for good
    say: 'a  # our words'                  # our words
    passage:                               # proved
      - it rained  # proved
      - it snowed
    who: jane-doe                          # for good
    about: [rain]                          # themes, and more
    status: draft# our words
  - {id: two, say: b}                      # our words
"""


def test_comments_go_that_stand_so_behind_their_field() -> None:
    comments = {"id": "for good", "say": "our words", "passage": "proved", "about": "themes", "status": "our words"}
    after = without_comments(COMMENTED, ("facts", "one"), comments)
    assert changed(COMMENTED, after) == [
        "-  - id: one                                # for good",
        "-    say: 'a  # our words'                  # our words",
        "-    passage:                               # proved",
        "+  - id: one",
        "+    say: 'a  # our words'",
        "+    passage:",
    ]
    assert without_comments(COMMENTED, ("facts", "two"), comments) == COMMENTED


@pytest.mark.parametrize("before", ["article:\n  title: T\n", "article:\n  title: T\n\nskip: []  # none\n"])
def test_a_list_is_begun(before: str) -> None:
    after = with_item(before, ("skip",), {"paragraphs": "9"})
    assert yaml.safe_load(after)["skip"] == [{"paragraphs": 9}]
    assert all(line.replace(" []", "") in after for line in before.split("\n"))


def test_the_first_entry_of_a_registry() -> None:
    assert with_item("", (), {"id": "norway"}) == "- id: norway\n"
    assert with_item("[]\n", (), {"id": "norway"}) == "- id: norway\n"
    assert with_item("# none yet\n", (), {"id": "norway"}) == "# none yet\n- id: norway\n"


def test_items_go_and_the_rest_stays() -> None:
    after = without_item(FACTS, ("facts", "oslo-two"))
    assert changed(FACTS, after) == [
        "-  - id: oslo-two",
        "-    say: >",
        "-      A folded",
        "-      text.",
        "-    passage: 'the minister''s word'",
        "-",
    ]
    less = without_item(after, ("facts", "oslo-one"))
    assert "# Drafts.\nfacts: []\n  # Paragraph 1\n\n# The end.\n" in less
    assert "\nskip: []\n" in without_item(FACTS, ("skip", 0))


def test_flow_style_stays_flow_style() -> None:
    text = "- {id: norway, name: Norway}  # north\n- {id: denmark, name: Denmark, code: DK}\n"
    added = with_fields(text, ("norway",), {"aliases": ["Oslo", "a, b"]}, ("id", "name", "aliases"))
    assert added.splitlines()[0] == "- {id: norway, name: Norway, aliases: [Oslo, 'a, b']}  # north"
    assert with_fields(added, ("norway",), {"aliases": None}) == text
    assert without_item(text, ("norway",)) == text.split("\n", 1)[1]


def test_line_ends_marks_and_a_missing_last_line_end() -> None:
    assert with_fields("\ufeffa: 1\r\nb: 2\r\n", (), {"b": "3"}) == "\ufeffa: 1\r\nb: 3\r\n"
    assert with_fields("a: 1", (), {"b": "3"}) == "a: 1\nb: 3\n"
    assert with_fields("- a: 1\n  b: 2\n", (0,), {"a": None}) == "- b: 2\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: b",
        "- a",
        "x #y",
        "it's",
        "'q'",
        "two\nlines",
        "{a}",
        "a, b",
        "*a",
        "yes",
        "2024-05-31",
        " a",
        "a:",
        "a\x00b",
    ],
)
@pytest.mark.parametrize("flow", [False, True])
def test_a_text_is_read_back(text: str, flow: bool) -> None:
    written = scalar(text, flow=flow)
    document = f"{{a: {written}}}" if flow else f"a: {written}"
    assert parse(document, "x.yml").data() == {"a": text.replace("\x00", "")}


def test_paths_that_lead_nowhere() -> None:
    for path in (("facts", "nobody"), ("nothing",), ("facts", 7), ("article", "title", "x")):
        with pytest.raises(KeyError):
            with_fields(FACTS, path, {"say": "x"})
    with pytest.raises(KeyError):
        with_item(FACTS, ("facts",), {"id": "x"}, "nobody")


FILES = sorted([*HERE.glob("content/**/*.yml"), *HERE.glob("tests/small/content/**/*.yml")])


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HERE)))
def test_every_record_of_real_files_can_be_changed(path: Path) -> None:
    """Adding, changing and removing do to the values what they do to a dictionary, and leave every other line."""
    text = path.read_text(encoding="utf-8")
    data = parse(text, str(path)).data()
    at: tuple[str, ...] = ("facts",) if isinstance(data, dict) else ()
    records: Any = data.get("facts", ()) if isinstance(data, dict) else data
    for number, record in list(enumerate(records))[::7]:
        field = next((name for name in record if name in ("say", "name", "question", "because")), None)
        if field is None or "id" not in record:
            continue
        where = (*at, record["id"])
        assert _records(with_fields(text, where, {field: "New."}), at)[number] == {**record, field: "New."}
        added = with_fields(text, where, {"extra": "x"}, ("id", "extra"))
        assert with_fields(added, where, {"extra": None}) == text
        less = without_item(text, where)
        assert _records(less, at) == [*records[:number], *records[number + 1 :]]
        assert "".join(changed(text, less)).count("\n+") == 0
        more = with_item(text, at, dict(record) | {"id": "a-new-one"}, record["id"])
        assert _records(more, at)[number + 1] == {**record, "id": "a-new-one"}
        assert _records(without_item(more, (*at, "a-new-one")), at) == list(records)


def _records(text: str, at: tuple[str, ...]) -> list[Any]:
    data = parse(text, "x.yml").data()
    return list(data["facts"] if at else data)
