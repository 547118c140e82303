"""The words by which drafting knows that somebody speaks in French, and who."""

from __future__ import annotations

from collections.abc import Iterator

from generator.drafting.cue_words import Act, CueWords

# Verbs in -er; those whose stem has another accent before a silent ending stand with it behind a slash.
_SAYING = (
    "affirmer annoncer ajouter assurer avancer avouer clamer confier confirmer considérer/considèr constater "
    "déclarer détailler/détaill estimer expliquer glisser indiquer insister ironiser juger lancer marteler/martèl "
    "noter observer penser plaider préciser/précis prôner raconter rappeler/rappell rapporter rassurer "
    "répéter/répèt relater relever/relèv remarquer résumer révéler/révèl scander signaler souligner souhaiter "
    "supposer témoigner trancher tweeter alarmer insurger/insurg agacer/agac désoler amuser étonner "
    "inquiéter/inquièt indigner abonder compléter/complèt arguer argumenter commenter rétorquer répliquer "
    "s'exclamer murmurer nuancer objecter certifier prévoir espérer/espèr jurer réaffirmer emporter tempérer/tempèr "
    "enrager fulminer énumérer/énumèr soupirer poursuivre pointer balayer alerter diagnostiquer pronostiquer pester "
    "excuser plaisanter lâcher crier hurler chuchoter gronder offusquer lamenter concéder/concèd ricaner souffler "
    "tonner présumer dévoiler"
)
_ACTING: dict[Act, str] = {
    "demand": "demander exiger/exig réclamer appeler/appell exhorter inviter presser sommer conjurer prier ordonner",
    "commitment": "promettre engager/engag jurer garantir",
    "statement": "refuser rejeter/rejett nier contester condamner saluer dénoncer regretter déplorer proposer "
    "critiquer accuser remercier qualifier réitérer/réitèr évoquer exprimer écarter recommander suggérer/suggèr louer "
    "féliciter fustiger reprocher approuver douter réfuter préconiser menacer/menac comparer évaluer chiffrer redouter",
}
_IRREGULAR = {  # present, other finite forms, participle, gerund
    "dire": "dit disent disait disaient dis | dit dite | disant",
    "répondre": "répond répondent répondait | répondu | répondant",
    "écrire": "écrit écrivent écrivait | écrit | écrivant",
    "décrire": "décrit décrivent décrivait | décrit décrite | décrivant",
    "admettre": "admet admettent admettait | admis | admettant",
    "promettre": "promet promettent promettait | promis | promettant",
    "prévenir": "prévient préviennent prévenait | prévenu | prévenant",
    "soutenir": "soutient soutiennent soutenait | soutenu | soutenant",
    "maintenir": "maintient maintiennent maintenait | maintenu | maintenant",
    "convenir": "convient conviennent convenait | convenu | convenant",
    "reconnaître": "reconnaît reconnaissent reconnaissait reconnait | reconnu | reconnaissant",
    "conclure": "conclut concluent concluait | conclu | concluant",
    "craindre": "craint craignent craignait | craint | craignant",
    "avertir": "avertit avertissent avertissait | averti | avertissant",
    "renchérir": "renchérit renchérissent renchérissait | renchéri | renchérissant",
    "poursuivre": "poursuit poursuivait | poursuivi | poursuivant",
    "reprendre": "reprend reprenait | repris | reprenant",
    "prédire": "prédit prédisent prédisait | prédit | prédisant",
    "croire": "croit croient croyait | cru | croyant",
    "prévoir": "prévoit prévoient prévoyait | prévu | prévoyant",
    "démentir": "dément démentent démentait | démenti | démentant",
    "exclure": "exclut excluent excluait | exclu | excluant",
    "garantir": "garantit garantissent garantissait | garanti | garantissant",
    "défendre": "défend défendent défendait | défendu | défendant",
    "réjouir": "réjouit réjouissent réjouissait | réjoui | réjouissant",
    "savoir": "| savoir |",  # `a fait savoir`, `a fait valoir`, `a laissé entendre`
    "valoir": "| valoir |",
    "entendre": "| entendre |",
    "plaindre": "plaint plaignent plaignait | plaint | plaignant",
    "réagir": "réagit réagissent réagissait | réagi | réagissant",
    "offrir": "offre offrent offrait | offert | offrant",
}
_SAYING_TOO = (
    "dire répondre écrire admettre prévenir soutenir maintenir convenir reconnaître conclure craindre avertir "
    "renchérir poursuivre reprendre prédire croire prévoir savoir valoir entendre réjouir plaindre réagir"
)
_ACTING_TOO: dict[Act, str] = {
    "demand": "", "commitment": "promettre garantir offrir", "statement": "démentir exclure défendre décrire",
}  # fmt: skip
_ER = "er"


def _finite(verbs: str) -> Iterator[str]:
    """The third persons of the present and the imperfect."""
    for verb in verbs.split():
        infinitive, _, other = verb.removeprefix("s'").partition("/")
        if infinitive in _IRREGULAR:
            yield from _IRREGULAR[infinitive].split("|")[0].split()
        elif infinitive.endswith(_ER):
            stem = infinitive.removesuffix(_ER)
            soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
            silent = other or stem
            yield from (f"{silent}e", f"{silent}ent", f"{soft}ait", f"{stem}aient", f"{soft}a", f"{stem}èrent")


def _participles(verbs: str) -> Iterator[str]:
    for verb in verbs.split():
        infinitive = verb.removeprefix("s'").partition("/")[0]
        if infinitive in _IRREGULAR:
            yield from _IRREGULAR[infinitive].split("|")[1].split()
        elif infinitive.endswith(_ER):
            yield from (f"{infinitive.removesuffix(_ER)}é{ending}" for ending in ("", "e", "s", "es"))


def _gerunds(verbs: str) -> Iterator[str]:
    for verb in verbs.split():
        infinitive = verb.removeprefix("s'").partition("/")[0]
        if infinitive in _IRREGULAR:
            yield from _IRREGULAR[infinitive].split("|")[2].split()
        elif infinitive.endswith(_ER):
            stem = infinitive.removesuffix(_ER)
            yield (stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem) + "ant"


_ALL_ACTING = {act: f"{_ACTING[act]} {_ACTING_TOO[act]}" for act in _ACTING}
_ALL_SAYING = f"{_SAYING} {_SAYING_TOO}"
_ALL = " ".join((_ALL_SAYING, *_ALL_ACTING.values()))
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WOMEN = _set(
    "femme mère fille soeur sœur épouse veuve grand-mère tante nièce cousine cliente agente boulangère infirmière "
    "institutrice"
)
_MEN = _set(
    "homme père fils frère époux mari veuf grand-père oncle neveu cousin client agent boulanger infirmier instituteur"
)


FRENCH = CueWords(
    saying=frozenset((*_finite(_ALL_SAYING), *_participles(_ALL_SAYING))),
    acting={form: act for act, verbs in _ALL_ACTING.items() for form in (*_finite(verbs), *_participles(verbs))},
    doubtful=frozenset(
        (
            *_finite("offrir menacer/menac garantir engager/engag évoquer exclure prévoir comparer évaluer chiffrer"),
            *_participles("offrir menacer garantir engager évoquer exclure écarter prévoir comparer évaluer chiffrer"),
        )
    ),
    bare=frozenset(),
    naming=frozenset(
        (*_finite("qualifier décrire"), *_participles("qualifier décrire"), *_gerunds("qualifier décrire"))
    ),
    announcing=frozenset(
        (*_finite("annoncer confirmer dévoiler révéler/révèl"), *_participles("annoncer confirmer dévoiler révéler"))
    ),
    measuring=frozenset((*_finite("estimer évaluer chiffrer"), *_participles("estimer évaluer chiffrer"))),
    at=_set("à"),
    finding=frozenset(),
    nouns_too=_set(
        "demande demandes annonce annonces promesse note rapporte reproche juge lance doute critique ordonne "
        "offre insiste glisse presse somme prie pointe loue relève craint pense signale résumé considérait avance "
        "appelle invite reprise plainte excuse excuses souffle lâche lâches"
    ),
    participles=frozenset(_participles(_ALL)) - {"dit", "décrit", "écrit", "prédit", "craint", "plaint"},
    gerunds={
        **dict.fromkeys(_gerunds(_ALL_SAYING), "statement"),
        **{form: act for act, verbs in _ALL_ACTING.items() for form in _gerunds(verbs)},
    },
    acting_gerunds=frozenset(form for verbs in _ALL_ACTING.values() for form in _gerunds(verbs)),
    prefixed={
        **dict.fromkeys((*_finite("appeler/appell"), *_participles("appeler")), _set("à au aux les le la l ses d")),
        **dict.fromkeys((*_finite("engager/engag"), *_participles("engager")), _set("à sur auprès")),
        **dict.fromkeys(_participles("savoir valoir entendre"), _set("que qu")),
        **dict.fromkeys(
            (
                *_finite(
                    "penser croire lancer glisser relever/relèv avancer balayer pointer signaler prévoir "
                    "poursuivre reprendre observer considérer/considèr constater rapporter relater "
                    "lâcher crier hurler gronder souffler tonner lamenter"
                ),
                *_participles(
                    "penser croire lancer glisser relever avancer pointer prévoir poursuivre "
                    "reprendre observer considérer rapporter relater convenir maintenir soutenir "
                    "lâcher crier hurler gronder souffler tonner lamenter"
                ),
            ),
            _set("que qu"),
        ),
        **dict.fromkeys(_finite("maintenir soutenir convenir"), _set("que qu")),
    },
    inverted=frozenset((*_finite(_ALL), *_participles(_ALL))),
    about=_set("avoir être vouloir pouvoir devoir craindre espérer attendre"),
    transcripts=_set(
        "discours allocution déclaration lettre tribune intervention prononcé prononcée verbatim transcription"
    ),
    quoting=frozenset(),
    transitive=frozenset(),
    told=frozenset(),
    auxiliaries=_set(
        "a ont avait avaient aurait auraient est sont était étaient fait ayant s'est eut a-t-il a-t-elle ont-ils "
        "ont-elles avait-il avait-elle a-t-on"
    ),
    helpers=_set(
        "a ont avait avaient aurait auraient est sont s se lui leur y en également aussi ensuite toutefois encore "
        "déjà ainsi fait laissé pourtant notamment toujours avant tout bien même nous l le la les m eux elle-même "
        "lui-même était étaient de son côté ayant notre ailleurs"
    ),
    unspoken=_set(
        "n ne pas jamais sera seront doit doivent devrait devraient peut peuvent pourrait pour sans va vont à d "
        "faut être avoir"
    ),
    leading=(),
    would=frozenset(),
    only=frozenset(),
    anonymous=_set("nommé nommée nommés nommées cité citée cités citées identifié identifiée identifiés identifiées"),
    passive=_set("est sont était étaient été être fut furent soit soient serait seraient"),
    by=_set("par"),
    of=frozenset(),
    as_=_set("comme en"),
    reflexive=_set("s se"),
    that=_set("que qu"),
    whether=_set("si pourquoi comment combien où quand ce"),
    according=(
        ("selon",),
        ("d", "après"),
        ("aux", "yeux", "de"),
        ("aux", "yeux", "du"),
        ("pour",),
        ("de", "l", "avis", "de"),
        ("à", "en", "croire"),
    ),
    views=_set("pour"),
    openers=_set(
        "interrogé interrogée interrogés contacté contactée joint jointe invité invitée face si quand lorsque "
        "lorsqu alors bien comme puisque né née venu venue élu élue questionné questionnée sollicité sollicitée"
    ),
    asked=_set("interrogé interrogée questionné questionnée"),
    objects={"lui": "il", "elle": "elle", "eux": "ils", "elles": "elles"},
    pronouns={"il": "male", "elle": "female", "ils": "many", "elles": "many"},
    negating=_set("ne n sans ni non"),
    impersonal=_set("on"),
    nobody=_set("ce cela ça c rien personne qui que qu on je j nous vous tu y dont où aucun aucune ceci si pas"),
    determiners=_set(
        "le la les l un une des plusieurs certains certaines deux trois quatre cinq cet cette ces chaque tous "
        "toutes d'autres beaucoup quelques nombre"
    ),
    indefinite=_set("un une"),
    possessives=_set("son sa ses leur leurs notre nos mon ma mes votre vos"),
    whose={},
    prepositions=_set(
        "de d du des à au aux en dans sur sous pour par avec contre chez vers entre devant après avant depuis "
        "lors pendant sans près auprès selon face dès malgré outre parmi durant jusqu hors via suite grâce"
    ),
    belonging=_set("de d du des pour"),
    serving=_set("à au aux en"),
    breaks=_set(
        "que qu mais tandis car parce bien quoique si lorsque lorsqu quand comme alors puisque puisqu où dont est "
        "sont était ont a avait sera seront n ne pas avaient serait seraient étaient ou peut doit va font fait"
    ),
    conjunctions=_set("et mais ou puis or donc ni car"),
    relatives=_set("qui que dont lequel laquelle lesquels lesquelles"),
    times=frozenset(_DAYS)
    | _set(
        "hier demain matin soir midi après-midi nuit semaine mois dernier dernière récemment aujourd'hui aujourd "
        "hui tôt tard avance janvier février mars avril mai juin juillet août septembre octobre novembre décembre "
        "prochain prochaine également aussi ensuite toutefois encore été ainsi d'emblée aussitôt notamment même "
        "enfin plus auparavant alors là"
    ),
    before_now=frozenset(),
    ago=frozenset(),
    pairs=_set("dirigeants ministres présidents deux délégations parties maires"),
    meeting=_set("rencontré reçu parlé entretenu entretenue entretien discuté échangé"),
    late=frozenset(_DAYS)
    | _set(
        "hier aujourd'hui aujourd hui également aussi ensuite toutefois encore récemment ainsi aussitôt notamment "
        "enfin plus auparavant alors"
    ),
    hearers=_set("journalistes presse députés sénateurs élus micro radio"),
    offices=_set(
        "président présidente ministre premier première chancelier chancelière maire mairesse préfet préfète "
        "directeur directrice secrétaire ambassadeur ambassadrice gouverneur gouverneure commissaire député "
        "députée sénateur sénatrice chef cheffe patron patronne général professeur professeure procureur "
        "procureure juge avocat avocate adjoint adjointe capitaine ingénieur ingénieure évêque pape roi reine "
        "dirigeant dirigeante pdg responsable délégué déléguée commandant commandante colonel gérant gérante "
        "président-directeur vice-président vice-présidente conseiller conseillère pêcheur agriculteur "
        "agricultrice habitant habitante voisin voisine chercheur chercheuse économiste historien historienne "
        "médecin propriétaire armateur fondateur fondatrice militant militante élu élue coordinateur "
        "coordinatrice recteur rectrice pilote marin ouvrier ouvrière collègue ami amie compagnon compagne"
    )
    | _WOMEN
    | _MEN,
    epithets=_set("élu élue intéressé intéressée trentenaire ce cet cette"),
    ages=("génaire",),
    alike=dict.fromkeys(_set("technicien technicienne coach"), _set("entraîneur entraîneuse sélectionneur")),
    mouthpieces=_set("porte-parole communiqué entourage cabinet service bureau"),
    papers=_set(
        "rapport étude données chiffres enquête sondage note lettre bilan document documents statistiques estimations"
    ),
    people=_set(
        "sources source responsables conseillers diplomates diplomate experts expert experte analystes analyste "
        "témoins témoin habitants riverains pêcheurs agriculteurs syndicats autorités élus députés sénateurs "
        "ministres dirigeants manifestants opposants critiques observateurs économistes chercheurs scientifiques "
        "médecins enseignants parents élèves secours pompiers gendarmes policiers enquêteurs avocats juges "
        "procureurs organisateurs marins patrons armateurs salariés ouvriers associations proches usagers "
        "commerçants voisins maires chefs négociateurs militants parties"
    ),
    bodies=_set(
        "gouvernement ministère préfecture mairie conseil comité commission police gendarmerie parquet tribunal "
        "cour assemblée sénat parlement région département ville commune métropole agence association fédération "
        "syndicat union parti groupe entreprise société compagnie banque institut université école hôpital armée "
        "marine état présidence opposition coalition collectif fondation organisation chambre "
        "direction opérateur exploitant régie port autorité office observatoire club équipe ligue mouvement "
        "ambassade délégation intersyndicale famille rectorat onu constructeur assureur caserne capitainerie "
        "journal chantier église"
    ),
    governments=_set("gouvernement présidence délégation diplomatie autorités exécutif"),
    female=_set(
        "mme mmes madame mlle mademoiselle présidente directrice maîtresse députée sénatrice adjointe conseillère "
        "reine cheffe patronne agricultrice habitante voisine chercheuse avocate fondatrice militante élue "
        "coordinatrice préfète procureure professeure chancelière ambassadrice déléguée gérante ouvrière"
    )
    | _WOMEN,
    male=_set(
        "m mm monsieur directeur sénateur roi pêcheur agriculteur chercheur avocat fondateur militant "
        "coordinateur procureur président préfet patron conseiller ambassadeur chancelier adjoint député délégué "
        "gérant ouvrier"
    )
    | _MEN,
    reporters=_set("journaliste reporter reportrice correspondant correspondante envoyé envoyée"),
    called=_set("appelé appelée nommé nommée prénommé prénommée"),
    own=_set("je j nous mon ma mes notre nos"),
    signed=_set("signé cordialement sentiments respectueusement salutations"),
    answers=_set("r réponse"),
    suffixes=("eurs", "iste", "istes", "iens", "ières"),
    enclitics={
        "-t-il": "il",
        "-t-elle": "elle",
        "-t-ils": "ils",
        "-t-elles": "elles",
        "-il": "il",
        "-elle": "elle",
        "-ils": "ils",
        "-elles": "elles",
        "-t-on": "on",
        "-on": "on",
    },
    articles={"le": "male", "un": "male", "ce": "male", "la": "female", "une": "female", "cette": "female"},
)
