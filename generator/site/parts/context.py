"""What every view is made with: the briefing, the words of the interface, and how entries become links and dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.analysis.certainty import date_of_role
from generator.analysis.channels import Channel, UnnamedChannel, channel_of, channels_without_a_name, unnamed_channels
from generator.analysis.order import order_of_event
from generator.analysis.participation import TakenPart, is_over, participation
from generator.content import dates
from generator.content.dates import Edtf
from generator.content.kinds import KINDS, PAGES
from generator.content.model import Label
from generator.content.record import Grounded, Remark
from generator.content.record import Sentence as Said
from generator.content.registries import Event, Leader, Question, Role
from generator.content.sentences import Statement
from generator.evidence.proving import BoundFact
from generator.evidence.verdict import Verdict
from generator.history.readings import ArticleReading, article_reading
from generator.site.parts.dates import Dates
from generator.site.parts.page import (
    ArticleLine,
    ChannelNote,
    EventLine,
    Head,
    Ledger,
    Link,
    Office,
    Party,
    Sentence,
    Source,
)
from generator.site.parts.source_names import source_names
from generator.work.reads import settled

READING = "reading"  # of an article, by its id


@dataclass(frozen=True)
class RenderContext(Dates):
    """A briefing, and the interface words of the language that it is told in."""

    address: str = ""  # the base address of the published site, where it is known; it ends in a slash

    @settled(READING)
    def reading(self, article: str) -> ArticleReading:
        """How far an article was read a second time."""
        return article_reading(self.briefing.content, article)

    def link(self, id: str) -> Link:
        """The name of any entry, and its page if it has one; what is no id is a name already."""
        if id not in self._links:
            self._links[id] = self._link(id)
        return self._links[id]

    @cached_property
    def _links(self) -> dict[str, Link]:
        return {}

    def _link(self, id: str) -> Link:
        content = self.briefing.content
        for section in (name for name in PAGES if KINDS[name].is_registered):
            if entry := getattr(content, section).get(id):
                name = entry.question if section == "questions" else entry.name
                return Link(name, f"{section}/{id}.html")
        if id in content.articles or id in content.removed:
            return self.article(id)
        if channel := channels_without_a_name(self.briefing).get(id):
            return Link(self._unnamed(channel))
        entry = content.publishers.get(id) or content.unused.get(id)
        return Link(entry.name if entry else id)

    def _unnamed(self, channel: UnnamedChannel) -> str:
        """What a channel is called, with its article where another has one that it calls so."""
        if channel.is_alone:
            return channel.via
        article = self.source_link(channel.article).name
        return str(self.words["channels"]["in_article"].format(via=channel.via, article=article))

    def article(self, id: str) -> Link:
        """An article, whose id may be that of an event too; one that nobody has read yet has its id for a name."""
        file = self.briefing.curated.get(id)
        return Link(file.article.name if file else id, f"articles/{id}.html")

    def source_link(self, article: str, url: str = "") -> Link:
        """An article in a word or two, as it stands beside facts; it leads to itself, or to one of its facts."""
        whole = self.article(article)
        short = self._source_names.get(article)
        doubt = self.briefing.article(article).doubt if short else None
        return Link(short, url or whole.url, article, whole.name, doubt.say if doubt else "") if short else whole

    @cached_property
    def _source_names(self) -> Mapping[str, str]:
        return source_names(self.briefing, self.words)

    def answering(self, question: Question, id: str) -> Link:
        """The article or the speaker that answers a question."""
        return self.source_link(id) if question.asks == "sources" else self.link(id)

    def links(self, ids: Iterable[str]) -> tuple[Link, ...]:
        """By name."""
        return tuple(sorted((self.link(id) for id in ids), key=lambda link: (link.name.casefold(), link.url)))

    def head(self, section: str, id: str, name: str, description: str) -> Head:
        """The head of a page below an index; `description` is for one that opens with no sentence of ours."""
        return Head(f"{section}/{id}.md", name, self.opening(section, id, description), self.index(section))

    def opening(self, section: str, id: str, otherwise: str) -> str:
        """The first sentence that the page of an entry opens with, or else what is given."""
        if section == "articles":
            return self.in_short(self.briefing.summary_of(id) if id in self.briefing.articles else (), otherwise)
        entry = getattr(self.briefing.content, section, {}).get(id)
        sentences = getattr(entry, "state_of_play", ()) or getattr(entry, "summary", ())
        return self.in_short(sentences, otherwise)

    def index(self, section: str) -> Link:
        return Link(self.words[section]["title"], f"{section}/index.html")

    def index_head(self, section: str) -> Head:
        words = self.words[section]
        return Head(f"{section}/index.md", words["title"], words["lead"])

    def surname(self, leader: Leader) -> str:
        """What headings call a person: what `sort` has before its comma, or else the last word of the name."""
        return leader.sort.partition(",")[0] if leader.sort else leader.name.split()[-1]

    def publisher(self, article: str) -> str:
        publisher = self.briefing.article(article).publisher
        return self.briefing.content.publishers[publisher].name if publisher else ""

    def origin(self, article: str) -> str:
        """Where the reporting of an article began, as it is counted; empty where nobody knows."""
        known, origin = self.briefing.article(article).origin, self.briefing.origin_of(article)
        if known == "own":
            return str(self.words["article"]["own"])
        return self.link(origin).name if origin != article else ""

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
        reported = self.published(fact.article)
        text = self.dated(reported)
        return Link(self.words["card"]["reported"].format(date=text) if reported.is_known else text)

    def source(self, id: str, number: int, again: bool = False) -> Source:
        fact = self.briefing.facts[id]
        passages = tuple(passage.text for passage in fact.located)
        return Source(
            number, fact.say, fact.url, again, passages, self.source_link(fact.article), self.language(fact.article)
        )

    def sentences(
        self, records: Sequence[Said | Label | Remark | Grounded], text: str = "say", within: str = ""
    ) -> tuple[Sentence, ...]:
        """Sentences whose sources are numbered in order of reading, a fact keeping its number.

        What stands `within` an article, on its page or beside its name, does not repeat why its text is doubtful.
        """
        numbers: dict[str, int] = {}
        sentences = []
        for record in records:
            earlier = set(numbers)
            sources = [self.source(id, numbers.setdefault(id, len(numbers) + 1), id in earlier) for id in record.from_]
            background, proved = getattr(record, "background", None) or "", self.briefing.is_proved(record)
            channels = self.unnamed_channels(record) if text == "say" else ()
            said, doubt = getattr(record, text, ""), self._doubt(record.from_, within)
            sentences.append(Sentence(said, tuple(sources), background, proved, channels, doubt))
        return tuple(sentences)

    def _doubt(self, facts: Iterable[str], within: str) -> str:
        """Why a text is doubtful, where all of some facts are from doubtful ones."""
        articles = {fact.article for fact in self.briefing.facts_by_id(facts)}
        doubts = [self.briefing.article(article).doubt for article in sorted(articles)]
        is_said = articles == {within}
        return next((doubt.say for doubt in doubts if doubt), "") if all(doubts) and not is_said else ""

    def unnamed_channels(self, record: Said | Label | Remark | Grounded) -> tuple[ChannelNote, ...]:
        """Through whom the facts of a sentence are known, where it does not say so itself."""
        hidden = unnamed_channels(self.briefing, record)
        return tuple(self.channel_note(channel, facts) for channel, facts in hidden.items())

    def channel_note(self, channel: Channel, facts: Sequence[BoundFact]) -> ChannelNote:
        """What is read beside facts that are told in short, of which the first is the one shown."""
        return ChannelNote(self.channel(channel), channel.statement(facts[0].id, facts))

    def channel_notes(self, facts: Sequence[BoundFact]) -> tuple[ChannelNote, ...]:
        """Through whom an answer of articles is known; where one of its facts has no channel, through nobody."""
        channels = dict.fromkeys(Channel(fact.who, fact.via) for fact in facts) if channel_of(facts) else ()
        return tuple(
            self.channel_note(channel, [f for f in facts if (f.who, f.via) == (channel.who, channel.via)])
            for channel in channels
        )

    def channel(self, channel: Channel) -> str:
        """Through whom something is known, as it is read beside it."""
        form = "both" if channel.who and channel.via else "who" if channel.who else "via"
        who = self.link(channel.who).name if channel.who else ""
        return str(self.words["channels"][form].format(who=who, via=channel.via))

    def party(self, part: TakenPart) -> Party:
        """Who took part in an event, as it is reported, and with whom not together."""
        over = part.how == "planned" and is_over(self.briefing, self.briefing.content.events[part.event])
        notes = [self.words["taken_part"]["was-planned" if over else part.how]] if part.how else []
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

    def offices(self, leader: Leader) -> tuple[Office, ...]:
        """Each office once, whenever it is reported; with its times where there are several, or where one ended."""
        reported: dict[tuple[str, str | None], list[tuple[Role, Sentence]]] = {}
        for role, sentence in zip(leader.roles, self.sentences(leader.roles, "title"), strict=True):
            reported.setdefault((role.title, role.organisation), []).append((role, sentence))
        is_dated = len(reported) > 1 or any(role.when.is_span for role in leader.roles)
        return tuple(
            Office(
                title,
                self.link(organisation) if organisation else None,
                tuple(self.moment(date_of_role(self.briefing, leader, role)) for role, _ in told) if is_dated else (),
                _together([sentence for _, sentence in told]),
            )
            for (title, organisation), told in reported.items()
        )

    def unknowns(self, subject: str) -> tuple[Sentence, ...]:
        """What no article says of a subject."""
        return self.sentences([one for one in self.briefing.content.site.open if subject in one.about])

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

    @cached_property
    def source_lines(self) -> Mapping[str, ArticleLine]:
        """Every curated article as lists show it, oldest first."""
        return {id: self._article_line(id, short) for id, short in self._source_names.items()}

    def article_lines(self, facts: Iterable[BoundFact]) -> tuple[ArticleLine, ...]:
        """The articles that some facts come from, oldest first."""
        articles = {fact.article for fact in facts} & self._ranks.keys()
        return tuple(self.source_lines[id] for id in sorted(articles, key=lambda id: self._ranks[id]))

    @cached_property
    def _ranks(self) -> Mapping[str, int]:
        return {id: rank for rank, id in enumerate(self.source_lines)}

    def _article_line(self, id: str, short: str) -> ArticleLine:
        record = self.briefing.article(id)
        doubt, is_open = record.doubt.say if record.doubt else "", record.curation == "open"
        is_ours = record.title is None
        return ArticleLine(self.article(id), short, self.publisher(id), self.published(id), doubt, is_ours, is_open)

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
        )


def _together(sentences: Sequence[Sentence]) -> Sentence:
    """The same told several times, once, with everything that it rests on."""
    sources = {source.url: source for sentence in sentences for source in sentence.sources}
    proved = all(sentence.proved for sentence in sentences)
    return replace(sentences[0], sources=tuple(sources.values()), proved=proved)
