"""A free actor string in ("Afghan rebel leaders", "the French foreign minister"), its country and
PLOVER sector out. What the string and its context do not say stays "".
"""

import re
from dataclasses import dataclass, field
from datetime import date

from foedus.model.actor import ActorKind
from foedus.read.actors.coded import SPLIT, Coded, parent
from foedus.read.actors.coded_persons import coded_person, office_sector
from foedus.read.actors.coded_sectors import coded_people, coded_sector
from foedus.read.actors.lexicon import body_vocabulary, name_lists, person_words, sector_words
from foedus.read.actors.listed import listed_states, tie_of
from foedus.read.actors.misspelt import misspelt_state
from foedus.read.actors.scan import WORD, Hit, Scanner
from foedus.read.gazetteer import Form, Gazetteer, Sense, normal

_STATE_FORMS = frozenset({Form.NAME, Form.DEMONYM, Form.CAPITAL, Form.METONYM})
_PRONOUNS = frozenset(
    {
        "he",
        "she",
        "it",
        "they",
        "him",
        "her",
        "them",
        "we",
        "us",
        "i",
        "you",
        "who",
        "someone",
        "somebody",
        "anyone",
        "everyone",
        "nobody",
    }
)


@dataclass(frozen=True, slots=True)
class Coder:
    """Codes actor strings with one gazetteer."""

    gazetteer: Gazetteer
    scanner: Scanner
    _around: dict[tuple[str, date | None], list[str]] = field(default_factory=dict, compare=False)

    def code(self, actor: str, context: str = "", on: date | None = None) -> Coded:
        """The country and the sector of one actor string."""
        text = actor.replace("’", "'").strip().strip(',;."')
        hits = [hit for hit in (self._current(hit, on) for hit in self.scanner.scan(text)) if hit]
        around = self._states(context, on)
        if text in _PRONOUNS or (text.istitle() and text.casefold() in _PRONOUNS):
            return Coded("", "UNK")
        whole = self._whole(text, hits, around, on)
        if whole:
            return whole
        hits = _owned(hits)
        country = self._country(text, hits, around)
        person = coded_person(
            self.gazetteer, text, hits, on, country or (around[0] if len(around) == 1 else "")
        )
        if person:
            return person
        role = coded_sector(self.gazetteer, text, hits) or coded_people(text, hits)
        if not country and len(around) == 1:
            country = around[0]
        if not country:
            words = (match[0] for match in WORD.finditer(text))
            wrong = (misspelt_state(word, self.gazetteer) for word in words)
            country = next(filter(None, wrong), "")
        return Coded(parent(country), role)

    def _whole(
        self, text: str, hits: list[Hit], around: list[str], on: date | None
    ) -> Coded | None:
        bare = re.sub(r"(?i)^(the|a|an) ", "", text)
        bare = re.sub(r"'s?$", "", bare)
        start = len(text) - len(bare) if text.endswith(bare) else text.find(bare)
        for hit in hits:
            if hit.start <= start and hit.end >= start + len(bare.rstrip(".")):
                sense = self._choose(hit, around)
                if sense:
                    return self._sense(sense, on)
                only = around[0] if len(around) == 1 else ""
                return Coded(only, hit.senses[0].sector)
        listed = name_lists().get(normal(bare))
        if listed and listed[0][0].isupper() == bare[0].isupper():
            _, sector, state = listed
            return Coded(state, "" if sector == "people" else sector)
        return None

    def _sense(self, sense: Sense, on: date | None) -> Coded:
        country = parent(sense.country)
        if sense.form in (Form.PERSON, Form.SURNAME):
            return Coded(country, office_sector(self.gazetteer, sense.actor, on))
        record = self.gazetteer.record(sense.record)
        state = record is not None and record.kind is ActorKind.STATE
        if state and sense.form in (Form.NAME, Form.DEMONYM):
            return Coded(country, "PRE" if country != sense.country else "")
        if sense.form is Form.CAPITAL:
            return Coded(country, "GOV")
        return Coded(country, "CVL" if sense.form is Form.PLACE else sense.sector)

    def _choose(self, hit: Hit, around: list[str]) -> Sense | None:
        """The sense that the context asks for; else the first, unless two states share the name."""
        for sense in hit.senses:
            if sense.country in around:
                return sense
        if _any_states(hit.senses[0]):
            return None
        clear = [sense for sense in hit.senses if not sense.ambiguous]
        if clear and len({s.country for s in clear}) == 1:
            return clear[0]
        # "Georgia" is a state before it is a place elsewhere; "the North" is anybody's.
        states = [s for s in hit.senses if s.form is Form.NAME and s.actor == s.country]
        rest = states or list(hit.senses)
        directions = normal(hit.senses[0].name) in ("north", "south", "east", "west")
        return rest[0] if len({s.country for s in rest}) == 1 and not directions else None

    def _current(self, hit: Hit, on: date | None) -> Hit | None:
        """The hit without bodies and states that were gone, if others are left."""

        def lives(sense: Sense) -> bool:
            record = self.gazetteer.record(sense.record)
            return record is not None and record.exists(on or date.max)

        living = tuple(filter(lives, hit.senses)) or hit.senses
        records = {s.country for s in living if s.record == s.actor and "/" in s.record}
        own = tuple(
            s for s in living if s.form not in (Form.BODY, Form.FORCES) or s.country not in records
        )
        return Hit(hit.start, hit.end, own or living)

    def _states(self, context: str, on: date | None) -> list[str]:
        """The states that a context names, each once; the last context is not read again."""
        if (context, on) not in self._around:
            self._around.clear()
            self._around[context, on] = self._states_in(context, on)
        return self._around[context, on]

    def _states_in(self, context: str, on: date | None) -> list[str]:
        found: dict[str, None] = {}
        for hit in self.scanner.scan(context or ""):
            current = self._current(hit, on)
            if current is None or tie_of(context, hit.start, hit.end) == "never":
                continue  # "US-backed forces" may be anybody's
            if not current.senses[0].ambiguous:
                state = self.gazetteer.record(current.senses[0].country)
                if state is not None and state.kind is ActorKind.STATE:
                    found[current.senses[0].country] = None
        return list(found)

    def _country(self, text: str, hits: list[Hit], around: list[str]) -> str:
        """The state of the head; else of what the head belongs to; else of what is only tied."""
        cut = SPLIT.search(text)
        border = cut.start() if cut else len(text)
        ranked: list[tuple[int, int, str]] = []
        for start, end, country, people in self._named(text, hits, around):
            tied = tie_of(text, start, end)
            if tied == "never" or not country:
                continue
            if tied == "seat":
                ranked.append((3, start, country))
            elif end <= border:
                # "Albanians of southern Serbia": where a people lives comes before its kin state.
                ranked.append((1 if not people else 2, -start, country))
            else:
                ranked.append((1 if people else 2, start, country))
        heads = [r for r in ranked if r[0] == 1]
        if not heads and len(ranked) > 1 and ranked[0][0] == 2:
            beyond = [r for r in ranked if r[1] > 0 and r[0] == 2]
            if beyond:
                return beyond[0][2]
        return min(ranked)[2] if ranked else ""

    def _named(
        self, text: str, hits: list[Hit], around: list[str]
    ) -> list[tuple[int, int, str, bool]]:
        """Start, end, country of everything named; whether it is a people that bears the name."""
        found = []
        for hit in hits:
            sense = self._choose(hit, around)
            if sense is None or sense.form in (Form.PERSON, Form.SURNAME):
                continue
            plural = sense.form is Form.DEMONYM and text[hit.start : hit.end].endswith("s")
            last = not WORD.search(text, hit.end) or SPLIT.match(text, hit.end) is not None
            found.append((hit.start, hit.end, sense.country, plural and last))
        found = [part for part in found if not _surname_of(text, part[0], part[1])]
        taken = [(hit.start, hit.end) for hit in hits]
        for start, end, country in listed_states(text):
            free = not any(s < end and start < e for s, e in taken)
            if free and not _surname_of(text, start, end):
                found.append((start, end, country, False))
        return sorted(found)


def _surname_of(text: str, start: int, end: int) -> bool:
    """Whether a place is the surname of somebody with a title: "Sen. Ana Toledo"."""
    before = [word[0] for word in WORD.finditer(text[:start])]
    if len(before) < 2 or WORD.search(text, end) or not before[-1][0].isupper():
        return False
    titles = person_words().honorifics
    return before[-2].casefold() in titles and before[-1].casefold() not in titles


def _owned(hits: list[Hit]) -> list[Hit]:
    """Without the bodies that any state has, where the string names another state."""
    states = {h.senses[0].country for h in hits if h.senses[0].form in _STATE_FORMS}
    return [
        hit
        for hit in hits
        if not states
        or hit.senses[0].country in states
        or hit.senses[0].form not in (Form.BODY, Form.FORCES)
        or not set(normal(hit.senses[0].name).split()) <= body_vocabulary()
    ]


def _any_states(sense: Sense) -> bool:
    """Whether any state may have a body of that name ("National Guard")."""
    return sense.form in (Form.BODY, Form.FORCES) and normal(sense.name) in sector_words().bodies
