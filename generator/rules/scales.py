"""Rules for figures that are drawn together: each has its place on the scale, as exactly as its facts give it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.briefing import Briefing
from generator.content.site import KeyFigure
from generator.evidence.qualifiers import measures
from generator.problems import Problem


def figures_have_one_number_and_one_unit(briefing: Briefing) -> Iterator[Problem]:
    """A figure that is drawn holds one number, in the currency or the percent of the others of its group."""
    for group in briefing.content.site.figures:
        units = [measured[0].unit for point in group.points if len(measured := measures(point.figure)) == 1]
        for point in group.points:
            measured = measures(point.figure)
            place = point.at("figure")
            if len(measured) != 1:
                what = f"expected one number, found `{point.figure}`"
                yield Problem(place, "BAD-FIGURE", what, "give the number as the fact has it")
            elif measured[0].unit != units[0]:
                what = f"`{point.figure}` is not in the unit of the first figure of `{group.name}`"
                yield Problem(place, "BAD-FIGURE", what, "give it a group of its own")


def figures_are_as_exact_as_their_facts(briefing: Briefing) -> Iterator[Problem]:
    """What a fact gives as `about 30` or `more than 26` is drawn as such, and nothing else is."""
    for group in briefing.content.site.figures:
        for point in group.points:
            fact_measures = _measures_of_facts(briefing, point)
            for measure in measures(point.figure):
                qualifiers = {qualifier for form, qualifier in fact_measures if form == measure.form}
                if qualifiers and measure.qualifier not in qualifiers:
                    what = f"none of the facts that it rests on has `{point.figure}`"
                    yield Problem(point.at("figure"), "UNBOUND-PROSE", what, "give it as exactly as they do")


def _measures_of_facts(briefing: Briefing, point: KeyFigure) -> set[tuple[str, str]]:
    """The numbers of the facts behind a figure, each with how exactly it is given."""
    facts = briefing.facts_by_id(point.from_)
    texts = [text for fact in facts for text in (fact.say, *fact.answers.values())]
    return {(measure.form, measure.qualifier) for text in texts for measure in measures(text)}
