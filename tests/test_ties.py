"""What stands level is told in a stated order: never in that of writing, of reading or of chance."""

import re
from functools import cache

import pytest

from generator import assembly, files
from generator.briefing import briefing
from generator.content.reading import read

# Three of everything, alike in all that lists are sorted by but in their ids.
ALIKE = {
    "leaders": "- {{id: {x}-holm, name: Ann Holm, aliases: [Ann of {x}], country: {x}-land, background: b}}\n",
    "countries": "- {{id: {x}-land, name: Land, code: {code}}}\n",
    "organisations": "- {{id: {x}-body, name: Body, country: {x}-land}}\n",
    "events": "- {{id: {x}-talks, name: Talks, kind: meeting, when: 2031-01-05, country: z-land, background: b,"
    " participants: [{{who: z-holm, background: b}}, {{who: a-holm, background: b}}]}}\n",
}
# The facts of an article, whose ids and speakers come in another order than the articles.
FACTS = """\
  - {{id: {id}-early, say: It began., passage: began, when: 2031-01-02, who: {who}-holm, about: []}}
  - {{id: {id}-says, say: It was praised., passage: praised, kind: commitment, when: 2031-01-05, who: {who}-holm, \
about: [z-holm, m-holm, a-holm, z-land, m-land, a-land, z-body, m-body, a-body, trade, sea], \
answers: {{ships: "{code}", toll: yes}}}}
  - {{id: {id}-event, say: Talks were held., passage: held, kind: meeting, when: 2031-01-05, event: {x}-talks, \
about: [z-holm, m-holm, a-holm, trade]}}
  - {{id: {id}-comes, say: Ships will come., passage: come, kind: outlook, when: 2031-03, who: {who}-holm, about: []}}
  - {{id: {id}-likes, say: Ships are liked., passage: ships, who: {who}-holm, about: [z-holm, m-holm, a-holm]}}
  - {{id: {id}-harms, say: Ships do harm., passage: ships, who: {who}-holm, about: [z-holm, m-holm, a-holm]}}
""".splitlines(keepends=True)
ONCE = {
    "content/site.yml": "{title: T, description: D, edition: 2031-02-01, rights: R, corrections: C,"
    " lead_events: [z-talks, a-talks], key_figures: [{figure: NO, say: Ships., from: [z-says]}]}",
    "content/themes.yml": "- {id: trade, name: Trade}\n- {id: sea, name: Sea}\n",
    "content/questions.yml": "- {id: ships, asks: sources, question: What ships?, about: [trade]}\n"
    "- {id: toll, asks: speakers, question: A toll?, about: [trade]}\n"
    "- {id: tax, asks: speakers, question: A tax?, about: [sea]}\n",
    "content/publishers.yml": "- {id: paper, name: Paper, kind: newspaper, background: b}\n",
}
HEAD = "article: {title: Report, publisher: paper, published: 2031-01-06}\nfacts:\n"
# An entry and its article; the code of its country; the ids of the facts there, and who says them.
ENTRIES = (("z", "DK", "a", "m"), ("m", "SE", "m", "a"), ("a", "NO", "z", "z"))


@cache
def pages(order: int = 1) -> dict[str, str | bytes]:
    """All pages, of entries and facts that are written in this order, `1`, or the other way round, `-1`."""
    texts = dict(ONCE)
    for name, entry in ALIKE.items():
        texts[f"content/{name}.yml"] = "".join(entry.format(x=x, code=code) for x, code, *_ in ENTRIES[::order])
    for x, code, id, who in ENTRIES:
        facts = "".join(fact.format(x=x, code=code, id=id, who=who) for fact in FACTS[::order])
        texts[f"content/facts/{x}-report.yml"] = HEAD + facts
    return assembly.pages(briefing(read(texts), {}, {}), files.words(), "")


def test_the_order_of_writing_decides_no_order_on_a_page() -> None:
    """Tables of data alone keep that of the registries."""
    one, other = pages(), pages(-1)
    assert one.keys() == other.keys()
    told = [path for path in one if not path.startswith("data/")]
    assert len(told) > 40
    assert [path for path in told if one[path] != other[path]] == []


# A page, where on it a list begins, what each of its lines has, and the first letters of the ids in their order.
LISTS = {
    "speakers of what is said of somebody": (
        "leaders/m-holm.md",
        "{ #about }",
        r'fact__who"><a href="../leaders/(.)-',
        "za",
    ),
    "exchanges": ("leaders/m-holm.md", "{ #exchanges }", 'id="with-(.)-', "az"),
    "events on one day": ("leaders/z-holm.md", "{ #events }", r'href="../events/(.)-', "amz"),
    "speakers in a table": ("questions/by/speakers.md", "<tbody", r'rowheader".*?leaders/(.)-', "amz"),
    "choices that find as much": ("explore.md", "<form", 'name="leader" value="(.)-', "amz"),
    "articles of one day": ("articles/index.md", "# ", r'name"><a href="../articles/(.)-', "amz"),
}


@pytest.mark.parametrize("name", LISTS)
def test_what_stands_level_is_told_by_its_id(name: str) -> None:
    page, start, line, letters = LISTS[name]
    text = str(pages()[page])
    assert "".join(re.findall(line, text[text.index(start) :]))[: len(letters)] == letters
