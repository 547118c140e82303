"""Every rule over the whole briefing, and all that they find."""

from __future__ import annotations

from collections.abc import Iterable

from generator import stages
from generator.briefing import Briefing
from generator.problems import Problem
from generator.rules import (
    alone,
    articles,
    coverage,
    order,
    own_links,
    own_pages,
    permanence,
    proof,
    prose,
    questions,
    quotation,
    registries,
    roles,
    scales,
    within,
)
from generator.work.store import Keeping

Rule = within.Rule

RULES: tuple[Rule, ...] = (
    registries.aliases_have_one_owner,
    registries.aliases_are_names,
    registries.names_stand_in_an_article_or_say_why,
    articles.nothing_is_of_a_day_after_the_edition,
    articles.second_readings_are_of_what_stands,
    articles.titles_of_ours_rest_on_facts,
    articles.titles_of_ours_name_the_one_who_speaks,
    proof.something_is_checked,
    proof.articles_have_a_text_or_a_lock,
    proof.texts_agree_with_their_locks,
    proof.facts_are_proved,
    proof.facts_agree_with_their_sentences,
    proof.facts_have_a_theme,
    alone.facts_are_read_alone,
    proof.tombstones_name_a_living_successor,
    coverage.paragraphs_are_accounted_for,
    coverage.skips_are_of_paragraphs_without_facts,
    quotation.articles_are_quoted_within_their_limit,
    prose.sentences_rest_on_facts_that_stand,
    prose.sentences_say_what_their_facts_say,
    prose.summaries_are_short,
    order.events_stand_in_a_possible_order,
    roles.only_commitments_have_makers,
    roles.those_apart_took_part,
    roles.what_is_to_come_is_planned,
    scales.figures_have_one_number_and_one_unit,
    questions.answers_are_among_the_options,
    questions.positions_have_a_speaker,
    questions.differences_are_explained,
    permanence.the_dossier_has_an_id,
    permanence.published_facts_keep_their_addresses,
    permanence.retired_ids_are_not_used_again,
    permanence.tombstones_say_what_was_published,
    permanence.published_pages_keep_their_addresses,
    permanence.former_ids_are_free,
    permanence.sentences_rest_on_articles_that_are_kept,
    own_pages.pages_are_plain_markdown,
    own_links.links_lead_somewhere,
)


# What asks nothing beside one article but the ground on which this is proved.
WITHIN: tuple[Rule, ...] = (
    proof.facts_are_proved,
    proof.facts_agree_with_their_sentences,
    alone.facts_are_read_alone,
    coverage.paragraphs_are_accounted_for,
    coverage.skips_are_of_paragraphs_without_facts,
    quotation.articles_are_quoted_within_their_limit,
    roles.only_commitments_have_makers,
)

# What no page shows: whoever waits for a page is told of it afterwards.
APART_FROM_PAGES: tuple[Rule, ...] = (proof.texts_agree_with_their_locks,)
PAGE_RULES = tuple(rule for rule in RULES if rule not in APART_FROM_PAGES)


def problems(
    briefing: Briefing, rules: Iterable[Rule] | None = None, store: Keeping | None = None
) -> tuple[Problem, ...]:
    """Everything that the rules find, in order of file and line; what they found within an article is in the store."""
    asked = tuple(RULES if rules is None else rules)
    kept = tuple(rule for rule in asked if rule in WITHIN) if store else ()
    found = set(within.problems_within(briefing, kept, store)) if store and kept else set()
    for rule in stages.over("rules", tuple(rule for rule in asked if rule not in kept)):
        found.update(rule(briefing))
    return tuple(sorted(found))
