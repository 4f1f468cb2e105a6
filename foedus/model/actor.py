"""Actors: states, persons, organisations, blocs; where a text mentions them; who they are there.

State ids are ISO 3166-1 alpha-3 (former ISO codes for states that are gone, else the COW
abbreviation); other actors have gazetteer ids such as `org/nato`, `person/vladimir-putin`.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate

from foedus.model.document import Span


class ActorKind(StrEnum):
    """What sort of actor it is."""

    STATE = "state"
    PERSON = "person"
    ORGANISATION = "organisation"
    BLOC = "bloc"
    MEDIA = "media"
    GROUP = "group"
    UNKNOWN = "unknown"


class MentionForm(StrEnum):
    """How the text names the actor."""

    NAME = "name"
    SURNAME = "surname"
    DEMONYM = "demonym"
    METONYM = "metonym"
    TITLE = "title"
    ROLE = "role"
    PRONOUN = "pronoun"
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True)
class Affiliation:
    """An office or affiliation as the text gives it, where it gives it.

    `office` are the pieces of it that name an office ("Korea Chair"), `body` those that name what
    it is of ("the institute"); either may be missing, or in several pieces.
    """

    text: str
    span: Span
    office: tuple[Span, ...] = ()
    body: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the text names an actor. `entity` is the index into `Cast.entities`."""

    span: Span
    entity: int
    form: MentionForm


@dataclass(frozen=True, slots=True)
class Entity:
    """One actor of one text.

    `actor` is the gazetteer id where it is known, else None. `country` is the state (or bloc
    code such as IGO) that it belongs to, "" when unknown; `sector` a PLOVER sector (GOV, MIL,
    REB, ...), "" when unknown. `affiliations` are as this text gives them, never the gazetteer's.
    """

    name: str
    kind: ActorKind
    actor: str | None = None
    country: str = ""
    sector: str = ""
    affiliations: tuple[Affiliation, ...] = ()
    gender: str = ""


def _start(mention: Mention) -> int:
    return mention.span.start


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of one text and every mention of them, in order of place."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]

    # Found by halving, for a long text has thousands: in order of start, the furthest end so far.
    _by_start: tuple[Mention, ...] = field(init=False, repr=False, compare=False)
    _reach: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        ordered = tuple(sorted(self.mentions, key=_start))
        object.__setattr__(self, "_by_start", ordered)
        object.__setattr__(self, "_reach", tuple(accumulate((m.span.end for m in ordered), max)))

    def within(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that lie wholly within the span."""
        first = bisect_left(self._by_start, span.start, key=_start)
        last = bisect_right(self._by_start, span.end, key=_start)
        return tuple(m for m in self._by_start[first:last] if span.covers(m.span))

    def at(self, span: Span) -> Mention | None:
        """The mention that overlaps the span most (the longest of equals), if any."""
        first = bisect_right(self._reach, span.start)
        last = bisect_left(self._by_start, span.end, key=_start)
        hits = [m for m in self._by_start[first:last] if m.span.overlaps(span)]

        def fit(mention: Mention) -> tuple[int, int]:
            common = min(mention.span.end, span.end) - max(mention.span.start, span.start)
            return common, mention.span.end - mention.span.start

        return max(hits, key=fit, default=None)

    def entity_of(self, mention: Mention) -> Entity:
        return self.entities[mention.entity]
