"""Readings of an agreement in, one line on how they differ out, with what the text itself says."""

from collections.abc import Iterator

from foedus.model.claim import Mood, Predicate
from foedus.report.comparing.sides import Side, cited, side_of_told
from foedus.report.desk import Desk, sentence
from foedus.report.dossier import Told, plain
from foedus.report.items import Item
from foedus.report.naming import capitalised
from foedus.report.sections.instruments import Instrument
from foedus.report.sections.readings import TURNING, reading_words, readings


def differing_readings(desk: Desk, found: tuple[Instrument, ...]) -> Iterator[Item]:
    """Who reads the agreement how, where two or more do not read it alike; beside it its words."""
    held = [
        (holder.rstrip(","), told[0])
        for holder, told in readings(desk)
        if told[0].claim.voice or TURNING.search(reading_words(desk, told[0]))
    ]
    if len(held) < 2:
        return
    sides = [
        {**side_of_told(desk, told, reading_words(desk, told)), "holder": holder}
        for holder, told in held
    ]
    if len({plain(str(one["value"])) for one in sides}) < 2:
        return
    text = _text(desk, found)
    said = "; ".join(f"{capitalised(str(s['holder']))}: {s['value']}" for s in sides)
    lead = f"its text, as reported: “{text['value']}”; " if text else ""
    every = [text, *sides] if text else sides
    opposed = len({told.claim.negated or told.claim.mood is Mood.DENIED for _, told in held}) > 1
    yield Item(
        sentence(f"Read differently; {lead}{said}"),
        cited(every),
        {
            "kind": "reading",
            "reports": list(dict.fromkeys(str(one["report"]) for one in every)),
            "sides": every,
            "opposed": opposed,
        },
    )


def _text(desk: Desk, found: tuple[Instrument, ...]) -> Side | None:
    """What the text provides in the words of the first report that quotes it."""
    told = found[0].stage(Predicate.PROVISION) if found else ()
    quoted: Told | None = next((t for t in told if not t.claim.voice), None)
    if quoted is None:
        return None
    return side_of_told(desk, quoted, quoted.words(quoted.claim.filler("provision")))
