"""Called promises in; out, what a small model makes of one, if it beats the plain base rate.

A logistic regression of "honoured" on kinds, era, terms, and whether the treaty was multilateral or
made in wartime, as scikit-learn has it by default: nothing is tuned. It is scored on wars that it
has not seen, one left out after the other, by the mean squared error of its shares (G. W. Brier
1950, Monthly Weather Review 78: 1-3), beside two base rates: that of the other wars, and that of
all cases, which no forecast could know.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from foedus.history.record.cases import Called
from foedus.history.record.rates import Make
from foedus.history.tables import PROMISES
from foedus.model.errors import InputError

_FEWEST_CASES, _FEWEST_WARS = 30, 10
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Estimate:
    """The model's share for a promise of a make, and its Brier score beside the base rates'.

    `share` is None where the model does not beat both. `cases` and `wars` are what it learnt from.
    """

    share: float | None
    brier: float
    base_brier: float
    base_brier_all: float
    cases: int
    wars: int


def estimate(cases: Iterable[Called], make: Make) -> Estimate | None:
    """What the model makes of a promise of a make; None below 30 cases or 10 wars.

    What of the make is not known takes the mean of the cases. Raises InputError where
    scikit-learn is not installed.
    """
    held = [case for case in cases if case.honoured is not None]
    wars = np.array([case.war for case in held])
    if len(held) < _FEWEST_CASES or len(set(wars.tolist())) < _FEWEST_WARS:
        return None
    features = np.array([_features(case) for case in held])
    known = ~np.isnan(features)
    means = np.where(known, features, 0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    features = np.where(known, features, means)
    outcome = np.array([bool(case.honoured) for case in held], float)
    told, base = np.empty(len(held)), np.empty(len(held))
    for war in np.unique(wars):
        out = wars == war
        base[out] = outcome[~out].mean()
        told[out] = _fitted(features[~out], outcome[~out]).predict_proba(features[out])[:, 1]
    brier, base_brier = (float(((one - outcome) ** 2).mean()) for one in (told, base))
    base_all = float(((outcome.mean() - outcome) ** 2).mean())
    share = None
    if brier < min(base_brier, base_all):
        asked = np.array(_of_make(make))
        asked = np.where(np.isnan(asked), means, asked)
        share = float(_fitted(features, outcome).predict_proba(asked[None, :])[0, 1])
    return Estimate(share, brier, base_brier, base_all, len(held), len(set(wars.tolist())))


def _fitted(features: Numbers, outcome: Numbers) -> Any:
    try:
        from sklearn.linear_model import LogisticRegression
    except ImportError as error:
        raise InputError(
            "the model needs scikit-learn; install foedus[model], or ask without it"
        ) from error
    return LogisticRegression(max_iter=1000).fit(features, outcome)


def _features(case: Called) -> list[float]:
    kinds = [float(kind in case.kinds) for kind in PROMISES]
    flags = (case.early, case.asymmetric, case.multilateral, case.wartime)
    return [*kinds, *map(_number, flags)]


def _of_make(make: Make) -> list[float]:
    held = (make.kind, *make.beside)
    kinds = [np.nan if make.kind is None else float(kind in held) for kind in PROMISES]
    return [*kinds, *map(_number, (make.early, make.asymmetric, None, None))]


def _number(flag: bool | None) -> float:
    return float("nan") if flag is None else float(flag)
