"""A host of repositories on this machine: git by HTTP, what a token may do, pull requests, and the pages that are up.

It grants what the workflow files declare and no more, job by job: a push needs `contents: write`, whatever the token.
"""

import base64
import gzip
import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from tests.conftest import Quiet
from tests.repositories import ENVIRONMENT, git
from tests.workflows.grants import NAME, TOKEN, permitted


@dataclass(frozen=True)
class Forge:
    """Where a repository lies, with all that is kept of it besides; `address` is that of its HTTP server."""

    folder: Path
    address: str

    @property
    def repository(self) -> Path:
        return self.folder / f"{NAME}.git"

    @property
    def url(self) -> str:
        return f"{self.address}/{NAME}.git"

    @property
    def pages(self) -> Path:
        """The site that was deployed last."""
        return self.folder / "pages"

    @property
    def pull_requests(self) -> list[dict[str, str]]:
        path = self.folder / "pulls.json"
        kept: list[dict[str, str]] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []
        return kept

    @property
    def attested(self) -> dict[str, str]:
        """The digests of files that somebody signed for, by their names."""
        path = self.folder / "attested.json"
        kept: dict[str, str] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
        return kept

    @property
    def used(self) -> list[str]:
        """What jobs did with their permissions: `workflow/job: permission: level`, each once."""
        path = self.folder / "used.txt"
        return sorted(set(path.read_text(encoding="utf-8").splitlines())) if path.is_file() else []

    def forbid_pull_requests(self, *, forbidden: bool = True) -> None:
        """The setting of a repository by which workflows may open none."""
        path = self.folder / "no-pull-requests"
        path.touch() if forbidden else path.unlink()


class GitByHttp(Quiet):
    """What git asks for is answered by git's own program; only who may push is decided here."""

    def do_GET(self) -> None:  # noqa: N802
        self._answered()

    def do_POST(self) -> None:  # noqa: N802
        self._answered()

    def _answered(self) -> None:
        path, _, query = self.path.partition("?")
        pushes = "git-receive-pack" in self.path
        if pushes and not self._may_push():
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="the host"')
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        asked = {
            "GIT_PROJECT_ROOT": self.directory,
            "GIT_HTTP_EXPORT_ALL": "1",
            "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "REQUEST_METHOD": self.command,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
            **({"REMOTE_USER": "somebody"} if pushes else {}),
        }
        done = subprocess.run(
            ["git", "http-backend"], env={**ENVIRONMENT, **asked}, input=body, capture_output=True, check=False
        )
        head, _, answer = done.stdout.partition(b"\r\n\r\n")
        headers = dict(line.split(": ", 1) for line in head.decode().splitlines())
        self.send_response(int(headers.pop("Status", "200").split()[0]))
        for name, value in {**headers, "Content-Length": str(len(answer))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer)

    def _may_push(self) -> bool:
        kind, _, told = self.headers.get("Authorization", "").partition(" ")
        token, _, job = base64.b64decode(told).decode().partition(":")[2].partition(" ")
        return (kind, token) == ("Basic", TOKEN) and permitted(Path(self.directory), job, "contents", "write")


@contextmanager
def hosted(folder: Path, seed: Path) -> Iterator[Forge]:
    """A host with a copy of a repository."""
    repository = folder / f"{NAME}.git"
    repository.parent.mkdir(parents=True)
    git(folder, "clone", "--quiet", "--bare", str(seed), str(repository))
    git(repository, "config", "uploadpack.allowAnySHA1InWant", "true")
    git(repository, "config", "pack.window", "0")  # nothing is looked for that would make a pack smaller
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(GitByHttp, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield Forge(folder, f"http://127.0.0.1:{server.server_port}")
        server.shutdown()
