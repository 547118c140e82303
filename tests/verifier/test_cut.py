"""A list that is cut is held to the data on all of its pages: too many, too few or another on any of them is told."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator import assembly, files
from tests.site.test_cut import ARTICLES, FACTS, LONG, large
from tests.site.test_long import ARTICLE, dossier, fact_id, facts
from tests.verifier.test_verify import publish, verify

pytestmark = pytest.mark.site

Held = Mapping[str, bytes]
THEME, YEAR, MONTH = "themes/cable.html", "themes/cable/2032.html", "themes/cable/2032-02.html"
NEXT = "themes/cable/2032-03.html"
LONGEST, FOURTH, ALL = "articles/a3.html", "articles/a4.html#a4-f", (ARTICLES - 1) * FACTS + LONG
QUOTED = [f"a{n}: more is quoted than may be" for n in range(ARTICLES)]  # as it is, in articles that are short
CARD = '(?s)<article class="fact[^>]*>.*?</article>'

# A page, what of it is replaced where it first stands, and all that is said against that.
FALSIFIED: dict[str, tuple[str, str, str, list[str]]] = {
    "a number on the page": (
        THEME,
        r'(?s)(<nav class="parts".*?parts__number">)\d+',
        r"\g<1>7",
        [
            f"{THEME}: counts 7 facts on themes/cable/2031.html, which has 54",
            f"{THEME}: leads to 225 facts, and its parts have {ALL}",
        ],
    ),
    "a number of a month on the page": (
        THEME,
        r'(?s)(2032-02.html">.*?parts__number">)\d+',
        r"\g<1>17",
        [
            f"{THEME}: counts 17 facts on {MONTH}, which has 18",
            f"{THEME}: counts 218 facts on {YEAR}, and its parts have 217",
        ],
    ),
    "a number in the list of months": (
        YEAR,
        r'(?s)(2032-02.html">.*?parts__number">)\d+',
        r"\g<1>17",
        [
            f"{THEME}: counts 218 facts on {YEAR}, which has 217",
            f"{THEME}: {YEAR} counts 17 facts on {MONTH}, which has 18",
        ],
    ),
    "a part that is not there": (
        THEME,
        'cable/2031.html">',
        'cable/2030.html">',
        [
            f"{THEME}: leads to themes/cable/2030.html, which is not there",
            f"{THEME}: calls themes/cable/2030.html `2031`",
        ],
    ),
    "a card less": (
        MONTH,
        CARD,
        "",
        [
            f"{THEME}: counts 18 facts on {MONTH}, which has 17",
            f"{THEME}: {YEAR} counts 18 facts on {MONTH}, which has 17",
            f"{THEME}: {FOURTH}2 stands on none of its parts",
            f"{THEME}: leads to {ALL} facts, and its parts have {ALL - 1}",
        ],
    ),
    "a card twice": (
        MONTH,
        f"({CARD})".replace("((?s)", "(?s)("),
        r"\1\1",
        [
            f"{THEME}: counts 18 facts on {MONTH}, which has 19",
            f"{THEME}: {YEAR} counts 18 facts on {MONTH}, which has 19",
            f"{THEME}: {FOURTH}2 stands on its parts 2 times",
            f"{THEME}: leads to {ALL} facts, and its parts have {ALL + 1}",
        ],
    ),
    "a month that is called by another": (
        THEME,
        '(2032-02.html">)February',
        r"\1March",
        [f"{THEME}: calls {MONTH} `March 2032`"],
    ),
    "paragraphs that are called by something else": (
        LONGEST,
        '(paragraphs-61.html">)Paragraphs',
        r"\g<1>2030",
        [f"{LONGEST}: calls articles/a3/paragraphs-61.html `2030 61 to 110`"],
    ),
    "a part without a name": (
        LONGEST,
        'class="parts__name"( href="[^"]*paragraphs-61)',
        r"\1",
        [f"{LONGEST}: leads to a page without a name"],
    ),
    "where the proof of a fact stands": (
        LONGEST,
        '(?s)(fact--brief.*?href="[^"]*)paragraphs-61',
        r"\1paragraphs-11",
        [f"{LONGEST}: {LONGEST}#a3-f60 is not shown whole on articles/a3/paragraphs-11.html"],
    ),
    "who says a fact whose proof stands elsewhere": (
        LONGEST,
        '(?s)(fact--brief.*?fact__who">.*?<bdi>)Jane',
        r"\1John",
        [
            f"{LONGEST}: a3-f60: shows `John Doe` as who says it, and the data have `Jane Doe`",
            f"{LONGEST}: shows `John Doe` as the name of what the data call `Jane Doe`",
        ],
    ),
    "the date of a fact whose proof stands elsewhere": (
        LONGEST,
        '(?s)(fact--brief.*?class="when"[^>]*>)3',
        r"\g<1>4",
        [f"{LONGEST}: a3-f60: shows `4 November 2031` as its date, and the data have `2031-11-03`"],
    ),
}


# The same of an article so long that most of its facts have a number each on its page.
LONG_PAGE, SECOND = f"articles/{ARTICLE}.html", f"articles/{ARTICLE}/paragraphs-61.html"
LAST = f"{ARTICLE}/paragraphs-241.html"
FALSIFIED_NUMBERS: dict[str, tuple[str, str, str, list[str]]] = {
    "a number less": (
        LONG_PAGE,
        f'<b id="{fact_id(270)}">271</b>',
        "",
        [f"{LONG_PAGE}: {fact_id(270)}: is not shown"],
    ),
    "where a number leads": (
        LONG_PAGE,
        '(?s)(<li class="address"><a href="[^"]*)paragraphs-241(?=.html#p265)',
        r"\1paragraphs-61",
        [f"{LONG_PAGE}: {LONG_PAGE}#{fact_id(n)} is not shown whole on {SECOND}" for n in range(264, 276)],
    ),
    "a part less in the list": (
        LONG_PAGE,
        '(?s)<li class="parts__part"><a [^>]*paragraphs-241.html">.*?</li>',
        "",
        [f"{LONG_PAGE}: leads to 180 facts, and its parts have 230"],
    ),
    "a fact less on a part": (
        f"articles/{LAST}",
        CARD,
        "",
        [
            f"{LONG_PAGE}: counts 50 facts on articles/{LAST}, which has 49",
            f"{LONG_PAGE}: {LONG_PAGE}#{fact_id(240)} is not shown whole on articles/{LAST}",
            f"{LONG_PAGE}: leads to 230 facts, and its parts have 229",
        ],
    ),
}


@pytest.fixture(scope="module")
def held_long(tmp_path_factory: pytest.TempPathFactory) -> Held:
    target, context = tmp_path_factory.mktemp("long"), dossier(facts(290))
    publish(assembly.pages(context.briefing, context.words, ""), target)
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in target.rglob("*") if path.is_file()}


def test_a_long_article_is_proved_whole(tmp_path: Path, held_long: Held) -> None:
    assert refuted(held_long, tmp_path) == [f"{ARTICLE}: more is quoted than may be"]


@pytest.mark.parametrize("case", FALSIFIED_NUMBERS)
def test_a_falsified_number_is_refuted(tmp_path: Path, held_long: Held, case: str) -> None:
    page, before, after, against = FALSIFIED_NUMBERS[case]
    changed, found = re.subn(before, after, held_long[page].decode(), count=1)
    assert found
    told = refuted({**held_long, page: changed.encode()}, tmp_path)
    assert told == [f"{ARTICLE}: more is quoted than may be", *against]


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Held:
    target, context = tmp_path_factory.mktemp("large"), large()
    publish(assembly.pages(context.briefing, context.words, ""), target)
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in target.rglob("*") if path.is_file()}


def refuted(held: Held, target: Path) -> list[str]:
    for path, whole in held.items():
        files.write(target / path, whole)
    done = verify(target)
    assert (done.returncode, done.stderr) == (1, "")
    return re.findall("^refuted: (.*)$", done.stdout, re.MULTILINE)


def test_a_list_that_is_cut_is_proved_whole(tmp_path: Path, held: Held) -> None:
    assert refuted(held, tmp_path) == QUOTED


@pytest.mark.parametrize("case", FALSIFIED)
def test_a_falsified_part_is_refuted(tmp_path: Path, held: Held, case: str) -> None:
    page, before, after, against = FALSIFIED[case]
    changed, found = re.subn(before, after, held[page].decode(), count=1)
    assert found
    assert refuted({**held, page: changed.encode()}, tmp_path) == [*QUOTED, *against]


def test_a_page_whose_list_of_parts_is_gone_is_refuted(tmp_path: Path, held: Held) -> None:
    """Then it shows a few of its facts, and says nothing of the others."""
    page = held[THEME].decode()
    without = re.sub(r'(?s)<nav class="parts".*?</nav>', "", page)
    assert without != page
    against = refuted({**held, THEME: without.encode()}, tmp_path)
    shown = {*re.findall(r'<article class="fact[^>]* data-address="([^"]+)"', page)}
    facts = {f"articles/a{n}.html#a{n}-f{k}" for n in range(ARTICLES) for k in range(LONG if n == 3 else FACTS)}
    assert against == [*QUOTED, *(f"{THEME}: {fact} is not shown" for fact in sorted(facts - shown))]


def test_a_fact_on_the_page_of_another_month_is_refuted(tmp_path: Path, held: Held) -> None:
    """Even where every number follows it."""
    pages = {path: held[path].decode() for path in (THEME, YEAR, MONTH, NEXT)}
    [card] = re.findall(CARD, pages[MONTH])[:1]
    pages[MONTH] = pages[MONTH].replace(card, "", 1)
    pages[NEXT] = re.sub(f"({CARD})".replace("((?s)", "(?s)("), lambda first: first[0] + card, pages[NEXT], count=1)
    for path in (THEME, YEAR):
        for month, number in ((MONTH, FACTS - 1), (NEXT, FACTS + 1)):
            part = month.rpartition("/")[2]
            pages[path] = re.sub(rf'(?s)({part}">.*?parts__number">)\d+', rf"\g<1>{number}", pages[path], count=1)
    against = refuted({**held, **{path: page.encode() for path, page in pages.items()}}, tmp_path)
    assert against == [*QUOTED, f"{THEME}: {FOURTH}2 was not reported in the time that {NEXT} is called by"]
