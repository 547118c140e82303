"""Linked data: a real reader of it finds in the pages and files what `facts.json` says."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import html
from rdflib import RDF, Graph, Namespace, URIRef

from generator import assembly, files, lockfiles, pipeline
from generator.exports.data.dataset import Dataset
from generator.exports.data.linked import page_json
from generator.files import ArticleTexts
from generator.publishing.site import address
from generator.site.parts.page import Head
from generator.site.parts.text_fragment import original
from tests.folders import HERE, ROOT, article_texts_of, edited, pages_of, readable, texts_of

# The reader's own parser still uses a class that it calls old.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
SCHEMA = Namespace("https://schema.org/")
OA = Namespace("http://www.w3.org/ns/oa#")
BASE = "https://briefing.example/"
WORDS = files.words()
# The part of the W3C's context that annotations use: the document itself must name it, and no test fetches it.
CONTEXT = {
    "id": "@id",
    "type": "@type",
    "oa": str(OA),
    "as": "http://www.w3.org/ns/activitystreams#",
    **{name: f"oa:{name}" for name in ("Annotation", "TextQuoteSelector", "TextualBody", "exact", "prefix", "suffix")},
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "items": {"@type": "@id", "@id": "as:items"},
}
INDEX = {"organisations": "countries"}  # they share a list
Found = Mapping[str, str | bytes]


def made(texts: Mapping[str, str], article_texts: ArticleTexts, base: str = "") -> Found:
    return assembly.pages(pipeline.load(texts, article_texts), WORDS, "", base)


@pytest.fixture(scope="module")
def paris() -> Found:
    return pages_of(ROOT)


def data(found: Found) -> Any:
    return json.loads(found["data/facts.json"])


def script(page: str) -> str:
    [block] = re.findall(r'<script type="?application/ld\+json"?>(.*?)</script>', page, re.DOTALL)
    return str(block)


def graph(text: str | bytes, path: str) -> Graph:
    return Graph().parse(data=text, format="json-ld", publicID=BASE + path)


def thing(url: str) -> URIRef:
    return URIRef(f"{BASE}{url}#top")


def test_the_file_of_claims_agrees_with_the_facts(paris: Found) -> None:
    read = graph(paris["data/linked.jsonld"], "data/linked.jsonld")
    sections = {id: name for name in ("leaders", "countries", "organisations", "themes") for id in ids(paris, name)}
    facts = data(paris)["facts"]
    assert set(read.subjects(RDF.type, SCHEMA.Claim)) == {URIRef(BASE + fact["url"]) for fact in facts}
    for fact in facts:
        claim = URIRef(BASE + fact["url"])
        article = thing(f"articles/{fact['article']}.html")
        assert [str(text) for text in read.objects(claim, SCHEMA.text)] == [fact["say"]]
        assert set(read.objects(claim, SCHEMA.appearance)) == {article}
        about = [*fact["leaders"], *fact["countries"], *fact["organisations"], *fact["themes"]]
        assert set(read.objects(claim, SCHEMA.about)) == {thing(f"{sections[id]}/{id}.html") for id in about}
        quoted = [one for one in read.objects(claim, SCHEMA.isBasedOn) if (one, RDF.type, SCHEMA.Quotation) in read]
        words = {str(text) for one in quoted for text in read.objects(one, SCHEMA.text)}
        assert words == ({one["text"] for one in fact["passages"]} if fact["voice"] == "quotation" else set())
        if fact["who"] in sections:
            speaker = {thing(f"{sections[fact['who']]}/{fact['who']}.html")}
            assert set(read.objects(claim, SCHEMA.creator)) == (set() if fact["via"] else speaker)


def scripts(page: Any) -> list[str]:
    return [str(block.text) for block in page.xpath("//script[@type='application/ld+json']")]


def ids(found: Found, name: str) -> list[str]:
    return [entry["id"] for entry in json.loads(found[f"data/{name}.json"])[name]]


def test_every_page_says_what_it_is_about(paris: Found) -> None:
    kinds = {
        "leaders": SCHEMA.Person, "countries": SCHEMA.Country, "organisations": SCHEMA.Organization,
        "themes": SCHEMA.DefinedTerm, "events": SCHEMA.Event, "questions": SCHEMA.Question,
        "articles": SCHEMA.NewsArticle,
    }  # fmt: skip
    facts = data(paris)["facts"]
    for path, page in paris.items():
        if not path.endswith(".md"):
            continue
        address = path.removesuffix(".md") + ".html"
        read = graph(script(str(page)), address)
        assert len(set(read.subjects(SCHEMA.dateModified))) == 1 + (path == "data.md")
        section, _, name = path.removesuffix(".md").rpartition("/")
        if section in kinds and name in ids(paris, section):
            assert (thing(address), RDF.type, kinds[section]) in read
            [trail] = read.subjects(RDF.type, SCHEMA.BreadcrumbList)
            steps = sorted(
                (str(read.value(step, SCHEMA.position)), str(read.value(step, SCHEMA.item)))
                for step in read.objects(trail, SCHEMA.itemListElement)
            )
            assert steps == [("1", f"{BASE}{INDEX.get(section, section)}/index.html"), ("2", BASE + address)]
        claims = {str(one) for one in read.subjects(RDF.type, SCHEMA.Claim)}
        own = {BASE + fact["url"] for fact in facts if section == "articles" and fact["article"] == name}
        assert claims == own


def test_the_parts_stand_in_the_built_pages_as_they_were_written(site: Path, paris: Found) -> None:
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix().removesuffix(".html") + ".md"
        if name in paris:
            assert scripts(html.parse(str(path))) == [script(str(paris[name]))]


def test_both_builders_leave_them_as_they_are(published: Path) -> None:
    docs = published.parent / "build" / "docs"
    for path in docs.rglob("*.md"):
        built = published / path.relative_to(docs).with_suffix(".html")
        assert scripts(html.parse(str(built))) == [script(path.read_text(encoding="utf-8"))]
    assert (published / "data" / "SHA256SUMS").is_file()


def test_nothing_written_ends_the_script() -> None:
    texts = texts_of(HERE / "small")
    briefing = pipeline.load(texts, article_texts_of(texts))
    hostile = "</script><b>&amp;\u2028\u2029"
    written = page_json(Dataset(briefing), Head("method.md", hostile, hostile))
    assert not re.search("[<>&\u2028\u2029]", written)
    assert json.loads(written)["@graph"][0]["name"] == hostile


def test_annotations_select_the_passages(paris: Found) -> None:
    written = json.loads(paris["data/annotations.jsonld"])
    assert written["@context"] == "http://www.w3.org/ns/anno.jsonld"
    read = graph(json.dumps({**written, "@context": CONTEXT}), "data/annotations.jsonld")
    got = set()
    for annotation in read.subjects(RDF.type, OA.Annotation):
        body, target = read.value(annotation, OA.hasBody), read.value(annotation, OA.hasTarget)
        selector = read.value(target, OA.hasSelector)
        assert (selector, RDF.type, OA.TextQuoteSelector) in read
        got.add((str(body), str(read.value(target, OA.hasSource)), str(read.value(selector, OA.exact))))
    assert got == {
        (BASE + fact["url"], thing(f"articles/{fact['article']}.html").toPython(), passage["text"])
        for fact in data(paris)["facts"]
        for passage in fact["passages"]
    }
    assert not {"prefix", "suffix"} & {key for one in written["items"] for key in one["target"]["selector"]}


def selectors(found: Found) -> list[dict[str, str]]:
    items = json.loads(found["data/annotations.jsonld"])["items"]
    return [item["target"]["selector"] for item in items]


def test_the_words_around_a_passage_are_shown_only_where_the_text_is() -> None:
    texts = texts_of(HERE / "small")
    at_hand = article_texts_of(texts)
    content = pipeline.read(texts)
    locks = {article: lockfiles.from_text(content, article, text) for article, text in at_hand.texts.items()}
    private = ArticleTexts(at_hand.texts, locks, at_hand.by_digest, frozenset(at_hand.texts))
    assert {tuple(one) for one in selectors(made(texts, private))} == {("type", "exact")}
    public = ArticleTexts(at_hand.texts, {}, at_hand.by_digest, frozenset(at_hand.texts))
    whole = [" ".join(text.split()) for text in at_hand.texts.values()]
    for one in selectors(made(texts, public)):
        assert any(one["prefix"] + one["exact"] + one["suffix"] in text for text in whole)
        assert 0 < len(one["prefix"] + one["suffix"]) <= 64


def test_a_date_that_was_inferred_is_no_date_there() -> None:
    """schema.org has no word for a date that we concluded, so it would read as one that an article gives."""
    texts = texts_of(HERE / "small")
    inferred = "{date: 2024-06-02, basis: inferred, because: the paragraph before}"
    texts = edited(texts, "content/events.yml", ("when: 2024-06-02", f"when: {inferred}"))
    nodes = json.loads(made(texts, article_texts_of(texts))["data/linked.jsonld"])["@graph"]
    terms = ("datePublished", "startDate", "endDate", "temporalCoverage")
    dated = {
        re.sub(r"^\.\./|\.html|#top", "", str(node["@id"])): [node[term] for term in terms if term in node]
        for node in nodes
        if node["@type"] in ("NewsArticle", "Event", "Claim")
    }
    assert dated == {
        "articles/bergen-march": [],
        "articles/oslo-cable": ["2024-06-01"],
        "events/bergen-march": [],
        "events/oslo-talks": ["2024-05-31", "2024-05-31"],
        "articles/bergen-march#bergen-protest": ["2024-06-02"],
        "articles/bergen-march#bergen-fear": [],
        "articles/bergen-march#bergen-share": [],
        "articles/oslo-cable#oslo-meeting": ["2024-05-31"],
        "articles/oslo-cable#oslo-pledge": ["2024-05-31"],
        "articles/oslo-cable#oslo-denmark": ["2024-05-31"],
    }


def test_names_are_absolute_where_the_site_has_an_address() -> None:
    texts = texts_of(HERE / "small")
    found = made(texts, article_texts_of(texts), "https://example.org/north-link/")
    page = json.loads(script(str(found["leaders/jane-doe.md"])))
    assert page["@graph"][0]["@id"] == "https://example.org/north-link/leaders/jane-doe.html"
    assert page["@graph"][-1]["@id"] == "https://example.org/north-link/leaders/jane-doe.html#top"
    assert data(found)["address"] == "https://example.org/north-link/"
    assert not [name for name in ("linked", "annotations") if "../" in readable(found)[f"data/{name}.jsonld"]]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("site_url: https://example.org/a", "https://example.org/a/"),
        ("site_url: https://example.org/a/", "https://example.org/a/"),
        ("site_url:", ""),
        ("site_url: null", ""),
        ("site_url: !ENV [SITE_URL]", ""),
        ("site_name: A: B", ""),
        ("hooks: !!python/name:os.system", ""),
    ],
)
def test_the_address_is_that_of_the_plan(line: str, expected: str, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"{line}\n", encoding="utf-8")
    assert address(tmp_path) == expected


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("we will carry 50 percent", "we%20will%20carry%2050%20percent"),
        ("co-operation, they said & did", "operation%2C%20they%20said%20%26%20did"),
        ("Støre, he said (a/b)?", "St%C3%B8re%2C%20he%20said%20%28a%2Fb%29"),
    ],
)
def test_a_passage_is_a_text_fragment(passage: str, expected: str) -> None:
    assert original("https://example.org/a", passage) == f"https://example.org/a#:~:text={expected}"
    assert original("https://example.org/a#part", passage) == f"https://example.org/a#part:~:text={expected}"


def test_a_long_passage_is_given_by_its_ends() -> None:
    words = [f"word{number}" for number in range(80)]
    start, end = unquote(original("https://example.org/a", " ".join(words)).partition("text=")[2]).split(",")
    assert (start.split(), end.split()) == (words[:8], words[-8:])


def test_a_card_opens_the_article_at_the_passage_where_it_has_an_address(paris: Found) -> None:
    texts = texts_of(HERE / "small")
    page = str(made(texts, article_texts_of(texts))["articles/oslo-cable.md"])
    content: Any = html.fromstring(page.partition("\n---\n")[2])
    links = content.xpath("//figcaption/a[@rel]/@href")
    assert links == [
        "https://example.org/oslo#:~:text=met%20her%20Danish%20colleague%20in%20Oslo%20on%2031%20May%202024",
        "https://example.org/oslo#:~:text=We%20will%20carry%2050%20percent%20of%20it",
        "https://example.org/oslo#:~:text=had%20not%20yet%20decided%20what%20it%20would%20pay",
    ]
    assert not any("#:~:text=" in str(text) for path, text in paris.items() if path.endswith(".md"))
