"""A pair noun in ("the two countries", "both leaders"), the two actors that it stands for out.

They are the two coordinated last in this or the previous sentence, else the two that are most
clearly in play in the text so far; where a third is nearly as much in play, nobody. Captions do
not count for a noun of the body.
"""

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.actor import ActorKind, Entity
from foedus.model.document import LineRole
from foedus.read.frames.grammar import word
from foedus.read.frames.scene import Scene, state_of

PERSONS, STATES = "persons", "states"
_PERSON_NOUNS = frozenset({"leader", "president", "minister", "premier", "man"})
_STATE_NOUNS = frozenset({
    "country", "nation", "state", "side", "government", "neighbour", "neighbor", "ally", "capital",
    "party", "power",
})  # fmt: skip
_BOTH = frozenset({"two", "both", "either", "each", "neither"})
BONDS = frozenset({
    "relation", "tie", "relationship", "alliance", "partnership", "friendship", "bond",
    "cooperation", "rapprochement", "collaboration",
})  # fmt: skip
_PLURAL = frozenset({"they", "them", "their", "theirs"})


def wants_pair(token: Token) -> str | None:
    """PERSONS or STATES if the words stand for a pair, else None."""
    small, lemma = token.lower_, word(token)
    if small in _PLURAL:
        return STATES
    kind = PERSONS if lemma in _PERSON_NOUNS else STATES if lemma in _STATE_NOUNS else None
    if any(c.lower_ == "of" and any(o.pos_ == "PROPN" for o in c.children) for c in token.rights):
        kind = None  # "the leaders of Peru and Chile" are named
    lefts = {t.lower_ for t in token.lefts}
    if kind and (lefts & _BOTH or (lefts == {"the"} and token.tag_ == "NNS")):
        return kind if lefts <= _BOTH | {"the", "our", "their", "these"} else None
    if small == "pair" and [c.lower_ for c in token.children] == ["the"]:
        return PERSONS
    if small in ("two", "both", "each") and token.dep_ in ("pobj", "nsubj", "nsubjpass", "dobj"):
        alone = all(c.dep_ == "det" for c in token.children)
        return STATES if _of_states(token) or alone else None
    return None


def _of_states(token: Token) -> bool:
    return any(
        word(noun) in _STATE_NOUNS for of in token.children if of.lower_ == "of"
        for noun in of.children
    )  # fmt: skip


def pair_of(scene: Scene, token: Token, want: str, margin: int = 2) -> tuple[int, int] | None:
    """The indices in the cast of the two actors, in order of the text.

    `margin` is by how much a third must be less in play (see `in_play`).
    """
    near = _coordinated(scene, token, want)
    if near or (token.lower_ in _PLURAL and not _of_bond(token)):
        return near
    return in_play(scene, token, want, margin)


def _of_bond(token: Token) -> bool:
    """ "Their alliance": a bond has two ends, so the pronoun stands for the two in play."""
    nouns = [token.head, *(n for of in token.head.children if of.lower_ == "of"
                           for n in of.children)]  # fmt: skip
    return token.dep_ == "poss" and any(word(noun) in BONDS for noun in nouns)


def _fits(entity: Entity, want: str) -> bool:
    if want == PERSONS:
        return entity.kind is ActorKind.PERSON and bool(entity.actor or entity.sector == "GOV")
    return state_of(entity) is not None and entity.kind in (ActorKind.STATE, ActorKind.PERSON)


def _identity(scene: Scene, index: int, want: str) -> str:
    entity = scene.cast.entities[index]
    return str(state_of(entity)) if want == STATES else str(index)


def _coordinated(scene: Scene, token: Token, want: str) -> tuple[int, int] | None:
    """Exactly two coordinated actors, the nearest before the token in its or the last sentence."""
    sentence = token.sent
    start = sentence.start
    if start > 0 and scene.block(scene.doc[start - 1]) == scene.block(token):
        start = scene.doc[start - 1].sent.start
    for i in range(token.i - 1, start - 1, -1):
        first = scene.doc[i]
        if first.dep_ == "conj" or (not first.ent_type_ and scene.mention(first) is None):
            continue
        members = [first, *first.conjuncts]
        if len(members) != 2 or members[1].i > token.i:
            continue
        found = _two(scene, members, want)
        if found:
            return found
    return None


def _two(scene: Scene, members: list[Token], want: str) -> tuple[int, int] | None:
    indices = []
    for member in members:
        mention = scene.mention(member)
        if mention is None or not _fits(scene.cast.entities[mention.entity], want):
            return None
        indices.append(mention.entity)
    if _identity(scene, indices[0], want) == _identity(scene, indices[1], want):
        return None
    return indices[0], indices[1]


def in_play(scene: Scene, token: Token, want: str, margin: int = 2) -> tuple[int, int] | None:
    """The two most often named so far, if the third is named `margin` times less often."""
    count: Counter[str] = Counter()
    first: dict[str, int] = {}
    for index in _so_far(scene, token):
        if _fits(scene.cast.entities[index], want):
            identity = _identity(scene, index, want)
            count[identity] += 1
            kind = scene.cast.entities[index].kind
            if identity not in first or (want == STATES and kind is ActorKind.STATE):
                first[identity] = index
    ranked = count.most_common(3)
    if len(ranked) < 2 or ranked[1][1] * 5 < ranked[0][1]:
        return None  # one alone is in play
    if len(ranked) > 2 and ranked[2][1] * margin > ranked[1][1]:
        return None
    one, two = ranked[0][0], ranked[1][0]
    order = list(first)
    pair = (one, two) if order.index(one) < order.index(two) else (two, one)
    return first[pair[0]], first[pair[1]]


def _so_far(scene: Scene, token: Token) -> Iterator[int]:
    in_body = scene.role(token) is not LineRole.CAPTION
    for mention in scene.cast.mentions:
        if mention.span.start >= token.idx:
            return
        if in_body and scene.role_at(mention.span.start) is LineRole.CAPTION:
            continue
        yield mention.entity
