"""What in the builder's own file would run a program that came with the dossier, and is refused.

Whoever builds a dossier that somebody else wrote runs the programs that are installed, and none that stand in its
folder or in its settings.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence

import yaml

Setting = tuple[yaml.Node, yaml.Node]

RUNNING = {  # settings, each with what it would have run
    "hooks": "files of Python that stand in the dossier",
    "extra_templates": "templates that stand in the dossier, which can call any program",
}
PLUGINS = frozenset(("search", "material/search", "offline", "material/offline"))  # no setting of theirs is a path
OF_MARKDOWN = frozenset(  # extensions, which may have `markdown.extensions.` before them
    """abbr admonition attr_list codehilite def_list extra fenced_code footnotes legacy_attrs legacy_em md_in_html meta
    nl2br sane_lists smarty tables toc wikilinks""".split()
)
PYMDOWN = "pymdownx."
READING = frozenset(("pymdownx.b64", "pymdownx.snippets"))  # these put files of whoever builds into pages
CALLED = frozenset(("slugify", "format", "validator", "emoji_index", "emoji_generator"))  # settings that name functions
ICONS = "custom_icons"  # a setting that puts pictures of whoever builds into pages
STANDARD = "tag:yaml.org,2002:"
PYTHON = f"{STANDARD}python/"
FUNCTIONS = frozenset(  # that people name with the theme
    f"{PYTHON}{function}"
    for function in (
        "name:material.extensions.emoji.to_svg",
        "name:material.extensions.emoji.twemoji",
        "name:pymdownx.superfences.fence_code_format",
        "name:pymdownx.superfences.fence_div_format",
        "object/apply:pymdownx.slugs.slugify",
    )
)


def refused(settings: Sequence[Setting]) -> Iterator[tuple[yaml.Node, str]]:
    """Each key, name or tag that would run what came with the dossier, with what is wrong with it."""
    for key, value in settings:
        if not key.tag.startswith("tag:"):
            yield key, "the name of a setting comes from the environment of whoever builds"
        if str(key.value) in RUNNING:
            yield key, f"`{key.value}` would run {RUNNING[str(key.value)]}, on the machine of whoever builds"
        if str(key.value) in NAMING:
            named = ((name, NAMING[str(key.value)](str(name.value))) for name in _names(value))
            yield from ((name, what) for name, what in named if what)
        if str(key.value) == "markdown_extensions":
            yield from _calling(value)
    for node in _all_nodes(settings):
        if node.tag.startswith(PYTHON) and node.tag not in FUNCTIONS:
            yield node, f"the tag `!!{node.tag.removeprefix(STANDARD)}` would run code of Python"
        elif node.tag == f"{STANDARD}merge":
            yield node, f"`{node.value}` would bring settings here that stand elsewhere"


def _calling(extensions: yaml.Node) -> Iterator[tuple[yaml.Node, str]]:
    """What the settings of extensions would have called, or read: some builders take a plain text for a function."""
    mappings = (node for node in _all_nodes([(extensions, extensions)]) if isinstance(node, yaml.MappingNode))
    for key, value in (pair for node in mappings for pair in node.value):
        if str(key.value) in CALLED and value.tag not in FUNCTIONS:
            yield key, f"`{key.value}` would call what it names"
        elif str(key.value) == ICONS:
            yield key, f"`{ICONS}` would publish files of whoever builds"


def _of_plugin(name: str) -> str:
    return "" if name in PLUGINS else f"the plugin `{name}` may run or write what its settings name"


def _of_extension(name: str) -> str:
    """An extension of Markdown is named by any module that is installed; with a colon, by anything in one."""
    if name in READING:
        return f"`{name}` would publish files of whoever builds"
    if ":" not in name and (name.removeprefix("markdown.extensions.") in OF_MARKDOWN or name.startswith(PYMDOWN)):
        return ""
    return f"`{name}` would be called as an extension of Markdown, and may be none"


NAMING: Mapping[str, Callable[[str], str]] = {"plugins": _of_plugin, "markdown_extensions": _of_extension}


def _names(listed: yaml.Node) -> Iterator[yaml.Node]:
    """The names in a list of plugins or extensions, each of which may have settings."""
    for one in listed.value if isinstance(listed, yaml.SequenceNode) else (listed,):
        if isinstance(one, yaml.MappingNode):
            yield from (name for name, _ in one.value)
        elif one.value:
            yield one


def _all_nodes(settings: Sequence[Setting]) -> Iterator[yaml.Node]:
    """Every key and value, those below others too; one that stands in several places once."""
    waiting, seen = deque(node for setting in settings for node in setting), set[int]()
    while waiting:
        node = waiting.popleft()
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        if isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif isinstance(node, yaml.MappingNode):
            waiting += [part for pair in node.value for part in pair]
