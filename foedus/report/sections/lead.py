"""Two sentences of the lead: what went one way and what came back; two readings side by side."""

import re
from collections.abc import Collection, Iterator, Sequence

from foedus.model.claim import Mood
from foedus.model.document import Span
from foedus.report.callings import is_named
from foedus.report.desk import Desk, sentence, unique_ids
from foedus.report.dossier import Told, plain
from foedus.report.items import Item
from foedus.report.naming import bare, denies, listed, says, verb_for
from foedus.report.sections.flows import EACH_OTHER, MIGHT, Flow, flows, leaning
from foedus.report.sections.readings import TURNING, gist, reading_words, readings

LIMITS = re.compile(
    r"\b(?:for itself|for themselves"
    r"|not|n['’]t|never|no|vague|unclear|ambiguous|open-ended|only|loose\w*|weak\w*|less"
    r"|little|short of)\b"
)
# what leans on the words before it cannot stand alone
_LEANING = re.compile(
    r"\b(?:it|its|that|this|these|those|they|them|he|she)\W*$|^(?:it|this|that)\b"
)
# a verb that the agreement is the subject of; a phrase that names what it is
_FINITE = re.compile(
    r"(?:\w+ly )?(?:is|are|was|were|do|did|has|have|had|will|would|can|could|may|might|must"
    r"|(?!this\b|its\b|less\b|perhaps\b)[a-z]+[^s\W]s|[a-z]{3,}ed)\b(?! of\b)(?=.* )"
)
_COPULA = re.compile(
    r"(?:(?:['’]s|\b(?:is|are|was|be|as))"
    r"|\b(?:call|label|term|brand)(?:s|ed|led)? (?:it|(?:the|this|that) [\w -]+))\s+[“‘]?$"
)
_NAMING = re.compile(r"(?:an?|the|one|no|just|only|merely|not) ")
_OPEN = re.compile(r"\b(?:may|might|could|would|perhaps|possibly)\b")
VAGUE = ("some", "others", "many", "several", "most", "few")
LENGTH_BEFORE = 40  # characters in which "is", "called the pact" or "reads it as" stands
LENGTH = 6  # words that a reading should have to be quoted whole and still say something


def given_and_returned(desk: Desk) -> list[Item]:
    """What went one way and what came back; as fact only where a report itself says so.

    What came back is told as an exchange only for the goods of its own passage.
    """
    between = [
        f
        for f in flows(desk)
        if f.giver and f.receiver not in ("", EACH_OTHER) and f.mood not in (*MIGHT, Mood.DENIED)
    ]
    if not between or between[0].mood not in (Mood.ASSERTED, Mood.RUMOURED):
        return []
    first = between[0]
    back = [f for f in between if f.way == (first.receiver, first.giver)]
    returned = [f for i, f in enumerate(back) if not any(_same_goods(f, g) for g in back[:i])][:2]
    places = {_place(t) for flow in returned for t in flow.told}
    told = [t for t in first.told if _place(t) in places] or [
        t for t in first.told if not leaning(desk, t)
    ]
    told = told or list(first.told)
    text, cited = _given(desk, first, told), list(told)
    for flow in returned:
        text += _returned(desk, flow, told)
        cited += flow.told
    for one in (t for t in first.told if t not in told):
        text += f"; {_added(desk, one)}"
        cited.append(one)
    for flow in (f for f in between if _rests_on_more(desk, f, first)):
        text += f"; {_added(desk, flow.told[0])}"
        cited += flow.told
    single = len({t.report for t in cited}) == 1 and len(desk.sources()) > 1
    text += f", according to {desk.reports(cited)}" if single and not first.voice else ""
    for flow in _denying(desk, first):
        who = flow.voice or desk.voices(flow.told[0])
        given = {plain(bare(t.words(f))) for t in told for f in t.claim.fillers("goods")}
        goods = "it" if given <= set(map(plain, flow.goods)) else listed(flow.goods)
        text += f"; {denies(who)} {goods}"
        cited += flow.told
    return [Item(sentence(text), unique_ids(cited), {"voices": desk.independent(cited)})]


def _denying(desk: Desk, flow: Flow) -> list[Flow]:
    """Who denies what went that way, the first of them."""
    words = set(plain(" ".join(flow.goods)).split())
    return [
        other
        for other in flows(desk)
        if other.mood is Mood.DENIED
        and other.way == flow.way
        and words & set(plain(" ".join(other.goods)).split())
    ][:1]


def _same_goods(flow: Flow, other: Flow) -> bool:
    """Whether the other names the goods too, as fully or more so: "24 jets", "24 Su-35 jets"."""
    words, others = (set(plain(" ".join(f.goods)).split()) for f in (flow, other))
    return words <= others


def _rests_on_more(desk: Desk, flow: Flow, first: Flow) -> bool:
    """Whether it went the same way, as told of evidence or by somebody without a name."""
    alike = (flow.way, flow.mood, flow.voice, flow.future) == (
        first.way, first.mood, first.voice, first.future
    )  # fmt: skip
    return alike and flow is not first and bool(leaning(desk, flow.told[0]))


def _place(told: Told) -> tuple[str, Span]:
    return told.source.letter, told.claim.passage


def _added(desk: Desk, told: Told) -> str:
    """ "Report B adds rockets (citing officials)"."""
    goods = listed(f.text for f in told.claim.fillers("goods"))
    lean = leaning(desk, told)
    return f"{told.source.label} adds {goods}{f' ({lean})' if lean else ''}"


def _given(desk: Desk, flow: Flow, told: Sequence[Told]) -> str:
    """As fact only where a report itself says so; else with the voice whose word it is."""
    goods = listed(dict.fromkeys(f.text for t in told for f in t.claim.fillers("goods")))
    if flow.future:
        by = f", {says(flow.voice)}," if flow.voice else ""
        lean = "" if flow.voice else next((leaning(desk, t) for t in told), "")
        shown = f" ({lean})" if lean else ""
        return f"{flow.giver}{by} is to give {flow.receiver} {goods}{shown}"
    if not flow.voice and not all(leaning(desk, t) for t in told) and flow.solid:
        return f"{flow.giver} has given {flow.receiver} {goods}"
    verb = "is believed" if flow.believed else "is said"
    lean = next((leaning(desk, t) for t in told), "") if not flow.voice else ""
    by, shown = f" by {flow.voice}" if flow.voice else "", f" ({lean})" if lean else ""
    return f"{flow.giver} {verb}{by} to have given {flow.receiver} {goods}{shown}"


def _returned(desk: Desk, flow: Flow, given: Sequence[Told]) -> str:
    """What came back: in exchange, where one passage tells both; else as a fact of its own."""
    passages = {_place(t) for t in given}
    together = [t for t in flow.told if _place(t) in passages]
    if together:
        goods = listed(dict.fromkeys(f.text for t in together for f in t.claim.fillers("goods")))
        if flow.voice and flow.believed:
            return f" and, {flow.voice} {verb_for(flow.voice, 'believe')}, {goods}"
        if not flow.voice:
            return f", in exchange for {goods}"
    return f"; {_given(desk, flow, flow.told)}"


def contrast_item(desk: Desk, parties: Collection[str] = ()) -> Iterator[Item]:
    """Two readings, by name, as their holders put them: one that reaches far, one that limits."""
    held = [
        (who, t)
        for who, told in readings(desk)
        for t in told
        if t.claim.voice
        and t.claim.mood is not Mood.DENIED
        and _stands_alone(t)
        and desk.state(t.claim.voice[-1].actor) not in parties
    ]
    limiting = [pair for pair in held if pair[1].claim.negated or LIMITS.search(_words(pair[1]))]
    reaching = [pair for pair in held if pair not in limiting and not _OPEN.search(_words(pair[1]))]
    pairs = [(a, b) for a in reaching for b in limiting if a[0] != b[0]]
    if pairs:
        chosen = min(pairs, key=lambda pair: sum(_cost(desk, t) for _, t in pair))
        parts = [_held(desk, who, told) for who, told in chosen]
        yield Item(
            sentence(f"The agreement is read in more than one way: {'; '.join(parts)}"),
            unique_ids(told for _, told in chosen),
        )


def _held(desk: Desk, who: str, told: Told) -> str:
    """ "to Jane Doe it is “a first step”", "Jane Doe says it “binds nobody”"."""
    words = reading_words(desk, told)
    if _is_named(told):
        return f"to {who} it is {words}"
    verb = _FINITE.match(words.strip("“‘"))
    return f"{who} {verb_for(who, 'say')} it {words}" if verb else f"{who}: {words}"


def _is_named(told: Told) -> bool:
    """Whether the words are what the agreement is said to be ("it is a first step")."""
    telling, whole = gist(told), told.claim.filler("reading")
    if telling is None or whole is None:
        return False
    start = max(told.claim.passage.start, telling.span.start - LENGTH_BEFORE)
    before = Span(start, max(start, telling.span.start))
    return bool(_COPULA.search(before.of(told.source.document.text))) or (
        telling.span != whole.span and bool(_NAMING.match(told.words(telling).strip("“‘")))
    )


def _words(told: Told) -> str:
    return told.words(gist(told))


def _stands_alone(told: Told) -> bool:
    words = plain(_words(told))
    return len(words.split()) > 2 and not _LEANING.search(words)


def _cost(desk: Desk, told: Told) -> float:
    """How far a reading is from what can stand in the lead: own words of a good length, named."""
    shown = desk.filler_words(told, gist(told))
    unmarked = 0 if "“" in shown.text else 6
    name = told.claim.voice[-1].name.lower()
    unnamed = 0 if is_named(told.claim.voice[-1]) else 4 + 6 * name.startswith(VAGUE)
    turning = 0 if TURNING.search(_words(told)) else 12
    return turning + abs(len(shown.text.split()) - LENGTH) + unmarked + unnamed + 5 * shown.cut
