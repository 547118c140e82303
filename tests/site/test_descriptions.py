"""What a page says of itself to search engines and other sites is the first sentence that it opens with."""

from generator.content.record import Sentence
from generator.site.pages import Pages
from generator.site.parts.context import RenderContext
from tests.folders import HERE, context_of


def described(context: RenderContext) -> dict[str, str]:
    pages = Pages(context, "")
    heads = (page.view.head for unit in pages.units for page in pages.of(unit))
    return {head.path: head.description for head in heads if head.path.endswith(".md")}


def test_pages_are_described_by_their_first_sentence(context: RenderContext) -> None:
    content, told = context.briefing.content, described(context)
    openings: dict[str, tuple[Sentence, ...]] = {"index.md": content.site.bottom_line}
    openings |= {f"themes/{theme.id}.md": theme.state_of_play for theme in content.themes.values()}
    openings |= {f"events/{event.id}.md": event.summary for event in content.events.values()}
    openings |= {f"articles/{id}.md": file.article.summary for id, file in content.articles.items()}
    opened = {path: sentences[0].say for path, sentences in openings.items() if sentences}
    assert len(opened) > len(content.themes)
    assert {path: told[path] for path in opened if not told[path].startswith(opened[path])} == {}


def test_a_question_is_its_own_description(context: RenderContext) -> None:
    told = described(context)
    for question in context.briefing.content.questions.values():
        assert told[f"questions/{question.id}.md"] == question.question


def test_no_two_entries_are_described_alike(context: RenderContext) -> None:
    told = [text for path, text in described(context).items() if path.count("/") == 1 and "/index." not in path]
    assert "" not in told
    assert len(set(told)) > 0.9 * len(told)


def test_what_opens_with_no_sentence_is_described_by_what_stands_first() -> None:
    context = context_of(HERE / "second")
    told = described(context)
    first = {id: next(iter(context.briefing.facts_on(id)), None) for id in context.briefing.content.countries}
    assert [told[f"countries/{id}.md"] for id in first] == [
        fact.say if fact else f"What is reported of {context.link(id).name}" for id, fact in first.items()
    ]
