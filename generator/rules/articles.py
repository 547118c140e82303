"""Rules for the record of an article: its days, and what we call it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.briefing import Briefing
from generator.content.record import Record
from generator.evidence.binding import subjects_in
from generator.evidence.source import meaning_words
from generator.history.readings import article_reading, fact_readings
from generator.problems import Problem

NAMED = 3  # facts of an article; more would hide what else is told
A_DAY = dt.timedelta(days=1)  # by which the date is ahead where an article appears in a country further east


def nothing_is_of_a_day_after_the_edition(briefing: Briefing) -> Iterator[Problem]:
    """An article was published, read again, and a fact taken back, by the day after the edition that tells of it.

    Of an article with drafts alone nothing is told.
    """
    days: list[tuple[Record, str, str, dt.date]] = []
    for file in briefing.curated.values():
        article = file.article
        days.append((article, "published", str(article.published), article.published.earliest))
        if article.second_reading:
            days.append((article, "second_reading", str(article.second_reading), article.second_reading))
    days += ((stone, "retired", str(stone.retired), stone.retired) for _, stone in briefing.tombstones)
    edition = briefing.content.site.edition
    for record, field, shown, day in days:
        if day > edition + A_DAY:
            what = f"{field.replace('_', ' ')} `{shown}`, after the edition of `{edition}`"
            remedy = "look at the date once more, or at `edition` in site.yml"
            yield Problem(record.at(field), "AFTER-EDITION", what, remedy)


def second_readings_are_of_what_stands(briefing: Briefing) -> Iterator[Problem]:
    """The day of a second reading is that of a reading of every fact, and of the record, as they stand now."""
    for article, file in briefing.articles.items():
        if not (day := file.article.second_reading):
            continue
        reading = article_reading(briefing.content, article)
        if reading.signed != reading.facts:
            facts = [id for id, read in fact_readings(briefing.content, article).items() if read.state != "signed"]
            named = ", ".join(f"`{id}`" for id in facts[:NAMED]) + ("" if len(facts) <= NAMED else " and others")
            what = f"changed or new since the second reading of `{day}`: {named}"
            remedy = f"read them again with `briefbook review {article}`"
            yield Problem(file.article.at("second_reading"), "READ-BEFORE", what, remedy)
        if reading.record == "changed":
            what = f"the record of the article changed since the second reading of `{day}`"
            remedy = f"read it again with `briefbook review {article}`, and sign it with `--record --sign`"
            yield Problem(file.article.at("second_reading"), "READ-BEFORE", what, remedy)


def titles_of_ours_rest_on_facts(briefing: Briefing) -> Iterator[Problem]:
    """A title of ours rests on facts, as any sentence of ours, once the article is read to its end."""
    for file in briefing.articles.values():
        label = file.article.label
        if label and not label.from_ and file.article.curation == "complete":
            what = f"`{label.say}` is a title of ours and rests on no fact"
            yield Problem(file.article.at("label"), "LABEL-WITHOUT-FACTS", what, "write `label: {say: …, from: […]}`")


def titles_of_ours_name_the_one_who_speaks(briefing: Briefing) -> Iterator[Problem]:
    """A title of ours that rests on what one speaker says, or one channel, says whose word it is."""
    for file in briefing.articles.values():
        label = file.article.label
        facts = briefing.facts_by_id(label.from_) if label else ()
        told = {(fact.who or "", fact.via or "") for fact in facts}
        if not label or len(told) != 1 or told == {("", "")}:
            continue
        [(who, via)] = told
        has_channel = set(meaning_words(via)) <= set(meaning_words(label.say))
        is_said = has_channel if via else who in subjects_in([label.say], briefing.aliases)
        if not is_said:
            what = f"`{label.say}` rests on the word of `{who or via}` alone, and does not say so"
            remedy = f"say whose word it is, as in `{briefing.entries[who].name if who else via}: …`"
            yield Problem(file.article.at("label"), "LABEL-WITHOUT-SPEAKER", what, remedy)
