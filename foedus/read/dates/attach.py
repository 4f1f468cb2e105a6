"""An event's verb or noun in, the date expression that belongs to it out."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from foedus.model.dates import Granularity, Tense, Time
from foedus.model.document import Span
from foedus.read.dates.tense import governing_verb, tense_of

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "oprd", "obj"})
_NO_MATCH = 9


def time_at(times: Sequence[Time], doc: Doc, token: Token) -> Time:
    """The time of the event that `token` heads: the closest date of its own clause.

    A date belongs to the verb that governs it, to a noun that it modifies, or to a verb joined
    to its own by "and". The tense is that of the event. Without a date only the tense is given.
    """
    tense = tense_of(token)
    sentence = token.sent
    first, last = sentence.start_char, sentence.end_char
    ranked = []
    for time in times:
        if time.span is None or not (first <= time.span.start and time.span.end <= last):
            continue
        anchor = _anchor(time.span, doc)
        if anchor is None:
            continue
        if _tells_origin(time) and token.pos_ in ("VERB", "AUX"):
            continue
        since = _since_above(anchor, token)
        if since is not None and not (time.said or "").lower().startswith("since"):
            ranked.append((0, time.since is None, abs(anchor.i - token.i), _opened(time, since)))
            continue
        rank = _fit(anchor, token, time.granularity in (Granularity.DAY, Granularity.MONTH))
        if rank < _NO_MATCH:
            ranked.append((rank, time.since is None and time.until is None,
                           abs(anchor.i - token.i), time))  # fmt: skip
    if not ranked:
        return Time(tense=tense)
    best = min(ranked, key=lambda row: row[:3])[3]
    ahead = best.since and best.resolved_from and best.since > best.resolved_from
    if tense is Tense.PRESENT and ahead:  # "is flying home tomorrow"
        tense = Tense.FUTURE
    return replace(best, tense=tense)


def _since_above(anchor: Token, token: Token) -> Token | None:
    """The "since" between the event and the date: "since talks in May", "since they met in May".

    A clause counts only beside a perfect, for else its "since" may give a reason.
    """
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in token.children)
    node = anchor
    while node.head.i != node.i and node.i != token.i:
        if node.lower_ == "since" and node.head.i == token.i and node.dep_ in ("prep", "mark"):
            return node
        if node.dep_ == "advcl" and node.head.i == token.i and perfect:
            return next((c for c in node.children if c.lower_ == "since"), None)
        node = node.head
    return None


def _opened(time: Time, since: Token) -> Time:
    """The time from the date on, with all the words from "since" to it."""
    if time.span is None or time.span.start < since.idx:
        return time
    span = Span(since.idx, time.span.end)
    text = since.doc.text[span.start : span.end]
    return replace(time, said=text, span=span, until=None)


def _tells_origin(time: Time) -> bool:
    """ "treaties from 1961", "the law of 1999": dates of the thing, not of what befalls it."""
    said = (time.said or "").lower()
    return said.startswith(("from ", "of ")) and time.granularity is not Granularity.RANGE


def _anchor(span: Span, doc: Doc) -> Token | None:
    """The root of the date's words."""
    tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
    return tokens.root if tokens is not None else None


def _fit_below(anchor: Token, token: Token, day_or_month: bool) -> int:
    """A date on the event's own word is its date; one on its object may date only the object.

    "They held a summit on Monday" dates the holding, "they replaced the 1961 treaty" does not.
    """
    node = anchor
    while node.head.i != token.i and node.head.pos_ == "ADP":
        node = node.head
    if node.head.i == token.i:
        return 0
    return 2 if day_or_month else _NO_MATCH


def _fit(anchor: Token, token: Token, day_or_month: bool) -> int:
    """How closely a date belongs to the event: 0 is best, `_NO_MATCH` not at all."""
    if token.is_ancestor(anchor) and _no_verb_between(anchor, token):
        return _fit_below(anchor, token, day_or_month)
    verb = governing_verb(anchor)
    if verb is None:
        return _NO_MATCH
    if token.pos_ not in ("VERB", "AUX"):
        if verb.dep_ in ("acl", "relcl") and verb.head.i == token.i:
            return 2
        own = governing_verb(token)
        argument = _argument_of(token)
        return 1 if own is not None and own.i == verb.i and argument else _NO_MATCH
    if _joined(verb, token):
        return 3
    if _when(anchor, token):
        return 1
    light = token.dep_ in ("xcomp",) and token.head.i == verb.i and verb.lemma_ == "be"
    return 4 if light else _NO_MATCH


def _when(anchor: Token, token: Token) -> bool:
    """ "In 1998, when Peru signed it": the date that the clause of the event follows."""
    if token.dep_ not in ("relcl", "advcl"):
        return False
    first = next((c for c in token.children if c.lower_ == "when"), None)
    if first is None or first.i < 2 or first.nbor(-1).text != ",":
        return False
    before = first.nbor(-2)
    return before.i == anchor.i or (anchor.is_ancestor(before) and before.head.i == anchor.i)


def _no_verb_between(anchor: Token, token: Token) -> bool:
    node = anchor.head if anchor.i != token.i else anchor
    while node.i != token.i:
        if node.pos_ in ("VERB", "AUX"):
            return False
        if node.head.i == node.i:
            return False
        node = node.head
    return True


def _argument_of(token: Token) -> bool:
    node = token
    while node.dep_ in ("compound", "conj", "prep", "pobj", "poss") and node.head.i != node.i:
        if node.head.pos_ in ("VERB", "AUX"):
            return True
        node = node.head
    return node.dep_ in _ARGUMENTS


def _joined(verb: Token, token: Token) -> bool:
    """Whether the two verbs are joined by "and", without a subject of its own for the second."""
    second = verb if verb.dep_ == "conj" and verb.head.i == token.i else token
    never = any(c.dep_ == "neg" for c in second.children)
    if never and token.i == second.i and not any(c.dep_ == "neg" for c in verb.children):
        return False  # "signed in 2019 and never ratified": not in 2019
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in second.children):
        return False
    return (verb.dep_ == "conj" and verb.head.i == token.i) or (
        token.dep_ == "conj" and token.head.i == verb.i
    )
