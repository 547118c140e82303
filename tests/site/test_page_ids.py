"""No fact has an id that the page of an article uses for a part of its own: the reserved ids are those of pages."""

import re
from pathlib import Path

import pytest
from lxml import html
from pydantic import TypeAdapter, ValidationError

from generator.content.values import ID_PATTERN, PAGE_ID_PATTERN, GivenFactId
from generator.site.parts.context import RenderContext
from tests.folders import HERE, context_of

GIVEN = TypeAdapter(GivenFactId)


def own_ids(site: Path, context: RenderContext) -> set[str]:
    """The ids on the pages of all articles that are no fact's, and that a fact could have."""
    found: set[str] = set()
    for article in context.briefing.curated:
        page = html.parse(str(site / "articles" / f"{article}.html")).getroot()
        found |= {id for element in page.iter() if (id := element.get("id"))}
    facts = {fact.id for fact in context.briefing.facts.values()} | {
        stone.id for _, stone in context.briefing.tombstones
    }
    assert facts <= found
    return {id for id in found - facts if re.fullmatch(ID_PATTERN, id)}


def unreserved(ids: set[str]) -> set[str]:
    return {id for id in ids if not re.fullmatch(PAGE_ID_PATTERN, id)}


def test_every_id_of_a_page_is_reserved(site: Path, context: RenderContext) -> None:
    ids = own_ids(site, context)
    assert {"top", "facts", "summary", "p1", "seek"} <= ids
    assert unreserved(ids) == set()


def test_so_is_every_id_that_the_other_builder_adds(published: Path) -> None:
    ids = own_ids(published, context_of(HERE / "small"))
    assert {"top", "facts", "p1", "seek"} <= ids
    assert unreserved(ids) == set()


@pytest.mark.parametrize("id", ["top", "p1", "p120", "seek", "seek-list", "seek-3", "paragraphs-title"])
def test_a_reserved_id_is_refused(id: str) -> None:
    with pytest.raises(ValidationError) as refused:
        GIVEN.validate_python(id)
    assert refused.value.errors()[0]["type"] == "PAGE-ID"


@pytest.mark.parametrize("id", ["top-farmer", "p1-oslo", "oslo-summary", "seeks", "pipes", "p"])
def test_an_id_that_only_begins_like_one_is_free(id: str) -> None:
    assert GIVEN.validate_python(id) == id
