"""The laws of extents: they are sets of worlds, whatever axes they are written over."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.reason import extent
from foedus.reason.extent import ALWAYS, NEVER, Axis, Extent, TooManyWorldsError, where

AXES = tuple(Axis(name, tuple("xyz"[:size])) for name, size in (("a", 2), ("b", 3), ("c", 2)))


def simple() -> st.SearchStrategy[Extent]:
    def make(axis: Axis) -> st.SearchStrategy[Extent]:
        return st.sets(st.sampled_from(axis.options)).map(lambda kept: where(axis, kept))

    return st.sampled_from(AXES).flatmap(make)


def extents() -> st.SearchStrategy[Extent]:
    def grow(inner: st.SearchStrategy[Extent]) -> st.SearchStrategy[Extent]:
        pairs = st.tuples(inner, inner)
        return st.one_of(
            pairs.map(lambda p: p[0] & p[1]), pairs.map(lambda p: p[0] | p[1]), inner.map(invert)
        )

    return st.recursive(st.one_of(simple(), st.just(ALWAYS), st.just(NEVER)), grow, max_leaves=6)


def invert(extent: Extent) -> Extent:
    return ~extent


def worlds(extent: Extent) -> set[tuple[str, ...]]:
    """The worlds over all three axes in which it holds, counted the slow way."""
    partial = [set(world.items()) for world in extent.worlds_held()]
    every = product(*(axis.options for axis in AXES))
    names = [axis.name for axis in AXES]
    return {w for w in every if any(p <= set(zip(names, w, strict=True)) for p in partial)}


@given(extents(), extents())
def test_and_or_not_are_those_of_sets(one: Extent, other: Extent) -> None:
    everything = worlds(ALWAYS)
    assert worlds(one & other) == worlds(one) & worlds(other)
    assert worlds(one | other) == worlds(one) | worlds(other)
    assert worlds(~one) == everything - worlds(one)


@given(extents())
def test_only_axes_that_make_a_difference_are_kept(extent: Extent) -> None:
    for axis in extent.axes:
        sides = {frozenset(worlds(extent & where(axis, (o,)))) for o in axis.options}
        kept = [{w[:i] + w[i + 1 :] for w in side} for side in sides for i in [AXES.index(axis)]]
        assert any(one != other for one in kept for other in kept)


def test_two_writings_of_one_set_are_equal() -> None:
    a, b, _ = AXES
    assert where(a, "x") | where(a, "y") == ALWAYS
    assert where(a, "x") & where(a, "y") == NEVER
    assert (where(a, "x") & where(b, "x")) | (where(a, "y") & where(b, "x")) == where(b, "x")


def test_many_axes_are_counted_exactly() -> None:
    axes = [Axis(f"t{number:02}", ("x", "y", "z")) for number in range(40)]
    some = NEVER
    for axis in axes:
        some = some | where(axis, ("x",))
    assert some.worlds == 3**40
    assert some.held == 3**40 - 2**40


def test_as_an_integer_a_bit_stands_for_each_world() -> None:
    a, b, _ = AXES
    assert (where(a, "x") & where(b, "z")).bits == 1 << 4
    assert (where(a, "x") | where(b, "z")).bits == 0b110101


def test_an_axis_once_settled_decides_no_more() -> None:
    a, b, _ = AXES
    either = where(a, "x") | where(b, "y")
    assert either.given("a", "x").always
    assert either.given("a", "y") == where(b, "y")


def test_weights_count_an_option_for_more_than_another() -> None:
    a, b, _ = AXES
    either = where(a, "x") & where(b, "xy")
    weights = {"a": {"x": Fraction(3), "y": Fraction(1)}}
    assert either.share({}) == Fraction(1, 3)
    assert either.share(weights) == Fraction(1, 2)


def test_what_is_too_entangled_to_tell_apart_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extent, "MOST_KEPT", 0)
    monkeypatch.setattr(extent, "MOST_MADE", 8)
    extent.tidy()
    kept = ALWAYS
    with pytest.raises(TooManyWorldsError, match="bind some"):
        for number in range(12):
            kept = kept & where(Axis(f"e{number:02}", ("x", "y")), ("x",))
