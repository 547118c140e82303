"""What a stranger repeats the checks with: a program without needs, the tables of the contract, and every lock."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import partial
from pkgutil import get_data

from generator.briefing import Briefing
from generator.evidence.lock import dumps
from generator.evidence.source import FullText
from generator.verifier.tables import contract_json
from generator.work.promised import File, Promised

PROGRAM = (
    "verify.py",
    "verify_amounts.py",
    "verify_answers.py",
    "verify_articles.py",
    "verify_bearers.py",
    "verify_collection.py",
    "verify_comparisons.py",
    "verify_cut.py",
    "verify_dates.py",
    "verify_derived.py",
    "verify_facts.py",
    "verify_files.py",
    "verify_figures.py",
    "verify_locks.py",
    "verify_marked.py",
    "verify_names.py",
    "verify_numbers.py",
    "verify_own_words.py",
    "verify_pages.py",
    "verify_parts.py",
    "verify_passages.py",
    "verify_places.py",
    "verify_search.py",
    "verify_sense.py",
    "verify_sentences.py",
    "verify_shown.py",
    "verify_stated.py",
    "verify_tags.py",
    "verify_words.py",
    "verify_work.py",
)
# Modules of the program that need nothing but the standard library, and are shipped as they are.
SHARED = {
    "verify_amounts.py": "evidence/amounts.py",
    "verify_figures.py": "evidence/figures.py",
    "verify_sense.py": "evidence/sense.py",
}
TABLES = "data/contract.json"
# In the program as it is kept here. The digest of the tables takes its place only in what is published, because the
# tables follow from the records: a field more that is bound changes them, and must not need a change of the program.
DIGEST_OF_TABLES = b"@tables@"


def verifier_files(briefing: Briefing) -> Iterator[tuple[str, File]]:
    """Locks hold facts only, so they are published for every article in the data that has a text or a lock."""
    kept = [article for article in sorted(briefing.curated) if article in briefing.sources]
    yield from program_files().items()
    yield from ((f"data/locks/{article}.lock", _lock(briefing, article)) for article in kept)


def program_files() -> dict[str, str | bytes]:
    """The program, which knows the tables by their digest, and the tables."""
    tables = contract_json()
    digest = hashlib.sha256(tables.encode()).hexdigest().encode()
    program = {name: _shipped_file(name).replace(DIGEST_OF_TABLES, digest) for name in PROGRAM}
    return {**program, TABLES: tables}


def _lock(briefing: Briefing, article: str) -> File:
    """The lock of an article; it is made only where it is not known already what it is made from."""
    make = partial(_written_lock, briefing, article)
    return Promised(briefing.lock_key(article), make) if article in briefing.made_from else make()


def _written_lock(briefing: Briefing, article: str) -> str:
    source = briefing.sources[article]
    if isinstance(source, FullText):
        return briefing.lock_of_its_text(article, source)
    return dumps(briefing.locks[article])


def _shipped_file(name: str) -> bytes:
    return get_data("generator", SHARED.get(name, f"verifier/shipped/{name}")) or b""
