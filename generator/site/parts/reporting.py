"""Where a reader reports an error in a fact: a letter that is begun, or the place that the dossier names for it."""

from __future__ import annotations

import re
from urllib.parse import quote

from generator.site.parts.context import RenderContext
from generator.site.render.markup import plain

# The form of GitHub for a new issue, which takes a title and a text from its address; other places say nothing of it.
ISSUE_FORM = re.compile(r"https://github\.com/[^/?#]+/[^/?#]+/issues/new(?:\?[^#]*)?")


def report_url(context: RenderContext, fact_url: str, say: str) -> str:
    """The address that begins a report on a fact, with what it says and where; empty where nobody takes one."""
    site, words = context.briefing.content.site, context.words["report"]
    subject = words["subject"].format(site=plain(site.title))
    address = f"{context.address}{fact_url}"
    lines = words["letter"].format(say=plain(say), address=address, date=context.day(site.edition)).split("\n")
    if site.publisher and site.publisher.mail:
        return f"mailto:{site.publisher.mail}?subject={_encoded(subject)}&body={_encoded(*lines)}"
    if site.corrections_url and ISSUE_FORM.fullmatch(site.corrections_url):
        more = "&" if "?" in site.corrections_url else "?"
        return f"{site.corrections_url}{more}title={_encoded(subject)}&body={_encoded(*lines)}"
    return site.corrections_url or ""


def _encoded(*lines: str) -> str:
    """Lines as a part of an address; they end as those of a letter do (RFC 6068)."""
    return "%0D%0A".join(quote(line, safe="") for line in lines)
