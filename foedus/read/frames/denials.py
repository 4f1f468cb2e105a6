"""Claims and their drafts in; out, each once more as denied where somebody denies the report of it.

"A and B agreed on a lease, a newspaper said. B rejects the report": what the newspaper says
stays the newspaper's, and B's denial of it is a claim of its own, in its own passage.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from foedus.model.claim import Claim, Mood, Predicate, Voice
from foedus.model.document import Span
from foedus.read.frames.draft import Draft
from foedus.read.frames.grammar import children, word
from foedus.read.frames.scene import Scene
from foedus.read.frames.subjects import doers, undergoers
from foedus.read.frames.voices import add, chain, voice_of
from foedus.read.moods import mood_of
from foedus.read.moods.words import FALSE, NAMING, REJECTING, REPORTS

_EVENTS = frozenset({
    Predicate.AGREE, Predicate.EXCHANGE, Predicate.VISIT, Predicate.MEETING, Predicate.MEASURE,
    Predicate.INTENT, Predicate.AID, Predicate.SUPPORT, Predicate.ASSAULT, Predicate.MOBILIZE,
    Predicate.COOPERATE, Predicate.COERCE,
})  # fmt: skip
_TOLD = frozenset({Mood.ASSERTED, Mood.RUMOURED, Mood.INTENDED, Mood.PROMISED, Mood.PROPOSED,
                   Mood.THREATENED})  # fmt: skip
_DETERMINED = frozenset({"the", "this", "that", "these", "those", "such"})
_POINTING = frozenset({"this", "that"})


def denials(scene: Scene, told: Sequence[tuple[Draft, Claim]]) -> Iterator[Claim]:
    """Each event that a report of is denied, as a claim of whoever denies it."""
    for verb in scene.among(REJECTING | NAMING):
        if verb.pos_ != "VERB" or not _outright(scene, verb) or not _the_report(verb):
            continue
        who = _denier(scene, verb)
        if who is None:
            continue
        for claim in _before(scene, verb, told):
            own = bool(claim.voice) and _same(claim.voice[-1], who)
            doubtful = bool(claim.voice) or claim.mood is not Mood.ASSERTED
            if doubtful and not own and claim.mood in _TOLD:
                # whose report is denied does not report the denial
                outer = tuple(v for v in chain(scene, verb) if v not in claim.voice)
                yield replace(
                    claim, passage=scene.passage(verb), voice=add(outer, (who,)),
                    mood=Mood.DENIED, mood_words=(Span(verb.idx, verb.idx + len(verb)),), hedge=(),
                )  # fmt: skip


def _outright(scene: Scene, verb: Token) -> bool:
    """ "Denies it", "called the claim false"; not "did not deny it", "could deny it"."""
    finding = mood_of(verb, scene.parsed)
    nor = any(c.lower_ in ("neither", "nor") for c in (*verb.children, *verb.head.children))
    behind = verb.dep_ == "acl" and word(verb.head) in REPORTS  # "a claim that its envoy denied"
    if (finding.mood is not Mood.ASSERTED and not behind) or finding.negated or nor:
        return False
    if word(verb) in REJECTING:
        return True
    below = {t.lower_ for c in verb.children for t in (c, *c.children)}
    return bool(below & FALSE)


def _the_report(verb: Token) -> bool:
    """Whether it is the report just told that is denied, and not one told in the same words."""
    behind = verb.dep_ in ("acl", "relcl") and not children(verb, "dobj")
    named = [verb.head] if behind else list(undergoers(verb))  # "a claim that its envoy denied"
    named += [t for c in children(verb, "ccomp", "oprd") for t in children(c, "nsubj")]
    for noun in named:
        if noun.lower_ in _POINTING or (noun.lower_ == "it" and word(verb) == "deny"):
            clauses = [c for c in children(verb, "ccomp") if c.i > verb.i]
            return not clauses or word(verb) in NAMING
        if word(noun) not in REPORTS:
            continue
        pointed = any(
            c.lower_ in _DETERMINED or c.dep_ in ("poss", "compound", "amod") for c in noun.lefts
        )
        rights = [c for c in noun.rights if c != verb]
        full = any(c.dep_ in ("acl", "ccomp") or c.lower_ == "of" for c in rights)
        return (pointed or behind) and not full
    return False


def _denier(scene: Scene, verb: Token) -> Voice | None:
    """Who denies it, where the words name somebody."""
    for token in doers(verb):
        if token.pos_ == "PRON":
            mention = scene.mention(token)
            if mention is None:
                return None
        span = Span(token.left_edge.idx, token.idx + len(token))
        return voice_of(scene, (scene.trimmed(span.start, span.end),))
    return None


def _before(scene: Scene, verb: Token, told: Sequence[tuple[Draft, Claim]]) -> list[Claim]:
    """The events told before the denial in its sentence, else those of the sentence before."""
    events = [
        (d.trigger, c) for d, c in told
        if c.predicate in _EVENTS or c.predicate.value.startswith("agreement.")
    ]  # fmt: skip
    here = [
        c for t, c in events
        if t.sent == verb.sent and t.i < verb.i
    ]  # fmt: skip
    if here or verb.sent.start == 0:
        return here
    last = scene.doc[verb.sent.start - 1]
    first = verb.sent.start == 0 or scene.block(last) != scene.block(verb)
    if scene.block(verb) - scene.block(last) > 1 or (first and verb.sent.start - last.i > 1):
        return []
    return [c for t, c in events if t.sent == last.sent]


def _same(one: Voice, other: Voice) -> bool:
    if one.actor is not None or other.actor is not None:
        return one.actor == other.actor
    return one.entity == other.entity if one.entity is not None else one.name == other.name
