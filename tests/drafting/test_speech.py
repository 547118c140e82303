"""Who says what in small invented articles: all that is found in them, of either language.

Each file has articles parted by blank lines. A line that begins with `#` says what an article shows, a plain one is a
paragraph, and an indented one is expected below it: the kind, the speaker with the channel, and the words.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator import files, pipeline
from generator.drafting.lines import lines_of
from generator.drafting.speech import Finding, speech
from generator.evidence.languages import LANGUAGES
from generator.evidence.proving import alias_table
from generator.evidence.source import FullText
from tests.folders import HERE

COUNTRIES = "- {id: denmark, code: DK}\n- {id: norway, code: NO}\n"  # with all that is known of them, French too
CONTENT = pipeline.read({**files.content(HERE / "small"), "content/countries.yml": COUNTRIES})
CASES = sorted((HERE / "drafting" / "speech").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_speech_is_found_with_its_speaker(case: Path, agrees: Callable[[Path, str], None]) -> None:
    language = case.stem.split("-")[0]
    articles = case.read_text(encoding="utf-8").strip().split("\n\n")
    agrees(case, "\n\n".join("\n".join(_heard(article, language)) for article in articles) + "\n")


def _heard(article: str, language: str) -> Iterator[str]:
    """An article with what is found in it, as its file has it."""
    given = [line for line in article.split("\n") if not line.startswith("    ")]
    paragraphs = [line for line in given if not line.startswith("#")]
    text = FullText("\n".join(paragraphs), alias_table(CONTENT), LANGUAGES[language])
    findings = list(speech(lines_of(text, alias_table(CONTENT)), CONTENT, language))
    yield from (line for line in given if line.startswith("#"))
    for number, (paragraph, line) in enumerate(zip(text.body, paragraphs, strict=True), 1):
        yield line
        for finding in findings:
            if finding.paragraph == number:
                words = paragraph.text[paragraph.tokens[finding.first].start : paragraph.tokens[finding.last].end]
                yield f"    {finding.kind} of {_speaker(finding)}: {words}"


def _speaker(finding: Finding) -> str:
    speaker = finding.speaker
    channel = f" through {speaker.via}" if speaker.who and speaker.via else ""
    act = "" if finding.act == "statement" else f" ({finding.act})"
    return f"{speaker.who or speaker.via}{channel}{act}"
