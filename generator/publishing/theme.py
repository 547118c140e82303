"""What the builder's theme is given: our templates, one style sheet, and the words of the interface in its own form."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup

from generator.content.site import Owner
from generator.site.parts.page import Link
from generator.site.render.policy import META
from generator.site.render.typography import typographic

FOLDER = Path(__file__).parent.parent / "theme"
STYLES = "assets/briefbook.css"  # the one that `mkdocs.yml` names
POLICY = "partials/policy.html"
WORDS = "partials/language.html"  # where the theme's templates ask for words, with `lang.t("key")`
PUBLISHER = "partials/publisher.html"  # who answers for the dossier, as it stands at the foot of every page
OWN = "partials/own.html"  # links to the pages of one's own
TEXTS = (".css", ".html", ".js", ".svg", ".json", ".txt")
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_FOLDER = re.compile(r"\"\{\{.*?\}\}\",location")  # how a script of the theme asks for the folder of the site
_MAP_OF_SOURCE = re.compile(r"/\*# sourceMappingURL=.*?\*/")


def theme(
    words: Mapping[str, Any],
    styles: tuple[Path, ...],
    scripts: Mapping[str, str],
    publisher: Owner | None = None,
    own_pages: Iterable[Link] = (),
) -> dict[str, str | bytes]:
    """Every file of the theme by its path; `styles` are the builder's own, which ours follow, `scripts` its templates
    that write scripts into pages."""
    paths = {path.relative_to(FOLDER).as_posix(): path for path in sorted(FOLDER.rglob("*")) if path.is_file()}
    files: dict[str, str | bytes] = {name: _content(path) for name, path in paths.items() if path.suffix != ".css"}
    files[STYLES] = "".join(_styles(styles, {name: path for name, path in paths.items() if path.suffix == ".css"}))
    files[WORDS], files[POLICY] = _words_template(words), f"{META}\n"
    files[PUBLISHER], files[OWN] = _publisher_template(words, publisher), _own_template(own_pages)
    for name, template in scripts.items():
        files |= _apart(name, template)
    return dict(sorted(files.items()))


def _styles(styles: tuple[Path, ...], paths: Mapping[str, Path]) -> Iterator[str]:
    """All styles in one file, because each further one makes a reader wait for another answer of the server."""
    for path in styles:
        yield _MAP_OF_SOURCE.sub("", path.read_text(encoding="utf-8")).strip() + "\n"
    for name in sorted(paths, key=lambda name: (name != STYLES, name)):
        yield paths[name].read_text(encoding="utf-8")


def _words_template(words: Mapping[str, Any]) -> str:
    """A template whose macro `t` gives the theme its words; a text that the theme never shows has none."""
    phrases = {"language": words["language"], "direction": words["direction"], **words["frame"]["theme"]}
    return f"{{% macro t(key) %}}{{{{ {json.dumps(phrases, ensure_ascii=False)}[key] }}}}{{% endmacro %}}\n"


def _publisher_template(words: Mapping[str, Any], publisher: Owner | None) -> str:
    """A line that names the publisher; it is written as a text of a template, in which nothing is acted on."""
    if not publisher:
        return ""
    link, name = Markup('<a href="{0}" rel="noopener noreferrer">{1}</a>'), Markup.escape(publisher.name)
    named = link.format(publisher.url, name) if publisher.url else name
    line = Markup.escape(words["frame"]["theme"]["colophon.publisher"]).format(name=named)
    if publisher.mail:
        line += Markup(' · <a href="mailto:{0}">{0}</a>').format(publisher.mail)
    return f"{{{{ {json.dumps(line, ensure_ascii=False)} }}}}\n"


def _own_template(pages: Iterable[Link]) -> str:
    """The links to pages of one's own, each text written as that of a template."""
    line = "<li><a href=\"{{{{ '{url}' | url }}}}\">{{{{ {name} }}}}</a></li>\n"
    return "".join(
        line.format(url=page.url, name=json.dumps(Markup.escape(typographic(page.name)), ensure_ascii=False))
        for page in pages
    )


def _apart(name: str, template: str) -> dict[str, str]:
    """A script of the theme in a file of its own, because no page may hold one, and the template that loads it."""
    file = f"assets/{Path(name).stem}.js"
    script = _FOLDER.sub('"..",document.currentScript.src', "".join(_SCRIPT.findall(template)))
    if not script or "{{" in script:
        raise ValueError(f"the builder's {name} holds no script that could stand in a file")
    return {file: f"{script}\n", name: f"<script src=\"{{{{ '{file}' | url }}}}\"></script>\n"}


def _content(path: Path) -> str | bytes:
    return path.read_text(encoding="utf-8") if path.suffix in TEXTS else path.read_bytes()
