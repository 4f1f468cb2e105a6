"""What a document asserts, clause by clause, and which clauses of several documents say one thing.

Every clause counts, also one that no claim is read from: so reports can be laid side by side.
"""

from foedus.read.assertions.aligning import Aligned, aligned, mutually_nearest, nearest, voice_key
from foedus.read.assertions.assertion import Assertion, Counted
from foedus.read.assertions.find import assertions_of
from foedus.read.assertions.likeness import alike, one_meaning, opposed

__all__ = [
    "Aligned",
    "Assertion",
    "Counted",
    "aligned",
    "alike",
    "assertions_of",
    "mutually_nearest",
    "nearest",
    "one_meaning",
    "opposed",
    "voice_key",
]
