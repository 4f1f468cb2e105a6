"""Actors: states, persons, organisations, blocs; where a text mentions them; who they are there.

State ids are ISO 3166-1 alpha-3 (former ISO codes for states that are gone, else the COW
abbreviation); other actors have gazetteer ids such as `org/nato`, `person/vladimir-putin`.
"""

from dataclasses import dataclass
from enum import StrEnum

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
    """An office or affiliation as the text gives it, where it gives it."""

    text: str
    span: Span


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


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of one text and every mention of them, in order of place."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]

    def within(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that lie wholly within the span."""
        return tuple(m for m in self.mentions if span.covers(m.span))

    def at(self, span: Span) -> Mention | None:
        """The mention that overlaps the span most (the longest of equals), if any."""
        hits = [m for m in self.mentions if m.span.overlaps(span)]

        def fit(mention: Mention) -> tuple[int, int]:
            common = min(mention.span.end, span.end) - max(mention.span.start, span.start)
            return common, mention.span.end - mention.span.start

        return max(hits, key=fit, default=None)

    def entity_of(self, mention: Mention) -> Entity:
        return self.entities[mention.entity]
