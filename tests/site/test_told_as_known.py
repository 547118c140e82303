"""What is told is told as it is known: a plan as a plan, what a spokeswoman says as hers."""

import pytest

from generator import files
from generator.briefing import briefing
from generator.content.reading import read
from generator.exports.calendar import calendar
from generator.site.pages.countries import country_view
from generator.site.pages.events import event_view
from generator.site.parts.context import RenderContext
from generator.site.pictures.map import atlas
from generator.site.pictures.timeline import timeline

SITE = "{title: A, description: B, edition: 2031-10-01, rights: C, corrections: D}"
TEXTS = {
    "content/countries.yml": "- {id: norway, name: Norway, code: NO}",
    "content/leaders.yml": "- {id: ada, name: Ada}",
    "content/themes.yml": "- {id: sea, name: Sea}",
    "content/publishers.yml": "- {id: wire, name: Wire, kind: agency}\n- {id: post, name: Post, kind: newspaper}",
    "content/questions.yml": "- {id: size, asks: sources, question: How big?, about: [sea]}",
    "content/events.yml": """
- id: talks
  name: Talks
  kind: talks
  when: 2031-03-05
  country: norway
  participants: [{who: ada, how: planned, from: [one-plan]}]
  from: [one-plan]
""",
    "content/facts/one.yml": """
article: {title: One, published: 2031-03-03, publisher: wire}
facts:
  - {id: one-plan, say: Ada is to come., passage: a, about: [sea, norway], event: talks, answers: {size: ten}}
""",
    "content/facts/two.yml": "article: {title: Two, published: 2031-03-03, publisher: post}\nfacts: []",
}


def made(edition: str = "2031-03-04") -> RenderContext:
    texts = TEXTS | {"content/site.yml": SITE.replace("2031-10-01", edition)}
    return RenderContext(briefing(read(texts), {}, {}), files.words())


@pytest.mark.parametrize(
    ("edition", "expected"),
    [
        ("2031-03-04", ("planned", "to take place there", "planned", "planned", ["Talks"])),
        ("2031-03-05", ("planned", "to take place there", "planned", "planned", ["Talks"])),
        ("2031-03-06", ("was planned", "was to take place there", "was_planned", "was planned", [])),
    ],
)
def test_a_plan_whose_day_has_passed_is_told_as_one(edition: str, expected: tuple[object, ...]) -> None:
    context = made(edition)
    event = context.briefing.content.events["talks"]
    view = event_view(context, event)
    [entry] = calendar(context)
    [line] = country_view(context, context.briefing.content.countries["norway"]).events
    hosted = [one.event.name for part in atlas(context).parts for one in part.hosted]
    note = view.participants[0].party.note
    assert (note, line.note, view.took_part, entry.lines[2], hosted) == expected


def test_an_article_of_an_agency_began_there() -> None:
    """As it is counted, where nothing else is known of its origin."""
    context = made()
    assert [context.origin(article) for article in ("one", "two")] == ["Wire", ""]


def test_what_a_channel_says_is_not_told_by_the_outlet() -> None:
    said = "say: S., passage: a, about: [sea], when: 2031-03-01"
    facts = f"[{{id: a, {said}, via: a spokeswoman}}, {{id: b, {said}, who: ada}}, {{id: c, {said}}}]"
    two = "article: {title: Two, published: 2031-03-03, publisher: post}"
    texts = TEXTS | {"content/site.yml": SITE, "content/facts/two.yml": f"{two}\nfacts: {facts}"}
    context = RenderContext(briefing(read(texts), {}, {}), files.words())
    told = timeline(context, (), context.briefing.facts.values())
    assert told
    speakers = {row.link.url: row.speaker.name for period in told.periods for row in period.rows if row.speaker}
    assert speakers == {
        "articles/two.html#a": "a spokeswoman",
        "articles/two.html#b": "Ada",
        "articles/two.html#c": "Post",
    }
