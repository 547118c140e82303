"""Who answers for a briefing, and on what terms its data may be used: told wherever it is known, and never invented."""

import json
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import html

from generator import assembly, files, pipeline
from tests.folders import HERE, ROOT, article_texts_of, pages_of, texts_of

NAMED = """
publisher: {name: Cable & Desk, url: https://example.org/desk, mail: desk@example.org}
licence: {name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/}
"""
BARE = """
publisher: {name: Cable & Desk}
licence: {name: Ask us}
"""
RIGHTS = "The articles are invented, and free for any use.\n"


@cache
def told(more: str = "") -> Mapping[str, str | bytes]:
    texts = texts_of(HERE / "small")
    texts["content/site.yml"] += more
    return assembly.pages(pipeline.load(texts, article_texts_of(texts)), files.words(), "")


def facts(more: str) -> Any:
    return json.loads(told(more)["data/facts.json"])


def things(more: str) -> dict[str, Any]:
    """What the file of linked data says of the site and of the data."""
    graph = json.loads(told(more)["data/linked.jsonld"])["@graph"]
    return {node["@type"]: node for node in graph if node["@type"] in ("WebSite", "Dataset")}


def rights(found: Mapping[str, str | bytes]) -> str:
    data = found["data/briefbook.zip"]
    assert isinstance(data, bytes)
    return ZipFile(BytesIO(data)).read("briefbook/RIGHTS.txt").decode()


def last_lines(found: Mapping[str, str | bytes]) -> list[str]:
    """What the page of the data says under how it is cited."""
    page = html.fromstring(str(found["data.md"]).partition("{ #cite }")[2].partition("<section")[0])
    return ["".join(map(str, paragraph.itertext())) for paragraph in page.iter("p")][1:]


def test_the_data_name_the_publisher_and_the_licence() -> None:
    desk = {"name": "Cable & Desk", "url": "https://example.org/desk", "mail": "desk@example.org"}
    terms = {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}
    assert (facts(NAMED)["publisher"], facts(NAMED)["licence"]) == (desk, terms)
    owner = {
        "@type": "Organization",
        "name": "Cable & Desk",
        "url": {"@id": "https://example.org/desk"},
        "email": "desk@example.org",
    }
    found = things(NAMED)
    assert found["WebSite"]["publisher"] == found["Dataset"]["publisher"] == owner
    assert found["Dataset"]["license"] == {"@type": "CreativeWork", "name": terms["name"], "url": {"@id": terms["url"]}}
    assert rights(told(NAMED)) == (
        f"{RIGHTS}Licence of the data: CC BY 4.0, <https://creativecommons.org/licenses/by/4.0/>\n"
        "Publisher: Cable & Desk, <https://example.org/desk>\n"
    )
    assert last_lines(told(NAMED)) == [RIGHTS.strip(), "Licence of the data: CC BY 4.0"]


def test_the_whole_briefing_as_one_document_names_the_publisher() -> None:
    def cover(more: str) -> str:
        document = html.fromstring(str(told(more)["dossier.html"]).encode())
        [line] = (part for part in document.iter("p") if part.get("class") == "cover__rights")
        return "".join(map(str, line.itertext()))

    assert cover("") == f"{RIGHTS.strip()} Write to the editors."
    assert cover(NAMED) == f"Published by Cable & Desk. {cover('')}"


def test_names_alone_are_enough() -> None:
    assert facts(BARE)["publisher"] == {"name": "Cable & Desk", "url": None, "mail": None}
    assert things(BARE)["Dataset"]["license"] == {"@type": "CreativeWork", "name": "Ask us"}
    assert rights(told(BARE)) == f"{RIGHTS}Licence of the data: Ask us\nPublisher: Cable & Desk\n"
    assert last_lines(told(BARE)) == [RIGHTS.strip(), "Licence of the data: Ask us"]


def test_who_is_not_known_is_not_named() -> None:
    assert (facts("")["publisher"], facts("")["licence"]) == (None, None)
    assert {"publisher", "license"}.isdisjoint(things("")["WebSite"].keys() | things("")["Dataset"].keys())
    assert rights(told()) == RIGHTS
    assert last_lines(told()) == [RIGHTS.strip()]


def test_nobody_is_invented_for_this_dossier() -> None:
    whole = json.loads(pages_of(ROOT)["data/facts.json"])
    assert (whole["publisher"], whole["licence"]) == (None, None)
