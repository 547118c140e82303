"""Pull requests on GitHub: whether there is one for a branch, and a new one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

PATIENCE = 30  # seconds; an answer takes less than one


@dataclass(frozen=True)
class Repository:
    """A repository, where its host answers questions, and the token that they are asked with."""

    api: str
    name: str  # owner/name
    token: str


class Refused(Exception):
    """The host did not do what it was asked; says why, in its words."""


def has_pull_request(repository: Repository, branch: str) -> bool:
    """Whether there is or was a pull request from a branch."""
    owner = repository.name.split("/")[0]
    return bool(_ask(repository, f"pulls?state=all&head={quote(f'{owner}:{branch}', safe='')}"))


def open_pull_request(repository: Repository, branch: str, base: str, title: str, body: str) -> str:
    """Opens a pull request, and gives its address."""
    made = _ask(repository, "pulls", {"head": branch, "base": base, "title": title, "body": body})
    return str(made["html_url"])


def _ask(repository: Repository, what: str, sent: dict[str, str] | None = None) -> Any:
    request = Request(  # noqa: S310 -- the address of the host is that of the workflow, not of content
        f"{repository.api}/repos/{repository.name}/{what}",
        data=json.dumps(sent).encode() if sent else None,
        headers={
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {repository.token}",
            "Content-Type": "application/json",
        },
    )
    try:
        with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
            return json.load(answer)
    except HTTPError as error:
        raise Refused(_reason(error)) from None
    except URLError as error:
        raise Refused(f"{repository.api} does not answer: {error.reason}") from None


def _reason(error: HTTPError) -> str:
    try:
        return str(json.load(error)["message"])
    except (ValueError, KeyError, TypeError):
        return f"{error.code} {error.reason}"
