"""Sentences of ours are proved, refuted or wait like facts: what a lock cannot answer is never passed."""

import re

import pytest

from generator import assembly, files, lockfiles, pipeline
from generator.briefing import Briefing
from generator.files import ArticleTexts
from generator.measures.ledger import ledger
from generator.problems import Problem
from tests.conftest import ROOT
from tests.folders import HERE, article_texts_of, edited, texts_of

SMALL = texts_of(HERE / "small")
OSLO, EVENTS = "content/facts/oslo-cable.yml", "content/events.yml"
NEEDS_TEXT = "run `briefbook check` where the article's text is, which writes its lock anew"


def with_locks_only() -> ArticleTexts:
    """What a clone has: a lock for each article, made where the texts were, and no text."""
    article_texts = article_texts_of(SMALL)
    content = pipeline.read({path: text for path, text in SMALL.items() if path.startswith("content/")})
    return ArticleTexts(
        {}, {article: lockfiles.from_text(content, article, text) for article, text in article_texts.texts.items()}, {}
    )


LOCKED = with_locks_only()


def briefing(path: str, was: str, now: str, article_texts: ArticleTexts) -> Briefing:
    texts = edited(SMALL, path, (was, now))
    return pipeline.load({path: text for path, text in texts.items() if path.startswith("content/")}, article_texts)


def codes_and_faults(found: tuple[Problem, ...]) -> list[str]:
    return [f"{problem.code}: {problem.what}" for problem in found]


def test_the_lock_knows_what_our_sentences_ask() -> None:
    unchanged = briefing(OSLO, "promised", "promised", with_locks_only())
    assert codes_and_faults(pipeline.problems(unchanged)) == []
    assert ledger(unchanged).proved_prose == ledger(unchanged).prose > 0


STRANGERS = {
    "a sentence of ours": (OSLO, "Jane Doe promised a part", "Zelda promised a part"),
    "a fact": (OSLO, "Denmark has not settled", "Zelda has not settled"),
}


@pytest.mark.parametrize("kind", STRANGERS)
def test_a_stranger_who_opens_a_sentence_is_refuted_by_the_text(kind: str) -> None:
    path, was, now = STRANGERS[kind]
    [found] = pipeline.problems(briefing(path, was, now, article_texts_of(SMALL)))
    assert found.code in ("UNBOUND-PROSE", "UNBOUND-NAME")
    assert "`Zelda`" in found.what


@pytest.mark.parametrize("kind", STRANGERS)
def test_a_stranger_who_opens_a_sentence_is_not_passed_by_the_lock(kind: str) -> None:
    path, was, now = STRANGERS[kind]
    changed = briefing(path, was, now, with_locks_only())
    [found] = pipeline.problems(changed)
    assert (found.code, found.remedy) == ("CANNOT-CHECK", NEEDS_TEXT)
    assert "`Zelda`" in found.what
    assert pipeline.stops_the_build((found,)) == ()
    assert not pipeline.is_clean((found,))


def counted_at_the_foot(page: str) -> int:
    """How many sentences of a page are not traced, by its last line."""
    [(traced, sentences)] = re.findall(r"(\d+) of (\d+) facts and summary sentences traced to their source", page)
    return int(sentences) - int(traced)


def test_a_sentence_that_waits_bears_the_mark_and_counts_as_not_proved() -> None:
    path, was, now = STRANGERS["a sentence of ours"]
    before, after = briefing(path, was, was, with_locks_only()), briefing(path, was, now, with_locks_only())
    counted = ledger(after)
    assert (counted.prose, counted.proved_prose) == (ledger(before).prose, ledger(before).prose - 1)
    pages = assembly.pages(after, files.words(), files.page(ROOT, "method"))
    page = str(pages["articles/oslo-cable.md"])
    assert "Zelda promised a part" in page
    assert page.count("not yet proved</strong>") == 1
    assert counted_at_the_foot(page) == 1
    told = str(pages["method.md"])
    assert f'<td role="cell">{counted.prose}</td><td role="cell">{counted.proved_prose}</td>' in told


def test_an_event_s_date_is_checked_with_its_name() -> None:
    """It waits where the lock does not know the sentence, and is refuted where the text has another day."""
    changed = briefing(EVENTS, "when: 2024-05-31", "when: 2024-05-30", article_texts_of(SMALL))
    assert any("gives its date `2024-05-30`" in line for line in codes_and_faults(pipeline.problems(changed)))
    assert not changed.is_proved(changed.content.events["oslo-talks"])


def test_a_fact_that_waits_proves_nothing() -> None:
    """A sentence of ours that has a name from its words alone waits as it does, in a list of themes too."""
    themes = "content/themes.yml"
    texts = edited(SMALL, OSLO, ("Denmark has not settled", "Zelda has not settled"))
    texts = edited(texts, themes, ("Jane Doe and her Danish colleague talked", "The bill of Zelda was talked of"))
    texts = edited(texts, themes, ("from: [oslo-meeting]", "from: [oslo-denmark]"))
    changed = pipeline.load({path: text for path, text in texts.items() if path.startswith("content/")}, LOCKED)
    codes = [(found.code, str(found.place.path)) for found in pipeline.problems(changed)]
    assert ("CANNOT-CHECK", themes) in codes
    assert {code for code, _ in codes} == {"CANNOT-CHECK"}
    pages = assembly.pages(changed, files.words(), files.page(ROOT, "method"))
    said = (
        "The bill of Zelda was talked of about the cost of the North Link. "
        '<span class="channel" data-derived="channel-ce9f32adc5">'
        '(according to a spokesman for the Danish ministry)</span> <strong class="unproved">'
    )
    assert said in str(pages["themes/index.md"])


def test_two_events_do_not_prove_each_other() -> None:
    """The fact of each has the name from its event, and the event would have it from the other's fact."""
    facts = edited(SMALL, OSLO, ("colleague talked in Oslo", "colleague talked with Queen Zelda in Oslo"))
    facts = edited(facts, "content/facts/bergen-march.yml", ("marched in Bergen", "marched with Queen Zelda in Bergen"))
    both = ("  aliases: [Queen Zelda]\n  from: [oslo-meeting, bergen-protest]\n", "- id: bergen-march")
    texts = edited(facts, EVENTS, ("  from: [oslo-meeting]\n- id: bergen-march", "".join(both)))
    texts = edited(texts, EVENTS, ("  from: [bergen-protest]", both[0].rstrip()))
    read = pipeline.load(
        {path: text for path, text in texts.items() if path.startswith("content/")}, article_texts_of(texts)
    )
    found = pipeline.problems(read)
    assert [problem.code for problem in found] == ["UNBOUND-PROSE"] * 2
    assert {problem.place.path for problem in found} == {EVENTS}


def test_an_event_whose_date_waits_is_not_counted_as_proved() -> None:
    when = "when: {date: 2024-06-02, reckoned: on Sunday}"
    counted = ledger(briefing(EVENTS, "when: 2024-06-02", when, LOCKED))
    assert counted.prose - counted.proved_prose == 1


def test_an_event_that_is_background_alone_proves_nothing() -> None:
    """Its name, its place and its month would otherwise prove what no article has, in every fact that is part of it."""
    talks = "- {id: bg, name: Talks with Zelda, kind: talks, when: 2099-05-05, place: Atlantis, background: we know}\n"
    texts = {**SMALL, EVENTS: SMALL[EVENTS] + talks}
    texts = edited(
        texts,
        OSLO,
        ("say: Denmark has not settled its own part of the bill.", "say: Denmark saw Zelda in Atlantis in May 2099."),
        ("    when: {date: 2024-05-31, reckoned: on Friday}\n", "    event: bg\n"),
    )
    content = {path: text for path, text in texts.items() if path.startswith("content/")}
    problems = pipeline.problems(pipeline.load(content, article_texts_of(texts)))
    assert {problem.what for problem in problems if problem.code in ("UNBOUND-NAME", "UNBOUND-DATE")} == {
        f"oslo-denmark: no sentence of the passage {what}"
        for what in ("names `Zelda`", "names `Atlantis`", "gives the date `May 2099`")
    }


def test_an_event_whose_name_waits_is_counted_on_its_page() -> None:
    kept = with_locks_only()
    renamed = briefing(EVENTS, "name: Talks in Oslo", "name: Zelda's talks in Oslo", kept)
    page = str(assembly.pages(renamed, files.words(), files.page(ROOT, "method"))["events/oslo-talks.md"])
    assert counted_at_the_foot(page) == 1
    assert page.count("not yet proved</strong>") == 1
