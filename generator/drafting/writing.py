"""A fact file from a proposal: every field in the order of the handbook, what is not known as a comment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.content.edits import scalar
from generator.content.model import Article, Draft
from generator.content.record import When
from generator.content.yaml_tree import STRANGE
from generator.drafting.name_list import name_list
from generator.drafting.proposals import Proposal, Proposed
from generator.drafting.unknown_names import UnknownName
from generator.drafting.untouched import NAMES, marked

SCHEMA = "# yaml-language-server: $schema=../../schema/facts.schema.json"
BELOW = " (see the end of this file)"
COLUMN = 44  # where comments begin, unless the value is longer
RECORD = {
    "title": "as printed",
    "label": "to be written by you, for the text prints no title; with facts, `{say: …, from: [facts]}`",
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
FACT = {  # those that the rules draft
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
LASTING = ("figures: ", "dates of the sentence: ", "names: ", "may answer: ")  # hints that hold whatever is drafted


def fact_file(article: Article, proposal: Proposal, remarks: Iterable[str] = ()) -> str:
    """The text of `content/facts/<article>.yml`, with remarks on its record."""
    lines = [
        SCHEMA,
        "article:",
        *_record(article),
        *(f"  # {STRANGE.sub('', ' '.join(remark.split()))}" for remark in remarks),
        "",
        *_facts(proposal.drafts),
        *_skip(proposal),
        *_unknown_names(proposal),
    ]
    listed = name_list(names_comment(proposal))
    return marked("\n".join(lines) + "\n", (entry.mark for entry in listed.entries) if listed else ())


def names_comment(proposal: Proposal) -> list[str]:
    """The lines that tell whom no registry knows, the first of them saying so; none where everybody is known."""
    return [line for line in _unknown_names(proposal) if line]


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
        yield from draft_lines(proposed, explained)
        yield ""


def draft_lines(proposed: Proposed, explained: set[str]) -> Iterator[str]:
    """A draft as it is written; the first time that a field stands in a file, a comment explains it."""
    draft = proposed.draft
    fields = dict(_fields(draft))
    for number, (field, value) in enumerate(fields.items()):
        comment = "" if field in explained or (field == "say" and value) else FACT.get(field, "")
        explained.add(field)
        dash = "  - " if number == 0 else "    "
        if isinstance(value, list):
            yield _line(0, f"{dash}{field}", "", comment)
            yield from (f"      - {scalar(passage)}" for passage in value)
        else:
            yield _line(0, f"{dash}{field}", value, comment)
    yield from (f"    # {STRANGE.sub('', hint)}" for hint in hints(proposed))


def _fields(draft: Draft) -> Iterator[tuple[str, Any]]:
    """The fields that a draft has, as they are written."""
    yield "id", draft.id
    yield "say", scalar(draft.say) if draft.say else ""
    yield "passage", scalar(draft.passage[0]) if len(draft.passage) == 1 else list(draft.passage)
    yield "paragraph", str(draft.paragraph[0]) if len(draft.paragraph) == 1 else _listed(map(str, draft.paragraph))
    optional_fields: Mapping[str, Any] = {
        "who": draft.who,
        "via": scalar(draft.via) if draft.via else "",
        "named": _mapped({id: str(number) for id, number in draft.named.items()}),
        "about": _listed(draft.about) or "[]",
        "kind": draft.kind,
        "by": _listed(scalar(words, flow=True) for words in draft.by),
        "to": _listed(scalar(words, flow=True) for words in draft.to),
        "event": draft.event,
        "when": _when(draft.when) if draft.when else "",
        "answers": _mapped(draft.answers),
        "computed": _mapped(draft.computed),
    }
    yield from ((field, value) for field, value in optional_fields.items() if value)
    yield "status", draft.status


def hints(proposed: Proposed) -> Iterator[str]:
    """What a person should know, and no field can hold."""
    if proposed.refused:
        yield f"not proved: {proposed.refused}"
    speaker = proposed.finding.speaker
    if speaker.who and speaker.is_unknown:
        yield f"who: {speaker.who}, once {speaker.name} is registered{BELOW}"
    elif speaker.who and not proposed.draft.who:
        yield f"perhaps said by {speaker.who}, but no earlier paragraph names them"
    if speaker.via and not proposed.draft.via:
        yield f"via: {speaker.via}"
    if not proposed.draft.about:
        yield "no keyword of a theme stands here"
    if proposed.counts:
        yield f"figures: {'; '.join(map(str, proposed.counts))}"
    if len(proposed.dates) > (proposed.draft.when is not None):
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
    yield NAMES
    for unknown in proposal.unknown_names:
        where = f"paragraph {', '.join(map(str, unknown.paragraphs))}" if unknown.paragraphs else "the page"
        others = [spelling for spelling in unknown.spellings if spelling != unknown.name]
        as_ = f", as {', '.join(others)}" if others else ""
        note = f"; {unknown.note}" if unknown.note else ""
        yield f"# {' '.join(unknown.name.split())} ({where}{as_}){_near(unknown)}{note}"
        if unknown.registry == "countries" and unknown.near:
            continue
        yield f"#   content/{unknown.registry or 'leaders'}.yml{'' if unknown.registry else ', if it is a person'}:"
        entry = ", ".join(f"{field}: {_inline(value)}" for field, value in unknown.entry.items())
        yield f"#   - {{{entry}}}"


def _inline(value: str | tuple[str, ...]) -> str:
    return scalar(value, flow=True) if isinstance(value, str) else _listed(scalar(one, flow=True) for one in value)


def _near(unknown: UnknownName) -> str:
    if not unknown.near:
        return ""
    return "; near: " + ", ".join(f"{spelling} ({id})" for spelling, id in unknown.near)


def _when(when: When) -> str:
    if when.reckoned:
        return f"{{date: {when.date.text}, reckoned: {scalar(when.reckoned, flow=True)}}}"
    if when.because:
        return f"{{date: {when.date.text}, basis: inferred, because: {scalar(when.because, flow=True)}}}"
    return when.date.text


def _listed(values: Iterable[str]) -> str:
    inside = ", ".join(values)
    return f"[{inside}]" if inside else ""


def _mapped(values: Mapping[str, str]) -> str:
    inside = ", ".join(f"{scalar(key, flow=True)}: {scalar(value, flow=True)}" for key, value in values.items())
    return f"{{{inside}}}" if inside else ""


def _line(indent: int, field: str, value: str, comment: str) -> str:
    text = f"{' ' * indent}{field}: {value}".rstrip()
    return f"{text:<{COLUMN - 1}}  # {comment}" if comment else text
