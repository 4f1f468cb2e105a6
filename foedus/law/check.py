"""What the fields of one treaty must mean together; the first contradiction raises LibraryError."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from foedus.law.decode import Place, nearest
from foedus.model.treaty import Clause, Condition, DatedFact, Party, Treaty
from foedus.model.treaty_words import (
    Bearer,
    Beneficiary,
    ConditionKind,
    Duty,
    Membership,
    Modality,
    RecordStatus,
    TextStatus,
    TriggerBy,
    TriggerOn,
)

TREATY_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
_STATE = re.compile(r"[A-Z]{3}|[a-z]+/[a-z0-9-]+")
TERM_ID = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_AREA = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s/]+(/\S*)?")
_NEEDS_ACTORS = {
    ConditionKind.SUPPORTED_BY,
    ConditionKind.ALLY_OF,
    ConditionKind.THROUGH_TERRITORY,
}
_PROHIBITIONS = {Duty.NONAGGRESSION, Duty.NO_HOSTILE_ALLIANCE, Duty.NO_SEPARATE_PEACE}
MOST_WORDS = 15  # a clause quotes the few words on which it turns, never an article


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a record offers as evidence: its status, the source, the words quoted from it."""

    status: RecordStatus
    source: str
    words: tuple[str, ...] = ()


def check_treaty(treaty: Treaty, place: Place) -> None:
    """Raise LibraryError where the record contradicts itself or claims what it cannot show."""
    _check_header(treaty, place)
    for party in treaty.parties:
        _check_party(party, treaty, Place(place.file, f"party {party.actor}"))
    seen: set[str] = set()
    for clause in treaty.clauses:
        within = Place(place.file, f"clause {clause.id}")
        if clause.id in seen:
            raise within.fail("`id` is used twice; every clause needs its own")
        seen.add(clause.id)
        _check_clause(clause, treaty, within)
    for article in treaty.articles:
        within = Place(place.file, f"article {article.number}")
        if not article.clauses and not article.provisions:
            raise within.fail("it holds nothing; give it `clauses` or `provisions`")
        for item in article.provisions:
            _check_evidence(Evidence(item.status, item.source, item.words), within)
            _check_form(item.open_terms, TERM_ID, "open_terms", "written like armed_attack", within)


def _check_header(treaty: Treaty, place: Place) -> None:
    _check_form((treaty.id,), TREATY_ID, "id", "written like nato-1949", place)
    _check_form(treaty.sources, ADDRESS, "sources", "a full address", place)
    if not treaty.parties:
        raise place.fail("no `parties`; add a [[parties]] table for each")
    _check_periods(treaty, place)
    _check_form(treaty.candidates, _STATE, "candidates", "a state code such as RUS", place)
    if treaty.candidates and treaty.membership is not Membership.PARTIAL:
        raise place.fail("`candidates` are for a `membership` that is partial")
    if not treaty.signed:
        raise place.fail("`signed` is missing; where no day is known, give the year")
    for name in ("signed", "in_force", "renewed", "ended"):
        _check_dates(getattr(treaty, name), name, place)
    _check_order(treaty, place)
    for link in treaty.replaces:
        if bool(link.treaty) == bool(link.title):
            raise place.fail("`replaces` needs either `treaty` (an id) or `title`, not both")
        _check_evidence(Evidence(link.status, link.source), place)


def _check_periods(treaty: Treaty, place: Place) -> None:
    seen: set[str] = set()
    for party in treaty.parties:
        if party.actor in seen and not party.joined:
            raise place.fail(
                f"`parties` names {party.actor} twice; a second time as a party needs `joined`"
            )
        seen.add(party.actor)


def _check_dates(facts: tuple[DatedFact, ...], name: str, place: Place) -> None:
    for fact in facts:
        if fact.day is None and not fact.note:
            raise place.fail(f"`{name}` without `day` says it has not happened: explain in `note`")
        if fact.how is not None and name not in ("ended", "left"):
            raise place.fail(f"`{name}` takes no `how`; only `ended` and `left` do")
        _check_evidence(Evidence(fact.status, fact.source), place, name)


def _check_order(treaty: Treaty, place: Place) -> None:
    steps = [("signed", treaty.signed), ("in_force", treaty.in_force), ("ended", treaty.ended)]
    dated = [(name, [f.day for f in facts if f.day]) for name, facts in steps]
    given = [(name, days) for name, days in dated if days]
    for (before, earlier), (after, later) in pairwise(given):
        if min(day.first for day in earlier) > max(day.last for day in later):
            raise place.fail(f"`{after}` lies before `{before}`")
    begun = [fact.day.first for fact in treaty.in_force if fact.day]
    if treaty.known_until and begun and treaty.known_until.last < min(begun):
        raise place.fail("`known_until` lies before `in_force`")


def _check_party(party: Party, treaty: Treaty, place: Place) -> None:
    _check_form((party.actor,), _STATE, "actor", "a state code such as RUS", place)
    for name in ("joined", "left"):
        _check_dates(getattr(party, name), name, place)
    for suspension in party.suspended:
        _check_evidence(Evidence(suspension.status, suspension.source), place, "suspended")
        _check_members(suspension.towards, treaty, "towards", place)
    for reservation in party.reservations:
        evidence = Evidence(reservation.status, reservation.source, reservation.words)
        _check_evidence(evidence, place, "reservations")
        known = [clause.id for clause in treaty.clauses]
        for clause in reservation.clauses:
            if clause not in known:
                raise place.fail(f"`reservations` limits clause '{clause}'{nearest(clause, known)}")


def _check_clause(clause: Clause, treaty: Treaty, place: Place) -> None:
    _check_evidence(Evidence(clause.status, clause.source, clause.words), place)
    _check_form(clause.open_terms, TERM_ID, "open_terms", "written like armed_attack", place)
    _check_form(clause.scope, _AREA, "scope", "written like north-atlantic-area", place)
    trigger = clause.trigger
    for field, named, holds in (
        ("bearer", clause.bearer is Bearer.NAMED, clause.bearers),
        ("owed_to", clause.owed_to is Beneficiary.NAMED, clause.beneficiaries),
        ("by", trigger.by in (TriggerBy.NAMED, TriggerBy.NOT_NAMED), trigger.by_named),
        ("on", trigger.on is TriggerOn.NAMED, trigger.on_named),
    ):
        if named != bool(holds):
            raise place.fail(f"`{field}` and the list of names beside it do not fit together")
    _check_members(clause.bearers, treaty, "bearers", place)
    for condition in (*clause.conditions, *clause.unless):
        _check_condition(condition, clause, place)
    for other in clause.overrides:
        _check_override(other, clause, treaty, place)
    if treaty.text_status is TextStatus.UNPUBLISHED and clause.response.deadline:
        raise place.fail("the text is unpublished, so `response.deadline` cannot be known")
    if clause.duty in _PROHIBITIONS and clause.modality is not Modality.PROHIBITION:
        raise place.fail(f"`duty` {clause.duty.value} forbids; set `modality` to prohibition")


def _check_condition(condition: Condition, clause: Clause, place: Place) -> None:
    if condition.term and condition.term not in clause.open_terms:
        hint = nearest(condition.term, list(clause.open_terms))
        raise place.fail(f"the term '{condition.term}' is not in `open_terms`{hint}")
    if condition.kind in _NEEDS_ACTORS and not condition.actors:
        raise place.fail(f"condition {condition.kind.value} needs `actors`")
    if condition.kind is ConditionKind.ATTACKERS_AT_LEAST and condition.count < 2:
        raise place.fail(f"condition {condition.kind.value} needs a `count` of 2 or more")
    if condition.kind is ConditionKind.UNCODED and not condition.note:
        raise place.fail("condition uncoded needs a `note` that says what it is")


def _check_override(other: str, clause: Clause, treaty: Treaty, place: Place) -> None:
    known = [c.id for c in treaty.clauses if c.id != clause.id]
    if "/" not in other and other not in known:
        raise place.fail(f"`overrides` names clause '{other}'{nearest(other, known)}")


def _check_evidence(evidence: Evidence, place: Place, name: str = "status") -> None:
    verified = evidence.status is RecordStatus.VERIFIED
    if verified and not evidence.source:
        raise place.fail(f"`{name}` is verified without a `source`; give the address or unverified")
    if not verified and (evidence.source or evidence.words):
        raise place.fail(f"`{name}` is unverified, so it takes no `source` and no `words`")
    if evidence.source and not ADDRESS.fullmatch(evidence.source):
        raise place.fail(f"`source` '{evidence.source}' is not a full address")
    for words in evidence.words:
        if len(words.split()) > MOST_WORDS:
            raise place.fail(f"`words` quotes more than {MOST_WORDS} words; keep the deciding few")


def _check_members(actors: Iterable[str], treaty: Treaty, name: str, place: Place) -> None:
    for actor in actors:
        if actor not in treaty.actors:
            hint = nearest(actor, list(treaty.actors))
            raise place.fail(f"`{name}` names {actor}, which is no party{hint}")


def _check_form(
    values: Iterable[str], form: re.Pattern[str], name: str, want: str, place: Place
) -> None:
    for value in values:
        if not form.fullmatch(value):
            raise place.fail(f"`{name}` has '{value}'; it must be {want}")
