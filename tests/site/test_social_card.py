"""The social card and the site's sign: read back by an image library, the same bytes for the same words."""

import hashlib
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from lxml import html
from PIL import Image

from generator import files, pipeline
from generator.site.parts.context import RenderContext
from generator.site.parts.page import CARD, Head
from generator.site.pictures.social_card import (
    TOUCH_ICON,
    SocialCard,
    card_png,
    social_card,
    social_cards,
    touch_icon,
)
from tests.conftest import ADDRESS
from tests.folders import HERE, ROOT, article_texts_of, texts_of

POSTER = SocialCard(
    title="The North Link",
    gist="Jane Doe named different shares for Norway.",
    events=(("31 May 2024", "Talks in Oslo"), ("2 June 2024", "March in Bergen")),
    size="6 facts · 2 articles",
    edition="Edition of 4 June 2024",
)
AGAIN = """
import hashlib, sys
from generator.site.pictures.social_card import card_png, touch_icon
from tests.site.test_social_card import POSTER
sys.stdout.write(hashlib.sha256(card_png(POSTER) + touch_icon()).hexdigest())
"""


def test_a_date_on_the_card_says_how_it_is_known() -> None:
    texts = texts_of(HERE / "small")
    both = "lead_events: [oslo-talks, bergen-march]"
    texts["content/site.yml"] = texts["content/site.yml"].replace("lead_events: [oslo-talks]", both)
    inferred = "when: {date: 2024-06-02, basis: inferred, because: a guess}"
    texts["content/events.yml"] = texts["content/events.yml"].replace("when: 2024-06-02", inferred)
    told = social_card(RenderContext(pipeline.load(texts, article_texts_of(texts)), files.words()))
    assert [date for date, _ in told.events] == ["31 May 2024", "2 June 2024, inferred"]


def read(png: bytes) -> Image.Image:
    with Image.open(BytesIO(png)) as image:
        assert image.format == "PNG"
        image.load()
        return image.convert("RGB")


def colours(image: Image.Image) -> int:
    found = image.getcolors(maxcolors=image.width * image.height)
    assert found is not None
    return len(found)


def test_the_card_is_a_picture_with_words() -> None:
    image = read(card_png(POSTER))
    assert image.size == (1200, 630)
    assert colours(image) > 20
    for box in ((72, 140, 600, 220), (72, 230, 1128, 290), (72, 480, 400, 560), (616, 480, 900, 560)):
        assert colours(image.crop(box)) > 5, box


def test_the_sign_is_as_large_as_phones_ask() -> None:
    image = read(touch_icon())
    assert image.size == (180, 180)
    assert {image.getpixel(at) for at in ((0, 0), (90, 73), (107, 152))} == {
        (20, 49, 63),
        (246, 243, 236),
        (240, 178, 122),
    }


@pytest.mark.site
@pytest.mark.parametrize("seed", ["1", "2"])
def test_two_runs_give_the_same_bytes(seed: str) -> None:
    told = subprocess.run(
        [sys.executable, "-c", AGAIN],
        cwd=ROOT,
        env={"PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == hashlib.sha256(card_png(POSTER) + touch_icon()).hexdigest()


@pytest.mark.parametrize(
    "other",
    [
        replace(POSTER, title="The South Link"),
        replace(POSTER, gist="Jane Doe named one share for Norway."),
        replace(POSTER, events=(POSTER.events[0], ("3 June 2024", "March in Bergen"))),
        replace(POSTER, size="7 facts · 2 articles"),
        replace(POSTER, edition="Edition of 5 June 2024"),
    ],
    ids=["title", "gist", "events", "size", "edition"],
)
def test_other_words_give_another_picture(other: SocialCard) -> None:
    assert read(card_png(other)).tobytes() != read(card_png(POSTER)).tobytes()


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Łódź, Støre, Đurđević, Ķīšezers, Київ, Αθήνα",
        "中文 😀 \N{ARABIC LETTER ALEF}",
        "Wide " * 200,
        "unbroken" * 90,
    ],
    ids=["nothing", "accents", "unknown", "long", "unbroken"],
)
def test_any_words_stay_inside_the_card(words: str) -> None:
    every = SocialCard(words, words, ((words, words), (words, words)), "1 fact · 1 article", "Edition")
    image = read(card_png(every))
    paper = image.getpixel((5, 300))
    for edge in ((0, 93, 60, 630), (1140, 93, 1200, 630), (0, 615, 1200, 630)):
        assert image.crop(edge).getcolors() == [((edge[2] - edge[0]) * (edge[3] - edge[1]), paper)]


def test_accents_have_letters_of_their_own() -> None:
    """A font without a letter draws the same box for each."""
    drawn = {read(card_png(replace(POSTER, title=letter * 9))).tobytes() for letter in "łøđķþžїθЖ€€"}
    assert len(drawn) == 10


def test_the_poster_says_what_the_dossier_says() -> None:
    texts = texts_of(HERE / "small")
    context = RenderContext(pipeline.load(texts, article_texts_of(texts)), files.words())
    assert social_card(context) == SocialCard(
        title="The North Link",
        gist="Jane Doe named different shares for Norway.",
        events=(("31 May 2024", "Talks in Oslo"),),
        size="6 facts · 2 articles",
        edition="Edition of 4 June 2024",
    )
    site = context.briefing.content.site.model_copy(update={"bottom_line": (), "lead_events": ()})
    bare = replace(context.briefing, content=replace(context.briefing.content, site=site))
    assert social_card(RenderContext(bare, context.words)) == replace(
        social_card(context), gist=site.description, events=()
    )


def test_each_kind_of_page_has_a_card_with_its_name() -> None:
    texts = texts_of(HERE / "small")
    context = RenderContext(pipeline.load(texts, article_texts_of(texts)), files.words())
    whole = social_card(context)
    of_kind = replace(whole, gist="The North Link")
    assert social_cards(context) == {CARD: whole} | {
        f"assets/card-{kind}.png": replace(of_kind, title=context.words[kind]["title"])
        for kind in ("leaders", "countries", "themes", "events", "questions", "articles")
    }


@pytest.mark.parametrize(
    ("path", "card"),
    [
        ("index.md", "card"),
        ("data.md", "card"),
        ("leaders/index.md", "card-leaders"),
        ("leaders/jane-doe.md", "card-leaders"),
        ("organisations/north-group.md", "card-countries"),
        ("questions/by/speakers.md", "card-questions"),
    ],
)
def test_a_page_has_the_card_of_its_kind(path: str, card: str) -> None:
    assert Head(path, "", "").card == f"assets/{card}.png"


def head(site: Path, name: str) -> tuple[dict[str, str], list[str]]:
    """What a page says of itself to other sites, and the signs that it offers phones."""
    page = html.parse(str(site / name))
    told = {meta.get("property") or meta.get("name", ""): meta.get("content", "") for meta in page.iterfind(".//meta")}
    return told, [link.get("href", "") for link in page.iterfind(".//link[@rel='apple-touch-icon']")]


def test_a_site_without_an_address_has_no_card(site: Path) -> None:
    told, signs = head(site, "countries/finland.html")
    assert (told["og:title"], signs) == ("Finland", [f"../{TOUCH_ICON}"])
    assert not {"og:image", "og:url", "twitter:card"} & told.keys()
    assert not (site / CARD).exists()
    assert (site / TOUCH_ICON).read_bytes() == touch_icon()


def test_pages_name_the_card_where_the_site_has_an_address(published: Path) -> None:
    told, _ = head(published, "countries/norway.html")
    cards = sorted(path.name for path in (published / "assets").glob("card*.png"))
    assert cards == [
        f"card{kind}.png" for kind in ("-articles", "-countries", "-events", "-leaders", "-questions", "-themes", "")
    ]
    assert {read((published / "assets" / name).read_bytes()).size for name in cards} == {(1200, 630)}
    assert head(published, "index.html")[0]["og:image"] == f"{ADDRESS}{CARD}"
    assert {name: told.get(name) for name in ("og:title", "og:url", "og:image", "twitter:card")} == {
        "og:title": "Norway",
        "og:url": f"{ADDRESS}countries/norway.html",
        "og:image": f"{ADDRESS}assets/card-countries.png",
        "twitter:card": "summary_large_image",
    }
