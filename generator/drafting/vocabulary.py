"""Words as questions and sentences share them: `pledged` is `pledge`, `nations` are `countries`, in two languages."""

from __future__ import annotations

from functools import lru_cache

from generator.evidence.languages import Language
from generator.evidence.name_parts import fold

STEM = 5  # letters that two words have in common at least, where neither is the other's form in the dictionary
ENDING = 5  # letters that the longer may have more: `participate`, `participation`

# What newspapers say of one thing in other words, by the dictionary's form, English before French.
_ALIKE = """
country nation pays
people person individual inhabitant resident villager civilian personne gens habitant civil
kill dead death die fatality toll tuer tué mort mourir décès
injure injury injured wound wounded hurt blesser blessé blessure
win won gagner
break broke briser
feel felt
think thought
shake shook
shoot shot
swear swore
soldier troop serviceman soldat troupe militaire
cost price pay payment bear carry fund finance funding expense contribute worth coût coûter prix payer financer
share part portion percent percentage proportion pourcentage
attend participate participation join participant turnout assister participer
pledge promise commit commitment vow engager engagement promettre promesse
march protest demonstrate demonstration rally demonstrator protester marcher manifester défiler manifestant
meet meeting summit gather gathering convene conference rencontrer réunir sommet réunion rencontre
talk negotiate negotiation dialogue discuss discussion parler négocier négociation discuter pourparlers
start begin launch outbreak commencer débuter début lancer démarrer
open opening reopen reopening ouvrir ouverture rouvrir réouverture
end finish terminate finir fin terminer
build construct construction building construire construction bâtir
buy purchase acquire acheter achat
sell sale vendre vente
arrest detain detention arrêter interpeller arrestation interpellation
flee evacuate evacuation displace leave left quit fuir évacuer évacuation déplacer quitter
worker employee staff workforce job post ouvrier salarié employé emploi travailleur
wage salary earnings salaire
demand want ask request call insist urge réclamer exiger demander vouloir
rescue rescuer relief sauveteur secouriste secours
repair reconstruction rebuild restore réparation réparer reconstruire
loss lose damage perte perdre dégât
state government authority état gouvernement
vote ballot voter poll vote scrutin voix électeur
seat siège mandate mandat
count recount tally compter recompter
offer propose proposal proposer offrir offre
close shut closure fermer fermeture
money sum fund argent somme
elect election élire élection
strike striker walkout stoppage grève gréviste
lead head chair host diriger présider accueillir
length long longueur
rise rose increase grow growth climb augmenter augmentation hausse croître
fall drop decline decrease reduce cut reduction shed slash supprimer baisser baisse réduire chuter chute
war conflict fighting guerre conflit
truce ceasefire cease-fire trêve cessez-le-feu
agree agreement deal accord convenir
child minor enfant mineur
house home dwelling household logement maison foyer
ship vessel boat navire bateau
plane aircraft jet avion
farmer agriculteur paysan éleveur
farm ferme exploitation
village commune
flood inondation crue
fire blaze wildfire incendie feu
guarantee assurance garantie
send deploy deployment dispatch envoyer déployer déploiement
ready prepared willing prêt
need require necessary necessity besoin nécessaire
support back backing soutenir soutien appuyer appui
lift remove ease lever levée
last take duration durer durée
arrive arrival arriver arrivée
depart departure partir départ
patient malade
student pupil élève étudiant
school école
power electricity électricité
plant factory works mill usine
heat hot chaleur canicule
cable câble
tax levy duty tariff taxe impôt droit
"""
# Words for people of any kind, as they are counted; others are known by their endings.
_ANYBODY = frozenset(("people", "worker", "man", "woman", "member", "homme", "femme", "membre"))
_PEOPLE = _ANYBODY | {"soldier", "child", "kill", "injure", "student", "patient", "police", "crew", "family"}
_PEOPLE_END = ("er", "or", "ist", "ian", "ant", "ee", "eur", "iste", "ien", "man", "woman")
_NO_PEOPLE = frozenset(
    (
        *("number", "water", "river", "border", "order", "power", "letter", "paper", "offer", "matter", "quarter"),
        *("center", "metre", "meter", "kilometer", "dollar", "ballot", "sector", "doctor's", "factor", "reactor"),
        *("corner", "container", "tanker", "helicopter", "computer", "plant", "restaurant", "grant", "hour", "tower"),
        *("year", "crater", "shelter", "corridor", "error", "disaster", "winter", "summer", "chapter", "degree"),
        *("committee", "fee", "tree", "guarantee", "valeur", "longueur", "hauteur", "largeur", "erreur", "secteur"),
    )
)
_GROUP = {fold(word): group.split()[0] for group in reversed(_ALIKE.split("\n")) for word in group.split()}


@lru_cache(maxsize=65536)
def concept(word: str, language: Language) -> str:
    """What a word stands for: the first of those that mean the same, or else its form in the dictionary, folded."""
    lemma = _lemma(word, language)
    return _GROUP.get(fold(word)) or _GROUP.get(lemma) or lemma


def joint(first: str, second: str, language: Language) -> str:
    """What two words stand for that are known as one, `walked out`; nothing where they are not."""
    return _GROUP.get(_lemma(first, language) + fold(second), "")


def _lemma(word: str, language: Language) -> str:
    if not word.isalpha():  # digits, hyphens and what is no letter stand in no dictionary
        return fold(word)
    import simplemma  # loaded late: it costs a tenth of a second

    return fold(simplemma.lemmatize(word.casefold(), lang=language.code))


@lru_cache(maxsize=262144)
def is_alike(one: str, other: str) -> bool:
    """Whether two concepts are one, or of one root: `participation` and `participate`, `garantie` and `guarantee`."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    shared = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return shared >= max(STEM, len(short) - 2) and len(long) - shared <= ENDING


def counts_alike(one: str, other: str) -> bool:
    """Whether what is counted may be what is asked for: of people, where either word is for anybody."""
    anybody = one in _ANYBODY or other in _ANYBODY
    return is_alike(one, other) or (anybody and _is_of_people(one) and _is_of_people(other))


def _is_of_people(word: str) -> bool:
    return word in _PEOPLE or (len(word) > 4 and word.endswith(_PEOPLE_END) and word not in _NO_PEOPLE)
