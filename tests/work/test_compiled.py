"""A template is compiled once, and anew where its text, what compiles it, or what is kept of it is another."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader

from generator.publishing import in_process
from generator.publishing.theme import OWN, PUBLISHER
from generator.site.render.markup import environment
from generator.work.compiled import Compiled
from tests.folders import HERE, context_of
from tests.site.themed import in_theme

Write = Callable[..., tuple[str, int]]


@pytest.fixture(autouse=True)
def _something_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python keeps what it compiles, though another test had it keep nothing."""
    monkeypatch.setattr("sys.dont_write_bytecode", False)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a page in a new environment: what it says, and how many templates were compiled for it."""
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


def test_a_template_is_known_by_its_name_wherever_it_stands_unless_it_is_passed_over(tmp_path: Path) -> None:
    for root in ("one", "other"):
        for name, text in (("page", "a"), ("own", root)):
            (tmp_path / root).mkdir(exist_ok=True)
            (tmp_path / root / name).write_text(text)
        kept = Compiled(tmp_path / "kept", "1.0", ("own",))
        page = Environment(loader=FileSystemLoader(tmp_path / root), bytecode_cache=kept)
        assert [page.get_template(name).render() for name in ("page", "own")] == ["a", root]
    assert len(list((tmp_path / "kept").iterdir())) == 1


def test_another_version_compiles_anew(tmp_path: Path) -> None:
    def kept_by(version: str) -> list[bytes]:
        kept = Compiled(tmp_path, version)
        Environment(loader=DictLoader({"page": "a"}), bytecode_cache=kept).get_template("page")
        return [path.read_bytes() for path in tmp_path.iterdir()]

    assert kept_by("1.0") == kept_by("1.0") != kept_by("2.0")


def test_the_themes_templates_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """But for the two that a dossier has of its own."""
    compiled, compiles = list[str](), Environment.compile

    def counted(self: Environment, source: Any, name: str | None = None, *of: Any, **more: Any) -> Any:
        compiled.append(name or "")
        return compiles(self, source, name, *of, **more)

    monkeypatch.setattr(in_process, "COMPILED", tmp_path / "kept")
    monkeypatch.setattr(Environment, "compile", counted)
    context = context_of(HERE / "small")
    page = {"index.md": "---\ntitle: A page\n---\n\n# A page\n"}
    for times in (1, 2):
        in_theme(tmp_path / str(times), context.briefing.content.site, page, page)
        assert compiled.count("base.html") == 1
        assert {compiled.count(name) for name in (OWN, PUBLISHER)} == {times}
