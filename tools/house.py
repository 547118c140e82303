"""Prints how the house stands: sizes, circles, arrows up, modules that one other module needs, and private words.

`python -m tools.house [FOLDER]` looks at `generator/` of this repository, or of the FOLDER of another checkout.
"""

from __future__ import annotations

import ast
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.test_layers import FLOOR, imports, layer, name_of

# The names that the words of the trade take the place of; ARCHITECTURE.md says what is called what.
PRIVATE = frozenset(
    "told tells_of telling settle complete alone Ground behind Spot Standing Stretch Outline echoes Dissent Tally "
    "reckoning exactness resembling figures says gives within Gazetteer table Kept loose kept written read waits lean "
    "PLAN CHOICE Desk News found one known said here there own Book around moved grids Stand Told dossier taking "
    "poster sign results leftovers strangers threads moments cues arriving living cited alike voice by fewer".split()
)


def modules(root: Path) -> dict[str, ast.Module]:
    """Dotted name → syntax tree of every module below `generator/`."""
    paths = sorted((root / "generator").rglob("*.py"))
    return {name_of(path): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


def needs(root: Path, known: Mapping[str, ast.Module]) -> dict[str, set[str]]:
    """Module → the modules of the program that it imports."""
    found: dict[str, set[str]] = {}
    for path in sorted((root / "generator").rglob("*.py")):
        targets = {target for _, target in imports(path)}
        own = {next((t for t in (target, target.rpartition(".")[0]) if t in known), "") for target in targets}
        found[name_of(path)] = own - {"", name_of(path)}
    return found


def functions(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The length in lines and the name of every function."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield (node.end_lineno or node.lineno) - node.lineno + 1, node.name


def circles(needed: Mapping[str, set[str]]) -> list[list[str]]:
    """Groups of modules that import each other, directly or in a round."""
    reach = {module: _reached(module, needed) for module in needed}
    groups = {tuple(sorted(b for b in reach[a] if a in reach[b])) for a in needed if a in reach[a]}
    return sorted(map(list, groups))


def _reached(start: str, needed: Mapping[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    ahead = [*needed[start]]
    while ahead:
        module = ahead.pop()
        if module not in seen:
            seen.add(module)
            ahead += needed.get(module, ())
    return seen


def arrows_up(needed: Mapping[str, set[str]]) -> list[str]:
    """Imports of what stands above, or beside in another part."""
    found = []
    for module, targets in needed.items():
        here = layer(module)
        for target in sorted(targets):
            there = layer(target)
            if there != here and there in FLOOR and FLOOR[there] <= FLOOR[here]:
                found.append(f"{module} → {target}")
    return found


def private_names(trees: Mapping[str, ast.Module]) -> tuple[dict[str, list[str]], Counter[str]]:
    """Private word → the modules that it names or that define it for others; and how often a variable has it."""
    public: dict[str, list[str]] = {}
    variables: Counter[str] = Counter()
    for module, tree in trees.items():
        inner = {id(node) for part in ast.walk(tree) if isinstance(part, ast.FunctionDef) for node in ast.walk(part)}
        inner -= {
            id(node) for part in ast.walk(tree) if isinstance(part, ast.ClassDef | ast.Module) for node in part.body
        }
        for name in {module.rpartition(".")[2]} & PRIVATE:
            public.setdefault(name, []).append(module)
        for node in ast.walk(tree):
            for name in _defined(node) & PRIVATE:
                if id(node) in inner:
                    variables[name] += 1
                else:
                    public.setdefault(name, []).append(module)
    return public, variables


def _defined(node: ast.AST) -> set[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {node.name}
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return {node.target.id}
    if isinstance(node, ast.Assign):
        return {target.id for target in node.targets if isinstance(target, ast.Name)}
    return set()


def main() -> None:
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent).resolve()
    trees = modules(root)
    needed = needs(root, trees)
    sizes = {name_of(path): path.read_text(encoding="utf-8").count("\n") for path in (root / "generator").rglob("*.py")}
    longest = sorted(((*one, module) for module, tree in trees.items() for one in functions(tree)), reverse=True)
    importers = {module: {other for other, targets in needed.items() if module in targets} for module in trees}
    single = sorted(module for module, by in importers.items() if len(by) == 1)
    public, variables = private_names(trees)
    print(f"lines {sum(sizes.values())} · modules {len(trees)} · functions {len(longest)}")
    print(f"longest module: {max(sizes, key=lambda module: sizes[module])}, {max(sizes.values())} lines")
    print(f"longest functions: {', '.join(f'{name} of {module} {size}' for size, name, module in longest[:3])}")
    print(f"circles: {len(circles(needed))} {circles(needed) or ''}")
    print(f"arrows up: {len(arrows_up(needed))} {'; '.join(arrows_up(needed))}")
    print(f"modules with one importer: {len(single)}: {', '.join(single)}")
    print(f"private words as names: {len(public)}")
    for name, modules_of_it in sorted(public.items()):
        print(f"  {name}: {', '.join(modules_of_it)}")
    counted = ", ".join(f"{name} {number}" for name, number in variables.most_common())
    print(f"private words as variables: {variables.total()}: {counted}")


if __name__ == "__main__":
    main()
