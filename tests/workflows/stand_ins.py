"""What stands in for the actions of others, one command each; each asks the host whether its job may do what it does.

They do what the workflows rely on in the real ones, with their inputs and outputs, and fetch nothing from elsewhere.
"""

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
import urllib.request
import zipfile
from pathlib import Path
from typing import Any

from tests.workflows.grants import permitted

SERVICE = "twirp/github.actions.results.api.v1.ArtifactService/"
MOST_SUBJECTS = 1024
RUN = {"workflowRunBackendId": "1", "workflowJobRunBackendId": "1"}


def needs(permission: str, level: str) -> None:
    job = f"{os.environ['GITHUB_WORKFLOW']}/{os.environ['GITHUB_JOB']}"
    if not permitted(Path(os.environ["FORGE_FOLDER"]), job, permission, level):
        sys.exit(f"Resource not accessible by integration: {job} is not granted `{permission}: {level}`")


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True)


def checkout() -> None:
    """actions/checkout: the revision of the run alone, on its branch; all branches where `fetch-depth` is 0."""
    needs("contents", "read")
    if os.environ["PERSIST"] != "false":
        sys.exit("the stand-in keeps no password for later steps: `persist-credentials` has to be false")
    revision, ref = os.environ["GITHUB_SHA"], os.environ["GITHUB_REF"]
    git("init", "--quiet", "--initial-branch", "nothing", ".")
    git("remote", "add", "origin", os.environ["FORGE_URL"])
    whole = os.environ["DEPTH"] == "0"
    refs = ["+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"] if whole else []
    here = ref.replace("refs/heads/", "refs/remotes/origin/").replace("refs/pull/", "refs/remotes/pull/")
    depth = [] if whole else [f"--depth={os.environ['DEPTH']}"]
    git("-c", "protocol.version=2", "fetch", "--quiet", "--no-tags", *depth, "origin", *refs, f"+{revision}:{here}")
    branch = ref.removeprefix("refs/heads/")
    git("checkout", "--quiet", "--force", *(["--detach"] if branch == ref else ["-B", branch]), here)


def python() -> None:
    """actions/setup-python, and what `make` does with it: the environment of this repository, as if it were new."""
    asked = tuple(map(int, os.environ["VERSION"].split(".")))
    if sys.version_info[:2] < asked:
        sys.exit(f"Python {os.environ['VERSION']} was asked for, and the tests are run by an older one")
    own = Path(".venv")
    own.mkdir()
    for name in ("bin", "lib"):
        (own / name).symlink_to(Path(sys.prefix) / name)
    shutil.copy(Path(sys.prefix) / "pyvenv.cfg", own)
    for name in ("locked", "ready"):  # younger than the files that were taken before
        (own / name).touch()


def asked(method: str, **fields: Any) -> Any:
    """The answer of the service for artefacts."""
    head = {"Authorization": f"Bearer {os.environ['ACTIONS_RUNTIME_TOKEN']}", "Content-Type": "application/json"}
    body = json.dumps({**RUN, **fields}).encode()
    request = urllib.request.Request(f"{os.environ['ACTIONS_RESULTS_URL']}{SERVICE}{method}", body, head)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def kept(name: str, data: bytes) -> None:
    """Hands an artefact to the service; one that is there already is not replaced."""
    if any(artifact["name"] == name for artifact in asked("ListArtifacts").get("artifacts", [])):
        sys.exit(f"Conflict: an artifact with the name {name} exists already")
    place = asked("CreateArtifact", name=name, version=4)["signedUploadUrl"]
    request = urllib.request.Request(f"{place}&comp=appendBlock", data, method="PUT")
    urllib.request.urlopen(request).close()
    digest = f"sha256:{hashlib.sha256(data).hexdigest()}"
    asked("FinalizeArtifact", name=name, size=str(len(data)), hash=digest)


def zipped(paths: list[Path], base: Path) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in paths:
            archive.write(path, path.relative_to(base))
    return buffer.getvalue()


def upload() -> None:
    """actions/upload-artifact: the files below a folder, or one file; hidden ones are left out."""
    places = [Path(line) for line in os.environ["FILES"].splitlines()]
    for place in places:
        found = sorted(path for path in place.rglob("*") if path.is_file()) if place.is_dir() else [place]
        is_hidden = os.environ["HIDDEN"] == "true"
        seen = (path for path in found if is_hidden or not any(part.startswith(".") for part in path.parts))
        files = [path for path in seen if path.is_file()]
        if not files:
            sys.exit(f"No files were found with the provided path: {place}")
    base = places[0] if places[0].is_dir() else places[0].parent
    kept(os.environ["NAME"], zipped(files, base))


def pages() -> None:
    """actions/upload-pages-artifact: a folder as a tar file, in an artefact that its partner knows by name."""

    def seen(member: tarfile.TarInfo) -> tarfile.TarInfo | None:
        hidden = any(part.startswith(".") for part in Path(member.name).parts)
        return member if os.environ["HIDDEN"] == "true" or not hidden else None

    with tarfile.open("artifact.tar", "w") as archive:
        archive.add(os.environ["FILES"], ".", filter=seen)
    kept("github-pages", zipped([Path("artifact.tar")], Path()))
    Path("artifact.tar").unlink()


def taken(name: str) -> zipfile.ZipFile:
    """An artefact as it was handed to the service."""
    with urllib.request.urlopen(asked("GetSignedArtifactURL", name=name)["signedUrl"]) as answer:
        return zipfile.ZipFile(io.BytesIO(answer.read()))


def download() -> None:
    """actions/download-artifact: the files of one artefact below a folder."""
    taken(os.environ["NAME"]).extractall(os.environ["FILES"])


def restore() -> None:
    """actions/cache/restore: the folder of this key, or of the newest that begins so; nothing where there is none."""
    key, caches = os.environ["KEY"], Path(os.environ["FORGE_FOLDER"]) / "caches"
    keys = [key, *os.environ["OTHERS"].splitlines()]
    kept = sorted(caches.glob("*"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    found = next((path for start in keys for path in kept if path.name.startswith(start)), None)
    if found:
        shutil.copytree(found, os.environ["FILES"], dirs_exist_ok=True)
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as output:
        output.write(f"cache-primary-key={key}\n")


def save() -> None:
    """actions/cache/save: a folder under its key; one that is there already is not replaced."""
    place = Path(os.environ["FORGE_FOLDER"]) / "caches" / os.environ["KEY"]
    if not place.exists():
        shutil.copytree(os.environ["FILES"], place)


def attest() -> None:
    """actions/attest-build-provenance: the digests of files; it refuses more than it takes, and none."""
    needs("id-token", "write")
    needs("attestations", "write")
    patterns = os.environ["FILES"].split()
    paths = sorted({path for pattern in patterns for path in Path().glob(pattern) if path.is_file()})
    if not 0 < len(paths) <= MOST_SUBJECTS:
        sys.exit(f"{len(paths)} subjects were found")
    subjects = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
    (Path(os.environ["FORGE_FOLDER"]) / "attested.json").write_text(json.dumps(subjects), encoding="utf-8")


def deploy() -> None:
    """actions/deploy-pages: the artefact takes the place of the pages that are up."""
    needs("pages", "write")
    needs("id-token", "write")
    up = Path(os.environ["FORGE_FOLDER"]) / "pages"
    shutil.rmtree(up, ignore_errors=True)
    with tarfile.open(fileobj=taken("github-pages").open("artifact.tar")) as tar:
        tar.extractall(up, filter="data")
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as output:
        output.write("page_url=https://owner.example.org/name/\n")


GIVEN = (checkout, python, restore, save, upload, pages, download, attest, deploy)
COMMANDS = {command.__name__: command for command in GIVEN}

if __name__ == "__main__":
    COMMANDS[sys.argv[1]]()
