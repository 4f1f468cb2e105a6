"""A noun phrase in, the actors that it names out: each its own filler, states by their codes.

A name goes through the cast; a government's noun ("Polish troops", "the government in Rome")
stands for its state; "we" in a quotation is the speaker; "the two countries" are the pair that
`pairs` finds. What cannot be resolved is a filler without an actor.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from foedus.model.actor import ActorKind, Entity, Mention
from foedus.model.claim import Filler
from foedus.model.document import Span
from foedus.read.frames.grammar import children, conjuncts, is_verb, prepositional, word
from foedus.read.frames.pairs import PERSONS, STATES, pair_of, wants_pair
from foedus.read.frames.scene import Scene, state_of
from foedus.read.frames.several import of_a_number, several_of, signers_of
from foedus.read.frames.voices import speaker_at
from foedus.read.moods.words import REPORTS
from foedus.read.speaker_phrases import mention_of

OF_STATE = frozenset({
    "government", "regime", "administration", "authority", "official", "troop", "force", "army",
    "military", "navy", "soldier", "diplomat", "delegation", "parliament", "congress", "senate",
    "leadership", "embassy", "ministry", "foreign", "side", "country", "nation", "state", "people",
    "medium", "republic", "kingdom", "capital", "warplane", "jet", "aircraft", "warship",
    "fighter", "police",
    "intelligence", "negotiator", "envoy", "ambassador", "cabinet", "lawmaker", "media", "agency",
    "minister", "president", "premier", "chancellor", "leader", "king", "newspaper", "television",
    "airline", "guard", "commander", "artillery", "airstrike", "helicopter", "drone",
})  # fmt: skip
"""Nouns that, with a state before them, act for that state."""

_FORCES = frozenset({
    "troop", "force", "army", "military", "navy", "soldier", "warplane", "jet", "aircraft",
    "warship", "fighter", "people", "artillery", "helicopter", "drone", "guard",
})  # fmt: skip
"""Those of them that may stand in a land without being of it ("troops in Chad")."""

_NO_THIRD = 99  # times a third may be named less often than the two
_SPEAKER = frozenset({"we", "us", "our", "ours", "ourselves"})
_SECTORS = frozenset({"GOV", "MIL", "LEG", "SPY"})
_SELF = frozenset({"i", "me", "my"})


def participants(scene: Scene, token: Token) -> list[Filler]:
    """The actors of a noun phrase and of what is coordinated with it, in order."""
    return [f for each in conjuncts(token) for f in _one(scene, each)]


def all_participants(scene: Scene, tokens: Sequence[Token]) -> list[Filler]:
    """The actors of several (already spread) tokens, each once."""
    found: list[Filler] = []
    for token in tokens:
        if scene.in_dateline(Span(token.idx, token.idx + len(token))):
            continue
        found.extend(f for f in _one(scene, token) if f not in found)
    return found


def known(fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers that name an actor of the gazetteer."""
    return [f for f in fillers if f.actor]


def _one(scene: Scene, token: Token) -> list[Filler]:
    speaker = _speaker(scene, token)
    if speaker:
        return [speaker]
    several = _several(scene, token) or _pair(scene, token)
    if several:
        return several
    if scene.mention(token) and mention_of(scene.cast, token) is None:
        return [scene.words(token)]  # "a Spain that wants peace", "an Italian": not the state
    mention = scene.mention(token) or _after_title(scene, token) or _named_beside(scene, token)
    group = mention is not None and scene.cast.entity_of(mention).actor is None
    states = _through_modifiers(scene, token) if group else []
    if len(states) > 1:
        return states
    if mention:
        return [scene.filler(mention.span, _actor_of(scene, mention), mention.entity)]
    states = _through_modifiers(scene, token)
    if states:
        return states
    state_before = _it(scene, token)
    if state_before:
        return [state_before]
    if token.pos_ == "PRON":
        return [scene.filler(Span(token.idx, token.idx + len(token)))]
    return [scene.words(token)]


def _pair(scene: Scene, token: Token) -> list[Filler]:
    """ "The two countries", "both leaders": the two, else the words where nobody is named."""
    want = wants_pair(token)
    if not want:
        return []
    beside = _named_after(scene, token)
    if beside:
        return beside
    span = scene.noun_phrase(token)
    found = signers_of(scene, token) or pair_of(scene, token, want)
    if found:
        return [scene.filler(span, _actor(scene, f, want), f) for f in found]
    return [scene.filler(span)] if scene.mention(token) is None else []


def _several(scene: Scene, token: Token) -> list[Filler]:
    """ "The three countries", and "they" for them, each its own filler; else the words alone."""
    span, found = scene.noun_phrase(token), several_of(scene, token)
    if not found and of_a_number(token):
        return [scene.filler(span)]
    return [scene.filler(span, _actor(scene, f, STATES), f) for f in found]


def _named_after(scene: Scene, token: Token) -> list[Filler]:
    """ "The two leaders, A and B": those whom the apposition names."""
    named = [t for first in children(token, "appos") for t in conjuncts(first)]
    mentions = [scene.mention(t) for t in named]
    if len(named) < 2 or None in mentions:
        return []
    return [scene.filler(m.span, _actor_of(scene, m), m.entity) for m in mentions if m is not None]


def _it(scene: Scene, token: Token) -> Filler | None:
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


def _actor_of(scene: Scene, mention: Mention) -> str | None:
    """The entity's id; a ministry, an army or a state's own press stands for its state."""
    entity = scene.cast.entities[mention.entity]
    if entity.actor or entity.kind is ActorKind.PERSON:
        return entity.actor
    words = mention.span.of(scene.text).lower()
    official = entity.sector in _SECTORS or " state media" in words or " state-run" in words
    return state_of(entity) if official else None


def _after_title(scene: Scene, token: Token) -> Mention | None:
    """ "President To Lam" where the parse stops at the title: the name that follows at once."""
    if token.pos_ != "PROPN" or token.i + 1 >= token.sent.end or token.nbor(1).is_punct:
        return None
    mention = scene.mention(token.nbor(1))
    if mention and scene.cast.entities[mention.entity].kind is ActorKind.PERSON:
        return mention
    return None


def _named_beside(scene: Scene, token: Token) -> Mention | None:
    """ "His counterpart Jean Petit", "its ally Peru": whose name stands beside the noun."""
    for beside in children(token, "appos"):
        mention = scene.mention(beside)
        after = token.nbor(1).text == "," if token.i + 1 < len(token.doc) else False
        near = beside.left_edge.i == token.i + (2 if after and token.tag_ == "NN" else 1)
        states = {ActorKind.STATE} if word(token) in _STATES else set()
        kinds = states | {ActorKind.PERSON}
        fits = mention and scene.cast.entities[mention.entity].kind in kinds
        if near and fits and token.pos_ == "NOUN":
            return mention
    return None


_STATES = frozenset({"ally", "neighbour", "neighbor", "rival", "partner", "enemy", "patron"})


def _actor(scene: Scene, index: int, want: str) -> str | None:
    entity = scene.cast.entities[index]
    return state_of(entity) if want == STATES else entity.actor


def _through_modifiers(scene: Scene, token: Token) -> list[Filler]:
    """ "Polish troops", "its government", "the leaders of Chad and Mali": the states behind."""
    if word(token) not in OF_STATE:
        return []
    belonging = {"of"} if word(token) in _FORCES else {"of", "in"}
    modifiers = [t for t in token.lefts if t.dep_ in ("amod", "compound", "nmod", "poss")]
    joined = [each for t in modifiers for each in conjuncts(t)]
    span, found = scene.noun_phrase(token), list[Filler]()
    for both in prepositional(token, {"of"}):  # "the ministers of the two countries"
        # a third that is named at all leaves open which two they are
        pair = pair_of(scene, both, STATES, _NO_THIRD) if wants_pair(both) == STATES else None
        if pair and token.tag_ == "NNS":
            return [scene.filler(span, _actor(scene, f, STATES), f) for f in pair]
    for modifier in [*joined, *prepositional(token, belonging)]:
        for inner in (modifier, *modifier.lefts):
            mention, entity = scene.mention(inner), scene.entity(inner)
            state = state_of(entity) if entity else None
            if mention and state and all(f.actor != state for f in found):
                found.append(scene.filler(span, state, mention.entity))
                break
    return found if token.tag_ in ("NNS", "NNPS") or len(joined) > 1 else found[:1]


def _speaker(scene: Scene, token: Token) -> Filler | None:
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
    in_office = entity.kind is ActorKind.PERSON and (entity.sector in _SECTORS or entity.actor)
    return bool(in_office) or entity.kind in (ActorKind.STATE, ActorKind.BLOC)


def states_of(scene: Scene, fillers: Sequence[Filler]) -> list[Filler]:
    """For each person among the fillers a filler of the same words that names the person's state.

    States that the fillers name already are left out.
    """
    have = {f.actor for f in fillers}
    found: list[Filler] = []
    for filler in fillers:
        entity = entity_of(scene, filler)
        state = state_of(entity) if entity and entity.kind is ActorKind.PERSON else None
        if state and state not in have:
            have.add(state)
            found.append(scene.filler(filler.span, state, filler.entity))
    return found


def entity_of(scene: Scene, filler: Filler) -> Entity | None:
    return None if filler.entity is None else scene.cast.entities[filler.entity]


_BEINGS = frozenset({
    "rebel", "group", "militia", "company", "firm", "fighter", "force", "troop", "ally", "country",
    "state", "government", "separatist", "insurgent", "civilian", "refugee", "army", "nation",
    "power", "official", "leader", "military", "authority", "people", "regime", "junta",
    "neighbour", "neighbor", "who", "they", "it", "he", "she", "we",
})  # fmt: skip


def beings(scene: Scene, tokens: Sequence[Token]) -> list[Filler]:
    """The actors that the tokens name, and those unknown ones that can act at all."""
    return [
        f for token in tokens for f in _one(scene, token)
        if f.actor or f.entity is not None or word(token) in _BEINGS
        or token.ent_type_ in ("GPE", "ORG", "NORP", "PERSON")
    ]  # fmt: skip


def is_state(filler: Filler) -> bool:
    """Does the filler name a state?"""
    return bool(filler.actor) and "/" not in str(filler.actor)


def political(scene: Scene, filler: Filler) -> bool:
    """Is the filler a state, a bloc, or somebody who stands for one?"""
    if is_state(filler):
        return True
    entity = entity_of(scene, filler)
    if entity is None:
        return False
    if entity.kind in (ActorKind.STATE, ActorKind.BLOC):
        return True
    if entity.kind is ActorKind.MEDIA:
        return False
    return entity.sector in _SECTORS or (bool(filler.actor) and bool(entity.country))


def politic(scene: Scene, tokens: Sequence[Token]) -> list[Filler]:
    """The actors of the tokens that are states, blocs, or stand for one."""
    return [f for f in all_participants(scene, tokens) if political(scene, f)]


__all__ = [
    "PERSONS", "STATES", "all_participants", "is_state", "known", "participants", "politic",
    "political", "states_of",
]  # fmt: skip
