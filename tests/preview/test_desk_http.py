"""Who may come to the desk: whoever has the token of this start, from the desk's own pages, and nobody else."""

import http.client
import json
import re
import socket
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest

from generator.preview.desk_http import LARGEST, Door
from generator.preview.local import LocalServer
from tests.preview.desk_dossier import FACTS, ID, PATH, at_work, desk_of

DESK = "/_briefbook/desk/"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True)
class Served:
    """The desk of a dossier, without the site."""

    root: Path
    server: LocalServer
    token: str

    @property
    def origin(self) -> str:
        return self.server.address.rstrip("/")

    def asked(self, method: str, path: str, body: bytes | None = None, **headers: str | None) -> tuple[int, Any]:
        """The status and the answer; headers are those of the desk's own page, unless they are given, or None."""
        given = {"X_Briefbook_Desk": self.token, "Origin": self.origin, "Content_Type": "application/json", **headers}
        sent = {name.replace("_", "-"): value for name, value in given.items() if value is not None}
        with closing(http.client.HTTPConnection(urlsplit(self.origin).netloc)) as connection:
            connection.request(method, path, body, sent)
            answer = connection.getresponse()
            data = answer.read().decode()
        is_json = answer.headers["Content-Type"] == "application/json"
        return answer.status, json.loads(data) if is_json else data

    def order(self) -> bytes:
        version = self.server.door.desk.article(ID)["version"]
        return json.dumps({"article": ID, "version": version, "do": "drop", "id": "oslo-cable-p4-1"}).encode()

    @property
    def text(self) -> str:
        return (self.root / PATH).read_text(encoding="utf-8")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    root = at_work(tmp_path)
    door = Door(desk_of(root))
    with LocalServer(0, root / "site", door) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield Served(root, server, door.token)
        server.events.end()
        server.shutdown()


def test_whoever_has_the_token_works_at_the_desk(served: Served) -> None:
    status, page = served.asked("GET", f"{DESK}?token={served.token}", X_Briefbook_Desk=None)
    assert (status, page.count("/_briefbook/desk.js")) == (200, 1)
    status, home = served.asked("GET", f"{DESK}articles")
    assert (status, [article["id"] for article in home["articles"]]) == (200, [ID, "bergen-march"])
    status, view = served.asked("GET", f"{DESK}article?id={ID}")
    assert (status, view["path"]) == (200, PATH)
    status, view = served.asked("POST", f"{DESK}write", served.order())
    assert (status, len(view["facts"])) == (200, 5)
    assert "oslo-cable-p4-1" not in served.text


def test_the_page_holds_nothing_that_runs_or_is_read_from_elsewhere(served: Served) -> None:
    with closing(http.client.HTTPConnection(urlsplit(served.origin).netloc)) as connection:
        connection.request("GET", f"{DESK}?token={served.token}")
        answer = connection.getresponse()
        page = answer.read().decode()
    headers = {name: answer.headers[name] for name in ("Content-Security-Policy", "Referrer-Policy", "Cache-Control")}
    assert headers == {
        "Content-Security-Policy": POLICY,
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-store",
    }
    assert served.token not in page
    assert page.count("<script") == page.count("<script src=") == 1
    assert re.findall(r"""\s(?:on\w+|style)=|<style""", page) == []


STRANGE: dict[str, dict[str, str | None]] = {
    "no token": {"X_Briefbook_Desk": None},
    "another token": {"X_Briefbook_Desk": "x" * 43},
    "a token that is no text": {"X_Briefbook_Desk": "\xe9"},
    "another origin": {"Origin": "https://example.org"},
    "another port": {"Origin": "http://127.0.0.1:1"},
    "no origin": {"Origin": None},
    "an origin that hides": {"Origin": "null"},
    "another site, says the browser": {"Sec_Fetch_Site": "cross-site"},
    "another port, says the browser": {"Sec_Fetch_Site": "same-site"},
}


@pytest.mark.parametrize("case", STRANGE)
def test_nobody_else_writes(case: str, served: Served) -> None:
    status, told = served.asked("POST", f"{DESK}write", served.order(), **STRANGE[case])
    assert (status, list(told)) == (403, ["refused"])
    assert served.text == FACTS


@pytest.mark.parametrize("path", [f"{DESK}articles", f"{DESK}article?id={ID}", f"{DESK}nowhere"])
@pytest.mark.parametrize("case", ["no token", "another token", "another site, says the browser"])
def test_nobody_else_reads(path: str, case: str, served: Served) -> None:
    status, told = served.asked("GET", path, None, **{"Origin": None, **STRANGE[case]})
    assert (status, list(told)) == (403, ["refused"])


@pytest.mark.parametrize("query", ["", "?token=", "?token=x", "?token=%C3%A9"])
def test_the_page_wants_the_token_too(query: str, served: Served) -> None:
    assert served.asked("GET", DESK + query)[0] == 403


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("host", ["example.org", "example.org:80", "127.0.0.1.example.org:80", ""])
def test_a_name_that_was_made_to_lead_here_is_refused(method: str, host: str, served: Served) -> None:
    """Whoever rebinds a name sends it as host, and as origin, and both agree."""
    order = served.order() if method == "POST" else None
    status, _ = served.asked(method, f"{DESK}write", order, Host=host, Origin=f"http://{host}")
    assert status == 421
    assert served.text == FACTS


@pytest.mark.parametrize(
    ("path", "body", "headers", "status"),
    [
        ("write", b"{}", {}, 422),
        ("write", b"not json", {}, 422),
        ("nowhere", b"{}", {}, 404),
        ("", b"{}", {}, 404),
        ("write", b"a=b", {"Content_Type": "application/x-www-form-urlencoded"}, 415),
        ("write", b"{}", {"Content_Type": "text/plain"}, 415),
        ("write", b"{}", {"Content_Type": None}, 415),
        ("write", b" " * (LARGEST + 1), {}, 413),
        ("write", b"{}", {"Content_Length": "-1"}, 413),
        ("write", b"{}", {"Content_Length": "1" * 40}, 413),
        ("write", b"{}", {"Content_Length": "0000000009999999999"}, 413),
        ("write", b"{}", {"Content_Length": "9" * 5000}, 413),
        ("write", b"{}", {"Content_Length": "\xb2"}, 413),
    ],
)
def test_only_small_orders_in_json_are_read(
    path: str, body: bytes, headers: dict[str, str | None], status: int, served: Served
) -> None:
    assert served.asked("POST", DESK + path, body, **headers)[0] == status
    assert served.text == FACTS


def test_an_order_that_is_late_is_a_conflict(served: Served) -> None:
    order = served.order()
    (served.root / PATH).write_text(FACTS + "# later\n", encoding="utf-8")
    assert served.asked("POST", f"{DESK}write", order)[0] == 409
    assert served.text == FACTS + "# later\n"


def spoken(served: Served, target: str) -> tuple[str, list[str]]:
    """The status line of what is answered to a target that no client touches, and its other lines."""
    request = f"GET {target} HTTP/1.1\r\nHost: {urlsplit(served.origin).netloc}\r\nConnection: close\r\n\r\n"
    with socket.create_connection(("127.0.0.1", served.server.server_port), timeout=20) as connection:
        connection.sendall(request.encode())
        with connection.makefile("rb") as answer:
            lines = [answer.readline().decode().rstrip()]
            while line := answer.readline().decode().rstrip("\r\n"):
                lines.append(line)
    return lines[0], lines[1:]


ODD = {
    "/x%0d%0aSet-Cookie:%20pwn=1/..%2fassets": "404 Not Found",
    "/%5cevil.example/..%2fassets": "404 Not Found",
    "/x%00/../assets": "404 Not Found",
    "/x%7f/..%2fassets": "404 Not Found",
    "http://[bad/": "400 Bad Request",
    "/" + "a" * 5000: "404 Not Found",
    "/" + "a/" * 5000: "404 Not Found",
    "/" + "a" * 70_000: f"414 {HTTPStatus.REQUEST_URI_TOO_LONG.phrase}",
    "/%ff%fe": "404 Not Found",
    f"{DESK}?token=%ED%A0%80%ff": "403 Forbidden",
    f"/_briefbook/events?page=/&since={'9' * 5000}": "200 OK",
}


@pytest.mark.parametrize("target", ODD, ids=lambda target: target[:30])
def test_whatever_is_asked_gets_an_answer(target: str, served: Served, capsys: pytest.CaptureFixture[str]) -> None:
    (served.root / "site/assets").mkdir(parents=True)
    status, headers = spoken(served, target)
    assert status == f"HTTP/1.1 {ODD[target]}"
    assert [line for line in headers if line.startswith(("Set-Cookie", "Location"))] == []
    served.server.events.end()
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("target", "where"),
    [
        ("/a%20b%23c", "/a%20b%23c/"),
        ("/x/..%2fa%20b%23c", "/a%20b%23c/"),
        ("//evil.example/..%2fa%20b%23c", "/a%20b%23c/"),
        ("/a%20b%23c/below/..", "/a%20b%23c/"),
        ("/a%20b%23c/..", "/"),
    ],
)
def test_a_folder_is_shown_under_its_own_address(target: str, where: str, served: Served) -> None:
    (served.root / "site/a b#c/below").mkdir(parents=True)
    status, headers = spoken(served, target)
    assert (status, [line for line in headers if line.startswith("Location")]) == (
        "HTTP/1.1 301 Moved Permanently",
        [f"Location: {where}"],
    )


def test_a_file_that_cannot_be_read_is_not_there(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    (served.root / "site").mkdir(exist_ok=True)
    (served.root / "site/a.html").write_text("<p>a</p>", encoding="utf-8")
    assert spoken(served, "/a.html")[0] == "HTTP/1.1 200 OK"

    def refuses(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuses)
    assert spoken(served, "/a.html")[0] == "HTTP/1.1 404 Not Found"


def test_nothing_is_sent_to_the_site(served: Served) -> None:
    assert served.asked("POST", "/index.html", b"{}")[0] == 405


def test_every_start_has_its_token(tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    tokens = {Door(desk).token for _ in range(3)}
    assert [len(token) for token in tokens] == [43, 43, 43]
