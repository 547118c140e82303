"""The state of the search stands in its address, which anyone can write: many such in a browser, one after another."""

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

CORPUS = Path(__file__).parent / "corpus" / "search.json"
STATES = 150
NAMES = st.sampled_from(
    ("q", "q", "sort", "shown", "leader", "country", "theme", "event", "month", "agreement", "__proto__", "constructor")
)
VALUES = st.one_of(
    st.sampled_from(
        (
            *("", "0", "-1", "1e999", "NaN", "0.5", "99999999999", "undated", "date", "weight", "on", "__proto__"),
            *("</script><script>throw 1</script>", "<img src=x onerror=throw 1>", "constructor", "toString", "a*", '"'),
            *("(", "[", "\\", "a" * 2000, "the " * 300, "%", "\0", "\u200b", "İ", "ا", "北京", "50 percent", "U.S."),
        )
    ),
    st.text(st.characters(codec="utf-8"), max_size=12),
)
PAIRS = st.lists(st.tuples(NAMES, VALUES), max_size=5)
SCRIPTS = "script:not([src])"
GO = """async (state) => {
  history.pushState(null, "", location.pathname + (state && "?" + state));
  dispatchEvent(new PopStateEvent("popstate"));
  await new Promise((done) => setTimeout(done, 0));
}"""


def test_no_address_breaks_the_search(page: Page, address: str) -> None:
    faults: list[str] = []
    asked: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/explore.html")
    expect(page.locator(".explore--ready")).to_be_visible()
    scripts = page.locator(SCRIPTS).count()

    def is_reached(pairs: list[tuple[str, str]], written: Callable[[str], str]) -> None:
        state = "&".join(f"{name}={written(value)}" for name, value in pairs).replace("#", "%23")
        page.evaluate(GO, state)
        assert faults == [], state

    @settings(max_examples=STATES, suppress_health_check=[*HealthCheck], database=None)
    @given(PAIRS, st.sampled_from((quote, str)))
    def reached(pairs: list[tuple[str, str]], written: Callable[[str], str]) -> None:
        is_reached(pairs, written)

    for kept in json.loads(CORPUS.read_text(encoding="utf-8")):
        is_reached(kept, quote)
        is_reached(kept, str)
    reached()
    page.evaluate(GO, "")
    expect(page.locator(".explore--ready")).to_be_visible()
    assert page.locator(SCRIPTS).count() == scripts
    assert [url for url in asked if not url.startswith(address)] == []
