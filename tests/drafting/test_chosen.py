"""Words that a person chose become a draft with what drafting finds for them."""

import pytest

from generator import files, pipeline
from generator.drafting.chosen import Choice, chosen
from generator.evidence.source import FullText
from tests.folders import HERE

ARTICLE = "oslo-cable"


@pytest.mark.parametrize(
    ("paragraph", "first", "last", "found"),
    [
        (3, 12, 17, {"who": "jane-doe", "named": {"jane-doe": 2}, "kind": "statement"}),
        (4, 10, 18, {"who": "danish-ministry", "via": "a spokesman for the Danish ministry", "kind": "statement"}),
        (2, 15, 19, {"kind": "statement"}),
        (5, 0, 4, {"kind": "statement"}),
    ],
)
def test_words_have_the_speaker_of_what_they_are_part_of(
    paragraph: int, first: int, last: int, found: dict[str, object]
) -> None:
    briefing = pipeline.load(files.content(HERE / "small"), files.article_texts(HERE / "small"))
    text = briefing.source(ARTICLE)
    assert isinstance(text, FullText)
    body = text.body[paragraph - 1]
    words = body.text[body.tokens[first].start : body.tokens[last].end]
    draft = chosen(briefing.content, briefing.aliases, ARTICLE, text, Choice(paragraph, first, last, words))
    assert (draft.id, draft.passage, draft.paragraph) == (f"{ARTICLE}-p{paragraph}-1", (words,), (paragraph,))
    names = ("who", "via", "named", "kind")
    assert {name: getattr(draft, name) for name in names if getattr(draft, name)} == found
