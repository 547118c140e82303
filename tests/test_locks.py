"""The text and its lock never disagree, a damaged lock is refused at its line, and no sentence is rebuilt from one."""

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.briefing import BoundFact, alias_table, lock_for
from generator.content.model import Fact, Leader
from generator.content.reading import Content
from generator.evidence.locks import HEADER, Lock, read, written
from generator.evidence.names import fold
from generator.evidence.source import FullText
from generator.evidence.text import paragraphs
from generator.evidence.verdicts import Check, Verdict
from generator.problems import Malformed
from tests.invented import ARTICLE, checked, date, fact, full_text, world

QUICK = settings(max_examples=250, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
WORDS = "cable harbour boats talked about will pay of the and not said an aide next month week this no they".split()
NAMES = ["Jane Doe", "Doe", "Ole Lund", "Lund", "Norway", "Danish", "US", "U.S.", "Group of Seven", "Oslo", "Bergen"]
NAMES += ["friends of the cable", "Foster-Lund", "Cable Company", "Malmö", "us", "Harbour"]
NUMBERS = ["26", "twenty-six", "two", "€1.1 billion", "EUR1.1 billion", "30 percent", "-5", "31 May 2024", "May", "7"]
TIMES = [date("2024-05-31"), date("2024-05"), date("2024-07", reckoned="next month"), date("2024-21")]
TIMES += [date("2024", basis="inferred", because="a guess"), date("2024-06", reckoned="this month"), None]
atoms = st.sampled_from(WORDS * 2 + NAMES + NUMBERS)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    said = draw(st.lists(atoms, min_size=2, max_size=12))
    first = draw(st.integers(0, len(said)))
    last = draw(st.integers(first, len(said)))
    marks = ['"'] if draw(st.booleans()) and last > first else [""]
    glue = draw(st.sampled_from([" ", " ", ", "]))
    text = " ".join(
        [
            *said[:first],
            *([marks[0] + glue.join(said[first:last]) + marks[0]] if last > first else []),
            *said[last:],
        ]
    )
    return text[0].upper() + text[1:] + draw(st.sampled_from([". ", ".", "! "]))


@st.composite
def articles(draw: st.DrawFn) -> str:
    lines = draw(st.lists(st.lists(sentences(), min_size=1, max_size=3), min_size=1, max_size=4))
    marks = [draw(st.sampled_from(["", "", "- "])) for _ in lines]
    return "\n".join(mark + "".join(line) for mark, line in zip(marks, lines, strict=True))


@st.composite
def passages(draw: st.DrawFn, text: str) -> str:
    """A run of the article, or now and then one that is not."""
    paragraph = draw(st.sampled_from(paragraphs(text)))
    spots = paragraph.tokens
    first = draw(st.integers(0, max(0, len(spots) - 4)))
    last = min(len(spots) - 1, first + draw(st.integers(3, 9)))
    run = paragraph.text[spots[first].start : spots[last].end]
    return run if draw(st.integers(0, 5)) else run.replace("a", "o", 1)


@st.composite
def says(draw: st.DrawFn, text: str) -> str:
    """Words of the article and of the vocabulary, mixed; sometimes a whole run of its own words."""
    if not draw(st.integers(0, 9)):
        return draw(passages(text)).replace('"', "")
    paragraph = draw(st.sampled_from(paragraphs(text)))
    own = st.sampled_from([token.text for token in paragraph.tokens])
    said = draw(st.lists(st.one_of(own, own, atoms), min_size=1, max_size=6))
    if not draw(st.integers(0, 4)):
        said.append('"' + draw(passages(text)).replace('"', "")[:25] + '"')
    line = " ".join(said)
    return line[0].upper() + line[1:] + "."


@st.composite
def facts(draw: st.DrawFn, text: str) -> Fact:
    many = len(paragraphs(text))
    given: dict[str, Any] = {
        "paragraph": draw(st.sampled_from([None, None, (1,), (many,)])),
        "who": draw(st.sampled_from([None, None, "jane-doe", "ole-lund", "norway"])),
        "via": draw(st.sampled_from([None, None, "an aide", "an aide to Lund", "the Danish harbour", "Doe"])),
        "named": draw(st.dictionaries(st.sampled_from(["jane-doe", "norway"]), st.integers(1, many), max_size=1)),
        "when": draw(st.sampled_from(TIMES)),
        "event": draw(st.sampled_from([None, None, "oslo-talks"])),
        "answers": {"share": draw(says(text))} if not draw(st.integers(0, 3)) else {},
        "computed": {"27": draw(st.sampled_from(["about the", "boats"]))} if not draw(st.integers(0, 5)) else {},
    }
    shown = draw(st.lists(passages(text), min_size=1, max_size=2))
    return fact(draw(says(text)), *shown, **{name: value for name, value in given.items() if value})


@st.composite
def mixtures(draw: st.DrawFn, one: Fact, other: Fact, fresh: Fact) -> Fact:
    """A fact each of whose fields comes from one of three."""
    sources = st.sampled_from([one, one, other, fresh])
    fields = {name: getattr(draw(sources), name) for name in type(one).model_fields}
    return Fact.model_validate({name: value for name, value in fields.items() if value})


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, Fact, Fact, Fact]:
    """A text, two facts of it that are locked, and one that is not."""
    text = draw(articles())
    locked = draw(facts(text)), draw(facts(text)).model_copy(update={"id": "b-fact"})
    return text, *locked, draw(mixtures(*locked, draw(facts(text)))).model_copy(update={"id": "a-fact"})


def locked(text: str, *given: Fact) -> Lock:
    """The lock of a text and its facts, once written and read."""
    content = world(*given)
    return read(written(lock_for(content, ARTICLE, full_text(text, content))), "seeds/report.lock")


def by_field(bound: BoundFact) -> dict[tuple[object, ...], list[Check]]:
    found: dict[tuple[object, ...], list[Check]] = {}
    for check in bound.checks:
        found.setdefault((check.subject, *check.field), []).append(check)
    return found


def alike(by_lock: Check, by_text: Check) -> bool:
    """The lock says what the text says, or that it cannot tell."""
    return by_lock.verdict in (by_text.verdict, Verdict.CANNOT)


def agree(by_lock: list[Check], by_text: list[Check]) -> bool:
    """Check by check; the text leaves out words that open a sentence and are known in lower case."""
    more = len(by_lock) - len(by_text)
    return more >= 0 and any(
        all(alike(*pair) for pair in zip(chosen, by_text, strict=True))
        for chosen in combinations(by_lock, len(by_text))
    )


def assert_no_disagreement(content: Content, text: FullText, lock: Lock) -> None:
    told, known = checked(content, text), checked(content, lock)
    of_text, of_lock = by_field(told), by_field(known)
    for field, by_lock in of_lock.items():
        by_text = of_text.get(field, [])
        assert field[0] == "name" or len(by_lock) == len(by_text)
        assert agree(by_lock, by_text), (field, by_lock, by_text)
    if known.verdict is Verdict.PROVED:
        waiting = {check.subject for check in known.checks if check.waits}
        assert {check.subject for check in told.checks if check.counts} <= waiting
    if known.verdict is Verdict.REFUTED:
        assert told.verdict is Verdict.REFUTED


@given(cases())
@QUICK
def test_what_the_text_proves_and_the_lock_knows_is_proved_by_both(case: tuple[str, Fact, Fact, Fact]) -> None:
    text, one, other, _ = case
    lock = locked(text, one, other)
    content = world(one)
    told, known = checked(content, full_text(text)), checked(content, lock)
    assert known.verdict is told.verdict or told.verdict is Verdict.REFUTED
    assert [c for c in told.checks if c.verdict is Verdict.PROVED] == [
        c for c in known.checks if c.verdict is Verdict.PROVED
    ]
    assert_no_disagreement(content, full_text(text), lock)


@given(cases())
@QUICK
def test_the_lock_answers_like_the_text_or_cannot_check(case: tuple[str, Fact, Fact, Fact]) -> None:
    text, one, other, changed = case
    assert_no_disagreement(world(changed), full_text(text), locked(text, one, other))


ALIASES = ["Company", "Ole", "Harbour", "Seven", "Foster", "the cable", "boats of Norway", "Lund Norway", "Oslo Bergen"]


@given(cases(), st.lists(st.sampled_from(ALIASES), max_size=3, unique=True), st.booleans())
@QUICK
def test_the_lock_outlives_a_change_of_the_alias_table(
    case: tuple[str, Fact, Fact, Fact], aliases: list[str], dropped: bool
) -> None:
    text, one, other, changed = case
    content = world(changed)
    leaders = {id: leader for id, leader in content.leaders.items() if not (dropped and id == "jane-doe")}
    leaders["new"] = Leader(id="new", name="New Leader", aliases=tuple(aliases))
    content = replace(content, leaders=leaders)
    assert_no_disagreement(content, full_text(text, content), locked(text, one, other))


@given(cases())
@QUICK
def test_a_lock_reads_as_it_was_written(case: tuple[str, Fact, Fact, Fact]) -> None:
    text, one, other, _ = case
    content = world(one, other)
    lock = lock_for(content, ARTICLE, full_text(text, content))
    assert read(written(lock), "seeds/report.lock") == lock


@given(cases())
@QUICK
def test_no_sentence_can_be_rebuilt_from_a_lock(case: tuple[str, Fact, Fact, Fact]) -> None:
    text, one, other, _ = case
    clear = [line.split(" | ")[1:3] for line in written(locked(text, one, other)).splitlines() if " | " in line]
    registered = {word for name in alias_table(world(one)).aliases for word in name.split()}
    shown = [word for _, names in clear for name in names.split("; ") for word in name.split()]
    assert all(word[0].isupper() or word in registered or fold(word) in map(fold, registered) for word in shown)
    figures = [word for forms, _ in clear for form in forms.split("; ") for word in form.split()]
    assert all(word in ("date", "%", "EUR") or any(letter.isdigit() for letter in word) for word in figures)
    assert not plain_runs(text) & runs([*shown, *figures])


def plain_runs(text: str) -> set[tuple[str, ...]]:
    """Every four tokens in a row of which one is a word in lower case that names nobody."""
    known = {word for name in alias_table(world()).aliases for word in name.split()}
    found: set[tuple[str, ...]] = set()
    for paragraph in paragraphs(text):
        said = [token.text for token in paragraph.tokens]
        found |= {run for run in runs(said) if any(word.islower() and word not in known for word in run)}
    return found


def runs(said: list[str]) -> set[tuple[str, ...]]:
    return {tuple(said[spot : spot + 4]) for spot in range(len(said) - 3)}


def test_a_headline_in_capitals_is_not_kept_in_its_order() -> None:
    [_, line] = written(locked("Leaders Meet Again To Settle Cable Costs In Oslo", fact("So.", "x"))).split("\nseal ")
    assert line.splitlines()[1] == "1.1 9 |  | Again; Cable; Costs; In; Leaders; Meet; Oslo; Settle; To |"


TEXT = """Jane Doe met the Danish minister in Oslo on 31 May 2024. Prices will not rise by 26 percent this year.

- She thanked the Group of Seven, "for now and for good", an aide to Lund said.
"""
MET = fact("Doe met a Danish minister on 31 May 2024.", "in Oslo on 31 May 2024", who="jane-doe")
THANKED = fact("Ole Lund's aide told it.", "the Group of Seven, “for now", via="an aide", paragraph=(2,))
ACROSS = fact("She met, and 26 percent it was.", "31 May 2024. Prices will not rise")


def test_a_lock_is_text_that_can_be_read() -> None:
    assert written(locked(TEXT, MET, THANKED)).splitlines() == [
        "briefbook-lock 1",
        "sha256 ec14ef5a86d7a0b5ba7c5e3d9c1b2c8ff6f9c3ac2d6f50e9ba1bbf0f05a3a1e4",
        "words 37",
    ]


def test_an_honest_rewording_is_taken_and_a_changed_number_is_caught_without_the_text() -> None:
    lock = locked(TEXT, MET)
    reworded = MET.model_copy(update={"say": "On 31 May 2024 the minister of Denmark saw Doe in Oslo."})
    assert checked(world(reworded), lock).verdict is Verdict.PROVED
    for say, code in {
        "Doe met him on 30 May 2024.": "UNBOUND-DATE",
        "Doe met 27 ministers.": "UNBOUND-NUMBER",
        "Doe met Lund.": "UNBOUND-NAME",
    }.items():
        bound = checked(world(MET.model_copy(update={"say": say})), lock)
        assert [check.code for check in bound.checks if check.counts] == [code]
    new = MET.model_copy(update={"passage": ("met the Danish minister in",)})
    bound = checked(world(new), lock)
    assert [(check.code, check.verdict) for check in bound.checks] == [("CANNOT-CHECK", Verdict.CANNOT)]


def test_a_passage_that_stands_after_a_negation_too_is_proved_by_the_lock() -> None:
    text = "They did not pay for the cable at sea.\nThen they paid, and pay for the cable at night."
    one = fact("It was paid.", "pay for the cable at", paragraph=(2,))
    assert checked(world(one), full_text(text)).verdict is Verdict.PROVED
    assert checked(world(one), locked(text, one)).verdict is Verdict.PROVED


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("briefbook-lock 1", "briefbook-lock 2", 1),
        ("words ", "words 1", 3),
        ("paragraphs 2", "paragraphs x", 4),
        ("seal ", "seal 0", 6),
        ("EUR", "EUR", 0),
        ("1.1 11", "1.1 12", 3),
        ("1.2 9 | 26 %", "1.2 9 | 27 %", 6),
        ("1.2 9 | 26 %", "1.2 9 | 26 % | Oslo", 8),
        ("1.2 9 | 26 %", "1.2 9 | many", 8),
        ("1.2 9 ", "1.2 0 ", 8),
        ("1.2 9 | 26 %", "1.2 99999999999999 | 26 %", 8),
        ("\n1.2 9", "\n\n1.2 9", 8),
        ("1.1 11 | date 2024-05-31", "1.1 11", 7),
    ],
)
def test_a_damaged_lock_is_refused_at_its_line(old: str, new: str, line: int) -> None:
    text = written(locked(TEXT, MET, THANKED))
    assert (old in text) == (line > 0)
    if line:
        with pytest.raises(Malformed) as caught:
            read(text.replace(old, new, 1), "seeds/report.lock")
        [problem] = caught.value.problems
        assert (problem.code, problem.place.line) == ("BAD-LOCK", line)


def assert_refused(text: str, right: str) -> None:
    try:
        lock = read(text, "seeds/report.lock")
    except Malformed as malformed:
        [problem] = malformed.problems
        assert problem.code == "BAD-LOCK"
        assert 1 <= problem.place.line <= text.count("\n") + 1
    else:
        assert written(lock) == right == text.removesuffix("\n") + "\n"


RIGHT = written(locked(TEXT, MET, THANKED, ACROSS))


@given(st.binary(max_size=200), st.booleans())
@QUICK
def test_any_bytes_are_refused(noise: bytes, headed: bool) -> None:
    head = "\n".join(RIGHT.split("\n")[: len(HEADER)]) + "\n" if headed else ""
    assert_refused(head + noise.decode("utf-8", "replace"), RIGHT)


@given(st.data())
@QUICK
def test_any_edit_is_refused(data: st.DataObject) -> None:
    lines = RIGHT.split("\n")
    spot = data.draw(st.integers(0, len(lines) - 1))
    line = lines[spot]
    letter = data.draw(st.integers(0, max(0, len(line) - 1)))
    digit = data.draw(st.sampled_from("0123456789abf|;:+-! \n\x85²"))
    lines[spot : spot + 1] = data.draw(
        st.sampled_from(
            [
                [],
                [line, line],
                [line[:letter] + digit + line[letter + 1 :]],
                [line[:letter]],
                [*lines[spot + 1 : spot + 2], line],
            ]
        )
    )
    assert_refused("\n".join(lines), RIGHT)
