"""Who speaks: before the words, behind them, in a signature below, in the paragraph before that ends with a colon."""

import pytest

from generator.evidence.languages import ENGLISH
from generator.evidence.lock import dumps, loads
from generator.evidence.proving import lock_for
from generator.evidence.text import paragraphs
from tests.evidence.test_lock import assert_no_disagreement
from tests.invented import ARTICLE, fact, faults, full_text, world

WAITED = "we have waited ten years for it"
SPOKEN = {  # whose words they are found to be, and how they stand in the article
    "behind three sentences": '"Yes, we have waited ten years for it. It is late. It is here," said Jane Doe.',
    "behind, with an office": '"Yes, we have waited ten years for it. Go," said Norwegian Foreign Minister Jane Doe.',
    "in the sentence behind": '"Yes, we have waited ten years for it. It is late." That is what Doe told the crowd.',
    "in the middle": '"Yes, we have waited ten years for it. It is late," said Doe, "and dear. But it is here."',
    "before, with a colon": 'Doe put it so: "It is late. Yes, we have waited ten years for it."',
    "in the paragraph before": 'Asked by a child, Jane Doe said:\n"It is late. Yes, we have waited ten years for it."',
    "before several paragraphs": 'Jane Doe said:\n"It is late.\n"Yes, we have waited ten years for it.\n"It is here."',
    "behind several paragraphs": '"Yes, we have waited ten years for it.\n"It is late," Jane Doe told them.',
    "before in the same paragraph": 'Doe rose. "Yes, we have waited ten years for it.\n"It is late."',
    "a signature": '"Yes, we have waited ten years for it. It is late."\n- Jane Doe, minister of the sea',
    "a signature with a long dash": "“Yes, we have waited ten years for it. It is late.”\n— Jane Doe",
    "single marks": "'Yes, we have waited ten years for it. It's the skippers' day,' said Jane Doe.",
    "guillemets": "« Yes, we have waited ten years for it. It is late », said Jane Doe.",
}
SILENT = {
    "another sentence": '"Yes, we have waited ten years for it." It rained. Jane Doe left.',
    "another quotation": '"Yes, we have waited ten years for it." "It is late," said Jane Doe.',
    "a sentence that tells of no speech": '"Yes, we have waited ten years for it." Jane Doe left.',
    "a paragraph that tells of something else": '"Yes, we have waited ten years for it."\nJane Doe said it rained.',
    "a list": '"Yes, we have waited ten years for it."\nIt rained.\n- Jane Doe',
    "words that nobody quotes": "Yes, for good reasons we have waited ten years for it. It is late, said Jane Doe.",
    "an inch": "The 6'2\" tall man said that yes, we have waited ten years for it. It is late, said Jane Doe.",
}


@pytest.mark.parametrize("where", SPOKEN)
def test_a_speaker_is_found(where: str) -> None:
    one = fact("Jane Doe said that it had been awaited for ten years.", WAITED, who="jane-doe")
    assert faults(SPOKEN[where], one) == []


@pytest.mark.parametrize("where", SILENT)
def test_nobody_else_is_taken_for_the_speaker(where: str) -> None:
    one = fact("They said that it had been awaited for ten years.", WAITED, who="jane-doe")
    assert [fault.split(":")[0] for fault in faults(SILENT[where], one)] == ["UNBOUND-SPEAKER"]


@pytest.mark.parametrize("where", [*SPOKEN, *SILENT])
def test_a_lock_answers_alike(where: str) -> None:
    text = (SPOKEN | SILENT)[where]
    content = world(fact("Jane Doe said that it had been awaited for ten years.", WAITED, who="jane-doe"))
    lock = lock_for(content, ARTICLE, full_text(text, content))
    assert_no_disagreement(content, full_text(text, content), lock)
    assert loads(dumps(lock), "seeds/report.lock") == lock


POINTED = {  # a pointer to a paragraph behind the words, and what is said against it
    "a signature": ('"Yes, we have waited ten years for it."\n- Jane Doe, minister', 2, []),
    "a signature two paragraphs below": (
        '"Yes, we have waited ten years for it.\n"It is late."\n- Jane Doe, minister', 3, [],
    ),
    "a paragraph that tells of speech": ('"Yes, we have waited ten years for it."\nThat is what Doe said.', 2, []),
    "a paragraph that does not": (
        '"Yes, we have waited ten years for it."\nIt rained on Doe.',
        2,
        [
            ("BAD-POINTER: paragraph 2 neither comes before the passage nor says who speaks its words; "
            "it is named in paragraph 2; no pointer leads behind the passage")
        ],
    ),
    "the wrong paragraph": (
        'Jane Doe came.\nIt rained.\nShe said: "Yes, we have waited ten years for it."',
        2,
        ["BAD-POINTER: paragraph 2 does not name `jane-doe`; point to paragraph 1, which names it"],
    ),
    "a paragraph that nothing is in": (
        'Jane Doe came.\nDoe said: "Yes, we have waited ten years for it."',
        7,
        ["BAD-POINTER: paragraph 7 does not name `jane-doe`; point to paragraph 1, which names it"],
    ),
    "somebody who is nowhere": (
        'It rained.\nShe said: "Yes, we have waited ten years for it."',
        1,
        [
            ("BAD-POINTER: paragraph 1 does not name `jane-doe`; "
            "no paragraph of the article names it; leave it out")
        ],
    ),
    "the passage's own paragraph": (
        'It rained.\nDoe said: "Yes, we have waited ten years for it."',
        1,
        [
            ("BAD-POINTER: paragraph 1 does not name `jane-doe`; "
            "it is named in paragraph 2; that of the passage needs no pointer")
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("where", POINTED)
def test_where_a_pointer_may_lead(where: str) -> None:
    text, paragraph, said = POINTED[where]
    one = fact("It was awaited for ten years.", WAITED, named={"jane-doe": paragraph})
    assert faults(text, one) == said


QUOTED = {  # which words stand in quotation marks
    "'We will go,' he said, 'if they pay.' They did.": "We will go if they pay",
    "The skippers' pay is low, and it's theirs.": "",
    "'The skippers' pay is low. It's theirs,' he said.": "The skippers' pay is low It's theirs",
    "In the '90s rock 'n' roll was 'old'.\n'It is,' he said.": "old It is",
    'He is 6\'2" tall. "We go," he said.': "We go",
    "\"He said 'no' to me,\" she said.": "He said no to me",
    "'He said \"no\" to me,' she said.": "He said no to me",
    '"We go," he said.\n"We go," he said of \'The Boat\'.': "We go We go",
    "'We go.\n'We stay,' he said.": "We go We stay",
    "'We go,' he said. 'They stay.\n'We stay,' he said.": "We go They stay We stay",
    "The crews' pay is low. 'They said \"no\". It is late.\n'We go,' he said.": "They said no It is late We go",
    "He met them in '24, and 'em he liked.\n'We go,' he said.": "We go",
}


@pytest.mark.parametrize("text", QUOTED)
def test_what_stands_in_quotation_marks(text: str) -> None:
    said = [token.text for paragraph in paragraphs(text, ENGLISH) for token in paragraph.tokens if token.quoted]
    assert " ".join(said).replace("skippers pay", "skippers' pay") == QUOTED[text]
