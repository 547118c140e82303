"""What search finds: whether each fact of its index has the words that the data give it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from verify_answers import PROVED, REFUTED, Check
from verify_pages import read
from verify_shown import Shown, differs, said

SCRIPT = re.compile(r'finding\.take\("found-[0-9]+","[0-9a-f]+",(.*)\);\s*', re.DOTALL)


def check_search(shown: Shown, site: Path) -> Iterator[Check]:
    """What pages show: “and search finds each fact by the same words.”"""
    scripts, missing = sorted((site / "search").glob("found-*.js")), set(shown.at)
    for script in scripts:
        found = dict.fromkeys(f"search/{script.name}: {fault}" for fault in faults_of(shown, script, missing))
        yield from (Check("search", REFUTED, fault) for fault in found)
        if not found:
            yield Check("search", PROVED, script.name)
    if scripts:
        yield from (Check("search", REFUTED, f"search: {shown.at[one]['id']}: is not found") for one in sorted(missing))


def faults_of(shown: Shown, script: Path, missing: set[str]) -> Iterator[str]:
    for result in results_of(script.read_bytes().decode("utf-8", "replace")):
        if isinstance(result, dict) and result.get("what") == "fact":
            fact = shown.at.get(str(result.get("address")))
            missing.discard(str(result.get("address")))
            yield from differs(fact, read(str(result.get("text"))), said(fact))
            passages = [read(passage["text"]) for passage in fact["passages"]] if fact else []
            given = result.get("passages")
            yield from differs(fact, " | ".join(read(str(one)) for one in given or ()), " | ".join(passages))


def results_of(text: str) -> list[Any]:
    """The results of a script of the index; one of another form has none."""
    held = SCRIPT.fullmatch(text)
    try:
        results = json.loads(held[1]) if held else []
    except ValueError:
        results = []
    return results if isinstance(results, list) else []
