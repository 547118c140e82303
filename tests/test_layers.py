"""The house keeps its floors: imports run one way, and few modules touch the world outside."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
# A module may import what stands in a row further down, never its own row's neighbours.
ROWS = (
    {"__main__", "checks"},  # the second is only the rules under an earlier name
    {"commands"},
    {"pipeline"},
    {"preview", "drafting"},
    {"assembly", "publishing"},
    {"writing"},
    {"kept_pages"},
    {"exports"},
    {"site.pages"},
    {"site.pictures"},
    {"site.parts"},
    {"site.render"},
    {"analysis"},
    {"rules"},
    {"measures", "history", "verifier", "lockfiles"},
    {"briefing"},
    {"evidence", "files"},
    {"content"},
    {"work"},
    {"problems", "stages", "limits"},
    {""},  # the package itself
)
FLOOR = {name: number for number, row in enumerate(ROWS) for name in row}
# The disk is reached through these alone.
READERS_OF_FILES = {"commands", "pipeline", "publishing", "preview"}
OPEN_TO_THE_WORLD = READERS_OF_FILES | {"checks", "files", "work"}  # the pipeline ends in a build
# Disk, clock, network, environment and randomness: what would make the same texts give other bytes.
WORLD = {
    *("glob", "io.open", "io.FileIO", "os", "pathlib.Path", "shutil", "subprocess", "sys", "tempfile", "time"),
    *("http", "random", "secrets", "socket", "urllib.request", "uuid"),
}
TOUCHES = {
    *("open", "input", "print", "exit", "breakpoint"),
    *("read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "iterdir", "rglob"),
    *("now", "today", "utcnow"),
}
SHIPPED = ROOT / "generator" / "verifier" / "shipped"  # a program of its own, which imports nothing of this one
MODULES = sorted(path for path in (ROOT / "generator").rglob("*.py") if SHIPPED not in path.parents)


def name_of(path: Path) -> str:
    """`generator/content/dates.py` is `generator.content.dates`; a package's own file bears its name."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def layer(module: str) -> str:
    """The part of the house: `content` for `generator.content.dates`, `site.parts` for `generator.site.parts.cards`."""
    names = module.split(".")[1:3]
    return next((part for part in (".".join(names), *names[:1]) if part in FLOOR), (*names, "")[0])


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """All that a module is made of; read once, though several tests look at it."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of all that a module imports, wherever in it the import stands."""
    package = name_of(path).split(".")[: None if path.name == "__init__.py" else -1]
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            start = ".".join([*base, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{start}.{alias.name}") for alias in node.names)


def arrows_astray(path: Path) -> Iterator[str]:
    here = layer(name_of(path))
    for line, target in imports(path):
        there = layer(target)
        if target.split(".")[0] != "generator" or there == here or there not in FLOOR:
            continue
        if FLOOR[there] <= FLOOR[here] or (there == "files" and here not in READERS_OF_FILES):
            yield f"{path.relative_to(ROOT)}:{line}: `{here}` may not import `{target}`"


def doors_open(path: Path) -> Iterator[str]:
    for line, target in imports(path):
        if any(f"{target}.".startswith(f"{name}.") or name.startswith(f"{target}.") for name in WORLD):
            yield f"{path.relative_to(ROOT)}:{line}: imports `{target}`"
    for node in nodes_of(path):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in TOUCHES:
                yield f"{path.relative_to(ROOT)}:{node.lineno}: calls `{called}`"


def test_every_module_has_its_floor() -> None:
    assert {layer(name_of(path)) for path in MODULES} <= set(FLOOR)


def test_arrows_run_one_way() -> None:
    assert [astray for path in MODULES for astray in arrows_astray(path)] == []


def test_only_the_edges_touch_the_world() -> None:
    inside = [path for path in MODULES if layer(name_of(path)) not in OPEN_TO_THE_WORLD]
    assert [door for path in inside for door in doors_open(path)] == []


def test_what_people_have_is_written_by_one_module() -> None:
    """Commands leave to it all but what they make anew, and what they lay out for themselves."""
    allowed = {
        "saving": {"files.laid_beside", "unlink"},
        "git": {"write_bytes"},  # of a revision, into a folder of its own
        "diff": {"files.write"},
        "propose": {"unlink"},  # of a working tree of its own
    }
    writes = {"write_text", "write_bytes", "unlink", "rename", "touch", "symlink_to"}
    for path in (ROOT / "generator/commands").glob("*.py"):
        calls = [node.func for node in nodes_of(path) if isinstance(node, ast.Call)]
        names = {ast.unparse(call) for call in calls} & {"files.write", "files.laid_beside", "open"}
        names |= {call.attr for call in calls if isinstance(call, ast.Attribute)} & writes
        assert names == allowed.get(path.stem, set()), path


def test_the_rules_answer_to_their_earlier_name() -> None:
    """Whoever takes rules away under that name takes them away from the program."""
    import generator.checks
    import generator.rules

    assert generator.checks is generator.rules
