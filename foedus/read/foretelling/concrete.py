"""The words of a foretold event in; what in them is too vague to be checked, out.

An event is concrete where somebody or something is named, where what happens is an act of the
closed list (`acts`), and where nothing leaves the measure open to whoever looks.
"""

import re
from dataclasses import dataclass

from foedus.read.foretelling.acts import FORMS, can_be_seen

_OPENER = re.compile(
    r"\b(?:will|would|shall|may|might|could|can)\b|(?<=\w)(?:['’]ll|['’]d)\b|\bwon['’]t\b"
    r"|\b(?:expected|likely|unlikely|going|set|due|bound|certain|sure|poised|predicted|forecast"
    r"|about|believed|thought) to\b",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"\bto\b", re.IGNORECASE)  # "expected him to run": the event is the rest
_WORD = re.compile(r"[A-Za-z][A-Za-z-]*(?:['’](?:s|t|re|ll|ve|d|m))?")
_PASSED_OVER = frozenset(
    "not never be been being have has had also then still again soon now even yet ever just go"
    " going likely unlikely expected set due bound certain sure poised predicted forecast to n't"
    " almost very most highly well first once".split()
)  # "go" only as in "go on to"; "will be expected to sign"
_HAVING = frozenset({"have", "has", "had"})  # of "will have signed", not of "will have a say"
_PRONOUNS = frozenset(
    "he she it they we you i this that these those who which what there him her them us one".split()
)
_CALENDAR = frozenset(
    "january february march april may june july august september october november december monday"
    " tuesday wednesday thursday friday saturday sunday christmas easter i mr mrs ms dr".split()
)
_OPEN_MEASURE = re.compile(
    r"\b(?:(?:more|less|fewer|greater|higher|lower)\b(?! than [\d$€£])"
    r"|better|worse|stronger|weaker|closer|further|deeper|bigger|larger|smaller|easier|harder"
    r"|tougher|wider|increasingly|significant(?:ly)?|serious(?:ly)?|major|substantial(?:ly)?"
    r"|considerabl[ey]|dramatic(?:ally)?|meaningful(?:ly)?|real|important|historic|massive(?:ly)?"
    r"|successful(?:ly)?|effective(?:ly)?|fully|well|good|bad|great|strong(?:ly)?|credible|viable"
    r"|severe(?:ly)?|sharp(?:ly)?|heavy|heavily|large|big|huge|small|sweeping|tough|new level"
    r"|some|several|many|various|a number of|a level of|kind of|sort of|a lot|lots|most|much"
    r"|something|anything|someone|somebody|anyone|everything|everyone|everybody|things"
    r"|if|unless|whether|in case|or|either|etc|followed by"
    r"|(?:and|but) (?:will|would|then|may|could|might|also))\b"
    r"|[?…]|\.\.\.",
    re.IGNORECASE,
)
_NUMBER = (
    r"(?:(?!(?:1[89]|20)\d\d\b)\d[\d,.]*|(?:two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|billion|trillion|half)\b)"
)
# How much, right behind the act: "rise by 2 percent". What raises something else ("the deal will
# increase growth by 1 percent") says what causes what, which nobody can look up.
_AMOUNT = re.compile(
    r"\s*(?:up |down |back )?(?:(?:to|by|above|below|past|under|over)\s+)?(?:(?:at least|at most"
    r"|about|around|nearly|almost|more than|less than|fewer than|as (?:much|many) as)\s+)?"
    rf"[$€£]?{_NUMBER}",
    re.IGNORECASE,
)
# "End up", "win over", "launch into": other acts than the verb alone.
_PARTICLE = re.compile(
    r"\s+(?:up|off|out|away|over|around|back|through|along|apart)\b(?! (?:to|by|from) [$€£]?\d)",
    re.IGNORECASE,
)
# Where the object of the act ends: "meet with Ada Vole", but "succeed | in the Senate".
_BREAK = re.compile(
    r"[,;:(]|\b(?:in|on|at|for|to|by|from|over|after|before|during|as|because|where|which|who|that"
    r"|and|but|while|through|about|against|under|of|with)\b"
)


@dataclass(frozen=True, slots=True)
class Event:
    """The words of an event; `when` are those of its time, `known` that its subject or object is
    an actor known by id, `doer` that this is so of the subject."""

    words: str
    when: str | None = None
    known: bool = False
    doer: bool = False


def vague_in(event: Event) -> str | None:
    """The words that make the event too vague to check, in the text's own form; None where none.

    >>> vague_in(Event("Norway will sign the treaty with Poland by June", "by June"))
    >>> vague_in(Event("it could lead to closer ties between Norway and Poland"))
    'it'
    """
    words = event.words.replace(event.when, " ") if event.when else event.words
    opener = _OPENER.search(words) or _INFINITIVE.search(words)
    if opener is None:
        return " ".join(words.split())
    subject = [w.lower() for w in _WORD.findall(words[: opener.start()])]
    if not event.doer and (unnamed := _unnamed(subject)):
        return unnamed
    act, behind = _act(words, opener.end())
    if act is None:
        return " ".join(words[opener.start() :].split())
    if open_measure := _OPEN_MEASURE.search(words):
        return open_measure[0]
    if not (event.known or _names(words, opener.start())):
        return " ".join(words[: opener.start()].split()) or act
    if _PARTICLE.match(words, behind):
        return f"{act} {words[behind:].split()[0]}"
    about = frozenset(w.lower() for w in _WORD.findall(words))
    object_ = _BREAK.split(words[behind:].removeprefix(" with"), maxsplit=1)[0]
    named = bool(_names(object_, 0))
    numbered = _AMOUNT.match(words, behind) is not None
    return None if can_be_seen(act, about, named=named, numbered=numbered) else act


def _unnamed(subject: list[str]) -> str | None:
    """The pronoun that is the whole subject, perhaps with its copula ("it's", "they are").

    "nobody" where the event has no subject in its own words.
    """
    if not subject:
        return "nobody is named"
    first = re.split("['’]", subject[0])[0]
    rest = set(subject[1:]) - _PASSED_OVER - {"is", "are", "was", "were", "probably", "always"}
    return first if first in _PRONOUNS and not rest else None


def _act(words: str, start: int) -> tuple[str | None, int]:
    """The verb behind "will" or "is expected to", and where it ends; adverbs are passed over."""
    for found in _WORD.finditer(words, start):
        word = found[0].lower()
        following = words[found.end() :].lstrip().lower()
        if word in _HAVING and following.split(" ")[0] not in FORMS:
            return word, found.end()
        if word == "go" and following.startswith(("into", "to war")):
            return word, found.end()
        if word in _PASSED_OVER | _HAVING or (word.endswith("ly") and word != "ally"):
            continue
        return word, found.end()
    return None, len(words)


def _names(words: str, subject_end: int) -> list[str]:
    """Words with a capital that begin no sentence and are no day or month.

    The first word counts where it is in capitals ("NATO"), owns something ("Norway's exports"), or
    where the words begin behind the subject.
    """
    found = []
    for place, word in enumerate(_WORD.finditer(words)):
        bare, _, mark = word[0].replace("’", "'").partition("'")
        if not bare[0].isupper() or bare.lower() in _CALENDAR | _PRONOUNS:
            continue
        acronym = len(bare) > 1 and bare.isupper()
        if place or subject_end == 0 or acronym or mark == "s":
            found.append(word[0])
    return found
