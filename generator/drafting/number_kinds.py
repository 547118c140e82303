"""What a number in a sentence is: a year, an hour, a telephone number, part of a name; and what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.drafting.attribution_cues import CLAUSES, PREPOSITIONS, RELATIVE
from generator.drafting.attribution_cues_french import FRENCH as IN_FRENCH
from generator.drafting.lines import Line
from generator.drafting.number_cues import NUMBER_CUES
from generator.evidence.figures import Figure, body_of
from generator.evidence.languages import ENGLISH, Language

LONGEST = 4  # words of what is counted: `strike and decoy drones`
LINKS = frozenset(("and", "or", "to", "et", "ou", "à"))  # between the numbers of things
JOINED = ("/", "_", ":")  # before what is a part of a longer number
TELEPHONE = 7  # digits: fewer are no telephone number
YEAR = re.compile(r"(?:19|20)\d\d")
EARLIER_YEAR = re.compile(r"1[0-8]\d\d")
ENDS = re.compile(r"[,;:()\".!?]| - ")
NEAR_A_VOTE = 4  # tokens before it in which it is said that people voted
DETERMINERS = frozenset(("the", "a", "an", "this", "that", "its", "their", "our", "his", "her", "every", "each"))
STAFF = frozenset(("people", "staff", "personnel", "men", "women", "children"))  # many, without an s
_SCORE = re.compile(r"\d{1,3}(?:-\d{1,3}){1,2}")
_FEET = re.compile(r"\d[\d.,]*ft")
_DIALLED = re.compile(r"\+?\(?\d[\d\s]*")
_HOUR = re.compile(r"(?:[01]?\d|2[0-4])(?:\.[0-5]\d)?")


def is_past_span(line: Line, number: Figure, language: Language) -> bool:
    """Whether a number counts back from today: `five years ago`, `il y a cinq ans`."""
    cues, spot = NUMBER_CUES[language.code], number.start
    behind = line.words[number.end : number.end + 2]
    is_span = bool(behind) and behind[0] in language.tables["periods"]
    return is_span and (
        behind[1:] in {(word,) for word in cues.ago}
        or any(line.words[max(0, spot - len(words)) : spot] == words for words in cues.since)
    )


def is_a_year(line: Line, number: Figure, language: Language) -> bool:
    """A number of four digits without a mark, unless it is round and counts: `2000 people`."""
    text, cues = number.text, NUMBER_CUES[language.code]
    before = line.words[number.start - 1] if number.start else ""
    if YEAR.fullmatch(number.amount) and len(text) == 2:
        return True  # 2024-25
    if re.fullmatch(r"(?:1\d|20)\d\d to (?:1\d|20)\d\d", number.amount) and re.search(r"\d{4}.*\d{4}", text):
        return not counted_words(line, number.end, language)  # between 1890 and 1902
    if YEAR.fullmatch(text):
        return not (text.endswith("00") and counted_words(line, number.end, language)) or before in cues.in_years
    return (
        bool(EARLIER_YEAR.fullmatch(text)) and before in cues.in_years and not counted_words(line, number.end, language)
    )


def is_a_part(line: Line, number: Figure, language: Language) -> bool:
    """`half of it`, `a third of the seats`, `one in five`; and neither `a third cable` nor `a quarter to nine`."""
    cues = NUMBER_CUES[language.code]
    behind = line.words[number.end] if number.end < len(line.words) else ""
    ends = not behind or bool(ENDS.search(line.before(number.end)))
    if number.amount == "1/2" and number.end == number.start + 1:
        return ends or behind in cues.wholes
    if behind in cues.quarters and not ends:
        return False
    can_be_a_rank = any(body_of(form).endswith("th") for form in number.forms)
    return ends or behind in cues.of or not can_be_a_rank


def is_listed(line: Line, number: Figure, labels: set[int]) -> bool:
    """Whether a number goes on with those of things: `junctions 9 and 10`."""
    return number.text.isdigit() and number.start - 1 in labels and line.words[number.start - 1] in LINKS


def is_a_label(line: Line, number: Figure, language: Language) -> bool:
    """The number of a list item or of a thing, or a number that is a name: `Article 5`, `Room 12`, `Ring of Six`."""
    text, start = number.text, number.start
    is_thing = _is_of_a_thing(line, number, language)
    if not re.fullmatch(r"\d+(\.\d+)*", text):
        is_name = text[:1].isupper() and text.isalpha() and start and not _opens(line, start)
        behind = line.words[number.end] if number.end < len(line.words) else ""
        is_bare = behind in NUMBER_CUES[language.code].of or not counted_words(line, number.end, language)
        return bool(is_name or (is_thing and is_bare)) or _is_a_kind(text.casefold(), number, language)
    if start == 0:
        mark = line.before(number.end)[:1] if number.end < len(line.tokens) else ""
        return line.sentence.item and mark in (".", ")")
    if is_thing or line.before(start) in JOINED:
        return True
    if not text.isdigit() or line.before(start) not in (" ", " #", "#", " - "):
        return False
    before = line.tokens[start - 1].text
    capital = before[:1].isupper() and before.isalpha()
    return len(text) >= TELEPHONE or (capital and _can_name_a_thing(line, start, language))


def _is_of_a_thing(line: Line, number: Figure, language: Language) -> bool:
    """Whether the word before a number may be the thing that has it: not of an amount, nor in `each day 60 trams`."""
    cues, start = NUMBER_CUES[language.code], number.start
    before = line.words[start - 1] if start else ""
    if not {before, before.removesuffix("s")} & (cues.labels | language.lettered | language.numbering):
        return False
    further = line.words[start - 2] if start > 1 else ""
    if unit_of(number) or further in cues.each:
        return False
    counted = counted_words(line, number.end, language).casefold().split()[:2]
    has_many = any(word.endswith("s") for word in counted) or not STAFF.isdisjoint(counted[:1])
    has_many = has_many or _is_out_of_many(line, number.end, language)
    can_be_a_verb = before.removesuffix("s") in cues.verbs_too and further and further not in PREPOSITIONS | DETERMINERS
    can_be_a_verb = can_be_a_verb and not ENDS.search(line.before(start - 1))
    return not (can_be_a_verb and has_many)


def _is_out_of_many(line: Line, spot: int, language: Language) -> bool:
    """Whether a whole of which a number is a part stands behind it in digits: `held 20 of the 90 seats`."""
    cues = NUMBER_CUES[language.code]
    behind = [word for word in line.words[spot : spot + 3] if word not in cues.the]
    return len(behind) > 1 and behind[0] in cues.of and behind[1][0].isdigit()


def votes_in(line: Line, number: Figure, language: Language) -> tuple[str, ...]:
    """The votes for and against in `voted 27-14`, `a 9-4 vote`, `the motion passed by 23-22`; none of a match."""
    if not _SCORE.fullmatch(number.text):
        return ()
    cues = NUMBER_CUES[language.code]
    near = {*line.words[max(0, number.start - NEAR_A_VOTE) : number.start], *line.words[number.end : number.end + 1]}
    is_carried = bool(near & cues.carried) and not cues.motions.isdisjoint(line.words)
    return tuple(number.text.split("-")) if near & cues.votes or is_carried else ()


def is_in_a_score(line: Line, number: Figure) -> bool:
    """`4-4-2`, `3-1`: one of some numbers side by side that are no range."""
    near = [(number.start, number.start - 1), (number.end, number.end)]  # where the hyphen would stand, and the other
    return number.text.isdigit() and any(
        0 < gap < len(line.tokens) and line.before(gap) == "-" and line.tokens[other].text.isdigit()
        for gap, other in near
    )


def _is_a_kind(word: str, number: Figure, language: Language) -> bool:
    """A number in words that is joined to a word and measures nothing: `two-way`, `four-star`."""
    rest = word.split("-")[-1]
    if word[0].isdigit() or "-" not in word or number.end - number.start > 1 or rest in language.tables["values"]:
        return False
    if rest in language.tables["denominators"]:
        return False
    measures = NUMBER_CUES[language.code].lengths | language.tables["periods"].keys() | language.tables["units"].keys()
    return rest not in measures


def _can_name_a_thing(line: Line, spot: int, language: Language) -> bool:
    """Whether the word before a number may be one with it: neither `On Friday 14 ships` nor `In Oslo 40 people`."""
    word = line.words[spot - 1]
    calendar = (*language.weekdays, *language.months)
    ordinary = language.function_words | language.figures.modifying | PREPOSITIONS | {"some", "around", "about"}
    ordinary |= IN_FRENCH.prepositions
    if word in calendar or word in ordinary:
        return False
    counts_something = bool(counted_words(line, spot + 1, language))
    in_a_place = spot > 1 and line.words[spot - 2] in PREPOSITIONS and counts_something
    subject = any(mention.last == spot - 1 and mention.subject for mention in line.mentions)
    return not (counts_something and (in_a_place or subject))


def is_known(line: Line, number: Figure, language: Language) -> bool:
    """`the two sides`: which they are has been told."""
    cues, start = NUMBER_CUES[language.code], number.start
    behind = line.words[number.end] if number.end < len(line.words) else ""
    return bool(start) and number.text.isalpha() and line.words[start - 1] in cues.the and behind in cues.parties


def _opens(line: Line, spot: int) -> bool:
    return spot == 0 or any(mark in line.before(spot) for mark in '":?!') or line.tokens[spot - 1].text in ("-", "•")


def is_an_hour(line: Line, number: Figure, language: Language, *, after_one: bool) -> bool:
    """A bare number that is a time of day: `at six`, `from ten to four`, `at 9.30`, `à 20 heures`."""
    cues, start = NUMBER_CUES[language.code], number.start
    behind = line.words[number.end] if number.end < len(line.words) else ""
    before = line.words[start - 1] if start else ""
    if behind in cues.hours_behind:
        until = line.words[number.end + 1 : number.end + 2]
        return language is ENGLISH or before in cues.hours or bool(until and until[0] in cues.hours_to)
    is_clock = re.fullmatch(r"\d?\d\.[0-5]\d", number.text) and _HOUR.fullmatch(number.text)
    hours = number.amount.split(" to ")
    is_bare = not unit_of(number) and number.form == number.amount and all(_HOUR.fullmatch(hour) for hour in hours)
    if language is not ENGLISH or not (is_bare or is_clock) or counted_words(line, number.end, language):
        return False
    if after_one and before in cues.hours_to:
        return True
    if before in cues.quarters and start > 1 and (before == "past" or line.words[start - 2] == "quarter"):
        return True
    if is_clock:
        return before in cues.hours
    is_moving = bool(
        (cues.contests | frozenset(language.tables["changes"])) & set(line.words[max(0, start - 9) : start])
    )
    opens = before in cues.hours or number.text.casefold()[:5] == "from "
    return opens and not is_moving and all(float(hour) <= 12 for hour in hours)


def dialled_spots(line: Line) -> Iterator[int]:
    """The tokens of telephone numbers: groups of digits side by side, of which one begins with a nought or a plus."""
    group: list[int] = []
    for spot, token in enumerate([*line.tokens, None]):
        digits = token is not None and _DIALLED.fullmatch(token.text)
        joined = bool(group) and spot < len(line.tokens) and re.fullmatch(r"[ ()./+-]{1,3}", line.before(spot))
        if group and not (digits and joined):
            texts = [line.tokens[n].text for n in group]
            many = sum(len(text) for text in texts) >= TELEPHONE and len(texts) > 1
            if many and (len(texts) > 2 or any(text[0] in "0+" for text in texts)):
                yield from group
            group = []
        if digits:
            group.append(spot)


def unit_of(number: Figure) -> str:
    """Percent, or the code of a currency; feet are no forints."""
    if _FEET.fullmatch(number.text):
        return ""
    if number.amount.endswith("%"):
        return "%"
    match = re.search(r"[A-Z]{3}(?= )|^[a-z]+(?= )", number.amount)
    return match[0] if match else ""


def counted_words(line: Line, spot: int, language: Language) -> str:
    """The words behind a figure, up to the end of what it counts: `30` `mainly European countries`."""
    cues = NUMBER_CUES[language.code]
    if spot < len(line.tokens) and line.words[spot] in cues.of and not ENDS.search(line.before(spot)):
        spot += 1 + (line.words[spot + 1 : spot + 2] == ("the",))
    calendar = {*language.weekdays, *language.days_away} | cues.hours_to
    stops = (PREPOSITIONS | CLAUSES | RELATIVE | cues.in_verbs | language.function_words | calendar) - cues.more
    words: list[str] = []
    for n in range(spot, min(spot + LONGEST, len(line.tokens))):
        word = line.words[n]
        is_verb = bool(words) and language is ENGLISH and word.endswith("ed") and len(word) > 4
        if word in stops or is_verb or word.endswith("'s") or ENDS.search(line.before(n)) or word[0].isdigit():
            break
        words.append(line.tokens[n].text)
    return " ".join(words)
