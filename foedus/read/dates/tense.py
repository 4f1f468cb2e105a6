"""A token in, the tense of the clause that it stands in out: past, present, future or None."""

from spacy.tokens import Token

from foedus.model.dates import Tense


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_FUTURE_AUXILIARIES = frozenset({"will", "'ll", "wo", "shall", "sha", "would", "'d"})
_OPEN_AUXILIARIES = frozenset({"may", "might", "could", "can", "ca", "should", "must", "ought"})

# With these the infinitive tells of the same time as the verb itself ("managed to sign").
_SAME_TIME = _set(
    "manage fail begin start continue cease use seem appear tend happen help refuse decline get"
    " come go proceed choose force compel oblige lead cause allow enable permit prove claim"
)
_GOING_ON = frozenset({"ongoing", "current", "continuing"})
_BEFORE_INFINITIVE = frozenset({"set", "due", "about", "expected", "scheduled", "going"})


def governing_verb(token: Token) -> Token | None:
    """The nearest verb at or above the token, or None where its sentence has none above it."""
    node = token
    while node.pos_ not in ("VERB", "AUX"):
        if node.head.i == node.i:
            return None
        node = node.head
    if node.dep_ in ("aux", "auxpass") and node.head.pos_ in ("VERB", "AUX"):
        return node.head
    return node


def tense_of(token: Token) -> Tense | None:
    """The tense of the verb that governs the token, read off its form and its auxiliaries.

    "would" counts as future (it is the future of reported speech), "would have" as past; an
    infinitive is future unless its governor makes it happen at once ("managed to sign").
    """
    if token.pos_ == "NOUN" and any(c.lower_ in _GOING_ON for c in token.lefts):
        return Tense.PRESENT
    verb = governing_verb(token)
    return _verb_tense(verb, 0) if verb is not None else None


def _verb_tense(verb: Token, depth: int) -> Tense | None:
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    finite = _finite_tense(verb, auxiliaries)
    if finite is not None or depth > 8:
        return finite
    if any(c.tag_ == "TO" for c in auxiliaries):
        return _infinitive_tense(verb, auxiliaries, depth)
    above = verb.head if verb.head.i != verb.i else None
    if verb.tag_ == "VBN":
        return Tense.PAST
    if above is None:
        return None
    governor = governing_verb(above)
    return _verb_tense(governor, depth + 1) if governor is not None else None


def _finite_tense(verb: Token, auxiliaries: list[Token]) -> Tense | None:
    words = {c.lower_ for c in auxiliaries}
    perfect = any(c.lemma_ == "have" for c in auxiliaries)
    if words & (_FUTURE_AUXILIARIES | _OPEN_AUXILIARIES) and "TO" not in {
        c.tag_ for c in auxiliaries
    }:
        if "would" in words or words & _OPEN_AUXILIARIES:
            return Tense.PAST if perfect else Tense.FUTURE
        if "'d" in words and any(c.lemma_ == "have" or c.tag_ == "VBD" for c in auxiliaries):
            return Tense.PAST
        return Tense.FUTURE
    tags = {c.tag_ for c in auxiliaries}
    if perfect or "VBD" in tags:
        return Tense.PAST
    if tags & {"VBZ", "VBP"}:
        return _present_or_planned(verb)
    if verb.tag_ == "VBD":
        return Tense.PAST
    return Tense.PRESENT if verb.tag_ in ("VBZ", "VBP") else None


def _present_or_planned(verb: Token) -> Tense:
    """ "is going to sign" is future; every other present auxiliary is present."""
    planned = verb.lower_ == "going" and any(
        c.dep_ == "xcomp" and any(a.tag_ == "TO" for a in c.children) for c in verb.children
    )
    return Tense.FUTURE if planned else Tense.PRESENT


def _infinitive_tense(verb: Token, auxiliaries: list[Token], depth: int) -> Tense | None:
    if any(c.lemma_ == "have" for c in auxiliaries):
        return Tense.PAST
    head = verb.head
    if head.i != verb.i and head.lemma_ in _SAME_TIME and head.lower_ not in _BEFORE_INFINITIVE:
        return Tense.FUTURE if head.lower_ == "going" else _verb_tense(head, depth + 1)
    return Tense.FUTURE
