"""The reports side by side: what they agree on, where they differ, what one alone reports.

Kinds: copies, agree, wording, number, date, contradiction, only-here; nothing is called true.
"""

from collections.abc import Iterator

from foedus.model.claim import Mood, Predicate
from foedus.report.desk import Desk, sentence, unique_ids
from foedus.report.dossier import Source, Told, plain
from foedus.report.items import Item
from foedus.report.naming import bare, capitalised, listed
from foedus.report.phrases import event_phrase, goods_family, group_phrase
from foedus.report.sections.numbers import differing
from foedus.report.sections.wordings import Pair, pairs, pieces, quotations

AGREE_SHOWN, DIFFER_SHOWN, ALONE_SHOWN = 3, 4, 2
COMPARED = ("agreement.", "exchange", "meeting.", "measure", "intent")
# joining, leaving or freezing a treaty
NEWS = (
    Predicate.AGREEMENT_JOINED,
    Predicate.AGREEMENT_SUSPENDED,
    Predicate.AGREEMENT_DENOUNCED,
)
_DENIED = (Mood.DENIED,)
TELLING = (Mood.ASSERTED, Mood.PROMISED, Mood.INTENDED)


def comparison_items(desk: Desk) -> list[Item]:
    """What the reports agree on, then where they differ; nothing where one stands alone."""
    if len(desk.sources()) < 2:
        return []
    facts = grouped(desk)
    differ = [*_contradictions(facts), *_wordings(desk), *_numbers(desk), *_dates(facts)]
    return [
        *_copies(desk),
        *_behind(list(_agreements(desk, facts)), AGREE_SHOWN),
        *_behind(differ, DIFFER_SHOWN),
        *_alone(desk, facts),
    ]


def _behind(items: list[Item], shown: int) -> list[Item]:
    return [
        Item(i.text, i.claims, i.fields, behind=index >= shown) for index, i in enumerate(items)
    ]


def grouped(desk: Desk) -> dict[str, list[Told]]:
    """Claims of one thing: what was done, by which states, to which, with what class of goods."""
    groups: dict[str, list[Told]] = {}
    for told in desk.dossier.of(*COMPARED):
        key = fact_key(desk, told)
        if key:
            groups.setdefault(key, []).append(told)
    return groups


def fact_key(desk: Desk, told: Told) -> str:
    """By what two claims are about one thing; "" where an actor is not known."""
    claim = told.claim
    roles = [(r, f) for r, f in claim.roles if r in ("source", "target", "place")]
    sides: dict[str, set[str]] = {}
    for role, filler in roles:
        state = desk.state(filler.actor)
        if state or filler.actor:
            sides.setdefault(role, set()).add(state or str(filler.actor))
    if claim.predicate is Predicate.AGREEMENT_REPLACED:
        return f"{claim.predicate}|" if claim.fillers("predecessor") else ""
    if claim.predicate in NEWS:
        instrument = claim.filler("instrument")
        of = (instrument.actor or "") if instrument else ""
        return f"{claim.predicate}|{sorted(sides.get('source', set()))}|{of}" if sides else ""
    if claim.predicate is Predicate.PROVISION:
        words = plain(told.words(claim.filler("provision")))
        return f"{claim.predicate}|{' '.join(words.split()[-6:])}" if words else ""
    if claim.predicate in (Predicate.MEETING,) or claim.predicate.value.startswith("agreement."):
        merged = sorted(set().union(*sides.values())) if sides else []
        return f"{claim.predicate}|{','.join(merged)}" if len(merged) > 1 else ""
    if not sides.get("source"):
        return ""
    if claim.predicate is Predicate.INTENT:
        return f"intent|{sorted(sides['source'])}|{plain(told.words(claim.filler('topic')))}"
    where = sides.get("target") or sides.get("place") or set()
    goods = claim.filler("goods")
    what = goods_family(told.words(goods)) if goods else ""
    return f"{claim.predicate}|{sorted(sides['source'])}|{sorted(where)}|{what}" if where else ""


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
            )


def _voices(told: list[Told]) -> set[str]:
    return {t.report for t in told}


def _letters(told: list[Told]) -> list[str]:
    return list(dict.fromkeys(t.letter for t in told))


def _agreements(desk: Desk, facts: dict[str, list[Told]]) -> Iterator[Item]:
    affirmed = [[t for t in told if _affirmed(t)] for told in facts.values()]
    shared = [told for told in affirmed if len(_voices(told)) > 1]
    for told in sorted(shared, key=lambda group: -len(_voices(group))):
        phrase = group_phrase(desk, told)
        # quoted provisions are compared word by word instead
        if phrase and told[0].claim.predicate is not Predicate.PROVISION:
            who = _all_or(desk, told)
            first_each = [next(t for t in told if t.letter == x) for x in _letters(told)]
            yield Item(
                sentence(f"{who}: {phrase}"),
                unique_ids(first_each),
                {"kind": "agree", "reports": _letters(told)},
            )


def _all_or(desk: Desk, told: list[Told]) -> str:
    letters, total = _letters(told), len(desk.sources())
    if len(letters) == total:
        return "Both reports" if total == 2 else f"All {total} reports"
    return desk.reports(told)


def _wordings(desk: Desk) -> Iterator[Item]:
    seen: set[str] = set()
    for pair in pairs(quotations(desk)):
        if pair.same or pair.first.owner in seen:
            continue
        seen.add(pair.first.owner)
        owner = capitalised(pair.first.owner_name)
        yield Item(
            sentence(f"{owner}: one remark in two wordings"),
            (pair.first.row, pair.second.row),
            {"kind": "wording", "speaker": pair.first.owner_name, "variants": variants(pair)},
        )


def variants(pair: Pair) -> list[dict[str, object]]:
    """Both wordings as pieces, with the words that differ marked."""
    sides = (
        (pair.first, pair.first_span, pair.first_differs),
        (pair.second, pair.second_span, pair.second_differs),
    )
    return [
        {
            "source": quotation.source.label,
            "document": quotation.source.document.id,
            "passage": [span.start, span.end],
            "words": span.of(quotation.source.document.text),
            "pieces": pieces(quotation.source, span, differs),
        }
        for quotation, span, differs in sides
    ]


def _numbers(desk: Desk) -> Iterator[Item]:
    for one, other in differing(desk.sources()):
        first, second = one.source.words(one.span), other.source.words(other.span)
        yield Item(
            sentence(f"{one.source.label} has “{first}”, {other.source.label} “{second}”"),
            tuple(desk.passages.cite(n.source, (n.span,), "number") for n in (one, other)),
            {
                "kind": "number",
                "values": [
                    {"report": n.source.label, "value": n.value, "hedge": n.hedge, "unit": n.unit}
                    for n in (one, other)
                ],
            },
        )


def _contradictions(facts: dict[str, list[Told]]) -> Iterator[Item]:
    for told in facts.values():
        denied = [t for t in told if t.claim.negated or t.claim.mood in _DENIED]
        stated = [t for t in told if t not in denied and t.claim.mood is Mood.ASSERTED]
        if denied and stated and denied[0].letter != stated[0].letter:
            yield Item(
                sentence(f"{stated[0].source.label} states what {denied[0].source.label} denies"),
                unique_ids([stated[0], denied[0]]),
                {"kind": "contradiction"},
            )


def _dates(facts: dict[str, list[Told]]) -> Iterator[Item]:
    for key, told in facts.items():
        if not key.startswith(("agreement.", "meeting.")):
            continue
        dated = [t for t in told if t.claim.time.since and t.claim.time.granularity == "day"]
        for one in dated[:1]:
            other = next(
                (
                    t
                    for t in dated
                    if t.letter != one.letter and t.claim.time.since != one.claim.time.since
                ),
                None,
            )
            if other:
                yield Item(
                    sentence(
                        f"{one.source.label} dates it {one.claim.time.since},"
                        f" {other.source.label} {other.claim.time.since}"
                    ),
                    unique_ids([one, other]),
                    {"kind": "date"},
                )


def _affirmed(told: Told) -> bool:
    return not told.claim.negated and told.claim.mood not in (*_DENIED, Mood.CONDITIONAL)


def _alone(desk: Desk, facts: dict[str, list[Told]]) -> Iterator[Item]:
    """What one report alone has: the phrases that can be said, the first of each report shown."""
    originals = [source for source in desk.sources() if not source.copy_of]
    for source in originals if len(originals) > 1 else ():
        own = [told[0] for told in facts.values() if _voices(told) == {source.letter}]
        phrases: dict[str, list[Told]] = {}
        for told in own:
            phrase = event_phrase(desk, told)
            if phrase and _affirmed(told) and told.claim.mood in TELLING:
                phrases.setdefault(phrase, []).append(told)
        if phrases:
            shown = list(phrases)[:ALONE_SHOWN]
            cited = [t for phrase in shown for t in phrases[phrase]]
            yield Item(
                sentence(f"Only {source.label}: {listed((bare(p) for p in shown), 'and')}"),
                unique_ids(cited),
                {"kind": "only-here", "reports": [source.letter], "count": len(phrases)},
            )
