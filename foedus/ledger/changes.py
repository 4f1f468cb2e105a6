"""Two states of a ledger in, what changed between them out, whatever the order of reading.

Facts are matched over time by the claims that they share, then by their key: a fact whose key
gained a date, or that took up another, is the same fact.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from foedus.ledger.facts import Status
from foedus.ledger.origins import independent
from foedus.ledger.snapshots import KeptFact, KeptPrediction, KeptVoice, Snapshot
from foedus.model.change import Change, ChangeKind

_BECAME = {
    Status.CONTESTED: ChangeKind.BECAME_CONTESTED,
    Status.SETTLED: ChangeKind.BECAME_SETTLED,
    Status.SINGLE_VOICED: ChangeKind.BECAME_SINGLE_VOICED,
}
_DAYS = r"(?:None|\d{4}-\d\d-\d\d)\.\.(?:None|\d{4}-\d\d-\d\d)"
# "exchange actual ARC > BOR @ oslo 2024-06-01..2024-06-30 #0123456789ab" (see `facts`)
_KEY = re.compile(
    rf"(?P<base>.*?)(?: @ (?P<place>.*?))?(?: (?P<days>{_DAYS}))?(?: #[0-9a-f]{{12}})?", re.DOTALL
)
_ORDER = list(ChangeKind)
Pair = tuple[tuple[str, str], str]


def changes(
    before: Snapshot,
    after: Snapshot,
    origin: Mapping[str, str],
    same: Mapping[str, str] | None = None,
) -> tuple[Change, ...]:
    """Every change from the one state to the other, by kind in the order of `ChangeKind`.

    `origin` leads each document of both states to its independent origin as now known, `same` a
    name to the one that stands for it.
    """
    pairs = matched(before, after)
    kept = {old.key for _, olds in pairs for old in olds}
    heard = _Heard(before, after, origin, same or {})
    found = [
        *_documents(before, after),
        *(change for fact, olds in pairs for change in _fact(fact, olds, heard)),
        *(
            Change(ChangeKind.GONE, old.key, old.claims, _fact_row(old), None)
            for old in before.facts
            if old.key not in kept and not any(claim in after.claims for claim in old.claims)
        ),
        *_predictions(before, after),
    ]
    return tuple(sorted(found, key=lambda one: (_ORDER.index(one.kind), one.about, one.claims)))


# Facts over time ----------------------------------------------------------------------------


def matched(before: Snapshot, after: Snapshot) -> list[tuple[KeptFact, tuple[KeptFact, ...]]]:
    """Each fact of the later state with those of the earlier that it is, the likest first."""
    olds = sorted(before.facts, key=lambda fact: fact.key)
    by_claim: dict[str, list[KeptFact]] = defaultdict(list)
    for old in olds:
        for claim in old.claims:
            by_claim[claim].append(old)
    found = {fact.key: _sharing(fact, by_claim) for fact in after.facts}
    for alike in (_same_key, _same_but_for_time):
        taken = {old.key for given in found.values() for old in given}
        left = [old for old in olds if old.key not in taken]
        alone = [fact for fact in after.facts if not found[fact.key]]
        found |= dict(alike(left, alone, before, after))
    return [(fact, found[fact.key]) for fact in after.facts]


def _sharing(fact: KeptFact, by_claim: Mapping[str, list[KeptFact]]) -> tuple[KeptFact, ...]:
    """The facts that share claims with it; where some are about the same, only those.

    A claim about several goods stands in a fact of each.
    """
    shared = Counter(old.key for claim in fact.claims for old in by_claim.get(claim, ()))
    olds = {old.key: old for claim in fact.claims for old in by_claim.get(claim, ())}
    same = [old for old in olds.values() if _base(old.key) == _base(fact.key)]
    likest = sorted(
        same or olds.values(), key=lambda old: (-shared[old.key], old.key != fact.key, old.key)
    )
    return tuple(likest)


def _same_key(
    left: list[KeptFact], alone: list[KeptFact], _before: Snapshot, _after: Snapshot
) -> Iterator[tuple[str, tuple[KeptFact, ...]]]:
    """Those told anew in other claims: by another run, or by others once the first are gone."""
    by_key = {old.key: old for old in left}
    return ((fact.key, (by_key[fact.key],)) for fact in alone if fact.key in by_key)


def _same_but_for_time(
    left: list[KeptFact], alone: list[KeptFact], before: Snapshot, after: Snapshot
) -> Iterator[tuple[str, tuple[KeptFact, ...]]]:
    """Those that another run of the same documents reads with another place or time.

    Only where just one can be meant, and nothing in place and time clashes.
    """
    for fact in alone:
        olds = [old for old in left if _base(old.key) == _base(fact.key)]
        news = [one for one in alone if _base(one.key) == _base(fact.key)]
        where = {after.claims[claim].document for claim in fact.claims}
        if len(olds) == len(news) == 1 and _fit(olds[0].key, fact.key):
            (old,) = olds
            if where & {before.claims[claim].document for claim in old.claims}:
                yield fact.key, (old,)


def _parts(key: str) -> tuple[str, str, str]:
    """The key without place and time; its place; its days."""
    found = _KEY.fullmatch(key)
    return (found["base"], found["place"] or "", found["days"] or "") if found else (key, "", "")


def _base(key: str) -> str:
    return _parts(key)[0]


def _fit(key: str, other: str) -> bool:
    """Whether one of the two leaves open what the other says of place and time, or says it too."""
    sides = zip(_parts(key)[1:], _parts(other)[1:], strict=True)
    return all(one == two or not (one and two) for one, two in sides)


# What became of them ------------------------------------------------------------------------


class _Heard:
    """Who is heard in a fact, before and after, counted by what is now known of origins."""

    def __init__(
        self, before: Snapshot, after: Snapshot, origin: Mapping[str, str], same: Mapping[str, str]
    ) -> None:
        self._places = {**before.claims, **after.claims}
        self.current = after.claims.keys()
        self._origin = origin
        self._same = same

    def pairs(self, voices: Iterable[KeptVoice], stance: str) -> dict[Pair, list[KeptVoice]]:
        """The voices of one stance by speaker and origin, as `independent` counts them."""
        found: dict[Pair, list[KeptVoice]] = defaultdict(list)
        for voice in voices:
            if voice.stance == stance:
                for pair in {self._pair(voice, claim) for claim in voice.claims}:
                    found[pair].append(voice)
        return dict(sorted(found.items()))

    def _pair(self, voice: KeptVoice, claim: str) -> Pair:
        document = self._places[claim].document
        origin = self._origin.get(document, document)
        who = self._same.get(voice.who, voice.who)
        return (("voice", who) if who else ("document", origin), origin)


def _fact(fact: KeptFact, olds: tuple[KeptFact, ...], heard: _Heard) -> Iterator[Change]:
    if not olds:
        yield Change(ChangeKind.NEW_FACT, fact.key, fact.claims, None, _fact_row(fact))
        return
    if fact.status not in {old.status for old in olds}:
        kind, was = _BECAME[fact.status], _fact_row(olds[0])
        yield Change(kind, fact.key, fact.claims, was, _fact_row(fact))
    for stance in ("for", "against", "unsure"):
        then = heard.pairs((voice for old in olds for voice in old.voices), stance)
        now = heard.pairs(fact.voices, stance)
        yield from _new_voices(fact, then, now)
        yield from _lost_voices(fact, then, now, heard)


def _new_voices(
    fact: KeptFact, then: Mapping[Pair, list[KeptVoice]], now: Mapping[Pair, list[KeptVoice]]
) -> Iterator[Change]:
    """Voices that raise the count of independent ones: a reprint, or a second quotation of the
    same speaker, does not."""
    known = list(then)
    for pair in (pair for pair in now if pair not in then):
        count = independent(known)
        known.append(pair)
        if independent(known) > count:
            voice = now[pair][0]
            claims = tuple(sorted({claim for one in now[pair] for claim in one.claims}))
            row = {**_fact_row(fact), "voice": voice.name, "stance": voice.stance}
            yield Change(ChangeKind.NEW_VOICE, fact.key, claims, None, row)


def _lost_voices(
    fact: KeptFact,
    then: Mapping[Pair, list[KeptVoice]],
    now: Mapping[Pair, list[KeptVoice]],
    heard: _Heard,
) -> Iterator[Change]:
    """Voices of which no claim counts any more."""
    for pair in (pair for pair in then if pair not in now):
        claims = tuple(sorted({claim for one in then[pair] for claim in one.claims}))
        if not any(claim in heard.current for claim in claims):
            voice = then[pair][0]
            was = {"key": fact.key, "voice": voice.name, "stance": voice.stance}
            yield Change(ChangeKind.GONE, fact.key, claims, was, _fact_row(fact))


def _fact_row(fact: KeptFact) -> dict[str, Any]:
    return {
        "key": fact.key,
        "status": fact.status.value,
        "independent": fact.independent,
        "differences": [[kind, list(values)] for kind, values in fact.differences],
    }


def _documents(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    for id_ in after.documents:
        if id_ not in before.documents:
            yield Change(ChangeKind.NEW_DOCUMENT, id_, (), None, {"document": id_})
    for id_ in before.documents:
        if id_ not in after.documents:
            yield Change(ChangeKind.GONE, id_, (), {"document": id_}, None)


# Predictions --------------------------------------------------------------------------------


def _predictions(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    for one in after.predictions:
        olds = [old for old in before.predictions if _tells_same(old, one, before, after)]
        outcomes = {old.outcome for old in olds}
        was = _prediction_row(olds[0]) if olds else None
        told = (one.claims[0], one.claims, was, _prediction_row(one))
        if one.outcome and one.outcome not in outcomes:
            yield Change(ChangeKind.PREDICTION_RESOLVED, *told)
        elif not one.outcome and outcomes - {None}:
            yield Change(ChangeKind.GONE, *told)
        due = _is_due(one, after) and not any(_is_due(old, before) for old in olds)
        if due and not one.outcome:
            yield Change(ChangeKind.PREDICTION_DUE, *told)


def _tells_same(
    old: KeptPrediction, one: KeptPrediction, before: Snapshot, after: Snapshot
) -> bool:
    """Whether they share a claim, or a passage that another run read anew."""
    if set(old.claims) & set(one.claims):
        return True
    return bool({before.claims[c] for c in old.claims} & {after.claims[c] for c in one.claims})


def _is_due(one: KeptPrediction, state: Snapshot) -> bool:
    """Whether the last day of its horizon has passed."""
    return one.until is not None and one.until < state.day


def _prediction_row(one: KeptPrediction) -> dict[str, Any]:
    return {
        "until": one.until.isoformat() if one.until else None,
        "outcome": one.outcome.value if one.outcome else None,
    }
