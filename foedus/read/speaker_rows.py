"""A statement and its cast in, a row that tells who speaks out: name, office, body, own words."""

from collections.abc import Callable, Iterable
from typing import Any

from foedus.model.actor import Cast, Entity
from foedus.model.document import Span
from foedus.model.statement import Statement

Places = Callable[[Iterable[Span]], list[list[int]]]


def speaker_row(statement: Statement, cast: Cast, text: str, places: Places) -> dict[str, Any]:
    """The speaker: `name`, `actor` (a gazetteer id), `kind`, `office`, `affiliation`, `said_as`.

    The last three are places in the document, as `places` gives them for spans of `text`; an
    office and an affiliation stand where the text first gives them. `said_as` is the whole phrase
    of a speaker without a name. Several at once are told under `joint`; `anonymous` is told where
    it is so. What is not known is null or empty.
    """
    entity = None if statement.entity is None else cast.entities[statement.entity]
    joint = [cast.entities[number] for number in statement.joint]
    said = statement.phrase or statement.speaker
    given = entity.affiliations if entity else ()
    row: dict[str, Any] = {
        "name": entity.name if entity else _names(joint) or _words(statement.speaker, text),
        "actor": entity.actor if entity else None,
        "kind": statement.speaker_kind.value,
        "office": places(span for one in given for span in one.office),
        "affiliation": places(span for one in given for span in one.body),
        "said_as": places(said),
    }
    if joint:
        row["joint"] = [{"name": one.name, "actor": one.actor} for one in joint]
    if statement.anonymous:
        row["anonymous"] = True
    return row


def _names(entities: list[Entity]) -> str:
    names = [one.name for one in entities]
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def _words(spans: Iterable[Span], text: str) -> str | None:
    """The name, where the text has one, or the noun phrase: it comes first of the spans."""
    return next((span.of(text) for span in spans), None)
