"""What is asked of a briefing again and again is found out once, and of another briefing anew."""

from dataclasses import dataclass, field, replace

from generator.analysis.development import periods
from generator.analysis.once import Kept, once
from generator.analysis.voices import body_of, is_one_voice, of_one_voice
from generator.briefing import briefing
from generator.content.reading import read
from tests.analysis.test_agreement import TEXTS


@dataclass(frozen=True)
class Thing:
    id: str


@dataclass
class Library:
    """Something that is asked, and how often it had to think."""

    kept: Kept = field(default_factory=dict)
    asked: list[tuple[object, ...]] = field(default_factory=list)


@once
def pages(library: Library, thing: Thing, shelf: str) -> int:
    library.asked.append((thing, shelf))
    return len(library.asked)


@once
def others(library: Library, thing: Thing) -> None:
    library.asked.append((thing,))


def test_an_answer_is_found_out_once_for_what_it_is_about() -> None:
    library, thing = Library(), Thing("a")
    assert [pages(library, thing, "x"), pages(library, Thing("a"), "x"), pages(library, Thing("b"), "x")] == [1, 1, 2]
    assert [pages(library, thing, "y"), pages(library, thing, "x")] == [3, 1]
    assert others(library, thing) is others(library, thing) is None
    assert library.asked == [(thing, "x"), (Thing("b"), "x"), (thing, "y"), (thing,)]


def test_another_that_is_asked_answers_for_itself() -> None:
    one, other = Library(), Library()
    assert [pages(one, Thing("a"), "x"), pages(other, Thing("b"), "x"), pages(other, Thing("a"), "x")] == [1, 1, 2]


def test_a_briefing_with_other_facts_finds_out_anew() -> None:
    dossier = briefing(read(TEXTS), {}, {})
    size = dossier.content.questions["size"]
    fewer = replace(dossier, facts={id: fact for id, fact in dossier.facts.items() if id != "m1-plan"})
    plan = dossier.content.questions["plan"]
    assert [fact.id for period in periods(dossier, plan) for fact in period.facts] == ["m1-plan", "m2-plan", "s1-plan"]
    assert [fact.id for period in periods(fewer, plan) for fact in period.facts] == ["m2-plan", "s1-plan"]
    assert periods(dossier, size) is periods(dossier, size)


def test_the_bodies_of_one_voice_are_those_that_are_so_one_by_one() -> None:
    dossier = briefing(read(TEXTS), {}, {})
    speakers = [*dossier.entries, "a clerk"]
    for number in range(1, len(speakers) + 1):
        heard = speakers[:number]
        alike = [one for one in speakers if any(is_one_voice(dossier, one, other) for other in heard)]
        assert [one for one in speakers if body_of(dossier, one) in of_one_voice(dossier, heard)] == alike
