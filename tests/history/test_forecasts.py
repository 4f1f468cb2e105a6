"""Scores of probabilities against what came, and the rates that enough of them allow."""

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.history.forecasts import (
    CLIP,
    Case,
    bins,
    brier,
    calibrations,
    log_score,
    resampled,
)
from foedus.history.record import FEWEST

SHARES = st.floats(0, 1)


def cases(n: int, came: int, probability: float = 0.7, speaker: str = "ada") -> list[Case]:
    return [Case(f"{speaker}{i}", speaker, probability, i < came) for i in range(n)]


@pytest.mark.parametrize(
    ("probability", "came", "score"),
    [(1, True, 0), (0, True, 1), (0.7, True, 0.09), (0.5, False, 0.25)],
)
def test_the_brier_score_is_the_squared_distance(
    probability: float, came: bool, score: float
) -> None:
    assert brier(probability, came) == pytest.approx(score)


def test_the_log_score_is_the_natural_logarithm_of_what_was_given_to_what_came() -> None:
    assert log_score(0.7, True) == pytest.approx(-log(0.7))
    assert log_score(0.7, False) == pytest.approx(-log(0.3))


def test_a_certain_miss_is_clipped_and_not_infinite() -> None:
    assert log_score(1, False) == pytest.approx(-log(CLIP))


@given(SHARES)
def test_both_scores_are_alike_for_an_event_and_its_opposite(probability: float) -> None:
    assert brier(probability, True) == pytest.approx(brier(1 - probability, False))
    assert log_score(probability, True) == pytest.approx(log_score(1 - probability, False))


@given(SHARES, SHARES)
def test_on_the_mean_nothing_beats_the_probability_that_holds(true: float, said: float) -> None:
    def expected(probability: float) -> float:
        return true * brier(probability, True) + (1 - true) * brier(probability, False)

    assert expected(true) <= expected(said) + 1e-12


def test_under_ten_cases_no_rate_is_told() -> None:
    whole, ada = calibrations(cases(FEWEST - 1, 5))
    for one in (whole, ada):
        assert one.n == FEWEST - 1
        rates = (one.stated, one.share, one.brier, one.log, one.share_interval, one.brier_interval)
        assert set(rates) == {None}


def test_from_ten_cases_on_the_rates_are_told_with_their_intervals() -> None:
    whole, _ = calibrations(cases(FEWEST, 6))
    assert whole.stated == pytest.approx(0.7)
    assert whole.share == pytest.approx(0.6)
    assert whole.brier == pytest.approx(0.6 * 0.09 + 0.4 * 0.49)
    assert whole.brier is not None
    assert whole.brier_interval is not None
    low, high = whole.brier_interval
    assert low <= whole.brier <= high


def test_each_speaker_stands_alone_beside_all() -> None:
    found = calibrations([*cases(3, 1), *cases(12, 6, speaker="jan")])
    assert [(one.speaker, one.n) for one in found] == [("", 15), ("jan", 12), ("ada", 3)]


def test_every_case_is_in_one_tenth() -> None:
    held = [Case(str(i), "ada", i / 20, True) for i in range(21)]
    assert sorted(c.id for one in bins(held) for c in one.cases.cases) == sorted(c.id for c in held)
    assert all(one.low <= c.probability <= one.high for one in bins(held) for c in one.cases.cases)


def test_a_certainty_is_in_the_last_tenth() -> None:
    (last,) = bins(cases(1, 1, 1.0))
    assert (last.low, last.high) == (0.9, 1.0)


@given(st.lists(SHARES, min_size=1, max_size=12))
def test_the_interval_of_a_mean_lies_within_the_scores(scores: list[float]) -> None:
    low, high = resampled(scores)
    assert min(scores) - 1e-9 <= low <= high <= max(scores) + 1e-9
    assert resampled(scores) == (low, high)
