"""One article of the Monday, curated at the desk by keyboard alone, in a real browser."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.preview.test_desk_browser import CURRENT, at_desk, press

ARTICLE = "2025-10-23-cut-moor-walkers-fight"
TITLE = "‘It will cut the moor in two’: walkers fight the Arven line"
SIZE = ViewportSize(width=1440, height=900)
WANTS = """who: friends-of-the-moor
  named: {friends-of-the-moor: 6}
  kind: demand
  answers: {tunnel: 'yes, one of three kilometres'}"""
# Its flag: what is said, and the sentence of the article, without the negation that both have.
FLAGGED = (
    "Hedda Myrvold ruled a tunnel out.",
    "Hedda Myrvold, the minister, said that a tunnel was out of the question.",
)
Counts = dict[str, int]


def curate(root: Path, browser: Browser) -> Counts:
    """What the editor does with the drafts of the article, and the second reader with its facts."""
    with patience(), at_desk(root) as (_, address), browser.new_context(viewport=SIZE) as context:
        hand = Hand(context.new_page())
        hand.page.goto(address)
        hand.find(TITLE)
        hand.drop("four metres high")
        hand.accept("It will cut the moor in two", "Greta Holmqvist said that the line would cut the moor in two.")
        hand.edit("moor-cut", "kind: statement", "kind: position")
        hand.take("who chairs the Friends of the Moor", "The Friends of the Moor have Greta Holmqvist in the chair.")
        hand.edit("moor-chair")
        hand.accept("don't read timetables", "Greta Holmqvist remarked that cranes read no timetables.")
        hand.edit("moor-cranes")
        hand.shorten("a tunnel of three kilometres", "wants a tunnel of three kilometres instead")
        hand.edit("moor-tunnel", "kind: figure", WANTS)
        hand.accept("a tunnel of three kilometres", "The Friends of the Moor would like a tunnel of three kilometres.")
        hand.take("and has collected 12,400 signatures", "The walkers have gathered 12,400 signatures.")
        hand.edit("moor-signatures")
        hand.settle("a tunnel was out of the question", *FLAGGED)
        hand.edit("moor-no-tunnel", "kind: statement", "kind: position\n  answers: {tunnel: no}")
        hand.go("for a railway or for a hole")
        hand.refused("Hedda Myrvold said that there was money for a railway or for a hole.", "COPIED-WORDS")
        hand.accept("for a railway or for a hole", "Hedda Myrvold said that the money pays for tracks or for a hole.")
        hand.edit("moor-hole")
        hand.skip("On a map", "no checkable statement")
        hand.sign()
        return hand.told()


@contextmanager
def patience() -> Iterator[None]:
    """Longer than usual, for a machine on which much else runs; what is shown in time is not waited for."""
    expect.set_options(timeout=30_000)
    try:
        yield
    finally:
        expect.set_options(timeout=None)


@dataclass
class Hand:
    """Somebody at the keyboard, who presses a key once what the one before it did is shown."""

    page: Page
    counts: Counter[str] = field(default_factory=Counter)

    def press(self, *keys: str) -> None:
        self.counts["keys"] += len(keys)
        press(self.page, *keys)

    def type(self, text: str) -> None:
        self.counts["keys"] += len(text)
        self.page.keyboard.type(text)

    def find(self, title: str) -> None:
        """From the first page to an article."""
        link = self.page.get_by_role("link", name=title)
        rows = self.page.locator("#desk table a")
        expect(rows.first).to_be_focused()
        self._until(link, "j", rows.count())
        self.press("Enter")
        expect(self.current).to_be_focused()

    def go(self, words: str) -> None:
        """To the fact whose passage has the words."""
        cards = self.page.locator("#facts > li")
        card = cards.filter(has=self.page.locator("blockquote", has_text=words))
        expect(card).to_have_count(1)
        self.press(*["k"] * cards.count())
        self._until(card, "j", cards.count())

    def drop(self, words: str) -> None:
        self.go(words)
        id = self.current.get_attribute("data-id")
        self.press("d")
        expect(self.page.locator(f"[data-id='{id}']")).to_have_count(0)
        self.counts["dropped"] += 1

    def accept(self, words: str, say: str) -> None:
        """Words a draft, which makes it a fact."""
        self.go(words)
        self.press("w")
        self._say(say)
        self.press("Control+Enter")
        self._stands(say)
        self.counts["accepted"] += 1

    def refused(self, say: str, code: str) -> None:
        """The checker has something against the words of the current draft, and the form is left with them."""
        self.press("w")
        self._say(say)
        self.press("Control+Enter")
        expect(self.page.locator(".refused")).to_contain_text(f" {code}: ")
        self.press("Control+a")
        expect(self.page.get_by_label("In our own words")).to_have_value(say)
        self.press("Delete", "Escape")
        expect(self.current).to_be_focused()
        self.counts["refused"] += 1

    def take(self, words: str, say: str) -> None:
        """A fact of words that are selected in the text."""
        self._select(words)
        self.press("Enter")
        self._say(say)
        self.press("Control+Enter")
        self._stands(say)
        self.counts["from selected words"] += 1

    def shorten(self, words: str, passage: str) -> None:
        """Selected words become the passage of the fact whose passage has some of them."""
        self.go(words)
        self._select(passage)
        self.press("p")
        expect(self.current.locator("blockquote")).to_have_text(f"¶ {self._place()[0]} {passage}")
        self.counts["passages changed"] += 1

    def edit(self, id: str, old: str = "", new: str = "") -> None:
        """Gives the current fact its id, and changes what else its lines have."""
        self.press("e")
        lines = self.page.locator("#source")
        expect(lines).to_be_focused()
        self._replace(lines, str(self.current.get_attribute("data-id")), id)
        if old:
            self._replace(lines, old, new)
        self.press("Control+Enter")
        expect(self.current).to_have_attribute("data-id", id)
        expect(self.current).to_be_focused()
        self.counts["lines edited"] += 1
        self.counts["speakers changed"] += "who:" in new

    def settle(self, words: str, say: str, sentence: str) -> None:
        """Words a draft, is told to read it again, sees both sentences whole, vouches for it, and accepts it."""
        self.go(words)
        self.press("w")
        self._say(say)
        self.press("Enter")
        for shown in (f"We say: {say}", f"The article: {sentence}"):
            told = self.current.locator(".both > p", has_text=shown)
            expect(told).to_have_text(shown)
            expect(told).to_be_in_viewport(ratio=1)
        self.press("g", "Space", "Enter")
        expect(self.current).to_contain_text("can be accepted")
        self.press("a")
        self._stands(say)
        self.counts.update(("settled", "accepted"))

    def skip(self, words: str, because: str) -> None:
        """A paragraph holds no fact, for a reason; with it nothing is left to do."""
        self.press("n")
        expect(self.page.locator("#text")).to_be_focused()
        expect(self.page.locator(".p:has(.w.caret)")).to_contain_text(words)
        self.press("s")
        expect(self.page.locator("#because")).to_be_focused()
        self.type(because)
        self.press("Enter")
        expect(self.page.locator("#count")).to_have_text("nothing to do")
        self.counts["skipped"] += 1

    def sign(self) -> None:
        """The second reader signs each fact of the review, beside its whole sentences."""
        self.press("r")
        cards = self.page.locator("#facts > li")
        for left in range(cards.count(), 0, -1):
            expect(self.page.locator("#count")).to_have_text(f"{left} fact{'s' if left > 1 else ''} to read")
            expect(self.current.locator(".both")).to_be_in_viewport(ratio=1)
            self.press("y")
            self.counts["signed"] += 1
        expect(self.page.locator("#count")).to_have_text("all is read")

    def told(self) -> Counts:
        """What was done, in the words of the other steps too."""
        drafts, made = self.counts["accepted"], self.counts["from selected words"]
        kept = {field: drafts - self.counts.pop(f"{field}s changed") for field in ("speaker", "passage")}
        of_drafts = {"facts": drafts + made, "from drafts": drafts, **{f"{field} kept": n for field, n in kept.items()}}
        return {**of_drafts, **self.counts}

    @property
    def current(self) -> Locator:
        return self.page.locator(CURRENT)

    def _until(self, there: Locator, key: str, most: int) -> None:
        """Presses a key until something has the focus."""
        for _ in range(most):
            if there.evaluate("(node) => node === document.activeElement"):
                break
            self.press(key)
        expect(there).to_be_focused()

    def _say(self, text: str) -> None:
        expect(self.page.get_by_label("In our own words")).to_be_focused()
        self.type(text)

    def _stands(self, say: str) -> None:
        """Waits for what the checker makes of a fact; what it refuses ends the Monday."""
        stands = self.page.locator(f"{CURRENT}.is-proved", has_text=say)
        refused = self.page.locator(".refused")
        expect(stands.or_(refused)).to_be_visible()
        assert not refused.count(), refused.inner_text()
        expect(stands).to_be_focused()

    def _replace(self, lines: Locator, old: str, new: str) -> None:
        """Types over a part of what a field has."""
        self.press("Control+Home", *["ArrowRight"] * lines.input_value().index(old), *["Shift+ArrowRight"] * len(old))
        self.type(new)

    def _place(self) -> list[int]:
        """The paragraph and the word at which the text is read."""
        caret = self.page.locator("#text .w.caret")
        place: list[int] = caret.evaluate("(node) => [Number(node.closest('.p').dataset.p), Number(node.dataset.w)]")
        return place

    def _select(self, words: str) -> None:
        """Selects a run of words that stands once in the text."""
        self.press("t")
        expect(self.page.locator("#text .w.caret")).to_have_count(1)
        p, first, last = self.page.evaluate(RUN, words)
        here, _ = self._place()
        self.press(*["PageDown" if here < p else "PageUp"] * abs(p - here))
        _, at = self._place()
        self.press(*["ArrowRight" if at < first else "ArrowLeft"] * abs(first - at))
        self.press(*["Shift+ArrowRight"] * (last - first))
        expect(self.page.locator("#said")).to_have_text(f"{last - first + 1} words: {words}")


# The paragraph of a run of words, its first and its last; the words of a sentence stand in elements of their own.
RUN = """(words) => {
  for (const p of document.querySelectorAll("#text .p")) {
    const all = [...p.querySelectorAll(".w")];
    for (let first = 0; first < all.length; first += 1) {
      for (let last = first; last < all.length; last += 1) {
        const range = document.createRange();
        range.setStartBefore(all[first]);
        range.setEndAfter(all[last]);
        if (range.toString() === words) return [Number(p.dataset.p), first, last];
      }
    }
  }
  throw new Error(`the text has no ${words}`);
}"""
