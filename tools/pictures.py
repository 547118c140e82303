"""Takes the README's pictures anew from the built site: `python -m tools.pictures`."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests import browser

ROOT = Path(__file__).parent.parent
PICTURES = {  # a picture, the page that it shows, and where that page is scrolled to
    "home.png": ("index.html", "body"),
    "event.png": ("events/paris-summit-2025-09-04.html", "#shared"),
}


def main() -> int:
    program = browser.first_working()
    if program is None:
        print(browser.HELP, file=sys.stderr)
        return 1
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=browser.flags())
        page = chromium.new_page(viewport={"width": 1280, "height": 900}, color_scheme="light")
        for name, (address, place) in PICTURES.items():
            page.goto((ROOT / "site" / address).as_uri())
            page.locator(place).evaluate("place => place.scrollIntoView()")
            page.screenshot(path=ROOT / "docs" / name)
            print(f"docs/{name}")
        chromium.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
