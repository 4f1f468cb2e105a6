"""Who says it where: one side of a comparison, with the way back to the first who said it."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import Any

from foedus.ledger.origins import independent
from foedus.model.claim import Mood, Voice
from foedus.model.document import Span
from foedus.read.assertions import Assertion
from foedus.report.callings import PRONOUNS
from foedus.report.desk import Desk, sentence
from foedus.report.dossier import Source, Told, plain
from foedus.report.items import Item
from foedus.report.naming import capitalised

Side = dict[str, Any]
One = tuple[Source, Assertion]
DENIED, OPPOSITE = "denied", "the opposite"  # the value of a side that says that it is not so
AGAINST = frozenset({DENIED, OPPOSITE})
_SHOWN = 16  # words of a clause that a line quotes
_ARTICLE = re.compile(r"(?:the|an?|one|his|her|its|their|our|some|no|this|that)\b", re.IGNORECASE)


def side(desk: Desk, source: Source, span: Span, voices: Iterable[str], value: str = "") -> Side:
    """One report's words on a thing, as JSON.

    `origin` is whom the report counts under: two dispatches of one agency are one voice. `chain`
    leads from the outlet over the agency that it credits, and whoever it quotes, to the innermost
    speaker or text. Slicing the document at `passage` gives exactly `words`.
    """
    speakers = list(voices)
    chain = [source.label, source.agency, *speakers]
    found: Side = {
        "report": source.letter,
        "label": source.label,
        "origin": source.origin,
        "speaker": speakers[-1] if speakers else None,
        "chain": list(dict.fromkeys(filter(None, chain))),
        "document": source.document.id,
        "passage": [span.start, span.end],
        "words": span.of(source.document.text),
        "id": desk.passages.cite(source, (span,), "compared"),
    }
    return {**found, "value": value} if value else found


def side_of_told(desk: Desk, told: Told, value: str = "") -> Side:
    """The side of a claim."""
    voices = names_of(desk, told.claim.voice)
    return {**side(desk, told.source, told.claim.passage, voices, value), "id": told.id}


def side_of_assertion(desk: Desk, source: Source, one: Assertion, value: str = "") -> Side:
    """The side of an assertion; whoever denies doing it is the speaker of the denial."""
    names = names_of(desk, one.voice)
    if one.mood is Mood.DENIED and not names and one.subject in one.names:
        names = list(filter(None, [desk.actor_name(one.subject)]))
    return side(desk, source, one.span, names, value)


def names_of(desk: Desk, voices: Sequence[Voice]) -> list[str]:
    """The names of the chain, without those that name nobody where another does."""
    told = [v for v in voices if plain(v.name) not in PRONOUNS | {"unattributed"}]
    return [desk.actor_name(voice.actor) or _called(voice.name) for voice in told]


def _called(name: str) -> str:
    """ "ministry" as "the ministry": a sentence wants the article."""
    single = name[:1].islower() and not name.endswith("s")
    return f"the {name}" if single and not _ARTICLE.match(name) else name


def voices(sides: Sequence[Side]) -> dict[str, Any]:
    """Who says it and who says that it is not so, and how many independent voices say it.

    One speaker quoted by several reports is one voice, as are several whom one report quotes.
    """
    stances = {"for": [s for s in sides if s.get("value") not in AGAINST]}
    stances["against"] = [s for s in sides if s.get("value") in AGAINST]
    heard = ((s["speaker"] or s["origin"], s["origin"]) for s in stances["for"])
    names = {
        stance: list(dict.fromkeys(s["speaker"] or s["label"] for s in found))
        for stance, found in stances.items()
    }
    return {**names, "independent": independent(heard)}


def cited(sides: Iterable[Side]) -> tuple[str, ...]:
    """The ids of the passages of the sides."""
    return tuple(dict.fromkeys(str(one["id"]) for one in sides))


def telling(one: Side) -> str:
    """Who tells it: "Report A", "the ministry in Report A"; an agency is told by the chain."""
    return f"{one['speaker']} in {one['label']}" if one["speaker"] else str(one["label"])


def quoted(source: Source, span: Span) -> str:
    """The words in quotation marks, cut after the first ones."""
    words = inner_marks(source.words(span)).split()
    cut = " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
    return f"“{cut}”"


def about(one: One) -> str:
    """The first words of the clause, quoted."""
    return quoted(one[0], one[1].span)


def differing(
    ones: Iterable[One], differ: Callable[[Assertion, Assertion], bool]
) -> tuple[One, One] | None:
    """The first two of the clauses that differ."""
    return next((pair for pair in combinations(ones, 2) if differ(pair[0][1], pair[1][1])), None)


def compared(kind: str, words: str, sides: list[Side]) -> Item:
    """A difference of that kind, told in these words."""
    fields = {"kind": kind, "reports": [one["report"] for one in sides], "sides": sides}
    return Item(sentence(capitalised(words)), cited(sides), fields)


def inner_marks(words: str) -> str:
    """The words for use between quotation marks: the marks within them made single."""
    single = words.strip(" ,.;:").translate(str.maketrans('“”"', "‘’'"))
    return single if single.count("‘") == single.count("’") else single.strip("‘’' ,")
