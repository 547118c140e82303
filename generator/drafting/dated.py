"""Which date of a sentence is that of a figure or of what somebody says: only one of the same predicate.

A date that stands in another clause, in what is compared, or beside a noun of its own dates something else. Where that
is not clear no date is drafted: the sentence shows it, and a wrong one would be published as proved.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.content.record import When
from generator.drafting.calendar_cues import CALENDAR_CUES
from generator.drafting.clauses import COMPARING, PLAIN, SMALL, TIMES, Clause, Run, clauses, is_helping, is_part
from generator.drafting.dates import DateMention
from generator.drafting.lines import Line
from generator.evidence.languages import Language

FEW = 5  # tokens of a subject before the figure that belongs to it: `the pay of 300 workers`
NOUN = 4  # tokens between a date and the figure of the same noun: `October's sales of 300 tonnes`
OF = frozenset(("of", "de", "d", "du", "des"))
ABOUT = frozenset(("some", "nearly", "almost", "over", "roughly", "only", "another", "environ", "quelque", "près"))
ARTICLES = frozenset(("the", "a", "an", "its", "their", "this", "his", "her", "our"))
SINCE = frozenset(("since", "depuis"))
AND = frozenset(("and", "but", "or", "et", "mais", "ou", "puis", "then"))
NOW = frozenset(("now", "nowadays", "today", "currently", "still", "désormais", "aujourd'hui", "aujourd", "toujours"))
_DIGITS = re.compile(r"\d")


def date_of_figure(line: Line, run: Run, mentions: Sequence[DateMention], language: Language) -> When | None:
    """The date of a figure: the nearest of its predicate; none where two stand equally near."""
    found = _Sentence(line, mentions, language)
    own = [m for m in mentions if found.dates_figure(m, run)]
    near = [m for m in own if _apart(m, run) == min(_apart(other, run) for other in own)]
    return near[0].when if len({m.when.date.text for m in near}) == 1 else None


def date_of_words(line: Line, run: Run, mentions: Sequence[DateMention], language: Language) -> When | None:
    """The date of what somebody says: the only one in its first clause, or beside it, and in the words themselves.

    A run that goes on in the next sentence is asked for its part of this one.
    """
    run = (max(0, run[0]), min(run[1], len(line.tokens) - 1))
    found = _Sentence(line, mentions, language)
    inside = [m for m in mentions if run[0] <= m.first and m.last <= run[1]]
    own = [m for m in inside if found.dates_words(m, run) and not _is_of_the_speaker(line, m, language)]
    return own[0].when if len({m.when.date.text for m in own}) == 1 else None


def _is_of_the_speaker(line: Line, mention: DateMention, language: Language) -> bool:
    """Whether quoted words count a day from the one on which they were spoken, which is not that of the article."""
    words = " ".join(line.words[mention.first : mention.last + 1])
    return line.tokens[mention.first].quoted and words in language.days_away and words not in language.weekdays


def _apart(mention: DateMention, run: Run) -> int:
    """How many tokens stand between a date and a run; none where one holds the other."""
    return max(0, mention.first - run[1], run[0] - mention.last)


class _Sentence:
    """A sentence with its clauses, which is asked whose its dates are."""

    def __init__(self, line: Line, mentions: Sequence[DateMention], language: Language) -> None:
        self.line, self.cues = line, CALENDAR_CUES[language.code]
        self.changes = frozenset(language.tables["changes"])
        self.counted = frozenset(figure.start for figure in language.figures(line.tokens) if not figure.is_date)
        self.clauses = clauses(line, ((m.first, m.last) for m in mentions), language)

    def dates_figure(self, mention: DateMention, run: Run) -> bool:
        """Whether a date is that of the figure at a run."""
        date, figure = self._at(mention.first), self._at(run[0])
        if self._is_of_a_noun(mention, run) or self._is_since(mention):
            return False
        while figure > 0 and figure != date and is_part(self.line.words, self.clauses[figure].first):
            figure -= 1
            run = (self.clauses[figure].last, self.clauses[figure].last)
        if date == figure:
            return self._is_of_one_verb(mention, run)
        return self._is_beside(mention, date, figure) or self._is_listed(date, figure)

    def dates_words(self, mention: DateMention, run: Run) -> bool:
        """Whether a date is that of the first clause of what is said."""
        at = self._at(mention.first)
        if self._is_of_a_noun(mention, None) or self._is_since(mention):
            return False
        said = [n for n in range(self._at(run[0]), self._at(run[1]) + 1) if not self.clauses[n].is_adverbial]
        if self.clauses[at].is_adverbial or not said:
            return not said or abs(at - said[0]) == 1
        clause = self.clauses[at]
        goes_on = (
            at > said[0] + 1 and not self.clauses[said[0]].verbs and all(self.clauses[n].is_aside for n in said[1:at])
        )
        first = at == said[0] or (goes_on and bool(clause.verbs) and clause.verbs[0][0] == clause.first)
        moved = self.line.words[mention.first - 1] == "from" and self._changes(clause.first, mention.first)
        return first and not moved and self._is_of_the_first_verb(clause, mention)

    def _goes_on(self, first: int, at: int) -> bool:
        """Whether a clause has the verb of an earlier one, behind what only adds to its subject."""
        between, verbs = self.clauses[first + 1 : at], self.clauses[at].verbs
        begins = bool(verbs) and verbs[0][0] == self.clauses[at].first
        return bool(between) and begins and not self.clauses[first].verbs and all(one.is_aside for one in between)

    def _changes(self, first: int, end: int) -> bool:
        return not self.changes.isdisjoint(self.line.words[first:end])

    def _at(self, spot: int) -> int:
        return next(n for n, clause in enumerate(self.clauses) if clause.has(spot))

    def _is_beside(self, mention: DateMention, date: int, figure: int) -> bool:
        """Whether a date alone between marks, or at the head of its sentence, goes with the clause of a figure."""
        clause, other = self.clauses[date], self.clauses[figure]
        between = self.clauses[min(date, figure) + 1 : max(date, figure)]
        near = all(one.is_aside or one.is_adverbial for one in between)
        leads = self._leads(clause, mention) and not clause.verbs
        if clause.is_adverbial or (leads and date < figure):
            return near and not (other.is_aside and other.first > 0 and other.verbs)
        trails = other.is_aside and not other.verbs and self.line.words[other.first] in PLAIN - COMPARING
        return trails and figure == date + 1 and self._is_of_the_first_verb(clause, mention)

    def _is_listed(self, date: int, figure: int) -> bool:
        """Whether a date and a figure stand in one list: `three men, two women and a child on Monday`."""
        low, high = sorted((date, figure))
        rest = self.clauses[low + 1 : high + 1]
        return all(not one.verbs and self._counts(one) for one in rest) and date == high

    def _counts(self, clause: Clause) -> bool:
        first = clause.first + (self.line.words[clause.first] in AND)
        return first in self.counted

    def _leads(self, clause: Clause, mention: DateMention) -> bool:
        """Whether a date opens its clause, behind small words at most."""
        return all(self.line.words[n] in SMALL | TIMES for n in range(clause.first, mention.first))

    def _is_of_one_verb(self, mention: DateMention, run: Run) -> bool:
        """Whether no other predicate stands between a figure and a date of one clause."""
        clause, words = self.clauses[self._at(mention.first)], self.line.words
        between = (run[1] + 1, mention.first - 1) if mention.first > run[1] else (mention.last + 1, run[0] - 1)
        verbs = [verb for verb in clause.verbs if between[0] <= verb[0] <= between[1] and words[verb[0] - 1] != "to"]
        if self._is_now(clause, mention):
            return False
        if mention.first > run[1]:
            if self._is_compared(mention, run, clause):
                return False
            return len(verbs) <= self._is_subject(run, clause) and not self._is_adjectival(mention, clause)
        if words[run[0] - 1] in ("to", "à") and any(
            _DIGITS.search(words[n]) for n in range(clause.first, mention.first)
        ):
            return False  # from 300 in 2019 to 400
        if not self._leads(clause, mention):
            return not verbs and AND.isdisjoint(words[between[0] : run[0]]) and not self._is_adjectival(mention, clause)
        joined = [n for n in range(*between) if words[n] in AND]
        told = all(any(verb[0] in (n + 1, n + 2) for verb in verbs) for n in joined)
        return told if joined and verbs and verbs[0][0] < joined[0] else len(verbs) <= 1

    def _is_of_the_first_verb(self, clause: Clause, mention: DateMention) -> bool:
        """Whether the verb before a date is the one that its clause tells, and no participle of a noun."""
        before = [verb for verb in clause.verbs if verb[1] < mention.first]
        after = [verb for verb in clause.verbs if verb[0] > mention.last]
        if self._leads(clause, mention):
            return not self._is_now(clause, mention)
        if self._is_adjectival(mention, clause):
            return False
        joined = any(self.line.words[n] in AND for n in range(mention.last + 1, after[0][0])) if after else True
        if before and self.line.words[before[0][0] - 1] in AND:
            return False  # the figure is so and so, and it was built in 1998
        return len(before) <= 1 and (not before or joined)

    def _is_adjectival(self, mention: DateMention, clause: Clause) -> bool:
        """Whether the verb right before a date is a participle of the noun before it: `plants built in 1932`."""
        spot = mention.first - 1
        while spot > clause.first and self.line.words[spot] in SMALL | TIMES:
            spot -= 1
        group = next((verb for verb in clause.verbs if verb[1] == spot), None)
        if group is None or group[0] == clause.first or any(self._helps(n) for n in range(group[0], spot + 1)):
            return False
        earlier = any(verb[1] < group[0] for verb in clause.verbs)
        return earlier or bool(self.cues.helping) or self._stands_behind_a_phrase(group[0], clause)

    def _stands_behind_a_phrase(self, spot: int, clause: Clause) -> bool:
        """Whether a preposition governs the bare noun before a verb: `people in plants` `opened in 1904`."""
        words, noun = self.line.words, spot - 1
        while noun > clause.first and words[noun] not in SMALL and not self.line.tokens[noun].text[0].isupper():
            noun -= 1
        noun -= words[noun] in ("a", "an")
        return noun > clause.first and words[noun] in PLAIN and not self._changes(spot, spot + 1)

    def _is_now(self, clause: Clause, mention: DateMention) -> bool:
        """Whether a clause goes on to what is so today: `In 1904 it opened and now employs 300`."""
        return not NOW.isdisjoint(self.line.words[mention.last + 1 : clause.last + 1])

    def _helps(self, spot: int) -> bool:
        return is_helping(self.line.words[spot], self.cues)

    def _is_subject(self, run: Run, clause: Clause) -> bool:
        """Whether a figure stands where the subject of its clause does, before any verb."""
        words = self.line.words[clause.first : run[0]]
        if any(verb[0] < run[0] for verb in clause.verbs) or len(words) > FEW:
            return False
        return not words or words[-1] in OF or all(word in SMALL | TIMES | AND | ABOUT for word in words)

    def _is_compared(self, mention: DateMention, run: Run, clause: Clause) -> bool:
        """Whether a figure is only measured against a date: `fell 3 percent from May`, `more than in 2019`."""
        between = set(self.line.words[run[1] + 1 : mention.first])
        measured = "from" in between or ("on" in between and _is_a_span(mention))
        plainly = bool(between & (COMPARING - {"from", "up", "down"}))
        return plainly or (measured and self._changes(clause.first, mention.first))

    def _is_since(self, mention: DateMention) -> bool:
        """Whether a date only opens the time of which something is told: `since 1932`."""
        spot = mention.first - 1
        while spot >= 0 and self.line.words[spot] in (SMALL | TIMES) - SINCE:
            spot -= 1
        return spot >= 0 and self.line.words[spot] in SINCE

    def _is_of_a_noun(self, mention: DateMention, run: Run | None) -> bool:
        """Whether a date belongs to a noun, which is not what the figure counts: `the price of last March`."""
        words, spot = self.line.words, mention.first - 1
        while spot > 0 and words[spot] in SMALL - OF - PLAIN:
            spot -= 1
        noun = words[spot - 1] if spot > 0 and words[spot] in OF else ""
        if noun and noun not in TIMES | SMALL and not _DIGITS.search(noun):
            between = words[run[1] + 1 : spot] if run else ()
            return run is None or not self._are_near(run[1], mention.first) or not PLAIN.isdisjoint(between)
        if self._is_possessive(mention) or self._is_adjective(mention):
            return run is None or not self._are_near(mention.last, run[0])
        return False

    def _are_near(self, left: int, right: int) -> bool:
        """Whether a token stands a few others before another one, with no verb between."""
        verbs = (verb[0] for clause in self.clauses for verb in clause.verbs)
        return 0 < right - left <= NOUN and not any(left < verb < right for verb in verbs)

    def _is_possessive(self, mention: DateMention) -> bool:
        return self.line.words[mention.last].endswith(("'s", "s'"))

    def _is_adjective(self, mention: DateMention) -> bool:
        """Whether a date stands between an article and its noun: `the 2019 budget`."""
        words, after = self.line.words, mention.last + 1
        begins = mention.first > 0 and words[mention.first - 1] in ARTICLES
        return begins and after < len(words) and self.line.before(after) == " " and words[after] not in SMALL | TIMES


def _is_a_span(mention: DateMention) -> bool:
    """Whether a date is longer than a day, so that something may be measured on it: `a rise of 3 percent on 2019`."""
    return mention.when.date.earliest != mention.when.date.latest
