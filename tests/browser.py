"""The browser that the tests drive: the system's own, or one installed for them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

from playwright.sync_api import sync_playwright

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
# Nothing that a browser does by itself may reach the network, or pass for a request of the site.
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HELP = (
    "the tests need Chromium or Chrome, and none could be found or installed; install one so that"
    " `chromium` or `google-chrome` runs, or name its program in CHROME_PATH"
)


def first_working() -> str | None:
    """The first browser that starts; a name alone may be an installer's empty shell."""
    return next(filter(starts, candidates()), None)


def flags() -> list[str]:
    """Chromium's own sandbox refuses to run as root."""
    return [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]


def install() -> Iterator[list[str]]:
    """The commands that may bring a browser, in the order to try them."""
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if shutil.which("apt-get") and (not root or succeeds([*root, "true"])):
        apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet=2"]
        yield [*apt, "update"]
        yield [*apt, "install", "--no-install-recommends", "--yes", "chromium"]
    yield [sys.executable, "-m", "playwright", "install", "chromium"]


def candidates() -> Iterator[str]:
    named = os.environ.get("CHROME_PATH")
    if named:
        yield named
    yield from filter(None, map(shutil.which, COMMANDS))
    yield from MAC
    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def starts(program: str) -> bool:
    return succeeds([program, "--version"])


def succeeds(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def main() -> int:
    if first_working():
        return 0
    for command in install():
        print("No browser for the tests yet:", *command, file=sys.stderr, flush=True)
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        if first_working():
            return 0
    print(HELP, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
