"""The ministries of a draft in; each under one name, with whose it is, out.

"China's Foreign Ministry", "the Foreign Ministry of China" and "the Chinese ministry of foreign
affairs" are the Chinese Foreign Ministry. One without an owner is that of the one state of which
the text has named such a ministry before; else it stays as said.
"""

import re
from dataclasses import replace
from datetime import date

from foedus.model.actor import ActorKind
from foedus.read.actors.draft import Draft, Figure, Marked
from foedus.read.actors.phrases import countries_between
from foedus.read.actors.scan import Hit
from foedus.read.gazetteer import Form, Record, normal

_MINISTRY_OF = re.compile(r"\bministry (?:of|for) (?P<what>[\w ]+)$")
_WHAT_MINISTRY = re.compile(r"^(?P<what>[\w ]+) ministry\b")
_ALIKE = {
    "foreign affairs": "foreign", "external affairs": "foreign", "external relations": "foreign",
    "foreign relations": "foreign", "defense": "defence", "national defence": "defence",
    "national defense": "defence", "internal affairs": "interior", "home affairs": "interior",
    "the interior": "interior", "finances": "finance",
}  # fmt: skip
_OWNING = frozenset({"of", "in"})
_FARTHEST = 4  # tokens behind "of": "of the United Arab Emirates"


def settle_ministries(draft: Draft) -> None:
    """Give every mention of a ministry whose owner is clear to one figure of one name."""
    marks = sorted(enumerate(draft.marks), key=lambda pair: pair[1].start)
    ministries = [(n, mark, what) for n, mark in marks if (what := _portfolio(draft, mark))]
    owners: dict[str, set[str]] = {}
    for number, mark, what in ministries:
        own = _owner(draft, mark)
        if own:
            owners.setdefault(what, set()).add(own)
        states = {own} if own else owners.get(what, set())
        record = draft.gazetteer.record(next(iter(states))) if len(states) == 1 else None
        if record is not None and record.kind is ActorKind.STATE:
            _give(draft, number, mark, _figure(draft, mark, record, what))
        elif not own:
            _give(draft, number, mark, _nobodys(draft, mark))


def _nobodys(draft: Draft, mark: Marked) -> int:
    """The figure of a ministry of which it is open whose it is."""
    words = draft.words(mark.start, mark.end)
    for number, figure in enumerate(draft.figures):
        if figure.kind is ActorKind.ORGANISATION and figure.name == words and not figure.country:
            return number
    return draft.add(
        Figure(words, ActorKind.ORGANISATION, sector=draft.figures[mark.figure].sector)
    )


def _portfolio(draft: Draft, mark: Marked) -> str:
    """ "Foreign" of "China's Foreign Ministry", "" where the mention is of no ministry."""
    figure = draft.figures[mark.figure]
    if figure.kind is not ActorKind.ORGANISATION or (figure.actor and "/" in figure.actor):
        return ""
    words = normal(_bare(draft, mark))
    if words == "ministry":
        words = f"{words} {_behind(draft, mark.end)}"
    match = _MINISTRY_OF.search(words) or _WHAT_MINISTRY.match(words)
    what = match["what"].strip() if match else ""
    return _ALIKE.get(what, what)


def _behind(draft: Draft, at: int) -> str:
    """ "Of foreign affairs" behind the bare noun."""
    if at >= len(draft.tokens) or draft.tokens[at].lower_ not in ("of", "for"):
        return ""
    end = min(draft.tokens[at].right_edge.i + 1, at + _FARTHEST)
    return _without_state(draft, normal(draft.words(at, end)).split())


def _bare(draft: Draft, mark: Marked) -> str:
    """The words of the mention without the state that they name."""
    words = normal(draft.words(mark.start, mark.end)).split()
    raw = draft.words(mark.start, mark.end).removeprefix("the ").removeprefix("The ").split()
    for size in range(min(_FARTHEST, len(raw) - 1), 0, -1):
        if _names_state(draft, " ".join(raw[:size])):
            words = normal(" ".join(raw[size:])).split()
            break
    return _without_state(draft, words)


def _without_state(draft: Draft, words: list[str]) -> str:
    """The words without "of the Republic of the Congo" at their end."""
    for at, word in enumerate(words):
        if at and word == "of" and _names_state(draft, " ".join(words[at + 1 :])):
            words = words[:at]
            break
    return " ".join(words).removesuffix(" of")


def _names_state(draft: Draft, words: str) -> bool:
    forms = (Form.NAME, Form.DEMONYM, Form.CAPITAL)
    senses = draft.gazetteer.lookup(words)
    return any(sense.form in forms and "/" not in sense.actor for sense in senses)


def _owner(draft: Draft, mark: Marked) -> str:
    """The state whose ministry it is: named within, by a possessive before, by "of" behind."""
    tokens, start = draft.tokens, mark.start
    end = mark.end - (draft.tokens[mark.end - 1].lower_ == "of")
    if start > 1 and tokens[start - 1].tag_ == "POS":
        start -= 2
        while start > 0 and tokens[start - 1].dep_ == "compound":
            start -= 1
    named = countries_between(draft, start, end)
    if not named and end < len(tokens) and tokens[end].lower_ in _OWNING:
        named = _state_at(draft, end + 1)
    return named[0] if len(named) == 1 else ""


def _state_at(draft: Draft, at: int) -> list[str]:
    """The state or its capital whose name begins at the token, behind an article."""
    while at < len(draft.tokens) and draft.tokens[at].lower_ == "the":
        at += 1
    if at >= len(draft.tokens):
        return []
    reach = min(at + _FARTHEST, len(draft.tokens))
    hits = [
        hit for hit in draft.hits_within(draft.span(at, reach)) if hit.start == draft.tokens[at].idx
    ]
    return _states(draft, hits)


def _states(draft: Draft, hits: list[Hit]) -> list[str]:
    """The states that the names or seats may mean, of those that there were on the day."""
    forms, on = (Form.NAME, Form.CAPITAL, Form.METONYM), draft.published or date.max
    found = dict.fromkeys(s.country for hit in hits for s in hit.senses if s.form in forms)
    return [
        state
        for state in found
        if (record := draft.gazetteer.record(state)) is not None and record.exists(on)
    ]


def _figure(draft: Draft, mark: Marked, record: Record, what: str) -> int:
    """The one figure of that ministry, with the name that the gazetteer gives such bodies."""
    adjective = _adjective(draft, record)
    name = " ".join(filter(None, [adjective, what.title().replace(" And ", " and "), "Ministry"]))
    name = name if adjective else f"{what.title()} Ministry of {record.name}"
    for number, figure in enumerate(draft.figures):
        if figure.kind is ActorKind.ORGANISATION and figure.name == name:
            return number
    sector = draft.figures[mark.figure].sector
    return draft.add(Figure(name, ActorKind.ORGANISATION, None, record.country, sector))


def _adjective(draft: Draft, record: Record) -> str:
    """ "Chinese"; "" where two states share it ("Congolese") or it means a person ("Icelander")."""
    found = next((n.text for n in record.names if n.form is Form.DEMONYM), "")
    living = {
        sense.record
        for sense in draft.gazetteer.lookup(found)
        if (other := draft.gazetteer.record(sense.record)) and not other.until
    }
    return "" if len(living) > 1 or found.endswith(("er", "man")) else found


def _give(draft: Draft, number: int, mark: Marked, figure: int) -> None:
    given = replace(mark, figure=figure)
    draft.marks[number] = given
    for token in range(mark.start, mark.end):
        if draft.taken.get(token) is mark:
            draft.taken[token] = given
