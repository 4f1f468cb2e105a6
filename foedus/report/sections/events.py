"""The lead: what happened, in five sentences at most, each with its marks."""

import re
from collections.abc import Iterator

from foedus.model.claim import Mood, Predicate
from foedus.model.dates import Tense
from foedus.model.document import LineRole
from foedus.report.desk import Desk, quoted, sentence, unique_ids
from foedus.report.dossier import Told
from foedus.report.items import Item
from foedus.report.naming import bare, listed, time_words
from foedus.report.phrases import event_phrase, group_phrase
from foedus.report.sections.comparison import NEWS, fact_key
from foedus.report.sections.duties import reading_words, readings
from foedus.report.sections.exchanges import MIGHT, Flow, flows
from foedus.report.sections.instruments import STAGES, Instrument, predecessors, provisions

SENTENCES = 5
NEWS_DAYS, BACKGROUND = 120, 7
TAKEN_FOR_GRANTED = (Predicate.INTENT, Predicate.VISIT, Predicate.MEETING)
WEIGHTS = {
    Predicate.AGREEMENT_SUSPENDED: 6, Predicate.AGREEMENT_DENOUNCED: 6,
    Predicate.AGREEMENT_JOINED: 6, Predicate.AGREEMENT_RATIFIED: 5, Predicate.AGREEMENT_SIGNED: 5,
    Predicate.VISIT: 4, Predicate.MEETING: 4, Predicate.MEASURE: 3, Predicate.ASSAULT: 4,
    Predicate.MOBILIZE: 4, Predicate.SANCTION: 4, Predicate.INTENT: 2, Predicate.THREATEN: 3,
}  # fmt: skip


def event_items(desk: Desk, found: tuple[Instrument, ...]) -> list[Item]:
    """At most five sentences: the agreement, the exchanges, how it is read, the rest.

    Where the reports are about no agreement, the first two begin in their own words.
    """
    others = _others(desk, found)
    news = [item for item in others if item.fields.get("news")][:2]
    agreed = [*_instrument(desk, found), *_readings(desk, found)]
    lead = [] if news or agreed else list(_leads(desk))[:1] + others[:2]
    items = [*news, *agreed[:2], *lead, *_exchanges(desk), *agreed[2:]]
    items += [item for item in others if item not in items]
    return items[:SENTENCES]


def _instrument(desk: Desk, found: tuple[Instrument, ...]) -> Iterator[Item]:
    if not found or not found[0].parties:
        return
    main = found[0]
    parties = listed(desk.actor_name(party) for party in main.parties)
    stage, told = _stage(main)
    if not told:
        return
    when = next((time_words(t.claim.time) for t in told if t.claim.time.since), "")
    provided = provisions(main)
    text = f"{parties} {stage} {_titled(main.title)} {when}".rstrip()
    cited = [next(t for t in told if t.letter == x) for x in dict.fromkeys(t.letter for t in told)]
    if provided:
        words, sources = provided[0]
        text += f", which provides for {quoted(words, 20)}"
        cited += sources
    yield Item(sentence(text), unique_ids(cited), {"stage": stage})
    replaced = predecessors(main)
    if replaced:
        words = listed(words for words, _ in replaced[:2])
        source = replaced[0][1].source.label
        yield Item(
            sentence(f"It replaces {words}, says {source}"), unique_ids(t for _, t in replaced[:2])
        )


def _leads(desk: Desk) -> Iterator[Item]:
    """Where no event was found: how each report itself begins, in its own words."""
    for source in desk.sources():
        first = next(
            (x for x in source.lines if x.role is LineRole.BODY and source.words(x.span)), None
        )
        if first:
            id_ = desk.passages.cite(source, (first.span,), "the first paragraph")
            yield Item(
                sentence(f"{source.label} begins: {quoted(source.words(first.span), 18)}"), (id_,)
            )


def _titled(title: str) -> str:
    if title[:1].isupper():
        return f"the {title}"
    return f"an {title}" if title[:1] in "aeiou" else f"a {title}"


def _stage(main: Instrument) -> tuple[str, list[Told]]:
    """The furthest stage that a report asserts, as a verb, with its claims."""
    verbs = {
        Predicate.AGREEMENT_SIGNED: "signed",
        Predicate.AGREEMENT_RATIFIED: "ratified",
        Predicate.AGREEMENT_DENOUNCED: "ended",
        Predicate.AGREEMENT_SUSPENDED: "suspended",
        Predicate.AGREEMENT_PROMISED: "promised",
        Predicate.AGREEMENT_PROPOSED: "are discussing",
    }
    for predicate, verb in verbs.items():
        told = [t for t in main.stage(predicate) if not t.claim.negated]
        if predicate in STAGES and told:
            future = all(t.claim.time.tense is Tense.FUTURE for t in told)
            return ("are to have " + verb if future else verb), told
    return "", []


def _exchanges(desk: Desk) -> Iterator[Item]:
    """What went one way and what came back; as fact only where a report itself says so."""
    between = [
        f for f in flows(desk) if f.giver and f.receiver and f.mood not in (*MIGHT, Mood.DENIED)
    ]
    if not between or between[0].mood not in (Mood.ASSERTED, Mood.RUMOURED):
        return
    first = between[0]
    same = [
        f
        for f in between
        if _way(f) == _way(first) and (f.mood, f.voice) == (first.mood, first.voice)
    ]
    goods = listed(dict.fromkeys(g for f in same for g in f.goods))
    cited = [t for f in same for t in f.told]
    text = _given(first, goods)
    for other in [f for f in between if _way(f) == (first.receiver, first.giver)][:2]:
        text += _returned(other, cited)
        cited += other.told
    yield Item(sentence(f"{text}, according to {desk.reports(cited)}"), unique_ids(cited))


def _way(flow: Flow) -> tuple[str, str]:
    return flow.giver, flow.receiver


def _given(flow: Flow, goods: str) -> str:
    """As fact only where a report itself says so; else with the voice whose word it is."""
    if flow.solid and not flow.voice:
        return f"{flow.giver} has given {flow.receiver} {goods}"
    by = f" by {flow.voice}" if flow.voice else ""
    verb = "is believed" if flow.mood is Mood.RUMOURED else "is said"
    return f"{flow.giver} {verb}{by} to have given {flow.receiver} {goods}"


def _returned(flow: Flow, given: list[Told]) -> str:
    """What came back: in exchange, where one passage tells both; else as a fact of its own."""
    goods = listed(flow.goods)
    passages = {(t.source.letter, t.claim.passage) for t in given}
    exchanged = any((t.source.letter, t.claim.passage) in passages for t in flow.told)
    if flow.voice and flow.mood is Mood.RUMOURED and exchanged:
        return f", and, {flow.voice} believe, {goods}"
    if exchanged and not flow.voice:
        return f", in exchange for {goods}"
    return f"; {_given(flow, goods)}"


LIMITS = re.compile(
    r"\b(?:not|n['’]t|never|no|vague|unclear|ambiguous|open-ended|only|loose\w*|weak\w*|less"
    r"|little|short of)\b"
)


def _readings(desk: Desk, found: tuple[Instrument, ...]) -> Iterator[Item]:
    """Two readings, by name, in their holders' words: one that reaches far, one that limits."""
    if not found:
        return
    # what is put in the past tense is said of an earlier text, or of what the signing did
    held = [
        (who, t)
        for who, told in readings(desk)
        for t in told
        if t.claim.voice
        and t.claim.time.tense is not Tense.PAST
        and t.claim.mood is not Mood.DENIED
    ]
    limiting = [pair for pair in held if pair[1].claim.negated or LIMITS.search(_words(pair[1]))]
    reaching = [pair for pair in held if pair not in limiting]
    pairs = [(a, b) for a in reaching for b in limiting if a[0] != b[0]]
    if pairs:
        chosen = min(pairs, key=lambda pair: sum(_length(t) for _, t in pair))
        parts = [f"{who} {_says(who)} {reading_words(told)}" for who, told in chosen]
        text = f"Its words are read in more than one way: {'; '.join(parts)}"
        yield Item(sentence(text), unique_ids(told for _, told in chosen))


def _says(who: str) -> str:
    """ "Officials say", "Jane Doe says"; a denial carries its own verb."""
    return "say:" if who[:1].islower() and who.endswith("s") else "says:"


def _words(told: Told) -> str:
    return told.words(told.claim.filler("reading"))


def _length(told: Told) -> int:
    """How far a reading is from a length that can be quoted whole and still says something."""
    return abs(len(_words(told).split()) - 11)


def _others(desk: Desk, found: tuple[Instrument, ...]) -> list[Item]:
    """Whatever else happened, the most reported and the earliest in the page first."""
    groups: dict[str, list[Told]] = {}
    main = {told.id for told in found[0].told} if found and found[0].parties else set()
    for told in desk.dossier.told:
        claim = told.claim
        told_above = ("exchange", "assessment.", "relation", "agreement.provision")
        if told.id in main or claim.predicate.value.startswith(told_above):
            continue
        if claim.mood not in (Mood.ASSERTED, Mood.PROMISED, Mood.INTENDED) or claim.negated:
            continue
        # a speaker takes a meeting for granted; of all else, what he says is only his
        told_by = claim.voice and claim.predicate not in (*TAKEN_FOR_GRANTED, *NEWS)
        if told_by:
            continue
        if desk.read_in(told) is LineRole.CAPTION:
            continue
        key = fact_key(desk, told) or event_phrase(desk, told)
        if key:
            groups.setdefault(key, []).append(told)
    ranked = sorted(groups.values(), key=lambda group: -_weight(group))
    items: dict[str, Item] = {}
    for group in ranked:
        phrase = group_phrase(desk, group)
        if phrase and bare(phrase) not in items:
            when = next((time_words(t.claim.time) for t in group if t.claim.time.since), "")
            by = "" if any(not t.claim.voice for t in group) else f", says {desk.voices(group[0])}"
            if group[0].claim.predicate in TAKEN_FOR_GRANTED:
                by = ""
            news = group[0].claim.predicate in NEWS and len({t.report for t in group}) > 1
            items[bare(phrase)] = Item(
                sentence(f"{phrase} {when}".rstrip() + by), unique_ids(group[:3]), {"news": news}
            )
    return list(items.values())


def _weight(group: list[Told]) -> float:
    reports = len({t.report for t in group})
    early = 1 - group[0].claim.passage.start / (len(group[0].source.document.text) + 1)
    weight = 5 * reports + WEIGHTS.get(group[0].claim.predicate, 1) + 2 * early + len(group) / 10
    return weight - (BACKGROUND if all(map(_long_ago, group)) else 0)


def _long_ago(told: Told) -> bool:
    """Whether it happened well before the report: background, and not its news."""
    since = told.claim.time.since
    days = [r.published for r in told.source.receipts if r.published]
    return bool(since and days and (min(days) - since).days > NEWS_DAYS)
