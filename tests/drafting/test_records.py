"""The record of a new article: what the page states is taken as stated, and nothing else is."""

import pytest

from generator import files, pipeline
from generator.drafting import records
from generator.drafting.importing import ImportedText
from generator.drafting.new_article import new_article
from generator.drafting.page_days import day_of_page
from generator.evidence.text import normalise
from tests.folders import HERE

SMALL = files.content(HERE / "small")
CONTENT = pipeline.read({path: text for path, text in SMALL.items() if text})
FIRST = "Jane Doe said on Monday that Norway would not carry 50 percent of the cost of the cable before 2030."
TEXT = f"{FIRST}\nThe talks went on until 3 May 2031.\n"


def text(*lines: str) -> ImportedText:
    return ImportedText("\n".join([*lines, TEXT]))


def known(imported: ImportedText, id: str = "new") -> tuple[str, str]:
    dated = records.dated(imported, id)
    return dated.published.text, dated.because


DAYS = {
    "BERGEN, 14 March 2024 (Fjordpress) - The choir left.": "2024-03-14",
    "PONTELLE, le 14 mars 2024 (Agence des Lacs) - Le train est parti.": "2024-03-14",
    "Oslo, 14 March 2024 – The ferry left.": "2024-03-14",
    "BERGEN (Fjordpress) - 5 June 2024": "2024-06-05",
    "11 November 2024": "2024-11-11",
    "Monday, November 11, 2024": "2024-11-11",
    "Published: 07:15, 6 May 2025": "2025-05-06",
    "First published on 6 May 2025 at 4.05pm BST": "2025-05-06",
    "Published 6 May 2025 | Updated 7 May 2025": "2025-05-06",
    "le 11 novembre 2024": "2024-11-11",
    "Publié le 1er juin 2024 à 18h05": "2024-06-01",
    "Pontelle, le 3 octobre 2024": "2024-10-03",
    "By Karin Lund | 14 March 2024 | 3 min read": "2024-03-14",
    "2024-03-14T08:00:00+02:00": "2024-03-14",
    "14.03.2024": "2024-03-14",
    "31/03/2024": "2024-03-31",
    "Publié le 03/04/2024 à 6h12": "2024-04-03",
    "EMBARGOED UNTIL 06:00 CET, SUNDAY 5 MAY 2024": "2024-05-05",
    "Not for publication before 6am on 5 May 2024": "2024-05-05",
    "Sous embargo jusqu'au dimanche 5 mai 2024 à 6h": "2024-05-05",
    "Article publié le 05.05.2024 à 18 h 30": "2024-05-05",
    "Par Élodie Roux, publié le 5 mai 2024": "2024-05-05",
    "Posted on May 5, 2024 by Eva Moe and Per Lie": "2024-05-05",
    "5 May 2024 (3 minutes)": "2024-05-05",
    "Date of publication: 5 May 2024": "2024-05-05",
    "2024/05/05": "2024-05-05",
    "Edition of 5 May 2024": "2024-05-05",
    "Permit issued 5 May 2024 by Harn": "",
    "Le décret paru le 5 mai 2024 par erreur": "",
    "03/04/2024": "",
    "Updated 7 May 2025": "",
    "Mis à jour le 7 mai 2025": "",
    "31 June 2024": "",
    "14 March": "",
    "BERGEN, March 14 (Fjordpress) - The choir left.": "",
    "The treaty was signed on 14 March 2024": "",
    "The ferry, which sank on 14 March 2024, is to be raised by a crane": "",
}


@pytest.mark.parametrize("line", DAYS)
def test_a_line_of_the_page_gives_its_day(line: str) -> None:
    assert day_of_page(normalise(line)) == DAYS[line]


ADDRESS = ImportedText(TEXT, url="https://example.org/2024/06/05/cable", published="2024-06-04")
STATED = {
    "the page before all": (ADDRESS, ("2024-06-04", "")),
    "its address before the text": (
        ImportedText(f"4 June 2024\n{TEXT}", url="https://example.org/news/2024/jun/5/cable"),
        ("2024-06-05", "the article's address has this day; the text does not state it"),
    ),
    "its address, which the text bears out": (
        ImportedText(f"Cable\n5 June 2024\n{TEXT}", url="https://example.org/2024-06-05-cable.html"),
        ("2024-06-05", ""),
    ),
    "a line above the text": (text("Menu", "A cable for two countries", "4 June 2024"), ("2024-06-04", "")),
    "a dateline": (ImportedText(f"BERGEN, 4 June 2024 (Fjordpress) - {TEXT}"), ("2024-06-04", "")),
    "a line below the text": (ImportedText(f"{TEXT}Published 4 June 2024\n"), ("2024-06-04", "")),
    "a bare day that the text has begun before": (
        ImportedText(f"A cable for two countries\n{FIRST}\n4 June 2024\n{FIRST}\n"),
        ("20XX", "the text does not say when it was published"),
    ),
    "a bare day below the text and its credits": (
        ImportedText(f"{TEXT}4 June 2024\nContact: press@harbourtrust.example\n"),
        ("2024-06-04", ""),
    ),
    "what a brief ends with": (ImportedText(f"{FIRST} (Ny Tid, 4 Jun 2024)\n"), ("2024-06-04", "")),
    "brackets that end no text": (
        ImportedText(f"{FIRST} (Ny Tid, 4 Jun 2024)\n{TEXT}"),
        ("20XX", "the text does not say when it was published"),
    ),
    "a month": (text("A cable for two countries", "June 2024"), ("2024-06", "")),
    "a month that is labelled": (text("A cable for two countries", "Published: June 2024"), ("2024-06", "")),
    "a day before a month": (text("June 2024", "4 June 2024"), ("2024-06-04", "")),
    "a month inside of the text": (
        ImportedText(f"{FIRST}\nJune 2024\n{TEXT}"),
        ("20XX", "the text does not say when it was published"),
    ),
    "a line with an author below a standfirst": (
        text(
            "A cable for two countries", "The cable is late, and costly, and nobody pays.", "By Eva Moe", "4 June 2024"
        ),
        ("2024-06-04", ""),
    ),
    "a line that is labelled below a standfirst": (
        text("Un câble pour deux", "Le câble est en retard, il est cher et nul ne paie.", "Publié le 4 juin 2024 à 6h"),
        ("2024-06-04", ""),
    ),
    "a bare day below a standfirst": (
        text("A cable for two countries", "The cable is late, and costly, and nobody pays.", "4 June 2024"),
        ("20XX", "the text does not say when it was published"),
    ),
    "the day of a meeting": (
        text("A cable for two countries", "The cable is late, and the council meets again.", "Date: 4 June 2024"),
        ("20XX", "the text does not say when it was published"),
    ),
    "a line below a way to the page": (text("Home / News / Cables", "Who pays", "4 June 2024"), ("2024-06-04", "")),
    "a day without its year": (
        text("A cable for two countries", "4 June"),
        ("20XX", "the text has `4 June`, which is no whole day"),
    ),
    "a day of two readings": (
        text("A cable for two countries", "Published 03/04/2024"),
        ("20XX", "the text has `Published 03/04/2024`, which is no whole day"),
    ),
    "an update alone": (text("Updated 4 June 2024"), ("20XX", "the text does not say when it was published")),
    "days and years that the text tells of": (text(), ("20XX", "the text does not say when it was published")),
}


@pytest.mark.parametrize("case", STATED)
def test_the_day_has_the_basis_that_it_really_has(case: str) -> None:
    imported, expected = STATED[case]
    assert known(imported) == expected


def test_the_day_of_the_id_is_inferred() -> None:
    because = "the article's id has this day; the text does not say when it was published"
    assert known(text(), "2024-06-01-cable") == ("2024-06-01", because)
    assert known(text(), "2024-02-31-cable")[0] == "20XX"


TITLES = {
    "a headline": (text("Cable will not come"), "Cable will not come"),
    "below buttons and sections": (
        text("Skip to main content", "Home > News", "Press Release", "FOR IMMEDIATE RELEASE", "Who pays for the cable"),
        "Who pays for the cable",
    ),
    "below an outlet, above an author": (
        text("Upper Valley Courier", "Who pays for it", "Karin Lund"),
        "Who pays for it",
    ),
    "a question": (text("Who pays for the cable?", "By Karin Lund"), "Who pays for the cable?"),
    "with a full stop, over a byline": (text("Nobody pays for it.", "By Karin Lund"), "Nobody pays for it."),
    "as it is printed": (text("‘Nobody’ pays for  the cable"), "‘Nobody’ pays for the cable"),
    "without what an agency puts before it": (text("UPDATE 3-Nobody pays for it"), "Nobody pays for it"),
    "below what an agency puts before it": (text("WRAPUP 2", "Nobody pays for it"), "Nobody pays for it"),
    "in a letter": (text("View this newsletter in your browser", "Nobody pays for it"), "Nobody pays for it"),
    "below a channel with a number": (text("Channel 7 Harn", "Nobody pays for it"), "Nobody pays for it"),
    "an outlet is none": (text("Radio Bergen"), ""),
    "a sentence is none": (text(), ""),
    "a dateline is none": (ImportedText(f"OSLO: {TEXT}"), ""),
}


@pytest.mark.parametrize("case", TITLES)
def test_the_title_is_the_headline_as_printed(case: str) -> None:
    imported, title = TITLES[case]
    assert records.title_of(imported, CONTENT) == title


def test_an_article_without_a_title_waits_for_a_label_by_a_person() -> None:
    facts, _ = new_article(SMALL, text(), "new")
    assert facts.splitlines()[2].split("#")[0].split() == ["label:", "Untitled"]
    assert records.id_of(text(), records.dated(text(), "")) == "jane-doe-said-monday"
    assert records.id_of(text("Radio Bergen", "4 June 2024"), records.dated(text(), "")) == "jane-doe-said-monday"
    assert records.id_of(text("The cable will not come"), records.dated(text(), "")) == "cable-not-come"
    read = pipeline.read({**SMALL, "content/facts/new.yml": facts})
    assert (read.articles["new"].article.name, read.articles["new"].article.published.text) == ("Untitled", "20XX")


def remarks(imported: ImportedText) -> tuple[list[str], str]:
    """What the record notes, and the entry for publishers.yml."""
    record = records.record(imported, records.dated(imported, ""), CONTENT)
    entry = records.new_publisher(imported, CONTENT, record)
    return list(records.remarks(imported, CONTENT, record)), f"{dict(entry.entry)}" if entry else ""


def test_an_outlet_that_no_registry_has_is_kept_as_stated_and_offered() -> None:
    told = "the page names `{}`, which publishers.yml has not; an entry stands at the end of this file"
    assert remarks(text("Radio Bergen")) == (
        [told.format("Radio Bergen")],
        "{'id': 'radio-bergen', 'name': 'Radio Bergen', 'kind': 'broadcaster'}",
    )
    for below in (("Who pays for it", "Valley Courier"), ("Who pays for it", "Ny Tid", "By Karin Lund")):
        assert told.format(below[1]) in remarks(text(*below))[0]
    assert remarks(text("Who pays for it", "Karin Lund")) == ([], "")
    assert remarks(ImportedText(f"{FIRST} (Ny Tid, 4 Jun 2024)"))[0] == [told.format("Ny Tid")]
    contact = "About the work of the Harbour Trust\nPress office, Harbour Trust Norway, press@harbourtrust.example"
    assert remarks(ImportedText(f"Who pays for it\n{TEXT}{contact}"))[0] == [told.format("Harbour Trust Norway")]
    spelt = f"Who pays for it\nThe League of Small Ports (LSP) met. {TEXT}Contact: press@lsp.example"
    assert remarks(ImportedText(spelt))[0] == [told.format("League of Small Ports")]
    spelt = f"Qui paie\nL'Union des ports du nord (UPN) se tait. {TEXT}Contact : presse@upn.example"
    assert remarks(ImportedText(spelt))[0] == [told.format("Union des ports du nord")]
    assert remarks(text("Markets | Fares | Video", "Who pays for it")) == ([], "")
    facts, _ = new_article(SMALL, text("Radio Bergen"), "new")
    assert "#   - {id: radio-bergen, name: Radio Bergen, kind: broadcaster}" in facts


def test_a_registered_outlet_is_the_publisher() -> None:
    for head in (
        ("The Herald", "Who pays for it"),
        ("The Herald | Business | Power", "Who pays for it"),
        ("The Herald News",),
        ("Home / News / Harbours", "The Herald", "Who pays for it"),
        ("Who pays for it", "The Herald Magazine"),
    ):
        record = records.record(text(*head), records.dated(text(), ""), CONTENT)
        assert (record.publisher, remarks(text(*head))) == ("herald", ([], ""))


def test_a_page_names_its_outlet_as_its_own() -> None:
    for below in (
        "Our standards: The Herald Principles",
        "About The Herald",
        "© The Herald 2024. All rights reserved.",
    ):
        article = ImportedText(f"Who pays for it\n{TEXT}{below}\n")
        record = records.record(article, records.dated(article, ""), CONTENT)
        assert (record.publisher, remarks(article)) == ("herald", ([], ""))


def test_a_link_to_another_page_names_no_outlet() -> None:
    link = ImportedText(f"Who pays for it\nThe Harbour Trust pays. {TEXT}The ledger: https://harbourtrust.example/a\n")
    assert remarks(link) == ([], "")


def test_who_is_named_below_quoted_words_has_published_nothing() -> None:
    quoted = ImportedText(f'{TEXT}"Nobody pays for the cable."\nThe Herald\n')
    below = ImportedText(f"{TEXT}Nobody pays for the cable.\nThe Herald\n")
    brief = ImportedText(f"{FIRST} (The Herald, 4 Jun 2024)")
    found = [records.record(one, records.dated(one, ""), CONTENT).publisher for one in (quoted, below, brief)]
    assert found == [None, "herald", "herald"]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Karin Lund and Tom Aasen", "Karin Lund and Tom Aasen"),
        ("By Karin Lund, Health Correspondent", "Karin Lund"),
        ("Par Élodie Roux, à Brest", "Élodie Roux"),
        ("Interview: Eva Moe", "Eva Moe"),
    ],
)
def test_who_wrote_the_article_is_a_comment(line: str, author: str) -> None:
    assert remarks(text("Who pays for it", line))[0] == [f"author: {author}"]
    standfirst = text("Who pays for it", "The cable is late, and costly, and nobody pays.", line)
    assert remarks(standfirst)[0] == [f"author: {author}"]
    facts, _ = new_article(SMALL, text("Who pays for it", line), "new")
    assert f"  # author: {author}" in facts.splitlines()
