"""What is given inputs that nobody writes: each target takes one, and answers it or refuses it with a problem.

Whatever else happens is a fault: another exception, a text that proves another, an answer that is none. An input is
made of texts and numbers alone, so that one that was found once can be kept as JSON.
"""

from __future__ import annotations

import json
import re
import socket
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from hypothesis import strategies as st

from generator import assembly, files, lockfiles, pipeline
from generator.commands.arriving import Arriving, arriving
from generator.content.reading import Content
from generator.drafting.new_article import Arrival, drafted
from generator.evidence import lock as locks
from generator.evidence.figures import FORM, entails
from generator.evidence.languages import LANGUAGES
from generator.evidence.text import normalise, tokens
from generator.preview.desk_http import Door
from generator.preview.local import LocalServer
from generator.problems import Malformed
from generator.publishing import html
from generator.publishing.html import Markdown
from tests.folders import HERE, article_texts_of, texts_of

ADDRESS = "https://example.org/north-link/"
DOSSIERS = ("small", "second")
REGISTER = "content/.editions/2024-06-03.yml"
VALUE = re.compile(r"(?<=: )[^\[\]{},\n]+|(?<=[\[,] )[^\[\]{},:\n]+")
# What programs stumbled over before: marks without letters, what is not seen, limits of kinds of numbers and dates.
PIECES = (
    *(
        "",
        "—",
        "\u200b",
        "\u0301",
        "\ufe0f",
        "\u3164",
        "\ud800",
        "\0",
        "\x1b[31m",
        "\u2028",
        "😀",
        "İ",
        "ß",
        "ﬁ",
        "ا",
        "二〇二四",
    ),
    *(
        "0",
        "-1",
        "1e999",
        "999999999999999999999999999999",
        "0001-01-01",
        "9999-12-31",
        "2024-02-30",
        "-4712",
        "2024-21",
        "12/13",
    ),
    *(
        "https://example.org:65535/",
        "https://[::1/",
        "https://a..b/",
        "mailto:a@b.c",
        "//x",
        "javascript:x",
        "%zz",
        "a@b.cd",
    ),
    *(
        "{{ x }}",
        "{% x %}",
        "<b>",
        "&amp;",
        "</script>",
        "[x](y)",
        "`",
        "*",
        "_",
        "|",
        "\\",
        "'",
        '"',
        "“",
        "»",
        "$",
        "#",
        "- ",
        "---",
    ),
    *(
        "Jane Doe",
        "norway",
        "jane-doe",
        "oslo-talks",
        "own",
        "unknown",
        "index",
        "con",
        "top",
        "50 percent",
        "U.S.",
        "1.",
        "and",
    ),
    *("a" * 300, "a b " * 200, "'a " * 100, "A. " * 100, "1," * 100, "1 " * 100, "[" * 100, "(" * 100),
)

Pieces = st.one_of(st.sampled_from(PIECES), st.text(max_size=20))


@dataclass(frozen=True)
class Target:
    """What is run, what its inputs are made of, and how many of them are tried in the suite."""

    run: Callable[[Any], None]
    inputs: st.SearchStrategy[Any]
    examples: int


@cache
def texts(dossier: str) -> Mapping[str, str]:
    return texts_of(HERE / dossier)


def mutated(text: str, changes: list[list[Any]]) -> str:
    """The text with some of its values replaced, or put before or behind by others; the last of a spot counts."""
    spans = [match.span() for match in VALUE.finditer(text)]
    new = {spans[spot % len(spans)]: (how, piece) for spot, how, piece in changes}
    for (start, end), (how, piece) in sorted(new.items(), reverse=True):
        old = text[start:end].strip("\"'")
        value = {"whole": piece, "before": f"{piece} {old}", "behind": f"{old} {piece}"}.get(how, piece)
        text = text[:start] + (piece if how == "raw" else json.dumps(value)) + text[end:]
    return text


CHANGES = st.lists(
    st.tuples(st.integers(0, 400), st.sampled_from(("whole", "before", "behind", "behind", "raw")), Pieces).map(list),
    min_size=1,
    max_size=4,
)


def yaml_and_pages(given: list[Any]) -> None:
    """Reads a dossier of which some values are others; where nothing keeps it from that, makes each page and file."""
    dossier, spot, changes = given
    known = texts(dossier)
    paths = sorted(path for path in known if path.startswith("content/"))
    path = paths[spot % len(paths)]
    made({**known, path: mutated(known[path], changes)})


def made(content: Mapping[str, str]) -> None:
    with suppress(Malformed):
        briefing = pipeline.load(
            {path: text for path, text in content.items() if path.startswith("content/")}, article_texts_of(content)
        )
        if not pipeline.stops_the_build(pipeline.problems(briefing)):
            pages = assembly.pages(briefing, files.words(), "# Method\n\nText.", ADDRESS)
            for path, page in pages.items():
                if path.endswith(".md") and isinstance(page, str):
                    html.body(page, HOW, path, lambda *_: "x.html")


HOW = Markdown(("toc", "tables", "fenced_code", "attr_list"), {"tables": {"use_align_attribute": True}}, (2, 3))


@cache
def content_of(dossier: str) -> Content:
    return pipeline.read({path: text for path, text in texts(dossier).items() if path.startswith("content/")})


def adding(given: list[Any]) -> None:
    """Takes in an article as text, Markdown or HTML, and drafts from it."""
    ending, parts = given
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"a.{ending}"
        path.write_bytes("".join(parts).encode(errors="surrogatepass"))
        for came in arriving(Path(folder), [path], None):
            if isinstance(came, Arriving):
                with suppress(Malformed):
                    drafted(content_of("small"), Arrival(came.imported, "an-article", "2024-06-01"))


LINES = st.sampled_from(
    (
        *(
            "Talks in Oslo\n",
            '"We will pay 50 percent," said Jane Doe, the minister. ',
            "On Friday they met. ",
            "\n\n",
            "\n",
        ),
        *(
            "# Talks\n",
            "- a\n",
            "  - b\n",
            "> ",
            "[a](b)",
            "| a | b |\n|--|--|\n",
            "```\n",
            "---\ntitle: a\n---\n",
            "***",
            "~~~",
        ),
        *(
            "<p>",
            "</p>",
            "<div>",
            "<h1>Talks</h1>",
            "<table><tr><td>a",
            "<li>",
            "<!--",
            "<![CDATA[",
            "<script>",
            "&#0;",
            "&nbsp;",
        ),
        *(
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": 3}</script>',
            "<time datetime=x>",
        ),
        *(
            "PARIS, June 1 (Nordwire) — ",
            "By Jane Doe\n",
            "Published: 31/31/2024\n",
            "Read more: a\n",
            "Mr. ",
            "U.S. ",
            "said",
        ),
    )
)


@cache
def lock_of(article: str) -> str:
    return lockfiles.from_text(content_of("small"), article, texts("small")[f"seeds/{article}.txt"])


def locked(given: list[Any]) -> None:
    """Reads a damaged lock alone; one that is taken for whole is the one that was written."""
    spot, length, piece = given
    whole = lock_of("oslo-cable")
    spot %= len(whole)
    text = (whole[:spot] + piece + whole[spot + length :]).encode(errors="replace").decode()
    with suppress(Malformed):
        locks.loads(text, "seeds/oslo-cable.lock")
    known = {path: text for path, text in texts("small").items() if path != "seeds/oslo-cable.txt"}
    with suppress(Malformed):
        pipeline.problems(pipeline.load(known, article_texts_of({**known, "seeds/oslo-cable.lock": text})))


RECORD = """\
facts:
  oslo-pledge: {article: oslo-cable, say: Jane Doe said that Norway would pay 40 percent of the new cable.}
  oslo-gone: {article: oslo-cable, say: They met., status: withdrawn}
leaders:
  jane-doe: Jane Doe
countries:
  norway: Norway
themes:
  energy-links: Energy links
events:
  oslo-talks: Talks in Oslo
questions:
  cable-share: Who pays how much of the cable?
articles:
  oslo-cable: Norway and Denmark talk about a power cable
"""


def recorded(given: list[Any]) -> None:
    """Reads a damaged record of an edition, and makes the pages of changes where nothing keeps it from that."""
    made({**texts("small"), REGISTER: mutated(RECORD, given)})


FIGURES = st.sampled_from(
    (
        *(
            "1",
            "12",
            "1,000",
            "1.5",
            "1/3",
            "½",
            "-5",
            "+5",
            "26+",
            "12,34",
            "0",
            "00",
            "1e5",
            "٣",
            "²",
            "1" * 30,
            "1" * 5000,
        ),
        *(
            "twenty",
            "six",
            "hundred",
            "thousand",
            "million",
            "dozen",
            "half",
            "third",
            "two-thirds",
            "score",
            "zero",
            "a",
            "quarter",
        ),
        *(
            "percent",
            "%",
            "€",
            "$",
            "EUR",
            "kroner",
            "points",
            "tonnes",
            "miles",
            "km/h",
            "bn",
            "m",
            "am",
            "o'clock",
            "euros",
        ),
        *(
            "about",
            "more than",
            "at least",
            "up to",
            "between",
            "and",
            "to",
            "from",
            "by",
            "over",
            "under",
            "not",
            "no",
            "some",
            "in all",
        ),
        *(
            "5 May 2024",
            "May",
            "2024-05-31",
            "31.05.2024",
            "Friday",
            "last month",
            "1990s",
            "the",
            "of",
            "a year",
            "per",
            "-",
            "–",
            "/",
            ":",
        ),
        *(
            "une",
            "vingt",
            "quatre-vingt-dix",
            "mille",
            "millions",
            "environ",
            "plus de",
            "pour cent",
            "le 5 mai",
            "d'euros",
            "1 000",
        ),
    )
)


def figures(given: list[Any]) -> None:
    """Reads figures in every language; each has forms that locks can hold, and that say what they themselves say."""
    text = normalise(" ".join(given))
    for language in LANGUAGES.values():
        found = language.figures(tokens(text, language))
        for figure in found:
            assert 0 <= figure.start < figure.end <= len(tokens(text, language))
            for form in figure.forms:
                assert FORM.fullmatch(form), form
                assert entails(form, form) or form.startswith("unread"), form
        for one, other in pairwise(found):
            assert all(isinstance(entails(a, b), bool) for a in one.forms for b in other.forms)


class Nobody:
    """A desk at which nobody is asked for anything."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return lambda *_: {}


@cache
def server() -> Loud:
    made_server = Loud(0, HERE / "small", Door(Nobody()))
    Thread(target=made_server.serve_forever, daemon=True).start()
    return made_server


class Loud(LocalServer):
    """A server that keeps what failed."""

    failed: BaseException | None = None

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - the names are the base class's
        error = sys.exception()
        if not isinstance(error, ConnectionError):
            self.failed = error


def asked(given: list[Any]) -> None:
    """Asks the local server; what comes back is one answer of HTTP, in which no header was asked for."""
    method, path, headers, body = given
    lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{server().server_port}", *headers, "Connection: close"]
    sent = "\r\n".join(lines).encode("utf-8", "surrogatepass") + b"\r\n\r\n" + body.encode("utf-8", "surrogatepass")
    with socket.create_connection(("127.0.0.1", server().server_port), timeout=60) as connection:
        with suppress(ConnectionError):
            connection.sendall(sent)
            connection.shutdown(socket.SHUT_WR)
        answer = b""
        with suppress(ConnectionError):
            while piece := connection.recv(65536):
                answer += piece
    failed, server().failed = server().failed, None
    if failed:
        raise failed
    assert not answer or answer.startswith(b"HTTP/1.1 "), answer[:200]
    head = answer.partition(b"\r\n\r\n")[0]
    assert not re.search(rb"(?i)[\r\n]evil:", head), head
    location = re.search(rb"(?im)^location: *(.*)$", head)
    assert not location or re.match(rb"/(?![/\\])", location[1]), head


PATHS = st.lists(
    st.sampled_from(
        (
            *(
                "/",
                "//",
                "\\",
                "..",
                "%2e%2e",
                "%00",
                "%0d%0aEvil:%20x",
                "\rEvil: x",
                "?",
                "#",
                "%",
                "%zz",
                "content",
                "facts",
                "seeds",
            ),
            *(
                "_briefbook/",
                "desk",
                "events",
                "live.js",
                "example.org",
                "@",
                ":",
                "*",
                "http://[::1",
                "é",
                " ",
                "\t",
                "a" * 300,
                ";",
            ),
            *("since=9", "&page=", "article", "?token=", "\u0130", "%ff", "%c0%ae"),
        )
    ),
    max_size=6,
).map("".join)
HEADERS = st.lists(
    st.sampled_from(
        (
            *("Content-Length: 5", "Content-Length: -1", "Content-Length: x", "Content-Length: 99999999999999999999"),
            *(
                "Transfer-Encoding: chunked",
                "Origin: null",
                "Range: bytes=0-",
                "Expect: 100-continue",
                "Evil",
                ": x",
                "X: " + "a" * 300,
            ),
            *("Cookie: a", "Accept-Encoding: gzip", "If-None-Match: x", "\tx", "X-Briefbook-Token: \u00e9"),
        )
    ),
    max_size=4,
)

TARGETS = {
    "yaml": Target(yaml_and_pages, st.tuples(st.sampled_from(DOSSIERS), st.integers(0, 9), CHANGES).map(list), 40),
    "add": Target(
        adding,
        st.tuples(
            st.sampled_from(("txt", "md", "html")), st.lists(st.one_of(LINES, LINES, Pieces), min_size=1, max_size=40)
        ).map(list),
        60,
    ),
    "locks": Target(locked, st.tuples(st.integers(0, 9999), st.integers(0, 40), Pieces).map(list), 150),
    "editions": Target(recorded, CHANGES, 15),
    "figures": Target(figures, st.lists(FIGURES, max_size=12), 400),
    "serve": Target(
        asked,
        st.tuples(
            st.sampled_from(("GET", "HEAD", "POST", "PUT", "GE T", "")), PATHS, HEADERS, st.text(max_size=20)
        ).map(list),
        200,
    ),
}
