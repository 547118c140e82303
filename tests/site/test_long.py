"""What is as long as gate two allows is published on pages that can be loaded, and every address stands."""

import datetime as dt
import json
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

import pytest

from generator import files, limits, pipeline, writing
from generator.exports.data.dataset import Dataset
from generator.site.pages import Unit
from generator.site.parts.context import RenderContext
from generator.site.parts.cut import LINES
from tests.folders import article_texts_of
from tests.site import wide
from tests.site.test_cut import BYTES, CARDS, FRAME, cards, tree

pytestmark = pytest.mark.site

LONGEST = 64  # characters of an id
ARTICLE = "a".ljust(LONGEST, "b")
OURS = "It was told otherwise in the article, as its readers were told a day later."


def fact_id(number: int) -> str:
    return f"f{number}-".ljust(LONGEST, "c")


def said(number: int) -> str:
    return f"Jo {wide.surname(number % wide.PEOPLE)} said that Norway pays {number + 1} euros"


def facts(number: int, **of: object) -> list[dict[str, Any]]:
    about = {"about": ["t0", "norway"], "kind": "statement"}
    return [
        {"id": fact_id(n), "say": f"{said(n)}.", "passage": said(n), "who": f"l{n % wide.PEOPLE}", **about, **of}
        for n in range(number)
    ]


def worded(number: int) -> list[dict[str, Any]]:
    """Facts that are told in many more words than the article has."""
    return [{**one, "say": f"{one['say'][:-1]}{' and so on' * 200}."} for one in facts(number)]


def retired(number: int) -> list[dict[str, Any]]:
    gone = {"status": "withdrawn", "retired": "2031-12-01", "because": OURS}
    return [{"id": f"old-{n}", "say": f"Norway pays {n} euros.", **gone} for n in range(number)]


def remarks(number: int) -> list[dict[str, Any]]:
    return [{"say": f"{said(n % 20)}.", "from": [fact_id(n % 20)]} for n in range(number)]


def dossier(
    records: Sequence[Mapping[str, Any]], together: str = "\n\n", themes: int = 1, gist: str = "", **of: object
) -> RenderContext:
    """A dossier of one article: what is told of it, and what stands between its sentences."""
    sentences = [f"{record['passage']} for the cable." for record in records if "passage" in record]
    return dossier_of(records, together.join(sentences), themes, gist, **of)


def dossier_of(
    records: Sequence[Mapping[str, Any]], text: str, themes: int = 1, gist: str = "", **of: object
) -> RenderContext:
    """A dossier of one article that has this text."""
    registries = wide.registries()
    site: Any = registries["site"]
    told: Any = registries["themes"]
    for theme in told:
        theme["state_of_play"] = [{"say": f"Jo {wide.surname(0)} pays{gist}.", "from": [fact_id(0)]}]
    site.pop("figures")
    registries |= {"themes": told[:themes], "events": [], "organisations": [], "questions": []}
    head = {"title": "News", "publisher": "herald", "published": str(dt.date(2031, 11, 4)), "origin": "own", **of}
    content = {f"content/{name}.yml": json.dumps(entries) for name, entries in registries.items()}
    content[f"content/facts/{ARTICLE}.yml"] = json.dumps({"article": head, "facts": records})
    return RenderContext(pipeline.load(content, article_texts_of({f"seeds/{ARTICLE}.txt": text})), files.words())


CASES: dict[str, Callable[[], RenderContext]] = {
    "facts": lambda: dossier(facts(limits.FACTS)),
    "facts of one paragraph": lambda: dossier(facts(300), together=" "),
    "sentences of ours": lambda: dossier(worded(150)),
    "remarks on an article": lambda: dossier(facts(20), note=remarks(1_500)),
    "remarks on each fact": lambda: dossier(facts(150, note=remarks(12))),
    "retired facts": lambda: dossier([*facts(20), *retired(1_500)]),
    "themes of each fact": lambda: dossier(
        facts(150, about=["norway", *(f"t{n}" for n in range(wide.THEMES))]), themes=wide.THEMES
    ),
    "themes of some facts": lambda: dossier(facts(9, about=["norway", *(f"t{n}" for n in range(40))]), themes=40),
    "what is told of each theme": lambda: dossier(facts(20), themes=wide.THEMES, gist=" and so on" * 180),
}


@cache
def pages_of(case: str) -> Mapping[str, str]:
    """Its pages; of themes, those of the first and of the list."""
    context = CASES[case]()
    writer = writing.writer_of(context.briefing, context.words, "", Dataset(context.briefing, ""))
    left_out = {Unit("themes", id) for id in context.briefing.content.themes if id != "t0"}
    left_out |= {Unit("leaders", id) for id in context.briefing.content.leaders if id != "l0"}
    units = [unit for unit in writer.pages.units if unit not in left_out]
    return {page.path: page.text for unit in units for page in writer.written(unit)}


@pytest.mark.parametrize("case", CASES)
def test_no_page_is_larger_than_a_reader_can_load(case: str) -> None:
    sizes = {path: len(text.encode()) + FRAME * path.endswith(".md") for path, text in pages_of(case).items()}
    assert {path: size for path, size in sizes.items() if size > BYTES} == {}
    assert {path for path, text in pages_of(case).items() if len(cards(text)) > CARDS} == set()


@pytest.mark.parametrize("case", ["facts", "facts of one paragraph", "sentences of ours", "remarks on each fact"])
def test_every_fact_has_its_address_and_stands_whole_once(case: str) -> None:
    page = pages_of(case)[f"articles/{ARTICLE}.md"]
    below = [text for path, text in pages_of(case).items() if path.startswith(f"articles/{ARTICLE}/")]
    shown = [card.get("data-address") for text in (page, *below) for card in cards(text)]
    wanted = [f"articles/{ARTICLE}.html#{fact_id(n)}" for n in range(len(shown))]
    assert sorted(shown) == sorted(wanted)
    assert len(shown) > CARDS
    ids = re.findall(r' id="([^"]+)"', page)
    assert {fact_id(n) for n in range(len(shown))} <= {*ids}
    assert len({*ids}) == len(ids)


def test_a_number_stands_where_its_line_leads_to_the_fact() -> None:
    pages = pages_of("facts")
    lines = tree(pages[f"articles/{ARTICLE}.md"]).xpath("//li[@class='address']")
    assert len(lines) > CARDS
    for line in lines:
        path, _, place = line.xpath("string(./a/@href)").partition("#")
        part = pages[f"{path.removeprefix('../').removesuffix('.html')}.md"]
        assert f'id="{place}"' in part
        for number in line.xpath("./b"):
            assert f'data-address="articles/{ARTICLE}.html#{number.get("id")}"' in part
            assert number.get("id") == fact_id(int(number.text) - 1)


def test_every_paragraph_keeps_its_address() -> None:
    page = pages_of("facts")[f"articles/{ARTICLE}.md"]
    places = re.findall(r' id="p(\d+)"', page)
    assert places == [str(n + 1) for n in range(limits.FACTS)]


def test_a_retired_fact_keeps_its_address_and_is_told_of_on_one_page() -> None:
    pages = pages_of("retired facts")
    page = pages[f"articles/{ARTICLE}.md"]
    ids = [id for id in re.findall(r' id="([^"]+)"', page) if id.startswith("old-")]
    assert sorted(ids) == sorted(f"old-{n}" for n in range(1_500))
    parts = [text for path, text in pages.items() if path.startswith(f"articles/{ARTICLE}/retired")]
    told = [one.get("id") for text in parts for one in tree(text).find_class("fact--retired")]
    assert sorted(told) == sorted(ids)


def test_retired_facts_are_numbered_through_all_of_their_lines() -> None:
    lines = tree(pages_of("retired facts")[f"articles/{ARTICLE}.md"]).find_class("address--retired")
    numbers = [int(one.text) for line in lines for one in line.xpath("./b")]
    assert numbers == [*range(numbers[0], 1_501)]
    names = [line.findtext("./a") for line in lines]
    called = "Facts that no longer stand"
    assert names == [called, *(f"{called} ({n + 2})" for n in range(18))]


@pytest.mark.parametrize(
    ("case", "heading", "told"),
    [("retired facts", "retired", "1500 facts"), ("remarks on an article", "note", "1500 remarks")],
)
def test_the_fold_of_a_list_that_is_cut_counts_all_of_it(case: str, heading: str, told: str) -> None:
    [fold] = below_heading(pages_of(case)[f"articles/{ARTICLE}.md"], heading)
    assert fold.tag == "details"
    assert fold.findtext("./summary") == told


@pytest.mark.parametrize(("case", "heading"), [("retired facts", "retired"), ("remarks on an article", "note")])
def test_a_part_of_a_list_stands_open_and_counts_no_facts_that_it_has_not(case: str, heading: str) -> None:
    parts = [text for path, text in pages_of(case).items() if path.startswith(f"articles/{ARTICLE}/{heading}")]
    assert len(parts) > 1
    for text in parts:
        assert below_heading(text, heading)[0].tag != "details"
        assert "traced" not in tree(text).find_class("ledger")[0].text_content()


def below_heading(page: str, id: str) -> Sequence[Any]:
    """The first element below a heading."""
    rest = page.partition(f"{{ #{id} }}")[2].lstrip()
    assert rest
    found: Sequence[Any] = tree(rest).xpath("./*[1]")
    return found


def test_runs_that_begin_in_one_paragraph_have_a_name_each() -> None:
    pages = pages_of("facts of one paragraph")
    page = tree(pages[f"articles/{ARTICLE}.md"].replace("\xa0", " "))
    folds = [fold.text for fold in page.find_class("fold__heading")]
    parts = [part.text for part in page.find_class("parts__name")]
    lines = page.xpath("//li[@class='address']/a/text()")
    begun = ["Paragraph 1", *(f"Paragraph 1 ({n + 2})" for n in range(len(folds) + len(lines)))]
    assert [*folds, *lines] == begun[1:]
    assert parts == ["Paragraph 1", *(f"Paragraph 1 ({n + 2})" for n in range(len(parts) - 1))]
    assert len(parts) > 1


def test_an_article_without_a_strip_does_not_tell_of_its_paragraphs() -> None:
    [fold] = below_heading(pages_of("facts")[f"articles/{ARTICLE}.md"], "strip")
    assert fold.findtext("./summary") == "Sentences that no passage touches"


def test_a_strip_tells_how_many_themes_it_leaves_out() -> None:
    page = tree(pages_of("themes of some facts")[f"articles/{ARTICLE}.md"])
    [lines] = page.find_class("threads")
    assert len(lines) == LINES
    assert lines.getnext().text == f"and {40 - LINES} more"


def test_every_remark_stands_on_a_part() -> None:
    pages = pages_of("remarks on an article")
    parts = [text for path, text in pages.items() if path.startswith(f"articles/{ARTICLE}/note")]
    assert sum(len(tree(text).xpath("//ul[@class='notes']/li")) for text in parts) == 1_500


def test_a_long_article_has_the_same_parts_with_one_fact_more() -> None:
    """But for the last: what was on a part stays there."""
    few, more = (
        {
            path: [card.get("data-address") for card in cards(text)]
            for path, text in pages_of_facts(number).items()
            if path.startswith(f"articles/{ARTICLE}/")
        }
        for number in (290, 291)
    )
    *stay, last = few
    assert {path: few[path] for path in stay} == {path: more[path] for path in stay}
    assert len(more[last]) == len(few[last]) + 1


def pages_of_facts(number: int) -> Mapping[str, str]:
    context = dossier(facts(number))
    writer = writing.writer_of(context.briefing, context.words, "", Dataset(context.briefing, ""))
    return {page.path: page.text for page in writer.written(Unit("articles", ARTICLE))}
