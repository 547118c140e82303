"""What pages say of a fact is what was checked of it."""

from generator.site.pages.questions import question_view
from generator.site.pages.themes import theme_view
from generator.site.parts.context import Book
from generator.site.parts.positions import positions
from tests.folders import HERE, book_of


def own_date(book: Book, id: str) -> str:
    when = book.briefing.facts[id].fact.when
    return book.date(when.date) if when else ""


def test_a_timeline_gives_a_fact_no_date_but_its_own(book: Book) -> None:
    """What is said of an event was not thereby said on its day; it stands under the event's name."""
    events = {event.name for event in book.briefing.content.events.values()}
    for theme in book.briefing.content.themes.values():
        for group in theme_view(book, theme).timeline:
            dates = {own_date(book, card.id) for card in group.cards}
            assert dates == ({""} if group.heading in events else {group.heading})


def test_an_answer_has_no_date_but_that_of_its_fact(book: Book) -> None:
    by_url = {fact.url: fact.id for fact in book.briefing.facts.values()}
    stands = [one for position in positions(book, book.briefing.facts.values()) for one in position.stands]
    for question in book.briefing.content.questions.values():
        stands += [row.stand for row in question_view(book, question).rows]
    told = [(fact.url, one.when) for stand in stands for one in stand.told for fact in one.facts]
    assert any(when for _, when in told)
    assert [url for url, when in told if when not in {"", own_date(book, by_url[url])}] == []


def test_the_articles_of_a_page_are_the_oldest_first() -> None:
    small = book_of(HERE / "small")
    lines = small.article_lines(small.briefing.facts.values())
    assert [line.link.url for line in lines] == ["articles/oslo-cable.html", "articles/bergen-march.html"]
