"""A name as a user writes it in, the keys under which the ledger keeps that actor out.

The gazetteer knows every spelling of those whom it holds ("Moscow", "Kim Jong-un", a surname); of
the others the ledger has only the names that the reports give. Nobody is guessed: a name that may
be several is an error that lists them, and one that is nobody's an error that lists the nearest.
"""

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from itertools import takewhile

from foedus.ledger import Judgements
from foedus.ledger.keys import is_id
from foedus.model.errors import InputError
from foedus.read.gazetteer import Form, Gazetteer, Sense, normal

# Whole names, the surest first: "Georgia" is the state before it is a part of another one.
_WHOLE = (
    {Form.NAME, Form.PERSON},
    {Form.METONYM, Form.CAPITAL, Form.BODY, Form.FORCES},
    {Form.DEMONYM, Form.PLACE},
)
_SHORT = {Form.SURNAME, Form.DEMONYM, Form.OFFICE}
_COURTESY = frozenset("mr mrs ms miss dr sir lady lord prof professor".split())
_PARTICLES = frozenset("van von der den de del della di da dos bin ibn al el la le of for".split())
_NEAR = 0.6  # of difflib's ratio: one wrong letter in a short surname, two in a long one
_LISTED = 8


def keys_of(name: str, held: Mapping[str, str], known: Judgements, does: str) -> tuple[str, ...]:
    """The keys of the one actor whom `name` means among those held (key to a name as given).

    A whole name or an id comes before a part of one; a surname will do where one alone bears it.
    `does` completes an error's sentence: "nobody called 'Smith' ...". Raises InputError where
    several may be meant, or nobody is.
    """
    gazetteer = Gazetteer.load()
    wanted = normal(name)
    words = wanted.split()
    if len(words) > 1 and words[0] in _COURTESY:
        wanted = " ".join(words[1:])
    exact = {key for key in held if wanted and wanted in (normal(key), normal(held[key]))}
    exact |= {key for key in known.names_of(name) | known.names_of(wanted) if key in held}
    senses = gazetteer.lookup(wanted)
    whole = exact | _whole(senses, held, gazetteer)
    alone = all(key == wanted and " " not in key for key in whole)  # "Smith", as the reports say
    parts = _parts(wanted, senses, held) - exact if alone else set()
    found = whole | parts
    meant = {known.identity.get(key, key) for key in (parts or filter(is_id, whole))}
    if len(meant) > 1:
        listed = sorted(f"{called(key, held.get(key, key))} ({key})" for key in meant)
        raise InputError(f"'{name}' may be {' or '.join(listed)}; name one of them")
    if not found:
        raise InputError(f"nobody called '{name}' {does}; {_nearest(wanted, held)}")
    return tuple(sorted(found))


def called(key: str, given: str) -> str:
    """The name of whoever has this key: as given where that is a whole name, else the gazetteer's.

    "Kim Jong Un" and "the White House" stay; "he", "Mr Kim" and "the North" become names.
    """
    gazetteer = Gazetteer.load()
    known = gazetteer.person(key) or gazetteer.record(key)
    names = (s for s in gazetteer.lookup(given) if s.actor == key and s.form not in _SHORT)
    several = " and " in given  # two who speak together stand under the id of one
    return known.name if known and not several and not any(names) else given


def capitals() -> dict[str, str]:
    """Each capital to its state: a visit to the one is a visit to the other."""
    records = Gazetteer.load().records.values()
    return {r.capital.casefold(): r.id for r in records if r.capital and not r.until}


def _whole(senses: Iterable[Sense], held: Mapping[str, str], gazetteer: Gazetteer) -> set[str]:
    """Those held who bear the whole name, in the surest way; of states rather one that stands."""
    for forms in _WHOLE:
        found = [sense for sense in senses if sense.form in forms and sense.actor in held]
        standing = {s.actor for s in found if not gazetteer.records[s.record].until}
        if found:
            return standing or {sense.actor for sense in found}
    return set()


def _parts(wanted: str, senses: Iterable[Sense], held: Mapping[str, str]) -> set[str]:
    """Those held whose surname it is, or in whose name as the reports give it the words stand."""
    found = {s.actor for s in senses if s.form is Form.SURNAME and s.actor in held}
    for key, given in held.items():
        name = f" {_full_name(given)} "
        one = not is_id(key) and " and " not in given  # of those who speak together each is held
        if wanted and one and f" {wanted} " in name and " " in name.strip():
            found.add(key)
    return found


def _full_name(given: str) -> str:
    """The name that the words begin with: "Ada Vole a lawyer" is "ada vole".

    Of "Vole and Lund sign" it is "vole", which is nobody's full name.
    """
    words = given.replace(",", " , ").split()
    name = list(takewhile(lambda word: word[0].isupper() or word in _PARTICLES, words))
    while name and name[-1] in _PARTICLES:
        name.pop()
    return normal(" ".join(name))


def _nearest(wanted: str, held: Mapping[str, str]) -> str:
    """The names held that are most like it; some of those held where none is."""
    names = sorted({name for key in held if not (name := called(key, held[key])).islower()})
    if not names:
        return "it holds nobody yet: read a report first"
    like = {name: _likeness(wanted, normal(name)) for name in names}
    near = [name for name in sorted(names, key=lambda name: -like[name]) if like[name] >= _NEAR]
    if near:
        return f"nearest: {', '.join(near[:3])}"
    more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    return f"there are {', '.join(names[:_LISTED])}{more}"


def _likeness(wanted: str, name: str) -> float:
    """How like the name, or its likest word, is."""
    return max(SequenceMatcher(None, wanted, part).ratio() for part in (name, *name.split()))
