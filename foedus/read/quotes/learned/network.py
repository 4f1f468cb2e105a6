"""Rows of weights and vectors in, one score an example out: a sparse network in numpy.

The rows of all columns are summed, as are the vectors times their matrix; the first of the sums is
the linear part of the score, the others go through one hidden layer.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from thinc.api import NumpyOps

from foedus.read.quotes.learned.hashing import SIZE, Ints, Rows

Floats = npt.NDArray[np.float32]
_OPS = NumpyOps()
_LEAST_WEIGHT = 0.01  # without lesser rows the folder is a third smaller, F1 the same to 0.001
_LONGEST = 16_384  # examples scored at a time


@dataclass(frozen=True, slots=True)
class Part:
    """Columns or vectors of the examples; `of` says which line is whose where several share one."""

    values: npt.NDArray[np.int32] | npt.NDArray[np.float16] | Floats
    of: Ints | None = None

    def of_examples(self, chosen: Ints) -> "Part":
        """The same for the chosen examples alone."""
        if self.of is None:
            return Part(self.values[chosen])
        lines, where = np.unique(self.of[chosen], return_inverse=True)
        return Part(self.values[lines], where)


@dataclass(slots=True)
class Network:
    """The weights: `table` one row a value, `vectors` a matrix for each part of vectors.

    The first column of both is the linear part. `places` says for each hashed value where its row
    stands in the table; the first row is nought, for values that were never learnt.
    """

    table: Floats
    vectors: list[Floats]
    bias: Floats
    out: Floats
    constant: Floats
    places: Rows

    @classmethod
    def fresh(cls, hidden: int, widths: tuple[int, ...], draw: np.random.Generator) -> "Network":
        """A network that knows nothing yet, for vectors of these widths."""
        return cls(
            table=np.zeros((SIZE, hidden + 1), np.float32),
            vectors=[
                draw.normal(0, 0.3 / width**0.5, (width, hidden + 1)).astype(np.float32)
                for width in widths
            ],
            bias=draw.normal(0, 0.1, hidden).astype(np.float32),
            out=draw.normal(0, 0.3, hidden).astype(np.float32),
            constant=np.zeros(1, np.float32),
            places=np.arange(SIZE, dtype=np.int32),
        )

    def compact(self) -> "Network":
        """The same without the rows of values that were never learnt, or hardly."""
        values = self.values()
        rows = self.table[self.places[values]]
        told = np.abs(rows).max(1) >= _LEAST_WEIGHT
        rest = self.bias, self.out, self.constant
        return Network.placed(values[told], rows[told], self.vectors, rest)

    @classmethod
    def placed(
        cls, values: Rows, table: Floats, vectors: list[Floats],
        rest: tuple[Floats, Floats, Floats],
    ) -> "Network":  # fmt: skip
        """A network from the rows of these hashed values, its bias, out and constant."""
        places = np.zeros(SIZE, np.int32)
        places[values] = np.arange(1, len(values) + 1)
        nought = np.zeros((1, table.shape[1]), np.float32)
        whole = np.concatenate([nought, table.astype(np.float32)])
        return cls(whole, vectors, *rest, places)

    def values(self) -> Rows:
        """The hashed values that have a row, in the order of the rows behind the first."""
        held = np.flatnonzero(self.places)
        return held[np.argsort(self.places[held], kind="stable")].astype(np.int32)

    def sums(self, columns: list[Part], vectors: list[Part], examples: int) -> Floats:
        """The sums of the rows and vectors of each example, before the hidden layer."""
        total = np.zeros((examples, self.table.shape[1]), np.float32)
        for part in columns:
            lines = np.zeros((len(part.values), total.shape[1]), np.float32)
            for column in part.values.T:
                lines += self.table[self.places[column]]
            total += lines if part.of is None else lines[part.of]
        for part, matrix in zip(vectors, self.vectors, strict=True):
            lines = product(part.values.astype(np.float32), matrix)
            total += lines if part.of is None else lines[part.of]
        return total

    def scores(self, columns: list[Part], vectors: list[Part], examples: int) -> Floats:
        """The score of each example, as log odds."""
        found = np.zeros(examples, np.float32)
        for start in range(0, examples, _LONGEST):
            chosen = np.arange(start, min(examples, start + _LONGEST))
            total = self.sums(
                [part.of_examples(chosen) for part in columns],
                [part.of_examples(chosen) for part in vectors],
                len(chosen),
            )
            hidden = np.maximum(total[:, 1:] + self.bias, 0)
            found[chosen] = hidden @ self.out + total[:, 0] + self.constant
        return found


def product(one: Floats, other: Floats, *, turned: bool = False) -> Floats:
    """The matrix product (of `one` turned), on one core: numpy's own takes all that there are."""
    found: Floats = _OPS.gemm(one, other, trans1=turned)
    return found


def mean_scores(
    networks: list[Network], columns: list[Part], vectors: list[Part], examples: int
) -> Floats:
    """The mean of what several networks give."""
    total = np.zeros(examples, np.float32)
    for network in networks:
        total += network.scores(columns, vectors, examples)
    mean: Floats = total / np.float32(len(networks))
    return mean


def sigmoid(scores: Floats) -> Floats:
    """Log odds as probabilities."""
    chance: Floats = (1 / (1 + np.exp(-np.clip(scores, -30, 30)))).astype(np.float32)
    return chance


def shares(scores: Floats, starts: Ints) -> Floats:
    """Scores as probabilities within each group; `starts` are the groups' offsets and the end."""
    group = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    raised = np.exp(scores - np.maximum.reduceat(scores, starts[:-1])[group])
    share: Floats = (raised / np.add.reduceat(raised, starts[:-1])[group]).astype(np.float32)
    return share
