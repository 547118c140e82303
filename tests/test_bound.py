"""Every text that people write says how it is bound, and what is marked as bound is held to it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

import pytest
from pydantic import TypeAdapter

from generator import files, pipeline
from generator.content.marks import Bound, Mark, Ours, marks, texts
from generator.content.model import Draft, Fact
from generator.content.reading import Content
from generator.content.record import Record
from generator.content.registries import Entry
from generator.content.values import Text
from generator.problems import Problem
from tests.folders import article_texts_of
from tests.test_handbook import CONTENT, TEXTS, owner

ARTICLES = {f"seeds/{article}.txt": text for article, text in TEXTS.items()}
ODD = "Zelda of Atlantis on 99 May 2099"  # names and numbers that nothing has


def kinds(of: type[Record] = Record) -> Iterator[type[Record]]:
    """Every record of the program; those that tests make stand elsewhere."""
    for kind in of.__subclasses__():
        if kind.__module__.startswith("generator."):
            yield kind
        yield from kinds(kind)


def records(value: Any) -> Iterator[Record]:
    """Every record inside a value."""
    parts: Iterable[Any] = value.values() if isinstance(value, Mapping) else value if isinstance(value, tuple) else ()
    if isinstance(value, Content):
        parts = vars(value).values()
    if isinstance(value, Record):
        yield value
        parts = [getattr(value, name) for name in type(value).model_fields]
    for part in parts:
        yield from records(part)


def changed(value: Any, was: Record, now: Record) -> Any:
    """The value with one of its records in another form."""
    if value is was:
        return now
    if isinstance(value, tuple):
        return tuple(changed(part, was, now) for part in value)
    if isinstance(value, dict):
        return {key: changed(part, was, now) for key, part in value.items()}
    if isinstance(value, Record):
        parts = {name: getattr(value, name) for name in type(value).model_fields}
        found = {name: changed(part, was, now) for name, part in parts.items()}
        return value.model_copy(update={name: part for name, part in found.items() if part is not parts[name]})
    if isinstance(value, Content):
        return replace(value, **{one.name: changed(getattr(value, one.name), was, now) for one in fields(value)})
    return value


def odd(value: Any) -> Any:
    """The text of a field with what nothing has; of a pair, the words that the number is taken from."""
    if isinstance(value, tuple):
        return (*value[:-1], ODD)
    return dict.fromkeys(value, ODD) if isinstance(value, Mapping) else ODD


@pytest.fixture(scope="module")
def content() -> Content:
    """The dossier of the handbook, in which every field is filled."""
    return pipeline.read(CONTENT)


def problems_of(content: Content) -> set[Problem]:
    return set(pipeline.problems(pipeline.prove(content, article_texts_of(ARTICLES))))


def test_every_text_has_a_mark() -> None:
    found = {f"{kind.__name__}.{name}": mark for kind in kinds() for name, mark in marks(kind).items()}
    assert [name for name, mark in found.items() if mark is None] == []
    assert len(found) > 50


class Forgetful(Record):
    """A record with every way to have a text, and to forget what stands behind it."""

    bound: Bound[Text]
    many: tuple[Ours[Text], ...] = ()
    pairs: dict[str, Bound[Text]]
    plain: Text
    bare: str | None = None
    mixed: dict[Ours[Text], Bound[Text]]


def test_a_text_without_a_mark_is_found() -> None:
    assert marks(Forgetful) == {
        "bound": Mark.BOUND, "many": Mark.OURS, "pairs": None, "plain": None, "bare": None, "mixed": None,
    }  # fmt: skip


def test_texts_are_found_with_their_paths() -> None:
    written = {"bound": "a", "many": ("b", "c"), "pairs": {"k": "d"}, "plain": "e", "mixed": {"l": "f"}}
    one = TypeAdapter(Forgetful).validate_python(written)
    assert list(texts(one, Mark.BOUND)) == [(("bound",), "a")]
    assert list(texts(one, Mark.OURS)) == [(("many", 0), "b"), (("many", 1), "c")]


def test_what_is_marked_as_bound_is_held_to_it(content: Content) -> None:
    """A text that nothing has is a problem, whichever of these fields it is put into; drafts are not shown."""
    before, wanted, held = problems_of(content), set(), set()
    for record in records(content):
        bound = [name for name, mark in marks(type(record)).items() if mark is Mark.BOUND and getattr(record, name)]
        for name in bound if not isinstance(record, Draft) else ():
            field = f"{type(record).__name__}.{name}"
            wanted.add(field)
            if field not in held:
                found = problems_of(_with(content, record, name, odd(getattr(record, name)))) - before
                if isinstance(record, Entry):
                    found = {one for one in found if one.code == "NAME-WITHOUT-BASIS" and ODD in one.what}
                held |= {field} if found else set()
    assert wanted - held == set()
    assert len(held) > 20


def _with(content: Content, record: Record, name: str, value: Any) -> Content:
    """The content with another text in one field; a spelling of somebody has no reason, and is used in a fact."""
    reason = {"background": None} if isinstance(record, Entry) else {}
    found: Content = changed(replace(content, as_read={}), record, record.model_copy(update={name: value, **reason}))
    if isinstance(record, Entry):
        fact = next(one for one in records(found.articles) if isinstance(one, Fact))
        found = changed(found, fact, fact.model_copy(update={"say": f"{fact.say} {ODD}"}))
    return found


def test_the_page_on_method_names_every_text_that_is_ours() -> None:
    texts_of_ours = {
        f"{owner(kind, name).lower()}.{name}"
        for kind in kinds()
        for name, mark in marks(kind).items()
        if mark is Mark.OURS and kind.__module__ not in ("generator.content.register", "generator.content.readings")
    }
    # Of an article that was taken down nothing is shown but the day and the reason.
    assert files.words()["method"]["ours"]["texts"].keys() == texts_of_ours - {"removal.because"}
