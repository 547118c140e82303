"""The whole briefing as one document: every fact under its number, every number leads to it, and the same as a PDF."""

import re
import subprocess
import sys
from pathlib import Path
from shutil import copytree
from typing import Literal

import pytest
from lxml import html
from playwright.sync_api import Page

from generator.publishing.pdf import pdf
from generator.site.render.typography import typographic
from tests.axe import COLOURS, WORDS, accessible
from tests.folders import HERE, ROOT, context_of, pages_of
from tests.resident import briefbook, started

SMALL = HERE / "small"
DOSSIERS = [SMALL, HERE / "second", ROOT]


def document(folder: Path) -> str:
    return str(pages_of(folder)["dossier.html"])


def tree_of(text: str) -> html.HtmlElement:
    return html.document_fromstring(text)


@pytest.mark.parametrize("folder", DOSSIERS, ids=lambda folder: folder.name)
def test_every_fact_stands_once_with_its_passages(folder: Path) -> None:
    facts = context_of(folder).briefing.facts.values()
    sources = tree_of(document(folder)).xpath("//section[@class='sources']//dl/div")
    told = {source.get("id"): source for source in sources}
    assert list(told) == [f"n{number}" for number in range(1, len(facts) + 1)]
    for number, fact in enumerate(facts, 1):
        source = told[f"n{number}"]
        assert source.xpath(".//dd/a/@href") == [fact.url]
        told_passages = [plain(quoted.text) for quoted in source.iter("q")]
        assert told_passages == [typographic(plain(passage)) for passage in fact.fact.passage]


def plain(text: str | None) -> str:
    return " ".join((text or "").split())


@pytest.mark.parametrize("folder", DOSSIERS, ids=lambda folder: folder.name)
def test_every_number_and_every_line_of_the_contents_leads_somewhere(folder: Path) -> None:
    tree = tree_of(document(folder))
    ids = [id for element in tree.iter() if (id := element.get("id"))]
    inside = [href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")]
    assert len(ids) == len(set(ids))
    assert set(inside) <= set(ids)
    headings = [heading.get("id") for heading in tree.xpath("//main//h2")]
    assert [href[1:] for href in tree.xpath("//nav/ol/li/a/@href")] == headings
    for reference in tree.xpath("//span[@class='refs']/a"):
        assert reference.get("href") == f"#n{reference.text}"


def test_a_sentence_has_the_numbers_of_its_facts() -> None:
    """The whole first part of the small dossier."""
    lede = tree_of(document(SMALL)).xpath("//p[@class='lede']")
    briefing = context_of(SMALL).briefing
    numbers = {id: number for number, id in enumerate(briefing.facts, 1)}
    said = [
        f"{one.say} [{', '.join(str(n) for n in sorted(numbers[id] for id in one.from_))}]"
        for one in briefing.content.site.bottom_line
    ]
    assert [plain(paragraph.text_content()) for paragraph in lede] == ([" ".join(said)] if said else [])


def test_it_holds_no_style_and_no_script_of_its_own() -> None:
    text = document(ROOT)
    assert not re.search(r"<(script|style)\b|\s(style|on[a-z]+)=", text)
    assert re.findall(r"<link [^>]*href=\"([^\"]+)\"", text) == ["assets/favicon.svg", "assets/dossier.css"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible_and_asks_nobody_else(page: Page, address: str, scheme: Literal["light", "dark"]) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}/dossier.html")
    assert [url for url in asked if not url.startswith(address)] == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    if scheme == "light":
        accessible(page, WORDS)
    accessible(page, COLOURS, alike=False)


def has_pango() -> bool:
    try:
        import weasyprint  # noqa: F401
    except OSError:
        return False
    return True


with_pango = pytest.mark.skipif(not has_pango(), reason="the PDF needs the system's Pango (libpangoft2-1.0-0)")


@pytest.mark.site
@with_pango
def test_two_runs_print_the_same_bytes(tmp_path: Path) -> None:
    root = copytree(SMALL, tmp_path / "dossier")
    made = {tmp_path / "one.pdf": briefbook, tmp_path / "other.pdf": started}
    for out, run in made.items():
        done = run("pdf", "--root", root, "--out", out)
        assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    one, other = (out.read_bytes() for out in made)
    assert one.startswith(b"%PDF-")
    assert one == other


@with_pango
def test_the_pdf_reads_no_file_and_no_host(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A picture of this machine, or of another, would make the document another one; neither is opened."""
    edition = context_of(SMALL).briefing.content.site.edition
    picture = tmp_path / "picture.svg"
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>')
    text = "<html><head></head><body><p>Words</p>{}</body></html>"
    without, local = (
        pdf(text.format(more), "", "", edition) for more in ("", f'<img alt="" src="{picture.as_uri()}">')
    )
    inline = pdf(text.format(""), f"body {{ background: url({picture.as_uri()}) }}", "", edition)
    assert b"/XObject" not in local
    assert inline == without
    capfd.readouterr()


@pytest.mark.site
def test_without_its_library_the_command_says_what_to_do(tmp_path: Path) -> None:
    hidden = tmp_path / "weasyprint.py"
    for raised, said in (("ImportError", "WeasyPrint is not installed"), ("OSError", "the library Pango is missing")):
        hidden.write_text(f"raise {raised}('hidden')\n")
        script = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from generator.__main__ import main; main()"
        command = [sys.executable, "-c", script, "pdf", "--root", str(SMALL), "--out", str(tmp_path / "out.pdf")]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert f"dossier.pdf:1:1: NO-PDF: {said}; " in done.stderr
        assert not (tmp_path / "out.pdf").exists()
