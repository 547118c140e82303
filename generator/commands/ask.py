"""The command that asks all articles at hand: what may answer a question, and which questions nobody asks."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click

from generator import files, pipeline
from generator.briefing import Briefing
from generator.commands.console import ROOT, TEXTS, reports_problems, tell, tell_json
from generator.content.registries import Question
from generator.content.values import ID_PATTERN
from generator.content.yaml_tree import STRANGE
from generator.drafting import records
from generator.drafting.asking import Candidate, Reader, candidates, question_of
from generator.drafting.importing import ImportedText
from generator.drafting.unasked import Told, Unasked, unasked
from generator.evidence.languages.detect import language_of
from generator.evidence.source import FullText
from generator.problems import nearest

STANDS = {"same": "the same as", "differs": "differs from", "compatible": "need not differ from"}
LONGEST = 1000  # characters of a question


@click.command()
@ROOT
@TEXTS
@click.argument("question", nargs=-1)
@click.option("--new", is_flag=True, help="propose questions that several articles could answer, and nobody asks")
@click.option("--json", "as_json", is_flag=True, help="print for machines")
@reports_problems
def ask(root: Path, texts: Path | None, question: tuple[str, ...], new: bool, as_json: bool) -> bool:
    """List the sentences that may answer QUESTION, an id or any words; without one, propose new questions."""
    words = " ".join(" ".join(question).split())
    if len(words) > LONGEST:
        raise click.BadParameter(f"expected {LONGEST} characters or fewer", param_hint="QUESTION")
    kept = files.article_texts(root, texts)
    briefing = pipeline.load(files.content(root), kept)
    readers = _readers(briefing, kept)
    if new or not words:
        proposed = unasked(briefing, readers)
        if as_json:
            tell_json([_unasked(one) for one in proposed])
        else:
            tell(_told_new(proposed))
        return True
    asked = question_of(briefing, words)
    if asked.id != words and "-" in words and re.fullmatch(ID_PATTERN, words):
        hint = nearest(words, briefing.content.questions)
        raise click.UsageError(f"no question has the id `{words}`" + (f"; {hint}" if hint else ""))
    found = candidates(briefing, readers, asked)
    if as_json:
        tell_json(_answers(briefing, asked, found))
    else:
        tell(_told(briefing, asked, found, readers))
    return True


def _readers(briefing: Briefing, kept: files.ArticleTexts) -> dict[str, Reader]:
    """Every article whose text is at hand, once: those of the dossier, then those that have no fact file yet."""
    readers: dict[str, Reader] = {}
    for article in briefing.articles:
        source = briefing.source(article)
        if isinstance(source, FullText):
            readers[article] = Reader(article, briefing.article(article).published, source, briefing)
    known = {reader.text.sha256 for reader in readers.values()}
    for article in sorted(kept.texts.keys() - briefing.articles.keys() - briefing.content.removed.keys()):
        text = kept.texts[article]
        source = FullText(text, briefing.aliases, language_of(text))
        if source.sha256 not in known:
            known.add(source.sha256)
            readers[article] = Reader(article, records.dated(ImportedText(text), article).published, source, briefing)
    return readers


def _told(briefing: Briefing, question: Question, found: tuple[Candidate, ...], readers: dict[str, Reader]) -> str:
    lines = [question.question, *_given(briefing, question)]
    answering = [one for one in found if one.match != "nearest"]
    if found and not answering:
        lines += ["", "no sentence seems to answer; these come nearest:"]
    for one in found:
        unread = "" if one.article in briefing.articles else ", no facts yet"
        lines += ["", f"{one.strength:.2f}  {one.article} ({one.published}{unread}), paragraph {one.paragraph}"]
        lines += [f"      {one.text}", *(f"      {line}" for line in _notes(question, one))]
    missing = [article for article in briefing.articles if article not in readers]
    told = f"{len(answering)} sentences of {len({one.article for one in answering})} articles"
    lines += ["", f"{told}; {len(readers)} were asked"]
    return "\n".join([*lines, *([f"no text at hand: {', '.join(missing)}"] if missing else [])])


def _given(briefing: Briefing, question: Question) -> list[str]:
    """The answers of facts, each with those that give it."""
    answers: dict[str, list[str]] = {}
    for fact, answer in briefing.answers_to(question.id):
        answers.setdefault(answer, []).append(fact.id)
    return [f"  {answer}: {', '.join(facts)}" for answer, facts in answers.items()]


def _notes(question: Question, one: Candidate) -> list[str]:
    """What is made of a sentence yet, and how its answer stands to those of other articles."""
    notes = ["it has every word of the question"] if one.match == "worded" else []
    notes += [f"{fact.id} answers “{fact.answers[question.id]}”" for fact in one.facts if question.id in fact.answers]
    if one.facts and not one.answered_by(question.id):
        notes.append(f"facts that touch it, and do not answer: {', '.join(fact.id for fact in one.facts)}")
    if one.answer:
        stands = {name: [fact.id for fact, relation in one.beside if relation == name] for name in STANDS}
        told = [f"{STANDS[name]} {', '.join(facts)}" for name, facts in stands.items() if facts]
        notes.append(f"“{one.answer}”" + (f": {'; '.join(told)}" if told else ""))
    return notes


def _answers(briefing: Briefing, question: Question, found: tuple[Candidate, ...]) -> dict[str, Any]:
    is_known = question.id in briefing.content.questions
    return {
        "question": {"id": question.id if is_known else None, "question": question.question, "about": question.about},
        "sentences": [
            {
                "article": one.article,
                "published": one.published,
                "paragraph": one.paragraph,
                "sentence": one.sentence,
                "text": one.text,
                "strength": one.strength,
                "match": one.match,
                "answer": one.answer or None,
                "facts": [fact.id for fact in one.facts],
                "answered_by": one.answered_by(question.id),
                **{name: [fact.id for fact, relation in one.beside if relation == name] for name in STANDS},
            }
            for one in found
        ],
    }


def _told_new(proposed: tuple[Unasked, ...]) -> str:
    if not proposed:
        return "no two articles give figures for one thing that no question asks"
    lines = ["# Word each question, and copy what matters into content/questions.yml."]
    for one in proposed:
        how = ", and they differ" if one.differ else ""
        lines += ["", f"# {one.articles} articles give figures{how}:"]
        lines += [f"#   {_figure(told)}" for told in one.told]
        lines.append(one.entry.rstrip("\n"))
    return "\n".join(lines)


def _figure(told: Told) -> str:
    counted = STRANGE.sub("", told.shown)
    return f"{told.article}, paragraph {told.line.paragraph.number}: {counted}"


def _unasked(one: Unasked) -> dict[str, Any]:
    return {
        "id": one.id,
        "question": one.question,
        "about": one.about,
        "articles": one.articles,
        "differ": one.differ,
        "figures": [
            {
                "article": told.article,
                "paragraph": told.line.paragraph.number,
                "figure": told.count.text,
                "counts": told.count.what,
                "text": told.line.text(0, len(told.line.tokens) - 1),
            }
            for told in one.told
        ],
    }
