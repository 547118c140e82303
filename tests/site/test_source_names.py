"""Beside facts an article has a word or two: its own, its publisher's name, or its month and a number."""

import pytest

from generator import files
from generator.briefing import briefing
from generator.content.reading import read
from generator.site.parts.context import RenderContext

SITE = "{title: A, description: B, edition: 2032-12-01, rights: C, corrections: D}"
PUBLISHERS = "- {id: herald, name: Herald, kind: newspaper}\n- {id: wire, name: Wire, kind: agency}"


def names(*records: str) -> list[str]:
    articles = {
        f"content/facts/a{n:02}.yml": f"article: {{title: T{n}, {record}}}\nfacts: []"
        for n, record in enumerate(records)
    }
    context = RenderContext(
        briefing(read({"content/site.yml": SITE, "content/publishers.yml": PUBLISHERS, **articles}), {}, {}),
        files.words(),
    )
    return [context.source_link(f"a{n:02}").name for n in range(len(records))]


@pytest.mark.parametrize(
    ("records", "told"),
    [
        (("published: 2031-03-05, publisher: herald",), ["Herald"]),
        (("published: 2031-03-05, publisher: herald, short: Herald on toll",), ["Herald on toll"]),
        (("published: 2031-03-05",), ["March ①"]),
        (("published: 2031-03-05", "published: 2031-03-02", "published: 2031-04"), ["March ②", "March ①", "April ①"]),
        (("published: 2031-03-05", "published: 2032-03-02"), ["March 2031 ①", "March 2032 ①"]),
        (("published: 2031",), ["2031 ①"]),
        (
            ("published: 2031-03-05, publisher: herald", "published: 2031-03-06, publisher: herald"),
            ["Herald ①", "Herald ②"],
        ),
        (("published: 2031-03-05, short: One", "published: 2031-03-05, short: One"), ["One ①", "One ②"]),
        (
            ("published: 2031-03-05",) * 21,
            [f"March {chr(0x2460 + n)}" for n in range(10)] + [f"March ({n})" for n in range(11, 22)],
        ),
    ],
)
def test_no_two_articles_have_one_name(records: tuple[str, ...], told: list[str]) -> None:
    assert names(*records) == told
