"""Statements and their parse in; the same statements with how each content is put out."""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from foedus.model.claim import Mood
from foedus.model.document import Span
from foedus.model.statement import Manner, Statement
from foedus.read.moods.conditions import opens_condition
from foedus.read.sentences import Parsed
from foedus.read.statement_moods.conditions import condition_in, opener_of, without
from foedus.read.statement_moods.forms import Finding
from foedus.read.statement_moods.heads import MainClause, main_clauses, tokens_of
from foedus.read.statement_moods.hedges import hedges, may_hedge
from foedus.read.statement_moods.mood import is_own, mood_of_clause
from foedus.read.statement_moods.passages import passages_of
from foedus.read.statement_moods.target import target_of


def put_statements(statements: Iterable[Statement], parsed: Parsed) -> tuple[Statement, ...]:
    """The statements, nested ones too, with `put` read off their words.

    The mood is that of the main clause as whoever speaks puts it: a cue that governs it counts
    ("vowed to", "fears that"), somebody else's words above do not (DESIGN.md section 3).
    """
    return tuple(_put(statement, parsed) for statement in statements)


def _put(statement: Statement, parsed: Parsed) -> Statement:
    clauses = main_clauses(tokens_of(parsed.doc, statement.content))
    manners = tuple(_manner(clause, statement, parsed) for clause in clauses)
    nested = put_statements(statement.nested, parsed)
    return replace(statement, put=manners or (Manner(statement.content),), nested=nested)


def _manner(main: MainClause, statement: Statement, parsed: Parsed) -> Manner:
    text, head = parsed.reading.text, main.head
    clause = passages_of(main, statement.content, text)
    target = target_of(head)
    condition = condition_in(main, target, statement, text)
    hedge: tuple[Span, ...] = ()
    if may_hedge((*statement.content, *statement.cue), text):
        hedge = tuple(span for span in hedges(target) if is_own(span, target, statement))
    found = mood_of_clause(head, target, statement, parsed)
    if condition is None and _hangs_on_nothing(head, found, text):
        found = replace(found, mood=Mood.ASSERTED, words=())
    if found.mood in (Mood.ASSERTED, Mood.CONDITIONAL) and condition is not None:
        found = replace(found, mood=Mood.CONDITIONAL, words=(opener_of(condition, text),))
    elif found.mood is Mood.ASSERTED and hedge:
        apart = [word for word in found.words if not any(map(word.overlaps, hedge))]
        found = replace(found, mood=Mood.POSSIBLE, words=tuple(sorted((*hedge, *apart))))
    return Manner(
        clause=clause,
        mood=found.mood,
        mood_words=found.words,
        hedge=hedge,
        negated=found.negated,
        condition=condition,
        consequence=without(clause, condition, text) if condition else (),
    )


def _hangs_on_nothing(head: Token, found: Finding, text: str) -> bool:
    """ "If you look at it, it is old": what looks like a condition is none."""
    if found.mood is not Mood.CONDITIONAL or opens_condition(head):
        return False
    return not any(word.of(text).lower() in ("would", "'d", "’d") for word in found.words)
