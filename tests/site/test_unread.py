"""A dossier of drafts alone: its site says of each article that nobody has read it, and nothing is published of it."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import html

from generator.__main__ import main
from tests.folders import ROOT

SITE = "title: A dossier\nid: a-dossier\ndescription: B\nedition: 2024-06-04\nrights: C\ncorrections: D\n"
ARTICLE = "Turbines for the harbour\n\nJane Doe said on 1 June 2024 that 12 turbines were to stand in the harbour.\n"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    plan = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    texts = {
        "content/site.yml": SITE,
        "mkdocs.yml": re.sub("(?m)^site_name: .*", "site_name: A dossier", plan),
        "seeds/2024-06-01-turbines.txt": ARTICLE,
        "seeds/2024-06-02-arrived.txt": ARTICLE,
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    run(tmp_path, "add", str(tmp_path / "seeds/2024-06-01-turbines.txt"))
    return tmp_path


def run(root: Path, *words: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, [words[0], "--root", str(root), *words[1:]])
    return result.exit_code, result.stderr


@pytest.mark.site
def test_what_nobody_has_read_is_shown_as_that(dossier: Path) -> None:
    code, told = run(dossier, "build")
    assert (code, "NO-FACTS" in told) == (0, True)
    home = html.parse(str(dossier / "site/index.html")).getroot()
    [section] = home.xpath("//section[@aria-labelledby='unread']")
    assert " ".join(section.text_content().split()) == (
        "Not yet curated Nothing is read yet. These articles have arrived; what they report, nobody has written down. "
        "2024-06-01-turbines 2024-06-02-arrived"
    )
    assert [link.get("href") for link in section.iter("a")] == [
        "articles/2024-06-01-turbines.html",
        "articles/2024-06-02-arrived.html",
    ]
    article = html.parse(str(dossier / "site/articles/2024-06-01-turbines.html")).getroot()
    assert "Nobody has yet written down what it reports" in article.text_content()
    assert "turbines were to stand" not in (dossier / "site/dossier.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("more", [(), ("--strict",)])
def test_a_check_that_checked_nothing_passes_nothing(more: tuple[str, ...], dossier: Path) -> None:
    code, told = run(dossier, "check", *more)
    assert (code, "NO-FACTS: no fact stands, so nothing was checked" in told) == (1, True)
