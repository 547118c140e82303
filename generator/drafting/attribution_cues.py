"""The words by which drafting knows that somebody speaks, and who."""

from __future__ import annotations

SAYING = frozenset(  # finite verbs; each opens what somebody says
    (
        *("said", "says", "say", "told", "tells", "stated", "states", "announced", "announces", "declared", "declares"),
        *("stressed", "stresses", "emphasized", "emphasised", "emphasizes", "emphasises", "insisted", "insists"),
        *("warned", "warns", "added", "adds", "noted", "notes", "explained", "explains", "claimed", "claims"),
        *("described", "describes", "called", "calls", "urged"),
        *("urges", "reported", "reports", "confirmed", "confirms"),
        *("accused", "accuses", "clarified", "clarifies", "highlighted", "highlights", "underscored", "underlined"),
        *("outlined", "outlines", "reiterated", "reiterates", "acknowledged", "acknowledges", "admitted", "admits"),
        *("remarked", "remarks", "responded", "replied", "replies", "asserted", "asserts", "argued", "argues"),
        *("suggested", "suggests", "hinted", "hints", "expressed", "expresses", "voiced", "voices", "articulated"),
        *("promised", "promises", "vowed", "vows", "demanded", "demands", "denied", "denies", "concurred", "observed"),
        *("predicted", "predicts", "wrote", "writes", "posted", "quoted", "praised", "praises", "echoed", "proposed"),
        *("estimates", "estimated", "indicates", "indicated", "signaled", "signalled", "hoped", "hopes", "opposes"),
        *("indicate", "suggest", "warn", "argue", "claim", "deny", "pledged", "pledges", "ruled", "rules"),
        *("answered", "answers", "asked", "asks", "commented", "continued", "repeated", "concluded", "conceded"),
        *("cautioned", "countered", "contends", "contended", "objected", "testified", "joked", "revealed"),
        *("welcomed", "condemned", "dismissed", "criticised", "criticized", "blamed", "believes", "thinks"),
        *("rejected", "rejects", "recalled", "recalls", "complained", "complains", "pleaded", "maintained"),
    )
)
AFTERWARDS = frozenset(  # participles; their subject is that of the sentence
    (
        *("saying", "stating", "adding", "claiming", "warning", "stressing", "noting", "insisting", "declaring"),
        *("advocating", "promising", "demanding", "rejecting", "admitting", "predicting"),
        *("describing", "calling", "arguing", "telling", "explaining", "emphasizing", "emphasising", "urging"),
    )
)
HELPING = frozenset(
    ("has", "have", "had", "also", "later", "then", "again", "is", "was", "were", "are", "earlier", "once")
)
# Before a verb of saying they make it a plan or a thing that is done to somebody: nobody has spoken yet.
UNSPOKEN = frozenset(
    (
        *("to", "will", "would", "could", "might", "may", "can", "should", "must"),
        *("was", "were", "be", "been", "being", "is", "are"),
    )
)
# Behind a comma and before `on` or `in` these are what was done: `a truce, announced on Tuesday, will`.
DONE = frozenset(
    (
        *("announced", "reported", "described", "called", "proposed", "confirmed"),
        *("signaled", "signalled", "posted", "rejected"),
    )
)
NOUNS = frozenset(("as", "statements", "report", "reports", "the", "a", "his", "her", "their", "its", "so-called"))
CLAUSES = frozenset(
    (
        *("that", "but", "while", "because", "although", "though", "if", "when", "whether", "since", "after"),
        *("before", "until", "where", "as", "following"),
    )
)
RELATIVE = frozenset(("who", "whom", "whose", "which", "some", "including"))
PREPOSITIONS = frozenset(
    (
        *("of", "in", "on", "to", "from", "with", "at", "for", "against", "by", "near", "towards", "toward", "about"),
        *("over", "into", "between", "among", "under", "like", "versus"),
    )
)
PERSONAL = frozenset(("he", "she"))
IMPERSONAL = frozenset(("it", "they"))
FEMALE = frozenset(("mrs", "ms", "miss", "madame", "mme", "spokeswoman", "chairwoman", "queen", "she", "her"))
MALE = frozenset(("mr", "sir", "spokesman", "chairman", "king", "he", "his"))
MOUTHPIECES = frozenset(  # they speak for those whom they are of
    ("spokesman", "spokeswoman", "spokesperson", "spokespeople", "statement", "office", "communique", "readout")
)
UNNAMED = frozenset(
    (
        *("aide", "aides", "official", "officials", "source"),
        *("sources", "diplomat", "diplomats", "adviser", "advisers"),
        *("advisor", "advisors", "leaders", "allies", "ministers", "analysts", "experts", "witnesses", "residents"),
        *("insider", "insiders", "lawmakers", "critics", "observers", "negotiators", "protesters", "organisers"),
    )
)
SINGLE = frozenset(  # one person, whom a pronoun can mean
    ("spokesman", "spokeswoman", "spokesperson", "aide", "official", "diplomat", "adviser", "advisor", "insider")
)
OFFICES = frozenset(
    (
        *("president", "minister", "chancellor", "premier", "secretary", "secretary-general", "chief", "mayor"),
        *("governor", "ambassador", "envoy", "king", "queen", "director", "chairman", "chairwoman", "commissioner"),
        *("colleague", "leader", "general", "senator", "engineer", "captain", "professor", "doctor"),
    )
)
ROLES = MOUTHPIECES | UNNAMED | OFFICES
