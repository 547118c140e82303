"""An extractor with a library: the days that dateparser finds, in the language of the article.

    python -m pip install dateparser
    briefbook draft 2024-06-01-oslo-cable --from "python docs/examples/dates.py"

A day that the words of a sentence count (`last Friday`) is proposed with these words as `reckoned`, so that it is
proved as a person's would be: what the words do not mean, counted from the day of publication, is left out.
"""

import json
import re
import sys
from datetime import datetime

from dateparser.search import search_dates

AROUND = 5  # words on each side of the date, which make the passage


def proposals(article):
    """A proposal for each sentence in which exactly one day is found."""
    published = datetime.fromisoformat(article["published"])
    settings = {"RELATIVE_BASE": published, "PREFER_DATES_FROM": "past", "STRICT_PARSING": False}
    for paragraph in article["paragraphs"]:
        for sentence in paragraph["sentences"]:
            found = search_dates(sentence, languages=[article["language"]], settings=settings) or []
            days = [(words, moment.date().isoformat()) for words, moment in found if re.search(r"[^\W\d]{3}", words)]
            if len(days) == 1:
                words, day = days[0]
                when = day if re.search(r"\d{4}", words) else {"date": day, "reckoned": words}
                yield {
                    "passage": around(sentence, words),
                    "paragraph": paragraph["number"],
                    "kind": "event",
                    "when": when,
                }


def around(sentence, words):
    """The date with the words beside it."""
    start = sentence.index(words)
    before, after = sentence[:start].split()[-AROUND:], sentence[start + len(words) :].split()[:AROUND]
    return " ".join([*before, words, *after]).strip(" ,.;:!?")


if __name__ == "__main__":
    article = json.load(sys.stdin)
    is_a_day = re.fullmatch(r"\d{4}-\d\d-\d\d", article["published"])
    json.dump({"proposals": list(proposals(article)) if is_a_day else []}, sys.stdout, ensure_ascii=False)
