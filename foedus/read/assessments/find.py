"""Statements in, assessments out: readings of an instrument, predictions, and what is unseen.

One claim a clause at most: what is unseen first, then a reading, then a prediction.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from foedus.model.actor import Cast
from foedus.model.claim import Claim, Filler, Predicate, Voice
from foedus.model.dates import Tense, Time
from foedus.model.document import LineRole, Span
from foedus.model.statement import Statement
from foedus.read.assessments import predictions, readings, unseen
from foedus.read.assessments.clauses import Clause, clauses
from foedus.read.assessments.instruments import Thread
from foedus.read.assessments.voices import voice_at, voice_of
from foedus.read.dates import time_at
from foedus.read.moods import mood_of
from foedus.read.sentences import Parsed

VoiceKey = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """What every finder needs of the text."""

    parsed: Parsed
    cast: Cast
    statements: tuple[Statement, ...]
    times: tuple[Time, ...]


def find_assessments(
    parsed: Parsed, cast: Cast, statements: Sequence[Statement], times: Sequence[Time]
) -> tuple[Claim, ...]:
    """The claims READING, PREDICTION and UNSEEN of the text, in order of place.

    `statements` give the chain of voices; a clause in none of them is the report's own.
    """
    text = _Text(parsed, cast, tuple(statements), tuple(times))
    thread = Thread()
    cues = [cue for statement in statements for cue in statement.cue]
    claims: list[Claim] = []
    key: VoiceKey = ()
    for clause in clauses(parsed, statements):
        if parsed.reading.block_at(clause.verb.idx).role is LineRole.HEADLINE:
            continue
        key = _voice_key(clause, cast, key)
        instrument = thread.subject(clause, key)
        calling = readings.calling(clause)
        if calling is not None:
            claims.append(_calling_claim(calling, clause, text))
            continue
        if any(cue.start <= clause.verb.idx < cue.end for cue in cues):
            continue
        found = unseen.find(clause, instrument or thread.known(key), parsed, cast)
        predicate = Predicate.UNSEEN
        if found is None:
            found = readings.find(clause, instrument, thread.known(key), parsed)
            predicate = Predicate.READING
        if found is None:
            found = predictions.find(clause, parsed, cast)
            predicate = Predicate.PREDICTION
        if found is not None:
            claims.append(_claim(predicate, found, clause, text))
    return tuple(claims)


def _voice_key(clause: Clause, cast: Cast, before: VoiceKey) -> VoiceKey:
    """One key a speaker: his first mention, so that "she said" continues what Dr Cole said.

    The report itself is (); a pronoun that the cast leaves open goes on with the voice before it.
    """
    if not clause.statements:
        return ()
    if not clause.speaker:
        return clause.statements[-1].content
    mention = cast.at(clause.speaker[0])
    if mention is not None:
        return (next(m.span for m in cast.mentions if m.entity == mention.entity),)
    open_pronoun = clause.speaker[0].end - clause.speaker[0].start <= 3
    return before if open_pronoun and before else clause.speaker


def _claim(
    predicate: Predicate, roles: tuple[tuple[str, Filler], ...], clause: Clause, text: _Text
) -> Claim:
    source = text.parsed.reading.text
    voices = tuple(voice_of(s, text.cast, source) for s in clause.statements)
    return _filled(predicate, roles, clause, text, voices)


def _calling_claim(calling: "readings.Calling", clause: Clause, text: _Text) -> Claim:
    """A reading by somebody who calls the instrument something: the caller is the last voice."""
    source = text.parsed.reading.text
    voices = [voice_of(s, text.cast, source) for s in clause.statements]
    if calling.caller is not None:
        caller = voice_at(calling.caller, text.cast, source)
        if not voices or voices[-1].name != caller.name:
            voices.append(caller)
    return _filled(Predicate.READING, calling.roles(source), clause, text, tuple(voices))


def _filled(
    predicate: Predicate,
    roles: tuple[tuple[str, Filler], ...],
    clause: Clause,
    text: _Text,
    voices: tuple[Voice, ...],
) -> Claim:
    mood = mood_of(clause.verb, text.parsed)
    return Claim(
        predicate=predicate,
        passage=clause.sentence,
        roles=tuple(sorted(roles, key=lambda role: role[1].span)),
        voice=voices,
        mood=mood.mood,
        mood_words=mood.words,
        hedge=mood.hedge,
        time=_time(predicate, clause, text),
        negated=mood.negated,
    )


def _time(predicate: Predicate, clause: Clause, text: _Text) -> Time:
    """When it holds; what is "likely to raise concerns" lies ahead, though it is likely now."""
    verb = clause.verb
    if predicate is Predicate.PREDICTION and verb.lemma_ != "go":
        likely = [c for a in verb.children if a.dep_ in ("acomp", "oprd") for c in a.children]
        ahead = next((c for c in likely if c.dep_ in ("xcomp", "ccomp")), verb)
        time = time_at(text.times, text.parsed.doc, ahead)
        return replace(time, tense=Tense.FUTURE)
    return time_at(text.times, text.parsed.doc, verb)
