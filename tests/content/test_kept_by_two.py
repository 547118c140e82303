"""What is kept of the file of an article while two threads ask for it: each is given what it asked for."""

from typing import Any

import pytest

from generator import pipeline
from generator.content.reading import Content
from generator.content.sentences import statements
from generator.rules import registries
from tests.folders import HERE, article_texts_of, texts_of


class Contested(dict[Any, Any]):
    """What is kept, where another thread, of another state of the dossier, is always the last to put something."""

    def __init__(self, others: Any) -> None:
        super().__init__()
        self._others = others

    def __setitem__(self, name: Any, value: Any) -> None:
        super().__setitem__(name, self._others)


def test_what_another_thread_puts_is_not_taken_for_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = texts_of(HERE / "small")
    alone = pipeline.load(texts, article_texts_of(texts))
    names = "North Link", "Jane Doe", "Denmark"
    found = registries._in_facts(alone, "oslo-cable", names)  # noqa: SLF001 -- what is kept of one article
    sentences = tuple(statements(alone.content))
    assert found
    assert sentences
    again = pipeline.load(texts, article_texts_of(texts))
    monkeypatch.setattr(Content, "kept_of", lambda *_: Contested((None, (), frozenset())))
    assert registries._in_facts(again, "oslo-cable", names) == found  # noqa: SLF001
    again.content.kept.clear()
    assert tuple(statements(again.content)) == sentences
