"""Cuts the letters of the social card from Source Serif 4 anew: `python -m tools.lettering`; needs npm.

What is kept: Latin with its accents, Greek, Cyrillic, punctuation and currencies, without hints and features.
"""

import subprocess
import sys
import tarfile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

TARGET = Path(__file__).parent.parent / "generator" / "card"
PACKAGE = "@expo-google-fonts/source-serif-4@0.4.1"
CUTS = {
    "regular.ttf": "package/400Regular/SourceSerif4_400Regular.ttf",
    "bold.ttf": "package/700Bold/SourceSerif4_700Bold.ttf",
}
LETTERS = (
    range(0x20, 0x250),
    range(0x2BB, 0x2BD),
    range(0x370, 0x530),
    range(0x1E00, 0x1F00),
    range(0x2010, 0x2040),
    range(0x20A0, 0x20C0),
    (0x2116, 0x2122, 0x2212, 0x2248, 0x2260),
)


def main() -> int:
    with TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", PACKAGE]
        name = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout.strip()
        with tarfile.open(Path(folder) / name) as archive:
            for target, member in CUTS.items():
                font = archive.extractfile(member)
                assert font is not None, f"{PACKAGE} has no {member}"
                (TARGET / target).write_bytes(cut(font.read()))
    return 0


def cut(font: bytes) -> bytes:
    whole = TTFont(BytesIO(font), recalcTimestamp=False)
    options = Options(layout_features=[], hinting=False, notdef_outline=True, glyph_names=False)
    options.drop_tables += ["GDEF", "GPOS", "GSUB", "BASE", "STAT", "gasp"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[letter for group in LETTERS for letter in group])
    subsetter.subset(whole)
    made = BytesIO()
    whole.save(made)
    return made.getvalue()


if __name__ == "__main__":
    sys.exit(main())
