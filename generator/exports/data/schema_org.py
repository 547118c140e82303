"""What each record is in the words of schema.org."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.content.site import Licence, Owner
from generator.exports.data.dataset import Dataset
from generator.exports.data.rows import VERSION
from generator.site.render.markup import link

PLAIN = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")  # a date that schema.org has too
Node = dict[str, Any]
Record = Mapping[str, Any]
FORMS = {
    "csv": "text/csv",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "sqlite": "application/vnd.sqlite3",
    "zip": "application/zip",
}


@dataclass(frozen=True)
class Seen:
    """The data, as a document names them: from the base address of the site, or else relative to where it stands."""

    data: Dataset
    path: str

    def at(self, target: str) -> str:
        address = self.data.address
        return f"{address}{target}" if address else str(link(self.path, target))

    def page(self, target: str) -> Node:
        return {"@id": self.at(target)}

    def thing(self, url: str) -> Node:
        """What a page is about is named by the page's title, and the page by its address."""
        return self.page(f"{url}#top")

    def entry(self, id: str) -> Node:
        """Someone or something registered; a publisher has no page."""
        url = self.data.urls.get(id)
        return self.thing(url) if url else {"@type": "Organization", "name": self.data.names.get(id, id)}


def site(seen: Seen) -> Node:
    about = seen.data.about
    node = {**seen.thing("index.html"), "@type": "WebSite", "name": about.title, "url": seen.page("index.html")}
    return node | _optional("publisher", _owner(about.publisher))


def collection(seen: Seen) -> Node:
    """All data files together."""
    about = seen.data.about
    tables = [f"{name}.{form}" for name in seen.data.tables for form in ("csv", "json")]
    files = (*tables, "annotations.jsonld", "briefbook.sqlite", "briefbook.zip", "linked.jsonld")
    return {
        **seen.thing("data.html"),
        "@type": "Dataset",
        "name": about.title,
        "version": VERSION,
        "dateModified": about.edition.isoformat(),
        "usageInfo": about.rights,
        **_optional("license", _licence(about.licence)),
        **_optional("publisher", _owner(about.publisher)),
        "isPartOf": seen.thing("index.html"),
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": seen.page(f"data/{name}"),
                "encodingFormat": FORMS[name.rpartition(".")[2]],
            }
            for name in files
        ],
    }


def _owner(owner: Owner | None) -> Node:
    """Who answers for the briefing: a person or a body, which nobody has to say."""
    if not owner:
        return {}
    node = {"@type": "Organization", "name": owner.name}
    return node | _optional("url", owner.url and {"@id": owner.url}) | _optional("email", owner.mail)


def _licence(licence: Licence | None) -> Node:
    if not licence:
        return {}
    return {"@type": "CreativeWork", "name": licence.name} | _optional("url", licence.url and {"@id": licence.url})


def mention(fact: Record, seen: Seen) -> Node:
    """A fact by its address, its article, and who asserts it."""
    return {
        **seen.page(fact["url"]),
        "@type": "Claim",
        "appearance": seen.entry(fact["article"]),
        **_optional("creator", _speaker(fact, seen)),
    }


def claim(fact: Record, seen: Seen) -> Node:
    """A fact is a claim; where the article quotes somebody, it rests on the words as they are quoted."""
    article = seen.entry(fact["article"])
    speaker = _speaker(fact, seen)
    quoted = [
        {"@type": "Quotation", "text": passage["text"], "isPartOf": article, **_optional("spokenByCharacter", speaker)}
        for passage in fact["passages"]
        if fact["voice"] == "quotation"
    ]
    subjects = (*fact["leaders"], *fact["countries"], *fact["organisations"], *fact["themes"])
    return {
        **mention(fact, seen),
        "text": fact["say"],
        "firstAppearance": article,
        "isBasedOn": quoted or article,
        **_optional("about", [seen.entry(id) for id in subjects]),
        **_optional("temporalCoverage", _stated(fact["when"]).get("date")),
    }


def _speaker(fact: Record, seen: Seen) -> Node | None:
    """Who said it, unless it is known through somebody else: there is no word here for a channel."""
    return seen.entry(fact["who"]) if fact["who"] and not fact["via"] else None


def _person(leader: Record, seen: Seen) -> Node:
    return _node("Person", leader, seen) | _optional(
        "jobTitle", list(dict.fromkeys(r["title"] for r in leader["roles"]))
    )


def _country(country: Record, seen: Seen) -> Node:
    return _node("Country", country, seen) | {"identifier": country["code"]}


def _organisation(body: Record, seen: Seen) -> Node:
    return _node("Organization", body, seen)


def _theme(theme: Record, seen: Seen) -> Node:
    return _node("DefinedTerm", theme, seen)


def _event(event: Record, seen: Seen) -> Node:
    start, end = _ends(event["when"])
    place = _optional("name", event["place"]) | _optional(
        "containedInPlace", event["country"] and seen.entry(event["country"])
    )
    return {
        **_node("Event", event, seen),
        **_optional("startDate", start),
        **_optional("endDate", end),
        **_optional("location", place and {"@type": "Place", **place}),
        **_optional("attendee", [seen.entry(one["who"]) for one in event["participants"] if _attended(one)]),
    }


def _question(question: Record, seen: Seen) -> Node:
    """A question with an answer for each fact that gives one."""
    answers = [
        {"@type": "Answer", "text": answer["answer"], "isBasedOn": seen.page(answer["url"])}
        for answer in seen.data.answers_to(question["id"])
    ]
    node = {**seen.thing(question["url"]), "@type": "Question", "name": question["question"]}
    return node | _optional("suggestedAnswer", answers)


def _article(article: Record, seen: Seen) -> Node:
    """What is not checked of a record is left out."""
    publisher = article["publisher"]
    node = {
        **seen.thing(article["url"]),
        "@type": "NewsArticle",
        "name": article["name"],
        "inLanguage": article["language"],
        "wordCount": article["words"],
    }
    if article["curation"] == "open":
        return {**node, "name": article["id"]}
    return {
        **node,
        **_optional("headline", article["title"]),
        **_optional("datePublished", _stated(article["published"]).get("date")),
        **_optional("url", article["original"] and {"@id": article["original"]}),
        **_optional("publisher", publisher and seen.entry(publisher)),
    }


THINGS: dict[str, Callable[[Record, Seen], Node]] = {
    "articles": _article,
    "leaders": _person,
    "countries": _country,
    "organisations": _organisation,
    "themes": _theme,
    "events": _event,
    "questions": _question,
}


def _node(kind: str, row: Record, seen: Seen) -> Node:
    node = {**seen.thing(row["url"]), "@type": kind, "name": row["name"]}
    return node | _optional("alternateName", [*row.get("aliases", ()), *row.get("demonyms", ())])


def _stated(when: Record | None) -> Record:
    """A date where an article gives it, itself or by words: there is no word here for one that we concluded."""
    return when if when and when["basis"] != "inferred" else {}


def _ends(when: Record) -> tuple[str, str]:
    """The beginning and the end of a date, each no more precise than it is known; one that is not plain is left out."""
    first, _, last = str(_stated(when).get("date", "")).partition("/")
    start, end = (text if PLAIN.fullmatch(text) else "" for text in (first, last or first))
    return start, end


def _attended(participant: Record) -> bool:
    """A plan is no attendance, and neither is what is only told of by somebody or without its place."""
    return participant["how"] in (None, "by-video") and not participant["channel"]


def _optional(key: str, value: Any) -> Node:
    return {key: value} if value else {}
