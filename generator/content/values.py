"""The kinds of value that a field can hold; each is read strictly from text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, GetJsonSchemaHandler, StringConstraints, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
# The ids that the page of an article needs for its own parts; `tests/site/test_page_ids.py` compares them with pages.
PAGE_ID_PATTERN = (
    "^(cited|facts|filter|mentions|note|p[0-9]+|paragraphs|paragraphs-title|record|retired|seek|seek-[0-9]+"
    "|seek-list|strip|summary|top)$"
)
ID = re.compile(ID_PATTERN)
REFERS = "refers"  # a mark of ours in a JSON Schema in the making
DEVICE_NAMES = {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}


def as_id(text: str) -> str:
    """The id that a text comes nearest to: `The Animal` is `the-animal`."""
    return "-".join(re.findall("[a-z0-9]+", text.lower()))


@dataclass(frozen=True)
class Refers:
    """Marks a field whose text is the id of an entry of one of these registries, or one of a few words."""

    kinds: tuple[str, ...]
    words: tuple[str, ...] = ()

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Leaves its mark for `schema`, which offers the ids that are known."""
        return {**handler(core), REFERS: [*self.kinds], "words": [*self.words]}


def _ident(value: object) -> object:
    """Ids become file names and anchors, so they may not name a device or an index page."""
    if isinstance(value, str):
        if not ID.fullmatch(value) or len(value) > 64:
            raise PydanticCustomError("BAD-ID", "expected an id such as oslo-date, of a-z, 0-9 and hyphens")
        if value == "index" or value in DEVICE_NAMES:
            raise PydanticCustomError("BAD-ID", "expected an id that no device or page has")
    return value


def check_id(text: str) -> None:
    """Raises PydanticCustomError where a text is no id."""
    _ident(text)


def _not_of_the_page(value: object) -> object:
    """A fact stands on the page of its article, which has ids of its own."""
    if isinstance(value, str) and re.fullmatch(PAGE_ID_PATTERN, value):
        raise PydanticCustomError("PAGE-ID", "expected an id that the page of an article does not use itself")
    return value


def _number(pattern: str, expected: str) -> BeforeValidator:
    """Reads a number that is written in this form."""

    def read(value: object) -> object:
        if isinstance(value, str):
            if not re.fullmatch(pattern, value):
                raise PydanticCustomError("BAD-NUMBER", f"expected {expected}")
            return int(value)
        return value

    return BeforeValidator(read)


def _one_or_more(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _code(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"[A-Z]{2}", value):
        raise PydanticCustomError("BAD-CODE", "expected the two capital letters of ISO 3166 such as NO")
    return value


URL_PATTERN = r"https?://(?P<host>[a-z0-9.-]+)(:(?P<port>[0-9]{1,5}))?(/[^\s<>\"'\[\]()\\^`{|}]*)?"
_HOST = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*\.?")
LONGEST_HOST = 253
LAST_PORT = 65535
EMOJI = "\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
JOINING = "\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u1aff"  # scripts in which letters join
INVISIBLE = re.compile(
    # What has a sense though it cannot be seen: joiners in words and in emoji, how an emoji is drawn, three flags.
    f"((?<=[{JOINING}])[\u200c\u200d](?=[{JOINING}])|(?<=[{EMOJI}\ufe0f])\u200d(?=[{EMOJI}])"
    f"|(?<=[{EMOJI}])[\ufe0e\ufe0f]"
    "|(?<=[#*0-9])\ufe0f(?=\u20e3)|(?<=\U0001f3f4)[\U000e0030-\U000e007a]{1,6}\U000e007f)"
    # Controls but white space, soft hyphens, bidi and zero-width marks, tags, surrogates.
    "|[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)


def is_address(text: str) -> bool:
    """Whether a text is a plain address of the web: with a host and a port that there can be, and nothing to escape."""
    match = re.fullmatch(URL_PATTERN, text)
    if not match or len(match["host"]) > LONGEST_HOST or not _HOST.fullmatch(match["host"]):
        return False
    return int(match["port"] or 1) in range(1, LAST_PORT + 1)


def _url(value: object) -> object:
    if isinstance(value, str) and not is_address(value):
        raise PydanticCustomError("BAD-URL", "expected an address such as https://example.org/page")
    return value


MAIL_PATTERN = r"[A-Za-z0-9](?:[A-Za-z0-9._+-]*[A-Za-z0-9])?@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}"


def _mail(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(MAIL_PATTERN, value):
        raise PydanticCustomError("BAD-MAIL", "expected an address of mail such as desk@example.org")
    return value


@dataclass(frozen=True)
class ParagraphRange:
    """Paragraphs from first to last, both included, counted from 1."""

    first: int
    last: int

    def __contains__(self, number: object) -> bool:
        return isinstance(number, int) and self.first <= number <= self.last

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


def _paragraph_range(value: object) -> object:
    if isinstance(value, str):
        match = re.fullmatch(r"([1-9][0-9]{0,5})(?:-([1-9][0-9]{0,5}))?", value)
        if not match or int(match[2] or match[1]) < int(match[1]):
            raise PydanticCustomError("BAD-PARAGRAPHS", "expected paragraphs such as 7 or 7-9")
        return ParagraphRange(int(match[1]), int(match[2] or match[1]))
    return value


def _seen(text: str) -> str:
    if not INVISIBLE.sub("", text).strip():
        raise PydanticCustomError("EMPTY-VALUE", "expected a text that can be seen")
    return text


def is_said(text: str) -> bool:
    """Whether a text has a letter or a digit that can be seen: what has none can be neither found nor spoken."""
    return any(letter.isalnum() for letter in INVISIBLE.sub("", text))


def _said(text: str) -> str:
    if not is_said(text):
        raise PydanticCustomError("EMPTY-VALUE", "expected a text with a letter or a digit")
    return text


def _none_if_blank(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


class _OneOrMore:
    """Tells editors that one value may stand without its list."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        several = handler(core)
        return {"anyOf": [several["items"], several]}


def _text_schema(**keywords: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", **keywords})


Sign = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), AfterValidator(_seen)]  # such as %
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), AfterValidator(_said)]
Unwritten = Annotated[
    Text | None, BeforeValidator(_none_if_blank), WithJsonSchema({"type": ["string", "number", "boolean", "null"]})
]
Id = Annotated[str, BeforeValidator(_ident), _text_schema(pattern=ID_PATTERN, maxLength=64)]
GivenFactId = Annotated[
    Id,
    BeforeValidator(_not_of_the_page),
    _text_schema(pattern=ID_PATTERN, maxLength=64, **{"not": {"pattern": PAGE_ID_PATTERN}}),
]
Whole = Annotated[
    int, _number(r"[1-9][0-9]{0,5}", "a whole number such as 12"), WithJsonSchema({"type": ["integer", "string"]})
]
Weight = Annotated[int, _number("[1-9]", "a weight from 1 to 9"), WithJsonSchema({"type": ["integer", "string"]})]
CountryCode = Annotated[str, BeforeValidator(_code), _text_schema(pattern="^[A-Z]{2}$")]
Url = Annotated[str, BeforeValidator(_url), _text_schema(format="uri", pattern="^https?://")]
Mail = Annotated[str, BeforeValidator(_mail), _text_schema(format="email")]
Paragraphs = Annotated[
    ParagraphRange, BeforeValidator(_paragraph_range), WithJsonSchema({"type": ["integer", "string"]})
]
Texts = Annotated[tuple[Sign, ...], Field(min_length=1), BeforeValidator(_one_or_more), _OneOrMore()]
Wholes = Annotated[tuple[Whole, ...], Field(min_length=1), BeforeValidator(_one_or_more), _OneOrMore()]

CountryId = Annotated[Id, Refers(("country",))]
OrganisationId = Annotated[Id, Refers(("organisation",))]
ThemeId = Annotated[Id, Refers(("theme",))]
EventId = Annotated[Id, Refers(("event",))]
QuestionId = Annotated[Id, Refers(("question",))]
PublisherId = Annotated[Id, Refers(("publisher",))]
Origin = Annotated[Id, Refers(("publisher",), words=("own", "unknown"))]
FactId = Annotated[Id, Refers(("fact",))]
SpeakerId = Annotated[Id, Refers(("leader", "organisation", "country", "publisher"))]
SubjectId = Annotated[Id, Refers(("theme", "leader", "country", "organisation"))]
