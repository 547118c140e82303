"""What drafting needs to know of a language to tell who says what; the rules themselves are the same for all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

Act = Literal["statement", "demand", "commitment"]
Gender = Literal["female", "male"]
Phrases = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, eq=False)  # one of each, compared as itself
class CueWords:
    """The words of one language; every one stands in lower case."""

    saying: frozenset[str]  # verbs whose object is what somebody says
    acting: Mapping[str, Act]  # verbs that are a part of what is told: `refused to pay`
    doubtful: frozenset[str]  # of the acting verbs: things do them too, so that their subject must be somebody
    bare: frozenset[str]  # forms that only many speak in: `critics say`
    nouns_too: frozenset[str]  # forms that are nouns as well: `reports`, `claims`
    finding: frozenset[str]  # verbs in which no person speaks: `the survey found that`
    announcing: frozenset[str]  # verbs of saying whose object may be a noun, where others need a clause
    measuring: frozenset[str]  # verbs that put a figure on something: `put the loss at £3m`
    at: frozenset[str]  # before this figure
    naming: frozenset[str]  # verbs that call something a name: `called the plan a gift`
    participles: frozenset[str]  # forms that say something only behind an auxiliary: `déclaré`
    gerunds: Mapping[str, Act]  # their subject is that of the sentence: `saying`
    acting_gerunds: frozenset[str]  # of these: those of acting verbs
    prefixed: Mapping[str, frozenset[str]]  # what must stand behind a verb, or it says nothing: `called for`
    inverted: frozenset[str]  # verbs that may stand before their subject
    about: frozenset[str]  # behind a verb of saying they belong to what is told: `warned of floods`
    transcripts: frozenset[str]  # what a text is that is somebody's own words
    quoting: frozenset[str]  # verbs of whoever passes words on: `quoted her as saying`
    transitive: frozenset[str]  # before a preposition these are participles: `accused of`, `urged to`
    told: frozenset[str]  # verbs that need a hearer: `told the council`
    auxiliaries: frozenset[str]  # before a participle they make it a finite verb
    helpers: frozenset[str]  # what may stand between a subject and its verb
    unspoken: frozenset[str]  # before a verb: nobody has spoken yet
    leading: Phrases  # before a verb: it was spoken all the same: `was heard to mutter`
    would: frozenset[str]
    only: frozenset[str]  # beside `would` and a verb: `would say only that`
    anonymous: frozenset[str]  # what somebody asks not to be: `named`
    passive: frozenset[str]  # before a participle: it is done to somebody
    by: frozenset[str]
    of: frozenset[str]
    as_: frozenset[str]  # `as Doe said`; in French also `en disant`
    reflexive: frozenset[str]
    that: frozenset[str]
    whether: frozenset[str]  # they open what somebody says or asks, and belong to it
    according: Phrases
    views: frozenset[str]  # of these: only before a sentence, and for a person: `For Doe, …`
    openers: frozenset[str]  # a clause that begins so stands before that of the subject: `Asked why, Doe …`
    asked: frozenset[str]  # of these: before whoever a question was put to
    pronouns: Mapping[str, Gender | Literal["thing", "many"]]
    negating: frozenset[str]
    objects: Mapping[str, str]  # the pronoun that is meant behind `according to`
    impersonal: frozenset[str]  # means those of the place before it: `À la mairie, on dit que`
    nobody: frozenset[str]  # what opens a subject that is none: `there`, `nobody`
    determiners: frozenset[str]
    possessives: frozenset[str]
    whose: Mapping[str, Gender]  # of these, who has it: `her driver`
    indefinite: frozenset[str]  # what opens an aside that says who somebody is: `a farmer`, `one of the authors`
    prepositions: frozenset[str]
    belonging: frozenset[str]  # prepositions that stand inside of what somebody is called: `of`, `for`
    serving: frozenset[str]  # the same, behind an office alone: `an analyst at the bank`
    breaks: frozenset[str]  # words that part clauses
    conjunctions: frozenset[str]  # they may open a sentence, or join two verbs
    relatives: frozenset[str]
    times: frozenset[str]  # words of time, which belong to no subject
    before_now: frozenset[str]  # what a time ends with that only says when: `a day earlier`
    ago: frozenset[str]  # what ends a time: `two winters ago the towns agreed`
    pairs: frozenset[str]  # what two who met are called: `the leaders`
    meeting: frozenset[str]  # verbs and nouns that bring two together
    late: frozenset[str]  # of these: they may stand right behind a verb
    hearers: frozenset[str]  # whom something is told: `reporters`
    offices: frozenset[str]  # held by one person, who may be named
    mouthpieces: frozenset[str]  # they speak for those whom they are of
    papers: frozenset[str]  # they tell what those say whom they are of: `figures`, `report`
    alike: Mapping[str, frozenset[str]]  # other words for some offices: `the Oslo boss` is its manager
    epithets: frozenset[str]  # words for whoever was named just before: `l'élu`, `cette couturière`
    ages: tuple[str, ...]  # endings of such words: `the 74-year-old`
    people: frozenset[str]  # who speaks without a name: `residents`
    bodies: frozenset[str]  # institutions that speak: `council`
    governments: frozenset[str]  # of these, who speaks for the country that they are of
    female: frozenset[str]
    male: frozenset[str]
    reporters: frozenset[str]  # before the name of whoever reports to the outlet: `our correspondent Jane Doe`
    called: frozenset[str]  # between what somebody is and a name: `a baker called Doe`
    own: frozenset[str]  # what somebody says of himself: `I`, `our`
    signed: frozenset[str]  # what opens the signature of a letter
    answers: frozenset[str]
    suffixes: tuple[str, ...] = ()  # endings of nouns for people: `-man`
    enclitics: Mapping[str, str] = field(default_factory=dict)  # endings that are a subject: `-t-il`
    articles: Mapping[str, Gender] = field(default_factory=dict)  # with the gender of what stands behind: `le`

    @cached_property
    def roles(self) -> frozenset[str]:
        return self.offices | self.mouthpieces | self.people

    @cached_property
    def joining(self) -> frozenset[str]:
        """Words that join two clauses, and are no adverbs: `and`, `but`."""
        return self.conjunctions - self.times - self.helpers

    @cached_property
    def titles(self) -> frozenset[str]:
        return self.female | self.male

    def is_somebody(self, word: str) -> bool:
        """Whether a noun means a person, people or an institution."""
        plain = word.removesuffix("'s").removesuffix("'")
        return plain in self._somebody or plain.removesuffix("s") in self._somebody or plain.endswith(self.suffixes)

    @cached_property
    def _somebody(self) -> frozenset[str]:
        return self.roles | self.bodies
