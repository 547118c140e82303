"""Taking articles in: what is at hand already, the id that one gets, where its text is kept, and what is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator import files
from generator.commands import saving
from generator.commands.arriving import Arriving
from generator.commands.console import tell
from generator.content import reading
from generator.content.paths import FACTS, is_content
from generator.content.reading import Content
from generator.content.shape import article_id_problems
from generator.drafting import records
from generator.drafting.ids import slug
from generator.drafting.likeness import Collection, Likeness
from generator.drafting.new_article import Arrival, dated, drafted
from generator.drafting.origins import origin_of
from generator.evidence import lock as locks
from generator.evidence import proving
from generator.evidence.languages.detect import language_of
from generator.evidence.lock import Lock
from generator.evidence.source import FullText, SentenceProfile
from generator.evidence.text import paragraphs
from generator.files import ArticleTexts
from generator.problems import Malformed, Problem

HARMLESS = frozenset(("MISSING-FILE", "UNKNOWN-ID"))  # problems that leave all that is written readable
LONGEST_ID = 64
MOST_REMARKS = 2


@dataclass
class Dossier:
    """A dossier while articles are taken in: what can be read of it, and all articles that were at hand or came."""

    root: Path
    content: Content
    texts: ArticleTexts
    locked: Mapping[str, str] = field(default_factory=dict)  # articles whose texts are not at hand, by their SHA-256
    articles: Collection = field(default_factory=Collection)
    new: dict[str, str] = field(default_factory=dict)  # the ids of this run, each with the agency that its text names

    def facts(self, id: str) -> Path:
        return self.root / "content" / "facts" / f"{id}.yml"


@dataclass(frozen=True)
class Taken:
    """What became of an article: the files that were written, and what was found in it."""

    id: str
    folder: str
    drafts: int
    unknown_names: int
    like: tuple[Likeness, ...]
    paths: tuple[Path, ...]
    left_out: int = 0  # lines and blocks of the page that are not in the text


def dossier_at(root: Path) -> Dossier:
    """What can be read; the rest keeps no article out, and is told of in one line."""
    texts, unread = files.readable_content(root)
    written = {path: text for path, text in texts.items() if is_content(path)}
    content, problems = reading.readable(written)
    article_texts, unread_articles = files.readable_articles(root)
    told = (problem for problem in (*unread, *problems, *unread_articles) if problem.code not in HARMLESS)
    paths = list(dict.fromkeys(problem.place.path for problem in told))
    if paths:
        first, more = paths[0], f" and {len(paths) - 1} more" if len(paths) > 1 else ""
        tell(f"{first}{more}: not all can be read, and what can be is used; `briefbook check` tells the problems")
    unseen = unseen_locks(article_texts)
    locked = {lock.sha256: article for article, lock in unseen.items()}
    dossier = Dossier(root, content, article_texts, locked)
    for article, text in article_texts.texts.items():
        dossier.articles.add(article, text)
    for article, lock in unseen.items():
        dossier.articles.add_lock(article, lock)
    return dossier


def unseen_locks(article_texts: ArticleTexts) -> dict[str, Lock]:
    """The locks of articles whose texts are not at hand; that one is damaged is told by `check`."""
    found: dict[str, Lock] = {}
    for article in sorted(article_texts.locks.keys() - article_texts.texts.keys()):
        with suppress(Malformed):
            lock = locks.loads(article_texts.locks[article], f"seeds/{article}.lock")
            if lock.sha256 not in article_texts.by_digest:
                found[article] = lock
    return found


def accepted(dossier: Dossier, one: Arriving, *, stated: bool, again: bool) -> Iterator[tuple[Arriving, Arrival]]:
    """The article under its id, unless its words are here already; raises Malformed where the id is another's."""
    if wrong := tuple(article_id_problems(one.id or "article", one.place)):
        raise Malformed(*(replace(problem, remedy="choose one with --id") for problem in wrong))
    text = one.imported.text
    here = dossier.articles.same(text) or dossier.locked.get(files.digest(text), "")
    waits = bool(here) and not dossier.facts(here).exists() and here not in dossier.new  # it is to get its facts
    if waits and not one.id:
        text = dossier.texts.texts.get(here, text)  # as it stands there, however it is spaced
        one = replace(one, id=here, imported=replace(one.imported, text=text))
    if here and not again and not (waits and here == one.id):
        tell(f"{one.place.path}: these words are here already, as {here}; --again takes them in once more")
        return
    arrival = Arrival(one.imported, one.id, one.day, stated)
    arrival = arrival if one.id else replace(arrival, id=_free_id(dossier, arrival))
    if what := _conflict(dossier, arrival.id, text):
        raise Malformed(Problem(one.place, "ID-TAKEN", what, "give another --id"))
    origin = origin_of(paragraphs(text, language_of(text)), dossier.content)
    dossier.new[arrival.id] = origin.id if origin else ""
    dossier.articles.add(arrival.id, text)
    yield one, arrival


def _conflict(dossier: Dossier, id: str, text: str) -> str:
    """Why an article cannot have an id: nothing that is there is written over."""
    if id in dossier.new:
        return f"another article of this run has the id `{id}`"
    if dossier.facts(id).exists():
        return f"content/facts/{id}.yml is there already, and is not overwritten"
    if dossier.texts.texts.get(id, text) != text:
        return f"the text of `{id}` is there already with other words"
    if id in dossier.locked.values() and dossier.locked.get(files.digest(text)) != id:
        return f"seeds/{id}.lock is there already, of another text"
    return ""


def _free_id(dossier: Dossier, arrival: Arrival) -> str:
    """An id of the day and the title; where another article has it, with its publisher or a number."""
    day = replace(dated(arrival), because="") if arrival.day else dated(arrival)
    made = records.id_of(arrival.imported, day)
    outlet, known = slug(arrival.imported.publisher), len(dossier.new.keys() | dossier.texts.texts.keys())
    endings = ("", *([f"-{outlet}"] if outlet else []), *(f"-{n}" for n in range(2, known + len(dossier.locked) + 4)))
    ids = (f"{made[: LONGEST_ID - len(ending)].strip('-')}{ending[:LONGEST_ID]}" for ending in endings)
    return next((id for id in ids if not _conflict(dossier, id, arrival.imported.text)), made)


def take_in(dossier: Dossier, one: Arriving, arrival: Arrival, *, publish_text: bool) -> Taken:
    """Drafts an article and writes its files; it is a part of the dossier from then on."""
    id, text = arrival.id, one.imported.text
    path = text_path(dossier, one, id, publish_text=publish_text)
    lock = f"seeds/{id}.lock"
    like = dossier.articles.like(id, _profiles(dossier, text))
    made = drafted(dossier.content, replace(arrival, remarks=tuple(_remarks(dossier, like))))
    dossier.content = made.content
    written = {} if path.exists() else {f"{path.parent.name}/{id}.txt": text}  # a text that is there is not touched
    written[f"{FACTS}{id}.yml"] = made.facts
    if path.parent.name == "texts":
        written[lock] = made.lock
    before = {lock: dossier.texts.locks[id]} if id in dossier.texts.locks else {}
    changed = saving.save(dossier.root, written, before)
    paths = tuple(dossier.root / shown for shown in changed)
    return Taken(id, path.parent.name, made.drafts, made.unknown_names, like, paths, one.imported.left_out)


def text_path(dossier: Dossier, one: Arriving, id: str, *, publish_text: bool) -> Path:
    """Where the text is kept; one that stands in the dossier under the article's name stays where it is."""
    if one.kept and one.kept.stem == id:
        return one.kept
    places = [dossier.root / folder / f"{id}.txt" for folder in ("seeds", "texts")]
    return next((path for path in places if path.exists()), places[0 if publish_text else 1])


def _profiles(dossier: Dossier, text: str) -> tuple[SentenceProfile, ...]:
    """What a lock would know of the text, where there are articles that nothing but their locks can be compared by."""
    if not dossier.articles.has_locks:
        return ()
    return FullText(text, proving.alias_table(dossier.content), language_of(text)).profiles


def _remarks(dossier: Dossier, like: Sequence[Likeness]) -> Iterator[str]:
    """What the record says of articles that share sentences with this one: both may be one agency's."""
    for likeness in like[:MOST_REMARKS]:
        file = dossier.content.articles.get(likeness.other)
        known = file.article.origin if file and file.article.origin not in ("own", "unknown") else ""
        origin = known or dossier.new.get(likeness.other, "")
        yield f"{likeness}: one agency?" + (f" That one has `origin: {origin}`" if origin else "")
