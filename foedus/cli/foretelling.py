"""Predictions and calibrations in, the lines that tell them on a terminal out."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from foedus.model.prediction import Bar, Chance, Prediction
from foedus.report.naming import day_words

if TYPE_CHECKING:
    from foedus.api import Calibration, Predictions

_DIGITS = 8  # of an id, as the other commands show it
_WHOLE = "over all"


def prediction_lines(one: Prediction) -> Iterator[str]:
    """Who foretold what and when, then until when, how likely, and whether it is scored."""
    said = one.said.isoformat() if one.said else "undated"
    yield f"{one.id[:_DIGITS]}  {said}, {one.speaker.name}: {one.event}"
    told = len(one.documents)
    facts = [
        f"by {day_words(one.horizon.until)} (“{one.horizon.said}”)" if one.horizon else "",
        chance_words(one.chance) if one.chance else "",
        f"if: {one.condition}" if one.condition else "",
        "the “not” is set aside in the outcome" if one.negated else "",
        f"told in {told} documents" if told > 1 else "",
    ]
    yield f"    {'; '.join(filter(None, (*facts, _state(one))))}"


def _state(one: Prediction) -> str:
    """ "came about; Brier 0.11, log 0.39", "open, can be scored", "not scored: no-horizon"."""
    now = one.resolution
    told = {None: "open", "yes": "came about", "no": "did not come about", "void": "void"}
    state = told[now.outcome.value if now else None]
    if one.score:
        return f"{state}; Brier {one.score.brier:.2f}, log {one.score.log:.2f}"
    if one.bars:
        return f"{state}; not scored: {', '.join(map(str, one.bars))}"
    return f"{state}, can be scored" if now is None else state


def chance_words(chance: Chance) -> str:
    """ "likely: 55-80 in 100 on icd-203", or the number that the speaker states."""
    if chance.low == chance.high:
        return f"{chance.low:.0f} in 100, as {chance.scale} (“{chance.words}”)"
    opposite = "not " if chance.complement else ""
    ends = f"{chance.low:.0f}-{chance.high:.0f}"
    return f"{opposite}{chance.words}: {ends} in 100 on {chance.scale}"


def history_lines(one: Prediction) -> Iterator[str]:
    """Every resolution, oldest first: outcome, day, who, evidence, when it was recorded."""
    for done in one.history:
        undone = "" if done.standing else " (withdrawn)"
        yield (
            f"    {done.id[:_DIGITS]}  {done.outcome.value}{undone} as of {done.on}, by {done.by}: "
            f"{done.evidence} (recorded {done.recorded[:16]})"
        )


def sum_lines(found: "Predictions") -> Iterator[str]:
    """How many there are, how many can be scored, and why the others cannot."""
    if not found.found:
        return
    bars = Counter(why.bar for one in found.found for why in {w.bar: w for w in one.bars}.values())
    scorable = sum(one.scorable for one in found.found)
    why = ", ".join(f"{bars[bar]} {bar.value}" for bar in Bar if bars[bar])
    n = len(found.found)
    yield f"{n} prediction{'s' * (n > 1)} on the scale {found.scale}: {scorable} can be scored" + (
        f"; against the others stands: {why}" if why else ""
    )
    if found.unplaced:
        ids = ", ".join(id_[:_DIGITS] for id_ in found.unplaced)
        yield f"resolved, but no current reading tells them: {ids}"


def calibration_lines(found: "Predictions") -> Iterator[str]:
    """Over all and by speaker: n, mean stated, share that came about, Brier; cases where few."""
    whole, *speakers = found.calibration()
    if not whole.n:
        yield f"nothing is scored yet on the scale {found.scale}: resolve what can be scored"
        return
    for one in (whole, *speakers):
        yield from _calibration(one)


def _calibration(one: "Calibration") -> Iterator[str]:
    who = one.speaker or _WHOLE
    if not (one.share_interval and one.brier_interval):
        yield f"{who}: n = {one.n}, too few to judge (under 10)"
        if one.speaker:
            for case in one.cases:
                came = "came about" if case.came else "did not come about"
                yield f"    {case.id[:_DIGITS]}  {100 * case.probability:.0f} in 100: {came}"
        return
    low, high = one.share_interval
    best, worst = one.brier_interval
    yield (
        f"{who}: n = {one.n}, said {100 * (one.stated or 0):.0f} in 100 on the mean, came about "
        f"{100 * (one.share or 0):.0f} in 100 ({100 * low:.0f}-{100 * high:.0f}); "
        f"Brier {one.brier:.2f} ({best:.2f}-{worst:.2f}), log {one.log:.2f}"
    )
