"""The way to the desk: who may come, what may be sent, and what each of its addresses answers.

Whoever has the token, which the terminal alone prints, may come. A page of another origin has neither it nor, whatever
it sends, the origin of this server; a name that was made to lead here is refused before (`local`).
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.message import Message
from http import HTTPStatus
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import parse_qs

from generator.preview.desk_orders import Conflict, Order, Refused, order_of

DESK = "/_briefbook/desk/"
PAGE = Path(__file__).parent / "live" / "desk.html"
HEADER = "X-Briefbook-Desk"
SINCE = "X-Briefbook-Since"  # the number of the last event before an answer was made
LARGEST = 64_000  # bytes of an order; the lines of a fact are the longest
MOST_DIGITS = 9  # of a length that is believed
JSON = "application/json"
GUARDS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Asked(Protocol):
    """The desk itself; all raise Refused."""

    def articles(self) -> dict[str, Any]: ...

    def tasks(self) -> dict[str, Any]: ...

    def article(self, id: str) -> dict[str, Any]: ...

    def check(self, order: Order) -> dict[str, Any]: ...

    def write(self, order: Order) -> dict[str, Any]: ...


@dataclass(frozen=True)
class Request:
    """What came: a method, the path below the desk, its query, its headers and, of a POST, how to read what it has."""

    method: str
    path: str
    query: str
    headers: Message[str, str]
    body: Callable[[int], bytes]


@dataclass(frozen=True)
class Answer:
    """What is sent back; the connection of one that was not read to its end is closed."""

    status: HTTPStatus
    data: bytes
    kind: str = JSON
    is_last: bool = False
    headers: Mapping[str, str] = field(default_factory=lambda: GUARDS)


@dataclass(frozen=True)
class Door:
    """The desk behind its token, which is another at every start."""

    desk: Asked
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @property
    def address(self) -> str:
        """Where the desk is, below the address of the server."""
        return f"{DESK.lstrip('/')}?token={self.token}"

    def answer(self, request: Request) -> Answer:
        """The page itself, what it shows, or what became of an order."""
        if request.method == "POST":
            return self._ordered(request)
        if not request.path:
            token = parse_qs(request.query).get("token", [""])[0]
            return Answer(HTTPStatus.OK, PAGE.read_bytes(), "text/html") if self._knows(token) else _strange()
        if not self._knows(request.headers.get(HEADER, "")) or not _is_from_here(request):
            return _strange()
        if request.path in (lists := {"articles": self.desk.articles, "tasks": self.desk.tasks}):
            return _told(lists[request.path])
        if request.path == "article":
            id = parse_qs(request.query).get("id", [""])[0]
            return _told(lambda: self.desk.article(id))
        return _refused(HTTPStatus.NOT_FOUND, "there is nothing here")

    def _ordered(self, request: Request) -> Answer:
        sent = request.headers.get("Content-Length", "")
        origin = f"http://{request.headers.get('Host', '')}"
        if request.headers.get("Origin") != origin or not _is_from_here(request):
            return _strange(is_last=True)
        if not self._knows(request.headers.get(HEADER, "")):
            return _strange(is_last=True)
        if request.headers.get("Content-Type", "").partition(";")[0].strip() != JSON:
            return _refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "orders are JSON", is_last=True)
        if not (sent.isascii() and sent.isdigit()) or len(sent) > MOST_DIGITS or int(sent) > LARGEST:
            return _refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"an order has {LARGEST} bytes at most", is_last=True)
        actions = {"check": self.desk.check, "write": self.desk.write}
        data = request.body(int(sent))
        if request.path not in actions:
            return _refused(HTTPStatus.NOT_FOUND, "there is nothing here")
        return _told(lambda: actions[request.path](order_of(data)))

    def _knows(self, token: str) -> bool:
        return secrets.compare_digest(token.encode(), self.token.encode())


def _is_from_here(request: Request) -> bool:
    """Whether a browser says that no other site asks; one that says nothing is held by the token."""
    return request.headers.get("Sec-Fetch-Site", "same-origin") in ("same-origin", "none")


def _told(ask: Callable[[], dict[str, Any]]) -> Answer:
    try:
        return Answer(HTTPStatus.OK, json.dumps(ask(), ensure_ascii=False).encode())
    except Conflict as conflict:
        return _refused(HTTPStatus.CONFLICT, str(conflict))
    except Refused as refused:
        return _refused(HTTPStatus.UNPROCESSABLE_ENTITY, str(refused))


def _refused(status: HTTPStatus, why: str, *, is_last: bool = False) -> Answer:
    return Answer(status, json.dumps({"refused": why}, ensure_ascii=False).encode(), is_last=is_last)


def _strange(*, is_last: bool = False) -> Answer:
    why = "this address lacks the token of this start; the terminal of `briefbook serve` has the whole address"
    return _refused(HTTPStatus.FORBIDDEN, why, is_last=is_last)
