"""A voice of a claim in, what a sentence of the brief calls it out; who is a name and who is not.

By name; else as the report first brings in who has none ("a lawyer in Geneva", later "the
lawyer"): a brief that shows one line of it must say which.
"""

import re

from foedus.model.claim import Voice
from foedus.model.document import READ_ROLES
from foedus.report.dossier import Source, Told, plain
from foedus.report.naming import bare

PRONOUNS = frozenset(
    (
        "he she it they him her them his hers its their theirs we us our i you my your"
        " this that these those which who whom both one"
    ).split()
)
UNOFFICIAL = re.compile(
    r"\b(?:lawmakers?|opposition|rebels?|protesters?|demonstrators?|activists?|critics?|residents?"
    r"|voters?|citizens|people|newspapers?|analysts?|experts?|scholars?|students?)$",
    re.IGNORECASE,
)
UNCOUNTED = frozenset("evidence intelligence information media research".split())
_DETERMINED = re.compile(
    r"(?:an?|the|one|two|three|some|many|several|others?|another|most|few|its|their|his|her)\b"
)
_SUCH = re.compile(r",? (?:such as|including|among them) ([A-Z][^,;.\n]{2,60})[,.;]")
_HEAD = re.compile(r",| (?:of|in|at|from|for|with|on|close to|who)\b")
# at the head of a sentence a common noun is large too: many people, and no name
_MANY = re.compile(
    r"[A-Z][a-z]+s (?:in|at|from|close to|with) "
    r"|(?:Officials|Experts|Analysts|Diplomats|Sources|Lawmakers|Scholars|Critics|Observers|Lawyers"
    r"|Residents|Witnesses|Opponents|Supporters|Ministers|Researchers|Historians|Media)$"
)
_GIVEN = re.compile(r"\b(an?|the|one|another|its|their|his|her) $", re.IGNORECASE)
# a body's name has its article; a state before it ("Norway's Foreign Ministry") takes its place
_BODY = re.compile(
    r"(?:Ministry|Government|Parliament|Court|Army|Navy|Command|Council|Commission|Department|Agency"
    r"|Senate|Union|Bank|Treasury|Presidency|Kremlin|Cabinet)$"
)
_ONE = re.compile(r"(?:an?|one|another) ", re.IGNORECASE)
_NAME = r"(?:(?:[A-Z]\.){2,}|[A-Z][\w’'-]*)"
_WHERE = rf"(?: (?:in|at|from|with|of) (?:the )?{_NAME}(?: (?:(?:of|for|and|the) )*{_NAME})*)?"
# words that begin a phrase of their own, so that the article before them is not the speaker's
_JOINTS = r"(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|who|whose|with)\b"
_BEFORE = (
    r"(?<!\bas )(?<!\bis )(?<!\bwas )\b(?i:an?|one|another) "
    rf"(?:(?!{_JOINTS})[\w’'-]+ ){{0,2}}?"
)


def is_named(voice: Voice) -> bool:
    """Whether the voice is somebody: known to the gazetteer, or with a name of his own."""
    return bool(voice.actor) or is_name(voice.name)


def is_name(words: str) -> bool:
    """Whether the words are a name: "Jane Doe", "Stimson Center"; not "Western diplomat"."""
    head = _HEAD.split(words, maxsplit=1)[0].split()[-1:]
    large = words[:1].isupper() and bool(head) and not head[0][:1].islower()
    return large and not _DETERMINED.match(words.lower()) and not _MANY.match(words)


def called(told: Told, voice: Voice, name: str) -> str:
    """What the report calls a voice that the gazetteer does not know, with its article."""
    if is_name(name):
        body = "the " if _BODY.search(_HEAD.split(name, maxsplit=1)[0]) else ""
        return (_article(told, voice) or body) + name
    first = introduced(told.source, name)
    if first:
        return first
    name = _within(told, name)
    before, words = "", name
    if voice.span:
        text = told.source.document.text
        before = text[max(0, voice.span.start - 12) : voice.span.start].split("\n")[-1]
        said = told.source.words(voice.span).strip(" ,")
        words = _within(told, said) if plain(name) in plain(said) else name
    if _DETERMINED.match(words.lower()):
        return words[:1].lower() + words[1:] + _such_as(told, voice)
    given = _GIVEN.search(before)
    if given:
        return f"{given[1].lower()} {words}"
    plural = _HEAD.split(name, maxsplit=1)[0].endswith("s")
    return words if plural or name in UNCOUNTED else f"the {words}"


def _within(told: Told, words: str) -> str:
    """The words within a sentence: "Western" is large there too, "Officials" is not."""
    first = words.split(" ")[0]
    elsewhere = rf"(?<![.!?:”\"\s]) {re.escape(first)}\b"  # where no sentence begins
    large = re.search(elsewhere, told.source.document.text)
    return words if large or first.isupper() else words[:1].lower() + words[1:]


def _such_as(told: Told, voice: Voice) -> str:
    """ "Others, such as Jane Doe, ...": whom the report names among them."""
    behind = told.source.document.text[voice.span.end :] if voice.span else ""
    named = _SUCH.match(behind)
    return f" such as {named[1]}" if named else ""


def _article(told: Told, voice: Voice) -> str:
    """ "The Foreign Ministry": with the article that the report has before the name."""
    if voice.span is None:
        return ""
    text = told.source.document.text
    start = max(0, voice.span.start - len("the "))
    near = text[start : voice.span.start + len("the ") + len(voice.name)]
    found = re.search(rf"\b(an?|the) {re.escape(voice.name)}", near, re.IGNORECASE)
    return f"{found[1].lower()} " if found else ""


def introduced(source: Source, name: str) -> str:
    """The words that first name somebody without a name, where the report has one such; else "".

    `name` are the report's later words ("the lawyer", "lawyer").
    """
    words = _ONE.sub("", bare(name))
    if not words or words.endswith("s") or is_name(words):
        return ""
    pattern = re.compile(rf"{_BEFORE}{re.escape(words)}\b(?!['’-]){_WHERE}")
    found: dict[str, str] = {}
    for line in source.lines:
        if line.role in READ_ROLES:
            for match in pattern.finditer(line.span.of(source.document.text)):
                found.setdefault(plain(match[0]), match[0])
    first = next(iter(found.values()), "")
    return first[:1].lower() + first[1:] if len(found) == 1 else ""
