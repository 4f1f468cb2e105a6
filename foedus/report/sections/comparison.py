"""The reports side by side: what they agree on, where they differ, what one alone reports.

Kinds: copies, agree, and the differences of `DIFFERENCES`; nothing is called true. Reports that are
copies of one text count as one voice throughout.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from foedus.model.claim import Mood, Predicate
from foedus.model.dates import Granularity
from foedus.model.document import Span
from foedus.report.comparing import claimed
from foedus.report.comparing.alone import alone
from foedus.report.comparing.dates_of_page import page_dates
from foedus.report.comparing.days_between import days_between
from foedus.report.comparing.denied import denied_otherwise
from foedus.report.comparing.facing import faced
from foedus.report.comparing.held import differing_readings
from foedus.report.comparing.loosely import moods_between, numbers_between
from foedus.report.comparing.meeting import met
from foedus.report.comparing.sides import DENIED, side, side_of_told
from foedus.report.comparing.steps import (
    days,
    impossible,
    same_steps,
    shared_steps,
    statuses,
)
from foedus.report.desk import Desk, sentence, unique_ids
from foedus.report.dossier import Source, Told, plain
from foedus.report.items import Item
from foedus.report.naming import capitalised, day_words, listed, says
from foedus.report.phrases import event_phrase, group_phrase
from foedus.report.sections.flows import leaning
from foedus.report.sections.groups import grouped, mode
from foedus.report.sections.instruments import Instrument
from foedus.report.sections.numbers import Number, clash, differing, one_number
from foedus.report.sections.wordings import TEXT, Pair, pairs, quotations, variant

ALONE_SHOWN = 3
# what the reports agree on stands in the lead already
COPIES, WORDING, DIFFER, ALONE, AGREE, STATUS, PAGE = 95, 88, 85, 76, 74, 82, 60
# the ids of what two reports can differ in, and what they are told beside, in order of a page
DIFFERENCES = (
    "contradiction", "number", "date", "status", "wording", "mood", "reading", "metadata",
    "only-here",
)  # fmt: skip
KINDS = ("copies", "impossible", *DIFFERENCES[:-1], "agree", "only-here")
# telling first: what was done before what is meant
PLAIN = (Mood.ASSERTED, Mood.DENIED)
TELLING = ("done", "ahead")
# the sections above say which report has these
TOLD_ABOVE = (
    Predicate.INTENT, Predicate.EXCHANGE, Predicate.AGREEMENT_REPLACED, Predicate.PROVISION
)  # fmt: skip


def comparison_items(desk: Desk, found: tuple[Instrument, ...] = ()) -> list[Item]:
    """What the reports agree on, then where they differ, then what one alone has: for a brief."""
    if len(desk.sources()) < 2:
        return []
    facts = grouped(desk)
    items = [
        *_copies(desk),
        *_weighted(_agreements(desk, facts), AGREE),
        *_weighted(_contradictions(desk, facts), DIFFER),
        *_weighted(_wordings(desk), WORDING),
        *_weighted(claimed.numbers(desk, facts), DIFFER),
        *_weighted(_numbers(desk), DIFFER),
        *_weighted(days(desk, found), DIFFER),
        *_weighted(_dates(desk, facts), DIFFER),
        *_weighted(impossible(desk, found), DIFFER),
        *_weighted(statuses(desk, found), STATUS),
        *_weighted(claimed.moods(desk, facts), STATUS),
        *_weighted(page_dates(desk), PAGE),
    ]
    told = (i for i in faced(desk, met(desk)) if i.fields["kind"] != "agree")
    items += _new(_weighted((i for i in told if not _is_read(desk, i)), DIFFER), items)
    items += _new(_weighted(denied_otherwise(desk), DIFFER), items)
    items += _new(_weighted(numbers_between(desk), DIFFER), items)
    items += _new(_weighted(days_between(desk), DIFFER), items)
    items += _new(_weighted(moods_between(desk), STATUS), items)
    return [*items, *_weighted(_alone(desk, facts), ALONE)]


def whole_comparison(desk: Desk, found: tuple[Instrument, ...] = ()) -> list[Item]:
    """Every agreement and every difference, by kind in the order of `KINDS`.

    Beyond what a brief has room for: each clause that the reports tell alike or that one alone
    has, and how the speakers read the agreement.
    """
    if len(desk.sources()) < 2:
        return []
    groups = met(desk)
    items = [item for item in comparison_items(desk, found) if item.fields["kind"] != "only-here"]
    items += _lengths(desk)
    items += differing_readings(desk, found)
    items += _rounded(desk)
    items += _new(same_steps(desk, found), items)
    items += _new((i for i in faced(desk, groups) if i.fields["kind"] == "agree"), items)
    facts = [told for told in grouped(desk).values() if len(_reports(told)) > 1]
    shared = [one for told in facts for one in told] + shared_steps(found)
    items += alone(desk, groups, items, shared)
    return sorted(items, key=lambda item: KINDS.index(item.fields["kind"]))


def _new(items: Iterable[Item], known: list[Item]) -> list[Item]:
    """The items whose words none of the known ones compares already."""
    return [item for item in items if not any(_is_told(item, other) for other in known)]


def _is_read(desk: Desk, item: Item) -> bool:
    """Whether it is two readings of an agreement that contradict each other."""
    read = desk.dossier.of(Predicate.READING.value)
    return item.fields["kind"] == "contradiction" and all(
        any(
            told.source.document.id == one["document"]
            and told.claim.passage.overlaps(Span(*one["passage"]))
            for told in read
        )
        for one in item.fields["sides"]
    )


def _is_told(item: Item, other: Item) -> bool:
    """Whether every side of it stands in another item, and tells of the same kind of difference."""
    differ = item.fields["kind"] != "agree"
    if differ and item.fields["kind"] != other.fields["kind"]:
        return False
    theirs = other.fields.get("sides", ())
    return all(
        any(
            one["document"] == its["document"]
            and Span(*one["passage"]).overlaps(Span(*its["passage"]))
            for its in theirs
        )
        for one in item.fields["sides"]
    )


def _weighted(items: Iterator[Item], first: float) -> Iterator[Item]:
    for index, item in enumerate(items):
        yield replace(item, weight=first - 4 * index)


def _copies(desk: Desk) -> Iterator[Item]:
    """Reports of one text, so that nobody takes their agreement for two voices."""
    voices: dict[str, list[Source]] = {}
    for source in desk.sources():
        voices.setdefault(source.voice, []).append(source)
    for letter, group in voices.items():
        if len(group) > 1:
            names = listed(source.label for source in group)
            yield Item(
                sentence(f"{names} are {len(group)} copies of one text and count as one voice"),
                (),
                {"kind": "copies", "reports": [s.letter for s in group], "voice": letter},
                weight=COPIES,
            )


def _reports(told: Sequence[Told]) -> list[str]:
    """The letters under which the reports count, each once."""
    return list(dict.fromkeys(t.report for t in told))


def _agreements(desk: Desk, facts: dict[str, list[Told]]) -> Iterator[Item]:
    """What two reports or more tell alike: both as done, or both as still to come."""
    shared: list[list[Told]] = []
    for told in facts.values():
        for wanted in TELLING:
            alike = [t for t in told if mode(t) == wanted]
            if len(_reports(alike)) > 1:
                shared.append(alike)
    lines: dict[str, list[tuple[str, list[Told]]]] = {}
    for told in sorted(shared, key=lambda group: -len(_reports(group))):
        phrase = _shared_phrase(desk, told)
        if phrase:
            who = f"{capitalised(desk.all_or(told))}{_resting(desk, told)}"
            lines.setdefault(who, []).append((phrase, told))
    for who, facts_alike in lines.items():
        first_each = [
            next(t for t in told if t.report == x)
            for _, told in facts_alike
            for x in _reports(told)
        ]
        yield Item(
            sentence(f"{who}: {'; '.join(phrase for phrase, _ in facts_alike)}"),
            unique_ids(first_each),
            {
                "kind": "agree",
                "reports": _reports(facts_alike[0][1]),
                "facts": [_alike(desk, phrase, told) for phrase, told in facts_alike],
                "sides": [side_of_told(desk, t) for t in first_each],
            },
        )


def _alike(desk: Desk, phrase: str, told: list[Told]) -> dict[str, object]:
    return {"text": phrase, "claims": list(unique_ids(told)), "voices": desk.independent(told)}


def _shared_phrase(desk: Desk, told: list[Told]) -> str:
    """What the reports tell alike; quoted provisions are compared word by word instead."""
    if told[0].claim.predicate is Predicate.PROVISION:
        return ""
    return group_phrase(desk, told).split(" (")[0]


def _resting(desk: Desk, told: Sequence[Told]) -> str:
    """On whose word it rests: one speaker whom all cite, or what single reports lean on."""
    cited: dict[str, str] = {}
    for one in told:
        who = f"citing {desk.voices(one)}" if one.claim.voice else leaning(desk, one)
        own = not who
        # a report that also says so itself leans on nobody
        cited[one.report] = "" if own or cited.get(one.report) == "" else who
    names = set(cited.values())
    if names == {""}:
        return ""
    if len(names) == 1:
        return f", {'all' if len(cited) > 2 else 'both'} {names.pop()}"
    labels = {t.report: t.source.label for t in reversed(told)}
    resting = [f"{labels[letter]} {who}" for letter, who in cited.items() if who]
    return f" ({'; '.join(resting)})"


def _wordings(desk: Desk) -> Iterator[Item]:
    """One remark in two wordings."""
    told: list[tuple[Source, Span]] = []
    for pair in pairs(quotations(desk)):
        again = any(
            q.source == source and span.overlaps(other)
            for q, span in pair.sides
            for source, other in told
        )
        if pair.same or again:
            continue
        told += [(q.source, span) for q, span in pair.sides]
        remark = f"{capitalised(pair.owner_name) or 'Quoted'}: one remark in two wordings"
        yield Item(
            sentence("One provision in two wordings" if pair.owner == TEXT else remark),
            (pair.first.row, pair.second.row),
            {
                "kind": "wording",
                "reports": [pair.first.source.letter, pair.second.source.letter],
                "speaker": pair.owner_name or None,
                "variants": variants(pair),
                "sides": [
                    {
                        **side(desk, q.source, span, filter(None, [pair.owner_name])),
                        "id": q.row,
                    }
                    for q, span in pair.sides
                ],
            },
        )


def _lengths(desk: Desk) -> Iterator[Item]:
    """A provision that one report quotes at greater length than another; the rest is marked."""
    every = pairs(quotations(desk))
    reworded = [q for pair in every if not pair.same for q in (pair.first, pair.second)]
    for pair in every:
        quotes = (pair.first, pair.second)
        beyond = [tuple(t for t in q.tokens if not span.covers(t)) for q, span in pair.sides]
        again = any(
            q.source == other.source and q.span.overlaps(other.span)
            for q in quotes
            for other in reworded
        )
        if pair.owner != TEXT or again or not pair.same or not any(beyond):
            continue
        yield Item(
            sentence("One provision, quoted at two lengths"),
            (pair.first.row, pair.second.row),
            {
                "kind": "wording",
                "reports": [q.source.letter for q in quotes],
                "speaker": pair.owner_name,
                "variants": [
                    variant(q.source, q.span, rest) for q, rest in zip(quotes, beyond, strict=True)
                ],
                "sides": [{**side(desk, q.source, q.span, [q.owner_name]), "id": q.row}
                          for q in quotes],
            },
        )  # fmt: skip


def variants(pair: Pair) -> list[dict[str, object]]:
    """Both wordings as pieces, with the words that differ marked."""
    return [
        variant(pair.first.source, pair.first_span, pair.first_differs),
        variant(pair.second.source, pair.second_span, pair.second_differs),
    ]


def _numbers(desk: Desk) -> Iterator[Item]:
    for one, other in differing(desk.sources()):
        if one_number(one, other):
            continue
        fields = {
            "both_possible": not clash(one, other),
            "values": [
                {"report": n.source.label, "value": n.value, "hedge": n.hedge, "unit": n.unit}
                for n in (one, other)
            ],
        }
        yield _two_numbers(desk, one, other, "number", **fields)


def _rounded(desk: Desk) -> Iterator[Item]:
    """One number, more or less rounded, in two reports: they agree on it."""
    for one, other in differing(desk.sources()):
        if one_number(one, other):
            yield _two_numbers(desk, one, other, "agree")


def _two_numbers(desk: Desk, one: Number, other: Number, kind: str, **fields: object) -> Item:
    first, second = one.source.words(one.span), other.source.words(other.span)
    return Item(
        sentence(f"{one.source.label} has “{first}”, {other.source.label} “{second}”"),
        tuple(desk.passages.cite(n.source, (n.span,), "number") for n in (one, other)),
        {
            "kind": kind,
            "reports": [one.source.letter, other.source.letter],
            "sides": [
                side(desk, n.source, n.span, (), n.source.words(n.span)) for n in (one, other)
            ],
            **fields,
        },
    )


def _contradictions(desk: Desk, facts: dict[str, list[Told]]) -> Iterator[Item]:
    """What one report or voice tells as done and another denies."""
    for told in facts.values():
        stated = [t for t in told if mode(t) == "done" and t.claim.mood is Mood.ASSERTED]
        against = [t for t in told if mode(t) == "denied" and t.claim.mood in PLAIN]
        denied = [t for t in against if any(_same_goods(t, s) for s in stated)]
        stated = [s for s in stated if any(_same_goods(t, s) for t in denied)]
        phrase = next((p for t in stated if (p := event_phrase(desk, t))), "")
        if denied and phrase and _voice(desk, denied[0]) != _voice(desk, stated[0]):
            yield Item(
                sentence(f"{phrase}, {_saying(desk, stated[0])}; {_denying(desk, denied[0])}"),
                unique_ids([stated[0], denied[0]]),
                _fields(desk, "contradiction", {"said": stated[0], DENIED: denied[0]}),
            )


def _fields(desk: Desk, kind: str, told: dict[str, Told]) -> dict[str, object]:
    return {
        "kind": kind,
        "reports": [t.report for t in told.values()],
        "sides": [side_of_told(desk, t, value) for value, t in told.items()],
    }


def _same_goods(one: Told, other: Told) -> bool:
    """Whether one denies the goods that the other tells of, and not others of their class."""
    words, others = (set(_goods(told).split()) for told in (one, other))
    return not (words or others) or bool(words & others)


def _goods(told: Told) -> str:
    return plain(" ".join(filler.text for filler in told.claim.fillers("goods")))


def _voice(desk: Desk, told: Told) -> str:
    return desk.key_of_voice(told.claim.voice[-1]) if told.claim.voice else told.report


def _saying(desk: Desk, told: Told) -> str:
    who = f"{desk.voices(told)} in " if told.claim.voice else ""
    return f"says {who}{told.source.label}"


def _denying(desk: Desk, told: Told) -> str:
    who = f"{desk.voices(told)} in " if told.claim.voice else ""
    return f"{who}{told.source.label} denies it"


def _dates(desk: Desk, facts: dict[str, list[Told]]) -> Iterator[Item]:
    """One thing that two reports put on different days."""
    for key, told in facts.items():
        dated = [
            t for t in told
            if mode(t) == "done" and t.claim.time.granularity is Granularity.DAY
            and t.claim.time.since and key.startswith("meeting.")
        ]  # fmt: skip
        for one in dated[:1]:
            other = next((t for t in dated if _clash(one, t)), None)
            phrase = group_phrase(desk, [one, other]) if other else ""
            if other and phrase:
                yield Item(
                    sentence(
                        f"{phrase}: {one.source.label} has {_day(one)},"
                        f" {other.source.label} {_day(other)}"
                    ),
                    unique_ids([one, other]),
                    _fields(desk, "date", {_day(one): one, _day(other): other}),
                )


def _clash(one: Told, other: Told) -> bool:
    return other.report != one.report and other.claim.time.since != one.claim.time.since


def _day(told: Told) -> str:
    return day_words(told.claim.time.since) if told.claim.time.since else ""


def _alone(desk: Desk, facts: dict[str, list[Told]]) -> Iterator[Item]:
    """What one report alone has: the first phrases that can be said, and how many more."""
    originals = [source for source in desk.sources() if not source.copy_of]
    for source in originals if len(originals) > 1 else ():
        phrases: dict[str, Told] = {}
        for told in [t for wanted in TELLING for t in _of_one(facts, source, wanted)]:
            phrase = event_phrase(desk, told)
            granted = told.claim.predicate in (Predicate.MEETING, Predicate.VISIT)
            by = f" ({says(desk.voices(told))})" if told.claim.voice and not granted else ""
            if phrase and told.claim.predicate not in TOLD_ABOVE:
                phrases.setdefault(phrase + by, told)
        if phrases:
            shown = list(phrases)[:ALONE_SHOWN]
            more = len(phrases) - len(shown)
            rest = f"; and {more} more" if more else ""
            yield Item(
                sentence(f"Read only in {source.label}: {'; '.join(shown)}{rest}"),
                unique_ids(list(phrases.values())),
                {
                    "kind": "only-here",
                    "reports": [source.letter],
                    "count": len(phrases),
                    "sides": [side_of_told(desk, t) for t in phrases.values()],
                },
            )


def _of_one(facts: dict[str, list[Told]], source: Source, wanted: str) -> Iterator[Told]:
    """The first claim of each thing that one report alone tells as done, or as to come."""
    for told in facts.values():
        alike = [t for t in told if mode(t) == wanted]
        if _reports(alike) == [source.voice]:
            yield alike[0]
