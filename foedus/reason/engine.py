"""A scenario and a library in, the answers out: round by round, until the depth that is asked for.

What one round makes owed ("B must fight A") happens in the next, in the worlds in which it is
owed, so that no condition reaches into its own round. `spec.lp` says the same in a hundred lines.
"""

from collections.abc import Iterable, Sequence

from foedus.law.library import library
from foedus.model.scenario import Answer, Ask, Event, EventKind, Scenario
from foedus.model.treaty import Treaty
from foedus.model.treaty_words import Duty, Modality
from foedus.reason.clauses import gather
from foedus.reason.conflicts import conflicts, enemies
from foedus.reason.docket import Record, docket
from foedus.reason.extent import NEVER, Extent, tidy
from foedus.reason.situation import HOSTILE, Happening, Situation
from foedus.reason.tally import Tally, Weights

DEPTH = 2
# duties whose bearer comes to fight; to consult or to stay out is not to fight
FIGHT = (Duty.DEFENCE, Duty.OFFENCE, Duty.GUARANTEE)

_ORDER = ("owed", "disputed", "unknown", "not_owed")


def ask(
    scenario: Scenario,
    treaties: Sequence[Treaty] | None = None,
    depth: int = DEPTH,
    weights: Weights | None = None,
) -> tuple[Answer, ...]:
    """Every answer to the scenario, what is owed first; `scenario.ask` narrows them.

    `depth` 0 is what the events themselves set in motion; each round more is what follows.
    `weights` count some readings for more than others (`reason.weights`); without them none counts
    for more, and answers have no share.
    """
    tidy()
    course = Course(scenario, library().treaties if treaties is None else treaties, depth)
    tallies = [tally for tally in course.tallies() if _wanted(tally, scenario.ask)]
    against = conflicts(course.tallies(), course.situation)
    answers = [tally.answer(against.get(id(tally), ()), weights) for tally in tallies]
    return tuple(sorted(answers, key=lambda a: (_ORDER.index(a.verdict), a.round, a.treaty)))


class Course:
    """How a scenario runs through the rounds. What is gathered stands in `tallies`."""

    def __init__(self, scenario: Scenario, treaties: Sequence[Treaty], depth: int) -> None:
        self.scenario, self.docket = scenario, docket(treaties, scenario.on)
        self._depth = depth
        self._found: dict[tuple[str, str], dict[str, Tally]] = {}
        self._seen: dict[str, Record] = {}  # the treaties that were looked at
        self._joined: dict[tuple[str, str], Extent] = {}
        happenings = tuple(Happening(event) for event in scenario.events)
        self.situation = Situation(scenario, happenings, self.docket.allied)
        fresh = self.situation.happenings
        for round_ in range(depth + 1):
            self._run(fresh, round_)
            fresh = self._joining(round_ + 1)
            if not fresh:
                return
            self.situation = Situation(
                scenario, (*self.situation.happenings, *fresh), self.docket.allied
            )
        # who would have to join beyond the last round is asked only which duties stand against it
        self._run(fresh, depth + 1, standing=True)

    def tallies(self) -> list[Tally]:
        """What each bearer owes under each clause that concerns what happens."""
        return [tally for by_bearer in self._found.values() for tally in by_bearer.values()]

    def _run(self, fresh: Sequence[Happening], round_: int, standing: bool = False) -> None:
        for record in self._records(fresh, round_):
            known = record.treaty.id in self._seen
            self._seen[record.treaty.id] = record
            for numbered in record.parts:
                part = numbered[0]
                if standing and not part.standing:
                    continue
                tallies = self._found.setdefault((record.treaty.id, part.clause.id), {})
                again = part.shifting and round_ > 0
                if again:
                    for tally in tallies.values():
                        tally.clear()
                happenings = fresh if known and not again else self.situation.happenings
                gather(tallies, record, numbered, self.situation, happenings)
            self._override(record)

    def _records(self, fresh: Sequence[Happening], round_: int) -> Iterable[Record]:
        """The treaties that concern what is new, as far as they were signed by that day.

        Of what has ended, or is not yet in force, only the first round tells.
        """
        involved = {who for h in fresh for who in (*h.event.by, *h.event.on)}
        wanted = self.scenario.ask.treaty
        if not round_:
            # with no round to follow, the other treaties make no difference to the one asked about
            alone = bool(wanted) and not self._depth
            found = self.docket.concerning(() if alone else involved, wanted)
            return [r for r in found if r.signed or r.treaty.id == wanted]
        new = [r for r in self.docket.concerning(involved) if r.treaty.id not in self._seen]
        return [*self._seen.values(), *(r for r in new if r.stands)]

    def _override(self, record: Record) -> None:
        """What a clause overrides is owed only where the clause is not."""
        for part, _ in record.parts:
            for other in part.clause.overrides:
                over = self._found.get((record.treaty.id, part.clause.id), {})
                for bearer, tally in self._found.get((record.treaty.id, other), {}).items():
                    if bearer in over:
                        tally.override(over[bearer].raw)

    def _joining(self, round_: int) -> tuple[Happening, ...]:
        """Who comes to fight by what is owed, against whom, and in which worlds."""
        joining: dict[tuple[str, str], Extent] = {}
        for tally in self.tallies():
            if not comes_to_fight(tally):
                continue
            for enemy, extent in enemies(tally, self.situation).items():
                pair = (tally.bearer, enemy)
                joining[pair] = joining.get(pair, NEVER) | extent
        fresh: dict[tuple[str, str], Extent] = {}
        for pair, extent in joining.items():
            before = self._joined.get(pair, NEVER) | self._fights_already(pair)
            left = extent & ~before
            if not left.never:
                fresh[pair] = left
                self._joined[pair] = before | extent
        return tuple(self._together(fresh, round_))

    def _fights_already(self, pair: tuple[str, str]) -> Extent:
        return self.situation.attackers_of(pair[1]).get(pair[0], NEVER)

    def _together(self, pairs: dict[tuple[str, str], Extent], round_: int) -> Iterable[Happening]:
        """Those who join against the same enemies in the same worlds, as one happening."""
        against: dict[tuple[Extent, str], list[str]] = {}
        for (bearer, enemy), extent in pairs.items():
            against.setdefault((extent, enemy), []).append(bearer)
        sides: dict[tuple[Extent, str, tuple[str, ...]], list[str]] = {}
        for (extent, enemy), bearers in against.items():
            place = self._fought_at(enemy)
            sides.setdefault((extent, place, tuple(bearers)), []).append(enemy)
        for (extent, place, by), on in sides.items():
            yield Happening(Event(EventKind.JOIN, by, tuple(on), place), extent, round_)

    def _fought_at(self, enemy: str) -> str:
        """The place of the war that is joined: where the enemy, or anybody, first attacked."""
        events = [e for e in self.scenario.events if e.kind in HOSTILE and e.place]
        own = [event for event in events if enemy in event.by]
        return next((event.place for event in (*own, *events)), "")


def comes_to_fight(tally: Tally) -> bool:
    """Whether, in some world, the duty brings its bearer into the war."""
    clause = tally.clause
    return clause.duty in FIGHT and clause.modality is Modality.DUTY and not tally.sure.never


def _wanted(tally: Tally, wanted: Ask) -> bool:
    return wanted.bearer in ("", tally.bearer) and wanted.treaty in ("", tally.record.treaty.id)
