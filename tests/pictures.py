"""Takes the README's picture anew from the built site: `python -m tests.pictures`."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests import browser

ROOT = Path(__file__).parent.parent
PAGE, PICTURE = "events/paris-summit-2025-09-04.html", ROOT / "docs" / "event.png"


def main() -> int:
    program = browser.found()
    if program is None:
        print(browser.HELP, file=sys.stderr)
        return 1
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=browser.flags())
        page = chromium.new_page(viewport={"width": 1280, "height": 900}, color_scheme="light")
        page.goto((ROOT / "site" / PAGE).as_uri())
        page.locator("details.proof").first.evaluate("proof => { proof.open = true }")
        page.locator("#reports").evaluate("heading => heading.scrollIntoView()")
        PICTURE.parent.mkdir(exist_ok=True)
        page.screenshot(path=PICTURE)
        chromium.close()
    print(PICTURE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
