"""What proves an event and a sentence of ours: the facts that it rests on, each with its article, and never itself."""

import pytest

from generator.briefing import briefing
from generator.content.reading import read
from generator.evidence.prose import BoundStatement
from generator.evidence.proving import alias_table, lock_for
from generator.evidence.source import FullText
from generator.evidence.verdict import Verdict

ARTICLES = {
    "one": "Jane Doe opened the fair in Oslo on 31 May 2024. Ole Lund came with 26 boats on Friday.\n"
    "It rained in Bergen on 2 June 2024, a spokesman of the harbour told us.\n",
    "two": "The fair ended in Oslo on 1 June 2024. Nobody counted the boats of the sea.\n"
    "The wind came back, and nobody stayed in the harbour that night.\n",
}
CONTENT = {
    "content/site.yml": "{title: A, description: B, edition: 2024-06-05, rights: C, corrections: D}",
    "content/leaders.yml": "[{id: doe, name: Jane Doe}, {id: lund, name: Ole Lund}, {id: hall, name: Ole Lund Hall}]",
    "content/publishers.yml": "[{id: gull, name: Gull Post, kind: agency}, {id: tern, name: Tern Post, kind: agency}]",
    "content/questions.yml": "[{id: boats, asks: sources, question: How many?}]",
    "content/facts/two.yml": """
article: {title: Two, published: 2024-06-05}
facts:
- {id: ended, say: It ended., passage: The fair ended in Oslo, about: []}
- {id: wind, say: The wind came., passage: "The wind came back, and nobody", about: []}
""",
}
ONE = """
article: {title: One, published: 2024-06-05, publisher: gull, summary: [SENTENCE]}
facts:
- {id: opened, say: Jane Doe opened it., passage: Doe opened the fair, about: []}
- {id: came, say: He came., passage: Lund came with 26 boats on, about: [], answers: {boats: At least 26}}
- {id: rained, say: It rained., passage: a spokesman of the harbour told, about: [], via: a spokesman of the harbour}
- {id: meant, say: She did., passage: a spokesman of the harbour told, about: [], named: {lund: 1}}
- {id: told, say: Ole Lund told us., passage: a spokesman of the harbour told, about: []}
- {id: spoke, say: She spoke., passage: The tide was as high as ever, about: [], who: doe}
- {id: lost, say: It was high., passage: The tide was as high as ever, about: []}
- {id: of-it, say: In May 2024 Ole Lund came to the Fair., passage: Lund came with 26 boats on, about: [], event: fair}
- {id: dated, say: He came., passage: Lund came with 26 boats on, about: [], event: fair, when: 2024-05-31}
- {id: friday, say: He came., passage: Lund came with 26 boats on, about: [], event: fair,
   when: {date: 2024-05-31, reckoned: on Friday}}
- {id: guessed, say: He came., passage: Lund came with 26 boats on, about: [], event: fair,
   when: {date: 2024-06-03, basis: inferred, because: it was late}}
- {id: other, say: He came., passage: Lund came with 26 boats on, about: [], event: gala}
"""
EVENTS = """
- {id: gala, name: The gala, kind: other, when: 2024-06-04, place: Malmo, background: invented}
- {id: fair, kind: other, EVENT}
"""


NONE = "UNBOUND-PROSE: none of the facts that it rests on has"
NEEDS = "CANNOT-CHECK: whether"
ZELDA = f"{NEEDS} `Zelda`, which opens a sentence, is a name needs the text"
# What is said, the facts that it rests on, and each check; then what a lock says of it, where that is not the same.
SENTENCES = {
    "a number of the sentence": ("He had 26 boats.", "came", ["number: proved"]),
    "a number of the fact": ("At least 26.", "came", ["number: proved"]),
    "the outlet of its article": ("The Gull Post says so.", "came", ["name: proved"]),
    "the outlet of another": ("The Tern Post says so.", "came", [f"name: {NONE} `Tern Post`"]),
    "the outlet of an article that it does not rest on": (
        "The Gull Post says so.",
        "ended",
        [f"name: {NONE} `Gull Post`"],
    ),
    "a number of neither": ("He had 27 boats.", "came, ended", [f"number: {NONE} `27`"]),
    "a date of the sentence": ("On 2 June 2024 it rained.", "rained", ["date: proved"]),
    "the fact's own date": ("On 3 June 2024 he came.", "guessed", ["date: proved"]),
    "the date of the fact's event": ("On 4 June 2024 he came.", "other", ["date: proved"]),
    "the place of the fact's event": ("He came to Malmo.", "other", [f"name: {NONE} `Malmo`"]),
    "a name of the sentence": ("He saw Ole Lund.", "came", ["name: proved"]),
    "a name of an earlier sentence": ("He saw Jane Doe in Oslo.", "came", ["name: proved", "name: proved"]),
    "a name of a later sentence": ("She saw Ole Lund.", "opened", [f"name: {NONE} `Ole Lund`"]),
    "a name that the fact points to": ("He saw Ole Lund.", "meant", ["name: proved"]),
    "a name of what the fact says, though another begins so": ("He saw Ole Lund.", "told", ["name: proved"]),
    "the speaker of the fact": (
        "He saw Jane Doe.",
        "spoke",
        ["name: proved"],
        [f"name: {NEEDS} one of the facts that it rests on has `Jane Doe` needs the text"],
    ),
    "a name of another fact": ("It was in Bergen.", "came, rained", ["name: proved"]),
    "an opener that the text has in lower case": ("Harbour towns had rain.", "rained", []),
    "an opener that another article has so": ("Night fell.", "came, wind", []),
    "an opener that nothing knows": ("Zelda had rain.", "rained", [f"name: {NONE} `Zelda`"], [f"name: {ZELDA}"]),
    "a quotation of the passage": ("He said “with 26 boats”.", "came", ["quotation: proved", "number: proved"]),
    "a quotation of the sentence alone": (
        "He said “boats on Friday”.",
        "came",
        [f"quotation: {NONE} `boats on Friday`"],
    ),
    "a name, for a passage that stands nowhere": (
        "It was in Bergen.",
        "lost",
        [f"name: {NONE} `Bergen`"],
        [f"name: {NEEDS} one of the facts that it rests on has `Bergen` needs the text"],
    ),
}
NOWHERE = "UNBOUND-DATE: no sentence that the facts of `fair` touch gives its date"
UNKNOWN = f"{NEEDS} the facts of `fair` give its date"
INFERRED = "basis: inferred, because: told later"
DATES = {
    "a date of a sentence": ("when: 2024-05-31", "opened", ["date of when: proved"]),
    "a date of an untouched sentence": ("when: 2024-06-02", "opened", [f"date of when: {NOWHERE} `2024-06-02`"]),
    "a date of an untouched sentence that another article's fact would touch": (
        "when: 2024-06-02",
        "opened, wind",
        [f"date of when: {NOWHERE} `2024-06-02`"],
    ),
    "the date of one of two facts": ("when: 2024-06-01", "opened, ended", ["date of when: proved"]),
    "two ends, of two facts of one article": (
        "when: 2024-05-31/2024-06-02",
        "opened, rained",
        ["date of when: proved"],
    ),
    "two ends, of two articles": (
        "when: 2024-05-31/2024-06-01",
        "opened, ended",
        [f"date of when: {NOWHERE} `2024-05-31/2024-06-01`"],
    ),
    "words that count": ("when: {date: 2024-05-31, reckoned: on Friday}", "came", ["date of when: proved"]),
    "words that count to another day": (
        "when: {date: 2024-05-30, reckoned: on Friday}",
        "came",
        [f"date of when: {NOWHERE} `2024-05-30` from the words `on Friday`"],
    ),
    "words that stand elsewhere": (
        "when: {date: 2024-05-31, reckoned: on Friday}",
        "opened",
        [f"date of when: {NOWHERE} `2024-05-31` from the words `on Friday`"],
        [f"date of when: {UNKNOWN} `2024-05-31` needs the text"],
    ),
    "a date, for a passage that stands nowhere": (
        "when: 2024-06-02",
        "opened, lost",
        [f"date of when: {NOWHERE} `2024-06-02`"],
        [f"date of when: {UNKNOWN} `2024-06-02` needs the text"],
    ),
    "a date that is inferred": (f"when: {{date: 2024-06-09, {INFERRED}}}", "came", []),
    "and told in its name": (
        f"name: Fair of 9 June 2024, when: {{date: 2024-06-09, {INFERRED}}}",
        "came",
        ["date of name: proved"],
    ),
    "a date of its name alone": (
        "name: The fair of 31 May 2024, when: 2024-05-31",
        "dated",
        [f"date of name: {NONE} `31 May 2024`", f"date of when: {NOWHERE} `2024-05-31`"],
    ),
    "a date of its name that its fact counts": (
        "name: The fair of 31 May 2024, when: {date: 2024-05-31, reckoned: on Friday}",
        "friday",
        ["date of name: proved", "date of when: proved"],
    ),
    "a date of its name that its fact infers": (
        f"name: The fair of 3 June 2024, when: {{date: 2024-06-09, {INFERRED}}}",
        "guessed",
        ["date of name: proved"],
    ),
    "what its own fact calls it": (
        "name: The Fair in May 2024, when: 2024-05-31",
        "of-it",
        [f"date of name: {NONE} `May 2024`", f"name of name: {NONE} `Fair`", f"date of when: {NOWHERE} `2024-05-31`"],
    ),
}


def bound(sentence: str, event: str, *, by_lock: bool) -> tuple[BoundStatement, ...]:
    """A sentence of ours in an article, and an event, each with its checks by the texts or by their locks."""
    texts = {
        **CONTENT,
        "content/facts/one.yml": ONE.replace("SENTENCE", sentence),
        "content/events.yml": EVENTS.replace("EVENT", event),
    }
    content = read(texts)
    full = {article: FullText(text, alias_table(content)) for article, text in ARTICLES.items()}
    locks = {article: lock_for(content, article, text) for article, text in full.items()}
    return briefing(content, locks if by_lock else full, {}).statements


def told(sentence: str, event: str, *, by_lock: bool) -> list[str]:
    checks = [check for one in bound(sentence, event, by_lock=by_lock) for check in one.checks]
    of = [check.subject + "".join(f" of {part}" for part in check.field if part != "say") for check in checks]
    said = [f"{check.code}: {check.what}" if check.code else check.verdict for check in checks]
    return [f"{name}: {what}" for name, what in zip(of, said, strict=True)]


@pytest.mark.parametrize("rule", SENTENCES)
def test_what_proves_a_sentence_of_ours(rule: str) -> None:
    say, facts, expected, *other = SENTENCES[rule]
    sentence, event = f'{{say: "{say}", from: [{facts}]}}', "name: The fair, when: 2024-05-31, background: b"
    assert told(sentence, event, by_lock=False) == expected
    assert told(sentence, event, by_lock=True) == (other[0] if other else expected)


@pytest.mark.parametrize("rule", DATES)
def test_what_proves_an_event(rule: str) -> None:
    fields, facts, expected, *other = DATES[rule]
    event = f"{fields}, from: [{facts}]" if "name: " in fields else f"name: The fair, {fields}, from: [{facts}]"
    assert told("", event, by_lock=False) == expected
    assert told("", event, by_lock=True) == (other[0] if other else expected)


def test_each_text_of_a_record_has_the_answer_of_its_own_checks() -> None:
    event = "name: The Fair, when: 2024-05-31, place: Oslo, from: [of-it]"
    [one] = bound("", event, by_lock=False)
    assert one.texts == (("The Fair", Verdict.REFUTED), ("Oslo", Verdict.PROVED))
    assert one.verdict is Verdict.REFUTED
