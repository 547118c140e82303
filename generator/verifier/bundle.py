"""What a stranger repeats the checks with: a program without needs, the tables of the contract, and every lock."""

from __future__ import annotations

from pkgutil import get_data

from generator.briefing import Briefing
from generator.evidence.locks import written
from generator.evidence.proving import lock_for
from generator.evidence.source import FullText
from generator.verifier.tables import contract_json

PROGRAM = ("verify.py", "verify_words.py")
TABLES = "data/contract.json"


def verifier_files(briefing: Briefing) -> dict[str, str | bytes]:
    """Locks hold facts only, so they are published for every article that has a text or a lock."""
    locks = {f"data/locks/{article}.lock": _lock(briefing, article) for article in sorted(briefing.sources)}
    return {**{name: _program(name) for name in PROGRAM}, TABLES: contract_json(), **locks}


def _lock(briefing: Briefing, article: str) -> str:
    source = briefing.sources[article]
    if isinstance(source, FullText):
        return written(lock_for(briefing.content, article, source, briefing.facts_in(article)))
    return written(briefing.locks[article])


def _program(name: str) -> bytes:
    return get_data("generator", f"verifier/shipped/{name}") or b""
