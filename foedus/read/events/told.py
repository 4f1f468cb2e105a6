"""What a word tells, before voice, mood and time are read."""

from dataclasses import dataclass

from spacy.tokens import Token

from foedus.model.event import EventType, Party
from foedus.read.frames.draft import Draft, Role


@dataclass(frozen=True, slots=True)
class Told:
    """An event as first found: the type, whose deed, on whom it falls.

    `seen` is the verb that shows how it is put, where that is not the trigger: of "the raid may
    begin" it is "begin". `draft` is what a frame found of the same, where one did: it knows more of
    mood. `roles` are what else is told: goods, a price, an instrument.
    """

    type: EventType
    trigger: Token
    sources: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    statement_root: str = ""
    draft: Draft | None = None
    seen: Token | None = None
    roles: tuple[Role, ...] = ()
