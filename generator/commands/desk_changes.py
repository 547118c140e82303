"""An order of the desk, held to the checker: the dossier before it becomes the dossier after it, or it is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

import yaml

from generator import lockfiles, pipeline
from generator.briefing import Briefing
from generator.commands.dossier import State
from generator.content.model import Draft, FactFile, Tombstone, Written
from generator.content.paths import FACTS
from generator.content.reading import Content
from generator.drafting import remarks
from generator.drafting.chosen import Choice, chosen
from generator.evidence.proving import bound_fact
from generator.evidence.source import FullText
from generator.history import signing
from generator.preview import desk, desk_orders, desk_writes
from generator.preview.desk_orders import (
    Accept,
    Drop,
    Order,
    Passage,
    Refused,
    Rewrite,
    Settle,
    Sign,
    Skeleton,
    Skip,
    Unsign,
    Word,
)
from generator.problems import Malformed, Problem

Rules = Callable[[Briefing], Iterable[Problem]]
MOST = 5  # problems that are told of at once
OF_SKIPS = frozenset(("SKIP-HAS-FACTS", "NO-SUCH-PARAGRAPH"))


def file_of(briefing: Briefing, article: str) -> FactFile:
    """The file of an article; raises Refused where there is none."""
    if article not in briefing.articles:
        raise Refused(f"there is no article `{article}`")
    return briefing.articles[article]


def path_of(order: Order) -> str:
    return f"{FACTS}{order.article}.yml"


def problems_after(order: Order, before: State) -> list[Problem]:
    """What would stand against the fact of an order as it leaves it, were it accepted; nothing where it leaves none."""
    content = _read({**before.texts, path_of(order): _changed(order, before)}, before)
    file = content.articles.get(order.article)
    id = _id_after(order, before.briefing.articles[order.article], file) if file else ""
    return _against_one(before.briefing, content, order.article, id) if id else []


def carried_out(order: Order, before: State, rules: Rules, day: date) -> State:
    """The dossier after an order of a day, proved, its lock in step; raises Refused for what the checker refuses."""
    changes = _files(order, before, day)
    texts = {path: text for path, text in {**before.texts, **changes}.items() if text is not None}
    content = _read(texts, before)
    if order.article not in content.articles:
        raise Refused("the desk takes no article down; do that in an editor")
    if isinstance(order, Rewrite):
        _refuse_strays(order, before.briefing.articles[order.article], content.articles[order.article])
    proved = pipeline.prove(content, before.article_texts, before.briefing, before.crew)
    after = _locked_anew(order, State(texts, before.article_texts, proved, before.crew))
    _refuse_skips(order, new_problems(before, after, rules))
    _refuse_facts(order, before.briefing, after.briefing, rules)
    return after


def new_problems(before: State, after: State, rules: Rules) -> tuple[Problem, ...]:
    """What is wrong after an order and was not before it, wherever it stands."""
    known = {(problem.place.path, problem.code, problem.what) for problem in rules(before.briefing)}
    return tuple(p for p in rules(after.briefing) if (p.place.path, p.code, p.what) not in known)


def _files(order: Order, before: State, day: date) -> Mapping[str, str | None]:
    """The files that an order changes, by path; those that go are none."""
    briefing, text = before.briefing, before.texts[path_of(order)]
    file_of(briefing, order.article)
    if isinstance(order, Sign):
        if wrong := list(signing.refusals(briefing, order.article, order.facts)):
            raise Refused(_listed(wrong))
        return signing.sign(briefing.content, order.article, order.facts, day, text).files
    if isinstance(order, Unsign):
        return signing.unsign(briefing.content, order.article, order.facts, day, text).files
    return {path_of(order): _changed(order, before)}


def _changed(order: Order, before: State) -> str:
    """The text of the fact file as an order changes it."""
    briefing, text, article = before.briefing, before.texts[path_of(order)], order.article
    file, source = file_of(briefing, article), briefing.source(article)
    try:
        if not isinstance(order, Skeleton | Passage):
            return _without_remarks(order, desk_writes.changed(order, text, file), text)
        if not isinstance(source, FullText):
            raise Refused("the text of the article is not at hand, so no words can be taken from it")
        bound = {fact.id: fact for fact in briefing.facts_in(article)} | desk.bound_drafts(briefing, article)
        words = desk_writes.words_of(source, order)
        if isinstance(order, Passage):
            return desk_writes.with_passage(order, text, file, words, bound)
        choice = Choice(order.paragraph, order.first, order.last, words)
        draft = chosen(briefing.content, briefing.aliases, article, source, choice)
        spot = (order.paragraph, order.first)
        return desk_writes.with_draft(text, draft, file, desk.places(bound.values(), source), spot)
    except (KeyError, ValueError, yaml.YAMLError):
        raise Refused("the file is written in a way that the desk cannot change; use an editor") from None


def _without_remarks(order: Order, changed: str, before: str) -> str:
    """The text of the fact file after an order, without what explained a draft that no longer needs it."""
    match order:
        case Word():
            asked = [name for name, value in (("say", order.say), ("about", order.about)) if value is not None]
            return remarks.without_explanations(changed, order.id, asked)
        case Accept():
            return remarks.without_explanations(changed, order.id)
        case Drop():
            return remarks.without_draft(before, path_of(order), order.id)
    return changed


def _read(texts: Mapping[str, str], before: State) -> Content:
    try:
        return pipeline.read(texts, before=before.briefing.content)
    except Malformed as malformed:
        raise Refused(_listed(malformed.problems)) from None


def _locked_anew(order: Order, state: State) -> State:
    """With the lock in step, which signs what is settled here and now; without one of this text, as it was.

    A text that only we have gets its lock; one that stands in the open needs none.
    """
    article, briefing, known = order.article, state.briefing, state.article_texts
    lock, source = briefing.locks.get(article), briefing.source(article)
    if not isinstance(source, FullText) or (source.sha256 != lock.sha256 if lock else article not in known.private):
        return state
    signed = order.id if isinstance(order, Accept | Settle) else ""
    locked, text = lockfiles.signed_anew(briefing, article, source, signed)
    kept = replace(known, locks={**known.locks, article: text}, seeds=known.seeds | {article})
    return State(state.texts, kept, locked, state.crew)


def _refuse_strays(order: Rewrite, before: FactFile, after: FactFile) -> None:
    """Lines of one fact that are written anew leave all that stands around them as it was."""

    def around(file: FactFile) -> list[object]:
        spot = next(number for number, fact in enumerate(before.facts) if fact.id == order.id)
        others = [fact.model_dump() for number, fact in enumerate(file.facts) if number != spot]
        return [len(file.facts), others, file.article.model_dump(), [skip.model_dump() for skip in file.skip]]

    if around(before) != around(after):
        raise Refused("these lines are more than this fact; write one item of the list, and no more")


def _refuse_skips(order: Order, new: Iterable[Problem]) -> None:
    if wrong := [problem for problem in new if isinstance(order, Skip) and problem.code in OF_SKIPS]:
        raise Refused(_listed(wrong))


def _refuse_facts(order: Order, before: Briefing, after: Briefing, rules: Rules) -> None:
    """A draft is accepted once nothing stands against it, and no fact that stood is broken."""
    article, id = order.article, desk_orders.id_of(order)
    was, new_id = before.articles[article], _id_after(order, before.articles[article], after.articles[article])
    if not new_id:
        return
    stands = not isinstance(_item(after.articles[article], new_id), Draft)
    found, earlier = _against(after, article, new_id, rules), _errors(_against(before, article, id, rules))
    if stands and isinstance(_item(was, id), Draft):
        wrong = found
    elif isinstance(order, Settle):
        known = {(problem.code, problem.what) for problem in earlier}
        wrong = [problem for problem in _errors(found) if (problem.code, problem.what) not in known]
    else:
        wrong = _errors(found) if stands and not earlier else []
    if wrong:
        raise Refused(_listed(wrong))


def _against(briefing: Briefing, article: str, id: str, rules: Rules) -> list[Problem]:
    """What stands against a fact, or would stand against a draft."""
    file = briefing.articles[article]
    if isinstance(_item(file, id), Draft):
        return _against_one(briefing, briefing.content, article, id)
    here = [problem for problem in rules(briefing) if problem.place.path == f"{FACTS}{article}.yml"]
    return desk.problems_of(file, id, here)


def _against_one(briefing: Briefing, content: Content, article: str, id: str) -> list[Problem]:
    """What would stand against one fact or draft of changed content, as far as that can be told of it alone."""
    item = _item(content.articles[article], id)
    if isinstance(item, Tombstone):
        return []
    fact = item.as_fact() if isinstance(item, Draft) else item
    bound = bound_fact(content, briefing.aliases, article, fact, briefing.source(article))
    alone = replace(briefing, content=content, facts={id: bound})
    return sorted({problem for rule in desk.OF_ONE_FACT for problem in rule(alone)})


def _id_after(order: Order, before: FactFile, after: FactFile) -> str:
    """The id that the fact of an order has afterwards, another only if its lines were written anew; or nothing.

    Only the same number of facts tells which of them was written anew.
    """
    ids, id = [fact.id for fact in after.facts], desk_orders.id_of(order)
    if isinstance(order, Rewrite) and len(ids) == len(before.facts):
        return ids[[fact.id for fact in before.facts].index(id)]
    return id if id in ids else ""


def _item(file: FactFile, id: str) -> Written:
    return next(fact for fact in file.facts if fact.id == id)


def _errors(problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if not problem.is_warning]


def _listed(problems: Iterable[Problem]) -> str:
    return "\n".join(told(problem) for problem in list(problems)[:MOST])


def told(problem: Problem) -> str:
    """A problem in a line: where it stands, what is wrong, and what to do."""
    return f"line {problem.place.line}: {problem.code}: {problem.what}; {problem.remedy}".removesuffix("; ")
