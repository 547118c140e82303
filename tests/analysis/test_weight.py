"""How much facts matter, which decides where they stand in a list."""

from itertools import pairwise

import pytest

from generator.analysis.weight import weight_of
from generator.content.model import Kind
from generator.site.parts.context import RenderContext

ORDER: tuple[tuple[Kind, ...], ...] = (
    ("commitment", "demand", "position"),
    ("figure",),
    ("statement", "meeting", "event", "attack"),
    ("outlook",),
    ("background",),
)


def test_kinds_weigh_in_their_order_and_an_answer_weighs_more_than_a_figure(context: RenderContext) -> None:
    briefing = context.briefing
    facts = briefing.facts.values()
    weights = [
        {weight_of(briefing, fact) for fact in facts if fact.kind in kinds and not fact.answers} for kinds in ORDER
    ]
    assert [max(below) < min(above) for above, below in pairwise(weights)] == [True] * 4
    answers = {
        weight_of(briefing, fact) for fact in facts if fact.answers and fact.kind not in (*ORDER[0], "background")
    }
    assert len(answers) == 1
    assert max(weights[1]) < min(answers) < min(weights[0])


@pytest.mark.parametrize("id", ["asr-macron-role", "nt-zelensky-president"])
def test_who_holds_an_office_weighs_least(context: RenderContext, id: str) -> None:
    briefing = context.briefing
    assert weight_of(briefing, briefing.facts[id]) == min(weight_of(briefing, fact) for fact in briefing.facts.values())
