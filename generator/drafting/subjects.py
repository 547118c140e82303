"""Whom the subject of a verb of speech means: a name, somebody unnamed, or whom a pronoun stands for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.drafting.cue_words import CueWords
from generator.drafting.lines import Line, Mention
from generator.drafting.memory import Memory, Speaker
from generator.drafting.offices import is_called, is_office
from generator.drafting.phrases import (
    Run,
    comma,
    has_company,
    mention_at,
    run_before,
    run_behind,
    runs_around_asides,
    stops,
)

DEFINITE = ("the", "le", "la", "l")
LONGEST_NAME = 12  # tokens of a speaker without a name: who needs more words is not told by them


@dataclass(frozen=True)
class Subject:
    """Who speaks, and the tokens of a sentence that say so, with their aside."""

    speakers: tuple[Speaker, ...]
    first: int
    last: int
    is_somebody: bool = True  # a person, people or a body, as far as words tell; else it may be a thing
    many: bool = False
    is_related: bool = False  # its verb stands behind `who`


def subject_before(line: Line, end: int, memory: Memory) -> Subject | None:
    """The subject that ends at a token, or the one before the aside that ends there."""
    if end < 0:
        return None
    if line.words[end] in memory.words.relatives and end:
        return _antecedent(line, end, memory)
    if not comma(line, end + 1):
        run = run_before(line, end, memory.words) if not stops(line, end + 1) else None
        if run and (who := _relative_of(line, run, memory)):
            whose = _antecedent(line, who, memory)
            return replace(whose, is_related=False, last=end) if whose else None
        return resolved(line, run, memory) if run else None
    thing: Subject | None = None
    begins = memory.words.determiners | memory.words.possessives
    for run, aside in runs_around_asides(line, end, memory.words):
        subject = resolved(line, run, memory)
        thing = thing or (subject if line.words[run[0]] in begins else None)
        apposed = _apposed(line, aside, memory)
        if subject and apposed and not _has_a_name(subject):
            return Subject((apposed,), run[0], end)
        if subject and subject.is_somebody:
            return Subject(subject.speakers, run[0], end, many=subject.many)
    return thing and Subject(thing.speakers, thing.first, end, is_somebody=False, many=thing.many)


def subject_behind(line: Line, verb: int, memory: Memory) -> Subject | None:
    """The subject that follows its verb: `said the mayor, Jane Doe`."""
    run = run_behind(line, verb, memory.words)
    subject = resolved(line, run, memory) if run else None
    if not run or not subject:
        return None
    aside = _aside_behind(line, run[1])
    apposed = _apposed(line, aside, memory) if aside and not _has_a_name(subject) else None
    return Subject((apposed,), run[0], aside[1]) if aside and apposed else subject


def _aside_behind(line: Line, last: int) -> Run | None:
    """The clause behind a comma, over what stands in brackets: `, Jane Doe,`."""
    first, end = last + 1, len(line.tokens)
    while first < end and "(" in line.before(first):
        first = next((n for n in range(first + 1, end) if ")" in line.before(n)), end)
    if first >= end or "," not in line.before(first):
        return None
    return first, next((n for n in range(first, end - 1) if stops(line, n + 1)), end - 1)


def _has_a_name(subject: Subject) -> bool:
    return any(speaker.who and not speaker.via for speaker in subject.speakers)


def _apposed(line: Line, aside: Run, memory: Memory) -> Speaker | None:
    """The person who is all of an aside: `the adviser, Jane Doe,`."""
    mention = mention_at(line, aside[1])
    if not mention or mention.last != aside[1] or mention.possessive:
        return None
    titles = range(aside[0], mention.first)
    if not is_called(line, mention, memory.words) and any(
        line.words[n] not in memory.words.titles and not _is_rank(line, n, memory) for n in titles
    ):
        return None
    speaker = memory.named(mention)
    person = speaker and (memory.is_person(speaker.who) or len(mention.text.split()) > 1 or mention.first > aside[0])
    return speaker if person else None


def _relative_of(line: Line, run: Run, memory: Memory) -> int:
    """The `who` that does what stands before a verb: `a clerk who forged the stamps told officers`; nought if none."""
    words, first = memory.words, run[0]
    begins = words.determiners | words.possessives | words.pronouns.keys()
    if line.words[first] in begins or mention_at(line, first) or not line.tokens[first].text.islower():
        return 0
    who = first - 1
    while who > 0 and line.words[who] in words.helpers:
        who -= 1
    opens = words.relatives - words.that | (words.that if line.words[who + 1] in words.auxiliaries else frozenset())
    is_one = who > 0 and line.words[who] in opens and not any(stops(line, n) for n in range(who, first + 1))
    return who if is_one else 0


def _is_rank(line: Line, spot: int, memory: Memory) -> bool:
    """Whether a word before a name is an office with a capital: `the surgeon, Dr Jane Doe,`."""
    return line.words[spot] in memory.words.offices and line.tokens[spot].text[0].isupper()


def _antecedent(line: Line, who: int, memory: Memory) -> Subject | None:
    """The name before `who`; one with an office and no name is told by it."""
    mention = mention_at(line, who - 1)
    if mention and memory.is_a_person(mention) and not mention.possessive:
        named = resolved(line, (mention.first, mention.last), memory)
        return replace(named, is_related=True) if named else None
    if comma(line, who):
        for run, _ in runs_around_asides(line, who - 1, memory.words):
            subject = resolved(line, run, memory)
            if subject and _has_a_name(subject):
                return Subject(subject.speakers, subject.first, subject.last, is_related=True)
    before = run_before(line, who - 1, memory.words)
    subject = resolved(line, _last_noun(line, before, memory), memory) if before else None
    return replace(subject, is_related=True) if subject else None


def _last_noun(line: Line, run: Run, memory: Memory) -> Run:
    """The last noun of a run that begins with none: `the mayor` in `backed by the mayor`."""
    begins = [n for n in range(*run) if line.words[n] in memory.words.determiners | memory.words.possessives]
    named = line.words[run[0]] in memory.words.determiners | memory.words.possessives or mention_at(line, run[0])
    return run if named or not begins else (begins[-1], run[1])


def resolved(line: Line, run: Run, memory: Memory) -> Subject | None:
    """Whom the words of a subject mean; nothing where they are none."""
    first, last = run
    words, said = memory.words, line.words[first : last + 1]
    if len(said) == 1 and said[0] in words.objects:
        said = (words.objects[said[0]],)
    pronoun = next((word for word in said if word in words.pronouns), "")
    if pronoun and len(said) <= 3 and not line.mentions_in(first, last):
        speakers = memory.meant_by(pronoun)
        many = words.pronouns[pronoun] == "many"
        return Subject(speakers, first, last, many=many) if speakers else None
    if (
        pronoun
        or (said[0] in words.nobody and not (said[0] in words.determiners and len(said) > 1))
        or line.words[last] in words.determiners | words.prepositions
    ):
        return None
    company = next((m for m in line.mentions_in(first, last) if has_company(line, m.last, words)), None)
    if company and company.last < last:
        one = _by_name(line, (first, company.last), company.last, company, memory)
        return one and replace(one, last=last, many=True)
    core = _core(line, first, last, memory)
    ending = mention_at(line, last)
    if ending and memory.is_a_person(ending) and not ending.possessive and core < last:
        before = line.words[ending.first - 1]
        if before not in words.prepositions | words.determiners | words.titles and words.is_somebody(line.words[core]):
            core = last  # the head of the port Jane Doe
    elif ending and not ending.possessive and _is_a_makers(line, core, ending, memory.words):
        core = last  # le fabricant de voiles Altamer
    mention = mention_at(line, core)
    if mention and first < mention.first and memory.is_an_adjective(mention):
        core = mention.first - 1  # la ministre `suédoise` de la Mer
    elif mention and mention.last == core and not mention.possessive and not is_office(mention, words):
        return _by_name(line, run, core, mention, memory)
    return _by_office(line, run, core, memory)


def _is_a_makers(line: Line, core: int, name: Mention, words: CueWords) -> bool:
    """Whether a name stands behind what somebody makes: `de voiles`; a person has no such name."""
    plain = name.first == core + 3 and line.words[core + 1] in words.belonging and name.text[0].isupper()
    small = words.determiners | words.possessives | words.titles | words.roles
    return plain and line.words[core + 2] not in small and line.words[core] not in words.roles | words.papers


def _core(line: Line, first: int, last: int, memory: Memory) -> int:
    """The last token before what belongs to a noun: the director in `the director of the institute`."""
    for spot in range(first + 1, last + 1):
        if line.words[spot] in memory.words.prepositions and not mention_at(line, spot):
            return spot - 1
    return last


def _by_name(line: Line, run: Run, core: int, mention: Mention, memory: Memory) -> Subject | None:
    """The name that a subject ends with; two of them where `and` joins them."""
    speaker = memory.named(mention, line.words[mention.first - 1] if mention.first > run[0] else "")
    if not speaker:
        return None
    beside = line.words[mention.first - 1] if mention.first > run[0] else ""
    if not mention.subject and beside in memory.words.bodies:
        return Subject((Speaker(None, _phrase(line, run, memory), _phrase(line, run, memory)),), *run)
    others = [m for m in line.mentions if run[0] <= m.first and m.last < mention.first and not m.possessive]
    if others and line.words[others[-1].last + 1] in memory.words.conjunctions:
        other = memory.named(others[-1])
        both = (other, speaker) if other else (speaker,)
        return Subject(both, *run, many=True)
    if core < run[1] and (mention.subject is None or not memory.is_person(mention.subject)):
        head = line.words[core]
        if memory.words.is_somebody(head):
            return _by_office(line, run, core, memory)
    return Subject((speaker,), *run)


def _by_office(line: Line, run: Run, core: int, memory: Memory) -> Subject | None:
    """Somebody without a name: whom the article named so before, whom a mouthpiece speaks for, or the words alone."""
    words = memory.words
    spots = [n for n in range(run[0], core + 1) if words.is_somebody(line.words[n]) and not _is_possessed(line, n)]
    papers = [n for n in range(run[0], core + 1) if line.words[n] in words.papers] if not spots else []
    heads = spots or papers
    head = heads[0 if words.enclitics else -1] if heads else core
    mentions = [m for m in line.mentions_in(*run) if m.subject]
    noun = line.words[head].removesuffix("'s")
    if noun in words.mouthpieces | words.papers and mentions:
        whose = mentions[-1]
        many = noun in words.papers and noun.endswith("s")
        return Subject((Speaker(whose.subject, _phrase(line, run, memory), whose.text),), *run, many=many)
    if noun in words.governments and mentions and not memory.is_person(mentions[-1].subject):
        return Subject((Speaker(mentions[-1].subject, None, mentions[-1].text),), *run)
    if noun in words.pairs and _is_definite(line, run, memory) and (both := memory.meant_by_many()):
        return Subject(both, *run, many=True)
    if (
        head == core
        and _is_definite(line, run, memory)
        and (known := memory.described(noun, line.words[run[0] : run[1] + 1]))
    ):
        return Subject((known,), *run)
    if _is_epithet(line, run, words) and (meant := memory.named_last()):
        return Subject((meant,), *run)
    whole = run if run[1] - run[0] < LONGEST_NAME else (run[0], core)
    phrase = _phrase(line, whole, memory)
    if not heads and not _may_speak(line, run, core, memory):
        return None
    many = noun.endswith(("s", "men", "people", "police")) and not noun.endswith(("ss", "ais"))
    return Subject((Speaker(None, phrase, phrase.casefold()),), *run, is_somebody=bool(spots), many=many)


def _is_epithet(line: Line, run: Run, words: CueWords) -> bool:
    """Whether words only mean whoever was named before: `the 74-year-old`, `l'élu`, `cette ancienne couturière`."""
    said = line.words[run[0] : run[1] + 1]
    if said[0] not in (*DEFINITE, "ce", "cet", "cette") or not words.bodies.isdisjoint(said):
        return False
    meant = any(word in words.epithets or word.endswith(words.ages) for word in said)
    return meant and (words.papers | words.mouthpieces).isdisjoint(said)


def _is_possessed(line: Line, spot: int) -> bool:
    return (
        line.words[spot].endswith(("'s", "s'")) or line.before(spot + 1)[:1] == "'"
        if spot + 1 < len(line.tokens)
        else False
    )


def _is_definite(line: Line, run: Run, memory: Memory) -> bool:
    """Whether words say `the mayor`, and no more than whose."""
    return line.words[run[0]] in DEFINITE and not any(
        memory.is_person(mention.subject) for mention in line.mentions_in(*run)
    )


def _may_speak(line: Line, run: Run, core: int, memory: Memory) -> bool:
    """Whether words that no table knows can be a subject: they have an article, a number, or end in a plural."""
    word = line.words[run[0]]
    begins = word in memory.words.determiners | memory.words.possessives or line.tokens[run[0]].text[0].isdigit()
    return begins or line.words[core].endswith("s") or "'" in "".join(line.words[run[0] : core])


def _phrase(line: Line, run: Run, memory: Memory) -> str:
    """A speaker in the words of the text; where these open a sentence, an article has no capital."""
    text = line.text(*run)
    words = memory.words
    small = line.words[run[0]] in words.determiners | words.possessives | words.people | words.papers
    shouted = len(line.tokens[run[0]].text) > 1 and line.tokens[run[0]].text.isupper()
    return text[0].lower() + text[1:] if small and not shouted else text
