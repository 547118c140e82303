"""The rule for figures that are drawn together: each has its place on the scale."""

from __future__ import annotations

from collections.abc import Iterator

from generator.briefing import Briefing
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
