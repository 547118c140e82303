"""What the elements say that are marked with derived statements: whether it is what these say.

Only what is said in set words is held to them here, and the answers, channels and numbers beside these.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from verify_collection import Row
from verify_pages import Element, read
from verify_tags import MARK

# The words in which the pages say how answers stand to one another, and that there is none.
VERDICTS = {
    "agree": "All say the same",
    "differ": "Answers differ",
    "within": "One gives several answers",
    "compatible": "Told differently",
    "development": "Another answer at another time",
    "repeated": "One origin says",
    "single": "Only one answer",
    "silent": "Nobody answers",
    "wording": "In other words",
}
ABSENCES = {
    "silence": ("nothing on this theme", "nothing on this event", "not said in this article", "not reported for "),
    "unanswered": ("no answer noted", "nothing under this heading;", "not compared"),
    "partly-read": ("not read to the end",),
}
PARTS = {"planned": "planned", "by-video": "by video", "place-not-stated": "the place is not stated"}
ACTING = ("leaders", "countries", "organisations")
ON_IT = re.compile(r"(\d+) statements? on (?:its|this) ")
WHOLE = ("comparison", "comparison__development", "stands__row")  # classes of what has several answers
BETWEEN = re.compile(" ≠ |; ")  # answers, in a statement that has several


class Known(NamedTuple):
    """What the data know."""

    statements: Mapping[str, Row]  # by their ids
    names: Mapping[str, str]  # of whoever may speak
    verdicts: Mapping[str, str]  # how all answers to each question stand


def check_marked(known: Known, page: str, root: Element) -> Iterator[str]:
    """What is derived: “Where a page says in set words how answers stand to one another, that there is none, or through
    whom something is known, these are the words of the statement.”
    """
    for one in root.page.where(f"[{MARK}]"):
        for row in (known.statements[id] for id in one.attributes[MARK].split() if id in known.statements):
            if row["kind"] in SAYING and not (says_it(row, one, known) and is_of_the_page(row, one, page)):
                yield f"{page}: `{one.text()}` is not what {row['kind']} of {row['subject']} says"


def says_it(row: Row, one: Element, known: Known) -> bool:
    try:
        return SAYING[row["kind"]](row, one, known)
    except (AttributeError, KeyError, TypeError):  # a statement of another form
        return False


def is_of_the_page(row: Row, one: Element, page: str) -> bool:
    """On the page of a leader, a country or a body, a line and a group tell what this one did."""
    folder, _, name = page.partition("/")
    is_its_own = row["kind"] == "role" and any(name in one.classes for name in ("line", "group"))
    return folder not in ACTING or not is_its_own or row["subject"] == name.partition("/")[0].removesuffix(".html")


def of_answers(row: Row, one: Element, known: Known) -> bool:
    """An answer in bold is one of the statement; a comparison has at least two, and may end before the others."""
    answers, text = [read(answer) for answer in BETWEEN.split(row["says"])], one.text()
    if one.tag == "b":
        return text in (*answers, read(row["says"]))
    if "stands__other" in one.classes:
        return any(answer in text for answer in answers)
    if "standfirst" in one.classes:
        return begins(one, (VERDICTS[known.verdicts[row["about"]]],))
    shown = sum(answer in text for answer in answers)
    return shown >= min(2, len(answers)) or not any(name in one.classes for name in WHOLE)


def of_verdict(row: Row, one: Element, _: Known) -> bool:
    """A verdict is said in its words, and no class of the element is that of another."""
    called = {name.rpartition("--")[2] for name in one.classes if "--" in name}
    if not called.isdisjoint(VERDICTS.keys() - {row["says"]}):
        return False
    return without_sign(one) == VERDICTS[row["says"]] if "verdict" in one.classes else True


def of_absence(row: Row, one: Element, _: Known) -> bool:
    """In an empty place stands why it is empty; and beside it, how many facts bear on what is asked."""
    counted = [int(number) for number in ON_IT.findall(one.text())]
    is_empty = "absence" in one.classes or "empty" in one.classes
    return set(counted) <= {len(row["facts"])} and (not is_empty or begins(one, ABSENCES[row["kind"]]))


def of_channel(row: Row, one: Element, known: Known) -> bool:
    return one.tag == "bdi" or read(known.names.get(row["says"], row["says"])) in one.text()


def of_role(row: Row, one: Element, _: Known) -> bool:
    """Beside a name; the name itself stands alone."""
    part = PARTS.get(row["says"], "")
    return one.tag == "bdi" or not part or part in one.text()


def begins(one: Element, words: tuple[str, ...]) -> bool:
    return without_sign(one).startswith(words)


def without_sign(one: Element) -> str:
    """A text without the sign before its words."""
    return re.sub(r"^\W+|^①\W*", "", one.text())


SAYING: Mapping[str, Callable[[Row, Element, Known], bool]] = {
    **dict.fromkeys(("agreement", "difference", "compatible", "development"), of_answers),
    "verdict": of_verdict,
    **dict.fromkeys(ABSENCES, of_absence),
    "channel": of_channel,
    "role": of_role,
}
