"""What the frames find in, events out: signings, visits, exchanges and measures with the type that
PLOVER gives them, as the main line alone would not tell them."""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.actor import Cast
from foedus.model.claim import Filler, Predicate
from foedus.model.event import EventType, Party, type_of
from foedus.read.events.told import Told
from foedus.read.events.types import is_closed
from foedus.read.frames.assemble import framed
from foedus.read.frames.draft import Draft
from foedus.read.frames.grammar import word
from foedus.read.frames.once import told_once
from foedus.read.frames.scene import Scene

_TRADING = frozenset({"buy", "sell", "purchase", "import", "export", "sale", "trade"})
_SIDES = frozenset({"source", "target", "place"})


def told_by_frames(scene: Scene) -> Iterator[Told]:
    """The events of the frames, in their order."""
    for draft in told_once(framed(scene)):
        traded = draft.predicate is Predicate.EXCHANGE and word(draft.trigger) in _TRADING
        kind = EventType.COOPERATE if traded else type_of(draft.predicate, _first_words(draft))
        if kind is None or draft.trigger.dep_ == "amod" or _closed(draft.trigger):
            continue  # "heavily sanctioned states"; what is asked for, claimed or denied
        sources = _parties(scene.cast, draft, "source")
        targets = _parties(scene.cast, draft, "target") or _hosts(scene.cast, draft)
        if sources or targets:
            others = tuple(role for role in draft.roles if role[0] not in _SIDES)
            yield Told(kind, draft.trigger, sources, targets, draft=draft, roles=others)


def _closed(trigger: Token) -> bool:
    return any(is_closed(token) for token in (trigger, *trigger.ancestors))


def _first_words(draft: Draft) -> dict[str, str]:
    return {role: filler.text for role, filler in reversed(draft.roles)}


def _parties(cast: Cast, draft: Draft, role: str) -> tuple[Party, ...]:
    """Those who fill the role, a state and who speaks for it ("leaders") once."""
    found: dict[tuple[str, str], Party] = {}
    for name, filler in draft.roles:
        party = _party(cast, filler) if name == role else None
        if party is not None:
            found.setdefault((party.code, party.text if not party.code else ""), party)
    return tuple(found.values())


def _hosts(cast: Cast, draft: Draft) -> tuple[Party, ...]:
    """The state that a visit goes to, where no host is named."""
    if draft.predicate is not Predicate.VISIT:
        return ()
    return tuple(party for party in _parties(cast, draft, "place") if party.code)


def _party(cast: Cast, filler: Filler) -> Party | None:
    entity = cast.entities[filler.entity] if filler.entity is not None else None
    state = filler.actor if filler.actor and "/" not in filler.actor else ""
    code = state or (entity.country if entity else "")
    if not code and entity is None:
        return None
    role = entity.sector if entity else ""
    return Party(filler.span, filler.text, code, role, filler.actor, entity.name if entity else "")
