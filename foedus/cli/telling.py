"""Facts, statements and finds in, the lines that tell them on a terminal out."""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from foedus.model.claim import Predicate
from foedus.model.reading import Row
from foedus.model.statement import CueMood
from foedus.report.naming import day_words, listed
from foedus.report.predicate_words import WHAT

if TYPE_CHECKING:
    from foedus.api import Fact, FactVoice, Foedus, Found, Party, ReadFile

_LABELS = {
    "source": "who",
    "target": "whom",
    "kind": "kind",
    "instrument": "instrument",
    "predecessor": "in place of",
    "since-when": "dating from",
    "goods": "goods",
    "quantity": "number",
    "in-return-for": "in return for",
    "provision": "provision",
    "term": "open word",
    "reading": "reading",
    "event": "event",
    "topic": "about",
    "condition": "condition",
    "consequence": "consequence",
    "purpose": "purpose",
    "place": "place",
}
_ACTING = ("source", "target")
# Told by the other role: a gist is a stretch of the reading or the event.
_BESIDE = {"kind": ("instrument",), "quantity": ("goods",), "gist": ("reading", "event")}


# A reading or a prediction is told in the words of the report, their "not" among them.
_IN_WORDS = {Predicate.READING: "reading", Predicate.PREDICTION: "event"}
_NOT = re.compile(r"\b(?:not?|never|neither|nor|none|nothing|nobody|without)\b|n[’']t\b", re.I)
_ORDER = {predicate.value: place for place, predicate in enumerate(Predicate)}
_SURE = {"contested": 0, "settled": 1, "single-voiced": 2}


def facts_lines(facts: "Iterable[Fact]", desk: "Foedus") -> list[str]:
    """The facts, agreements first and of each kind the surest; at the end how many of each."""
    names, found = desk.names(), list(facts)
    found.sort(key=lambda fact: (_ORDER[fact.predicate], _SURE[fact.status], fact.key))
    lines = [line for fact in found for line in fact_lines(fact, desk, names)]
    counted = Counter(fact.status.value for fact in found)
    told = ", ".join(f"{counted[status]} {status}" for status in _SURE if counted[status])
    return [*lines, f"{sum(counted.values())} facts: {told}"] if lines else []


def fact_lines(fact: "Fact", desk: "Foedus", names: Mapping[str, str]) -> Iterator[str]:
    """The lines of one fact; `names` is what each document is called."""
    when = window_words(fact.since, fact.until) or listed(f"“{said}”" for said in fact.when)
    head = ", ".join(filter(None, (fact.status.value, how(fact))))
    yield ", ".join(filter(None, (f"{head}: {WHAT[Predicate(fact.predicate)]}", when)))
    if roles := "; ".join(_roles(fact, desk)):
        yield f"    {roles}"
    yield f"    {'; '.join(_voices(fact, desk, names))}"
    for difference in fact.differences:
        if difference.kind not in ("denial", "mood"):  # the voices tell those
            values = " / ".join(value for value, _ in difference.values)
            yield f"    they differ in {difference.kind}: {values}"


def read_line(one: "ReadFile") -> str:
    """What was read of one file, and whether it was new."""
    numbers = f"{one.kept} of {one.lines} lines, {one.statements} statements, {one.claims} claims"
    return f"{one.name}: {'read' if one.new else 'known already'}, {numbers}"


# How the words that attribute it stand, where nobody is told to have said it.
_UNSAID = {
    CueMood.DENIED: "not said", CueMood.HYPOTHETICAL: "only supposed",
    CueMood.QUESTIONED: "asked whether",
}  # fmt: skip


def statement_line(row: Row) -> str:
    """Who said what, how it is put where it is not plainly asserted, and the id of the row."""
    who = row["speaker"]["name"] or "unattributed"
    mood = row.get("mood")  # rows of an older foedus have none
    put = [row["kind"]]
    if row.get("cue_mood"):  # then the mood is that of the cue: "declined to say"
        put += [_UNSAID[row["cue_mood"]]]
    else:
        put += [mood] if mood and mood != "asserted" else []
        put += ["negated"] if row.get("negated") else []
    put += [likelihood_words(row["likelihood"])] if row.get("likelihood") else []
    return f"{who} ({', '.join(put)}): {row['words']}  [{row['id'][:10]}]"


def likelihood_words(found: Row) -> str:
    """ "likely: 55-80 in 100 on icd-203"; of the opposite of the term where it says so."""
    opposite = "not " if found["complement"] else ""
    return f"{opposite}{found['term']}: {found['low']}-{found['high']} in 100 on {found['scale']}"


def scale_lines(scales: Iterable[Row]) -> list[str]:
    """Each scale with its source, where its figures were checked, and its terms."""
    lines = []
    for one in scales:
        lines.append(f"{one['id']}: {one['source']}")
        lines += [f"    checked: {one['seen']}"] if one["seen"] else []
        lines += [f"    {b['low']}-{b['high']} {b['term']}" for b in one["bands"]]
    return lines


def found_line(hit: "Found") -> str:
    """Where the words stand, and the words around them."""
    return f"{hit.document[:10]}:{hit.passage.start}-{hit.passage.end}  {hit.snippet}"


def how(fact: "Fact") -> str:
    """In what mood the voices agree on it; "" for what they simply assert."""
    mood = {"actual": fact.mood, "future": "to come"}.get(fact.mode, fact.mode)
    told = "" if mood == "asserted" else mood
    if not fact.denied or _says_not(fact):
        return told
    return f"denied ({told})" if told else "denied"


def _says_not(fact: "Fact") -> bool:
    """Whether the words themselves say that it is not so."""
    words = fact.role(_IN_WORDS.get(Predicate(fact.predicate), ""))
    return bool(words) and all(_NOT.search(party.name) for party in words)


def window_words(since: date | None, until: date | None) -> str:
    """The days as exactly as they are known: a month is no first day of the month."""
    if since and until:
        return _between(since, until)
    if since:
        return f"since {_coarse(since) if since.day == 1 else day_words(since)}"
    if until:
        return f"until {_coarse(until) if _ends_month(until) else day_words(until)}"
    return ""


def _between(since: date, until: date) -> str:
    if since == until:
        return f"on {day_words(since)}"
    if since.day > 1 or not _ends_month(until):
        return f"between {day_words(since)} and {day_words(until)}"
    if (since.month, until.month) == (1, 12):
        return f"in {since.year}" + (f"–{until.year}" if until.year > since.year else "")
    first, last = f"{since:%B %Y}", f"{until:%B %Y}"
    return f"in {first}" if first == last else f"between {first} and {last}"


def _coarse(day: date) -> str:
    """The month, or only the year where the day is the first or last of that too."""
    edge = (day.month, day.day) in ((1, 1), (12, 31))
    return str(day.year) if edge else f"{day:%B %Y}"


def _ends_month(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def _roles(fact: "Fact", desk: "Foedus") -> Iterator[str]:
    """Who, whom and what, each role once, in the order of a sentence."""
    given = dict(fact.roles)
    order = list(_LABELS)
    for role in sorted(given, key=lambda role: order.index(role) if role in order else len(order)):
        if any(other in given for other in _BESIDE.get(role, ())):
            continue
        filled = (_party(party, desk) if role in _ACTING else party.name for party in given[role])
        yield f"{_LABELS.get(role, role)}: {', '.join(dict.fromkeys(filled))}"


def _party(party: "Party", desk: "Foedus") -> str:
    """The name; words of the report that name nobody ("two", "the other") in quotation marks."""
    nobody = party.actor is None and party.name.islower()
    return f"“{party.name}”" if nobody else desk.called(party)


def _voices(fact: "Fact", desk: "Foedus", names: Mapping[str, str]) -> Iterator[str]:
    """How many independent voices agree, and which; who denies it, who holds it possible."""
    agree = next(s for s in ("for", "against", "unsure") if any(v.stance == s for v in fact.voices))
    against = "said by" if _says_not(fact) else "denied by"
    sides = {"for": "said by", "against": against, "unsure": "held possible by"}
    told = "one voice" if fact.independent == 1 else f"{fact.independent} independent voices"
    for stance in (agree, *(side for side in sides if side != agree)):
        heard = [_voice(v, desk, names) for v in fact.voices if v.stance == stance]
        if heard:
            count = f"{told}, " if stance == agree else ""
            yield f"{count}{sides[stance]} {', '.join(dict.fromkeys(heard))}"


def _voice(voice: "FactVoice", desk: "Foedus", names: Mapping[str, str]) -> str:
    """The speaker with the report that quotes them; the report alone where it speaks itself."""
    report = Path(names[voice.origin]).name if voice.origin in names else voice.origin
    itself = voice.name == "this document" and voice.actor is None
    return report if itself else f"{desk.called(voice)} ({report})"
