"""What an extractor proposes: each proposal is proved, mended or dropped, and nothing unproved gets in."""

import json
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import files, pipeline
from generator.content import json_tree, shape, yaml_tree
from generator.content.extraction import Extract, Extracts
from generator.content.model import Draft, Fact
from generator.drafting import untouched
from generator.drafting.extracted import Intake, Outcome
from generator.drafting.inserting import with_drafts, with_filled
from generator.drafting.passages import Prover
from generator.evidence.proving import alias_table, bound_fact, drafts, full_text
from generator.problems import Malformed
from tests.folders import HERE

SMALL = files.content(HERE / "small")
ARTICLE = "oslo-cable"
PATH = f"content/facts/{ARTICLE}.yml"
TEXT = (HERE / "small" / "seeds" / f"{ARTICLE}.txt").read_text(encoding="utf-8")
CONTENT = pipeline.read(SMALL)
PROVER = Prover(CONTENT, alias_table(CONTENT), ARTICLE, full_text(CONTENT, ARTICLE, TEXT))
KRONE = "and not one krone more than that"


def read(*proposals: dict[str, Any]) -> tuple[Extract, ...]:
    extracts: Extracts = shape.read(Extracts, json_tree.parse(json.dumps({"proposals": proposals}), "x"))
    return extracts.proposals


def outcomes(*proposals: dict[str, Any]) -> tuple[Outcome, ...]:
    return Intake(PROVER).outcomes(read(*proposals))


def told(outcome: Outcome) -> object:
    """What came of a proposal: its draft with what was mended and left out, or the reason why there is none."""
    if not outcome.drafted:
        return outcome.reason
    written = outcome.drafted.draft.model_dump(exclude_defaults=True, exclude={"status", "id"})
    return {name: value for name, value in written.items() if value}, outcome.mended, outcome.left_out


def placed(passage: str, paragraph: int, **more: object) -> dict[str, object]:
    return {"passage": (passage,), "paragraph": (paragraph,), **more}


FIGURES = "its figures: “50 percent”, “one krone”"
NEAREST, NOWHERE = "the nearest sentence that has it is", "no sentence of the article has it"
REMEDY = {
    "date": "give the words it is `reckoned` from, or `basis: inferred` and `because`",
    "name": "if it means Norway, point there: `named: {norway: 2}`",
    "sense": "read both again: mend the fact, or settle it with `agrees: [negation]`",
    "own": "say it in our own words",
}
NEITHER = "neither the sentences of the passage nor the fact's event"
TAKEN: dict[str, tuple[dict[str, Any], object]] = {
    "as it stands": ({"passage": KRONE}, (placed(KRONE, 3), (), ())),
    "everything that can be proved": (
        {
            "passage": KRONE, "paragraph": 3, "who": "the Jane DOE", "kind": "commitment", "about": ["Energy links"],
            "named": {"Norway": 2}, "say": "Jane Doe said that Norway would not pay one krone more.",
        },
        (
            placed(
                KRONE, 3, who="jane-doe", kind="commitment", about=("energy-links",),
                named={"norway": 2, "jane-doe": 2}, say="Jane Doe said that Norway would not pay one krone more.",
            ), (), (),
        ),
    ),
    "with other marks and a stop": ({"passage": "“and not one krone  more than that.”"}, (placed(KRONE, 3), (), ())),
    "a letter is other": (
        {"passage": "to settle the cost of the Nord Link cable"},
        (
            placed("to settle the cost of the North Link cable", 2),
            ("`to settle the cost of the Nord Link cable` → `to settle the cost of the North Link cable`",), (),
        ),
    ),
    "another paragraph": ({"passage": KRONE, "paragraph": 4}, (placed(KRONE, 3), ("paragraph 4 → 3",), ())),
    "two words": (
        {"passage": "morning letter"},
        (
            placed("Sign up for our morning letter today", 5),
            ("`morning letter` → `Sign up for our morning letter today`",), (),
        ),
    ),
    "names, ids and fields that nothing has": (
        {
            "passage": KRONE, "who": "Jane Do", "about": ["cables"], "named": {"sweden": 2}, "event": "talks",
            "answers": {"cable-share": "5 percent", "cost": "x"}, "via": "a spokesman for the Danish ministry",
            "when": "2024-05-30",
        },
        (
            placed(KRONE, 3),
            (),
            (
                "`who` is left out: nothing is registered as `Jane Do`; did you mean `Jane Doe`?",
                "`about` is left out: nothing is registered as `cables`",
                "`named` is left out: nobody is registered as `sweden`",
                "`event` is left out: no event has the id `talks`",
                "`answers` is left out: `5 percent` is none of the options of `cable-share`",
                "`answers` is left out: no question has the id `cost`",
                f"`via` is left out: no sentence of the passage names `Danish ministry`; {NEAREST} 4.1",
                f"`when` is left out: {NEITHER} give the date `2024-05-30`; {NOWHERE}; {REMEDY['date']}",
            ),
        ),
    ),
    "a date that is inferred": (
        {"passage": KRONE, "when": {"date": "2024-05-31", "basis": "inferred", "because": "told with the talks"}},
        (placed(KRONE, 3), (), ("`when` is left out: to infer a date is for a person",)),
    ),
    "an answer that the passage does not give": (
        {"passage": KRONE, "answers": {"cable-share": "40 percent"}},
        (
            placed(KRONE, 3), (),
            (f"`answers` is left out: no sentence of the passage gives the number `40 percent`; {FIGURES}; {NOWHERE}",),
        ),
    ),
    "a wording with a name that is not there": (
        {"passage": KRONE, "say": "There Peter Holm said no more."},
        (
            placed(KRONE, 3), (),
            (
                f"`say` is left out: no sentence of the passage names `Peter`; {NOWHERE}",
                f"`say` is left out: no sentence of the passage names `Holm`; {NOWHERE}",
            ),
        ),
    ),
    "a wording with a name that an earlier paragraph has": (
        {"passage": KRONE, "say": "Norway's minister said that it would not pay one krone more."},
        (
            placed(
                KRONE, 3, named={"norway": 2}, say="Norway's minister said that it would not pay one krone more."
            ),
            ("`named: {norway: 2}` is added: paragraph 2 names whom `say` names; see that the passage means them",),
            (),
        ),
    ),
    "a wording that a pointer does not save": (
        {"passage": KRONE, "say": "Norway said that it would not pay 70 krone more."},
        (
            placed(KRONE, 3), (),
            (
                f"`say` is left out: no sentence of the passage gives the number `70 krone`; {FIGURES}; {NOWHERE}",
                f"`say` is left out: no sentence of the passage names `Norway`; {NEAREST} 2.1; {REMEDY['name']}",
            ),
        ),
    ),
    "a wording with another sense": (
        {"passage": "to settle the cost of the North Link", "say": "They did not settle what the cable costs."},
        (
            placed("to settle the cost of the North Link", 2),
            (),
            (
                f"`say` is left out: `say` has a negation (`not`), the sentence has none; {REMEDY['sense']}",
            ),
        ),
    ),
    "a wording that copies": (
        {"passage": "A spokesman for the Danish ministry", "say": "Denmark knows what it would pay for its own share."},
        (
            placed("A spokesman for the Danish ministry", 4),
            (),
            (f"`say` is left out: the article has the words `what it would pay for its own share`; {REMEDY['own']}",),
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TAKEN)
def test_what_is_proved_becomes_a_draft(case: str) -> None:
    proposal, expected = TAKEN[case]
    assert [told(outcome) for outcome in outcomes(proposal)] == [expected]


DROPPED = {
    "Nothing of the kind stands anywhere": "no paragraph has `Nothing of the kind stands anywhere`, or words that are "
    "nearly the same",
    "We will carry 60 percent of it": "no paragraph has `We will carry 60 percent of it`; `We will carry 50 percent of "
    "it` has other figures, or a `not` more or less",
    "Denmark had yet decided what it would pay": "no paragraph has `Denmark had yet decided what it would pay`; "
    "`Denmark had not yet decided what it would pay` has other figures, or a `not` more or less",
    "the": "`the` stands 5 times, in paragraph 2, 3, 4; give its `paragraph`",
    "carry 50 percent of it": "`oslo-pledge` has these words already",
    '"We will carry 50 percent of it," she said': "`oslo-pledge` has these words already",
    "pay " * 100: "the passage has 100 words, 20 may be quoted",
}


@pytest.mark.parametrize("passage", DROPPED, ids=lambda text: text[:20])
def test_what_is_not_proved_is_dropped_with_its_reason(passage: str) -> None:
    assert [told(outcome) for outcome in outcomes({"passage": passage})] == [DROPPED[passage]]


def test_a_whole_sentence_is_shortened_to_what_may_be_quoted() -> None:
    sentence = "A spokesman for the Danish ministry said on Friday that Denmark had not yet decided what it would pay"
    [outcome] = outcomes({"passage": f"{sentence} for its own share of the work.", "who": "danish-ministry"})
    assert outcome.drafted is None
    assert outcome.reason == "`oslo-denmark` has these words already"


def test_a_passage_behind_a_negation_begins_with_it() -> None:
    [outcome] = outcomes({"passage": "one krone more than that"})
    assert outcome.drafted
    [passage] = outcome.drafted.draft.passage
    assert (passage.endswith("not one krone more than that"), len(outcome.mended)) == (True, 1)


def test_two_of_one_kind_are_one_and_two_wordings_are_two() -> None:
    wording = {"passage": KRONE, "who": "jane-doe", "say": "Jane Doe would not pay one krone more."}
    found = outcomes(wording, {"passage": KRONE}, {**wording, "say": "Not one krone more, Jane Doe said."}, wording)
    reasons = [outcome.reason for outcome in found]
    assert reasons == ["", "proposal 1 says the same", "", "proposal 1 says the same"]
    assert [outcome.drafted.draft.id for outcome in found if outcome.drafted] == ["oslo-cable-p3-1", "oslo-cable-p3-2"]


def test_drafts_stand_behind_the_facts_of_their_paragraph_and_nothing_else_changes() -> None:
    intake = Intake(PROVER)
    found = intake.outcomes(
        read({"passage": "A spokesman for the Danish ministry", "who": "A spokesman"}, {"passage": KRONE})
    )
    before = SMALL[PATH].replace("  - id: oslo-denmark\n", "  # of the ministry\n  - id: oslo-denmark   # our id\n")
    after = with_drafts(before, [outcome.drafted for outcome in found if outcome.drafted], intake.there)
    krone = (
        "  - id: oslo-cable-p3-1\n    say:\n    passage: and not one krone more than that\n    paragraph: 3\n"
        "    about: []\n    kind: statement\n    status: draft\n    # no keyword of a theme stands here\n"
    )
    ministry = (
        "  - id: oslo-cable-p4-1\n    say:\n    passage: A spokesman for the Danish ministry\n    paragraph: 4\n"
        "    about: []\n    kind: statement\n    status: draft\n"
        "    # who: a-spokesman, once A spokesman is registered\n    # no keyword of a theme stands here\n"
    )
    first, second = "  # of the ministry\n", "  - id: oslo-date\n"
    assert after == before.replace(first, krone + first).replace(second, ministry + second)


RULES = f"""
  # Paragraph 3
  - id: oslo-cable-p3-1
    say:                                     # our own words; they alone are missing here
    passage: {KRONE}                         # proved; shorten it to the words that prove what you say
    paragraph: 3
    who: jane-doe                            # who asserts it
    named: {{jane-doe: 2}}
    about: [energy-links]
    kind: statement
    status: draft
    # figures: one krone
    # may answer: cable-share
"""


def with_rules(facts: str) -> str:
    """The file of the article with a draft that the rules wrote, behind its facts."""
    return untouched.marked(SMALL[PATH].replace("\nskip:", f"{facts}\nskip:"))


def taken_in(text: str, *proposals: dict[str, Any]) -> tuple[tuple[Outcome, ...], str]:
    """What becomes of proposals for a file, and the file with them."""
    content = pipeline.read({**SMALL, PATH: text})
    blank = untouched.untouched_drafts(text, PATH, content.articles[ARTICLE])
    intake = Intake(Prover(content, PROVER.aliases, ARTICLE, PROVER.text), blank)
    found = intake.outcomes(read(*proposals))
    filled = with_filled(text, PATH, [o.drafted for o in found if o.drafted and o.fills])
    return found, with_drafts(filled, [o.drafted for o in found if o.drafted and not o.fills], intake.there)


SAID = "Jane Doe would pay no more than that, not one krone."


def test_a_proposal_fills_the_draft_of_the_rules_that_has_its_words() -> None:
    """It keeps its id, its explanations and the fields that the proposal does not bring; so it is nobody's to renew."""
    before = with_rules(RULES)
    proposal = {"passage": "not one krone more than that", "say": SAID, "kind": "commitment", "by": ["Jane Doe"]}
    [outcome], after = taken_in(before, proposal)
    assert (outcome.kind, outcome.mended, outcome.left_out) == ("filled", (), ())
    entry = f"""
  # Paragraph 3
  - id: oslo-cable-p3-1
    say: {SAID}
    passage: not one krone more than that    # proved; shorten it to the words that prove what you say
    paragraph: 3
    who: jane-doe                            # who asserts it
    named: {{jane-doe: 2}}
    about: [energy-links]
    kind: commitment
    by: [Jane Doe]
    status: draft
"""
    assert after == before.replace(RULES, entry)
    assert untouched.untouched_drafts(after, PATH, pipeline.read({**SMALL, PATH: after}).articles[ARTICLE]) == {}
    [again], same = taken_in(after, proposal)
    assert (again.reason, same) == ("`oslo-cable-p3-1` has these words already", after)


def test_a_draft_that_somebody_touched_stays() -> None:
    for touched in (("kind: statement", "kind: figure"), ("# figures", "# by me: figures")):
        text = with_rules(RULES).replace(*touched)
        [outcome], after = taken_in(text, {"passage": KRONE, "say": SAID})
        assert (outcome.reason, after) == ("`oslo-cable-p3-1` has these words already", text)


def test_what_brings_nothing_fills_nothing() -> None:
    text = with_rules(RULES)
    [outcome], after = taken_in(text, {"passage": "not one krone more than that", "who": "Jane Doe"})
    assert (outcome.reason, outcome.is_known, after) == ("`oslo-cable-p3-1` has these words already", True, text)


def test_of_two_wordings_the_first_fills_the_draft_of_the_rules() -> None:
    other = "Not one krone more would she pay, Jane Doe said."
    found, after = taken_in(
        with_rules(RULES), {"passage": KRONE, "say": SAID}, {"passage": KRONE, "say": other}, {"passage": KRONE}
    )
    assert [(one.kind, one.drafted.draft.id if one.drafted else one.reason) for one in found] == [
        ("filled", "oslo-cable-p3-1"), ("mended", "oslo-cable-p3-2"), ("dropped", "proposal 1 says the same"),
    ]  # fmt: skip
    told = {draft.id: draft.say for draft in drafts(pipeline.read({**SMALL, PATH: after}).articles[ARTICLE])}
    assert told == {"oslo-cable-p3-1": SAID, "oslo-cable-p3-2": other}


def test_what_the_rules_found_gives_way_where_it_does_not_go_with_the_proposal() -> None:
    both = f"passage:\n      - {KRONE}\n      - A spokesman for the Danish ministry\n    paragraph: [3, 4]\n"
    rules = re.sub(r"passage: .*\n    paragraph: 3\n", both, RULES).replace("who: jane-doe", "who: danish-ministry")
    rules = rules.replace("    named: {jane-doe: 2}\n", "")
    say = "Jane Doe said that she would pay no more than that, not one krone."
    [[outcome], _] = taken_in(with_rules(rules), {"passage": KRONE, "say": say})
    assert told(outcome) == (
        placed(KRONE, 3, about=("energy-links",), named={"jane-doe": 2}, say=say),
        ("`named: {jane-doe: 2}` is added: paragraph 2 names whom `say` names; see that the passage means them",),
        (),
    )
    assert outcome.kind == "filled"


def test_another_speaker_has_no_pointer_of_the_rules() -> None:
    ministry = "A spokesman for the Danish ministry"
    rules = RULES.replace(KRONE, ministry).replace("paragraph: 3", "paragraph: 4")
    [[outcome], _] = taken_in(with_rules(rules), {"passage": ministry, "who": "danish-ministry"})
    assert told(outcome) == (placed(ministry, 4, who="danish-ministry", about=("energy-links",)), (), ())


def test_a_refused_wording_is_kept_as_a_comment() -> None:
    wording = "Norway: \u201cnot\u2028 one\u00a0krone\u201d # - id: more\nstatus"
    for text in (SMALL[PATH], with_rules(RULES)):
        [outcome], after = taken_in(text, {"passage": KRONE, "say": wording + " 70"})
        assert outcome.drafted
        assert outcome.drafted.refused == "Norway: \u201cnot one krone\u201d # - id: more status 70"
        assert "\n    # not proved: Norway: \u201cnot one krone\u201d # - id: more status 70\n" in after
        [draft] = drafts(pipeline.read({**SMALL, PATH: after}).articles[ARTICLE])
        assert (draft.id, draft.say) == ("oslo-cable-p3-1", None)
        assert ("# may answer: cable-share" in after) == ("# may answer" in text)
        [again], same = taken_in(after, {"passage": KRONE, "say": wording + " 70"})
        assert (again.reason, same) == ("`oslo-cable-p3-1` has these words already", after)


@pytest.mark.parametrize("mark", ["", '"', "\u201c"])
def test_a_refused_wording_that_copies_is_told_and_not_kept(mark: str) -> None:
    copied = "Denmark had not yet decided what it would pay for its own share of the work"
    proposal = {"passage": KRONE, "say": f"{mark}{copied}{mark.replace('“', '”')}."}
    for text in (SMALL[PATH], with_rules(RULES)):
        [outcome], after = taken_in(text, proposal)
        assert (outcome.refused, bool(outcome.left_out)) == (proposal["say"], True)
        assert (outcome.kind, after == text) == (("dropped", True) if text != SMALL[PATH] else ("mended", False))
        assert "not proved" not in after


WORDS = st.sampled_from(TEXT.split())
RUN = st.integers(0, 60).flatmap(
    lambda start: st.integers(1, 40).map(lambda size: " ".join(TEXT.split()[start : start + size]))
)
ANY = st.one_of(RUN, st.lists(WORDS, min_size=1, max_size=12).map(" ".join), st.text(min_size=1, max_size=40))
SAY = st.one_of(ANY, st.sampled_from(["Jane Doe paid 50 percent.", "Norway will not pay.", "Oslo was in no hurry."]))
PROPOSAL = st.fixed_dictionaries(
    {"passage": st.one_of(RUN, ANY, st.lists(RUN, min_size=1, max_size=3))},
    optional={
        "paragraph": st.one_of(st.integers(1, 9), st.lists(st.integers(1, 5), min_size=1, max_size=4)),
        "who": st.one_of(st.sampled_from(["jane-doe", "Denmark", "herald"]), ANY),
        "via": ANY,
        "say": SAY,
        "kind": st.sampled_from(["statement", "commitment", "figure", "meeting"]),
        "about": st.lists(st.one_of(ANY, st.just("energy-links")), max_size=2),
        "named": st.dictionaries(st.sampled_from(["norway", "Jane Doe", "x"]), st.integers(1, 9), max_size=2),
        "when": st.sampled_from(["2024-05-31", "2024", "2024-05-30", {"date": "2024-05-31", "reckoned": "on Friday"}]),
        "event": st.sampled_from(["oslo-talks", "none"]),
        "by": st.lists(ANY, max_size=2),
        "answers": st.dictionaries(st.sampled_from(["cable-share", "x"]), ANY, max_size=2),
        "computed": st.dictionaries(ANY, ANY, max_size=1),
    },
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.lists(PROPOSAL, max_size=4))
def test_nothing_gets_in_that_the_article_does_not_prove(proposals: list[dict[str, Any]]) -> None:
    try:
        extracts = read(*proposals)
    except Malformed:  # what the schema refuses
        return
    intake = Intake(PROVER)
    made = [outcome.drafted for outcome in intake.outcomes(extracts) if outcome.drafted]
    text = with_drafts(SMALL[PATH], made, intake.there)
    content = pipeline.read({**SMALL, PATH: text})
    told = {draft.id: draft for draft in drafts(content.articles[ARTICLE])}
    assert {id: plain(draft) for id, draft in told.items()} == {p.draft.id: plain(p.draft) for p in made}
    for draft in told.values():
        assert_proved(draft)
    again = Intake(Prover(content, PROVER.aliases, ARTICLE, PROVER.text)).outcomes(extracts)
    assert [outcome.drafted for outcome in again if outcome.drafted and not outcome.drafted.draft.say] == []


def plain(draft: Draft) -> object:
    return draft.model_dump()


def assert_proved(draft: Draft) -> None:
    """As a fact, every field of it is proved, and its wording too."""
    fields = draft.model_dump(exclude={"status", "say"}, exclude_defaults=True)
    fact = Fact.model_validate({"about": (), **fields, "when": draft.when, "say": draft.say or "so"})
    checks = bound_fact(CONTENT, PROVER.aliases, ARTICLE, fact, PROVER.text).checks
    assert [check.what for check in checks if check.counts or (check.marks and draft.say)] == []


def test_texts_that_look_like_yaml_do_not_get_in() -> None:
    odd = "Jane Doe said: no, 'never' # not {a: b}"
    intake = Intake(PROVER)
    [outcome] = intake.outcomes(read({"passage": KRONE, "via": odd, "who": odd, "about": [odd]}))
    assert outcome.drafted
    text = with_drafts(SMALL[PATH], [outcome.drafted], intake.there)
    assert yaml_tree.parse(text, PATH)
    assert odd not in text
