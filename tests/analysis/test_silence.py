"""What may be said of there being nothing: silence only of what is read, and only if nothing bears on the thing."""

from typing import get_args

import pytest

from generator.analysis.agreement import expected_respondents
from generator.analysis.derived import Derived, Kind
from generator.analysis.silence import (
    absence_from_event,
    absence_from_question,
    absence_from_theme,
    events_that_may_be,
    is_read,
)
from generator.briefing import Briefing, briefing
from generator.content.reading import read

# Ada speaks of the sea and answers nothing; Bo answers; Cy speaks of the tax alone; the ministry is one voice with Bo.
# `two` bears on the size of the sea without an answer; `three` is silent; `four` is open; `five` holds drafts alone.
TEXTS = {
    "content/site.yml": "{title: A, description: B, edition: 2031-10-01, rights: C, corrections: D}",
    "content/countries.yml": "- {id: norway, name: Norway, code: NO}",
    "content/organisations.yml": "- {id: ministry, name: Ministry, country: norway}",
    "content/leaders.yml": """
- {id: ada, name: Zoe Ada}
- {id: bo, name: Bo, roles: [{title: minister, organisation: ministry, when: 2031, background: invented}]}
- {id: cy, name: Cy}
""",
    "content/themes.yml": "[{id: sea, name: Sea}, {id: tax, name: Tax}, {id: ice, name: Ice}]",
    "content/events.yml": """
- {id: fair, name: Fair, aliases: [Great Fair], kind: meeting, when: 2031-03-02, from: [one-fair]}
- {id: show, name: Show, kind: meeting, when: 2031-03, perhaps: [fair], from: [six-show]}
- {id: raid, name: Raid, kind: attack, when: 2031-03, from: [one-raid]}
""",
    "content/questions.yml": """
- {id: fish, asks: speakers, question: More fish?, about: [sea]}
- {id: toll, asks: speakers, question: A toll?, about: [ice]}
- {id: levy, asks: speakers, question: A levy?, about: [ice]}
- {id: size, asks: sources, question: How big?, about: [sea]}
- {id: seen, asks: sources, question: Who saw it?, about: [tax]}
- {id: hour, asks: sources, question: When?}
""",
    "content/facts/one.yml": """
article: {title: One, published: 2031-03-03}
facts:
  - {id: one-fair, say: A fair., passage: a, about: [tax], event: fair}
  - {id: one-raid, say: A raid., passage: a, about: [ice], event: raid, answers: {seen: nobody}}
  - {id: one-ada, say: It is so., passage: a, about: [sea], who: ada}
  - {id: one-bo, say: It is so., passage: b, about: [sea], who: bo, answers: {fish: "no", size: ten, hour: noon}}
  - {id: one-cy, say: Norway has it., passage: c, about: [tax], who: cy}
  - {id: one-clerk, say: It is so., passage: d, about: [ice], via: a clerk, answers: {levy: high}}
""",
    "content/facts/two.yml": """
article: {title: Two, published: 2031-03-03}
facts:
  - {id: two-sea, say: The sea., passage: a, about: [sea]}
  - {id: two-ada, say: Cy praised Zoe Ada., passage: a, about: [ice], who: cy}
  - {id: two-seen, say: A sight., passage: a, about: [], answers: {seen: Bo}}
""",
    "content/facts/three.yml": """
article: {title: Three, published: 2031-03-03}
facts: [{id: three-plain, say: It is so., passage: a, about: []}]
""",
    "content/facts/four.yml": """
article: {title: Four, published: 2031-03-03, curation: open}
facts: [{id: four-plain, say: It is so., passage: a, about: []}]
""",
    "content/facts/five.yml": """
article: {label: Five, published: 2031-03-03, curation: open}
facts: [{id: five-draft, say: "", passage: a, about: [sea], status: draft}]
""",
    "content/facts/seven.yml": """
article: {title: Seven, published: 2031-03-04}
facts: [{id: seven-named, say: All saw the great fair in Bergen., passage: a, about: []}]
""",
    "content/facts/six.yml": """
article: {title: Six, published: 2031-03-04}
facts: [{id: six-show, say: A show., passage: a, about: [sea], event: show}]
""",
}


@pytest.fixture(scope="module")
def open_dossier() -> Briefing:
    return briefing(read(TEXTS), {}, {})


@pytest.fixture(scope="module")
def read_dossier() -> Briefing:
    return briefing(
        read({path: text for path, text in TEXTS.items() if "four" not in path and "five" not in path}), {}, {}
    )


def test_an_article_is_read_if_nothing_of_it_is_open(open_dossier: Briefing) -> None:
    assert {article: is_read(open_dossier, article) for article in open_dossier.articles} == {
        **dict.fromkeys(("one", "two", "three", "six", "seven"), True),
        **dict.fromkeys(("four", "five"), False),
    }


def test_what_holds_drafts_alone_is_not_read_and_counts_nowhere(open_dossier: Briefing) -> None:
    assert (open_dossier.unread, list(open_dossier.curated)) == (
        ("five",),
        ["four", "one", "seven", "six", "three", "two"],
    )
    size = open_dossier.content.questions["size"]
    assert expected_respondents(open_dossier, size) == ("four", "three", "two")


def test_an_article_is_silent_on_a_theme_that_no_fact_of_it_has(open_dossier: Briefing) -> None:
    said = [absence_from_theme(open_dossier, article, "sea") for article in ("two", "three", "four")]
    assert said == [
        Derived("unanswered", "two", "sea", ("two-sea",)),
        Derived("silence", "three", "sea"),
        Derived("partly-read", "four", "sea"),
    ]


@pytest.mark.parametrize(
    ("theme", "passage", "kind"),
    [
        ("name: Sea", "boats upon the sea are many", "unanswered"),
        ("name: Sea", "boats upon the Seas are many", "unanswered"),
        ("name: Sea", "the research is over at last", "silence"),
        ("name: The sea", "boats upon the river are many", "silence"),
        ("name: Waters, keywords: [high tide, pêche]", "there were high tides in May", "unanswered"),
        ("name: Waters, keywords: [high tide, pêche]", "la pêche est bonne ici", "unanswered"),
        ("name: Waters, keywords: [high tide, pêche]", "the tide was high that day", "silence"),
    ],
)
def test_an_article_whose_passage_names_a_theme_is_not_called_silent_on_it(theme: str, passage: str, kind: str) -> None:
    texts = TEXTS | {
        "content/themes.yml": f"[{{id: sea, {theme}}}, {{id: tax, name: Tax}}, {{id: ice, name: Ice}}]",
        "content/facts/three.yml": TEXTS["content/facts/three.yml"].replace("passage: a", f"passage: {passage}"),
    }
    assert absence_from_theme(briefing(read(texts), {}, {}), "three", "sea") == Derived(kind, "three", "sea")  # type: ignore[arg-type]


def test_an_article_is_silent_on_a_question_that_no_fact_of_it_bears_on(open_dossier: Briefing) -> None:
    size, hour = (open_dossier.content.questions[id] for id in ("size", "hour"))
    said = [absence_from_question(open_dossier, article, size) for article in expected_respondents(open_dossier, size)]
    assert said == [
        Derived("partly-read", "four", "size"),
        Derived("silence", "three", "size"),
        Derived("unanswered", "two", "size", ("two-sea",)),
    ]
    assert absence_from_question(open_dossier, "three", hour) == Derived("unanswered", "three", "hour")


@pytest.mark.parametrize(
    ("article", "event", "expected"),
    [
        ("six", "fair", None),  # the show may be the fair
        ("one", "show", None),
        ("two", "raid", None),  # it answers what a fact of the raid does
        ("seven", "fair", None),  # it names the fair
        ("two", "fair", Derived("unanswered", "two", "fair", ("two-seen",))),  # on the tax, as the fair is
        ("three", "fair", Derived("silence", "three", "fair")),
        ("four", "fair", Derived("partly-read", "four", "fair")),
    ],
)
def test_an_article_is_silent_on_an_event_that_no_fact_of_it_bears_on(
    open_dossier: Briefing, article: str, event: str, expected: Derived | None
) -> None:
    assert absence_from_event(open_dossier, article, open_dossier.content.events[event]) == expected


@pytest.mark.parametrize(
    ("speaker", "question", "expected"),
    [
        ("ada", "fish", Derived("unanswered", "ada", "fish", ("one-ada",))),
        ("ministry", "fish", Derived("unanswered", "ministry", "fish")),  # one voice with its minister, who answers
        ("ada", "toll", Derived("unanswered", "ada", "toll")),  # another's fact names her
        ("cy", "fish", Derived("silence", "cy", "fish")),
        ("a clerk", "fish", Derived("unanswered", "a clerk", "fish")),  # what else a clerk said, nobody knows
    ],
)
def test_a_speaker_is_silent_only_if_nothing_they_say_bears_on_it(
    read_dossier: Briefing, speaker: str, question: str, expected: Derived
) -> None:
    assert absence_from_question(read_dossier, speaker, read_dossier.content.questions[question]) == expected


def test_two_events_may_be_one_whichever_says_so(open_dossier: Briefing) -> None:
    may_be = {id: events_that_may_be(open_dossier, event) for id, event in open_dossier.content.events.items()}
    assert may_be == {"fair": {"show"}, "show": {"fair"}, "raid": set()}


def test_of_a_speaker_nothing_is_known_while_an_article_waits(open_dossier: Briefing) -> None:
    fish = open_dossier.content.questions["fish"]
    assert absence_from_question(open_dossier, "cy", fish) == Derived("partly-read", "cy", "fish")


def test_every_kind_is_a_word_of_its_own() -> None:
    assert len(get_args(Kind)) == len(set(get_args(Kind))) == 13
