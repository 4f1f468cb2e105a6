"""A baseline in, a picture of it out: a chart for a notebook, an SVG with its data beside."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from foedus.api.baseline import state_of
from foedus.api.drawn import write_drawn
from foedus.api.panels import cow_number
from foedus.history import dyad_years
from foedus.history.network import ties_on
from foedus.history.panel.tables import FLAGS, source
from foedus.history.promised import portfolio, promises_by_year
from foedus.model.errors import InputError
from foedus.report.pictures.baseline.framing import COLOURS, weightiest
from foedus.report.pictures.baseline.network import Tied, network_picture
from foedus.report.pictures.baseline.portfolio import Held, portfolio_picture
from foedus.report.pictures.baseline.years import promises_picture, similarity_picture
from foedus.report.pictures.drawing import svg

# what a reader calls the measures that a picture draws; all are in the table beside it
MEASURES = {
    "sallyva": "S (Signorino and Ritter)",
    "sallyvwa": "S, weighted by capabilities",
    "kallyv": "Cohen's kappa",
    "pallyv": "Scott's pi",
    "taub": "tau-b",
}
_PARTNERS = 3  # that a label names


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart and the data that it shows: look at it in a notebook, or write it."""

    chart: Any
    data: Any

    def _repr_html_(self) -> str:
        return svg(self.chart)

    def svg(self) -> str:
        """One static SVG element, which loads nothing."""
        return svg(self.chart)

    def write(self, path: str | Path) -> tuple[Path, Path]:
        """Write FILE.svg and its data as FILE.json. Raises InputError where that cannot be."""
        return write_drawn(self.svg(), self.data, path)


def draw_promises(baseline: str | Path, first: int = 1816, last: int | None = None) -> Picture:
    """In how many pairs of states each promise stood, year by year."""
    folder = Path(baseline)
    held = source(folder, "atop-dyad-year")
    rows = promises_by_year(folder, first, last).to_dicts()
    if not rows:
        raise InputError(f"{held.named} tells of 1815 to {held.last}; name years within")
    note = "A pair counts where either of the two makes the promise."
    return Picture(promises_picture(rows, [note, _source(held.named)]), rows)


def draw_portfolio(baseline: str | Path, state: str) -> Picture:
    """The treaties of one state under each other, from when to when it was bound."""
    folder = Path(baseline)
    member = source(folder, "atop-member")
    bonds = portfolio(folder, cow_number(state))
    ends = date.fromisoformat(member.kept.coded_until)
    who = state_name(cow_number(state), ends)
    held = [
        Held(
            f"{one.atopid}  {_partners(one.partners, one.since, who)}",
            one.since,
            one.until,
            weightiest(one.promises),
        )
        for one in bonds
    ]
    chart, _ = portfolio_picture(who, held, ends, [_source(member.named)])
    rows = [
        {
            "atopid": one.atopid,
            "since": one.since.isoformat(),
            "until": one.until.isoformat() if one.until else None,
            "promises": list(one.promises),
            "partners": list(one.partners),
        }
        for one in bonds
    ]
    return Picture(chart, {"state": state, "coded_until": ends.isoformat(), "treaties": rows})


def draw_network(baseline: str | Path, on: date, promise: str | None = None) -> Picture:
    """Who was bound to whom on a day, by the weightiest promise between the two.

    `promise` (a reader's word, as "defence") keeps the pairs that have it as their weightiest.
    """
    folder = Path(baseline)
    if promise and promise not in COLOURS:
        raise InputError(f"no promise '{promise}'; one of: {', '.join(COLOURS)}")
    ties = ties_on(folder, on)
    named = source(folder, "atop-member").named
    pairs = [
        (state_name(one, on), state_name(two, on), _promised(flags))
        for one, two, *flags in ties.select("ccode1", "ccode2", *FLAGS).iter_rows()
    ]
    rows = [{"one": one, "two": two, "promises": told} for one, two, told in pairs]
    every = [Tied(one, two, weightiest(told)) for one, two, told in pairs]
    tied = [tie for tie in every if promise in (None, tie.promise)]
    if not tied:
        raise InputError(f"nobody was bound so to anybody on {on}; name another day")
    told = f"on {on.day} {on:%B %Y}"
    note = "States that nobody was bound to are left out. Place says nothing of geography."
    return Picture(network_picture(told, tied, [note, _source(named)]), rows)


def draw_similarity(
    baseline: str | Path, one: str, two: str, first: int = 1816, last: int | None = None
) -> Picture:
    """How alike the promises of two states are, year by year, by several measures."""
    folder = Path(baseline)
    held = source(folder, "atop-dyad-year")
    pair = sorted((cow_number(one), cow_number(two)))
    if pair[0] == pair[1]:
        raise InputError(f"{one} and {two} are one state; name two")
    until = min(last or held.last, held.last)
    panel = dyad_years(folder, first, until, states=[pair[0]], directed=False).with_similarity()
    frame = panel.collect()
    own = frame.filter(frame["ccode1"] == pair[0], frame["ccode2"] == pair[1])
    if own.is_empty():
        raise InputError(f"{one} and {two} were in the system together in no year of these")
    years = {row["year"]: row for row in own.iter_rows(named=True)}
    span = range(min(years), max(years) + 1)
    rows = [
        {"year": year, "measure": name, "value": years.get(year, {}).get(name)}
        for name in MEASURES
        for year in span
    ]
    names = tuple(state_name(number, date(until, 7, 1)) for number in map(cow_number, (one, two)))
    note = "A gap: one of the two was no member of the system, or the measure is not defined."
    chart = similarity_picture(
        rows, (names[0], names[1]), MEASURES, [note, *map(_source, panel.sources[1:])]
    )
    return Picture(chart, own.to_dicts())


def _promised(flags: Iterable[int]) -> list[str]:
    return [name.removeprefix("atop_") for name, flag in zip(FLAGS, flags, strict=True) if flag]


def state_name(number: int, on: date) -> str:
    """The name of the state with this COW number on a day."""
    from foedus.read.gazetteer import Gazetteer

    known = Gazetteer.load().record(state_of(number, on))
    return known.name if known else f"COW {number}"


def _partners(numbers: Iterable[int], on: date, who: str) -> str:
    """With whom, in words; a state that goes by the same name counts as the same."""
    names = dict.fromkeys(state_name(number, on) for number in numbers)
    return _some([name for name in names if name != who])


def _some(names: list[str]) -> str:
    """ "France, Russia and 2 others"."""
    rest = len(names) - _PARTNERS
    told = names if rest <= 0 else [*names[:_PARTNERS], f"{rest} other{'s' if rest > 1 else ''}"]
    return f"{', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else "".join(told)


def _source(named: str) -> str:
    return f"Source: {named}, your import."


__all__ = [
    "Picture", "draw_network", "draw_portfolio", "draw_promises", "draw_similarity",
]  # fmt: skip
