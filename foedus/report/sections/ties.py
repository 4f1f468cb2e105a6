"""The ties between the actors, for the picture: agreement, exchanges, visits."""

from foedus.model.claim import Mood, Predicate
from foedus.report.desk import Desk
from foedus.report.pictures import Tie
from foedus.report.sections.flows import flows, party
from foedus.report.sections.instruments import KIND_WORDS, Instrument

ACTORS_SHOWN = 7


def ties(desk: Desk, found: tuple[Instrument, ...]) -> list[Tie]:
    """The agreement first, then exchanges, visits and other acts between known actors."""
    drawn: list[Tie] = []
    for instrument in found[:2]:
        if len(instrument.parties) == 2:
            first, second = (_short(desk.actor_name(p)) for p in instrument.parties)
            drawn.append(Tie(first, second, "agreement", _kind(instrument.title), mutual=True))
    drawn += _exchanges(desk)
    for told in desk.dossier.of(Predicate.VISIT.value):
        source, target = party(desk, told.claim, "source"), party(desk, told.claim, "place")
        target = target or party(desk, told.claim, "target")
        if source and target and told.claim.mood is Mood.ASSERTED and not told.claim.negated:
            drawn.append(Tie(_short(source), _short(target), "visit", "visit"))
    return _few(list(dict.fromkeys(t for t in drawn if t.source != t.target)))


def _exchanges(desk: Desk) -> list[Tie]:
    """One arrow a direction for what is told as fact, one dashed for what is only said or meant."""
    merged: dict[tuple[str, str, bool], list[str]] = {}
    for flow in flows(desk):
        if flow.giver and flow.receiver and flow.mood is not Mood.DENIED:
            solid = flow.solid and not flow.voice
            key = (_short(flow.giver), _short(flow.receiver), solid)
            merged.setdefault(key, []).extend(flow.goods)
    return [
        Tie(giver, receiver, "exchange", _label(goods), doubtful=not solid)
        for (giver, receiver, solid), goods in merged.items()
    ]


def _label(goods: list[str]) -> str:
    """The first goods, and how many more."""
    words = list(dict.fromkeys(goods))
    more = f" +{len(words) - 2}" if len(words) > 3 else ""
    return ", ".join(words[: 2 if more else 3]) + more


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
