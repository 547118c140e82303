"""What the shipped program says of agreement, difference and development, where the site says it falsely."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator import files
from generator.analysis.derived import Derived
from tests.analysis.test_agreement import REGISTRIES, TEXTS, TIMES
from tests.derived.making import made
from tests.shipped import importable

SPOKEN = REGISTRIES | {
    "content/questions.yml": """
- {id: fish, asks: speakers, question: Fish?}
- {id: boats, asks: sources, question: How many boats?}
- {id: nets, asks: sources, question: How many nets?, compatible: yes}
""",
    "content/facts/one.yml": """
article: {title: One, published: 2031-03-03}
facts:
  - {id: one-ada, say: A., passage: a, about: [sea], who: ada, answers: {fish: "yes", boats: at least 26, nets: "1"}}
  - {id: one-bo, say: A., passage: a, about: [sea], who: bo, answers: {fish: "no"}}
  - {id: one-di, say: A., passage: a, about: [sea], who: di, answers: {fish: "yes", boats: 26 boats}}
""",
    "content/facts/two.yml": """
article: {title: Two, published: 2031-03-03}
facts:
  - {id: two-ada, say: A., passage: a, about: [sea], who: ada, answers: {fish: "yes", boats: "26"}}
  - {id: two-union, say: A., passage: a, about: [sea], who: union, answers: {fish: "yes"}}
""",
    "content/facts/three.yml": """
article: {title: Three, published: 2031-09-03}
facts:
  - {id: three-ada, say: A., passage: a, about: [sea], who: ada, answers: {boats: up to 30, nets: "3"}}
""",
}
BETWEEN = {"agreement": "", "compatible": " ≠ ", "difference": " ≠ ", "development": "; "}  # the answers that it says
# What is said: its kind, of whom, about what and by which facts; and why it is refuted, if it is.
SAID = [
    (SPOKEN, ("agreement", "fish", "fish", "one-ada two-ada"), "it is one voice"),  # two articles quote one
    (SPOKEN, ("agreement", "fish", "fish", "one-ada two-union"), "it is one voice"),  # a group in a group
    (SPOKEN, ("agreement", "fish", "fish", "one-ada one-di"), ""),
    (SPOKEN, ("agreement", "boats", "boats", "one-di two-ada"), ""),  # 26 boats and 26
    (SPOKEN, ("agreement", "boats", "boats", "one-ada two-ada"), "the answers are not the same"),
    (SPOKEN, ("difference", "fish", "fish", "one-ada one-bo"), "it is one voice"),  # both of one state
    (SPOKEN, ("difference", "fish", "fish", "one-bo one-di"), ""),
    (SPOKEN, ("difference", "boats", "boats", "one-ada two-ada"), "no two answers of one time exclude one another"),
    (SPOKEN, ("difference", "one-bo", "fish", "one-bo one-di"), ""),
    (SPOKEN, ("difference", "bo", "fish", "one-bo one-di"), ""),
    (SPOKEN, ("difference", "di", "fish", "one-bo one-di"), "the first answer is not its subject's"),
    (SPOKEN, ("difference", "ada", "fish", "one-bo one-di"), "the first answer is not its subject's"),
    (SPOKEN, ("difference", "one-di", "fish", "one-bo one-di"), "the first answer is not its subject's"),
    (SPOKEN, ("compatible", "ada", "fish", "one-di two-union"), "the first answer is not its subject's"),
    (SPOKEN, ("agreement", "one-di", "fish", "one-di one-ada"), ""),
    (SPOKEN, ("agreement", "bo", "fish", "one-ada one-di"), "no answer is its subject's"),
    (SPOKEN, ("agreement", "one-ada", "fish", "one-di one-ada"), "no answer is its subject's"),
    (SPOKEN, ("development", "boats", "boats", "three-ada"), "nothing changed"),  # up to 30 may be 26
    (SPOKEN, ("development", "nets", "nets", "three-ada"), "its answers need not exclude one another"),
    (TIMES, ("difference", "ships", "ships", "one-march one-year"), "no two answers of one time exclude one another"),
    (TIMES, ("difference", "fleet", "fleet", "one-open one-year"), "no two answers of one time exclude one another"),
    (TIMES, ("difference", "ships", "ships", "one-march one-late"), "no two answers of one time exclude one another"),
    (TIMES, ("development", "ships", "ships", "one-year"), "it is of no other time"),
    (TIMES, ("development", "one-march", "ships", "one-late two-late"), ""),
    (TIMES, ("agreement", "ships", "ships", "one-late two-late"), "it is one voice"),  # of an agency
    (TIMES, ("agreement", "fair", "size", "one-size three-size"), "no fact is of that event"),
    (TEXTS, ("agreement", "fair", "fish", "m1-ada m3-ada"), ""),  # several report what one says
]


@pytest.fixture(scope="module", autouse=True)
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with importable(tmp_path_factory.mktemp("shipped")):
        yield


@pytest.mark.parametrize(("texts", "said", "why"), SAID, ids=[" ".join(said) for _, said, _ in SAID])
def test_what_is_said_falsely_is_refuted(
    texts: dict[str, str], said: tuple[str, str, str, str], why: str, tmp_path: Path
) -> None:
    """And all that the pages say of that dossier is proved."""
    import verify
    from verify_comparisons import wording_of

    for path, held in made(texts).items():
        if path.startswith("data/"):
            files.write(tmp_path / path, held)
    site = verify.read_site(tmp_path / "data")
    assert [check.why for check in verify.derived_checks(site, None) if check.answer != "proved"] == []
    kind, subject, about, facts = said
    row: dict[str, Any] = {
        "pages": ["a.html"],
        "kind": kind,
        "subject": subject,
        "about": about,
        "facts": facts.split(),
    }
    row["says"] = wording_of(verify.collection_of(site), row, BETWEEN[kind])
    row["id"] = Derived(kind, subject, about, tuple(row["facts"]), row["says"]).id  # type: ignore[arg-type]
    found = verify.derived_checks(site._replace(derived=[row]), None)
    what = f"{kind} of {subject} on {about} (a.html)"
    of_row = [check.why for check in found if check.answer == "refuted" and check.why.startswith(what)]
    assert of_row == ([f"{what}: {why}"] if why else [])
