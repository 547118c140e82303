"""What an extractor proposes for an article, proved as facts are: what no passage proves does not get in.

Whatever it is made of, it becomes a draft: a person words it, or accepts the wording that came with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator.content.extraction import Extract
from generator.content.model import Draft, Fact
from generator.content.yaml_tree import STRANGE
from generator.drafting.ids import slug
from generator.drafting.memory import Speaker
from generator.drafting.nearly import Misplaced, Stand, stand_of
from generator.drafting.passages import WORDS, Prover
from generator.drafting.proposals import Numbering, Proposed, numbering_of
from generator.drafting.speech import NOBODY, Finding
from generator.drafting.spots import Spots, are_nested, spots_by_id
from generator.drafting.topics import themes_in
from generator.drafting.whom import Registered
from generator.evidence.proving import bound_fact
from generator.evidence.quotation_marks import DOUBLE_MARK
from generator.evidence.source import SentenceRef
from generator.evidence.text import normalise
from generator.evidence.verdict import Check
from generator.problems import Place

RULED = (("who", "named"), ("via",), ("about",), ("kind",), ("event",), ("when",), ("answers",))  # what the rules draft
GUESSED = ("kind", "about")  # a proposal has these, whether or not a program gives them


@dataclass(frozen=True)
class Outcome:
    """What became of one proposal: a draft, with what was mended and left out, or the reason why there is none.

    It may fill a draft that the rules wrote and nobody has touched.
    """

    number: int  # from 1
    place: Place
    drafted: Proposed | None = None
    mended: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    reason: str = ""
    is_known: bool = False  # it is dropped because its words are those of a fact or a draft
    fills: bool = False
    refused: str = ""  # its wording, where the article does not prove it; on one line

    @property
    def kind(self) -> str:
        """`taken` as it was proposed, `filled` into a draft of the rules, `mended`, or `dropped`."""
        if not self.drafted:
            return "dropped"
        return "filled" if self.fills else "mended" if self.mended or self.left_out else "taken"


@dataclass(frozen=True)
class _Earlier:
    """A proposal that was taken: its words, its speaker and its wording."""

    number: int
    spots: Spots
    who: str | None
    say: str | None

    def repeats(self, other: _Earlier) -> bool:
        """Whether it says what an earlier one does: one passage may bear two wordings, or two speakers."""
        return are_nested(self.spots, other.spots) and self.who in (None, other.who) and self.say in (None, other.say)


@dataclass
class _Fields:
    """The fields of a proposal that are still in, what was added to them, and why others are out."""

    kept: dict[str, Any]
    out: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    refused: str = ""  # the wording that is out

    def drop(self, check: Check) -> None:
        name, key = str(check.field[0]), check.field[1] if len(check.field) > 1 else None
        if name == "say":
            self.refused = " ".join(STRANGE.sub("", self.kept.pop(name, self.refused)).split())
        elif isinstance(self.kept[name], dict) and key is not None:
            self.kept[name] = {k: v for k, v in self.kept[name].items() if k != key}
        else:
            self.kept.pop(name)
        told = f"`{name}` is left out: {check.what}" + (f"; {check.remedy}" if check.remedy else "")
        self.out += [told] if told not in self.out else []


@dataclass(frozen=True)
class Intake:
    """An article to which the proposals of an extractor are held, with the facts and drafts that it has already."""

    prover: Prover
    untouched: Mapping[str, Draft] = field(default_factory=dict)  # those of its drafts that the rules wrote

    @cached_property
    def there(self) -> Mapping[str, Spots]:
        """The words of the facts and drafts that the article has, by their ids."""
        content = self.prover.content
        return spots_by_id(content.articles[self.prover.article], content, self.prover.text)

    def outcomes(self, proposals: Sequence[Extract]) -> tuple[Outcome, ...]:
        """What becomes of each, in their order; of two that are alike the second is dropped."""
        numbering = numbering_of(self.prover.content, self.prover.article)
        earlier, blank = list[_Earlier](), dict(self.untouched)
        return tuple(self._outcome(n, proposed, numbering, earlier, blank) for n, proposed in enumerate(proposals, 1))

    def _outcome(
        self,
        number: int,
        proposed: Extract,
        numbering: Numbering,
        earlier: list[_Earlier],
        blank: dict[str, Draft],
    ) -> Outcome:
        place = proposed.at()
        try:
            stand = stand_of(self.prover, proposed)
        except Misplaced as misplaced:
            return Outcome(number, place, reason=str(misplaced))
        having = [id for id, there in self.there.items() if are_nested(there, stand.spots)]
        known = next((id for id in having if id not in self.untouched), "")
        if known:
            return Outcome(number, place, reason=f"`{known}` has these words already", is_known=True)
        free = [id for id in having if id in blank]
        ruled = max(free, key=lambda id: len(self.there[id] & stand.spots), default="")
        fields = self._filling(stand, proposed, blank[ruled]) if ruled else self._proved(stand, proposed)
        this = _Earlier(number, stand.spots, fields.kept.get("who"), fields.kept.get("say"))
        if first := next((other.number for other in earlier if this.repeats(other)), 0):
            return Outcome(number, place, reason=f"proposal {first} says the same", is_known=True)
        remembered = "" if self._copies(fields.refused) else fields.refused
        if ruled and not (remembered or _brings(proposed, fields.kept, blank[ruled])):
            why, out = f"`{ruled}` has these words already", tuple(fields.out)
            return Outcome(number, place, left_out=out, reason=why, is_known=True, refused=fields.refused)
        earlier.append(this)
        blank.pop(ruled, None)
        id = ruled or numbering.next(stand.paragraphs[0])
        written = {**_fixed(id, stand), "say": None, **fields.kept, "status": "draft"}
        finding = Finding("quotation", stand.paragraphs[0], 0, 0, self._stranger(proposed))
        drafted = Proposed(Draft.model_validate(written), finding, refused=remembered)
        mended, fills = (*stand.mended, *fields.added), bool(ruled)
        return Outcome(number, place, drafted, mended, tuple(fields.out), fills=fills, refused=fields.refused)

    def _copies(self, wording: str) -> bool:
        """Whether a wording has the words of the article, in quotation marks or not, so that no file may keep it."""
        return self.prover.text.copied(re.sub(DOUBLE_MARK, "", normalise(wording))) != ""

    @cached_property
    def _registered(self) -> Registered:
        return Registered(self.prover.content, self.prover.aliases)

    def _fields(self, proposed: Extract, stand: Stand) -> _Fields:
        """The fields of a proposal with ids for names; what nothing is registered as is out."""
        fields = _Fields({"kind": proposed.kind})
        for name in ("via", "by", "to", "say", "computed"):
            if value := getattr(proposed, name):
                fields.kept[name] = value
        if proposed.who:
            self._resolve(fields, "who", [proposed.who])
        self._resolve(fields, "about", proposed.about)
        if not fields.kept.get("about"):
            fields.kept["about"] = self._themes(stand)
        for told, paragraph in proposed.named.items():
            if id := self._registered.speaker(told):
                fields.kept.setdefault("named", {})[id] = paragraph
            else:
                fields.out.append(f"`named` is left out: nobody is registered as `{told}`")
        self._add_linked(fields, proposed)
        return fields

    def _resolve(self, fields: _Fields, name: str, told: Sequence[str]) -> None:
        find = self._registered.speaker if name == "who" else self._registered.subject
        ids = {one: find(one) for one in told}
        for one in (one for one, id in ids.items() if id is None):
            hint = self._registered.hint(one)
            fields.out.append(f"`{name}` is left out: nothing is registered as `{one}`" + (f"; {hint}" if hint else ""))
        if found := tuple(dict.fromkeys(id for id in ids.values() if id)):
            fields.kept[name] = found[0] if name == "who" else found

    def _add_linked(self, fields: _Fields, proposed: Extract) -> None:
        """A date, an event and answers, where they are of a kind that can be proved and of the dossier."""
        content = self.prover.content
        if proposed.when and proposed.when.because:
            fields.out.append("`when` is left out: to infer a date is for a person")
        elif proposed.when:
            fields.kept["when"] = proposed.when
        if proposed.event and proposed.event in content.events:
            fields.kept["event"] = proposed.event
        elif proposed.event:
            fields.out.append(f"`event` is left out: no event has the id `{proposed.event}`")
        for id, answer in proposed.answers.items():
            question = content.questions.get(id)
            if not question:
                fields.out.append(f"`answers` is left out: no question has the id `{id}`")
            elif question.options and answer not in question.options:
                fields.out.append(f"`answers` is left out: `{answer}` is none of the options of `{id}`")
            else:
                fields.kept.setdefault("answers", {})[id] = answer

    def _themes(self, stand: Stand) -> tuple[str, ...]:
        refs = sorted({SentenceRef(paragraph, sentence) for paragraph, sentence, _ in stand.spots})
        return themes_in(self.prover.content, " ".join(self.prover.text.wording(refs)))

    def _filling(self, stand: Stand, proposed: Extract, ruled: Draft) -> _Fields:
        """The fields of a proposal, and beside them those that a draft of the rules has, as far as they go together."""
        fields, known = self._fields(proposed, stand), _fields_of(ruled)
        brought = {name: value for name, value in fields.kept.items() if name in proposed.model_fields_set}
        if brought.get("who", ruled.who) != ruled.who:  # then neither is about the speaker that is meant
            known = {name: value for name, value in known.items() if name not in ("named", "via")}
        fields.kept = {**fields.kept, **_together(known, brought)}
        if not self._wrong(stand, fields.kept):
            return fields
        alone = self._proved(stand, proposed)
        alone.kept |= {name: fields.kept[name] for name in GUESSED}
        for first, *others in RULED:
            names = [first, *others] if first == "answers" or first not in alone.kept else []
            more = _together({name: known[name] for name in names if name in known}, alone.kept)
            if not self._wrong(stand, more):
                alone.kept = more
        return alone

    def _proved(self, stand: Stand, proposed: Extract) -> _Fields:
        """The fields of a proposal that the article proves: a wording last, since the others bear on it."""
        fields = self._fields(proposed, stand)
        while wrong := self._wrong(stand, fields.kept):
            others = [check for check in wrong if check.field[0] != "say"]
            if not others and self._point(stand, fields, wrong):
                break
            for check in others or wrong:
                name = str(check.field[0])
                if name == "who" and name in fields.kept and (pointer := self._pointer(stand, fields.kept)):
                    fields.kept["named"] = {**fields.kept.get("named", {}), **pointer}
                elif name in fields.kept or name == "say":
                    fields.drop(check)
        if "say" not in fields.kept:
            fields.kept.pop("computed", None)
        return fields

    def _point(self, stand: Stand, fields: _Fields, wrong: Sequence[Check]) -> bool:
        """Adds the pointers that the checker proposes for a wording, where it is proved with them, and tells of it."""
        pointers = dict(check.pointer for check in wrong if check.pointer)
        pointed = {**fields.kept, "named": {**pointers, **fields.kept.get("named", {})}}
        if not pointers or self._wrong(stand, pointed):
            return False
        fields.kept = pointed
        for id, paragraph in pointers.items():
            told = f"paragraph {paragraph} names whom `say` names; see that the passage means them"
            fields.added.append(f"`named: {{{id}: {paragraph}}}` is added: {told}")
        return True

    def _pointer(self, stand: Stand, kept: Mapping[str, Any]) -> dict[str, int]:
        """The earlier paragraph that names a speaker, where none is given yet."""
        return {} if kept["who"] in kept.get("named", {}) else self.prover.pointed(stand.paragraphs[0], kept["who"])

    def _wrong(self, stand: Stand, kept: Mapping[str, Any]) -> list[Check]:
        prover = self.prover
        fact = Fact.model_validate({**_fixed("a-draft", stand), "say": WORDS, **kept, "about": ()})
        checks = bound_fact(prover.content, prover.aliases, prover.article, fact, prover.text).checks
        return [check for check in checks if str(check.field[0]) in kept and (check.counts or check.marks)]

    def _stranger(self, proposed: Extract) -> Speaker:
        """A speaker whom no registry knows, where the article has the name."""
        told = proposed.who or ""
        refs = tuple(profile.ref for profile in self.prover.text.profiles)
        if not told or self._registered.speaker(told) or not slug(told) or not self.prover.text.has_run(told, refs):
            return NOBODY
        return Speaker(slug(told), None, normalise(told), is_unknown=True)


def _fields_of(ruled: Draft) -> dict[str, Any]:
    """What a draft of the rules has in the fields that they draft."""
    return {name: value for names in RULED for name in names if (value := getattr(ruled, name))}


def _together(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of both; where both have one, that of the second, and what it maps beside what the first does."""
    both = {name: {**one[name], **other[name]} for name in one if name in other and isinstance(one[name], dict)}
    return {**one, **other, **both}


def _brings(proposed: Extract, kept: Mapping[str, Any], ruled: Draft) -> bool:
    """Whether a proposal has something that a draft of the rules with its words has not."""
    return any(kept[name] != getattr(ruled, name) for name in proposed.model_fields_set & kept.keys())


def _fixed(id: str, stand: Stand) -> dict[str, Any]:
    return {"id": id, "passage": stand.passages, "paragraph": stand.paragraphs}
