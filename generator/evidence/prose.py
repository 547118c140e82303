"""What we say in our own words, held against the facts that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.content.marks import Mark, texts
from generator.content.registries import Event
from generator.content.sentences import Statement
from generator.evidence.binding import bind, subjects_in, supports_date, who_is_named
from generator.evidence.context import FactContext, ProseContext
from generator.evidence.names import AliasTable
from generator.evidence.verdict import Check, Verdict, cannot, proved, refuted, worst


@dataclass(frozen=True)
class BoundStatement:
    """A record of ours that rests on facts, and what these say to it."""

    record: Statement
    checks: tuple[Check, ...]
    named: frozenset[str] = frozenset()  # the ids of everyone whom its texts name

    @cached_property
    def verdict(self) -> Verdict:
        return worst(self.checks)

    @cached_property
    def texts(self) -> tuple[tuple[str, Verdict], ...]:
        """Each of its texts, and the worst answer of its checks; an event's date is checked with its name."""
        text_by_path = dict(texts(self.record, Mark.BOUND))
        first = next(iter(text_by_path), ())
        checks = [(check.field if check.field in text_by_path else first, check) for check in self.checks]
        return tuple(
            (text, worst(check for field, check in checks if field == path)) for path, text in text_by_path.items()
        )


def bind_statement(
    record: Statement,
    fact_contexts: tuple[FactContext, ...],
    aliases: AliasTable,
    events: Mapping[str, Event],
) -> BoundStatement:
    """Every check of a record of ours: its texts, who is said to have taken part, and the date of an event."""
    event = record if isinstance(record, Event) else None
    context = ProseContext(fact_contexts, aliases, events, event)
    bound_texts = [*texts(record, Mark.BOUND)]
    checks = [check for path, text in bound_texts for check in bind(text, context, path)]
    if who := getattr(record, "who", ""):
        checks.append(who_is_named(context, who, who, "speaker", ("who",)))
    if event and fact_contexts:
        checks += _date(event, context)
    named = subjects_in([text for _, text in bound_texts], aliases)
    return BoundStatement(record, tuple(checks), named)


def _date(event: Event, context: ProseContext) -> Iterator[Check]:
    """The date of an event stands in the sentences of its facts, is counted from their words, or inferred."""
    if event.when.basis == "inferred":
        return
    articles = sorted({c.article for c in context.fact_contexts})
    answers = [
        _supports_date(event, [c for c in context.fact_contexts if c.article == article]) for article in articles
    ]
    if True in answers:
        yield proved("date", "when")
    elif None in answers:
        what = f"whether the facts of `{event.id}` give its date `{event.when.date}` needs the text"
        yield cannot("date", ("when",), what)
    else:
        words = f" from the words `{event.when.reckoned}`" if event.when.reckoned else ""
        what = f"no sentence that the facts of `{event.id}` touch gives its date `{event.when.date}`{words}"
        remedy = "rest on the fact that does, give the words it is `reckoned` from, or `basis: inferred`"
        yield refuted("date", ("when",), "UNBOUND-DATE", what, remedy)


def _supports_date(event: Event, contexts: list[FactContext]) -> bool | None:
    """Whether the sentences that facts of one article touch give the date of an event, alone or together."""
    source, published = contexts[0].source, contexts[0].published
    answers = [supports_date(event.when, source, published, context.refs) for context in contexts]
    together = [ref for context in contexts for ref in context.refs]
    answers.append(not event.when.reckoned and supports_date(event.when, source, published, together))
    unknown = None in answers or not all(context.can_tell for context in contexts)
    return True if True in answers else None if unknown else False
