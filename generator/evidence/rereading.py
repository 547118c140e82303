"""Whether a fact turns the sense of its sentences: where their marks differ, a person is asked to read again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.evidence.context import FactContext
from generator.evidence.sense import OPPOSITES, Difference, Grammar, Placed, differences
from generator.evidence.source import GRAMMARS, Claim, Span
from generator.evidence.text import normalise
from generator.evidence.verdict import Check, Verdict, cannot, refuted

SENSE = "sense"
NAMES = {
    "negation": "negation", "double": "double negation", "limit": "negation", "future": "plan or future",
    "possibility": "possibility",
    "considered": "thing that is only considered", "unreal": "thing that did not come about",
    "averted": "thing that nearly happened", "delayed": "thing that is put off",
    "aside": "thing that is not so but another", "proof": "word of proof for an accusation",
    "convicted": "verdict", "confirmed": "word of proof for what is only told", "enacted": "word for what is done",
    "suggested": "word for what only seems so", "reason": "reason", "except": "exception",
    "obligation": "obligation", "duty": "duty", "appeal": "demand", "condition": "condition",
    "contrast": "other half of the same speech",
    "claim": "word of who says it", "before": "*before*", "after": "*after*", "until": "*until*", "since": "*since*",
    "all": "*all*", "most": "*most*", "part": "*some*", "few": "*few*", "only": "*only*", "restricted": "*only*",
    "first": "*first*",
    "superlative": "superlative",
}  # fmt: skip
AS_DONE = {"averted": "nearly happened, or was only feared or hoped for", "unreal": "did not come about"}
OPPOSED_TO = {
    kind: [other for pair in OPPOSITES for one, other in (pair, pair[::-1]) if one == kind]
    for pair in OPPOSITES
    for kind in pair
}
OF_WORDS = {
    "speaker": "the sentence has somebody else speak than `who`",
    "roles": "who did it and to whom stand the other way round in the sentence, or another one stands there",
    "owner": "the sentence gives the figure to another one, to another time, or to other things",
    "negation": "`say` denies what the sentence tells, or tells what it denies; the denial is in other words",
}


@dataclass(frozen=True)
class _Reading:
    """The marks in which a fact and its sentences differ, each with how, and those that wait for the words."""

    differing: dict[str, str]
    waiting: frozenset[str]
    has_another_unit: bool = False


def check_sense(context: FactContext) -> Iterator[Check]:
    """The check of a fact's sense, once all its passages are found; and what it settles without need."""
    if not context.is_located or not context.fact.say:
        return
    spans, fact = spans_of(context), context.fact
    reading = _reading(context, spans)
    if reading.has_another_unit and not context.fact.computed:
        what = "the sentence gives the number in another unit than `say`"
        yield refuted(SENSE, ("say",), "OTHER-UNIT", what, "give it in the article's own unit")
        return
    agreed = [mark for mark in reading.differing if mark in fact.agrees]
    settled = tuple(mark for mark in agreed if context.source.agrees(mark, fact.say, spans))
    unsettled = tuple(mark for mark in reading.differing if mark not in settled)
    if unsettled:
        lapsed: list[str] = [mark for mark in agreed if mark not in settled]
        yield _read_again(reading, unsettled, settled, lapsed, context.article)
    elif reading.waiting:
        what = "whether the sense is that of the article's sentences needs the text"
        yield cannot(SENSE, ("say",), what, needs_text=True)
    else:
        yield Check(SENSE, ("say",), Verdict.PROVED, settled=settled)
    for mark in fact.agrees:
        if mark not in reading.differing and mark not in reading.waiting:
            what = f"`say` and its sentences do not differ in `{mark}`"
            yield refuted(SENSE, ("agrees",), "NOTHING-TO-AGREE", what, "leave it out of `agrees`")


def spans_of(context: FactContext) -> tuple[Span, ...]:
    """Where the passages stand, in order of reading."""
    occurrences = [passage.occurrence for passage in context.located if passage.occurrence]
    return tuple(sorted({span for occurrence in occurrences for span in occurrence.spans}))


def _reading(context: FactContext, spans: tuple[Span, ...]) -> _Reading:
    fact, source = context.fact, context.source
    attributed = bool(fact.who or fact.via)
    placed = [Placed((span.ref.paragraph, span.ref.sentence), span.last, span.marks) for span in spans]
    found = differences(normalise(fact.say), GRAMMARS["en"], placed, attributed=attributed)
    differing: dict[str, str] = {}
    for difference in found:
        excusable = not difference.is_added or difference.may_be_turned
        if not (excusable and source.is_beside(difference.kind, fact.say, spans)):
            differing.setdefault(difference.mark, _told(difference, context))
    claim = Claim(fact.who if fact.who and not fact.via else "", context.people)
    answer = source.word_marks(fact.say, spans, claim)
    differing = {**{mark: OF_WORDS[mark] for mark in answer or () if mark in OF_WORDS}, **differing}
    return _Reading(differing, frozenset(OF_WORDS if answer is None else ()), "unit" in (answer or ()))


def _told(difference: Difference, context: FactContext) -> str:
    """How both differ, with the article's own cue where its words are at hand."""
    if difference.kind in OPPOSED_TO:
        mine = _cue(difference.kind, [normalise(context.fact.say)], GRAMMARS["en"])
        wording, grammar = context.source.wording(context.refs), _grammar(context)
        cues = (_cue(kind, wording, grammar) for kind in OPPOSED_TO[difference.kind])
        theirs = next(filter(None, cues), "")
        return f"`say`{mine} and the sentence{theirs} tell opposite things"
    name = NAMES[difference.kind]
    if difference.is_added:
        cue = _cue(difference.kind, [normalise(context.fact.say)], GRAMMARS["en"])
        return f"`say` has a {name}{cue}, the sentence has none"
    cue = _cue(difference.kind, context.source.wording(context.refs), _grammar(context))
    if difference.kind in AS_DONE:
        return f"`say` tells as done what {AS_DONE[difference.kind]}{cue}"
    return f"`say` has no {name}, the sentence has one{cue}"


def _grammar(context: FactContext) -> Grammar:
    return GRAMMARS[context.source.language.code]


def _cue(kind: str, texts: Sequence[str], grammar: Grammar) -> str:
    """The first words of a kind in some texts, in brackets."""
    for text in texts:
        words = grammar.words(text)
        for cue in grammar.cues(words):
            if cue.strict and cue.kind == kind:
                return f" (`{text[words[cue.first].start : words[cue.end - 1].end]}`)"
    return ""


def _read_again(
    reading: _Reading, unsettled: tuple[str, ...], settled: tuple[str, ...], lapsed: list[str], article: str
) -> Check:
    what = "; ".join(reading.differing[mark] for mark in unsettled)
    if lapsed:
        names = ", ".join(lapsed)
        what += f"; `agrees` settled {names} for other words, or no lock has it yet"
        remedy = f"read both again, then lock the article anew with `briefbook lock texts/{article}.txt`"
    else:
        remedy = f"read both again: mend the fact, or settle it with `agrees: [{', '.join((*settled, *unsettled))}]`"
    return Check(SENSE, ("say",), Verdict.CANNOT, "READ-AGAIN", what, remedy, marks=unsettled, settled=settled)
