"""The program behind its first work: its modules are loaded, and what it makes of its own data alone is made.

A process that is forked from one in which it is `warm` does not begin with what all of them would do alike. The work is
on a dossier as `init` leaves it, and not on one that tests mostly build.
"""

from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

LATER = ("assembly", "pipeline", "preview.warm", "publishing.in_process", "publishing.site", "work.store")


@cache
def warm() -> None:
    from generator import files, pipeline
    from generator.__main__ import MODULES
    from generator.publishing.starter import starter

    for name in (*(f"commands.{module}" for module in sorted(set(MODULES.values()))), *LATER):
        import_module(f"generator.{name}")
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for path, data in starter().items():
            files.write(root / path, data)
        briefing = pipeline.load(files.content(root), files.article_texts(root))
        pipeline.problems(briefing)
        pipeline.build(root, briefing, "")  # the theme's templates are compiled, and kept beside the program
