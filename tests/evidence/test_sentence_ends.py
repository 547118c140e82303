"""Where a full stop ends a sentence, and where it only shortens a word."""

import pytest

from generator.evidence.languages import LANGUAGES
from generator.evidence.text import paragraphs

ENDS = {  # texts, with a bar at each end of a sentence
    "en": (
        "They chose a Plan B.| About 26 ships came.",
        "They chose Plan B.| Ferries came.",
        "It is signed by Lester B. Pearson and J. K. Rowling.| It is long.",
        "Some 26 men under Capt. Jane Doe met Adm. Holm, Maj. Gen. Lund and Lt. Col. Vinje.| They left.",
        "It left at 9 a.m. on Sunday and at 5 p.m. Tuesday.| It is late.",
        "It left at 5 p.m.| The ferry was late.",
        "He lives in the U.S.| The firm does not.",
        "The U.S. Army and U.S. officials paid.| They left.",
        "No. 10 paid.| He said no.| The ferry left.",
        "St. Petersburg has approx. 30 boats.| See Fig. 3 and p. 5.",
        "It is dated Dec. 5 or Dec. 6.| It came in Dec.| The ship did not.",
        "Acme Inc. paid Acme Co. Holdings.| It is of Acme Inc.| The firm paid.",
        "Theresa B. May said so.| John F.| The rest left.",
        "It has boats, nets, etc.| The nets are old.",
        "Vs. the rest, e.g. Doe, i.e. Holm.| They left.",
    ),
    "fr": (
        "M. Dupont et Mme Durand voient M. Le Pen.| Ils partent.",
        "C'était en 50 av. J.-C.| Les Romains sont partis.",
        "Il y a des bateaux, etc.| Les autres partent.",
        "Voir art. 3 et p. 5.| Le gén. Dupont part.",
        "Ils ont un plan B.| Bateaux et filets partent.",
    ),
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in ENDS.items() for text in texts])
def test_where_sentences_end(code: str, text: str) -> None:
    [paragraph] = paragraphs(text.replace("|", ""), LANGUAGES[code])
    starts = [sentence.tokens[0].start for sentence in paragraph.sentences]
    ends = [spot - number for number, spot in enumerate(spot for spot, letter in enumerate(text) if letter == "|")]
    assert starts == [0, *(end + 1 for end in ends)]
