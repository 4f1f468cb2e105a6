"""A baseline in, a picture of it out: a chart for a notebook, an SVG with its data beside."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from foedus.api.baseline import ONE_NUMBER, state_of
from foedus.api.drawn import write_drawn
from foedus.api.panels import cow_number
from foedus.history import dyad_years
from foedus.history.network import ties_on
from foedus.history.panel.membership import state_numbers
from foedus.history.panel.tables import FLAGS, source
from foedus.history.promised import portfolio, promises_by_year
from foedus.model.errors import InputError
from foedus.report.answers.naming import the_state
from foedus.report.pictures.baseline.framing import COLOURS, NAMES, weightiest
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
_LINE = 2  # years that make a line
_PARTNERS = 2  # that a label names
_BY_COW = "States as COW numbers them: Prussia as Germany, Sardinia as Italy, and so on."


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
    if len({row["year"] for row in rows}) < _LINE:
        raise InputError(f"{held.named} tells of 1815 to {held.last}; name two years within")
    note = "A pair counts where either of the two makes the promise."
    return Picture(promises_picture(rows, [note, _source(held.named)]), rows)


def draw_portfolio(baseline: str | Path, state: str) -> Picture:
    """The treaties of one state under each other, from when to when it was bound."""
    folder = Path(baseline)
    member = source(folder, "atop-member")
    number = cow_number(state)
    bonds = portfolio(folder, *_numbers(number))
    ends = date.fromisoformat(member.kept.coded_until)
    who = state_name(number, ends)
    held = [
        Held(
            f"{one.atopid}  {_partners(one.partners, one.since, who)}",
            tuple((time.since, time.until, weightiest(time.promises)) for time in one.times),
        )
        for one in bonds
    ]
    chart = portfolio_picture(_the(number, ends), held, ends, [_BY_COW, _source(member.named)])
    rows = [
        {
            "atopid": one.atopid,
            "times": [
                {
                    "since": time.since.isoformat(),
                    "until": time.until.isoformat() if time.until else None,
                    "promises": list(time.promises),
                }
                for time in one.times
            ],
            "partners": list(one.partners),
        }
        for one in bonds
    ]
    return Picture(chart, {"state": state, "coded_until": ends.isoformat(), "treaties": rows})


def draw_network(baseline: str | Path, on: date, promise: str | None = None) -> Picture:
    """Who was bound to whom on a day, by the weightiest promise between the two.

    `promise` (a reader's word, as "defence") keeps the pairs in which one makes it.
    """
    folder = Path(baseline)
    if promise and promise not in COLOURS:
        raise InputError(f"no promise '{promise}'; one of: {', '.join(COLOURS)}")
    ties = ties_on(folder, on)
    named = source(folder, "atop-member").named
    word = next((atop for atop, name in NAMES.items() if name == promise), "")
    pairs = [
        (state_name(one, on), state_name(two, on), _promised(flags))
        for one, two, *flags in ties.select("ccode1", "ccode2", *FLAGS).iter_rows()
    ]
    kept = [(one, two, held) for one, two, held in pairs if not word or word in held]
    if not kept:
        raise InputError(f"nobody was bound so to anybody on {on}; name another day")
    tied = [Tied(one, two, promise or weightiest(held)) for one, two, held in kept]
    rows = [{"one": one, "two": two, "promises": held} for one, two, held in kept]
    day = f"on {on.day} {on:%B %Y}"
    what = f"Who promised {promise} to whom" if promise else "Who was bound to whom"
    note = "A line: at least one of the two promises it. States without one are left out."
    notes = [note, "Place says nothing of geography.", _BY_COW, _source(named)]
    return Picture(network_picture(f"{what} {day}", tied, notes), rows)


def draw_similarity(
    baseline: str | Path, one: str, two: str, first: int = 1816, last: int | None = None
) -> Picture:
    """How alike the promises of two states are, year by year, by several measures."""
    folder = Path(baseline)
    held = source(folder, "atop-dyad-year")
    sides = [_numbers(cow_number(name)) for name in (one, two)]
    if sides[0] == sides[1]:
        raise InputError(f"{one} and {two} are one state; name two")
    until = min(last or held.last, held.last)
    listed = set(state_numbers(folder))
    states = [number for number in sides[0] if number in listed]
    if not states:
        raise InputError(f"{one} is in no list of states that you imported; name another")
    panel = dyad_years(folder, first, until, states=states, directed=False).with_similarity()
    frame = panel.collect()
    ways = ((0, 1), (1, 0))
    own = pl.concat(
        frame.filter(pl.col("ccode1").is_in(sides[a]), pl.col("ccode2").is_in(sides[b]))
        for a, b in ways
    ).sort("year")
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
    chance = "Kappa and pi leave out what chance would give; S and tau-b do not."
    notes = [note, chance, _BY_COW, *map(_source, panel.sources[1:])]
    chart = similarity_picture(rows, (names[0], names[1]), MEASURES, notes)
    return Picture(chart, own.to_dicts())


def _numbers(number: int) -> tuple[int, ...]:
    """All numbers that COW gives a state: the Federal Republic has one of its own for 1955-1990."""
    return (number, *(other for other, one in ONE_NUMBER.items() if one == number))


def _the(number: int, on: date) -> str:
    """The name as a sentence needs it: "the United Kingdom"."""
    id_ = state_of(number, on)
    return f"COW {number}" if id_.startswith("cow/") else the_state(id_)


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
