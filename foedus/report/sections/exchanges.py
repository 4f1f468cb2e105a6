"""Flows and pledges in, one line each out: what goes which way, how it is put, on whose word."""

import re

from foedus.model.claim import Mood
from foedus.model.document import Span
from foedus.report.desk import Desk, sentence, unique_ids
from foedus.report.dossier import Told, plain
from foedus.report.items import Item
from foedus.report.naming import capitalised, listed, says
from foedus.report.sections.flows import MIGHT, PLEDGED, Flow, flows, leaning, pledges

MOOD_WORDS = {
    Mood.ASSERTED: "as fact",
    Mood.PROMISED: "promised",
    Mood.THREATENED: "threatened",
    Mood.PROPOSED: "proposed",
    Mood.INTENDED: "planned",
    Mood.POSSIBLE: "possible",
    Mood.CONDITIONAL: "on a condition",
    Mood.HYPOTHETICAL: "hypothetical",
    Mood.DENIED: "denied",
    Mood.RUMOURED: "rumoured",
    Mood.FEARED: "feared",
}
SHOWN, PLEDGES_SHOWN = 8, 5
WEIGHT, OWN_PLEDGE, PLEDGE_WEIGHT = 90, 89, 58
PLEDGE_WORDS = 24
LONG_PLEDGE = 16  # words; of a longer list the sides of an item are left out
_BETWEEN = re.compile(r" (?:between|among) (?:[\w’'-]+ ){3,}[\w’'-]+(?=, )")
# where words were said, as a class: written or spoken occasions that news reports name
_OCCASION = (
    r"letter|article|essay|op-ed|speech|address|interview|statement|message|post|telegram|memo"
    r"|communique|communiqué|declaration|manifesto|broadcast|press conference|news conference"
)
_WITHIN = re.compile(
    rf"\bin (?:an?|the|his|her|their|its) (?:[\w-]+ ){{0,3}}?({_OCCASION})\b", re.I
)
_BACK = re.compile(r"^[“\"]?In (?:it|them|the same|this|that)\b")
_NAMED = re.compile(rf"\b(?:an?|the|his|her|their) (?:[\w-]+ ){{0,2}}?({_OCCASION})\b", re.I)


def exchange_items(desk: Desk) -> list[Item]:
    """One item a flow, then one a pledge, each with its direction and mood."""
    return [*_flow_items(desk), *_pledge_items(desk)]


def _flow_items(desk: Desk) -> list[Item]:
    found = flows(desk)
    told_back = {(f.receiver, f.giver) for f in found if f.receiver and f.giver}
    return [_flow_item(desk, flow, index, told_back) for index, flow in enumerate(found)]


def _flow_item(desk: Desk, flow: Flow, index: int, told_back: set[tuple[str, str]]) -> Item:
    giver, receiver = flow.giver or "not said", flow.receiver or "not said"
    if not _both_known(flow):  # who is said to have given nothing is no giver
        giver = receiver = "not said"
    how = how_put(desk, flow)
    goods = listed(flow.goods)
    # what comes back has a line of its own where both sides are known
    alone = flow.in_return and flow.way not in told_back
    returned = f", in return for {listed(flow.in_return)}" if alone else ""
    known = bool(flow.giver) + bool(flow.receiver)
    return Item(
        sentence(f"{_direction(flow)}: {goods}{returned} ({how})".removeprefix(": ")),
        unique_ids(flow.told),
        {
            "giver": capitalised(giver),
            "receiver": receiver,
            "goods": list(flow.goods),
            "in_return_for": list(flow.in_return),
            "mood": flow.mood.value,
            "how": how,
            "voices": desk.independent(flow.told),
            "reports": sorted({t.source.label for t in flow.told}),
        },
        cells=(giver, receiver, ", ".join(flow.goods), how),
        behind=index >= SHOWN or not known or flow.mood in MIGHT,
        weight=_flow_weight(flow) - index / 2,
    )


def _both_known(flow: Flow) -> bool:
    """Whether the sides may be named: of a denial only where both are."""
    return flow.mood is not Mood.DENIED or bool(flow.giver and flow.receiver)


def _direction(flow: Flow) -> str:
    """ "Peru to Laos", "to Laos", "from Peru": a side that is not said is not named."""
    if flow.giver and flow.receiver:
        return f"{flow.giver} to {flow.receiver}"
    if not _both_known(flow) or not (flow.giver or flow.receiver):
        return ""
    return f"to {flow.receiver}" if flow.receiver else f"from {flow.giver}"


def _flow_weight(flow: Flow) -> float:
    """What is told of the past before what is expected; both sides known before one."""
    if flow.mood is Mood.DENIED:
        return WEIGHT + 4  # a denial stands where what it denies does
    unknown = 2 - bool(flow.giver) - bool(flow.receiver)
    return WEIGHT - unknown - (25 if flow.future or flow.mood in PLEDGED else 0)


def how_put(desk: Desk, flow: Flow) -> str:
    """Mood, voice and sources in a few words: "possible, says Jane Doe; Report A"."""
    mood = MOOD_WORDS[flow.mood]
    if flow.mood is Mood.DENIED and flow.told[0].claim.mood is not Mood.DENIED:
        mood = "said not to be"
    if flow.mood is Mood.ASSERTED and flow.future:
        mood = "expected"
    if flow.mood is Mood.CONDITIONAL and not any(t.claim.filler("condition") for t in flow.told):
        mood = MOOD_WORDS[Mood.POSSIBLE]
    if flow.voice and flow.believed:
        mood = f"believed by {flow.voice}"
    elif flow.believed:
        mood = "believed"
    elif flow.voice and flow.solid:
        mood = f"said by {flow.voice}"
    elif flow.voice:
        mood = f"{mood}, {says(flow.voice)}"
    elif flow.mood is Mood.ASSERTED and not flow.future:
        return _reports(desk, flow)
    return f"{mood}{_relayed(desk, flow)}; {_reports(desk, flow)}"


def _relayed(desk: Desk, flow: Flow) -> str:
    """Who passes on what the innermost voice believes or says: ", says the spokesman"."""
    chain = flow.told[0].claim.voice
    first = desk.voice_name(flow.told[0], chain[0]) if flow.voice and len(chain) > 1 else ""
    return f", {says(first)}" if first and first != flow.voice else ""


def _reports(desk: Desk, flow: Flow) -> str:
    """The sources, each with what it leans on: "Report A as fact; Report B, citing evidence"."""
    named: dict[str, str] = {}
    for told in flow.told:
        lean = leaning(desk, told)
        named.setdefault(told.source.label, f", {lean}" if lean else "")
    softer = [label + lean for label, lean in named.items() if lean]
    firm = [told for told in flow.told if not named[told.source.label]]
    as_fact = " as fact" if flow.solid and not flow.voice else ""
    return "; ".join(([f"{desk.all_or(firm)}{as_fact}"] if firm else []) + softer)


def _pledge_items(desk: Desk) -> list[Item]:
    return [_pledge_item(desk, told, index) for index, told in enumerate(pledges(desk))]


def _pledge_item(desk: Desk, told: Told, index: int) -> Item:
    """What an actor promises or plans, in the words of the report or, in marks, his own."""
    claim = told.claim
    target = claim.filler("target")
    who = listed(dict.fromkeys(desk.name(f) for f in claim.fillers("source")))
    words = _topic(desk, told)
    occasion, seen = where_said(desk, told)
    towards = desk.name(target) if target else ""
    named = towards and not any(plain(w) in plain(words) for w in (towards, target_words(told)))
    text = f"{MOOD_WORDS[claim.mood]} by {who}"
    voice = desk.voices(told) if claim.voice else who
    text += f", {says(voice)}" if voice != who else ""
    text += f", in {_article(occasion)} {occasion}" if occasion else ""
    text += f", towards {towards}" if named and towards != who else ""
    return Item(
        sentence(f"{text}: {words}"),
        (told.id, *seen),
        {
            "kind": "pledge",
            "giver": who,
            "receiver": towards,
            "goods": [words],
            "occasion": occasion,
            "mood": claim.mood.value,
            "reports": [told.source.label],
        },
        behind=index >= PLEDGES_SHOWN,
        weight=(OWN_PLEDGE if "“" in words[:1] else PLEDGE_WEIGHT) - index,
    )


def _topic(desk: Desk, told: Told) -> str:
    """What is pledged, without its "to": in marks where the pledger's own words follow it."""
    topic = told.claim.filler("topic")
    if topic is None:
        return ""
    source, span = told.source, topic.span
    lead = re.match(r"\W*to\s", span.of(source.document.text))
    body = Span(span.start + lead.end(), span.end) if lead else span
    words = str(desk.quoting.words(source, body, PLEDGE_WORDS))
    return _BETWEEN.sub(" …", words) if len(words.split()) > LONG_PLEDGE else words


def target_words(told: Told) -> str:
    """The words that name whom it is directed at."""
    return told.words(told.claim.filler("target"))


def _article(noun: str) -> str:
    return "an" if noun[:1] in "aeiou" else "a"


def where_said(desk: Desk, told: Told) -> tuple[str, tuple[str, ...]]:
    """The occasion of the words where the report names it ("letter"), and the passage that does.

    Named in the sentence itself, or in one before it in the paragraph to which "In it" goes back.
    """
    source, passage = told.source, told.claim.passage
    words = source.words(passage)
    own = _WITHIN.search(words)
    if own:
        return own[1].lower(), ()
    line = source.line_at(passage.start).span
    before = Span(line.start, max(line.start, passage.start))
    text = before.of(source.document.text)
    named = list(_NAMED.finditer(text))
    if not named or not _chained(words, text):
        return "", ()
    start, end = _sentence_around(text, named[-1].start())
    id_ = desk.passages.cite(
        source, (Span(line.start + start, line.start + end),), "where it was said"
    )
    return named[-1][1].lower(), (id_,)


def _chained(words: str, before: str) -> bool:
    """Whether the sentence goes back to the occasion: "In it, ...", or one after such that adds."""
    return bool(_BACK.search(words)) or (
        " also " in f" {words[:60]} " and bool(re.search(r"[.!?”] In (?:it|them)\b", before))
    )


def _sentence_around(text: str, at: int) -> tuple[int, int]:
    """The sentence of the text that holds the character, by its stops."""
    starts = [m.end() for m in re.finditer(r"[.!?][”\"]?\s+(?=[A-Z“])", text[:at])]
    start = starts[-1] if starts else 0
    stop = re.search(r"[.!?][”\"]?(?=\s|$)", text[at:])
    return start, at + stop.end() if stop else len(text)
