"""One event and the one to whom it happens in; out, what holds of them, in the words of readings.

A fact is as the question tells it, else as the events and the record of the place settle it, else
as it is taken to be while nobody has raised it.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from foedus.law.places import administered_by, controlled_by, holder_on, place_of
from foedus.law.terms import UNTOLD
from foedus.model.scenario import Event, EventKind
from foedus.model.term import Place
from foedus.reason.extent import ALWAYS, NEVER, certainly
from foedus.reason.situation import ATTACKS, Finding, Situation, is_state

SMALL = ("incident", "skirmish", "clash", "shelling", "cyber", "raid")
UNARMED = ("cyber", "economic", "sanctions", "embargo", "propaganda")
CIVIL = ("coast guard", "civil", "fishing", "merchant", "water cannon")
ON_FORCES = ("force", "troop", "vessel", "ship", "aircraft", "base", "embassy")
# how an attack began: who joins the war later did not begin it
OF_THE_ATTACK = ("not-self-defence", "unprovoked")


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
