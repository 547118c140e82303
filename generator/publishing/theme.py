"""What the builder's theme is given: our templates, one style sheet, and the words of the interface in its own form."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "theme"
STYLES = "assets/briefbook.css"  # the one that `mkdocs.yml` names
WORDS = "partials/language.html"  # where the theme's templates ask for words, with `lang.t("key")`
TEXTS = (".css", ".html", ".js", ".svg", ".json", ".txt")
_MAP_OF_SOURCE = re.compile(r"/\*# sourceMappingURL=.*?\*/")


def theme(words: Mapping[str, Any], styles: tuple[Path, ...]) -> dict[str, str | bytes]:
    """Every file of the theme by its path; `styles` are the builder's own styles, which ours follow."""
    ours = {path.relative_to(FOLDER).as_posix(): path for path in sorted(FOLDER.rglob("*")) if path.is_file()}
    found: dict[str, str | bytes] = {name: _read(path) for name, path in ours.items() if path.suffix != ".css"}
    found[STYLES] = "".join(_styles(styles, {name: path for name, path in ours.items() if path.suffix == ".css"}))
    found[WORDS] = _spoken(words)
    return dict(sorted(found.items()))


def _styles(styles: tuple[Path, ...], ours: Mapping[str, Path]) -> Iterator[str]:
    """All styles in one file, because each further one makes a reader wait for another answer of the server."""
    for path in styles:
        yield _MAP_OF_SOURCE.sub("", path.read_text(encoding="utf-8")).strip() + "\n"
    for name in sorted(ours, key=lambda name: (name != STYLES, name)):
        yield ours[name].read_text(encoding="utf-8")


def _spoken(words: Mapping[str, Any]) -> str:
    """A template whose macro `t` gives the theme its words; what nobody shows has none."""
    said = {"language": words["language"], "direction": words["direction"], **words["frame"]["theme"]}
    return f"{{% macro t(key) %}}{{{{ {json.dumps(said, ensure_ascii=False)}[key] }}}}{{% endmacro %}}\n"


def _read(path: Path) -> str | bytes:
    return path.read_text(encoding="utf-8") if path.suffix in TEXTS else path.read_bytes()
