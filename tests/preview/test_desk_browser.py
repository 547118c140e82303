"""The desk in a real browser, by keyboard alone; what other pages cannot do; and what axe finds."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.axe import COLOURS, FOUND
from tests.preview.desk_dossier import FACTS, ID, PATH, at_work
from tests.preview.test_serving import Serving, change, served

pytestmark = pytest.mark.site

TOLD = (
    "A spokesman for the Danish ministry said on Friday that Denmark had not yet decided what it would pay for its own "
    "share of the work."
)
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALL: dict[str, object] = {**FOUND, "runOnly": {"type": "tag", "values": STANDARDS}}
CURRENT = "#facts > li[aria-current]"


@contextmanager
def at_desk(root: Path) -> Iterator[tuple[Serving, str]]:
    """The dossier of a folder, served, and the address of its desk."""
    with served(root) as running:
        address = running.line("^the desk is at ").split()[4]
        running.line("^shown: all")
        yield running, address


def opened(page: Page, address: str) -> None:
    """Goes to the article, and waits for it."""
    page.goto(f"{address}#/{ID}")
    expect(page.locator(CURRENT)).to_be_focused()


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_an_article_is_curated_by_keyboard_alone(page: Page, tmp_path: Path) -> None:
    root = at_work(tmp_path)
    with at_desk(root) as (running, address):
        page.goto(address)
        expect(page.get_by_role("link", name="Norway and Denmark")).to_be_focused()
        press(page, "j", "k", "Enter")
        expect(page.locator(CURRENT)).to_have_attribute("data-id", "oslo-meeting")

        press(page, "t", "ArrowDown", "End", *["Shift+ArrowLeft"] * 6)
        expect(page.get_by_role("status").first).to_have_text("7 words: and not one krone more than that")
        press(page, "Enter")
        expect(page.get_by_label("In our own words")).to_be_focused()
        page.keyboard.type("Jane Doe said that 60 krone were enough.")
        expect(page.locator(".live")).to_contain_text("UNBOUND-NUMBER no sentence of the passage gives the number 60")
        press(page, "Control+Enter")
        expect(page.locator(".live")).to_contain_text("Not written:")
        expect(page.locator(".live")).to_contain_text("NO-THEME")
        expect(page.get_by_label("In our own words")).to_be_focused()

        press(page, "Control+a")
        page.keyboard.type("Jane Doe would not give a krone more.")
        press(page, "Tab")
        page.keyboard.type("energy-links")
        expect(page.locator(".live")).to_have_text("Nothing stands against it.")
        press(page, "Control+Enter")
        expect(page.locator(CURRENT)).to_contain_text("Proved")
        expect(page.locator(CURRENT)).to_contain_text("Jane Doe would not give a krone more.")

        press(page, "n")
        expect(page.locator(CURRENT)).to_contain_text("Read again: negation")
        expect(page.locator(CURRENT)).to_contain_text("We say: Denmark's own part of the bill is still open.")
        expect(page.locator(CURRENT)).to_contain_text(f"The article: {TOLD}")
        expect(page.locator(f"{CURRENT} mark")).to_have_text("had not yet decided what it would pay")
        press(page, "g", "Space", "Enter")
        expect(page.locator(CURRENT)).to_contain_text("Proved")

        press(page, "n")
        expect(page.locator(CURRENT)).to_have_attribute("data-id", "oslo-cable-p4-1")
        press(page, "d")
        expect(page.locator("[data-id='oslo-cable-p4-1']")).to_have_count(0)

        press(page, "n", "s")
        expect(page.get_by_label("Why paragraph 5 holds no fact")).to_be_focused()
        page.keyboard.type("newsletter box")
        press(page, "Enter")
        expect(page.locator("#count")).to_have_text("nothing to do")
        expect(page.locator(".p[data-p='5']")).to_have_text(
            "5skipped: newsletter boxSign up for our morning letter today."
        )

        press(page, "r")
        expect(page.locator("#count")).to_have_text("5 facts to read")
        press(page, "y")
        expect(page.locator("#count")).to_have_text("4 facts to read")

        page.goto(running.address + f"articles/{ID}.html")
        expect(page.get_by_text("Jane Doe would not give a krone more.").first).to_be_attached()
    draft = FACTS[FACTS.index("  - id: oslo-cable-p4-1") : FACTS.index("  - id: oslo-date")]
    assert (root / PATH).read_text(encoding="utf-8") == (
        FACTS.replace(draft, "    agrees: [negation]\n")
        .replace(
            "\n  # Paragraph 4\n",
            """
  - id: oslo-cable-p3-1
    say: Jane Doe would not give a krone more.
    passage: and not one krone more than that
    paragraph: 3
    who: jane-doe
    named: {jane-doe: 2}
    about: [energy-links]
    kind: statement

  # Paragraph 4
""",
        )
        .replace("# the title\n", "# the title\n  - {paragraphs: 5, because: newsletter box}\n")
    )
    assert "fact: oslo-meeting" in (root / f"content/.readings/{ID}.yml").read_text(encoding="utf-8")


def test_what_an_editor_saves_is_seen_and_what_is_typed_stays(page: Page, tmp_path: Path) -> None:
    root = at_work(tmp_path)
    with at_desk(root) as (_, address):
        opened(page, address)
        press(page, "w")
        page.get_by_label("In our own words").fill("Both talked.")
        change(root / PATH, "Denmark has not settled its own part", "Denmark has yet to settle its own part")
        expect(page.get_by_text("Denmark has yet to settle its own part of the bill.")).to_be_visible()
        expect(page.get_by_label("In our own words")).to_be_focused()
        expect(page.get_by_label("In our own words")).to_have_value("Both talked.")
        change(root / PATH, "    say: Denmark has yet", "    sya: Denmark has yet")
        expect(page.get_by_role("alert")).to_contain_text("UNKNOWN-FIELD: there is no field `sya` here")
        expect(page.get_by_text("Denmark has yet to settle its own part of the bill.")).to_be_visible()
        change(root / PATH, "    sya: Denmark has yet", "    say: Denmark has not yet")
        expect(page.get_by_text("Denmark has not yet to settle its own part of the bill.")).to_be_visible()
        expect(page.get_by_role("alert")).to_be_hidden()
        press(page, "Escape", "w")
        expect(page.get_by_label("In our own words")).to_have_value("Both talked.")


def test_words_typed_for_a_draft_are_not_those_of_a_later_one_with_its_id(page: Page, tmp_path: Path) -> None:
    root = at_work(tmp_path)
    with at_desk(root) as (_, address):
        page.goto(f"{address}#/{ID}/oslo-cable-p4-1")
        expect(page.locator(CURRENT)).to_be_focused()
        press(page, "w")
        page.keyboard.type("Denmark would pay.")
        press(page, "Escape", "d", "d")
        expect(page.locator("[data-id='oslo-cable-p4-1']")).to_have_count(0)
        press(page, "k", "t", *["Shift+ArrowRight"] * 4, "Enter")
        expect(page.locator(CURRENT)).to_have_attribute("data-id", "oslo-cable-p4-1")
        expect(page.get_by_label("In our own words")).to_be_focused()
        expect(page.get_by_label("In our own words")).to_have_value("")


def test_a_pointer_is_written_from_the_form_and_letters_are_no_keys_in_it(page: Page, tmp_path: Path) -> None:
    root = at_work(tmp_path)
    with at_desk(root) as (_, address):
        page.goto(f"{address}#/{ID}/oslo-cable-p4-1")
        expect(page.locator(CURRENT)).to_be_focused()
        press(page, "w")
        page.keyboard.type("Denmark and Jane Doe would pay.")
        offer = page.locator(".live").get_by_role("button", name="Point there")
        expect(offer).to_have_count(1)
        press(page, "Tab", "Tab")
        expect(offer).to_be_focused()
        press(page, "d", "d", "Enter")
        expect(page.locator(CURRENT)).to_contain_text("namedjane-doe: 2")
        expect(offer).to_have_count(0)
        press(page, "Escape", "d")
        expect(page.get_by_role("status").first).to_have_text("This draft has words. Press d once more to drop it.")
    draft = "    about: []\n    status: draft "
    assert (root / PATH).read_text(encoding="utf-8") == FACTS.replace(draft, f"    named: {{jane-doe: 2}}\n{draft}")


def test_words_are_selected_with_a_mouse_too(page: Page, tmp_path: Path) -> None:
    root = at_work(tmp_path)
    with at_desk(root) as (_, address):
        opened(page, address)
        words = page.locator(".p[data-p='2'] .w")
        first, last = words.nth(15).bounding_box(), words.nth(22).bounding_box()
        assert first
        assert last
        page.mouse.move(first["x"] + 3, first["y"] + first["height"] / 2)
        page.mouse.down()
        page.mouse.move(last["x"] + last["width"] - 1, last["y"] + last["height"] / 2)
        page.mouse.up()
        expect(page.get_by_role("status").first).to_contain_text("8 words: to settle the cost of the North Link")
        press(page, "Enter")
        expect(page.locator(CURRENT)).to_contain_text("to settle the cost of the North Link")
        words.nth(7).click()
        expect(page.locator(CURRENT)).to_have_attribute("data-id", "oslo-meeting")


def test_a_fact_and_its_passage_light_one_another(page: Page, tmp_path: Path) -> None:
    with at_desk(at_work(tmp_path)) as (_, address):
        opened(page, address)
        press(page, "j")
        lit = page.locator("#text .w.lit")
        assert lit.all_inner_texts() == ["We", "will", "carry", "50 percent", "of", "it"]
        page.locator("[data-id='oslo-denmark']").hover()
        assert lit.all_inner_texts() == ["had", "not", "yet", "decided", "what", "it", "would", "pay"]
        press(page, "t", "ArrowDown", *["ArrowRight"] * 12)
        cards = page.locator("#facts > li.lit")
        assert [card.get_attribute("data-id") for card in cards.all()] == ["oslo-denmark", "oslo-open"]
        press(page, "Enter")
        expect(page.locator(CURRENT)).to_have_attribute("data-id", "oslo-denmark")


FORGERIES: dict[str, str] = {
    "a form": """
        const form = document.createElement("form");
        form.method = "post"; form.enctype = "text/plain"; form.action = DESK + "write"; form.target = "frame";
        const field = document.createElement("input");
        [field.name, field.value] = [ORDER.slice(0, -1) + ', "x": "', '"}'];
        form.append(field); document.body.append(form); form.submit();
        await new Promise((done) => { frame.onload = done; });
    """,
    "a simple request": """
        await fetch(DESK + "write", {method: "POST", mode: "no-cors", body: ORDER}).catch(() => {});
    """,
    "a request with a header": """
        await fetch(DESK + "write", {method: "POST", body: ORDER,
          headers: {"Content-Type": "application/json", "X-Briefbook-Desk": "x"}}).catch(() => {});
    """,
    "a request with the token": """
        await fetch(DESK + "write", {method: "POST", body: ORDER,
          headers: {"Content-Type": "application/json", "X-Briefbook-Desk": TOKEN}}).catch(() => {});
    """,
    "a beacon": """
        navigator.sendBeacon(DESK + "write", new Blob([ORDER], {type: "text/plain"}));
        await new Promise((done) => setTimeout(done, 300));
    """,
}


@contextmanager
def another_site() -> Iterator[str]:
    """The address of a page of another origin on this machine."""

    class Stranger(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b'<!doctype html><title>x</title><body><iframe name="frame" id="frame"></iframe>')

        def log_message(self, *_: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Stranger) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    root = at_work(tmp_path_factory.mktemp("forged"))
    with at_desk(root) as (_, address):
        yield root, address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing(page: Page, desk: tuple[Path, str], scheme: Any, width: int) -> None:
    """Nothing is written, so that all look at one desk."""
    root, address = desk
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(address)
    expect(page.get_by_role("table")).to_be_visible()
    expect(page.get_by_role("heading", name="To be worded")).to_be_visible()
    rules = COLOURS if scheme == "dark" else ALL  # nothing else is another in the dark
    found = violations(page, rules)
    assert not is_too_wide(page)
    opened(page, address)
    for keys in (("n", "g"), ("Escape", "w"), ("Escape", "e"), ("Escape", "r"), ("t", "?")):
        press(page, *keys)
        found += violations(page, rules)
    assert found == []
    assert not is_too_wide(page)
    assert (root / PATH).read_text(encoding="utf-8") == FACTS


def is_too_wide(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def violations(page: Page, rules: dict[str, object]) -> list[str]:
    axe = Axe() if page.evaluate("!window.axe") else Axe("")  # a page takes it once
    found = axe.run(page, options=rules)
    assert found.response["passes"], "axe looked at nothing"
    return [f"{rule['id']}: {node['html']}" for rule in found.response["violations"] for node in rule["nodes"]]


def order_of(page: Page, address: str) -> str:
    """An order that the desk itself would carry out, as a thief would have it who knew everything but the token."""
    token = address.rpartition("=")[2]
    return str(
        page.request.get(address.partition("?")[0] + f"article?id={ID}", headers={"X-Briefbook-Desk": token}).json()[
            "version"
        ]
    )


@pytest.mark.parametrize("name", FORGERIES)
def test_a_page_of_another_origin_writes_nothing(name: str, page: Page, desk: tuple[Path, str]) -> None:
    root, address = desk
    order = f'{{"article": "{ID}", "version": "{order_of(page, address)}", "do": "drop", "id": "oslo-cable-p4-1"}}'
    where, _, token = address.partition("?token=")
    with another_site() as stranger:
        page.goto(stranger)
        page.evaluate(
            f"async ([DESK, ORDER, TOKEN]) => {{ const frame = document.getElementById('frame'); {FORGERIES[name]} }}",
            [where, order, token],
        )
        assert (root / PATH).read_text(encoding="utf-8") == FACTS
        read = page.evaluate(
            """async ([url, token]) => {
              const answer = await fetch(url, {headers: {"X-Briefbook-Desk": token}}).catch((error) => error);
              return answer instanceof Error ? "refused" : answer.text();
            }""",
            [f"{where}articles", token],
        )
        assert read == "refused"


@pytest.mark.parametrize("written", ["%E0%A4%A", "%", "oslo%/%zz"])
def test_an_address_that_nothing_could_have_written_is_told_as_any_other(
    written: str, page: Page, desk: tuple[Path, str]
) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{desk[1]}#/{written}")
    expect(page.locator("#wrong")).to_be_visible()
    page.locator("#home").click()
    expect(page.locator("main table")).to_be_visible()
    assert faults == []


def test_the_desk_stands_in_no_frame(page: Page, desk: tuple[Path, str]) -> None:
    with another_site() as stranger:
        page.goto(stranger)
        page.evaluate(
            "(src) => new Promise((onload) => Object.assign(document.getElementById('frame'), {onload, src}))",
            desk[1],
        )
        shown = page.frame("frame")
        assert shown is None or shown.locator("#desk").count() == 0
