"""The looks of a page in, its core out: where the most prose stands together."""

from foedus.read.clean.hints import Hint
from foedus.read.clean.look import Look

_NOT_CORE = frozenset({"credit", "author", "date", "related", "legal"})


def core(looks: list[Look]) -> tuple[int, int]:
    """The stretch with the highest sum, prose counting by its words and other lines against it."""
    best, first, last, running, start = 0.0, 0, 0, 0.0, 0
    for at, seen in enumerate(looks):
        if running <= 0:
            running, start = 0.0, at
        running += _gain(seen)
        if running > best:
            best, first, last = running, start, at + 1
    return first, last


def _gain(seen: Look) -> float:
    if "prose below the comments" in seen.features:
        return 0.3
    if "comment, short" in seen.features:
        return -10.0
    if not seen.prose or seen.kinds & _NOT_CORE:
        return -1.0
    return min(len(seen.tokens), 60) / 10


def anchor(looks: list[Look]) -> int | None:
    """The paragraph that is the article if anything is: the longest prose of the core."""
    first, last = core(looks)
    prose = [at for at in range(first, last) if looks[at].prose and not looks[at].kinds & _NOT_CORE]
    main = [at for at in prose if Hint.MAIN in looks[at].hints]
    return max(main or prose, key=lambda at: len(looks[at].tokens), default=None)
