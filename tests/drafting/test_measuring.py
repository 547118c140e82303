"""`make measure-drafts`: its articles are sound, it counts rightly, and drafting is no worse than it was."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.content.dates import parse
from tools import measure_drafts
from tools.measure_drafts import FOLDER, answers, measured, totals
from tools.right_answers import draft_files
from tools.right_answers.amounts import Amount, amount, drafted_amount
from tools.right_answers.draft_files import Drafted, DraftFile
from tools.right_answers.judging import KINDS, Answer, judged
from tools.right_answers.marks import place, quotation

ARTICLES = answers(FOLDER)
IDS = {
    entry["id"]
    for entries in yaml.safe_load((FOLDER / "registry.yml").read_text(encoding="utf-8")).values()
    for entry in entries
}
NOBODY: frozenset[str] = frozenset()
# What drafting reaches at least: the share of drafts that are right, and of answers that are found.
FLOORS = {
    "quotations": (0.98, 0.96),
    "by passage": (0.99, 0.97),
    "statements": (0.96, 0.89),
    "figures": (0.98, 0.98),
    "dates": (0.97, 0.97),
}
LEAST_SKIPPED, MOST_SKIPPED_FALSELY, LEAST_OF_RECORDS = 0.98, 0, 243


def paragraphs_of(article: Answer) -> list[str]:
    return [line for line in article["text"].split("\n") if line.strip()]


@cache
def shipped() -> dict[str, Any]:
    return measured(FOLDER)


# The set


@pytest.mark.parametrize("name", ARTICLES)
def test_right_answers_stand_in_their_text(name: str) -> None:
    assert [*_mistakes(ARTICLES[name])] == []


def _mistakes(article: Answer) -> Iterator[str]:
    """What no reader of the article could have answered."""
    paragraphs = paragraphs_of(article)
    skipped, neutral = ({int(number) for number in article[kind]} for kind in ("skip", "neutral"))
    if skipped & neutral or not skipped | neutral <= {*range(1, len(paragraphs) + 1)}:
        yield "skip, neutral"
    if article["title"] not in ("none", *paragraphs):
        yield "title"
    said, figures, dates = (*article["quotations"], *article["statements"]), article["figures"], article["dates"]
    yield from (one["words"] for one in said if not place(one["words"], paragraphs[int(one["paragraph"]) - 1]))
    yield from (who for one in said for who in _any_of(one["who"]) if not _is_there(who, article))
    yield from (one["figure"] for one in figures if amount(one["figure"]) is None and "maybe" not in one)
    yield from (one["words"] for one in dates if one["words"] not in paragraphs[int(one["paragraph"]) - 1])
    yield from (date for one in dates for date in one["date"].split(" or ") if parse(date).text != date)
    yield from (one["paragraph"] for one in (*said, *figures) if int(one["paragraph"]) in skipped)


def _any_of(who: str | list[str]) -> list[str]:
    return [who] if isinstance(who, str) else who


def _is_there(who: str, article: Answer) -> bool:
    return who in IDS or who.casefold() in article["text"].casefold()


def test_articles_are_of_every_kind() -> None:
    kinds = [article["kind"] for article in ARTICLES.values()]
    assert len(kinds) == 52
    assert sorted({*kinds}) == [
        "French agency",
        "French interview",
        "French live",
        "French newspaper",
        "French opinion",
        "French press release",
        "French radio",
        "French reportage",
        "NGO note",
        "NGO report with speech",
        "agency",
        "agency update",
        "agency web page",
        "broadcaster",
        "broadcaster feature",
        "broadsheet analysis",
        "business story",
        "company statement",
        "court report",
        "damaged web text",
        "earnings",
        "explainer",
        "feature",
        "government readout",
        "guillemets",
        "interview",
        "live blog",
        "local news page",
        "local newspaper",
        "local radio",
        "newsletter digest",
        "parliament report",
        "police appeal",
        "press conference transcript",
        "press release",
        "science story",
        "single marks",
        "speech transcript",
        "sports governance",
        "sports story",
        "statement",
        "tabloid single marks",
        "trade magazine page",
        "trade press",
        "translated agency with timeline",
        "university news",
        "world news",
    ]


# What it counts


def perfect(article: Answer) -> DraftFile:
    """The drafts of somebody who knows the answers."""

    def draft(said: Answer, kind: str) -> Drafted:
        who = _any_of(said["who"])[0]
        ids, names = (frozenset({who}), NOBODY) if who in IDS else (NOBODY, frozenset({who}))
        return Drafted("a", (said["words"],), (int(said["paragraph"]),), kind, ids, names, (), ())

    def bare(number: str, figures: tuple[str, ...], dates: tuple[str, ...]) -> Drafted:
        passage = paragraphs_of(article)[int(number) - 1]
        return Drafted("b", (passage,), (int(number),), "figure", NOBODY, NOBODY, figures, dates)

    record = {field: article[field] for field in ("title", "published", "language", "origin")}
    if article["title"] == "none":
        del record["title"]
        record["label"] = paragraphs_of(article)[0]
    if article["outlet"] in IDS:
        record["publisher"] = article["outlet"]
    return DraftFile(
        record,
        f"  # publisher: {article['outlet']}",
        (
            *(draft(said, "statement") for said in (*article["quotations"], *article["statements"])),
            *(bare(figure["paragraph"], (figure["figure"],), ()) for figure in article["figures"]),
            *(bare(date["paragraph"], (), (date["date"].split(" or ")[0],)) for date in article["dates"]),
        ),
        frozenset(int(number) for number in article["skip"]),
    )


@pytest.mark.parametrize("name", ARTICLES)
def test_who_knows_the_answers_is_right_in_all(name: str) -> None:
    article = ARTICLES[name]
    known = perfect(article)
    judgement = judged(article, known, known if article["published_stated"] == "yes" else None, IDS)
    assert [line for line in judgement.lines if not line.startswith("+")] == []
    for kind, answered in zip(KINDS, ("quotations", "quotations", "statements", "figures", "dates"), strict=True):
        tally = judgement.tallies[kind]
        assert tally.right == tally.drafted
        assert tally.found == tally.there == sum("maybe" not in answer for answer in article[answered])
    assert judgement.skips == (len(article["skip"]), len(article["skip"]), 0)
    assert all(judgement.record.values())


SMALL: Answer = {
    "text": "Ice closes the pass\n"
    '"Nobody crosses today, and nobody will tomorrow," said Ada Holm. "Ask whoever keeps the inn in winter."\n'
    "Bo Lund, who keeps the inn, said that 40 guests had stayed for $3,000.\n"
    "Holm would not say when the road opens on Friday, in March or in May.\n"
    "Share this",
    "published": "2024-03-14",
    "published_stated": "yes",
    "title": "Ice closes the pass",
    "outlet": "none",
    "language": "en",
    "origin": "unknown",
    "skip": ["5"],
    "neutral": ["1"],
    "quotations": [{"words": "Nobody crosses today", "who": "ada-holm", "paragraph": "2"}],
    "statements": [
        {"words": "40 guests had stayed", "who": ["Bo Lund", "the innkeeper"], "paragraph": "3", "without": "who keeps"}
    ],
    "figures": [
        {"figure": "40", "counts": "guests", "paragraph": "3"},
        {"figure": "$3,000", "counts": "paid", "paragraph": "3", "maybe": "yes"},
    ],
    "dates": [{"words": "on Friday", "date": "2024-03-15", "paragraph": "4"}],
}
HOLM, LUND = frozenset({"ada-holm"}), frozenset({"Lund"})


def drafts(*told: Drafted, skipped: tuple[int, ...] = (), record: Mapping[str, str] = {}) -> DraftFile:
    return DraftFile(record, "", told, frozenset(skipped))


def spoken(passage: str, paragraph: int, who: frozenset[str], named: frozenset[str] = NOBODY) -> Drafted:
    return Drafted("a", (passage,), (paragraph,), "statement", who, named, (), ())


def told(*figures: str, dates: tuple[str, ...] = ()) -> Drafted:
    paragraph = 4 if dates else 3
    passage = paragraphs_of(SMALL)[paragraph - 1]
    return Drafted("a", (passage,), (paragraph,), "figure", NOBODY, NOBODY, figures, dates)


COUNTED = {  # right, drafted, found, there, of the kind that counts it
    "a quotation": (spoken("and nobody will tomorrow", 2, HOLM), "quotations", (1, 1, 1, 1)),
    "its speaker is another": (spoken("Nobody crosses today", 2, LUND), "quotations", (0, 1, 0, 1)),
    "of another speaker by passage": (spoken("Nobody crosses today", 2, LUND), "by passage", (1, 1, 1, 1)),
    "its speaker by name": (
        spoken("Nobody crosses today", 2, NOBODY, frozenset({"A. Holm"})),
        "quotations",
        (0, 1, 0, 1),
    ),
    "speech without a speaker": (spoken("Nobody crosses today", 2, NOBODY), "quotations", (0, 1, 0, 1)),
    "two words alone": (spoken("will tomorrow", 2, HOLM), "quotations", (0, 1, 0, 1)),
    "more of another one": (
        spoken('nobody will tomorrow," said Ada Holm. "Ask whoever keeps the inn', 2, HOLM),
        "quotations",
        (0, 1, 0, 1),
    ),
    "two words of it": (spoken('tomorrow," said Ada', 2, HOLM), "quotations", (0, 0, 0, 1)),
    "a statement": (spoken("40 guests had stayed for $3,000", 3, NOBODY, LUND), "statements", (1, 1, 1, 1)),
    "a statement of another": (spoken("40 guests had stayed for $3,000", 3, HOLM), "statements", (0, 1, 0, 1)),
    "less than half of it": (spoken("said that 40", 3, NOBODY, LUND), "statements", (0, 1, 0, 1)),
    "what it must not have": (
        spoken("who keeps the inn, said that 40 guests had stayed", 3, NOBODY, LUND),
        "statements",
        (0, 1, 0, 1),
    ),
    "words that nobody answers": (
        spoken("Holm would not say when the road opens", 4, HOLM),
        "statements",
        (0, 1, 0, 1),
    ),
    "figures": (told("40, guests", "$3,000 = USD 3000"), "figures", (2, 2, 1, 1)),
    "a figure that may be": (told("$3,000 = USD 3000"), "figures", (1, 1, 0, 1)),
    "a figure of another currency": (told("40 = EUR 40"), "figures", (0, 1, 0, 1)),
    "a figure twice": (told("40, guests", "40 = 40"), "figures", (1, 1, 1, 1)),
    "a date": (told(dates=("2024-03-15~",)), "dates", (1, 1, 1, 1)),
    "dates of nothing": (told(dates=("2024-03", "2024-05")), "dates", (0, 2, 0, 1)),
}


@pytest.mark.parametrize("case", COUNTED)
def test_a_draft_is_counted_once(case: str) -> None:
    draft, kind, expected = COUNTED[case]
    judgement = judged(SMALL, drafts(draft), None, {"ada-holm"})
    assert tuple(vars(judgement.tallies[kind]).values()) == expected


def test_what_is_skipped_and_the_record_are_counted() -> None:
    known = {"title": "Ice closes the pass", "published": "2024-03-14"}
    right = judged(SMALL, drafts(skipped=(1, 5), record=known), drafts(record=known), {"ada-holm"})
    assert (right.skips, right.record) == ((1, 1, 0), dict.fromkeys(right.record, True))
    other = {
        "title": "Share this",
        "published": "2024",
        "publisher": "ada-holm",
        "language": "fr",
        "origin": "ada-holm",
    }
    wrong = judged(SMALL, drafts(skipped=(2,), record=other), drafts(record=other), {"ada-holm"})
    assert wrong.skips == (0, 1, 1)
    assert wrong.record == dict.fromkeys(("title", "outlet", "language", "origin", "day"), False)
    assert [line for line in wrong.lines if "found" not in line] == [
        "? left over: p5 Share this",
        '! skipped, but real: p2 "Nobody crosses today, and nobody will tomorrow," said Ada Holm. "Ask ',
        "! record, title: Share this",
        "! record, outlet: ada-holm",
        "! record, language: fr",
        "! record, origin: ada-holm",
        "! record, day: 2024",
    ]


@pytest.mark.parametrize(
    ("label", "is_right"),
    [("Passes will not open", True), ("Passes will open", False), ("Winter in the hills", True)],
)
def test_a_label_may_not_say_the_opposite(label: str, is_right: bool) -> None:
    article = {**SMALL, "title": "none", "text": "PASS, May 1 (Wire) - The passes will not open.\n" + SMALL["text"]}
    article |= dict.fromkeys(("quotations", "statements", "figures", "dates", "skip", "neutral"), ())
    assert judged(article, drafts(record={"label": label}), None, IDS).record["label"] is is_right


@pytest.mark.parametrize(
    ("text", "unit", "numbers"),
    [
        ("$12.5 million", "USD", "12500000"),
        ("US$1.2bn", "USD", "1200000000"),
        ("390 million euros", "EUR", "390000000"),
        ("SKr640mn", "SEK", "640000000"),
        ("90 crowns", "crowns", "90"),
        ("£0.0275", "GBP", "0.0275"),
        ("6.5 percent", "%", "6.5"),
        ("2.7pc", "%", "2.7"),
        ("0,6 %", "%", "0.6"),
        ("1 200", "", "1200"),
        ("31.000", "", "31000"),
        ("15,000-18,000", "", "15000 18000"),
        ("19 in every 100", "", "19 100"),
        ("Sixty-four", "", "64"),
        ("Nine thousand", "", "9000"),
        ("half", "", "0.5"),
        ("USD 2000000", "USD", "2000000"),
        ("the harbour", "", ""),
    ],
)
def test_amounts_are_read_as_people_write_them(text: str, unit: str, numbers: str) -> None:
    found = amount(text)
    told = (found.unit, {str(f"{number:f}") for number in found.numbers}) if found else ("", set())
    assert told == (unit, {*numbers.split()})


def test_what_a_draft_says_of_a_figure_is_its_form() -> None:
    assert drafted_amount("$2m = USD 2000000, the boat") == amount("2 million dollars")
    assert drafted_amount("Five, boats") == amount("5")
    crowns = amount("90 crowns")
    assert crowns is not None
    assert [crowns.proves(amount(one)) for one in ("NOK 90", "90", "EUR 90", "91 kroner")] == [True, True, False, False]
    assert not Amount("", frozenset()).proves(None)


@pytest.mark.parametrize(
    ("paragraph", "words", "expected"),
    [
        ("“We are here. It rains,” she said. “No.”", "It rains", "We are here It rains"),
        ("‘It’s the head’s dog,’ he said, ‘and a pot.’", "the head", "It s the head s dog"),
        ("« Nous comptions, explique Lou Vidal. Enfin. »", "Nous", "Nous comptions explique Lou Vidal Enfin"),
        ("MS: We did the sums.", "We did", "MS We did the sums"),
        ("All of it is said.", "is said", "All of it is said"),
    ],
)
def test_a_quotation_goes_from_mark_to_mark(paragraph: str, words: str, expected: str) -> None:
    every = re.findall(r"\w+", paragraph)
    assert " ".join(every[n] for n in sorted(quotation(words, paragraph))) == expected


DRAFT_FILE = """\
# yaml-language-server: $schema=../../schema/facts.schema.json
article:
  title: Ice closes the pass                # as printed
  published: 2024-03-14                     # the day of publication

facts:
  # Paragraph 2
  - id: ice-p2-1                            # choose a better one now
    say:
    passage:
      - Nobody crosses today
      - and nobody will
    paragraph: [2, 3]
    via: the innkeeper
    kind: statement
    when: {date: 2024-03-15, reckoned: Friday}
    status: draft
    # who: ada-holm, once Ada Holm is registered (see the end of this file)
    # figures: 40, guests; $3,000 = USD 3000
    # dates of the sentence: 2024-03-15, 2024-05

  # Paragraph 3
  - id: ice-p3-1
    say:
    passage: 40 guests
    paragraph: 3
    who: bo-lund
    status: draft
    # perhaps said by cy-voss, but no earlier paragraph names them
skip:
  - {paragraphs: 5-6, because: no article}
# Names that no registry knows.
# figures: 9
"""


def test_a_draft_file_tells_all_that_a_curator_reads() -> None:
    assert draft_files.read(DRAFT_FILE) == DraftFile(
        record={"title": "Ice closes the pass", "published": "2024-03-14"},
        head="\n  title: Ice closes the pass                # as printed\n"
        "  published: 2024-03-14                     # the day of publication\n",
        drafts=(
            Drafted(
                id="ice-p2-1",
                passages=("Nobody crosses today", "and nobody will"),
                paragraphs=(2, 3),
                kind="statement",
                who=frozenset({"ada-holm"}),
                named=frozenset({"the innkeeper", "Ada Holm"}),
                figures=("40, guests", "$3,000 = USD 3000"),
                dates=("2024-03-15", "2024-03-15", "2024-05"),
            ),
            Drafted(
                id="ice-p3-1",
                passages=("40 guests",),
                paragraphs=(3,),
                kind="statement",
                who=frozenset({"bo-lund", "cy-voss"}),
                named=frozenset(),
                figures=(),
                dates=(),
            ),
        ),
        skipped=frozenset({5, 6}),
    )


@pytest.mark.parametrize("text", ["a: [", "facts: []", "- article"])
def test_what_is_no_draft_file_says_so(text: str) -> None:
    with pytest.raises(draft_files.Unreadable):
        draft_files.read(text)


# The program


def test_drafting_is_no_worse_than_it_was() -> None:
    judgements = shipped()
    shares = {
        kind: (tally.right / tally.drafted, tally.found / tally.there) for kind, tally in totals(judgements).items()
    }
    assert {
        kind: share for kind, share in shares.items() if share[0] < FLOORS[kind][0] or share[1] < FLOORS[kind][1]
    } == {}
    skipped, there, false = (sum(one.skips[n] for one in judgements.values()) for n in range(3))
    assert skipped / there >= LEAST_SKIPPED
    assert false <= MOST_SKIPPED_FALSELY
    assert sum(sum(one.record.values()) for one in judgements.values()) >= LEAST_OF_RECORDS


def test_a_measure_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert measure_drafts.main([str(tmp_path)]) == 1
    assert capsys.readouterr().out == f"nothing was measured: no articles in {tmp_path}\n"
    for name in ("registry", "22"):
        (tmp_path / f"{name}.yml").write_bytes((FOLDER / f"{name}.yml").read_bytes())
    assert measure_drafts.main([str(tmp_path), "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "22 agency"
    assert "  + quotation p6 ['tadeo-ibarra'] This is a painful day and a fair one" in lines
    assert [line.split()[0] for line in lines[-7:]] == [
        "quotations",
        "the",
        "statements",
        "figures",
        "dates",
        "boilerplate",
        "record:",
    ]
