"""A pronoun in, the filler that it stands for out: "it" for a state, "we" and "I" for a speaker."""

from spacy.tokens import Token

from foedus.model.actor import ActorKind, Entity
from foedus.model.claim import Filler
from foedus.model.document import Span
from foedus.read.frames.grammar import children, is_verb, prepositional, word
from foedus.read.frames.political import OFFICIAL
from foedus.read.frames.scene import Scene, state_of
from foedus.read.frames.voices import speaker_at
from foedus.read.moods.words import REPORTS

_SPEAKER = frozenset({"we", "us", "our", "ours", "ourselves"})
_SELF = frozenset({"i", "me", "my"})


def state_of_it(scene: Scene, token: Token) -> Filler | None:
    """ "It" for a state: who denies that it did, who did this and then that, the last subject."""
    if token.lower_ != "it" or token.dep_ not in ("nsubj", "nsubjpass", "dative", "dobj"):
        return None
    verb = token.head
    if token.dep_ in ("dative", "dobj"):  # "delivered it to Peru and sold it two boats"
        given = prepositional(verb.head, {"to"}) if verb.dep_ == "conj" else []
        return _as_state(scene, token, given) if token.dep_ == "dative" else None
    if verb.dep_ == "conj" and is_verb(verb.head):
        fronted = [c for c in children(verb.head, "ccomp") if c.right_edge.i < verb.head.i]
        if fronted:  # "Peru is going, its president said, but it is not ...": it is Peru
            return _as_state(scene, token, children(fronted[0], "nsubj", "nsubjpass")[-1:])
    if verb.dep_ == "acl" and word(verb.head) in REPORTS and verb.head.dep_ == "dobj":
        # "Peru dismissed reports that it had sold them"
        return _as_state(scene, token, children(verb.head.head, "nsubj"))
    if verb.dep_ in ("ccomp", "conj") and is_verb(verb.head):
        return _as_state(scene, token, children(verb.head, "nsubj", "nsubjpass"))
    start = token.sent.start
    if token.i != start or start == 0 or verb.dep_ != "ROOT":
        return None
    last = scene.doc[start - 1]
    if scene.block(last) != scene.block(token) or scene.quotation(token.idx):
        return None
    return _as_state(scene, token, children(last.sent.root, "nsubj"))


def _as_state(scene: Scene, token: Token, named: list[Token]) -> Filler | None:
    """The pronoun as the one state that is named there."""
    mention, entity = (
        (scene.mention(named[0]), scene.entity(named[0])) if len(named) == 1 else (None, None)
    )
    if mention is None or entity is None or entity.kind is not ActorKind.STATE:
        return None
    return scene.filler(Span(token.idx, token.idx + len(token)), entity.actor, mention.entity)


def speaker_of(scene: Scene, token: Token) -> Filler | None:
    """ "We" and "our" in a quotation are the speaker's state, "I" the speaker."""
    small = token.lower_
    if small not in _SPEAKER and small not in _SELF:
        return None
    if scene.quotation(token.idx) is None:
        return None
    index = speaker_at(scene, token)
    if index is None:
        return None
    entity = scene.cast.entities[index]
    if small in _SPEAKER and not _official(entity):
        return None  # an analyst's "we" is nobody's state
    actor = state_of(entity) if small in _SPEAKER else entity.actor
    return scene.filler(Span(token.idx, token.idx + len(token)), actor, index)


def _official(entity: Entity) -> bool:
    in_office = entity.kind is ActorKind.PERSON and (entity.sector in OFFICIAL or entity.actor)
    return bool(in_office) or entity.kind in (ActorKind.STATE, ActorKind.BLOC)
