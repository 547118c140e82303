"""The languages that articles can be read in, each with its tables; `language` of an article's record chooses one."""

from __future__ import annotations

from generator.evidence.languages.english import ENGLISH
from generator.evidence.languages.french import FRENCH
from generator.evidence.languages.language import Language

__all__ = ["ENGLISH", "FRENCH", "LANGUAGES", "Language"]

LANGUAGES = {language.code: language for language in (ENGLISH, FRENCH)}
