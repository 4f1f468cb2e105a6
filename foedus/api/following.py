"""Names that a user follows in, the keys that stand for them out; and which treaties a text names.

A treaty is one of the library, by its id. A report is about it where one of its names stands in the
text, or where all its parties (four at most) are party to what is said of an agreement there.
"""

import re
from collections.abc import Collection, Iterable
from functools import cache

from foedus.api.states import actor_id
from foedus.api.who import keys_of
from foedus.law import library
from foedus.ledger import Ledger
from foedus.model.errors import InputError, LibraryError
from foedus.read.gazetteer import Form, Gazetteer

_FEW = 4  # parties of a treaty that is known by them: two states have few pacts, forty have many
_SHORTEST = 4  # letters of a name by which a treaty is known; shorter ones are words too
_TREATY_ID = re.compile(r"-\d{4}$")
_SPACE = re.compile(r"[\s–—-]+")


def followed(names: Iterable[str], ledger: Ledger) -> frozenset[str]:
    """The keys of those who are followed: ids of treaties and actors, names without an id.

    Raises InputError for a name that is no treaty's id, nobody's in the gazetteer and nobody's in
    the ledger, or that may be several.
    """
    treaties = {treaty.id for treaty in library().treaties}
    known = ledger.judgements()
    keys: set[str] = set()
    for name in names:
        if name in treaties:
            keys.add(name)
        else:
            found = _actor(name, ledger)
            keys |= {same for key in found for same in (key, *known.names_of(key))}
    return frozenset(keys)


def _actor(name: str, ledger: Ledger) -> tuple[str, ...]:
    """The keys of one actor: of the gazetteer, else of those whom the ledger has by name only."""
    gazetteer = Gazetteer.load()
    if gazetteer.person(name):
        return (name,)
    persons = {s.actor for s in gazetteer.lookup(name) if s.form is Form.PERSON}
    if len(persons) == 1:
        return tuple(persons)
    try:
        return (actor_id(name),)
    except InputError as error:
        if "may be" in str(error):
            raise
    if _TREATY_ID.search(name):
        try:
            library().get(name)
        except LibraryError as error:
            raise InputError(str(error)) from None
    surnames = {s.actor for s in gazetteer.lookup(name) if s.form is Form.SURNAME}
    if len(surnames) == 1:
        return tuple(surnames)
    held = {**ledger.speakers(), **ledger.actors()}
    does = "is in the gazetteer or in this ledger, and it is no treaty of the library"
    return keys_of(name, held, ledger.judgements(), does)


def treaties_named(text: str) -> set[str]:
    """The ids of the treaties of the library one of whose names stands in the text."""
    plain = _plain(text)
    return {id_ for id_, names in _names().items() if any(name in plain for name in names)}


def treaties_among(actors: Collection[str]) -> set[str]:
    """The ids of the treaties of few parties, all of which are among the actors."""
    return {
        treaty.id
        for treaty in library().treaties
        if 2 <= len(treaty.actors) <= _FEW and set(treaty.actors) <= set(actors)
    }


def parties_of(treaty: str) -> frozenset[str]:
    """The parties of a treaty of the library."""
    return frozenset(library().get(treaty).actors)


@cache
def _names() -> dict[str, tuple[str, ...]]:
    return {
        treaty.id: tuple(
            _plain(name) for name in (treaty.title, *treaty.also_called) if len(name) >= _SHORTEST
        )
        for treaty in library().treaties
    }


def _plain(text: str) -> str:
    """The words in lower case between single spaces, dashes as spaces: whole words can be found."""
    words = re.sub(r"[^\w\s]", " ", _SPACE.sub(" ", text.casefold()))
    return f" {' '.join(words.split())} "
