"""What pages say of a fact is what was checked of it."""

from generator.site.pages.questions import question_view
from generator.site.pages.themes import theme_view
from generator.site.parts.context import RenderContext
from generator.site.parts.positions import positions
from tests.folders import HERE, context_of


def own_date(context: RenderContext, id: str) -> str:
    moment = context.fact_moment(context.briefing.facts[id])
    return context.dated(moment) if moment else ""


def test_a_theme_gives_a_fact_no_date_but_its_own(context: RenderContext) -> None:
    """What is said of an event was not thereby said on its day: it stands under the event, or says of which it is."""
    events = {event.name for event in context.briefing.content.events.values()}
    for theme in context.briefing.content.themes.values():
        groups = theme_view(context, theme).facts
        headings = [group.heading for group in groups]
        assert headings == list(dict.fromkeys(headings))
        for group in groups:
            facts = [context.briefing.facts[card.id] for card in group.cards]
            named = {context.link(fact.event).name if fact.event else "" for fact in facts}
            assert group.dates == (group.heading in events)
            assert named == {group.heading} or not group.dates
            assert [context.dated(card.when) if card.when else "" for card in group.cards] == [
                own_date(context, fact.id) for fact in facts
            ]


def test_an_answer_has_no_date_but_that_of_its_fact(context: RenderContext) -> None:
    by_url = {fact.url: fact.id for fact in context.briefing.facts.values()}
    answers = [one for position in positions(context, context.briefing.facts.values()) for one in position.answers]
    for question in context.briefing.content.questions.values():
        answers += [row.answers for of in question_view(context, question).by_side for row in of.rows]
    told = [
        (fact.url, context.dated(one.when) if one.when else "")
        for answers in answers
        for one in answers.answers
        for fact in one.facts
    ]
    assert any(when for _, when in told)
    dates = {url: context.fact_moment(context.briefing.facts[id]) for url, id in by_url.items()}
    own = {url: context.dated(moment) if moment else "" for url, moment in dates.items()}
    assert [url for url, when in told if when not in {"", own[url]}] == []


def test_the_articles_of_a_page_are_the_oldest_first() -> None:
    small = context_of(HERE / "small")
    lines = small.article_lines(small.briefing.facts.values())
    assert [line.link.url for line in lines] == ["articles/oslo-cable.html", "articles/bergen-march.html"]
