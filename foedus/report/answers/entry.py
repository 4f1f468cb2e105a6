"""Answers that belong together in, their lines out: who must do what, by which words, what decides.

In full for the telling ones, in a line for the others.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedus.model.scenario import Verdict
from foedus.model.term import Holder
from foedus.model.treaty_words import Modality, RecordStatus, TextStatus
from foedus.report.answers.case import Case, Group
from foedus.report.answers.deciding import ReadingEffect, deciding, holder_words, stated_by
from foedus.report.answers.naming import (
    bearers,
    place_in,
    term_name,
    told,
    treaty_name,
)
from foedus.report.answers.phrases import duty_noun, duty_words, fact_words, response_words
from foedus.report.naming import capitalised

if TYPE_CHECKING:
    from foedus.history import Honour

_HEADS = {
    Verdict.OWED: "OWED",
    Verdict.DISPUTED: "DISPUTED",
    Verdict.UNKNOWN: "NOT KNOWN",
    Verdict.NOT_OWED: "NOT OWED",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the screen: its text, its indentation, how far its later lines hang."""

    text: str = ""
    indent: int = 0
    hang: int = 0


def headline(case: Case, group: Group) -> str:
    """ "OWED: Armenia must defend Russia"."""
    answer = group.first
    treaty = case.treaty(answer.treaty)
    who = bearers(group.bearers, treaty, case.day, group.owed_to if len(group.bearers) > 1 else ())
    mutual = bool({*group.bearers} & {*group.owed_to})
    to = "one another" if mutual else bearers(group.owed_to, treaty, case.day, group.bearers)
    what = duty_words(answer.duty, to)
    if answer.verdict is Verdict.NOT_OWED:
        return f"{_HEADS[answer.verdict]}: for {who} to {what}"
    permitted = answer.modality == Modality.PERMISSION
    may = "may" if permitted else "must"
    head = _HEADS[answer.verdict]
    if answer.verdict in (Verdict.DISPUTED, Verdict.UNKNOWN):
        return f"{head}: whether {who} {may} {what}"
    return f"MAY, but need not, {what}: {who}" if permitted else f"{head}: {who} {may} {what}"


def short_entry(case: Case, group: Group) -> Line:
    """The group in a line: who must do what, by which words, and where that stands."""
    answer = group.first
    treaty = case.treaty(answer.treaty)
    turns = ""
    if answer.verdict is Verdict.DISPUTED:
        turns = f"; turns on {turns_on(group)}"
    if answer.missing:
        turns = f"; {told(answer.missing)}"
    words = case.clause(answer).words[:1]
    quoted = f": “{words[0]}”" if words else ""
    place = place_in(treaty, answer.article)
    return Line(f"{headline(case, group)}{quoted} ({place}{turns}).", 0, 2)


def turns_on(group: Group, most: int = 3) -> str:
    """The terms and facts that decide, by name."""
    answer = group.first
    names = [f"“{term_name(term)}”" for term in answer.terms]
    names += [f"whether {fact_words(fact)}" for fact in answer.facts]
    kept = list(dict.fromkeys(names))
    more = f" and {len(kept) - most} more" if len(kept) > most else ""
    return ", ".join(kept[:most]) + more


def entry_lines(case: Case, group: Group, everything: bool = False) -> Iterator[Line]:
    """The group in full: clause and words, what decides and who reads it so, what it rests on.

    A clause that has its words goes by them; with `everything` our summary stands beside.
    """
    answer, clause = group.first, case.clause(group.first)
    treaty = case.treaty(answer.treaty)
    yield Line(f"{headline(case, group)}.", 0, 2)
    words = "; ".join(f"“{w}”" for w in clause.words)
    says = f"{clause.summary} {words}".strip() if everything or not words else words
    how = response_words(clause.response)
    told_how = f" How: {how}." if how else ""
    place = capitalised(place_in(treaty, answer.article))
    yield Line(f"{place}: {says.removesuffix('.')}.{told_how}", 2, 2)
    if answer.verdict is Verdict.DISPUTED:
        yield from _what_decides(case, group, 9 if everything else 1)
    if answer.share is not None and answer.verdict is Verdict.DISPUTED:
        counted = f"{answer.share:.0%}".replace("%", " per cent")
        by = "by the weights of the question; no chance that anybody fights"
        yield Line(f"Owed in {counted} of the ways to read it, {by}.", 2, 2)
    if answer.missing:
        yield Line(f"Not known: {told(answer.missing)}.", 2, 2)
    for term, reading, holder in stated_by(case, answer):
        if f"{answer.treaty}/{term}" in answer.terms:
            continue  # told with what decides
        position = f"{_clause(reading.summary)}: {holder_words(case, holder, answer.treaty)}"
        note = f". {holder.note.removesuffix('.')}" if holder.note else ""
        yield Line(f"Its own position on “{term_name(term)}”: {position}{note}.", 2, 2)
    if answer.conflicts:
        yield Line(f"Cannot be kept together with: {_conflicts(case, answer.conflicts)}.", 2, 2)
    yield Line(f"Text: {_text(case, group)}.", 2, 2)
    record = case.records.get(answer.treaty)
    if record:
        yield Line(_record(record), 2, 2)


def _record(record: "Honour") -> str:
    """How the promises of the treaty fared in war, with its n."""
    told = f"{record.honoured} of {record.called} kept" if record.called else "none was called"
    other, of = record.other
    rival = (
        ""
        if (other, of) == (record.honoured, record.called)
        else f"; {other} of {of} by another coding"
    )
    by = record.citation.partition('"')[0].strip()
    return (
        f"Record: of its promises that wars called, {told} (n = {record.listed} wars{rival}; all"
        f" treaties: {record.all_honoured} of {record.all_called}). {by}"
    )


def _what_decides(case: Case, group: Group, most: int) -> Iterator[Line]:
    """Under which readings it is owed, and who reads it so; `most` of them by name."""
    effects = deciding(case, group.first)
    for axis in dict.fromkeys(effect.axis for effect in effects):
        ways = [effect for effect in effects if effect.axis == axis]
        if ways[0].is_fact:
            yield Line(_fact_line(ways), 2, 2)
            continue
        yield Line(f"What decides is how “{ways[0].name}” is read:", 2, 2)
        for effect in ways:
            held = _of_the_day(case, group.first.treaty, effect.holders, most)
            by = "; ".join(holder_words(case, h, group.first.treaty) for h in held[:most])
            left = len(held) - most
            more = f"; and by {left} more" if left > 0 else ""
            read = f" Read so by {by}{more}." if by else ""
            yield Line(f"{_MARK[effect.verdict]}: {_clause(effect.summary)}.{read}", 4, 2)


def _of_the_day(case: Case, treaty: str, holders: Sequence[Holder], most: int) -> Sequence[Holder]:
    """Of a screen's holders none who spoke later of another treaty; of `most` many, all."""
    if most > 1:
        return holders
    return [
        holder
        for holder in holders
        if holder.treaty in ("", treaty) or not holder.since or holder.since.first <= case.day
    ]


_MARK = {
    Verdict.OWED: "owed",
    Verdict.NOT_OWED: "not owed",
    Verdict.DISPUTED: "open still",
    Verdict.UNKNOWN: "not known",
}


def _clause(summary: str) -> str:
    """A summary for the middle of a sentence."""
    bare = summary.removesuffix(".")
    return bare[:1].lower() + bare[1:]


def _fact_line(ways: list[ReadingEffect]) -> str:
    told_ = (f"{_MARK[effect.verdict]} if {effect.summary}" for effect in ways)
    return f"What decides is a fact: {'; '.join(told_)}."


def _conflicts(case: Case, conflicts: tuple[str, ...]) -> str:
    """The other duties of the bearer, by treaty and kind."""
    found = []
    for name in conflicts:
        treaty_id, _, clause_id = name.rpartition("/")
        treaty = case.treaty(treaty_id)
        clause = next(clause for clause in treaty.clauses if clause.id == clause_id)
        found.append(f"its duty of {duty_noun(clause.duty)} by the {treaty_name(treaty)}")
    return "; ".join(found)


def _text(case: Case, group: Group) -> str:
    """How much of the text was seen."""
    treaty, clause = case.treaty(group.first.treaty), case.clause(group.first)
    if treaty.text_status is TextStatus.CODED:
        return "coded by a data set; no text was seen"
    unseen = "; this clause itself was not seen at a source"
    return treaty.seen + ("" if clause.status is RecordStatus.VERIFIED else unseen)
