"""The words by which drafting tells whether a day lies ahead or behind, and days that are counted from today."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class CalendarCues:
    """The words of one language, all in lower case; a pattern matches whole words."""

    ahead: frozenset[str]  # what a sentence has that tells of days to come
    ahead_pairs: frozenset[tuple[str, str]]
    behind: frozenset[str]  # verbs and auxiliaries that report
    reports: re.Pattern[str]  # other words that do so by their ending
    plans: re.Pattern[str]  # words that look ahead by their ending
    helping: frozenset[str]  # what makes a report of a participle behind it
    participle: re.Pattern[str]
    since: frozenset[str]  # before a day that lies behind, whatever the tense
    deferring: frozenset[str]  # verbs of the past that put off what ends there: `adjourned until Friday`
    until: frozenset[str]  # before a day that lies ahead, where nothing in the clause is past
    small: frozenset[str]  # what may stand between such a word and its day
    opening: frozenset[str]  # words that open a clause of their own
    coming: frozenset[str]  # beside a day: the next one
    past: frozenset[str]  # beside a day: the last one
    habits: frozenset[str]  # before a day that is none of the calendar: `every Friday`
    day_before: frozenset[str]  # spans of two days, of which the first is meant
    weeks: Mapping[str, int]  # whole weeks, counted from this one
    months: Mapping[str, int]  # beside those of the reading rules
    years: Mapping[str, int]
    same_day: frozenset[str]  # beside what the reading rules count
    week_later: frozenset[str]  # words behind a weekday that mean the one after the next: `Thursday week`
    ordinals: Mapping[str, int]  # before a weekday of a month; -1 is the last
    unless: frozenset[str]  # words that open a condition, whose past is none: `if no answer came`
    later: Mapping[str, int]  # behind a number of years, which are counted from a year that is named
    done: re.Pattern[str]  # what lies behind, a word and the one behind it: `after winning`
    marking: frozenset[str]  # before an infinitive
    infinitive: re.Pattern[str]  # by its ending
    pledged: frozenset[str]  # verbs of the past that plan; a day before one is its own
    planning: re.Pattern[str]  # of whose infinitive nothing has happened yet: `promised to`, `a décidé de`


_PAST = frozenset(
    (
        *("was", "were", "had", "did", "has", "have", "been", "said", "told", "met", "held", "went", "came", "took"),
        *("gave", "made", "broke", "fell", "rose", "sank", "began", "left", "lost", "won", "saw", "found", "got"),
        *("kept", "led", "laid", "paid", "sent", "sold", "bought", "built", "brought", "thought", "taught", "caught"),
        *("fought", "sought", "stood", "understood", "struck", "stuck", "spoke", "wrote", "drove", "rode", "flew"),
        *("grew", "knew", "threw", "drew", "blew", "chose", "froze", "stole", "wore", "tore", "swore", "bore"),
        *("became", "ran", "swam", "sang", "rang", "drank", "shrank", "sprang", "shot", "shut", "hit", "put", "set"),
        *("cut", "quit", "split", "spread", "hurt", "cast", "burst", "beat", "bit", "hid", "slid", "fed", "fled"),
        *("bled", "sped", "felt", "dealt", "meant", "dreamt", "slept", "swept", "wept", "crept", "spent", "lent"),
        *("bent", "burnt", "learnt", "heard", "read", "sat", "spat", "dug", "hung", "swung", "stung", "clung"),
        *("ate", "forgot", "forgave", "arose", "awoke", "shook", "mistook", "withdrew", "overtook", "underwent"),
        *("undertook", "upheld", "withheld", "foresaw", "outbid", "died", "tied", "lay", "lit", "shone", "wound"),
    )
)
_NO_REPORT = (  # they end as a report does
    "planned|scheduled|expected|proposed|need|needed|bid|seed|speed|feed|indeed|united|hundred|red|bed|shed|"
    "wed|limited|used|based|advanced|aged|wicked|sacred|naked|forced|due|intended|slated|tipped|poised|supposed|"
    "required|allowed|obliged|led|embed|exceed|proceed|succeed|weekend"
)
CALENDAR_CUES: Mapping[str, CalendarCues] = {
    "en": CalendarCues(
        ahead=frozenset(
            (
                *("will", "won't", "shall", "would", "planned", "scheduled", "due", "expected"),
                *("upcoming", "expects", "expect", "intends", "intend", "wants", "want", "must"),
                *("may", "might", "can", "slated", "tipped", "aims", "aim", "poised", "next", "coming", "ahead"),
                *("should", "proposed", "we'll", "they'll", "it'll", "i'll", "he'll", "she'll"),
                *("tomorrow", "looms", "awaits", "forthcoming", "deadline", "expires", "expire", "begins", "begin"),
                *("starts", "start", "opens", "closes", "ends", "resumes", "resume", "returns", "return", "retires"),
                *("retire", "departs", "go", "goes", "airs", "faces", "face", "payable"),
            )
        ),
        ahead_pairs=frozenset(
            (
                *(("is", "to"), ("are", "to"), ("set", "to"), ("due", "to"), ("going", "to"), ("be", "held")),
                *(("has", "to"), ("have", "to"), ("agreed", "to"), ("plan", "to"), ("ready", "to"), ("is", "set")),
                *(("are", "set"), ("need", "to"), ("needs", "to"), ("yet", "to"), ("about", "to"), ("decided", "to")),
                *(("plans", "to"), ("hope", "to"), ("hopes", "to"), ("promises", "to"), ("promise", "to")),
                *(("takes", "effect"), ("take", "effect"), ("comes", "into"), ("come", "into")),
                *(("vowed", "to"), ("promised", "to"), ("pledged", "to"), ("threatened", "to"), ("wants", "to")),
            )
        ),
        behind=_PAST,
        reports=re.compile(rf"(?!(?:{_NO_REPORT})$)[a-z-]{{2,}}ed"),
        plans=re.compile(r"(?!)"),
        helping=frozenset(),
        participle=re.compile(r"(?!)"),
        since=frozenset(("since",)),
        deferring=frozenset(
            (
                *("adjourned", "postponed", "deferred", "delayed", "extended", "suspended", "remanded", "moved"),
                *("shut", "closed", "banned", "put"),
            )
        ),
        until=frozenset(("by", "until", "till", "from", "for")),
        small=frozenset(("the", "at", "least", "early", "late", "end", "of", "mid", "on", "next")),
        opening=frozenset(
            ("which", "who", "whom", "whose", "that", "but", "while", "when", "where", "because", "although")
        ),
        coming=frozenset(("next", "coming", "this")),
        past=frozenset(("last", "past", "previous", "earlier")),
        habits=frozenset(("every", "each", "most")),
        day_before=frozenset(("last night",)),
        weeks={"last week": -1, "this week": 0, "next week": 1},
        months={"the end of the month": 0, "the end of this month": 0, "the end of next month": 1},
        years={
            "last year": -1,
            "this year": 0,
            "next year": 1,
            "earlier this year": 0,
            "later this year": 0,
            "the end of the year": 0,
            "the end of this year": 0,
            "the end of next year": 1,
            "the end of last year": -1,
        },
        same_day=frozenset(),
        week_later=frozenset(("week",)),
        ordinals={"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1},
        unless=frozenset(("if", "unless")),
        later={"later": 1, "afterwards": 1, "earlier": -1},
        done=re.compile(r"(?:after|having) [a-z]+(?:ing|ed)"),
        marking=frozenset(("to",)),
        infinitive=re.compile(r"(?!the$|a$|an$|its$|their$|his$|her$)[a-z]+(?<!s)"),
        pledged=frozenset(("agreed", "decided", "vowed", "promised", "pledged", "threatened")),
        planning=re.compile(
            r"agree[sd]?|promise[sd]?|pledge[sd]?|vow(?:s|ed)?|plan(?:s|ned)|hope[sd]?|decide[sd]?|vote[sd]|offer(?:s|ed)"
            r"|threaten(?:s|ed)?|intend(?:s|ed)?|commit(?:s|ted)?|propose[sd]?|resolved|ask(?:s|ed)|urge[sd]?|order(?:s|ed)|invite[sd]?|require[sd]?|undertook|undertaken|swore|sworn"
        ),
    ),
    "fr": CalendarCues(
        ahead=frozenset(
            (
                *("doit", "doivent", "devrait", "devraient", "va", "vont", "prévoit", "prévoient", "prévu", "prévue"),
                *("prévus", "prévues", "attendu", "attendue", "attendus", "attendues", "compte", "comptent", "espère"),
                *("espèrent", "veut", "veulent", "souhaite", "peut", "peuvent", "prochain", "prochaine", "demain"),
                *("programmé", "programmée", "censé", "censée", "envisage", "demande", "demandent", "promet"),
                *("vouloir", "souhaiter", "espérer", "envisager", "compter", "devoir", "pouvoir"),
                *("pars", "partons", "reviens", "revenons", "rentrons", "débute", "débutent", "commence", "commencent"),
                *("rouvre", "rouvrent", "reprend", "reprennent", "expire", "expirent"),
            )
        ),
        ahead_pairs=frozenset((("d", "ici"), ("à", "partir"), ("à", "compter"))),
        behind=frozenset(("était", "étaient", "avait", "avaient", "fut", "furent", "eut", "eurent", "ayant")),
        reports=re.compile(r"(?!)"),
        plans=re.compile(
            r"(?!(?:tira|retira|attira|admira|expira|respira|inspira|vira|livra)$)"
            r"\w*(?:er|ir|dr|evr|ivr|rr|ttr|îtr|aur|oir)(?:a|ont|ons)"
        ),
        helping=frozenset(("a", "ont", "est", "sont", "ai", "avons", "été", "s'est")),
        participle=re.compile(
            r"\w+(?:é|ée|és|ées|i|ie|is|ies|it|ite|its|ites|u|ue|us|ues|ert|erte|erts|ertes|int|mort|morts)"
        ),
        since=frozenset(("depuis",)),
        deferring=frozenset(
            (
                *("ajourné", "ajournée", "reporté", "reportée", "renvoyé", "renvoyée", "prolongé", "prolongée"),
                *("suspendu", "suspendue", "fermé", "fermée"),
            )
        ),
        until=frozenset(("jusqu", "ici", "dès", "avant", "pour")),
        small=frozenset(("le", "la", "à", "au", "moins", "fin", "début", "de", "mi", "en")),
        opening=frozenset(("qui", "que", "qu", "dont", "où", "mais", "quand", "lorsque", "lorsqu", "parce", "car")),
        coming=frozenset(("prochain", "prochaine")),
        past=frozenset(("dernier", "dernière", "passé", "passée")),
        habits=frozenset(("chaque", "tous", "un")),
        day_before=frozenset(),
        weeks={
            "la semaine dernière": -1,
            "la semaine passée": -1,
            "cette semaine": 0,
            "la semaine prochaine": 1,
        },
        months={"la fin du mois": 0, "fin du mois": 0, "la fin du mois prochain": 1},
        years={
            "l'an dernier": -1,
            "l'an passé": -1,
            "l'année dernière": -1,
            "l'année passée": -1,
            "cette année": 0,
            "l'an prochain": 1,
            "l'année prochaine": 1,
            "la fin de l'année": 0,
            "fin de l'année": 0,
        },
        same_day=frozenset(("ce matin", "ce soir", "cet après-midi", "ce midi", "ce jour")),
        week_later=frozenset(("en huit",)),
        ordinals={"premier": 1, "deuxième": 2, "troisième": 3, "quatrième": 4, "dernier": -1},
        unless=frozenset(("si", "s")),
        later={"plus tard": 1, "plus tôt": -1},
        done=re.compile(r"après (?:avoir|être|s'être)"),
        marking=frozenset(("de", "d", "à")),
        infinitive=re.compile(r"\w{2,}(?:er|ir|re)"),
        pledged=frozenset(),
        planning=re.compile(
            r"promis|promett\w+|promet|décid\w+|engag\w+|accept\w+|prév\w+|propos\w+|menac\w+|jur\w+|envisag\w+"
            r"|appel\w+|invit\w+|convenu\w*|recommand\w+|esp[éè]r\w+|vot\w+"
        ),
    ),
}

# Words that may stand between a verb of saying and the day on which it was said: `told reporters in Oslo on Tuesday`.
TELLING: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        (
            *("said", "says", "told", "tells", "stated", "announced", "announces", "reported", "added", "wrote"),
            *("posted", "confirmed", "declared", "warned", "tweeted", "speaking", "explained", "argued", "urged"),
            *("insisted", "noted", "claimed", "stressed", "accused", "denied", "demanded", "suggested", "predicted"),
            *("heard", "testified"),
        )
    ),
    "fr": frozenset(
        (
            *("dit", "déclaré", "affirmé", "ajouté", "annoncé", "indiqué", "expliqué", "précisé", "assuré", "souligné"),
            *("confié", "écrit", "répondu", "estimé", "averti", "rapporté", "fait", "savoir", "dénoncé", "martelé"),
        )
    ),
}
HEARERS: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        (
            *("reporters", "journalists", "parliament", "lawmakers", "hearing", "conference", "news", "press", "radio"),
            *(
                "television",
                "statement",
                "interview",
                "briefing",
                "speech",
                "post",
                "letter",
                "email",
                "note",
                "report",
            ),
            *(
                "court",
                "committee",
                "meeting",
                "him",
                "her",
                "them",
                "us",
                "later",
                "late",
                "early",
                "here",
                "telephone",
            ),
            *(
                "readers",
                "listeners",
                "investors",
                "councillors",
                "senators",
                "published",
                "released",
                "issued",
                "joint",
            ),
            *(
                "readout",
                "message",
                "address",
                "newspaper",
                "paper",
                "broadcaster",
                "agency",
                "again",
                "also",
                "social",
            ),
            *("media", "video", "documents", "filing", "website", "phone", "public", "members", "council", "week"),
        )
    ),
    "fr": frozenset(
        (
            *("journalistes", "presse", "parlement", "communiqué", "entretien", "conférence", "discours", "tribune"),
            *(
                "lettre",
                "rapport",
                "radio",
                "télévision",
                "députés",
                "sénateurs",
                "agence",
                "publié",
                "diffusé",
                "soir",
            ),
            *("matin", "réseaux", "sociaux", "message", "antenne", "micro", "tribunal", "elle", "il", "lui", "leur"),
        )
    ),
}
# Verbs that give an opinion, and with quoted words behind them tell what was said.
QUOTING: Mapping[str, frozenset[str]] = {
    "en": frozenset(("called", "branded", "described", "dismissed", "hailed", "labelled", "condemned", "praised")),
    "fr": frozenset(("qualifié", "dénoncé", "salué", "traité", "fustigé")),
}
DOCUMENTS = frozenset(  # whose day is that of the telling
    (
        *("statement", "interview", "letter", "report", "post", "readout", "briefing", "speech", "communiqué"),
        *("entretien", "lettre", "rapport"),
    )
)
DETERMINERS = frozenset(("a", "an", "the", "this", "his", "her", "its", "their", "un", "une", "le", "la", "son", "sa"))
