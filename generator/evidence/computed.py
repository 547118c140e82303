"""Numbers that a fact computes from words of a passage: 30 from `about thirty`, 50 percent from `half`."""

from __future__ import annotations

from generator.evidence.figures import BOUNDS, Figure, body_of, differs
from generator.evidence.languages import ENGLISH
from generator.evidence.text import normalise, tokens


def computed_forms(number: str, words: str) -> tuple[str, ...]:
    """The forms in which our words may give it: as it is, or with what modifies the words that it is from.

    Words that are no figure tell nothing of how exactly it is known.
    """
    forms = [form for figure in _figures(number) for form in figure.forms]
    from_words = _whole_figure(words)
    bounds = _bounds(from_words) if from_words else BOUNDS
    return tuple(dict.fromkeys([*forms, *(f"{bound} {body_of(form)}" for form in forms for bound in bounds)]))


def computed_fault(number: str, words: str) -> str:
    """What is wrong with a number whose words are one figure of another value; empty when nothing is."""
    figures, from_words = _figures(number), _whole_figure(words)
    if len(figures) == 1 and from_words and all(
        differs(body_of(form), body_of(told)) for form in figures[0].forms for told in from_words.forms
    ):
        return f"`{words}` is {from_words.amount}, and not `{number}`"
    return ""


def _bounds(figure: Figure) -> tuple[str, ...]:
    return tuple(bound for bound in BOUNDS if any(form.startswith(f"{bound} ") for form in figure.forms))


def _whole_figure(words: str) -> Figure | None:
    """The figure that words are, with no more around it than what modifies it."""
    figures, spoken = _figures(words), tokens(normalise(words))
    if len(figures) != 1:
        return None
    outside = (token for spot, token in enumerate(spoken) if not figures[0].start <= spot < figures[0].end)
    return figures[0] if all(token.text.casefold() in ENGLISH.figures.modifying for token in outside) else None


def _figures(text: str) -> tuple[Figure, ...]:
    return ENGLISH.figures(tokens(normalise(text)))
