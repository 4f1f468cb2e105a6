"""The ties between the actors, for the picture: agreement, exchanges, visits."""

from foedus.model.claim import Mood, Predicate
from foedus.report.desk import Desk
from foedus.report.naming import listed
from foedus.report.pictures import Tie
from foedus.report.sections.exchanges import flows, party
from foedus.report.sections.instruments import KIND_WORDS, Instrument

ACTORS_SHOWN = 7


def ties(desk: Desk, found: tuple[Instrument, ...]) -> list[Tie]:
    """The agreement first, then exchanges, visits and other acts between known actors."""
    drawn: list[Tie] = []
    for instrument in found[:2]:
        if len(instrument.parties) == 2:
            first, second = (_short(desk.actor_name(p)) for p in instrument.parties)
            drawn.append(Tie(first, second, "agreement", _kind(instrument.title), mutual=True))
    for flow in flows(desk):
        if flow.giver and flow.receiver and flow.mood is not Mood.DENIED:
            label = listed(flow.goods[:3])
            drawn.append(
                Tie(_short(flow.giver), _short(flow.receiver), "exchange", label, not flow.solid)
            )
    for told in desk.dossier.of(Predicate.VISIT.value):
        source, target = party(desk, told.claim, "source"), party(desk, told.claim, "place")
        target = target or party(desk, told.claim, "target")
        if source and target and told.claim.mood is Mood.ASSERTED and not told.claim.negated:
            drawn.append(Tie(_short(source), _short(target), "visit", "visit"))
    return _few(list(dict.fromkeys(t for t in drawn if t.source != t.target)))


def _kind(title: str) -> str:
    words = title.lower().split()
    return next((word for word in words if word in KIND_WORDS), "agreement")


def _short(name: str) -> str:
    return name.removeprefix("the ")


def _few(drawn: list[Tie]) -> list[Tie]:
    """The ties among the first few actors: a picture of twenty says nothing."""
    names = list(dict.fromkeys(name for tie in drawn for name in (tie.source, tie.target)))
    kept = set(names[:ACTORS_SHOWN])
    return [tie for tie in drawn if {tie.source, tie.target} <= kept]
