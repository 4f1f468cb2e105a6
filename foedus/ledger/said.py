"""A claim row in, the same as facts compare it out: its key, its content, its time, its stance.

A claim about several kinds of goods comes once for each, and so does a visit to several places.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from foedus.ledger.amounts import thing_classes
from foedus.ledger.keys import name_key, who_key
from foedus.model.claim import Mood
from foedus.model.dates import Tense
from foedus.model.reading import Row

MUTUAL = {"agree", "consult", "cooperate", "relation", "meeting.held"}  # who and whom as one
CLASSED_ROLES = ("instrument", "predecessor")
GOODS, PLACE = "goods", "place"
CONTENT_ROLES = ("kind", "provision", "term", "reading", "event", "topic", "consequence")
AGREEMENT, PERSON = "agreement.", "person/"
VISIT, UNSEEN = "meeting.visit", "assessment.text-unseen"
ACTUAL, FUTURE = "actual", "future"
_UNSURE = {Mood.POSSIBLE.value, Mood.RUMOURED.value}
_ABOUT_IT = {Mood.ASSERTED.value, Mood.DENIED.value} | _UNSURE

_STEM = 6  # letters of a word that are compared: assist, assistance; aggression, aggressor
_EMPTY = frozenset(
    "a an the of in on at to for from by with and or as that this these those which is are was "
    "were be been being it its their his her they he she will would shall should may might can "
    "could not no any other both each between case event under into about than more".split()
)


@dataclass(frozen=True, slots=True)
class Key:
    """What must be equal for two claims to be about one thing."""

    predicate: str
    mode: str
    who: tuple[str, ...]
    whom: tuple[str, ...]
    classes: tuple[tuple[str, tuple[str, ...]], ...]

    def __str__(self) -> str:
        parts = [self.predicate, self.mode, "+".join(self.who) or "?"]
        parts += ["> " + "+".join(self.whom)] if self.whom else []
        return " ".join(parts + [f"{role}={'+'.join(kinds)}" for role, kinds in self.classes])


@dataclass(frozen=True, slots=True)
class Said:
    """One claim as facts compare it. `stance` is for, against or unsure, `place` "" or its key."""

    row: Row
    key: Key
    content: frozenset[str]
    since: date
    until: date
    place: str
    stance: str

    @property
    def id(self) -> str:
        """The claim's id."""
        return str(self.row["id"])

    @property
    def dated(self) -> bool:
        """Whether its time is known at all."""
        return (self.since, self.until) != (date.min, date.max)


def said(row: Row, same: Mapping[str, str]) -> Iterator[Said]:
    """The claim row with its key, once for each kind of goods and each place visited.

    `same` leads a name to the one that stands for it.
    """
    since, until = row["time"]["since"], row["time"]["until"]
    mode, stance = mode_and_stance(row)
    parts = (part for of_goods in _by_goods(row) for part in _by_visit(of_goods, same))
    for part in parts:
        yield Said(
            part,
            _key(part, mode, same),
            content_words(part),
            date.fromisoformat(since) if since else date.min,
            date.fromisoformat(until) if until else date.max,
            "+".join(sorted(_places(part, same))),
            stance,
        )


def _by_goods(row: Row) -> Iterator[Row]:
    goods = row["roles"].get(GOODS, [])
    kinds = frozenset[str]().union(*(thing_classes(filler["name"]) for filler in goods))
    if not kinds:
        yield {**row, GOODS: None}
    for kind in sorted(kinds):
        of_kind = [filler for filler in goods if kind in thing_classes(filler["name"])]
        yield {**row, GOODS: kind, "roles": {**row["roles"], GOODS: of_kind}}


def _by_visit(row: Row, same: Mapping[str, str]) -> Iterator[Row]:
    """A journey to several places is a visit to each."""
    places = _places(row, same)
    if row["predicate"] != VISIT or len(places) < 2:
        yield row
        return
    for key in sorted(places):
        there = [filler for filler in row["roles"][PLACE] if _stands(filler, same) == key]
        yield {**row, "roles": {**row["roles"], PLACE: there}}


def _places(row: Row, same: Mapping[str, str]) -> set[str]:
    return {_stands(filler, same) for filler in row["roles"].get(PLACE, ())} - {""}


def _stands(filler: Row, same: Mapping[str, str]) -> str:
    key = who_key(filler)
    return same.get(key, key)


def _key(row: Row, mode: str, same: Mapping[str, str]) -> Key:
    predicate, roles = row["predicate"], row["roles"]
    who, whom = (
        {same.get(name, name) for name in map(who_key, roles.get(role, ()))}
        for role in ("source", "target")
    )
    if predicate in MUTUAL or predicate.startswith(AGREEMENT):
        who, whom = who | whom, set()
        # Persons act for their states there: where states are named, they are the parties.
        who = {name for name in who if not name.startswith(PERSON)} or who
    classes = [
        (role, tuple(sorted({kind for f in roles[role] for kind in thing_classes(f["name"])})))
        for role in CLASSED_ROLES
        if role in roles
    ] + ([(GOODS, (row[GOODS],))] if row[GOODS] else [])
    return Key(predicate, mode, tuple(sorted(who)), tuple(sorted(whom)), tuple(classes))


def mode_and_stance(row: Row) -> tuple[str, str]:
    """Is it about what is, or what is promised, threatened, ...; and is the voice for or against?

    A denial, a rumour and an assertion are about the same fact; a promise is about another. That
    somebody has not seen a text is what `UNSEEN` asserts: its "not" denies nothing.
    """
    mood, future = row["mood"], row["time"]["tense"] == Tense.FUTURE.value
    negated = row["negated"] and row["predicate"] != UNSEEN
    denies = negated != (mood == Mood.DENIED.value)
    stance = "against" if denies else "for"
    if mood not in _ABOUT_IT or (future and mood in _UNSURE):
        return mood, stance
    if mood in _UNSURE:
        return ACTUAL, "unsure"
    return (FUTURE if future else ACTUAL), stance


def content_words(row: Row) -> frozenset[str]:
    """The beginnings of the words that say what is claimed, beyond who, whom and with what."""
    # Of an agreement the kind is the class of the instrument, which is compared already.
    left_out = {"kind"} if row["predicate"].startswith(AGREEMENT) else set()
    roles = [role for role in CONTENT_ROLES if role not in left_out]
    text = " ".join(filler["name"] for role in roles for filler in row["roles"].get(role, ()))
    words = re.findall(r"[\w-]+", name_key(text))
    return frozenset(word[:_STEM] for word in words if word not in _EMPTY)
