"""Statements in, assessments out: readings of an instrument, predictions, and what is unseen.

One claim a clause at most: what is unseen first, then a reading, then a prediction.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from foedus.model.actor import Cast
from foedus.model.claim import Claim, Filler, Predicate, Voice
from foedus.model.dates import Tense, Time
from foedus.model.document import LineRole, Span
from foedus.model.statement import CueClass, Statement
from foedus.read.assessments import predictions, readings, term_readings, unseen, words
from foedus.read.assessments.calling import Calling, calling
from foedus.read.assessments.clauses import Clause, clauses
from foedus.read.assessments.holders import (
    each_holder,
    giver_of_reason,
    held_by_nobody,
    in_whose_view,
    untold_holder,
)
from foedus.read.assessments.instruments import Thread, VoiceKey, is_instrument
from foedus.read.assessments.likelihood import hedges_of
from foedus.read.assessments.meaning import is_passive, modal
from foedus.read.assessments.putting import core, put
from foedus.read.assessments.qualifiers import asides
from foedus.read.assessments.voices import all_of, chain, voice_at, voices_of
from foedus.read.dates import time_at
from foedus.read.sentences import Parsed


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

    `statements` give the chain of voices; a clause in none of them is the report's own. What is
    only inferred ("his visit shows that ...") stays with whoever infers it.
    """
    text = _Text(parsed, cast, tuple(statements), tuple(times))
    first = next((t.i for t in parsed.tokens if is_instrument(t)), None)
    thread, keys = Thread(first), VoiceKeys(cast)
    voiced = [s for s in all_of(statements) if s.cue_class is not CueClass.INFERRED]
    cues = {at for s in voiced for cue in s.cue for at in range(cue.start, cue.end)}
    headlines = [b.span for b in parsed.reading.blocks if b.role is LineRole.HEADLINE]
    claims: list[Claim] = []
    for clause in clauses(parsed, voiced):
        at = clause.verb.idx
        if any(span.start <= at < span.end for span in headlines):
            continue
        claim = _assessment(clause, thread, keys.of(clause), text, is_cue=at in cues)
        if claim is not None:
            claims.append(claim)
    return tuple(each_holder(claims, voiced, parsed, cast))


def _assessment(
    clause: Clause, thread: Thread, key: VoiceKey, text: _Text, *, is_cue: bool
) -> Claim | None:
    before = thread.known(key, clause.verb)
    if _says_nobody(clause) or held_by_nobody(clause):
        return None
    instrument = clause.instrument = thread.subject(clause, key)
    calls = clause.verb.lemma_ in words.CALLING
    called = calling(clause, before or thread.nearest(clause)) if calls else None
    if called is not None:
        thread.note(key, called.thing, clause.verb.i, called=True)
        return _calling_claim(called, clause, text)
    known = thread.known(key, clause.verb)
    roles = unseen.find(clause, instrument or known, text.parsed)
    if roles is not None:
        return _claim(Predicate.UNSEEN, roles, clause, text)
    cues = is_cue and instrument is None and not is_passive(clause.verb) and not modal(clause.verb)
    roles = None
    if instrument is None or not term_readings.is_word(instrument):
        roles = None if cues else readings.find(clause, instrument, before, text.parsed)
    roles = roles or term_readings.find(clause, known, text.parsed)
    if roles is None and instrument is not None and not cues:
        roles = readings.find(clause, instrument, before, text.parsed)
    if roles is not None:
        return _claim(Predicate.READING, roles, clause, text)
    if cues:
        return None
    roles = predictions.find(clause, text.parsed, text.cast)
    return _claim(Predicate.PREDICTION, roles, clause, text) if roles is not None else None


def _says_nobody(clause: Clause) -> bool:
    """ "Neither expert thought that it would last": nobody holds it, hence it is nobody's claim."""
    if not clause.speaker:
        return False
    return clause.speaker[0].of(clause.text).lower().partition(" ")[0] in words.NOBODY


class VoiceKeys:
    """One key a speaker, so that what "she said" continues what Dr Cole said.

    The report itself is (); a pronoun that the cast leaves open goes on with the voice before it.
    """

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._known: dict[tuple[Span, ...], VoiceKey | None] = {}
        self._before: VoiceKey = ()

    def of(self, clause: Clause) -> VoiceKey:
        """The key of whoever speaks in the clause."""
        if not clause.statements:
            self._before = ()
        elif not clause.speaker:
            self._before = clause.statements[-1].content
        else:
            self._before = self._of_speaker(clause.speaker) or self._before or clause.speaker
        return self._before

    def _of_speaker(self, speaker: tuple[Span, ...]) -> VoiceKey | None:
        if speaker not in self._known:
            mention = self._cast.at(speaker[0])
            open_pronoun = speaker[0].end - speaker[0].start <= 3
            key: VoiceKey | None = None if open_pronoun else speaker
            if mention is not None:
                key = (next(m.span for m in self._cast.mentions if m.entity == mention.entity),)
            self._known[speaker] = key
        return self._known[speaker]


def _claim(
    predicate: Predicate, roles: tuple[tuple[str, Filler], ...], clause: Clause, text: _Text
) -> Claim:
    source = text.parsed.reading.text
    voices = voices_of(clause.statements, text.cast, source)
    giver = giver_of_reason(clause.verb) or in_whose_view(clause.verb)
    giver = giver or untold_holder(clause.verb, clause.statements)
    if giver is not None:
        voices.append(voice_at(giver, text.cast, source))
    return _filled(predicate, roles, clause, text, chain(voices))


def _calling_claim(called: Calling, clause: Clause, text: _Text) -> Claim:
    """A reading by somebody who calls the instrument something: the caller is the last voice."""
    source = text.parsed.reading.text
    voices = voices_of(clause.statements, text.cast, source)
    if called.caller is not None and not (voices and _is_speaker(called.caller, source)):
        voices.append(voice_at(called.caller, text.cast, source))
    return _filled(Predicate.READING, called.roles(source), clause, text, chain(voices))


def _is_speaker(caller: Span, text: str) -> bool:
    """ "Peru said it saw the pact as a trap": the caller is the speaker."""
    return caller.of(text).lower() in ("it", "they", "he", "she")


def _filled(
    predicate: Predicate,
    roles: tuple[tuple[str, Filler], ...],
    clause: Clause,
    text: _Text,
    voices: tuple[Voice, ...],
) -> Claim:
    conditional = any(name == "condition" and not _is_all_the_same(f) for name, f in roles)
    mood = put(clause, text.parsed, predicate, conditional=conditional)
    return Claim(
        predicate=predicate,
        passage=clause.sentence,
        roles=tuple(sorted(roles, key=lambda role: role[1].span)),
        voice=voices,
        mood=mood.mood,
        mood_words=mood.words,
        hedge=_hedges(predicate, clause),
        time=_time(predicate, clause, text),
        negated=mood.negated,
    )


def _is_all_the_same(condition: Filler) -> bool:
    """ "Even if it is ratified": what follows hangs on nothing."""
    return condition.text.lower().startswith("even ")


def _hedges(predicate: Predicate, clause: Clause) -> tuple[Span, ...]:
    """The words of likelihood; of a reading also what narrows the name of the instrument.

    "The pact (or what is known of it) is a bluff": the gist begins behind the name.
    """
    found = hedges_of(clause.verb)
    if predicate is not Predicate.READING:
        return found
    return tuple(sorted({*found, *asides(clause.span, clause.text)}))


def _time(predicate: Predicate, clause: Clause, text: _Text) -> Time:
    """When it holds; what is "likely to raise concerns" lies ahead, though it is likely now."""
    verb = clause.verb
    if predicate is Predicate.PREDICTION and verb.lemma_ != "go":
        likely = [c for a in verb.children if a.dep_ in ("acomp", "oprd") for c in a.children]
        ahead = next((c for c in likely if c.dep_ in ("xcomp", "ccomp")), core(verb))
        time = time_at(text.times, text.parsed.doc, ahead)
        return replace(time, tense=Tense.FUTURE)
    return time_at(text.times, text.parsed.doc, verb)
