"""Prints what Lighthouse says of four kinds of pages on a throttled phone; no test depends on it, and it needs npm."""

import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread
from typing import Any

from tests import browser

ROOT = Path(__file__).parent.parent
LIGHTHOUSE = "lighthouse@12"
RUNS = 3  # one run alone depends on what else the machine does
TEXTS = (".html", ".css", ".js", ".json", ".svg", ".xml")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PAINT = "first-contentful-paint"


class Compressing(SimpleHTTPRequestHandler):
    """A server of files as a host of static sites is: it compresses, and lets browsers keep what they got."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        there = path.is_file()
        data = path.read_bytes() if there else b""
        self.send_response(200 if there else 404)
        if path.suffix in TEXTS:
            data = gzip.compress(data)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", f"{self.guess_type(path)}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=31536000")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None: ...  # noqa: A002


@contextmanager
def served(site: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressing, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def report(url: str, program: str) -> dict[str, Any]:
    flags = " ".join(("--headless=new", *browser.flags()))
    command = ["npx", "--yes", LIGHTHOUSE, url, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    environment = {**os.environ, "CHROME_PATH": program}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def heaviest(site: Path) -> Iterator[str]:
    """The front page, and the longest page of each kind that readers open most."""
    yield from ("index.html", "explore.html?q=sanctions")
    for section in ("leaders", "themes", "articles"):
        pages = [path for path in (site / section).glob("*.html") if path.name != "index.html"]
        yield max(pages, key=lambda path: (path.stat().st_size, path.name)).relative_to(site).as_posix()


def main() -> int:
    program = browser.first_working()
    if program is None or shutil.which("npx") is None:
        print("pages are measured where npm and Chromium are at hand", file=sys.stderr)
        return 0
    print(f"of 100, median of {RUNS} runs: {', '.join(CATEGORIES)}; seconds to the first content")
    with served(ROOT / "site") as address:
        for page in heaviest(ROOT / "site"):
            reports = [report(f"{address}/{page}", program) for _ in range(RUNS)]
            scores = [median(r["categories"][name]["score"] * 100 for r in reports) for name in CATEGORIES]
            paint = median(r["audits"][PAINT]["numericValue"] for r in reports) / 1000
            print(f"{'  '.join(f'{score:3.0f}' for score in scores)}  {paint:5.2f} s  {page}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
