"""Persons that a text names: full names first, then surnames and first names led back to them."""

from dataclasses import dataclass

from spacy.tokens import Token

from foedus.model.actor import ActorKind, MentionForm
from foedus.model.document import Span
from foedus.read.actors.draft import Draft, Figure, Marked
from foedus.read.actors.lexicon import person_words
from foedus.read.gazetteer import Form, Office, Person, normal


@dataclass(frozen=True, slots=True)
class Naming:
    """A stretch of tokens that names a person: honorifics from `start`, the name from `name`."""

    start: int
    name: int
    end: int
    words: tuple[str, ...]
    gender: str = ""
    honorific: str = ""
    actor: str | None = None

    @property
    def full(self) -> bool:
        return len(self.words) > 1


def name_people(draft: Draft) -> None:
    """Mark every person whom the text names, each person one figure."""
    namings = _namings(draft)
    people: list[int] = []
    for naming in namings:
        if naming.full and not (draft.title_case(naming.name) and _misread(namings, naming)):
            figure = _full_name(draft, people, naming)
            _mark(draft, naming, figure, MentionForm.NAME)
    for naming in _with_bare_surnames(draft, namings):
        if not naming.full:
            short = _short_name(draft, people, naming)
            if short is not None:
                _mark(draft, naming, short, MentionForm.SURNAME)


def _mark(draft: Draft, naming: Naming, number: int, form: MentionForm) -> None:
    figure = draft.figures[number]
    figure.gender = figure.gender or naming.gender
    draft.mark(Marked(naming.start, naming.end, naming.name, number, form))


# --- where persons are named -------------------------------------------------------------------


def _namings(draft: Draft) -> list[Naming]:
    found: dict[int, Naming] = {}
    for hit in draft.hits:
        sense = next((s for s in hit.senses if s.form is Form.PERSON), None)
        start = draft.token_at(hit.start)
        if sense and start is not None and hit.senses[0].form is Form.PERSON:
            naming = _naming(draft, start, draft.end_token(start, hit.end), sense.actor)
            if naming:
                _keep(found, naming)
    for start, end in _tagged(draft):
        naming = _naming(draft, start, end, None)
        if naming:
            _keep(found, naming)
    return sorted(set(found.values()), key=lambda naming: naming.start)


def _keep(found: dict[int, Naming], naming: Naming) -> None:
    if not any(token in found for token in range(naming.start, naming.end)):
        found.update(dict.fromkeys(range(naming.start, naming.end), naming))


def _tagged(draft: Draft) -> list[tuple[int, int]]:
    """What spaCy tags as persons, what an honorific or a first name shows to be one."""
    words = person_words()
    spans = [
        piece
        for e in draft.doc.ents
        if e.label_ == "PERSON"
        for piece in _pieces(draft, e.start, e.end)
    ]
    for entity in draft.doc.ents:
        if entity.label_ in ("ORG", "GPE", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "LOC"):
            first = draft.tokens[entity.start]
            size = entity.end - entity.start
            if (
                2 <= size <= 3
                and first.lower_ in words.genders
                and draft.tokens[entity.end - 1].lower_ not in words.not_persons
                and all(t.pos_ == "PROPN" for t in entity)
            ):
                spans.append((entity.start, entity.end))
    for token in draft.tokens:
        if token.lower_.rstrip(".") in words.honorifics and token.text[0].isupper():
            end = token.i + 1
            while (
                end < len(draft.tokens)
                and _name_token(draft.tokens[end])
                and draft.block[end] == draft.block[token.i]
            ):
                end += 1
            if token.lower_.rstrip(".") in words.plain and end > token.i + 1:
                spans.append((token.i + 1, end))
    return spans


def _name_token(token: Token) -> bool:
    """Whether the token can stand in a person's name."""
    return token.text[0].isupper() and token.text.replace("'", "").replace(".", "").replace("-", "").isalpha() and token.pos_ in (
        "PROPN", "ADP", "NOUN", "ADJ", "PART", "VERB", "X",
    ) and token.tag_ != "POS"  # fmt: skip


def _pieces(draft: Draft, start: int, end: int) -> list[tuple[int, int]]:
    """A tagged name cut at quotation marks, dashes and slashes: "Ann Lee/Some Agency"."""
    pieces, at = [], start
    for token in range(start, end + 1):
        stop = token == end or draft.tokens[token].text in (
            '"',
            "/",
            ":",
            ";",
            "(",
            ")",
            ",",
            "|",
            "--",
        )
        if stop:
            if token > at:
                pieces.append((at, token))
            at = token + 1
    return pieces


def _naming(draft: Draft, start: int, end: int, actor: str | None) -> Naming | None:
    """The person named by the tokens, with the honorifics before; None if it is no name."""
    words, tokens = person_words(), draft.tokens
    while end > start and (
        tokens[end - 1].tag_ == "POS"
        or (tokens[end - 1].is_punct and tokens[end - 1].text[-1] != ".")
    ):
        end -= 1
    honorifics, name = [], start
    while name < end and (
        tokens[name].lower_.rstrip(".") in words.honorifics
        or not tokens[name].text[0].isalnum()
        or (tokens[name].is_lower and tokens[name].lower_ not in words.particles)
    ):
        honorifics.append(tokens[name].lower_.rstrip("."))
        name += 1
    while (
        start > 0
        and tokens[start - 1].lower_.rstrip(".") in words.honorifics
        and tokens[start - 1].text[0].isupper()
        and draft.block[start - 1] == draft.block[start]
    ):
        start -= 1
        honorifics.append(tokens[start].lower_.rstrip("."))
    if name >= end or (
        not tokens[name].text[0].isupper() and tokens[name].lower_ not in words.particles
    ):
        return None
    if _of_a_thing(draft, end) or (not actor and _no_person(draft, name, end)):
        return None
    said = _name_words(draft.words(name, end))
    if not said:
        return None
    gender = next((words.honorifics[h] for h in honorifics if words.honorifics.get(h)), "")
    return Naming(start, name, end, said, gender, honorifics[0] if honorifics else "", actor)


def _of_a_thing(draft: Draft, end: int) -> bool:
    """Whether the name goes on as that of a place or thing: "Kim Il Sung Square"."""
    if end >= len(draft.tokens) or draft.block[end] != draft.block[end - 1]:
        return False
    following = draft.tokens[end].text
    return following[0].isupper() and following.casefold() in person_words().not_persons


def _no_person(draft: Draft, start: int, end: int) -> bool:
    """Places and things that bear a person's name, states, and words that are no name."""
    words, tokens = person_words(), draft.tokens
    if tokens[end - 1].lower_ in words.not_persons and end - start > 1:
        return True
    span = draft.span(start, end)
    for hit in draft.hits_within(Span(max(0, span.start - 60), span.end + 60)):
        whole = hit.start <= span.start and span.end <= hit.end
        if (
            whole
            and hit.senses[0].form is not Form.PERSON
            and not (end - start > 1 and hit.senses[0].ambiguous)
        ):
            return True
    return all(token.is_lower or not token.text[0].isalpha() for token in tokens[start:end])


def _name_words(text: str) -> tuple[str, ...]:
    """The words by which names are compared: no initials, no "Jr"."""
    suffixes = person_words().suffixes
    if not text.isupper():
        # "Jane Doe NATO" in a headline: an acronym is no part of the name.
        text = " ".join(w for w in text.split() if not (len(w) > 2 and w.isupper() and w.isalpha()))
    words = [word for word in normal(text).replace("'", "").split() if word not in suffixes]
    kept = [word for word in words if len(word) > 1] or words
    return tuple(kept)


def _misread(namings: list[Naming], naming: Naming) -> bool:
    """Whether a "full name" of a headline is a verb with the surname of somebody named below."""
    others = {n.words for n in namings if n.full and n.name > naming.end}
    return naming.words not in others and any(
        words[-1] == naming.words[-1] and not same_name(words, naming.words) for words in others
    )


def _with_bare_surnames(draft: Draft, namings: list[Naming]) -> list[Naming]:
    """With the family names of persons named in full, where spaCy took them for something else."""
    surnames = {naming.words[-1] for naming in namings if naming.full}
    found = list(namings)
    for token in draft.tokens:
        bare = token.pos_ == "PROPN" and token.i not in draft.taken and token.text[0].isupper()
        if not bare or token.ent_type_ == "PERSON" or token.lower_ not in surnames:
            continue
        # One word of a longer name ("the Kim Foundation") names no person.
        alone = token.ent_iob_ != "I" and (
            token.i + 1 >= len(draft.tokens) or draft.tokens[token.i + 1].ent_iob_ != "I"
        )
        naming = _naming(draft, token.i, token.i + 1, None) if alone else None
        if naming and not any(n.start <= token.i < n.end for n in namings):
            found.append(naming)
    return sorted(found, key=lambda naming: naming.start)


# --- who they are ------------------------------------------------------------------------------


def _full_name(draft: Draft, people: list[int], naming: Naming) -> int:
    person = draft.gazetteer.person(naming.actor) if naming.actor else None
    for number in people:
        figure = draft.figures[number]
        if (person and figure.actor == person.id) or (
            not (person and figure.actor) and same_name(figure.words, naming.words)
        ):
            if len(naming.words) > len(figure.words) and not figure.actor:
                figure.name, figure.words = draft.words(naming.name, naming.end), naming.words
            return number
    number = draft.add(_figure(draft, naming, person))
    people.append(number)
    return number


def _figure(draft: Draft, naming: Naming, person: Person | None) -> Figure:
    name = draft.words(naming.name, naming.end)
    gender = naming.gender or person_words().genders.get(naming.words[0], "")
    if person is None:
        return Figure(name, ActorKind.PERSON, gender=gender, words=naming.words)
    return known_person(draft, person, naming.words)


def known_person(draft: Draft, person: Person, words: tuple[str, ...] = ()) -> Figure:
    """A figure for a person of the gazetteer."""
    offices = draft.gazetteer.offices_of(person.id)
    serving = draft.gazetteer.offices_of(person.id, draft.published)
    record = (serving or offices)[0][0].record if offices else ""
    senses = draft.gazetteer.lookup(person.name)
    country = next((s.country for s in senses if s.actor == person.id and s.record == record), "")
    country = country or next((s.country for s in senses if s.actor == person.id), "")
    sector = next((office.sector for office, _ in serving), person.sector)
    figure = Figure(person.name, ActorKind.PERSON, person.id, country, sector, person.gender)
    figure.words = words if len(words) > 1 else _name_words(person.name)
    return figure


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names are one: equal, a nickname, or the longer with further words."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < 2:
        return False
    if short[0] != long[0] and not _nickname(short[0], long[0]):
        return False
    if short[-1] == long[-1]:
        middle = iter(long)
        return len(short) == 2 or all(word in middle for word in short[1:])
    return short[1:] == long[1 : len(short)] and len(short) > 2


def _nickname(one: str, other: str) -> bool:
    groups = person_words().nicknames
    return bool(groups.get(one, frozenset()) & groups.get(other, frozenset()))


def _short_name(draft: Draft, people: list[int], naming: Naming) -> int | None:
    """Whom a surname (or a first name) means; None where two are possible."""
    candidates = [n for n in people if _bears(draft, n, naming)]
    if naming.gender:
        candidates = [n for n in candidates if draft.figures[n].gender in ("", naming.gender)]
    if (not candidates and not naming.gender) or naming.honorific in person_words().royal:
        candidates = candidates or [
            n for n in people if draft.figures[n].words[0] == naming.words[0]
        ]
    if len(candidates) == 1:
        return candidates[0]
    if candidates:
        return _nearest(draft, candidates, naming)
    known = _known_surname(draft, naming)
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


def _bears(draft: Draft, number: int, naming: Naming) -> bool:
    """Whether the figure's family name is the word."""
    figure, word = draft.figures[number], naming.words[-1]
    if len(figure.words) == 1:
        return figure.words == naming.words
    if figure.actor:
        person = draft.gazetteer.person(figure.actor)
        if person and _name_words(person.surname)[-1:] == (word,):
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
