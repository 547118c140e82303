"""`briefbook add` with many articles: lists, what is here already, what is alike, what is private, what is broken."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.__main__ import main
from generator.commands.privacy import IGNORE
from generator.files import digest
from tests.folders import HERE
from tests.repositories import git

STRIKE = """\
Dyers end walkout at the mill
TESSBY, 14 March 2024 (Seawire) - Dyers in Tessby agreed to go back to the 52 vats that they had left in the frost.
The mill will shorten shifts by 1.5 hours and lend $3.4 million to families in debt, its owners wrote in a letter.
"They go home with their heads up," said Latvian Culture Minister Ilze Ozola.
Ozola, who sat between the two sides for three nights, said Latvia would read each line of the deal twice.
The oldest vat, the Bess, is to start on Friday under 90 lamps and the flag of the town.
A quarrel over rents in the mill houses, which began in January, goes before a judge in June.
"""
# The same story in another paper, shortened and touched up.
AGAIN = """\
Walkout is over, vats run again
Dyers in Tessby agreed on Wednesday to go back to the 52 vats that they had left in the frost.
The mill will shorten shifts by 1.5 hours and lend $3.4 million to families in debt, its owners wrote in a letter.
Ozola, who sat between the two sides for three nights, said Latvia would read each line of the deal twice.
The oldest vat, the Bess, is to start on Friday morning under 90 lamps and the flag of the town.
A quarrel over rents in the mill houses, which began in January, goes before a judge in June.
A choir will sing at the gate.
"""
OTHER = """\
A museum of cables opens in Bergen
Bergen has a museum of cables from Saturday, with 300 pieces from all over the world.
"We asked every harbour for its oldest rope," said Berit Dale, who leads it.
"""


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small dossier, beside a folder with articles, which is where the command is given."""
    shutil.copytree(HERE / "small", tmp_path / "dossier")
    inbox = tmp_path / "inbox"
    (inbox / "below").mkdir(parents=True)
    for name, text in {"strike.txt": STRIKE, "again.txt": AGAIN, "below/other.txt": OTHER}.items():
        (inbox / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(inbox)
    return tmp_path / "dossier"


def add(dossier: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["add", "--root", str(dossier), *arguments], catch_exceptions=False)


def files_of(dossier: Path) -> dict[str, bytes]:
    return {p.relative_to(dossier).as_posix(): p.read_bytes() for p in dossier.rglob("*") if p.is_file()}


def written(dossier: Path, before: dict[str, bytes]) -> list[str]:
    """The new files; no other may be another than it was."""
    after = files_of(dossier)
    assert {path: after[path] for path in before} == before
    return sorted(after.keys() - before.keys())


def rows(done: Result) -> list[list[str]]:
    """The table of articles, each cell without its blanks."""
    lines = done.stdout.splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("article  "))
    ends = next(n for n, line in enumerate(lines) if line.startswith(("the texts in", "what is left")))
    return [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in lines[first + 1 : ends]]


def test_a_text_is_private(dossier: Path) -> None:
    before = files_of(dossier)
    done = add(dossier, "below/other.txt", "--id", "museum")
    assert done.exit_code == 0, done.output
    assert written(dossier, before) == [
        ".gitignore",
        "content/facts/museum.yml",
        "seeds/museum.lock",
        "texts/museum.txt",
    ]
    assert (dossier / "texts" / "museum.txt").read_text("utf-8") == OTHER
    assert (dossier / ".gitignore").read_text("utf-8") == IGNORE
    assert f"sha256 {digest(OTHER)}" in (dossier / "seeds" / "museum.lock").read_text("utf-8")


def test_a_text_is_published_by_an_option_alone(dossier: Path) -> None:
    before = files_of(dossier)
    assert add(dossier, "below/other.txt", "--id", "museum", "--publish-text").exit_code == 0
    assert written(dossier, before) == ["content/facts/museum.yml", "seeds/museum.txt"]


@pytest.mark.parametrize("options", [(), ("--publish-text",)], ids=str)
@pytest.mark.parametrize("folder", ["seeds", "texts"])
def test_a_text_of_the_dossier_stays_where_it_is(folder: str, options: tuple[str, ...], dossier: Path) -> None:
    text = dossier / folder / "museum.txt"
    text.parent.mkdir(exist_ok=True)
    text.write_text(OTHER, encoding="utf-8")
    (dossier / ".gitignore").write_text("build/\n/texts/\n", encoding="utf-8")
    before = files_of(dossier)
    assert add(dossier, str(text), *options).exit_code == 0
    lock = ["seeds/museum.lock"] if folder == "texts" else []
    assert written(dossier, before) == ["content/facts/museum.yml", *lock]


def test_a_text_of_the_dossier_is_not_touched(dossier: Path) -> None:
    text = dossier / "texts" / "museum.txt"
    text.parent.mkdir()
    text.write_bytes(OTHER.replace("\n", "\r\n").encode())
    assert add(dossier, str(text)).exit_code == 0
    assert text.read_bytes() == OTHER.replace("\n", "\r\n").encode()


def test_a_text_without_facts_gets_them(dossier: Path) -> None:
    (dossier / "texts").mkdir()
    spaced = OTHER.replace("\n", "\n\n")
    (dossier / "texts" / "museum.txt").write_text(spaced, encoding="utf-8")  # as when a run was killed
    done = add(dossier, "below/other.txt")
    assert [row[0] for row in rows(done)] == ["museum"]
    assert (dossier / "content" / "facts" / "museum.yml").exists()
    assert f"sha256 {digest(spaced)}" in (dossier / "seeds" / "museum.lock").read_text("utf-8")
    assert [path.name for path in (dossier / "texts").iterdir()] == ["museum.txt"]


def test_a_line_is_added_to_what_git_ignores(dossier: Path) -> None:
    (dossier / ".gitignore").write_text("build/", encoding="utf-8")
    assert add(dossier, "below/other.txt").exit_code == 0
    assert (dossier / ".gitignore").read_text("utf-8") == f"build/\n{IGNORE}"


WITH_GIT: dict[str, tuple[str, str, str]] = {  # what .gitignore has, what it has then, what is told
    "nothing": ("", IGNORE, ""),
    "a line that is taken back": ("/texts/*\n!/texts/*.txt\n", f"/texts/*\n!/texts/*.txt\n{IGNORE}", ""),
    "a line of another name": ("*.txt\n", "*.txt\n", ""),
    "its own line, taken back below": ("/texts/\n!/texts/\n", "/texts/\n!/texts/\n", "texts/museum.txt"),
}


@pytest.mark.site
@pytest.mark.parametrize("case", WITH_GIT)
def test_git_is_asked_whether_a_text_stays_private(case: str, dossier: Path) -> None:
    ignored, then, told = WITH_GIT[case]
    git(dossier, "init", "--quiet")
    (dossier / ".gitignore").write_text(ignored, encoding="utf-8")
    done = add(dossier, "below/other.txt", "--id", "museum")
    assert (dossier / ".gitignore").read_text("utf-8") == then
    assert done.exit_code == bool(told)
    assert done.stderr.startswith(
        f"below/other.txt:1:1: NOT-PRIVATE: git would commit `{told}`, so the text is not written; " if told else ""
    )
    there = [dossier / path for path in ("texts/museum.txt", "content/facts/museum.yml", "seeds/museum.lock")]
    assert [path.exists() for path in there] == [not told] * 3
    assert "texts/" not in git(dossier, "status", "--short", "--untracked-files=all")


@pytest.mark.site
def test_what_git_knows_already_is_not_private(dossier: Path) -> None:
    (dossier / "texts").mkdir()
    (dossier / "texts" / "museum.txt").write_text("Once.\n", encoding="utf-8")
    git(dossier, "init", "--quiet")
    git(dossier, "add", "texts")
    (dossier / "texts" / "museum.txt").unlink()
    done = add(dossier, "below/other.txt", "--id", "museum")
    assert (done.exit_code, "NOT-PRIVATE: git would commit `texts/museum.txt`" in done.stderr) == (1, True)
    assert not (dossier / "texts" / "museum.txt").exists()


def test_a_private_text_is_not_written_elsewhere(dossier: Path, tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (dossier / "texts").symlink_to(tmp_path / "shared")
    done = add(dossier, "below/other.txt", "strike.txt")
    assert [line.split(";")[0] for line in done.stderr.splitlines() if ": NOT-PRIVATE: " in line] == [
        f"{name}:1:1: NOT-PRIVATE: `texts` is a link, so what is written there stands elsewhere, and nothing is"
        for name in ("below/other.txt", "strike.txt")
    ]
    assert (done.exit_code, list((tmp_path / "shared").iterdir())) == (1, [])
    assert add(dossier, "below/other.txt", "--publish-text").exit_code == 0


def test_many_are_taken_in_at_once_and_the_rest_is_told(dossier: Path) -> None:
    Path("bad.txt").write_bytes(b"Oslo\n\xff\xfe")
    done = add(dossier, "strike.txt", "bad.txt", "below/other.txt", "none.txt")
    assert done.exit_code == 1
    assert [line.split(";")[0] for line in done.stderr.splitlines()[:2]] == [
        "bad.txt:2:1: NOT-UTF-8: this byte is not UTF-8 text",
        "none.txt:1:1: UNREADABLE: the file cannot be read: No such file or directory",
    ]
    assert [row[:2] for row in rows(done)] == [
        ["2024-03-14-dyers-end-walkout-mill", "texts/"],
        ["museum-cables-opens-bergen", "texts/"],
    ]
    assert done.stdout.count("what is left to do") == 1


LISTS = {
    "list.csv": "File,URL,Outlet,Day,Id\nbelow/other.txt,https://example.org/museum,Nordwire,2024-06-03,museum\n",
    "semicolons.csv": "file;address;publisher;date;id\nbelow\\other.txt;https://example.org/museum;Nordwire;2024-06-03;museum\n",
    "list.json": json.dumps(
        [{"file": "below/other.txt", "url": "https://example.org/museum", "source": "Nordwire",
          "published": "2024-06-03", "id": "museum"}]
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_a_list_says_what_is_known_of_each_article(name: str, dossier: Path) -> None:
    Path(name).write_text(LISTS[name].replace("\\", "/" if name == "semicolons.csv" else "\\"), encoding="utf-8")
    done = add(dossier, name)
    assert done.exit_code == 0, done.output
    record = (dossier / "content" / "facts" / "museum.yml").read_text("utf-8").split("\nfacts:")[0]
    fields = [line.split("  #")[0].strip() for line in record.splitlines() if not line.strip().startswith("#")]
    assert fields[:7] == [
        "article:",
        "title: A museum of cables opens in Bergen",
        "publisher: nordwire",
        "published: 2024-06-03",
        "published_basis: inferred",
        "because: whoever added the article gave this day; the text does not say it",
        "url: https://example.org/museum",
    ]


WRONG_LISTS = {
    "outside": ("file\n../inbox/strike.txt\n", "list.csv:2:1: BAD-LIST: `../inbox/strike.txt` lies outside the folder"),
    "absolute": ("file\n/etc/passwd\n", "list.csv:2:1: BAD-LIST: `/etc/passwd` lies outside the folder of the list"),
    "linked": ("file\nlink.txt\n", "list.csv:2:1: BAD-LIST: `link.txt` lies outside the folder of the list"),
    "address": ("file\nhttps://example.org/a\n", "list.csv:2:1: BAD-LIST: `https://example.org/a` is an address"),
    "a list": ("file\nlist.csv\n", "list.csv:2:1: BAD-LIST: `list.csv` is a list itself"),
    "no file": ("file,day\n,2024-06-03\n", "list.csv:2:1: BAD-LIST: this line names no file"),
    "no column": ("address\nx\n", "list.csv:1:1: BAD-LIST: no column is called `file`; there are `address`"),
    "nothing": ("", "list.csv:1:1: BAD-LIST: the list has no articles"),
    "a day": ("file,day\nstrike.txt,June\n", "list.csv:2:1: BAD-LIST: `June` is no exact day"),
    "an id": ("file,id\nstrike.txt,Strike One\n", "list.csv:2:1: BAD-ID: expected an id such as oslo-date"),
    "a link": ("file,url\nstrike.txt,javascript:x\n", "list.csv:2:1: BAD-LIST: `javascript:x` is no address"),
    "a language": ("file,lang\nstrike.txt,no\n", "list.csv:2:1: BAD-LIST: `no` is no language of articles"),
    "a quotation mark": ('file\n"strike.txt\n', "list.csv:2:1: BAD-LIST: this is no line of a table"),
    "twice": ("file,id\nstrike.txt,one\nagain.txt,one\n", "list.csv:3:1: ID-TAKEN: another article of this run has"),
}


@pytest.mark.parametrize("case", WRONG_LISTS)
def test_what_a_list_may_not_say_is_told_at_its_line(case: str, dossier: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(STRIKE, encoding="utf-8")
    Path("link.txt").symlink_to(tmp_path / "secret.txt")
    text, told = WRONG_LISTS[case]
    Path("list.csv").write_text(text, encoding="utf-8")
    done = add(dossier, "list.csv")
    assert (done.exit_code, done.stderr.startswith(told)) == (1, True), done.stderr
    assert len(list(dossier.glob("content/facts/*.yml"))) == (3 if case == "twice" else 2)


WRONG_JSON = {
    "no JSON": ("[{]", "list.json:1:3: NOT-JSON: a key in double quotation marks is missing"),
    "no list": ('{"file": "strike.txt"}', "list.json:1:1: BAD-LIST: expected a list of objects"),
    "no objects": ('["strike.txt"]', "list.json:1:1: BAD-LIST: expected a list of objects"),
    "nested": ("[" * 100_000, "list.json:1:41: TOO-DEEP: this is more than 40 levels deep"),
    "a number": ('[{"file": 7}]', "7:1:1: UNREADABLE: the file cannot be read"),
    "a list": ('[\n {"file": ["strike.txt"]}]', "list.json:2:2: BAD-LIST: this line names no file"),
    "a link to itself": ('[{"file": "loop.txt"}]', "loop.txt:1:1: UNREADABLE: the file cannot be read: "),
}
STRANGE = {
    "list.json": '[{"file": "strike.txt"},\n {"file": "b\\u0000.txt"},\n {"file": "\\ud800.txt"},\n'
    ' {"file": "again.txt", "title": 1' + "0" * 5000 + '},\n {"file": "\\u202egnp.txt", "id": "\\u001b"},\n'
    ' {"file": "below/other.txt", "outlet": "\\ud800", "id": "museum"}]',
    "list.csv": "file,title,id\nstrike.txt,,\nb\0.txt,,\n\u009b.txt,,\nagain.txt,1" + "0" * 5000 + ",\n"
    "\u202egnp.txt,,\x1b\nbelow/other.txt,\0,museum\n",
}


@pytest.mark.parametrize("name", STRANGE)
def test_what_is_no_name_is_told_at_its_line_and_the_rest_is_taken_in(name: str, dossier: Path) -> None:
    Path(name).write_text(STRANGE[name], encoding="utf-8")
    done = add(dossier, name)
    first = 2 if name == "list.json" else 3
    places = [f"{name}:{first + n}:{2 if name == 'list.json' else 1}" for n in (0, 1, 3)]
    characters = ["U+0000", "U+D800" if name == "list.json" else "U+009B", "U+202E"]
    assert [line.partition(", which")[0] for line in done.stderr.splitlines() if ": BAD-LIST: " in line] == [
        f"{place}: BAD-LIST: the name of the file has the character {character}"
        for place, character in zip(places, characters, strict=True)
    ]
    assert (done.exit_code, len(rows(done))) == (1, 3)
    assert (dossier / "content/facts/museum.yml").exists()


@pytest.mark.parametrize("case", WRONG_JSON)
def test_a_list_as_json_is_read_as_strictly(case: str, dossier: Path) -> None:
    text, told = WRONG_JSON[case]
    Path("loop.txt").symlink_to("loop.txt")
    Path("list.json").write_text(text, encoding="utf-8")
    done = add(dossier, "list.json")
    assert (done.exit_code, done.stderr.startswith(told)) == (1, True), done.stderr


def test_columns_that_nobody_knows_are_told(dossier: Path) -> None:
    Path("list.csv").write_text("file,colour\nstrike.txt,blue\n", encoding="utf-8")
    done = add(dossier, "list.csv")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0] == (
        "list.csv: passed over the columns `colour`; a list has file, address, outlet, day, title, language, id"
    )


def test_the_same_words_are_taken_in_once(dossier: Path) -> None:
    Path("copy.txt").write_text(STRIKE.replace("\n", "\n\n").replace('"', "”"), encoding="utf-8")
    done = add(dossier, "strike.txt", "copy.txt")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0] == (
        "copy.txt: these words are here already, as 2024-03-14-dyers-end-walkout-mill; --again takes them in once more"
    )
    before = files_of(dossier)
    for gone in ((), ("texts",)):  # and by the lock alone
        for folder in gone:
            shutil.rmtree(dossier / folder)
            before = files_of(dossier)
        assert add(dossier, "strike.txt").exit_code == 0
        assert written(dossier, before) == []
    done = add(dossier, "strike.txt", "--again")
    assert [row[0] for row in rows(done)] == ["2024-03-14-dyers-end-walkout-mill-2"]


def test_two_of_one_agency_are_told_of_each_other(dossier: Path) -> None:
    done = add(dossier, "strike.txt", "again.txt", "below/other.txt")
    assert [row[4:] for row in rows(done)] == [
        ["5 of 7 sentences as in walkout-over-vats-run: one agency?"],
        ["5 of 7 sentences as in 2024-03-14-dyers-end-walkout-mill: one agency?"],
        [],
    ]
    facts = dossier / "content" / "facts"
    first, second = (
        (facts / f"{id}.yml").read_text("utf-8")
        for id in ("2024-03-14-dyers-end-walkout-mill", "walkout-over-vats-run")
    )
    assert "\n  # 5 of 7 sentences as in walkout-over-vats-run: one agency?\n" in first
    assert (
        "\n  # origin: seawire, once it is registered: content/publishers.yml: "
        "- {id: seawire, name: Seawire, kind: agency}\n" in first
    )
    assert "\n  # 5 of 7 sentences as in 2024-03-14-dyers-end-walkout-mill: one agency?\n" in second


def test_the_origin_of_one_is_proposed_for_the_other(dossier: Path) -> None:
    publishers = dossier / "content" / "publishers.yml"
    publishers.write_text(publishers.read_text("utf-8") + "- {id: seawire, name: Seawire, kind: agency}\n", "utf-8")
    assert add(dossier, "strike.txt").exit_code == 0
    shutil.rmtree(dossier / "texts")  # the lock alone tells that they are alike
    assert add(dossier, "again.txt").exit_code == 0
    facts = dossier / "content" / "facts"
    assert "\n  origin: seawire " in (facts / "2024-03-14-dyers-end-walkout-mill.yml").read_text("utf-8")
    second = (facts / "walkout-over-vats-run.yml").read_text("utf-8")
    assert "sentences as in 2024-03-14-dyers-end-walkout-mill: one agency? That one has `origin: seawire`\n" in second
    assert "\n  origin: unknown " in second


@pytest.mark.parametrize("order", [("strike.txt", "again.txt"), ("again.txt", "strike.txt")], ids=str)
def test_in_one_run_each_is_told_of_the_other(order: tuple[str, str], dossier: Path) -> None:
    publishers = dossier / "content" / "publishers.yml"
    publishers.write_text(publishers.read_text("utf-8") + "- {id: seawire, name: Seawire, kind: agency}\n", "utf-8")
    assert add(dossier, *order).exit_code == 0
    second = (dossier / "content" / "facts" / "walkout-over-vats-run.yml").read_text("utf-8")
    assert (
        "\n  # 5 of 7 sentences as in 2024-03-14-dyers-end-walkout-mill: one agency? That one has `origin: seawire`\n"
        in second
    )


BROKEN: dict[str, str | bytes] = {
    "content/leaders.yml": "- id: jane-doe\n  name: Jane Doe\n  aliases: [Doe]\n- id: [x]\n",
    "content/countries.yml": "- {id: norway\n",
    "content/organisations.yml": "- {id: danish-ministry, name: Danish ministry, country: nowhere}\n",
    "content/site.yml": "tittle: x\n",
    "content/events.yml": "",
    "content/facts/oslo-cable.yml": "article: {}\n",
    "content/themes.yml": b"\xff",
    "content/surprise.txt": "x",
    "seeds/oslo-cable.txt": b"\xff",
    "seeds/gone.lock": "no lock",
}
USED = ("content/organisations.yml", "content/surprise.txt", "seeds/gone.lock")  # what can be read of them is whole


@pytest.mark.parametrize("path", BROKEN)
def test_a_broken_file_keeps_no_article_out(path: str, dossier: Path) -> None:
    broken = BROKEN[path]
    (dossier / path).write_bytes(broken if isinstance(broken, bytes) else broken.encode())
    before = files_of(dossier)
    done = add(dossier, "strike.txt", "below/other.txt")
    assert done.exit_code == 0, done.output
    told = f"{path}: not all can be read, and what can be is used; `briefbook check` tells the problems"
    assert (told in done.stdout.splitlines()) == (path not in USED)
    assert len(written(dossier, before)) == 7


def test_a_name_that_is_taken_gets_an_ending(dossier: Path) -> None:
    Path("other.txt").write_text(STRIKE.replace("52 vats", "54 vats").replace("quarrel", "dispute"), encoding="utf-8")
    Path("third.txt").write_text(STRIKE.replace("52 vats", "55 vats"), encoding="utf-8")
    done = add(dossier, "strike.txt", "other.txt", "third.txt")
    assert [row[0] for row in rows(done)] == [
        "2024-03-14-dyers-end-walkout-mill",
        "2024-03-14-dyers-end-walkout-mill-2",
        "2024-03-14-dyers-end-walkout-mill-3",
    ]


@pytest.mark.parametrize("given", [("strike.txt", "again.txt"), ("list.csv",)], ids=str)
def test_an_id_is_of_one_article(given: tuple[str, ...], dossier: Path) -> None:
    before = files_of(dossier)
    done = add(dossier, *given, "--id", "one")
    assert (done.exit_code, "--id is for one article" in done.stderr) == (2, True)
    assert written(dossier, before) == []


@pytest.mark.parametrize(("options", "basis"), [((), "inferred"), (("--stated",), "stated")], ids=str)
def test_a_given_day_is_inferred_unless_the_article_has_it(options: tuple[str, ...], basis: str, dossier: Path) -> None:
    assert add(dossier, "below/other.txt", "--published", "2024-06-03", "--id", "museum", *options).exit_code == 0
    record = (dossier / "content" / "facts" / "museum.yml").read_text("utf-8")
    assert "\n  published: 2024-06-03 " in record
    assert f"\n  published_basis: {basis} " in record


def test_what_is_left_out_of_a_page_is_told(dossier: Path) -> None:
    pages = "\n".join(f"{line}\n\nPage {n} of 6\n" for n, line in enumerate(STRIKE.splitlines()[1:], 1))
    Path("printed.txt").write_text(pages, encoding="utf-8")
    [row] = rows(add(dossier, "printed.txt", "--id", "printed"))
    assert row[-1] == "6 lines of the page left out"
    assert "Page" not in (dossier / "texts/printed.txt").read_text(encoding="utf-8")
