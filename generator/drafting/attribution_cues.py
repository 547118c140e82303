"""The words by which drafting knows that somebody speaks in English, and who."""

from __future__ import annotations

from collections.abc import Iterator

from generator.drafting.cue_words import Act, CueWords

_IRREGULAR = {
    "say": "says said saying", "tell": "tells told telling", "write": "writes wrote writing",
    "think": "thinks thought thinking",
    "swear": "swears swore swearing", "speak": "speaks spoke speaking", "find": "finds found finding",
    "forecast": "forecasts forecast forecasting",
    "undertake": "undertakes undertook undertaking", "feel": "feels felt feeling", "put": "puts put putting",
    "make": "makes made making",
}  # fmt: skip


_DOUBLED = frozenset("admit commit beg quip concur regret".split())
_DOUBLED_TOO = frozenset("signal label".split())  # in British spelling


def _forms(verb: str) -> tuple[str, ...]:
    """The third person, the past and the gerund of a verb, in this order."""
    if verb in _IRREGULAR:
        return tuple(_IRREGULAR[verb].split())
    if verb in _DOUBLED:
        return f"{verb}s", f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"
    if verb.endswith("e"):
        return f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    return f"{verb}{'es' if verb.endswith(('s', 'sh', 'ch', 'x')) else 's'}", f"{verb}ed", f"{verb}ing"


def _finite(verbs: str) -> Iterator[str]:
    for verb in verbs.split():
        yield from (verb, *_forms(verb)[:2])
        if verb in _DOUBLED_TOO:
            yield f"{verb}{verb[-1]}ed"


def _gerunds(verbs: str) -> Iterator[str]:
    return (_forms(verb)[2] for verb in verbs.split())


_SAYING = (
    "say tell state announce declare stress emphasize emphasise insist warn add note explain claim report confirm "
    "clarify highlight underscore underline acknowledge admit remark respond reply assert argue suggest hint write "
    "predict post estimate indicate signal answer comment continue repeat conclude concede caution counter contend "
    "object testify joke reveal believe think recall complain plead maintain observe concur quip affirm disclose "
    "assure inform remind allege forecast fear wonder shout cry tweet retort stipulate mention reckon describe call "
    "quote label dub show point put speak feel disagree boast grumble muse proclaim protest reflect "
    "reason sigh cite make assume presume worry project find mutter whisper exclaim"
)
_ACTING: dict[Act, str] = {
    "demand": "demand urge request beg implore ask appeal order call press encourage",
    "commitment": "promise pledge vow commit undertake guarantee offer swear",
    "statement": "deny refuse decline reject rule dismiss oppose welcome thank praise condemn criticise criticize "
    "blame accuse defend express voice apologise apologize regret agree discuss reaffirm reiterate propose recommend "
    "threaten hope expect doubt hail congratulate outline endorse deplore denounce advocate decry commend applaud "
    "lament dispute advise echo articulate liken compare",
}
_DOUBTFUL = (
    "offer expect rule order press threaten reject dismiss agree discuss hope guarantee commit request defend compare"
)
_ALSO_NOUNS = (
    "claim report call demand offer promise hope answer note state pledge post signal estimate comment request order "
    "vow appeal doubt forecast fear hint dispute threaten mention quote press cry blame label echo regret praise plan "
    "remark reply point protest sigh feel reason worry project whisper"
)
SAYING = frozenset(form for verbs in (_SAYING, *_ACTING.values()) for form in _finite(verbs))
AFTERWARDS = frozenset(_gerunds(" ".join((_SAYING, *_ACTING.values()))))  # their subject is that of the sentence
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
FEMALE = frozenset(("mrs", "ms", "miss", "madame", "mme", "spokeswoman", "chairwoman", "queen", "she", "her"))
MALE = frozenset(("mr", "sir", "spokesman", "chairman", "king", "he", "his"))
MOUTHPIECES = frozenset(
    (
        *("spokesman", "spokeswoman", "spokesperson", "spokespeople", "statement", "office", "communique", "readout"),
        *("spokesmen", "communiqué"),
    )
)
UNNAMED = frozenset(
    (
        *(
            "aide",
            "aides",
            "official",
            "officials",
            "source",
            "sources",
            "diplomat",
            "diplomats",
            "adviser",
            "advisers",
        ),
        *("advisor", "advisors", "leaders", "allies", "ministers", "analyst", "analysts", "expert", "experts"),
        *("witness", "witnesses", "resident", "residents", "insider", "insiders", "lawmaker", "lawmakers", "critics"),
        *("observers", "negotiator", "negotiators", "protesters", "organisers", "organizers", "campaigners", "police"),
        *("people", "neighbours", "neighbors", "farmers", "workers", "teachers", "parents", "scientists", "supporters"),
        *("opponents", "activists", "delegates", "deputies", "councillors", "mayors", "governors", "islanders"),
        *("economists", "lawyers", "doctors", "nurses", "students", "investigators", "prosecutors", "sailors"),
        *("employers", "traders", "owners", "managers", "authorities", "governments", "unions", "sides", "parties"),
        *("reporters", "journalists", "lenders", "skippers", "fans", "members", "drivers", "envoys", "inspectors"),
    )
)
OFFICES = frozenset(
    (
        *("president", "minister", "chancellor", "premier", "secretary", "secretary-general", "chief", "mayor"),
        *("governor", "ambassador", "envoy", "king", "queen", "director", "chairman", "chairwoman", "commissioner"),
        *("colleague", "leader", "general", "senator", "engineer", "captain", "professor", "doctor", "chair", "ceo"),
        *("deputy", "councillor", "prosecutor", "judge", "coach", "manager", "commander", "vice-president", "head"),
        *("bishop", "archbishop", "pope", "rector", "principal", "economist", "lawyer", "coordinator", "treasurer"),
        *("officer", "executive", "detective", "sergeant", "constable", "colonel", "major", "lieutenant", "admiral"),
        *(
            "mp",
            "cllr",
            "msp",
            "mep",
            "cfo",
            "md",
            "dr",
            "prof",
            "sheriff",
            "skipper",
            "baroness",
            "lord",
            "dame",
            "editor",
            "organiser",
            "midfielder",
            "striker",
        ),
        *("president-designate", "president-elect", "undersecretary", "chairperson", "superintendent", "inspector"),
    )
)
ROLES = MOUTHPIECES | UNNAMED | OFFICES
_SOMEBODY = frozenset(  # persons who hold no office that names them, and who may speak all the same
    (
        *("coxswain", "master", "skipper", "owner", "resident", "neighbour", "farmer", "teacher", "nurse", "pilot"),
        *("author", "founder", "boss", "mother", "father", "widow", "son", "daughter", "brother", "sister", "husband"),
        *("wife", "man", "woman", "boy", "girl", "keeper", "delegate", "campaigner", "activist", "scientist"),
        *("grandmother", "grandfather", "uncle", "aunt", "nephew", "niece", "cousin", "grandson", "granddaughter"),
        *("lecturer", "priest", "witness", "member", "dealer", "buyer", "builder", "landlord", "tenant", "investor"),
        *("friend", "biographer", "predecessor", "successor", "rival"),
    )
)
_BODIES = frozenset(
    (
        *(
            "agency",
            "assembly",
            "association",
            "authority",
            "bank",
            "board",
            "bureau",
            "centre",
            "center",
            "commission",
        ),
        *("committee", "company", "congress", "corporation", "council", "court", "department", "federation", "forum"),
        *(
            "foundation",
            "fund",
            "group",
            "institute",
            "league",
            "ministry",
            "movement",
            "parliament",
            "party",
            "senate",
        ),
        *(
            "organisation",
            "organization",
            "society",
            "union",
            "university",
            "government",
            "administration",
            "presidency",
        ),
        *("delegation", "embassy", "prefecture", "police", "army", "navy", "coastguard", "operator", "firm", "club"),
        *("regulator", "service", "charity", "team", "church", "school", "hospital", "college", "trust", "alliance"),
        *("coalition", "cabinet", "chamber", "city", "county", "municipality", "tribunal", "watchdog", "jury", "crew"),
        *("airline", "newspaper", "broadcaster", "network", "secretariat", "opposition", "office", "laboratory"),
        *("family", "carrier", "shipyard", "utility", "insurer", "lender", "retailer", "publisher", "exchange", "port"),
        *("brigade", "guild", "palace", "treasury", "line", "campaign", "state", "paper", "consortium"),
    )
)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ENGLISH = CueWords(
    saying=frozenset(_finite(_SAYING)),
    acting={form: act for act, verbs in _ACTING.items() for form in _finite(verbs)},
    doubtful=frozenset(_finite(_DOUBTFUL)),
    bare=frozenset(" ".join((_SAYING, *_ACTING.values())).split()) - {"put", "make"},
    naming=frozenset((*_finite("call describe label dub"), *_gerunds("call describe label dub"))),
    nouns_too=frozenset(form for verb in _ALSO_NOUNS.split() for form in (verb, _forms(verb)[0])) | {"thought", "find"},
    announcing=frozenset(),
    measuring=frozenset(_finite("put estimate")),
    at=_set("at"),
    finding=frozenset(_finite("find")),
    participles=frozenset(),
    gerunds={
        **dict.fromkeys(frozenset(_gerunds(_SAYING)) - {"making"}, "statement"),
        **{form: act for act, verbs in _ACTING.items() for form in _gerunds(verbs)},
    },
    acting_gerunds=frozenset(_gerunds(" ".join(("call describe label dub", *_ACTING.values())))),
    prefixed={
        **dict.fromkeys(_finite("call"), _set("for on upon")),
        **dict.fromkeys(_finite("rule"), _set("out that")),
        **dict.fromkeys(_finite("show feel reason reflect find assume presume worry project"), _set("that")),
        **dict.fromkeys(_finite("point"), _set("out to")),
        **dict.fromkeys(_finite("make"), _set("clear plain known")),
        **dict.fromkeys(_finite("put"), _set("it to")),
        **dict.fromkeys(_finite("speak"), _set("of about against")),
        **dict.fromkeys(_finite("appeal"), _set("to for")),
        **dict.fromkeys(_finite("press"), _set("for ahead")),
        **dict.fromkeys(_finite("commit"), _set("to itself himself herself themselves")),
    },
    inverted=frozenset(_finite(_SAYING))
    - frozenset(_finite("tell call describe label dub assure inform remind put point show quote make find")),
    about=_set("of about against"),
    transcripts=_set("address speech remarks transcript statement letter delivered testimony sermon column"),
    quoting=_set("quoted quotes cited cites"),
    transitive=frozenset(
        _finite("urge advise order accuse blame thank praise commend congratulate defend condemn reject")
    ),
    told=frozenset(_finite("tell assure inform remind")),
    auxiliaries=_set("has have had"),
    helpers=_set(
        "has have had also later then again earlier once however meanwhile both first further always often never "
        "still now since already even all just not yet repeatedly himself herself itself themselves too long "
        "previously today yesterday"
    ),
    unspoken=_set(
        "to will would could might may can should must shall not never don't didn't doesn't hasn't haven't hadn't "
        "won't cannot can't wouldn't did does do nor neither without let please"
    ),
    leading=(("heard", "to"), ("went", "on", "to"), ("gone", "on", "to"), ("went", "as", "far", "as", "to")),
    would=_set("would"),
    only=_set("only"),
    anonymous=_set("named identified quoted"),
    passive=_set("was were be been being is are gets got so-called"),
    by=_set("by"),
    of=_set("of"),
    as_=_set("as"),
    reflexive=frozenset(),
    that=_set("that"),
    whether=_set("whether why how what where when if who"),
    according=(
        ("according", "to"),
        ("in", "the", "words", "of"),
        ("in", "the", "view", "of"),
        ("in", "the", "opinion", "of"),
        ("as", "per"),
        ("for",),
    ),
    views=_set("for"),
    openers=_set(
        "asked reached pressed questioned given faced born contacted known joined although though while when if "
        "because since as once unlike instead both despite"
    ),
    asked=_set("asked pressed questioned"),
    objects={"him": "he", "her": "she", "them": "they"},
    pronouns={"he": "male", "she": "female", "it": "thing", "they": "many"},
    negating=_set("not no never without neither nor cannot"),
    impersonal=frozenset(),
    nobody=_set(
        "there this that these those nobody nothing what here everything none i we you one neither which who no "
        "so not such if to why how"
    ),
    determiners=_set(
        "the a an some many several most two three four five both one another other few all each every any"
    ),
    indefinite=_set("a an one"),
    possessives=_set("his her its their our my your"),
    whose={"his": "male", "her": "female"},
    prepositions=PREPOSITIONS
    | _set(
        "after before during amid since until through without within despite outside inside across around behind "
        "beside ahead off upon out along via alongside per than minutes hours days"
    ),
    belonging=_set("of for"),
    serving=_set("from at to with against"),
    breaks=CLAUSES - {"following"}
    | _set(
        "so unless even than is was are were will would has have had can could may might should must not yet what "
        "how why do does did"
    ),
    conjunctions=_set("and but or yet then so also still meanwhile however"),
    relatives=_set("who which whom whose"),
    times=_set(
        "yesterday today tonight tomorrow late early earlier later last this next ahead following morning "
        "afternoon evening night day week month year ago then monday tuesday wednesday thursday friday saturday "
        "sunday afterwards again january february march april may june july august september october november "
        "december recently once publicly repeatedly here there flatly finally simply only weekend summer winter "
        "spring autumn minutes hours days"
    ),
    before_now=_set("ago earlier later"),
    ago=_set("ago"),
    pairs=_set("leaders ministers presidents sides pair two delegations mayors"),
    meeting=_set("met spoke talked hosted received spoken welcomed call talks meeting"),
    late=_set(
        "yesterday today tonight late early earlier later last this ahead afterwards again here following monday "
        "tuesday wednesday thursday friday saturday sunday recently publicly repeatedly flatly"
    ),
    hearers=_set(
        "reporters journalists us me him her them you parliament lawmakers viewers listeners readers members mps "
        "deputies senators delegates supporters investors residents colleagues ministers crowds newspapers"
    ),
    offices=OFFICES | _SOMEBODY,
    mouthpieces=MOUTHPIECES,
    epithets=_set("pensioner newcomer"),
    ages=("-year-old", "-something"),
    alike=dict.fromkeys(
        _set("boss gaffer"), _set("manager coach head chief director executive ceo chairman chairwoman")
    ),
    papers=_set(
        "report data figures statistics records accounts survey study note documents letter notice poll memo "
        "analysis estimates website"
    ),
    people=UNNAMED,
    bodies=_BODIES,
    governments=_set("government presidency delegation cabinet administration authorities side"),
    female=FEMALE - {"she", "her"}
    | _set("lady dame baroness princess mother widow sister wife daughter grandmother aunt niece granddaughter"),
    male=MALE - {"he", "his"} | _set("lord prince father brother husband son grandfather uncle nephew grandson"),
    reporters=_set("reporter correspondent journalist"),
    called=_set("called named"),
    own=_set("i we our my us me i'm we're i've we've i'll we'll ours"),
    signed=_set("signed sincerely faithfully regards respectfully yours"),
    answers=_set("a answer"),
    suffixes=(
        "men",
        "man",
        "women",
        "woman",
        "ists",
        "ist",
        "officer",
        "officers",
        "worker",
        "workers",
        "people",
        "hand",
        "hands",
        "owners",
        "makers",
        "maker",
        "master",
        "folk",
        "keepers",
    ),
)
