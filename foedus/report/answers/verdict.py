"""A case in, its verdict in a line or two out; the later rounds in a few lines each."""

from collections.abc import Iterable, Iterator, Sequence

from foedus.model.scenario import Verdict
from foedus.model.treaty_words import Duty, Modality
from foedus.report.answers.case import Case, Group
from foedus.report.answers.entry import Line
from foedus.report.answers.naming import MOST, bearers, states, the_state, treaty_name
from foedus.report.answers.phrases import HELP, VERDICTS
from foedus.report.naming import capitalised, count_words, listed

_SIDES = 4  # so many allies are named a round
_MANY = 6  # more sides of a later round than these are counted, and not named
_WORDS = 2  # so many promises of the attacker are named


_STAND = (
    (Verdict.OWED, "BOUND to"),
    (Verdict.DISPUTED, "IN DISPUTE, whether bound to"),
    (Verdict.UNKNOWN, "NOT KNOWN, whether bound to"),
)


def verdict_lines(case: Case) -> Iterator[Line]:
    """Who must help those that are hit, a line a verdict; who stands beside those that act.

    Then who may help, who need only confer, and whose own word forbids what it does.
    """
    at_once = list(case.at_once())
    helping = [group for group in at_once if group.helps and case.concerns_victims(group)]
    whom = states(case.victims or case.actors)
    for hit in case.victims or case.actors:
        yield from _for_one(case, hit, [group for group in helping if hit in group.owed_to])
    if not helping:
        yield Line(f"NOBODY in the library is bound to help {whom} by this.", 0, 2)
    yield from _for_others(case, [group for group in at_once if group not in helping])
    yield from _permitted(case, at_once)
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
    yield from _against_its_word(case, at_once)


def _for_one(case: Case, hit: str, helping: Sequence[Group]) -> Iterator[Line]:
    """Who must help one of those that are hit, a line a verdict; who need only take measures."""
    measures = [group for group in helping if group.first.duty == Duty.MEASURES]
    helps = [group for group in helping if group not in measures]
    told: set[str] = set()  # one who is bound by one treaty is told as bound
    yield from _stands(case, helps, f"help {the_state(hit)}", told)
    # one whose help is in dispute and whose measures are owed is told of both
    owing = {b for g in helps if g.first.verdict is Verdict.OWED for b in g.bearers}
    what = f"take measures for {the_state(hit)}, which need not be force"
    sure = [group for group in measures if group.first.verdict is Verdict.OWED]
    yield from _stands(case, sure, what, owing)
    told |= owing
    yield from _stands(case, [group for group in measures if group not in sure], what, told)


def _for_others(case: Case, groups: Sequence[Group]) -> Iterator[Line]:
    """Who must fight beside those that act, or help a third: by whom it is owed to."""
    others = [group for group in groups if group.helps]
    for to in dict.fromkeys(to for group in others for to in group.owed_to):
        mine = [group for group in others if to in group.owed_to]
        verb = "fight beside" if to in case.actors else "help"
        yield from _stands(case, mine, f"{verb} {the_state(to)}", set())


def _stands(case: Case, groups: Sequence[Group], what: str, named: set[str]) -> Iterator[Line]:
    """A line a verdict, of those who are not `named` yet; who is told is added to these."""
    for verdict, words in _STAND:
        alike = [
            group
            for group in groups
            if group.first.verdict is verdict and not {*group.bearers} <= named
        ]
        named |= {bearer for group in alike for bearer in group.bearers}
        if alike:
            yield Line(f"{words} {what}: {everybody(case, alike)}.", 0, 2)


def _permitted(case: Case, groups: Sequence[Group]) -> Iterator[Line]:
    """Who may help those that are hit, and need not."""
    free = [
        group
        for group in groups
        if group.first.modality == Modality.PERMISSION
        and Duty(group.first.duty) in HELP
        and group.first.verdict is Verdict.OWED
        and case.concerns_victims(group)
    ]
    if free:
        yield Line(f"MAY, but need not, help: {everybody(case, free)}.", 0, 2)


_WORD = {
    Verdict.OWED: "AGAINST ITS OWN WORD",
    Verdict.DISPUTED: "IN DISPUTE, whether against its own word",
    Verdict.UNKNOWN: "NOT KNOWN, whether against its own word",
}


def _against_its_word(case: Case, groups: Sequence[Group]) -> Iterator[Line]:
    """Which promise of one who acts, to use no force against one who is hit, this would break."""
    for verdict, words in _WORD.items():
        found = [
            f"{states(by)} ({treaty_name(case.treaty(group.first.treaty))})"
            for group in groups
            if group.first.verdict is verdict
            and group.first.duty == Duty.NONAGGRESSION
            and {*group.owed_to} & {*case.victims}
            and (by := [one for one in group.bearers if one in case.actors])
        ]
        if found:
            shown, left = found[:_WORDS], len(found) - _WORDS
            more = [count_words(left, "other treaty").replace("treatys", "treaties")]
            yield Line(f"{words}: {listed([*shown, *(more if left > 0 else [])])}.", 0, 2)


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
    """What follows in later rounds, by verdict and by whom it is owed to.

    Of two states only the strongest is told, and not again what they owe each other already.
    """
    told = {pair for verdict, pair in _pairs(case.at_once()) if verdict is Verdict.OWED}
    for round_ in case.rounds:
        groups = [group for group in case.following(round_) if group.helps]
        sides = {verdict: _sides(groups, verdict, told) for verdict, _ in _STAND}
        sides = {verdict: held for verdict, held in sides.items() if held}
        if not sides:
            continue
        if round_ == min(case.rounds):
            yield Line()
        many = round_ > 1 and sum(map(len, sides.values())) > _MANY
        parts = [
            f"{VERDICTS[verdict]}: {_counted(held) if many else _named(held, _SIDES - round_)}"
            for verdict, held in sides.items()
        ]
        when = "IF THEY FIGHT, help is" if round_ == 1 else f"And then (round {round_}), help is"
        yield Line(f"{when} {'. '.join([*parts[:1], *map(capitalised, parts[1:])])}.", 0, 2)


def _pairs(groups: Iterable[Group]) -> Iterator[tuple[Verdict, tuple[str, str]]]:
    """Who owes help to whom, and how that stands."""
    for group in groups:
        for answer in group.answers if group.helps else ():
            for to in answer.owed_to:
                yield answer.verdict, (answer.bearer, to)


def _sides(
    groups: Sequence[Group], verdict: Verdict, told: set[tuple[str, str]]
) -> list[tuple[str, list[str]]]:
    """Each one to whom help is owed, with those who owe it; those with most first.

    Pairs that are `told` already are left out, and what is found is added to them.
    """
    found: dict[str, dict[str, None]] = {}
    for stands, (by, to) in _pairs(groups):
        if stands is verdict and (by, to) not in told:
            found.setdefault(to, {})[by] = None
    told |= {(by, to) for to, owing in found.items() for by in owing}
    return sorted(((to, list(by)) for to, by in found.items()), key=lambda side: -len(side[1]))


def _named(sides: Sequence[tuple[str, list[str]]], most: int) -> str:
    """ "Denmark to Sweden; and to one other"."""
    named = [f"{states(by, 3)} to {the_state(to)}" for to, by in sides[:most]]
    left = len(sides) - most
    return "; ".join([*named, *([f"and to {count_words(left, 'other')}"] if left > 0 else [])])


def _counted(sides: Sequence[tuple[str, list[str]]]) -> str:
    """ "to 9 states"."""
    return f"to {count_words(len(sides), 'state')}"
