"""A free actor string in ("Afghan rebel leaders", "the French foreign minister"), its country and
PLOVER sector out. What the string and its context do not say stays "".
"""

import re
from dataclasses import dataclass
from datetime import date

from foedus.model.actor import ActorKind
from foedus.read.actors.lexicon import body_vocabulary, name_lists, person_words, sector_words
from foedus.read.actors.listed import listed_bodies, listed_states, tie_of
from foedus.read.actors.people import leads_state
from foedus.read.actors.scan import WORD, Hit, Scanner
from foedus.read.actors.sectors import sector_of
from foedus.read.gazetteer import Form, Gazetteer, Office, Sense, normal

_STATE_FORMS = frozenset({Form.NAME, Form.DEMONYM, Form.CAPITAL, Form.METONYM})
_SPLIT = re.compile(r",| (?:of|in|from|at|to|for|with|against|living|based|who|loyal|on|near)\b")
_LEADERS = frozenset(
    {
        "administration",
        "government",
        "cabinet",
        "regime",
        "president",
        "premier",
        "chancellor",
        "leader",
        "king",
        "queen",
        "secretary",
        "minister",
        "senator",
        "sen",
        "rep",
        "gen",
        "general",
        "prime",
        "deputy",
    }
)
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
class Coded:
    """Where an actor belongs: a state (or IGO, NGO, IMG, EUR) and a sector; "" when unknown."""

    country: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Coder:
    """Codes actor strings with one gazetteer."""

    gazetteer: Gazetteer
    scanner: Scanner

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
        person = self._person(text, hits, on, country or (around[0] if len(around) == 1 else ""))
        if person:
            return person
        role = self._role(text, hits) or self._people(text, hits)
        if not country and len(around) == 1:
            country = around[0]
        return Coded(_parent(country), role)

    # --- the whole string is one name -----------------------------------------------------------

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
        country = _parent(sense.country)
        if sense.form in (Form.PERSON, Form.SURNAME):
            return Coded(country, self._office_sector(sense.actor, on))
        record = self.gazetteer.record(sense.record)
        state = record is not None and record.kind is ActorKind.STATE
        if state and sense.form in (Form.NAME, Form.DEMONYM):
            return Coded(country, "PRE" if country != sense.country else "")
        if sense.form is Form.CAPITAL:
            return Coded(country, "GOV")
        return Coded(country, "CVL" if sense.form is Form.PLACE else sense.sector)

    def _office_sector(self, person: str, on: date | None) -> str:
        """The sector of the office held on the day, ELI after it; without a day, now."""
        known = self.gazetteer.person(person)
        held = self.gazetteer.offices_of(person)
        serving = [office for office, holder in held if holder.serves(on or date.max)]
        if serving:
            return serving[0].sector
        if known and known.sector and not held:
            return known.sector
        if held:
            return "ELI" if held[0][0].sector in ("GOV", "LEG") else held[0][0].sector
        return known.sector if known else ""

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

    # --- country --------------------------------------------------------------------------------

    def _states(self, context: str, on: date | None) -> list[str]:
        """The states that a context names, each once."""
        found: dict[str, None] = {}
        for hit in self.scanner.scan(context or ""):
            current = self._current(hit, on)
            if current and not current.senses[0].ambiguous and current.senses[0].country:
                found[current.senses[0].country] = None
        return list(found)

    def _country(self, text: str, hits: list[Hit], around: list[str]) -> str:
        """The state of the head; else of what the head belongs to; else of what is only tied."""
        cut = _SPLIT.search(text)
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
            last = not WORD.search(text, hit.end) or _SPLIT.match(text, hit.end) is not None
            found.append((hit.start, hit.end, sense.country, plural and last))
        found = [part for part in found if not _surname_of(text, part[0], part[1])]
        taken = [(hit.start, hit.end) for hit in hits]
        for start, end, country in listed_states(text):
            free = not any(s < end and start < e for s, e in taken)
            if free and not _surname_of(text, start, end):
                found.append((start, end, country, False))
        return sorted(found)

    # --- persons ----------------------------------------------------------------------------------

    def _person(self, text: str, hits: list[Hit], on: date | None, country: str) -> Coded | None:
        """A person with a title, by full name or by a surname that one office-holder bears."""
        for hit in hits:
            sense = hit.senses[0]
            if sense.form is Form.PERSON:
                before, after = text[: hit.start], text[hit.end :]
                if WORD.search(after) and not after.lstrip().startswith((",", "(")):
                    continue
                said = sector_of(before) if WORD.search(before) else ""
                return Coded(
                    _parent(country or sense.country),
                    said or self._office_sector(sense.actor, on),
                )
        return self._surname(text, on, country)

    def _surname(self, text: str, on: date | None, country: str) -> Coded | None:
        words = [word[0] for word in WORD.finditer(re.sub(r"'s\b", "", text))]
        titles = [w.casefold().rstrip(".") for w in words]
        named = [w for w in words if w[0].isupper() and w.casefold() not in _LEADERS]
        titled = any(title in _LEADERS or title in person_words().honorifics for title in titles)
        if not named or len(words) > 5:
            return None
        if len(named) == len(words) and len(words) > 1:
            return None
        for size in (2, 1):
            surname = " ".join(named[-size:])
            found = self._bearers(surname, text, on, country, titled)
            if len({c for c, _ in found}) == 1:
                home, person = found[0]
                said = sector_of(text[: text.rfind(surname)]) if titled else ""
                return Coded(_parent(home), said or self._office_sector(person, on))
        return None

    def _bearers(
        self, surname: str, text: str, on: date | None, country: str, titled: bool
    ) -> list[tuple[str, str]]:
        """(country, person) of the office-holders with that surname whom the title fits."""
        found = []
        for sense in self.gazetteer.lookup(surname):
            if sense.form not in (Form.SURNAME, Form.PERSON) or not surname[0].isupper():
                continue
            if country and sense.country != country:
                continue
            offices = [o for o, _ in self.gazetteer.offices_of(sense.actor)]
            if titled and not any(_called(office, text) for office in offices):
                continue
            if not titled and not any(map(leads_state, offices)):
                continue
            found.append((sense.country, sense.actor))
        on_day = [p for p in found if on and self.gazetteer.offices_of(p[1], on)]
        return on_day if len({c for c, _ in found}) > 1 and on_day else found

    # --- sector -----------------------------------------------------------------------------------

    def _role(self, text: str, hits: list[Hit]) -> str:
        """The sector of the words; where they say little, that of a body they name."""
        said = sector_of(self._unnamed(text, hits))
        bodies = []
        for hit in hits:
            sense = hit.senses[0]
            record = self.gazetteer.record(sense.record)
            own = record is not None and record.kind is not ActorKind.STATE
            if sense.form in (Form.BODY, Form.FORCES) or (own and sense.form is Form.NAME):
                bodies.append((hit, sense.sector))
        for start, end, sector in listed_bodies(text):
            bodies.append((Hit(start, end, ()), sector))
        if not bodies:
            return said
        hit, sector = bodies[0]
        cut = _SPLIT.search(text)
        head = text[: cut.start()] if cut else text
        last = head.split()[-1].casefold() if head.split() else ""
        if sector == "IGO" and said:
            return said
        if sector and (
            not said or last in sector_words().open_heads or hit.end >= len(head.rstrip())
        ):
            former = any(
                word in sector_words().former for word in text[: hit.start].casefold().split()
            )
            return "ELI" if former and sector in ("GOV", "LEG") else sector
        return said

    def _unnamed(self, text: str, hits: list[Hit]) -> str:
        """The string without the names of places, whose words say nothing of a sector."""
        for hit in reversed(hits):
            if (
                hit.senses[0].form in (Form.PLACE, Form.CAPITAL, Form.NAME)
                and " " in text[hit.start : hit.end]
            ):
                text = text[: hit.start] + "Place" + text[hit.end :]
        return text

    def _people(self, text: str, hits: list[Hit]) -> str:
        """CVL for a people and nothing more: "Palestinians of the south"."""
        cut = _SPLIT.search(text)
        head = text[: cut.start()] if cut else text
        last = head.split()[-1] if head.split() else ""
        if name_lists().get(normal(last), ("", "", ""))[1] == "people":
            return "CVL"
        demonym = any(
            hit.senses[0].form is Form.DEMONYM and hit.end == len(head.rstrip()) for hit in hits
        )
        return "CVL" if demonym and last.endswith("s") else ""


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


def _parent(country: str) -> str:
    return sector_words().parents.get(country, country)


def _called(office: Office, text: str) -> bool:
    """Whether a word of the office's title stands in the text ("President Bush")."""
    words = set(normal(text).split())
    title = set(normal(office.title).split()) | {
        w for a in office.aliases for w in normal(a).split()
    }
    leads = leads_state(office) and words & {
        "administration",
        "government",
        "regime",
        "cabinet",
        "leader",
    }
    return bool(leads or (words & title - {"of", "the", "and", "for"}))
