"""What is owed in, the duties of one bearer that cannot be kept together out.

To fight a state, and not to attack it or to stay out of its war; to fight two states for each
other's sake. They are reported, and not resolved.
"""

from collections.abc import Iterable

from foedus.model.treaty_words import Duty, Modality
from foedus.reason.clauses import Tally
from foedus.reason.situation import Situation

# duties towards a state that fighting against it would break
PEACEFUL = (
    Duty.NONAGGRESSION, Duty.NEUTRALITY, Duty.WITHHOLD_SUPPORT,
)  # fmt: skip
WARLIKE = (Duty.DEFENCE, Duty.OFFENCE, Duty.GUARANTEE)


def conflicts(tallies: Iterable[Tally], situation: Situation) -> dict[int, tuple[str, ...]]:
    """For each tally (by `id`) the clauses ("treaty/clause") that in some world stand against it.

    Two duties conflict where one bids the bearer fight one to whom the other is owed, and there is
    a world in which both bind.
    """
    by_bearer: dict[str, list[Tally]] = {}
    for tally in tallies:
        binds = tally.clause.modality is not Modality.PERMISSION and not tally.extent.never
        if binds and tally.clause.duty in (*PEACEFUL, *WARLIKE) and not tally.missing:
            by_bearer.setdefault(tally.bearer, []).append(tally)
    found: dict[int, list[str]] = {}
    for held in by_bearer.values():
        fights = [tally for tally in held if tally.clause.duty in WARLIKE]
        for fight in fights:
            enemies = _enemies(fight, situation)
            for other in held:
                if other is not fight and _stands_against(fight, enemies, other, situation):
                    found.setdefault(id(fight), []).append(_named(other))
                    found.setdefault(id(other), []).append(_named(fight))
    return {key: tuple(dict.fromkeys(named)) for key, named in found.items()}


def _enemies(fight: Tally, situation: Situation) -> set[str]:
    """Whom the duty bids its bearer fight."""
    return {
        enemy
        for victim in fight.owed_to
        for enemy, extent in situation.attackers_of(victim).items()
        if enemy != fight.bearer and not (extent & fight.extent).never
    }


def _stands_against(fight: Tally, enemies: set[str], other: Tally, situation: Situation) -> bool:
    """Whether the other duty is owed to an enemy, in a world in which both bind."""
    owed = enemies & {*other.owed_to}
    if not owed or (fight.extent & other.extent).never:
        return False
    # an ally that attacks another ally is itself no victim whom the treaty bids to help
    return other.clause.duty in PEACEFUL or other.part is not fight.part


def _named(tally: Tally) -> str:
    return f"{tally.record.treaty.id}/{tally.clause.id}"
