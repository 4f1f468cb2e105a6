"""Examples with what is right of them in, a fitted network out: Adagrad over small batches."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from foedus.read.quotes.learned.hashing import SIZE, Ints
from foedus.read.quotes.learned.network import Floats, Network, Part, product, shares, sigmoid

Slope = Callable[[Floats], Floats]  # scores of a batch in, their slopes out

_EMPTY_ROW = 0  # never learnt: what is left out in training points here
_FIRST_SQUARES = 1e-2
_SLOWER = 0.2  # the pace of the dense weights beside that of the rows


@dataclass(frozen=True, slots=True)
class Pace:
    """How to fit. Measured on articles 600-720 of the development corpus, fitted on 0-600."""

    hidden: int = 32
    epochs: int = 3
    rate: float = 0.012
    dropped: float = 0.3  # share of the hidden units left out in a batch
    lost: float = 0.1  # share of the columns left out in a batch
    shrink: float = 1e-5
    rare: int = 3  # a value seen less often gets no weight
    batch: int = 1024  # examples
    groups: int = 64  # groups a batch where options compete


class Fitter:
    """One network while it is fitted, with the squares of its gradients."""

    def __init__(self, columns: list[Part], vectors: list[Part], pace: Pace, seed: int) -> None:
        self.draw = np.random.default_rng(seed)
        self.columns, self.vectors, self.pace = columns, vectors, pace
        widths = tuple(part.values.shape[1] for part in vectors)
        self.network = Network.fresh(pace.hidden, widths, self.draw)
        counts = np.zeros(SIZE, np.int64)
        for part in columns:
            counts += np.bincount(part.values.ravel(), minlength=SIZE)
        self._known = counts >= pace.rare
        self._known[_EMPTY_ROW] = False
        self._row_squares = np.full((SIZE, 1), _FIRST_SQUARES, np.float32)
        self._squares: dict[str, Floats] = {}

    def fit_each(self, right: Floats) -> Network:
        """Fit so that each example's score is the log odds that it is right."""
        pace, total = self.pace, len(right)
        steps, step = pace.epochs * -(-total // pace.batch), 0
        for _ in range(pace.epochs):
            order = self.draw.permutation(total)
            for start in range(0, total, pace.batch):
                chosen = order[start : start + pace.batch]
                rate = pace.rate * (1 - 0.9 * step / steps)
                self._step(chosen, partial(_off, right=right[chosen]), rate)
                step += 1
        return self.network.compact()

    def fit_groups(self, right: Floats, starts: Ints) -> Network:
        """Fit so that in each group of rival options the right ones get the greatest share."""
        pace, total = self.pace, len(starts) - 1
        steps, step = pace.epochs * -(-total // pace.groups), 0
        for _ in range(pace.epochs):
            order = self.draw.permutation(total)
            for first in range(0, total, pace.groups):
                groups = np.sort(order[first : first + pace.groups])
                chosen = np.concatenate([np.arange(starts[g], starts[g + 1]) for g in groups])
                sizes = starts[groups + 1] - starts[groups]
                offsets = np.concatenate([[0], np.cumsum(sizes)])
                rate = pace.rate * (1 - 0.9 * step / steps)
                slope_of = partial(_against_rivals, right=right[chosen], starts=offsets)
                self._step(chosen, slope_of, rate)
                step += 1
        return self.network.compact()

    def _lose(self, part: Part) -> Part:
        lost = self.draw.random(part.values.shape) < self.pace.lost
        return Part(np.where(lost, _EMPTY_ROW, part.values), part.of)

    def _step(self, chosen: Ints, slope_of: Slope, rate: float) -> None:
        network, kept = self.network, 1 - self.pace.lost
        columns = [self._lose(part.of_examples(chosen)) for part in self.columns]
        vectors = [part.of_examples(chosen) for part in self.vectors]
        total = network.sums(columns, vectors, len(chosen)) / np.float32(kept)
        open_ = total[:, 1:] + network.bias
        on = (self.draw.random(open_.shape) >= self.pace.dropped) / (1 - self.pace.dropped)
        on = on.astype(np.float32)
        hidden = np.maximum(open_, 0) * on
        slope = slope_of(hidden @ network.out + total[:, 0] + network.constant).astype(np.float32)
        inner = slope[:, None] * network.out[None] * on * (open_ > 0)
        outer = np.concatenate([slope[:, None], inner], 1)
        self._move("out", network.out, hidden.T @ slope, rate * _SLOWER)
        self._move("bias", network.bias, inner.sum(0), rate * _SLOWER)
        self._move("constant", network.constant, slope.sum(keepdims=True), rate * _SLOWER)
        for number, (part, matrix) in enumerate(zip(vectors, network.vectors, strict=True)):
            slopes = _by_line(part, outer)
            gradient = product(part.values.astype(np.float32), slopes, turned=True)
            self._move(f"vectors {number}", matrix, gradient, rate)
        self._move_rows(columns, outer, rate)

    def _move(self, name: str, weights: Floats, gradient: Floats, rate: float) -> None:
        fresh = np.full(weights.shape, _FIRST_SQUARES, np.float32)
        squares = self._squares.setdefault(name, fresh)
        squares += gradient * gradient
        weights -= np.float32(rate) * gradient / np.sqrt(squares)

    def _move_rows(self, columns: list[Part], outer: Floats, rate: float) -> None:
        """Move the rows of the table that the batch has, each by the sum of its gradients."""
        network = self.network
        rows = np.concatenate([part.values.ravel() for part in columns])
        width = [part.values.shape[1] for part in columns]
        slopes = np.concatenate([_by_line(part, outer) for part in columns])
        line = np.repeat(np.arange(len(slopes)), np.repeat(width, [len(p.values) for p in columns]))
        known = self._known[rows]
        rows, line = rows[known], line[known]
        if not len(rows):
            return
        order = np.argsort(rows, kind="stable")
        rows = rows[order]
        first = np.flatnonzero(np.concatenate([[True], rows[1:] != rows[:-1]]))
        gradient = np.add.reduceat(slopes[line[order]], first, 0)
        moved = rows[first]
        self._row_squares[moved] += (gradient * gradient).mean(1, keepdims=True)
        step = gradient / np.sqrt(self._row_squares[moved])
        network.table[moved] -= np.float32(rate) * (
            step + np.float32(self.pace.shrink) * network.table[moved]
        )


def _by_line(part: Part, slopes: Floats) -> Floats:
    """The slopes of the examples summed by the line of the part that they share."""
    if part.of is None:
        return slopes
    lines = np.zeros((len(part.values), slopes.shape[1]), np.float32)
    np.add.at(lines, part.of, slopes)
    return lines


def _off(scores: Floats, right: Floats) -> Floats:
    return sigmoid(scores) - right


def _against_rivals(scores: Floats, right: Floats, starts: Ints) -> Floats:
    share = shares(scores, starts)
    good = share * right
    group = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    told = good / np.maximum(np.add.reduceat(good, starts[:-1]), 1e-9)[group]
    slope: Floats = (share - told).astype(np.float32)
    return slope
