"""Links of pages of one's own: what the site will have may be led to, and what it surely lacks is told of."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from generator.briefing import Briefing
from generator.rules.own_links import NEAR, links_lead_somewhere
from generator.rules.own_pages import pages_are_plain_markdown
from tests.folders import HERE, context_of, pages_of

OWN = {
    "content/pages/about.md": "# About\n\n## Who { #who }\n",
    "content/pages/method.md": "# Method\n\n## Limits { #limits }\n\n## Steps of it\n",
}
STATIC = frozenset(("CNAME", "logos/sign.png", ".well-known/security.txt"))
HONEST = (
    *(
        "#who",
        "#top",
        "#seek",
        "about.md#who",
        "?q=x",
        "explore.md?q=cable&sort=newest",
        "./index.md",
        "method.md#limits",
    ),
    *("method.md#edition", "method.md#ours", "method.md#yourself", "method.md#steps-of-it", "CNAME", "logos/sign.png"),
    *(".well-known/security.txt", "mailto:desk@example.org", "https://example.org/nowhere.md", "//example.org/x.md"),
    *("articles/oslo-cable.md#p1", "articles/oslo-cable.md#oslo-meeting", "leaders/jane%2Ddoe.md", "dossier.html"),
)
DEAD = {
    "nowhere.md": "the site has no page `nowhere.md`",
    "leaders/jane-do.md": "the site has no page `leaders/jane-do.md`",
    "leaders/jane-do.html#top": "the site has no page `leaders/jane-do.html`",
    "themes/nothing/2031-03.md": "the site has no page `themes/nothing/2031-03.md`",
    "organisations/index.md": "the site has no page `organisations/index.md`",
    "leaders/index.html": "`leaders/index.html` is what the page will be called",
    "leaders": "`leaders` is a folder",
    "leaders/": "`leaders/` is a folder",
    "/leaders/index.md": "`/leaders/index.md` begins at the root of whatever server has the site",
    "logos/sing.png": "the site has no file `logos/sing.png`",
    "../sign.png": "the site has no file `../sign.png`",
    "#whom": "`about.md` has no `#whom`",
    "about.md#yourself": "`about.md` has no `#yourself`",
    "method.md#limit": "`method.md` has no `#limit`",
    "articles/oslo-cable.md#oslo-grad": "`articles/oslo-cable.md` has no `#oslo-grad`",
}


def small() -> Briefing:
    return context_of(HERE / "small").briefing


def told(briefing: Briefing, *links: str) -> list[str]:
    """What is said of a page with these links, beside the other pages."""
    text = OWN["content/pages/about.md"] + "".join(f"\n[Link]({link})\n" for link in links)
    content = replace(briefing.content, pages={**OWN, "content/pages/about.md": text}, published=STATIC)
    changed = replace(briefing, content=content)
    assert list(pages_are_plain_markdown(changed)) == []
    return [f"{problem.place.line} {problem.what}" for problem in links_lead_somewhere(changed)]


def test_whatever_stands_on_the_site_may_be_led_to() -> None:
    assert told(small(), *HONEST) == []


@pytest.mark.parametrize("link", DEAD)
def test_what_it_will_not_have_is_told_of_at_its_line(link: str) -> None:
    assert told(small(), "https://example.org/", link) == [f"7 {DEAD[link]}"]


def test_every_page_and_file_of_a_site_may_be_led_to() -> None:
    """Redirects, data, feeds and all; parts of long lists in `tests/site/test_wide.py`."""
    made = pages_of(HERE / "small")
    assert len(made) > 100
    assert told(small(), *made) == []


def test_the_nearest_name_is_looked_for_a_few_times(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many links are dead."""
    looked: list[str] = []

    def looking(name: str, _: Iterable[str]) -> str:
        looked.append(name)
        return ""

    monkeypatch.setattr("generator.rules.own_links.nearest", looking)
    assert len(told(small(), *(f"nowhere-{n}.md" for n in range(3 * NEAR)))) == 3 * NEAR
    assert len(looked) == NEAR
