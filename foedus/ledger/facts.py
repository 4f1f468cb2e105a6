"""Claims in, facts out: claims that agree taken together, with their voices and differences.

A fact is derived at every question and never stored. The order of reading does not change it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from foedus.ledger.asking import Question
from foedus.ledger.differences import Difference, common_window, differences_of, undenied
from foedus.ledger.grouping import groups
from foedus.ledger.keys import is_id, name_key, who_key
from foedus.ledger.ledger import Ledger
from foedus.ledger.origins import Source, copies, independent, origins
from foedus.ledger.said import Said, said
from foedus.model.claim import Mood
from foedus.model.document import READ_ROLES
from foedus.model.reading import Row

PARTY_ROLES = ("source", "target", "place")


class Status(StrEnum):
    """Settled: two or more independent voices agree and none is against. Contested: some deny it,
    or their numbers or dates cannot all be right. Single-voiced: the rest."""

    SETTLED = "settled"
    CONTESTED = "contested"
    SINGLE_VOICED = "single-voiced"


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what fills a role, by the name that most claims use."""

    name: str
    actor: str | None

    @property
    def key(self) -> str:
        """The actor's id, else what stands for the name."""
        return self.actor or name_key(self.name)


@dataclass(frozen=True, slots=True)
class FactVoice:
    """Who says it: the innermost voice of the chain, in documents of one origin.

    `stance` is for, against or unsure (a rumour, a possibility); `claims` are ids.
    """

    name: str
    actor: str | None
    origin: str
    stance: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """Claims about one thing.

    `mode` is actual (it is so, or was), future, or the mood that all claims share (promised,
    possible, ...); `mood` the mood of those that agree. `denied`: nobody asserts it, and what the
    voices agree on is that it is not so. `independent` is how many independent voices agree.
    `since` and `until` are the days on which all dated claims agree, None where open or disputed;
    `when` is what the agreeing claims say of the time, in their words.
    """

    key: str
    predicate: str
    mode: str
    mood: str
    denied: bool
    roles: tuple[tuple[str, tuple[Party, ...]], ...]
    since: date | None
    until: date | None
    claims: tuple[str, ...]
    voices: tuple[FactVoice, ...]
    independent: int
    status: Status
    differences: tuple[Difference, ...] = field(default=())
    when: tuple[str, ...] = ()

    def role(self, name: str) -> tuple[Party, ...]:
        """Everything that fills the role."""
        return next((parties for role, parties in self.roles if role == name), ())

    @property
    def parties(self) -> tuple[Party, ...]:
        """Whoever acts or is acted on, and where; of what fills another role, known actors."""
        return tuple(
            party
            for role, found in self.roles
            for party in found
            if party.actor or role in PARTY_ROLES
        )

    def involves(self, keys: Collection[str]) -> bool:
        """Whether one of these ids or names is a party, in any role."""
        return any(party.key in keys for party in self.parties)

    def row(self) -> Row:
        """The fact as JSON."""
        row = asdict(self)
        row["roles"] = {role: [asdict(party) for party in found] for role, found in self.roles}
        row["since"], row["until"] = (
            d.isoformat() if d else None for d in (self.since, self.until)
        )
        return row


def facts(
    claims: Ledger | Iterable[Row],
    *,
    origin: Mapping[str, str] | None = None,
    same: Mapping[str, str] | None = None,
    known_on: datetime | None = None,
    predicate: str | None = None,
    actor: str | None = None,
) -> tuple[Fact, ...]:
    """The facts that the claims (rows, or all current claims of a ledger) amount to, sorted by key.

    `predicate` and `actor` (an id or a name, in any role) say which facts are wanted.

    `origin` leads a document's id to its independent origin (default: from the ledger's receipts
    and texts; for bare rows each document is its own); `same` leads a name to the one that stands
    for it (default: the ledger's judgements). `known_on` asks a ledger as of that recorded time.
    """
    if isinstance(claims, Ledger):
        rows = claims.claims(Question(known_on=known_on))
        identity = claims.judgements(known_on).identity if same is None else same
        place = origin
        if place is None:
            place = origins_of(claims, {row["document"] for row in rows}, identity)
    else:
        rows, identity, place = tuple(claims), same or {}, origin or {}
    distinct = {row["id"]: row for row in rows}
    known = [part for row in distinct.values() for part in said(row, identity)]
    found = [_fact(group, place, identity) for group in groups(known)]
    wanted = {actor, name_key(actor)} | _same(actor, identity) if actor else None
    return tuple(
        fact
        for fact in sorted(_told_apart(found), key=lambda fact: fact.key)
        if predicate in (None, fact.predicate) and (wanted is None or fact.involves(wanted))
    )


def _same(name: str, same: Mapping[str, str]) -> set[str]:
    """Every name that is taken for the same as this one."""
    ones = {same.get(one, one) for one in (name, name_key(name))}
    return ones | {other for other, one in same.items() if one in ones}


def origins_of(
    ledger: Ledger, documents: Iterable[str], same: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The independent origin of each document, from its receipts and what it shares with others.

    `same` leads a document to the one that it is judged to share its origin with.
    """
    return origins(_sources(ledger, documents), same)


def copies_of(
    ledger: Ledger, documents: Iterable[str], same: Mapping[str, str] | None = None
) -> list[list[str]]:
    """The documents in groups of one text: a report and its copies with other furniture."""
    return copies(_sources(ledger, documents), same)


def _sources(ledger: Ledger, documents: Iterable[str]) -> Iterator[Source]:
    for document in sorted(documents):
        text, (lines, _) = ledger.document(document).text, ledger.page(document)
        read = frozenset(line.span.of(text) for line in lines if line.role in READ_ROLES)
        yield Source(document, text, read, ledger.receipts(document))


def _fact(group: list[Said], place: Mapping[str, str], same: Mapping[str, str]) -> Fact:
    stances: dict[str, list[Said]] = defaultdict(list)
    for claim in group:
        stances[claim.stance].append(claim)
    agreeing = stances["for"] or stances["against"] or stances["unsure"]
    window = common_window(undenied(group))
    differences = differences_of(group)
    voices = _voices(group, place, same)
    count = independent(_pairs(agreeing, place, same))
    contested = any(difference.contests for difference in differences)
    settled = Status.SETTLED if count > 1 else Status.SINGLE_VOICED
    since, until = window or (None, None)
    key, place_key = group[0].key, next((claim.place for claim in group if claim.place), "")
    name = f"{key} @ {place_key}" if place_key else str(key)
    return Fact(
        key=f"{name} {since}..{until}" if since or until else name,
        predicate=key.predicate,
        mode=key.mode,
        mood=_mood(agreeing),
        denied=not stances["for"] and bool(stances["against"]),
        roles=_roles(group, same),
        since=since,
        until=until,
        claims=tuple(claim.id for claim in group),
        voices=voices,
        independent=count,
        status=Status.CONTESTED if contested else settled,
        differences=differences,
        when=tuple(sorted({said for claim in agreeing if (said := claim.row["time"]["said"])})),
    )


def _mood(agreeing: list[Said]) -> str:
    """What most of the agreeing claims have; what a denial denies counts as asserted."""
    moods = Counter(claim.row["mood"] for claim in agreeing)
    most = min(moods, key=lambda mood: (-moods[mood], mood))
    return Mood.ASSERTED.value if most == Mood.DENIED.value else most


def _speaker(claim: Said, same: Mapping[str, str]) -> Row | None:
    """The innermost voice, to whom the claim goes back; None where the document itself speaks."""
    chain = claim.row["voice"][1:]
    return {**chain[-1], "key": same.get(who_key(chain[-1]), who_key(chain[-1]))} if chain else None


def _pairs(
    claims: Iterable[Said], place: Mapping[str, str], same: Mapping[str, str]
) -> list[tuple[tuple[str, str], str]]:
    """Each claim's speaker with the origin of its document, as `independent` counts them."""
    pairs = set()
    for claim in claims:
        origin = place.get(claim.row["document"], claim.row["document"])
        speaker = _speaker(claim, same)
        pairs.add((("voice", speaker["key"]) if speaker else ("document", origin), origin))
    return sorted(pairs)


def _voices(
    group: list[Said], place: Mapping[str, str], same: Mapping[str, str]
) -> tuple[FactVoice, ...]:
    by_voice: dict[tuple[str, str, str], list[Said]] = defaultdict(list)
    for claim in group:
        ((speaker, origin),) = _pairs([claim], place, same)
        by_voice["\t".join(speaker), origin, claim.stance].append(claim)
    voices = []
    for (_, origin, stance), claims in sorted(by_voice.items()):
        names = [_speaker(claim, same) or claim.row["voice"][0] for claim in claims]
        party = _party(names, same.get(key := who_key(names[0]), key))
        ids = tuple(claim.id for claim in claims)
        voices.append(FactVoice(party.name, party.actor, origin, stance, ids))
    return tuple(voices)


def _party(fillers: list[Row], key: str) -> Party:
    """One party from all that name it: rather a name than "he", the one used most, the longest.

    `key` stands for it: where that is an id, it is the actor's, whatever the reports call it.
    """
    names = Counter(filler["name"] for filler in fillers)
    name = min(names, key=lambda name: (name.islower(), -names[name], -len(name), name))
    return Party(name, key if is_id(key) else None)


def _roles(group: list[Said], same: Mapping[str, str]) -> tuple[tuple[str, tuple[Party, ...]], ...]:
    found: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for claim in group:
        for role, fillers in claim.row["roles"].items():
            for filler in fillers:
                key = who_key(filler)
                found[role][same.get(key, key)].append(filler)
    return tuple(
        (role, tuple(_party(found[role][key], key) for key in sorted(found[role])))
        for role in sorted(found)
    )


def _told_apart(found: list[Fact]) -> list[Fact]:
    """Facts whose keys are equal get the beginning of their first claim's id beside it."""
    keys = Counter(fact.key for fact in found)
    return [
        replace(fact, key=f"{fact.key} #{fact.claims[0][:12]}") if keys[fact.key] > 1 else fact
        for fact in found
    ]
