"""What turns the sense of a sentence, by language: tables that can be written as JSON,"
" because strangers read them too.

`strict` phrases are marks of what stands in a clause. `soft` ones come so near to a mark that nobody is asked about a
difference where they stand. A phrase is found in lower case, and of several that begin alike the longest counts; what
a phrase of `free` covers is no mark at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

_IRREGULAR = {
    "cut": "cut cuts cutting", "fall": "fall falls fell fallen falling", "find": "find finds found finding",
    "forbid": "forbid forbids forbade forbidden forbidding", "give": "give gives gave given giving",
    "go": "go goes went gone going", "grow": "grow grows grew grown growing", "hear": "hear hears heard hearing",
    "hold": "hold holds held holding",
    "keep": "keep keeps kept keeping", "leave": "leave leaves left leaving", "lose": "lose loses lost losing",
    "put": "put puts putting", "quit": "quit quits quitting", "rise": "rise rises rose risen rising",
    "say": "say says said", "see": "see sees saw seen seeing", "seek": "seek seeks sought seeking",
    "shoot": "shoot shoots shot shooting", "shrink": "shrink shrinks shrank shrunk shrinking",
    "speak": "speak speaks spoke spoken speaking", "stand": "stand stands stood standing",
    "strike": "strike strikes struck striking", "swear": "swear swears swore sworn swearing",
    "tell": "tell tells told telling", "think": "think thinks thought thinking",
    "throw": "throw throws threw thrown throwing", "win": "win wins won winning",
    "withdraw": "withdraw withdraws withdrew withdrawn withdrawing",
    "withhold": "withhold withholds withheld withholding", "write": "write writes wrote written writing",
    "buy": "buy buys bought buying", "sell": "sell sells sold selling", "lend": "lend lends lent lending",
    "leap": "leap leaps leapt leaped leaping", "sit": "sit sits sat sitting", "slide": "slide slides slid sliding",
    "begin": "begin begins began begun beginning", "break": "break breaks broke broken breaking",
}  # fmt: skip
_DOUBLED = frozenset(
    (
        *(
            "acquit",
            "admit",
            "annul",
            "ban",
            "bar",
            "cancel",
            "commit",
            "compel",
            "deter",
            "drop",
            "expel",
            "omit",
            "permit",
            "plan",
        ),
        *("dip", "opt", "plot", "rebut", "sag", "scrap", "shun", "skip", "slip", "snub", "stop", "submit", "trim"),
    )
)


def _forms(*verbs: str) -> tuple[str, ...]:
    """The forms of English verbs; of one of several words, the first is the verb."""
    return tuple(form for verb in verbs for form in _forms_of(*verb.partition(" ")))


def _forms_of(verb: str, space: str, rest: str) -> Iterable[str]:
    if verb in _IRREGULAR:
        forms = _IRREGULAR[verb].split()
    elif verb.endswith("e"):
        forms = [verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"]
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        forms = [verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"]
    else:
        stem, plural = verb + verb[-1] * (verb in _DOUBLED), "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
        forms = [verb, f"{verb}{plural}", f"{stem}ed", f"{stem}ing"]
    return (f"{form}{space}{rest}" for form in forms)


def _parted(*verbs: str) -> tuple[str, ...]:
    """Verbs of two words with a pronoun between them: `turned it down`."""
    forms = (form.split(" ", 1) for form in _forms(*verbs))
    return tuple(f"{verb} {pronoun} {rest}" for verb, rest in forms for pronoun in ("it", "them", "him", "her", "us"))


def _words(text: str) -> tuple[str, ...]:
    """Phrases, parted by commas or line ends."""
    return tuple(phrase for part in text.replace("\n", ",").split(",") if (phrase := " ".join(part.split())))


# What somebody drops who does not go on with it.
_LAWSUITS = tuple(
    f"{which}{what}"
    for which in ("", "a ", "all ", "the ", "his ", "her ", "its ", "their ", "a ~ ", "the ~ ", "its ~ ", "their ~ ")
    for what in _words(
        "case, cases, charge, charges, suit, lawsuit, claim, claims, appeal, complaint, accusations, demand, demands,"
        " bid, candidacy, offer, proposal, proposals, support, request, pledge, promise, threat"
    )
)
_REFUSALS = _forms(
    *(
        "refuse",
        "deny",
        "reject",
        "rule out",
        "turn down",
        "decline to",
        "oppose",
        "block",
        "ban",
        "prevent",
    ),
    *(
        "scrap",
        "cancel",
        "abandon",
        "call off",
        "shelve",
        "ditch",
        "throw out",
        "strike down",
        "lack",
        "fail to",
        "fail in",
    ),
    *("forbid", "prohibit", "veto", "vote down", "vote against", "refrain from", "rebuff", "bar", "disallow"),
    *(
        "withhold",
        "repudiate",
        "rebut",
        "shun",
        "spurn",
        "boycott",
        "exclude",
        "neglect to",
        "stop short of",
        "dismiss",
    ),
    *("waive", "dissuade", "discourage", "renounce", "renege on", "walk back", "go back on", "backtrack on", "retract"),
    *("disavow", "disown", "recant"),
    *(f"{verb} against" for verb in ("advise", "counsel", "caution", "warn", "decide", "argue", "rule")),
    *(f"{verb} {what}" for verb in ("drop", "withdraw") for what in _LAWSUITS),
)
_SAYING = _forms(
    *("tell", "claim", "allege", "argue", "insist", "maintain", "assert", "state", "declare"),
    *("explain", "contend", "believe", "accuse", "blame", "suspect", "recall", "complain", "remark"),
    *("boast", "swear", "caution", "warn"),
)
_SAYING = tuple(form for form in _SAYING if not form.endswith("ing"))  # `X did it, saying that …` tells another thing
_FUTURE_SOFT = _forms(
    *(
        "promise",
        "pledge",
        "vow",
        "offer",
        "agree",
        "announce",
        "propose",
        "want",
        "hope",
        "expect",
        "decide",
        "demand",
    ),
    *("call for", "call on", "urge", "ask", "request", "seek", "threaten", "warn", "prepare", "commit"),
    *("consider", "recommend", "suggest", "envisage", "foresee", "predict", "forecast"),
    *("approve", "schedule", "intend", "mean to", "undertake", "await", "approach", "look to"),
)

_WHOSE = ("her ", "his ", "its ", "their ", "the ", "a ")
_HELD = _words(
    "seat, seats, title, crown, lead, place, job, jobs, post, majority, power, control, record, trophy, cup, licence,"
    " contract, grip"
)
_AIMS = tuple(
    f"{which}{what}"
    for which in (*_WHOSE, "that ", "this ", "all ")
    for what in _words(
        "target, targets, goal, goals, deadline, deadlines, quota, standard, standards, threshold, limit"
    )
)
# What nearly happened, and did not.
_AVERTED = (
    *_forms("avert", "stave off", "head off", "fend off", "ward off", "forestall", "thwart", "foil"),
    *(f"narrowly {form}" for form in _forms("escape", "avoid", "miss", "evade", "dodge")),
    *(f"{form} short of" for form in _forms("fall")),
    *(
        f"{come} {near}"
        for come in ("come", "comes", "came", "coming")
        for near in ("close to", "near to", "within", "perilously close to", "very close to")
    ),
    *(
        f"had {been}{form}"
        for been in ("", "been ")
        for form in ("feared", "hoped for", "expected", "predicted", "forecast", "planned", "threatened", "intended")
    ),
    *_words(
        "had hoped to, had wanted to, had meant to, within a whisker of, within an inch of, within inches of,"
        " within a hair's breadth of, a whisker away from, on"
        " the brink of, on the verge of, on the cusp of, on the point of"
    ),
)
# What is put off, so that it has not come yet.
_DELAYED = _forms("postpone", "defer", "put off", "push back", "adjourn")
_EXCEPT = (
    *_words(
        "except, except for, excepting, excluding, apart from, aside from, save for, other than, with the exception"
        " of, everyone but, everybody but, everything but, anyone but, all bar, bar the, bar one, bar two, but not,"
        " all but ##"
    ),
    *(
        f"all but {number}"
        for number in _words("one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, a few")
    ),
)

# What somebody was whom another phrase calls former, and not a time: `once head of customs`.
_TITLES = tuple(
    f"once {which}{title}"
    for which in ("", "a ", "an ", "the ", "its ", "his ", "her ", "their ")
    for title in _words(
        "head, chief, president, minister, director, leader, mayor, boss, governor, captain, chairman, chairwoman,"
        " secretary, manager, owner, member, champion, deputy, ambassador, star, player, teacher, partner, colony,"
        " rival, ally, friend"
    )
)
# What somebody introduces who only proposes it.
_BILLS = tuple(
    f"{form} {which}{what}"
    for form in ("introduced", "introduces")
    for which in ("", "a ", "the ", "its ", "his ", "her ", "a ~ ", "the ~ ", "its ~ ")
    for what in _words("bill, bills, draft, motion, amendment, legislation, proposal, resolution")
)
# What is told in the present of what is to come: `is stepping down at the end of the season`.
_LEAVING = tuple(
    f"{being} {doing}"
    for being in ("is", "are", "am", "was", "were")
    for doing in _words(
        "stepping down, standing down, leaving, retiring, quitting, resigning, closing, shutting, moving, joining,"
        " opening, returning, withdrawing, pulling out, launching, ending, coming back, going back"
    )
)
# What has not come yet, which another sentence denies: `has not yet ratified`.
_OUTSTANDING = (
    *(
        f"{being} {what}"
        for being in _words("is, are, was, were, be, still, remains, remained, remain")
        for what in _words("pending, outstanding, overdue, awaiting, awaited, unfinished")
    ),
    *_words("awaits, await, still to be, still to come, still had to, still has to, still have to"),
)

# Words that come near to a negation, in a sentence and in what is told of it.
_NEAR_NEGATION = (
    *_forms("cancel", "stop", "halt", "avoid", "dispute", "decline", "postpone", "put off", "suspend"),
    *_forms("withdraw"),
    *_forms("resist", "abstain", "reverse", "contradict", "object", "doubt", "ignore", "overturn", "rescind"),
    *_forms("quash", "annul"),
    *_forms("stay out", "stay away", "keep out", "keep away", "remain outside", "opt out", "sit out", "stand aside"),
    *_forms("stay at home", "stay home", "miss", "contest", "give up", "back away"),
    *_forms("write off", "forgive"),
    *_words("wrote off, written off, writing off, forgave, forgiven"),
    *_OUTSTANDING,
    *_words("put on ice, sold out, uninsured, unlit, dark, unhurt, unpaid, unsold"),
    *_words("left open, leave open, leaves open, leaving open"),
    *_forms("steer clear", "hold off", "back out", "walk away", "shy away", "skip", "snub"),
    *_forms("revoke", "freeze", "drop", "leave out", "pull out", "exclude", "rebuke"),
    *_words(
        "refusal, denial, opposition, rejection, failure, absence, absent, few, instead of, rather than, except,"
        " impossible, stalled, deadlock, missing, zero, reluctant, opposed, against, rarely, seldom, in vain,"
        " absurd, nonsense, untrue, false, unfounded, baseless, groundless, ridiculous, ludicrous, preposterous, a lie,"
        " lies, fabricated, free of charge, for free, stay free, stays free, remain free, remains free, is free, are"
        " free, fell apart, fall apart, take back, takes back, took back,"
        " contrary, red line, closed, silent, empty, cut off, ineffective"
    ),
)

# What it is due to, which is no time at which something is due.
_DUE = tuple(
    f"due to {word}"
    for word in _words(
        "the, a, an, its, his, her, their, this, these, heavy, strong, high, low, poor, bad, cold, hot, lack, fears"
    )
)

# Words that make a limit of a figure, as a negation before a bound does.
_LIMITING = _words(
    "floor, minimum, at least, cap, caps, capped, capping, ceiling, maximum, limit, limits, limited, limiting,"
    " threshold, or more, or less, or higher, or lower"
)

# What tells that something came of something else.
_CAUSES = (
    *_words("thanks to, because of, because, owing to, as a result of, on account of, on the strength of"),
    *_DUE,
)

# What is no cue at all.
_FREE = _words(
    "for as long as, once a day, once a week, once a month, once a year, once more, once again, at once, only"
    " once, at the earliest, at the latest, is anything to go by, not only, not just, not least, not merely, not"
    " simply, not to mention, no doubt, no later than, no fewer than, no less than, no more than, not more than,"
    " not less than, not fewer than, whether or not, if not, if any, none other than, at most, at the most, even"
    " if, as if, what if, if only, not long, before long, no sooner, last but not least, nothing less than, all"
    " but, after all, above all, first of all, at all, in all, all told, once and for all, not until, only just,"
    " the like, most recently, most recent, all along, first minister, first lady, the month before, the year"
    " before, the day before, the week before, the night before, years before, months before, days before, weeks"
    " before, a year before, a month before, hours before, as before, the day after, the year after, the morning"
    " after, never before, most of all, more than, less than, fewer than, more or less, up to, down to, close to,"
    " as well, so far, as far as, no matter, must-see, will of, the will, political will, goodwill, opens up,"
    " vice versa, all the same, well over, the last year, the last years, the last month, the last"
    " months, the last week, the last weeks, the last day, the last days, the last few, the last two, the last"
    " three, the last four, the last five, the last ten, the last decade, the most recent, the last minute,"
    " the last time, the last"
    " ##, the first ##, for all, if anything, a block,"
    " the block, blocks of, a bar, the bar, in the first place, so to speak, as for, because of, at first, at"
    " worst, at best, say whether, to say if, than planned, as planned, than scheduled, as scheduled, than before,"
    " not for ##,"
    " not in ##, claimed the right, claim the right, claims the right, claimed responsibility, claimed ## lives,"
    " claimed the life, claimed the lives, claimed a life, claimed lives, claiming ## lives, claims ## lives, no"
    " longer than, no higher than, no lower than, no older than, no earlier than, no larger than, no bigger than,"
    " no greater than, instead of ##, rather than ##, nothing worse than, scrap metal, scrap iron, scrap yard,"
    " scrap dealer"
)

# fmt: off
ENGLISH: Mapping[str, Any] = {
    "future_endings": [],
    "splits": {
        "cannot": ["can", "not"], "can't": ["can", "not"], "won't": ["will", "not"], "shan't": ["shall", "not"],
    },
    "elisions": [],
    "prefixes": ["post", "pre", "non"],
    "openers": _words(
        "that, which, who, whom, whose, because, while, when, where, as, although, though, so, but, if, unless,"
        " whereas, after, before, until, since, whether, yet"
    ),
    "relatives": _words(
        "which, who, whom, whose, where, but, while, whereas, although, though, because, so, as, when, and, or, nor,"
        " whatever, however"
    ),
    "links": _words(
        "over, for, of, with, in, on, at, from, about, during, against, under, to, into, by, between, and, or"
    ),
    "itself": ["article"],
    "negative": _words("un, non, ineffect, incap, inadeq, insuff, imposs, irrel, illeg, inval, incompl, inact, dis"),
    "undoing": ["un"],
    "refusing": [*_forms("refuse", "decline", "fail")],
    "lacking": ["less"],
    "not_lacking": _words("unless, nevertheless, nonetheless, regardless, doubtless, bless, headless"),
    "affirmed": _words(
        "under, union, unit, unite, until, unless, univers, uniq, unan, uniform, unveil, distr, discu, displ, disc,"
        " dist, dish, dispa"
    ),
    "function": _words(
        "a, an, the, this, that, these, those, there, here, his, her, its, our, their, my, your, he, she, it, we,"
        " they, i, you, him, them, us, in, on, at, of, to, by, for, from, with, into, about, over, under, upon, as,"
        " during, and, but, or, nor, so, yet, be, is, are, was, were, been, being, has, have, had, do, does, did,"
        " will, would, not, no, if, when, while, who, which, any, some, all, more, most, other, also, very, up, out,"
        " off, down, further, only, s, than, such, new, still, now, own, what, how, yet, it's"
    ),
    "participles": _words(
        "put, been, made, gone, done, had, sold, paid, cost, kept, left, lost, won, bought, built, held, met, said,"
        " told, sent, spent, brought, thought, come, become, run, cut, hit, set, let, read, known, shown, drawn, worn,"
        " begun, sunk, found, felt, meant, dealt, led, lent, stood, understood, sought, caught, taught, fought, got,"
        " hurt, shut, split, spread, heard, laid, lain, flown, grown, thrown, sworn, torn, borne, sung, hung, struck,"
        " shot, swum, burnt, kept"
    ),
    "nearly": _words("almost, nearly"),
    "limits": _words(
        "below, under, beneath, above, over, beyond, less than, fewer than, lower than, more than, higher than,"
        " exceed, exceeds, exceeded, exceeding"
    ),
    "asking": _words(
        "ask, asks, asked, asking, wonder, wonders, wondered, know, knows, knew, see, decide, unclear, even, as"
    ),
    "free": (
        *_FREE,
        *_TITLES,
        *_BILLS,
        *(f"{being} pending" for being in _words("still, remains, remained, remain")),
    ),
    "strict": {
        "negator": _words(
            "not, no, never, without, neither, nor, nobody, none, nothing, nowhere, no one, no-one, no longer,"
            " hardly, scarcely, barely, rarely, seldom, out of the question, far from, no way, yet to, unable to,"
            " unwilling to"
        ),
        "refusal": (
            *_REFUSALS,
            *_parted("turn down", "rule out", "vote down", "call off", "throw out"),
            *(f"{form} from" for form in _forms("keep", "stop", "hinder")),
            *_words("kept out of, canceled, canceling"),
        ),
        "future": (
            *_words(
                "whether to, attempted to, attempts to, attempting to, tried to, tries to, trying to, sought to,"
                " will, would, shall, is to, are to, be to, going to, gonna, due to be, due to meet, due to, plans"
                " for, about to, on course to, on track to, poised to, set to, slated to, scheduled to, scheduled"
                " for, expected to, planned to, planning to, plans to, plan to, hope to, hopes to, hoped to, hoping"
                " to, wants to, want to, wanted to, likely to"
            ),
            *(f"{form} to" for form in _forms("intend", "aim", "propose", "prepare")),
            *(f"{form} to" for form in _forms("agree", "promise", "pledge", "vow")),
            *(f"{form} in principle" for form in _forms("agree")),
            *_forms("intend", "aim", "plan"),
        ),
        "possibility": _words(
            "suspect that, suspects that, suspected that, suspecting that,"
            " may, might, could, perhaps, possibly, possible, maybe, likely, probable, probably, potentially,"
            " potential, conceivably, conceivable, apparently, seemingly, presumably, arguably, seems, seem, seemed,"
            " appears to, appear to, appeared to, unlikely, not certain, not sure, uncertain, questioned whether,"
            " questions whether, question whether, doubted whether, doubts whether, doubted that, doubts that, cast"
            " doubt on, casts doubt on, wondered whether, wonders whether, asked whether"
        ),
        "considered": _words(
            "considering, mulling, thinking of, thinking about, toying with, weighing whether, weighing up whether,"
            " looking into, undecided, has not decided, have not decided"
        ),
        "obligation": _words(
            "should, must, ought to, ought, has to, have to, needs to, need to, required to, obliged to, obliged,"
            " mandatory, compulsory, obligatory"
        ),
        "averted": _AVERTED,
        "delayed": _DELAYED,
        "except": _EXCEPT,
        "aside": _words("rather than, instead of, in place of, in lieu of, as opposed to, in preference to"),
        "regardless": _words(
            "even if, whatever, regardless of, irrespective of, whether or not, no matter, come what may, in any event"
        ),
        "proof": _forms("prove", "expose", "reveal", "uncover", "demonstrate", "disclose", "establish"),
        "charge": (
            *_forms("accuse", "allege", "suspect", "insinuate"),
            *_words("allegation, allegations, accusation, accusations, charged with, on suspicion of"),
        ),
        "arrested": _words(
            "charged with, charged over, charges of, arrested, arrests, arrest of, detained, indicted, indictment, is"
            " on trial, are on trial, was on trial, were on trial, went on trial, goes on trial, go on trial, put on"
            " trial, stand trial, stands trial, stood trial, standing trial, prosecuted, prosecuting, questioned by,"
            " questioned over, questioned about, held over, held on, in custody, facing trial, faces trial, face trial"
        ),
        "convicted": (
            *_forms("convict", "acquit", "sentence"),
            *_words("found guilty, found not guilty, is guilty, are guilty, was guilty, were guilty, cleared of"),
        ),
        "hearsay": _words(
            "allegedly, reportedly, purportedly, supposedly, alleged, suspected, rumoured, rumored, rumours, rumors,"
            " believed to, thought to, is said to, are said to, was said to, were said to, unconfirmed"
        ),
        "confirmed": (*_forms("confirm", "prove", "verify"), *_words("proven, for certain, definitely")),
        "proposed": (
            *_forms("propose"),
            *_words(
                "put forward, puts forward, putting forward, mooted, came out for, would like to, floated the, floats"
                " the, tabled a, tabled the, tables a"
            ),
        ),
        "enacted": _words(
            "introduced, introduces, brought in, brings in, imposed, imposes, adopted, adopts, enacted, enacts,"
            " decided, decides, decreed, decrees, approved, approves, abolished, abolishes, passed a, passed the,"
            " voted through"
        ),
        "suggested": (*_forms("suggest", "hint"), *_words("sign of, signs of, sign that, signs that")),
        "reason": _CAUSES,
        "appeal": (
            *_forms("urge", "demand", "appeal for", "plead for"),
            *(
                f"{form} {whom} to"
                for form in _forms("ask", "beg", "implore", "petition")
                for whom in ("~", "the ~", "the ~ ~", "a ~", "its ~", "their ~", "his ~", "her ~")
            ),
            *(f"{form} {whom} for" for form in _forms("ask", "beg", "petition") for whom in ("~", "the ~", "the ~ ~")),
            *_words(
                "called on, calls on, calling on, called for, calls for, calling for, appealed to, appeals to, asked"
                " for, asks for, asking for, applied for, applies for, applying for, bid for"
            ),
        ),
        "condition": _words(
            "if, unless, provided, provided that, providing that, as long as, so long as, on condition, on the"
            " condition, in case, depending on, depends on, depend on, subject to, in the event of, in the event"
            " that, in return for, in exchange for, only when, contingent on, conditional on, conditional, otherwise,"
            " assuming, pending"
        ),
        "unless": ["unless"],
        "unmet": _words(
            "if ~ not, if ~ ~ not, if ~ ~ ~ not, if ~ ~ ~ ~ not, if ~ ~ ~ ~ ~ not, if no, if nobody, if nothing"
        ),
        "contrast": _words(
            "but, yet, however, nevertheless, nonetheless, although, though, unless, except, or rather, whereas, only"
            " if, as soon as, as long as, so long as, provided, on condition"
        ),
        "duty": _words("must, has to, have to, required to, obliged to, obliged, mandatory, compulsory, obligatory"),
        "advice": _words("should, ought to, ought"),
        "claim": (
            *_words(
                "said, says, say, he added, she added, they added, it added, added that, adding that, according to,"
                " told, allegedly, reportedly, purportedly, supposedly, alleged, in the view of, in the opinion of,"
                " in the words of, in the version of, in the account of, thinks, thought to, believed to, rumoured"
                " to, rumored to, in his view, in her view, in their view, so-called"
            ),
            *_SAYING,
        ),
        "before": _words(
            "before, ahead of, prior to, earlier than, in the run-up to, previous to, by the end, by ####, by mid, by"
            " early, by late, by next, by monday, by tuesday, by wednesday, by thursday, by friday, by saturday, by"
            " sunday, by january, by february, by march, by april, by may, by june, by july, by august, by september,"
            " by october, by november, by december, by easter, by christmas, by summer, by spring, by autumn, by"
            " winter"
        ),
        "after": _words("after, following, in the wake of, later than, subsequent to, once"),
        "until": _words("until, till"),
        "since": _words("since"),
        "all": _words(
            "for all ##,"
            " all, every, each, everyone, everybody, everything, whole, entire, always, unanimously, unanimous,"
            " entirely, wholly, completely"
        ),
        "most": _words(
            "most, most of, the majority, a majority, majority of, nearly all, almost all, nearly every, almost every"
        ),
        "part": (
            *_words("some of, many of, several of, a few of, a few, a part of, part of, parts of, partly, in part"),
            *_words("not all, not every, not everyone, not everybody, partially, half of, half the, a quarter of"),
            *_words("a third of, two thirds of, three quarters of"),
        ),
        "few": _words("few, few of, only a few, a minority, a minority of, a handful of, hardly any, hardly anyone"),
        "only": _words("only, solely, sole, exclusively, nobody but, no one but, nothing but, merely, lone"),
        "sole": _words("the only, its only, the sole, the lone, the one and only"),
        "several": _words("one of only, one of the only, one of just, one of the few, one of a few, among the few"),
        "first": _words("first, for the first time, first time, first-ever"),
        "superlative": _words(
            "largest, biggest, highest, lowest, smallest, longest, shortest, strongest, weakest, oldest, youngest,"
            " greatest, best, worst, richest, poorest, busiest, deepest, tallest, fastest, slowest, cheapest,"
            " heaviest, newest, earliest, hottest, coldest, deadliest, fewest, widest, wettest, driest, safest,"
            " unprecedented, the most, the least, the fewest, record, toughest, closest, dearest, broadest, narrowest,"
            " quietest, shallowest, lightest, costliest, quickest, wealthiest, warmest, coolest, all-time"
        ),
        "largest": _words(
            "larger, bigger, taller, wider, broader, deeper, heavier, busier,"
            " largest, biggest, highest, greatest, longest, tallest, widest, broadest, deepest, heaviest, busiest, the"
            " most, most since, all-time high, record high, peak"
        ),
        "smallest": _words(
            "smaller, narrower, shallower, lighter, quieter,"
            " smallest, lowest, shortest, fewest, narrowest, shallowest, lightest, quietest, the least, least since,"
            " all-time low, record low, trough"
        ),
        "best": _words("best, better than"),
        "worst": _words("worst, worse, worse than"),
        "oldest": _words("oldest, older"),
        "newest": _words("newest, youngest, newer, younger"),
        "richest": _words("richest, wealthiest, richer, wealthier"),
        "poorest": _words("poorest, poorer"),
        "strongest": _words("strongest, stronger"),
        "weakest": _words("weakest, weaker"),
        "fastest": _words("fastest, quickest, faster, quicker"),
        "slowest": _words("slowest, slower"),
        "hottest": _words("hottest, warmest, hotter, warmer"),
        "coldest": _words("coldest, coolest, colder, cooler"),
        "dearest": _words("dearest, costliest, most expensive, dearer, costlier, more expensive"),
        "cheapest": _words("cheapest, least expensive, cheaper, less expensive"),
        "wettest": _words("wettest, wetter"),
        "driest": _words("driest, drier"),
        "safest": _words("safest, safer"),
        "deadliest": _words("deadliest, most dangerous, most deadly, deadlier, more dangerous"),
        "last": _words(
            "was the last time, is the last time, be the last time,"
            " the last, last of, its last, their last, his last, her last, for the last time, last-ever, the final"
        ),
        "up": (
            *_forms("rise", "increase", "grow", "climb", "soar", "jump", "surge", "double", "triple", "go up"),
            *_forms("gain", "leap", "spike", "skyrocket", "edge up", "inch up", "creep up", "shoot up", "bounce back"),
            *_forms("quicken"),
            *_forms("raise", "boost", "expand", "widen", "strengthen", "accelerate", "swell", "mount", "lengthen"),
            *_words(
                "is up, are up, was up, were up, been up, up by, up from, went up, put up, upward, upwards, growth,"
                " dearer, costlier, pricier, higher, creep up, crept up, more, greater, longer, rocketed,"
                " ballooned, mushroomed, rallied,"
                " rebounded, quadrupled, add ##, adds ##, added ##, adding ##, create ##, creates ##, created ##,"
                " creating ##"
            ),
        ),
        "down": (
            *_forms("fall", "drop", "decline", "decrease", "shrink", "dwindle", "plunge", "slump", "sink", "go down"),
            *_forms("reduce", "lower", "cut", "slip", "tumble", "crash", "collapse", "slide", "dip", "sag", "plummet"),
            *_forms("nosedive", "ebb", "recede", "slash", "trim", "edge down", "inch down", "drop off", "tail off"),
            *_forms("halve", "narrow", "weaken", "contract", "ease", "slow", "shorten"),
            *_words(
                "is down, are down, was down, were down, been down, down by, down from, went down, brought down,"
                " downward, downwards, cheaper, lower, less, fewer, smaller, loss, shorter, sank to, sank by,"
                " sank ##, sunk to,"
                " sunk by, axe ##, axed ##, shed ##, sheds ##, shedding ##, lose ##, loses ##, lost ##, losing ##"
            ),
        ),
        "steady": _words(
            "unchanged, stay at, stays at, stayed at, remain at, remains at, remained at, hold at, holds at, held at,"
            " held steady, steady at, flat at"
        ),
        "for": (*_forms("support", "back", "favour", "favor", "endorse", "welcome", "approve"), *_words(
            "in favour of, in favor of"
        )),
        "against": (*_forms("oppose", "criticise", "criticize", "condemn"), *_words("against, opposed to, opposed")),
        "win": _forms("win"),
        "lose": _forms("lose"),
        "keep": tuple(
            f"{form} {which}{what}"
            for form in _forms("hold", "keep", "retain", "defend")
            for which in (*_WHOSE, *(f"on to {whose}" for whose in _WHOSE), "on to ")
            for what in _HELD
        ),
        "decided": (
            *_forms("win", "defeat", "thrash", "trounce", "edge out", "lose to", "lose against", "overcome"),
            *_words("beat, beats, beaten, victory"),
        ),
        "drawn": _words(
            "a draw, a goalless draw, a tie, drew with, drew against, drew ##, drawn game, stalemate, shared the"
            " points, ended level, finished level"
        ),
        "alike": _words(
            "just like, just as, likewise, similarly, similar to, consistent with, in keeping with, in line with, in"
            " agreement with, in common with, like its, like their, like his, like her, like other, like the other,"
            " like most"
        ),
        "reach": tuple(
            f"{form} {what}"
            for form in (*_forms("reach", "achieve", "attain"), *_words("meet, meets, met, meeting, hit, hits"))
            for what in _AIMS
        ),
        "miss": tuple(
            f"{form} {what}"
            for form in (*_forms("miss"), *(f"{form} short of" for form in _forms("fall")))
            for what in _AIMS
        ),
        "early": _words("ahead of schedule, ahead of time, ahead of plan, earlier than planned, on time, on schedule"),
        "late": (
            *_words("behind schedule, overdue, later than planned, later than scheduled, past the deadline"),
            *(f"{span} late" for span in _words("years, months, weeks, days, hours, minutes, year, month, week, hour")),
        ),
        "adopt": (*_forms("adopt", "ratify"), *_words("passed by, carried by, was carried, was passed, voted through")),
        "reject": (*_forms("reject", "vote down", "throw out"), *_words("defeated by, was defeated, were defeated")),
        "triumph": tuple(f"{form} victory" for form in _forms("claim", "declare", "proclaim")),
        "concede": (*(f"{form} defeat" for form in _forms("concede", "admit", "accept")), *_forms("concede the")),
        "temporary": _words("temporarily, temporary, provisionally, for the time being, for now, interim"),
        "permanent": _words("for good, permanently, permanent, for ever, forever, indefinitely, once and for all"),
        "ahead": (
            *(f"{form} {whom}by" for form in _forms("lead") for whom in ("", "~ ", "the ~ ", "the ~ ~ ")),
            *_words("in the lead, is ahead, are ahead, was ahead, were ahead, out in front, is leading, are leading"),
        ),
        "behind": (
            *_forms("trail", "lag behind"),
            *_words("is behind, are behind, was behind, were behind, adrift of"),
        ),
        "survive": (*_forms("survive"), *_words("clung on, clings on")),
        "impose": _forms("impose", "reimpose"),
        "lift": _forms("lift", "abolish", "repeal"),
        "above": _words("above the, above its, above last, over the record, beyond the, beyond its, in excess of the"),
        "below": _words("below the, below its, below last, short of the, short of its, shy of the, under the record"),
        "north": _words("north of, northward, northwards, northbound"),
        "south": _words("south of, southward, southwards, southbound"),
        "east": _words("east of, eastward, eastwards, eastbound"),
        "west": _words("west of, westward, westwards, westbound"),
        "men": _words("men, man, males, male"),
        "women": _words("women, woman, females, female"),
        "adults": _words("adults, adult, grown-ups"),
        "children": _words("children, child, minors, toddlers, infants"),
        "cause": _CAUSES,
        "despite": _words("despite, in spite of, although, even though, notwithstanding"),
        "unlike": _words("unlike, contrary to, in contrast to, in contrast with, at odds with"),
        "open": _forms("open", "reopen", "start", "begin", "launch", "resume"),
        "close": _forms("close", "shut", "end", "suspend", "halt", "stop"),
        "arrive": (*_forms("arrive", "enter", "join"), *_words("return, returned, returns")),
        "depart": (*_forms("depart", "leave", "quit", "exit", "withdraw"),),
        "profit": _words("profit, profits, surplus, surpluses, profitable"),
        "deficit": _words(
            "net loss, pre tax loss, operating loss, annual loss, yearly loss, quarterly loss, loss of ##, losses,"
            " deficit, deficits, loss-making, unprofitable, lost ##, loses ##, no profit, no profits, not"
            " in profit, not profitable, no longer profitable, no surplus"
        ),
        "uphold": _words(
            "uphold, upholds, upheld, upholding, not overturn, not overturned, refused to overturn, declined to"
            " overturn, not quashed, not annulled"
        ),
        "overturn": (
            *_forms("overturn", "quash", "annul"),
            *_words("not uphold, not upheld, refused to uphold, declined to uphold, no longer upheld"),
        ),
        "guilty": (*_forms("convict"), *_words("guilty, found guilty")),
        "innocent": (*_forms("acquit", "exonerate"), *_words("innocent, not guilty"), *(
            f"{form} {whom}of"
            for form in _forms("clear")
            for whom in ("", "~ ", "~ ~ ", "the ~ ", "the ~ ~ ", "a ~ ", "his ~ ", "her ~ ", "its ~ ")
        )),
    },
    "soft": {
        "limit": _LIMITING,
        "negator": (*_NEAR_NEGATION, *_words("ban, unless, despite, veto, given up, gave up")),
        "future": (
            *_FUTURE_SOFT,
            *_LEAVING,
            *_words(
                "applies, apply, with effect,"
                " expires, begins, starts, opens, takes effect, takes over, takes place, comes into force, enters into"
                " force, runs out, runs until, ends, closes, resumes, returns, meets, votes, begin, start, take effect,"
                " to be, was to, were to, meant to, intended, supposed to, ready, willing, able to, plan, plans,"
                " proposal, pledge, promise, goal, aim, next, upcoming, tomorrow, later, planned, prospect, future,"
                " soon, coming, forthcoming, candidate, bid, effort, efforts, to come, commitment, offer, demand,"
                " wish, wishes, need, needs, necessary, want, toward, towards, by the end of, in order to, target,"
                " intention, ambition, invited, invitation, deadline, on the table, starting, refuse, refuses,"
                " refused, ruled out, rules out, rule out, rejected, opposes, opposed, forecast, outlook"
            ),
        ),
        "possibility": (
            *_words(
                "can, agreed, agrees, agree, able to, risk, risks, chance, option, options, opportunity, estimate,"
                " estimates, estimated, suspect, suspects, suspected, believed, thought, believes, uncertain,"
                " unclear, doubt, doubts, fear, fears, feared, about, unknown, allow, allows, allowed, let, lets,"
                " letting, open to, hint, hinted, sign, signs, capable, room for, suggests, suggested, think, thinks,"
                " considers, consider, considered, debating, discussing, weighing, whether, theoretically, should,"
                " storage for, space for, capacity, capacities, equipped, enough to, enough for, means to, power to,"
                " was lifted, were lifted, been lifted, lifted the ban, lift the ban,"
                " expected, expects, ready, possibility, hypothetical, imagine, hope, hoped, eventual, if, enable"
            ),
        ),
        "considered": (
            *_forms("consider", "weigh", "discuss", "debate", "examine", "explore", "study", "mull", "propose"),
            *_forms("think"),
            *_words(
                "may, might, could, perhaps, possible, possibly, idea, whether, if, look at, looking at, talk of,"
                " talks, open, option, options, plan, plans, planning, undecided, decided"
            ),
        ),
        "proof": (
            *_forms("show", "find", "confirm", "admit", "discover"),
            *_words("evidence, proof"),
        ),
        "convicted": _words(
            "conviction, convictions, guilty, verdict, jailed, imprisoned, handed, given, fined, sentences, acquittal,"
            " acquittals, cleared, innocent, exonerated, threw, thrown out, dismissed,"
            " dropped, term, terms, life behind bars, years in"
        ),
        "confirmed": _words("confirmation, proof, certain, certainty, officially, beyond doubt, established, verified"),
        "enacted": (
            *_forms("vote", "approve", "agree", "adopt", "pass", "sign", "order", "decide", "introduce", "impose"),
            *_forms("launch", "reject", "rule", "choose", "accept", "start", "begin", "announce", "abolish"),
            *_words(
                "took effect, takes effect, in force, into force, in place, chose, chosen, decision, decree, new law,"
                " carried, backed, already, yes, said no"
            ),
        ),
        "suggested": _words("indicates, indicate, indicated, points to, pointed to, impression"),
        "innocent": _words("acquittal, acquittals, innocence, cleared, not guilty"),
        "reason": (
            *_forms("cause", "lead", "force", "prompt", "blame", "attribute", "make", "cite", "fear", "trigger", "hit"),
            *_forms("drive", "help", "hurt", "stem", "push", "spark", "create", "bring", "account", "explain", "owe"),
            *_forms("keep", "stop", "halt", "delay", "close", "shut", "prevent", "cancel", "damage", "kill", "destroy"),
            *_forms("block", "disrupt", "paralyse", "cut", "strand", "ground", "ruin", "spoil", "save", "leave"),
            *_DUE,
            *_forms("follow", "argue", "hope", "complain", "protest", "react", "respond", "result", "produce"),
            *_words(
                "as, since, after, over, for, due, reason, reasons, so, therefore, thus, hence, why, put down to,"
                " amid, with, thanks, made, makes, led, drove, driven, brought, worried, afraid, angry, upset, saying,"
                " mean, means, meant, meaning,"
                " effect, effects, impact, consequence, consequences, by the, by a, by an, by its, by his, by her,"
                " by their, by heavy, by strong, by high, by low, by poor, by bad, by cold, by floods, by snow,"
                " by rain, by fire, by fog, by ice, by wind, by winds, by storms, by strikes, by fears, from,"
                " by drought, in view of,"
                " in light of, in response, given, factor, factors, :, through, without, despite, lack of,"
                " wake, victim, victims, spared"
            ),
        ),
        "appeal": (
            *_forms("want", "wish", "ask", "request", "press", "insist", "petition", "beg", "advocate", "recommend"),
            *_words("let, plea, pleas, appeal, appeals, demand, demands, call, calls, in favour, in favor, to be"),
        ),
        "obligation": (
            *_forms("urge", "demand", "call for", "call on", "require"),
            *_forms("insist", "want", "need", "ask", "order", "oblige"),
            *_forms("expect", "recommend", "press", "force", "appeal"),
            *_forms("request", "tell", "propose", "advocate", "argue", "advise", "counsel"),
            *_words(
                "have until, has until, had until, having until,"
                " let, lets, necessary, need, needs, duty, had to, is to, are to, was to, were to, has got to,"
                " obligation, essential, vital, crucial, face, faces, faced, imperative, important, key, in favour,"
                " in favor, right to, better, time to, supposed to, let us, be to, responsibility, condition,"
                " conditions, will, shall, would, cannot, could, can, not, task"
            ),
        ),
        "condition": _words(
            "when, once, condition, conditions, should, until, whether, depends, depend, without, only, had, were,"
            " terms, requires, require, required, dependent, guarantee, guarantees, in that case, then, prerequisite,"
            " first, before, where, except, otherwise, but, precondition, possible, potential, any, conditional"
        ),
        "before": _words(
            "no later than, not later than, at the latest,"
            " before, earlier, first, ahead, eve, previously, beforehand, until, till, to, already, on the eve, yet,"
            " past, by, followed, follow, follows, pre, run-up, prior, in advance, preceding, previous, deadline,"
            " within, end, ago, last, at, previous"
        ),
        "after": _words(
            "post, then, later, since, when, as, having, amid, upon, next, afterwards, in response, because, once,"
            " result, followed, follows, wake, past, thereafter, ended, concluded, ending, ends, end, at, with, from,"
            " now that, on the heels of, even after, over"
        ),
        "until": _words(
            "by, before, through, to, as long as, end, while, unless, or, pending, for, ends, expire, expires"
        ),
        "since": _words(
            "from, after, because, as, ago, for, began, start, started, still, years, last, past, now, first,"
            " following"
        ),
        "all": _words(
            "every, both, any, no, none, total, full, fully, completely, complete, throughout, across, nothing, nobody,"
            " apiece, per, a head, yearly, annual, annually, entirely, everywhere, whatever, whoever, never, each"
            " other, together, a day, a week, a month, a year, daily"
        ),
        "only": _words(
            "not until, not before, nothing worse than, just, alone, except, exclusive, mere, single, unique,"
            " no other, nobody else,"
            " nothing else, simply, but for"
        ),
        "first": _words(
            "new, inaugural, single, opening, debut, initial, initially, started, begins, began, maiden, original,"
            " originally, never, second, early, earliest"
        ),
        "superlative": _words(
            "than anything, than anyone, than anybody, most, top, main, leading, never, ever, maximum,"
            " minimum, unmatched, more than any, than any, peak,"
            " biggest-ever, unrivalled, no other, least, utmost, key, chief"
        ),
        "most": _words(
            "majority, largely, mostly, mainly, generally, much of, most, many, two thirds, bulk, more than half, but"
        ),
    },
    "told": {
        "limit": (*_LIMITING, "at most", "only"),
        "negator": _NEAR_NEGATION,
        "innocent": _words("acquittal, acquittals, innocence, cleared"),
        "free": _words("voluntary, voluntarily, optional"),
        "earliest": _words("at the earliest, or later"),
        "future": (
            *_forms("promise", "pledge", "vow", "offer", "agree", "propose", "want", "hope", "expect"),
            *_forms("decide", "threaten"),
            *_words("announced ##, announces ##, from ~ on, from ~ onwards, as of ~"),
            *_forms("prepare", "commit", "consider", "schedule", "await", "demand", "urge", "call for", "call on"),
            *_words(
                "to be, was to, were to, meant to, intended, supposed to, ready to, willing, plan, plans, proposal,"
                " pledge, promise, goal, purpose, aim, upcoming, planned, prospect, future, forthcoming, to come,"
                " commitment, target, intention, ambition, attempt, attempts, effort, efforts, bid, put, estimate,"
                " estimated, in order to, towards, if, until, when, once, forecast, outlook"
            ),
        ),
        "possibility": _words(
            "can, at risk, a risk, run the risk, risks ~, they risk, we risk, risk that, risk being, risk losing,"
            " chance, option, options, opportunity, estimate, estimates, estimated, suspect,"
            " suspects, suspected, believed, thought, believes, uncertain, unclear, doubt, doubts, doubted, question,"
            " questions, questioned, wondered, wonders, asked, unsure, fear, fears,"
            " feared, allow, allows, allowed, let, lets, letting, open to,"
            " whether, theoretically, possibility, hypothetical, hope, hoped, able to, cannot, ready,"
            " expected, expects"
        ),
        "unreal": (
            *_forms("prefer", "wish", "regret", "want", "like"),
            *_words(
                "would, could, might, should, had, rather, too, instead, if, without, otherwise, almost, nearly,"
                " virtually, practically, close to, came near, came close, narrowly, missed, just failed, verge,"
                " brink"
            ),
        ),
        "averted": (
            *_forms("avoid", "escape", "survive", "save", "spare", "miss", "prevent"),
            *_words("rescued, rescues, rescuing"),
            *_forms("fear", "hope", "expect"),
            *_forms("predict", "forecast", "plan", "threaten", "intend", "want"),
            *_words(
                "almost, nearly, narrowly, virtually, practically, close to, near, brink, verge, short of, as good as,"
                " just, failed, too"
            ),
        ),
        "delayed": (
            *_forms("delay", "postpone", "defer", "put off", "push back", "adjourn", "wait", "reschedule", "move"),
            *_words("late, later, longer, open"),
        ),
        "except": _words(
            "but, remaining, other, others, rest, only, alone, still, exception, exclude, excludes, excluded"
        ),
        "aside": _words("but, instead, swap, swapped, replace, replaces, replaced, switch, switched, once, formerly"),
        "double": _words(
            "no objection, no objections, without objection, not comment, no comment, without comment,"
            " declined to comment, declines to comment, refused to comment,"
            " refuses to comment"
        ),
        "considered": (
            *_forms("consider", "weigh", "discuss", "debate", "examine", "explore", "study", "mull"),
            *_forms("propose", "think"),
            *_words(
                "may, might, could, perhaps, possible, possibly, idea, whether, looking at, talk of, option,"
                " undecided"
            ),
        ),
        "appeal": (
            *_forms("want", "wish", "ask", "request", "press", "insist", "petition", "beg", "advocate", "recommend"),
            *_words("plea, pleas, appeal, appeals, demand, demands, call, calls, in favour of, in favor of"),
        ),
        "obligation": (
            *_forms("urge", "demand", "call for", "call on", "require", "insist", "want", "need", "ask"),
            *_forms("order", "oblige"),
            *_forms("recommend", "press", "appeal", "request", "propose", "advocate", "force", "advise", "counsel"),
            *_words(
                "necessary, duty, had to, is to, are to, was to, were to, be to, obligation, essential, vital,"
                " crucial, imperative, important, in favour of, in favor of, right to, time to, supposed to,"
                " responsibility, condition, conditions, task, cannot, face, faces, faced, forced"
            ),
        ),
        "condition": _words(
            "when, once, condition, conditions, until, whether, depends, depend, without, only, terms, requires,"
            " require, required, dependent, prerequisite, precondition, conditional, otherwise, except, in that case"
        ),
        "contrast": _words("despite, while, even, except, if, unless, in spite of, at the same time"),
        "claim": (
            *_forms("announce", "promise", "vow", "pledge", "call", "describe", "report", "show", "write"),
            *_forms("find", "note"),
            *_forms("hear", "confirm", "admit", "acknowledge", "agree", "ask", "urge", "demand", "want"),
            *_forms("expect", "hope"),
            *_forms("propose", "suggest", "offer", "consider", "view", "see", "feel", "quote", "speak", "deny"),
            *_forms("reject", "refuse", "rule out", "criticise", "criticize", "condemn", "welcome", "praise"),
            *_forms("thank"),
            *_forms("stress", "emphasise", "emphasize", "underline", "reiterate", "repeat", "reveal", "signal"),
            *_forms("estimate", "predict", "question", "discuss", "mention", "answer", "reply", "intend", "threaten"),
            *_forms("judge", "label", "oppose", "invite", "apologise", "advise", "appeal", "assure"),
            *_forms("attribute", "hail"),
            *_forms("dismiss", "express", "mock", "favour", "plan"),
            *_words(
                "introduced, presented, presents, statement, account, poll, survey, study, words, accusation,"
                " allegation, claim, claims, reports, statements, remarks, for him, for her, opinion, quotes,"
                " in a trial, in trials, in a clinical trial, in clinical trials, in tests, in an experiment,"
                " comment, comments, message, letter, speech, interview, declaration, communique, text, witness,"
                " witnesses, sources, figures, in the view, \""
            ),
        ),
        "most": _words(
            "majority, largely, mostly, mainly, generally, much of, two thirds, bulk, more than half, many"
        ),
        "part": _words(
            "every second, every third, every fourth, every fifth, every sixth, every eighth, every tenth, every other,"
            " partial, part, parts, one of, quarter, third, fifth, thirds, quarters, percent, section, sections,"
            " largely, mostly, mainly, some, several, certain, few, a few, many, among,"
            " including, portion, half"
        ),
        "few": _words("little, only, not many, not all"),
        "only": _words(
            "no other, nobody else, no one else, nothing else, just, alone, none but, restricted to, limited to,"
            " confined to, reserved for, exclusive to, single"
        ),
    },
}


def _superlatives(text: str) -> tuple[str, ...]:
    """French superlatives of adjectives, each in its forms: `plus haut`, `plus haute`."""
    return tuple(f"plus {form}" for adjective in _words(text) for form in adjective.split())


_FRENCH_SAYING = _words(
    "a dit, a déclaré, ont déclaré, a affirmé, ont affirmé, affirme, affirment, assure, assurent, a assuré, accuse,"
    " accusent, a accusé, selon, d' après, prétend, prétendent, a prétendu, estime, estiment, a estimé, dit, disent,"
    " déclare, déclarent, soutient, soutiennent, a soutenu, explique, a expliqué, ajoute, a ajouté, a indiqué,"
    " indique, indiquent, aurait, auraient, dénonce, a dénoncé, a répété, répète, juge, a jugé, a lancé, lance,"
    " a-t-il dit, a-t-elle dit, a souligné, a réagi, croit, a-t-il déclaré, a-t-elle déclaré, a-t-il ajouté, a-t-elle"
    " ajouté, a-t-il assuré, a-t-elle assuré"
)

FRENCH: Mapping[str, Any] = {
    "future_endings": ["eront", "iront", "dront", "tront", "vront", "rront", "era", "ira", "dra", "vra", "rra", "tra"],
    "splits": {},
    "prefixes": ["post", "pré", "non"],
    "elisions": ["n", "s", "qu", "d", "l", "j", "c", "m", "t", "jusqu", "lorsqu", "puisqu", "quoiqu"],
    "openers": _words(
        "que, qu', qui, dont, où, car, parce, puisque, puisqu', quand, lorsque, lorsqu', comme, tandis, mais, donc,"
        " si, avant, après, pendant, alors, bien, puis"
    ),
    "relatives": _words(
        "qui, dont, où, mais, tandis, car, parce, puisque, donc, lorsque, lorsqu', comme, alors, et, ou, ni"
    ),
    "links": _words("sur, pour, de, d', avec, dans, à, au, aux, en, contre, sous, par, entre, du, des, et, ou"),
    "itself": ["article"],
    "negative": _words("in, im, irr, ill, dés, mécon"),
    "affirmed": _words("int, ins, inf, inc, inv, ind, ini, imp, ima, imm, ing, inq"),
    "function": _words(
        "le, la, les, l', un, une, des, du, de, d', ce, cet, cette, ces, c', il, elle, on, nous, vous, ils, elles,"
        " se, s', y, en, son, sa, ses, leur, leurs, à, au, aux, dans, par, pour, sur, avec, et, ou, que, qu', qui,"
        " ne, n', pas, plus, est, sont, a, ont, été, être, avoir"
    ),
    "participles": [],
    "nearly": [],
    "limits": _words(
        "moins de, moins d', au-dessous de, en dessous de, sous, plus de, plus d', au-dessus de, au-delà de, dépasse,"
        " dépassent, dépasser, dépassé"
    ),
    "asking": _words("demande, demander, demandé, savoir, sait, ignore, même, comme, voir"),
    "free": _words(
        "non seulement, pas seulement, ne manque pas, au plus, en tout, avant tout, tout de même, tout à fait, du"
        " tout, premier ministre, première ministre, première dame, pas moins de, pas plus de, tout au plus,"
        " avant-poste, même si, comme si, d' abord, plus de, moins de, près de, ne que, n' que, plus ou moins, tout"
        " en"
    ),
    "strict": {
        "negator": _words(
            "pas, jamais, sans, ni, aucun, aucune, nul, nulle, personne ne, rien, non, ne plus, n' plus, ne ~ plus,"
            " n' ~ plus, guère, n' a pu, n' ont pu, n' avait pu, n' avaient pu, n' a su, n' ont su"
        ),
        "double": _words("s' est pas opposé, s' est pas opposée, se sont pas opposés, s' oppose pas, s' opposent pas"),
        "refusal": _words(
            "refuse, refusent, refusé, refusée, refusait, refusaient, refusera, refuser, rejette, rejettent, rejeté,"
            " rejetée, rejeter, rejetait, dément, démentent, démenti, démentait, nie, nient, nié, niait, nier,"
            " exclut, excluent, exclu, exclue, exclure, excluait, décline, décliné, interdit, interdite, interdire,"
            " interdisent, empêche, empêché, empêcher, bloque, bloqué, bloquer, s' oppose, s' opposent, s' est"
            " opposé, s' est opposée, s' opposer, opposé à, écarte,"
            " écarté, écarter, échoué à, renonce, renoncé,"
            " renoncer, repousse, repoussé, se garde de, écartée, débouté, déboutée, déboutés, déboutées, déboute,"
            " déboutent, débouter, déconseille, déconseillent, déconseillé, dissuadé, dissuade, dessaisi, dessaisie,"
            " dessaisis, se rétracte, s' est rétracté, s' est rétractée, revenu sur sa promesse, revenue"
            " sur sa promesse,"
            " revenu sur son engagement, revenue sur son engagement, revenu sur sa décision, revenue sur sa décision,"
            " revenus sur leur promesse, revenus sur leur décision"
        ),
        "future": _words(
            "va, vont, prévoit, prévoient, prévoyait, devrait, devraient, doit se, envisage, envisagent, a l'"
            " intention, ont l' intention, entend, entendent, sera, seront, aura, auront, pourra, pourront, projette,"
            " prévu, prévue, prévus, prévues, serait, seraient, projet de, doit être, doivent être, fera, feront,"
            " ira, iront, versera, verseront, doit avoir, veut, veulent"
        ),
        "possibility": _words(
            "peut-être, pourrait, pourraient, peut être, possible, possiblement, probablement, probable, sans doute,"
            " semble, semblent, semblait, peut-on, pourrait-il, éventuellement, éventuel, éventuelle, peut, peuvent,"
            " risque, risquent"
        ),
        "considered": _words(
            "envisage, envisagent, envisageait, réfléchit à, réfléchissent à, songe à, songent à, songeait à"
        ),
        "averted": _words(
            "a failli, ont failli, avait failli, avaient failli, faillit, faillirent, a manqué de, ont manqué de,"
            " frôlé, frôle, frôlent, à deux doigts de, au bord de, évité de justesse, évitée de justesse"
        ),
        "delayed": _words(
            "a reporté, ont reporté, est reporté, est reportée, été reporté, été reportée, sont reportés, sont"
            " reportées, ajourné, ajournée, ajourne, différé, différée"
        ),
        "except": _words(
            "sauf, excepté, hormis, à l' exception de, à l' exception du, à l' exception des, mis à part"
        ),
        "charge": _words("accuse, accusent, a accusé, ont accusé, soupçonné, soupçonnée, soupçonnés, soupçonne"),
        "arrested": _words(
            "mis en examen, mise en examen, mis en cause, mise en cause, interpellé, interpellée, interpellés,"
            " interpellées, été arrêté, été arrêtée, été arrêtés, été arrêtées, inculpé, inculpée, inculpés, garde à"
            " vue, poursuivi pour, poursuivie pour, poursuivis pour, jugé pour, jugée pour, jugés pour, comparaît,"
            " comparaissent, comparaîtra, comparaîtront, renvoyé devant, renvoyée devant, renvoyés devant, écroué,"
            " écrouée, est jugé, est jugée, sont jugés"
        ),
        "convicted": _words(
            "condamné, condamnée, condamnés, condamnées, condamne, condamnent, coupable, coupables, peine, peines,"
            " acquitté, acquittée, acquittés, relaxé, relaxée, relaxés, écopé, écope"
        ),
        "hearsay": _words(
            "aurait ~, auraient ~, serait ~, seraient ~, présumé, présumée, présumés, supposé, supposée, soupçonné,"
            " soupçonnée, soupçonnés, rumeur, rumeurs"
        ),
        "proposed": _words("propose, proposent, proposé, proposée, proposés, suggère, suggèrent, suggéré, préconise"),
        "unlike": _words("contrairement à, contrairement au, contrairement aux, à la différence de, à l' inverse de"),
        "adopt": _words("adopté, adoptée, adoptés, adoptées, ratifié, ratifiée"),
        "reject": _words("rejeté, rejetée, rejetés, rejetées, repoussé, repoussée"),
        "triumph": _words("revendiqué la victoire, revendique la victoire"),
        "concede": _words("reconnu sa défaite, reconnaît sa défaite, admis sa défaite"),
        "cause": _words("grâce à, grâce au, grâce aux, à cause de, à cause du, à cause des, en raison de, parce que"),
        "despite": _words("malgré, bien que, bien qu', en dépit de, en dépit du, en dépit des"),
        "drawn": _words("match nul, fait match nul"),
        "decided": _words("battu, battue, bat, remporté, remporte, vaincu, victoire, défaite"),
        "appeal": _words("a requis, ont requis, avait requis, avaient requis"),
        "obligation": _words(
            "doit, doivent, devra, devront, devait, devaient, faut, faudra, faudrait, obligatoire, tenu de, tenus de"
        ),
        "condition": _words(
            "si, s' il, s' ils, s' elle, s' elles, à condition, pourvu, sauf si, à moins, sous réserve, en cas de,"
            " dépend, dépendra, tant que, au cas où, à la condition"
        ),
        "contrast": _words("mais, cependant, toutefois, pourtant, néanmoins, sauf, bien que"),
        "claim": _FRENCH_SAYING,
        "before": _words("avant, d' ici, à la veille, veille"),
        "after": _words("après, à la suite, au lendemain, lendemain, à l' issue"),
        "until": _words("jusqu' à, jusqu' au, jusqu' en, jusqu' aux"),
        "since": _words("depuis, dès"),
        "all": _words("tous, toutes, tout, toute, chaque, chacun, chacune, unanimité, entier, entière, toujours"),
        "most": _words("la plupart, la majorité, une majorité, presque tous, presque toutes, majorité"),
        "part": _words(
            "certains, certaines, quelques, plusieurs, une partie, une minorité, en partie, peu de, la moitié de, la"
            " moitié des, la moitié du, un quart de, un quart des, un tiers de, un tiers des, une part de"
        ),
        "only": _words(
            "seul, seule, seuls, seules, seulement, uniquement, exclusivement, unique, ne ~ que, n' ~ que, ne ~ ~ que,"
            " ne ~ qu', n' ~ qu'"
        ),
        "first": _words("premier, première, premiers, premières, pour la première fois"),
        "superlative": _words(
            "le plus, la plus, les plus, le moins, la moins, les moins, meilleur, meilleure, pire, record, inédit"
        ),
        "largest": _superlatives(
            "haut haute hauts hautes, élevé élevée élevés élevées, grand grande grands grandes, gros grosse grosses,"
            " fort forte forts fortes, important importante importants importantes, long longue longs longues"
        ),
        "smallest": _superlatives(
            "bas basse basses, faible faibles, petit petite petits petites, court courte courts courtes, mince minces"
        ),
        "best": _words("meilleur, meilleure, meilleurs, meilleures"),
        "worst": _words("pire, pires, plus mauvais, plus mauvaise"),
        "oldest": _superlatives("ancien ancienne anciens anciennes, vieux vieille vieilles"),
        "newest": _superlatives("récent récente récents récentes, jeune jeunes, neuf neuve"),
        "richest": _superlatives("riche riches"),
        "poorest": _superlatives("pauvre pauvres"),
        "strongest": _superlatives("puissant puissante puissants puissantes, solide solides"),
        "weakest": _superlatives("fragile fragiles"),
        "fastest": _superlatives("rapide rapides"),
        "slowest": _superlatives("lent lente lents lentes"),
        "hottest": _superlatives("chaud chaude chauds chaudes"),
        "coldest": _superlatives("froid froide froids froides"),
        "dearest": _superlatives("cher chère chers chères, coûteux coûteuse coûteuses"),
        "cheapest": _words("moins cher, moins chère, moins chers, moins chères"),
        "wettest": _superlatives("humide humides, pluvieux pluvieuse"),
        "driest": _superlatives("sec sèche secs sèches"),
        "safest": _superlatives("sûr sûre sûrs sûres"),
        "deadliest": _superlatives("meurtrier meurtrière meurtriers, dangereux dangereuse"),
        "last": _words("le dernier, la dernière, les derniers, les dernières, au dernier, du dernier"),
        "up": _words(
            "augmente, augmenté, augmentent, augmentait, augmenter, augmentera, augmentation, hausse, en hausse,"
            " progresse, progressé, progressent, grimpé, grimpe, grimpent, grimper, croissance, relevé, doublé, triplé,"
            " gagné, gagne, accru, accrue, bondi, bondit, bondissent, bond, monté, monte, montent, remonté, remonte,"
            " envolé, envolée, envolés, envolées, envole, envolent, flambé, flambe, flambent, flambée, explosé,"
            " explose, rebondi, rebond, redressé, crû, croît, gonflé"
        ),
        "down": _words(
            "baisse, baissé, baissent, en baisse, recul, reculé, recule, reculent, diminue, diminué, diminuent,"
            " diminution, chute, chuté, chutent, réduit, réduite, réduire, perdu, perd, abaissé, tombé, tombée, tombe,"
            " tombent, retombé, moitié moins, plongé, plonge, plongent, dégringolé, dégringole, dégringolent,"
            " dégringolade, effondré, effondrée, effondrés, effondrées, effondre, effondrent, effondrement, dévissé,"
            " fléchi, glissé, descendu, descend, régressé, repli, cédé ##, fondu"
        ),
        "steady": _words("inchangé, inchangée, inchangés, inchangées, stable, stables, stagne, stagnent, stagné"),
        "for": _words("soutient, soutiennent, soutenu, approuve, approuvé, favorable, salue, salué, pour"),
        "against": _words(
            "contre, opposé, opposée, s' oppose, critiqué, critique, dénonce, condamné, condamne, hostile"
        ),
        "win": _words("gagné, gagne, remporté, remporte"),
        "lose": _words("perdu, perd"),
        "open": _words("ouvert, ouverte, ouvre, ouvrir, rouvert, commencé, commence, lancé, repris"),
        "close": _words("fermé, fermée, ferme, fermer, terminé, suspendu, suspendue, arrêté, interrompu"),
        "arrive": _words("arrivé, arrivée, arrive, rejoint, entré, entrée"),
        "depart": _words("parti, partie, quitté, quitte, quitter, sorti, retiré"),
        "north": _words("au nord de, au nord du, au nord d', au nord des, vers le nord"),
        "south": _words("au sud de, au sud du, au sud d', au sud des, vers le sud"),
        "east": _words("à l' est de, à l' est du, à l' est d', à l' est des, vers l' est"),
        "west": _words("à l' ouest de, à l' ouest du, à l' ouest d', à l' ouest des, vers l' ouest"),
        "men": _words("hommes, homme, masculin, masculins"),
        "women": _words("femmes, femme, féminin, féminine"),
        "adults": _words("adultes, adulte"),
        "children": _words("enfants, enfant, mineurs, mineur, mineures, mineure"),
        "profit": _words("bénéfice, bénéfices, excédent, excédents, bénéficiaire, rentable"),
        "deficit": _words("perte, pertes, déficit, déficits, déficitaire, perdu ##"),
        "uphold": _words("confirmé, confirmée, confirme, confirment"),
        "overturn": _words("annulé, annulée, annule, annulent, cassé, cassée, infirmé, infirmée, infirme"),
        "guilty": _words("condamné, condamnée, coupable"),
        "innocent": _words("acquitté, acquittée, innocent, innocenté, relaxé, relaxée"),
    },
    "soft": {
        "limit": _words(
            "plancher, plafond, minimum, maximum, minimal, maximal, au moins, limite, limité, limitée, plafonné,"
            " plafonnée, seuil"
        ),
        "negator": _words(
            "ne, n', à l' écart, refus, absence, manque, faute, interdiction, impossible, contre, plutôt, annulé,"
            " annulée, suspendu, fin, peu, seulement, privé, privée, privés, sauf, hors, opposition, veto, retiré,"
            " arrêté, reporté, impensable, cesse, cessé, quitté, perdu, abandonné, hors de question, ignore, loin,"
            " trop, dépourvu, libre, levé, lever, effacé, effacée, effacés, effacées, efface, effacent"
        ),
        "future": _words(
            "promis, promet, annoncé, annonce, s' engage, s' est engagé, engagé, à venir, prochain, prochaine, futur,"
            " future, demain, projet, plan, objectif, afin, pour, prêt, prête, prêts, veut, veulent, souhaite,"
            " souhaitent, espère, propose, proposé, demande, demandé, appelle, appelé, d' ici, doit, devra, bientôt,"
            " décidé, à partir, dès, devant, attendu, attendue, attendus, ouvrira"
        ),
        "possibility": _words(
            "droit, droits, risque, chance, estime, envers, aurait, auraient, serait, seraient, soupçonné, soupçonne,"
            " craint, environ, pourra, devrait, devraient"
        ),
        "proof": _words("montré, montre, révélé, révèle, établi, preuve, preuves, prouvé, confirmé, reconnu, avoué"),
        "convicted": _words("verdict, jugement, reconnu, reconnue, infligé, infligée, ferme, prison ferme, amende"),
        "confirmed": _words(
            "confirme, confirmé, confirmée, confirment, confirmer, confirmation, preuve, prouvé, établi, avéré,"
            " certain, certitude, officiellement"
        ),
        "enacted": _words(
            "adopté, adoptée, adopte, voté, votée, vote, approuvé, approuvée, approuve, décidé, décidée, décide,"
            " décision, imposé, imposée, impose, introduit, introduite, instauré, instaurée, instaure, vigueur,"
            " promulgué, signé, signée, entériné, validé, lancé, accepté, rejeté, refusé, annoncé, ordonné, décret"
        ),
        "suggested": _words("suggère, suggèrent, suggéré, semble, laisse penser, laissent penser, indique, indiquent"),
        "innocent": _words("relaxe, acquittement, innocence, non lieu, blanchi, blanchie, innocenté"),
        "reason": _words(
            "car, parce, puisque, puisqu', raison, cause, causes, grâce, faute, pour, après, suite, afin, de peur,"
            " craignant, craint, craignent, en, sous, à force, comme, dû, due, dus, dues, entraîné, provoqué, causé,"
            " provoque, dont, avec, :, par, lié, liée, liés, liées, à, effet, effets, conséquence, conséquences, donc,"
            " cloué, cloués, immobilisé, immobilisés, paralysé, paralysée, ralenti, gêné, conduit, amené, valu,"
            " bloqué, bloquée, bloque, fermé, fermée, empêché, empêche, retardé, annulé, annulée, interrompu, perturbé,"
            " détruit, détruite, tué, tuée, tués, coupé, coupée, forcé, contraint, contraints, privé, privés, poussé,"
            " obligé,"
            " ainsi, motif, motifs, vu, devant, victime, victimes, sans, pourquoi, lorsque, quand, si"
        ),
        "considered": _words("projet, projets, option, options, possibilité, étudie, étudient, pourrait, pourraient"),
        "obligation": _words(
            "demande, appelle, exige, exigé, nécessaire, obligé, besoin, faudrait, réclame, impératif, devrait,"
            " devraient"
        ),
        "condition": _words(
            "quand, lorsque, condition, conditions, tant, sans, seulement, dès que, une fois, exige, dépendant"
        ),
        "before": _words("avant, tôt, déjà, veille, jusqu', précédent, précède, fin, dernier"),
        "after": _words("puis, ensuite, depuis, lors, dès, suite, quand, alors, à, en, au, ayant, et, qui"),
        "until": _words("d' ici, avant, à, tant, pour, fin"),
        "since": _words("dès, après, à partir, il y a, de"),
        "all": _words("ensemble, total, aucun, entièrement, complet, par, les deux, pas, ne, et"),
        "only": _words("ne, que, sauf, simple, dernier, exclusif, sans"),
        "first": _words("nouveau, nouvelle, jamais, début, départ, abord, initialement, origine, un, une, inaugural"),
        "superlative": _words("plus, jamais, principal, premier, première, grand, grande, moins, mieux"),
        "most": _words("plupart, majoritairement, surtout, beaucoup"),
    },
}  # fmt: skip

CUES: Mapping[str, Mapping[str, Any]] = {"en": ENGLISH, "fr": FRENCH}

# Deeds of one to another that are told in several words: who does them stands before, to whom behind.
_DEED_GROUPS = (
    _forms("accuse", "blame", "criticise", "criticize", "rebuke", "attack", "denounce", "condemn", "censure", "fault"),
    _forms("sue", "prosecute"),
    _forms("beat", "defeat", "overcome", "outvote"),
    _forms("urge", "ask", "press", "implore", "beg"),
    (*_forms("pay", "give", "lend", "send", "grant"), "paid", "gave", "given", "sent"),
    _forms("warn", "caution"),
    _forms("owe"),
    _forms("lead", "head", "chair"),
    _forms("invite", "host"),
    _forms("thank", "praise", "hail"),
    _forms("replace", "succeed"),
    _forms("buy", "acquire", "purchase"),
    _forms("tell", "inform"),
    _forms("rescue", "save"),
    _words("overtake, overtakes, overtook, overtaken, overtaking"),
    _words("outbid, outbids, outbidding"),
    _words("outsell, outsells, outsold, outselling"),
    _words("outdo, outdoes, outdid, outdone, outdoing, outrun, outruns, outran, outrunning, outshine, outshone"),
    _words("overthrow, overthrows, overthrew, overthrown, overthrowing"),
    _words("hit, hitting, struck, rammed, ramming"),
    _words("shoot, shoots, shot, shooting"),
    _words("caught, catching"),
    _words("take, takes, took, taken, taking"),
    _words("saw, seen"),
    _words("teach, teaches, taught, teaching"),
    _words("forgive, forgives, forgave, forgiven, forgiving"),
    _words("mislead, misleads, misled, misleading"),
    _words("choose, chooses, chose, chosen, choosing"),
    _words("steal, steals, stole, stolen, stealing"),
    _words("employ, employs, employed, employing, hired, hiring"),
)
DEEDS: Mapping[str, str] = {form: group[0] for group in _DEED_GROUPS for form in group}
# What the other one does in the same deed: who sells stands before, and who buys behind.
CONVERSE: Mapping[str, str] = {
    **dict.fromkeys(_forms("sell"), "buy"),
    **dict.fromkeys((*_forms("borrow", "receive"), "got", "gets"), "pay"),
}
# Deeds by which something goes from one to another, and those of them by which money does.
GIVING: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        (
            *_forms("hand", "cede", "sell", "transfer", "lend", "donate", "give", "grant", "return", "lease"),
            *_forms("rent", "deliver", "award", "bequeath", "surrender", "concede", "offer", "supply", "ship"),
            *_words("sent, sends, gave, given, lent, sold"),
        )
    ),
    "fr": frozenset(
        _words(
            "cédé, cède, cèdent, vendu, vendue, vendus, vendues, vend, vendent, donné, donne, donnent, prêté, prête,"
            " prêtent, transféré, transfère, remis, remet, remettent, légué, offert, offre, offrent, rendu, rend,"
            " rendent, livré, livre, livrent, loué, loue, louent, accordé, accorde, restitué, concédé, fourni, fournit"
        )
    ),
}
PAYING = frozenset((*_forms("pay", "repay"), *_words("paid, repaid, versé, verse, versent, payé, reversé, remboursé")))
# The words before whom something goes to.
RECEIVING: Mapping[str, frozenset[str]] = {"en": frozenset(("to",)), "fr": frozenset(("à", "au", "aux"))}
RECIPROCAL = frozenset(
    _words(
        "met, meeting, discussed, discussing, talked, talking, agreed, agreeing, negotiated, negotiating, married,"
        " debated"
    )
)
# Verbs by which somebody is told to speak, and those who may speak for somebody, but are not that somebody.
SPEECH = frozenset(
    (
        *_SAYING,
        *(form for form in ENGLISH["told"]["claim"] if form.isalpha() and not form.endswith("ing")),
        *_words(
            "said, says, say, thinks, think, described, describes, called, calls, dismissed, dismisses, rejected,"
            " rejects, denied, denies, criticised, criticized, praised, welcomed, condemned, denounced, hailed,"
            " mocked, promised, pledged, urged, demanded, dit, déclare, déclaré, affirme, affirmé, assure, assuré"
        ),
        *_words(
            "estime, estimé, ajoute, ajouté, explique, expliqué, annonce, annoncé, réagi, indiqué, lancé, souligné,"
            " jugé"
        ),
    )
) - frozenset(_words(
    "plan, plans, favour, favours, favoured, support, supports, back, backs, statement, account, poll, survey,"
    " figures, study, words, view, claims, hold, holds, held, count, line, eyes"
))
# Who is nobody in particular, where `a` or `an` stands before.
STRANGERS = frozenset(
    _words(
        "official, officials, spokesman, spokeswoman, spokesperson, source, diplomat, aide, adviser, advisor, officer,"
        " lawmaker, lawyer, analyst, expert, witness, resident, insider, researcher, economist, clerk, guard"
    )
)
HEADS = frozenset(
    _words(
        "adviser, advisor, aide, ally, allies, spokesman, spokeswoman, spokesperson, deputy, lawyer, lawyers,"
        " counsel, brother, sister, wife, husband, son, daughter, father, mother, widow, colleague, colleagues,"
        " critic, critics, opponent, opponents, rival, rivals, predecessor, successor, supporter, supporters, friend,"
        " secretary, assistant, envoy, representative, attorney, agent, chief of staff, official, officials, press"
        " officer, speechwriter, biographer, driver, chauffeur, bodyguard, bodyguards, manager, coach, trainer, boss,"
        " partner, girlfriend, boyfriend, cousin, nephew, niece, uncle, aunt, neighbour, neighbor, tenant, landlord,"
        " client, clients, tutor, editor, doctor, dentist, cook, nanny, parents, children, sons, daughters, relatives,"
        " family, conseiller, conseillère, porte-parole, avocat, avocate, proche, allié,"
        " adjoint, adjointe, rival, rivale, frère, sœur"
    )
)
PRONOUNS = frozenset(_words("he, she, they, it, i, we, who, il, elle, ils, elles, qui, t-il, t-elle"))
