"""Clauses of one thing in, which of them puts it more firmly out."""

import re
from itertools import combinations

from foedus.model.claim import Mood
from foedus.read.assertions import Assertion
from foedus.report.comparing.denied import differ_in_truth
from foedus.report.comparing.meeting import Met
from foedus.report.comparing.sides import One, about, compared, side_of_assertion, telling
from foedus.report.desk import Desk
from foedus.report.dossier import Source, plain
from foedus.report.items import Item

# How firmly a clause is put. What hangs on a condition, or is merely supposed, is no matter of
# firmness: the condition may stand in the words that a report left out.
_FIRM = {
    Mood.ASSERTED: 4, Mood.PROMISED: 4, Mood.INTENDED: 3, Mood.THREATENED: 3,
    Mood.PROPOSED: 2, Mood.POSSIBLE: 1, Mood.RUMOURED: 1, Mood.FEARED: 1,
}  # fmt: skip
_HEDGED = 1
_NEGATIONS = frozenset("not n't n’t never no nor neither none nobody nothing without".split())
# of what is intended: what is settled already, and what is only thought of
_DECIDED = re.compile(r"\b(?:decid|resolv)", re.IGNORECASE)
_WEIGHED = re.compile(r"\b(?:consider|contemplat|mull|weigh|ey(?:e|ing)|think|hop(?:e|ing))\w*",
                      re.IGNORECASE)  # fmt: skip


WEIGHING = frozenset({"consider", "contemplate", "mull", "weigh"})
"""Verbs that only think of what stands behind them, also where that is a noun."""


def mood(desk: Desk, group: Met) -> Item | None:
    """What one puts more firmly than another."""
    pairs = combinations(group.ones, 2)
    found = next((pair for pair in pairs if firmness(pair[0]) != firmness(pair[1])), None)
    if found is None or not all(firmness(one) for one in found):
        return None
    (_, first), (_, second) = found
    softer = min(found, key=firmness)
    if differ_in_truth(first, second) or _both_have(found) or not _shows(*softer):
        return None
    if not (first.stated and second.stated) or (first.quoted and second.quoted):
        return None
    sides = [side_of_assertion(desk, s, a, _put(s, a)) for s, a in found]
    firmer = 0 if firmness(found[0]) > firmness(found[1]) else 1
    direction = _direction([source for source, _ in found], firmer)
    words = f"{about(found[firmer])}: {telling(sides[firmer])} puts it more firmly" + (
        f" than {telling(sides[1 - firmer])} (“{sides[1 - firmer]['value']}”)"
    )
    item = compared("mood", words + (f"; {direction} since" if direction else ""), sides)
    fields = {**item.fields, "firmer": sides[firmer]["report"], "direction": direction or None}
    return Item(item.text, item.claims, fields)


def firmness(one: One) -> int:
    """From 1, merely possible, to 4, plainly said; 0 where that is not told."""
    source, clause = one
    firm = _FIRM.get(clause.mood, 0)
    if clause.verb in WEIGHING and clause.mood is Mood.ASSERTED:
        return 2
    if clause.mood is Mood.INTENDED:
        words = " ".join(span.of(source.document.text) for span in clause.mood_words)
        firm = 4 if _DECIDED.search(words) else 2 if _WEIGHED.search(words) else firm
    return min(firm, _HEDGED) if clause.hedge and firm else firm


def _both_have(found: tuple[One, One]) -> bool:
    """Whether the words that show how it is put stand in the other clause as well."""
    shown = [{plain(span.of(source.document.text)) for span in a.hedge} for source, a in found]
    texts = [plain(a.span.of(source.document.text)) for source, a in found]
    return any(words in texts[1] for words in shown[0]) or any(
        words in texts[0] for words in shown[1]
    )


def _put(source: Source, one: Assertion) -> str:
    """The word that shows how it is put, else the mood."""
    return next(iter(_shows(source, one)), one.mood.value)


def _shows(source: Source, one: Assertion) -> list[str]:
    """The words of the clause itself that show how firmly it is put."""
    spans = [span for span in (*one.hedge, *one.mood_words) if one.span.covers(span)]
    words = [span.of(source.document.text) for span in spans]
    if one.verb in WEIGHING:
        words += _WEIGHED.findall(source.words(one.span))
    return [word for word in words if word.lower() not in _NEGATIONS]


def _direction(sources: list[Source], firmer: int) -> str:
    """Softened or hardened, where the days of publication tell which report came later."""
    days = [min((r.published for r in s.receipts if r.published), default=None) for s in sources]
    if not all(days) or days[0] == days[1]:
        return ""
    later = 0 if str(days[0]) > str(days[1]) else 1
    return "hardened" if later == firmer else "softened"
