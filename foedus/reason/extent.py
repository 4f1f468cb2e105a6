"""The set of worlds in which something holds, as a reduced decision diagram over its axes.

A world picks one option of each axis: a reading of an open term, or a side of a contested fact. A
diagram asks one axis after the other, in order of their names, and ends in always or never; no two
equal ones are kept. So two ways to write one set give one object, the axes that make no difference
fall away by themselves, and those left are what decides (Bryant 1986, "Graph-based algorithms for
Boolean function manipulation"). Nothing is sampled, however many axes are open at once.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import prod
from typing import Any

from foedus.model.errors import FoedusError

# so many diagrams are kept before the tables start anew; what is in use stays valid
MOST_KEPT = 400_000
# a single operation that makes more of them than this will not end in useful time
MOST_MADE = 200_000


class TooManyWorldsError(FoedusError):
    """What is open is entangled beyond what can be told apart."""


@dataclass(frozen=True, slots=True, order=True)
class Axis:
    """An open term or a contested fact, with the ways to settle it."""

    name: str
    options: tuple[str, ...]


class Extent:
    """In which worlds something holds. Immutable; equal sets are one object."""

    __slots__ = ("_axes", "_held", "axis", "branches")

    def __init__(self, axis: Axis | None, branches: tuple["Extent", ...]) -> None:
        self.axis = axis
        self.branches = branches
        self._axes: tuple[Axis, ...] | None = None
        self._held: int | None = None

    @property
    def axes(self) -> tuple[Axis, ...]:
        """What decides, in order of the names."""
        if self._axes is None:
            mine = () if self.axis is None else (self.axis,)
            below = {axis for branch in self.branches for axis in branch.axes}
            self._axes = (*mine, *sorted(below))
        return self._axes

    @property
    def worlds(self) -> int:
        """How many worlds its axes make."""
        return prod(len(axis.options) for axis in self.axes)

    @property
    def held(self) -> int:
        """In how many of them it holds."""
        if self._held is None:
            self._held = int(self.share({}) * self.worlds)
        return self._held

    @property
    def bits(self) -> int:
        """The set as one integer: bit *i* is set where it holds in world *i* of `worlds`.

        The first axis turns fastest. For few axes: it is as long as there are worlds.
        """
        strides, stride = {}, 1
        for axis in self.axes:
            strides[axis.name] = stride
            stride *= len(axis.options)
        places = {axis.name: axis.options for axis in self.axes}
        return sum(
            1 << sum(strides[name] * places[name].index(taken) for name, taken in world.items())
            for world in self.worlds_held()
        )

    @property
    def always(self) -> bool:
        return self is ALWAYS

    @property
    def never(self) -> bool:
        return self is NEVER

    def share(self, weights: Mapping[str, Mapping[str, Fraction]]) -> Fraction:
        """The share of worlds in which it holds, every option of an axis counting alike.

        `weights` give, by axis and option, what an option counts instead; an option that an axis
        of theirs leaves out counts nothing.
        """
        known: dict[Extent, Fraction] = {ALWAYS: Fraction(1), NEVER: Fraction(0)}
        return _share(self, weights, known)

    def given(self, axis: str, option: str) -> "Extent":
        """What is left once the axis is settled so."""
        return _given(self, axis, option, {})

    def holds_in(self, world: Mapping[str, str]) -> bool:
        """Whether it holds in the world that takes these options of its axes."""
        extent = self
        while extent.axis is not None:
            taken = extent.axis.options.index(world[extent.axis.name])
            extent = extent.branches[taken]
        return extent.always

    def worlds_held(self) -> Iterator[dict[str, str]]:
        """Each world in which it holds, as the option taken on each axis."""
        return _worlds(self, self.axes)

    def __and__(self, other: "Extent") -> "Extent":
        return _both(self, other)

    def __or__(self, other: "Extent") -> "Extent":
        return _either(self, other)

    def __invert__(self) -> "Extent":
        return _not(self)

    def __repr__(self) -> str:
        if self.axis is None:
            return "ALWAYS" if self.always else "NEVER"
        return f"Extent({self.held} of {self.worlds}: {', '.join(a.name for a in self.axes)})"


ALWAYS = Extent(None, ())
NEVER = Extent(None, ())

_made: dict[tuple[Any, ...], Extent] = {}
_met: dict[tuple[Extent, Extent], Extent] = {}
_joined: dict[tuple[Extent, Extent], Extent] = {}
_denied: dict[Extent, Extent] = {}


def where(axis: Axis, options: Iterable[str]) -> Extent:
    """Holds where the axis takes one of the options."""
    kept = set(options)
    return _node(axis, tuple(ALWAYS if option in kept else NEVER for option in axis.options))


def certainly(yes: bool) -> Extent:
    """In every world, or in none."""
    return ALWAYS if yes else NEVER


def tidy() -> None:
    """Start the tables anew once they have grown large. Call between questions, not within."""
    if len(_made) + len(_met) + len(_joined) > MOST_KEPT:
        for table in (_made, _met, _joined, _denied):
            table.clear()


def _node(axis: Axis, branches: tuple[Extent, ...]) -> Extent:
    first = branches[0]
    if all(branch is first for branch in branches):
        return first
    key = (axis, *branches)
    found = _made.get(key)
    if found is None:
        found = _made[key] = Extent(axis, branches)
    return found


def _both(one: Extent, other: Extent) -> Extent:
    if one is other or other is ALWAYS:
        return one
    if one is ALWAYS:
        return other
    if one is NEVER or other is NEVER:
        return NEVER
    key = (one, other)
    found = _met.get(key)
    if found is None:
        found = _met[key] = _met[other, one] = _branching(_both, one, other)
    return found


def _either(one: Extent, other: Extent) -> Extent:
    if one is other or other is NEVER:
        return one
    if one is NEVER:
        return other
    if one is ALWAYS or other is ALWAYS:
        return ALWAYS
    key = (one, other)
    found = _joined.get(key)
    if found is None:
        found = _joined[key] = _joined[other, one] = _branching(_either, one, other)
    return found


def _branching(join: Callable[[Extent, Extent], Extent], one: Extent, other: Extent) -> Extent:
    """Both diagrams taken apart at the axis that comes first, joined branch by branch."""
    a, b = one.axis, other.axis
    assert a is not None and b is not None  # noqa: S101 - neither is an end
    axis = min(a, b, key=lambda it: it.name)
    if len(_made) > MOST_KEPT + MOST_MADE:
        names = ", ".join(it.name for it in sorted({*one.axes, *other.axes})[:8])
        raise TooManyWorldsError(
            f"what is open is too entangled to tell apart ({names} ...); bind some with `readings`"
        )
    ones = one.branches if a == axis else (one,) * len(axis.options)
    others = other.branches if b == axis else (other,) * len(axis.options)
    return _node(axis, tuple(map(join, ones, others)))


def _not(extent: Extent) -> Extent:
    if extent.axis is None:
        return ALWAYS if extent is NEVER else NEVER
    found = _denied.get(extent)
    if found is None:
        found = _node(extent.axis, tuple(map(_not, extent.branches)))
        _denied[extent] = found
        _denied[found] = extent
    return found


def _share(
    extent: Extent,
    weights: Mapping[str, Mapping[str, Fraction]],
    known: dict[Extent, Fraction],
) -> Fraction:
    if extent not in known:
        axis = extent.axis
        assert axis is not None  # noqa: S101 - the ends are known
        even = dict.fromkeys(axis.options, Fraction(1))
        counts = [weights.get(axis.name, even).get(option, Fraction(0)) for option in axis.options]
        total = sum(counts)
        found = sum(
            (n * _share(b, weights, known) for n, b in zip(counts, extent.branches, strict=True)),
            Fraction(0),
        )
        known[extent] = found / total
    return known[extent]


def _given(extent: Extent, name: str, option: str, known: dict[Extent, Extent]) -> Extent:
    if extent.axis is None or extent.axis.name > name:
        return extent
    if extent.axis.name == name:
        return extent.branches[extent.axis.options.index(option)]
    if extent not in known:
        branches = (_given(branch, name, option, known) for branch in extent.branches)
        known[extent] = _node(extent.axis, tuple(branches))
    return known[extent]


def _worlds(extent: Extent, axes: tuple[Axis, ...]) -> Iterator[dict[str, str]]:
    if extent.never:
        return
    if not axes:
        yield {}
        return
    axis, *rest = axes
    mine = extent.axis == axis
    for number, option in enumerate(axis.options):
        branch = extent.branches[number] if mine else extent
        for world in _worlds(branch, tuple(rest)):
            yield {axis.name: option, **world}
