"""The words of an actor in, the PLOVER sector that they put it in out."""

from functools import lru_cache

from foedus.read.actors.lexicon import name_lists, sector_words
from foedus.read.gazetteer import normal

_OF = (
    " of ",
    " for ",
    " at ",
    " from ",
    " in ",
    " with ",
    " to ",
    " on ",
    " against ",
    " who ",
    " loyal ",
)


@lru_cache(maxsize=8192)
def sector_of(text: str) -> str:
    """The sector of an actor by its words, "" when they say nothing.

    The last noun of the head decides ("rebel leaders of the north"); where it says little by
    itself, the words before it do, then what it belongs to.
    """
    words = sector_words()
    head, tail = _head(_plain(text))
    noun, sector = _last_noun(head)
    if not noun:
        return sector_of(tail) if tail else _anywhere(head)
    before = head[: -len(noun)].strip() if head.endswith(noun) else head
    if singular(noun) in words.open_heads or noun in words.open_heads:
        sector = _qualified(before, singular(noun)) or (sector_of(tail) if tail else "") or sector
    if any(word in words.former for word in before.split()) and sector in ("GOV", "LEG"):
        return "ELI"
    return sector


def _plain(text: str) -> str:
    words = normal(text).split()
    quantifiers = sector_words().quantifiers
    while len(words) > 1 and (words[0] in quantifiers or words[0].isdigit()):
        words = words[1:]
    if len(words) > 2 and words[1] == "of" and words[0] in sector_words().parts:
        return _plain(" ".join(words[2:]))
    return " ".join(words)


def _head(text: str) -> tuple[str, str]:
    """The words up to the first "of", "for", "at"...; and those after it."""
    found = [(text.find(word), word) for word in _OF if text.find(word) > 0]
    if not found:
        return text, ""
    for at, word in sorted(found):
        # "secretary of state", "member of parliament" are one noun.
        joined = " ".join(text[: at + len(word)].split()[-2:] + text[at + len(word) :].split()[:1])
        if not _entry(joined):
            return text[:at], text[at + len(word) :]
    return text, ""


def _entry(phrase: str) -> str:
    words = sector_words()
    for form in (phrase, singular(phrase)):
        sector = words.persons.get(form) or words.bodies.get(form) or words.things.get(form)
        if sector:
            return sector
    return ""


def _last_noun(head: str) -> tuple[str, str]:
    """The longest entry at the end of the head, with its sector."""
    words, open_heads = head.split(), sector_words().open_heads
    for size in range(min(5, len(words)), 0, -1):
        phrase = " ".join(words[-size:])
        sector = _entry(phrase)
        if sector or phrase in open_heads or singular(phrase) in open_heads:
            return phrase, sector
    return "", ""


def _qualified(before: str, noun: str) -> str:
    """What the words before an open noun say ("rebel", "police", "foreign ministry")."""
    words = before.split()
    lexicon = sector_words()
    for size in (3, 2, 1):
        for end in range(len(words), size - 1, -1):
            phrase = " ".join(words[end - size : end])
            if phrase in lexicon.adjectives and phrase not in lexicon.former:
                return lexicon.adjectives[phrase]
            sector = _entry(phrase)
            plain = sector not in ("", "CVL") and phrase not in lexicon.open_heads
            if plain and phrase not in lexicon.former:
                return sector
            people = name_lists().get(phrase, ("", "", ""))[1] == "people"
            if phrase in lexicon.communal or (people and noun in ("leader", "chief", "figure")):
                return "ELI"
    return ""


def _anywhere(head: str) -> str:
    """The last entry anywhere in the words: "Assembly for Progress", "Secretary Doe"."""
    words = head.split()
    for end in range(len(words), 0, -1):
        for size in (3, 2, 1):
            if size <= end:
                sector = _entry(" ".join(words[end - size : end]))
                if sector not in ("", "CVL"):
                    return sector
    return ""


def singular(phrase: str) -> str:
    """The phrase with its last word in the singular."""
    if phrase.endswith("women") or phrase.endswith("men"):
        return phrase[:-3] + "man"
    if phrase.endswith("ies"):
        return phrase[:-3] + "y"
    if phrase.endswith(("sses", "ches", "shes", "xes")):
        return phrase[:-2]
    if phrase.endswith("s") and not phrase.endswith("ss"):
        return phrase[:-1]
    return phrase
