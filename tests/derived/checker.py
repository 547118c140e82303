"""Reads the pages of a built site as a reader does, and refutes what the published facts do not entail.

It knows the headings, signs and classes that pages have, the data files, and nothing of the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise, product, takewhile
from pathlib import Path

from lxml import html

from tests.derived import roles, times
from tests.derived.published import Published, Row, decoded, form
from tests.derived.reading import Read

SILENT = re.compile(r"nothing on this|not said|not reported (in|for)", re.IGNORECASE)
UNREAD = re.compile(r"Nobody has yet written down what it reports|This article is not yet read to its end")
PARTLY = re.compile(r"partly read", re.IGNORECASE)
SEVERAL = "Reported by several articles"


def refuted(files: Mapping[str, str | bytes]) -> list[str]:
    """Everything that a site says and its facts do not entail: `page: what; why`.

    It is said of silence, agreement and difference, of roles and channels, of order and certainty.
    """
    data = Published(files)
    paths = [path for path in sorted(files) if path.endswith(".html") and not path.startswith(("data/", "dossier"))]
    pages = [Read(path, html.fromstring(decoded(files[path])), data) for path in paths]
    found = [f"{page.path}: {what}" for page in pages for check in CHECKS for what in check(page)]
    found += times.two_orders(pages)
    found += [f"data/derived.json: {what}" for what in _derived(data)]
    return list(dict.fromkeys(found))


def published(folder: Path) -> dict[str, str | bytes]:
    """The pages and data files of a built site."""
    paths = [*folder.rglob("*.html"), *folder.glob("data/*.json"), *folder.glob("data/locks/*.lock")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(paths)}


# Silence


def silences(page: Read) -> Iterator[str]:
    for who, registry, about, text in [*_of_themes(page), *_of_lists(page), *_of_rows(page), *_of_tables(page)]:
        if SILENT.search(text) and (why := not_silent(page.data, who, registry, about)):
            yield f"silence of {who} on {about}; {why}"
        elif why := miscounted(page.data, who, registry, about, text):
            yield f"no answer of {who} on {about}; {why}"


def not_silent(data: Published, who: str, registry: str, about: str) -> str:
    """Why someone is not silent on a theme, an event or a question; empty if they are."""
    bearing = {"themes": data.on_theme, "events": data.on_event, "questions": data.on_question}[registry](about)
    if registry == "questions" and data.questions[about]["asks"] == "speakers":
        if not data.is_named(who):
            return "nobody knows what else a channel without a name said"
        own = [f["id"] for f in bearing if who in data.subjects(f) or (f["who"] and data.are_one(f["who"], who))]
        return f"{own[0]} bears on it" if own else "" if data.all_are_read else "an article is not read yet"
    own = [fact["id"] for fact in bearing if fact["article"] == who]
    if own:
        return f"{own[0]} bears on it"
    if registry == "questions" and not data.questions[about]["about"]:
        return "nobody knows what bears on it"
    if registry == "themes" and (named := _naming(data, who, about)):
        return f"{named[0]} has its words"
    return "" if data.is_read(who) else "it is not read to its end"


def _naming(data: Published, article: str, theme: str) -> list[str]:
    """The facts of an article of which a passage has the name of a theme, or a keyword."""
    row = data.themes[theme]
    wanted = [re.escape(name.casefold()) for name in (row["name"], *row["keywords"])]
    own = [fact for fact in data.facts.values() if fact["article"] == article]
    shown = [(fact["id"], passage["text"].casefold()) for fact in own for passage in fact["passages"]]
    return [id for id, text in shown if any(re.search(rf"\b{name}(s|es|x)?\b", text) for name in wanted)]


def miscounted(data: Published, who: str, registry: str, about: str, text: str) -> str:
    """Why someone is not beside the thing with so many statements; of an event, because they tell of it."""
    bearing = {"themes": data.on_theme, "events": data.on_event, "questions": data.on_question}[registry](about)
    own = [fact for fact in bearing if who in (fact["article"], fact["who"])]
    counted = re.search(r"(\d+) statements?", text)
    if counted and int(counted[1]) > len(own):
        return f"{counted[1]} statements are counted; there are {len(own)}"
    told = [fact["id"] for fact in own if registry == "events" and fact in data.of_event(about)]
    return f"{told[0]} tells of it" if told else ""


def single(page: Read) -> Iterator[str]:
    """A theme of one article is one on which no other article of the event has anything."""
    for heading in page.tree.xpath('//h2[@id="single"]'):
        for row in (row for element in heading.itersiblings() for row in element.find_class("aligned")):
            for theme in [id for head in row.find_class("aligned__theme") for id in page.linked(head, "themes")]:
                articles = [page.linked(head, "articles")[0] for head in row.find_class("aligned__article")]
                having = {fact["article"] for fact in page.data.on_theme(theme)} & set(articles)
                if len(having) > 1:
                    yield f"{theme} of one article; {', '.join(sorted(having))} have it"


def _of_themes(page: Read) -> Iterator[tuple[str, str, str, str]]:
    for row in page.tree.find_class("aligned"):
        themes = [id for heading in row.find_class("aligned__theme") for id in page.linked(heading, "themes")]
        for report in row.find_class("aligned__report"):
            if themes and not report.find_class("fact"):
                yield page.linked(report, "articles")[0], "themes", themes[0], report.text_content()


def _of_lists(page: Read) -> Iterator[tuple[str, str, str, str]]:
    for line in [*page.tree.find_class("comparison__silent"), *_entries(page, "comparison__absent")]:
        asked = [one for one in line.iterancestors("li") if "comparison" in one.get("class", "").split()]
        registry, about = "events", page.path.rpartition("/")[2].removesuffix(".html")
        if asked:
            registry, about = "questions", page.linked(asked[0].find_class("comparison__question")[0], "questions")[0]
        if "comparison__silent" in line.get("class", ""):
            yield from ((page.target(link)[1], registry, about, "not said") for link in line.iter("a"))
        else:
            yield page.who(line), registry, about, line.text_content()
    for line in page.tree.find_class("comparison__unanswered"):
        entry = next(one for one in line.iterancestors("li") if "comparison" in one.get("class", "").split())
        about = page.linked(entry.find_class("comparison__question")[0], "questions")[0]
        for one in line.xpath("./span"):
            yield page.who(one), "questions", about, f"{line.text} {one.text_content()}"


def _entries(page: Read, name: str) -> Iterator[html.HtmlElement]:
    for block in page.tree.find_class(name):
        yield from block.iter("li")


def _of_rows(page: Read) -> Iterator[tuple[str, str, str, str]]:
    registry, _, question = page.path.removesuffix(".html").rpartition("/")
    for row in page.tree.iter("tr") if registry == "questions" else ():
        cells = row.findall("td")
        if len(cells) == 1 and (cells[0].get("colspan") or "answers__absent" in row.get("class", "")):
            yield page.who(row.find("th")), "questions", question, cells[0].text_content()


def _of_tables(page: Read) -> Iterator[tuple[str, str, str, str]]:
    for table in page.tree.find_class("crosstab__table"):
        columns = table.xpath(".//thead//th")[1:]
        for row in table.xpath('.//tbody/tr[not(contains(@class, "crosstab__side"))]'):
            cells = [cell for cell in row.findall("td") if "crosstab__rest" not in cell.get("class", "")]
            for column, cell in zip(columns, cells, strict=True):
                nothing = cell.find_class("crosstab__nothing")
                if nothing:
                    head = row.find("th")
                    is_asked = page.linked(column, "questions")
                    asked, other = (column, head) if is_asked else (head, column)
                    yield _head(page, other), "questions", page.linked(asked, "questions")[0], nothing[0].text_content()


def exchanges(page: Read) -> Iterator[str]:
    """Nobody is silent on somebody with whom any fact names them."""
    _, _, leader = page.path.removesuffix(".html").rpartition("/")
    for exchange in page.tree.find_class("exchange"):
        other = exchange.get("id", "").removeprefix("with-")
        for n, side in enumerate(exchange.find_class("exchange__side")):
            who, whom = ((leader, other), (other, leader))[n]
            nothing = side.find_class("exchange__nothing")
            both = [
                fact["id"] for fact in page.data.on_subject(whom) if who in (fact["who"], *page.data.subjects(fact))
            ]
            if nothing and both:
                yield f"silence of {who} on {whom}; {both[0]} bears on it"


def _head(page: Read, head: html.HtmlElement) -> str:
    for note in head.find_class("crosstab__note"):
        note.drop_tree()
    return page.who(head)


# Agreement


def agreements(page: Read) -> Iterator[str]:
    """What stands under a heading that says so is reported by several: the same answer in articles of two origins, of
    which one tells it of the event of the page.
    """
    event = page.path.removeprefix("events/").removesuffix(".html")
    for heading in page.tree.iter("h2"):
        if heading.text_content().strip() != SEVERAL:
            continue
        for element in heading.itersiblings():
            if element.tag == "h2":
                break
            for id in dict.fromkeys(page.linked(element, "fact")):
                fact = page.data.facts[id]
                if not _is_shared(page.data, fact):
                    yield f"`{SEVERAL}`: {id}; no article of another origin gives its answer"
                elif not any(f["event"] == event for q in fact["answers"] for f in _alike(page.data, q, fact)):
                    yield f"`{SEVERAL}`: {id}; no fact of the event gives its answer"


def _is_shared(data: Published, fact: Row) -> bool:
    return any(
        data.origin(other["article"]) != data.origin(fact["article"])
        and (data.questions[q]["asks"] == "sources" or other["who"] == fact["who"] is not None)
        for q in fact["answers"]
        for other in _alike(data, q, fact)
    )


def _alike(data: Published, question: str, fact: Row) -> list[Row]:
    """The answers that are the same, of the same time."""
    others = [other for other in data.answers(question) if data.form(question, other) == data.form(question, fact)]
    return [other for other in others if data.same_time(question, fact["id"], other["id"])]


def verdicts(page: Read) -> Iterator[str]:
    """Signs of agreement and of difference, beside the question they are of."""
    for sign in page.tree.find_class("verdict"):
        question, facts = _asked(page, sign)
        is_agree, is_differ = (f"verdict--{name}" in sign.get("class", "") for name in ("agree", "differ"))
        if not question or not (is_agree or is_differ):
            continue
        answers = page.data.answers(question)
        if is_agree and (len({page.data.form(question, f) for f in answers}) > 1):
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
        answers = page.data.answers(question)
        forms = {page.data.form(question, fact) for fact in answers if form(fact["answers"][question]) == said}
        same = [fact for fact in answers if page.data.form(question, fact) in forms]
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
    for own, echo in _echoes(page):
        question = page.linked(echo, "questions")[0]
        if page.data.questions[question].get("wording"):
            yield f"{own['id']} beside others on {question}; it asks only what something is called"
        for id in _facts(page, echo, "echo__differs"):
            if not page.data.differ(question, own, page.data.facts[id]):
                yield f"{own['id']} differs from {id} on {question}; they do not exclude one another"
        for id in _facts(page, echo, "echo__same"):
            answers = {page.data.form(question, fact) for fact in (own, page.data.facts[id])}
            if len(answers) > 1:
                yield f"{own['id']} agrees with {id} on {question}; the answers are not the same"


def developments(page: Read) -> Iterator[str]:
    """What is told of another time excludes an answer of its own."""
    for block in page.tree.xpath('//*[contains(@class, "comparison__development") and @data-derived]'):
        entry = next(one for one in block.iterancestors("li") if "comparison" in one.get("class", "").split())
        question = page.linked(entry, "questions")[0]
        if not page.data.excludes(question):
            yield f"development on {question}; its answers need not exclude one another"
    for own, echo in _echoes(page):
        question = page.linked(echo, "questions")[0]
        for id in _facts(page, echo, "echo__development"):
            if not _is_apart_in_time(page.data, question, own, page.data.facts[id]):
                yield f"{own['id']} and {id} on {question}; nothing changed from one time to another"


def _is_apart_in_time(data: Published, question: str, one: Row, other: Row) -> bool:
    times = [[row["id"] in time for time in data.times(question)] for row in (one, other)]
    return data.exclude(question, one, other) and all(map(any, times)) and times[0] != times[1]


def _echoes(page: Read) -> Iterator[tuple[Row, html.HtmlElement]]:
    """Each fact that has a card, with each question in which it stands beside others."""
    for card in page.tree.xpath("//article[@data-address]"):
        fact = page.data.facts.get(card.get("data-address").partition("#")[2])
        yield from ((fact, echo) for echo in card.find_class("echo") if fact)


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


def company(page: Read) -> Iterator[str]:
    """Who is said to answer as the one whom a page is about, or something else, question by question."""
    for row in page.tree.find_class("stands__row"):
        question = page.linked(row, "questions")[0]
        told = [page.data.facts[id] for part in row.find_class("stand__told") for id in page.linked(part, "fact")]
        given = {(fact["who"], page.data.form(question, fact)) for fact in told}
        own = [f for f in page.data.answers(question) if (f["who"], page.data.form(question, f)) in given]
        forms = {page.data.form(question, fact) for fact in own}
        for id in _facts(page, row, "stands__alike"):
            fact = page.data.facts[id]
            same = [one for one in own if page.data.form(question, one) == page.data.form(question, fact)]
            if not any(page.data.are_two(question, fact, one) for one in same):
                yield f"{id} on {question} as {own[0]['id']}; it is no other voice that says the same"
        for id in _facts(page, row, "stands__other"):
            if page.data.form(question, page.data.facts[id]) in forms:
                yield f"{id} on {question} otherwise than {own[0]['id']}; the answers are the same"
        for id in _facts(page, row, "stands__against"):
            if not any(page.data.differ(question, page.data.facts[id], one) for one in own):
                yield f"{id} on {question} against {own[0]['id']}; they do not exclude one another"


def _most(data: Published, question: str, own: list[Row], name: str) -> int:
    """How many voices there are that could be meant."""
    others, mine = [f for f in data.answers(question) if f not in own], data.voice(question, own[0])
    is_of_sources = data.questions[question]["asks"] == "sources"
    if not any(how in name for how in ("--same", "--other", "--partly", "--compatible", "--development")):
        return 10**6
    if "--same" in name:
        forms = {data.form(question, fact) for fact in own}
        others = [f for f in others if data.form(question, f) in forms]
    if "--other" in name:
        others = [f for f in others if any(data.differ(question, f, one) for one in own)]
    if is_of_sources and "--same" not in name:
        return len({f["article"] for f in others})
    voices = data.voices(question, data.answers(question)) & {data.voice(question, f) for f in others}
    is_named = is_of_sources or data.is_named(mine)
    return sum(not (mine == voice if is_of_sources else data.are_one(mine, voice)) for voice in voices if is_named)


def order(page: Read) -> Iterator[str]:
    """Differences between articles come first, then other words, then those inside one article, and wordings last."""
    for heading in page.tree.xpath('//h2[@id="differences"]'):
        below = [*takewhile(lambda element: element.tag != "h2", heading.itersiblings())]
        entries = [entry for block in below for entry in block.find_class("comparison")]
        ranks = [(_rank(page.data, q), q) for entry in entries for q in page.linked(entry, "questions")[:1]]
        for (rank, one), (lower, other) in pairwise(ranks):
            if rank > lower:
                yield f"{one} stands before {other}; {KINDS[rank]} come after {KINDS[lower]}"
        if any(rank == 2 for rank, _ in ranks) and not any([*block.iter("h3")] for block in below):
            yield "differences inside one; they have no heading of their own"


KINDS = ("differences between articles", "other words", "differences inside one", "wordings")


def _rank(data: Published, question: str) -> int:
    if data.questions[question].get("wording"):
        return 3
    apart = [two for two in combinations(data.answers(question), 2) if data.differ(question, *two)]
    if any(data.are_two(question, *two) for two in apart):
        return 0
    return 2 if apart else 1


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
    *(silences, single, agreements, verdicts, periods, cards, developments, beside, company, order, records, lists),
    *(exchanges, *roles.CHECKS, *times.CHECKS),
)


# data/derived.json


def _derived(data: Published) -> Iterator[str]:
    for row in data.derived:
        facts = [data.facts[id] for id in row["facts"]]
        named = ("questions", "events", "themes")
        registry = next((name for name in named if row["about"] in getattr(data, name)), "")
        if why := _against(data, row, facts, registry):
            yield f"{row['kind']} of {row['subject']} on {row['about']} ({row['pages'][0]}); {why}"


def _against(data: Published, row: Row, facts: list[Row], registry: str) -> str:
    match row["kind"]:
        case "silence":
            return not_silent(data, row["subject"], registry, row["about"])
        case "unanswered":
            return _not_bearing(data, row, registry)
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


def _not_so_beside(data: Published, row: Row, facts: list[Row]) -> str:
    """Why answers do not stand to one another as is said."""
    if row["kind"] == "difference":
        return _not_different(data, row, facts)
    if row["kind"] == "compatible":
        apart = any(data.exclude(row["about"], *two) for two in combinations(facts, 2))
        return "the answers exclude one another" if apart else ""
    found = _stand(data, row["about"], facts)
    return "" if row["says"] == found else f"it is {found}"


def _stand(data: Published, question: str, facts: list[Row]) -> str:
    """How answers stand to one another, by the name of its sign."""
    if len({data.form(question, fact) for fact in facts}) < 2:
        asked = data.questions[question]["asks"]
        given = {fact["article"] if asked == "sources" else data.speaker(fact) for fact in facts}
        alike = "agree" if len(data.voices(question, facts)) > 1 else "repeated" if len(given) > 1 else "single"
        return alike if facts else "silent"
    if not data.excludes(question):
        return "wording" if data.questions[question]["wording"] else "compatible"
    apart = [two for two in combinations(facts, 2) if data.differ(question, *two)]
    if apart:
        return "differ" if any(data.are_two(question, *two) for two in apart) else "within"
    times = [[fact for fact in facts if fact["id"] in time] for time in data.times(question)]
    pairs = (pair for two in combinations(times, 2) for pair in product(*two))
    return "development" if any(data.exclude(question, *pair) for pair in pairs) else "compatible"


def _not_developed(data: Published, row: Row) -> str:
    """An answer excludes one of another time; one of a speaker, another answer of that speaker; so does a fact's."""
    times_of = [time for time in data.times(row["about"]) if not time.isdisjoint(row["facts"])]
    if not len(times_of) == 1 < len(data.times(row["about"])):
        return "it is of no other time"
    others = [f for f in data.answers(row["about"]) if row["subject"] in (row["about"], f["id"], f["who"])]
    facts = [data.facts[id] for id in row["facts"]]
    changed = any(_is_apart_in_time(data, row["about"], one, other) for one in facts for other in others)
    return "" if changed else "nothing changed"


def _not_bearing(data: Published, row: Row, registry: str) -> str:
    bearing = {"themes": data.on_theme, "events": data.on_event, "questions": data.on_question}[registry](row["about"])
    own = {fact["id"] for fact in bearing if row["subject"] in (fact["article"], fact["who"])}
    wrong = [id for id in row["facts"] if id not in own]
    return f"{wrong[0]} does not bear on it" if wrong else miscounted(data, row["subject"], registry, row["about"], "")


def _not_agreed(data: Published, row: Row, facts: list[Row]) -> str:
    if len({data.form(row["about"], fact) for fact in facts}) != 1:
        return "the answers are not the same"
    if row["subject"] in data.events and all(fact["event"] != row["subject"] for fact in facts):
        return "no fact is of that event"
    if row["subject"] != row["about"] and len({fact["who"] for fact in facts}) == 1:
        return "" if len({data.origin(fact["article"]) for fact in facts}) > 1 else "it is one voice"
    return "" if len(data.voices(row["about"], facts)) > 1 else "it is one voice"


def _not_different(data: Published, row: Row, facts: list[Row]) -> str:
    """Two answers of one time exclude one another; those of speakers are of two voices."""
    apart = [two for two in combinations(facts, 2) if data.differ(row["about"], *two)]
    if not apart:
        return "no two answers of one time exclude one another"
    if data.questions[row["about"]]["asks"] == "sources":
        return ""
    return "" if any(data.are_two(row["about"], *two) for two in apart) else "it is one voice"
