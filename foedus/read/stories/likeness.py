"""Reports in, how alike every two are out: by their words, the rarer the weightier, and their days.

The cosine of term frequency times inverse document frequency (K. Sparck Jones 1972, "A Statistical
Interpretation of Term Specificity", Journal of Documentation 28: 11-21), less a little for every
day between the two. As if `_BEFORE` reports had been read before, each word in one of them, so that
three reports of one event are alike too.
"""

from collections.abc import Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from foedus.read.stories.report import WORDS, Report

Row = npt.NDArray[np.float32]
# Measured on AllSides and BASIL, the development sets (bench/README.md): B-cubed F1 moves by less
# than .01 when any of them does by a quarter.
WINDOW = 3  # days beyond which two reports are not of one story
_A_DAY = 0.03
_BEFORE = 400
APART = -1.0  # the likeness of two that are too far apart


class Frequencies:
    """In how many reports each word stands."""

    def __init__(self) -> None:
        self._reports = 0
        self._counts = np.zeros(WORDS, np.uint32)

    def add(self, report: Report) -> None:
        """Count the words of a report."""
        self._reports += 1
        self._counts[report.words] += 1

    def weights(self, words: npt.NDArray[np.int32]) -> Row:
        """How much each word counts: the log of the share of reports in which it does not stand."""
        found: Row = np.log((self._reports + _BEFORE) / (self._counts[words] + 1.0)).astype(
            np.float32
        )
        return found


class Shelf:
    """Reports side by side, so that one can be held against all of them at once."""

    def __init__(self, reports: Sequence[Report], frequencies: Frequencies) -> None:
        self._days = [report.day for report in reports]
        lengths = [len(report.words) for report in reports]
        self._starts = np.cumsum([0, *lengths[:-1]]) if lengths else np.zeros(0, int)
        self._empty = np.array(lengths) == 0
        self._words = np.concatenate([np.zeros(0, np.int32), *(one.words for one in reports)])
        counts = np.concatenate([np.zeros(0, np.float32), *(one.counts for one in reports)])
        self._values = counts * frequencies.weights(self._words)
        self._lengths = np.sqrt(self._summed(self._values**2))
        self._frequencies = frequencies
        self._place = np.zeros(WORDS, np.float32)

    def likeness(self, report: Report) -> Row:
        """How alike the report and each of those on the shelf are, from -1 to 1."""
        values = report.counts * self._frequencies.weights(report.words)
        self._place[report.words] = values
        shared = self._summed(self._values * self._place[self._words])
        self._place[report.words] = 0
        lengths = self._lengths * np.sqrt((values**2).sum())
        alike = np.divide(shared, lengths, out=np.zeros_like(shared), where=lengths > 0)
        return _by_days(alike, [days_between(report.day, day) for day in self._days])

    def _summed(self, values: Row) -> Row:
        """The sum of the values of each report."""
        if not len(self._starts):
            return np.zeros(0, np.float32)
        padded = np.append(
            values, np.float32(0)
        )  # the start of a report without words may be the end
        found: Row = np.add.reduceat(padded, self._starts)
        found[self._empty] = 0
        return found


def days_between(one: date | None, two: date | None) -> int:
    """How many days lie between; 0 where one of them is not known."""
    return abs((one - two).days) if one and two else 0


def _by_days(alike: Row, days: Sequence[int]) -> Row:
    apart = np.array(days, np.float32)
    found: Row = np.where(apart > WINDOW, np.float32(APART), alike - _A_DAY * apart)
    return found
