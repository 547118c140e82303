"""`briefbook names`: the names that no registry knows, of all articles, and what is registered by one answer."""

import json
import re
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generator import files, pipeline
from generator.__main__ import main
from tests.folders import HERE

HARBOUR = """\
Harbour talks
Sigrun Foldal, who leads the Valley Growers Bank, met fishermen in Tromsø on 1 June 2024.
"The harbour needs Sweden and the Swedish navy," Foldal said. She will fly to Stockholm and then to the Congo.
Foldal thanked Dooe, an adviser, and the Valley Growers Bank.
"""
FERRY = """\
Ferry plans
Sweden is to build a ferry for the fishermen of Tromsø, Foldal told the Valley Growers Bank on 2 June 2024.
"""
TABLE = """\
name                 times  articles  probably
Sigrun Foldal            4         2  leaders         as Foldal
Sweden                   4         2  countries (SE)  as Swedish, Stockholm; Stockholm: its capital, which names it only as an alias
Valley Growers Bank      3         2  organisations
North Link               2         2
Oslo                     2         2  countries (NO)  near Norway (norway); Oslo: its capital, which names it only as an alias
Tromsø                   2         2
Bergen                   1         1
Congo                    1         1  countries (CD)  of Democratic Republic of the Congo (CD) or Republic of the Congo (CG), or of something else
Dooe                     1         1                  near Doe (jane-doe)

register those that matter: briefbook names --register "Sigrun Foldal=leaders"
"""  # noqa: E501 -- as it is printed


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """The small dossier with two articles more, one with facts and one without, and comments in a registry."""
    shutil.copytree(HERE / "small", tmp_path / "dossier")
    dossier = tmp_path / "dossier"
    (dossier / "texts").mkdir()
    (dossier / "texts" / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (tmp_path / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    run(dossier, "add", str(tmp_path / "harbour.txt"), "--id", "harbour")
    leaders = dossier / "content" / "leaders.yml"
    leaders.write_text(f"# Who speaks.\n{leaders.read_text('utf-8')}# The end.\n", encoding="utf-8")
    return dossier


def run(dossier: Path, command: str, *arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(
        main, [command, "--root", str(dossier), *arguments], input=typed, catch_exceptions=False, color=False
    )


def names(dossier: Path, *arguments: str, typed: str | None = None) -> Result:
    return run(dossier, "names", *arguments, typed=typed)


def content_of(dossier: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in (dossier / "content").glob("*.yml")}


def changed(dossier: Path, before: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """The lines that each registry has more than it had; none may be gone."""
    lines: dict[str, tuple[str, ...]] = {}
    for name, text in content_of(dossier).items():
        was = before.get(name, "").splitlines()
        rest = iter(text.splitlines())
        new = []
        for line in was:
            for found in rest:
                if found == line:
                    break
                new.append(found)
            else:
                raise AssertionError(f"{name} lost `{line}`")
        if more := (*new, *rest):
            lines[name] = more
    return lines


def test_unknown_names_are_listed_most_frequent_first(dossier: Path) -> None:
    done = names(dossier)
    assert (done.exit_code, done.stdout) == (0, TABLE)


def test_machines_get_the_same(dossier: Path) -> None:
    found = json.loads(names(dossier, "--json").stdout)["names"]
    assert [one["name"] for one in found] == [line[:19].strip() for line in TABLE.splitlines()[1:-2]]
    assert found[0] == {
        "name": "Sigrun Foldal",
        "count": 4,
        "articles": ["ferry", "harbour"],
        "spellings": ["Foldal"],
        "registry": "leaders",
        "entry": {"id": "sigrun-foldal", "name": "Sigrun Foldal", "aliases": ["Foldal"]},
        "near": [],
        "note": None,
    }
    assert found[1]["entry"] == {"id": "sweden", "code": "SE"}
    assert found[8]["near"] == [{"spelling": "Doe", "id": "jane-doe"}]


ANSWERS = {
    "Sigrun Foldal=leaders": {
        "leaders.yml": ("- id: sigrun-foldal", "  name: Sigrun Foldal", "  aliases: [Foldal]"),
    },
    "Sigrun Foldal=leaders:foldal-s": {
        "leaders.yml": ("- id: foldal-s", "  name: Sigrun Foldal", "  aliases: [Foldal]"),
    },
    "Valley Growers Bank=organisations": {
        "organisations.yml": ("- {id: valley-growers-bank, name: Valley Growers Bank}",),
    },
    "Sweden=countries": {"countries.yml": ("- {id: sweden, code: SE}",)},
    "Stockholm=countries": {"countries.yml": ("- {id: sweden, code: SE, aliases: [Stockholm]}",)},
    "Congo=countries:republic-of-the-congo": {
        "countries.yml": ("- {id: republic-of-the-congo, code: CG, aliases: [Congo]}",),
    },
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_name_is_registered_by_one_answer(answer: str, dossier: Path) -> None:
    before = content_of(dossier)
    done = names(dossier, "--register", answer)
    assert done.exit_code == 0, done.output
    assert changed(dossier, before) == ANSWERS[answer]
    name = answer.split("=")[0]
    assert name not in {one["name"] for one in json.loads(names(dossier, "--json").stdout)["names"]}


def test_a_spelling_goes_to_an_entry_that_is_there(dossier: Path) -> None:
    before = content_of(dossier)
    assert names(dossier, "--register", "Dooe=jane-doe", "--register", "Oslo=countries:norway").exit_code == 0
    after = content_of(dossier)
    assert after == {
        **before,
        "leaders.yml": before["leaders.yml"].replace("  aliases: [Doe]", "  aliases: [Doe, Dooe]"),
        "countries.yml": before["countries.yml"].replace("code: NO,", "code: NO, aliases: [Oslo],"),
    }


def test_an_answer_may_name_what_an_earlier_one_registers(dossier: Path) -> None:
    before = content_of(dossier)
    given = ("Sigrun Foldal=leaders", "Tromsø=sigrun-foldal", "Foldal=sigrun-foldal", "Sweden=countries")
    done = names(dossier, *(word for answer in given for word in ("--register", answer)), "--countries")
    assert done.exit_code == 0, done.output
    assert changed(dossier, before) == {
        "leaders.yml": ("- id: sigrun-foldal", "  name: Sigrun Foldal", "  aliases: [Foldal, Tromsø]"),
        "countries.yml": ("- {id: sweden, code: SE}",),
    }


def test_a_registry_that_is_not_there_is_begun(dossier: Path) -> None:
    (dossier / "content" / "publishers.yml").unlink()
    (dossier / "content" / "facts" / "oslo-cable.yml").write_text(
        (dossier / "content" / "facts" / "oslo-cable.yml").read_text("utf-8").replace("  publisher: herald\n", ""),
        "utf-8",
    )
    assert names(dossier, "--register", "Dooe=publishers", "--kind", "agency").exit_code == 0
    assert content_of(dossier)["publishers.yml"] == (
        "# yaml-language-server: $schema=../schema/publishers.schema.json\n- id: dooe\n  name: Dooe\n  kind: agency\n"
    )


NAMED_BY_PAGE = "the metadata of the page names the outlet so"
PAGE = """\
<html><head><title>Ferry plans - The Coastal Tribune</title><meta property="og:site_name" content="The Coastal Tribune">
<meta property="article:published_time" content="2024-06-03"></head><body><article><h1>More ferry plans</h1>
<p>The ferry of Osthavn will sail on Monday, Sigrun Foldal said in the town hall of Osthavn.</p></article></body></html>
"""


@pytest.mark.parametrize("kind", [(), ("--kind", "agency")])
def test_an_outlet_that_only_the_page_names_is_registered_as_add_proposes_it(
    kind: tuple[str, ...], dossier: Path, tmp_path: Path
) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    run(dossier, "add", str(tmp_path / "page.html"), "--id", "page")
    facts = dossier / "content" / "facts" / "page.yml"
    fields = ("id: the-coastal-tribune", "name: The Coastal Tribune", "kind: newspaper", f"background: {NAMED_BY_PAGE}")
    entry = f"- {{{', '.join(fields)}}}"
    assert f"#   content/publishers.yml:\n#   {entry}\n" in facts.read_text("utf-8")
    before = content_of(dossier)
    assert names(dossier, "--register", "The Coastal Tribune=publishers", *kind).exit_code == 0
    assert changed(dossier, before) == {"publishers.yml": (f"- {fields[0]}", *(f"  {one}" for one in fields[1:]))}
    text = facts.read_text("utf-8")
    facts.write_text(re.sub("# publisher: .*", "publisher: the-coastal-tribune", text), encoding="utf-8")
    told = run(dossier, "check").output
    assert [line for line in told.splitlines() if "tribune" in line.casefold() or "publishers.yml" in line] == []


def test_every_country_is_registered_at_once(dossier: Path) -> None:
    before = content_of(dossier)
    text = "More plans\nThe Finnish ferry goes to Helsinki and Riga. Its crew is Congolese.\n"
    (dossier / "texts" / "more.txt").write_text(text, encoding="utf-8")
    assert names(dossier, "--countries").exit_code == 0
    assert changed(dossier, before) == {"countries.yml": ("- {id: sweden, code: SE}", "- {id: finland, code: FI}")}


REFUSED = {
    "Doe=organisations": (1, "content/organisations.yml:3:19: ALIAS-TAKEN: `Doe` already names `jane-doe`"),
    "the=jane-doe": (1, "content/leaders.yml:4:18: BAD-ALIAS: `the` is a small word"),
    "The Minister=jane-doe": (
        1,
        "content/leaders.yml:4:18: BAD-ALIAS: `The Minister` is an ordinary word in oslo-cable",
    ),
    "Jane Doe=leaders:jane-doe": (2, "`Jane Doe` is a spelling of `jane-doe` already"),
    "Congo=countries": (
        2,
        "no one country is called `Congo`; write `Congo=countries:ID` for Democratic Republic of the",
    ),
    "Tromsø=countries": (2, "no one country is called `Tromsø`; write its entry, with its `code`"),
    "Dooe=publishers": (
        2,
        "what sort of publisher is `Dooe`? Give --kind newspaper or agency or broadcaster or website",
    ),
    "Dooe=nobody": (2, "`nobody` is neither a registry (leaders, countries, organisations, publishers) nor the id"),
    "Dooe=leaders:Bad Id": (2, "`Bad Id` is no id: it is made of a-z, 0-9 and hyphens"),
    "Dooe=leaders:energy-links": (2, "the id `energy-links` is taken, in content/themes.yml"),
    "Dooe": (2, "expected NAME=REGISTRY, NAME=REGISTRY:ID or NAME=ID"),
    "=leaders": (2, "expected NAME=REGISTRY, NAME=REGISTRY:ID or NAME=ID"),
}


@pytest.mark.parametrize("answer", REFUSED)
def test_the_checker_sees_what_would_be_written(answer: str, dossier: Path) -> None:
    before = content_of(dossier)
    done = names(dossier, "--register", "Valley Growers Bank=organisations", "--register", answer)
    code, told = REFUSED[answer]
    assert (done.exit_code, told in " ".join(done.stderr.split())) == (code, True), done.stderr
    assert content_of(dossier) == before  # not even the first


def test_names_are_gone_through_at_the_terminal(dossier: Path) -> None:
    before = content_of(dossier)
    typed = "l\n\nx\no\nnorway\n\n\n\n1\nq\n"
    done = names(dossier, "--ask", typed=typed)
    assert done.exit_code == 0
    assert "  `x` is neither a registry" in done.stdout
    after = content_of(dossier)
    assert "- id: sigrun-foldal" in after["leaders.yml"]
    assert "aliases: [Doe, Dooe]" in after["leaders.yml"]
    assert "- {id: north-link, " in after["organisations.yml"]
    assert "aliases: [Oslo]" in after["countries.yml"]
    assert {name for name in after if after[name] != before[name]} == {
        "leaders.yml",
        "organisations.yml",
        "countries.yml",
    }


def test_the_name_of_an_entry_is_one_line(dossier: Path) -> None:
    assert names(dossier, "--register", "Marit\n   Solvang\t=leaders : marit").exit_code == 2
    done = names(dossier, "--register", "Marit\n   Solvang\t=leaders")
    assert done.exit_code == 0, done.output
    leaders = (dossier / "content/leaders.yml").read_text(encoding="utf-8")
    assert leaders.endswith("\n- id: marit-solvang\n  name: Marit Solvang\n# The end.\n")


def test_what_is_saved_while_a_prompt_waits_stays(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is asked may look into the registry, and add there what they find."""
    leaders = dossier / "content/leaders.yml"
    before, answers = leaders.read_text(encoding="utf-8"), iter(["l", "q"])

    def answered(*_: object, **__: object) -> str:
        answer = next(answers)
        if answer == "l":
            leaders.write_text(f"{before}- {{id: by-hand, name: Berit Hand, background: invented}}\n", encoding="utf-8")
        return answer

    monkeypatch.setattr(click, "prompt", answered)
    assert names(dossier, "--ask").exit_code == 0
    text = leaders.read_text(encoding="utf-8")
    assert text.startswith(before)
    assert text.removeprefix(before).count("- id") + text.removeprefix(before).count("- {id") == 2


def test_broken_files_and_locks_are_no_hindrance(dossier: Path) -> None:
    (dossier / "content" / "themes.yml").write_text("- {id: [x]}\n", encoding="utf-8")
    (dossier / "texts" / "harbour.txt").unlink()
    done = names(dossier)
    assert done.exit_code == 0, done.output
    told = {line[:19].strip() for line in done.stdout.splitlines()}
    assert {"Sigrun Foldal", "Valley Growers Bank", "Sweden", "Dooe"} <= told
    assert names(dossier, "--register", "Sweden=countries").exit_code == 0


def test_what_is_registered_is_known_to_the_checker(dossier: Path) -> None:
    assert names(dossier, "--countries", "--register", "Sigrun Foldal=leaders").exit_code == 0
    briefing = pipeline.load(files.content(dossier), files.article_texts(dossier))
    assert [problem.code for problem in pipeline.problems(briefing)] == ["LOCK-BEHIND"]


def test_an_honorific_is_no_part_of_a_name(dossier: Path) -> None:
    text = "Old bones\nThe oldest were found by Prof Tilda Marchetti in Ravenna last year.\nDr Marchetti was glad.\n"
    (dossier / "texts" / "ferry.txt").write_text(text, encoding="utf-8")
    found = {one["name"]: one for one in json.loads(names(dossier, "--json").stdout)["names"]}
    assert (found["Tilda Marchetti"]["registry"], found["Tilda Marchetti"]["count"]) == ("leaders", 2)
    assert [name for name in found if "Dr" in name or "Prof" in name] == []


def test_a_currency_is_nobody(dossier: Path) -> None:
    """Neither its code nor its name in several words; PEN may be a body."""
    text = (
        "Fees in Tarn\nThe harbour pays in GHS, in francs CFA and in Swiss Francs, said PEN Tarn on 3 June 2024.\n"
        "It wants CFA and GHS no more.\n"
    )
    (dossier / "texts" / "fees.txt").write_text(text, encoding="utf-8")
    found = {line.split("  ")[0] for line in names(dossier).stdout.splitlines()}
    assert not found & {"GHS", "CFA", "Swiss Francs"}
    assert "PEN Tarn" in found
