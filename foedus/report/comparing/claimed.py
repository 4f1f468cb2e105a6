"""Claims of one thing in, where their numbers or their certainty differ out.

Claims meet where sentences do not: "A will give B forty guns", "B is to get sixty guns from A".
"""

from collections.abc import Iterator
from itertools import combinations

from foedus.ledger.amounts import Amount, amount
from foedus.model.claim import Mood
from foedus.report.comparing.sides import cited, quoted, side_of_told, telling
from foedus.report.desk import Desk, sentence
from foedus.report.dossier import Told
from foedus.report.items import Item
from foedus.report.naming import capitalised
from foedus.report.phrases import group_phrase
from foedus.report.sections.groups import mode

_COUNTED = ("goods", "quantity")
_LOOSE = (Mood.POSSIBLE, Mood.RUMOURED, Mood.FEARED, Mood.PROPOSED)
_FIRM = (Mood.ASSERTED, Mood.PROMISED, Mood.INTENDED)


def numbers(desk: Desk, facts: dict[str, list[Told]]) -> Iterator[Item]:
    """Other numbers of one thing in two reports, where neither has both."""
    for told in facts.values():
        alike = [t for t in told if mode(t) in ("done", "ahead")]
        pair = next((p for p in combinations(alike, 2) if _apart(*p, alike)), None)
        if pair is None:
            continue
        values = [found.said for t in pair for found in _amounts(t)[:1]]
        sides = [side_of_told(desk, t, v) for t, v in zip(pair, values, strict=True)]
        had = ", ".join(f"{telling(one)} has “{one['value']}”" for one in sides)
        about = min(pair, key=lambda t: t.claim.passage.end - t.claim.passage.start)
        said = f"{quoted(about.source, about.claim.passage)}: {had}"
        yield Item(
            sentence(capitalised(said)),
            cited(sides),
            {"kind": "number", "reports": [t.report for t in pair], "sides": sides},
        )


def _amounts(told: Told) -> list[Amount]:
    given = (amount(told.words(f)) for role in _COUNTED for f in told.claim.fillers(role))
    return [found for found in given if found]


def _apart(one: Told, other: Told, told: list[Told]) -> bool:
    mine, theirs = _amounts(one)[:1], _amounts(other)[:1]
    if one.report == other.report or not (mine and theirs):
        return False
    if mine[0].unit != theirs[0].unit or mine[0].agrees(theirs[0]):
        return False
    # a report that has both numbers tells of two deliveries, or cites the other
    of_one = [a for t in told if t.report == one.report for a in _amounts(t)]
    of_other = [a for t in told if t.report == other.report for a in _amounts(t)]
    return not any(a.agrees(theirs[0]) for a in of_one if a.unit == theirs[0].unit) and not any(
        a.agrees(mine[0]) for a in of_other if a.unit == mine[0].unit
    )


def moods(desk: Desk, facts: dict[str, list[Told]]) -> Iterator[Item]:
    """What one report has as sure to come and the other as possible, proposed or rumoured."""
    for told in facts.values():
        firm = [
            t for t in told if mode(t) == "ahead" and t.claim.mood in _FIRM and not t.claim.hedge
        ]
        loose = [t for t in told if t.claim.mood in _LOOSE and not t.claim.negated]
        pair = next(((f, s) for f in firm for s in loose if f.report != s.report), None)
        if pair is None or {t.report for t in firm} & {t.report for t in loose}:
            continue
        phrase = group_phrase(desk, [pair[0]])
        if not phrase:
            continue
        sides = [side_of_told(desk, t, _put(t)) for t in pair]
        words = f"{phrase}: {telling(sides[0])} puts it more firmly than {telling(sides[1])}"
        yield Item(
            sentence(capitalised(f"{words} (“{sides[1]['value']}”)")),
            cited(sides),
            {
                "kind": "mood",
                "reports": [t.report for t in pair],
                "sides": sides,
                "firmer": pair[0].report,
                "direction": None,
            },
        )


def _put(told: Told) -> str:
    shown = [told.source.words(span) for span in (*told.claim.hedge, *told.claim.mood_words)]
    return shown[0] if shown else told.claim.mood.value
