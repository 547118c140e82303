"""The printable document as a PDF, made by WeasyPrint, which is an extra; it is given all that it may read."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

from lxml import html

from generator.problems import Malformed, Place, Problem

PLACE = Place("dossier.pdf")


def pdf(page: str, sheet: str, address: str, edition: date) -> bytes:
    """The page as PDF: the same bytes for the same page, style and edition; its links lead to the published site."""
    with _dated(edition):
        try:
            from weasyprint import CSS, HTML
            from weasyprint.urls import URLFetcher
        except ImportError:
            remedy = "`python -m pip install 'briefbook[pdf]'`"
            raise Malformed(Problem(PLACE, "NO-PDF", "WeasyPrint is not installed", remedy)) from None
        except OSError:
            remedy = "install it with the system's packages; on Debian and Ubuntu it is called `libpangoft2-1.0-0`"
            raise Malformed(Problem(PLACE, "NO-PDF", "the library Pango is missing", remedy)) from None
        logging.getLogger("weasyprint").setLevel(logging.ERROR)  # it warns of every rule that is meant for screens
        nothing = URLFetcher(allowed_protocols=())
        document = HTML(string=_self_contained(page, address), base_url=address or None, url_fetcher=nothing)
        style = CSS(string=sheet, url_fetcher=nothing)
        name = edition.isoformat().encode()
        document_bytes: bytes = document.write_pdf(stylesheets=[style], pdf_identifier=name, pdf_tags=True)
        return document_bytes


def _self_contained(page: str, address: str) -> str:
    """The page without the files that it would fetch, and without links that lead nowhere."""
    tree = html.document_fromstring(page)
    for head in tree.findall("head"):
        for file in head.findall("link"):
            head.remove(file)
    for link in tree.iter("a"):
        if not address and not link.get("href", "").startswith(("#", "http:", "https:")):
            link.attrib.pop("href")
    return str(html.tostring(tree, encoding="unicode", doctype="<!doctype html>"))


@contextmanager
def _dated(edition: date) -> Iterator[None]:
    """Inside of it, programs write the date of the edition where they would write that of now."""
    name, before = "SOURCE_DATE_EPOCH", os.environ.get("SOURCE_DATE_EPOCH")
    midnight = datetime(edition.year, edition.month, edition.day, tzinfo=UTC)
    os.environ[name] = str(int(midnight.timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before
