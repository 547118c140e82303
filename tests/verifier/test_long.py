"""An article with more than a page has room for is proved as it was made, however it is cut, and in no other way."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path

import pytest

from generator import assembly, files
from generator.site.parts.context import RenderContext
from tests.site.test_long import ARTICLE, dossier, dossier_of, fact_id, facts, retired, said
from tests.verifier.published import of_pages
from tests.verifier.test_verify import verify

pytestmark = pytest.mark.site

PAGE, NOTE = f"articles/{ARTICLE}.html", f"articles/{ARTICLE}/note.html"
QUOTED = f"{ARTICLE}: more is quoted than may be"  # as it is, in an article that is quoted whole
SIZES = (30, 5, 40, 3, 130, 2, 50, 12)  # facts of each paragraph


def of_paragraphs(sizes: Sequence[int]) -> RenderContext:
    """An article with so many facts in each of its paragraphs."""
    sentences = [f"{said(n)} for the cable." for n in range(sum(sizes))]
    paragraphs = (" ".join(sentences[first:last]) for first, last in pairwise(accumulate(sizes, initial=0)))
    return dossier_of(facts(sum(sizes)), "\n\n".join(paragraphs))


REMARK = {"say": f"{said(289)}.", "from": [fact_id(289)]}  # on a fact that is a number on the page of its article
CASES: dict[str, Callable[[], RenderContext]] = {
    "facts of one paragraph": lambda: dossier(facts(150), together=" "),
    "facts of few paragraphs": lambda: of_paragraphs(SIZES),
    "remarks": lambda: dossier(facts(100), note=[{"say": f"{said(n)}.", "from": [fact_id(n)]} for n in range(100)]),
    "facts in numbers": lambda: dossier([*facts(289), *facts(290, note=[REMARK])[289:]]),
    "retired facts": lambda: dossier([*facts(20), *retired(200)]),
}


@cache
def made(case: str) -> Mapping[str, str]:
    context = CASES[case]()
    return of_pages(assembly.pages(context.briefing, context.words, ""))


def against(site: Mapping[str, str], target: Path) -> list[str]:
    """All that is said against a site, apart from how much is quoted."""
    for path, text in site.items():
        files.write(target / path, text)
    done = verify(target)
    assert done.stderr == ""
    return [line for line in re.findall("^refuted: (.*)$", done.stdout, re.MULTILINE) if line != QUOTED]


def called(site: Mapping[str, str]) -> dict[str, str]:
    """What each part of the article is called, by its address."""
    return dict(re.findall(r'class="parts__name" href="[^"]*/(paragraphs-[^"]*)">([^<]*)<', site[PAGE]))


def renamed(site: Mapping[str, str], part: str, name: str) -> Mapping[str, str]:
    changed, found = re.subn(rf'(class="parts__name" href="[^"]*/{part}">)[^<]*', rf"\g<1>{name}", site[PAGE])
    assert found == 1
    return {**site, PAGE: changed}


@pytest.mark.parametrize("case", CASES)
def test_an_honest_article_is_proved(tmp_path: Path, case: str) -> None:
    assert against(made(case), tmp_path) == []


# What is replaced where it first stands on a page, and all that is said against that.
ADDRESS, FIRST = '<li class="address address--retired">', fact_id(0)
FALSIFIED: dict[str, tuple[str, str, str, str, list[str]]] = {
    "a remark that is nowhere": (
        "remarks",
        NOTE.replace(".html", "-2.html"),
        r'(?s)(<ul class="notes">.*)<li>(?:(?!<li>).)*?</li>(\s*</ul>)',
        r"\1\2",
        [f"{PAGE}: does not show `{said(99)}.`, which the data have"],
    ),
    "remarks that nothing leads to": (
        "remarks",
        PAGE,
        '<p class="more rest"><a href="[^"]*note.html">.*?</a></p>',
        "",
        [f"{PAGE}: does not show `{said(n)}.`, which the data have" for n in range(24, 100)],
    ),
    "remarks on a page that is not there": (
        "remarks",
        PAGE,
        '(<p class="more rest"><a href="[^"]*)note.html',
        r"\1notes.html",
        [f"{PAGE}: does not show `{said(n)}.`, which the data have" for n in range(24, 100)],
    ),
    "a fact among the numbers of those that no longer stand": (
        "retired facts",
        PAGE,
        rf'(?s)<article class="fact"[^>]* id="{FIRST}".*?</article>(.*?){ADDRESS}',
        rf'\1{ADDRESS[:-1]} hidden><b id="{FIRST}">1</b></li>{ADDRESS}',
        [f"{PAGE}: {FIRST}: is not shown"],
    ),
    "a fact that is shown as one that no longer stands": (
        "retired facts",
        PAGE,
        f'<article class="fact"(?=[^>]* id="{FIRST}")',
        '<article class="fact fact--retired"',
        [f"{PAGE}: {FIRST}: is not shown"],
    ),
    "a remark on a fact that is nowhere": (
        "facts in numbers",
        f"articles/{ARTICLE}/paragraphs-241.html",
        "<div><dt>Note</dt>.*?</div>",
        "",
        [f"{PAGE}: does not show `{said(289)}.`, which the data have"],
    ),
    "a part with a number too long to be read": (
        "facts in numbers",
        PAGE,
        r'(class="parts__number">)\d+',
        rf"\g<1>{50:05000}",
        [
            f"{PAGE}: counts -1 facts on articles/{ARTICLE}/paragraphs-61.html, which has 60",
            f"{PAGE}: leads to 169 facts, and its parts have 230",
        ],
    ),
    "numbers that lead nowhere": (
        "facts in numbers",
        PAGE,
        '(?s)(<li class="address">)<a .*?</a>(?=[^\n]*</li>)',
        r"\1",
        [f"{PAGE}: {PAGE}#{fact_id(n)} is not shown whole on {PAGE}" for n in range(132, 144)],
    ),
}


@pytest.mark.parametrize("case", FALSIFIED)
def test_a_falsified_article_is_refuted(tmp_path: Path, case: str) -> None:
    of, page, before, after, wanted = FALSIFIED[case]
    site = made(of)
    changed, found = re.subn(before, after, site[page], count=1)
    assert found
    assert against({**site, page: changed}, tmp_path) == wanted


NAMES = {
    "paragraphs-3.html": "Paragraphs 3 to 5",
    "paragraphs-5-2.html": "Paragraph 5 (2)",
    "paragraphs-5.html": "Paragraph 5",
    "paragraphs-5-3.html": "Paragraphs 5 to 7",
}
OTHERS: dict[str, Mapping[str, str]] = {
    "what another part has": {
        "paragraphs-3.html": "Paragraphs 3 to 6",
        "paragraphs-5.html": "Paragraphs 5 to 7",
        "paragraphs-5-3.html": "Paragraphs 3 to 7",
    },
    "less than it has": {"paragraphs-3.html": "Paragraphs 3 to 4", "paragraphs-5-3.html": "Paragraph 5"},
    "no paragraphs": {
        "paragraphs-3.html": "March 3",
        "paragraphs-5-2.html": "Paragraph (5)",
        "paragraphs-5.html": f"Paragraph {5:05000}",
    },
}


def test_the_names_of_parts_are_read_however_they_are_counted(tmp_path: Path) -> None:
    site = made("facts of few paragraphs")
    assert called(site).keys() > NAMES.keys()
    for part, name in NAMES.items():
        site = renamed(site, part, name)
    assert against(site, tmp_path) == []


@pytest.mark.parametrize("case", OTHERS)
def test_a_part_that_is_called_by_other_paragraphs_is_refuted(tmp_path: Path, case: str) -> None:
    site = made("facts of few paragraphs")
    for part, name in OTHERS[case].items():
        site = renamed(site, part, name)
    wanted = [f"{PAGE}: calls articles/{ARTICLE}/{part} `{name}`" for part, name in OTHERS[case].items()]
    assert sorted(against(site, tmp_path)) == sorted(wanted)
