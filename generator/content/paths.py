"""Which files of a dossier are read, which are somebody else's, and which were meant to be read and are told of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import PurePosixPath

from generator.problems import Place, Problem, nearest

REGISTERED = ("leaders", "countries", "organisations", "themes", "events", "questions", "publishers")
SITE = "content/site.yml"
FACTS = "content/facts/"
EDITIONS = "content/.editions/"
READINGS = "content/.readings/"
METHOD = "content/pages/method.md"
STATIC = "content/static/"
PAGES = "content/pages/"  # of one's own
FOLDERS = ("content", "seeds", "texts")
FOLDERS_INSIDE = ("content/facts", "content/.editions", "content/.readings", "content/pages", "content/static")
ALONE = (SITE, METHOD, *(f"content/{name}.yml" for name in REGISTERED))

_FACTS_OF = re.compile(rf"{FACTS}[^/]+\.yml")
_EDITION = re.compile(rf"{re.escape(EDITIONS)}(\d{{4}}-\d\d-\d\d)\.yml", re.ASCII)
_READING = re.compile(rf"{re.escape(READINGS)}([^/]+)\.yml")
_OWN_PAGE = re.compile(r"content/pages/([^/]+)\.md")
# What is published as it is: no file of a kind that a browser runs, or that gate three would have to look at. Of names
# that begin with a dot, those that servers and programs look for.
_STATIC = re.compile(
    rf"{STATIC}(?:\.nojekyll"
    r"|\.well-known/(?:apple-app-site-association|atproto-did|discord|matrix/(?:client|server))"
    r"|(?:\.well-known/)?(?:[A-Za-z0-9][A-Za-z0-9_-]*/){0,8}"
    r"(?:CNAME|_headers|_redirects|[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}"
    r"\.(?:txt|png|jpe?g|gif|webp|avif|ico|pdf|csv|json|webmanifest|asc|woff2)))",
    re.ASCII,
)
GENERATED = frozenset(
    "articles assets cite countries data events feeds leaders organisations questions search themes".split()
)  # folders of the site, in which nothing else is put
TAKEN = frozenset((*GENERATED, *"404 changes dossier explore figures index unknown".split()))  # names of its own pages
_ARTICLE = re.compile(r"(?:seeds|texts)/[^/]+\.txt|seeds/[^/]+\.lock")
_TEXT = re.compile(r".*\.(?:txt|text|md|markdown|lock)", re.IGNORECASE)
_MARKUP = re.compile(r"\.(?:md|markdown|html?)", re.IGNORECASE)
_ENDING = re.compile(r"\.(ya?ml|te?xt|lock)(?:\.\w+)?", re.IGNORECASE)  # perhaps with another behind it: x.yml.txt
# What editors and systems keep beside a file (locks, copies, previews), and what tells people or git of a folder.
_THEIRS = re.compile(
    r"\.[#_~].*|~\$.*|#.*#|.*~|.*\.(?:bak|orig|tmp|sw[a-p])|.*___jb_(?:tmp|old)___|4913"
    r"|(?:eh)?thumbs\.db|desktop\.ini|icon\r|__macosx|\$recycle\.bin"
    r"|\.(?!.*\.(?:ya?ml|txt|md|lock)$).*"
    r"|(?:readme|licen[cs]e)(?:\.(?!ya?ml$|lock$).*)?",
    re.IGNORECASE,
)
# Those of them that begin with a dot, as far as they are known by name.
_LEFT = re.compile(
    r"\.[#_~].*|\..*\.(?:bak|orig|tmp|sw[a-p])"
    r"|\.(?:git|hg|svn|bzr|jj|fslckout)[\w.-]*|\.(?:keep|placeholder|editorconfig|vscode|idea|vs|obsidian|directory)"
    r"|\.(?:ds_store|localized|apdisk|appledouble|fseventsd|spotlight-v100|trash(?:es|-\d+)?|temporaryitems)"
    r"|\.(?:nfs|fuse_hidden|goutputstream-|st(?:folder|ignore|versions)|dropbox|sync)[\w.-]*",
    re.IGNORECASE,
)


def is_theirs(name: str) -> bool:
    """Whether a file or a folder of this name is no content: editors, systems and git keep it, or it is a README."""
    return bool(_THEIRS.fullmatch(name))


def is_passed_over(path: str) -> bool:
    """Whether nothing is said of a file or a folder, because it is theirs.

    Where all is published as it stands, another name with a dot before it may be meant, and is told of.
    """
    name = PurePosixPath(path).name
    if is_static(path):
        return False
    is_hidden_there = path.startswith(STATIC) and name.startswith(".")
    return bool(_LEFT.fullmatch(name)) if is_hidden_there else is_theirs(name)


def is_content(path: str) -> bool:
    """Whether a file below `content/` is read."""
    return (
        path in ALONE
        or own_page(path) is not None
        or is_fact_file(path)
        or edition_of(path) is not None
        or read_in(path) is not None
    )


def is_fact_file(path: str) -> bool:
    """Whether a file holds the facts of an article, which bears its name."""
    return bool(_FACTS_OF.fullmatch(path))


def edition_of(path: str) -> date | None:
    """The edition that a file of the register is named after."""
    match = _EDITION.fullmatch(path)
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def own_page(path: str) -> str | None:
    """The id of a page of one's own, which is the name of its file; the page on method is known by its own."""
    match = _OWN_PAGE.fullmatch(path)
    return match[1] if match and path != METHOD and match[1] not in TAKEN else None


def title_of(text: str) -> str:
    """The first line of such a page, which names it."""
    return text.partition("\n")[0].removeprefix("# ").strip()


def is_static(path: str) -> bool:
    """Whether a file is published as it is, at the path that it has below `content/static/`."""
    if not _STATIC.fullmatch(path) or ".." in path:
        return False
    return path.removeprefix(STATIC).partition("/")[0].casefold() not in GENERATED


def read_in(path: str) -> str | None:
    """The article whose signatures a file holds."""
    match = _READING.fullmatch(path)
    return match[1] if match else None


def is_article(path: str) -> bool:
    """Whether a file is an article's text or its lock."""
    return bool(_ARTICLE.fullmatch(path)) and not re.search(r"\.(?:ya?ml|txt|lock)\.txt$", path)


def unread_problems(paths: Iterable[str]) -> Iterator[Problem]:
    """Every file that was meant to be read, as far as one can tell, and is not."""
    for path in paths:
        if not (is_content(path) or is_static(path) or is_article(path) or _is_private(path)):
            what = "no content file has this name" if path.startswith("content/") else "no article's file has this name"
            yield Problem(Place(path), "UNKNOWN-FILE", what, _remedy(path))


def _is_private(path: str) -> bool:
    """In `texts/`, which nobody else sees, people keep what they like, such as the PDF of an article."""
    return path.startswith("texts/") and not _TEXT.fullmatch(path)


def _remedy_of_page(path: str, name: PurePosixPath) -> str:
    if _OWN_PAGE.fullmatch(path):
        return "the site has a page or a folder of this name; give it another"
    if _MARKUP.fullmatch(name.suffix):
        return f"call it `{name.stem}.md`, right below `{PAGES}`"
    return f"here stand pages, such as `about.md`; what is published as it is stands in `{STATIC}`"


def _remedy(path: str) -> str:
    here, name = PurePosixPath(path).parent.as_posix(), PurePosixPath(path).name
    folder = path.partition("/")[0]
    meant = _meant(path, folder)
    if meant:
        return f"call it `{PurePosixPath(meant).name}`" if meant.startswith(f"{here}/") else f"move it to `{meant}`"
    if path.startswith(PAGES):
        return _remedy_of_page(path, PurePosixPath(path))
    if path.startswith(STATIC) and name.startswith("."):
        return (
            f"move it: of names with a dot before them, `.nojekyll` and what `{STATIC}.well-known/` holds are published"
        )
    if path.startswith(STATIC):
        return (
            "give it a plain name with an ending of text, picture or data, such as `robots.txt` or `logo.png`, "
            "in no folder that the site has itself; pages of one's own stand in `content/pages/`"
        )
    if path.startswith(EDITIONS):
        return "`briefbook edition` alone writes this folder; move it out of `content/`"
    if path.startswith(READINGS):
        return "`briefbook review` alone writes this folder; move it out of `content/`"
    if folder == "content":
        if not name.endswith(".yml"):
            return "move it out of `content/`, or delete it"
        close = nearest(path, ALONE) if here == folder else ""
        return close or f"move it out of `content/`; the facts of an article stand in `{FACTS}`"
    if _MARKUP.fullmatch(PurePosixPath(name).suffix):
        return f"take the article in with `briefbook add {path}`, and delete it"
    return f"call an article's text `<article>.txt` and its lock `<article>.lock`, or move it out of `{folder}/`"


def _meant(path: str, folder: str) -> str:
    """The path under which the file would be read, if its name tells."""
    name = PurePosixPath(path).name
    if not (ending := _ENDING.search(name)):
        return ""
    stem, kind = name[: ending.start()], ending[1].lower()
    if folder == "content" and kind in ("yml", "yaml"):
        inner = next((f"{inside}/" for inside in FOLDERS_INSIDE if path.lower().startswith(f"{inside}/")), "content/")
        meant = f"{inner}{stem}.yml"
        return meant if is_content(meant) else meant.lower() if is_content(meant.lower()) else ""
    if folder != "content" and kind in ("txt", "text", "lock"):
        return f"seeds/{stem}.lock" if kind == "lock" else f"{folder}/{stem}.txt"
    return ""
