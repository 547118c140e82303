"""What counts as copied: eight plain words in one run of the article's; names, titles and figures are not counted."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from generator.evidence.names import AliasTable
from generator.evidence.source import FullText
from generator.verifier.tables import contract_json
from tests.shipped import importable

ARTICLE = """\
The plan was agreed by the 26 countries of the Coalition of the Willing in Paris on 4 September 2025, officials said.
British prime minister Keir Starmer and French president Emmanuel Macron chaired the talks at the Élysée Palace.
The United Nations High Commissioner for Refugees and the Organization for Security and Co-operation in Europe have
warned of hunger.
Ursula von der Leyen, president of the European Commission, told reporters that Europe would spend 150 billion euros
over the next five years on weapons that are made at home.
The leaders agreed to send troops to Ukraine once the fighting has ended and both sides have signed.
Keir Starmer told leaders that British soldiers would stay in the cities of the west until the last shot is fired.
Shares of 50 percent in May 2024, 40 percent in June 2024 and 45 percent in July 2024 were named.
In Oslo NATO secretary-general Ann Berg and vice-president Ole Lund of Norway said so in Oslo, and they left.
One of the first of them all was there by noon, and the second too.
"""
HONEST = {
    "a long name and a date": "It was the 26 countries of the Coalition of the Willing in Paris on 4 September 2025.",
    "titles": "By British prime minister Keir Starmer and French president Emmanuel Macron chaired, it went on.",
    "titles of one word": "NATO secretary-general Ann Berg and vice-president Ole Lund of Norway said so in Oslo.",
    "names of bodies": "Ask the United Nations High Commissioner for Refugees and the Organization for Security and "
    "Co-operation in Europe.",
    "a name with small words": "We heard Ursula von der Leyen, president of the European Commission, told reporters.",
    "figures": "The shares of 50 percent in May 2024, 40 percent in June 2024 and 45 percent in July 2024.",
    "seven plain words": "So leaders agreed to send troops to Ukraine once they had signed.",
    "a quotation": "They “agreed to send troops to Ukraine once the fighting has ended and both sides have signed”.",
    "two halves": "The leaders agreed to send troops to Ukraine, and once the fighting has ended they will be there.",
    "two paragraphs": "Weapons that are made at home: the leaders agreed to send troops.",
}
COPIED = {
    "a sentence": (
        "The leaders agreed to send troops to Ukraine once the fighting has ended.",
        "the leaders agreed to send troops to ukraine once",
    ),
    "a sentence that opens with another word": (
        "Leaders agreed to send troops to Ukraine once the fighting has ended.",
        "leaders agreed to send troops to ukraine once the",
    ),
    "joined letters": (
        "They agreed to send troops to Ukraine once the ﬁghting was done.",
        "agreed to send troops to ukraine once the fighting",
    ),
    "words around a figure": (
        "She said it would spend 150 billion euros over the next five years on weapons that are made at home.",
        "would spend 150 billion euros over the next five years on weapons",
    ),
    "words around names": (
        "He said that British soldiers would stay in the cities of the west until the last shot.",
        "that british soldiers would stay in the cities of",
    ),
    "number words that count nothing": (
        "It is so that one of the first of them all was there by noon.",
        "one of the first of them all was",
    ),
}
SAYS = {**{name: (say, "") for name, say in HONEST.items()}, **COPIED}
TEXT = ARTICLE.replace("Europe have\nwarned", "Europe have warned").replace("euros\nover", "euros over")


@pytest.mark.parametrize("case", SAYS)
def test_what_is_copied_is_told_by_its_run(case: str) -> None:
    say, run = SAYS[case]
    assert FullText(TEXT, AliasTable({})).copied(say) == run


@pytest.fixture(scope="module")
def shipped_article(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The article as the shipped program reads it."""
    with importable(tmp_path_factory.mktemp("program")):
        import verify_articles
        import verify_locks
        import verify_names
        import verify_numbers
        import verify_own_words
        import verify_sense
        import verify_words

        tables = json.loads(contract_json())
        words = verify_words.Words(tables)
        known = {"plain_words": {"opening": [], "beside": []}, "languages": {"en"}}
        readers = verify_articles.Readers(
            words,
            verify_names.Names(words, tables, [], known),
            verify_numbers.Numbers(words),
            tables["bound"],
            verify_sense.Grammar(tables["cues"]["en"]),
            {},
        )
        article = verify_articles.read_article(readers, {"language": "en"}, verify_locks.read_lock(""), TEXT)
        yield lambda say: verify_own_words.copied(article, say)


@pytest.mark.parametrize("case", SAYS)
def test_the_shipped_program_says_the_same(shipped_article: Any, case: str) -> None:
    say, run = SAYS[case]
    assert shipped_article(say) == bool(run)
