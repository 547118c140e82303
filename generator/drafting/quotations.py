"""Quoted words over a whole article: where each quotation begins and ends, and who speaks it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.drafting.cue_words import CueWords
from generator.drafting.heard import Heard, Paragraphs, Speakers, sentence_at, sentences_of
from generator.drafting.labels import SIGNATURE, interviewed, label, signature
from generator.drafting.lines import Line
from generator.drafting.memory import Memory
from generator.drafting.phrases import mention_at, stops
from generator.drafting.told import Attribution
from generator.drafting.verbs import without_enclitic

SPOKEN = 3  # tokens: fewer in quotation marks are a term, not a quotation
BESIDE = 2  # tokens between quoted words and the cue beside them: `…," the mayor then said`
NEAR = 3  # tokens between two quotations that are one: `a "full" truce or a "partial" one`
SHORT = 6  # tokens of a sentence that is no more than a cue: `Doe laughs.`
INSIDE = frozenset(("in", "dans"))  # before what a book is called whose words are quoted behind it
SMALL, TITLE = 3, 8  # letters of a word that has no capital in a title; tokens of the longest title
NAMING = frozenset(("called", "described"))  # what they govern stands right behind them
_MARK = re.compile(r"[\"']")


@dataclass(frozen=True)
class Quotation:
    """Quoted words in a paragraph, from first token to last, and who speaks them."""

    paragraph: int  # its place in the article, from nought
    first: int
    last: int
    speakers: Speakers = ()


def quotations(paragraphs: Paragraphs, memory: Memory) -> Iterator[Quotation]:
    """Every quotation of an article with whoever speaks it, in order of reading; nobody where that is not clear."""
    before: list[Quotation] = []  # those of the paragraph before
    known = interviewed(paragraphs, memory)
    for number, heard in enumerate(paragraphs):
        runs = [Quotation(number, first, last) for first, last in _runs(heard)]
        found = [replace(one, speakers=_beside(heard, one, memory)) for one in runs]
        labelled = label(heard, memory, known)
        for spot, one in enumerate(found):
            if not one.speakers and _is_whole(heard, one):
                speakers = labelled or _in_the_paragraph(heard, found, spot, memory)
                speakers = speakers or _from_before(paragraphs, number, one, before)
                speakers = speakers or _from_below(paragraphs, number, one, memory)
                found[spot] = replace(one, speakers=speakers or _going_on(heard, one, before))
        yield from (one for one in found if one.last - one.first + 1 >= SPOKEN and not _is_title(heard, one))
        before = found


def _runs(heard: Sequence[Heard]) -> list[tuple[int, int]]:
    """The quoted words of a paragraph, from mark to mark, also over several sentences."""
    runs: list[list[int]] = []
    single = False
    for one in heard:
        for spot, token in enumerate(one.line.tokens):
            number, gap = one.first + spot, one.line.before(spot)
            if token.quoted and runs and runs[-1][1] == number - 1 and (single or '"' not in gap):
                runs[-1][1] = number
            elif token.quoted:
                runs.append([number, number])
                single = "'" in gap and '"' not in gap  # then double marks only stand inside
    joined: list[list[int]] = []
    for run in runs:
        short = joined and run[0] - joined[-1][1] - 1 <= NEAR and _is_one(heard, joined[-1], run)
        if short:
            joined[-1][1] = run[1]
        else:
            joined.append(run)
    return [(first, last) for first, last in joined]


def _is_title(heard: Sequence[Heard], quotation: Quotation) -> bool:
    """Whether quoted words are what a book is called: each long word of a part of a sentence has a capital."""
    one = heard[sentence_at(heard, quotation.first)]
    if quotation.last > one.last or _is_whole(heard, quotation):
        return False
    first, last = quotation.first - one.first, quotation.last - one.first
    words = [token.text for token in one.line.tokens[first : last + 1]]
    if len(words) > TITLE or not words[0][0].isupper():
        return False
    long = [word for word in words if len(word) > SMALL]
    inside = first > 0 and one.line.words[first - 1] in INSIDE and any(t.quoted for t in one.line.tokens[last + 1 :])
    return inside or (len(long) > 1 and all(word[0].isupper() for word in long))


def _is_one(heard: Sequence[Heard], left: list[int], right: list[int]) -> bool:
    """Whether two short quotations stand in one clause, with no cue and no stop between them."""
    one = heard[sentence_at(heard, left[1])]
    if right[0] > one.last or right[0] == left[1] + 1:
        return False
    between = range(left[1] + 1 - one.first, right[0] - one.first)
    cued = any(cue.first <= n <= cue.last for cue in one.cues for n in between)
    return not cued and not any(re.search(r"[.,;:?!]", one.line.before(n)) for n in (*between, right[0] - one.first))


def _beside(heard: Sequence[Heard], quotation: Quotation, memory: Memory) -> Speakers:
    """Whom the sentences of a quotation make its speaker: a cue in it, behind it or before it, or any of theirs."""
    opens, ends = heard[sentence_at(heard, quotation.first)], heard[sentence_at(heard, quotation.last)]
    inside = [
        c
        for one in sentences_of(heard, quotation.first, quotation.last)
        for c in one.cues
        if c.is_incise and quotation.first < one.first + c.first <= quotation.last
    ]
    if inside:
        return inside[0].speakers
    lead = _lead(opens, quotation)
    after = _behind(heard, quotation, memory)
    adjacent = lead is not None and quotation.first - opens.first - lead.last <= 1
    if after and not (adjacent and _leads_on(ends, after)):
        return after.speakers
    signed = () if after else _signed_beside(ends, quotation, memory) or _unknown_cue(heard, quotation, memory)
    if signed:
        return signed
    if lead and _is_taken_over(opens, lead, quotation, memory.words):
        return ()
    if lead and not (lead.is_behind and lead.said):
        return lead.speakers
    later = [c for c in ends.cues if c.first + ends.first > quotation.last and c.is_behind and not c.is_inside]
    said = [c for c in later if not c.said or c.said[0] + ends.first <= quotation.first]
    if said:
        return said[0].speakers
    if lead:
        return lead.speakers
    start = quotation.first - opens.first
    led = opens.subject if start > 0 and ":" in opens.line.before(start) and not opens.cues else None
    return led.speakers if led and led.is_somebody and led.last < start else ()


def _lead(one: Heard, quotation: Quotation) -> Attribution | None:
    """The cue nearest before a quotation; one in the words of another only where nothing stands between."""
    cues = [c for c in one.cues if not c.is_incise and c.last + one.first < quotation.first]
    cues = [cue for cue in cues if not _is_closed(one, cue, quotation)]
    while cues and cues[-1].is_inside:
        adjacent = quotation.first - one.first - cues[-1].last <= 1
        if adjacent or one.line.words[cues[-1].verb] in NAMING:
            break
        cues.pop()
    return cues[-1] if cues else None


def _is_taken_over(one: Heard, lead: Attribution, quotation: Quotation, words: CueWords) -> bool:
    """Whether somebody without a cue speaks behind an `and`: `Doe rejected it, and friends long thought it "…"`."""
    line, end = one.line, quotation.first - one.first
    joins = (n for n in range(lead.last + 1, end) if line.words[n] in words.joining)
    spot = next((n for n in joins if stops(line, n)), end)
    verbs = (words.saying | words.acting.keys() | words.naming) - words.gerunds.keys()
    nouns = words.determiners | words.possessives | words.prepositions
    known = {cue.verb for cue in one.cues}
    unknown = (n for n in range(spot + 2, end) if line.words[n] in verbs and n not in known)
    return any(line.words[n] not in words.nouns_too or line.words[n - 1] not in nouns for n in unknown)


def _behind(heard: Sequence[Heard], quotation: Quotation, memory: Memory) -> Attribution | None:
    """The cue right behind quoted words; also in the next sentence, where that is no more than a cue."""
    ends = sentence_at(heard, quotation.last)
    one = heard[ends]
    if one.last == quotation.last:
        if ends + 1 == len(heard) or not heard[ends + 1].cues:
            return None
        following = heard[ends + 1]
        cue = following.cues[0]
        bare = cue.first == 0 and not cue.said and not any(token.quoted for token in following.line.tokens)
        return cue if bare and following.line.words[cue.verb] not in NAMING else None
    for cue in one.cues:
        gap = cue.first + one.first - quotation.last - 1
        joined = gap > 0 and one.line.words[cue.first - gap] in memory.words.joining
        if 0 <= gap <= BESIDE and not cue.is_inside and not joined and (gap == 0 or not _stops(one, cue, gap)):
            return cue
    return None


def _signed_beside(one: Heard, quotation: Quotation, memory: Memory) -> Speakers:
    """Whose name stands behind a dash in the line of the quotation: `"So it is" - Jane Doe, farmer`."""
    line, first = one.line, quotation.last - one.first + 1
    if first >= len(line.tokens) or " - " not in line.before(first) or len(line.tokens) - first > SIGNATURE:
        return ()
    mention = mention_at(line, first)
    speaker = memory.named(mention) if mention and not mention.possessive else None
    closes = mention and (mention.last + 1 == len(line.tokens) or "," in line.before(mention.last + 1))
    return (speaker,) if speaker and closes and not one.cues else ()


def _unknown_cue(heard: Sequence[Heard], quotation: Quotation, memory: Memory) -> Speakers:
    """`…," Doe fumed.` and `…," fumed Doe.`: a person beside a verb that no table has, right behind quoted words."""
    one, first = _clause_behind(heard, quotation)
    line, words = one.line, memory.words
    if first >= len(line.tokens):
        return ()
    first += line.words[first] in words.reflexive
    _, pronoun = without_enclitic(line.words[first], words)
    if pronoun:
        return one.meant.get(pronoun, ()) if _is_closed_off(line, first + 1, words) else ()
    if first >= len(line.tokens) - 1:
        return ()
    titles = words.titles | words.offices
    first += line.words[first] in titles and mention_at(line, first + 1) is not None
    named = mention_at(line, first) or mention_at(line, first + 1)
    if not named and line.words[first + 1] in titles:
        named = mention_at(line, first + 2)
    if named and memory.is_a_person(named) and not named.possessive:
        verb = named.last + 1 if named.first == first else first
        speaker = memory.named(named)
        speakers: Speakers = (speaker,) if speaker else ()
        end = max(verb, named.last) + 1
    else:
        verb, speakers, end = first + 1, one.meant.get(line.words[first], ()), first + 2
    if verb >= len(line.tokens) or not line.tokens[verb].text.islower():
        return ()
    return speakers if _is_closed_off(line, end, words) else ()


def _is_closed_off(line: Line, end: int, words: CueWords) -> bool:
    """Whether a clause ends before a token, or goes on with no more than when, where and how."""
    if end >= len(line.tokens) or re.search(r"[.,;:]", line.before(end)):
        return True
    return line.words[end] in words.prepositions | words.times or line.words[end].endswith("ly")


def _clause_behind(heard: Sequence[Heard], quotation: Quotation) -> tuple[Heard, int]:
    """The sentence and the token at which a cue may stand right behind quoted words; behind all tokens if none can."""
    number = sentence_at(heard, quotation.last)
    one = heard[number]
    if one.last == quotation.last:
        following = heard[number + 1] if number + 1 < len(heard) else one
        asked = re.search(r"[?!][\"']?$", following.line.paragraph.text[: following.line.tokens[0].start].rstrip())
        may = following is not one and asked and len(following.line.tokens) <= SHORT
        return following, 0 if may else len(following.line.tokens)
    first = quotation.last - one.first + 1
    return one, first if re.search(r"[,?!]", one.line.before(first)) else len(one.line.tokens)


def _stops(one: Heard, cue: Attribution, gap: int) -> bool:
    return any(re.search(r"[,;:.]", one.line.before(cue.first - n)) for n in range(gap))


def _leads_on(one: Heard, cue: Attribution) -> bool:
    """Whether a cue has quoted words of its own right behind it."""
    after = cue.last + 1
    return after < len(one.line.tokens) and one.line.tokens[after].quoted


def _is_closed(one: Heard, cue: Attribution, quotation: Quotation) -> bool:
    """Whether another quotation stands between a cue and this one, with the end of a clause behind it."""
    line = one.line
    between = [n for n in range(cue.last + 1, quotation.first - one.first) if line.tokens[n].quoted]
    return bool(between) and any("." in line.before(n) for n in range(between[-1] + 1, quotation.first - one.first + 1))


def _is_whole(heard: Sequence[Heard], quotation: Quotation) -> bool:
    """Whether quoted words are sentences of their own, or what a label stands before."""
    opens, ends = heard[sentence_at(heard, quotation.first)], heard[sentence_at(heard, quotation.last)]
    begins = opens.first == quotation.first or ":" in opens.line.before(quotation.first - opens.first)
    return begins and ends.last == quotation.last


def _in_the_paragraph(heard: Sequence[Heard], found: Sequence[Quotation], spot: int, memory: Memory) -> Speakers:
    """Whoever speaks in the sentences before; of two who could, nobody. Else whoever speaks what comes next."""
    at = sentence_at(heard, found[spot].first)
    for one in reversed(heard[:at]):
        outer = [cue for cue in one.cues if not cue.is_inside]
        if outer:
            return outer[-1].speakers if not (outer[-1].is_source and len(outer) == 1 and at > 1) else ()
        if not all(token.quoted for token in one.line.tokens):
            return _subject_of(one, memory)
    following = found[spot + 1 : spot + 2]
    return following[0].speakers if following and following[0].first == found[spot].last + 1 else ()


def _subject_of(one: Heard, memory: Memory) -> Speakers:
    """The person whom a sentence is about: `Mrs Doe does not want to move.`"""
    subject = one.subject if one.subject and not one.line.tokens[one.subject.first].quoted else None
    people = [s for s in subject.speakers if s.is_unknown or memory.is_person(s.who)] if subject else []
    return tuple(people[:1])


def _from_before(paragraphs: Paragraphs, number: int, quotation: Quotation, before: Sequence[Quotation]) -> Speakers:
    """Who spoke in the paragraph before, which was not closed, or ended with a colon."""
    if quotation.first != 0 or number == 0 or not paragraphs[number - 1]:
        return ()
    last = paragraphs[number - 1][-1]
    text = last.line.paragraph.text.rstrip()
    if text.endswith(":"):
        outer = [cue for cue in last.cues if not cue.is_inside]
        if outer:
            return outer[-1].speakers
        return last.subject.speakers if last.subject and last.subject.is_somebody else ()
    if before and before[-1].last == last.last and not _is_closed_there(last.line):
        return before[-1].speakers
    return ()


def _going_on(heard: Sequence[Heard], quotation: Quotation, before: Sequence[Quotation]) -> Speakers:
    """The one who spoke in the paragraph before, where all of this one is quoted."""
    whole = quotation.first == 0 and quotation.last == heard[-1].last
    return before[-1].speakers if before and whole and len({one.speakers for one in before}) == 1 else ()


def _is_closed_there(line: Line) -> bool:
    return bool(_MARK.search(line.paragraph.text[line.tokens[-1].end :]))


def _from_below(paragraphs: Paragraphs, number: int, quotation: Quotation, memory: Memory) -> Speakers:
    """Who closes what goes on in the next paragraphs, or signs below."""
    if quotation.last != paragraphs[number][-1].last:
        return ()
    closed = _is_closed_there(paragraphs[number][-1].line)
    for heard in paragraphs[number + 1 :]:
        if not heard:
            continue
        if speakers := signature(heard, memory):
            return speakers
        runs = _runs(heard)
        if closed or not runs or runs[0][0] != 0:
            return ()
        one = Quotation(number, *runs[0])
        if speakers := _beside(heard, one, memory):
            return speakers
        closed = runs[0][1] != heard[-1].last or _is_closed_there(heard[-1].line)
    return ()
