"""Open terms as data: TOML files in, checked terms with their rival readings out.

A term is found by its id or by any spelling that it merges. Which facts a reading may need is
closed: `FACTS`, each with what it says and what holds where nobody has said anything of it.
"""

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from foedus.law.check import ADDRESS, TERM_ID, TREATY_ID
from foedus.law.decode import Place, nearest
from foedus.law.record import called, check_id, files_of, read_record, read_text
from foedus.model.errors import LibraryError
from foedus.model.term import Holder, Term, TermReading
from foedus.model.treaty_words import RecordStatus

FOLDER = Path(__file__).resolve().parents[1] / "data" / "terms"

FACTS: Mapping[str, str] = MappingProxyType(
    {
        # Who attacks, and as what
        "by-a-state": "a state does it, not a group or a rebellion",
        "by-a-state-or-found": "a state does it, or the treaty's organ has found that it counts",
        "from-outside": "it comes from beyond the victim's own land; no coup, no rebellion alone",
        "attacker-great-power": "the attacker is a great power of its day",
        "attacker-european": "the attacker is a Power of Europe",
        "attacker-named": "the attacker is one that the treaty names for this clause",
        "attacker-allied": "the attacker is named, or bound to a named state by treaty",
        "attacker-beside": "the attacker is named, or a named state fights beside it",
        "arbitration-treaty": "a treaty of general arbitration binds bearer and attacker",
        "arbitration-or-inquiry": "such a treaty, or one of inquiry before war, binds them",
        "attacker-no-ally": "the attacker is no ally of the bearer under another treaty",
        # What is done
        "grave": "no mere incident; false where the means are a clash, cyber or such, unless found",
        "by-force": "force of arms is used or threatened; false where the means are none of arms",
        "military-target": "what is hit is military or land; false for coast guard or civil craft",
        "on-forces": "aimed at forces, vessels or aircraft, not at land",
        "unprovoked": "the victim did not provoke it; assumed until contested",
        "not-self-defence": "the attacker does not act in lawful self-defence; so assumed",
        "imminent": "an attack has begun, or the threat as put says that one is about to come",
        "general-mobilisation": "the mobilisation is not said to be partial",
        "supporter-fights": "the state named as supporter has itself joined in arms",
        "supporter-helps": "the state named as supporter helps the attacker, in arms or not",
        # Where
        "on-territory": "the place lies in land recognised as the victim's",
        "border-delimited": "the place lies on no border that is not delimited",
        "metropolitan": "the place is no overseas possession of the victim",
        "administered": "the victim administers the place",
        "controlled": "the victim holds the place in fact on that day",
        "in-area": "the place lies in the treaty's area beyond doubt (no fact `area-doubtful`)",
        # What else has happened
        "declared": "a declaration of war stands between attacker and victim",
        "organ-found": "the treaty's organ, or the parties together, have found that it counts",
        "requested": "the victim has asked the bearer or the treaty's organ",
        "others-act": "all the other guarantors act",
        "on-a-party": "the victim is a party to the treaty",
        "bearer-aligned": "the bearer follows no policy of neutrality",
        "begun-in-force": "it began on or after the day on which the treaty entered into force",
        "war-continues": "it still goes on on the day asked about",
    }
)

# What holds of a fact of which a scenario says nothing. One that is not here is open.
UNTOLD: Mapping[str, bool] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                "by-a-state", "by-a-state-or-found", "from-outside", "attacker-no-ally", "grave",
                "by-force", "military-target", "unprovoked", "not-self-defence", "imminent",
                "general-mobilisation", "on-territory", "border-delimited", "metropolitan",
                "administered", "controlled", "in-area", "on-a-party", "begun-in-force",
                "war-continues", "bearer-aligned",
            ),
            True,
        ),
        **dict.fromkeys(
            (
                "on-forces", "declared", "organ-found", "requested", "supporter-fights",
                "supporter-helps", "arbitration-treaty", "arbitration-or-inquiry",
            ),
            False,
        ),
    }
)  # fmt: skip


def terms(folder: Path = FOLDER) -> Mapping[str, Term]:
    """All terms of a folder (default: those that foedus ships) by id, loaded once and checked."""
    return _loaded(folder)[0]


def term_of(word: str, folder: Path = FOLDER) -> Term | None:
    """The term that a treaty's word stands for: by id or by a spelling that the term merges."""
    held, spelled = _loaded(folder)
    return held.get(spelled.get(word, ""))


@cache
def _loaded(folder: Path) -> tuple[Mapping[str, Term], Mapping[str, str]]:
    """The terms of a folder by id, and every spelling with the id of its term."""
    held = {term.id: term for term in map(load_term, files_of(folder))}
    return MappingProxyType(held), MappingProxyType(_spellings(folder, held.values()))


def open_readings(term: Term, treaty: str) -> tuple[TermReading, ...]:
    """The readings that are open under one treaty: all, or those that its own text fixes."""
    fixed = tuple(reading for reading in term.readings if treaty in reading.defined_by)
    return fixed or term.readings


def load_term(path: Path) -> Term:
    """The term of one file, which must be named `<id>.toml`."""
    term = read_term(read_text(path), called(path))
    check_id(term.id, path)
    return term


def read_term(text: str, name: str) -> Term:
    """The term that the TOML `text` records. Raises LibraryError with file, place and field."""
    term: Term = read_record(Term, text, name)
    _check_term(term, Place(name))
    return term


def _spellings(folder: Path, held: Collection[Term]) -> dict[str, str]:
    """Every spelling with the id of its term; none may stand for two."""
    found: dict[str, str] = {term.id: term.id for term in held}
    for term in held:
        for word in term.merges:
            if word in found:
                place = Place(f"{folder.name}/{term.id}.toml")
                raise place.fail(
                    f"`merges` claims '{word}', which stands for {found[word]} already"
                )
            found[word] = term.id
    return found


def _check_term(term: Term, place: Place) -> None:
    for word in (term.id, *term.merges):
        if not TERM_ID.fullmatch(word):
            raise place.fail(f"'{word}' is no term; it must be written like armed_attack")
    if not 2 <= len(term.readings) <= 4:
        raise place.fail(f"`readings` has {len(term.readings)}; an open term has two to four")
    seen: set[str] = set()
    for reading in term.readings:
        within = Place(place.file, f"reading {reading.id}")
        if reading.id in seen:
            raise within.fail("`id` is used twice; every reading needs its own")
        seen.add(reading.id)
        _check_reading(reading, within)
    if term.decides and not any(reading.needs for reading in term.readings):
        raise place.fail("`decides` is true, but no reading `needs` anything; set it to false")
    if not term.decides and any(reading.needs for reading in term.readings):
        raise place.fail("`decides` is false, so no reading may have `needs`")


def _check_reading(reading: TermReading, place: Place) -> None:
    for fact in reading.needs:
        if fact not in FACTS:
            raise place.fail(f"`needs` has no fact '{fact}'{nearest(fact, list(FACTS))}")
    for treaty in reading.defined_by:
        if not TREATY_ID.fullmatch(treaty):
            raise place.fail(f"`defined_by` has '{treaty}'; it must be written like nato-1949")
    for holder in reading.holders:
        _check_holder(holder, place)


def _check_holder(holder: Holder, place: Place) -> None:
    """Nobody is said to hold a reading without a source that was seen."""
    if holder.status is not RecordStatus.VERIFIED or not holder.source:
        problem = f"holder '{holder.who}' needs status verified and a `source`, or leave it out"
        raise LibraryError(f"{place.file}, {place.within}: {problem}")
    if not ADDRESS.fullmatch(holder.source):
        raise place.fail(f"`source` '{holder.source}' is not a full address")
