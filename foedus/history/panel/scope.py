"""What a panel is about: the unit of its rows, its years and states, whose numbers they bear."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from foedus.model.errors import InputError


class Unit(StrEnum):
    """What one row of a panel is."""

    DYAD_YEAR = "dyad-year"
    DYAD_DAY = "dyad-day"
    STATE_YEAR = "state-year"
    LEADER_YEAR = "leader-year"
    MEMBER_SPELL = "member-spell"

    @property
    def of_two(self) -> bool:
        """Whether a row is about two states."""
        return self in (Unit.DYAD_YEAR, Unit.DYAD_DAY)


class Codes(StrEnum):
    """Whose list of states, and whose numbers for them: Correlates of War, Gleditsch and Ward."""

    COW = "cow"
    GW = "gw"

    @property
    def column(self) -> str:
        """The name of the column that holds the number of a state."""
        return "ccode" if self is Codes.COW else "gwcode"


@dataclass(frozen=True, slots=True)
class Scope:
    """The years from `first` to `last`, both included; the states (none named: all).

    A dyad is within the scope where its first state is among the states; an undirected one where
    one of the two is.
    """

    unit: Unit
    codes: Codes
    first: int
    last: int
    states: frozenset[int]
    directed: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        """The columns that hold the numbers of the states, in order."""
        column = self.codes.column
        return (f"{column}1", f"{column}2") if self.unit.of_two else (column,)

    @property
    def sides(self) -> tuple[str, ...]:
        """What a state's columns end in: "1" and "2" in a dyad, nothing else."""
        return ("1", "2") if self.unit.of_two else ("",)


def codes_of(name: str) -> Codes:
    """The list of states with this name. Raises InputError where there is none."""
    try:
        return Codes(name)
    except ValueError:
        raise InputError(f"no list of states '{name}'; one of: cow, gw") from None


def checked(first: int, last: int, states: Iterable[int]) -> tuple[int, int, frozenset[int]]:
    """The years and states as asked for. Raises InputError where they cannot be."""
    if last < first:
        raise InputError(f"the years {first} to {last} run backwards; name the earlier one first")
    return first, last, frozenset(states)
