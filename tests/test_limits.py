"""What is larger than its limit is refused or passed over, and what is below it takes work that grows with its size."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator import files, limits, pipeline
from generator.briefing import normalised_answer
from generator.commands.arriving import arriving
from generator.content.reading import Content
from generator.content.values import is_address
from generator.drafting import importing
from generator.drafting.new_article import Arrival, drafted
from generator.evidence.text import tokens
from generator.problems import Malformed, Problem
from tests.folders import HERE, article_texts_of, edited, texts_of

SMALL = HERE / "small"
OSLO, ITS_TEXT = "content/facts/oslo-cable.yml", "seeds/oslo-cable.txt"
SAID = "say: Jane Doe said that Norway would pay 50 percent of the new cable."
DOUBLED = 2.6  # times the work that twice the text may take; what grows with the square takes four times


def work_of(run: Callable[[], Any]) -> int:
    """How many lines of Python are run, of this program and of no other."""
    lines = 0

    def local(_frame: Any, event: str, _argument: Any) -> Any:
        nonlocal lines
        lines += event == "line"
        return local

    def called(frame: Any, _event: str, _argument: Any) -> Any:
        return local if f"{os.sep}generator{os.sep}" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(called)
    try:
        run()
    finally:
        sys.settrace(before)
    return lines


def proved(texts: dict[str, str]) -> None:
    content = {path: text for path, text in texts.items() if path.startswith("content/")}
    pipeline.load(content, article_texts_of(texts))


def with_say(more: str) -> dict[str, str]:
    return edited(texts_of(SMALL), OSLO, (SAID, f'say: "{SAID.removeprefix("say: ")}{more}"'))


def with_text(more: str) -> dict[str, str]:
    texts = texts_of(SMALL)
    return {**texts, ITS_TEXT: f"{texts[ITS_TEXT]}{more}\n"}


GROWING: dict[str, Callable[[int], dict[str, str]]] = {
    "marks in a sentence of ours": lambda n: with_say(" 'a" * n),
    "sentences in a sentence of ours": lambda n: with_say(" A b. C" * n),
    "abbreviations in an article": lambda n: with_text("Mr. A. B. " * n),
    "sentences in one line": lambda n: with_text("He said so. " * n),
    "a passage again and again": lambda n: with_text("We will carry 50 percent of it. " * n),
    "one word in quotation marks": lambda n: with_text('"hello ' * n),
    "registered names in one sentence": lambda n: with_text("Jane Doe, " * 8 * n),
}


@pytest.mark.parametrize("case", GROWING)
def test_work_grows_with_the_text(case: str) -> None:
    make = GROWING[case]
    proved(make(50))  # what is made once is made
    once, twice = (work_of(lambda n=n: proved(make(n))) for n in (200, 400))  # type: ignore[misc]
    assert twice < DOUBLED * once


LONG_ANSWERS = {
    "words": "50 percent " + "of it all " * 150,
    "figures": "about 5 boats, " * 150,
    "groups of digits": "5 " * 600,
    "words that modify": "5 boats, more than very " * 90,
}


@pytest.mark.parametrize("answer", LONG_ANSWERS.values(), ids=LONG_ANSWERS)
def test_an_answer_is_compared_by_work_that_grows_with_it(answer: str) -> None:
    normalised_answer("5 boats")  # what is made once is made
    half = answer[: len(answer) // 2]
    once, twice = (work_of(lambda text=text: normalised_answer(text)) for text in (half, answer))  # type: ignore[misc]
    assert twice < DOUBLED * once


def draft(text: str, content: Content) -> None:
    drafted(content, Arrival(importing.imported(text, "text"), "a-talk", "2024-06-01"))


def named(number: int) -> str:
    """A name of its own for each number."""
    return "Ka" + "".join("bdfglmnprt"[int(digit)] + "a" for digit in f"{number}")


DRAFTED: dict[str, Callable[[int], str]] = {
    "one quotation": lambda n: f'"{"hello " * n}" said Jane Doe.',
    "quotations of one paragraph": lambda n: " ".join(f'"We pay {n} now," said Jane Doe.' for n in range(n // 2)),
    "names of many paragraphs": lambda n: "\n".join(
        f"We met {', then '.join(named(9 * i + k) for k in range(6))} in the town." for i in range(n)
    ),
    "days of one paragraph": lambda n: " ".join(f"On 5 May {1000 + n} they met." for n in range(n // 2)),
}


@pytest.mark.parametrize("case", DRAFTED)
def test_drafting_does_so_too(case: str) -> None:
    content = pipeline.read({p: t for p, t in texts_of(SMALL).items() if p.startswith("content/")})
    texts = {n: f"Talks\n\n{DRAFTED[case](n)}\n" for n in (40, 200, 400)}
    draft(texts[40], content)
    once, twice = (work_of(lambda n=n: draft(texts[n], content)) for n in (200, 400))  # type: ignore[misc]
    assert twice < DOUBLED * once


def test_a_paragraph_of_too_many_sentences_is_refused(tmp_path: Path) -> None:
    said = "They met again. "
    [problem] = arrived(tmp_path, "a.txt", said * (limits.SENTENCES + 1))
    assert (problem.code, problem.remedy) == ("TOO-LARGE", "break its line where its paragraphs end")
    assert not isinstance(arrived(tmp_path, "a.txt", f"{said * (limits.SENTENCES - 1)}\n{said * 300}"), tuple)


TOO_MUCH = {
    "page.md": "Hello\n\n" + "[" * (limits.OPEN + 1),
    "links.md": "[a](b " * (limits.OPEN + 1),
    "tags.md": "a <b " * (limits.OPEN + 1),
    "headings.md": "# A\n" * (limits.HEADINGS + 1),
    "lists.md": "".join(f"{'    ' * level}- a\n" for level in range(40)),
    "page.html": f"<html><body><p {' '.join(f'a{n}=1' for n in range(limits.ATTRIBUTES + 1))}>Hello.</p></body></html>",
}
HARMLESS = {
    "page.md": "# Talks\n\n" + "See [the text](https://example.org/a) (and [that](b)), 5 < 6. " * 400,
    "page.html": "<html><body><article><p title='"
    + "a " * 2000
    + "'>They met in Oslo to talk.</p></article></body></html>",
}


def arrived(folder: Path, name: str, text: str) -> Any:
    (folder / name).write_text(text, encoding="utf-8")
    [one] = arriving(folder, [folder / name], None)
    return one


@pytest.mark.parametrize("name", TOO_MUCH)
def test_mark_up_that_is_too_much_is_refused(name: str, tmp_path: Path) -> None:
    [problem] = arrived(tmp_path, name, TOO_MUCH[name])
    assert (problem.code, problem.remedy) == ("TOO-DEEP", "add the article's words as plain text")


@pytest.mark.parametrize("name", HARMLESS)
def test_mark_up_of_articles_is_not(name: str, tmp_path: Path) -> None:
    assert not isinstance(arrived(tmp_path, name, HARMLESS[name]), tuple)


def test_a_page_of_many_days_takes_work_that_grows_with_it(tmp_path: Path) -> None:
    pages = {n: f"<body><p>They met.</p>{'<time>1 May</time>' * n}</body>" for n in (10, 200, 400)}
    arrived(tmp_path, "a.html", pages[10])
    once, twice = (work_of(lambda n=n: arrived(tmp_path, "a.html", pages[n])) for n in (200, 400))  # type: ignore[misc]
    assert twice < DOUBLED * once


UNPARTED = ("2024-05-", "+", "1.a-", "a.", "a-1.")  # what goes on without an end could be an address


@pytest.mark.site
@pytest.mark.skipif(sys.platform == "win32", reason="there, no process has such a limit")
@pytest.mark.parametrize("piece", UNPARTED)
def test_what_no_space_parts_is_read_at_once(piece: str) -> None:
    """By a program that is ended if it takes a hundred times as long."""
    program = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_CPU, (60, 60)); "
        "from generator.evidence.text import tokens; from generator.drafting.boilerplate import _EMAIL; "
        "text = sys.argv[1] * 50_000; tokens(text); _EMAIL.search(text)"
    )
    done = subprocess.run([sys.executable, "-c", program, piece], check=False, cwd=HERE.parent)
    assert done.returncode == 0


ADDRESSES_IN_TEXTS = (
    "https://example.org/a-b_c",
    "www.example.org",
    f"{'a' * 64}@example.org",
    "first.last+more@mail.example-one.co.uk",
    "a.b.c.news.example.com/2024/05",
)


@pytest.mark.parametrize("address", ADDRESSES_IN_TEXTS)
def test_an_address_is_one_token(address: str) -> None:
    assert [token.text for token in tokens(f"See {address} now")] == ["See", address, "now"]


def problems_of(texts: dict[str, str]) -> list[Problem]:
    try:
        return list(pipeline.problems(pipeline.load(texts, article_texts_of(texts))))
    except Malformed as malformed:
        return list(malformed.problems)


def test_a_text_that_is_too_long_is_told_at_its_place() -> None:
    [problem] = [problem for problem in problems_of(with_say("a" * limits.WRITTEN)) if problem.code == "TOO-LARGE"]
    assert (problem.place.path, problem.place.line) == (OSLO, 19)


@pytest.mark.parametrize(("more", "told"), [(0, 0), (1, 1)])
def test_an_article_has_as_many_facts_as_its_page_has_addresses(more: int, told: int) -> None:
    facts = "".join(
        f"  - {{id: f{n}, say: It pays., passage: pays, about: [cable], kind: statement}}\n"
        for n in range(limits.FACTS + more)
    )
    texts = texts_of(SMALL) | {
        "content/facts/oslo-cable.yml": f"article: {{title: A, published: 2024}}\nfacts:\n{facts}"
    }
    problems = [problem for problem in problems_of(texts) if problem.code == "TOO-MANY-VALUES"]
    assert len(problems) == told
    for problem in problems:
        assert (problem.place.path, problem.place.line) == (OSLO, 3)
        assert problem.what.startswith("expected at most 2,000 facts of an article")


@pytest.mark.parametrize("digits", [19, 20, 21, 28, 29, 40, 130, 300])
def test_long_numbers_prove_no_other(digits: int) -> None:
    same = "1" * (digits - 1)
    texts = edited(texts_of(SMALL), ITS_TEXT, ("50 percent", f"{same}1 percent"))
    texts = edited(
        texts, OSLO, ("carry 50 percent", f"carry {same}1 percent"), ("cable-share: 50", f"cable-share: {same}1")
    )
    for last, codes in (("1", set[str]()), ("2", {"UNBOUND-NUMBER"})):
        told = edited(texts, OSLO, ("would pay 50 percent", f"would pay {same}{last} percent"))
        assert {p.code for p in problems_of(told) if p.place.path == OSLO} - {"NOT-AN-OPTION"} == codes


ADDRESSES = {
    "https://example.org": True,
    "https://example.org:65535/a?b=c#d": True,
    "http://a-b.example.org./x": True,
    "https://localhost:8000/": True,
    "https://example.org:65536/": False,
    "https://example.org:123456/": False,
    "https://example.org:0/": False,
    "https://example.org:/": False,
    "https://..../": False,
    "https://-/": False,
    "https://a..b/": False,
    f"https://{'a' * 64}.org/": False,
    f"https://{'a.' * 127}org/": False,
    "https://a@b/": False,
    "//example.org/": False,
}


@pytest.mark.parametrize("text", ADDRESSES)
def test_an_address_has_a_host_and_a_port_that_there_can_be(text: str) -> None:
    assert is_address(text) is ADDRESSES[text]


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "content/facts").mkdir(parents=True)
    os.mkfifo(tmp_path / "content/facts/pipe.yml")
    (tmp_path / "content/facts/zero.yml").symlink_to("/dev/zero")
    (tmp_path / "outside.yml").write_text("a")
    (tmp_path / "content/facts/inside.yml").symlink_to(tmp_path / "outside.yml")
    (tmp_path / "content/themes.yml").symlink_to(__file__)
    texts, problems = files.readable_content(tmp_path)
    assert texts == {"content/facts/inside.yml": "a"}
    assert sorted((problem.place.path, problem.code) for problem in problems) == [
        ("content/facts/pipe.yml", "UNREADABLE"),
        ("content/facts/zero.yml", "UNREADABLE"),
        ("content/themes.yml", "UNREADABLE"),
    ]
