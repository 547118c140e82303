"""A template is compiled once, and anew where its text, what compiles it, or what is kept of it is another."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment

from generator.site.render.markup import environment
from generator.work.compiled import Compiled

Write = Callable[..., tuple[str, int]]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes a page in a new environment: what it says, and how many templates were compiled for it."""
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    (tmp_path / "compilers").mkdir()
    (tmp_path / "compilers" / "one.py").write_text("1")

    def written(text: str = "a {{ x }}", folder: Path = tmp_path / "kept") -> tuple[str, int]:
        compiled = list[Any]()

        class Counting(Environment):
            def compile(self, *of: Any, **more: Any) -> Any:
                compiled.append(of)
                return super().compile(*of, **more)

        kept = Compiled(folder, tmp_path / "compilers")
        page = Counting(loader=DictLoader({"page": text}), bytecode_cache=kept).get_template("page")
        return page.render(x="b"), len(compiled)

    return written


def test_a_template_is_compiled_once(write: Write) -> None:
    assert [write(), write()] == [("a b", 1), ("a b", 0)]


def test_another_text_is_compiled_anew(write: Write) -> None:
    assert [write(), write("c {{ x }}"), write("c {{ x }}")] == [("a b", 1), ("c b", 1), ("c b", 0)]


def test_another_compiler_compiles_anew(write: Write, tmp_path: Path) -> None:
    write()
    (tmp_path / "compilers" / "one.py").write_text("2")
    assert write() == ("a b", 1)


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: data[:-1] + b"?", lambda _: b""])
def test_a_damaged_entry_is_compiled_anew(write: Write, tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    write()
    [entry] = (tmp_path / "kept").iterdir()
    entry.write_bytes(damage(entry.read_bytes()))
    assert [write(), write()] == [("a b", 1), ("a b", 0)]


def test_a_folder_that_cannot_be_written_is_done_without(write: Write, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert [write(folder=tmp_path / "file" / "kept") for _ in range(2)] == [("a b", 1)] * 2


def test_nothing_is_kept_where_python_keeps_nothing(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert [write(), write()] == [("a b", 1)] * 2


def test_the_pages_templates_are_kept() -> None:
    assert isinstance(environment().bytecode_cache, Compiled)
