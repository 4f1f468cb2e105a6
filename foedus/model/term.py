"""Open terms and places as data: a word that can be read in more than one way; where things lie.

Field order here is the order in the files.
"""

from dataclasses import dataclass

from foedus.model.treaty import PartialDate
from foedus.model.treaty_words import RecordStatus


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a reading, as a source that was seen says, and which text the holder had seen."""

    who: str
    status: RecordStatus
    treaty: str = ""
    since: PartialDate | None = None
    seen: str = ""
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class TermReading:
    """One way to read a term. Under it the term is met where all facts in `needs` hold.

    The facts are those that `reason.facts` derives from a scenario ("by-a-state", "declared"), or
    contested ones. Without `needs` it is met by whatever sets the clause in motion. `defined_by`
    are the treaties whose own text fixes this reading: under these no other one is open.
    """

    id: str
    summary: str
    needs: tuple[str, ...] = ()
    defined_by: tuple[str, ...] = ()
    holders: tuple[Holder, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A word of many treaties, with its rival readings.

    `merges` are other spellings that treaties use for the same word. A term whose readings all
    leave the duty standing (`decides` false) bears on how much is owed, and not on whether.
    """

    id: str
    question: str
    decides: bool = True
    merges: tuple[str, ...] = ()
    note: str = ""
    readings: tuple[TermReading, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """That an actor holds a place in some way, from a day to a day; both may be open."""

    actor: str
    since: PartialDate | None = None
    until: PartialDate | None = None
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A named place: whose it is, by whom held and claimed, which treaty areas it lies in.

    `recognised` is by the general run of states; `facts` are what else a reading may turn on
    ("border-not-delimited").
    """

    id: str
    names: tuple[str, ...]
    status: RecordStatus
    latitude: str = ""
    longitude: str = ""
    within: str = ""
    areas: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    source: str = ""
    note: str = ""
    recognised: tuple[Held, ...] = ()
    controlled: tuple[Held, ...] = ()
    administered: tuple[Held, ...] = ()
    claimed: tuple[Held, ...] = ()
