"""The words of names in; whether two full names are one person's out."""

from foedus.read.actors.lexicon import person_words
from foedus.read.gazetteer import normal


def name_words(text: str) -> tuple[str, ...]:
    """The words by which names are compared: no initials, no "Jr"."""
    suffixes = person_words().suffixes
    if not text.isupper():
        # "Jane Doe NATO" in a headline: an acronym is no part of the name.
        text = " ".join(w for w in text.split() if not (len(w) > 2 and w.isupper() and w.isalpha()))
    words = [word for word in normal(text).replace("'", "").split() if word not in suffixes]
    kept = [word for word in words if len(word) > 1] or words
    return tuple(kept)


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names are one: equal, a nickname, or the longer with further words."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < 2:
        return False
    if short[0] != long[0] and not _nicknamed(short[0], long[0]):
        return False
    if short[-1] == long[-1]:
        middle = iter(long)
        return len(short) == 2 or all(word in middle for word in short[1:])
    return short[1:] == long[1 : len(short)] and len(short) > 2


def shortened(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one name is the other without its first words: "Hassan Omar", "Ali Hassan Omar".

    First names of a man and a woman are those of two.
    """
    short, long = sorted((one, other), key=len)
    if len(short) < 2 or len(short) == len(long) or short[-1] != long[-1]:
        return False
    genders = person_words().genders
    first, second = genders.get(short[0], ""), genders.get(long[0], "")
    rest = iter(long)
    return first in ("", second or first) and all(word in rest for word in short)


def _nicknamed(one: str, other: str) -> bool:
    """Whether two first names are spellings or short forms of one."""
    groups = person_words().nicknames
    return bool(groups.get(one, frozenset()) & groups.get(other, frozenset()))
