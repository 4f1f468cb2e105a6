"""A title, a text and a day in; out, what of a report says which event it is about: its words.

The opening of a report says what it is about; a word of its title counts as two. Words are stems,
kept as numbers, so that what is counted stays small however many words there are.
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from zlib import crc32

import numpy as np
import numpy.typing as npt

WORDS = 1 << 18  # numbers that a word can have: two words of one text seldom share one
_OPENING = 200  # words of the text that are read
_TITLE = 2  # times that a word of the title counts
_WORD = re.compile(r"[^\W\d_][\w'’-]*|\d[\d,.]*\d|\d")
# English words that tell of no event, and what every report says
_EMPTY = frozenset(
    "a about after all also an and any are as at be been but by can could did do for from had has "
    "have he her him his how i if in into is it its just like may more most my new no not now of "
    "on one only or other our out over said say says she so some such than that the their them "
    "then there these they this those to told two under up was we were what when where which while "
    "who will with would you your".split()
)
_ENDINGS = ("ings", "ing", "edly", "ed", "ies", "es", "s", "ly")
_LEAST = 4  # letters that stay of a word when its ending goes


@dataclass(frozen=True, slots=True)
class Report:
    """One report: its id, its day (None: not known), its words by number and how much each counts.

    `words` are in order, each once; `counts` has 1 + log n for a word that stands n times.
    """

    id: str
    day: date | None
    words: npt.NDArray[np.int32]
    counts: npt.NDArray[np.float32]


def report_of(id_: str, title: str, text: str, day: date | None) -> Report:
    """The report with this title (may be empty) and text."""
    found: Counter[int] = Counter()
    opening = " ".join(text.split(maxsplit=_OPENING)[:_OPENING])
    for part, weight in ((title, _TITLE), (opening, 1)):
        for word in _WORD.findall(part.lower()):
            if word not in _EMPTY:
                found[crc32(_stem(word).encode("utf-8")) % WORDS] += weight
    words = np.array(sorted(found), np.int32)
    counts = np.array([found[word] for word in words.tolist()], np.float32)
    return Report(id_, day, words, 1 + np.log(np.maximum(counts, 1)))


def _stem(word: str) -> str:
    """The word without an English ending: "attacks" and "attacked" are one."""
    word = word.removesuffix("'s").removesuffix("’s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word[: -len(ending)]
    return word
