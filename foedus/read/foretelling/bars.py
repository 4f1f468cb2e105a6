"""A claim that foretells in; its horizon, its chance and every reason against scoring it, out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from foedus.model.claim import Mood
from foedus.model.prediction import Bar, Chance, Horizon, Why
from foedus.model.reading import Row, span_of
from foedus.read.foretelling.chances import chance_of
from foedus.read.foretelling.concrete import Event, vague_in
from foedus.read.scales import Scale

# How a forecast is put; what is feared, rumoured, promised or denied is another thing.
_FORECAST = frozenset({Mood.ASSERTED, Mood.POSSIBLE, Mood.CONDITIONAL})
_LEADS = re.compile(
    r"(?:by|in|on|at|before|within|during|over|between|this|next|later|early|late|mid|tomorrow"
    r"|tonight|today|(?:the )?(?:end|beginning|start|middle) of|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day)\b",
    re.IGNORECASE,
)
_FROM_ON = re.compile(
    r"\b(?:as (?:soon|early) as|(?:no|not) (?:earlier|sooner|before)(?: than)?|starting|beginning"
    r"|until|till|after|since|from|effective)\s+$",
    re.IGNORECASE,
)
_BEFORE = 30  # characters before the words of time
_NONE = re.compile(
    r"\b(?:no|neither|none|nobody|nothing|nor|hardly|scarcely|few|little|without|no one)\b", re.I
)
_NOT = re.compile(r"\b(?:not|never)\b|n['’]t\b", re.I)
_UNLIKELY = re.compile(r"\b(?:unlikely|improbable|doubt\w*|remote)\b", re.I)
_HEADLESS = re.compile(r"(?:will|would|may|might|could|can|is|are|was|were)\b", re.I)
_NO_NAME = frozenset("unattributed he she it they we you i who which this that these".split())


@dataclass(frozen=True, slots=True)
class Told:
    """What the words of one claim amount to, before anything is known of how it came out."""

    event: str
    when: str | None
    condition: str | None
    horizon: Horizon | None
    chance: Chance | None
    bars: tuple[Why, ...]


def told_of(row: Row, text: str, said: date | None, on: Scale) -> Told:
    """What a claim row of predicate assessment.prediction foretells, on the day when it was said.

    `text` is its document's, `on` the scale that its words of likelihood are read by.
    """
    horizon, chance = horizon_of(row, text), chance_of(row, text, on)
    condition = _words(row, "condition")
    bars = (
        *_of_telling(row, text, said, condition),
        *_of_event(row),
        *_of_time(row, horizon, said),
        *_of_chance(row, text, chance, condition),
    )
    when = row["time"]["said"]
    return Told(_event(row), when, condition, horizon, chance, bars)


def _event(row: Row) -> str:
    """The event in its words; a subject that stands elsewhere in the text comes in brackets."""
    words, sources = _words(row, "event") or "", row["roles"].get("source", [])
    if not sources or not _HEADLESS.match(words):
        return words
    return f"[{' '.join(sources[0]['name'].split())}] {words}"


def horizon_of(row: Row, text: str) -> Horizon | None:
    """The days in which it is to come about, where the words of the event name them.

    They must have resolved against the document's date, have an end, and open as words of time do
    ("by June", "next month"): "the 2016 race" dates nothing; "until 2030", "after 2030" and "as
    soon as Monday" do not say by when.
    """
    time, passage = row["time"], row["time"]["passage"]
    if not time["until"] or passage is None or not _LEADS.match(time["said"]):
        return None
    at = span_of(passage)
    if _FROM_ON.search(text, max(0, at.start - _BEFORE), at.start):
        return None
    if not any(span_of(f["passage"]).covers(at) for f in row["roles"].get("event", [])):
        return None
    since = date.fromisoformat(time["since"]) if time["since"] else None
    return Horizon(since, date.fromisoformat(time["until"]), time["said"])


def _of_telling(row: Row, text: str, said: date | None, condition: str | None) -> Iterator[Why]:
    if said is None:
        yield Why(Bar.UNDATED)
    chain = row["voice"][1:]
    if chain and not chain[-1]["actor"] and chain[-1]["name"].lower() in _NO_NAME:
        yield Why(Bar.NO_SPEAKER, chain[-1]["name"])
    mood = Mood(row["mood"])
    if mood is Mood.HYPOTHETICAL or (mood is Mood.CONDITIONAL and condition is None):
        yield Why(Bar.HYPOTHETICAL, ", ".join(span_of(s).of(text) for s in row["mood_words"]))
    elif mood not in _FORECAST:
        yield Why(Bar.NOT_FORETOLD, mood.value)


def _of_event(row: Row) -> Iterator[Why]:
    words = _words(row, "event") or ""
    roles = row["roles"]
    doer = any(map(_is_named, roles.get("source", [])))
    known = doer or any(f["actor"] for f in roles.get("target", []))
    if vague := vague_in(Event(words, row["time"]["said"], known, doer)):
        yield Why(Bar.VAGUE, vague)
    nots = len(_NOT.findall(words))
    if none := _NONE.search(words):
        yield Why(Bar.UNCLEAR_NOT, none[0])
    elif nots > 1 or bool(nots) != row["negated"] or (nots and _UNLIKELY.search(words)):
        yield Why(Bar.UNCLEAR_NOT, "not")


def _is_named(filler: Row) -> bool:
    """Whether the filler is known by id, or begins with a name ("Ada Vole", "the Duma")."""
    words = re.sub(r"^(?:the|a|an) ", "", filler["name"], flags=re.IGNORECASE)
    return bool(filler["actor"]) or (words[:1].isupper() and words.lower() not in _NO_NAME)


def _of_time(row: Row, horizon: Horizon | None, said: date | None) -> Iterator[Why]:
    if horizon is None:
        yield Why(Bar.NO_HORIZON, row["time"]["said"] or "")
    elif said and horizon.until < said:
        yield Why(Bar.PAST, horizon.said)


def _of_chance(row: Row, text: str, chance: Chance | None, condition: str | None) -> Iterator[Why]:
    if chance is None:
        yield Why(Bar.NO_LIKELIHOOD, ", ".join(span_of(s).of(text) for s in row["hedge"]))
    if condition is not None and not condition.lower().startswith("even "):
        yield Why(Bar.CONDITIONAL, condition)


def _words(row: Row, role: str) -> str | None:
    fillers = row["roles"].get(role)
    return " ".join(fillers[0]["name"].split()) if fillers else None
