"""The whole briefing as one document to be printed: every sentence with the numbers of the facts at its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pkgutil import get_data

from generator.analysis.agreement import VERDICTS, answer_groups, verdict
from generator.analysis.channels import speaker_of
from generator.analysis.development import periods
from generator.analysis.order import events_in_time, in_time, is_reported
from generator.content.registries import Event, Question, Theme
from generator.evidence.proving import BoundFact
from generator.evidence.verdict import Verdict
from generator.site.pages.home import Figure, key_figures
from generator.site.pages.leaders_index import by_name
from generator.site.pages.print_edition_view import (
    ArticlePart,
    Chapter,
    DifferencePart,
    EventPart,
    Given,
    Numbered,
    Places,
    PrintEditionView,
    SpeakerPart,
    ThemePart,
    Told,
)
from generator.site.parts.cards import paragraphs, source_of, unnamed_date
from generator.site.parts.comparisons import comparison, marks, sign
from generator.site.parts.context import RenderContext
from generator.site.parts.page import Head, Link, Page, Sentence, Source

PATH = "dossier.html"
SHEET = "assets/dossier.css"


def print_edition_page(context: RenderContext) -> Page:
    """The whole as one document, however large that is: what a PDF is made from."""
    return Page("print_edition.html.j2", print_edition_view(context))


def print_edition_view(context: RenderContext) -> PrintEditionView:
    briefing, content = context.briefing, context.briefing.content
    site, numbers = content.site, _Numbers.of(context)
    events = events_in_time(briefing, content.events.values())
    ledger = context.ledger(briefing.facts.values())
    view = PrintEditionView(
        head=Head(PATH, site.title, site.description),
        created=site.edition.isoformat(),
        contents=(),
        edition=context.day(site.edition),
        rights=site.rights,
        publisher=site.publisher.name if site.publisher else "",
        corrections=site.corrections,
        facts=len(briefing.facts),
        proved=ledger.bound,
        size=len(briefing.curated),
        bottom_line=numbers.sentences(context.sentences(site.bottom_line)),
        key_figures=tuple(numbers.figures(key_figures(context))),
        events=tuple(_event(context, numbers, event) for event in events),
        themes=tuple(_theme(context, numbers, theme) for theme in content.themes.values()),
        speakers=tuple(_speakers(context, numbers)),
        differences=tuple(
            _difference(context, numbers, question)
            for question in sorted(content.questions.values(), key=lambda q: VERDICTS.index(verdict(briefing, q)))
            if briefing.differs(question)
        ),
        open=numbers.sentences(context.sentences(site.open)),
        articles=tuple(_articles(context, numbers)),
        places=Places({number: f"{PATH}#n{number}" for number in numbers.numbers.values()}),
    )
    return replace(view, contents=tuple(_contents(context, view)))


def _contents(context: RenderContext, view: PrintEditionView) -> Iterator[Chapter]:
    """The parts that have something to say, in their order."""
    edition_words, home, words = context.words["dossier"], context.words["home"], context.words

    def below(kind: str, parts: Iterable[EventPart | ThemePart | SpeakerPart | ArticlePart]) -> tuple[Chapter, ...]:
        return tuple(Chapter(f"{kind}-{part.id}", part.link.name) for part in parts)

    parts = (
        (view.bottom_line, Chapter("bottom-line", home["bottom_line"])),
        (view.key_figures, Chapter("figures", home["figures"])),
        (view.events, Chapter("events", words["events"]["title"], below("event", view.events))),
        (view.themes, Chapter("themes", words["themes"]["title"], below("theme", view.themes))),
        (view.speakers, Chapter("leaders", edition_words["leaders"], below("leader", view.speakers))),
        (view.differences, Chapter("differences", edition_words["differences"])),
        (view.open, Chapter("open", home["open"])),
        (view.articles, Chapter("sources", edition_words["sources"], below("article", view.articles))),
    )
    yield from (chapter for part, chapter in parts if part)


@dataclass(frozen=True)
class _Numbers:
    """The number of every fact, by its address: articles by date, facts in order of reading."""

    numbers: dict[str, int]

    @classmethod
    def of(cls, context: RenderContext) -> _Numbers:
        return cls({fact.url: number for number, fact in enumerate(context.briefing.facts.values(), 1)})

    def sources(self, sources: Iterable[Source]) -> tuple[Source, ...]:
        numbered = (replace(source, number=self.numbers[source.url]) for source in sources)
        return tuple(sorted(numbered, key=lambda source: source.number))

    def sentences(self, sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
        return tuple(replace(sentence, sources=self.sources(sentence.sources)) for sentence in sentences)

    def figures(self, figures: Iterable[Figure]) -> Iterator[Figure]:
        listed = tuple(figures)
        sentences = self.sentences(figure.sentence for figure in listed)
        yield from (replace(figure, sentence=own) for figure, own in zip(listed, sentences, strict=True))

    def facts(self, facts: Iterable[BoundFact]) -> tuple[Source, ...]:
        return tuple(Source(self.numbers[fact.url], fact.say, fact.url) for fact in facts)


def _event(context: RenderContext, numbers: _Numbers, event: Event) -> EventPart:
    return EventPart(
        event.id,
        context.link(event.id),
        context.event_moment(event),
        event.place or "",
        context.parties(event),
        numbers.sentences(context.sentences(event.summary)),
        numbers.facts(context.briefing.facts_at(event.id)),
    )


def _theme(context: RenderContext, numbers: _Numbers, theme: Theme) -> ThemePart:
    state = numbers.sentences(context.sentences(theme.state_of_play))
    return ThemePart(theme.id, context.link(theme.id), state, numbers.facts(context.briefing.facts_on(theme.id)))


def _speakers(context: RenderContext, numbers: _Numbers) -> Iterator[SpeakerPart]:
    """Whoever says something, people by their surnames among all others; each in order of time."""
    said: dict[str, list[BoundFact]] = {}
    for fact in in_time(context.briefing, context.briefing.facts.values()):
        if fact.who or fact.via:  # the articles say all else themselves
            said.setdefault(speaker_of(context.briefing, fact), []).append(fact)
    leaders = context.briefing.content.leaders

    def by_surname(speaker: str) -> tuple[str, str]:
        return by_name(leaders[speaker]) if speaker in leaders else (context.link(speaker).name.casefold(), speaker)

    for number, speaker in enumerate(sorted(said, key=by_surname), 1):
        is_named = all(fact.who for fact in said[speaker])
        told = tuple(_told(context, numbers, fact) for fact in said[speaker])
        id = speaker if is_named else f"channel-{number}"
        yield SpeakerPart(id, context.link(speaker), context.role_at(speaker), told)


def _told(context: RenderContext, numbers: _Numbers, fact: BoundFact) -> Told:
    """A statement with the words that its card has for when it was."""
    words, source, occasion = context.words, numbers.facts([fact])[0], context.occasion(fact).name
    event = context.briefing.content.events.get(fact.event or "")
    if fact.when and is_reported(fact):
        occasion = str(words["card"]["tells_of"].format(date=occasion))
    elif not fact.when and event and (moment := unnamed_date(context, event)):
        occasion = str(words["dossier"]["tied"].format(event=f"{occasion}, {context.dated(moment)}"))
    return Told(source, words["channels"]["via"].format(via=fact.via) if fact.who and fact.via else "", occasion)


def _difference(context: RenderContext, numbers: _Numbers, question: Question) -> DifferencePart:
    compared, answers = comparison(context, question), tuple(_given(context, numbers, question))
    note = numbers.sentences(context.sentences(question.note))
    found, sign_of_all = verdict(context.briefing, question), sign(context, question)
    return DifferencePart(compared.question, found, sign_of_all, compared.statements, answers, note)


def _given(context: RenderContext, numbers: _Numbers, question: Question) -> Iterator[Given]:
    """Each answer of each time, which is told where there are several."""
    letters, times = marks(context, question), periods(context.briefing, question)
    for period in times:
        when = context.date(period.time) if len(times) > 1 else ""
        for group in answer_groups(context.briefing, question, period.facts):
            letter = letters[context.briefing.form(question, group.facts[0])]
            sources = sorted(numbers.facts(group.facts), key=lambda source: source.number)
            respondents = _respondents(context, question, group.facts)
            channels = context.channel_notes(group.facts) if question.asks == "sources" else ()
            yield Given(letter, group.answer, respondents, tuple(sources), when, channels)


def _respondents(context: RenderContext, question: Question, facts: Sequence[BoundFact]) -> tuple[Link, ...]:
    """The articles or the speakers that give an answer, each once; a speaker with a channel, if no fact has none."""
    if question.asks == "sources":
        return tuple(dict.fromkeys(source_of(context, fact) for fact in facts))
    plain = {fact.who for fact in facts if not fact.via}
    return tuple(dict.fromkeys(_speaker(context, fact, is_plain=fact.who in plain) for fact in facts))


def _speaker(context: RenderContext, fact: BoundFact, *, is_plain: bool) -> Link:
    via = fact.via or ""
    if not fact.who:
        return context.link(speaker_of(context.briefing, fact))
    who = context.link(fact.who)
    return who if is_plain or not via else Link(context.words["channels"]["both"].format(who=who.name, via=via))


def _articles(context: RenderContext, numbers: _Numbers) -> Iterator[ArticlePart]:
    for id in sorted(context.briefing.curated, key=lambda id: (context.briefing.article(id).published.in_order, id)):
        record = context.briefing.article(id)
        language = context.language(id)
        yield ArticlePart(
            id,
            context.article(id),
            context.publisher(id),
            context.published(id),
            record.url or "",
            language if record.title else "",
            language,
            tuple(_numbered(numbers, fact) for fact in context.briefing.facts_in(id)),
        )


def _numbered(numbers: _Numbers, fact: BoundFact) -> Numbered:
    passages = zip((passage.text for passage in fact.located), paragraphs(fact), strict=True)
    return Numbered(numbers.numbers[fact.url], fact.say, fact.url, tuple(passages), fact.verdict is Verdict.PROVED)


def sheet() -> bytes:
    return get_data("generator", "templates/print_edition.css") or b""
