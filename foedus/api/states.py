"""A name as a user writes it in, the id of a state or the name of a place out; never a guess."""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache

from foedus.law.places import place_of, places
from foedus.model.actor import ActorKind
from foedus.model.errors import InputError
from foedus.read.gazetteer import Form, Gazetteer, Sense, normal

# the surest first: "Georgia" is the state before it is a part of another one
_FORMS = ({Form.NAME}, {Form.METONYM, Form.CAPITAL}, {Form.DEMONYM, Form.PLACE})
_NEAR = 3
_CODE = 3  # letters of a code


def actor_id(name: str) -> str:
    """The id of the state, bloc or group with this id or name, whatever its case.

    Raises InputError, which lists the nearest names, where there is none; and where it may be
    several, which lists them.
    """
    if not name.strip():
        raise InputError("the name of a state is empty; give a name or a code, as RUS")
    gazetteer = Gazetteer.load()
    for key in (name, name.upper()):
        if is_known(key):
            return key
    senses = [sense for sense in gazetteer.lookup(name) if sense.actor in gazetteer.records]
    for forms in _FORMS:
        found = _meant(name, (sense for sense in senses if sense.form in forms))
        if len(found) > 1:
            listed = " or ".join(f"{gazetteer.records[one].name} ({one})" for one in sorted(found))
            raise InputError(f"'{name}' may be {listed}; name one of them")
        if found:
            return found.pop()
    raise InputError(f"no state or group '{name}'{_nearest(name)}; give a name or a code, as RUS")


def is_known(key: str) -> bool:
    """Whether it is the id of an actor: of the gazetteer, or a number that COW gives."""
    return key in Gazetteer.load().records or key.startswith("cow/")


def _meant(name: str, senses: Iterable[Sense]) -> set[str]:
    """Of those so called, the one that is called just so; else those that still stand."""
    records = Gazetteer.load().records
    found = {sense.actor for sense in senses}
    just_so = {one for one in found if normal(records[one].name) == normal(name)}
    standing = {one for one in found if not records[one].until}
    return just_so or standing or found


def _nearest(name: str) -> str:
    names = _names_of_states()
    close = get_close_matches(normal(name), list(names), n=_NEAR, cutoff=0.6)
    if len(name) <= _CODE:
        close += [n for n in get_close_matches(name.lower(), _codes(), n=1) if n not in close]
    told = dict.fromkeys(f"{names[n]} ({n.upper()})" if n in _codes() else names[n] for n in close)
    return f". Did you mean {' or '.join(told)}?" if told else ""


@cache
def _names_of_states() -> dict[str, str]:
    """Plain names, and codes in small letters, with the names as they are written."""
    states = [r for r in Gazetteer.load().records.values() if r.kind is ActorKind.STATE]
    return {normal(r.name): r.name for r in states} | {r.id.lower(): r.name for r in states}


@cache
def _codes() -> list[str]:
    return [name for name in _names_of_states() if len(name) == _CODE]


def place_named(name: str) -> tuple[str, str]:
    """The place as the library calls it, and what has to be said of it.

    A place that is in no record is no error: it stays as it is, and the remark says so.
    """
    held = place_of(name)
    if held:
        return held.names[0], ""
    begun = {p.names[0] for p in places().values() for n in p.names if _begins(n, name)}
    if len(begun) == 1:
        return begun.pop(), ""
    known = [n for place in places().values() for n in place.names]
    close = get_close_matches(name, [*begun, *known], n=_NEAR, cutoff=0.5)
    near = f" The nearest: {', '.join(dict.fromkeys(close))}." if close else ""
    return name, (
        f"“{name}” is in no record of places: where a clause asks where it is, nothing is known."
        f"{near}"
    )


def _begins(name: str, wanted: str) -> bool:
    """Whether the place is called so and something more: "Senkaku" of "Senkaku Islands"."""
    return normal(name).startswith(f"{normal(wanted)} ") and bool(normal(wanted))
