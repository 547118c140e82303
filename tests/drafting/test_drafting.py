"""`briefbook add`: what it writes for small invented articles, what it refuses, and that every draft is proved."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import assembly, files, lockfiles, pipeline
from generator.__main__ import main
from generator.content import yaml_tree
from generator.content.edits import scalar
from generator.content.model import Draft, Fact
from generator.content.reading import Content
from generator.drafting.importing import ImportedText
from generator.drafting.new_article import new_article
from generator.drafting.writing import FACT, RECORD
from generator.evidence.lock import Lock
from generator.evidence.proving import alias_table, bound_fact, drafts, full_text
from generator.evidence.verdict import Verdict
from generator.problems import Malformed
from tests.folders import HERE, ROOT, readable
from tests.random_articles import article as random_article
from tests.resident import briefbook
from tests.test_handbook import EXAMPLES

CASES = sorted(path for path in (HERE / "drafts").iterdir() if path.is_dir())
KEYWORDS = "- {id: cable-cost, name: What the cable costs, keywords: [cost, price, pay, carry]}\n"
TEXT = "Jane Doe said that Norway would carry 50 percent of the cost of the cable.\n"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A copy of the small dossier."""
    shutil.copytree(HERE / "small", tmp_path / "dossier")
    themes = tmp_path / "dossier" / "content" / "themes.yml"
    themes.write_text(themes.read_text(encoding="utf-8") + KEYWORDS, encoding="utf-8")
    return tmp_path / "dossier"


def run(dossier: Path, *arguments: str, typed: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["add", "--root", str(dossier), *arguments], input=typed, catch_exceptions=False)


def given_file(case: Path) -> Path:
    return next(path for path in case.iterdir() if not path.name.startswith("expected"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_article_is_drafted(case: Path, dossier: Path, agrees: Callable[[Path, str], None]) -> None:
    article = given_file(case)
    if re.match(r"\d{4}-", article.name):
        article = Path(shutil.copy(article, dossier / "seeds"))
    before = {path for path in dossier.rglob("*") if path.is_file()}
    done = run(dossier, "--publish-text", str(article))
    assert done.exit_code == 0, done.output
    [facts] = set(dossier.glob("content/facts/*.yml")) - before
    text = dossier / "seeds" / f"{facts.stem}.txt"
    agrees(case / "expected.yml", facts.read_text(encoding="utf-8"))
    agrees(case / "expected.txt", text.read_text(encoding="utf-8"))
    briefing = pipeline.load(files.content(dossier), files.article_texts(dossier))
    assert [str(problem) for problem in pipeline.problems(briefing)] == []
    for draft in drafts(briefing.articles[facts.stem]):
        assert_proved(briefing.content, facts.stem, draft, text.read_text(encoding="utf-8"))


def assert_proved(content: Content, article: str, draft: Draft, text: str) -> None:
    """Worded in the plainest way, a draft is a fact that its article proves."""
    fields = draft.model_dump(exclude={"status", "say"}, exclude_defaults=True)
    fact = Fact.model_validate({"about": (), **fields, "when": draft.when, "say": "so"})
    source = full_text(content, article, text)
    bound = bound_fact(content, alias_table(content), article, fact, source)
    assert [check.what for check in bound.checks if check.counts] == []
    assert len(bound.located) == len(draft.paragraph)


SENTENCE = st.builds(
    "{}{} {}{}".format,
    st.sampled_from(
        ["", "Jane Doe said that ", "According to Jane Doe, ", '"', "She warned: “", "Ola Strand told us ", "- "]
    ),
    st.lists(
        st.sampled_from(["we", "will", "not", "carry", "26", "€1.1 billion", "Oslo", "it", "Friday", "1994"]),
        min_size=1,
        max_size=30,
    ).map(" ".join),
    st.sampled_from(
        ["", '," she said', "” he added, and never", ", according to the Danish ministry", " of the cable"]
    ),
    st.sampled_from([".", "!", ".”", '"', ":"]),
)
LINE = st.one_of(st.lists(SENTENCE, min_size=1, max_size=4).map(" ".join), st.text(max_size=60))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.one_of(
        st.lists(LINE, min_size=1, max_size=4).map("\n".join),
        st.integers(0, 10_000).map(lambda seed: random_article(Random(seed))),
    )
)
def test_every_draft_is_proved(text: str) -> None:
    facts, lock = new_article(SMALL, ImportedText(text), "2024-06-11-any")
    content = pipeline.read({**SMALL, "content/facts/2024-06-11-any.yml": facts})
    for draft in drafts(content.articles["2024-06-11-any"]):
        assert_proved(content, "2024-06-11-any", draft, text)
    assert lock == lockfiles.from_text(content, "2024-06-11-any", text)


SMALL = files.content(HERE / "small")


@given(st.text(st.characters(codec="utf-8")), st.booleans())
def test_a_text_is_written_as_it_is_read_back(text: str, flow: bool) -> None:
    plain = " ".join(yaml_tree.STRANGE.sub("", text).split())
    written = f"[{scalar(plain, flow=True)}]" if flow else f"- {scalar(plain)}"
    if plain:
        assert yaml_tree.parse(written, "any").data() == (plain,)


def test_drafts_do_not_reach_the_site(dossier: Path) -> None:
    article = HERE / "drafts" / "pronouns" / "article.txt"
    before = pages(dossier)
    run(dossier, "--id", "cable-again", str(article))
    after = pages(dossier)
    told = [words for draft in drafts(read(dossier).articles["cable-again"]) for words in draft.passage]
    assert len(told) > 5
    assert after.keys() - before.keys() == {"articles/cable-again.md"}
    assert [words for words in told for page in after.values() if words.split('"')[0].strip(" ,") in page] == []
    assert after["data/articles.json"] == before["data/articles.json"]
    assert json.loads(after["data/facts.json"])["facts"] == json.loads(before["data/facts.json"])["facts"]


def read(dossier: Path) -> Content:
    return pipeline.read(files.content(dossier))


def pages(dossier: Path) -> dict[str, str]:
    briefing = pipeline.load(files.content(dossier), files.article_texts(dossier))
    made = assembly.pages(briefing, files.words(), "")
    return readable(made)


def test_a_lock_alone_proves_drafts_that_are_worded_later(dossier: Path) -> None:
    article = HERE / "drafts" / "pronouns" / "article.txt"
    assert run(dossier, "--id", "cable-again", str(article)).exit_code == 0
    assert sorted(path.name for path in (dossier / "seeds").iterdir()) == [
        "bergen-march.txt",
        "cable-again.lock",
        "oslo-cable.txt",
    ]
    assert (dossier / "texts" / "cable-again.txt").read_text("utf-8") == article.with_name("expected.txt").read_text(
        "utf-8"
    )
    shutil.rmtree(dossier / "texts")  # as in a clone
    facts = dossier / "content" / "facts" / "cable-again.yml"
    written = facts.read_text(encoding="utf-8")
    first = written.index("    say:")
    line, status = written[first:].split("\n", 1)[0], "    status: draft"
    worded = written.replace(line, "    say: The cable will be 200 kilometres long, Jane Doe said.", 1)
    worded = worded.replace("    about: []", "    about: [cable-cost]", 1)
    end = worded.index(status)
    facts.write_text(worded[:end] + worded[worded.index("\n", end) :], encoding="utf-8")
    site = dossier / "content" / "site.yml"
    site.write_text(site.read_text(encoding="utf-8").replace("edition: 2024-06-04", "edition: 2024-06-06"), "utf-8")
    briefing = pipeline.load(files.content(dossier), files.article_texts(dossier))
    [fact] = briefing.facts_in("cable-again")
    assert isinstance(briefing.source("cable-again"), Lock)
    assert fact.verdict is Verdict.PROVED
    assert [str(problem) for problem in pipeline.problems(briefing)] == []


@pytest.mark.site
def test_an_article_is_taken_from_standard_input(dossier: Path) -> None:
    done = briefbook("add", "--root", dossier, "--published", "2024-06-12", "-", stdin=TEXT)
    assert (done.returncode, done.stderr) == (0, "")
    assert (dossier / "texts" / "2024-06-12-jane-doe-said-norway.txt").read_text(encoding="utf-8") == TEXT


@pytest.mark.site
def test_html_asks_for_its_extra_by_name(dossier: Path) -> None:
    start = "import sys; sys.modules['trafilatura'] = None; from generator.__main__ import main; main()"
    page = str(HERE / "drafts" / "page" / "page.html")
    command = [sys.executable, "-c", start, "add", "--root", str(dossier), page]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == (
        f"{page}:1:1: NO-HTML: HTML is read by trafilatura, which is missing; `python -m pip install 'briefbook[html]'`"
    )
    assert not [*dossier.glob("texts/*"), *dossier.glob("seeds/*.lock")]


REFUSED = {
    "latin-1": (
        "a.txt",
        "Le câble\nde Bergen\n".encode("latin-1"),
        1,
        "a.txt:1:5: NOT-UTF-8: this byte is not UTF-8 text",
    ),
    "empty": ("a.txt", b"", 1, "a.txt:1:1: EMPTY-FILE: no article is found here"),
    "blank": ("a.txt", b" \n\n \xc2\xa0\n", 1, "a.txt:1:1: EMPTY-FILE: no article is found here"),
    "an empty page": (
        "a.html",
        b"<html><body><script>x</script></body></html>",
        1,
        "a.html:1:1: EMPTY-FILE: no article is",
    ),
    "no page": ("a.html", b"", 1, "a.html:1:1: EMPTY-FILE: no article is found here"),
    "a huge file": (
        "a.txt",
        b"words " * 400_000,
        1,
        "a.txt:1:1: TOO-LARGE: the file has 2,400,000 bytes, 2,000,000 at most",
    ),
    "a long text": (
        "a.txt",
        b"words\n" * 20_000,
        1,
        "a.txt:1:1: TOO-LARGE: the text has 120,000 characters, 100,000 at most",
    ),
}


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_what_is_no_article_is_refused(case: str, dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name, data, code, told = REFUSED[case]
    monkeypatch.chdir(dossier)
    (dossier / name).write_bytes(data)
    done = run(dossier, name)
    assert (done.exit_code, told in done.stderr) == (code, True), done.stderr
    assert len(list(dossier.glob("content/facts/*.yml"))) == 2


@pytest.mark.parametrize(
    "typed", [b"\xff\xfe", b"", b"\n", b"a" * 2_000_001], ids=["bytes", "nothing", "a line", "huge"]
)
def test_standard_input_is_refused_alike(typed: bytes, dossier: Path) -> None:
    done = run(dossier, "-", typed=typed)
    assert done.exit_code == 1
    assert re.match(r"standard input:1:1: (NOT-UTF-8|EMPTY-FILE|TOO-LARGE): ", done.stderr), done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--id", "oslo-cable"), "is there already, and is not overwritten"),
        (
            ("--id", "Oslo Cable"),
            "BAD-ID: expected an id such as oslo-date, of a-z, 0-9 and hyphens, found `Oslo Cable`",
        ),
        (("--published", "June"), "expected a date such as 2024-05-31"),
        (("--published", "2024-06"), "expected an exact day such as 2024-05-31"),
    ],
    ids=str,
)
def test_nothing_is_overwritten_or_misnamed(arguments: tuple[str, ...], told: str, dossier: Path) -> None:
    before = {path: path.read_bytes() for path in dossier.rglob("*") if path.is_file()}
    done = run(dossier, *arguments, "-", typed=TEXT)
    assert done.exit_code in (1, 2)
    assert told in " ".join(done.stderr.split()), done.stderr
    assert {path: path.read_bytes() for path in dossier.rglob("*") if path.is_file()} == before


def test_other_words_under_the_same_id_are_not_overwritten(dossier: Path) -> None:
    (dossier / "seeds" / "new.txt").write_text("Other words.\n", encoding="utf-8")
    done = run(dossier, "--id", "new", "-", typed=TEXT)
    assert (done.exit_code, "with other words" in done.stderr) == (1, True)
    assert (dossier / "seeds" / "new.txt").read_text(encoding="utf-8") == "Other words.\n"


def test_fields_stand_in_the_order_of_the_handbook() -> None:
    example = next(text for path, text in EXAMPLES.items() if path.endswith("-oslo-cable.yml"))
    record = re.findall(r"^  (\w+):", example.split("\nfacts:")[0], re.MULTILINE)
    assert [field for field in RECORD if field in record] == record
    for fact in re.split(r"^  - ", example.split("\nfacts:")[1], flags=re.MULTILINE)[1:]:
        fields = re.findall(r"^(?:    )?(\w+):", fact, re.MULTILINE)
        ours = [field for field in FACT if field in fields]
        assert [field for field in fields if field in FACT] == ours


def test_an_article_without_facts_has_a_page(dossier: Path, agrees: Callable[[Path, str], None]) -> None:
    (dossier / "seeds" / "new-article.txt").write_text(TEXT + "The Danish ministry was silent.\n", encoding="utf-8")
    built = pages(dossier)
    agrees(HERE / "drafts" / "expected-page.md", built["articles/new-article.md"])
    assert "articles/new-article.html" in built["articles/index.md"].replace('href="', 'href="articles/')
    (dossier / "seeds" / "Bad Name.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(Malformed, match=r"seeds/Bad Name.txt:1:1: BAD-ID: "):
        pages(dossier)
