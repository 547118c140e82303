"""The texts of a folder, as the program is given them."""

from pathlib import Path


def texts_of(folder: Path) -> dict[str, str]:
    """`path → text` of the content and seeds in a folder, the path as people write it."""
    paths = sorted(
        path for part in ("content", "seeds") for path in (folder / part).rglob("*") if path.is_file()
    )
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in paths}
