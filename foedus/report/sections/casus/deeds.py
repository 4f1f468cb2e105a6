"""The words of a condition in, who would do what to whom out: only what the words themselves say.

"If Kyiv's actions are framed as aggression against Russia": an attack by Ukraine on Russia. "If war
breaks out" says nobody who attacks, and is no deed.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from foedus.model.scenario import EventKind

# who is hit, where the words say "either of the parties"; where they say "it"
EACH_PARTY, IT = "each party", "it"
Names = Callable[[str], Iterator[tuple[int, int, str]]]  # a text's actors: from, to, id

_PARTY = (
    r"(?:(?:either|one|any|each|a|both|another)(?: of)?(?: the| these)?"
    r"(?: (?:two|contracting|signatory|other|member))*"
    r" (?:part(?:y|ies)|states?|countr(?:y|ies)|sides?|members?|signator(?:y|ies)|nations?|them)"
    r"|either|it)(?![\w-])"
)
_ACTOR = r"@\d+@"
_THIRD = (
    r"(?:a|any|another|some) (?:(?:third|other|outside|foreign) )?(?:state|country|power|party)"
)
_ACTORS = rf"{_ACTOR}(?:(?:, and|, or|,| and| or) (?:the )?{_ACTOR})*"
_HIT = rf"(?P<hit>{_ACTORS}|{_PARTY})"
_FORCE = (
    r"(?:declar\w+ (?:of )?war|aggression|attacks?|assaults?|invasions?|strikes?|offensives?"
    r"|bombardments?|incursions?|blockades?|occupation|shelling"
    r"|use of (?:\w+ )?force|(?:armed|military) force|war|threats?)"
)
_DONE = (
    r"(?:attacked|invaded|assaulted|bombed|shelled|occupied|blockaded|threatened|struck"
    r"|set upon|menaced)\b"
)
_DOES = (
    r"(?:attack|invade|assault|bomb|shell|occupy|occupie|blockade|threaten|strike|struck|menace)"
    r"(?:s|d|ed|ing)?"
)
_IS = r"(?:is|are|was|were|be|being|been|gets?|got|becomes?)"
# what is hit: behind the force, before the passive, before what it comes under, behind the verb
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"\b(?P<force>{_FORCE})(?: \w+){{0,2}}?(?: by (?:the )?{_ACTORS})?"
        rf" (?:against|on|upon) (?:the )?{_HIT}",
        rf"\b(?P<force>invasion|occupation|blockade|bombardment|shelling) of (?:the )?{_HIT}",
        rf"{_HIT}(?:'s)?(?: \w+){{0,2}}? {_IS}(?: \w+){{0,2}}? (?P<force>{_DONE})",
        rf"{_HIT}(?:'s)?(?: \w+){{0,3}}? (?:c[ao]mes?|falls?|f[ae]ll|faces?|faced|suffers?"
        rf"|suffered|(?:subject|subjected) to|(?:victim|target|object) of)(?: [\w@]+){{0,5}}?"
        rf" (?P<force>{_FORCE})",
        rf"(?P<agent>{_ACTORS}|{_THIRD})(?: \w+){{0,3}}? (?<!the )(?P<force>{_DOES})"
        rf" (?:the )?{_HIT}",
    )
)
# only who does it; "the Paris attacks" are not of Paris
_FORCED = (
    re.compile(rf"\b(?P<force>{_FORCE})(?: \w+)? by (?:the )?(?P<by>{_ACTORS})"),
    re.compile(rf"(?P<by>{_ACTORS})'s(?: \w+)? (?P<force>{_FORCE})"),
    re.compile(rf"(?P<by>{_ACTORS})(?: \w+)? (?P<force>{_DOES})$"),
)
_ABOUT_FORCE = re.compile(rf"\b(?:{_FORCE}|{_DONE}|{_DOES}|fighting|hostilities|conflict|clash)\b")
_BY = re.compile(
    rf"(?<!seen )(?<!regarded )(?<!viewed )(?<!framed )(?<!treated )(?<!judged )(?<!deemed )"
    rf"(?<!considered )\b(?:by|from) (?:the )?(?P<by>{_ACTORS})"
)
_ASIDE = re.compile(
    r"\b(?:in|over|near|inside|within|with|without|for|since|across|as|to|of)(?: the)? $"
)
# who thinks, says or answers something of a deed is not who does it; "is seen as" is no thought
_MINDS = re.compile(
    r"(?<!are )(?<!is )(?<!was )(?<!were )(?<!be )(?<!been )\b(?:fear|believe|think|thought|claim"
    r"|say|said"
    r"|see|saw|consider|warn|expect|respond|react|answer|defend|help|prevent|stop|condemn|oppose"
    r"|regard|deem|treat|view|judge|call|want|hold|held|find|found|suffer|face|provoke)"
    r"(?:s|es|ed|d|ing)?\b"
)
# what would have to be absent, or be otherwise, is no deed
_UNLESS = re.compile(
    r"^(?:unless|without|absent|barring|failing|otherwise|but for|in the absence)\b"
    r"|\b(?:not|no|never|nobody|neither|\w+n't)\b"
)
_KINDS = (
    (EventKind.DECLARATION, r"declar"),
    (EventKind.THREAT, r"threat"),
    (EventKind.BLOCKADE, r"blockad"),
    (EventKind.OCCUPATION, r"occup"),
)


@dataclass(frozen=True, slots=True)
class Deed:
    """What a condition puts. `by` are the attackers that come in question, each one or several
    together, none where the words name nobody; `on` whoever may be hit, `EACH_PARTY` or `IT`,
    or nobody where only the attacker is told.
    """

    kind: EventKind
    by: tuple[tuple[str, ...], ...]
    on: tuple[str, ...]
    means: str = ""


def deed_of(words: str, names: Names) -> Deed | None:
    """The deed that the words of a condition put; None where they do not say who hits whom."""
    marked, actors = _marked(words, names)
    if _UNLESS.search(marked):
        return None
    for shape in _SHAPES:
        found = shape.search(marked)
        if found and not (found["force"] == "war" and "against" not in found[0]):
            by = _by(marked, found, actors)
            if not by and "terror" in marked:
                return None  # by nobody that is named, and hardly by a state
            return Deed(
                _kind(marked, found["force"]), by, _hit(found["hit"], actors), _means(marked)
            )
    for shape in _FORCED:
        forced = shape.search(marked)
        if forced:
            by = _groups(forced["by"], actors)
            return Deed(_kind(marked, forced["force"]), by, (), _means(marked))
    return None


def is_about_force(words: str) -> bool:
    """Whether the words speak of an attack, a war or the like at all."""
    return bool(_ABOUT_FORCE.search(words.casefold()))


def _marked(words: str, names: Names) -> tuple[str, list[str]]:
    """The words in small letters with every actor as @0@, @1@; the actors in order."""
    pieces: list[str] = []
    actors: list[str] = []
    at = 0
    for start, end, actor in names(words):
        pieces += [words[at:start], f"@{len(actors)}@"]
        actors.append(actor)
        at = end
    text = "".join([*pieces, words[at:]]).translate({0x2019: "'", 0x2018: "'"})
    return " ".join(text.casefold().split()), actors


def _ids(text: str, actors: list[str]) -> list[str]:
    return [actors[int(number)] for number in re.findall(r"@(\d+)@", text)]


def _hit(text: str, actors: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_ids(text, actors))) or (IT if text == IT else EACH_PARTY,)


def _by(marked: str, found: re.Match[str], actors: list[str]) -> tuple[tuple[str, ...], ...]:
    """Who does it: the subject of the verb; who is named with "by"; else who stands before."""
    agent = found.groupdict().get("agent")
    if agent:
        return _groups(agent, actors)
    named = _BY.search(marked)
    if named:
        return _groups(named["by"], actors)
    hit = slice(found.start("hit"), found.end("hit"))
    before = (marked[: hit.start] + " " * (hit.stop - hit.start) + marked[hit.stop :])[
        : found.start("force")
    ]
    chains = [
        chain
        for chain in re.finditer(_ACTORS, before)
        if not _ASIDE.search(before[: chain.start()]) and not _MINDS.search(before[chain.end() :])
    ]
    return _groups(chains[0][0], actors) if chains else ()


def _groups(chain: str, actors: list[str]) -> tuple[tuple[str, ...], ...]:
    """ "A and B" do it together; "A or B" are two alternatives."""
    ids = tuple(dict.fromkeys(_ids(chain, actors)))
    if not ids:
        return ()
    return (ids,) if " or " not in chain else tuple((actor,) for actor in ids)


def _kind(marked: str, force: str) -> EventKind:
    """A threat of an attack is no attack."""
    near = marked if "threat of" in marked or "threats of" in marked else force
    return next((kind for kind, word in _KINDS if word in near), EventKind.ATTACK)


def _means(marked: str) -> str:
    """Means that are none of arms, which the words name."""
    return "cyber" if re.search(r"\bcyber", marked) else ""
