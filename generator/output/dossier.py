"""The look of the printable document, which stands beside it: the theme of the site is not loaded there."""

from __future__ import annotations

from pkgutil import get_data

SHEET = "assets/dossier.css"


def sheet() -> bytes:
    return get_data("generator", "templates/dossier.css") or b""
