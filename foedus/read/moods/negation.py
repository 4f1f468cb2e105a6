"""The head of an event in, the words that negate it out."""

from spacy.tokens import Token

from foedus.read.moods import words

_SURE = frozenset({"doubt", "question"})  # "there is no doubt that": it is so


def negators_of(token: Token) -> tuple[Token, ...]:
    """Every word that turns the event into its opposite, each counted once."""
    children = list(token.children)
    found = [
        c for c in children if c.dep_ == "neg" or (c.lower_ in words.NEGATORS and not _leads_on(c))
    ]
    found += [c for c in children if c.lower_ == "longer" and _has(c, "no")]
    found += [
        determiner
        for child in children
        if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and child.lemma_ not in _SURE
        for determiner in child.children
        if determiner.dep_ in ("det", "neg", "preconj") and determiner.lower_ in ("no", "neither")
    ]
    found += [c for c in children if c.lower_ in ("nothing", "nobody", "none")]
    found += [c for c in children if c.dep_ == "det" and c.lower_ in ("no", "neither")]
    found += _ahead_of(token)
    found += _negating_governors(token)
    seen: dict[int, Token] = {t.i: t for t in found}
    return tuple(seen[i] for i in sorted(seen))


def _ahead_of(token: Token) -> list[Token]:
    """ "A treaty yet to be ratified", "still to be signed": what is not done so far."""
    if not any(c.tag_ == "TO" for c in token.children):
        return []
    return [c for c in token.children if c.lower_ in ("yet", "still") and c.dep_ == "advmod"]


def _leads_on(word: Token) -> bool:
    """The "nor" behind a verb, which negates the next one."""
    return word.lower_ == "nor" and word.i > word.head.i


def _has(token: Token, word: str) -> bool:
    return any(c.lower_ == word for c in token.children)


def _negating_governors(token: Token) -> list[Token]:
    head = token.head
    if head.i == token.i:
        return []
    if token.dep_ in ("pcomp", "pobj") and head.lower_ == "without":
        return [head]
    if token.dep_ in ("xcomp", "pcomp", "prep"):
        governor = head if head.pos_ != "ADP" else head.head
        refusal = [governor] if governor.lemma_ in words.REFUSALS else []
        yet = governor.lemma_ in ("have", "be") and _has(governor, "yet")
        if yet and token.dep_ == "xcomp":  # "has yet to be ratified"
            return [c for c in governor.children if c.lower_ == "yet"]
        undone = any(c.dep_ == "auxpass" for c in token.children)
        if governor.lemma_ == "remain" and token.dep_ == "xcomp" and undone:
            return [governor]  # "remains to be ratified"
        raising = governor.lemma_ in words.RAISING and token.dep_ == "xcomp"
        return refusal + [c for c in governor.children if c.dep_ == "neg" and (raising or refusal)]
    if token.dep_ == "ccomp" and head.lemma_ in words.NEGATION_RAISING:
        return [c for c in head.children if c.dep_ == "neg"]
    nor = [c for c in head.children if _leads_on(c) and c.i == token.left_edge.i - 1]
    if token.dep_ == "conj" and nor:
        return nor
    before = head.nbor(-1) if head.i > token.sent.start else head
    if token.dep_ == "ccomp" and head.lower_ == "had" and before.lower_ == "nor":
        return [before]  # "nor *had* the guards moved": taken for the verb itself
    if token.dep_ == "conj" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children):
        return [c for c in head.children if c.dep_ == "neg" and not _own_auxiliary(token)]
    return []


def _own_auxiliary(token: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass") for c in token.children)
