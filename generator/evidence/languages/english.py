"""The tables of English, in which our own sentences are read too."""

from __future__ import annotations

from generator.evidence.languages.language import Language, amount_pattern
from generator.evidence.languages.money import DOUBTFUL, marks, units
from generator.evidence.languages.naming import CONNECTIVES

UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
ORDINALS = {
    "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "first": 1, "second": 2,
    **{f"{word}th": number for number, word in enumerate(UNITS) if number > 12},
    **{f"{word[:-1]}ieth": number for word, number in TENS.items()},
}  # fmt: skip
SCALES = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "lakh": 10**5, "lakhs": 10**5,
    "crore": 10**7, "crores": 10**7,
}  # fmt: skip
SHORT_SCALES = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "mio": 10**6, "b": 10**9, "bn": 10**9, "bln": 10**9,
    "md": 10**9, "mds": 10**9, "mrd": 10**9, "mrds": 10**9,
    "t": 10**12, "tn": 10**12, "tr": 10**12, "trn": 10**12, "cr": 10**7,
}  # fmt: skip
# Letters at digits that are a measure and no scale; those that may be both leave two readings.
MEASURES = (
    *("m", "km", "cm", "mm", "nm", "t", "g", "kg", "mg", "kt", "l", "ml", "ha", "ft", "in", "mi", "lb", "lbs", "oz"),
    *("mph", "kph", "kmh", "km/h", "m/s", "w", "kw", "mw", "gw", "tw", "wh", "kwh", "mwh", "gwh", "twh", "v", "kv"),
    *("s", "h", "hr", "hrs", "min", "mins", "c", "hp", "gb", "mb", "tb", "hz", "khz", "mhz", "ghz"),
)
MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
SHORT_MONTHS = {**{month[:3]: number for month, number in MONTHS.items() if len(month) > 3}, "sept": 9}
FUNCTION_WORDS = frozenset(
    (
        *("a", "an", "the", "this", "that", "these", "those", "there", "here", "yes", "no", "not"),
        *("i", "you", "he", "she", "it", "we", "they", "my", "your", "his", "her", "its", "our", "their"),
        *("in", "on", "at", "of", "to", "by", "for", "from", "with", "without", "as", "during"),
        *("after", "before", "since", "until", "while", "when", "if", "although", "though"),
        *("and", "but", "or", "nor", "so", "yet", "both", "each", "all", "some", "any", "one", "two"),
        *("more", "most", "other", "another", "many", "several"),
        *("what", "which", "who", "how", "why", "where"),
        *("will", "would", "should", "could", "may", "might", "must", "can", "do", "does", "did"),
        *("is", "are", "was", "were", "be", "has", "have", "had"),
    )
)
# Of the words that open a sentence those that are no names, nor parts of names, with a capital.
STARTERS = (FUNCTION_WORDS | CONNECTIVES) - {"an", "can", "do", "i", "may", "so", "will", "per", "seul", "car"}


BOUNDS = {
    "about": (
        *("about", "around", "some", "roughly", "approximately", "nearly", "almost", "close to", "circa", "just about"),
        *("nigh on", "nigh-on", "round about"),
        *("an estimated", "estimated at", "in the region of", "in the order of", "more or less", "or so"),
        *("or thereabouts",),
        *("roughly speaking", "approaching", "close on", "getting on for", "in the neighbourhood of"),
        *("on the order of", "hardly more than", "somewhere around", "something like", "barely", "hardly", "scarcely"),
    ),
    "over": (
        *("more than", "over", "above", "in excess of", "upwards of", "upward of", "just over", "greater than"),
        *("higher than", "larger than", "longer than", "exceeding", "exceeds", "exceed", "exceeded", "north of"),
        *("surpassing", "surpassed", "beyond", "better than", "topping", "topped", "older than"),
    ),
    "at least": (
        *("at least", "no fewer than", "no less than", "not less than", "not fewer than", "a minimum of", "minimum of"),
        *("at the least", "at a minimum", "or more", "or above", "or over", "and more", "and above", "as few as"),
        *("no smaller than", "not below", "not under", "never less than", "never fewer than", "not lower than"),
        *("no lower than", "at the very least", "or longer"),
    ),
    "at most": (
        *("at most", "up to", "no more than", "not more than", "as many as", "as much as", "a maximum of"),
        *("maximum of",),
        *("at the most", "or fewer", "or less", "or below", "or under", "no higher than", "no longer than"),
        *("at the very most",),
        *("not exceeding", "not exceed", "won't exceed", "can't exceed", "cannot exceed", "never exceed"),
        *("not to exceed", "doesn't exceed", "didn't exceed", "never more than", "not over", "not above", "capped at"),
        *("limited to", "as high as", "as long as", "no greater than", "no larger than", "at a maximum"),
    ),
    "under": (
        *("less than", "fewer than", "under", "below", "just under", "lower than", "smaller than", "shorter than"),
        *("younger than",),
        *("just short of", "just shy of", "shy of", "not quite", "short of", "south of"),
    ),
}  # fmt: skip
PERIODS = {
    **{f"{period}{ending}": period for ending in ("", "s")
       for period in ("second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade",
       "season")},
    "night": "day", "nights": "day", "annum": "year", "hr": "hour",
}  # fmt: skip
CHANGES = (
    *("rise", "rises", "rose", "risen", "rising", "raise", "raises", "raised", "raising", "increase", "increases"),
    *("increased", "increasing", "grow", "grows", "grew", "grown", "growing", "growth", "climb", "climbs", "climbed"),
    *("climbing", "jump", "jumps", "jumped", "gain", "gains", "gained", "surge", "surges", "surged", "soar", "soared"),
    *("soaring", "up", "add", "added", "advance", "advanced", "swell", "swelled", "swollen", "creep", "crept", "edged"),
    *("fall", "falls", "fell", "fallen", "falling", "drop", "drops", "dropped", "decline", "declines", "declined"),
    *(
        "decrease",
        "decreases",
        "decreased",
        "shrink",
        "shrinks",
        "shrank",
        "shrunk",
        "shrinking",
        "dwindle",
        "dwindled",
    ),
    *("lower", "lowers", "lowered", "cut", "cuts", "cutting", "reduce", "reduces", "reduced", "reduction", "slip"),
    *("slips", "slipped", "slide", "slid", "sink", "sank", "sunk", "plunge", "plunged", "tumble", "tumbled", "down"),
    *("lose", "loses", "lost", "shed", "halved", "doubled", "change", "changes", "changed", "move", "moved", "went"),
    *("gone", "goes", "go", "widen", "widened", "narrowed", "expand", "expanded", "tighten", "tightened", "eased"),
    *(
        "quadruple",
        "quadrupled",
        "tripled",
        "trebled",
        "slump",
        "slumped",
        "rebounded",
        "recovered",
        "boosted",
        "boost",
        "trimmed",
        "slashed",
        "extend",
        "extended",
    ),
)
_TALK = (
    *("talk", "talks", "talked", "talking", "speak", "speaks", "spoke", "spoken", "speaking", "ask", "asks", "asked"),
    *("think", "thought", "worry", "worries", "worried", "concern", "concerns", "concerned", "complain", "complained"),
    *("know", "knew", "hear", "heard", "learn", "learned", "learnt", "question", "questions", "story", "stories"),
    *(
        "report",
        "reports",
        "information",
        "news",
        "details",
        "wrote",
        "write",
        "lied",
        "warned",
        "warning",
        "statement",
    ),
    *("debate", "discussion", "discussions", "said", "something", "told", "reporters", "facts", "doubts", "data"),
    *("thinking", "asking", "hearing", "knowing", "worrying", "complaining"),
)
# What somebody is at odds with somebody else about, whatever stands between: `sued the maker over 90,000 brakes`.
_QUARRELS = (
    *("sue", "sues", "sued", "suing", "lawsuit", "fine", "fines", "fined", "criticise", "criticises", "criticised"),
    *("criticize", "criticizes", "criticized", "charged", "clashed", "protest", "protests", "protested", "arrested"),
    *("strike", "strikes", "quarrelled", "feud", "convicted"),
)
_AGES = ("year", "years", "month", "months")  # older than somebody who is 40
_TIMES = ("times", "half", "twice")  # as many as something else is no bound
_RIVALRY = (
    *("dispute", "disputes", "row", "talks", "concern", "concerns", "victory", "war", "fight", "battle", "control"),
    *("power", "argument", "debate", "negotiations", "flew", "fly", "flying", "flown", "jumped", "jump", "authority"),
    *("turn", "turns", "turned", "turning", "take", "takes", "took", "taken", "taking", "hand", "hands", "handed"),
    *("handing", "mull", "mulls", "mulled", "mulling"),
    *("sovereignty", "all", "spread", "spreads", "quarrel", "clash", "lead", "advantage", "influence", "conflict"),
)
SUPERLATIVES = (
    *("largest", "biggest", "greatest", "smallest", "highest", "lowest", "tallest", "deepest", "longest", "shortest"),
    *("oldest", "youngest", "newest", "richest", "poorest", "busiest", "fastest", "slowest", "heaviest", "lightest"),
    *("strongest", "weakest", "wealthiest", "widest", "narrowest", "cheapest", "dearest", "costliest", "best", "worst"),
    *("warmest", "coldest", "hottest", "wettest", "driest", "safest", "deadliest", "brightest", "cleanest", "dirtiest"),
    *("northernmost", "southernmost", "westernmost", "easternmost", "loudest", "steepest", "earliest", "most", "least"),
)
FIGURES = {
    "decimal": ".",
    "values": {word: number for number, word in enumerate(UNITS)} | TENS,
    "hundreds": ("hundred",),
    "scales": SCALES,
    "dozens": {"dozen": 12},
    "short_scales": SHORT_SCALES,
    "measures": MEASURES,
    "ordinals": ORDINALS,
    "ordinal_endings": ("st", "nd", "rd", "th"),
    "denominators": {
        **{word: number for word, number in ORDINALS.items() if number > 2},
        **{f"{word}s": number for word, number in ORDINALS.items() if number > 2},
        "quarter": 4, "quarters": 4, "half": 2, "halves": 2,
    },
    "articles": ("a", "an"),
    "no_numbers": ("a", "an"),
    "free": ("one", "first", "second"),
    "joiner": "and",
    "links": ("to", "and", "or", "by", "in"),
    "half": ("half",),
    "no_half": ("past", "way", "time", "mast"),
    "no_half_behind": ("other", "latter", "former", "better", "bottom", "top", "upper", "lower", "northern", "southern",
                       "eastern", "western"),
    "and_a_half": (("and", "a", "half"), ("and", "one", "half")),
    "scale_and_a_half": (("and", "a", "half"),),
    "odd": ("odd", "ish"),
    "several": ("several", "few", "couple"),
    "singulars": {"hundred": "hundreds", "thousand": "thousands", "million": "millions", "billion": "billions",
                  "trillion": "trillions", "dozen": "dozens"},
    "plurals": {"dozens": "dozens", "scores": "scores", "tens": "tens", "hundreds": "hundreds",
                "thousands": "thousands", "millions": "millions", "billions": "billions", "trillions": "trillions"},
    "of": ("of",),
    "of_month": ("of",),
    "or": ("or", "and"),
    "superlatives": SUPERLATIVES,
    "most": ("most", "least"),
    "determiners": ("the", "its", "his", "her", "their", "our", "my", "your", "whose"),
    "marks": marks(),
    "units": units("en", {
        "%": ("%", "1"), "percent": ("%", "1"), "per cent": ("%", "1"), "pct": ("%", "1"), "pc": ("%", "1"),
        "percentage point": ("points", "1"), "of a percentage point": ("points", "1"),
        "of a percent": ("%", "1"), "of a per cent": ("%", "1"), "of one percent": ("%", "1"),
        "of one per cent": ("%", "1"), "of one percentage point": ("points", "1"),
        "percentage points": ("points", "1"), "percent points": ("points", "1"),
        "per cent points": ("points", "1"), "% points": ("points", "1"), "pp": ("points", "1"),
        "basis point": ("points", "0.01"), "basis points": ("points", "0.01"),
        "point": ("points", "1"), "points": ("points", "1"),
        "euro cent": ("EUR", "0.01"), "euro cents": ("EUR", "0.01"), "us cents": ("USD", "0.01"),
        "p": ("GBP", "0.01"), "cent": ("cent", "1"), "cents": ("cent", "1"), "¢": ("cent", "1"),
        "pence": ("GBP", "0.01"),
        "penny": ("GBP", "0.01"),
    }),
    "doubtful_units": (*DOUBTFUL, "point", "ft"),
    "links_of_ranges": {"to": "to", "and": "and", "or": "or", "in": "in"},
    "openers_of_ranges": ("from", "between"),
    "shares": (),
    "from": ("from",),
    "years_behind": ("in", "since", "during"),
    "bounds": {phrase: bound for bound, phrases in BOUNDS.items() for phrase in phrases},
    "short_bounds": ("approx", "ca", "c", "est"),
    "floors": ("floor", "minimum"),
    "ceilings": ("ceiling", "cap", "caps", "capped", "capping", "maximum", "limit", "limits", "limited", "limiting"),
    "bounds_behind": {
        "or so": "about", "more or less": "about", "or more": "at least",
        "or above": "at least", "or over": "at least",
        "or longer": "at least", "or older": "at least", "and older": "at least", "and over": "at least",
        "and under": "at most", "or younger": "at most", "and younger": "at most",
        "and more": "at least", "at least": "at least", "at the least": "at least",
        "at a minimum": "at least", "or fewer": "at most", "or less": "at most", "or below": "at most",
        "or under": "at most", "at most": "at most", "at the outside": "at most", "and counting": "at least",
        "or thereabouts": "about", "at the most": "at most", "at a maximum": "at most",
    },
    "fillers": (
        "record", "combined","another", "estimated", "additional", "further", "a", "an", "extra", "total", "well",
        "reported"),
    "unbound_behind": {
        "older than": _AGES, "younger than": _AGES, "about": _TALK, "over": _RIVALRY,
        "under": ("children", "placed", "buried"),
        "as many": _TIMES, "as much": _TIMES, "up to": (
        "add", "adds", "added", "adding", "went", "go", "goes", "gone", "moved", "climbed", "rose", "crept",
        "edged", "inched", "ticked", "jumped", "soared", "surged", "pushed", "headed")},
    "unbound_near": {"over": _QUARRELS},
    "ranking": ("came", "come", "comes", "coming", "finished", "finish", "finishes", "finishing", "placed", "ranked",
                "ranks", "home", "ending", "ended"),
    "places": ("place", "spot"),
    "costing": ("cost", "costs"),
    "more_behind": ("more", "less", "extra", "fewer", "dearer", "cheaper", "higher", "lower", "above", "below",
                    "additional"),
    "uncounted": ("asked", "requested", "demanded", "promised", "pledged", "planned", "needed", "spent", "paid"),
    "taxed": ("before", "after"),
    "taxes": ("tax", "taxes", "deductions", "interest", "inflation", "costs"),
    "over": ("over",),
    "fills": ("some",),
    "courses": ("weekend", "weekends", "session", "sessions", "round", "rounds", "meeting", "meetings", "nights",
    "trips"),
    "ways": {"by": "by", "to": "to", "from": "from", "of": "by"},
    "changes": CHANGES,
    "edges": (("the", "end", "of"), ("the", "start", "of"), ("the", "beginning", "of"), ("the", "middle", "of"),
              ("the", "summer", "of"), ("early",), ("late",), ("the", "year"), ("the",)),
    "sides": {"before": "before", "by": "before", "until": "before", "till": "before", "no later than": "before",
              "not later than": "before", "ahead of": "before", "prior to": "before", "after": "after",
              "since": "after", "following": "after", "from": "after", "no earlier than": "after",
              "not before": "after", "not until": "after", "only after": "after", "no sooner than": "after",
              "as of": "after", "starting in": "after", "up to": "before"},
    "periods": PERIODS,
    "no_rates": (),
    "ranked_periods": ("second",),
    "per": ("per",),
    "each": ("each", "every"),
    "ago": (
        "into","ago", "later", "earlier", "before", "after", "old", "long", "younger", "older", "early", "late",
        "away"),
    "lasting": ("for", "within", "over", "in", "after", "than", "about", "half", "almost", "nearly", "once", "of",
        "take",
                "takes", "took", "last", "lasts", "lasted", "such", "quite", "what", "during", "until", "under", "to",
                "by", "spent", "spend", "around", "roughly", "is", "was", "not", "and", "with", "as"),
    "distances": ("kilometre", "kilometres", "kilometer", "kilometers", "km", "mile", "miles", "metre", "metres",
        "meter",
                  "meters", "knots", "knot", "feet", "foot"),
    "rate_adverbs": {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day",
                     "hourly": "hour", "nightly": "day"},
    "rate_adjectives": {"annual": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day",
                        "hourly": "hour", "quarterly": "quarter", "annually": "year"},
    "totals": (("in", "all"), ("in", "total"), ("altogether",), ("all", "told"), ("overall",), ("combined",)),
    "totals_before": (("a", "total", "of"), ("total", "of"), ("total", "to"), ("its", "total"), ("their", "total"),
                      ("the", "total"), ("totalling",), ("totaling",), ("in", "all"), ("in", "total"), ("altogether",),
                      ("an", "overall"), ("a", "combined")),
    "telephones": ("tel", "phone", "telephone", "call", "fax", "mobile", "hotline", "contact"),
    "labels": ("cop",),
    "months": MONTHS,
    "short_months": SHORT_MONTHS,
    "middle": "mid-",
    "day_endings": "st|nd|rd|th",
    "doubtful_months": ("may", "march", "mar"),
    "month_first": True,
    "capital_months": True,
    "about_words": {},
    "minus": ("minus",),
    "degrees": ("degree", "degrees", "celsius", "centigrade", "fahrenheit"),
    "below_zero": (("below", "zero"), ("under", "zero")),
    "negators": ("not", "no", "never", "nobody", "none", "nothing", "neither", "nor", "cannot", "unlikely"),
    "moves": (),
    "losing": ("lost", "lose", "loses", "losing"),
    "as_much": (("as", "much"), ("as", "many")),
    "decades": (),
    "apart": ("all",),
    "multiples": {
        "twice": 2, "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "twofold": 2, "thrice": 3, "triple": 3,
        "tripled": 3, "triples": 3, "tripling": 3, "threefold": 3, "trebled": 3, "quadruple": 4, "quadrupled": 4,
        "fourfold": 4, "fivefold": 5, "tenfold": 10, "halved": "1/2", "halve": "1/2", "halving": "1/2",
    },
    "spans": {"fortnight": ("2", "14"), "decade": ("10",), "century": ("100",), "pair": ("2",), "duo": ("2",),
              "twins": ("2",), "trio": ("3",), "triplets": ("3",), "quartet": ("4",)},
    "in_a_row": ("running", "row", "straight", "consecutive", "successive"),
    "dimensions": ("long", "high", "wide", "deep", "tall", "away", "apart", "below", "above", "off", "from", "across",
        "thick"),
    "small_words": sorted(FUNCTION_WORDS | {"last", "next", "this", "than", "then", "per", "apiece", "more", "less",
        "ago",
                                            "while", "whereas", "because", "into", "against", "under", "over",
                                            "between"}),
}  # fmt: skip


ENGLISH = Language(
    code="en",
    abbreviations=frozenset(
        (
            *("mr", "mrs", "ms", "messrs", "dr", "prof", "hon", "rev", "fr", "pres", "sen", "rep", "gov", "amb"),
            *("gen", "adm", "capt", "cmdr", "cdr", "maj", "col", "lt", "brig", "sgt", "cpl", "pvt", "supt", "insp"),
            *("mme", "mlle", "vs", "e.g", "i.e", "cf", "viz", "approx", "ca", "ed", "eds", "resp"),
        )
    ),
    endings=frozenset(
        (
            *("st", "ste", "mt", "ft", "sir", "jr", "sr", "inc", "ltd", "co", "corp", "bros", "llc", "plc", "dept"),
            *("univ", "assn", "etc", "est", "ave", "blvd", "rd", "sq", "hwy"),
            *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
            *("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri"),
            *("u.s", "u.k", "u.n", "e.u", "u.s.a", "d.c", "ph.d", "a.m", "p.m"),
        )
    ),
    numbering=frozenset(
        ("no", "nos", "fig", "figs", "p", "pp", "para", "art", "ch", "vol", "vols", "sec", "eq", "ex", "pt", "bk")
    ),
    lettered=frozenset(
        (
            *("plan", "group", "class", "grade", "type", "category", "section", "annex", "appendix", "vitamin"),
            *("hepatitis", "team", "hall", "gate", "terminal", "model", "zone", "dock", "pier", "berth", "block"),
            *("building", "part", "option", "phase", "level", "schedule", "exhibit", "room", "platform", "tier"),
            *("quay", "lock", "deck", "hold", "shed", "route", "line", "sector", "unit", "version", "point"),
        )
    ),
    starters=STARTERS,
    speech=frozenset(
        (
            *("said", "says", "say", "told", "tells", "added", "adds", "stated", "states", "wrote", "writes"),
            *("announced", "declared", "explained", "insisted", "warned", "noted", "argued", "claimed", "stressed"),
            *("asked", "replied", "answered", "remarked", "commented", "continued", "concluded", "promised"),
            *("words", "speaking", "statement", "spoke", "posted", "tweeted", "asserted", "recalled", "joked"),
        )
    ),
    openers="the|this|these|that|it|he|she|they|we|in|on|at|a|an|but|and",
    negations=frozenset(("not", "no", "never", "without", "neither", "nor", "cannot")),
    clause_openers=frozenset(
        (
            *("and", "but", "or", "that", "which", "who", "whom"),
            *("because", "while", "when", "if", "as", "although", "though", "so"),
        )
    ),
    function_words=FUNCTION_WORDS,
    amount=amount_pattern(
        "thousand|million|billion|trillion|mn|mln|Mio|bn|bln|Mrds?|tn|trn|lakhs?|crores?",
        "percent|per cent|pct",
        "k|m|mn|Mio|bn|Mds?|Mrds?|tn",
    ),
    elisions="",
    tables=FIGURES,
    weekdays=("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    weekday="(?:on )?(?:last )?(?:next )?{day}(?: morning| afternoon| evening| night)?",
    months_away={
        "last month": -1,
        "this month": 0,
        "earlier this month": 0,
        "later this month": 0,
        "next month": 1,
    },
    years_away={"last year": -1, "this year": 0, "earlier this year": 0, "later this year": 0, "next year": 1},
    days_away={
        "tonight": (0, 0), "this morning": (0, 0), "this afternoon": (0, 0), "this evening": (0, 0),
        "last night": (-1, 0), "the day before yesterday": (-2, -2), "the day after tomorrow": (2, 2),
        "today": (0, 0), "yesterday": (-1, -1), "tomorrow": (1, 1), "overnight": (-1, 0),
        "this week": (-7, 7), "last week": (-13, -1), "next week": (1, 13),
        "earlier this week": (-7, 0), "later this week": (0, 7), "earlier today": (0, 0), "later today": (0, 0),
    },
    past=frozenset(("earlier", "last")),
    future=frozenset(("later", "next")),
)  # fmt: skip
