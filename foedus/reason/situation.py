"""A scenario in; what stands on its day, asked in the words of clauses and readings, out.

What nobody has raised is assumed and said so; what is contested, or told by nobody and open by
its nature, becomes an axis.
"""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import product

from foedus.law.places import administered_by, controlled_by, holder_on, place_of
from foedus.law.terms import UNTOLD
from foedus.model.scenario import Event, EventKind, Scenario
from foedus.model.term import Place
from foedus.reason.extent import ALWAYS, NEVER, Axis, Extent, certainly, where
from foedus.reason.trail import Trail

ATTACKS = (EventKind.ATTACK, EventKind.NONSTATE_ATTACK, EventKind.OCCUPATION)
HOSTILE = (*ATTACKS, EventKind.JOIN, EventKind.DECLARATION, EventKind.BLOCKADE)
UNRAISED = "nobody has raised it"
SMALL = ("incident", "skirmish", "clash", "shelling", "cyber", "raid")
UNARMED = ("cyber", "economic", "sanctions", "embargo", "propaganda")
CIVIL = ("coast guard", "civil", "fishing", "merchant", "water cannon")
# how an attack began: who joins the war later did not begin it
OF_THE_ATTACK = ("not-self-defence", "unprovoked")
ON_FORCES = ("force", "troop", "vessel", "ship", "aircraft", "base", "embassy")


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


@dataclass(frozen=True, slots=True)
class Facts:
    """What holds of one event and the one to whom it happens.

    `named` are the attackers that the clause names, `supporters` those whom it names beside them.
    """

    situation: Situation
    event: Event
    victim: str
    named: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()

    @property
    def place(self) -> Place | None:
        """The record of the place, where the scenario gives one that is known."""
        return place_of(self.event.place) if self.event.place else None

    def get(self, name: str) -> Finding:
        """The fact with this name: as the question tells it, as events settle it, or by default.

        What the question tells of the attack is not told of those who join the war after it.
        """
        joins = self.event.kind is EventKind.JOIN and name not in self.situation.scenario.contest
        if not self.situation.told(name) or (joins and name in OF_THE_ATTACK):
            derived = self._derived(name)
            if derived is not None:
                return derived
        return self.situation.fact(name, UNTOLD.get(name))

    def _derived(self, name: str) -> Finding | None:
        """What the events or the record of the place settle; None: they do not."""
        for settle in (self._by_attacker, self._by_means, self._by_place, self._by_events):
            found = settle(name)
            if found is not None:
                return found
        return None

    def _by_attacker(self, name: str) -> Finding | None:
        who = ", ".join(self.event.by)
        state = self.event.kind is not EventKind.NONSTATE_ATTACK and any(
            map(is_state, self.event.by)
        )
        match name:
            case "by-a-state":
                return Finding(certainly(state), f"by {who}")
            case "by-a-state-or-found" if state:
                return Finding(ALWAYS, f"by {who}")
            case "by-a-state-or-found":
                return self.get("organ-found")
            case "from-outside" if self.event.kind is EventKind.COUP:
                return Finding(NEVER, "from within")
            case "attacker-named" if self.named:
                yes = any(by in self.named for by in self.event.by)
                return Finding(certainly(yes), f"the Power meant is {', '.join(self.named)}")
            case "attacker-beside" if self.named or self.supporters:
                return self._fighting({*self.named, *self.supporters})
            case "supporter-fights" if self.supporters:
                return self._fighting({*self.supporters})
            case "supporter-helps" if self.supporters:
                helped = self._fighting({*self.supporters})
                return helped if not helped.extent.never else self._threatening()
            case _:
                return None

    def _fighting(self, beside: AbstractSet[str]) -> Finding:
        """In which worlds one of these fights against the victim."""
        extent = NEVER
        for actor, fights in self.situation.attackers_of(self.victim).items():
            extent = extent | (fights if actor in beside else NEVER)
        return Finding(extent, f"with {', '.join(sorted(beside))}")

    def _threatening(self) -> Finding | None:
        """That a supporter arms or threatens is help; that it does neither tells nothing."""
        for happening in self.situation.of(EventKind.MOBILISATION, EventKind.THREAT):
            who = {*happening.event.by} & {*self.supporters}
            if who and self.victim in happening.event.on:
                told = f"{happening.event.kind.value} by {', '.join(sorted(who))}"
                return Finding(happening.extent, told)
        return None

    def _by_means(self, name: str) -> Finding | None:
        means = self.event.means.lower()
        told = f"by means of: {self.event.means}"
        match name:
            case "grave" if any(word in means for word in SMALL):
                return Finding(NEVER, told)
            case "by-force" if any(word in means for word in UNARMED):
                return Finding(NEVER, told)
            case "on-forces" if any(word in means for word in ON_FORCES):
                return Finding(ALWAYS, told)
            case "military-target" if any(word in means for word in CIVIL):
                return Finding(NEVER, told)
            case "general-mobilisation" if "partial" in means:
                return Finding(NEVER, told)
            case _:
                return None

    def _by_place(self, name: str) -> Finding | None:
        place, day = self.place, self.situation.since(self.event)
        if place is None:
            return None
        match name:
            case "border-delimited":
                return Finding(certainly("border-not-delimited" not in place.facts), place.names[0])
            case "metropolitan":
                return Finding(certainly("overseas" not in place.facts), place.names[0])
            case "in-area":
                return Finding(certainly("area-doubtful" not in place.facts), place.names[0])
            case "on-territory":
                return self._held_by(place, holder_on(place.recognised, day), "recognised as")
            case "administered":
                return self._held_by(place, administered_by(place, day), "administered by")
            case "controlled":
                return self._held_by(place, controlled_by(place, day), "held by")
            case _:
                return None

    def _by_events(self, name: str) -> Finding | None:
        match name:
            case "organ-found":
                found = [h for h in self.situation.of(EventKind.FINDING) if self._about(h.event)]
                who = ", ".join(by for h in found for by in h.event.by)
                if not found:
                    return Finding(NEVER, "no finding", assumed=True)
                return Finding(ALWAYS, f"found by {who}")
            case "requested":
                asked = [
                    h for h in self.situation.of(EventKind.REQUEST) if self.victim in h.event.by
                ]
                if not asked:
                    return Finding(NEVER, "nobody has asked", assumed=True)
                return Finding(ALWAYS, "asked for")
            case "declared":
                return self._declared()
            case "not-self-defence" if self.event.kind is EventKind.JOIN:
                return self._joins_no_victim()
            case "unprovoked":
                first = self.situation.opened_by(self.victim, self.event)
                told = f"{self.victim} itself attacked {', '.join(first.event.on)}" if first else ""
                return Finding(NEVER, told) if first else None
            case "war-continues":
                over = self.event.until is not None and self.event.until < self.situation.day
                return Finding(certainly(not over), f"since {self.situation.since(self.event)}")
            case _:
                return None

    def _joins_no_victim(self) -> Finding | None:
        """Who joins against one that has itself attacked helps in defence; else nothing is told."""
        attacked = [h for h in self.situation.of(*ATTACKS) if self.victim in h.event.by]
        if not attacked:
            return None
        return Finding(NEVER, f"joins against {self.victim}, which attacked")

    def _about(self, event: Event) -> bool:
        return not event.on or self.victim in event.on

    def _declared(self) -> Finding:
        sides = {self.victim, *self.event.by}
        for happening in self.situation.of(EventKind.DECLARATION):
            if sides & set(happening.event.by) and sides & set(happening.event.on):
                return Finding(happening.extent, f"declared by {', '.join(happening.event.by)}")
        return self.situation.fact("declared", False)

    def _held_by(self, place: Place, holders: Iterable[str], how: str) -> Finding:
        names = tuple(holders)
        told = f"{place.names[0]}: {how} {', '.join(names) or 'nobody in particular'}"
        return Finding(certainly(self.victim in names), told)
