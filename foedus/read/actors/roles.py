"""Who "the Russian President" is: role nouns led to a person, and actors that are only described
("experts", "Western states", "the US government", "a spokesman").
"""

from collections.abc import Iterable

from foedus.model.actor import ActorKind, MentionForm
from foedus.read.actors.described import (
    NOBODY,
    OWNED,
    STATE_NOUNS,
    acts,
    describe_body,
    describe_group,
    described_figure,
    gender_of_role,
    modifies,
)
from foedus.read.actors.draft import Draft, Figure, Marked
from foedus.read.actors.lexicon import person_words, sector_words
from foedus.read.actors.people import known_person, leads_state
from foedus.read.actors.phrases import (
    Phrase,
    body_nouns,
    noun_at,
    phrase_at,
    role_nouns,
)
from foedus.read.actors.subjects import leads_sentence
from foedus.read.gazetteer import Holder, Office, normal

_SHORT = {"gop": "republican"}  # other words for a party, in what qualifies a role


def describe_actors(draft: Draft) -> None:
    """Mark every role noun and every described actor that no name has taken."""
    for token in draft.tokens:
        if token.pos_ not in ("NOUN", "PROPN") or token.i in draft.taken:
            continue
        if not token.text[0].isalpha() or modifies(draft, token.i):
            continue
        noun = noun_at(draft, token.i, role_nouns())
        if noun == "head" and token.i and draft.tokens[token.i - 1].tag_ == "NNS":
            continue  # "Ships head for port"
        body = "" if noun else noun_at(draft, token.i, body_nouns())
        if noun:
            phrase = phrase_at(draft, token, noun)
            if phrase.plural or noun in sector_words().collective:
                describe_group(draft, phrase, ActorKind.GROUP)
            else:
                _person(draft, phrase)
        elif body and body not in sector_words().name_only:
            describe_body(draft, phrase_at(draft, token, body))
        elif token.lemma_ in STATE_NOUNS and token.tag_ == "NNS":
            describe_group(draft, phrase_at(draft, token, token.lemma_), ActorKind.GROUP)


# --- one person --------------------------------------------------------------------------------


def _person(draft: Draft, phrase: Phrase) -> None:
    first = draft.tokens[phrase.start]
    if first.lower_ in NOBODY:
        return
    owner = first.lower_ in OWNED
    indefinite = first.lower_ in ("a", "an", "one", "another", "some", "any", "no", "every", "each")
    number = None
    if not owner and not indefinite and phrase.definite and not _former(draft, phrase):
        number = resolve(draft, phrase)
    elif not owner and not indefinite and phrase.definite:
        number = _once(draft, phrase)
    if number is not None:
        title = draft.tokens[phrase.head].text[0].isupper()
        form = MentionForm.TITLE if title else MentionForm.ROLE
        draft.mark(Marked(phrase.start, phrase.end, phrase.bare, number, form))
        return
    head = draft.tokens[phrase.head]
    titled = head.text[0].isupper() and phrase.start == phrase.bare and not phrase.country
    if (acts(draft, phrase) or phrase.country) and not owner and not titled:
        figure = draft.add(described_figure(draft, phrase, ActorKind.PERSON))
        draft.mark(Marked(phrase.start, phrase.end, phrase.bare, figure, MentionForm.DESCRIPTION))


def _former(draft: Draft, phrase: Phrase) -> bool:
    words = {t.lower_ for t in draft.tokens[phrase.start : phrase.head]}
    return bool(
        words
        & {"former", "ex", "late", "next", "new", "future", "incoming", "then", "previous", "first"}
    )


def _once(draft: Draft, phrase: Phrase) -> int | None:
    """ "the former Mexican president": the one whom the text has called so."""
    found = [
        number
        for number, figure in enumerate(draft.figures)
        if figure.kind is ActorKind.PERSON
        and figure.country == (phrase.state or figure.country)
        and any(
            phrase.noun in a.text.casefold()
            and sector_words().former & set(a.text.casefold().split())
            for a in figure.affiliations
        )
        and any(m.figure == number and m.start < phrase.start for m in draft.marks)
    ]
    return found[0] if len(found) == 1 else None


def resolve(draft: Draft, phrase: Phrase) -> int | None:
    """The person whom the role noun means: through the text, else through the gazetteer."""
    fitting = [n for n, f in enumerate(draft.figures) if _fits(draft, f, phrase)]
    if phrase.state:
        fitting = [n for n in fitting if draft.figures[n].country == phrase.state]
    else:
        fitting = [
            n for n in fitting if any(m.figure == n and m.start < phrase.start for m in draft.marks)
        ]
        qualified = [n for n in fitting if _qualified_so(draft, draft.figures[n], phrase)]
        fitting = qualified or _lately_so(draft, fitting, phrase)
    if len(fitting) > 1:
        fitting = [n for n in fitting if draft.figures[n].words] or fitting  # those with a name
    if len(fitting) > 1:
        fitting = _latest(draft, fitting, phrase)
    if len(fitting) > 1:
        stated = [n for n in fitting if phrase.noun in draft.figures[n].roles]
        fitting = _serving(draft, stated or fitting, phrase) or fitting
    if len(fitting) == 1:
        return fitting[0]
    return _by_office(draft, phrase) if phrase.state and not fitting else None


def _lately_so(draft: Draft, fitting: list[int], phrase: Phrase) -> list[int]:
    """ "Senator NAME left early. The Liberal senator ...": the one who has the role, just named.

    What qualifies the role may be new, but nothing told of the person before may speak against it.
    """
    subject = leads_sentence(draft.tokens[phrase.head])
    if len(fitting) != 1 or phrase.start == phrase.bare or not subject:
        return []
    figure = draft.figures[fitting[0]]
    last = max(m.start for m in draft.marks if m.figure == fitting[0] and m.start < phrase.start)
    near = draft.block[phrase.start] - draft.block[last] <= 1
    near = near and draft.sentence[phrase.start] - draft.sentence[last] <= 2
    plain = all(a.text.casefold() in _plain_titles(phrase.noun) for a in figure.affiliations)
    proper = all(t.text[0].isupper() for t in draft.tokens[phrase.bare : phrase.head])
    return fitting if near and plain and proper and figure.words else []


def _plain_titles(noun: str) -> frozenset[str]:
    """The ways to say the role that add nothing to it."""
    alike = person_words().alike.get(noun, frozenset({noun}))
    return alike | {f"{one}." for one in alike}


def _qualified_so(draft: Draft, figure: Figure, phrase: Phrase) -> bool:
    """Whether what qualifies the role ("the Democratic leader", "the union boss") is the person's.

    Descriptions that are no part of the office ("the veteran president") qualify nothing.
    """
    words = {
        token.lower_
        for token in draft.tokens[phrase.bare : phrase.head]
        if "-" not in (draft.tokens[token.i - 1].text, draft.tokens[token.i + 1].text)
        and (token.pos_ in ("PROPN", "NOUN") or (token.pos_ == "ADJ" and token.text[0].isupper()))
    } - set(phrase.noun.split())
    known = " ".join(a.text.casefold() for a in figure.affiliations)
    return all(_SHORT.get(word, word) in known for word in words if word.isalpha())


def _serving(draft: Draft, fitting: list[int], phrase: Phrase) -> list[int]:
    """Those of them who, as the gazetteer has it, held such an office on the day of publication."""
    return [
        number
        for number in fitting
        if (actor := draft.figures[number].actor)
        and draft.published
        and any(_named(o, phrase) for o, _ in draft.gazetteer.offices_of(actor, draft.published))
    ]


def _latest(draft: Draft, fitting: list[int], phrase: Phrase) -> list[int]:
    """Those named in this sentence or the one before, in this paragraph."""
    near = {
        m.figure
        for m in draft.marks
        if m.figure in fitting
        and m.start < phrase.start
        and draft.block[m.start] == draft.block[phrase.start]
        and draft.sentence[phrase.start] - draft.sentence[m.start] <= 1
    }
    return list(near) if near else fitting


def _fits(draft: Draft, figure: Figure, phrase: Phrase) -> bool:
    """Whether the text or the gazetteer gives the person that role."""
    if figure.kind is not ActorKind.PERSON:
        return False
    gender = gender_of_role(phrase.noun)
    if gender and figure.gender and gender != figure.gender:
        return False
    if phrase.noun in figure.roles:
        return True
    leading = phrase.noun in person_words().leading
    if leading and figure.roles & {
        "president",
        "prime minister",
        "premier",
        "chancellor",
        "king",
        "leader",
    }:
        return True
    if figure.actor:
        offices = draft.gazetteer.offices_of(figure.actor, draft.published)
        return any(_named(office, phrase) for office, _ in offices)
    return False


def _named(office: Office, phrase: Phrase) -> bool:
    """Whether the office can be called so."""
    if phrase.noun in person_words().leading:
        return leads_state(office)
    if phrase.state and office.record != phrase.state:
        return False
    for title in (office.title, *office.aliases):
        words = normal(title)
        if words == phrase.noun or words.startswith(f"{phrase.noun} of "):
            return True
    return False


def _by_office(draft: Draft, phrase: Phrase) -> int | None:
    """The one holder of the office on the day of publication; without a day, nobody."""
    record = draft.gazetteer.record(phrase.state)
    if record is None or draft.published is None:
        return None
    holders: dict[str, Holder] = {}
    offices: Iterable[Office] = [o for o in record.offices if _named(o, phrase)]
    if phrase.noun in person_words().leading:
        ranked = [
            [
                o
                for o in offices
                if o.is_a(role) and any(h.serves(draft.published) for h in o.holders)
            ]
            for role in ("supreme leader", "head of state", "head of government")
        ]
        offices = ranked[0] or [*ranked[1], *ranked[2]]
    for office in offices:
        for holder in office.holders:
            if holder.serves(draft.published) and not holder.uncertain:
                holders[holder.person] = holder
    if len(holders) != 1:
        return None
    person = draft.gazetteer.person(next(iter(holders)))
    return draft.add(known_person(draft, person)) if person else None
