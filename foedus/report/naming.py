"""Actors and dates in, the words that the brief uses for them out."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from foedus.model.claim import Filler
from foedus.model.dates import Granularity, Time

SHORT_RANGE = 300  # days; a longer span is told by its years
_LEADING = ("the ", "a ", "an ", "The ", "A ", "An ")
_OPENERS = frozenset("If In Should Unless Were Had As When Once Provided Only Even".split())
_ARTICLE = (
    "United ", "Netherlands", "Philippines", "Maldives", "Bahamas", "Gambia", "Soviet ",
    "African Union", "European Union", "Arab League", "Economic Community", "Commonwealth",
)  # fmt: skip


def bare(words: str) -> str:
    """The phrase without its leading article and its outer marks."""
    text = words.strip(" ,;:.“”\"'‘’")
    for article in _LEADING:
        text = text.removeprefix(article)
    return text


def with_article(name: str) -> str:
    """A country's name as a sentence needs it: "the United States"."""
    return f"the {name}" if name.startswith(_ARTICLE) else name


def capitalised(sentence: str) -> str:
    """The sentence with its first letter large."""
    return sentence[:1].upper() + sentence[1:]


def within_sentence(words: str) -> str:
    """A clause that began a sentence, for the middle of one: "If so" becomes "if so"."""
    mark = words[:1] if words[:1] in "“‘" else ""
    bare_words = words.removeprefix(mark)
    first = bare_words.split(" ", 1)[0]
    lowered = bare_words[:1].lower() + bare_words[1:]
    return mark + lowered if first in _OPENERS else words


def listed(words: Iterable[str], last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    items = list(dict.fromkeys(words))
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def day_words(day: date) -> str:
    """19 June 2024."""
    return f"{day.day} {day:%B %Y}"


def time_words(time: Time) -> str:
    """A time for a sentence: resolved where it is, else as said; "" when nothing is known."""
    if time.since is None:
        return f"“{time.said}”" if time.said else ""
    if time.granularity is Granularity.DAY:
        return f"on {day_words(time.since)}"
    if time.granularity is Granularity.MONTH:
        return f"in {time.since:%B %Y}"
    days = (time.until - time.since).days if time.until else 0
    if time.granularity is Granularity.RANGE and time.until and 0 < days < SHORT_RANGE:
        return f"between {day_words(time.since)} and {day_words(time.until)}"
    if time.until and time.until.year != time.since.year:
        return f"in {time.since.year}–{time.until.year}"
    return f"in {time.since.year}"


def count_words(number: int, thing: str) -> str:
    """ "one report", "3 reports"."""
    return f"one {thing}" if number == 1 else f"{number} {thing}s"


def filler_words(fillers: Sequence[Filler]) -> str:
    """Fillers as a list of phrases without articles."""
    return listed(bare(filler.text) for filler in fillers)


_CLAUSE = re.compile(
    r"^[“‘]?(?:[\w’'-]+ ){1,8}?[“‘]?"
    r"(?:will|shall|must|may|can|would|should|is|are|has|have|had|was|were)\b"
)


_DOES = re.compile(
    r"^[“‘]?(?:limits|obliges|binds|requires|allows|bans|forbids|commits|caps|lets|grants|gives|sets"
    r"|calls|permits|prohibits|covers|includes|obligates|entitles|says|states|does|is|has)\b"
)


_LETS = re.compile(r"(?:let|allow|help|give|grant|make|keep|enable|permit|oblige|require)\b")


def providing(words: str) -> str:
    """What a text provides, with its verb: "provides for help", "provides that both will help"."""
    if _DOES.match(words):
        return words
    if _LETS.match(words):
        return f"is to {words}"
    if words.startswith("to "):
        return f"provides that each is {words}"
    return f"provides that {words}" if _CLAUSE.match(words) else f"provides for {words}"


def says(who: str) -> str:
    """Whose word it is, behind a sentence: "says the ministry", "say two officials"."""
    return f"{verb_for(who, 'say')} {who}"


def denies(who: str) -> str:
    """ "the ministry denies", "two officials deny"."""
    return f"{who} {'denies' if verb_for(who, 'say') == 'says' else 'deny'}"


def verb_for(who: str, verb: str) -> str:
    """The verb in the present for a subject: "officials believe", "the ministry believes"."""
    head = who.split(" of ")[0].split(" in ")[0].split(" at ")[0]
    last = head.split()[-1:] or [""]
    names_many = last[0][:1].islower() and last[0].endswith("s")
    return verb if names_many or " and " in head else f"{verb}s"
