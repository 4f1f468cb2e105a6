"""The lead: what happened, in five sentences at most, each with its marks."""

import re
from collections.abc import Iterator
from dataclasses import replace

from foedus.model.claim import Mood, Predicate
from foedus.model.dates import Granularity
from foedus.model.document import LineRole, Span
from foedus.read.dateline import dateline_length
from foedus.report.desk import Desk, sentence, unique_ids
from foedus.report.dossier import Source, Told
from foedus.report.items import Item
from foedus.report.naming import (
    bare,
    day_words,
    listed,
    providing,
    says,
    time_words,
    within_sentence,
)
from foedus.report.phrases import (
    ahead,
    earlier_treaties,
    event_phrase,
    group_phrase,
    replacing,
    signers,
    years_of,
)
from foedus.report.sections.denials import denial_items
from foedus.report.sections.groups import NEWS, fact_key, mode
from foedus.report.sections.instruments import ENDING, SURE, Instrument, predecessors
from foedus.report.sections.lead import contrast_item, given_and_returned
from foedus.report.sections.offices import introduced
from foedus.report.sections.provisions import duty_span, provisions

SENTENCES = 5
NEWS_DAYS, BACKGROUND = 120, 7
PROVISION_WORDS = 12
TAKEN_FOR_GRANTED = (Predicate.INTENT, Predicate.VISIT, Predicate.MEETING)
WEIGHTS = {
    Predicate.AGREEMENT_SUSPENDED: 6, Predicate.AGREEMENT_DENOUNCED: 6,
    Predicate.AGREEMENT_JOINED: 6, Predicate.AGREEMENT_RATIFIED: 5, Predicate.AGREEMENT_SIGNED: 5,
    Predicate.VISIT: 4, Predicate.MEETING: 4, Predicate.MEASURE: 3, Predicate.ASSAULT: 4,
    Predicate.MOBILIZE: 4, Predicate.SANCTION: 4, Predicate.INTENT: 2, Predicate.THREATEN: 3,
}  # fmt: skip
_OPENING = re.compile(r"(?:if|when|whenever|once|should|upon|in the event|in case)\b", re.I)
# "his first trip to the country in ten years"
_FIRST = re.compile(
    r"\bfirst (?:[\w-]+ ){0,3}?(?:visit|trip)\b[^.,;]{0,40}? in ((?:[\w-]+ )?(?:years|decades))\b"
)


def event_items(desk: Desk, found: tuple[Instrument, ...]) -> list[Item]:
    """At most five sentences: the agreement, the exchanges, how it is read, the rest.

    Where the reports are about no agreement, the first two begin in their own words.
    """
    others = _others(desk, found)
    news = [item for item in others if item.fields.get("news")][:2]
    agreed = list(_instrument(desk, found))
    read = list(contrast_item(desk, found[0].parties)) if found else []
    denied = list(denial_items(desk))
    if not (news or agreed):
        agreed, denied = list(_leads(desk))[:1], denied + ([] if read else others[:2])
    items = [*news, *agreed, *denied, *given_and_returned(desk), *read]
    items += [item for item in others if item not in items]
    lead = items[:SENTENCES]
    texts = introduced(desk, [item.text for item in lead])
    return [replace(item, text=text) for item, text in zip(lead, texts, strict=True)]


def _instrument(desk: Desk, found: tuple[Instrument, ...]) -> Iterator[Item]:
    if not found or not found[0].parties:
        return
    main = found[0]
    stage, told = _stage(main)
    if not told:
        return
    when = next((time_words(t.claim.time) for t in told if t.claim.time.since), "")
    text = f"{_who(desk, main, told)} {stage} {_titled(main.title)} {when}".rstrip()
    speaker = desk.on_word_of(told)
    text += f", {says(speaker)}" if speaker else ""
    cited = [next(t for t in told if t.letter == x) for x in dict.fromkeys(t.letter for t in told)]
    provided = provisions(main)
    if provided:
        words, source = _shortest(desk, provided[0][1])
        text += f"; it {providing(words)}"
        if all(t.claim.voice for t in provided[0][1]):
            text += f", {says(desk.voices(source))}"
        cited += [source, *provided[0][1]]
    yield Item(sentence(text), unique_ids(cited), {"stage": stage})
    replaced = list(dict.fromkeys(t for _, t in predecessors(main)))
    if replaced:
        years = list(dict.fromkeys(year for t in replaced for year in years_of(t)))
        who = listed(dict.fromkeys(desk.voices(t) for t in replaced))
        earlier = earlier_treaties(replaced, years)
        yield Item(
            sentence(f"It {replacing(replaced)} {earlier}, according to {who}"),
            unique_ids(replaced),
        )


def _shortest(desk: Desk, told: list[Told]) -> tuple[str, Told]:
    """The provision in the shortest own words of any report, else as the first has it."""
    shown = [(desk.quoting.words(t.source, _told_span(t), PROVISION_WORDS), t) for t in told]
    words, one = min(shown, key=lambda pair: (not pair[0].own, len(pair[0].text)))
    provision, condition = one.claim.filler("provision"), one.claim.filler("condition")
    if condition and provision and not _told_span(one).overlaps(condition.span):
        when = within_sentence(str(desk.filler_words(one, condition, PROVISION_WORDS)))
        return f"{words}, {when}", one
    return str(words), one


def _told_span(told: Told) -> Span:
    """The provision whole, but for a condition that it opens with ("if one is attacked, ...")."""
    provision = told.claim.filler("provision")
    opens = provision is not None and _OPENING.match(provision.text)
    return duty_span(told) if opens or provision is None else provision.span


def _leads(desk: Desk) -> Iterator[Item]:
    """Where no event was found: how each report itself begins, in its own words."""
    for source in desk.sources():
        first = next(
            (x for x in source.lines if x.role is LineRole.BODY and source.words(x.span)), None
        )
        if first:
            id_ = desk.passages.cite(source, (first.span,), "the first paragraph")
            words = desk.quoting.words(source, _behind_dateline(source, first.span), 22)
            yield Item(sentence(f"{source.label} begins: {words}"), (id_,))


def _behind_dateline(source: Source, span: Span) -> Span:
    """The paragraph without "PLACE, 3 May (Agency) –"."""
    return Span(span.start + dateline_length(span.of(source.document.text)), span.end)


def _titled(title: str) -> str:
    if title[:1].isupper():
        return f"the {title}"
    return f"an {title}" if title[:1] in "aeiou" else f"a {title}"


def _who(desk: Desk, main: Instrument, told: list[Told]) -> str:
    """The parties; of an end or a freeze only who is said to have brought it about."""
    if told[0].claim.predicate in ENDING:
        acting = signers(desk, told[0].claim)
        if acting:
            return acting
    return listed(desk.actor_name(party) for party in main.parties)


def _stage(main: Instrument) -> tuple[str, list[Told]]:
    """The stage that is the news, as a verb, with its claims: an end before a beginning."""
    verbs = {
        Predicate.AGREEMENT_DENOUNCED: ("ended", "are to end"),
        Predicate.AGREEMENT_SUSPENDED: ("suspended", "are to suspend"),
        Predicate.AGREEMENT_SIGNED: ("signed", "are to sign"),
        Predicate.AGREEMENT_RATIFIED: ("ratified", "are to ratify"),
        Predicate.AGREEMENT_PROMISED: ("promised", "are to promise"),
        Predicate.AGREEMENT_PROPOSED: ("are discussing", "are to discuss"),
    }
    for predicate, (done, coming) in verbs.items():
        told = [t for t in main.stage(predicate) if t.claim.mood in SURE]
        if told:
            already = [t for t in told if not ahead(t.claim)]
            return (done, already) if already else (coming, told)
    return "", []


def _others(desk: Desk, found: tuple[Instrument, ...]) -> list[Item]:
    """Whatever else happened, the most reported and the earliest in the page first."""
    main = {told.id for told in found[0].told} if found and found[0].parties else set()
    groups: dict[str, list[Told]] = {}
    for told in desk.dossier.told:
        key = _key(desk, told) if told.id not in main else ""
        if key:
            groups.setdefault(key, []).append(told)
    items: dict[str, Item] = {}
    for group in sorted(groups.values(), key=lambda group: -_weight(group)):
        phrase = group_phrase(desk, group)
        if phrase and bare(phrase) not in items:
            news = group[0].claim.predicate in NEWS and len({t.report for t in group}) > 1
            text = f"{phrase}{_first(group)} {_when(group)}".rstrip() + _by(desk, group)
            items[bare(phrase)] = Item(sentence(text), unique_ids(group[:3]), {"news": news})
    return list(items.values())


def _key(desk: Desk, told: Told) -> str:
    """By what it is grouped; "" for what is no event, or told above, or only a speaker's word."""
    claim = told.claim
    if claim.predicate.value.startswith("agreement.") and not claim.fillers("source"):
        return ""  # of an agreement without its makers the sentences above tell
    told_above = ("exchange", "assessment.", "relation", "agreement.provision")
    if claim.predicate.value.startswith(told_above) or told.role is LineRole.CAPTION:
        return ""
    if claim.mood not in (Mood.ASSERTED, Mood.PROMISED, Mood.INTENDED) or claim.negated:
        return ""
    # a speaker takes a meeting for granted; of all else, what he says is only his
    if claim.voice and claim.predicate not in (*TAKEN_FOR_GRANTED, *NEWS):
        return ""
    key = fact_key(desk, told) or event_phrase(desk, told)
    return f"{mode(told)} {key}" if key else ""


def _when(group: list[Told]) -> str:
    time = next((t.claim.time for t in group if t.claim.time.since), None)
    if time is None:
        return ""
    if (time.said or "").lower().startswith("since") and time.since:
        exact = time.granularity is Granularity.DAY
        return f"since {day_words(time.since) if exact else f'{time.since:%B %Y}'}"
    return time_words(time)


def _first(group: list[Told]) -> str:
    """ ", the first visit in ten years", where a report says so of a visit."""
    for told in group:
        words = told.source.words(told.claim.passage)
        match = _FIRST.search(words) if told.claim.predicate is Predicate.VISIT else None
        if match and len({t.claim.predicate for t in group}) == 1:
            return f", for the first time in {match[1]}"
    return ""


def _by(desk: Desk, group: list[Told]) -> str:
    """On whose word, where no report says it itself."""
    if any(not t.claim.voice for t in group) or group[0].claim.predicate in TAKEN_FOR_GRANTED:
        return ""
    return f", {says(desk.voices(group[0]))}"


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
