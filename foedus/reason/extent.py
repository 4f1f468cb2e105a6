"""The set of worlds in which something holds, as one integer over the axes that it turns on.

A world picks one option of each axis: a reading of an open term, or a side of a contested fact.
Bit *i* is set where it holds in world *i*. Axes that make no difference fall away, so that those
left are what decides.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import prod

from foedus.model.errors import FoedusError

MOST_WORLDS = 4096


class TooManyWorldsError(FoedusError):
    """More axes are open at once than can be told apart one by one."""


@dataclass(frozen=True, slots=True, order=True)
class Axis:
    """An open term or a contested fact, with the ways to settle it."""

    name: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Extent:
    """In which worlds something holds. `axes` are in order of their names."""

    axes: tuple[Axis, ...]
    bits: int

    @property
    def worlds(self) -> int:
        """How many worlds its axes make."""
        return prod(len(axis.options) for axis in self.axes)

    @property
    def held(self) -> int:
        """In how many of them it holds."""
        return self.bits.bit_count()

    @property
    def always(self) -> bool:
        return self.held == self.worlds

    @property
    def never(self) -> bool:
        return self.bits == 0

    def __and__(self, other: "Extent") -> "Extent":
        axes = _union(self.axes, other.axes)
        return _settled(axes, _spread(self, axes) & _spread(other, axes))

    def __or__(self, other: "Extent") -> "Extent":
        axes = _union(self.axes, other.axes)
        return _settled(axes, _spread(self, axes) | _spread(other, axes))

    def __invert__(self) -> "Extent":
        return Extent(self.axes, ~self.bits & ((1 << self.worlds) - 1))

    def worlds_held(self) -> Iterable[dict[str, str]]:
        """Each world in which it holds, as the option taken on each axis."""
        for world in range(self.worlds):
            if self.bits >> world & 1:
                yield _picked(self.axes, world)


ALWAYS = Extent((), 1)
NEVER = Extent((), 0)


def where(axis: Axis, options: Iterable[str]) -> Extent:
    """Holds where the axis takes one of the options."""
    kept = set(options)
    bits = sum(1 << i for i, option in enumerate(axis.options) if option in kept)
    return _settled((axis,), bits)


def certainly(yes: bool) -> Extent:
    """In every world, or in none."""
    return ALWAYS if yes else NEVER


def _picked(axes: tuple[Axis, ...], world: int) -> dict[str, str]:
    found = {}
    for axis in axes:
        world, option = divmod(world, len(axis.options))
        found[axis.name] = axis.options[option]
    return found


def _union(one: tuple[Axis, ...], other: tuple[Axis, ...]) -> tuple[Axis, ...]:
    if one == other or not other:
        return one
    axes = tuple(sorted({*one, *other}))
    if prod(len(axis.options) for axis in axes) > MOST_WORLDS:
        names = ", ".join(axis.name for axis in axes)
        raise TooManyWorldsError(
            f"more than {MOST_WORLDS:,} ways to read it ({names}); bind some with `readings`"
        )
    return axes


def _spread(extent: Extent, axes: tuple[Axis, ...]) -> int:
    """The bits of the extent over more axes."""
    if extent.axes == axes:
        return extent.bits
    return sum(
        1 << world
        for world, source in enumerate(_sources(extent.axes, axes))
        if extent.bits >> source & 1
    )


@cache
def _sources(narrow: tuple[Axis, ...], wide: tuple[Axis, ...]) -> tuple[int, ...]:
    """For each world over the wide axes its number over the narrow ones."""
    strides, stride = {}, 1
    for axis in narrow:
        strides[axis] = stride
        stride *= len(axis.options)
    found = [0]
    for axis in wide:
        step = strides.get(axis, 0)
        found = [at + option * step for option in range(len(axis.options)) for at in found]
    return tuple(found)


def _settled(axes: tuple[Axis, ...], bits: int) -> Extent:
    """Without the axes that make no difference."""
    for axis in axes:
        rest = tuple(other for other in axes if other != axis)
        narrow = 0
        same = True
        first: dict[int, int] = {}
        for world, source in enumerate(_sources(rest, axes)):
            value = bits >> world & 1
            if first.setdefault(source, value) != value:
                same = False
                break
            narrow |= value << source
        if same:
            return _settled(rest, narrow)
    return Extent(axes, bits)
