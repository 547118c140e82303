"""Prints how well drafting finds what people found in the curated articles; it needs their texts in `texts/`.

Each article is drafted as if it were new: whoever only this article names is taken out of the registries first, and
counts as found where drafting proposes an entry for the name. A quotation or a paraphrase that was drafted is right
when it contains a curated passage and has its speaker.
"""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from generator import files, pipeline
from generator.briefing import Briefing
from generator.content.reading import Content
from generator.drafting.proposals import Proposal, Proposed, propose
from generator.evidence.binding import numbers_outside_names, supports_date
from generator.evidence.figures import body_of, entails
from generator.evidence.proving import BoundFact, alias_table, full_text
from generator.evidence.proving import mentions as named
from generator.evidence.source import FullText
from generator.evidence.text import normalise, tokens

ROOT = Path(__file__).parent.parent
SPOKEN = 3  # tokens in quotation marks that make a passage a quotation, as on the site
A = TypeVar("A")
B = TypeVar("B")
REGISTRIES = ("leaders", "organisations", "publishers")  # countries are known to everybody


@dataclass
class Score:
    """What was drafted and is right, what was drafted at all; what was curated and found, what was curated at all."""

    right: int = 0
    drafted: int = 0
    found: int = 0
    curated: int = 0

    def add(self, drafted: Iterable[bool], curated: Iterable[bool]) -> None:
        one, other = list(drafted), list(curated)
        self.right += sum(one)
        self.drafted += len(one)
        self.found += sum(other)
        self.curated += len(other)

    def __str__(self) -> str:
        precision, recall = _share(self.right, self.drafted), _share(self.found, self.curated)
        return f"{precision:>9} ({self.right} of {self.drafted}) {recall:>10} ({self.found} of {self.curated})"


def _share(some: int, of: int) -> str:
    return f"{some / of:.2f}" if of else "-"


@dataclass(frozen=True)
class Spoken:
    """A passage of a curated fact with its paragraph and speaker."""

    paragraph: int
    words: str
    who: str


def main(root: Path = ROOT) -> int:
    content, article_texts = files.content(root), files.article_texts(root)
    briefing = pipeline.load(content, article_texts)
    missing = [article for article in briefing.articles if not isinstance(briefing.source(article), FullText)]
    if missing:
        print(f"nothing was measured: the texts of {', '.join(missing)} are not in texts/")
        return 1
    kinds = ("quotations", "quotations, passage alone", "speakers", "figures", "dates", "mentions")
    for title, leave_out in (("registries as they are", False), ("one article left out at a time", True)):
        scores = {kind: Score() for kind in kinds}
        for article in briefing.articles:
            known = without(briefing, article) if leave_out else briefing.content
            measure(briefing, article, drafted(briefing, known, article, article_texts.texts[article]), scores)
        print(f"{title:34}{'precision':>12}{'recall':>20}")
        for kind, score in scores.items():
            print(f"  {kind:26}{score}")
    return 0


def without(briefing: Briefing, article: str) -> Content:
    """The registries without whomever only this article names."""
    others = [source for other, source in briefing.sources.items() if other != article]
    told = {id for source in others for id in named(source, briefing.aliases)}
    known: dict[str, Any] = {
        name: {id: entry for id, entry in getattr(briefing.content, name).items() if id in told} for name in REGISTRIES
    }
    return replace(briefing.content, **known)


def drafted(briefing: Briefing, known: Content, article: str, text: str) -> Proposal:
    blank = known.articles[article].model_copy(update={"facts": ()})
    content = replace(known, articles={**known.articles, article: blank})
    aliases = alias_table(content)
    return propose(content, aliases, article, full_text(content, article, text), briefing.article(article).name)


def measure(briefing: Briefing, article: str, proposal: Proposal, scores: dict[str, Score]) -> None:
    facts = briefing.facts_in(article)
    source = briefing.source(article)
    assert isinstance(source, FullText)
    spoken = list(dict.fromkeys(s for fact in facts for s in attributed(fact, SPOKEN)))
    said = list(dict.fromkeys(s for fact in facts for s in attributed(fact, 0)))
    quotations = [p for p in proposal.drafts if p.finding.kind == "quotation"]
    speaking = [p for p in proposal.drafts if p.finding.kind in ("quotation", "paraphrase")]
    covered = [p for p in speaking if any(holds(source, p, s) for s in said)]
    both(scores["quotations"], quotations, spoken, lambda p, s: holds(source, p, s) and speaks(p, s))
    both(scores["quotations, passage alone"], quotations, spoken, lambda p, s: shows(p, s) and speaks(p, s))
    reached = [s for s in said if any(holds(source, p, s) for p in covered)]
    both(scores["speakers"], covered, reached, lambda p, s: holds(source, p, s) and speaks(p, s))
    both(scores["figures"], [(n, c.form) for n, c in proposal.numbers], list(numbers_of(briefing, facts)), same_figure)
    dated = [(n, w.date.text) for n, w in proposal.dates]
    both(scores["dates"], dated, list(dates(briefing, facts)), lambda a, b: a == b)
    known = briefing.entries.keys()
    strange = [(n, s.id) for s in proposal.unknown_names for n in s.paragraphs if s.id in known]
    mentioned = list(dict.fromkeys((*proposal.mentions, *strange)))
    both(scores["mentions"], mentioned, list(mentions(briefing, facts)), lambda a, b: a == b)


def both(score: Score, drafted: list[A], curated: list[B], fits: Callable[[A, B], bool]) -> None:
    score.add(
        (any(fits(one, other) for other in curated) for one in drafted),
        (any(fits(one, other) for one in drafted) for other in curated),
    )


def attributed(fact: BoundFact, quoted: int) -> Iterable[Spoken]:
    """The passages of a fact that somebody says, with so many tokens in quotation marks."""
    for one in fact.located:
        if fact.who and one.occurrence and one.occurrence.quoted >= quoted:
            yield Spoken(one.occurrence.paragraph, normalise(one.text), fact.who)


def holds(source: FullText, proposed: Proposed, spoken: Spoken) -> bool:
    """Whether the span that was drafted, with the words that its passage adds, contains a curated passage."""
    if proposed.finding.paragraph != spoken.paragraph:
        return False
    paragraph = source.body[spoken.paragraph - 1]
    first, last = paragraph.tokens[proposed.finding.first].start, paragraph.tokens[proposed.finding.last].end
    for passage in proposed.draft.passage:
        start = paragraph.text.find(normalise(passage))
        first, last = min(first, start), max(last, start + len(normalise(passage)))
    return bare(spoken.words) in bare(paragraph.text[first:last])


def shows(proposed: Proposed, spoken: Spoken) -> bool:
    """Whether one passage of a draft contains a curated passage."""
    here = proposed.finding.paragraph == spoken.paragraph
    return here and any(bare(spoken.words) in bare(normalise(passage)) for passage in proposed.draft.passage)


def bare(text: str) -> str:
    return " ".join(token.text for token in tokens(text))


def speaks(proposed: Proposed, spoken: Spoken) -> bool:
    return proposed.finding.speaker.who == spoken.who


def numbers_of(briefing: Briefing, facts: Iterable[BoundFact]) -> Iterable[tuple[int, str]]:
    """The numbers that curated facts give in words of their own, at the paragraphs of their passages."""
    found: dict[tuple[int, str], None] = {}
    for fact in facts:
        for number in numbers_outside_names(tokens(normalise(fact.say)), briefing.aliases):
            if not (number.free or number.is_date or number.amount.endswith("th")) and not is_year(number.amount):
                found.update(
                    {(ref.paragraph, number.amount): None for ref in fact.refs if stands(briefing, fact, number.amount)}
                )
    return found


def is_year(form: str) -> bool:
    return len(form) == 4 and form.isdigit() and form[:2] in ("19", "20")


def stands(briefing: Briefing, fact: BoundFact, form: str) -> bool:
    profiles = briefing.source(fact.article).profiles
    return any(entails(form, body_of(told)) for o in profiles if o.ref in fact.refs for told in o.numbers)


def same_figure(one: tuple[int, str], other: tuple[int, str]) -> bool:
    return one[0] == other[0] and entails(one[1], other[1])


def dates(briefing: Briefing, facts: Iterable[BoundFact]) -> Iterable[tuple[int, str]]:
    """The dates of curated facts that a sentence of their passages gives, or that are counted from its words."""
    return dict.fromkeys(
        (ref.paragraph, fact.when.date.text)
        for fact in facts
        for ref in fact.refs
        if fact.when
        and fact.when.basis == "stated"
        and supports_date(fact.when, briefing.source(fact.article), briefing.article(fact.article).published, [ref])
    )


def mentions(briefing: Briefing, facts: Iterable[BoundFact]) -> Iterable[tuple[int, str]]:
    """Whom the curated facts of a paragraph are about, as far as the paragraph names them."""
    found: dict[tuple[int, str], None] = {}
    for fact in facts:
        source = briefing.source(fact.article)
        there = {
            (o.ref.paragraph, id)
            for o in source.profiles
            if o.ref.paragraph in fact.paragraphs
            for id in fact.subjects & briefing.entries.keys()
            if any(id == name for name in subjects(briefing, o.names))
        }
        found.update(dict.fromkeys(sorted(there)))
    return found


def subjects(briefing: Briefing, runs: Iterable[str]) -> set[str | None]:
    return {name.subject for run in runs for name in briefing.aliases.names(tokens(run))}


if __name__ == "__main__":
    sys.exit(main())
