"""The words by which a sentence means whom it does not name: pronouns, and descriptions such as `the minister`.

By the code of the language, in lower case.
"""

from __future__ import annotations

from collections.abc import Mapping

PRONOUNS: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        "i me my mine we us our ours they them their theirs he him his she her hers it its both neither".split()
    ),
    "fr": frozenset(
        "je j moi mon ma mes nous notre nos ils elles eux leur leurs il elle lui son sa ses on celui celle ceux".split()
    ),
}
POINTING: Mapping[str, frozenset[str]] = {
    "en": frozenset("the this that these those its their his her".split()),
    "fr": frozenset("le la les l ce cet cette ces du des au aux son sa ses".split()),
}
DESCRIPTIONS: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        (
            *("country", "countries", "nation", "nations", "state", "states", "government", "governments", "kingdom"),
            *("republic", "capital", "island", "islands", "city", "town", "port", "region", "neighbour", "neighbours"),
            *("ministry", "minister", "ministers", "president", "premier", "chancellor", "king", "queen", "mayor"),
            *("governor", "ambassador", "senator", "leader", "leaders", "official", "officials", "spokesman"),
            *("spokeswoman", "spokesperson", "director", "chief", "head", "chairman", "chairwoman", "chair", "manager"),
            *("man", "men", "woman", "women", "pair", "two", "three", "side", "sides", "partner", "partners", "ally"),
            *("company", "companies", "firm", "firms", "group", "bank", "agency", "union", "organisation"),
            *("organization", "council", "board", "body", "authority", "party", "court", "club", "alliance", "bloc"),
            *("maker", "owner", "operator", "buyer", "seller", "trader", "giant", "institute", "university", "service"),
            *("newspaper", "paper", "outlet", "office", "department", "fund", "trust", "charity", "association"),
            *("federation", "commission", "committee", "team", "army", "navy", "parliament", "captain", "professor"),
            *("general", "secretary", "commissioner", "prosecutor", "judge", "doctor", "scientist", "author"),
            *("campaigner", "farmer", "politician", "opposition", "former", "latter", "other", "others"),
        )
    ),
    "fr": frozenset(
        (
            *("pays", "nation", "nations", "état", "états", "gouvernement", "royaume", "république", "capitale", "île"),
            *("îles", "ville", "port", "région", "voisin", "voisins", "ministère", "ministre", "ministres"),
            *("président", "présidente", "premier", "première", "chancelier", "chancelière", "roi", "reine", "maire"),
            *("gouverneur", "ambassadeur", "ambassadrice", "sénateur", "sénatrice", "dirigeant", "dirigeante"),
            *("responsable", "responsables", "porte-parole", "directeur", "directrice", "chef", "patron", "patronne"),
            *("homme", "hommes", "femme", "femmes", "deux", "trois", "parties", "partenaire", "partenaires", "allié"),
            *("entreprise", "société", "groupe", "banque", "agence", "syndicat", "syndicaliste", "organisation"),
            *("conseil", "autorité", "parti", "tribunal", "club", "alliance", "bloc", "institut", "université"),
            *("journal", "quotidien", "bureau", "fonds", "association", "fédération", "commission", "comité", "équipe"),
            *("armée", "marine", "parlement", "capitaine", "professeur", "général", "secrétaire", "procureur", "juge"),
        )
    ),
}
