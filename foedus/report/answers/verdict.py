"""A case in, its verdict in a line or two out; the later rounds in a few lines each."""

from collections.abc import Iterator, Sequence

from foedus.model.scenario import Verdict
from foedus.model.treaty_words import Duty
from foedus.report.answers.case import Case, Group
from foedus.report.answers.entry import Line
from foedus.report.answers.naming import MOST, bearers, states, the_state, treaty_name
from foedus.report.answers.phrases import VERDICTS
from foedus.report.naming import capitalised, count_words, listed

_SIDES = 4  # so many allies are named a round


def verdict_lines(case: Case) -> Iterator[Line]:
    """Who must help those that are hit, a line a verdict; who need only confer."""
    at_once = list(case.at_once())
    helping = [group for group in at_once if group.helps and case.concerns_victims(group)]
    whom = states(case.victims or case.actors)
    for hit in case.victims or case.actors:
        yield from _for_one(case, hit, [group for group in helping if hit in group.owed_to])
    if not helping:
        yield Line(f"NOBODY in the library is bound to help {whom} by this.", 0, 2)
    fighting = {*case.victims} | {bearer for group in helping for bearer in group.bearers}
    talking = [
        group
        for group in at_once
        if group.first.duty == Duty.CONSULTATION and case.concerns_victims(group)
    ]
    only = [b for group in talking for b in group.bearers if b not in fighting]
    if only:
        names = states(dict.fromkeys(only), MOST)
        yield Line(f"ONLY TO CONFER, which is not to fight: {names}.", 0, 2)


def _for_one(case: Case, hit: str, helping: Sequence[Group]) -> Iterator[Line]:
    """Who must help one of those that are hit, a line a verdict."""
    named: set[str] = set()  # one who is bound by one treaty is told as bound
    for verdict, words in (
        (Verdict.OWED, "BOUND to help"),
        (Verdict.DISPUTED, "IN DISPUTE, whether bound to help"),
        (Verdict.UNKNOWN, "NOT KNOWN, whether bound to help"),
    ):
        groups = [
            group
            for group in helping
            if group.first.verdict is verdict and not {*group.bearers} <= named
        ]
        named |= {bearer for group in groups for bearer in group.bearers}
        if groups:
            yield Line(f"{words} {the_state(hit)}: {everybody(case, groups)}.", 0, 2)


def everybody(case: Case, groups: Sequence[Group]) -> str:
    """All bearers of the groups; those of large treaties as its parties, the others by name."""
    left = list(dict.fromkeys(b for group in groups for b in group.bearers))
    told: list[str] = []
    for group in sorted(groups, key=lambda group: -len(group.bearers)):
        fresh = [one for one in left if one in group.bearers]
        treaty = case.treaty(group.first.treaty)
        to = f" to the {treaty_name(treaty)}"
        parties = bearers(group.bearers, treaty, case.day, case.victims, to)
        if len(fresh) > MOST and parties.endswith(to):
            told.append(parties)
            left = [one for one in left if one not in fresh]
    if not told:
        return states(left)
    shown = left if len(left) <= MOST else left[: MOST - 1]
    more = [count_words(len(left) - len(shown), "other")] if len(left) > len(shown) else []
    return listed([*told, *map(the_state, shown), *more])


def round_lines(case: Case) -> Iterator[Line]:
    """What follows in later rounds, by verdict and by whom it is owed to."""
    for round_ in case.rounds:
        groups = [group for group in case.following(round_) if group.helps]
        if not groups:
            continue
        if round_ == min(case.rounds):
            yield Line()
        parts: list[str] = []
        most = _SIDES - round_
        for verdict in (Verdict.OWED, Verdict.DISPUTED, Verdict.UNKNOWN):
            sides = _sides(group for group in groups if group.first.verdict is verdict)
            if sides:
                told = [f"{states(by, 3)} to {the_state(to)}" for to, by in sides[:most]]
                more = (
                    f"; and to {count_words(len(sides) - most, 'other')}"
                    if len(sides) > most
                    else ""
                )
                parts.append(f"{VERDICTS[verdict]}: {'; '.join(told)}{more}")
        when = "IF THEY FIGHT, help is" if round_ == 1 else f"And then (round {round_}), help is"
        yield Line(f"{when} {'. '.join([*parts[:1], *map(capitalised, parts[1:])])}.", 0, 2)


def _sides(groups: Iterator[Group]) -> list[tuple[str, list[str]]]:
    """Each one to whom help is owed, with those who owe it; those with most first."""
    found: dict[str, dict[str, None]] = {}
    for group in groups:
        for answer in group.answers:
            for to in answer.owed_to:
                found.setdefault(to, {})[answer.bearer] = None
    return sorted(((to, list(by)) for to, by in found.items()), key=lambda side: -len(side[1]))
