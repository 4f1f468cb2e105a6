"""An answer in dispute in; out, what decides: each term and fact, each way to read it, who does.

How a reading turns the answer is found by putting the question again with the term so read.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from foedus.law import library
from foedus.law.terms import open_readings, term_of
from foedus.model.scenario import Answer, Verdict
from foedus.model.term import Holder, TermReading
from foedus.reason import reason
from foedus.report.answers.case import Case
from foedus.report.answers.naming import partial, state, term_name, treaty_name
from foedus.report.answers.phrases import fact_words


@dataclass(frozen=True, slots=True)
class ReadingEffect:
    """One way to read a term, or one side of a fact: the verdict under it, and who holds it.

    `axis` is "rus-prk-2024/state_of_war" or "fact/consent"; `reading` the id of a reading, or
    "true" or "false". Under it the answer is `verdict`: in dispute still where more decides.
    """

    axis: str
    reading: str
    summary: str
    verdict: Verdict
    holders: tuple[Holder, ...] = ()

    @property
    def is_fact(self) -> bool:
        """Whether it is a side of a fact, and no reading."""
        return self.axis.startswith("fact/")

    @property
    def name(self) -> str:
        """The words of the term; "" for a fact."""
        return "" if self.is_fact else term_name(self.axis)


def deciding(case: Case, answer: Answer) -> tuple[ReadingEffect, ...]:
    """Every way to settle each term and fact on which the answer depends."""
    return tuple(
        ReadingEffect(axis, reading, summary, _under(case, answer, axis, reading), holders)
        for axis, reading, summary, holders in _ways(case, answer)
    )


def _ways(case: Case, answer: Answer) -> Iterator[tuple[str, str, str, tuple[Holder, ...]]]:
    for axis in answer.terms:
        treaty, _, word = axis.rpartition("/")
        term = term_of(word)
        for reading in open_readings(term, treaty) if term else ():
            yield axis, reading.id, reading.summary, holders_of(reading, treaty)
    for fact in answer.facts:
        for side in (True, False):
            yield f"fact/{fact}", str(side).lower(), fact_words(fact, side), ()


def _under(case: Case, answer: Answer, axis: str, reading: str) -> Verdict:
    """The verdict on the same clause with this one thing settled."""
    scenario, name = case.scenario, axis.removeprefix("fact/")
    if name == axis:
        put = replace(scenario, readings={**scenario.readings, axis: reading})
    else:
        left = tuple(fact for fact in scenario.contest if fact != name)
        assume = {**scenario.assume, name: reading == "true"}
        put = replace(scenario, assume=assume, contest=left)
    # what is asked narrows to the treaty, so that the others are not worked out where nothing
    # follows from them
    put = replace(put, ask=replace(put.ask, treaty=answer.treaty, bearer=answer.bearer))
    found = reason(put, case.treaties, depth=answer.round)
    for other in found:
        if (other.clause, other.bearer) == (answer.clause, answer.bearer):
            return other.verdict
    return Verdict.NOT_OWED


def holders_of(reading: TermReading, treaty: str) -> tuple[Holder, ...]:
    """Who holds a reading: for this treaty first, then of the word in general, then elsewhere."""
    rank = {treaty: 0, "": 1}
    return tuple(sorted(reading.holders, key=lambda holder: rank.get(holder.treaty, 2)))


def holder_words(case: Case, holder: Holder, treaty: str) -> str:
    """Who, when, of which text; where they spoke of another treaty, of which."""
    told = [partial(holder.since)]
    if holder.since and holder.since.first > case.day:
        told[0] += ", later"
    if holder.treaty not in ("", treaty):
        told.append(f"of the {treaty_name(library().get(holder.treaty))}")
    elif holder.seen:
        told.append(f"on {holder.seen if ' ' in holder.seen else f'the {holder.seen} text'}")
    inside = ", ".join(word for word in told if word)
    return f"{holder.who} ({inside})" if inside else holder.who


def stated_by(case: Case, answer: Answer) -> list[tuple[str, TermReading, Holder]]:
    """Where the bearer itself has said how it reads a term of this clause under this treaty."""
    name = state(answer.bearer)
    clause = case.clause(answer)
    words = [*clause.open_terms, *(c.term for c in clause.conditions if c.term)]
    words += [axis.rpartition("/")[2] for axis in answer.terms]
    found = {term.id: term for word in words if (term := term_of(word)) is not None}
    return [
        (term.id, reading, holder)
        for term in found.values()
        for reading in term.readings
        for holder in reading.holders
        if holder.who.startswith(name) and holder.treaty == answer.treaty
    ]
