"""What a page of the web says of its article, in the order in which its places are believed."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import files
from generator.__main__ import main
from generator.drafting import records
from generator.drafting.importing import ImportedText, imported
from generator.drafting.web_page import day_in, day_in_address
from generator.problems import Malformed

BODY = (
    "<article><p>Jane Doe met her Danish colleague in Oslo on 31 May 2024 to settle who pays for the cable between "
    "the two countries of the north.</p><p>Norway has built 14 cables since 1990, and the ministry keeps a model of "
    "each of them in a glass case beside the door.</p></article>"
)


def page(head: str, body: str = "") -> ImportedText:
    return imported(f"<!doctype html><html lang='en'><head>{head}</head><body>{body}{BODY}</body></html>", "html")


def linked(*things: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(list(things))}</script>'


ARTICLE = {
    "@type": ["NewsArticle"],
    "headline": "Who pays",
    "datePublished": "2024-06-01T23:30:00+02:00",
    "dateModified": "2024-06-09",
    "author": [{"name": "Ada Berg"}, {"name": "Ola Strand"}],
    "publisher": {"name": "The Herald"},
}
VIDEO = {"@type": "VideoObject", "datePublished": "2019-01-01", "headline": "A film", "publisher": "Films"}
META = '<meta property="article:published_time" content="2024-06-02T08:00:00Z"><meta name="author" content="Eva Moe">'
ITEM = '<span itemprop="datePublished" content="2024-06-03">yesterday</span>'
TIMES = '<p>Updated <time datetime="2024-06-09">x</time></p><p>Published <time datetime="2024-06-04T10:00">x</time></p>'
LINK = '<link rel="canonical" href="https://example.org/2024/06/05/who-pays">'
OTHERS = ("WebSite", "Comment", "Person", "ImageObject", "Organization", "Blog", "Review", "Book", "CreativeWork")
ELSEWHERE = {
    "@type": "NewsArticle",
    "headline": "Another",
    "datePublished": "2019-01-01",
    "url": "https://example.org/b",
}
DAYS = {
    "JSON-LD": (page(linked(VIDEO, {"@graph": [ARTICLE]}) + META + LINK, ITEM + TIMES), "2024-06-01"),
    "metadata": (page(META + LINK, ITEM + TIMES), "2024-06-02"),
    "an item": (page(LINK, ITEM + TIMES), "2024-06-03"),
    "a time": (page(LINK, TIMES), "2024-06-04"),
    "the address": (page(LINK), "2024-06-05"),
    "a time in words": (page("", "<p><time>4 June 2024</time></p>"), "2024-06-04"),
    "a sentence": (page("", '<p>The ferry sank on <time datetime="2019-06-09">9 June 2019</time>.</p>'), "20XX"),
    "a sentence of many parts": (
        page(
            "", '<p>She <i>had <b>published</b></i> a book in <time datetime="2019-06-09">June</time> of that year</p>'
        ),
        "20XX",
    ),
    "a line below the title": (
        page("", '<header><h1>Who pays for the cable</h1>By Ada Berg<br><time datetime="2024-06-04">x</time></header>'),
        "2024-06-04",
    ),
    "a sentence before the line": (
        page("", '<p>The ferry sank on <time datetime="2019-06-09">9 June 2019</time>.</p>' + TIMES),
        "2024-06-04",
    ),
    "a comment": (page("", '<div class="comments"><p>Ola <time datetime="2019-06-09">x</time></p></div>'), "20XX"),
    "a caption": (page("", '<figure><figcaption><time datetime="2019-06-09">x</time></figcaption></figure>'), "20XX"),
    "other things": (
        page(linked(*({"@type": kind, "datePublished": "2019-01-01"} for kind in OTHERS)), TIMES),
        "2024-06-04",
    ),
    "a page": (page(linked({"@type": "https://schema.org/WebPage", "datePublished": "2024-06-05"})), "2024-06-05"),
    "an article before its page": (
        page(linked({"@type": "WebPage", "datePublished": "2019-01-01"}, ARTICLE)),
        "2024-06-01",
    ),
    "the article of this address": (
        page(linked(ELSEWHERE, {**ARTICLE, "url": "https://www.example.org/2024/06/05/who-pays/?utm=1"}) + LINK),
        "2024-06-01",
    ),
    "the article with this title": (
        page(linked({**ELSEWHERE, "url": ""}, ARTICLE), "<h1>Who pays for the cable</h1>"),
        "2024-06-01",
    ),
    "another article alone": (page(linked(ELSEWHERE) + LINK, "<h1>Who pays for the cable</h1>" + TIMES), "2024-06-04"),
    "the article under another address": (
        page(linked({**ARTICLE, "url": "https://example.org/x"}) + LINK, "<h1>Who pays for the cable</h1>" + TIMES),
        "2024-06-01",
    ),
    "an update": (page("", '<p>Updated <time datetime="2024-06-09">9 June</time></p>'), "20XX"),
    "none": (page(""), "20XX"),
}


@pytest.mark.parametrize("case", DAYS)
def test_the_day_is_taken_from_the_best_place(case: str) -> None:
    article, day = DAYS[case]
    dated = records.dated(article, "new")
    assert (dated.published.text, bool(dated.because)) == (day, case == "the address" or day == "20XX")


def test_who_wrote_and_published_it_is_told() -> None:
    article = page(linked(ARTICLE) + META)
    assert (article.title, article.publisher, article.author) == ("Who pays", "The Herald", "Ada Berg and Ola Strand")
    assert page(META).author == "Eva Moe"


HEADLINE = linked({**ARTICLE, "headline": "Who pays for the cable"})


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Who pays | The Herald</title><meta property='og:site_name' content='The Herald'>", "", "Who pays"),
        ("<title>News</title><meta property='og:title' content='Press Release'>", "<h1>Who pays</h1>", "Who pays"),
        ("<title>Press Release</title>", "<h1>Press Release</h1><h2>Who pays</h2>", "Who pays"),
        (
            "<meta property='og:site_name' content='The Herald'><title>The Herald</title>",
            "<h1>Who pays</h1>",
            "Who pays",
        ),
        ("<title>Home > News > Finance</title>", "", ""),
        (HEADLINE, "<h1>A ferry sinks off Bergen</h1>", "A ferry sinks off Bergen"),
        (f"{HEADLINE}<title>Ferry off Bergen</title>", "<h1>A ferry sinks off Bergen</h1>", "Ferry off Bergen"),
        (HEADLINE, "<h1>Cable: who pays for it?</h1>", "Who pays for the cable"),
        (HEADLINE, "<h1>North Radio</h1>", "Who pays for the cable"),
        (HEADLINE, "<h1>North Radio</h1><h1>Who will pay for cables</h1>", "Who pays for the cable"),
    ],
)
def test_a_section_is_no_title(head: str, body: str, title: str) -> None:
    assert page(head, body).title == title


@pytest.mark.parametrize("broken", ["{", "[" * 100_000, "null", '{"@graph": 1}', '{"datePublished": [1], "author": 4}'])
def test_broken_json_says_nothing(broken: str) -> None:
    article = page(f'<script type="application/ld+json">{broken}</script>')
    assert (article.published, article.author, article.publisher) == ("", "", "")


def test_days_are_read_from_stamps_and_addresses() -> None:
    stamps = ("2024-06-01T08:00Z", "20240601", "Sat, 01 Jun 2024", "1 June 2024", "now", "2024")
    assert [day_in(stamp) for stamp in stamps] == ["2024-06-01", "2024-06-01", "2024-06-01", "2024-06-01", "", ""]
    urls = ("a/2024/06/01/b", "a/2024/jun/1/b", "a/2024-06-01-b.html", "a/20240601/b", "a/2024/06/b", "a/20240")
    assert [day_in_address(f"https://x.org/{url}") for url in urls] == [*["2024-06-01"] * 4, "", ""]


WORDS = "Le câble d’Été coûte 4 €"
DECLARED = {
    "a meta element": ('<meta charset="windows-1252">', "cp1252"),
    "an earlier meta element": ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252"),
    "an XML declaration": ('<?xml version="1.0" encoding="ISO-8859-15"?>', "iso8859-15"),
    "the first two bytes": ("", "utf-16"),
    "UTF-8 whatever it says": ('<meta charset="windows-1252">', "utf-8"),
}


@pytest.mark.parametrize("case", DECLARED)
def test_a_page_is_read_in_the_encoding_that_it_declares(case: str) -> None:
    said, encoding = DECLARED[case]
    text = said + (WORDS.replace("’", "'") if encoding == "iso8859-15" else WORDS)
    assert files.decoded(text.encode(encoding), "page.html", arriving=True) == text


@pytest.mark.parametrize(
    ("data", "arriving"),
    [
        (WORDS.encode("cp1252"), True),
        (f'<meta charset="koi8-r">{WORDS}'.encode("cp1252"), True),
        (b'<meta charset="windows-1252">\x81', True),
        (f'<meta charset="windows-1252">{WORDS}'.encode("cp1252"), False),
    ],
    ids=["undeclared", "unknown", "no such letter", "a file of the dossier"],
)
def test_bytes_of_no_known_encoding_are_refused(data: bytes, arriving: bool) -> None:
    with pytest.raises(Malformed, match=r"NOT-UTF-8"):
        files.decoded(data, "page.html", arriving=arriving)


def test_a_page_in_windows_1252_is_taken_in(tmp_path: Path) -> None:
    body = BODY.replace("settle who pays", "settle who pays “€4 million” for the café")
    page = f'<html lang="en"><head><meta charset="windows-1252"><title>Café</title></head><body>{body}</body></html>'
    (tmp_path / "page.html").write_bytes(page.encode("cp1252"))
    for name, text in (("mkdocs.yml", "site_name: x\n"), ("content/themes.yml", "- {id: cable, name: Cable}\n")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    arguments = ["add", "--root", str(tmp_path), "--id", "page", str(tmp_path / "page.html")]
    done = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    [kept] = tmp_path.glob("*/page.txt")
    assert "“€4 million” for the café" in kept.read_text(encoding="utf-8")
    assert "\n  title: Café " in (tmp_path / "content" / "facts" / "page.yml").read_text(encoding="utf-8")


BLOG = (
    "<h1>The cable, as it happens</h1><article>"
    "<ul><li>Norway has offered to pay half of what the cable between both countries is to cost.</li></ul>"
    "<div class='post'><p><time datetime='2024-06-04T10:05'>10:05</time></p><h3>Talks begin in the harbour of Oslo</h3>"
    "<p>Jane Doe met her Danish colleague in Oslo to settle who pays for the cable between the two countries.</p></div>"
    "<div class='post'><time datetime='2024-06-04T11:20'>11:20</time><h3>Nobody pays</h3>"
    "<p>Norway has built 14 cables since 1990, and the ministry keeps a model of each of them beside the door.</p>"
    "<figure><img src='x.png'><figcaption>The harbour of Oslo on a day in May.</figcaption></figure>"
    "<p>They talk again on Tuesday, when the ministers of the other countries of the north have come home.</p></div>"
    "</article><footer><p>All rights reserved.</p></footer>"
)


def test_headings_and_times_of_posts_are_kept_and_what_is_left_out_is_counted() -> None:
    article = imported(f"<!doctype html><html lang='en'><body><nav><p>News</p></nav>{BLOG}</body></html>", "html")
    lines = article.text.splitlines()
    told = [line for line in lines if len(line.split()) < 9]
    assert told == ["10:05", "Talks begin in the harbour of Oslo", "11:20", "Nobody pays"]
    for above, below in (("10:05", "Talks begin in the harbour of Oslo"), ("11:20", "Nobody pays")):
        assert lines.index(below) == lines.index(above) + 1
    shown = sum(any(piece in line for line in lines) for piece in ("offered to pay", "The harbour of Oslo on"))
    assert article.left_out == 2 - shown
