"""What in the builder's own file would run a program that came with the dossier, and is refused.

Whoever builds a dossier that somebody else wrote runs the programs that are installed, and none that stand in its
folder or in its settings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import yaml

Setting = tuple[yaml.Node, yaml.Node]

RUNNING = {  # settings, each with what it would have run
    "hooks": "files of Python that stand in the dossier",
    "extra_templates": "templates that stand in the dossier, which can call any program",
}
PLUGINS = frozenset(
    ("search", "material/search", "offline", "material/offline")
)  # nothing of theirs is a path or a name
READING = "pymdownx.snippets"  # an extension that puts files of whoever builds into pages
PYTHON = "tag:yaml.org,2002:python/"
FUNCTIONS = frozenset(  # that the manual of the theme has people name
    f"{PYTHON}name:{function}"
    for function in (
        "material.extensions.emoji.to_svg",
        "material.extensions.emoji.twemoji",
        "pymdownx.superfences.fence_code_format",
        "pymdownx.superfences.fence_div_format",
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
    yield from (
        (node, f"the tag `!!{node.tag.removeprefix('tag:yaml.org,2002:')}` would run code of Python")
        for node in _all_nodes(settings)
        if node.tag.startswith(PYTHON) and node.tag not in FUNCTIONS
    )


def _of_plugin(name: str) -> str:
    return "" if name in PLUGINS else f"the plugin `{name}` may run or write what its settings name"


def _of_extension(name: str) -> str:
    """An extension of Markdown is named by a module; with a colon, by anything in one that can be called."""
    if ":" in name:
        return f"`{name}` would call what is no extension of Markdown, with the settings that stand here"
    return f"`{READING}` would publish files of whoever builds" if name == READING else ""


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
    waiting, seen = [node for setting in settings for node in setting], set[int]()
    while waiting:
        node = waiting.pop(0)
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        if isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif isinstance(node, yaml.MappingNode):
            waiting += [part for pair in node.value for part in pair]
