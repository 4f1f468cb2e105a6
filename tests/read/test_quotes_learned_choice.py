"""The steps of the tagger one by one: columns, networks, and the choice among what overlaps."""

from itertools import combinations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.read.quotes.learned.fitting import Fitter, Pace
from foedus.read.quotes.learned.hashing import Columns, bucket
from foedus.read.quotes.learned.network import Network, Part, shares, sigmoid
from foedus.read.quotes.learned.options import Reach
from foedus.read.quotes.learned.proposals import Proposal
from foedus.read.quotes.learned.weighing import best_apart

ROWS = [553876, 943141, 920562]  # of 0, 1 and 7 in the first column
EDGES = st.tuples(st.integers(0, 12), st.integers(0, 5), st.floats(-0.3, 0.7))
RIGHT = np.array([1, 0, 0, 1] * 100, np.float32)


def proposal(first: int, length: int) -> Proposal:
    """A proposal whose cue stands right before its content."""
    span = (first, first)
    return Proposal(
        first,
        first + 1,
        first + 1 + length,
        0,
        span,
        Reach(0, 20),
        None,
        0,
        0.5,
        0.5,
        0.5,
        0.5,
        0.5,
    )


def overlap(one: Proposal, other: Proposal) -> bool:
    return one.low <= other.high and other.low <= one.high


@given(st.lists(EDGES, max_size=8))
def test_the_choice_weighs_as_much_as_the_best_of_all_sets_without_overlap(
    edges: list[tuple[int, int, float]],
) -> None:
    proposals = [proposal(first, length) for first, length, _ in edges]
    weights = [weight for *_, weight in edges]
    every = [
        sum(weights[at] for at in chosen)
        for size in range(len(edges) + 1)
        for chosen in combinations(range(len(edges)), size)
        if not any(overlap(proposals[a], proposals[b]) for a, b in combinations(chosen, 2))
    ]
    places = {id(one): at for at, one in enumerate(proposals)}
    chosen = best_apart(proposals, weights)
    assert sum(weights[places[id(one)]] for one in chosen) == pytest.approx(max(every))


@given(st.lists(EDGES, max_size=8))
def test_what_is_chosen_does_not_overlap(edges: list[tuple[int, int, float]]) -> None:
    chosen = best_apart([proposal(a, b) for a, b, _ in edges], [weight for *_, weight in edges])
    assert not any(overlap(one, other) for one, other in combinations(chosen, 2))


def columns(*values: npt.NDArray[np.int64]) -> Part:
    made = Columns(0)
    for value in values:
        made.add(value)
    return Part(made.rows())


def test_the_same_value_in_another_column_has_another_row() -> None:
    rows = columns(np.array([7]), np.array([7])).values[0]
    assert rows[0] != rows[1]


def test_the_rows_of_a_column_are_the_same_on_every_machine() -> None:
    assert columns(np.array([0, 1, 7])).values[:, 0].tolist() == ROWS


def test_far_distances_share_a_bucket_and_near_ones_do_not() -> None:
    near, far = bucket(np.arange(-5, 6)), bucket(np.array([36, 59]))
    assert len(set(near.tolist())) == 11
    assert len(set(far.tolist())) == 1


def test_a_network_learns_what_no_sum_over_single_values_tells() -> None:
    one, other = np.array([0, 0, 1, 1] * 100), np.array([0, 1, 0, 1] * 100)
    pace = Pace(epochs=60, rate=0.1, dropped=0.0, lost=0.0, batch=50)
    fitted = Fitter([columns(one, other)], [], pace, 0).fit_each(RIGHT)
    chance = sigmoid(fitted.scores([columns(one[:4], other[:4])], [], 4))
    assert (chance > 0.5).tolist() == [True, False, False, True]


def test_of_rival_options_the_right_one_gets_the_greatest_share() -> None:
    option, starts = np.array([1, 2, 3] * 40), np.arange(0, 121, 3)
    right = (option == 2).astype(np.float32)
    fitted = Fitter([columns(option)], [], Pace(epochs=10, rate=0.1), 0).fit_groups(right, starts)
    share = shares(fitted.scores([columns(option[:3])], [], 3), np.array([0, 3]))
    assert share.argmax() == 1


def test_a_value_never_learnt_counts_for_nothing() -> None:
    draw = np.random.default_rng(0)
    empty = Network.fresh(4, (), draw).compact()
    scores = empty.scores([columns(np.array([3, 4]))], [], 2)
    assert scores[0] == scores[1]
