"""Statements in, the offices of their speakers out; notes where the gazetteer has another."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from foedus.read.gazetteer import Form, Sense
from foedus.report.desk import Desk, sentence
from foedus.report.dossier import Said, plain
from foedus.report.items import Item
from foedus.report.naming import day_words

FEW = 4
_HOUSE = re.compile(
    r"\b(?:at|of|for|with|the) (?!M(?:r|rs|s)\b|Dr\b)"
    r"((?:[A-Z][\w’'-]+ (?:(?:of|for|and) )?)*[A-Z][\w’'-]+)$"
)
_DOES = re.compile(r"(?:teaches|heads|leads|runs|studies|works|chairs|directs|covers|writes)\b")


def offices_of(desk: Desk, key: str) -> list[str]:
    """Offices and affiliations of one speaker as given, less those that lie within a longer one.

    An office that many states have is told with its state: "President of Vietnam".
    """
    own = [one for one in desk.dossier.said if one.key == key]
    given = list({plain(a): (a, one) for one in own for a in one.affiliations}.values())
    words = {a: set(plain(a).split()) for a, _ in given}
    longest = [(a, one) for a, one in given if not any(words[a] < words[b] for b in words)]
    # "the German chancellor" and "Chancellor of Germany" need not stand side by side
    kept = {" ".join(plain(a).split()[-2:]): (a, one) for a, one in reversed(longest)}
    return [_with_state(desk, a, one) for a, one in kept.values()][::-1]


def in_brackets(offices: Sequence[str]) -> str:
    """The first two offices: "minister, envoy", "professor, who teaches law in Oslo"."""
    return ", ".join(sorted(offices[:2], key=lambda office: office.startswith("who ")))


def introduced(desk: Desk, texts: Sequence[str]) -> list[str]:
    """The same texts with each person's office, in few words, behind the first mention."""
    told = list(texts)
    for key in dict.fromkeys(s.key for s in desk.dossier.said if s.speaker_kind == "person"):
        own = next(s for s in desk.dossier.said if s.key == key)
        name = desk.actor_name(own.actor) or own.speaker
        short = next(filter(None, map(_in_few_words, offices_of(desk, key))), "")
        first = next((i for i, text in enumerate(told) if name in text), None)
        if short and first is not None and " " in name:
            told[first] = told[first].replace(name, f"{name} ({short})", 1)
    return told


def _in_few_words(office: str) -> str:
    """ "Polish defence minister"; of a long one the house: "Stimson Center"."""
    if len(office.split()) <= FEW:
        return office
    house = _HOUSE.search(office)
    return house[1] if house and 1 < len(house[1].split()) <= FEW else ""


def _with_state(desk: Desk, office: str, said: Said) -> str:
    states = {s.record for s in desk.gazetteer.lookup(office, None) if s.form is Form.OFFICE}
    if len(states) < 2 or said.country not in states:
        return f"who {office}" if _DOES.match(office) else office
    return f"{office} of {desk.actor_name(said.country)}"


def office_notes(desk: Desk, day: date | None) -> Iterator[Item]:
    """One note a person to whom a report gives an office that the gazetteer gives to another.

    Only where the gazetteer knows the person, the office, and its holder on the day.
    """
    seen: set[tuple[str, str]] = set()
    for said in desk.dossier.said:
        on = next((r.published for r in said.source.receipts if r.published), day)
        for affiliation in said.affiliations:
            key = (said.actor or "", affiliation)
            if said.actor is None or on is None or key in seen:
                continue
            seen.add(key)
            note = _note(desk, said.actor, affiliation, on)
            if note:
                yield note


def _note(desk: Desk, person: str, affiliation: str, on: date) -> Item | None:
    offices = [s for s in desk.gazetteer.lookup(affiliation, on) if s.form is Form.OFFICE]
    held = desk.gazetteer.offices_of(person, on)
    # "President" alone may be anybody's: the words must name one office of one state
    if len({s.record for s in offices}) != 1 or not held:
        return None
    sense = offices[0]
    holders = _holders(desk, sense, on)
    if not holders or person in {h for h, _ in holders}:
        return None
    name = desk.actor_name(person)
    own = held[0][0].title
    text = (
        f"{name} is called {affiliation}; on {day_words(on)} that was {holders[0][1]},"
        f" by the gazetteer, and {name} was {own}"
    )
    return Item(sentence(text), (), {"person": person, "office": affiliation}, library=True)


def _holders(desk: Desk, sense: Sense, on: date) -> list[tuple[str, str]]:
    found = desk.gazetteer.holders(sense.record, sense.role, on)
    return [(holder.person, holder.name) for holder in found]
