"""The instrument in the library and what is raised about it: everything put to the engine, once."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from foedus.law.standing import Standing, standing
from foedus.law.terms import term_of
from foedus.model.claim import Predicate
from foedus.model.scenario import EventKind
from foedus.model.term import Term
from foedus.model.treaty import Treaty
from foedus.report.desk import Desk
from foedus.report.sections.casus.outcomes import Outcome, outcomes
from foedus.report.sections.casus.placing import Placed, placed
from foedus.report.sections.casus.putting import Put, clause_of, in_force_day, put
from foedus.report.sections.casus.whatifs import Raised
from foedus.report.sections.instruments import Instrument
from foedus.report.sections.sources import published

DEEDS = {  # one, several, and what stands before the one who is hit
    EventKind.ATTACK: ("an attack", "attacks", "on"),
    EventKind.NONSTATE_ATTACK: ("an attack", "attacks", "on"),
    EventKind.THREAT: ("a threat", "threats", "to"),
    EventKind.BLOCKADE: ("a blockade", "blockades", "of"),
    EventKind.OCCUPATION: ("an occupation", "occupations", "of"),
    EventKind.DECLARATION: ("a declaration of war", "declarations of war", "on"),
}
REPORTS = "the reports"


@dataclass(frozen=True)
class Casus:
    """The instrument in the library, the day asked about, and everything put to it."""

    desk: Desk
    main: Instrument
    treaty: Treaty
    day: date
    basis: str
    raised: Raised

    @property
    def dated(self) -> bool:
        """Whether a report has a date; else the day is that of the signing."""
        return self.basis == REPORTS

    @cached_property
    def held(self) -> Standing:
        """Where the treaty stands on the day."""
        return standing(self.treaty, self.day)

    @cached_property
    def then(self) -> tuple[Put, ...]:
        """The answers on the day of the reports."""
        return put(self.desk, self.raised.whatifs, self.treaty, self.day)

    @cached_property
    def since(self) -> date | None:
        """The day on which it came into force after the reports, where the library has one."""
        return in_force_day(self.held)

    @cached_property
    def telling(self) -> tuple[Put, ...]:
        """The answers on the first day that can tell: the reports', or the entry into force."""
        if self.since is None:
            return self.then
        return put(self.desk, self.raised.whatifs, self.treaty, self.since)

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What the answers come to, each once."""
        found = (o for p in self.telling for o in outcomes(self.treaty, p.answers))
        return tuple(dict.fromkeys(found))

    @cached_property
    def open_terms(self) -> list[Term]:
        """The open terms of the clauses that are answered, those that decide first."""
        deciding = [t.rpartition("/")[2] for p in self.telling for a in p.answers for t in a.terms]
        others: list[str] = []
        for one in self.telling:
            for answer in one.answers:
                clause = clause_of(self.treaty, answer)
                limits = (*clause.conditions, *clause.unless)
                others += [*clause.open_terms, *(c.term for c in limits if c.term)]
        found = (term_of(word) for word in (*deciding, *others))
        return list({term.id: term for term in found if term}.values())

    @cached_property
    def readers(self) -> list[Placed]:
        """Who in the reports speaks of these terms."""
        return placed(self.desk, self.treaty.id, self.open_terms)


def published_day(desk: Desk) -> date | None:
    """The day of the last report that is dated."""
    return max((day for s in desk.sources() if (day := published(s))), default=None)


def day_of(desk: Desk, main: Instrument, treaty: Treaty) -> tuple[date | None, str]:
    """The day of the reports; where none is dated, the day of the signing as told or as held."""
    day = published_day(desk)
    if day:
        return day, REPORTS
    signed = (t.claim.time.since for t in main.stage(Predicate.AGREEMENT_SIGNED))
    day = next(filter(None, signed), None)
    if day:
        return day, "the signing, by the reports"
    return next((f.day.first for f in treaty.signed if f.day), None), "the signing, by the library"
