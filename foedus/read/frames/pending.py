"""Steps not taken in, told by a word of the noun: "remains unsigned", "an unratified pact", "awaits
signature", "a treaty not yet in force", "a text that nobody could verify".
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from foedus.model.claim import Filler, Mood, Predicate, Voice
from foedus.model.document import Span
from foedus.read.frames.draft import Draft, roles
from foedus.read.frames.duties import TEXTS, of_part
from foedus.read.frames.grammar import (
    children,
    copular,
    is_verb,
    negated,
    passive,
    prepositional,
    word,
)
from foedus.read.frames.instruments import instrument, is_instrument, parties
from foedus.read.frames.participants import all_participants
from foedus.read.frames.scene import Scene
from foedus.read.frames.steps import SIGNING, step
from foedus.read.frames.subjects import doers, subjects, undergoers
from foedus.read.frames.threads import instrument_of
from foedus.read.frames.voices import is_pronoun, voice_of
from foedus.read.moods import mood_of

_UNDONE = {
    "unsigned": Predicate.AGREEMENT_SIGNED, "unratified": Predicate.AGREEMENT_RATIFIED,
    "unpublished": Predicate.AGREEMENT_PUBLISHED,
}  # fmt: skip
_VERIFYING = frozenset({"verify", "authenticate"})
_UNABLE = frozenset({"unable", "impossible"})
_NEAR = 3  # words between the "not" and the "in force" that it negates


def find(scene: Scene) -> Iterator[Draft]:
    """Every step that the text says has not been taken, and every text that is not verified."""
    for token in scene.formed(_UNDONE):  # the lemma of such a participle is often no word
        yield from _undone(scene, token)
    for token in scene.among({"await", "force", "effect", *_VERIFYING}):
        lemma = word(token)
        if lemma == "await" and is_verb(token):
            yield from _awaited(scene, token)
        elif lemma in ("force", "effect") and token.dep_ == "pobj":
            yield from _not_in_force(scene, token)
        elif lemma in _VERIFYING and token.pos_ == "VERB":
            yield from _unverified(scene, token)


def _plain(scene: Scene, token: Token) -> bool:
    """Whether the words tell it outright, not "may remain unsigned", "no longer unsigned"."""
    finding = mood_of(copular(token) or token, scene.parsed)
    if any(t.lower_ == "longer" for t in (*token.lefts, *token.head.children)):
        return False
    return finding.mood is Mood.ASSERTED and not finding.negated


def _shown(draft: Draft, token: Token) -> Draft:
    span = Span(token.idx, token.idx + len(token))
    return replace(draft, mood=Mood.ASSERTED, mood_words=(span,), negated=True)


def _undone(scene: Scene, token: Token) -> Iterator[Draft]:
    """ "The pact is unsigned", "an unsigned draft"."""
    head = token.head
    beside = token.dep_ in ("amod", "acl", "appos", "relcl") and not is_verb(head)
    verb = token if is_verb(token) else copular(token)
    nouns = [head] if beside else subjects(verb) if verb is not None else []
    if not beside and not _plain(scene, token):
        return
    predicate = _UNDONE[token.lower_]
    for noun in nouns:
        named = _named(scene, noun)
        if isinstance(named, Token):
            yield _shown(step(scene, token, named, parties(scene, named, []), predicate), token)
        elif named:
            yield _shown(Draft(predicate, token, roles(instrument=named)), token)


def _named(scene: Scene, noun: Token) -> Token | list[Filler]:
    """The agreement that the noun is, or whose text it is: its token, else its words."""
    token = instrument_of(scene, noun, far=True)
    if is_instrument(scene, token):
        return token
    if noun.lower_ == "it" and noun.sent.start > 0:  # "The draft is short. Nobody signed it."
        last = scene.doc[noun.sent.start - 1]
        texts = [t for t in subjects(last.sent.root) if word(t) in TEXTS]
        if texts and scene.block(last) == scene.block(noun):
            return _named(scene, texts[0])
    if word(noun) not in TEXTS:
        return []
    of = [t for t in prepositional(noun, {"of"}) if is_instrument(scene, t)]
    return of[0] if of else of_part(scene, noun)


def _awaited(scene: Scene, verb: Token) -> Iterator[Draft]:
    """ "The pact awaits ratification by Peru's parliament"."""
    if passive(verb) or not _plain(scene, verb):
        return
    steps = [n for n in children(verb, "dobj") if word(n) in SIGNING]
    for noun in steps:
        for subject in subjects(verb):
            token = instrument_of(scene, subject, far=True)
            if not is_instrument(scene, token):
                continue
            by = prepositional(noun, {"by"}) + prepositional(verb, {"by"})
            doing = [f for f in all_participants(scene, by) if f.actor]
            involved = doing or parties(scene, token, [])
            yield _shown(step(scene, verb, token, involved, SIGNING[word(noun)]), verb)


def _not_in_force(scene: Scene, noun: Token) -> Iterator[Draft]:
    """ "The pact, not yet in force, ...": beside the noun, without a verb."""
    prep = noun.head
    token = prep.head
    if prep.lower_ != "in" or not is_instrument(scene, token):
        return
    before = noun.doc[max(token.i + 1, prep.i - _NEAR) : prep.i]
    no = [t for t in before if t.lower_ in ("not", "never")]
    if no:
        found = step(scene, noun, token, parties(scene, token, []), Predicate.AGREEMENT_IN_FORCE)
        yield _shown(found, no[0])


def _unverified(scene: Scene, verb: Token) -> Iterator[Draft]:
    """ "The text, which our paper could not verify": its doubter is a voice, and no party."""
    unable = verb.dep_ in ("xcomp", "ccomp") and word(verb.head) in {"fail", *_UNABLE}
    if not (negated(verb) or unable):
        return
    things = undergoers(verb)
    things += [t for n in things for t in prepositional(n, {"of"}) if word(n) == "authenticity"]
    found = next((n for n in (_named(scene, t) for t in things) if n), None) or _before(scene, verb)
    if not found:
        return
    words = instrument(scene, found) if isinstance(found, Token) else found
    first = min((t for t in verb.children if t.dep_ in ("aux", "neg")), default=verb)
    shown = Span((verb.head if unable else first).idx, verb.idx + len(verb))
    own = [] if passive(verb) and not children(verb, "agent") else doers(verb)
    trigger = things[0] if things and things[0].sent == verb.sent else verb
    yield Draft(
        Predicate.AGREEMENT_UNVERIFIED, trigger, roles(instrument=words), _doubters(scene, own),
        Mood.ASSERTED, (shown,), negated=False,
    )  # fmt: skip


def _before(scene: Scene, verb: Token) -> Token | None:
    """ "The text of the pact with Peru, which we could not verify": the parser takes Peru."""
    gap = [c for c in children(verb, "dobj") if c.tag_ == "WDT"]
    if verb.dep_ != "relcl" or not gap:
        return None
    earlier = [t for t in verb.sent if t.i < gap[0].i and is_instrument(scene, t)]
    return earlier[-1] if earlier else None


def _doubters(scene: Scene, tokens: list[Token]) -> tuple[Voice, ...]:
    spans = [scene.span(scene.first_of(t), t) for t in tokens[:1]]
    return tuple(voice_of(scene, (s,)) for s in spans if not is_pronoun(s.of(scene.text)))
