"""The builder's own file as it is read: what people wrote in it, and what the builder is given in its place.

The theme prints whatever stands there as HTML. So the builder reads a copy in `build/`, whose texts are escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from markupsafe import escape

from generator import files, limits
from generator.content.site import Site
from generator.content.yaml_tree import LOADER, cut_texts
from generator.problems import Malformed, Place, Problem
from generator.publishing import foreign_code
from generator.publishing.builders import COPY, MKDOCS_YML
from generator.publishing.html import Markdown
from generator.site.parts.page import Link
from generator.site.render.typography import typographic

# Settings that no template prints, and that would not mean the same with entities.
UNPRINTED = frozenset(
    ("exclude_docs", "hooks", "draft_docs", "markdown_extensions", "not_in_nav", "plugins", "validation", "watch")
)
# Folders as seen from the copy; no page has a source that a reader could edit, though the address of a repository has
# MkDocs name one.
DERIVED = {"docs_dir": "docs", "site_dir": "site", "not_in_nav": "*", "edit_uri": ""}
EDITED = ("edit_uri", "edit_uri_template")
ENVIRONMENT = "!ENV"  # the tag by which MkDocs takes a value from the environment of whoever builds
# Settings that decide, and of which nothing reaches a page; of a plugin, whether it is on at all.
DECIDING = frozenset(
    "dev_addr draft_docs exclude_docs hooks not_in_nav strict use_directory_urls validation watch".split()
)
SWITCH = "enabled"
SAID = frozenset(("site_name", "site_description", "copyright"))  # what readers are shown as it stands
THEME = "theme"
# What a page's own text can be joined with the theme's shell under; with any other setting, the builder has to do it.
JOINED = frozenset(
    "copyright docs_dir edit_uri extra extra_css extra_javascript markdown_extensions nav not_in_nav plugins"
    " repo_name repo_url site_author site_description site_dir site_name site_url theme use_directory_urls"
    " validation".split()
)
JOINED_THEME = frozenset("custom_dir direction favicon features font icon language logo name palette variant".split())
# Extensions of Markdown that are known, each with its settings.
EXTENSIONS = {
    "attr_list": set(),
    "fenced_code": set(),
    "tables": {"use_align_attribute"},
    "toc": {"permalink", "toc_depth"},
}
BUILT_IN = ("toc", "tables", "fenced_code")  # extensions of Markdown that MkDocs always has
MAP = "tag:yaml.org,2002:map"
NO_ADDRESS = re.compile(r"[\s\x00-\x20\x7f-\x9f<>\"\\^`{|}]")


def problems(root: Path, site: Site) -> Iterator[Problem]:
    """What is wrong where the file is missing, is not YAML, inherits settings, or calls the site by another title."""
    if not (root / MKDOCS_YML.path).is_file():
        yield Problem(
            MKDOCS_YML, "MISSING-FILE", "the file is missing", "add it: it names the theme and the navigation"
        )
        return
    try:
        entries = _entries(root)
    except Malformed as malformed:
        yield from malformed.problems
        return
    yield from cut_texts(files.read(root / MKDOCS_YML.path, MKDOCS_YML.path, limits.SETTINGS_FILE), MKDOCS_YML.path)
    yield from _foreign(entries)
    place, name = MKDOCS_YML, ""
    for key, value in entries:
        if key.value == "INHERIT":
            what = "`INHERIT` takes settings from another file, whose texts would be shown as HTML"
            yield Problem(_place(key.start_mark), "BUILDER", what, "write them into this one")
        if key.value in EDITED and (not isinstance(value, yaml.ScalarNode) or _text(value)):
            what = f"`{key.value}` would lead to the source of a page, and Briefbook writes all of them"
            yield Problem(_place(key.start_mark), "BUILDER", what, "delete it")
        if str(key.value) not in DECIDING:
            yield from map(_taken_from_environment, _environment(value, str(key.value)))
        if key.value == "site_url" and not _is_address(_text(value)):
            what = "`site_url` is no address of the web"
            yield Problem(_place(value.start_mark), "BAD-URL", what, "write it as in https://example.org/briefing/")
        if key.value == "site_name":
            place, name = _place(key.start_mark), _text(value)
    if name != site.title:
        what = f"`site_name` is `{name}`, the title in `content/site.yml` is `{site.title}`"
        yield Problem(place, "OTHER-TITLE", what, "give both the same words")


def _foreign(entries: Sequence[tuple[yaml.Node, yaml.Node]]) -> Iterator[Problem]:
    remedy = "leave it out: a build runs nothing of the dossier's own"
    return (Problem(_place(node.start_mark), "BUILDER", what, remedy) for node, what in foreign_code.refused(entries))


def _environment(node: yaml.Node, setting: str) -> Iterator[yaml.Node]:
    """What in a setting is taken from the environment, and may reach a page."""
    waiting, seen = [(node, False)], set[tuple[int, bool]]()
    while waiting:
        node, is_switch = waiting.pop()
        if (id(node), is_switch) in seen:  # it stands in several places
            continue
        seen.add((id(node), is_switch))
        if node.tag == ENVIRONMENT and not is_switch:
            yield node
        elif isinstance(node, yaml.SequenceNode):
            waiting += [(part, False) for part in node.value]
        for key, value in _pairs(node):
            waiting += [(key, False), (value, setting == "plugins" and key.value == SWITCH)]


def _taken_from_environment(node: yaml.Node) -> Problem:
    what = f"`{ENVIRONMENT}` would publish what stands in the environment of whoever builds, which may be a secret"
    return Problem(_place(node.start_mark), "BUILDER", what, "write the value itself")


def _is_address(text: str) -> bool:
    """Whether pages can be found below it; without one, the site opens from a folder."""
    try:
        address = urlsplit(text)
        is_found = address.port != 0 and address.hostname and address.username is None
    except ValueError:  # a port or a host that there cannot be
        return False
    return not text.strip() or bool(address.scheme in ("http", "https") and is_found and not NO_ADDRESS.search(text))


def text(root: Path, *keys: str) -> str:
    """A text in the file, or nothing where there is none."""
    try:
        entries = _entries(root) if (root / MKDOCS_YML.path).is_file() else []
    except Malformed:
        return ""  # the builder says what is wrong
    node: yaml.Node | None = None
    for name in keys:
        node = next((value for key, value in reversed(entries) if key.value == name), None)
        entries = _pairs(node)
    return _text(node)


def for_builder(root: Path, tabs: Sequence[Link]) -> str:
    """The copy that the builder reads: every text that a template may print is escaped, and all folders are ours.

    A file without a navigation of its own has the site's tabs; no page need be in it.
    """
    entries = _composed(_written(root))  # its own: they are changed in their places
    if not any(key.value == "nav" for key, _ in entries):
        pairs = (yaml.MappingNode(MAP, [(_scalar(tab.name), _scalar(tab.url))]) for tab in tabs)
        entries.append((_scalar("nav"), yaml.SequenceNode("tag:yaml.org,2002:seq", [*pairs])))
    escaped: set[int] = set()  # a node that stands in several places is one
    for key, value in entries:
        if str(key.value) in SAID and isinstance(value, yaml.ScalarNode):
            value.value = typographic(value.value)
        if str(key.value) not in UNPRINTED:
            _escape(value, escaped, keys=key.value == "nav")
    theme = next((value for key, value in reversed(entries) if key.value == "theme"), None)
    theme_settings = _pairs(theme) or [(_scalar("name"), _scalar(_text(theme)))]
    our_theme = [*theme_settings, (_scalar("custom_dir"), _scalar(THEME))]
    derived = [(_scalar(key), _scalar(value)) for key, value in DERIVED.items()]
    settings = [*entries, *derived, (_scalar("theme"), yaml.MappingNode(MAP, our_theme))]
    once = {str(key.value): (key, value) for key, value in settings}
    return yaml.serialize(yaml.MappingNode(MAP, [*once.values()]), Dumper=yaml.SafeDumper, allow_unicode=True)


def markdown(copy: str) -> Markdown | str:
    """How Markdown is read by the copy that the builder reads, or the setting for which only the builder knows."""
    settings = _loaded(copy)
    if not settings:
        return "a tag of YAML"
    theme, plugins = settings["theme"], settings.get("plugins")
    if unknown := sorted(settings.keys() - JOINED):
        return f"`{unknown[0]}`"
    if theme.get("name") != "material" or theme.keys() - JOINED_THEME:
        return "`theme`"
    if settings.get("use_directory_urls") is not False:
        return "`use_directory_urls`"
    if plugins != [] and plugins not in ([{"search": {"enabled": False}}], {"search": {"enabled": False}}):
        return "`plugins`"
    if not _is_titled(settings["nav"]):
        return "`nav`"
    try:
        return _markdown(settings.get("markdown_extensions") or [])
    except (AttributeError, RuntimeError, TypeError, ValueError):
        return "`markdown_extensions`"  # of a form that the builder has words for


def _markdown(asked: Any) -> Markdown | str:
    pairs = asked.items() if isinstance(asked, dict) else (next(iter(_settings(one).items())) for one in asked)
    named = {name: dict(given or {}) for name, given in pairs}
    contents = named.get("toc", {})
    unknown = [name for name, given in named.items() if name not in EXTENSIONS or given.keys() - EXTENSIONS[name]]
    if unknown or "attr_list" not in named or contents.get("permalink"):
        return "`markdown_extensions`"
    first, _, last = str(contents.get("toc_depth", 6)).rpartition("-")
    return Markdown(tuple(dict.fromkeys((*BUILT_IN, *named))), named, (int(first or 1), int(last)))


def _settings(extension: Any) -> dict[str, Any]:
    return extension if isinstance(extension, dict) else {extension: {}}


def _is_titled(nav: Any) -> bool:
    """Whether each entry of the navigation has its title there, and none takes it from a page."""
    if isinstance(nav, list):
        return all(isinstance(entry, dict) and all(map(_is_titled, entry.values())) for entry in nav)
    return isinstance(nav, str)


def base(copy: str) -> str:
    """The base address of the site as the builder takes it, with a slash at its end; nothing where there is none."""
    address = _loaded(copy).get("site_url")
    return f"{address.rstrip('/')}/" if address and isinstance(address, str) else ""


def in_nav(copy: str) -> frozenset[str]:
    """The pages that the navigation leads to."""

    def paths(nav: Any) -> Iterator[str]:
        if isinstance(nav, str):
            yield nav
        for below in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
            yield from paths(below)

    return frozenset(path for path in paths(_loaded(copy).get("nav")) if path.endswith(".md"))


def _loaded(copy: str) -> dict[str, Any]:
    """The settings as values; none where a tag stands in the file that only the builder knows."""
    try:
        settings: dict[str, Any] = yaml.load(copy, LOADER)  # noqa: S506 -- a safe one
    except yaml.YAMLError:
        return {}
    return settings


def write(root: Path, tabs: Sequence[Link]) -> None:
    files.write(root / COPY, for_builder(root, tabs))


def _entries(root: Path) -> list[tuple[yaml.Node, yaml.Node]]:
    """The settings as all read them, who change nothing of them: a build asks for one text after another."""
    return [*_read(_written(root))]


def _written(root: Path) -> str:
    return files.read(root / MKDOCS_YML.path, MKDOCS_YML.path, limits.SETTINGS_FILE)


def _composed(written: str) -> list[tuple[yaml.Node, yaml.Node]]:
    """The settings, merged ones among them; of equal keys, the last counts. Tags are the builder's own business."""
    loader = yaml.SafeLoader(written)
    try:
        node = loader.get_single_node()  # composed and not loaded, because the builder knows tags that nobody else does
        if node and _written_out(node, {}) > limits.SETTINGS:
            what = f"with all that aliases repeat, these are more than {limits.SETTINGS:,} values"
            raise Malformed(Problem(MKDOCS_YML, "BUILDER", what, "write out what is meant"))
        if isinstance(node, yaml.MappingNode):
            loader.flatten_mapping(node)
        return _pairs(node)
    except RecursionError:
        raise Malformed(Problem(MKDOCS_YML, "TOO-DEEP", "this is too many levels deep", "write it flatter")) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = _place(mark) if mark else MKDOCS_YML
        raise Malformed(Problem(place, "BUILDER", f"this is not YAML: {error.problem or error.context}")) from None
    except yaml.YAMLError as error:
        raise Malformed(Problem(MKDOCS_YML, "BUILDER", f"this is not YAML: {error}")) from None
    finally:
        loader.dispose()


_read = lru_cache(maxsize=4)(_composed)


def _written_out(node: yaml.Node, known: dict[int, int]) -> int:
    """How many values a node would be without aliases; more than may be where it stands in itself."""
    if id(node) not in known:
        known[id(node)] = limits.SETTINGS + 1
        parts = node.value if isinstance(node, yaml.SequenceNode) else [part for pair in _pairs(node) for part in pair]
        known[id(node)] = 1 + sum(_written_out(part, known) for part in parts)
    return known[id(node)]


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    return list(node.value) if isinstance(node, yaml.MappingNode) else []


def _text(node: yaml.Node | None) -> str:
    return str(node.value) if isinstance(node, yaml.ScalarNode) and node.tag.endswith(":str") else ""


def _escape(node: yaml.Node, escaped: set[int], *, keys: bool) -> None:
    """Escapes the texts of a setting in their place; `keys` too in the navigation, where they are titles."""
    if id(node) in escaped:
        return
    escaped.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        node.value = str(escape(node.value))
    elif isinstance(node, yaml.SequenceNode):
        for part in node.value:
            _escape(part, escaped, keys=keys)
    else:
        for key, value in _pairs(node):
            if keys:
                _escape(key, escaped, keys=keys)
            _escape(value, escaped, keys=keys)


def _scalar(value: str) -> yaml.ScalarNode:
    return yaml.ScalarNode("tag:yaml.org,2002:str", value)


def _place(mark: yaml.Mark) -> Place:
    return Place(MKDOCS_YML.path, mark.line + 1, mark.column + 1)
