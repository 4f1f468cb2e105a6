"""Probabilities and what came in; scores, and how well each speaker is calibrated, out.

Below `FEWEST` cases they are shown and no rate is told: the same limit as in the record of honour.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from random import Random

from foedus.history.record.rates import FEWEST, wilson

CLIP = 0.01  # the finest step of the scales: no probability counts as surer than 1 or 99 in 100
_DRAWS, _SEED = 2_000, 1979
BINS = 10


def brier(probability: float, came: bool) -> float:
    """The squared distance of the probability from what came, 0 (best) to 1.

    G. W. Brier 1950, "Verification of Forecasts Expressed in Terms of Probability", Monthly Weather
    Review 78: 1-3; of his sum over both outcomes, half, as is usual for yes and no.
    """
    return (probability - came) ** 2


def log_score(probability: float, came: bool) -> float:
    """Minus the natural logarithm of the probability given to what came, 0 best.

    I. J. Good 1952, "Rational Decisions", Journal of the Royal Statistical Society B 14: 107-114.
    The probability is first clipped to `CLIP` and 1 - `CLIP`, so that one miss is not infinite.
    """
    clipped = min(max(probability, CLIP), 1 - CLIP)
    return -log(clipped if came else 1 - clipped)


@dataclass(frozen=True, slots=True)
class Case:
    """One forecast that came out: who made it, the probability, whether it came; an id for it."""

    id: str
    speaker: str
    probability: float
    came: bool


@dataclass(frozen=True, slots=True)
class Calibration:
    """The cases of one speaker (or of all) and what they amount to; rates only from `FEWEST` on."""

    speaker: str
    cases: tuple[Case, ...]

    @property
    def n(self) -> int:
        """How many cases."""
        return len(self.cases)

    @property
    def enough(self) -> bool:
        """Whether there are cases enough to tell a rate."""
        return self.n >= FEWEST

    @property
    def stated(self) -> float | None:
        """The mean probability; None below `FEWEST` cases."""
        return _mean([c.probability for c in self.cases]) if self.enough else None

    @property
    def share(self) -> float | None:
        """The share that came; None below `FEWEST` cases."""
        return sum(c.came for c in self.cases) / self.n if self.enough else None

    @property
    def share_interval(self) -> tuple[float, float] | None:
        """Wilson's 95 % interval of the share."""
        return wilson(sum(c.came for c in self.cases), self.n) if self.enough else None

    @property
    def brier(self) -> float | None:
        """The mean Brier score; None below `FEWEST` cases."""
        return _mean(self._briers()) if self.enough else None

    @property
    def brier_interval(self) -> tuple[float, float] | None:
        """The 95 % interval of the mean Brier score, as `resampled` has it."""
        return resampled(self._briers()) if self.enough else None

    @property
    def log(self) -> float | None:
        """The mean logarithmic score; None below `FEWEST` cases."""
        scores = [log_score(c.probability, c.came) for c in self.cases]
        return _mean(scores) if self.enough else None

    def _briers(self) -> list[float]:
        return [brier(c.probability, c.came) for c in self.cases]


def calibrations(cases: Iterable[Case]) -> tuple[Calibration, ...]:
    """Over all first (its speaker is ""), then by speaker, those with most cases first."""
    held = tuple(cases)
    speakers = dict.fromkeys(case.speaker for case in held)
    own = [Calibration(s, tuple(c for c in held if c.speaker == s)) for s in speakers]
    own.sort(key=lambda one: (-one.n, one.speaker))
    return (Calibration("", held), *own)


@dataclass(frozen=True, slots=True)
class Bin:
    """The cases whose probability lies from `low` up to `high` (not included, but for 1)."""

    low: float
    high: float
    cases: Calibration


def bins(cases: Iterable[Case]) -> tuple[Bin, ...]:
    """The cases in ten bins of equal width, those that hold any; for a reliability diagram.

    J. Bröcker and L. A. Smith 2007, "Increasing the Reliability of Reliability Diagrams", Weather
    and Forecasting 22: 651-661, plot each bin at its mean probability, not at its middle; so here.
    """
    held: dict[int, list[Case]] = {}
    for case in cases:
        place = min(int(case.probability * BINS + 1e-9), BINS - 1)
        held.setdefault(place, []).append(case)
    return tuple(
        Bin(place / BINS, (place + 1) / BINS, Calibration("", tuple(held[place])))
        for place in sorted(held)
    )


def resampled(scores: Sequence[float]) -> tuple[float, float]:
    """The 95 % percentile interval of the mean over 2,000 resamples, always the same draws.

    B. Efron 1979, "Bootstrap Methods: Another Look at the Jackknife", Annals of Statistics 7: 1-26.
    """
    draw = Random(_SEED)  # noqa: S311 - statistics, no secret
    means = sorted(_mean(draw.choices(scores, k=len(scores))) for _ in range(_DRAWS))
    return means[int(0.025 * _DRAWS)], means[int(0.975 * _DRAWS) - 1]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
