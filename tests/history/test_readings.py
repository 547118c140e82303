"""The second reading: what is signed, what lapses when a fact changes, and what a signature writes."""

import re
from datetime import date
from html import unescape

import pytest

from generator import files, pipeline
from generator.assembly import pages
from generator.briefing import Briefing
from generator.content.reading import Content
from generator.content.readings import Signature
from generator.exports.data.dataset import Dataset
from generator.history import signing
from generator.history.readings import FactReading, of_articles, readings
from generator.problems import Malformed
from generator.rules.articles import second_readings_are_of_what_stands
from tests.folders import HERE, article_texts_of, edited, texts_of

SMALL = texts_of(HERE / "small")
OSLO, BERGEN = "content/facts/oslo-cable.yml", "content/facts/bergen-march.yml"
SIGNED = "content/.readings/oslo-cable.yml"
FACTS = ("oslo-meeting", "oslo-pledge", "oslo-denmark")
THEN, LATER = date(2024, 6, 3), date(2024, 6, 4)
WHOLE = ("  second_reading: 2024-06-03\n", "")
UNREAD = edited(SMALL, OSLO, WHOLE)
PLEDGE = "Jane Doe said that Norway would pay 50 percent of the new cable."
MEETING = (
    "Jane Doe, energy minister of Norway, and her Danish colleague talked in Oslo on 31 May 2024 about the cost of "
    "the North Link."
)
LESS = "Norway would pay 50 percent of the cable, Jane Doe said."


def content_of(texts: dict[str, str]) -> Content:
    return pipeline.read({path: text for path, text in texts.items() if path.startswith("content/")})


def states(texts: dict[str, str]) -> dict[str, FactReading]:
    return {id: reading for id, reading in readings(content_of(texts)).items() if id.startswith("oslo")}


def signed(texts: dict[str, str], *facts: str, day: date = THEN) -> dict[str, str]:
    """The dossier after these facts were signed."""
    made = signing.sign(content_of(texts), "oslo-cable", facts, day, texts[OSLO])
    return _written(texts, made)


def unsigned(texts: dict[str, str], *facts: str) -> dict[str, str]:
    return _written(texts, signing.unsign(content_of(texts), "oslo-cable", facts, LATER, texts[OSLO]))


def _written(texts: dict[str, str], made: signing.Signed) -> dict[str, str]:
    return {path: text for path, text in {**texts, **made.files}.items() if text}


def test_what_nobody_signed_is_not_read() -> None:
    assert states(UNREAD) == dict.fromkeys(FACTS, FactReading("unsigned"))


def test_what_is_signed_fact_by_fact_becomes_the_second_reading() -> None:
    first = signed(UNREAD, "oslo-meeting", "oslo-pledge")
    assert states(first) == {
        "oslo-meeting": FactReading("signed", THEN),
        "oslo-pledge": FactReading("signed", THEN),
        "oslo-denmark": FactReading("unsigned"),
    }
    assert first[OSLO] == UNREAD[OSLO]
    assert first[SIGNED].splitlines()[2:] == [
        f"- {{fact: oslo-meeting, day: 2024-06-03, of: {_digest(first, 'oslo-meeting')}, say: '{MEETING}'}}",
        f"- {{fact: oslo-pledge, day: 2024-06-03, of: {_digest(first, 'oslo-pledge')}, say: {PLEDGE}}}",
    ]
    both = signed(first, "oslo-denmark", day=LATER)
    assert both[OSLO] == SMALL[OSLO].replace("second_reading: 2024-06-03", "second_reading: 2024-06-04")
    assert {reading.state for reading in states(both).values()} == {"signed"}


def _digest(texts: dict[str, str], fact: str) -> str:
    lines = content_of(texts).readings["oslo-cable"]
    return next(one.of for one in lines if isinstance(one, Signature) and one.fact == fact)


OTHERWISE = FactReading("changed", THEN, "", rests_otherwise=True)
NOTE = "note: [{say: The other article has 40 percent., from: [bergen-share]}]"
CHANGES = {
    "say": ((PLEDGE, LESS), FactReading("changed", THEN, PLEDGE)),
    "passage": (("We will carry 50 percent of it", "carry 50 percent of it"), OTHERWISE),
    "speaker": (("    who: jane-doe\n    named: {jane-doe: 2, ", "    named: {"), OTHERWISE),
    "day": (("    when: 2024-05-31\n    kind: commitment", "    kind: commitment"), OTHERWISE),
    "answer": (("{cable-share: 50 percent}", "{cable-share: half}"), OTHERWISE),
    "kind": (("kind: commitment", "kind: demand"), OTHERWISE),
    "event": (("kind: commitment\n    event: oslo-talks", "kind: commitment"), OTHERWISE),
    "neighbour": (("had not yet decided what it would pay", "not yet decided what"), FactReading("signed", THEN)),
    "theme": (
        ("norway: 2}\n    about: [energy-links]", "norway: 2}\n    about: [energy-links, energy-prices]"),
        OTHERWISE,
    ),
    "note": (("kind: commitment\n", f"kind: commitment\n    {NOTE}\n"), OTHERWISE),
    "weight": (("kind: commitment\n", "kind: commitment\n    weight: 9\n"), FactReading("signed", THEN)),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_signature_lapses_with_what_was_read(change: str) -> None:
    swap, expected = CHANGES[change]
    assert states(edited(signed(UNREAD, *FACTS), OSLO, swap))["oslo-pledge"] == expected


def test_who_or_what_has_another_id_was_read_all_the_same() -> None:
    texts = signed(UNREAD, *FACTS)
    people = "content/leaders.yml"
    renamed = {path: text.replace("jane-doe", "jane-d").replace("cable-share", "share") for path, text in texts.items()}
    renamed = edited(renamed, people, ("- id: jane-d\n", "- id: jane-d\n  formerly: [jane-doe]\n"))
    question = "content/questions.yml"
    renamed = edited(renamed, question, ("- id: share\n", "- id: share\n  formerly: [cable-share]\n"))
    assert {reading.state for reading in states(renamed).values()} == {"signed"}


def test_signatures_follow_an_article_to_another_id() -> None:
    texts = signed(UNREAD, "oslo-pledge")
    texts["content/facts/north-link.yml"] = texts.pop(OSLO).replace(
        "article:\n", "article:\n  formerly: [oslo-cable]\n"
    )
    content = content_of(texts)
    assert readings(content)["oslo-pledge"] == FactReading("signed", THEN)
    made = signing.sign(content, "north-link", ["oslo-meeting"], LATER, texts["content/facts/north-link.yml"])
    assert [(path, text and text.count("\n- ")) for path, text in made.files.items()] == [
        (SIGNED, None),
        ("content/.readings/north-link.yml", 2),
    ]
    assert made.left == ("oslo-denmark",)


def test_an_article_that_was_read_as_a_whole_is_signed_by_that() -> None:
    assert states(SMALL) == dict.fromkeys(FACTS, FactReading("signed", THEN))


EDITION = """facts:
  oslo-meeting: {article: oslo-cable, say: The ministers met in Oslo.}
  oslo-pledge: {article: oslo-cable, say: Jane Doe said that Norway would pay 50 percent of the new cable.}
articles: {oslo-cable: Norway and Denmark talk about a power cable}
"""


def test_what_changed_since_a_whole_reading_is_known_from_the_next_edition() -> None:
    was = {"oslo-meeting": FactReading("changed", THEN, "The ministers met in Oslo.")}
    expected = {**was, "oslo-pledge": FactReading("signed", THEN), "oslo-denmark": FactReading("unsigned")}
    published = SMALL | {"content/.editions/2024-06-03.yml": EDITION}
    assert states(published) == expected
    assert states(SMALL | {"content/.editions/2024-06-02.yml": EDITION}) == states(SMALL)
    assert states(SMALL | {"content/.editions/2024-06-03.yml": EDITION.partition("articles:")[0]}) == states(SMALL)
    more = signed(published, "oslo-denmark", day=LATER)
    assert states(more) == expected | {"oslo-denmark": FactReading("signed", LATER)}
    assert more[OSLO] == published[OSLO]
    all_of_it = signed(more, "oslo-meeting", day=LATER)
    assert "  second_reading: 2024-06-04\n" in all_of_it[OSLO]


def test_evidence_that_changed_since_a_whole_reading_is_told_and_stays_told() -> None:
    edition = EDITION.replace("new cable.}", "new cable., evidence: 0123456789abcdef}")
    published = SMALL | {"content/.editions/2024-06-03.yml": edition}
    assert states(published)["oslo-pledge"] == OTHERWISE
    assert states(signed(published, "oslo-denmark"))["oslo-pledge"] == OTHERWISE


def test_a_signature_that_is_taken_back_takes_the_second_reading_with_it() -> None:
    all_of_it = signed(UNREAD, *FACTS)
    none = unsigned(all_of_it, *FACTS)
    assert none[OSLO] == UNREAD[OSLO]
    assert states(none) == states(UNREAD)
    assert lines(none) == [f"- {{fact: {fact}, unsigned: 2024-06-04}}" for fact in sorted(FACTS)] + [
        record_of(all_of_it)
    ]
    one = unsigned(SMALL, "oslo-pledge")
    assert one[OSLO] == UNREAD[OSLO]
    assert states(one) == states(SMALL) | {"oslo-pledge": FactReading("unsigned")}
    assert lines(unsigned(UNREAD, *FACTS)) == []


def lines(texts: dict[str, str]) -> list[str]:
    return texts.get(SIGNED, "").splitlines()[2:]


def record_of(texts: dict[str, str]) -> str:
    return next(line for line in lines(texts) if line.startswith("- {record:"))


def with_lines(*of: dict[str, str]) -> dict[str, str]:
    """The last dossier with the signatures of all, as git puts their lines together."""
    together = list(dict.fromkeys(line for texts in of for line in lines(texts)))
    return of[-1] | {SIGNED: "".join(f"{line}\n" for line in together)}


def test_what_was_taken_back_does_not_come_back_with_older_lines() -> None:
    """The latest line of a fact counts, and of one day the one that takes back."""
    before = signed(UNREAD, *FACTS)
    back = unsigned(before, "oslo-pledge")
    assert states(with_lines(before, back)) == states(back)
    again = signed(with_lines(before, back), "oslo-pledge", day=LATER)
    assert states(again)["oslo-pledge"] == FactReading("signed", LATER)
    assert states(with_lines(again, back))["oslo-pledge"] == FactReading("unsigned")
    day_after = signed(back, "oslo-pledge", day=date(2024, 6, 5))
    assert states(with_lines(back, day_after))["oslo-pledge"] == FactReading("signed", date(2024, 6, 5))
    ahead = unsigned(signed(UNREAD, *FACTS, day=date(2042, 1, 1)), "oslo-pledge")
    assert "- {fact: oslo-pledge, unsigned: 2042-01-01}" in lines(ahead)


def test_an_older_reading_of_other_words_counts_no_longer() -> None:
    """Somebody read the fact as it was once more; that it says so again, nobody has read since."""
    first = signed(UNREAD, *FACTS)
    then = signed(edited(first, OSLO, (PLEDGE, LESS)), "oslo-pledge", day=LATER)
    assert states(with_lines(then, first))["oslo-pledge"] == FactReading("changed", LATER, LESS)
    same_day = signed(edited(first, OSLO, (PLEDGE, LESS)), "oslo-pledge")
    assert states(with_lines(same_day, first))["oslo-pledge"] == FactReading("signed", THEN)


def test_nothing_is_a_second_reading_while_a_draft_is_left() -> None:
    draft = "    passage: had not yet decided what it would pay\n"
    open_texts = edited(UNREAD, OSLO, (draft, f"{draft}    status: draft\n"))
    made = signing.sign(content_of(open_texts), "oslo-cable", ["oslo-meeting", "oslo-pledge"], THEN, open_texts[OSLO])
    assert (made.left, made.drafts, made.day, OSLO in made.files) == ((), ("oslo-denmark",), None, False)
    finished = _written(open_texts, made) | {OSLO: UNREAD[OSLO]}
    whole = signed(finished, "oslo-denmark")
    assert whole[OSLO] == SMALL[OSLO]


RECORDS = {
    "title": ("talk about a power cable", "talk about a cable"),
    "publisher": ("publisher: herald", "publisher: nordwire"),
    "published": ("published: 2024-06-01", "published: 2024-06-02"),
    "origin": ("origin: own", "origin: unknown"),
    "url": ("org/oslo", "org/oslo-cable"),
    "summary": ("promised a part", "promised part"),
    "note": ("  origin: own\n", "  origin: own\n  note: [{say: It has no author., background: nothing is printed}]\n"),
}


def record_state(texts: dict[str, str]) -> str:
    return of_articles(content_of(texts))["oslo-cable"].record


@pytest.mark.parametrize("change", RECORDS)
def test_the_record_of_an_article_is_signed_with_the_last_of_its_facts(change: str) -> None:
    """Another record lapses the second reading, and none of the facts; it is signed again when somebody asks for it."""
    whole = signed(UNREAD, *FACTS)
    assert record_state(whole) == "signed"
    other = edited(whole, OSLO, RECORDS[change])
    assert (states(other), record_state(other)) == (states(whole), "changed")
    what = "the record of the article changed since the second reading of `2024-06-03`"
    assert told(other) == [
        f"{what}; read it again with `briefbook review oslo-cable`, and sign it with `--record --sign`"
    ]
    once_more = signed(other, "oslo-pledge", day=LATER)
    assert (record_state(once_more), once_more[OSLO]) == ("changed", other[OSLO])
    made = signing.sign(content_of(other), "oslo-cable", (), LATER, other[OSLO], record=True)
    last = _written(other, made)
    assert (record_state(last), told(last)) == ("signed", [])
    assert "  second_reading: 2024-06-04\n" in last[OSLO]
    assert sum(line.startswith("- {record:") for line in lines(last)) == 1


def told(texts: dict[str, str]) -> list[str]:
    problems = second_readings_are_of_what_stands(briefing_of(texts))
    return [f"{problem.what}; {problem.remedy}" for problem in problems]


def test_what_is_no_part_of_what_a_text_is_leaves_its_record_read() -> None:
    whole = signed(UNREAD, *FACTS)
    moved = edited(whole, OSLO, ("article:\n", "article:\n  formerly: [oslo]\n  curation: open\n"))
    assert record_state(moved) == "signed"
    assert record_state(SMALL) == "signed"
    assert record_state(UNREAD) == "unsigned"


def test_a_second_reading_that_has_lapsed_stops_what_is_published() -> None:
    """The page says how far it holds, and the data have no day of a reading of all."""
    whole = signed(UNREAD, *FACTS)
    more = edited(whole, OSLO, (PLEDGE, LESS))
    all_read = "a second reading of every fact was recorded on 3 June 2024"
    assert shown(whole) == (all_read, "2024-06-03", True)
    assert shown(more) == (
        "a second reading of 2 of 3 facts was recorded by 3 June 2024; the others were added or changed since",
        None,
        False,
    )
    record = edited(whole, OSLO, RECORDS["origin"])
    assert shown(record) == (f"{all_read}; title, day, publisher or origin were changed since", None, False)


def shown(texts: dict[str, str]) -> tuple[str, str | None, bool]:
    """What the page says of the second reading, the day in the data, and whether all may be published."""
    briefing = briefing_of(texts)
    page = str(pages(briefing, files.words(), "")["articles/oslo-cable.md"])
    [line] = re.findall(r"<dt>Second reading</dt><dd>(.*?)</dd>", unescape(page))
    [row] = [row for row in Dataset(briefing).tables["articles"].plain if row["id"] == "oslo-cable"]
    return line.replace("\xa0", " "), row["second_reading"], pipeline.may_be_published(pipeline.problems(briefing))


def test_what_two_people_signed_at_once_is_one_file_of_both() -> None:
    """As git puts the lines of both sides together; of two signatures of one fact the one that holds counts."""
    one, other = signed(UNREAD, "oslo-meeting", "oslo-pledge"), signed(UNREAD, "oslo-pledge", "oslo-denmark", day=LATER)
    together = one | {SIGNED: one[SIGNED] + "".join(other[SIGNED].splitlines(keepends=True)[2:])}
    assert {id: reading.day for id, reading in states(together).items()} == {
        "oslo-meeting": THEN,
        "oslo-pledge": LATER,
        "oslo-denmark": LATER,
    }


def test_a_file_of_signatures_is_read_strictly() -> None:
    broken = SMALL | {SIGNED: "- {fact: oslo-pledge, day: June, of: 12, say: ''}\n- {fact: oslo-pledge}\n"}
    with pytest.raises(Malformed) as raised:
        content_of(broken)
    assert [str(problem) for problem in raised.value.problems] == [
        f"{SIGNED}:1:28: BAD-DATE: expected a date such as 2024-05-31, found `June`",
        f"{SIGNED}:1:38: BAD-VALUE: expected a digest of sixteen digits, found `12`",
        f"{SIGNED}:1:47: EMPTY-VALUE: expected a text, found nothing; fill it, or leave the field out",
        *(
            f"{SIGNED}:2:3: MISSING-FIELD: the field `{name}` is missing; add `{name}:`"
            for name in ("day", "of", "say")
        ),
    ]


NOTHING = (PLEDGE, PLEDGE)
REFUSED = {
    "a typing error": (
        "oslo-pledg",
        NOTHING,
        "no fact that stands has the id `oslo-pledg`; did you mean `oslo-pledge`?",
    ),
    "a tombstone": ("oslo-date", NOTHING, "no fact that stands has the id `oslo-date`; did you mean"),
    "not proved": ("oslo-pledge", ("would pay 50", "would pay 60"), "`oslo-pledge` is not proved; mend what"),
    "a flag": ("oslo-denmark", ("has not settled", "has settled"), "`oslo-denmark` waits to be read again (negation)"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_not_in_order_is_not_signed(case: str) -> None:
    fact, swap, told = REFUSED[case]
    [refusal] = signing.refusals(briefing_of(edited(UNREAD, OSLO, swap)), "oslo-cable", [fact])
    assert (refusal.code, f"{refusal.what}; {refusal.remedy}".startswith(told)) == ("NOT-SIGNED", True), str(refusal)


def briefing_of(texts: dict[str, str]) -> Briefing:
    return pipeline.load({p: t for p, t in texts.items() if p.startswith("content/")}, article_texts_of(texts))


def test_what_is_in_order_is_not_refused() -> None:
    assert list(signing.refusals(briefing_of(UNREAD), "oslo-cable", FACTS)) == []


def test_an_open_article_that_was_read_twice_says_so_while_that_holds() -> None:
    is_open = ("  origin: own\n", "  origin: own\n  curation: open\n")
    whole = signed(edited(UNREAD, OSLO, is_open), *FACTS)
    told = "The facts that stand here so far were read a second time."
    for texts, is_told in ((whole, True), (edited(whole, OSLO, (PLEDGE, LESS)), False)):
        page = str(pages(briefing_of(texts), files.words(), "")["articles/oslo-cable.md"])
        assert (told in unescape(page).replace("\xa0", " ")) == is_told
