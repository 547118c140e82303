"""The program for strangers reads names as the checks do, with the words of the dictionary that the data give it."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from generator.evidence.context import Names
from generator.evidence.name_parts import opens, parts
from generator.evidence.name_runs import with_acronyms
from generator.evidence.ordinary import opens_plainly
from generator.evidence.source import FullText
from generator.evidence.text import normalise, paragraphs, tokens
from generator.verifier.tables import contract_json
from tests.evidence.test_bearers import BEARERS, KINDS, TABLE
from tests.evidence.test_plain_words import KEPT, NAMES, OPENERS
from tests.evidence.test_sentence_ends import ENDS
from tests.shipped import importable

if TYPE_CHECKING:
    import verify_names

TEXTS = [
    *BEARERS,
    *KEPT,
    *(f"{opener} Doe met. {opener} met, and {opener} Halden met." for opener in (*OPENERS, *NAMES)),
    *(text.replace("|", "") for text in ENDS["en"]),
    'He said: "We go." They asked Grace Doe. Despite Oslo, Tor Doe went - The end.',
    "Erik van der Berg, the Bank of Halden, Yesterday Nordic Labour Board and Cop 28.",
]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator["verify_names.Names"]:
    """The shipped reader of names, with the words that a dictionary has."""
    tables = json.loads(contract_json())
    words = {part.small for text in TEXTS for part in parts(tokens(normalise(text)))}
    plain = {
        "beside": [word for word in words if TABLE.is_ordinary(word)],
        "opening": [word for word in words if opens_plainly(word)],
    }
    registered: list[dict[str, Any]] = [
        {"id": subject, "name": spelling, "aliases": [], "is_a": KINDS.get(subject, "person")}
        for spelling, subject in TABLE.spellings.items()
    ]
    with importable(tmp_path_factory.mktemp("program")):
        from verify_names import Names as Reader
        from verify_words import Words

        yield Reader(Words(tables), tables, registered, {"plain_words": plain, "languages": ["en"]})


@pytest.mark.parametrize("text", TEXTS)
def test_runs_of_names_tell_the_same(reader: "verify_names.Names", text: str) -> None:
    source = FullText(text, TABLE)
    runs = [name for profile in source.profiles for name in profile.names]
    assert list(source.acronyms) == list(dict.fromkeys(reader.acronyms(runs)))
    expected, told = Names.of(with_acronyms(runs, source.acronyms), TABLE), reader.told(runs)
    assert reader.told(with_acronyms(runs, source.acronyms)).subjects == expected.subjects
    assert told.words <= expected.words
    assert {frozenset(words) for words in told.together} <= expected.together


@pytest.mark.parametrize("text", TEXTS)
def test_our_own_words_are_read_alike(reader: "verify_names.Names", text: str) -> None:
    """Each name with its words; and where sentences open, since a plain word there is no name."""
    mine: list[tuple[str, list[str]]] = []
    openings: list[int] = []
    for paragraph in paragraphs(normalise(" ".join(text.split("\n")))):
        for sentence in paragraph.sentences:
            words = parts(sentence.tokens)
            openings += [sentence.tokens[words[spot].token].start for spot in range(len(words)) if opens(words, spot)]
            names = TABLE.names(sentence.tokens)
            mine += [(name.subject or "", [part.text for part in words[name.start : name.end]]) for name in names]
    found = reader.words.tokens(" ".join(text.split("\n")))
    read = reader.parts(found)
    theirs = [(piece.subject, [read[spot].text for spot in piece.span]) for piece in reader.pieces(read)]
    assert theirs == mine
    assert [found[part.token].start() for part in read if part.opens] == openings
