"""The browser that the tests drive: the system's own, or one that the system's own packages bring.

None is fetched by the tool that drives it: what it fetches is named by no digest of ours.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

from playwright.sync_api import sync_playwright

# Without windows, and so at a third of the cost of a whole browser; the engine is the same.
SHELLS = ("chromium-headless-shell", "chrome-headless-shell")
COMMANDS = (*SHELLS, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
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
    "--js-flags=--no-turbofan",  # no page is open for so long that the last optimisation pays
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
    """The commands that may bring a shell, or else any browser, in the order to try them; with one, the first alone."""
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if shutil.which("apt-get") and (not root or succeeds([*root, "true"])):
        apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet=2"]
        shell, whole = ([*apt, "install", "--no-install-recommends", "--yes", name] for name in (SHELLS[0], "chromium"))
        yield shell
        if first_working():
            return
        yield from ([*apt, "update"], shell)
        if first_working():
            return
        yield whole


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
    has_best = starts(os.environ.get("CHROME_PATH", "")) or any(map(shutil.which, SHELLS))
    for command in () if has_best else install():
        print("A browser for the tests:", *command, file=sys.stderr, flush=True)
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    if first_working():
        return 0
    print(HELP, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
