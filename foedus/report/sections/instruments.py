"""Claims about agreements in, each instrument out: title, parties, life, what it provides."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from foedus.model.claim import Claim, Filler, Mood, Predicate
from foedus.model.dates import Tense
from foedus.model.document import LineRole
from foedus.report.desk import Desk
from foedus.report.dossier import Told, plain
from foedus.report.naming import bare

LIFE = "agreement."
SURE = (Mood.ASSERTED, Mood.INTENDED, Mood.PROMISED)  # a step that is taken, or will be
STAGES = {
    Predicate.AGREEMENT_PROPOSED: "proposed",
    Predicate.AGREEMENT_PROMISED: "promised",
    Predicate.AGREEMENT_SIGNED: "signed",
    Predicate.AGREEMENT_PUBLISHED: "published",
    Predicate.AGREEMENT_RATIFIED: "ratified",
    Predicate.AGREEMENT_IN_FORCE: "in force",
    Predicate.AGREEMENT_EXTENDED: "extended",
    Predicate.AGREEMENT_SUSPENDED: "suspended",
    Predicate.AGREEMENT_DENOUNCED: "denounced",
    Predicate.AGREEMENT_LAPSED: "lapsed",
}
ENDING = (Predicate.AGREEMENT_DENOUNCED, Predicate.AGREEMENT_SUSPENDED)
KIND_WORDS = frozenset(
    {"treaty", "pact", "agreement", "accord", "convention", "protocol", "alliance", "deal"}
    | {"memorandum", "declaration", "charter", "partnership"}
)
SPECIAL = frozenset("contract protocol memorandum amendment declaration communique licence".split())
ADJECTIVES = re.compile(
    r"^(?:(?:historic|landmark|unprecedented|new|last|major|sweeping|controversial|further|similar|and)"
    r"[ ,]+)+",
)
GENERIC = KIND_WORDS | set("document text draft copy security new the a this it".split())
# a proper name: two capitalised words or more, or "Treaty on ..."
_TITLED = re.compile(r"(?:[A-Z][\w-]+ ){1,}(?:of |on |for |between )?[A-Z]|[A-Z]\w+ (?:of|on|for) ")
_ANOTHER = re.compile(
    r"\b(?:separate|another|other|different|similar|earlier|previous|older|old|former|prior)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(1[6-9]\d\d|20\d\d)\b")


@dataclass(frozen=True, slots=True)
class Instrument:
    """One agreement as the reports have it: its title, its parties, every claim about it."""

    title: str
    parties: tuple[str, ...]
    told: tuple[Told, ...]

    def stage(self, predicate: Predicate) -> tuple[Told, ...]:
        """What is told of one step of its life; what somebody denies is told elsewhere."""
        return tuple(t for t in self.told if t.claim.predicate is predicate and not t.claim.negated)

    def not_yet(self, predicate: Predicate) -> tuple[Told, ...]:
        """What is told of a step that was not taken."""
        return tuple(t for t in self.told if t.claim.predicate is predicate and t.claim.negated)


@lru_cache(maxsize=1)
def instruments(desk: Desk) -> tuple[Instrument, ...]:
    """The agreements of the dossier, the most reported first.

    Claims belong together when they name the same two or more states, or when a claim without
    parties stands in a report that speaks of one agreement only.
    """
    ranked: list[tuple[tuple[str, ...], list[Told]]] = []
    loose: list[Told] = []
    for told in desk.dossier.of(LIFE):
        if told.claim.predicate is Predicate.AGREEMENT_JOINED or _only_foreseen(told):
            continue
        if told.claim.mood is Mood.DENIED or is_leaving(told):
            continue  # see denials.py; who leaves a bloc is told among the events
        parties = parties_of(desk, told.claim)
        if len(parties) > 1 and not told.claim.negated and _tells_parties(desk, told):
            home = next(
                (g for known, g in ranked if set(known) == set(parties) and _same(told, g)), None
            )
            if home is None:
                ranked.append((parties, home := []))
            home.append(told)
        else:
            loose.append(told)
    ranked.sort(key=lambda group: -_weight(group[1]))
    for told in loose:
        home = _by_name(told, [g for _, g in ranked]) or next(
            (
                g
                for p, g in ranked
                if _may_join(desk, told, p)
                and _of_report(told, g)
                and _same(told, g)
                and not _named_otherwise(told, g)
            ),
            None,
        )
        if home is None:
            ranked.append(((), home := []))
        home.append(told)
    # a treaty before a contract, one with parties before one without
    ranked.sort(key=lambda group: (not group[0], _is_special(group[1]), -_weight(group[1])))
    return tuple(_instrument(parties, group) for parties, group in ranked)


def is_leaving(told: Told) -> bool:
    """Whether it is a bloc that is left, and no agreement that is ended."""
    instrument = told.claim.filler("instrument")
    bloc = instrument is not None and (instrument.actor or "").startswith("org/")
    return bloc and told.claim.predicate is Predicate.AGREEMENT_DENOUNCED


def _is_special(group: Sequence[Told]) -> bool:
    """Whether every name of it is that of a contract or the like."""
    names = [t.words(t.claim.filler("instrument")) for t in group if t.claim.filler("instrument")]
    return bool(names) and all(_special(name) for name in names)


def _tells_parties(desk: Desk, told: Told) -> bool:
    """Whether the claim names who made the agreement; a provision only by those it is for."""
    provision = told.claim.predicate is Predicate.PROVISION
    return not provision or len(desk.states(told.claim.fillers("target"))) > 1


def _may_join(desk: Desk, told: Told, parties: Sequence[str]) -> bool:
    """Whether a claim without parties may be about the agreement between these.

    Not what is called another one, nor what names a state that is none of them.
    """
    if _ANOTHER.search(told.words(told.claim.filler("instrument"))):
        return False
    named = desk.states(told.claim.fillers("source")) + desk.states(told.claim.fillers("target"))
    published = told.claim.predicate is Predicate.AGREEMENT_PUBLISHED
    return published or not parties or not set(named) - set(parties)


def _named_otherwise(told: Told, group: Sequence[Told]) -> bool:
    """Whether the claim's agreement has a proper name that is none of the group's."""
    own = _proper(told)
    names = {word for t in group for word in _proper(t)}
    years, dated = _years(told), [_years(t) for t in group]
    signed = {str(t.claim.time.since.year) for t in group if t.claim.time.since}
    if years or all(dated):  # "the memorandum of 2018" is not the pact that is news
        return not years & signed.union(*dated)
    return bool(own and names and not own & names)


def _years(told: Told) -> set[str]:
    """The years by which the agreement is called."""
    return set(_YEAR.findall(told.words(told.claim.filler("instrument"))))


def _proper(told: Told) -> set[str]:
    """The capitalised words of an agreement's name that are not those of any agreement."""
    words = bare(told.words(told.claim.filler("instrument"))).split()
    return {w.casefold() for w in words if w[:1].isupper()} - KIND_WORDS - {"the", "new"}


def _by_name(told: Told, groups: Sequence[list[Told]]) -> list[Told] | None:
    """The group that has the claim's instrument by the proper name that the claim gives it."""
    title = plain(bare(told.words(told.claim.filler("instrument"))))
    if not _TITLED.match(bare(told.words(told.claim.filler("instrument")))):
        return None
    return next((g for g in groups if any(title in _title_words(t) for t in g)), None)


def _title_words(told: Told) -> str:
    return plain(told.words(told.claim.filler("instrument")))


def _only_foreseen(told: Told) -> bool:
    """A signing that somebody else's word puts in the future is no instrument yet."""
    claim = told.claim
    foreseen = claim.time.tense is Tense.FUTURE and bool(claim.voice)
    return claim.predicate is Predicate.AGREEMENT_SIGNED and foreseen


def _of_report(told: Told, group: Sequence[Told]) -> bool:
    return any(t.source == told.source for t in group)


def _same(told: Told, group: Sequence[Told]) -> bool:
    """Whether the claim may be about the group's instrument: a contract is no treaty."""
    kinds = {_special(t.words(t.claim.filler("instrument"))) for t in group} - {None}
    own = _special(told.words(told.claim.filler("instrument")))
    return own in kinds if own and kinds else own is None or not group or own in kinds


def is_another(desk: Desk, words: str) -> bool:
    """Whether the words name another kind of agreement than the one that is news: a declaration."""
    kind, found = _special(words), instruments(desk)[:1]
    names = [t.words(t.claim.filler("instrument")) for one in found for t in one.told]
    return kind is not None and bool(names) and kind not in set(map(_special, names))


def _special(words: str) -> str | None:
    """The kind of an instrument that is not just another word for treaty."""
    return next((w for w in plain(words).split() if w in SPECIAL), None)


def _weight(group: Sequence[Told]) -> int:
    return 10 * len({t.report for t in group}) + len(group)


def _instrument(parties: tuple[str, ...], group: Sequence[Told]) -> Instrument:
    return Instrument(_title(group), parties, tuple(group))


def parties_of(desk: Desk, claim: Claim) -> tuple[str, ...]:
    """The states that a claim about an agreement names as parties, persons by their office."""
    if claim.predicate is Predicate.AGREEMENT_PUBLISHED:
        return ()
    targets = desk.states(claim.fillers("target"), claim.time.since)
    # who proposes or guarantees it for others is no party
    if claim.predicate in (Predicate.AGREEMENT_PROPOSED, Predicate.PROVISION) and len(targets) > 1:
        return targets
    fillers = (*claim.fillers("source"), *claim.fillers("target"))
    return desk.states(fillers, claim.time.since)


def _title(group: Sequence[Told]) -> str:
    """The fullest capitalised title, else the fullest phrase that names the agreement."""
    named = [t for t in group if t.claim.filler("instrument")]
    # a headline shortens names, and may be wrong
    body = [t for t in named if t.role is not LineRole.HEADLINE]
    names = Counter(
        ADJECTIVES.sub("", bare(t.words(t.claim.filler("instrument")))) for t in body or named
    )
    titles = [name for name in names if re.match(r"[A-Z]\w+ (?:of|on|for|between|to)\b", name)]
    if titles:
        return max(titles, key=len)
    telling = [n for n in names if set(plain(n).split()) - GENERIC and len(n.split()) < 12]
    if telling:
        return max(telling, key=lambda n: (names[n], len(n)))
    return next((name for name, _ in names.most_common() if name in KIND_WORDS), "agreement")


def predecessors(main: Instrument) -> list[tuple[str, Told]]:
    """What the instrument is said to replace, in the words of the report that dates it best.

    Then whatever other reports give by years that it does not.
    """
    seen: dict[str, Told] = {}
    for told in main.stage(Predicate.AGREEMENT_REPLACED):
        for filler in told.claim.fillers("predecessor"):
            seen.setdefault(_with_determiner(told, filler), told)
    years = {words: set(_YEAR.findall(words)) for words in seen}
    by_source: dict[str, set[str]] = {}
    for words, told in seen.items():
        by_source.setdefault(told.letter, set()).update(years[words])
    order = sorted(by_source, key=lambda letter: -len(by_source[letter]))
    kept: list[tuple[str, Told]] = []
    given: set[str] = set()
    for letter in order:
        own = [(words, told) for words, told in seen.items() if told.letter == letter]
        if letter == order[0] or by_source[letter] - given:
            kept += own
        given |= by_source[letter]
    return kept


def _with_determiner(told: Told, filler: Filler) -> str:
    """The filler's words with the article that stands before them."""
    text, start = told.source.document.text, filler.span.start
    before = re.search(r"\b(?:an?|the|its|their) $", text[max(0, start - 6) : start])
    return (before[0] if before else "") + told.words(filler)
