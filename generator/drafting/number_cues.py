"""The words by which drafting tells what a number stands for: an amount, a time of day, or a part of a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class NumberCues:
    """The words of one language, all in lower case."""

    hours: frozenset[str]  # before a time of day in bare numbers: `at six`
    hours_behind: frozenset[str]  # behind one: `six o'clock`
    hours_to: frozenset[str]  # between two of them: `from nine to five`
    in_years: frozenset[str]  # before a year
    of: frozenset[str]  # between a part and its whole
    wholes: frozenset[str]  # behind `half`, where it is a part of something
    quarters: frozenset[str]  # behind a part that is one of an hour: `a quarter to nine`
    contests: frozenset[str]  # before what is won or lost by so many
    one: frozenset[str]  # what `one household in five` begins with
    out_of: frozenset[str]
    the: frozenset[str]
    parties: frozenset[str]  # behind `the two`, where all know which two: `the two sides`
    lengths: frozenset[str]  # joined to a number by a hyphen, it measures: `nine-metre`
    labels: frozenset[str]  # before the number of a thing, beside those that the reading rules know
    verbs_too: frozenset[str]  # of such words, those that may be what somebody does to many: `shed 800 posts`
    each: frozenset[str]  # before a word that is then none of them: `each day 60 trams`
    votes: frozenset[str]  # beside two numbers with a hyphen that are votes
    carried: frozenset[str]  # beside them, where the sentence has one of the next
    motions: frozenset[str]
    more: frozenset[str]  # behind a number and before what it counts
    ago: tuple[str, ...]  # behind a span that is counted back from today
    since: tuple[tuple[str, ...], ...]  # before one
    in_verbs: frozenset[str]  # where what is counted ends


NUMBER_CUES: Mapping[str, NumberCues] = {
    "en": NumberCues(
        hours=frozenset(("at", "until", "till", "from", "past", "before", "after", "around", "about", "by")),
        hours_behind=frozenset(("o'clock", "am", "pm", "a.m", "p.m", "gmt", "noon", "sharp")),
        hours_to=frozenset(("to", "and", "until", "till")),
        in_years=frozenset(
            (
                *("in", "since", "by", "before", "after", "until", "till", "from", "of", "during", "for", "early"),
                *("late", "mid", "through", "throughout", "between", "back"),
            )
        ),
        of=frozenset(("of",)),
        wholes=frozenset(("of", "the", "its", "their", "his", "her", "our", "all", "that", "as")),
        quarters=frozenset(("to", "past")),
        contests=frozenset(
            ("won", "lost", "beat", "beaten", "led", "trailed", "voted", "passed", "outnumbered", "ahead")
        ),
        one=frozenset(("one",)),
        out_of=frozenset(("in",)),
        the=frozenset(("the", "these", "those", "both", "other")),
        parties=frozenset(
            (
                *("sides", "parties", "leaders", "countries", "nations", "governments", "states", "neighbours"),
                *("neighbors", "men", "women", "ministers", "presidents", "teams", "capitals", "allies", "companies"),
            )
        ),
        lengths=frozenset(
            (
                *("metre", "metres", "meter", "kilometre", "kilometer", "mile", "foot", "inch", "tonne", "ton", "acre"),
                *("hectare", "point", "page", "seat", "strong", "litre", "percent", "person", "member"),
            )
        ),
        labels=frozenset(
            (
                *("article", "chapter", "page", "room", "flight", "channel", "route", "road", "highway", "number"),
                *("table", "figure", "clause", "paragraph", "episode", "round", "stage", "division", "lot", "box"),
                *("row", "bus", "track", "platform", "case", "id", "ref", "code", "size", "day", "week", "lap"),
                *("protocol", "resolution", "regulation", "directive", "pier", "wharf", "ward", "court", "door"),
                *("junction", "subsection", "verse", "exit", "serial", "item", "act", "rule", "law", "annex"),
            )
        ),
        verbs_too=frozenset(
            ("shed", "hold", "number", "plan", "schedule", "table", "stage", "block", "group", "dock", "court")
        ),
        each=frozenset(("each", "every", "per", "a", "that", "one", "last", "this")),
        votes=frozenset(("vote", "votes", "voted", "voting", "ballot", "majority")),
        carried=frozenset(
            ("passed", "approved", "adopted", "rejected", "carried", "backed", "defeated", "endorsed", "failed")
        ),
        motions=frozenset(
            (
                *(
                    "motion",
                    "bill",
                    "amendment",
                    "resolution",
                    "proposal",
                    "plan",
                    "budget",
                    "law",
                    "measure",
                    "treaty",
                ),
                *(
                    "council",
                    "councillors",
                    "parliament",
                    "senate",
                    "senators",
                    "committee",
                    "board",
                    "assembly",
                    "mps",
                ),
                *("lawmakers", "jury", "members", "shareholders", "referendum"),
            )
        ),
        more=frozenset(("more", "other", "further", "additional")),
        ago=("ago", "earlier"),
        since=(),
        in_verbs=frozenset(
            (
                *("have", "has", "had", "are", "is", "were", "was", "will", "would", "could", "met", "pledged"),
                *("say", "said", "says", "took", "take", "went", "go", "came", "come", "live", "lost", "left", "saw"),
                *("gave", "rose", "fell", "made", "got", "held", "sank", "drew", "won", "died", "stood", "sat", "ran"),
                *("along", "within", "inside", "outside", "around", "behind", "beside", "across", "through", "during"),
                *("stand", "lie", "lay", "ago"),
            )
        ),
    ),
    "fr": NumberCues(
        hours=frozenset(("à", "vers", "dès", "avant", "après")),
        hours_behind=frozenset(("heure", "heures", "h")),
        hours_to=frozenset(("à", "et")),
        in_years=frozenset(
            (
                *("en", "depuis", "dès", "avant", "après", "fin", "début", "mi", "de", "pour", "courant", "jusqu"),
                *("entre", "d", "année", "l'an", "an"),
            )
        ),
        of=frozenset(("de", "d", "des", "du")),
        wholes=frozenset(("de", "d", "des", "du")),
        quarters=frozenset(),
        contests=frozenset(("voté", "adopté", "gagné", "perdu", "battu")),
        one=frozenset(("un", "une")),
        out_of=frozenset(("sur",)),
        the=frozenset(("les", "ces")),
        parties=frozenset(
            (
                *("parties", "camps", "dirigeants", "pays", "gouvernements", "états", "voisins", "hommes", "femmes"),
                *("ministres", "présidents", "équipes", "capitales", "alliés", "chefs"),
            )
        ),
        lengths=frozenset(),
        labels=frozenset(
            (
                *("article", "chapitre", "page", "chambre", "salle", "vol", "chaîne", "route", "ligne", "numéro"),
                *("tableau", "paragraphe", "épisode", "tour", "étape", "lot", "bus", "voie", "loi", "décret"),
                *("règlement", "directive", "résolution", "jour", "môle"),
                *("alinéa", "section", "annexe", "sortie", "porte", "bâtiment", "règle", "arrêté"),
            )
        ),
        verbs_too=frozenset(),
        each=frozenset(("chaque", "par", "un", "une", "ce", "cette")),
        votes=frozenset(("vote", "votes", "voté", "votée", "votés", "votées", "scrutin", "voix", "majorité")),
        carried=frozenset(
            f"{verb}{end}"
            for verb in ("adopté", "approuvé", "rejeté", "repoussé", "échoué")
            for end in ("", "e", "s", "es")
        ),
        motions=frozenset(
            (
                *("motion", "loi", "amendement", "résolution", "texte", "budget", "projet", "conseil", "assemblée"),
                *("sénat", "parlement", "commission", "députés", "sénateurs", "élus", "référendum"),
            )
        ),
        more=frozenset(("autres", "nouveaux", "nouvelles")),
        ago=(),
        since=(("il", "y", "a"), ("voici",), ("voilà",)),
        in_verbs=frozenset(("ont", "a", "sont", "est", "seront", "sera", "avaient", "étaient", "auront", "dit")),
    ),
}
