"""What a paragraph needs: a fact, a reason to be skipped, or to be too short for either."""

import pytest

from generator import pipeline
from tests.folders import HERE, article_texts_of, edited, texts_of

TEXT = "seeds/bergen-march.txt"


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("Share this with friends", []),
        ("Share this with your friends", ["NOT-COVERED: paragraph 4 has neither a fact nor a `skip`"]),
    ],
)
def test_a_paragraph_of_five_words_is_no_longer_short(last: str, expected: list[str]) -> None:
    texts = texts_of(HERE / "small")
    texts = edited(texts, TEXT, (texts[TEXT], f"{texts[TEXT]}\n{last}\n"))
    found = pipeline.problems(pipeline.load(texts, article_texts_of(texts)))
    assert [f"{problem.code}: {problem.what}" for problem in found] == expected
