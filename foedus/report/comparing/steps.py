"""The steps of an agreement in, how far each report has it, and steps in an impossible order, out.

That one report has an agreement signed and the next has it ratified is no conflict: both are told
as they stand. A step before the one that it follows from is impossible, whoever says it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from foedus.model.claim import Mood, Predicate
from foedus.model.dates import Granularity, Tense
from foedus.report.comparing.sides import Side, cited, side_of_told, telling
from foedus.report.desk import Desk, sentence
from foedus.report.dossier import Told, plain
from foedus.report.items import Item
from foedus.report.naming import capitalised, day_words, listed, says, with_article
from foedus.report.sections.groups import mode
from foedus.report.sections.instruments import KIND_WORDS, Instrument

# The stages of the making of a treaty, in their order (Vienna Convention on the Law of Treaties
# 1969, articles 9 to 18 and 24). What is signed has been proposed; what is ratified, signed.
_ORDER = (
    Predicate.AGREEMENT_PROPOSED, Predicate.AGREEMENT_SIGNED, Predicate.AGREEMENT_RATIFIED,
    Predicate.AGREEMENT_IN_FORCE,
)  # fmt: skip
_STEP = {
    Predicate.AGREEMENT_PROPOSED: "proposed",
    Predicate.AGREEMENT_PROMISED: "promised",
    Predicate.AGREEMENT_SIGNED: "signed",
    Predicate.AGREEMENT_RATIFIED: "ratified",
    Predicate.AGREEMENT_IN_FORCE: "in force",
    Predicate.AGREEMENT_SUSPENDED: "suspended",
    Predicate.AGREEMENT_DENOUNCED: "denounced",
    Predicate.AGREEMENT_LAPSED: "lapsed",
}
_BILL = re.compile(r"\b(?:bills?|draft laws?|motions?)\b", re.IGNORECASE)
_BILL_FIRST = "a ratification follows the bill on it"
_CLOSE = frozenset({Granularity.DAY, Granularity.MONTH})
_FURTHER = {predicate: rank for rank, predicate in enumerate(_STEP)}
_NOUN = {
    Predicate.AGREEMENT_PROPOSED: "proposal", Predicate.AGREEMENT_SIGNED: "signature",
    Predicate.AGREEMENT_RATIFIED: "ratification", Predicate.AGREEMENT_IN_FORCE: "entry into force",
}  # fmt: skip


def statuses(desk: Desk, found: tuple[Instrument, ...]) -> Iterator[Item]:
    """Agreements that the reports have at different steps, each by the furthest that it tells."""
    for instrument in _across(found):
        furthest: dict[str, Told] = {}
        for told in instrument.told:
            if told.claim.predicate not in _STEP or mode(told) not in ("done", "ahead"):
                continue
            known = furthest.get(told.report)
            if known is None or _reached(told) > _reached(known):
                furthest[told.report] = told
        for told in instrument.told:  # "has not been ratified yet" is as far as a report has it
            if told.claim.predicate in _STEP and told.claim.negated:
                furthest.setdefault(told.report, told)
        if len({_step(told) for told in furthest.values()}) > 1:
            sides = [side_of_told(desk, told, _step(told)) for told in furthest.values()]
            yield _item("status", f"{_name(instrument)}: {_steps(sides)}", sides)


def _across(found: tuple[Instrument, ...]) -> Iterator[Instrument]:
    """The instruments, with what another report tells of one by the same name and no parties."""
    named = [one for one in found if one.parties]
    loose = [one for one in found if not one.parties]
    for one in named:
        alike = [x for x in loose if plain(x.title) == plain(one.title) or _is_bare(x, named)]
        loose = [x for x in loose if x not in alike]
        yield replace(one, told=(*one.told, *(t for x in alike for t in x.told)))
    yield from loose


def _is_bare(loose: Instrument, named: list[Instrument]) -> bool:
    """Whether it is only called "the treaty", where one agreement alone is meant."""
    words = set(plain(loose.title).split()) - {"the"}
    return len(named) == 1 and len(words) == 1 and words <= KIND_WORDS


def _ahead(told: Told) -> bool:
    """Whether the step is still to come; so it is in "enters into force on 1 July"."""
    time = told.claim.time
    enters = told.claim.predicate is Predicate.AGREEMENT_IN_FORCE and time.tense is Tense.PRESENT
    dated = bool(time.said) and not (time.said or "").lower().startswith(("since", "from"))
    return mode(told) == "ahead" or (enters and dated)


def _reached(told: Told) -> tuple[int, int]:
    """How far the agreement has come: what is still to come counts for less than what is done."""
    predicate = told.claim.predicate
    if _ahead(told):
        return (_FURTHER[Predicate.AGREEMENT_PROMISED], _FURTHER[predicate])
    return (_FURTHER[predicate], 1)


def _step(told: Told) -> str:
    step = _STEP[told.claim.predicate]
    if told.claim.negated:
        return f"not {step}"
    done = not _ahead(told) or told.claim.predicate in (
        Predicate.AGREEMENT_PROPOSED, Predicate.AGREEMENT_PROMISED
    )  # fmt: skip
    return step if done else f"to be {step}"


def _steps(sides: list[Side]) -> str:
    by_step: dict[str, list[str]] = {}
    for one in sides:
        by_step.setdefault(one["value"], []).append(one["label"])
    return "; ".join(f"{step}, {says(listed(who))}" for step, who in by_step.items())


def days(desk: Desk, found: tuple[Instrument, ...]) -> Iterator[Item]:
    """Steps of one agreement that two reports put on days that cannot both be right.

    A ratification is each party's own. Where one report has two days, it tells of two things.
    """
    for instrument in _across(found):
        for predicate, steps in _taken(desk, instrument):
            pairs = combinations(steps, 2)
            pair = next((two for two in pairs if _of_two_days(*two, steps)), None)
            if pair is not None:
                sides = [side_of_told(desk, t, _day(t)) for t in pair]
                had = ", ".join(f"{telling(one)} has {one['value']}" for one in sides)
                yield _item("date", f"{_name(instrument)} {_STEP[predicate]}: {had}", sides)


def same_steps(desk: Desk, found: tuple[Instrument, ...]) -> Iterator[Item]:
    """Steps of one agreement that two reports or more tell as taken."""
    for instrument in _across(found):
        for predicate, steps in _taken(desk, instrument):
            first = {told.report: told for told in reversed(steps)}
            if len(first) > 1:
                sides = [side_of_told(desk, told) for told in reversed(first.values())]
                who = says(listed(one["label"] for one in sides))
                yield _item("agree", f"{_name(instrument)}: {_STEP[predicate]}, {who}", sides)


def shared_steps(found: tuple[Instrument, ...]) -> list[Told]:
    """The claims of a step that more than one report tells of, taken or not."""
    steps = (
        [t for t in one.told if t.claim.predicate is predicate]
        for one in _across(found)
        for predicate in _STEP
    )
    return [told for claims in steps if len({t.report for t in claims}) > 1 for told in claims]


def _taken(desk: Desk, instrument: Instrument) -> Iterator[tuple[Predicate, list[Told]]]:
    """The steps that are told as taken; a ratification is each party's own."""
    taken: dict[tuple[Predicate, tuple[str, ...]], list[Told]] = {}
    for told in instrument.told:
        claim = told.claim
        if claim.predicate in _STEP and mode(told) == "done" and not claim.negated:
            own = claim.predicate is Predicate.AGREEMENT_RATIFIED
            who = desk.states(claim.fillers("source")) if own else ()
            taken.setdefault((claim.predicate, who), []).append(told)
    return ((predicate, steps) for (predicate, _), steps in taken.items())


def _of_two_days(one: Told, other: Told, told: list[Told]) -> bool:
    if one.report == other.report or not _apart(one, other):
        return False
    return not any(_apart(t, own) for t in told for own in (one, other) if t.report == own.report)


def _apart(one: Told, other: Told) -> bool:
    known = [t.claim.time for t in (one, other) if t.claim.time.granularity in _CLOSE]
    return len(known) == 2 and (_ends_before(one, other) or _ends_before(other, one))


def impossible(desk: Desk, found: tuple[Instrument, ...]) -> Iterator[Item]:
    """Steps that the reports put before the one that they follow from, with the reason."""
    for instrument in _across(found):
        dated = [
            told for told in instrument.told
            if told.claim.predicate in _ORDER and mode(told) in ("done", "ahead")
            and told.claim.time.since and told.claim.time.until
        ]  # fmt: skip
        seen: set[tuple[str, str]] = set()
        for one, other in combinations(dated, 2):
            early, late = sorted((one, other), key=lambda t: _ORDER.index(t.claim.predicate))
            first, then = early.claim.predicate, late.claim.predicate
            if first is then or (first, then) in seen or not _ends_before(late, early):
                continue
            seen.add((first, then))
            sides = [side_of_told(desk, t, _day(t)) for t in (late, early)]
            reason = f"the {_NOUN[then]} of an agreement follows its {_NOUN[first]}"
            yield _cannot_be(instrument, sides, (_STEP[then], _STEP[first]), reason)
        yield from _before_its_bill(desk, instrument)


def _bills(instrument: Instrument) -> list[Told]:
    """Where a bill to ratify it is told of, with its day, that has not been made law there."""
    return [
        told
        for told in instrument.told
        if told.claim.predicate is Predicate.AGREEMENT_RATIFIED
        and told.claim.mood in (Mood.INTENDED, Mood.PROPOSED)
        and told.claim.time.since
        and _BILL.search(told.claim.passage.of(told.source.document.text))
    ]


def _before_its_bill(desk: Desk, instrument: Instrument) -> Iterator[Item]:
    """A ratification that is told of as done before the bill on it was put."""
    done = [t for t in instrument.stage(Predicate.AGREEMENT_RATIFIED) if mode(t) == "done"]
    for bill in _bills(instrument):
        late = next((t for t in done if _ends_before(t, bill)), None)
        if late is not None:
            sides = [side_of_told(desk, t, _day(t)) for t in (late, bill)]
            yield _cannot_be(instrument, sides, ("ratified", "a bill to ratify it"), _BILL_FIRST)
            return


def _cannot_be(
    instrument: Instrument, sides: list[Side], steps: tuple[str, str], reason: str
) -> Item:
    """The item: what is told of two steps, that both cannot be, and why."""
    told = (f"{s} on {one['value']} in {telling(one)}" for s, one in zip(steps, sides, strict=True))
    words = f"{_name(instrument)}: {', '.join(told)}; both cannot be: {reason}"
    item = _item("impossible", words, sides)
    return Item(item.text, item.claims, {**item.fields, "reason": reason})


def _ends_before(late: Told, early: Told) -> bool:
    until, since = late.claim.time.until, early.claim.time.since
    return bool(until and since and until < since)


def _day(told: Told) -> str:
    time = told.claim.time
    day = time.since if time.since == time.until else None
    return day_words(day) if day else f"“{time.said}”"


def _name(instrument: Instrument) -> str:
    return capitalised(with_article(instrument.title)) if instrument.title else "The agreement"


def _item(kind: str, words: str, sides: list[Side]) -> Item:
    reports = list(dict.fromkeys(one["report"] for one in sides))
    fields = {"kind": kind, "reports": reports, "sides": sides}
    return Item(sentence(words), cited(sides), fields)
