"""What careful people write down of three invented articles is not refused; where it is flagged, it is known why."""

import re
from collections.abc import Callable

import pytest

from generator import files, lockfiles, pipeline
from tests.folders import HERE, article_texts_of, edited, texts_of

DIARIES = HERE / "diaries"
TEXTS = texts_of(DIARIES)
CONTENT = {path: text for path, text in TEXTS.items() if path.startswith("content/")}
CRUE, LIBRARY = "content/facts/2031-11-20-crue.yml", "content/facts/2031-05-12-library.yml"


def problems(content: dict[str, str], *, by_locks: bool = False) -> list[str]:
    articles = files.article_texts(DIARIES)
    if by_locks:
        read = pipeline.read(content)
        locks = {article: lockfiles.from_text(read, article, text) for article, text in articles.texts.items()}
        articles = files.ArticleTexts({}, locks, {})
    return [f"{p.code}: {p.what}" for p in pipeline.problems(pipeline.load(content, articles))]


def test_honest_facts_are_not_refused(agrees: Callable[[object, str], None]) -> None:
    told = problems(CONTENT)
    assert {line.partition(":")[0] for line in told} == GENTLE
    agrees(DIARIES / "flags.txt", "".join(f"{line}\n" for line in told))


def test_nor_where_the_locks_alone_are() -> None:
    assert {re.sub("; the article: .*", "", line).partition(":")[0] for line in problems(CONTENT, by_locks=True)} == (
        GENTLE
    )


GENTLE = {"NOT-ALONE", "READ-AGAIN"}
NOT_JULY = "UNBOUND-DATE: library-hours: no sentence of the passage gives the date `1 July 2031`\n"
WRONG = {
    "another day of the week": (
        (CRUE, ("since Tuesday evening", "since Monday evening")),
        "UNBOUND-NAME: crue-firefighters: no sentence of the passage names `Monday`",
    ),
    "a feast that the sentence does not have": (
        (CRUE, ("not reopen before Christmas", "not reopen before Easter")),
        "UNBOUND-NAME: crue-bridge: no sentence of the passage names `Easter`",
    ),
    "another day": (
        (LIBRARY, ("{date: 2031-07-01, reckoned: 1 July}", "{date: 2031-07-02, reckoned: 1 July}")),
        f"{NOT_JULY}BAD-RECKONING: library-hours: `1 July`, nearest to 2031-05-12, is not 2031-07-02",
    ),
    "a day that another sentence has": (
        (LIBRARY, ("{date: 2031-07-01, reckoned: 1 July}", "{date: 2031-05-12, reckoned: 12 May}")),
        f"{NOT_JULY}UNBOUND-DATE: library-hours: no sentence of the passage has the date `12 May` without its year",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_refused_all_the_same(case: str) -> None:
    (path, swap), told = WRONG[case]
    content = edited(CONTENT, path, swap)
    assert [line for line in problems(content) if line.partition(":")[0] not in GENTLE] == told.splitlines()


def test_a_date_that_stands_there_with_another_year_is_not_counted_from_its_day_alone() -> None:
    texts = edited(TEXTS, "seeds/2031-05-12-library.txt", ("from 1 July,", "from 1 July 2029,"))
    found = pipeline.problems(pipeline.load(CONTENT, article_texts_of(texts)))
    assert [f"{p.code}: {p.what}" for p in found if p.code not in GENTLE] == [
        "UNBOUND-DATE: library-hours: no sentence of the passage has the date `1 July` without its year"
    ]
