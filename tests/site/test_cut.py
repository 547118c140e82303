"""However large a dossier is, no page is: what is too long is cut, and stands whole on pages of its own."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import pytest
from lxml import html

from generator import assembly, files, pipeline
from generator.site.pages import events, questions_index
from generator.site.parts import cut
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Page
from generator.site.render.markup import IN_ROW
from tests.folders import ROOT, article_texts_of, context_of

CARDS, BYTES = 100, 300_000
FRAME = 24_000  # that the builder puts around what we write
ARTICLES, FACTS, LONG = 10, 18, 110  # a dossier of which one theme, country, leader and event have all
SITE = "{title: A large one, description: All of one theme, edition: 2032-06-04, rights: C, corrections: D, id: large}"
REGISTRIES = {
    "content/site.yml": SITE,
    "content/leaders.yml": "- {id: jane-doe, name: Jane Doe, country: norway, background: invented}",
    "content/countries.yml": "- {id: norway, name: Norway, code: NO}",
    "content/themes.yml": "- {id: cable, name: The cable, state_of_play: [{say: Jane Doe pays., from: [a0-f0]}]}",
    "content/events.yml": "- {id: oslo, name: Oslo talks, kind: talks, place: Oslo, when: 2031-11-03, from: [a0-f0]}",
    "content/questions.yml": "- {id: share, asks: sources, question: What is paid?, about: [cable]}",
    "content/publishers.yml": "- {id: herald, name: The Herald, kind: newspaper}",
}


def article(number: int, facts: int) -> tuple[str, str, str]:
    """An article of the month after the one before: its id, its facts, and its text, a paragraph for each."""
    day = dt.date(2031, 11, 4) + dt.timedelta(days=28 * number)
    id, says = f"a{number}", [f"Jane Doe said that Norway pays {200 * number + n + 1} euros" for n in range(facts)]
    records = "\n".join(
        f"  - {{id: {id}-f{n}, say: {say}., passage: {say}, who: jane-doe, about: [cable, norway], event: oslo, "
        f"kind: {('statement', 'demand', 'figure')[n % 3]}"
        + (f", answers: {{share: {200 * number + n + 1} euros}}}}" if n % 9 == 1 else "}")
        for n, say in enumerate(says)
    )
    head = f"article: {{title: News {number}, publisher: herald, published: {day}, origin: own}}\nfacts:\n"
    return id, head + records + "\n", "\n\n".join(f"{say} for the cable." for say in says) + "\n"


@cache
def large() -> RenderContext:
    made = [article(n, LONG if n == 3 else FACTS) for n in range(ARTICLES)]
    content = REGISTRIES | {f"content/facts/{id}.yml": facts for id, facts, _ in made}
    texts = article_texts_of({f"seeds/{id}.txt": text for id, _, text in made})
    return RenderContext(pipeline.load(content, texts), files.words())


@cache
def pages_of_large() -> Mapping[str, str]:
    context = large()
    made = assembly.rendered(context.briefing, context.words, "", assembly.downloads(context.briefing, ""))
    return {page.path: page.text for page in made}


@cache
def pages_here() -> Mapping[str, str]:
    context = context_of(ROOT)
    made = assembly.rendered(context.briefing, context.words, "", assembly.downloads(context.briefing, ""))
    return {page.path: page.text for page in made}


def tree(page: str) -> Any:
    return html.fromstring(f"<div>{page}</div>")


def cards(page: str) -> list[Any]:
    """The facts that stand whole on a page."""
    found = tree(page).find_class("fact")
    return [card for card in found if card.tag == "article" and "fact--brief" not in card.classes]


@pytest.mark.parametrize("pages", [pages_of_large, pages_here])
def test_no_page_is_larger_than_a_reader_can_load(pages: Callable[[], Mapping[str, str]]) -> None:
    for path, text in pages().items():
        frame = FRAME if path.endswith(".md") else 0
        assert len(text.encode()) + frame <= BYTES, path
        assert len(cards(text)) <= CARDS, path


def parts_of(pages: Mapping[str, str], path: str) -> Iterator[tuple[str, str]]:
    """The pages below one that is cut: their paths and texts."""
    yield from ((one, text) for one, text in pages.items() if one.startswith(f"{path.removesuffix('.md')}/"))


@pytest.mark.parametrize("path", ["themes/cable.md", "countries/norway.md", "leaders/jane-doe.md"])
def test_a_list_that_is_cut_stands_whole_on_its_parts(path: str) -> None:
    facts = {fact.url for fact in large().briefing.facts_on("cable")}
    shown = Counter(card.get("data-address") for _, text in parts_of(pages_of_large(), path) for card in cards(text))
    assert shown == dict.fromkeys(facts, 1)
    assert 0 < len(cards(pages_of_large()[path])) <= cut.MOST


@pytest.mark.parametrize("path", ["themes/cable.md", "countries/norway.md", "leaders/jane-doe.md"])
def test_a_page_that_is_cut_counts_what_its_parts_have(path: str) -> None:
    pages = pages_of_large()
    [nav] = tree(pages[path]).find_class("parts")
    years = nav.xpath("./ul/li")
    numbers = [int(year.xpath("string(./span[@class='parts__number'])")) for year in years]
    assert sum(numbers) == len(large().briefing.facts)
    for year, number in zip(years, numbers, strict=True):
        months = [int(month.xpath("string(./span)")) for month in year.xpath("./ul/li")]
        assert not months or sum(months) == number
        [link] = year.xpath("./a/@href")
        assert f"{link.removeprefix('../').removesuffix('.html')}.md" in pages


def told(page: str) -> int:
    """How many facts the line below a page's title tells of."""
    [number] = re.findall(r"(\d+) facts? in", tree(page).find_class("standfirst")[0].text_content())
    return int(number)


def listed(pages: Mapping[str, str], path: str) -> set[str]:
    """The facts of a page and of its parts."""
    texts = [pages[path], *(text for _, text in parts_of(pages, path))]
    return {card.get("data-address") for text in texts for card in cards(text)}


def test_a_country_lists_as_many_facts_as_it_tells_of() -> None:
    pages = pages_here()
    paths = [path for path in pages if re.fullmatch(r"(countries|organisations)/(?!index\b)[^/]+\.md", path)]
    assert {path: told(pages[path]) for path in paths} == {path: len(listed(pages, path)) for path in paths}


def test_the_parts_of_a_leader_have_the_facts_of_offices_too() -> None:
    role = "{title: minister, country: norway, when: 2031, from: [a0-f0]}"
    leaders = f"- {{id: jane-doe, name: Jane Doe, country: norway, roles: [{role}]}}"
    office = "say: Jane Doe is the minister., passage: Jane Doe is the minister, about: [norway], kind: background"
    facts, text = f"  - {{id: a0-f0, {office}}}\n", "Jane Doe is the minister.\n\n"
    made = [article(n, FACTS) for n in range(ARTICLES)]
    (id, records, words), others = made[0], made[1:]
    head, _, rest = records.partition("facts:\n")
    made = [(id, head + "facts:\n" + facts + rest.partition("\n")[2], text + words), *others]
    content = REGISTRIES | {"content/leaders.yml": leaders} | {f"content/facts/{id}.yml": of for id, of, _ in made}
    texts = article_texts_of({f"seeds/{id}.txt": text for id, _, text in made})
    context = RenderContext(pipeline.load(content, texts), files.words())
    pages = {
        page.path: page.text
        for page in assembly.rendered(context.briefing, context.words, "", assembly.downloads(context.briefing, ""))
    }
    path = "leaders/jane-doe.md"
    assert listed(pages, path) == {fact.url for fact in context.briefing.facts_on("jane-doe")}
    assert told(pages[path]) == len(listed(pages, path)) == ARTICLES * FACTS


@pytest.mark.parametrize("path", ["countries/norway", "leaders/jane-doe"])
def test_the_list_of_the_months_of_a_year_tells_of_that_year(path: str) -> None:
    pages = pages_of_large()
    [nav] = tree(pages[f"{path}.md"]).find_class("parts")
    years = nav.xpath("./ul/li[ul]")
    numbers = {of.xpath("string(./a)"): int(of.xpath("string(./span[@class='parts__number'])")) for of in years}
    assert numbers
    assert numbers == {year: told(pages[f"{path}/{year}.md"]) for year in numbers}


def test_a_part_has_what_was_reported_in_its_time_and_the_way_back() -> None:
    page = pages_of_large()["themes/cable/2032-02.md"]
    articles = {card.get("data-address").partition("#")[0] for card in cards(page)}
    days = {large().briefing.article(address[9:-5]).published.text[:7] for address in articles}
    assert days == {"2032-02"}
    trail = tree(page).find_class("trail")[0]
    assert [link.text_content() for link in trail.iter("a")] == ["Home", "Themes", "The cable"]
    assert re.search(r'rel="prev" href="../../themes/cable/2032-01(-2)?.html"', page)


@pytest.mark.parametrize("path", ["themes/cable", "countries/norway", "leaders/jane-doe", "events/oslo"])
def test_every_part_offers_what_its_whole_offers_to_subscribers(path: str) -> None:
    offered = {
        one: re.findall("^subscription: .*$", text, re.MULTILINE)
        for one, text in pages_of_large().items()
        if one.startswith((f"{path}.md", f"{path}/"))
    }
    assert len(offered) > 1
    assert offered == dict.fromkeys(offered, offered[f"{path}.md"])
    assert len(offered[f"{path}.md"]) == 1


def test_a_fact_keeps_its_address_on_the_page_of_its_article() -> None:
    pages = pages_of_large()
    for article in large().briefing.curated:
        whole = tree(pages[f"articles/{article}.md"])
        ids = [one.get("id") for one in whole.find_class("fact")]
        assert ids == [fact.id for fact in large().briefing.facts_in(article)]
    briefs = tree(pages["articles/a3.md"]).find_class("fact--brief")
    below = {card.get("data-address") for _, text in parts_of(pages, "articles/a3.md") for card in cards(text)}
    assert {brief.get("data-address") for brief in briefs} == below
    assert len(below) == LONG - len(cards(pages["articles/a3.md"]))


def test_one_article_more_leaves_the_pages_of_other_months() -> None:
    """The addresses stand, and so does what they hold, but for the counts of the last."""
    facts = large().briefing.facts_on("cable")
    fewer = [fact for fact in facts if fact.article != f"a{ARTICLES - 1}"]
    before, after = (
        {leaf.id: leaf.entries for year in cut.by_time(large(), of) for leaf in year.leaves} for of in (fewer, facts)
    )
    assert before.items() <= after.items()
    assert len(after) == len(before) + 1


def test_a_list_of_questions_begins_with_as_many_of_each_group_however_many_facts_bear_on_them() -> None:
    """Of those who give no answer, a list shows the names and one fact each."""
    ids = [f"q{n}" for n in range(questions_index.LISTED + 1)]
    asked = "\n".join(f"- {{id: {id}, asks: sources, question: What of {id}?, about: [cable]}}" for id in ids)
    made = [article(n, 2 * FACTS) for n in range(ARTICLES)]
    answers = {"a0": ", ".join(f"{id}: 2 euros" for id in ids)}  # the other articles give none
    content = {
        f"content/facts/{id}.yml": re.sub("(, answers: {)[^}]*", rf"\g<1>{answers.get(id, '')}", facts)
        for id, facts, _ in made
    }
    content = {path: re.sub("published: [-0-9]+", "published: 2031-11-04", facts) for path, facts in content.items()}
    texts = article_texts_of({f"seeds/{id}.txt": text for id, _, text in made})
    told = pipeline.load(REGISTRIES | {"content/questions.yml": asked} | content, texts)
    view: Any = next(questions_index.index_pages(RenderContext(told, files.words()))).view
    [group] = view.sources
    assert len(group.comparisons[0].absent) == ARTICLES - 1
    assert (group.number, len(group.comparisons)) == (len(ids), questions_index.FIRST)


def test_a_short_list_is_not_cut() -> None:
    facts = large().briefing.facts_on("cable")
    assert cut.by_time(large(), facts[: cut.MOST]) == ()
    assert len(cut.by_time(large(), facts[: cut.MOST + 1])) > 0


def test_explore_lists_every_fact() -> None:
    pages = pages_of_large()
    listed = [
        link
        for path, text in pages.items()
        if path.startswith("explore")
        for link in tree(text).xpath("//ul[@class='listed__facts']//a/@href")
    ]
    addresses = [link.replace("../", "") for link in listed]
    assert sorted(addresses) == sorted(fact.url for fact in large().briefing.facts.values())


def test_a_row_names_a_few_of_those_who_answer_the_same() -> None:
    """The page of the question has all of them."""
    names = [f"Jane {name}" for name in ("Arden", "Breck", "Corrin", "Dunmore", "Ellory")]
    people = "".join(f"- {{id: l{n}, name: {name}, background: invented}}\n" for n, name in enumerate(names))
    answers, about = "{share: 2 euros}", "about: [cable], kind: statement"
    says = [f"{name} said that the cable costs 2 euros" for name in names]
    facts = "".join(
        f"  - {{id: f{n}, say: {say}., passage: {say}, who: l{n}, {about}, answers: {answers}}}\n"
        for n, say in enumerate(says)
    )
    head = "article: {title: News, publisher: herald, published: 2031-11-04, origin: own}\nfacts:\n"
    questions = "- {id: share, asks: speakers, question: What does it cost?, about: [cable]}"
    content = REGISTRIES | {
        "content/leaders.yml": people,
        "content/questions.yml": questions,
        "content/themes.yml": "- {id: cable, name: The cable}",
        "content/events.yml": "[]",
        "content/facts/a.yml": head + facts,
    }
    told = pipeline.load(content, article_texts_of({"seeds/a.txt": "\n\n".join(f"{say}." for say in says)}))
    context = RenderContext(told, files.words())
    made = assembly.rendered(told, context.words, "", assembly.downloads(told, ""))
    [page] = [one.text for one in made if one.path == "leaders/l0.md"]
    [row] = tree(page).find_class("stands__alike")
    assert [name.text for name in row.iter("bdi")] == names[1 : 1 + IN_ROW]
    assert row.xpath("string(./a[last()])") == "and 1 more"


def test_events_stand_by_the_months_in_which_they_were() -> None:
    days = [dt.date(2031, 1, 1) + dt.timedelta(days=number) for number in range(events.DRAWN)]
    dates = {f"Talks {number}": day.isoformat() for number, day in enumerate(days)} | {"Other talks": "2031"}
    entry = "- {{id: e{}, name: {}, kind: talks, when: {}, background: invented}}\n"
    listed = "".join(entry.format(number, *dated) for number, dated in enumerate(dates.items()))
    id, facts, text = article(0, 1)
    facts = facts.replace("event: oslo, ", "")
    content = REGISTRIES | {"content/events.yml": listed, f"content/facts/{id}.yml": facts}
    told = pipeline.load(content, article_texts_of({f"seeds/{id}.txt": text}))
    pages = list(events.event_pages(RenderContext(told, files.words())))
    whole, parts = pages[0], pages[1:]
    [year] = whole.parts["facts"]
    assert {part.link.name: part.number for part in year.below} == {
        "January 2031": 31,
        "February 2031": 28,
        "March 2031": 31,
        "April 2031": 30,
        "2031, month not known": 1,
    }
    assert len(names_of(whole)) == cut.LINES
    assert sorted(name for part in parts for name in names_of(part)) == sorted(dates)


def names_of(page: Page) -> list[str]:
    """The events that a page of the list of events has."""
    timeline = getattr(page.view, "timeline", None)
    return [row.link.name for period in timeline.periods for row in period.rows] if timeline else []


@pytest.mark.parametrize(
    ("whole", "called"),
    [("The cable", "The cable: April 2031"), ("Who pays?", "Who pays? April 2031"), ("Now!", "Now! April 2031")],
)
def test_a_title_that_ends_with_a_mark_has_no_colon_behind_it(whole: str, called: str) -> None:
    assert cut.titled(whole, "April 2031") == called
