"""The small dossier with an article at work: comments, a draft, a flag, a paragraph that nobody has looked at."""

import json
from pathlib import Path
from typing import Any

from generator.commands.desk import Desk
from generator.commands.dossier import Dossier
from generator.preview.desk_orders import order_of
from tests.conftest import laid_out

ID = "oslo-cable"
PATH = f"content/facts/{ID}.yml"
FACTS = """\
# By two hands.
article:
  title: Norway and Denmark talk about a power cable  # as printed
  publisher: herald
  published: 2024-06-01
  origin: own
  curation: open
  summary:
    - {say: Jane Doe promised a part of the cable's cost., from: [oslo-pledge]}

facts:
  # Paragraph 2
  - id: oslo-meeting
    say: Jane Doe and her Danish colleague talked in Oslo on 31 May 2024 about the cost of the North Link.
    passage: met her Danish colleague in Oslo on 31 May 2024
    about: [energy-links]          # and prices?
    when: 2024-05-31
    kind: meeting
    event: oslo-talks

  - {id: oslo-pledge, say: Jane Doe said that Norway would pay 50 percent of the new cable., passage: We will carry 50 percent of it, who: jane-doe, named: {jane-doe: 2, norway: 2}, about: [energy-links], answers: {cable-share: 50 percent}}

  # Paragraph 4
  - id: oslo-denmark
    say: Denmark has not settled its own part of the bill.
    passage: had not yet decided what it would pay
    via: a spokesman for the Danish ministry
    about: [energy-links]
  - id: oslo-open                  # the same, told the other way
    say: Denmark's own part of the bill is still open.
    passage: had not yet decided what it would pay
    via: a spokesman for the Danish ministry
    about: [energy-links]
  - id: oslo-cable-p4-1
    say:                           # our own words; they alone are missing here
    passage: would pay for its own share of the work
    paragraph: 4
    about: []
    status: draft                  # take this line away when the fact is worded
    # names: Denmark
  - id: oslo-date
    say: The talks took place on 30 May 2024.
    status: corrected
    retired: 2024-06-02
    because: We took the day of arrival for that of the talks.
    by: oslo-meeting
# Look at each.
skip:
  - {paragraphs: 1, because: headline}   # the title
"""  # noqa: E501 - as people write who like a fact on its line


def at_work(target: Path, facts: str = FACTS) -> Path:
    """A folder with that dossier."""
    root = laid_out(target)
    (root / PATH).write_text(facts, encoding="utf-8")
    return root


def desk_of(root: Path) -> Desk:
    return Desk(Dossier(root))


def sent(desk: Desk, ask: str = "write", /, **order: Any) -> dict[str, Any]:
    """What the desk makes of an order that was given for the file as it is now."""
    whole = {"article": ID, "version": desk.article(ID)["version"], **order}
    answer: dict[str, Any] = getattr(desk, ask)(order_of(json.dumps(whole).encode()))
    return answer
