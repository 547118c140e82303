"""What the page around an article says: the patterns of its lines, each with why a line that fits holds no fact.

Every pattern fits a whole line, whatever its case. The lines of a page are held to all languages: an English button
stands on many a French page. A button may look like the beginning of a sentence, so that labels are asked of lines that
are none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

_NAME = r"(?-i:[A-ZÀ-Þ][\w.'-]+)"
_AGENCY = r"(reuters|afp|ap|associated press|dpa|epa|tass|belga|ats|rfi|agencies|agences)"
PARTS = {  # of patterns; capitals count in names
    "<names>": rf"{_NAME}((,? and|,? et|,| &)? ((?-i:de|van|von|der|den|al|bin|el|la|le|du) )?{_NAME}){{0,11}}",
    "<name>": _NAME,
    "<agencies>": rf"(the )?(l')?{_AGENCY}((, | and | et )(the )?(l')?{_AGENCY})*",
}
Reasons = Mapping[str, tuple[str, ...]]  # patterns by the reason of the lines that they fit


@dataclass(frozen=True)
class PageWords:
    """The patterns of one language: those asked of lines without a sentence, and those asked of any line."""

    labels: Reasons
    sentences: Reasons

    def reason(self, text: str, *, is_sentence: bool) -> str:
        """Why a line is one of the page; empty where no pattern fits it."""
        plain = text.strip(" .!:…*|•->") if len(text) > SHORT else text
        labels = () if is_sentence else self._labels
        fitting = (why for pattern, why in labels if pattern.fullmatch(text) or pattern.fullmatch(plain))
        return next(fitting, "") or next((why for pattern, why in self._sentences if pattern.fullmatch(text)), "")

    @cached_property
    def _labels(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        return tuple((_compiled(patterns), why) for why, patterns in self.labels.items())

    @cached_property
    def _sentences(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        return tuple((_compiled(patterns), why) for why, patterns in self.sentences.items())


def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    whole = "|".join(f"(?:{pattern})" for pattern in patterns)
    for name, part in PARTS.items():
        whole = whole.replace(name, part)
    return re.compile(whole, re.IGNORECASE)


SHORT = 3  # characters: a shorter line is all marks
ANY_PAGE = PageWords(
    labels={
        "line between parts": (
            r"\|?[-:| ]*-{3}[-:| ]*\|?",
            r"[-*#_=~•·. ]*(#[# ]*#|\*{2,}|_{3,}|-30-|• ?•|\* \*)[-*#_=~•·. ]*",
        ),
        "menu of the page": (
            r"[^|/·•.?!\x22\d]{1,32}([|/·•][^|/·•.?!\x22\d]{1,32}){2,}",
            r"[^>.?!\x22\d]{1,32}(>[^>.?!\x22\d]{1,32})+",
        ),
        "credit line": (r"(?-i:[a-z]{2,4}|[A-Z]{2,4})( ?/{1,2} ?(?-i:[a-z]{2,4}|[A-Z]{2,4})){1,5}",),  # initials
        "link to other pages": (r"([^.!?:\d\x22]{1,40}: ?)?(https?://|www\.)\S+",),
        "notice of rights": (r"\(?c?\)? ?(copyright|©).{0,160}",),
        "button of the page": (*(r"[\d.,]+ ?%", r"[-+]?\d{1,3}", "a[-+]?( a[-+]?)*"),),
    },
    sentences={
        "notice of rights": (*(r"\(c\) .{0,160}", r"copyright( ©| \(c\))? \d.{0,160}", "© .{0,160}"),),
    },
)

SLUG = re.compile(  # an agency's, before a headline: `UPDATE 3-`
    r"(?:(?:UPDATE|WRAP-?UP|REFILE|RPT|RECAP|CORRECTED|ACTUALISATION|CORRIGÉ)(?: \d{1,2})? ?[-–—]+ ?)+(?=[\w\"'«“‘])"
)
LISTS = re.compile(  # what a list of other pages stands under
    r"(most (read|popular|viewed|shared|watched|commented)|popular now|trending( now)?|top stories|editors'? picks?"
    r"|read (more|also|next)|further reading|related( (articles?|stories|news|topics|content|coverage|links?))?"
    r"|recommended( for you| stories| articles)?|you (may|might) also like|more (on this story|from .{1,40}|stories"
    r"|news|like this|coverage)|latest (news|stories|headlines)|what to read next|in other news|see also|also read"
    r"|up next|(explore|see|read|find) more (on|about|from) (these|this|the) (topics?|subjects?|stor(y|ies)|themes?)"
    r"|(explore|suggested) (topics|reading)|topics (covered )?in this (article|story)"
    r"|around the web|don't miss|our pick|promoted stories|from our partners"
    r"|à lire( aussi| également| ensuite)?|lire (aussi|également)|voir aussi|sur le même (sujet|thème)"
    r"|articles? (liés?|similaires?|recommandés?|associés?)|les plus (lus|partagés|consultés)|les? plus lus?"
    r"|dernières (actualités|infos|nouvelles)|pour aller plus loin|à ne pas manquer|vous aimerez aussi|plus d'articles"
    r"|dans la même rubrique|nos (autres )?articles|(sujets|thèmes|dossiers) (associés|liés|suggérés)"
    r"|(plus|en savoir plus|tous nos articles) sur (ces|ce|le même) (sujets?|thèmes?))\W*",
    re.IGNORECASE,
)
CONTENTS = re.compile(r"((table of )?contents|in this (article|story)|on this page|(au )?sommaire)\W*", re.IGNORECASE)
SECTIONS = frozenset(  # what heads a page and is no title of an article
    (
        *("news", "home", "homepage", "article", "articles", "blog", "politics", "business", "world", "local", "sport"),
        *("sports", "economy", "culture", "opinion", "finance", "europe", "international", "national", "analysis"),
        *("press", "press release", "press releases", "press statement", "statement", "media", "newsroom", "updates"),
        *("latest news", "latest", "breaking news", "live", "video", "interview", "feature", "features", "story"),
        *("untitled", "document", "page", "print", "print version", "news release", "media release", "press room"),
        *("actualité", "actualités", "accueil", "communiqué", "communiqué de presse", "communiqués", "presse"),
        *("politique", "économie", "monde", "régions", "région", "société", "à la une", "sans titre", "entretien"),
    )
)
RUBRICS = SECTIONS | frozenset(  # what stands beside a bar above a title, as the name of no outlet
    (
        *(
            "markets",
            "companies",
            "consumer goods",
            "technology",
            "tech",
            "science",
            "health",
            "environment",
            "climate",
        ),
        *("energy", "education", "law", "crime", "courts", "money", "property", "travel", "lifestyle", "arts", "books"),
        *("comment", "editorial", "letters", "obituaries", "explainer", "investigation", "research", "transport"),
        *(
            "weather",
            "farming",
            "religion",
            "society",
            "games",
            "defence",
            "food",
            "fashion",
            "photos",
            "podcast",
            "magazine",
        ),
        *("peer-reviewed", "preprint", "observational study", "randomised controlled trial", "case study", "survey"),
        *("systematic review", "meta-analysis", "modelling", "experimental study", "people", "animals", "cells"),
        *("sciences", "santé", "environnement", "planète", "justice", "faits divers", "éducation", "idées", "débats"),
        *("tribune", "éditorial", "chronique", "enquête", "reportage", "portrait", "sports", "bourse", "entreprises"),
        *("marchés", "agriculture", "énergie", "climat", "transports", "livres", "cinéma", "vidéos", "podcasts"),
    )
)
PUBLISHERS = {  # of publishers, by the words of their names
    "broadcaster": frozenset("radio tv television télévision broadcasting fm channel canal chaîne".split()),
    "agency": frozenset("agency agence newswire wire".split()),
    "newspaper": frozenset(
        "herald courier times gazette post journal tribune chronicle observer telegraph mail echo star argus packet "
        "mirror guardian independent ledger examiner dépêche courrier weekly daily quotidien".split()
    ),
}
