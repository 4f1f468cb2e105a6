"""What is owed in, the duties of one bearer that cannot be kept together out.

To fight a state, and not to attack it or to stay out of its war; to fight two states for each
other's sake. They are reported, and not resolved.
"""

from collections.abc import Iterable

from foedus.model.treaty_words import Duty, Modality, TriggerKind
from foedus.reason.extent import NEVER, Extent
from foedus.reason.parts import PEACEFUL
from foedus.reason.situation import Situation
from foedus.reason.tally import Tally

WARLIKE = (Duty.DEFENCE, Duty.OFFENCE, Duty.GUARANTEE)


def conflicts(tallies: Iterable[Tally], situation: Situation) -> dict[int, tuple[str, ...]]:
    """For each tally (by `id`) the clauses ("treaty/clause") that in some world stand against it.

    Two duties conflict where one bids the bearer fight one to whom the other is owed, and there is
    a world in which both bind.
    """
    by_bearer: dict[str, list[Tally]] = {}
    for tally in tallies:
        binds = tally.clause.modality is not Modality.PERMISSION and not tally.sure.never
        if binds and tally.clause.duty in (*PEACEFUL, *WARLIKE):
            by_bearer.setdefault(tally.bearer, []).append(tally)
    found: dict[int, list[str]] = {}
    for held in by_bearer.values():
        fights = [tally for tally in held if tally.clause.duty in WARLIKE]
        for fight in fights:
            against = enemies(fight, situation)
            for other in held:
                if other is not fight and _stands_against(fight, against, other):
                    found.setdefault(id(fight), []).append(_named(other))
                    found.setdefault(id(other), []).append(_named(fight))
    return {key: tuple(dict.fromkeys(named)) for key, named in found.items()}


def enemies(tally: Tally, situation: Situation) -> dict[str, Extent]:
    """Whom the duty bids its bearer fight, and in which worlds.

    Who attacks those to whom it is owed; where their being at war is what counts, also those whom
    they attack.
    """
    found: dict[str, Extent] = {}
    at_war = tally.clause.trigger.kind is TriggerKind.WAR
    for victims, owed in tally.helped.items():
        both = owed & tally.sure
        if both.never:
            continue
        for enemy, extent in situation.against(victims, tally.bearer, at_war).items():
            if enemy != tally.bearer:
                found[enemy] = found.get(enemy, NEVER) | (both & extent)
    return {enemy: extent for enemy, extent in found.items() if not extent.never}


def _stands_against(fight: Tally, against: dict[str, Extent], other: Tally) -> bool:
    """Whether the other duty is owed to an enemy, in a world in which both bind."""
    owed = [
        against[state] & extent & other.sure
        for states, extent in other.helped.items()
        for state in states
        if state in against
    ]
    if all(extent.never for extent in owed):
        return False
    # an ally that attacks another ally is itself no victim whom the treaty bids to help
    return other.clause.duty in PEACEFUL or other.part is not fight.part


def _named(tally: Tally) -> str:
    return f"{tally.record.treaty.id}/{tally.clause.id}"
