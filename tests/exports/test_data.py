"""The data files: what they hold, that their readers read them, and that nothing in them can do harm."""

import csv
import hashlib
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from io import BytesIO, StringIO
from pathlib import Path
from sqlite3 import Connection
from typing import Any
from zipfile import ZipFile

import pytest
from jsonschema import Draft202012Validator
from lxml import html
from pydantic import Field

from generator import assembly, files, pipeline
from generator.content.marks import Bound, Ours
from generator.content.model import Fact
from generator.content.values import Text
from generator.exports.data import records
from generator.exports.data.dataset import Dataset, Table
from generator.exports.data.downloads import Downloads, as_bytes
from generator.exports.data.tables import safe, table_csv, table_json
from generator.measures.ledger import ledger
from generator.site.render.typography import typographic
from generator.verifier.bundle import PROGRAM
from generator.work.executors import Crew
from generator.work.promised import made
from generator.work.store import Store
from tests.databases import in_memory
from tests.folders import HERE, ROOT, article_texts_of, context_of, pages_of, texts_of

WORDS = files.words()
TABLES = (
    "facts", "passages", "answers", "articles", "leaders", "countries",
    "organisations", "publishers", "themes", "events", "questions", "retired",
)  # fmt: skip


@pytest.fixture(scope="module")
def paris() -> Mapping[str, str | bytes]:
    return pages_of(ROOT)


@pytest.fixture(scope="module")
def small() -> Mapping[str, str | bytes]:
    return pages_of(HERE / "small")


def file_bytes(found: Mapping[str, str | bytes], name: str) -> bytes:
    data = found[f"data/{name}"]
    return data if isinstance(data, bytes) else data.encode()


def parsed(found: Mapping[str, str | bytes], name: str) -> Any:
    return json.loads(file_bytes(found, name))


def rows(found: Mapping[str, str | bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(file_bytes(found, f"{name}.csv").decode("utf-8-sig"), newline="")))


def opened(found: Mapping[str, str | bytes]) -> AbstractContextManager[Connection]:
    return in_memory(file_bytes(found, "briefbook.sqlite"))


@pytest.mark.parametrize("folder", [ROOT, HERE / "small", HERE / "second"], ids=lambda folder: folder.name)
def test_every_file_has_all_its_rows(folder: Path) -> None:
    found = pages_of(folder)
    counted = {name: len(parsed(found, f"{name}.json")[name]) for name in TABLES}
    assert {name: len(rows(found, name)) for name in TABLES} == counted
    with opened(found) as file:
        assert {name: file.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in TABLES} == counted
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_fact_has_all_that_binds_it(small: Mapping[str, str | bytes], agrees: Callable[[Path, str], None]) -> None:
    facts = {fact["id"]: fact for fact in parsed(small, "facts.json")["facts"]}
    agrees(HERE / "snapshots" / "data" / "fact.json", json.dumps(facts["oslo-denmark"], indent=2) + "\n")
    assert facts["oslo-pledge"]["named"] == {"jane-doe": 2, "norway": 2}
    assert facts["oslo-pledge"]["answers"] == {"cable-share": "50 percent"}
    assert [stone["id"] for stone in parsed(small, "facts.json")["retired"]] == ["oslo-date"]


class FactWithCaveat(Fact):
    caveat: Bound[Text] | None = Field(default=None, description="What the article doubts of it.")
    motive: Ours[Text] | None = Field(default=None, description="Why we have it.")


def test_a_bound_text_without_a_column_gets_one() -> None:
    row = records.with_bound_texts(records.Fact, FactWithCaveat)
    data = Dataset(context_of(HERE / "small").briefing)
    fact = row.model_validate({**dict(next(data.tables["facts"].rows)), "caveat": "it is not signed"})
    vars(data)["tables"] = {"facts": Table.of("facts", row, [fact])}
    columns = [*records.Fact.model_fields, "caveat"]
    [written] = json.loads(table_json(data, "facts"))["facts"]
    assert [*written] == columns
    assert written["caveat"] == "it is not signed"
    [line] = rows({"data/facts.csv": table_csv(data, "facts")}, "facts")
    assert line["caveat"] == "it is not signed"
    assert "motive" not in line
    schema = row.model_json_schema(mode="serialization")
    assert [*schema["properties"]] == schema["required"] == columns
    assert schema["properties"]["caveat"]["description"] == "What the article doubts of it."


def test_the_numbers_are_those_of_the_check(paris: Mapping[str, str | bytes]) -> None:
    data = parsed(paris, "facts.json")
    assert data["checked"] == ledger(context_of(ROOT).briefing).as_numbers()
    performed: Counter[str] = Counter()
    for fact in data["facts"]:
        performed.update(fact["checks"])
    assert {kind: sum(answers.values()) for kind, answers in data["checked"]["checks"].items()} == performed


def test_the_schema_fits_and_refuses_what_it_does_not_know(paris: Mapping[str, str | bytes]) -> None:
    validator = Draft202012Validator(parsed(paris, "facts.schema.json"))
    data = parsed(paris, "facts.json")
    validator.check_schema(validator.schema)
    assert [error.message for error in validator.iter_errors(data)] == []
    data["facts"][0]["more"] = "x"
    del data["facts"][1]["say"]
    assert len(list(validator.iter_errors(data))) == 2


def test_the_same_content_makes_the_same_bytes(small: Mapping[str, str | bytes]) -> None:
    assert pages_of.__wrapped__(HERE / "small") == small


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"), ("+49", "'+49"), ("-2", "'-2"), ("@SUM(A1)", "'@SUM(A1)"), ("＝1", "'＝1"),
        ("\t=1", "'=1"), ("\r=1", "'=1"), (" \n-x", "'-x"), ("a\r\nb", "a b"), ('a "b", c', 'a "b", c'),
        ("a=1", "a=1"), ("", ""), (12, 12),
    ],
)  # fmt: skip
def test_no_cell_is_a_formula(text: str | int, cell: str | int) -> None:
    assert safe(text) == cell


def test_a_spreadsheet_gets_back_hostile_words() -> None:
    """What is read back is what was written, on one line, and harmless."""
    texts = texts_of(HERE / "small")
    hostile = '["=HYPERLINK(\\"https://example.org\\"), a;\\n b"]'
    texts["content/publishers.yml"] = texts["content/publishers.yml"].replace(
        "name: ", f"aliases: {hostile}, name: ", 1
    )
    found = assembly.pages(pipeline.load(texts, article_texts_of(texts)), WORDS, "")
    assert file_bytes(found, "publishers.csv").startswith(b"\xef\xbb\xbfid,name,")
    assert '\'=HYPERLINK("https://example.org"), a; b' in [row["aliases"] for row in rows(found, "publishers")]


@pytest.mark.site
def test_the_archive_holds_every_file_and_its_digest(paris: Mapping[str, str | bytes], tmp_path: Path) -> None:
    for path, data in paris.items():
        if path.startswith("data/"):
            target = tmp_path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data if isinstance(data, bytes) else data.encode())
    with ZipFile(BytesIO(file_bytes(paris, "briefbook.zip"))) as archive:
        edition = tuple(map(int, parsed(paris, "facts.json")["edition"].split("-")))
        assert {member.date_time for member in archive.infolist()} == {(*edition, 0, 0, 0)}
        archive.extractall(tmp_path)
    own = {path.removeprefix("data/") for path in paris if path.startswith("data/")}
    top = tmp_path / "briefbook"
    unpacked = {path.relative_to(top).as_posix() for path in top.rglob("*") if path.is_file()}
    assert unpacked - own == {"README.txt", "RIGHTS.txt", *PROGRAM}
    assert own - unpacked == {"briefbook.zip"}
    for folder, files_there in (("data", own - {"SHA256SUMS"}), ("briefbook", unpacked - {"SHA256SUMS"})):
        checked = subprocess.run(
            ["sha256sum", "--check", "--strict", "SHA256SUMS"],
            cwd=tmp_path / folder, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert checked.returncode == 0, checked.stderr
        assert checked.stdout.splitlines() == [f"{name}: OK" for name in sorted(files_there)]
    (tmp_path / "data" / "facts.csv").write_bytes(b"x")
    assert hashlib.sha256(b"x").hexdigest() not in (tmp_path / "data" / "SHA256SUMS").read_text(encoding="utf-8")


def data_page(found: Mapping[str, str | bytes]) -> Any:
    """The page that documents the files, without its Markdown headings."""
    return html.fromstring(re.sub("(?m)^#.*$", "", str(found["data.md"]).partition("\n---\n")[2]))


def query_answers(page: Any) -> list[tuple[str, list[list[str]]]]:
    """Every query of the page, and the answer that it prints."""
    found = []
    for code in page.xpath("//code[@class='sql']"):
        table = code.getparent().getnext()
        lines = [[" ".join("".join(cell.itertext()).split()) for cell in row] for row in table.iter("tr")]
        found.append((code.text_content(), lines))
    return found


@pytest.mark.site
@pytest.mark.parametrize("folder", [ROOT, HERE / "small", HERE / "second"], ids=lambda folder: folder.name)
def test_the_page_prints_what_the_database_answers(folder: Path, tmp_path: Path) -> None:
    found = pages_of(folder)
    page = data_page(found)
    with opened(found) as file:
        for query, printed in query_answers(page):
            answer = file.execute(query)
            columns = [column[0] for column in answer.description]
            got = [[typographic(" ".join(str(cell).split())) for cell in row] for row in answer]
            assert printed == ([columns, *got] if got else [])
    assert len(query_answers(page)) == 3
    (tmp_path / "facts.json").write_bytes(file_bytes(found, "facts.json"))
    script = page.xpath("//code[@class='python']")[0].text_content()
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == page.xpath("//code[@class='printed']")[0].text_content()


def test_the_page_lists_every_field_and_file(paris: Mapping[str, str | bytes]) -> None:
    page = data_page(paris)
    listed = [
        ["".join(cell.itertext()) for cell in table.xpath(".//tbody//th")] for table in page.xpath("//details//table")
    ]
    for name, fields in zip((*TABLES, "derived"), listed[:-1], strict=True):
        entries = parsed(paris, f"{name}.json")[name]
        assert {tuple(entry) for entry in entries} <= {tuple(field for field in fields if "." not in field)}
    linked = {link.removeprefix("data/") for link in page.xpath("//a[starts-with(@href, 'data/')]/@href")}
    own = {path.removeprefix("data/") for path in paris if path.startswith("data/")}
    assert listed[-1] == [key["name"] for key in files.words()["history"]["keys"]]  # of changes.json
    assert own - linked == set()


def test_full_text_search_finds_names_by_any_spelling(paris: Mapping[str, str | bytes]) -> None:
    def found(words: str) -> int:
        with opened(paris) as file:
            query = "SELECT count(*) FROM facts_fts WHERE facts_fts MATCH ?"
            return int(file.execute(query, (words,)).fetchone()[0])

    about = sum("volodymyr-zelensky" in fact["leaders"] for fact in parsed(paris, "facts.json")["facts"])
    assert found("Selenskyj") == about > 20
    assert found("hatethatnoarticlehas") == 0


# In a process of its own, because it leaves its connections open, which Python tells from 3.13 on.
BY_DATASETTE = """
import asyncio, json, sys
from datasette.app import Datasette

async def answers():
    datasette = Datasette([], immutables=sys.argv[1:])
    await datasette.invoke_startup()
    tables = await datasette.client.get("/briefbook.json")
    search = await datasette.client.get("/briefbook/facts.json?_search=Selenskyj&_shape=array&_size=max")
    print(json.dumps([tables.json()["tables"], search.json()]))

asyncio.run(answers())
"""


@pytest.mark.site
def test_datasette_opens_it(paris: Mapping[str, str | bytes], tmp_path: Path) -> None:
    path = tmp_path / "briefbook.sqlite"
    path.write_bytes(file_bytes(paris, "briefbook.sqlite"))
    line = [sys.executable, "-c", BY_DATASETTE, str(path)]
    done = subprocess.run(line, capture_output=True, text=True, check=True)
    tables, search = json.loads(done.stdout)
    assert {table["name"]: table["fts_table"] for table in tables}["facts"] == "facts_fts"
    about = {fact["id"] for fact in parsed(paris, "facts.json")["facts"] if "volodymyr-zelensky" in fact["leaders"]}
    assert about == {fact["id"] for fact in search}


def test_an_article_with_the_id_of_a_person_leaves_that_person_its_name(tmp_path: Path) -> None:
    """Nor does what is kept of other articles know how it was called."""
    texts = texts_of(HERE / "small")
    article, facts = texts.pop("seeds/bergen-march.txt"), texts.pop("content/facts/bergen-march.yml")
    texts["seeds/jane-doe.txt"] = article
    named = set()
    for title in ("One title", "Another title"):
        texts["content/facts/jane-doe.yml"] = re.sub("(?m)^  title: .*", f"  title: {title}", facts)
        with Store(tmp_path) as store:
            crew = Crew(store=store)
            briefing = pipeline.load(texts, article_texts_of(texts), crew=crew)
            files = (dict(Downloads(Dataset(briefing, store=one), one).files()) for one in (store, None))
            [kept, anew] = (as_bytes(made(of["data/facts.csv"])).decode() for of in files)
        assert kept == anew
        rows = [*csv.DictReader(StringIO(kept.removeprefix("\ufeff")))]
        named |= {row["who_name"] for row in rows if row["who"] == "jane-doe"}
        assert {row["article_name"] for row in rows if row["article"] == "jane-doe"} == {title}
    assert named == {"Jane Doe"}
