"""The words that tell whom a name means: titles, particles, bodies and places, and names that are words as well.

They are of English and French together, because an article of either names people as the other does. Every word stands
in lower case, without accents.
"""

from __future__ import annotations

# Given names that a dictionary has as words: `Grace Doe` is somebody else, and `Mark said` opens with a name.
GIVEN_NAMES = frozenset(
    (
        *("abel", "ada", "adrian", "amber", "angel", "anna", "annas", "art", "aurora", "basil", "bee", "bella", "ben"),
        *("bernard", "bertha", "bill", "blanche", "bob", "bobby", "bonnie", "brian", "bruno", "bunny", "buck", "carl"),
        *("carol", "caroline", "charity", "chase", "christian", "chuck", "clarence", "clay", "clement", "cliff"),
        *("colin", "coral", "crystal", "daisy", "damian", "dawn", "dean", "diane", "dick", "dolly", "don", "dorian"),
        *(
            "drew",
            "earl",
            "eve",
            "fabian",
            "faith",
            "fern",
            "flora",
            "florian",
            "frank",
            "fritz",
            "gale",
            "gay",
            "gene",
        ),
        *("ginger", "glen", "grace", "guy", "hank", "hans", "harmony", "harry", "hazel", "heath", "heather", "henry"),
        *("herb", "holly", "hope", "hugh", "iris", "ivy", "jack", "jade", "jake", "jan", "jane", "jasmine", "jay"),
        *("jean", "jeff", "jerry", "jesse", "jill", "jim", "jimmy", "jo", "joe", "john", "jordan", "josef", "joy"),
        *("juan", "julia", "julian", "june", "ken", "kit", "kitty", "lance", "lars", "laurel", "lee", "lena", "leo"),
        *("lily", "lisa", "luc", "luke", "maria", "marina", "marc", "mark", "martin", "matt", "max", "maya", "melody"),
        *("mercy", "mike", "miles", "molly", "myrtle", "nan", "nick", "nils", "norm", "olive", "oscar", "otto", "pat"),
        *("patience", "paul", "pearl", "peg", "penny", "peter", "petunia", "phil", "phoebe", "pierre", "poppy"),
        *("prudence", "ralph", "randy", "ray", "reed", "rex", "rick", "rob", "robin", "rod", "rosa", "rose"),
        *("rosemary", "ruby", "rufus", "rusty", "ruth", "sally", "sam", "sandy", "sean", "sebastian", "sherry", "sid"),
        *("sky", "sol", "sonny", "stella", "steven", "sue", "ted", "terry", "tim", "tom", "tommy", "tony", "tor"),
        *("victor", "victoria", "viola", "violet", "vivian", "wade", "wally", "walter", "warren", "will", "willie"),
        *("willow", "woody", "xi", "yang"),
    )
)
# Surnames that a dictionary has as words, where the word itself is rare or no more than a craft.
SURNAMES = frozenset(
    (
        *("baker", "bailey", "berg", "biden", "blake", "brandt", "brown", "burke", "burns", "carter", "castro"),
        *("chapman", "cooper", "costa", "dahl", "doe", "fisher", "fletcher", "foster", "garner", "gore", "hague"),
        *("hammer", "harper", "holm", "hooker", "hunter", "jones", "kane", "khan", "lister", "lund", "macron", "malik"),
        *("mason", "mercer", "miller", "moody", "morgan", "murphy", "musk", "nance", "nelson", "palmer", "parker"),
        *("pell", "penn", "pierce", "porter", "potter", "powell", "reagan", "rice", "rubio", "sawyer", "shah"),
        *("skinner", "smith", "snow", "spencer", "sully", "swift", "tang", "taylor", "trump", "tucker", "turner"),
        *("tusk", "walker", "wang", "webster", "wells", "woodruff", "woods", "wright", "young"),
    )
)
# Places that a dictionary has as words too.
PLACES = frozenset(
    (
        *("accra", "amazon", "anchorage", "ankara", "bangkok", "berlin", "bologna", "cayenne", "chad", "charleston"),
        *("chile", "china", "cologne", "congo", "cork", "cuba", "delft", "dundee", "gibraltar", "guadeloupe", "guinea"),
        *("holland", "hungary", "japan", "java", "jersey", "jordan", "kent", "lima", "london", "luxembourg", "madras"),
        *("malta", "mecca", "michigan", "morocco", "muscat", "oxford", "panama", "praia", "riverside", "saskatoon"),
        *("shanghai", "siam", "sucre", "surrey", "sussex", "togo", "trier", "turkey", "tyre", "vatican", "wellington"),
    )
)
# Of the names the ones that open a sentence as words far more often than as names: `Snow fell`, `Miles of cable`.
WORDS_FIRST = frozenset(
    (
        *("amber", "angel", "art", "basil", "bee", "buck", "bunny", "chase", "clay", "cliff", "coral", "crystal"),
        *("dawn", "fern", "flora", "gale", "ginger", "gore", "hammer", "harmony", "heath", "herb", "jasmine", "joy"),
        *("lance", "laurel", "marina", "melody", "miles", "moody", "norm", "olive", "poppy", "rice", "rod", "reed"),
        *("rusty", "sandy", "sky", "snow", "swift", "violet", "wells", "willow", "woods", "young"),
    )
)
# Who somebody is, before the name: these belong to nobody's name, and part one name from the next.
TITLES = frozenset(
    (
        *("acting", "adm", "admiral", "adviser", "advisor", "ambassador", "archbishop", "archduke", "attorney"),
        *("baron", "baroness", "bishop", "brig", "brigadier", "capt", "captain", "cardinal", "chair", "chairman"),
        *(
            "chairwoman",
            "chancellor",
            "chief",
            "cmdr",
            "co",
            "col",
            "colonel",
            "commander",
            "commissioner",
            "commodore",
        ),
        *("congressman", "congresswoman", "coordinator", "count", "countess", "cpl", "crown", "dame", "defence"),
        *("defense", "deputy", "director", "doctor", "dr", "duchess", "duke", "emir", "emperor", "engineer", "envoy"),
        *("ex", "field", "finance", "first", "foreign", "former", "gen", "general", "gov", "governor", "head"),
        *("interior", "journalist", "judge", "justice", "king", "lady", "lawyer", "leader", "lieutenant", "lord", "lt"),
        *("madam", "madame", "maj", "major", "marshal", "master", "mayor", "minister", "miss", "mister", "mr", "mrs"),
        *("ms", "officer", "pilot", "pope", "premier", "president", "press", "prime", "prince", "princess", "prof"),
        *("professor", "prosecutor", "queen", "rabbi", "rear", "rep", "representative", "rev", "reverend", "saint"),
        *(
            "sculptor",
            "secretary",
            "sen",
            "senator",
            "senior",
            "sergeant",
            "sgt",
            "sheikh",
            "sheriff",
            "sir",
            "skipper",
        ),
        *("speaker", "special", "spokesman", "spokesperson", "spokeswoman", "sultan", "taoiseach", "undersecretary"),
        *("vice", "viscount"),
        *("amiral", "chancelier", "commandant", "depute", "deputee", "general", "m", "maire", "maitre", "mgr"),
        *("ministre", "mlle", "mm", "mme", "monsieur", "premiere", "presidente", "prefet", "roi", "reine", "senateur"),
    )
)
PARTICLES = frozenset(
    (
        *("al", "ap", "ben", "bin", "bint", "da", "das", "de", "dei", "del", "della", "den", "der", "di", "do", "dos"),
        *(
            "du",
            "el",
            "ibn",
            "la",
            "las",
            "le",
            "los",
            "ould",
            "op",
            "te",
            "ten",
            "ter",
            "van",
            "von",
            "y",
            "zu",
            "zum",
        ),
    )
)
# Behind somebody's name they make of it a place or a body that is called after them.
BODIES = frozenset(
    (
        *("airlines", "airways", "bank", "building", "centre", "center", "club", "commission", "cup", "district"),
        *("fund", "garden", "harbor", "harbour", "lines", "port", "province", "shipping"),
        *("academy", "airport", "alley", "archive", "archives", "arena", "avenue", "award", "barracks", "basin"),
        *("bay", "beach", "boulevard", "bridge", "brothers", "canal", "castle", "cathedral", "cemetery", "chapel"),
        *("church", "clinic", "college", "company", "corporation", "county", "cove", "creek", "crescent"),
        *("drive", "estate", "falls", "farm", "fjord", "forest", "foundation", "gallery", "gardens", "gazette"),
        *("glacier", "group", "hall", "heights", "herald", "highway", "hill", "hills", "holding", "holdings"),
        *("hospital", "hotel", "house", "inc", "industries", "institute", "institution", "island", "islands"),
        *("journal", "junction", "laboratory", "lake", "lane", "library", "lighthouse", "lodge", "ltd", "manor"),
        *("medal", "memorial", "mews", "mill", "monument", "mountain", "mountains", "mount", "museum", "observatory"),
        *("palace", "park", "parish", "peak", "peninsula", "pier", "plaza", "polytechnic"),
        *("prize", "quay", "railway", "reef", "ridge", "river", "road", "sanatorium", "school"),
        *("seminary", "shipyard", "society", "square", "stadium", "station", "strait", "street", "terminal"),
        *("terrace", "theater", "theatre", "times", "tower", "town", "tribune", "trust", "tunnel", "university"),
        *("valley", "village", "wharf", "wood", "woods", "zoo"),
        *("banque", "ecole", "hopital", "musee", "theatre", "universite"),
    )
)
# Before the name of a country or a body they make of it another one.
QUALIFIERS = frozenset(
    (
        *("north", "south", "east", "west", "northern", "southern", "eastern", "western", "northeast", "northwest"),
        *("southeast", "southwest", "north-east", "north-west", "south-east", "south-west", "central", "equatorial"),
        *("new", "old", "upper", "lower", "inner", "outer", "greater", "lesser", "little", "great", "papua"),
        *("national", "international", "royal", "federal", "regional", "municipal", "independent", "democratic"),
        *("free", "young", "united", "real", "alternative", "provisional"),
    )
)
COMPASS = frozenset(
    ("northern", "north", "south", "east", "west", "new", "equatorial", "papua")
)  # also where a sentence opens
# What may open a sentence right before a name, and is never the beginning of that name.
CONNECTIVES = frozenset(
    (
        *("about", "above", "according", "across", "after", "afterwards", "again", "against", "ahead", "along"),
        *("already", "also", "although", "amid", "among", "apart", "around", "as", "aside", "asked", "at", "back"),
        *("because", "before", "behind", "below", "beneath", "beside", "besides", "between", "beyond", "but", "by"),
        *("citing", "concerning", "contrary", "despite", "down", "due", "during", "earlier", "either", "elsewhere"),
        *("ever", "even", "every", "except", "facing", "few", "finally", "following", "for", "from", "further"),
        *("furthermore", "given", "hence", "how", "however", "if", "in", "including", "indeed", "inside", "instead"),
        *("into", "just", "last", "late", "later", "least", "led", "less", "like", "likewise", "meanwhile", "moreover"),
        *("near", "nearby", "neither", "never", "nevertheless", "next", "nor", "not", "notwithstanding", "now", "of"),
        *("off", "often", "on", "once", "only", "onto", "opposite", "or", "otherwise", "outside", "over", "overnight"),
        *("past", "per", "perhaps", "rather", "regarding", "seldom", "since", "so", "some", "soon", "still", "such"),
        *("than", "that", "then", "thereafter", "thereby", "therefore", "though", "through", "throughout", "thus"),
        *("till", "to", "today", "together", "tomorrow", "tonight", "too", "toward", "towards", "twice", "under"),
        *("underneath", "unless", "unlike", "until", "up", "upon", "via", "what", "whatever", "when", "whenever"),
        *("where", "whereas", "wherever", "whether", "while", "whilst", "who", "whoever", "whom", "whose", "why"),
        *("with", "within", "without", "worldwide", "yesterday", "yet"),
        *("afin", "ainsi", "alors", "apres", "aujourd", "aupres", "aussi", "autour", "car", "cependant", "certes"),
        *("chez", "contrairement", "depuis", "derriere", "desormais", "devant", "enfin", "ensuite", "entre", "face"),
        *("faute", "hier", "hormis", "jadis", "malgre", "meme", "outre", "parce", "parmi", "pendant"),
        *("pourtant", "pres", "quant", "sauf", "seul", "seule", "sitot", "tandis", "toutefois", "voici", "voila"),
    )
)
CALENDAR = frozenset(
    (
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mondays", "tuesdays"),
        *("wednesdays", "thursdays", "fridays", "saturdays", "sundays"),
        *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
        *("november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
        *("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    )
)
# Words of this form say of which country or faith somebody is, where a dictionary has them with a capital.
DEMONYM = r"\w{2,}(?:ish|ese|ians?|eans?|icans?|ch)"
DEMONYMS = frozenset(
    (
        *("afghan", "african", "arab", "bangladeshi", "basque", "catalan", "congolese", "croat", "cuban", "cypriot"),
        *("czech", "dane", "dutch", "emirati", "estonian", "european", "filipino", "finn", "german", "ghanaian"),
        *("greek", "hungarian", "iraqi", "israeli", "jew", "kazakh", "korean", "kurd", "kuwaiti", "kyrgyz", "moroccan"),
        *("muslim", "nepali", "omani", "pakistani", "palestinian", "pole", "qatari", "roman", "saudi", "scot", "serb"),
        *("sikh", "slovak", "slovene", "somali", "soviet", "swede", "swiss", "tajik", "thai", "tibetan", "turk"),
        *("ugandan", "uzbek", "venezuelan", "yemeni", "rwandan", "angolan", "american", "mexican", "samoan", "texan"),
    )
)
# Before a month they make a date of it: `in May`, `since March`.
DATING = frozenset(
    (
        *("in", "since", "until", "till", "by", "during", "from", "before", "after", "through", "throughout"),
        *("early", "late", "mid", "last", "next", "this", "every", "each"),
    )
)
