"""The texts of a folder, as the program is given them, and what it makes of them."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path, PurePosixPath

from generator import assembly, files, pipeline
from generator.files import ArticleTexts, digest
from generator.site.parts.context import RenderContext

HERE = Path(__file__).parent
TEXT = (".csv", ".json", ".jsonld")
ROOT = HERE.parent


def texts_of(folder: Path) -> dict[str, str]:
    """`path → text` of the content and the articles in a folder, the path as people write it."""
    parts = ("content", "seeds", "texts")
    paths = sorted(path for part in parts for path in (folder / part).rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in paths}


def laid_over(case: Path) -> dict[str, str]:
    """The small dossier with the files of a case laid over it, without those that the case leaves out."""
    removed = case / "without.txt"
    without = removed.read_text(encoding="utf-8").split() if removed.exists() else []
    texts = texts_of(HERE / "small") | texts_of(case)
    return {path: text for path, text in texts.items() if path not in without}


def article_texts_of(texts: Mapping[str, str]) -> ArticleTexts:
    """The articles and locks among the texts; those of `texts/` count where `seeds/` has none."""
    ending = {suffix: {} for suffix in (".txt", ".lock")}  # type: dict[str, dict[str, str]]
    for path, text in sorted(texts.items()):
        name = PurePosixPath(path)
        if name.parts[0] in ("seeds", "texts") and name.suffix in ending:
            ending[name.suffix].setdefault(name.stem, text)
    by_digest = {digest(text): text for text in ending[".txt"].values()}
    seeds = frozenset(PurePosixPath(path).stem for path in texts if path.startswith("seeds/"))
    return ArticleTexts(ending[".txt"], ending[".lock"], by_digest, seeds)


def edited(texts: Mapping[str, str], path: str, *swaps: tuple[str, str]) -> dict[str, str]:
    """The texts with passages of one of them, which must be there, put in other words."""
    text = texts[path]
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new)
    return {**texts, path: text}


@cache
def context_of(folder: Path) -> RenderContext:
    """A dossier as every page is made of it; made once in a process, since nothing changes it."""
    return RenderContext(pipeline.load(files.content(folder), files.article_texts(folder)), files.words())


@cache
def pages_of(folder: Path) -> Mapping[str, str | bytes]:
    """All pages and files of a dossier, by path, without the page on method."""
    context = context_of(folder)
    return assembly.pages(context.briefing, context.words, "")


def readable(made: Mapping[str, str | bytes]) -> dict[str, str]:
    """The files of a site that are text, as text."""
    kept = {path: held for path, held in made.items() if isinstance(held, str) or path.endswith(TEXT)}
    return {path: held if isinstance(held, str) else held.decode() for path, held in kept.items()}
