"""Equal values have one digest, in whatever process and of whatever identity; others have others."""

import pickle
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

import pytest

from generator.evidence.verdict import Check, Verdict, proved
from generator.problems import Place
from generator.work.canonical import Digests


def digest(*values: object) -> str:
    return Digests().of(*values)


@dataclass(frozen=True)
class Held:
    value: object


ONE = pickle.loads(pickle.dumps("one"))  # another text that is the same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("one", "one"), (ONE, "one")),
        ({"a": 1}, {"a": 1}),
        (frozenset(("b", "a")), frozenset(("a", "b"))),
        (Place("a", 1), pickle.loads(pickle.dumps(Place("a", 1)))),
        (MappingProxyType({"a": [1]}), MappingProxyType({"a": [1]})),
    ],
)
def test_equal_values_have_one_digest(one: object, other: object) -> None:
    assert digest(one) == digest(other)


VALUES: list[object] = [
    *(
        None,
        False,
        0,
        0.0,
        "",
        b"",
        "0",
        (),
        [],
        {},
        frozenset(),
        set(),
        (("a", "b"),),
        ("a", "b"),
        ("ab",),
        [("a",), "b"],
    ),
    *(
        date(2031, 1, 6),
        "2031-01-06",
        Decimal("1.0"),
        Decimal("1.00"),
        Verdict.PROVED,
        "proved",
        Place("a"),
        ("a", 1, 1),
    ),
    *(
        {"a": 1, "b": 2},
        {"b": 2, "a": 1},
        (("a", 1), ("b", 2)),
        Held(None),
        Held((None,)),
        proved("name"),
        proved("number"),
    ),
    Check("name", (), Verdict.PROVED, marks=("negation",)),
]


def test_other_values_have_other_digests() -> None:
    """Also those that Python takes for equal, such as 0 and False: a page would say something else."""
    assert len({digest(value) for value in VALUES}) == len(VALUES)


def test_what_is_neither_a_record_nor_plain_is_refused() -> None:
    with pytest.raises(TypeError, match=r"builtins\.function is neither a record nor plain"):
        digest(Held([lambda: 1]))


def test_a_shared_record_counts_by_what_it_holds() -> None:
    digests = Digests(Held)
    assert digests.of((Held(1), Held(1))) == digests.of((Held(1),) * 2)
    assert digests.of(Held(1)) != digests.of(Held(2))


def test_no_identity_travels() -> None:
    digests = Digests(Held)
    held = Held(1)
    digests.of(held)
    copy = pickle.loads(pickle.dumps(digests))
    assert copy.of(held) == digests.of(held)
    assert len(pickle.dumps(digests)) == len(pickle.dumps(Digests(Held)))


@pytest.mark.site
def test_another_process_has_the_same_digest() -> None:
    code = "from generator.work.canonical import Digests; print(Digests().of(frozenset('abcdefgh'), {'a': {'x', 'y'}}))"
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs == [f"{digest(frozenset('abcdefgh'), {'a': {'x', 'y'}})}\n"] * 2
