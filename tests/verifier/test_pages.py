"""What pages show is held to the data: a page that somebody changed is told with the fact, and with both texts."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator import files
from tests.folders import HERE, ROOT, texts_of
from tests.verifier.test_verify import lay_out, verify

pytestmark = pytest.mark.site

Held = Mapping[str, bytes]
OSLO, JANE, NORWAY, HOME = "articles/oslo-cable.html", "leaders/jane-doe.html", "countries/norway.html", "index.html"
SHARE, WHOLE, FOUND, EXPLORE = "questions/cable-share.html", "dossier.html", "search/found-2.js", "explore.html"
PLEDGE, SPOKEN = "Jane Doe said that Norway would pay 50 percent of the new cable.", "We will carry 50 percent of it"
DENMARK = "Denmark has not settled its own part of the bill."
UNDECIDED = "had not yet decided what it would pay"
MORE, OTHER, SETTLED = PLEDGE.replace("50", "60"), SPOKEN.replace("50", "60"), DENMARK.replace("not ", "")
SHARES = "Jane Doe named different shares for Norway."
MINISTER = "a minister of the Danish ministry"
VIA, ASKED = "a spokesman for the Danish ministry", "What part of the cable's cost would Norway carry?"
CITED = (
    "from 'Norway and Denmark talk about a power cable', paragraph 3, in The North Link, edition of 4 June 2024, "
    "within it at articles/oslo-cable.html#oslo-pledge."
)
PART = "Norway's part of the cost in Jane Doe's first words."


def shows(page: str, fact: str, shown: str, known: str) -> str:
    return f"{page}: {fact}: shows `{shown}`, and the data have `{known}`"


def shows_ours(page: str, shown: str, known: str) -> str:
    return f"{page}: shows the sentence `{shown}`, and the data have `{known}`"


# A page, what of it is replaced where it first stands, and all that is said against that.
FALSIFIED: dict[str, tuple[str, str, str, list[str]]] = {
    "a number": (OSLO, r'(<p class="fact__say".*would pay )50', r"\g<1>60", [shows(OSLO, "oslo-pledge", MORE, PLEDGE)]),
    "a not": (OSLO, '(<p class="fact__say".*has )not ', r"\1", [shows(OSLO, "oslo-denmark", SETTLED, DENMARK)]),
    "a passage": (OSLO, "(<blockquote.*carry )50", r"\g<1>60", [shows(OSLO, "oslo-pledge", OTHER, SPOKEN)]),
    "a passage less": (
        OSLO,
        f"<blockquote [^>]*>{UNDECIDED}</blockquote>",
        "",
        [shows(OSLO, "oslo-denmark", "", UNDECIDED)],
    ),
    "a place": (
        OSLO,
        '(#p3">paragraph.)3',
        r"\g<1>4",
        [f"{OSLO}: oslo-pledge: shows `paragraph 4`, and the data have paragraph 3"],
    ),
    "a speaker": (
        OSLO,
        '(<span class="fact__who">.*)Jane Doe',
        r"\1John Doe",
        [
            f"{OSLO}: oslo-pledge: shows `John Doe (Norway)` as who says it, and the data have `Jane Doe`",
            f"{OSLO}: shows `John Doe` as the name of what the data call `Jane Doe`",
        ],
    ),
    "a channel": (
        OSLO,
        "<bdi>a spokesman for",
        "<bdi>a minister of",
        [
            f"{OSLO}: oslo-denmark: shows `{MINISTER}` as who says it, and the data have `{VIA}`",
        ],
    ),
    "a date": (
        OSLO,
        r'(fact__when"><span [^>]*>)31',
        r"\g<1>30",
        [f"{OSLO}: oslo-meeting: shows `30 May 2024` as its date, and the data have `2024-05-31`"],
    ),
    "an answer": (
        OSLO,
        "(<b>)50(.percent</b>)",
        r"\g<1>60\2",
        [f"{OSLO}: cable-share: shows the answer `60 percent`, which no fact gives"],
    ),
    "a reference": (
        OSLO,
        '(aria-label="1: .*)50',
        r"\g<1>60",
        [shows(OSLO, "oslo-pledge", f"1: {MORE}", f"1: {PLEDGE}")],
    ),
    "what a reference leads to": (
        OSLO,
        '(?s)(<div class="referred".*carry )50',
        r"\g<1>60",
        [shows(OSLO, "oslo-pledge", OTHER, SPOKEN)],
    ),
    "what a sentence rests on": (
        OSLO,
        '(<li value="1" data-address=.*)50',
        r"\g<1>60",
        [shows(OSLO, "oslo-pledge", MORE, PLEDGE)],
    ),
    "what is cited": (
        OSLO,
        "(cite__sentence.*would pay )50",
        r"\g<1>60",
        [
            f"{OSLO}: oslo-pledge: cites `'{MORE[:-1]}', {CITED}`, and the data have `{PLEDGE}`",
        ],
    ),
    "a card less": (
        OSLO,
        '(?s)<article class="fact" [^>]*id="oslo-denmark".*?</article>',
        "",
        [f"certainty of oslo-denmark on - ({OSLO}): {OSLO} does not show it", f"{OSLO}: oslo-denmark: is not shown"],
    ),
    "a card more": (
        OSLO,
        '(?s)(<article class="fact" [^>]*)(id=")oslo-denmark(".*?</article>)',
        r'\1\2oslo-denmark\3<article class="fact" id="oslo-new"><p class="fact__say">All agreed.</p></article>',
        [f"{OSLO}: `All agreed.` is of a fact that the data do not have"],
    ),
    "a fact as not proved": (
        OSLO,
        '(fact__say"[^<]*)</p>',
        r'\1 <strong class="unproved">not yet proved</strong></p>',
        [f"{OSLO}: oslo-meeting: shows it as not proved, and the data as proved"],
    ),
    "a sentence of ours": (
        HOME,
        '(?s)(<p class="lede">.*?)different',
        r"\1equal",
        [
            shows_ours(HOME, SHARES.replace("different", "equal"), SHARES),
            f"{HOME}: does not show `{SHARES}`, which the data have",
        ],
    ),
    "a sentence more": (
        HOME,
        '(?s)(<p class="lede">.*?</sup>)',
        r"\1 All agreed.",
        [shows_ours(HOME, "All agreed.", "none such")],
    ),
    "a sentence without its facts": (
        HOME,
        '(?s)(<p class="lede">.*?)<sup.*?</sup>',
        r"\1",
        [f"{HOME}: does not show `{SHARES}`, which the data have"],
    ),
    "a fact that a sentence rests on": (
        HOME,
        '(?s)(<p class="lede">.*?<sup class="ref"><a .*?</a>).*?</sup>',
        r"\1</sup>",
        [f"{HOME}: `{SHARES}` leads to oslo-pledge, and rests on oslo-pledge, bergen-share"],
    ),
    "a figure": (
        HOME,
        "(figures__figure[^>]*>)50",
        r"\g<1>60",
        [f"{HOME}: shows the figure `60 percent` with `{PART}`, and the data have `50 percent`"],
    ),
    "a card of a leader": (
        JANE,
        r'(<p class="fact__say".*would pay )50',
        r"\g<1>60",
        [shows(JANE, "oslo-pledge", MORE, PLEDGE)],
    ),
    "a quotation": (
        JANE,
        "(?s)(passage quotation.*?carry )50",
        r"\g<1>60",
        [shows(JANE, "oslo-pledge", OTHER, SPOKEN)],
    ),
    "an answer in a table": (
        SHARE,
        '(class="stand__answer"[^>]*>.*<bdi>)50',
        r"\g<1>60",
        [f"{SHARE}: oslo-pledge: shows the answer `60 percent`, and the data have `50 percent`"],
    ),
    "the name of a question": (
        NORWAY,
        '(cable-share.html"[^>]*><bdi>What part of the )cable',
        r"\1grid",
        [
            f"{NORWAY}: shows `{ASKED.replace('cable', 'grid')}` as the name of what the data call `{ASKED}`",
        ],
    ),
    "a list of facts": (
        EXPLORE,
        "(?s)(listed__facts.*?would pay )50",
        r"\g<1>60",
        [shows(EXPLORE, "oslo-pledge", MORE, PLEDGE)],
    ),
    "the print edition": (
        WHOLE,
        '(?s)(<div id="n[0-9]+">.*?would pay )50',
        r"\g<1>60",
        [shows(WHOLE, "oslo-pledge", MORE, PLEDGE)],
    ),
    "search": (FOUND, "would pay 50", "would pay 60", [shows(FOUND, "oslo-pledge", MORE, PLEDGE)]),
    "what search quotes": (FOUND, "carry 50", "carry 60", [shows(FOUND, "oslo-pledge", OTHER, SPOKEN)]),
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Held:
    target = tmp_path_factory.mktemp("small")
    lay_out(texts_of(HERE / "small"), target)
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in target.rglob("*") if path.is_file()}


@pytest.mark.parametrize("case", FALSIFIED)
def test_a_falsified_page_is_refuted(tmp_path: Path, small: Held, case: str) -> None:
    page, before, after, against = FALSIFIED[case]
    for path, whole in small.items():
        files.write(tmp_path / path, whole)
    changed, found = re.subn(before, after, small[page].decode(), count=1)
    assert found
    files.write(tmp_path / page, changed)
    done = verify(tmp_path)
    assert re.findall("^refuted: (.*)$", done.stdout, re.MULTILINE) == against
    assert (done.returncode, done.stderr) == (1, "")


def test_a_falsified_comparison_is_refuted(tmp_path: Path) -> None:
    """On the page of an event, where facts stand side by side in short."""
    lay_out(texts_of(ROOT), tmp_path)
    [page, *_] = [path for path in sorted(tmp_path.glob("events/*.html")) if "fact--short" in path.read_text("utf-8")]
    text = page.read_text(encoding="utf-8")
    files.write(page, re.sub('(?s)(fact--short.*?fact__say"[^>]*>)', r"\1Nobody says: ", text, count=1))
    done = verify(tmp_path)
    [found] = re.findall("^refuted: (.*)$", done.stdout, re.MULTILINE)
    assert re.fullmatch(r"events/[^ ]+: [^ ]+: shows `Nobody says: (.*)`, and the data have `\1`", found)
    assert done.returncode == 1
