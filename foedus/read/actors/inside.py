"""A state or its capital named in a text in; whether it is only part of another name out.

"The Lomé Convention" and 'the "Oslo Six"' are no actors of the states whose cities they bear.
"""

from foedus.read.actors.draft import Draft
from foedus.read.actors.lexicon import person_words
from foedus.read.actors.sectors import singular
from foedus.read.gazetteer import Form, Sense

SEATS = frozenset({Form.CAPITAL, Form.METONYM})
AGREEMENTS = frozenset("""
    accord agreement convention declaration format memorandum pact principle process protocol talk
    treaty
""".split())  # fmt: skip
# What is named after the city where it was made or meets: "the Lomé talks", "the Oslo process".
_MADE_THERE = frozenset("""
    act agenda charter club communique communiqué consensus conference format forum framework group
    memorandum negotiation nine peace principle process protocol quartet roadmap round set-up
    talk treaty quad trio troika
""".split())  # fmt: skip
_QUOTED_NAME = 5  # tokens: more between quotation marks are no name


def in_a_name(draft: Draft, sense: Sense, start: int, end: int) -> bool:
    """Whether it is part of the name of something else: "the Lomé Convention", 'the "Oslo Six"'."""
    if sense.form not in (*SEATS, Form.NAME) or end >= len(draft.tokens):
        return False
    seat, first, after = sense.form in SEATS, draft.tokens[start], draft.tokens[end]
    noun = singular(after.lower_)
    made = noun in person_words().no_actors or noun in _MADE_THERE
    together = draft.sentence[end] == draft.sentence[start] and after.pos_ in ("NOUN", "PROPN")
    if made and together and (seat or (after.text[0].isupper() and "/" not in sense.actor)):
        return True
    if seat and first.dep_ == "pobj" and first.head.lower_ == "of" and first.head.i == start - 1:
        thing = first.head.head
        return thing.text[0].isupper() and thing.lower_ in person_words().no_actors
    return seat and _in_quoted_name(draft, start, end)


def _in_quoted_name(draft: Draft, start: int, end: int) -> bool:
    """Whether it stands with other words, and no verb, between quotation marks after an article."""
    span = draft.span(start, end)
    around = next((q for q in draft.parsed.quotations if q.covers(span)), None)
    if around is None:
        return False
    inside = [
        token
        for token in draft.tokens[max(0, start - _QUOTED_NAME) : end + _QUOTED_NAME]
        if around.start <= token.idx < around.end and not token.is_punct
    ]
    before = next(
        (t for t in reversed(draft.tokens[:start]) if t.idx < around.start and not t.is_punct), None
    )
    return (
        end - start < len(inside) <= _QUOTED_NAME
        and not any(token.pos_ in ("VERB", "AUX") for token in inside)
        and before is not None
        and before.pos_ in ("DET", "ADJ", "PRON")
    )
