"""Prints how well drafting finds what a careful curator found; `python -m tools.measure_drafts [FOLDER] [--list]`.

A folder has `registry.yml` (leaders, countries, organisations, publishers) and a YAML file for each invented article:

- `kind`; `text`, a paragraph a line; `published`, and whether the text states it (`published_stated`); `title` and
  `outlet` (an id or a name), or `none`; `language`; `origin`, an agency's id, own or unknown
- `skip` and `neutral`: paragraphs without a fact, and those that may be skipped or not, such as titles
- `quotations` and `statements`: words, paragraph, and who says them: an id, a name or words of the text, any of a list;
  `without`: words that no right passage of a statement has
- `figures`: in the usual notation, by paragraph, once each; `counts` is for people
- `dates`: of what is told, not of the telling, as EDTF (`A or B`: either)
- `maybe: yes` with any of these: right where it is drafted, no loss where it is not

A draft counts as a quotation where half of its passage is quoted; it is right where half of its words, or all of a
short quotation, are those of one, and the speaker is its own. A statement has a speaker and stands outside quotation
marks; half of the shorter of passage and words must be shared. Figures are compared as amounts. Precision is the share
of drafts that are right, recall that of answers that were found.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import reduce
from operator import add
from pathlib import Path
from typing import Any

import yaml

from generator.drafting import records
from generator.drafting.importing import imported
from generator.drafting.new_article import new_article
from tools.right_answers import draft_files
from tools.right_answers.judging import KINDS, Answer, Judgement, Tally, judged

FOLDER = Path(__file__).parent.parent / "tests" / "unseen"
SITE = {"title": "Drafts", "description": "Articles that measure drafts.", "edition": "2026-01-01"}
SITE |= {"rights": "Everything is invented.", "corrections": "None."}
FIELDS = ("title", "label", "day", "outlet", "language", "origin")
TITLES = dict(zip(KINDS, ("quotations with speaker", "the same by passage", *KINDS[2:]), strict=True))


def main(arguments: Sequence[str] | None = None) -> int:
    asked = argparse.ArgumentParser(prog="python -m tools.measure_drafts", description=__doc__.splitlines()[0])
    asked.add_argument("folder", nargs="?", type=Path, default=FOLDER, help="the project's own, else")
    asked.add_argument("--list", action="store_true", dest="is_listed", help="each draft that is right or wrong")
    given = asked.parse_args(arguments)
    articles = answers(given.folder)
    if not articles:
        print(f"nothing was measured: no articles in {given.folder}")
        return 1
    judgements = measured(given.folder)
    for name, judgement in judgements.items():
        if given.is_listed:
            print(f"{name} {articles[name]['kind']}", *judgement.lines, "", sep="\n  ")
    print_articles(articles, judgements)
    print_total(judgements)
    return 0


def answers(folder: Path) -> dict[str, Answer]:
    """The articles of a set with their right answers, by name; every value a text."""
    paths = (path for path in sorted(folder.glob("*.yml")) if path.stem != "registry")
    return {path.stem: yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) for path in paths}


def measured(folder: Path) -> dict[str, Judgement]:
    """What the drafts of each article are worth, by its name."""
    registry = yaml.load((folder / "registry.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    ids = {entry["id"] for entries in registry.values() for entry in entries}
    texts = dossier(registry)
    return {
        name: judged(
            article,
            drafted(texts, article, article["published"]),
            drafted(texts, article, "") if article["published_stated"] == "yes" else None,
            ids,
        )
        for name, article in answers(folder).items()
    }


def dossier(registry: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, str]:
    """A dossier of these registries without an article, by path."""
    registries = {name: [{**entry, "background": "of the cast"} for entry in registry[name]] for name in registry}
    files = {"site": SITE, "themes": [{"id": "drafts", "name": "Drafts"}], **registries}
    return {
        f"content/{name}.yml": yaml.safe_dump(file, allow_unicode=True, sort_keys=False) for name, file in files.items()
    }


def drafted(texts: Mapping[str, str], article: Answer, published: str) -> draft_files.DraftFile:
    """What drafting writes for one article that is told its day of publication, or is not."""
    arrived = replace(imported(article["text"] + "\n", "text"), published=published)
    facts, _ = new_article(texts, arrived, records.id_of(arrived, records.dated(arrived, "")), published)
    return draft_files.read(facts)


def totals(judgements: Mapping[str, Judgement]) -> dict[str, Tally]:
    return {kind: reduce(add, (one.tallies[kind] for one in judgements.values()), Tally()) for kind in KINDS}


def print_articles(articles: Mapping[str, Answer], judgements: Mapping[str, Judgement]) -> None:
    """A line for each article: drafts right of all, answers found of all."""
    kinds = [kind for kind in KINDS if kind != "by passage"]
    print(f"{'':26}" + "".join(f"{kind:>17}" for kind in (*kinds, "skipped", "record")))
    for name, judgement in judgements.items():
        tallies = [judgement.tallies[kind] for kind in kinds]
        cells = [f"{t.right}/{t.drafted} {t.found}/{t.there}" for t in tallies]
        skipped, there, false = judgement.skips
        cells += [f"{skipped}/{there}, {false} false", f"{sum(judgement.record.values())}/{len(judgement.record)}"]
        print(f"{name + ' ' + articles[name]['kind']:26}" + "".join(f"{cell:>17}" for cell in cells))


def print_total(judgements: Mapping[str, Judgement]) -> None:
    print(f"\n{'':26}{'precision':>17}{'recall':>17}")
    for kind, t in totals(judgements).items():
        print(f"{TITLES[kind]:26}{share(t.right, t.drafted):>17}{share(t.found, t.there):>17}")
    skipped, there, false = (sum(one.skips[n] for one in judgements.values()) for n in range(3))
    print(f"{'boilerplate':26}{f'{false} false':>17}{share(skipped, there):>17}")
    found = [one.record for one in judgements.values()]
    fields = {
        field: [record[field] for record in found if field in record]
        for field in ("title", "label", "day", "outlet", "language", "origin")
    }
    told = ", ".join(f"{field} {sum(right)}/{len(right)}" for field, right in fields.items() if right)
    print(f"record: {told}; {sum(map(sum, fields.values()))}/{sum(map(len, fields.values()))} in all")


def share(some: int, of: int) -> str:
    return f"{some / of if of else 1:.2f} ({some}/{of})"


if __name__ == "__main__":
    sys.exit(main())
