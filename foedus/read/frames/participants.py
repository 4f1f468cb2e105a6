"""A noun phrase in, the actors that it names out: each its own filler, states by their codes.

A name goes through the cast; a government's noun ("Polish troops", "the government in Rome")
stands for its state; "we" in a quotation is the speaker; "the two countries" are the pair that
`pairs` finds. What cannot be resolved is a filler without an actor.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from foedus.model.actor import ActorKind, Mention
from foedus.model.claim import Filler
from foedus.model.document import Span
from foedus.read.actors.listed import tie_of
from foedus.read.frames.grammar import children, conjuncts, prepositional, word
from foedus.read.frames.pairs import STATES, pair_of, wants_pair
from foedus.read.frames.political import OFFICIAL, political
from foedus.read.frames.pronouns import speaker_of, state_of_it
from foedus.read.frames.scene import Scene, state_of
from foedus.read.frames.several import of_a_number, several_of, signers_of
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

_TIE = 40  # characters of a name with what a hyphen ties to it
_NO_THIRD = 99  # times a third may be named less often than the two


def all_participants(scene: Scene, tokens: Sequence[Token]) -> list[Filler]:
    """The actors of several (already spread) tokens, each once."""
    found: list[Filler] = []
    for token in tokens:
        if scene.in_dateline(Span(token.idx, token.idx + len(token))):
            continue
        found.extend(f for f in _one(scene, token) if f not in found)
    return found


def _one(scene: Scene, token: Token) -> list[Filler]:
    speaker = speaker_of(scene, token)
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
    state_before = state_of_it(scene, token)
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


def _actor_of(scene: Scene, mention: Mention) -> str | None:
    """The entity's id; a ministry, an army or a state's own press stands for its state."""
    entity = scene.cast.entities[mention.entity]
    if entity.actor or entity.kind is ActorKind.PERSON:
        return entity.actor
    words = mention.span.of(scene.text).lower()
    official = entity.sector in OFFICIAL or " state media" in words or " state-run" in words
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
            if tie_of(scene.text[inner.idx : inner.idx + _TIE], 0, len(inner)) == "never":
                continue  # "US-backed forces"
            if mention and state and all(f.actor != state for f in found):
                found.append(scene.filler(span, state, mention.entity))
                break
    return found if token.tag_ in ("NNS", "NNPS") or len(joined) > 1 else found[:1]


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


def politic(scene: Scene, tokens: Sequence[Token]) -> list[Filler]:
    """The actors of the tokens that are states, blocs, or stand for one."""
    return [f for f in all_participants(scene, tokens) if political(scene, f)]
