"""What facts answered to sentences of ours is found again as long as these facts, and whom names mean, are the same."""

from pathlib import Path
from typing import Any

import pytest

from generator import files, pipeline
from generator.briefing import Briefing
from generator.content.sentences import Statement
from generator.evidence import proving
from generator.evidence.prose import bind_statement
from tests.conftest import laid_out
from tests.folders import edited
from tests.work.test_kept_texts import CABLE, CHANGE, loaded

SIGNED = ("say: Denmark has not settled its own part of the bill.", "say: Norway has not settled its part of the bill.")


def checks_of(briefing: Briefing) -> list[tuple[object, ...]]:
    return [(statement.record, statement.checks) for statement in briefing.statements]


def test_sentences_of_ours_are_bound_again_where_their_facts_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = laid_out(tmp_path / "dossier")
    texts, article_texts = files.content(root), files.article_texts(root)
    before, bound = loaded(tmp_path, texts, article_texts), list[Statement]()

    def noted(record: Statement, *given: Any) -> Any:
        bound.append(record)
        return bind_statement(record, *given)

    monkeypatch.setattr(proving, "bind_statement", noted)
    assert checks_of(loaded(tmp_path, texts, article_texts)) == checks_of(before)
    assert bound == []
    for change in (CHANGE, SIGNED):
        changed = edited(texts, CABLE, change)
        found = checks_of(loaded(tmp_path, changed, article_texts))
        of_article = {fact.id for fact in before.facts_in("oslo-cable")}
        assert 0 < len(bound) < len(found)
        assert [record for record, _ in found if of_article.intersection(record.from_)] <= bound  # type: ignore[attr-defined]
        assert found == checks_of(pipeline.load(changed, article_texts))
        bound.clear()
    named = edited(texts, "content/leaders.yml", ("name: Jane Doe", "name: Jane Doe-Berg"))
    found = checks_of(loaded(tmp_path, named, article_texts))
    assert len(bound) == len(found)  # whom it names may be another
    assert found == checks_of(pipeline.load(named, article_texts))


def test_a_sentence_of_ours_that_changed_is_bound_again(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "dossier")
    texts, article_texts = files.content(root), files.article_texts(root)
    loaded(tmp_path, texts, article_texts)
    say = next(statement.texts[0][0] for statement in pipeline.load(texts, article_texts).statements if statement.texts)
    path = next(path for path, text in texts.items() if say in text)
    changed = edited(texts, path, (say, f"{say[:-1]} of the Atlantis Bank."))
    found = checks_of(loaded(tmp_path, changed, article_texts))
    assert found == checks_of(pipeline.load(changed, article_texts))
    assert found != checks_of(loaded(tmp_path, texts, article_texts))
