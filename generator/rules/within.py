"""What is wrong within one article, and how much was checked there: found again as long as nothing of it changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.briefing import Briefing
from generator.content.paths import FACTS
from generator.measures.ledger import Ledger, article_counts, ledger_of
from generator.problems import Problem
from generator.work.digests import digest_of
from generator.work.store import Keeping

STEP = "account"  # in the store
ELSEWHERE = "NOT-IN-ARTICLE"  # other articles are asked whether they have the passage

Rule = Callable[[Briefing], Iterable[Problem]]


@dataclass(frozen=True)
class Account:
    """What the rules for single articles find in one, the numbers of its checks, and what else is counted of it."""

    problems: tuple[Problem, ...]
    ledger: Ledger
    article_counts: dict[str, int]


def problems_within(briefing: Briefing, rules: Sequence[Rule], store: Keeping) -> Iterator[Problem]:
    """What rules find in each article that ask nothing beside it but the ground on which it is proved.

    What is counted of it is known to the ledger then.
    """
    for article in briefing.articles:
        account = _account(briefing, rules, article, store)
        briefing.counted[article] = account
        yield from account.problems


def _account(briefing: Briefing, rules: Sequence[Rule], article: str, store: Keeping) -> Account:
    key = _key(briefing, rules, article)
    if key:
        found = store.get(STEP, key)
        if isinstance(found, Account):
            return found
    alone = briefing.of_article(article)
    problems = tuple(problem for rule in rules for problem in rule(alone))
    account = Account(problems, ledger_of(alone, article), article_counts(alone, article))
    if key and all(problem.code != ELSEWHERE for problem in problems):
        store.put(STEP, key, account)
    return account


def _key(briefing: Briefing, rules: Sequence[Rule], article: str) -> str:
    """The digest of all that it answered from, and of the text of its file, in which problems stand; empty without."""
    made_from, read = briefing.made_from.get(article), briefing.content.as_read.get(f"{FACTS}{article}.yml")
    if not made_from or not read or read.value is not briefing.articles[article]:
        return ""
    return digest_of((made_from, read.text, *(rule.__name__ for rule in rules)))
