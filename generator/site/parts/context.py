"""What every view is made with: the briefing, the words of the interface, and how entries become links and dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.analysis.certainty import KnownDate, date_of_article, date_of_event, date_of_fact, date_of_role
from generator.analysis.channels import Channel, unnamed_channels
from generator.analysis.order import is_day, order_of_event
from generator.analysis.participation import TakenPart, participation
from generator.briefing import Briefing
from generator.content import dates
from generator.content.dates import Edtf
from generator.content.kinds import KINDS, PAGES
from generator.content.model import Label
from generator.content.record import Grounded, Remark
from generator.content.record import Sentence as Said
from generator.content.registries import Event, Leader, Question
from generator.content.sentences import Statement
from generator.evidence.proving import BoundFact
from generator.evidence.verdict import Verdict
from generator.site.parts import page
from generator.site.parts.page import (
    ArticleLine,
    ChannelNote,
    EventLine,
    Head,
    Ledger,
    Link,
    Moment,
    Party,
    Sentence,
    Source,
)


@dataclass(frozen=True)
class RenderContext:
    """A briefing, and the interface words of the language that it is told in."""

    briefing: Briefing
    words: Mapping[str, Any]
    address: str = ""  # the base address of the published site, where it is known; it ends in a slash

    def link(self, id: str) -> Link:
        """The name of any entry, and its page if it has one; what is no id is a name already."""
        if id not in self._links:
            self._links[id] = self._link(id)
        return self._links[id]

    @cached_property
    def _links(self) -> dict[str, Link]:
        return {}

    @cached_property
    def cards(self) -> dict[str, Any]:
        """The cards that were made already, by fact: one that many pages show is put together once."""
        return {}

    def _link(self, id: str) -> Link:
        content = self.briefing.content
        for section in (name for name in PAGES if KINDS[name].is_registered):
            if entry := getattr(content, section).get(id):
                name = entry.question if section == "questions" else entry.name
                return Link(name, f"{section}/{id}.html")
        if id in content.articles or id in content.removed:
            return self.article(id)
        return Link(content.publishers[id].name if id in content.publishers else id)

    def article(self, id: str) -> Link:
        """An article, whose id may be that of an event too; one that nobody has read yet has its id for a name.

        Of one that is read in part, nobody has checked the record.
        """
        file = self.briefing.curated.get(id)
        name = file.article.name if file else id
        if file and file.article.curation == "open":
            name = str(self.words["article"]["not_checked"].format(name=name))
        return Link(name, f"articles/{id}.html")

    def answering(self, question: Question, id: str) -> Link:
        """The article or the speaker that answers a question."""
        return self.article(id) if question.asks == "sources" else self.link(id)

    def links(self, ids: Iterable[str]) -> tuple[Link, ...]:
        """By name."""
        return tuple(sorted((self.link(id) for id in ids), key=lambda link: (link.name.casefold(), link.url)))

    def head(self, section: str, id: str, name: str, description: str) -> Head:
        """The head of a page below an index."""
        return Head(f"{section}/{id}.md", name, description, self.index(section))

    def index(self, section: str) -> Link:
        return Link(self.words[section]["title"], f"{section}/index.html")

    def index_head(self, section: str) -> Head:
        words = self.words[section]
        return Head(f"{section}/index.md", words["title"], words["lead"])

    def date(self, date: Edtf) -> str:
        """A date as it is read: 27 March 2025, around March 2025, perhaps 3 to 5 May 2024, by 5 May 2024.

        What is doubtful at one end is so as a whole.
        """
        words = self.words["dates"]
        text = self._span(date.start, date.end) if date.is_span else self._moment(date.start or date.end)
        if date.approximate:
            text = str(words["approximate"].format(date=text))
        return str(words["uncertain"].format(date=text)) if date.uncertain else text

    def day(self, day: dt.date) -> str:
        words = self.words["dates"]
        return str(words["day"].format(day=day.day, month=words["months"][day.month - 1], year=day.year))

    def moment(self, known: KnownDate, beside: Event | None = None) -> Moment:
        """A date and how it is known, and which other events it is reported to be beside, if any.

        Words that mean no single day are shown themselves.
        """
        text = self.date(known.date)
        if known.words and not (is_day(known.date) and not known.date.is_span):
            text = str(self.words["dates"]["quoted"].format(words=known.words, date=text))
        read = self._beside(text, beside) if beside else text
        return Moment(read, known.basis, known.because, known.words, known.statement)

    def dated(self, moment: Moment) -> str:
        """A date in a line of its own, with what makes it less than stated."""
        known = self.words["dates"]["known"].get(moment.basis)
        return f"{moment.text}, {known}" if known else moment.text

    def event_moment(self, event: Event) -> Moment:
        """When an event was: its date, and before or after what."""
        return self.moment(date_of_event(self.briefing, event), event)

    def fact_moment(self, fact: BoundFact) -> Moment | None:
        """A fact's own date; where that is its event's, it is beside what the event is beside."""
        known = date_of_fact(self.briefing, fact)
        event = self.briefing.content.events.get(fact.event or "")
        same = event if known and event and event.when.date.text == known.date.text else None
        return self.moment(known, same) if known else None

    def published(self, article: str) -> Moment:
        return self.moment(date_of_article(self.briefing, article))

    def _beside(self, text: str, event: Event) -> str:
        """A date without a day, with the event that it was before, or after, or both."""
        if is_day(event.when.date):
            return text
        ends = {end: self._anchor(id) for end, id in (("after", event.after), ("before", event.before)) if id}
        form = "between" if len(ends) > 1 else next(iter(ends), "")
        return str(self.words["dates"][form].format(date=text, **ends)) if form else text

    def _anchor(self, id: str) -> str:
        """An event that others are before or after: what was before it may have been on its day."""
        event = self.briefing.content.events[id]
        day = self.date(event.when.date)
        is_named = not is_day(event.when.date) or day in event.name
        return event.name if is_named else str(self.words["dates"]["named"].format(name=event.name, date=day))

    def publisher(self, article: str) -> str:
        publisher = self.briefing.article(article).publisher
        return self.briefing.content.publishers[publisher].name if publisher else ""

    def origin(self, article: str) -> str:
        """Where the reporting of an article began; empty where nobody knows."""
        record = self.briefing.article(article)
        names = {"unknown": "", "own": self.words["article"]["own"]}
        return names[record.origin] if record.origin in names else self.link(record.origin).name

    def language(self, article: str) -> str:
        """The language of an article's words, where it is not that of the interface."""
        language = self.briefing.article(article).language
        return language if language != self.words["language"] else ""

    def occasion(self, fact: BoundFact) -> Link:
        """A fact's own date, or else its event by name, or else the day of its article.

        What is said of an event was not thereby said on its day.
        """
        if moment := self.fact_moment(fact):
            return Link(self.dated(moment))
        if fact.event:
            return self.link(fact.event)
        return Link(self.words["card"]["reported"].format(date=self.dated(self.published(fact.article))))

    def source(self, id: str, number: int, again: bool = False) -> Source:
        fact = self.briefing.facts[id]
        return Source(number, fact.say, fact.url, again)

    def sentences(self, records: Sequence[Said | Label | Remark | Grounded], text: str = "say") -> tuple[Sentence, ...]:
        """Sentences whose sources are numbered in order of reading, a fact keeping its number."""
        numbers: dict[str, int] = {}
        sentences = []
        for record in records:
            earlier = set(numbers)
            sources = [self.source(id, numbers.setdefault(id, len(numbers) + 1), id in earlier) for id in record.from_]
            background, proved = getattr(record, "background", None) or "", self.briefing.is_proved(record)
            channels = self.unnamed_channels(record) if text == "say" else ()
            sentences.append(Sentence(getattr(record, text, ""), tuple(sources), background, proved, channels))
        return tuple(sentences)

    def unnamed_channels(self, record: Said | Label | Remark | Grounded) -> tuple[ChannelNote, ...]:
        """Through whom the facts of a sentence are known, where it does not say so itself."""
        hidden = unnamed_channels(self.briefing, record)
        return tuple(self.channel_note(channel, facts) for channel, facts in hidden.items())

    def channel_note(self, channel: Channel, facts: Sequence[BoundFact]) -> ChannelNote:
        """What is read beside facts that are told in short, of which the first is the one shown."""
        return ChannelNote(self.channel(channel), channel.statement(facts[0].id, facts))

    def channel(self, channel: Channel) -> str:
        """Through whom something is known, as it is read beside it."""
        form = "both" if channel.who and channel.via else "who" if channel.who else "via"
        who = self.link(channel.who).name if channel.who else ""
        return str(self.words["channels"][form].format(who=who, via=channel.via))

    def party(self, part: TakenPart) -> Party:
        """Who took part in an event, as it is reported, and with whom not together."""
        notes = [self.words["taken_part"][part.how]] if part.how else []
        if part.channel:
            notes.append(self.channel(part.channel))
        if others := ", ".join(self.link(other).name for other in part.apart):
            notes.append(self.words["taken_part"]["apart"].format(others=others))
        return Party(self.link(part.who), "; ".join(notes), part.statements)

    def parties(self, event: Event) -> tuple[Party, ...]:
        """Everyone who took part in an event, or was to, in the order of writing."""
        return tuple(map(self.party, participation(self.briefing, event)))

    def gist(self, records: Sequence[Said]) -> Sentence:
        """The first of some sentences, for a list, with its channels; none of them is an empty one."""
        return self.sentences(records[:1])[0] if records else Sentence("")

    def in_short(self, records: Sequence[Said], otherwise: str) -> str:
        """The first of some sentences with its channels, where nothing but text can stand; or what stands without."""
        sentence = self.gist(records)
        return "".join((sentence.say, *(f" ({note.text})" for note in sentence.channels))) or otherwise

    def roles(self, leader: Leader) -> tuple[page.Role, ...]:
        return tuple(
            page.Role(
                role.title,
                self.moment(date_of_role(self.briefing, leader, role)),
                organisation=self.link(role.organisation) if role.organisation else None,
                basis=sentence,
            )
            for role, sentence in zip(leader.roles, self.sentences(leader.roles, "title"), strict=True)
        )

    def role_at(self, leader: str, date: Edtf | None = None) -> str:
        """The office that is reported last of a leader up to a date, or to the edition, unless it had ended by then."""
        person, at = self.briefing.content.leaders.get(leader), date or self._edition
        roles = [role for role in person.roles if not role.ended_before(at.earliest)] if person else []
        held = [role for role in roles if role.when.earliest <= at.latest]
        return max(held, key=lambda role: role.when.earliest).title if held else ""

    @property
    def _edition(self) -> Edtf:
        return dates.parse(self.briefing.content.site.edition.isoformat())

    def event_line(self, event: Event) -> EventLine:
        articles = {fact.article for fact in self.briefing.facts_at(event.id)}
        order = order_of_event(self.briefing, event)
        return EventLine(self.link(event.id), self.event_moment(event), event.place or "", len(articles), order)

    def article_lines(self, facts: Iterable[BoundFact]) -> tuple[ArticleLine, ...]:
        """The articles that some facts come from, oldest first."""
        counts: dict[str, int] = {}
        for fact in facts:
            counts[fact.article] = counts.get(fact.article, 0) + 1
        return tuple(
            self.article_line(article, counts[article])
            for article in sorted(counts, key=lambda id: (self.briefing.article(id).published.earliest, id))
        )

    def article_line(self, article: str, facts: int) -> ArticleLine:
        is_open = self.briefing.article(article).curation == "open"
        return ArticleLine(self.article(article), self.publisher(article), self.published(article), facts, is_open)

    def ledger(self, facts: Iterable[BoundFact], prose: Iterable[Statement] = ()) -> Ledger:
        """How many of a page's sentences are bound: its facts, and its prose that rests on facts."""
        shown = {fact.id: fact for fact in facts}
        ours = [self.briefing.is_proved(sentence) for sentence in prose if sentence.from_]
        bound = sum(fact.verdict is Verdict.PROVED for fact in shown.values()) + sum(ours)
        sentences = len(shown) + len(ours)
        site = self.briefing.content.site
        return Ledger(
            sentences,
            bound,
            sentences - bound,
            self.day(site.edition),
            site.corrections,
            site.corrections_url or "",
            site.rights,
        )

    def _span(self, start: dates.Moment | None, end: dates.Moment | None) -> str:
        words = self.words["dates"]
        if not start or not end:
            return str(words["since" if start else "by"].format(date=self._moment(start or end)))
        first, last = start.earliest, end.latest
        if start.precision == end.precision == "day" and (first.year, first.month) == (last.year, last.month):
            return str(words["days"].format(first=first.day, last=self.day(last)))
        return str(words["span"].format(first=self._moment(start), last=self._moment(end)))

    def _moment(self, moment: dates.Moment | None) -> str:
        if not moment:
            return ""
        words, day = self.words["dates"], moment.earliest
        month = words["months"][day.month - 1]
        if moment.precision in ("decade", "century"):
            return str(words["span"].format(first=day.year, last=moment.latest.year))
        return {
            "day": self.day(day),
            "month": str(words["month"].format(month=month, year=day.year)),
            "season": str(words["span"].format(first=self.day(day), last=self.day(moment.latest))),
        }.get(moment.precision, str(day.year))
