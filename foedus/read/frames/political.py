"""Fillers in, whether they are states, blocs or somebody who stands for one, and for which, out."""

from collections.abc import Sequence

from foedus.model.actor import ActorKind, Entity
from foedus.model.claim import Filler
from foedus.read.frames.scene import Scene, state_of

OFFICIAL = frozenset({"GOV", "MIL", "LEG", "SPY"})
"""Sectors whose bodies and persons stand for their state."""


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
    """The entity of the cast that the filler names."""
    return None if filler.entity is None else scene.cast.entities[filler.entity]


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
    return entity.sector in OFFICIAL or (bool(filler.actor) and bool(entity.country))
