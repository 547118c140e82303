"""A fact file from a proposal: every field in the order of the handbook, what is not known as a comment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.content.edits import scalar
from generator.content.model import Article, Draft
from generator.content.record import When
from generator.content.yaml_tree import STRANGE
from generator.drafting.proposals import Proposal, Proposed
from generator.drafting.unknown_names import UnknownName

SCHEMA = "# yaml-language-server: $schema=../../schema/facts.schema.json"
COLUMN = 44  # where comments begin, unless the value is longer
RECORD = {
    "title": "as printed",
    "label": "instead of `title` where the text prints none: ours; then `{say: …, from: [facts]}`",
    "publisher": "an id of publishers.yml; the text states none that is registered",
    "published": "the day of publication",
    "published_basis": "stated or inferred",
    "because": "why we think so",
    "url": "where it stands on the web",
    "language": "en or fr",
    "origin": "own, the id of the agency it came from, or unknown",
    "curation": "gaps are counted; `complete` refuses them",
    "second_reading": "the day on which somebody else had read every fact again",
    "summary": "a few sentences of ours, each with the facts that it rests on",
    "note": "what a reader should know about the text",
    "doubt": "where the text is doubtful, one line that says why",
    "short": "what it is called beside facts, in a word or two",
}
FACT = {
    "id": "choose a better one now; it is for good once it is published",
    "say": "our own words; they alone are missing here",
    "passage": "proved; shorten it to the words that prove what you say",
    "paragraph": "where it stands",
    "who": "who asserts it",
    "via": "through whom it came",
    "named": "the earlier paragraph that names whom a pronoun means",
    "about": "themes, found by their keywords; a fact needs one",
    "kind": "what sort of thing it is",
    "event": "an id of events.yml",
    "when": "the date, and how it is known",
    "answers": "likely, by question; an answer is compared with others word by word",
    "status": "take this line away when the fact is worded",
}


def fact_file(article: Article, proposal: Proposal) -> str:
    """The text of `content/facts/<article>.yml`."""
    lines = [
        SCHEMA,
        "article:",
        *_record(article),
        "",
        *_facts(proposal.drafts),
        *_skip(proposal),
        *_unknown_names(proposal),
    ]
    return "\n".join(lines) + "\n"


def _record(article: Article) -> Iterator[str]:
    named = "title" if article.title else "label"
    for field, comment in RECORD.items():
        value = article.name if field == named else getattr(article, field)
        if field in ("title", "label") and field != named:
            continue
        if field == "published_basis" or value not in (None, (), ""):
            yield _line(2, field, scalar(str(value)), comment)
        elif field != "because":
            yield _line(2, f"# {field}", "", comment)


def _facts(drafts: Sequence[Proposed]) -> Iterator[str]:
    if not drafts:
        yield "facts: []  # the rules found nothing that is said, counted or dated"
        return
    yield "# Drafts: nothing here is checked or shown before somebody has worded it. Word, mend or delete each."
    yield "facts:"
    explained: set[str] = set()
    paragraph = 0
    for proposed in drafts:
        if proposed.finding.paragraph != paragraph:
            paragraph = proposed.finding.paragraph
            yield f"  # Paragraph {paragraph}"
        yield from _fact(proposed, explained)
        yield ""


def _fact(proposed: Proposed, explained: set[str]) -> Iterator[str]:
    draft = proposed.draft
    fields = dict(_fields(draft))
    for number, (field, value) in enumerate(fields.items()):
        comment = "" if field in explained else FACT[field]
        explained.add(field)
        dash = "  - " if number == 0 else "    "
        if isinstance(value, list):
            yield _line(0, f"{dash}{field}", "", comment)
            yield from (f"      - {scalar(passage)}" for passage in value)
        else:
            yield _line(0, f"{dash}{field}", value, comment)
    yield from (f"    # {STRANGE.sub('', hint)}" for hint in _hints(proposed))


def _fields(draft: Draft) -> Iterator[tuple[str, Any]]:
    """The fields that a draft has, as they are written; `say` is empty."""
    yield "id", draft.id
    yield "say", ""
    yield "passage", scalar(draft.passage[0]) if len(draft.passage) == 1 else list(draft.passage)
    yield "paragraph", str(draft.paragraph[0]) if len(draft.paragraph) == 1 else _listed(map(str, draft.paragraph))
    optional_fields: Mapping[str, Any] = {
        "who": draft.who,
        "via": scalar(draft.via) if draft.via else "",
        "named": _mapped({id: str(number) for id, number in draft.named.items()}),
        "about": _listed(draft.about) or "[]",
        "kind": draft.kind,
        "event": draft.event,
        "when": _when(draft.when) if draft.when else "",
        "answers": _mapped(draft.answers),
    }
    yield from ((field, value) for field, value in optional_fields.items() if value)
    yield "status", draft.status


def _hints(proposed: Proposed) -> Iterator[str]:
    """What a person should know, and no field can hold."""
    speaker = proposed.finding.speaker
    if speaker.who and speaker.is_unknown:
        yield f"who: {speaker.who}, once {speaker.name} is registered (see the end of this file)"
    elif speaker.who and not proposed.draft.who:
        yield f"perhaps said by {speaker.who}, but no earlier paragraph names them"
    if not proposed.draft.about:
        yield "no keyword of a theme stands here"
    if proposed.counts:
        yield f"figures: {'; '.join(map(str, proposed.counts))}"
    if len(proposed.dates) > 1:
        yield f"dates of the sentence: {', '.join(mention.when.date.text for mention in proposed.dates)}"
    if proposed.names:
        yield f"names: {', '.join(proposed.names)}"
    if proposed.may_answer:
        yield f"may answer: {', '.join(proposed.may_answer)}"


def _skip(proposal: Proposal) -> Iterator[str]:
    if proposal.skips:
        yield "# Proposed: paragraphs that hold no fact. Look at each."
        yield "skip:"
        yield from (f"  - {{paragraphs: {span}, because: {scalar(why, flow=True)}}}" for span, why in proposal.skips)


def _unknown_names(proposal: Proposal) -> Iterator[str]:
    """Comments: whoever is not registered, what they may be a spelling of, and an entry that can be copied."""
    if not proposal.unknown_names:
        return
    yield ""
    yield "# Names that no registry knows. Register who matters, or add the spelling to an entry's `aliases`."
    for unknown in proposal.unknown_names:
        where = ", ".join(map(str, unknown.paragraphs))
        yield f"# {' '.join(unknown.name.split())} (paragraph {where}){_near(unknown)}"
        yield f"#   content/{unknown.registry or 'leaders'}.yml{'' if unknown.registry else ', if it is a person'}:"
        yield f"#   - {{id: {unknown.id}, name: {scalar(unknown.name, flow=True)}}}"


def _near(unknown: UnknownName) -> str:
    if not unknown.near:
        return ""
    return "; near: " + ", ".join(f"{spelling} ({id})" for spelling, id in unknown.near)


def _when(when: When) -> str:
    if when.reckoned:
        return f"{{date: {when.date.text}, reckoned: {scalar(when.reckoned, flow=True)}}}"
    return when.date.text


def _listed(values: Iterable[str]) -> str:
    inside = ", ".join(values)
    return f"[{inside}]" if inside else ""


def _mapped(values: Mapping[str, str]) -> str:
    inside = ", ".join(f"{key}: {scalar(value, flow=True)}" for key, value in values.items())
    return f"{{{inside}}}" if inside else ""


def _line(indent: int, field: str, value: str, comment: str) -> str:
    text = f"{' ' * indent}{field}: {value}".rstrip()
    return f"{text:<{COLUMN - 1}}  # {comment}" if comment else text
