"""What a new article begins with: the file of its drafted facts, and the lock of its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.content import reading
from generator.content.model import Article, FactFile
from generator.content.paths import FACTS, is_content
from generator.content.reading import Content
from generator.drafting import records, writing
from generator.drafting.importing import ImportedText
from generator.drafting.proposals import propose
from generator.evidence import lock, proving

NO_FACTS = "article: {label: new, published: 20XX}"  # stands for a new article while its registries are read


def new_article(texts: Mapping[str, str], imported: ImportedText, id: str, published: str = "") -> tuple[str, str]:
    """A fact file for a new article, drafted from its text, and a lock that knows its drafts."""
    path = f"{FACTS}{id}.yml"
    texts = {path: text for path, text in texts.items() if is_content(path)}  # it may be what nothing reads yet
    dated = records.dated(replace(imported, published=published or imported.published), id)
    content = _with_article(reading.read({**texts, path: NO_FACTS}), id, records.record(imported, dated, id))
    article = records.record(imported, dated, id, content)
    content = _with_article(content, id, article)
    text = proving.full_text(content, id, imported.text)
    drafted = writing.fact_file(article, propose(content, proving.alias_table(content), id, text, article.name))
    whole = reading.read({**texts, path: drafted})
    return drafted, lock.dumps(proving.lock_for(whole, id, proving.full_text(whole, id, imported.text)))


def _with_article(content: Content, id: str, article: Article) -> Content:
    return replace(content, articles={**content.articles, id: FactFile(article=article)})
