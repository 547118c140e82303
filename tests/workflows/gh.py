"""Answers as GitHub's own program does, with the options that are asked of it and no other; the host keeps the rest."""

import argparse
import json
import os
import sys
from pathlib import Path

from tests.workflows.grants import NAME, TOKEN
from tests.workflows.stand_ins import needs

ADDRESS = f"https://example.org/{NAME}/pull/"
REFUSED = "pull request create failed: GraphQL: GitHub Actions is not permitted to create or approve pull requests"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(allow_abbrev=False)
    groups = parser.add_subparsers(dest="group", required=True)
    groups.add_parser("auth").add_subparsers(dest="what").add_parser("git-credential").add_argument("operation")
    commands = groups.add_parser("pr").add_subparsers(dest="what")
    listing, making = commands.add_parser("list"), commands.add_parser("create")
    for name in ("--head", "--state", "--json", "--jq"):
        listing.add_argument(name, required=True)
    for name in ("--head", "--base", "--title", "--body-file"):
        making.add_argument(name, required=True)
    return parser.parse_args()


def main() -> None:
    asked, folder = arguments(), Path(os.environ["FORGE_FOLDER"])
    if os.environ.get("GITHUB_TOKEN") != TOKEN:
        sys.exit("gh: To use GitHub CLI in a GitHub Actions workflow, set the GH_TOKEN environment variable.")
    if asked.what == "git-credential":
        if asked.operation == "get":  # the host asks which job it is that pushes
            job = f"{os.environ['GITHUB_WORKFLOW']}/{os.environ['GITHUB_JOB']}"
            print(f"username=x-access-token\npassword={TOKEN} {job}")
        return
    path = folder / "pulls.json"
    kept = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []
    if asked.what == "list":
        needs("pull-requests", "read")
        found = [number for number, one in enumerate(kept, 1) if one["head"] == asked.head]
        sys.stdout.write("".join(f"{ADDRESS}{number}\n" for number in found))
        return
    needs("pull-requests", "write")
    if (folder / "no-pull-requests").exists():
        sys.exit(REFUSED)
    made = {"head": asked.head, "base": asked.base, "title": asked.title, "body": sys.stdin.read()}
    path.write_text(json.dumps([*kept, made]), encoding="utf-8")
    print(f"{ADDRESS}{len(kept) + 1}")


if __name__ == "__main__":
    main()
