"""`briefbook redraft`: drafts that nobody touched follow the registries, and all else stays to the byte."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator import files, pipeline
from generator.__main__ import main
from tests.folders import HERE

ARTICLE = "farmers"
PATH = f"content/facts/{ARTICLE}.yml"
TEXT = (
    '"The cable is a gift to the cities, and never to us," said Ola Strand.\n'
    "She told reporters that 3,000 farms would pay more for their power.\n"
    '"Not one of us was asked before the work began," Strand said on Monday.\n'
    "The farmers want 12 million euros from the Danish ministry.\n"
    "There were 40 Ploughs at the gate of the ministry in the morning.\n"
)
STRAND = "- {id: ola-strand, name: Ola Strand, aliases: [Strand], background: invented}\n"


PLOUGHS = "- {id: ploughs, name: 40 Ploughs, background: invented}\n"  # a body; else a figure


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small dossier with a new article, as `add` drafted it."""
    root = Path(shutil.copytree(HERE / "small", tmp_path / "dossier"))
    monkeypatch.chdir(root)
    (root / "seeds" / f"{ARTICLE}.txt").write_text(TEXT, encoding="utf-8")
    done = CliRunner().invoke(
        main, ["add", f"seeds/{ARTICLE}.txt", "--published", "2024-06-05"], catch_exceptions=False
    )
    assert done.exit_code == 0, done.output
    return root


def redraft(*arguments: str) -> Result:
    done = CliRunner().invoke(main, ["redraft", *arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done


def facts(root: Path) -> str:
    return (root / PATH).read_text(encoding="utf-8")


def ids(root: Path) -> list[str]:
    return re.findall(r"^ *- id: (\S+)", facts(root), re.MULTILINE)


def entry(root: Path, id: str) -> dict[str, object]:
    [found] = [fact for fact in yaml.safe_load(facts(root))["facts"] if fact["id"] == id]
    assert isinstance(found, dict)
    return found


def register(root: Path, registry: str, entry: str) -> None:
    path = root / "content" / f"{registry}.yml"
    path.write_text(path.read_text(encoding="utf-8") + entry, encoding="utf-8")


def change(root: Path, old: str, new: str) -> None:
    text = facts(root)
    assert text.count(old) == 1
    (root / PATH).write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_changes_while_the_registries_are_the_same(dossier: Path) -> None:
    before = {path: path.read_bytes() for path in dossier.rglob("*") if path.is_file()}
    assert redraft().stdout == f"{ARTICLE}: {len(ids(dossier))} as they were\n"
    assert {path: path.read_bytes() for path in dossier.rglob("*") if path.is_file()} == before


def test_drafts_follow_the_registries_under_their_ids(dossier: Path) -> None:
    before, was = ids(dossier), entry(dossier, "farmers-p1-1")
    assert "who" not in was
    assert "# Ola Strand (paragraph 1)" in facts(dossier)
    register(dossier, "leaders", STRAND)
    told = redraft(ARTICLE).stdout
    assert "changed (farmers-p1-1" in told
    assert entry(dossier, "farmers-p1-1") == {**was, "who": "ola-strand"}
    assert [id for id in ids(dossier) if id in before] == before
    assert "# Ola Strand (paragraph 1)" not in facts(dossier)
    after = facts(dossier)
    assert redraft(ARTICLE).stdout == f"{ARTICLE}: {len(ids(dossier))} as they were\n"
    assert facts(dossier) == after


def worded(text: str) -> str:
    return text.replace("say:", "say: Farmers got nothing.", 1)


def commented(text: str) -> str:
    return re.sub(r"(    status: draft.*\n)", r"\1    # ask her again\n", text)


TOUCHED: dict[str, Callable[[str], str]] = {
    "worded": worded,
    "commented": commented,
    "with another theme": lambda text: text.replace("about: []", "about: [energy-links]", 1),
    "with another id": lambda text: text.replace("id: farmers-p1-1", "id: gift-to-cities", 1),
    "a fact now": lambda text: worded(text).replace("    status: draft", "    agrees: [negation]", 1),
}


@pytest.mark.parametrize("case", TOUCHED)
def test_what_somebody_touched_stays_to_the_byte(case: str, dossier: Path) -> None:
    start = facts(dossier).index("  - id: farmers-p1-1")
    end = facts(dossier).index("  # Paragraph 2")
    block = facts(dossier)[start:end]
    touched = TOUCHED[case](block)
    assert touched != block
    change(dossier, block, touched)
    register(dossier, "leaders", STRAND)
    told = redraft(ARTICLE).stdout
    assert "farmers-p1-1" not in told
    assert facts(dossier).count(touched) == 1
    assert len([id for id in ids(dossier) if id.startswith(("farmers-p1", "gift"))]) == 1
    after = facts(dossier)
    redraft(ARTICLE)
    assert facts(dossier) == after


def test_what_a_formatter_lays_out_anew_is_not_touched(dossier: Path) -> None:
    text = facts(dossier).replace("about: []", "about:   [ ]").replace("    # ", "      #   ")
    text = re.sub(r"(?<=\S) {3,}#", "  #", text)
    (dossier / PATH).write_text(text, encoding="utf-8")
    register(dossier, "leaders", STRAND)
    assert "changed (farmers-p1-1" in redraft(ARTICLE).stdout
    assert entry(dossier, "farmers-p1-1")["who"] == "ola-strand"


def test_what_somebody_deleted_is_not_drafted_again(dossier: Path) -> None:
    start = facts(dossier).index("  - id: farmers-p1-1")
    end = facts(dossier).index("  # Paragraph 2")
    change(dossier, facts(dossier)[start:end], "")
    register(dossier, "leaders", STRAND)
    redraft(ARTICLE)
    assert "farmers-p1-1" not in ids(dossier)
    assert "passage: The cable is a gift" not in facts(dossier)


def test_what_the_rules_find_no_longer_goes_and_what_they_find_now_comes(dossier: Path) -> None:
    before, registry = ids(dossier), (dossier / "content/organisations.yml").read_bytes()
    register(dossier, "organisations", PLOUGHS)
    gone = json.loads(redraft(ARTICLE, "--json").stdout)[0]["gone"]
    assert gone == ["farmers-p5-1"] == [id for id in before if id not in ids(dossier)]
    assert "# Paragraph 5\n" not in facts(dossier)
    (dossier / "content/organisations.yml").write_bytes(registry)
    redraft(ARTICLE)
    assert ids(dossier) == before


def test_skips_records_and_comments_of_people_stay(dossier: Path) -> None:
    change(dossier, "facts:\n", "# Our own remark: see the ministry's letter\nfacts:   # of us\n")
    text = facts(dossier).rstrip("\n") + "\n# A last word of ours\nskip:\n  - {paragraphs: 4, because: ours}\n"
    (dossier / PATH).write_text(text, encoding="utf-8")
    register(dossier, "leaders", STRAND)
    redraft(ARTICLE)
    for kept in ("# Our own remark: see the ministry's letter\nfacts:   # of us\n", "# A last word of ours\nskip:\n"):
        assert kept in facts(dossier)
    assert pipeline.read(files.content(dossier)).articles[ARTICLE].skip


NOTES: dict[str, Callable[[str], str]] = {
    "a note behind the name": lambda text: re.sub(r"(# Ola Strand .*)", r"\1 of the union, says Ann", text),
    "a field of the entry": lambda text: text.replace("name: Ola Strand", "name: Ola Strand, country: norway"),
    "another name": lambda text: text.replace("name: Ola Strand", "name: Ola Strand Moe"),
    "a comment below the entry": lambda text: re.sub(r"(#   - \{id: ola-strand.*\n)", r"\1# ask Ann\n", text),
    "a comment in the entry": lambda text: re.sub(r"(# Ola Strand .*\n)", r"\1# ask Ann\n", text),
    "a line less": lambda text: re.sub(r"#   content/leaders.yml:\n(?=#   - \{id: ola)", "", text),
    "a comment above all": lambda text: re.sub(r"(# Names that.*\n)", r"\1# ask Ann of each\n", text),
    "a note behind the heading": lambda text: re.sub(r"(# Names that.*)", r"\1 By Friday.", text),
}


@pytest.mark.parametrize("case", NOTES)
def test_what_people_wrote_into_the_list_of_names_stays(case: str, dossier: Path) -> None:
    """And what the rules wrote of the same name is not written once more beside it."""
    before = facts(dossier)
    noted = NOTES[case](before)
    assert noted != before
    (dossier / PATH).write_text(noted, encoding="utf-8")
    assert redraft(ARTICLE).stdout == f"{ARTICLE}: {len(ids(dossier))} as they were\n"
    assert facts(dossier) == noted
    register(dossier, "leaders", STRAND)
    redraft(ARTICLE)
    listed = facts(dossier).partition("# Names that")[2].partition("\n\n")[0].splitlines()
    new = set(noted.splitlines()) - set(before.splitlines())
    kept = noted.partition("# Names that")[2].partition("\n\n")[0].splitlines()
    if case in ("a comment above all", "a note behind the heading"):
        assert listed == [line for line in kept if "trand" not in line and "content/leaders.yml:" not in line]
    else:
        assert new <= set(listed)
        assert [line for line in listed if line in kept] == kept
    after = facts(dossier)
    redraft(ARTICLE)
    assert facts(dossier) == after


def test_a_list_that_nothing_remembers_stays_and_grows(dossier: Path) -> None:
    text = "".join(line for line in facts(dossier).splitlines(keepends=True) if not line.startswith("# names: "))
    (dossier / PATH).write_text(text, encoding="utf-8")
    register(dossier, "leaders", STRAND)
    redraft(ARTICLE)
    assert "# Ola Strand (paragraph 1)" in facts(dossier)


def test_an_article_that_is_complete_gets_no_new_drafts(dossier: Path) -> None:
    registry = (dossier / "content/organisations.yml").read_bytes()
    register(dossier, "organisations", PLOUGHS)
    redraft(ARTICLE)
    left = ids(dossier)
    change(dossier, "curation: open", "curation: complete")
    (dossier / "content/organisations.yml").write_bytes(registry)
    redraft(ARTICLE)
    assert ids(dossier) == left


def test_drafts_of_others_are_never_replaced(dossier: Path) -> None:
    words = "12 million euros from the Danish ministry"
    typed = json.dumps({"proposals": [{"passage": words}, {"passage": "before the work began"}]})
    CliRunner().invoke(main, ["draft", ARTICLE, "--from", "-"], input=typed, catch_exceptions=False)
    theirs = [id for id in ids(dossier) if f"# {id}" not in facts(dossier)]
    register(dossier, "leaders", STRAND)
    redraft(ARTICLE)
    assert set(theirs) >= {
        id for id in ids(dossier) if entry(dossier, id)["passage"] in (words, "before the work began")
    }


def test_a_dry_run_tells_and_writes_nothing(dossier: Path) -> None:
    register(dossier, "leaders", STRAND)
    before = facts(dossier)
    told = redraft("--dry-run").stdout
    assert facts(dossier) == before
    assert redraft().stdout == told


def test_articles_that_the_rules_did_not_draft_are_left(dossier: Path) -> None:
    before = (dossier / "content/facts/oslo-cable.yml").read_bytes()
    left = "oslo-cable: left as it is: the rules drafted nothing here, or nothing remembers what\n"
    assert redraft("oslo-cable").stdout == left
    assert (dossier / "content/facts/oslo-cable.yml").read_bytes() == before


def test_a_text_that_is_not_at_hand_is_told_of(dossier: Path) -> None:
    (dossier / "seeds" / f"{ARTICLE}.txt").rename(dossier / f"{ARTICLE}.txt")
    assert redraft().stdout == f"{ARTICLE}: left as it is: its text is not at hand\n"
    done = CliRunner().invoke(main, ["redraft", ARTICLE])
    assert (done.exit_code, f"{PATH}:1:1: NO-TEXT: " in done.stderr) == (1, True)


def test_articles_of_one_name_get_ids_of_their_own(dossier: Path) -> None:
    """Ids of drafts leave out the day in the article's."""
    registry = (dossier / "content/organisations.yml").read_bytes()
    register(dossier, "organisations", PLOUGHS)
    for day in ("2024-06-07", "2024-06-08"):
        (dossier / "seeds" / f"{day}-{ARTICLE}.txt").write_text(TEXT, encoding="utf-8")
        done = CliRunner().invoke(main, ["add", f"seeds/{day}-{ARTICLE}.txt", "--again"], catch_exceptions=False)
        assert done.exit_code == 0, done.output
    (dossier / "content/organisations.yml").write_bytes(registry)
    told = json.loads(redraft("--json").stdout)
    added = [id for one in told if one["article"] != ARTICLE for id in one["added"]]
    assert len(added) == 2
    found = [fact.id for file in pipeline.read(files.content(dossier)).articles.values() for fact in file.facts]
    assert set(added) < set(found)
    assert len(found) == len(set(found))
