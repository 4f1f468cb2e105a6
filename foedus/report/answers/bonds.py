"""A state, a day and treaties in; out, each duty that binds it to others, or others to it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from foedus.law import standing
from foedus.model.treaty import Article, Clause, Treaty
from foedus.model.treaty_words import Bearer, Beneficiary, TextStatus, TreatyStatus
from foedus.reason.docket import Record, docket
from foedus.report.answers.entry import Line
from foedus.report.answers.naming import (
    article_name,
    day_told,
    partial,
    state,
    states,
    the_state,
    told,
    treaty_name,
)
from foedus.report.answers.phrases import duty_noun, response_words, trigger_words
from foedus.report.naming import capitalised, count_words, listed

Row = dict[str, Any]
IN_FORCE, SIGNED, SUSPENDED, UNKNOWN = "in force", "signed, not in force", "suspended", "not known"
STANDS = (IN_FORCE, SIGNED, SUSPENDED, UNKNOWN)
_FIRST = ("defence", "guarantee", "offence", "assistance", "mobilisation", "measures")


@dataclass(frozen=True, slots=True)
class Bond:
    """One duty between a state and others on a day, under one clause.

    `owes`: the state owes it to them; `is_owed`: they owe it to the state. `stands` is one of
    `STANDS`, `because` the dates on which that rests.
    """

    treaty: Treaty
    article: Article
    clause: Clause
    partners: tuple[str, ...]
    owes: bool
    is_owed: bool
    stands: str
    because: str

    def direction(self, actor: str) -> str:
        """Who owes it to whom, in words; `actor` is the state whose bond it is."""
        if self.owes and self.is_owed:
            return "each to the other"
        name = the_state(actor)
        return f"{name} owes it" if self.owes else f"owed to {name}"

    def row(self) -> Row:
        """The bond as plain values."""
        response = self.clause.response
        return {
            "partners": list(self.partners),
            "names": [state(partner) for partner in self.partners],
            "treaty": self.treaty.id,
            "title": self.treaty.title,
            "article": self.article.number,
            "clause": self.clause.id,
            "duty": self.clause.duty.value,
            "modality": self.clause.modality.value,
            "owes": self.owes,
            "is_owed": self.is_owed,
            "trigger": trigger_words(self.clause),
            "kind": response.kind.value,
            "strength": response.strength.value,
            "automaticity": response.automaticity.value,
            "stands": self.stands,
            "because": self.because,
            "words": list(self.clause.words),
            "summary": self.clause.summary,
            "text_status": self.treaty.text_status.value,
            "clause_status": self.clause.status.value,
        }


def bonds(actor: str, on: date, treaties: Sequence[Treaty]) -> tuple[Bond, ...]:
    """The duties by which the state is bound to others on the day, or they to it.

    Treaties that have ended, or were not signed yet, are left out.
    """
    records = docket(treaties, on).concerning((actor,))
    found = [bond for record in records for bond in _of_treaty(actor, record)]
    return tuple(sorted(found, key=_rank))


def _rank(bond: Bond) -> tuple[object, ...]:
    duty = bond.clause.duty.value
    weight = _FIRST.index(duty) if duty in _FIRST else len(_FIRST)
    return STANDS.index(bond.stands), weight, bond.treaty.id, bond.clause.id


def _of_treaty(actor: str, record: Record) -> Iterator[Bond]:
    treaty, day = record.treaty, record.day
    held = standing(treaty, day)
    signed = [fact.day.first for fact in treaty.signed if fact.day]
    if held.status is TreatyStatus.ENDED or (signed and day < min(signed)):
        return
    for article in treaty.articles:
        for clause in article.clauses:
            if not _in_text(clause, day):
                continue
            yield from _of_clause(actor, record, article, clause)


def _in_text(clause: Clause, day: date) -> bool:
    """Whether the clause was in the text on the day."""
    begun = clause.since is None or clause.since.first <= day
    return begun and (clause.until is None or day <= clause.until.last)


def _of_clause(actor: str, record: Record, article: Article, clause: Clause) -> Iterator[Bond]:
    """The bonds by one clause: a bond for those partners for whom it stands alike."""
    parties = _parties(record)
    # whom a clause names is bound by it while a party; who never was one may be named all the same
    gone = {*record.treaty.actors} - {*parties}
    by = clause.bearers if clause.bearer is Bearer.NAMED else parties
    to = clause.beneficiaries if clause.owed_to is Beneficiary.NAMED else parties
    by, to = (tuple(one for one in named if one not in gone) for named in (by, to))
    alike: dict[tuple[bool, bool, str, str], list[str]] = {}
    for partner in dict.fromkeys((*by, *to)):
        owes = actor in by and partner in to and partner != actor
        is_owed = actor in to and partner in by and partner != actor
        if owes or is_owed:
            bearer, other = (actor, partner) if owes else (partner, actor)
            key = (owes, is_owed, *_stands(record, bearer, other, {*parties}))
            alike.setdefault(key, []).append(partner)
    for (owes, is_owed, stands, because), partners in alike.items():
        yield Bond(record.treaty, article, clause, tuple(partners), owes, is_owed, stands, because)


def _parties(record: Record) -> tuple[str, ...]:
    """Who is a party on the day, or may be."""
    treaty = record.treaty
    actors = [*treaty.actors, *(p.continued_by for p in treaty.parties if p.continued_by)]
    return tuple(one for one in dict.fromkeys(actors) if record.party(one)[0] is not False)


def _stands(record: Record, bearer: str, other: str, parties: set[str]) -> tuple[str, str]:
    """Whether it binds the two on the day, and since when or why not."""
    force = record.in_force.steps[0]
    if force.held is False:
        return SIGNED, told(force.because)
    for one in (bearer, other):
        answer, because = record.party(one) if one in parties else (True, "")
        if answer is None:
            return UNKNOWN, f"whether {the_state(one)} is a party: {because}"
    for one, towards in ((bearer, other), (other, bearer)):
        still = [step for step in record.bound(one, towards).steps if step.what == "not suspended"]
        if still:
            return SUSPENDED, f"for {the_state(one)} {told(still[0].because)}"
    if force.held is None:
        return UNKNOWN, f"whether it is in force: {told(force.because)}"
    return IN_FORCE, f"since {_days(record)}"


def _days(record: Record) -> str:
    """The day or the rival days on which it entered into force."""
    return listed((partial(fact.day) for fact in record.treaty.in_force if fact.day), "or")


def bond_lines(
    actor: str, on: date, held: Sequence[Bond], newest: date, imported: bool = False
) -> Iterator[Line]:
    """The bonds treaty by treaty, what is in force first; `imported`: of a baseline too."""
    partners = {p for bond in held if bond.stands == IN_FORCE for p in bond.partners}
    count = len({bond.treaty.id for bond in held if bond.stands == IN_FORCE})
    who = capitalised(the_state(actor))
    treaties = count_words(count, "treaty").replace("treatys", "treaties")
    bound = "bound by no treaty that is known"
    if count:
        bound = f"bound by {treaties} with {count_words(len(partners), 'state')}"
    yield Line(f"{who} on {day_told(on)}: {bound}.")
    for stands in STANDS:
        alike = [bond for bond in held if bond.stands == stands]
        if alike and stands != IN_FORCE:
            yield Line()
            yield Line(f"{stands.upper()}:")
        for group in by_treaty(alike):
            yield Line()
            yield from _treaty_lines(actor, group)
    yield Line()
    by = "the library and what you imported" if imported else "the library"
    yield Line(
        f"By {by}; newest fact: {day_told(newest)}. Secret and"
        " unpublished commitments are not in it. What is owed is not what will be done."
    )


def by_treaty(held: Iterable[Bond]) -> list[list[Bond]]:
    """The bonds of each treaty that stand alike together, in order."""
    found: dict[tuple[str, str], list[Bond]] = {}
    for bond in held:
        found.setdefault((bond.treaty.id, bond.stands), []).append(bond)
    return list(found.values())


def _treaty_lines(actor: str, group: Sequence[Bond]) -> Iterator[Line]:
    treaty = group[0].treaty
    partners = dict.fromkeys(p for bond in group for p in bond.partners)
    stands = group[0].stands if group[0].stands == IN_FORCE else ""
    because = " ".join(word for word in (stands, group[0].because) if word)
    yield Line(f"{capitalised(states(partners))}: {treaty_name(treaty)}, {because}.", 0, 2)
    for bond in group:
        apart = f" ({states(bond.partners)})" if len(bond.partners) != len(partners) else ""
        how = response_words(bond.clause.response)
        may = "may: " if bond.clause.modality == "permission" else ""
        parts = [trigger_words(bond.clause), how]
        yield Line(
            f"{article_name(bond.article.number)}: {may}{duty_noun(bond.clause.duty)},"
            f" {bond.direction(actor)}{apart}; {'; '.join(part for part in parts if part)}.",
            2,
            2,
        )
    if treaty.text_status is TextStatus.CODED:
        yield Line("Text: coded by a data set; no text seen.", 2, 2)
        return
    unseen = [article_name(b.article.number) for b in group if b.clause.status == "unverified"]
    not_seen = f"; not seen at a source: {listed(unseen)}" if unseen else ""
    yield Line(f"Text: {treaty.seen}{not_seen}.", 2, 2)
