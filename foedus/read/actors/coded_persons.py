"""A string that names a person in ("Mr Doe", "President Doe"); the country and sector out."""

import re
from datetime import date

from foedus.read.actors.coded import Coded, parent
from foedus.read.actors.lexicon import person_words
from foedus.read.actors.people import leads_state
from foedus.read.actors.scan import WORD, Hit
from foedus.read.actors.sectors import sector_of
from foedus.read.gazetteer import Form, Gazetteer, Office, normal

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


def coded_person(
    gazetteer: Gazetteer, text: str, hits: list[Hit], on: date | None, country: str
) -> Coded | None:
    """A person with a title, by full name or by a surname that one office-holder bears."""
    for hit in hits:
        sense = hit.senses[0]
        if sense.form is Form.PERSON:
            before, after = text[: hit.start], text[hit.end :]
            if WORD.search(after) and not after.lstrip().startswith((",", "(")):
                continue
            said = sector_of(before) if WORD.search(before) else ""
            return Coded(
                parent(country or sense.country),
                said or office_sector(gazetteer, sense.actor, on),
            )
    return _surname(gazetteer, text, on, country)


def _surname(gazetteer: Gazetteer, text: str, on: date | None, country: str) -> Coded | None:
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
        found = _bearers(gazetteer, surname, text, on, country, titled)
        if len({c for c, _ in found}) == 1:
            home, person = found[0]
            said = sector_of(text[: text.rfind(surname)]) if titled else ""
            return Coded(parent(home), said or office_sector(gazetteer, person, on))
    return None


def _bearers(
    gazetteer: Gazetteer, surname: str, text: str, on: date | None, country: str, titled: bool
) -> list[tuple[str, str]]:
    """(country, person) of the office-holders with that surname whom the title fits."""
    found = []
    for sense in gazetteer.lookup(surname):
        if sense.form not in (Form.SURNAME, Form.PERSON) or not surname[0].isupper():
            continue
        if country and sense.country != country:
            continue
        offices = [o for o, _ in gazetteer.offices_of(sense.actor)]
        if titled and not any(_called(office, text) for office in offices):
            continue
        if not titled and not any(map(leads_state, offices)):
            continue
        found.append((sense.country, sense.actor))
    on_day = [p for p in found if on and gazetteer.offices_of(p[1], on)]
    return on_day if len({c for c, _ in found}) > 1 and on_day else found


def office_sector(gazetteer: Gazetteer, person: str, on: date | None) -> str:
    """The sector of the office held on the day, ELI after it; without a day, now."""
    known = gazetteer.person(person)
    held = gazetteer.offices_of(person)
    serving = [office for office, holder in held if holder.serves(on or date.max)]
    if serving:
        return serving[0].sector
    if known and known.sector and not held:
        return known.sector
    if held:
        return "ELI" if held[0][0].sector in ("GOV", "LEG") else held[0][0].sector
    return known.sector if known else ""


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
