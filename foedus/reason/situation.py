"""A scenario in; what stands on its day, asked in the words of clauses and readings, out.

What nobody has raised is assumed and said so; what is contested, or told by nobody and open by
its nature, becomes an axis.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import product

from foedus.model.scenario import Event, EventKind, Scenario
from foedus.reason.extent import ALWAYS, NEVER, Axis, Extent, certainly, where
from foedus.reason.trail import Trail

ATTACKS = (EventKind.ATTACK, EventKind.NONSTATE_ATTACK, EventKind.OCCUPATION)
HOSTILE = (*ATTACKS, EventKind.JOIN, EventKind.DECLARATION, EventKind.BLOCKADE)
UNRAISED = "nobody has raised it"


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with the worlds in which it takes place, and the round that brought it about."""

    event: Event
    extent: Extent = ALWAYS
    round: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """In which worlds a fact holds; `assumed` where nobody has said anything of it."""

    extent: Extent
    because: str = ""
    assumed: bool = False


class Situation:
    """The scenario and all that has happened up to a round; `allied` tells whom treaties join."""

    def __init__(
        self,
        scenario: Scenario,
        happenings: tuple[Happening, ...],
        allied: Callable[[str, str], tuple[str, ...]] = lambda one, other: (),
    ) -> None:
        self.scenario, self.allied, self.day = scenario, allied, scenario.on
        # what has happened by the day asked about
        self.happenings = tuple(h for h in happenings if self.since(h.event) <= self.day)
        # who stands in the question itself
        self.met = frozenset(who for e in scenario.events for who in (*e.by, *e.on))
        self.round = max((h.round for h in self.happenings), default=0)
        self._fighting: dict[str, dict[str, Extent]] = {}
        self._fought: dict[str, dict[str, Extent]] = {}
        self._against: dict[tuple[tuple[str, ...], str, bool], dict[str, Extent]] = {}
        self._hostile: set[tuple[str, str]] = set()
        for happening in self.of(*HOSTILE):
            self._fights(happening)
        for happening in self.of(*HOSTILE, EventKind.COUP):
            if not happening.round:
                self._hostile.update(product(happening.event.by, happening.event.on))

    def _fights(self, happening: Happening) -> None:
        for victim in happening.event.on:
            known = self._fighting.setdefault(victim, {})
            for actor in happening.event.by:
                known[actor] = known.get(actor, NEVER) | happening.extent
                self._fought.setdefault(actor, {})[victim] = known[actor]

    def since(self, event: Event) -> date:
        """When the event began: the day asked about, where the scenario does not say."""
        return event.since or self.day

    def of(self, *kinds: EventKind) -> tuple[Happening, ...]:
        """What has happened of these kinds, by the day asked about."""
        return tuple(h for h in self.happenings if h.event.kind in kinds)

    def told(self, name: str) -> bool:
        """Whether the question itself says anything of the fact."""
        scenario = self.scenario
        names = {name, opposite_of(name)}
        return bool(names & {*scenario.assume, *scenario.contest})

    def fact(self, name: str, default: bool | None) -> Finding:
        """A fact as assumed, as contested, else as by default; None: open as long as nobody tells.

        `contest` of "provoked" opens "unprovoked" too: the one is the other denied.
        """
        assume, contest = self.scenario.assume, self.scenario.contest
        opposite = opposite_of(name)
        if name in assume or opposite in assume:
            yes = assume[name] if name in assume else not assume[opposite]
            return Finding(certainly(yes), f"assumed in the question: {name} is {str(yes).lower()}")
        if name in contest or opposite in contest or default is None:
            return Finding(where(Axis(f"fact/{name}", ("true", "false")), ("true",)), "contested")
        return Finding(certainly(default), UNRAISED, assumed=True)

    def settled(self, trail: Trail) -> Trail:
        """The trail with what the question assumes of the facts on which it turns."""
        extent = trail.extent
        for axis in extent.axes:
            side = self.scenario.assume.get(axis.name.removeprefix("fact/"))
            if side is not None:
                extent = extent.given(axis.name, str(side).lower())
        if extent is trail.extent:
            return trail
        held = not extent.never
        *before, last = trail.steps
        told = replace(last, held=held, axis="", because=f"{last.because}; assumed in the question")
        return Trail(extent, (*before, told), trail.missing, len(before) + held)

    def attackers_of(self, victim: str) -> Mapping[str, Extent]:
        """Who fights against the victim, and in which worlds."""
        return self._fighting.get(victim, {})

    def fought_by(self, actor: str) -> Mapping[str, Extent]:
        """Against whom the actor fights, and in which worlds."""
        return self._fought.get(actor, {})

    def against(self, victims: tuple[str, ...], bearer: str, at_war: bool) -> Mapping[str, Extent]:
        """Who fights against any of the victims but the bearer; `at_war`: whom they fight, too."""
        key = (victims, bearer if bearer in victims else "", at_war)
        if key not in self._against:
            found: dict[str, Extent] = {}
            for victim in victims:
                sides = (self.attackers_of(victim), self.fought_by(victim))
                for side in () if victim == bearer else sides[: 1 + at_war]:
                    for enemy, extent in side.items():
                        found[enemy] = found.get(enemy, NEVER) | extent
            self._against[key] = found
        return self._against[key]

    def hostile(self, actor: str, victim: str) -> bool:
        """Whether, by the scenario itself, the actor acts against the victim."""
        return (actor, victim) in self._hostile

    def opened_by(self, victim: str, event: Event) -> Happening | None:
        """Where the victim itself attacked one of the event's actors, no later than they did."""
        for happening in self.of(EventKind.ATTACK, EventKind.OCCUPATION):
            earlier = self.since(happening.event) <= self.since(event)
            if earlier and victim in happening.event.by and {*event.by} & {*happening.event.on}:
                return happening
        return None


def opposite_of(name: str) -> str:
    """The name of the fact that holds where this one does not: "provoked" for "unprovoked"."""
    return name.removeprefix("un") if name.startswith("un") else f"un{name}"


@cache
def is_state(actor: str) -> bool:
    """Whether the id is a state's: three capital letters."""
    return len(actor) == 3 and actor.isupper() and actor.isalpha()
