"""Values of tokens in, the rows of a table of weights out: columns, each value hashed to a row.

The hash is written out here, so that a trained folder means the same on every machine.
"""

from zlib import crc32

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Keys = npt.NDArray[np.uint64]
Rows = npt.NDArray[np.int32]

BITS = 20  # about a million rows; a corpus of 600,000 words fills a tenth
SIZE = 1 << BITS
_MASK = np.uint64(SIZE - 1)
_SPREAD, _STIR = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
_WHOLE = (1 << 64) - 1
_BUCKETS = np.array([6, 9, 13, 20, 35, 60])  # distances from here on share a bucket


class Columns:
    """Columns of hashed values: each `add` makes one, of all its values taken together.

    `base` keeps apart the columns that stand side by side in one network.
    """

    def __init__(self, base: int) -> None:
        self._base = base
        self._columns: list[Rows] = []

    def add(self, *values: npt.ArrayLike) -> None:
        """One more column; the same values in another column give another row."""
        self._columns.append(_mixed(self._base + len(self._columns), values))

    def rows(self) -> Rows:
        """One line an example, one row of the weights a column."""
        return np.stack(self._columns, 1)


def _mixed(number: int, values: tuple[npt.ArrayLike, ...]) -> Rows:
    arrays = [np.asarray(value).astype(np.uint64) for value in values]
    seed = np.uint64((number * int(_SPREAD) + 0x7F4A7C15) & _WHOLE)
    mixed = np.full(np.broadcast_shapes(*(array.shape for array in arrays)), seed, np.uint64)
    for array in arrays:
        mixed = (mixed ^ array) * _SPREAD
        mixed ^= mixed >> np.uint64(29)
        mixed *= _STIR
        mixed ^= mixed >> np.uint64(32)
    rows: Rows = (mixed & _MASK).astype(np.int32)
    return rows


def key_of(text: str) -> int:
    """A number for a text, the same in every run."""
    return crc32(text.encode())


def bucket(distance: npt.ArrayLike) -> Keys:
    """Signed distances in tokens, the long ones rounded."""
    given = np.asarray(distance).astype(np.int64)
    size = np.abs(given)
    rounded = np.where(size < _BUCKETS[0], size, 5 + np.searchsorted(_BUCKETS, size, side="right"))
    keys: Keys = (np.sign(given) * rounded + 20).astype(np.uint64)
    return keys
