"""Provisions in, duties out: who is said to be bound to do what, when, in which quoted words."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from foedus.model.claim import Mood, Predicate
from foedus.report.desk import Desk, sentence, unique_ids
from foedus.report.dossier import Told, plain
from foedus.report.items import Item
from foedus.report.naming import capitalised, listed, says
from foedus.report.sections.instruments import Instrument
from foedus.report.sections.provisions import DRAFTED, PROVIDED, duty_of, duty_span, provisions
from foedus.report.sections.readings import reading_items
from foedus.report.sections.wordings import TEXT, Quotation, aligned

DUTIES_SHOWN = 4
WEIGHT = 93
NOT_SAID = "–"


def duty_items(desk: Desk, found: Sequence[Instrument]) -> list[Item]:
    """Duties of the main instrument, their quoted wordings, then the readings by speaker."""
    main = found[0] if found else None
    bound = _bound(main) if main else []
    rows = [_duty(desk, main, duty_of(words), told) for words, told in bound] if main else []
    rows += [_no_duty(desk, main, told) for told in _not_bound(main)] if main else []
    for one in found:
        of = "" if one is main else one.title
        bound_there = [] if one is main else _bound(one)
        rows += [_duty(desk, one, duty_of(words), told, of) for words, told in bound_there]
        in_draft = ", ".join(filter(None, (of, "in a draft")))
        drafted = _bound(one, DRAFTED)
        rows += [_duty(desk, one, duty_of(words), told, in_draft) for words, told in drafted]
    items = _in_front([row for row in rows if not _told_above(row, rows)])
    items += [row.put_behind() for row in rows if _told_above(row, rows)]
    for _, told in bound:
        items += _other_wordings(desk, told)
    return items + reading_items(desk, main.parties if main else ())


def _bound(main: Instrument, moods: Collection[Mood] = PROVIDED) -> list[tuple[str, list[Told]]]:
    """What it provides that is a duty known by its words."""
    return [p for p in provisions(main, moods) if duty_of(p[0]) != "uncoded"]


def _not_bound(main: Instrument) -> list[Told]:
    """What the reports say the instrument does not oblige anybody to do, each once."""
    found: dict[str, Told] = {}
    for told in main.not_yet(Predicate.PROVISION):
        words = plain(told.words(told.claim.filler("provision")))
        if duty_of(words) != "uncoded":
            found.setdefault(words, told)
    return list(found.values())


def _no_duty(desk: Desk, main: Instrument, told: Told) -> Item:
    """ "No duty to fight for the other, says Jane Doe"."""
    bearer, owed_to = _parties(desk, main, [told])
    words = _what(desk, told)
    what = f"no duty{'' if words.startswith('to ') else ':'} {words}, {says(desk.voices(told))}"
    fields = {
        "bearer": capitalised(bearer), "owed_to": owed_to, "what": what, "when": NOT_SAID,
        "duty": f"no {duty_of(what)}", "reported_by": [told.source.label], "voices": 1,
    }  # fmt: skip
    return Item(
        sentence(f"{bearer} towards {owed_to}: {what}"),
        (told.id,),
        fields,
        cells=(capitalised(bearer), owed_to, what, NOT_SAID),
    )


def _in_front(rows: Sequence[Item]) -> list[Item]:
    """The first duties in front, each weighing less than the one before."""
    return [
        replace(row, behind=index >= DUTIES_SHOWN, weight=WEIGHT - index)
        for index, row in enumerate(rows)
    ]


def _told_above(row: Item, rows: Sequence[Item]) -> bool:
    """Whether the row tells a duty in a report's words that another row quotes, of the same."""
    shared = ("duty", "bearer", "owed_to")
    return not _quotes(row) and any(
        _quotes(other) and all(other.fields[name] == row.fields[name] for name in shared)
        for other in rows
    )


def _quotes(row: Item) -> bool:
    return "“" in row.fields["what"]


def _duty(desk: Desk, main: Instrument, duty: str, told: list[Told], under: str = "") -> Item:
    bearer, owed_to = _parties(desk, main, told)
    clearest = _clearest(desk, told)
    what, when = _what(desk, clearest), NOT_SAID
    numbered = (t.words(t.claim.filler("article")) for t in (clearest, *told))
    article = next(filter(None, numbered), "")
    where = ", ".join(filter(None, (article, under)))
    what = f"{where}: {what}" if where else what
    others = _as_quoted(desk, clearest, told)
    condition = next((t for t in (clearest, *told) if t.claim.filler("condition")), None)
    if condition:
        when = str(desk.filler_words(condition, condition.claim.filler("condition"), 18))
    if all(t.claim.voice for t in told):  # the words are a speaker's, not the report's
        what += f", {says(desk.voice_name(told[0], told[0].claim.voice[-1]))}"
    elif others:
        what += f" ({clearest.source.label})"
    text = f"{bearer} towards {owed_to}: " + ", ".join(filter(None, (what, _when(when))))
    fields = {
        "bearer": capitalised(bearer), "owed_to": owed_to, "what": what, "when": when,
        "duty": duty, "reported_by": list(dict.fromkeys(t.source.label for t in told)),
        "voices": desk.independent(told),
    }  # fmt: skip
    return Item(
        sentence(text),
        unique_ids([clearest, *told]),
        fields,
        cells=(capitalised(bearer), owed_to, what, when),
    )


def _clearest(desk: Desk, told: Sequence[Told]) -> Told:
    """Of several reports of one provision the longest that quotes it, else the longest."""

    def rank(one: Told) -> tuple[bool, bool, int]:
        filler = one.claim.filler("provision")
        own = filler is not None and desk.quoting.own(one.source, filler.span)
        return not own, not one.claim.filler("condition"), -len(one.words(filler))

    return min(told, key=rank)


def _what(desk: Desk, told: Told) -> str:
    """The provision without its condition."""
    if told.claim.filler("provision") is None:
        return ""
    return str(desk.quoting.words(told.source, duty_span(told), 16))


def _when(when: str) -> str:
    if when == NOT_SAID:
        return ""
    own_word = re.match(r"[“‘]?(?:if|when|in|once|should|upon|as soon|where)\b", when, re.I)
    return when if own_word else f"when: {when}"


def _parties(desk: Desk, main: Instrument, told: Sequence[Told]) -> tuple[str, str]:
    """Bearer and the one owed: named in the provision, else each party to the other."""
    for one in told:
        source, target = one.claim.filler("source"), one.claim.filler("target")
        if source and target and source.actor and target.actor and source.actor != target.actor:
            return desk.name(source), desk.name(target)
    bound = desk.states(told[0].claim.fillers("source"))
    if bound and set(bound) != set(main.parties):
        return listed(desk.actor_name(state) for state in bound), NOT_SAID
    if len(main.parties) == 2:
        names = listed(desk.actor_name(party) for party in main.parties)
        return f"each party ({names})", "the other"
    return ("each party", "the others") if main.parties else ("the parties", "one another")


def _as_quoted(desk: Desk, clearest: Told, told: Sequence[Told]) -> list[Told]:
    """The other reports that quote the provision at another length, each once.

    Where a word differs, the wordings are set side by side among the differences.
    """
    if not _is_own(desk, clearest):
        return []
    others: dict[str, Told] = {}
    for one in told:
        if one.report != clearest.report and _is_own(desk, one):
            others.setdefault(one.report, one)
    aside = [(one, aligned(_quotation(clearest), _quotation(one))) for one in others.values()]
    return [one for one, pair in aside if pair and pair.same and _longer(clearest, one)]


def _is_own(desk: Desk, told: Told) -> bool:
    filler = told.claim.filler("provision")
    return filler is not None and desk.quoting.own(told.source, filler.span)


def _longer(one: Told, other: Told) -> bool:
    return _provided(one) != _provided(other)


def _provided(told: Told) -> str:
    return plain(told.words(told.claim.filler("provision")))


def _other_wordings(desk: Desk, told: Sequence[Told]) -> list[Item]:
    """How the other reports quote the provision of the row above."""
    clearest = _clearest(desk, told)
    others = _as_quoted(desk, clearest, told)
    if not others:
        return []
    quoted = (f"{t.source.label} quotes {_beside(desk, clearest, t)}" for t in others)
    return [Item(sentence("; ".join(quoted)), unique_ids(others), {}, weight=WEIGHT - 1)]


def _beside(desk: Desk, longer: Told, shorter: Told) -> str:
    """A wording that lies within the longer one, by the words that it leaves out; else whole."""
    long, short = (t.words(t.claim.filler("provision")) for t in (longer, shorter))
    start = long.casefold().find(short.casefold())
    if start < 0:
        return str(desk.filler_words(shorter, shorter.claim.filler("provision"), 24))
    left = (long[:start].strip(), long[start + len(short) :].strip())
    return f"it without {listed(f'“{words}”' for words in left if words)}"


def _quotation(told: Told) -> Quotation:
    filler = told.claim.filler("provision")
    span = filler.span if filler else told.claim.passage
    return Quotation(TEXT, TEXT, told.source, span, told.id)
