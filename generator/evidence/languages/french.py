"""The tables of French; numbers below a hundred are written out whole, since they are counted in twenties too."""

from __future__ import annotations

from generator.evidence.languages.language import Language, amount_pattern
from generator.evidence.languages.money import DOUBTFUL, marks, units
from generator.evidence.languages.naming import CONNECTIVES, PARTICLES

UNITS = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
    *("treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"),
)
TENS = {
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
    "quatre-vingt": 80, "huitante": 80, "octante": 80, "nonante": 90,
}  # fmt: skip
TWENTIES = ("soixante", "quatre-vingt")  # what ten to nineteen are added to
MONTHS = {
    "janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8, "aout": 8,
    "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12,
}  # fmt: skip
SHORT_MONTHS = {"janv": 1, "févr": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "déc": 12}
SCALES = {
    "mille": 10**3, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9,
    "billion": 10**12, "billions": 10**12,
}  # fmt: skip


def _below_a_hundred() -> dict[str, int]:
    """`dix-sept`, `vingt et un`, `soixante et onze`, `quatre-vingt-dix-neuf`, with hyphens or spaces at `et`."""
    values = {word: number for number, word in enumerate(UNITS)} | TENS | {"une": 1, "quatre-vingts": 80}
    for tens, value in TENS.items():
        last = 19 if tens in TWENTIES else 9
        values |= {f"{tens}-{word}": value + number for number, word in enumerate(UNITS[: last + 1]) if number}
        ones = {"un": 1, "une": 1, "onze": 11} if tens == "soixante" else {"un": 1, "une": 1}
        for word, number in ones.items():
            values |= {f"{tens} et {word}": value + number, f"{tens}-et-{word}": value + number}
    return values


VALUES = _below_a_hundred()


def _ordinals() -> dict[str, int]:
    """`deuxième`, `neuvième`, `dix-septième`, `vingtième`: a number word without its last `e`, and an ending."""
    changed = {"cinq": "cinqu", "neuf": "neuv", "dix-neuf": "dix-neuv"}
    words = {word: number for word, number in VALUES.items() if " " not in word and number > 1}
    regular = {f"{changed.get(word, word.removesuffix('e'))}ième": number for word, number in words.items()}
    return {**regular, "premier": 1, "première": 1, "second": 2}


ORDINAL_WORDS = _ordinals()
BOUNDS = {
    "about": (
        *("environ", "près de", "quelque", "à peu près", "presque", "autour de", "aux alentours de", "de l'ordre de"),
        *("approximativement", "à peine", "plus ou moins", "grosso modo", "ou presque", "près d", "autour d"),
        *("près de la", "près des", "environ la", "environ les", "presque la", "presque les", "à peine la"),
    ),
    "over": (
        *("plus de", "plus d", "un peu plus de", "au-dessus de", "supérieur à", "supérieure à", "dépassant", "dépasse"),
        *("au delà de", "au-delà de", "dépassé", "plus de la", "plus des", "un peu plus de la", "un peu plus des"),
    ),
    "at least": ("au moins", "pas moins de", "pas moins d", "un minimum de", "au minimum", "ou plus", "et plus"),
    "at most": ("au plus", "jusqu à", "pas plus de", "pas plus d", "un maximum de", "au maximum", "ou moins",
        "tout au plus", "dépasse pas", "dépassent pas", "dépassera pas", "excède pas", "pas plus de la"),
    "under": ("moins de", "moins d", "un peu moins de", "au-dessous de", "inférieur à", "inférieure à",
        "en dessous de", "moins de la", "moins des", "un peu moins de la", "un peu moins des"),
}  # fmt: skip
PERIODS = {
    "seconde": "second", "minute": "minute", "minutes": "minute", "heure": "hour", "heures": "hour", "jour": "day",
    "jours": "day", "nuit": "day", "semaine": "week", "semaines": "week", "quinzaine": "fortnight", "mois": "month",
    "trimestre": "quarter", "an": "year", "ans": "year", "année": "year", "années": "year", "décennie": "decade",
    "saison": "season",
}  # fmt: skip
CHANGES = (
    *(
        "augmenté",
        "augmente",
        "augmentent",
        "augmenter",
        "augmentera",
        "augmentation",
        "hausse",
        "monté",
        "monte",
        "grimpé",
    ),
    *(
        "grimpe",
        "progressé",
        "progresse",
        "progression",
        "gagné",
        "crû",
        "croissance",
        "bondi",
        "passé",
        "passe",
        "passer",
    ),
    *(
        "baissé",
        "baisse",
        "baisser",
        "baissent",
        "diminué",
        "diminue",
        "diminution",
        "reculé",
        "recule",
        "recul",
        "chuté",
    ),
    *(
        "chute",
        "tombé",
        "tombe",
        "tombée",
        "perdu",
        "réduit",
        "réduite",
        "réduits",
        "relevé",
        "porté",
        "portée",
        "passée",
    ),
    *("passés", "passées", "ramené", "ramenée", "abaissé", "abaissée"),
)
FIGURES = {
    "fills": ("quelque",),
    "uncounted": ("demandé", "demandés", "promis", "prévu", "prévus", "nécessaires", "dépensés", "payés", "versés"),
    "taxed": ("avant", "après"),
    "taxes": ("impôt", "impôts"),
    "decimal": ",",
    "values": VALUES,
    "hundreds": ("cent", "cents"),
    "scales": SCALES,
    "dozens": {"douzaine": 12, "douzaines": 12},
    "short_scales": {
        "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "md": 10**9, "mds": 10**9, "mrd": 10**9, "mrds": 10**9,
    },
    "measures": (
        *("m", "km", "cm", "mm", "t", "g", "kg", "l", "ml", "ha", "km/h", "m/s", "w", "kw", "mw", "gw", "kwh", "mwh"),
        *("gwh",),
        *("s", "h", "min", "go", "mo", "to"),
    ),
    "ordinals": ORDINAL_WORDS,
    "ordinal_endings": ("ère", "er", "re", "ème", "nde", "nd", "e", "ers", "es"),
    "denominators": {
        **{word: number for word, number in ORDINAL_WORDS.items() if number > 4},
        **{f"{word}s": number for word, number in ORDINAL_WORDS.items() if number > 4},
        "tiers": 3, "quart": 4, "quarts": 4, "demi": 2, "demie": 2, "demis": 2, "demies": 2,
    },
    "articles": ("un", "une"),
    "no_numbers": ("un", "une"),
    "free": ("un", "une", "premier", "première", "premiers", "premières", "second", "seconde"),
    "joiner": "",
    "links": ("à", "et", "ou", "sur"),
    "half": ("moitié", "demi"),
    "no_half": (),
    "no_half_behind": (),
    "and_a_half": (),
    "scale_and_a_half": (("et", "demi"), ("et", "demie")),
    "odd": (),
    "several": (),
    "singulars": {},
    "plurals": {"dizaines": "tens", "douzaines": "dozens", "centaines": "hundreds", "milliers": "thousands",
                "millions": "millions", "milliards": "billions"},
    "of": ("de", "d"),
    "of_month": (),
    "or": ("ou", "et"),
    "superlatives": ("plus", "moins"),
    "most": ("plus", "moins"),
    "determiners": ("le", "la", "les", "son", "sa", "ses", "leur", "leurs", "notre", "nos"),
    "marks": marks(),
    "units": units("fr", {
        "%": ("%", "1"), "pour cent": ("%", "1"), "point de pourcentage": ("points", "1"),
        "points de pourcentage": ("points", "1"), "point de base": ("points", "0.01"),
        "points de base": ("points", "0.01"), "points de %": ("points", "1"), "point": ("points", "1"),
        "points": ("points", "1"), "centime": ("cent", "1"), "centimes": ("cent", "1"), "¢": ("cent", "1"),
        "centimes d euro": ("EUR", "0.01"), "centime d euro": ("EUR", "0.01"),
    }),
    "doubtful_units": (*DOUBTFUL, "point"),
    "links_of_ranges": {"à": "to", "et": "and", "ou": "or", "sur": "in"},
    "openers_of_ranges": ("de", "entre"),
    "shares": ("sur",),
    "from": ("de",),
    "years_behind": ("en", "depuis", "pour"),
    "bounds": {phrase: bound for bound, phrases in BOUNDS.items() for phrase in phrases},
    "short_bounds": ("env", "approx"),
    "floors": ("plancher", "minimum", "minimal"),
    "ceilings": ("plafond", "plafonné", "plafonnée", "maximum", "maximal"),
    "bounds_behind": {
        "ou plus": "at least", "et plus": "at least", "au moins": "at least", "au minimum": "at least",
        "ou moins": "at most", "au plus": "at most", "tout au plus": "at most", "au maximum": "at most",
        "ou presque": "about",
    },
    "fillers": ("autres", "supplémentaires"),
    "unbound_behind": {"plus": ("de",)},
    "unbound_near": {},
    "in_a_row": (),
    "ranking": (),
    "places": (),
    "costing": (),
    "more_behind": (),
    "over": (),
    "courses": (),
    "moves": ("passé", "passée", "passés", "passées", "passe", "passent", "passer", "passera"),
    "decades": ("années",),
    "ways": {"de": "by", "d": "by", "à": "to"},
    "changes": CHANGES,
    "edges": (("la", "fin", "de"), ("la", "fin"), ("le", "début", "de"), ("début",), ("fin",), ("l", "an"), ("le",)),
    "sides": {"avant": "before", "d ici": "before", "d ici à": "before", "jusqu à": "before", "jusqu en": "before",
              "jusqu au": "before", "après": "after", "depuis": "after", "dès": "after", "à partir de": "after",
              "à partir du": "after", "à compter de": "after", "à compter du": "after"},
    "periods": PERIODS,
    "no_rates": (),
    "ranked_periods": (),
    "per": ("par",),
    "each": ("chaque",),
    "ago": (),
    "lasting": ("en", "pendant", "durant", "après", "dans", "sur", "depuis", "pour", "de", "d'", "environ"),
    "distances": ("kilomètre", "kilomètres", "km", "mètre", "mètres", "noeuds", "nœuds", "milles"),
    "rate_adverbs": {"annuellement": "year", "mensuellement": "month", "quotidiennement": "day"},
    "rate_adjectives": {"annuel": "year", "annuels": "year", "annuelle": "year", "annuelles": "year",
                        "mensuel": "month", "mensuels": "month", "mensuelle": "month", "quotidien": "day",
                        "quotidienne": "day", "hebdomadaire": "week"},
    "totals": (("au", "total"), ("en", "tout")),
    "totals_before": (("au", "total"), ("en", "tout"), ("un", "total", "de")),
    "telephones": ("tél", "téléphone", "appelez", "fax"),
    "labels": ("cop",),
    "months": MONTHS,
    "short_months": SHORT_MONTHS,
    "middle": "mi-",
    "day_endings": "er",
    "doubtful_months": (),
    "month_first": False,
    "capital_months": False,
    "about_words": {"dizaine": 10, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
                    "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000, "douzaine": 12},
    "minus": (),
    "degrees": ("degré", "degrés", "celsius"),
    "below_zero": (("au-dessous", "de", "zéro"), ("en", "dessous", "de", "zéro"), ("sous", "zéro")),
    "negators": ("pas", "ne", "n", "non", "jamais", "personne", "rien", "aucun", "aucune"),
    "apart": (),
    "losing": ("perdu", "perd", "perdent"),
    "as_much": (("plus", "qu"), ("plus", "que"), ("moins", "qu"), ("moins", "que")),
    "multiples": {
        "doublé": 2, "double": 2, "doubler": 2, "triplé": 3, "triple": 3, "tripler": 3, "quadruplé": 4,
    },
    "spans": {"quinzaine": ("2", "14"), "décennie": ("10",), "siècle": ("100",)},
    "dimensions": ("de",),
    "small_words": (
        *("de", "d", "du", "et", "ou", "à", "au", "aux", "pour", "par", "en", "dans", "sur", "contre", "l", "la", "le"),
        *("les",),
        *("cette", "ce", "cet", "qui", "que", "dont", "mais", "soit", "selon"),
    ),
}  # fmt: skip


FUNCTION_WORDS = frozenset(
    (
        *("le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "ce", "cet", "cette", "ces", "c"),
        *("je", "j", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "se", "s", "y", "en", "m", "t"),
        *("mon", "ma", "mes", "ton", "ta", "tes", "son", "sa", "ses", "notre", "nos", "votre", "vos", "leur"),
        *("leurs", "à", "au", "aux", "dans", "par", "pour", "sur", "sous", "avec", "sans", "chez", "vers"),
        *("depuis", "pendant", "après", "avant", "entre", "selon", "dès", "jusque", "jusqu", "contre"),
        *("et", "mais", "ou", "donc", "or", "ni", "car", "que", "qu", "qui", "quoi", "dont", "où", "si"),
        *("comme", "quand", "lorsque", "puisque", "ne", "n", "pas", "plus", "non", "oui", "tout", "toute"),
        *("tous", "toutes", "quelque", "quelques", "plusieurs", "autre", "autres", "chaque", "deux"),
        *("est", "sont", "était", "étaient", "a", "ont", "avait", "avaient", "sera", "seront", "être", "avoir"),
        *("ici", "là", "aussi", "ainsi", "alors", "puis", "comment", "pourquoi"),
    )
)

FRENCH = Language(
    code="fr",
    abbreviations=frozenset(
        (
            *("m", "mm", "mme", "mmes", "mlle", "mlles", "dr", "drs", "pr", "me", "mgr", "gal", "gén", "col", "cdt"),
            *("cap", "lt", "adj", "amb", "cf", "env", "ex", "av", "bd", "tél", "st", "ste"),
        )
    ),
    endings=frozenset(
        (
            *("etc", "cie", "hab", "éd", "dir", "dép"),
            *("janv", "févr", "avr", "juil", "sept", "oct", "nov", "déc"),
        )
    ),
    numbering=frozenset(("n", "no", "p", "pp", "art", "vol", "chap", "fig", "al")),
    lettered=frozenset(
        (
            *("plan", "groupe", "classe", "type", "catégorie", "section", "annexe", "vitamine", "hépatite", "équipe"),
            *("hall", "porte", "terminal", "modèle", "zone", "quai", "bloc", "bâtiment", "partie", "option", "phase"),
        )
    ),
    speech=frozenset(
        (
            *("dit", "dire", "déclaré", "déclare", "affirmé", "affirme", "ajouté", "ajoute", "annoncé", "annonce"),
            *("expliqué", "explique", "indiqué", "indique", "assuré", "assure", "précisé", "précise", "souligné"),
            *("réagi", "répondu", "répond", "lancé", "lance", "écrit", "estimé", "estime", "confié", "insisté"),
        )
    ),
    starters=(FUNCTION_WORDS | CONNECTIVES) - PARTICLES - {"l", "m", "d", "des", "car", "seul", "or", "si"},
    openers="le|la|les|ce|cet|cette|ces|il|elle|ils|elles|nous|en|un|une|mais|et",
    negations=frozenset(("ne", "n", "pas", "non", "jamais", "sans", "ni", "aucun", "aucune", "nul", "nulle")),
    clause_openers=frozenset(
        (
            *("et", "mais", "ou", "que", "qu", "qui", "dont", "où", "lequel", "laquelle", "lesquels"),
            *("car", "parce", "puisque", "puisqu", "quand", "lorsque", "lorsqu", "si", "comme", "tandis", "donc"),
        )
    ),
    function_words=FUNCTION_WORDS,
    amount=amount_pattern(
        "mille|millions?|milliards?|billions?|Mds?|Mrds?|mln", "pour cent", "k|M|Mds?|Mrds?|m|md|mds"
    ),
    elisions="[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu",
    tables=FIGURES,
    english_days={
        "lundi": "Monday", "mardi": "Tuesday", "mercredi": "Wednesday", "jeudi": "Thursday", "vendredi": "Friday",
        "samedi": "Saturday", "dimanche": "Sunday", "noël": "Christmas", "pâques": "Easter", "pentecôte": "Whitsun",
    },
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    weekday="(?:le |ce )?{day}(?: dernier| prochain)?",
    months_away={
        "le mois dernier": -1,
        "le mois passé": -1,
        "ce mois-ci": 0,
        "plus tôt ce mois-ci": 0,
        "plus tard ce mois-ci": 0,
        "le mois prochain": 1,
    },
    years_away={
        "l'an dernier": -1,
        "l'année dernière": -1,
        "l'an passé": -1,
        "cette année": 0,
        "l'an prochain": 1,
        "l'année prochaine": 1,
    },
    days_away={
        "aujourd'hui": (0, 0), "hier": (-1, -1), "demain": (1, 1), "cette nuit": (-1, 0),
        "cette semaine": (-7, 7), "la semaine dernière": (-13, -1), "la semaine passée": (-13, -1),
        "la semaine prochaine": (1, 13),
    },
    past=frozenset(("dernier", "dernière", "passé", "passée", "tôt")),
    future=frozenset(("prochain", "prochaine", "tard")),
)  # fmt: skip
