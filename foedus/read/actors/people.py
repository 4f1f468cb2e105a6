"""Persons that a text names: full names first, then surnames and first names led back to them."""

from foedus.model.actor import ActorKind, MentionForm
from foedus.read.actors.draft import Draft, Figure, Marked
from foedus.read.actors.lexicon import person_words
from foedus.read.actors.naming import Naming, namings_of
from foedus.read.actors.phrases import noun_at, role_nouns
from foedus.read.actors.same_name import name_words, same_name, shortened
from foedus.read.actors.surnames import reread, with_bare_surnames
from foedus.read.actors.titles import title_start
from foedus.read.gazetteer import Form, Office, Person

# Honorifics of those who lead a state.
_LEADERS = frozenset({"president", "pres", "premier", "chancellor", "king", "queen", "emperor"})


def name_people(draft: Draft) -> None:
    """Mark every person whom the text names, each person one figure."""
    found = namings_of(draft)
    namings = [reread(found, n) if draft.title_case(n.name) else n for n in found]
    people: list[int] = []
    for naming in namings:
        if naming.full:
            figure = _full_name(draft, people, naming)
            _mark(draft, naming, figure, MentionForm.NAME)
    for naming in with_bare_surnames(draft, namings):
        if not naming.full:
            short = _short_name(draft, people, naming)
            if short is not None:
                _mark(draft, naming, short, MentionForm.SURNAME)


def _mark(draft: Draft, naming: Naming, number: int, form: MentionForm) -> None:
    figure = draft.figures[number]
    figure.gender = figure.gender or naming.gender
    draft.mark(Marked(naming.start, naming.end, naming.name, number, form))


# --- who they are ------------------------------------------------------------------------------


def _full_name(draft: Draft, people: list[int], naming: Naming) -> int:
    person = draft.gazetteer.person(naming.actor) if naming.actor else _known_name(draft, naming)
    for number in people:
        figure = draft.figures[number]
        if (person and figure.actor == person.id) or (
            not (person and figure.actor) and same_name(figure.words, naming.words)
        ):
            if len(naming.words) > len(figure.words) and not figure.actor:
                figure.name, figure.words = draft.words(naming.name, naming.end), naming.words
            return number
    known = _shortened(draft, people, naming) if person is None else None
    if known is not None:
        return known
    number = draft.add(_figure(draft, naming, person))
    people.append(number)
    return number


def _shortened(draft: Draft, people: list[int], naming: Naming) -> int | None:
    """The one person whose name this is with more or fewer first words, and no other's office."""
    found = [
        number
        for number in people
        if shortened(draft.figures[number].words, naming.words)
        and draft.figures[number].gender in ("", naming.gender or draft.figures[number].gender)
        and not _apart(draft, number, naming)
    ]
    if len(found) != 1:
        return None
    figure = draft.figures[found[0]]
    if len(naming.words) > len(figure.words) and not figure.actor:
        figure.name, figure.words = draft.words(naming.name, naming.end), naming.words
    return found[0]


def _apart(draft: Draft, number: int, naming: Naming) -> bool:
    """Whether one sentence names both, or their titles are of two."""
    marks = [mark for mark in draft.marks if mark.figure == number]
    if any(draft.sentence[mark.core] == draft.sentence[naming.name] for mark in marks):
        return True
    own = _titles(draft, naming.name)
    others = {title for mark in marks for title in _titles(draft, mark.core)}
    return bool(own and others) and own.isdisjoint(others)


def _titles(draft: Draft, core: int) -> set[str]:
    """The role nouns of the title before the name, and of what stands behind it."""
    start = title_start(draft, core)
    at = range(start, core) if start is not None else range(0)
    nouns = {noun for t in at if (noun := noun_at(draft, t, role_nouns()))}
    return {other for noun in nouns for other in person_words().alike.get(noun, {noun})}


def _known_name(draft: Draft, naming: Naming) -> Person | None:
    """The one person of the gazetteer whose name this is but for a middle initial."""
    words = draft.words(naming.name, naming.end).split()
    plain = [word for word in words if len(word.rstrip(".")) > 1]
    if len(plain) == len(words) or len(plain) < 2:
        return None
    senses = draft.gazetteer.lookup(" ".join(plain))
    found = {sense.actor for sense in senses if sense.form is Form.PERSON}
    return draft.gazetteer.person(found.pop()) if len(found) == 1 else None


def _figure(draft: Draft, naming: Naming, person: Person | None) -> Figure:
    name = draft.words(naming.name, naming.end)
    gender = naming.gender or person_words().genders.get(naming.words[0], "")
    if person is None:
        return Figure(name, ActorKind.PERSON, gender=gender, words=naming.words)
    return known_person(draft, person, naming.words)


def known_person(draft: Draft, person: Person, words: tuple[str, ...] = ()) -> Figure:
    """A figure for a person of the gazetteer, as it stood on the day of publication.

    Whoever held no office on that day belongs to the state that is theirs by another sign, and
    never to the organisation that they headed before or since.
    """
    held = draft.gazetteer.offices_of(person.id)
    serving = draft.gazetteer.offices_of(person.id, draft.published)
    sector = next((office.sector for office, _ in serving), "" if held else person.sector)
    country = (
        _country_of(draft, person, serving[0][0].record) if serving else _own_state(draft, person)
    )
    figure = Figure(person.name, ActorKind.PERSON, person.id, country, sector, person.gender)
    figure.words = words if len(words) > 1 else name_words(person.name)
    return figure


def _country_of(draft: Draft, person: Person, record: str) -> str:
    """What the person belongs to by the office of that record."""
    senses = [s for s in draft.gazetteer.lookup(person.name) if s.actor == person.id]
    return next((s.country for s in senses if s.record == record), "") or next(
        (s.country for s in senses), ""
    )


def _own_state(draft: Draft, person: Person) -> str:
    """The one state whose offices or public figures the person is among, "" if there are more."""
    senses = [s for s in draft.gazetteer.lookup(person.name) if s.actor == person.id]
    kinds = (ActorKind.STATE, ActorKind.PERSON)
    found = {
        sense.country
        for sense in senses
        if (record := draft.gazetteer.record(sense.record)) and record.kind in kinds
    }
    return found.pop() if len(found) == 1 else ""


def _short_name(draft: Draft, people: list[int], naming: Naming) -> int | None:
    """Whom a surname (or a first name) means; None where two are possible."""
    candidates = [n for n in people if _bears(draft, n, naming)]
    if naming.gender:
        candidates = [n for n in candidates if draft.figures[n].gender in ("", naming.gender)]
    if (not candidates and not naming.gender) or naming.honorific in person_words().royal:
        candidates = candidates or [
            n for n in people if draft.figures[n].words[0] == naming.words[0]
        ]
    known = _known_surname(draft, naming)
    led = known is not None and naming.honorific in _LEADERS  # "President NAME", and no relative
    if len(candidates) == 1 and not (led and _is_another(draft, candidates[0], known)):
        return candidates[0]
    if len(candidates) > 1:
        return _nearest(draft, candidates, naming)
    if known:
        number = draft.add(known_person(draft, known))
    elif _lone_name(draft, naming):
        gender = naming.gender or person_words().genders.get(naming.words[0], "")
        name = draft.words(naming.name, naming.end)
        number = draft.add(Figure(name, ActorKind.PERSON, gender=gender, words=naming.words))
    else:
        return None
    if number not in people:
        people.append(number)
    return number


def _is_another(draft: Draft, number: int, known: Person | None) -> bool:
    """Whether the figure is known to be another person than the one who holds the office."""
    figure = draft.figures[number]
    return known is not None and figure.words[0] not in ("", name_words(known.name)[0])


def _bears(draft: Draft, number: int, naming: Naming) -> bool:
    """Whether the figure's family name is the word."""
    figure, word = draft.figures[number], naming.words[-1]
    if len(figure.words) == 1:
        return figure.words == naming.words
    if figure.actor:
        person = draft.gazetteer.person(figure.actor)
        if person and name_words(person.surname)[-1:] == (word,):
            return True
    first = figure.words[0]
    return figure.words[-1] == word or (first == word and first in person_words().first_surnames)


def _nearest(draft: Draft, candidates: list[int], naming: Naming) -> int | None:
    """Of several, the one named before in this paragraph or the one before it, if only one is."""
    before = [m for m in draft.marks if m.figure in candidates and m.start < naming.start]
    for reach in (0, 1):
        near = {
            m.figure for m in before if draft.block[naming.start] - draft.block[m.start] <= reach
        }
        if len(near) == 1:
            return near.pop()
        if near:
            return None
    named = {m.figure for m in before}
    if len(named) == 1:
        return named.pop()
    counts = sorted(candidates, key=lambda n: -sum(m.figure == n for m in draft.marks))
    most, next_most = (sum(m.figure == n for m in draft.marks) for n in counts[:2])
    return counts[0] if most >= 3 * next_most else None


def _known_surname(draft: Draft, naming: Naming) -> Person | None:
    """The one office-holder of that name whose state the text names, on the day if it is known."""
    countries = {hit.senses[0].country for hit in draft.hits if not hit.senses[0].ambiguous}
    found = set()
    for sense in draft.gazetteer.lookup(" ".join(naming.words)):
        if sense.form in (Form.SURNAME, Form.PERSON) and sense.country in countries:
            person = draft.gazetteer.person(sense.actor)
            leads = any(
                leads_state(o) for o, _ in draft.gazetteer.offices_of(sense.actor, draft.published)
            )
            if leads and person and person.gender in ("", naming.gender or person.gender):
                found.add(sense.actor)
    return draft.gazetteer.person(found.pop()) if len(found) == 1 else None


def leads_state(office: Office) -> bool:
    """Whether the office is that of a head of state or government."""
    return any(map(office.is_a, ("head of state", "head of government", "supreme leader")))


def _lone_name(draft: Draft, naming: Naming) -> bool:
    """A single name that nothing introduces: a person only with an honorific or as one who says."""
    if naming.honorific:
        return True
    head = draft.tokens[naming.end - 1]
    return head.dep_ == "nsubj" and head.head.lemma_ in person_words().saying
