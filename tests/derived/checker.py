"""Reads the pages of a built site as a reader does, and refutes what the published facts do not entail.

It knows the headings, signs and classes that pages have, the data files, and nothing of the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise
from pathlib import Path

from lxml import html

from tests.derived import roles, times
from tests.derived.published import Published, Row, decoded, form
from tests.derived.reading import Read

SILENT = re.compile(r"nothing on this|not said|not reported in", re.IGNORECASE)
UNREAD = re.compile(r"Nobody has (yet written down what it reports|read this article to its end)")
PARTLY = re.compile(r"partly read", re.IGNORECASE)
SEVERAL = "Reported by several articles"


def refuted(files: Mapping[str, str | bytes]) -> list[str]:
    """Everything that a site says and its facts do not entail: `page: what; why`.

    It is said of silence, agreement and difference, of roles and channels, of order and certainty.
    """
    data = Published(files)
    found: list[str] = []
    for path in sorted(files):
        if path.endswith(".html") and not path.startswith(("data/", "dossier")):
            page = Read(path, html.fromstring(decoded(files[path])), data)
            found += [f"{path}: {what}" for check in CHECKS for what in check(page)]
    found += [f"data/derived.json: {what}" for what in _derived(data)]
    return list(dict.fromkeys(found))


def published(folder: Path) -> dict[str, str | bytes]:
    """The pages and data files of a built site."""
    paths = [*folder.rglob("*.html"), *folder.glob("data/*.json"), *folder.glob("data/locks/*.lock")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(paths)}


# Silence


def silences(page: Read) -> Iterator[str]:
    for who, registry, about in [*_of_themes(page), *_of_lists(page), *_of_rows(page), *_of_tables(page)]:
        if why := not_silent(page.data, who, registry, about):
            yield f"silence of {who} on {about}; {why}"


def not_silent(data: Published, who: str, registry: str, about: str) -> str:
    """Why someone is not silent on a theme, an event or a question; empty if they are."""
    bearing = {"themes": data.on_theme, "events": data.on_event, "questions": data.on_question}[registry](about)
    if registry == "questions" and data.questions[about]["asks"] == "speakers":
        if not data.is_named(who):
            return "nobody knows what else a channel without a name said"
        own = [fact["id"] for fact in bearing if fact["who"] and data.are_one(fact["who"], who)]
        return f"{own[0]} bears on it" if own else "" if data.all_are_read else "an article is not read yet"
    own = [fact["id"] for fact in bearing if fact["article"] == who]
    if own:
        return f"{own[0]} bears on it"
    if registry == "questions" and not data.questions[about]["about"]:
        return "nobody knows what bears on it"
    return "" if data.is_read(who) else "it is not read to its end"


def _of_themes(page: Read) -> Iterator[tuple[str, str, str]]:
    for row in page.tree.find_class("aligned"):
        themes = [id for heading in row.find_class("aligned__theme") for id in page.linked(heading, "themes")]
        for report in row.find_class("aligned__report"):
            if themes and not report.find_class("fact") and SILENT.search(report.text_content()):
                yield page.linked(report, "articles")[0], "themes", themes[0]


def _of_lists(page: Read) -> Iterator[tuple[str, str, str]]:
    for line in [*page.tree.find_class("comparison__silent"), *_entries(page, "comparison__absent")]:
        asked = [one for one in line.iterancestors("li") if "comparison" in one.get("class", "").split()]
        registry, about = "events", page.path.rpartition("/")[2].removesuffix(".html")
        if asked:
            registry, about = "questions", page.linked(asked[0].find_class("comparison__question")[0], "questions")[0]
        if "comparison__silent" in line.get("class", ""):
            yield from ((page.target(link)[1], registry, about) for link in line.iter("a"))
        elif SILENT.search(line.text_content()):
            yield page.who(line), registry, about


def _entries(page: Read, name: str) -> Iterator[html.HtmlElement]:
    for block in page.tree.find_class(name):
        yield from block.iter("li")


def _of_rows(page: Read) -> Iterator[tuple[str, str, str]]:
    registry, _, question = page.path.removesuffix(".html").rpartition("/")
    for row in page.tree.iter("tr") if registry == "questions" else ():
        cells = row.findall("td")
        if len(cells) == 1 and cells[0].get("colspan") and SILENT.search(cells[0].text_content()):
            yield page.who(row.find("th")), "questions", question


def _of_tables(page: Read) -> Iterator[tuple[str, str, str]]:
    for table in page.tree.find_class("crosstab__table"):
        columns = table.xpath(".//thead//th")[1:]
        for row in table.xpath(".//tbody/tr"):
            cells = [cell for cell in row.findall("td") if "crosstab__rest" not in cell.get("class", "")]
            for column, cell in zip(columns, cells, strict=True):
                nothing = cell.find_class("crosstab__nothing")
                if nothing and SILENT.search(nothing[0].text_content()):
                    head = row.find("th")
                    is_asked = page.linked(column, "questions")
                    asked, other = (column, head) if is_asked else (head, column)
                    yield _head(page, other), "questions", page.linked(asked, "questions")[0]


def exchanges(page: Read) -> Iterator[str]:
    """Whoever has no statement on somebody is silent on them only if no fact of that voice names them."""
    _, _, leader = page.path.removesuffix(".html").rpartition("/")
    for exchange in page.tree.find_class("exchange"):
        other = exchange.get("id", "").removeprefix("with-")
        for n, side in enumerate(exchange.find_class("exchange__side")):
            who, whom = ((leader, other), (other, leader))[n]
            nothing = side.find_class("exchange__nothing")
            said = nothing[0].text_content() if nothing else ""
            if re.search("nothing in these articles", said, re.IGNORECASE) and (why := said_of(page.data, who, whom)):
                yield f"silence of {who} on {whom}; {why}"


def said_of(data: Published, who: str, whom: str) -> str:
    """Why somebody is not silent on somebody else; empty if they are."""
    own = [f["id"] for f in data.on_subject(whom) if f["who"] and data.are_one(f["who"], who)]
    return f"{own[0]} bears on it" if own else "" if data.all_are_read else "an article is not read to its end"


def _head(page: Read, head: html.HtmlElement) -> str:
    for note in head.find_class("crosstab__note"):
        note.drop_tree()
    return page.who(head)


# Agreement


def agreements(page: Read) -> Iterator[str]:
    """What stands under a heading that says so is reported by several: the same answer in articles of two origins."""
    for heading in page.tree.iter("h2"):
        if heading.text_content().strip() != SEVERAL:
            continue
        for element in heading.itersiblings():
            if element.tag == "h2":
                break
            for id in dict.fromkeys(page.linked(element, "fact")):
                if not _is_shared(page.data, page.data.facts[id]):
                    yield f"`{SEVERAL}`: {id}; no article of another origin gives its answer"


def _is_shared(data: Published, fact: Row) -> bool:
    return any(
        form(other["answers"][q]) == form(answer)
        and data.origin(other["article"]) != data.origin(fact["article"])
        and data.same_time(q, fact["id"], other["id"])
        and (data.questions[q]["asks"] == "sources" or other["who"] == fact["who"] is not None)
        for q, answer in fact["answers"].items()
        for other in data.answers(q)
    )


def verdicts(page: Read) -> Iterator[str]:
    """Signs of agreement and of difference, beside the question they are of."""
    for sign in page.tree.find_class("verdict"):
        question, facts = _asked(page, sign)
        is_agree, is_differ = (f"verdict--{name}" in sign.get("class", "") for name in ("agree", "differ"))
        if not question or not (is_agree or is_differ):
            continue
        answers = page.data.answers(question)
        if is_agree and (len({form(f["answers"][question]) for f in answers}) > 1):
            yield f"agreement on {question}; the answers are not the same"
        if is_agree and len(page.data.voices(question, answers)) < 2:
            yield f"agreement on {question}; it is one voice"
        pairs = combinations(facts or answers, 2)
        if is_differ and not any(
            page.data.differ(question, *two) and page.data.are_two(question, *two) for two in pairs
        ):
            yield f"difference on {question}; no two answers of one time exclude one another"


def _asked(page: Read, sign: html.HtmlElement) -> tuple[str, list[Row]]:
    """The question that a sign is beside, and the facts behind the answers that it is put to."""
    for ancestor in sign.iterancestors("li", "th"):
        asked = page.linked(ancestor, "questions")
        if asked:
            return asked[0], _listed(page, ancestor, asked[0])
    registry, _, id = page.path.removesuffix(".html").rpartition("/")
    return (id, []) if registry == "questions" and id in page.data.questions else ("", [])


def _listed(page: Read, entry: html.HtmlElement, question: str) -> list[Row]:
    """The facts that give the answers which an entry lists, but for those that it says are of another time."""
    facts: list[Row] = []
    for line in entry.xpath('.//ul[contains(@class, "comparison__answers")]/li'):
        if any("comparison__development" in above.get("class", "") for above in line.iterancestors()):
            continue
        said = form(line.find_class("comparison__answer")[0].text_content())
        articles = page.linked(line, "articles")
        same = [fact for fact in page.data.answers(question) if form(fact["answers"][question]) == said]
        facts += [f for f in same if f["article"] in articles or page.data.questions[question]["asks"] == "speakers"]
    return facts


def periods(page: Read) -> Iterator[str]:
    """On the page of an event no answer of another time stands among those that differ."""
    event = page.path.removeprefix("events/").removesuffix(".html")
    for entry in page.tree.find_class("comparison--differ") if event in page.data.events else ():
        question = page.linked(entry, "questions")[0]
        here = [fact["id"] for fact in page.data.answers(question) if fact["event"] == event]
        listed: dict[str, list[str]] = {}
        for fact in _listed(page, entry, question):
            listed.setdefault(fact["answers"][question], []).append(fact["id"])
        for answer, ids in listed.items():
            if not any(page.data.same_time(question, id, other) for id in ids for other in here):
                yield f"difference on {question}; `{answer}` is of another time"


def cards(page: Read) -> Iterator[str]:
    """What a card says of the answers of others."""
    for card in page.tree.xpath("//article[@id]"):
        own = page.data.facts.get(card.get("id"))
        for echo in card.find_class("echo") if own else ():
            question = page.linked(echo, "questions")[0]
            for id in _facts(page, echo, "echo__differs"):
                if own and not page.data.differ(question, own, page.data.facts[id]):
                    yield f"{own['id']} differs from {id} on {question}; they do not exclude one another"
            for id in _facts(page, echo, "echo__same"):
                answers = [fact["answers"][question] for fact in (own, page.data.facts[id]) if fact]
                if len(set(map(form, answers))) > 1:
                    yield f"{card.get('id')} agrees with {id} on {question}; the answers are not the same"


def _facts(page: Read, echo: html.HtmlElement, name: str) -> Iterator[str]:
    for part in echo.find_class(name):
        yield from page.linked(part, "fact")


def beside(page: Read) -> Iterator[str]:
    """How many others are said to answer alike, or otherwise, in the table of a question."""
    registry, _, question = page.path.removesuffix(".html").rpartition("/")
    for row in page.tree.xpath("//tbody/tr") if registry == "questions" and question in page.data.questions else ():
        ids = [id for answer in row.find_class("stand") for id in page.linked(answer, "fact")]
        own = [page.data.facts[id] for id in ids]
        for sign in row.find_class("sign") if own else ():
            n = int((re.search(r"\d+", sign.text_content()) or [0])[0])
            most = _most(page.data, question, own, sign.get("class", ""))
            if n > most:
                yield f"{n} others beside {own[0]['id']} (`{sign.get('class').split('--')[1]}`); there are {most}"


def _most(data: Published, question: str, own: list[Row], name: str) -> int:
    """How many voices there are that could be meant."""
    others = [f for f in data.answers(question) if f not in own]
    forms = {form(fact["answers"][question]) for fact in own}
    if "--same" in name:
        alike = [f for f in others if form(f["answers"][question]) in forms]
        counted = data.voices(question, [*own, *alike])
        mine = data.voice(question, own[0])
        return sum(mine in counted and not data.are_one(mine, voice) for voice in counted)
    if "--other" in name:
        apart = [f for f in others if any(data.differ(question, f, one) for one in own)]
        return len(
            {f["article"] if data.questions[question]["asks"] == "sources" else f["who"] or f["via"] for f in apart}
        )
    return 10**6


def order(page: Read) -> Iterator[str]:
    """Differences between articles come before those inside one, other words after them, and wordings last."""
    for heading in page.tree.xpath('//h2[@id="differences"]'):
        block = next(heading.itersiblings(), None)
        entries = block.find_class("comparison") if block is not None else []
        ranks = [(_rank(page.data, q), q) for entry in entries for q in page.linked(entry, "questions")[:1]]
        for (rank, one), (lower, other) in pairwise(ranks):
            if rank > lower:
                yield f"{one} stands before {other}; {KINDS[rank]} come after {KINDS[lower]}"


KINDS = ("differences between articles", "differences inside one", "other words", "wordings")


def _rank(data: Published, question: str) -> int:
    if not data.excludes(question):
        return 3 if data.questions[question].get("wording") else 2
    pairs = combinations(data.answers(question), 2)
    return int(not any(data.differ(question, *two) and data.are_two(question, *two) for two in pairs))


# Records


def records(page: Read) -> Iterator[str]:
    """Nothing that a machine wrote stands on a page without a mark, and a title of ours rests on facts."""
    registry, _, id = page.path.removesuffix(".html").rpartition("/")
    row = page.data.articles.get(id) if registry == "articles" else None
    if not row:
        return
    if row["curation"] == "open" and not UNREAD.search(page.tree.text_content()):
        yield "its record; nobody has checked it, and nothing says so"
    if row["published"]["earliest"] and row["published"]["earliest"] > page.data.edition:
        yield f"published {row['published']['date']}; that is after the edition"
    head = page.tree.find_class("record")
    if row["title"] is None and row["curation"] == "complete" and not (head and page.linked(head[0], "fact")):
        yield f"`{row['name']}`; a title of ours that rests on no fact"


def lists(page: Read) -> Iterator[str]:
    """An article in a list is marked as long as it is not read to its end."""
    for line in page.tree.find_class("line"):
        for article in page.linked(line, "articles")[:1] if line.find_class("line__more") else ():
            is_open = page.data.articles.get(article, {}).get("curation") == "open"
            if is_open and not PARTLY.search(line.text_content()):
                yield f"{article} in a list; nobody has read it to its end, and nothing says so"


CHECKS = (
    *(silences, agreements, verdicts, periods, cards, beside, order, records, lists),
    *(exchanges, *roles.CHECKS, *times.CHECKS),
)


# data/derived.json


def _derived(data: Published) -> Iterator[str]:
    for row in data.derived:
        facts = [data.facts[id] for id in row["facts"]]
        named = ("questions", "events", "themes", "leaders")
        registry = next((name for name in named if row["about"] in getattr(data, name)), "")
        if why := _against(data, row, facts, registry):
            yield f"{row['kind']} of {row['subject']} on {row['about']} ({row['pages'][0]}); {why}"


def _against(data: Published, row: Row, facts: list[Row], registry: str) -> str:
    match row["kind"]:
        case "silence" | "unanswered" if registry == "leaders":
            return _of_statements(data, row, facts)
        case "silence":
            return not_silent(data, row["subject"], registry, row["about"])
        case "unanswered":
            return _not_bearing(data, row, facts, registry)
        case "agreement":
            return _not_agreed(data, row, facts)
        case "difference" | "compatible" | "verdict":
            return _not_so_beside(data, row, facts)
        case "development":
            return _not_developed(data, row)
        case "role" | "channel":
            return roles.not_entailed(data, row, facts)
        case "order" | "certainty":
            return times.not_entailed(data, row)
    return ""


def _of_statements(data: Published, row: Row, facts: list[Row]) -> str:
    """What is said of there being no statement on somebody."""
    if row["kind"] == "silence":
        return said_of(data, row["subject"], row["about"])
    on = {fact["id"] for fact in data.on_subject(row["about"])}
    wrong = [f["id"] for f in facts if f["id"] not in on or not data.are_one(f["who"] or "", row["subject"])]
    return f"{wrong[0]} does not bear on it" if wrong else ""


def _not_so_beside(data: Published, row: Row, facts: list[Row]) -> str:
    """Why answers do not stand to one another as is said."""
    if row["kind"] == "difference":
        apart = any(data.differ(row["about"], *two) for two in combinations(facts, 2))
        return "" if apart else "no two answers of one time exclude one another"
    found = _stand(data, row["about"], facts)
    if row["kind"] == "compatible":
        return "" if found in ("compatible", "wording") else "the answers exclude one another"
    return "" if row["says"] == found else f"it is {found}"


def _stand(data: Published, question: str, facts: list[Row]) -> str:
    """How answers stand to one another, by the name of its sign."""
    if len({form(fact["answers"][question]) for fact in facts}) < 2:
        asked = data.questions[question]["asks"]
        given = {fact["article"] if asked == "sources" else fact["who"] or fact["via"] for fact in facts}
        alike = "agree" if len(data.voices(question, facts)) > 1 else "repeated" if len(given) > 1 else "single"
        return alike if facts else "silent"
    if not data.excludes(question):
        return "wording" if data.questions[question]["wording"] else "compatible"
    apart = [two for two in combinations(facts, 2) if data.differ(question, *two)]
    if not apart:
        return "development"
    return "differ" if any(data.are_two(question, *two) for two in apart) else "within"


def _not_developed(data: Published, row: Row) -> str:
    """An answer is of another time than other answers; one of a speaker, than another answer of that speaker."""
    times_of = [time for time in data.times(row["about"]) if not time.isdisjoint(row["facts"])]
    if not len(times_of) == 1 < len(data.times(row["about"])):
        return "it is of no other time"
    if row["subject"] not in data.leaders:
        return ""
    own = [f for f in data.answers(row["about"]) if f["who"] == row["subject"]]
    forms = {form(f["answers"][row["about"]]) for f in own if f["id"] in row["facts"]}
    before = {form(f["answers"][row["about"]]) for f in own if f["id"] not in times_of[0]}
    return "" if forms and before and forms != before and data.excludes(row["about"]) else "nothing changed"


def _not_bearing(data: Published, row: Row, facts: list[Row], registry: str) -> str:
    bearing = {"themes": data.on_theme, "events": data.on_event, "questions": data.on_question}[registry](row["about"])
    ids = {fact["id"] for fact in bearing}
    wrong = [fact["id"] for fact in facts if fact["id"] not in ids]
    return f"{wrong[0]} does not bear on it" if wrong else ""


def _not_agreed(data: Published, row: Row, facts: list[Row]) -> str:
    if len({form(fact["answers"][row["about"]]) for fact in facts}) != 1:
        return "the answers are not the same"
    origins = {data.origin(fact["article"]) for fact in facts}
    return "" if len(origins) > 1 or len(data.voices(row["about"], facts)) > 1 else "it is one voice"
