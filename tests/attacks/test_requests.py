"""What is asked of `serve` by path and by header: no answer has a header of the asker's, or leads elsewhere."""

import re
import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from generator.preview.desk_http import Answer, Door, Request
from generator.preview.local import LocalServer
from tests.attacks.dossier import attacks
from tests.conftest import served

OURS = {"Cross-Origin-Resource-Policy": "same-origin"}
KNOWN = {"Server", "Date", "Content-Type", "Content-Length", "Cache-Control", "Location", "Connection", *OURS}
PAGE = "<!doctype html><html><head></head><body>a page</body></html>"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
SECRET = "kept outside"


class Closed(Door):
    """The desk's door, at which nothing of the desk is."""

    def __init__(self) -> None: ...

    def answer(self, request: Request) -> Answer:
        raise AssertionError(request.path)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalServer]:
    root = tmp_path_factory.mktemp("served")
    for path, text in (
        ("secret.html", SECRET), ("site/index.html", PAGE), ("site/404.html", PAGE), ("site/a/index.html", PAGE),
        ("site/words.js", "got.push(1)"), ("site/a.svg", PICTURE),
    ):  # fmt: skip
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    (root / "site" / "out.html").symlink_to(root / "secret.html")
    with LocalServer(0, root / "site", Closed()) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def answer(server: LocalServer, request: bytes) -> tuple[int, dict[str, str], str]:
    """The status, the headers and the body of what is answered to a request as it is written."""
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=60) as asked:
        asked.sendall(request)
        asked.shutdown(socket.SHUT_WR)
        data = b"".join(iter(lambda: asked.recv(65536), b"")).decode("utf-8", "replace")
    if not data.startswith("HTTP/1."):
        return 0, {}, data  # as it was before there were headers
    head, _, body = data.partition("\r\n\r\n")
    first, *lines = head.split("\r\n")
    return int(first.split()[1]), dict(line.split(": ", 1) for line in lines), body


def ways(text: str, host: str) -> Iterator[bytes]:
    """The text as a path, as part of one, as a query, as the host, as another header, and as the method."""
    written, line = quote(text, safe="/"), re.sub(r"[\r\n]+", " ", text)
    for path in (f"/{written}", f"//{written}", f"/a/..%2f{written}/..", f"/?{written}", line.replace(" ", "%20")):
        yield f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode()
    yield f"GET / HTTP/1.1\r\nHost: {line}\r\nConnection: close\r\n\r\n".encode()
    told = f"Referer: {line}\r\nX-{written}: {line}"
    yield f"GET / HTTP/1.1\r\nHost: {host}\r\n{told}\r\nConnection: close\r\n\r\n".encode()
    yield f"{line.split(' ')[0]} / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode()


def test_whatever_is_asked_the_answer_is_ours(server: LocalServer, capfd: pytest.CaptureFixture[str]) -> None:
    host = f"127.0.0.1:{server.server_port}"
    for text in attacks():
        for request in ways(text, host):
            status, headers, body = answer(server, request)
            assert status in (0, 200, 301, 400, 404, 405, 421, 501, 505), (status, request)
            assert headers.keys() <= KNOWN, request
            assert re.fullmatch(r"/(?![/\\]).*", headers.get("Location", "/")), request
            assert SECRET not in body, request
            assert "<script>" not in body, request
            assert "onload=PWN" not in re.sub(r'"[^"]*"', "", body), request
    assert capfd.readouterr().err == ""


def test_no_page_of_another_site_has_what_is_served(server: LocalServer, browser: Browser, tmp_path: Path) -> None:
    """Not by a script, whose data it could read, nor by a picture; a link to it leads there."""
    ours = f"http://127.0.0.1:{server.server_port}"
    taken = f'<script src="{ours}/words.js"></script><img src="{ours}/a.svg">'
    (tmp_path / "index.html").write_text(f'<script>var got = [];</script>{taken}<a href="{ours}/">a</a>')
    with served(tmp_path) as there, browser.new_context() as context:
        page = context.new_page()
        for host in ("127.0.0.1", "localhost"):
            page.goto(there.replace("127.0.0.1", host))
            assert (page.evaluate("got"), page.evaluate("document.images[0].naturalWidth")) == ([], 0), host
            page.click("a")
            page.wait_for_url(f"{ours}/")
            page.evaluate(
                "var got = []; var s = document.createElement('script'); s.src = 'words.js'; document.head.append(s)"
            )
            page.wait_for_function("got.length == 1")


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors", 403),
        ("Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: cors", 403),
        ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate", 200),
        ("Sec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: no-cors", 200),
        ("Sec-Fetch-Site: none\r\nSec-Fetch-Mode: navigate", 200),
        ("Accept: */*", 200),
    ],
)
def test_who_asks_is_told_by_browsers(server: LocalServer, told: str, status: int) -> None:
    asked = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.server_port}\r\n{told}\r\nConnection: close\r\n\r\n"
    found, headers, _ = answer(server, asked.encode())
    assert (found, headers | OURS) == (status, headers)


@pytest.mark.parametrize(
    ("request_line", "status"),
    [
        ("GET /out.html HTTP/1.1", 404),  # a link that leads out of the site
        ("GET /a HTTP/1.1", 301),
        ("GET /a/../a/ HTTP/1.1", 200),
        ("GET /%2e%2e/secret.html HTTP/1.1", 404),
        ("GET /..%5csecret.html HTTP/1.1", 404),
        ("GET /%c0%ae%c0%ae/secret.html HTTP/1.1", 404),
        ("GET /....//secret.html HTTP/1.1", 404),
        ("GET /..;/secret.html HTTP/1.1", 404),
        ("GET /index.html%00.js HTTP/1.1", 404),
        ("GET /index.html::$DATA HTTP/1.1", 404),
        ("GET http://example.org/ HTTP/1.1", 200),  # what counts is the host that is asked
        ("GET //example.org/%2f.. HTTP/1.1", 301),
        ("GET /" + "a" * 5000 + " HTTP/1.1", 404),
        ("GET http://[/ HTTP/1.1", 400),
        ("PUT / HTTP/1.1", 501),
        ("DELETE / HTTP/1.1", 501),
        ("OPTIONS * HTTP/1.1", 501),
        ("TRACE / HTTP/1.1", 501),
        ("CONNECT example.org:443 HTTP/1.1", 501),
        ("POST / HTTP/1.1", 405),
        ("HEAD / HTTP/1.1", 200),
        ("GET / HTTP/9.9", 505),
        ("GET", 400),
    ],
)
def test_each_request_has_its_answer(
    server: LocalServer, request_line: str, status: int, capfd: pytest.CaptureFixture[str]
) -> None:
    asked = f"{request_line}\r\nHost: 127.0.0.1:{server.server_port}\r\nConnection: close\r\n\r\n"
    found, headers, body = answer(server, asked.encode())
    assert (found, SECRET in body, capfd.readouterr().err) == (status, False, "")
    assert headers.keys() <= KNOWN
    assert headers.get("Location", "/") in ("/", "/a/")
