"""One step in the life of an agreement, as a draft: which instrument, by whom, where."""

from dataclasses import replace

from spacy.tokens import Token

from foedus.model.claim import Filler, Mood, Predicate
from foedus.model.document import Span
from foedus.read.frames.draft import Draft, roles
from foedus.read.frames.grammar import children, passive, prepositional
from foedus.read.frames.instruments import (
    instrument,
    is_instrument,
    joined,
    kind,
    of_nation,
    others,
)
from foedus.read.frames.pairs import wants_pair
from foedus.read.frames.participants import all_participants
from foedus.read.frames.political import states_of
from foedus.read.frames.scene import Scene
from foedus.read.frames.subjects import doers

SIGNING = {"signing": Predicate.AGREEMENT_SIGNED, "signature": Predicate.AGREEMENT_SIGNED,
            "ratification": Predicate.AGREEMENT_RATIFIED,
            "suspension": Predicate.AGREEMENT_SUSPENDED,
            "publication": Predicate.AGREEMENT_PUBLISHED}  # fmt: skip
ONE_SIDED = frozenset({
    Predicate.AGREEMENT_SUSPENDED, Predicate.AGREEMENT_DENOUNCED, Predicate.AGREEMENT_RATIFIED,
    Predicate.AGREEMENT_PROPOSED,
})  # fmt: skip
"""Steps that a party takes for itself: the other party takes no part in them."""

AWAITING = frozenset({"after", "upon", "on", "following", "pending", "once", "until"})
_SPOKEN_OF = frozenset({"the", "this", "that"})
_PUBLISHERS = frozenset({"by", "in", "on"})


def instruments_among(scene: Scene, tokens: list[Token]) -> list[Token]:
    """Those of the tokens that are agreements between states."""
    return [t for t in tokens if is_instrument(scene, t)]


def spoken_of(token: Token) -> bool:
    """ "The protocol", "this agreement": one that the text has told of; or "no pact" at all."""
    return any(c.lower_ in _SPOKEN_OF or c.lower_ == "no" for c in children(token, "det"))


def actors_in(scene: Scene, verb: Token, predicate: Predicate) -> list[Filler]:
    """Who takes the step: actors of the cast, and pairs that are not resolved."""
    tokens = doers(verb)
    if predicate is Predicate.AGREEMENT_PUBLISHED and not tokens:
        tokens = prepositional(verb, _PUBLISHERS)
    pairs = [scene.noun_phrase(t) for t in tokens if wants_pair(t)]
    fillers = all_participants(scene, tokens)
    return [f for f in fillers if f.actor or f.entity is not None or f.span in pairs]


def step(
    scene: Scene, trigger: Token, token: Token, involved: list[Filler], predicate: Predicate
) -> Draft:
    """The step at the trigger, for the instrument at the token.

    Of a step that one side takes alone, `involved` are those who take it: the other parties are
    its target.
    """
    alone = predicate in ONE_SIDED
    stands = joined(scene, token) or of_nation(scene, token)
    whom = others(scene, stands, involved) if alone else []
    found = roles(
        source=involved + states_of(scene, involved) if alone else involved, target=whom,
        instrument=instrument(scene, token), kind=kind(scene, token),
        place=_places(scene, trigger),
    )  # fmt: skip
    return Draft(predicate, trigger, found)


def due(draft: Draft) -> Draft:
    """ "Must still be ratified": to come; "Peru should leave it": what somebody would have."""
    verb = draft.trigger
    helpers = children(verb, "aux", "auxpass")
    perfect = any(c.lower_ in ("have", "'ve") for c in helpers)
    inverted = [c for c in children(verb, "nsubj", "nsubjpass") if helpers and c.i > helpers[0].i]
    own = not perfect and not inverted and draft.mood is None
    for modal in helpers if own else ():
        if modal.lower_ in ("must", "should", "shall", "ought"):
            wished = modal.lower_ in ("should", "ought") and not passive(verb)
            shown = (Span(modal.idx, modal.idx + len(modal)),)
            mood = Mood.PROPOSED if wished else Mood.INTENDED
            return replace(draft, mood=mood, mood_words=shown)
    return draft


def _places(scene: Scene, verb: Token) -> list[Filler]:
    return [
        scene.filler(scene.noun_phrase(t, "of"))
        for t in prepositional(verb, {"in", "at"}) if t.ent_type_ in ("GPE", "LOC", "FAC")
        and t.left_edge.ent_type_ != "DATE"
    ]  # fmt: skip
