"""An extractor in the standard library alone: quotations, and who is named as their speaker in the same sentence.

    briefbook draft 2024-06-01-oslo-cable --from "python docs/examples/quotations.py"

It reads what `briefbook draft --show-input` prints, and prints proposals; `schema/` has the JSON Schema of both.
"""

import json
import re
import sys

MARKED = re.compile(r'"([^"]+)"|« ?([^»]+?) ?»')
SAYS = re.compile(r"\b(?:said|says|told|added|warned|according to|a déclaré|a dit|selon)\b")
WORDS = 5  # fewer could stand anywhere


def proposals(article):
    """A proposal for each quotation of five words or more; its speaker is the name nearest to a verb of saying."""
    spellings = [
        (spelling, entry["id"])
        for registry in ("leaders", "organisations", "countries")
        for entry in article[registry]
        for spelling in (entry["name"], *entry["aliases"])
    ]
    for paragraph in article["paragraphs"]:
        for sentence in paragraph["sentences"]:
            for quoted in MARKED.finditer(sentence):
                words = next(filter(None, quoted.groups())).strip(" ,.;:!?")
                if len(words.split()) >= WORDS:
                    proposal = {"passage": words, "paragraph": paragraph["number"]}
                    outside = sentence[: quoted.start()] + sentence[quoted.end() :]
                    yield proposal | speaker(outside, spellings)


def speaker(text, spellings):
    """Who speaks, where the text outside of the quotation says so and names one that is registered."""
    verb = SAYS.search(text)
    named = [(abs(text.find(spelling) - verb.start()), id) for spelling, id in spellings if verb and spelling in text]
    return {"who": min(named)[1]} if named else {}


if __name__ == "__main__":
    json.dump({"proposals": list(proposals(json.load(sys.stdin)))}, sys.stdout, ensure_ascii=False)
