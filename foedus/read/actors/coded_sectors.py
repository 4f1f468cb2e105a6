"""A string that names no person in; the PLOVER sector of its words or of a body in it out."""

from foedus.model.actor import ActorKind
from foedus.read.actors.coded import SPLIT
from foedus.read.actors.lexicon import name_lists, sector_words
from foedus.read.actors.listed import listed_bodies
from foedus.read.actors.scan import Hit
from foedus.read.actors.sectors import sector_of
from foedus.read.gazetteer import Form, Gazetteer, normal


def coded_sector(gazetteer: Gazetteer, text: str, hits: list[Hit]) -> str:
    """The sector of the words; where they say little, that of a body they name."""
    said = sector_of(_unnamed(text, hits))
    bodies = []
    for hit in hits:
        sense = hit.senses[0]
        record = gazetteer.record(sense.record)
        own = record is not None and record.kind is not ActorKind.STATE
        if sense.form in (Form.BODY, Form.FORCES) or (own and sense.form is Form.NAME):
            bodies.append((hit, sense.sector))
    for start, end, sector in listed_bodies(text):
        bodies.append((Hit(start, end, ()), sector))
    if not bodies:
        return said
    hit, sector = bodies[0]
    cut = SPLIT.search(text)
    head = text[: cut.start()] if cut else text
    last = head.split()[-1].casefold() if head.split() else ""
    if sector == "IGO" and said:
        return said
    if sector and (not said or last in sector_words().open_heads or hit.end >= len(head.rstrip())):
        former = any(word in sector_words().former for word in text[: hit.start].casefold().split())
        return "ELI" if former and sector in ("GOV", "LEG") else sector
    return said


def _unnamed(text: str, hits: list[Hit]) -> str:
    """The string without the names of places, whose words say nothing of a sector."""
    for hit in reversed(hits):
        if (
            hit.senses[0].form in (Form.PLACE, Form.CAPITAL, Form.NAME)
            and " " in text[hit.start : hit.end]
        ):
            text = text[: hit.start] + "Place" + text[hit.end :]
    return text


def coded_people(text: str, hits: list[Hit]) -> str:
    """CVL for a people and nothing more: "Palestinians of the south"."""
    cut = SPLIT.search(text)
    head = text[: cut.start()] if cut else text
    last = head.split()[-1] if head.split() else ""
    if name_lists().get(normal(last), ("", "", ""))[1] == "people":
        return "CVL"
    demonym = any(
        hit.senses[0].form is Form.DEMONYM and hit.end == len(head.rstrip()) for hit in hits
    )
    return "CVL" if demonym and last.endswith("s") else ""
