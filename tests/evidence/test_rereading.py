"""Marks: each kind of turned sense is flagged, and an honest wording of the same sentence is not."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.model import Fact
from generator.evidence.languages import ENGLISH, Language
from generator.evidence.languages.cues import CUES
from generator.evidence.lock import Lock, dumps, loads, lock_of
from generator.evidence.proving import alias_table, bound_fact, lock_for
from generator.evidence.sense import KINDS, MARK_OF_KIND, Grammar
from generator.evidence.source import WORD_MARKS, FullText
from generator.evidence.verdict import Check, Verdict
from tests.evidence.test_lock import QUICK
from tests.invented import ARTICLE, WORLD, checked, fact, full_text, world


class Case(NamedTuple):
    """A sentence and its passage; what is told honestly of it, what is not, and the mark that the second turns."""

    text: str
    passage: str
    honest: str
    wrong: str
    mark: str
    more: Mapping[str, Any] = MappingProxyType({})


DOE, LUND = {"who": "jane-doe"}, {"who": "ole-lund"}
CASES = (
    Case(
        "The town did not buy the old quay after all, since it leaks in winter.",
        "buy the old quay after all, since".replace("buy", "did not buy"),
        "The town decided against the quay and never acquired it.",
        "The town bought the quay.",
        "negation",
    ),
    Case(
        "Jane Doe turned down the offer of the yard, and took the train home to the north.",
        "turned down the offer of the yard",
        "Jane Doe did not accept what the yard had offered.",
        "Jane Doe took the offer of the yard.",
        "negation",
    ),
    Case(
        "Ole Lund denied that the mayor had been told of the leak in the old quay wall.",
        "the mayor had been told of the",
        "Ole Lund said that nobody had told the mayor of the leak.",
        "Ole Lund said that the mayor had been told of the leak.",
        "negation",
        LUND,
    ),
    Case(
        "Jane Doe did not rule out a second cable to the islands, whatever it may cost the north.",
        "did not rule out a second cable",
        "Jane Doe did not exclude that a second cable may come.",
        "Jane Doe ruled out a second cable.",
        "negation",
    ),
    Case(
        "The yard, which had not paid in spring, paid its workers in full on the last day of June.",
        "paid its workers in full on the last day",
        "In June the yard paid all that it owed its workers.",
        "In June the yard never paid its workers, which nobody had expected.",
        "",
    ),
    Case(
        "The town plans to sell three ferries to a firm abroad, its clerk wrote in a letter.",
        "plans to sell three ferries to a firm",
        "The town intends to sell three ferries, as the clerk wrote.",
        "The town has sold three ferries, as the clerk wrote.",
        "future",
    ),
    Case(
        "The firm has shut its office at the quay, and two clerks have gone home with their lamps.",
        "has shut its office at the quay",
        "The firm closed its office at the quay.",
        "The firm plans to close its office at the quay.",
        "future",
    ),
    Case(
        "“We will pay half of it before the winter,” Jane Doe told the crowd on the quay.",
        "We will pay half of it before",
        "Jane Doe said that her side would pay half.",
        "Jane Doe said that her side had paid half.",
        "future",
        DOE,
    ),
    Case(
        "A second bridge may be raised beside the first one, an engineer told the crowd there.",
        "second bridge may be raised beside the",
        "A second bridge might be raised there, an engineer said.",
        "A second bridge will be raised there, an engineer said.",
        "possibility",
    ),
    Case(
        "The owners should mend the quay at once, a letter by nine neighbours of the yard says.",
        "owners should mend the quay at once",
        "Nine neighbours urged the owners to mend the quay.",
        "The owners are mending the quay, nine neighbours write.",
        "obligation",
    ),
    Case(
        "The bank would lend the town the money if its council agreed to sell the quay, an aide said.",
        "would lend the town the money if",
        "If the council sells the quay, the bank is ready to lend the town money, an aide said.",
        "The bank would lend the town money, an aide said.",
        "condition",
    ),
    Case(
        "“I like the cable with all my heart, but I will vote against it,” Jane Doe said at noon.",
        "I like the cable with all my heart",
        "Jane Doe liked the cable, but not so much that she would vote for it.",
        "Jane Doe said that she liked the cable.",
        "contrast",
        DOE,
    ),
    Case(
        "The guards locked the gate of the yard at dawn, the workers alleged in a long letter.",
        "locked the gate of the yard at",
        "The workers accused the guards of locking the gate.",
        "The guards locked the gate.",
        "claim",
    ),
    Case(
        "“The ice is thick enough for horses,” Jane Doe said after Ole Lund had shown her the saw.",
        "ice is thick enough for horses",
        "The ice was thick, Jane Doe said.",
        "The ice was thick, Ole Lund said.",
        "speaker",
        LUND,
    ),
    Case(
        "An adviser to Ole Lund called the plan for the quay a joke in poor taste on the radio.",
        "called the plan for the quay a joke",
        "The plan was called a joke.",
        "Ole Lund called the plan a joke.",
        "speaker",
        LUND,
    ),
    Case(
        "The crew left the ship before the fire had reached the stores, a clerk of the court wrote.",
        "left the ship before the fire had reached",
        "The fire reached the stores after the crew had left the ship, the clerk wrote.",
        "The crew left the ship after fire had reached the stores, the clerk wrote.",
        "order",
    ),
    Case(
        "Most of the workers of the yard have gone home for good, since the slip is full of mud.",
        "of the workers of the yard have gone",
        "The majority of the workers went home for good.",
        "All the workers went home for good.",
        "quantity",
    ),
    Case(
        "The town bought a pump from the yard for its school, which stands close to the water.",
        "bought a pump from the yard for its",
        "The school has a pump that the town bought from the yard.",
        "The school has the largest pump that the yard ever sold, bought by the town.",
        "quantity",
    ),
    Case(
        "Fares on the night boat fell for the third year in a row, to the joy of students.",
        "on the night boat fell for the third",
        "The night boat has become cheaper: its fares went down.",
        "The night boat has raised its fares.",
        "direction",
    ),
    Case(
        "Jane Doe accused Ole Lund of hiding the map of the reef for five months or longer.",
        "of hiding the map of the reef for",
        "Ole Lund was accused by Jane Doe of hiding a map.",
        "Ole Lund accused Jane Doe of hiding a map.",
        "roles",
    ),
    Case(
        "Norway bought two old ferries from Denmark in an auction that nobody had heard of before.",
        "two old ferries from Denmark in an auction",
        "Denmark sold two ferries to Norway.",
        "Denmark bought two ferries from Norway.",
        "roles",
    ),
    Case(
        "The board is to decide whether to close the ticket office at the quay on Saturdays.",
        "decide whether to close the ticket office",
        "The ticket office may be closed, if the board so decides.",
        "The board is closing the ticket office.",
        "future",
    ),
    Case(
        "The county is considering a toll on the causeway, and has asked nobody yet.",
        "county is considering a toll on the causeway",
        "The county thinks of a toll on the causeway.",
        "The county would put a toll on the causeway.",
        "possibility",
    ),
    Case(
        "Of the boats 41 fly the flag of Norway, 17 that of Denmark and three that of Sweden.",
        "fly the flag of Norway, 17 that of",
        "The flag of Denmark is on 17 boats.",
        "The flag of Denmark is on 41 boats.",
        "owner",
    ),
    Case(
        "Norway promised 50 boats, Denmark 35 and Sweden four when they met at the quay at noon.",
        "50 boats, Denmark 35 and Sweden four",
        "Denmark promised 35 boats at the meeting.",
        "Norway promised 35 boats at the meeting.",
        "owner",
    ),
    Case(
        "Jane Doe and Ole Lund had 41 percent and 38 percent of the vote, respectively, at midnight.",
        "had 41 percent and 38 percent of the",
        "At midnight Ole Lund had 38 percent of the vote.",
        "At midnight Ole Lund had 41 percent of the vote.",
        "owner",
    ),
    Case(
        "Two tugs, nine barges and 31 fishing boats were lost in the basin at first light on Monday.",
        "nine barges and 31 fishing boats were lost",
        "The basin lost 31 fishing boats.",
        "The basin lost 31 barges.",
        "owner",
    ),
    Case(
        "Guests on the line fell from 21 million in 2019 to 14 million in 2022, the yearbook shows.",
        "from 21 million in 2019 to 14 million",
        "The yearbook has 14 million guests for 2022.",
        "The yearbook has 21 million guests for 2022.",
        "owner",
    ),
    Case(
        "Jane Doe told the jury that the lamp had been out for a week, a claim that Ole Lund rejected as a joke.",
        "that the lamp had been out for a week",
        "Jane Doe told the jury that for a week the lamp had been dark.",
        "Ole Lund told the jury that for a week the lamp had been dark.",
        "speaker",
        LUND,
    ),
    Case(
        "An adviser for Ole Lund told the jury that her client had never seen the bill for the lamps.",
        "had never seen the bill for the",
        "The jury heard that the bill had never been seen.",
        "Ole Lund told the jury that he had never seen the bill.",
        "speaker",
        LUND,
    ),
    Case(
        "According to Jane Doe, the ice lost a fifth of its weight in May; Ole Lund puts the loss at a tenth.",
        "the ice lost a fifth of its weight",
        "Jane Doe said that a fifth of the ice had melted.",
        "Ole Lund said that a fifth of the ice had melted.",
        "speaker",
        LUND,
    ),
    Case(
        "Jane Doe overtook Ole Lund on the last hill and won the race by a minute in the rain.",
        "overtook Ole Lund on the last hill",
        "Ole Lund was overtaken by Jane Doe.",
        "Ole Lund overtook Jane Doe.",
        "roles",
    ),
    Case(
        "The police arrested Ole Lund's driver after he had rammed a gate, and let him go at noon.",
        "arrested Ole Lund's driver after he had",
        "The driver of Ole Lund was arrested.",
        "Ole Lund was arrested.",
        "roles",
    ),
    Case(
        "Norway summoned the Danish envoy over the boarding of a trawler by two Swedish guards.",
        "summoned the Danish envoy over the boarding",
        "The Danish envoy was summoned because of two Swedish guards.",
        "The Swedish envoy was summoned.",
        "roles",
    ),
    Case(
        "The pipe, 34 miles long, crosses two rivers and a park and is to carry oil by the spring.",
        "pipe, 34 miles long, crosses two rivers",
        "The pipe has a length of 34 miles.",
        "The pipe has a length of 34 kilometres.",
        "unit",
    ),
    Case(
        "The valve had leaked for 36 hours when a clerk noticed the brine in the cellar of the hall.",
        "had leaked for 36 hours when a clerk",
        "A 36-hour leak of the valve was found.",
        "A leak of 36 days was found.",
        "unit",
    ),
    Case(
        "Of the 230 guests aboard, 31 were treated for smoke, and three stayed in the ward all night.",
        "Of the 230 guests aboard, 31 were treated",
        "The doctors treated 31 of the 230 guests.",
        "The doctors treated 230 guests.",
        "owner",
    ),
    Case(
        "The crew almost won the cup in the year of the fog, as an old programme in the club recalls.",
        "crew almost won the cup in the year",
        "The crew nearly took the cup.",
        "The crew took the cup in the fog year.",
        "possibility",
    ),
    Case(
        "Seldom have so many seals been seen in the strait as this spring, the wardens wrote to the town.",
        "have so many seals been seen in",
        "The wardens wrote that there had rarely been so many seals.",
        "The wardens wrote that seals had often been many.",
        "negation",
    ),
    Case(
        "The clerks found no proof that money had been taken from the fund, though half the bills were gone.",
        "no proof that money had been taken from",
        "The clerks did not find that money was missing from the fund.",
        "Money was taken from the fund.",
        "negation",
    ),
    Case(
        "February was colder than January in every port, the bulletin of the coast says this week.",
        "February was colder than January in every",
        "The bulletin says that January was warmer than February.",
        "The bulletin says that February was warmer than January.",
        "quantity",
    ),
    Case(
        "Rents in the north are lower than in the south by a fifth, the tenants found in their count.",
        "Rents in the north are lower than in",
        "In the south rents are higher than in the north.",
        "In the north rents are higher than in the south.",
        "direction",
    ),
    Case(
        "The tower must be finished no later than 2027, the county told the builder of the old quay.",
        "must be finished no later than 2027",
        "The county told the builder that the tower had to be finished by 2027.",
        "The county told the builder that the tower had been finished by 2027.",
        "obligation",
    ),
    Case(
        "The bridge might have to close for a week in spring, the road office wrote to all drivers.",
        "bridge might have to close for a week",
        "The bridge may be closed for a week.",
        "The bridge has to be closed for a week.",
        "possibility",
    ),
    Case(
        "Ole Lund does not deny that the boat was used as a pond for carp in the dry years of the war.",
        "the boat was used as a pond for",
        "Ole Lund did not dispute that carp were kept in the boat.",
        "Ole Lund denied that carp were kept in the boat.",
        "negation",
        LUND,
    ),
    Case(
        "The lease of the hut expires on 31 March, a clerk of the harbour said to the old tenants.",
        "lease of the hut expires on 31",
        "The lease of the hut would run out on 31 March, a clerk said.",
        "A clerk said that on 31 March the lease of the hut will end.",
        "",
    ),
    Case(
        "The owner was fined by the court in the north, a sum that his lawyer says is far too high.",
        "owner was fined by the court in",
        "The court fined the owner.",
        "The owner was fined.",
        "",
    ),
    Case(
        "Asked about the leak, Ole Lund sent them to Jane Doe, who said that the valve had been old for years.",
        "that the valve had been old for years",
        "Jane Doe said that the valve was old.",
        "Ole Lund said that the valve was old.",
        "speaker",
        LUND,
    ),
    Case(
        "The town took the yard to court over two lost moorings, the clerk of the judge wrote to us.",
        "took the yard to court over two",
        "The yard was taken to court by the town.",
        "The yard took the town to court.",
        "roles",
    ),
    Case(
        "The guards suspect that the crates held eels, a clerk said, but they were empty by the evening.",
        "suspect that the crates held eels",
        "There may have been eels in the crates, a clerk said.",
        "There were eels in the crates, a clerk said.",
        "possibility",
    ),
    Case(
        "The town agreed in principle to sell the old gasworks, a clerk said at the end of a long day.",
        "agreed in principle to sell the old",
        "The town is to sell the gasworks, a clerk said.",
        "The town has sold the gasworks, a clerk said.",
        "future",
    ),
    Case(
        "The tremor may have begun as early as the spring, but fog hid the hill until the end of the summer.",
        "tremor may have begun as early as",
        "It is possible that the tremor began in the spring.",
        "The tremor began in the spring.",
        "possibility",
    ),
    Case(
        "The new lock is shorter than the old one by a boat, and the barges no longer fit, the keeper found.",
        "new lock is shorter than the old",
        "The keeper found that the old lock was longer than the new one.",
        "The keeper found that the new lock was longer than the old one.",
        "direction",
    ),
    Case(
        "Few of the villages have a doctor of their own, and in winter three of them cannot be reached.",
        "the villages have a doctor of their",
        "Most of the villages have no doctor.",
        "The villages have a doctor.",
        "quantity",
    ),
    Case(
        "It is the only inn on the island, and has been for sale for a while, its owner told the town.",
        "the only inn on the island",
        "The owner said that there was no other inn on the island.",
        "The owner said that there was no inn on the island.",
        "negation",
    ),
    Case(
        "The north port handled more boats than the south port for once since the war, the books show.",
        "handled more boats than the south port",
        "The books show that the south port handled fewer boats than the north port.",
        "The books show that the south port handled more boats than the north port.",
        "roles",
    ),
    Case(
        "Nineteen of the club's 24 boats passed the test, and the other five get new flares, the keeper wrote.",
        "Nineteen of the club's 24 boats passed",
        "The club has 24 boats.",
        "The test was passed by 24 boats of the club.",
        "owner",
    ),
    Case(
        "The board has shelved its plans for a casino on the pier, after many letters and one brick.",
        "board has shelved its plans for a",
        "The board gave up its plans.",
        "The board plans a casino.",
        "negation",
    ),
    Case(
        "Twelve of the 80 tests came back positive, the clinic said, and all but one from the same ship.",
        "Twelve of the 80 tests came back",
        "The clinic said that there had been 80 tests.",
        "The clinic said that 80 tests had come back positive.",
        "owner",
    ),
    Case(
        "Provided that the wind drops, the race starts at noon, the judges wrote to all of the crews.",
        "the race starts at noon, the judges",
        "If the wind is weaker the race starts at noon, the judges wrote.",
        "The race starts at noon, the judges wrote.",
        "condition",
    ),
    Case(
        "The crews were told to wear hats on deck after a block had come down from the mast, the line wrote.",
        "were told to wear hats on deck",
        "After the fall of a block crews must wear hats, the line wrote.",
        "After the fall of a block crews need not wear hats, the line wrote.",
        "negation",
    ),
    Case(
        "No seats are left for the final of the cup, the clerk wrote, and none will be sold at the gate.",
        "No seats are left for the final",
        "The clerk wrote that the final was sold out.",
        "The clerk wrote that seats were left.",
        "negation",
    ),
    Case(
        "The Danish envoy met the Swedish king in the north and gave him a fish, both sides told us.",
        "The Danish envoy met the Swedish king",
        "A fish was given to the Swedish king by the Danish envoy, both sides say.",
        "The Swedish envoy gave a fish to somebody, both sides say.",
        "roles",
    ),
    Case(
        "Danish guards boarded two Norwegian trawlers and a Danish one off the north, the crew wrote.",
        "guards boarded two Norwegian trawlers and a Danish",
        "A Danish trawler and two Norwegian ones were boarded, the crew wrote.",
        "Norwegian guards boarded two trawlers, the crew wrote.",
        "roles",
    ),
    Case(
        "The brewery closed its year with a net loss of 3 million crowns, for want of rain on the hops.",
        "its year with a net loss of 3 million",
        "After a year without rain the brewery has 3 million crowns less.",
        "The brewery made a profit of 3 million crowns.",
        "direction",
    ),
    Case(
        "The high court quashed the ban on dogs in the park, which had cost owners 90 crowns each.",
        "The high court quashed the ban on dogs",
        "The high court did not uphold the ban on dogs.",
        "The high court upheld the ban on dogs.",
        "direction",
    ),
    Case(
        "Keepers of bees have until the first frost to report their hives, and pay 9 crowns if they forget.",
        "Keepers of bees have until the first frost",
        "Hives must be reported before it freezes for the first time.",
        "Hives must be reported once it has frozen for the first time.",
        "order",
    ),
    Case(
        "Seven walkers fell ill after the fair, none of whom had been warned about the well, the nurse wrote.",
        "ill after the fair, none of whom had been warned",
        "The nurse wrote that the seven walkers fell ill unwarned.",
        "The nurse wrote that the seven walkers had been warned.",
        "negation",
    ),
    Case(
        "The treasurer refused to say whether the lamps had been paid for, and shut the ledger with a bang.",
        "refused to say whether the lamps had been paid",
        "The treasurer left open whether the lamps had been paid for.",
        "The lamps had been paid for.",
        "negation",
    ),
    Case(
        "We have walked every mile of the wall, and there is nothing in the stones that would fall, the mason wrote.",
        "the wall, and there is nothing in the stones",
        "Nothing in the wall would come down, the mason wrote.",
        "Stones would fall, the mason wrote.",
        "negation",
    ),
    Case(
        "Someone in the crowd was hurt by a loose sign, though nobody had gone near the stage, the guard wrote.",
        "in the crowd was hurt by a loose sign",
        "A sign hurt one of the crowd, the guard wrote.",
        "Nobody in the crowd was hurt by the sign, the guard wrote.",
        "negation",
    ),
    Case(
        "The guild let the baker in by 17 votes to 12, with five abstentions, and drank to it until ten.",
        "baker in by 17 votes to 12, with five abstentions",
        "Of the guild 17 were for the baker and 12 against, and five abstained.",
        "The guild let the baker in by 17 votes to five, with 12 abstentions.",
        "owner",
    ),
    Case(
        "The club has grown from 14 boats to 22 members with a boat each, and the pier from 30 metres to 45.",
        "from 14 boats to 22 members with a boat each",
        "The club had 14 boats and now 22 members with boats.",
        "The club had 14 members and now 22 boats.",
        "owner",
    ),
    Case(
        "After a recount of the northern wards the Heron League had 21 seats in the hall and the Barge Front 16.",
        "the Heron League had 21 seats in the hall and the Barge Front 16",
        "The Heron League got 21 seats, against 16 for the Barge Front.",
        "The Barge Front got 21 seats, against 16 for the Heron League.",
        "owner",
    ),
    Case(
        "The price of a bath stayed at 6 crowns this winter, though the boiler has eaten half the forest.",
        "price of a bath stayed at 6 crowns",
        "A bath cost 6 crowns as before.",
        "A bath went up to 6 crowns.",
        "direction",
    ),
    Case(
        "The high court annulled the tax on chimneys, which brought the town 80 crowns for each of them.",
        "The high court annulled the tax on chimneys",
        "The tax on chimneys was quashed by the high court.",
        "The high court upheld the tax on chimneys.",
        "direction",
    ),
    Case(
        "The building of lofts slowed in the old town once the students had left for the summer, tables show.",
        "building of lofts slowed in the old town",
        "Fewer lofts were built in the old town.",
        "The building of lofts quickened in the old town.",
        "direction",
    ),
    Case(
        "An aide would neither confirm nor deny the tale of the lost seal, and asked for another herring.",
        "would neither confirm nor deny the tale",
        "An aide did not comment on the tale of the seal.",
        "An aide did not confirm the tale of the seal.",
        "negation",
    ),
    Case(
        "The aides did not comment on the tale of the lost seal, but asked for another herring and a chair.",
        "aides did not comment on the tale of the",
        "No comment on the seal came from the aides.",
        "The aides commented on the tale of the seal.",
        "negation",
    ),
    Case(
        "It was the longest regatta of the club so far, and ended without a light, its log has it.",
        "It was the longest regatta of the club",
        "No regatta of the club had been longer.",
        "No regatta of the club had been shorter.",
        "negation",
    ),
    Case(
        "Forty lamps were dark at noon, down from 90 in the night, and the rest of the street had light again.",
        "lamps were dark at noon, down from 90",
        "At worst 90 lamps had been dark.",
        "The worst night had 90 dark lamps.",
        "quantity",
    ),
)


def marks(text: str, one: Fact, language: Language = ENGLISH) -> tuple[str, ...]:
    """The marks in which a fact and the article, in some language, differ."""
    source = full_text(text) if language is ENGLISH else FullText(text, alias_table(WORLD), language)
    checks = checked(world(one), source).checks
    return tuple(mark for check in checks for mark in (("unit",) if check.code == "OTHER-UNIT" else check.marks))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.wrong)
def test_a_turned_sense_is_to_be_read_again_and_an_honest_one_is_not(case: Case) -> None:
    honest_more = DOE if case.mark == "speaker" and "adviser" not in case.text else case.more
    honest = fact(case.honest, case.passage, **({"via": "an adviser"} if "adviser" in case.text else honest_more))
    assert marks(case.text, honest) == ()
    assert marks(case.text, fact(case.wrong, case.passage, **case.more)) == ((case.mark,) if case.mark else ())


def test_every_mark_has_its_case() -> None:
    assert {case.mark for case in CASES} - {""} == {*MARK_OF_KIND.values(), *WORD_MARKS}


# ---------------------------------------------------------------- settling

TEXT = "Jane Doe turned down the offer of the yard, and took the train home to the north."
PASSAGE = "turned down the offer of the yard"
FLAGGED = fact("Jane Doe took the offer of the yard.", PASSAGE)
AGREED = fact("Jane Doe took the offer of the yard.", PASSAGE, agrees=("negation",))


def sense(one: Fact, *, text: bool = True, lock: Lock | None = None) -> Check:
    """The check of a fact's sense, by the text with what a lock remembers, or by the lock alone."""
    content = world(one)
    source = full_text(TEXT, content) if text or lock is None else lock
    bound = bound_fact(content, alias_table(content), ARTICLE, one, source, lock)
    assert bound.verdict is Verdict.PROVED  # a flag stands in the way of nothing
    [check] = [check for check in bound.checks if check.subject == "sense"]
    return check


def locked(*known: Fact) -> Lock:
    content = world(*known)
    return loads(dumps(lock_for(content, ARTICLE, full_text(TEXT, content))), "seeds/report.lock")


def test_a_flag_names_what_differs_and_what_to_do() -> None:
    check = sense(FLAGGED)
    assert (check.code, check.marks, check.settled) == ("READ-AGAIN", ("negation",), ())
    assert check.what == "`say` has no negation, the sentence has one (`turned down`)"
    assert check.remedy == "read both again: mend the fact, or settle it with `agrees: [negation]`"
    by_lock = sense(FLAGGED, text=False, lock=locked(FLAGGED))
    assert (by_lock.marks, by_lock.what) == (("negation",), "`say` has no negation, the sentence has one")


def test_what_agrees_is_settled_where_no_lock_remembers_anything() -> None:
    check = sense(AGREED)
    assert (check.verdict, check.marks, check.settled) == (Verdict.PROVED, (), ("negation",))


@pytest.mark.parametrize("text", [True, False], ids=["text and lock", "lock"])
def test_what_agrees_is_settled_once_the_lock_has_signed_it(text: bool) -> None:
    assert sense(AGREED, text=text, lock=locked(AGREED)).settled == ("negation",)
    unsigned = sense(AGREED, text=text, lock=locked(FLAGGED))
    assert (unsigned.marks, unsigned.settled) == (("negation",), ())
    assert unsigned.what.endswith("; `agrees` settled negation for other words, or no lock has it yet")
    assert unsigned.remedy == "read both again, then lock the article anew with `briefbook lock texts/report.txt`"


CHANGES: dict[str, dict[str, object]] = {
    "say": {"say": "Jane Doe took up the offer of the yard."},
    "passage": {"passage": ("turned down the offer of the",)},
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_settlement_lapses_with_its_words(change: str) -> None:
    changed = AGREED.model_copy(update=CHANGES[change])
    both = locked(AGREED, FLAGGED.model_copy(update={"id": "other", **CHANGES[change]}))
    for text in (True, False):
        assert sense(changed, text=text, lock=both).marks == ("negation",)


def test_a_lock_that_was_read_with_its_text_signs_no_more_than_it_knows() -> None:
    """What is published beside a site is written from facts that were checked: it settles nothing by itself."""
    content, text = world(AGREED), full_text(TEXT)
    before = locked(FLAGGED)
    bound = bound_fact(content, alias_table(content), ARTICLE, AGREED, text, before)
    assert bound.recorded
    again = lock_of(text, alias_table(content), [bound.recorded])
    assert again.answers == before.answers


def test_a_mark_in_which_nothing_differs_is_not_settled() -> None:
    idle = fact("Jane Doe did not take the offer.", PASSAGE, agrees=("negation",))
    for source in (full_text(TEXT), locked(idle)):
        checks = checked(world(idle), source).checks
        found = [(check.field, check.code, check.what) for check in checks if check.verdict is Verdict.REFUTED]
        what = "`say` and its sentences do not differ in `negation`"
        assert found == [(("agrees",), "NOTHING-TO-AGREE", what)]


def test_of_words_that_it_does_not_know_a_lock_tells_nothing() -> None:
    """Marks that it keeps are compared with any words; who did what to whom waits for the text."""
    lock = locked(FLAGGED)
    reworded = FLAGGED.model_copy(update={"say": "Jane Doe never took the yard's offer."})
    check = sense(reworded, text=False, lock=lock)
    assert (check.code, check.needs_text, check.marks) == ("CANNOT-CHECK", True, ())
    turned = FLAGGED.model_copy(update={"say": "Jane Doe took the yard's offer."})
    assert sense(turned, text=False, lock=lock).marks == ("negation",)


# ---------------------------------------------------------------- tables, and texts and locks alike

PHRASES = sorted({phrase for kinds in CUES["en"]["strict"].values() for phrase in kinds if "#" not in phrase})
OTHERS = ("boats", "the town", "Jane Doe", "Ole Lund", "accused", ",", "26 ferries", "that", "Norway 14")
WORDS = st.sampled_from([*PHRASES, *OTHERS])
SENTENCES = st.lists(WORDS, min_size=4, max_size=12).map(lambda words: f"We saw {' '.join(words)} at the quay of it.")


@given(SENTENCES, SENTENCES, st.booleans())
@QUICK
def test_text_and_lock_read_the_sense_alike(text: str, say: str, spoken: bool) -> None:
    one = fact(say, "at the quay of it", **(DOE if spoken else {}))
    content = world(one)
    full = full_text(text, content)
    lock = loads(dumps(lock_for(content, ARTICLE, full)), "seeds/report.lock")
    by_text, by_lock = (
        [(check.verdict, check.marks) for check in checked(content, source).checks if check.subject == "sense"]
        for source in (full, lock)
    )
    assert by_text == by_lock


@pytest.mark.parametrize("language", CUES)
def test_every_phrase_of_the_tables_is_found(language: str) -> None:
    """A phrase that is parted otherwise than texts are could never be found."""
    grammar = Grammar(CUES[language])
    names = {"negator": "negation", "refusal": "negation"}
    missed = [
        (kind, phrase)
        for strength in ("strict", "soft")
        for kind, phrases in CUES[language][strength].items()
        for phrase in phrases
        if names.get(kind, kind) not in {c.kind for c in grammar.cues(grammar.words(text_of(phrase)))} | doubled(kind)
    ]
    assert missed == []


def text_of(phrase: str) -> str:
    """A phrase of a table as a text has it."""
    return f"{phrase} x".replace("' ", "'").replace("####", "2024").replace("##", "12").replace("~", "y")


def doubled(kind: str) -> set[str]:
    return {"negation"} if kind in ("negator", "refusal") else set()


def test_every_kind_of_cue_has_a_mark() -> None:
    kinds = {kind for language in CUES.values() for strength in ("strict", "soft") for kind in language[strength]}
    assert kinds - {"negator", "refusal"} == set(KINDS) - {"negation", "reserve", "unreal", "restricted"}
