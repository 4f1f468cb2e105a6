"""Predictions in, what might follow out: with speaker, condition, likelihood and confidence.

Likelihood is theirs, in their words (`hedge`); confidence is how many independent voices say so.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from foedus.model.claim import Mood, Predicate
from foedus.model.document import LineRole, Span
from foedus.report.callings import PRONOUNS, is_named
from foedus.report.desk import Desk, sentence, unique_ids
from foedus.report.dossier import Told, plain
from foedus.report.items import Item
from foedus.report.naming import bare, capitalised, count_words, listed, within_sentence
from foedus.report.sections.flows import party

_NONE = re.compile(r"(?:neither|none|no|nobody|nothing)\b", re.IGNORECASE)
IF_WEIGHT, HEDGED_WEIGHT, WEIGHT = 93, 62, 54
NOBODY = PRONOUNS | {"unattributed", "the unattributed"}
EVENT_WORDS, CONDITION_WORDS = 18, 16
_REASON = re.compile(r"\bfor (?:[\w’'-]+ ){1,4}to [a-z]")
OPENING = 8  # characters before the subject: an article
SAME = 0.6  # share of words in order that two tellings of one prediction have in common
_VERB_FIRST = re.compile(r"^(?:is|are|was|were|will|would|could|may|might|can|has|have|had)\b")
_PRONOUN = re.compile(r"^“?(?:he|she|they)\b", re.IGNORECASE)
_EMPTY = re.compile(r"^\W*(?:it|this|that|there)(?:['’]s| is| was| will be)\b", re.IGNORECASE)
MODALS = ("could", "may", "might", "would", "will", "can")


def possibility_items(desk: Desk) -> list[Item]:
    """One item a prediction; those with a condition and about the parties come first."""
    told = [t for t in desk.dossier.of(Predicate.PREDICTION.value) if _somebody(desk, t)]
    groups = sorted(_together(told), key=lambda group: -_weight(group[0]))
    return [_item(desk, group, index) for index, group in enumerate(groups)]


def _somebody(desk: Desk, told: Told) -> bool:
    voiced = not told.claim.voice or plain(told.claim.voice[-1].name) not in NOBODY
    return voiced and told.role is not LineRole.CAPTION


def _together(told: Sequence[Told]) -> list[list[Told]]:
    """Predictions of one thing, whoever makes them."""
    groups: list[list[Told]] = []
    for one in told:
        words = plain(one.words(one.claim.filler("event"))).split()
        home = next((g for g in groups if _alike(words, g[0])), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return groups


def _alike(words: list[str], other: Told) -> bool:
    theirs = plain(other.words(other.claim.filler("event"))).split()
    return SequenceMatcher(None, words, theirs, autojunk=False).ratio() >= SAME


def _weight(told: Told) -> int:
    claim = told.claim
    actors = sum(1 for _, filler in claim.roles if filler.actor)
    named = bool(claim.voice) and is_named(claim.voice[-1])
    return 4 * bool(claim.fillers("condition")) + 2 * bool(claim.hedge) + min(actors, 2) + named


def _item(desk: Desk, group: Sequence[Told], index: int) -> Item:
    told = group[0]
    claim = told.claim
    who = capitalised(listed(dict.fromkeys(desk.voices(t) for t in group)))
    hedge = listed(dict.fromkeys(told.source.words(span).lower() for span in claim.hedge))
    voices = desk.independent(group)
    confidence = count_words(voices, "voice") if voices < 2 else f"{voices} independent voices"
    text = f"{who}: {_what(desk, told) or _event(desk, told)}"
    condition = claim.filler("condition")
    event = claim.filler("event")
    if condition and not (event and event.span.covers(condition.span)):
        text += f", {within_sentence(str(desk.filler_words(told, condition, CONDITION_WORDS)))}"
    likely_not = "not " if hedge and _NONE.match(told.words(event)) else ""
    likelihood = f"{likely_not}“{hedge}”; " if hedge else ""
    return Item(
        sentence(f"{text} ({likelihood}{confidence})"),
        unique_ids(group),
        {
            "speaker": who,
            "hedge": [told.source.words(span) for span in claim.hedge],
            "likelihood": hedge,
            "confidence": voices,
            "condition": told.words(condition),
            "event": told.words(event),
            "mood": claim.mood.value,
        },
        weight=_base(told) - index,
    )


def _base(told: Told) -> float:
    """A what-if before what is hedged, before what is merely foretold; least what names nothing."""
    if _EMPTY.match(told.words(told.claim.filler("event"))):
        return 20
    if told.claim.fillers("condition"):
        return IF_WEIGHT
    return HEDGED_WEIGHT if told.claim.hedge else WEIGHT


def _event(desk: Desk, told: Told) -> str:
    claim = told.claim
    gist = claim.filler("gist") or claim.filler("event")
    words = str(desk.filler_words(told, gist, EVENT_WORDS))
    source = claim.filler("source")
    name = desk.name(source) if source and source.actor else ""
    if name and _VERB_FIRST.match(words):
        return f"{name} {words}"
    # a pronoun that the report resolves gives way to the name, in brackets within a quotation
    own = words.startswith("“")
    return _PRONOUN.sub(f"“[{name}]" if own else name, words) if name else words


def _what(desk: Desk, told: Told) -> str:
    """What might happen in our own words, where an exchange in the same passage says it."""
    for other in desk.dossier.of(Predicate.EXCHANGE.value, Predicate.AID.value):
        same = other.source == told.source and other.claim.passage == told.claim.passage
        if same and other.claim.mood in (Mood.POSSIBLE, Mood.CONDITIONAL, Mood.FEARED):
            giver, receiver = party(desk, other.claim, "source"), party(desk, other.claim, "target")
            goods = _goods(desk, other)
            modal = next((m for h in told.claim.hedge if (m := told.source.words(h)) in MODALS), "")
            # "it could result in X's help" is less than "X could give"; a reason for it less still
            verb = "give" if _opens(told, other) else "come to give"
            reason = _REASON.search(told.words(told.claim.filler("event")))
            if giver and receiver and goods and modal and not reason:
                return f"{giver} {modal} {verb} {receiver} {goods}"
    return ""


def _opens(told: Told, other: Told) -> bool:
    """Whether the giver is the subject: "X could give", not "it could lead X to give"."""
    event, giver = told.claim.filler("event"), other.claim.filler("source")
    if event is None or giver is None:
        return False
    return 0 <= giver.span.start - event.span.start < OPENING


def _goods(desk: Desk, told: Told) -> str:
    """The goods as a list, with the report's own "and" or "or", without the giver's adjective."""
    fillers = told.claim.fillers("goods")
    if not fillers:
        return ""
    run = told.source.words(Span(fillers[0].span.start, fillers[-1].span.end))
    giver = desk.state(getattr(told.claim.filler("source"), "actor", None))
    words = (_unowned(desk, bare(f.text), giver) for f in fillers)
    return listed(words, "or" if " or " in run else "and")


def _unowned(desk: Desk, goods: str, giver: str) -> str:
    """ "Ruritanian support" of Ruritania is "support"."""
    first, _, rest = goods.partition(" ")
    owners = {sense.record for sense in desk.gazetteer.lookup(first)} if rest else set()
    return rest if giver and giver in owners else goods
