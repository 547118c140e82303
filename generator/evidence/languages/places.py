"""The words by which a place's name is not that of the place: what is called after it, and what shares its name.

They are of English and French together, as those of persons are. Every word stands in lower case, without accents.
"""

from __future__ import annotations

from generator.evidence.languages.naming import CALENDAR, CONNECTIVES, TITLES

# With a capital behind the name of a state, these are of the state or about it; any other word makes a name of its own.
OF_A_STATE = frozenset(
    (
        *("army", "navy", "air", "force", "forces", "police", "government", "parliament", "senate", "congress"),
        *("cabinet", "embassy", "ministry", "treasury", "customs", "court", "supreme", "national", "federal"),
        *("war", "conflict", "crisis", "peace", "ceasefire", "talks", "summit", "deal", "plan", "policy", "desk"),
        *("correspondent", "editor", "bureau", "reporter", "office", "north", "south", "east", "west"),
    )
)
BEHIND_A_STATE = OF_A_STATE | TITLES | CALENDAR | CONNECTIVES
# Small words that a headline leaves small, where all others have a capital.
IN_HEADLINES = frozenset(
    (
        *("a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "is", "into", "nor", "of", "on", "or"),
        *("over", "than", "the", "to", "up", "via", "vs", "with"),
        *("au", "aux", "de", "des", "du", "en", "et", "la", "le", "les", "pour", "sur", "un", "une"),
    )
)
# Before `of` and the name of a state they make a sea of it.
WATERS = frozenset(("bay", "bight", "gulf", "sea", "strait", "straits"))
# What has a people or a place in its name and is no more of it; each in the singular, as far as an -s makes the plural.
IDIOMS = frozenset(
    (
        *(
            "american football",
            "bermuda short",
            "bermuda triangle",
            "brazil nut",
            "british shorthair",
            "brussels sprout",
        ),
        *("brussel sprout", "canada geese", "canada goose", "chinese burn", "chinese cabbage", "chinese checker"),
        *("chinese chequer", "chinese lantern", "chinese wall", "chinese whisper", "cuban heel", "danish pastries"),
        *("danish pastry", "dutch auction", "dutch courage", "dutch oven", "dutch uncle", "egyptian cotton"),
        *("english breakfast", "english horn", "english muffin", "french bean", "french bulldog", "french door"),
        *("french frie", "french fry", "french horn", "french kiss", "french leave", "french press", "french toast"),
        *("french window", "german measle", "german shepherd", "greek salad", "greek tragedies", "greek tragedy"),
        *(
            "greek yoghurt",
            "greek yogurt",
            "guinea fowl",
            "guinea hen",
            "guinea pig",
            "guinea worm",
            "hungarian goulash",
        ),
        *("indian ink", "indian summer", "irish coffee", "irish setter", "irish stew", "italian dressing"),
        *("japanese knotweed", "jersey cow", "jordan almond", "mexican standoff", "mexican stand off", "mexican wave"),
        *(
            "norway lobster",
            "norway maple",
            "norway rat",
            "norway spruce",
            "panama hat",
            "peking duck",
            "persian carpet",
        ),
        *("persian cat", "persian rug", "peru balsam", "polish remover", "roman numeral", "russian doll"),
        *("russian roulette", "russian salad", "scotch egg", "scotch whisky", "siamese twin", "spanish flu"),
        *("spanish fly", "spanish omelette", "swedish massage", "swiss army knife", "swiss army knives", "swiss chard"),
        *("swiss cheese", "swiss roll", "turkey breast", "turkey dinner", "turkey farm", "turkey sandwich"),
        *("turkish bath", "turkish coffee", "turkish delight", "welsh rarebit"),
    )
)
# What a state of the US is called as well, and what tells that this one is meant: other states, and towns of it.
SHARED_WITH_AMERICA = frozenset(("georgia", "georgian", "georgians", "georgie"))
IN_AMERICA = frozenset(
    (
        *("alabama", "alaska", "arizona", "arkansas", "atlanta", "augusta", "california", "carolina", "colorado"),
        *("connecticut", "delaware", "florida", "hawaii", "idaho", "illinois", "iowa", "kansas", "kentucky"),
        *("louisiana", "maine", "maryland", "massachusetts", "michigan", "minnesota", "mississippi", "missouri"),
        *("montana", "nebraska", "nevada", "ohio", "oklahoma", "oregon", "pennsylvania", "savannah", "tennessee"),
        *("texas", "utah", "vermont", "wisconsin", "wyoming"),
    )
)
