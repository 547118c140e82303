"""The list of a page's own parts under its title, which phones and pages without a column for it show."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.site.render.markup import md

FEWEST = 3  # shorter pages are looked through faster than their list
_TITLE = re.compile(r"^# .+$", re.MULTILINE)
_PART = re.compile(r"\n## (?P<name>.+?) \{ #(?P<id>[a-z0-9-]+)[^}]*\}$", re.MULTILINE)  # letters are found fast


def with_contents(text: str, words: Mapping[str, Any]) -> str:
    """A page's Markdown with the list of its second headings, whose text is inert already."""
    parts = [part.groupdict() for part in _PART.finditer(text)]
    title = _TITLE.search(text)
    if title is None or len(parts) < FEWEST:
        return text
    items = "\n".join(f'<li><a href="#{part["id"]}">{part["name"]}</a></li>' for part in parts)
    name = md(words["page"]["here"])
    listed = f"""<nav class="here" aria-label="{name}">
<details>
<summary>{name}</summary>
<ul>
{items}
</ul>
</details>
</nav>"""
    return f"{text[: title.end()]}\n\n{listed}\n{text[title.end() :]}"
