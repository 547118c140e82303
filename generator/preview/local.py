"""A server for one editor: the pages of a folder, to this machine alone, with the events that make them reload.

The pages stay as they are on disk; the script that reloads them and shows what is wrong is added on the way out.
"""

from __future__ import annotations

import json
import mimetypes
import os
import re
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition
from types import MappingProxyType
from typing import Any
from urllib.parse import SplitResult, parse_qs, quote, unquote, urlsplit

from generator.preview.desk_http import DESK, SINCE, Door, Request

LOOPBACK = "127.0.0.1"
OURS = re.compile(rf"({re.escape(LOOPBACK)}|localhost)(:[0-9]+)?", re.IGNORECASE)  # browsers leave out the port 80
OWN = "/_briefbook/"  # what stands below this is not the site's
ASSETS = Path(__file__).parent / "live"
HASHED = re.compile(r"\.[0-9a-f]{8}\.")  # a name that changes with what the file holds
MOST_DIGITS = 20  # of the number of an event
NO_NAME = re.compile(r"[\x00-\x1f\x7f-\x9f\\]")  # no file of a site has such a letter
OWN_SITES = ("same-origin", "none", "")  # who asks, as browsers tell it: a page of ours, a reader, or a program
ONLY_OURS = "Cross-Origin-Resource-Policy"  # no page of another site has a script or a picture of ours
PULSE = 15.0  # seconds, after which a browser that went away is noticed
RETURN = 0.3  # seconds in which a page that was told to reload is open again, or was left
NOTHING_YET = (
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Nothing here</title></head>'
    "<body><p>Nothing is here yet. When there is, this page gives way to it.</p></body></html>\n"
)


class ReloadEvents:
    """What open pages wait for: that they were built again, that the content is broken, that it is mended."""

    def __init__(self) -> None:
        self.number = time.time_ns() // 1_000_000  # above that of any server before, so that its pages reload
        self._all = self.number  # the event at which every page was replaced
        self._replaced: dict[str, int] = {}
        self._problems = ""
        self._open: dict[object, tuple[str, int]] = {}  # address of each reader, and the last event before it had that
        self._ended = False
        self._changed = Condition()

    @property
    def open_pages(self) -> frozenset[str]:
        """The addresses that somebody is looking at."""
        with self._changed:
            return frozenset(address for address, _ in self._open.values())

    def await_readers(self, pages: frozenset[str]) -> None:
        """Waits until these pages are open again, each by somebody who has what is there now; not for long."""
        with self._changed:
            self._changed.wait_for(lambda: self._ended or pages <= self._shown, RETURN)

    @property
    def _shown(self) -> set[str]:
        """The addresses that somebody is looking at as they are now."""
        return {address for address, since in self._open.values() if since == self._for(address, since)[1]}

    def replaced(self, address: str | None = None) -> None:
        """Tells open pages that the page at an address was replaced, or without an address every page."""
        with self._changed:
            self.number += 1
            if address is None:
                self._all = self.number
            else:
                self._replaced[address] = self.number
            self._changed.notify_all()

    def broken(self, problems: str) -> None:
        """Tells open pages of the problems that keep the last good pages in place; of none when all is mended."""
        with self._changed:
            self._problems = problems
            self._changed.notify_all()

    def end(self) -> None:
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def stream(self, address: str, since: int) -> Iterator[tuple[str, str]]:
        """Yields the events for one open page, and an empty one now and then; ends when the page is to reload."""
        shown_problems, reader = "", object()
        with self._changed:
            self._open[reader] = address, since
            self._changed.notify_all()
        try:
            while True:
                with self._changed:
                    state = (shown_problems, since)
                    while not self._ended and state == self._for(address, since) and self._changed.wait(PULSE):
                        pass
                    problems, latest = self._for(address, since)
                    if self._ended:
                        return
                if problems != shown_problems:
                    yield "problems", problems
                    shown_problems = problems
                elif latest == since:
                    yield "", ""
                if latest > since:
                    yield "reload", address
                    return
        finally:
            with self._changed:
                del self._open[reader]

    def _for(self, address: str, since: int) -> tuple[str, int]:
        return self._problems, max(since, self._all, self._replaced.get(address, 0))


class LocalServer(ThreadingHTTPServer):
    """Serves `folder`, which may be exchanged for another while it runs, and the desk behind its door."""

    def __init__(self, port: int, folder: Path, door: Door) -> None:
        self.folder, self.door = folder, door
        self.events = ReloadEvents()
        super().__init__((LOOPBACK, port), _Handler)

    @property
    def address(self) -> str:
        return f"http://{LOOPBACK}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in the middle of an answer is nothing to tell; anything else is our bug."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: LocalServer
    protocol_version = "HTTP/1.1"
    default_request_version = protocol_version  # a request that names none is answered with a head as well

    def do_GET(self) -> None:
        url = self._url()
        path = unquote(url.path) if url else ""
        if not self._is_for_this_machine():
            self._misdirected()
        elif not url:
            self._send(HTTPStatus.BAD_REQUEST, b"this is no address\n", "text/plain")
        elif path.startswith(DESK):
            self._send_from_the_desk(url)
        elif self._is_taken_in_elsewhere():
            self._send(HTTPStatus.FORBIDDEN, b"this server gives no page of another site anything\n", "text/plain")
        elif path == f"{OWN}events":
            self._stream({name: values[0] for name, values in parse_qs(url.query).items()})
        elif path.startswith(OWN):
            self._send_file(ASSETS, path.removeprefix(OWN))
        else:
            self._send_file(self.server.folder, path.lstrip("/"))

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_POST(self) -> None:
        url = self._url()
        if not self._is_for_this_machine():
            self._misdirected()
        elif url and unquote(url.path).startswith(DESK):
            self._send_from_the_desk(url)
        else:
            self.close_connection = True  # what was sent is not read
            self._send(HTTPStatus.METHOD_NOT_ALLOWED, b"nothing is sent here\n", "text/plain")

    def _url(self) -> SplitResult | None:
        """What is asked for; none where that is no address."""
        with suppress(ValueError):
            return urlsplit(self.path)
        return None

    def _is_for_this_machine(self) -> bool:
        """Whether a request was meant for this server, and not for a name that another site made to lead here."""
        return bool(OURS.fullmatch(self.headers.get("Host", "")))

    def _is_taken_in_elsewhere(self) -> bool:
        """Whether a page of another site asks for what it would run, show or read; a reader may follow its links."""
        asked_by, mode = (self.headers.get(f"Sec-Fetch-{name}", "") for name in ("Site", "Mode"))
        return asked_by not in OWN_SITES and mode != "navigate"

    def _misdirected(self) -> None:
        self.close_connection = True
        self._send(HTTPStatus.MISDIRECTED_REQUEST, b"this server answers to its own address alone\n", "text/plain")

    def _send_from_the_desk(self, url: SplitResult) -> None:
        path = unquote(url.path).removeprefix(DESK)
        since = str(self.server.events.number)  # before the answer is made, so that no change falls between
        answer = self.server.door.answer(Request(self.command, path, url.query, self.headers, self.rfile.read))
        self.close_connection = self.close_connection or answer.is_last
        self._send(answer.status, answer.data, answer.kind, {**answer.headers, SINCE: since})

    def _send_file(self, folder: Path, name: str) -> None:
        since = self.server.events.number  # before the page is read, so that no change falls between
        name += "index.html" if name.endswith("/") or not name else ""
        path, status = _inside(folder, name), HTTPStatus.OK
        if path and path.is_dir():
            where = f"{quote(path.relative_to(os.path.realpath(folder)).as_posix())}/"
            own = OWN if folder == ASSETS else "/"
            self._send(HTTPStatus.MOVED_PERMANENTLY, b"", "text/plain", {"Location": own + where.removeprefix("./")})
            return
        data = _read(path) if path else None
        if not path or data is None:
            status, path = HTTPStatus.NOT_FOUND, folder / "404.html"
            data = _read(path) or NOTHING_YET.encode()
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        self._send(status, _with_reload_script(data, name, since) if kind == "text/html" else data, kind)

    def _send(
        self, status: HTTPStatus, data: bytes, kind: str, headers: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=3600" if HASHED.search(self.path) else "no-store")
        for name, value in {ONLY_OURS: "same-origin", **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _stream(self, query: dict[str, str]) -> None:
        """The events of one page, as it listens to them."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        number = query.get("since", "")
        since = int(number) if number.isdecimal() and len(number) < MOST_DIGITS else 0
        for event, text in self.server.events.stream(query.get("page", ""), since):
            self.wfile.write((f"event: {event}\ndata: {json.dumps(text)}\n\n" if event else ":\n\n").encode())
            self.wfile.flush()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name of the base class
        """Requests are not reported: the terminal is for problems."""


def _inside(folder: Path, name: str) -> Path | None:
    """The real path of what is called so in a folder; none where nothing is, or where it lies outside."""
    if NO_NAME.search(name):
        return None
    path = Path(os.path.realpath(folder / name))
    with suppress(OSError):  # a name that is longer than any file's
        return path if path.is_relative_to(os.path.realpath(folder)) and path.exists() else None
    return None


def _read(path: Path) -> bytes | None:
    """What a file holds; none where it cannot be read, or is gone by now."""
    with suppress(OSError):
        return path.read_bytes()
    return None


def _with_reload_script(page: bytes, name: str, since: int) -> bytes:
    head, end, tail = page.rpartition(b"</body>")
    script = (
        f'<link rel="stylesheet" href="{OWN}live.css">'
        f'<script src="{OWN}live.js" data-page="{escape(name)}" data-since="{since}"></script>'
    )
    return head + script.encode() + end + tail if end else page
