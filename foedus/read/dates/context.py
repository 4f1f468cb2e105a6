"""An expression and its tokens in; whether it is a date at all out, or only looks like one."""

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from foedus.read.dates.grammar import Expression


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NAME_ENTITIES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "FAC", "PRODUCT"})
_NUMBERED = _set(
    "resolution number no no. nos route flight article room page directive regulation section"
    " chapter paragraph vision agenda euro version decree document order bill proposition"
)
_MEASURES = _set(
    "gmt utc hours hrs km kilometres kilometers miles metres meters feet tons tonnes percent per"
    " pounds dollars euros people troops soldiers men women barrels points million billion"
    " local est edt bst cet"
)
_ALSO_WORDS = frozenset({"may", "march", "april", "june", "august", "jan", "dec", "mar", "apr"})


def is_date(expression: Expression, tokens: Tokens) -> bool:
    """Whether the words stand for a date here: not a name, a measure or a numbered paper."""
    if expression.kind == "year":
        return _is_year(expression, tokens[0])
    if expression.kind == "month":
        return _is_month(expression, tokens)
    if expression.kind == "weekday":
        return tokens.root.ent_type_ not in _NAME_ENTITIES or tokens.root.pos_ == "ADV"
    if expression.kind == "decade" and "short" in expression.parts:
        return tokens.start > 0
    return True


def _is_month(expression: Expression, tokens: Tokens) -> bool:
    token = next((t for t in tokens if t.text.rstrip(".") == expression.parts["month"].rstrip(".")),
                 tokens.root)  # fmt: skip
    if token.ent_type_ in _NAME_ENTITIES or token.pos_ in ("VERB", "AUX"):
        return False
    if token.lower_.rstrip(".") in _ALSO_WORDS:
        told = expression.preposition or expression.part or "which" in expression.parts
        return bool(told) or token.ent_type_ == "DATE"
    return True


def _is_year(expression: Expression, token: Token) -> bool:
    doc = token.doc
    before = doc[token.i - 1] if token.i else None
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if before is not None and before.lower_ in _NUMBERED:
        return False
    if after is not None and after.lower_ in _MEASURES:
        return False
    if token.ent_type_ in ("MONEY", "PERCENT", "QUANTITY"):
        return False
    if _counts_things(token):
        return False
    named = before is not None and before.pos_ == "PROPN" and not before.is_punct
    return not (named and not expression.preposition and token.ent_type_ not in ("DATE", ""))


def _counts_things(token: Token) -> bool:
    """ "2000 soldiers" counts; "the 2015 agreements" and "its 1961 treaty" date."""
    if token.dep_ != "nummod" or token.head.tag_ != "NNS" or token.head.i < token.i:
        return False
    determined = any(c.dep_ in ("det", "poss") and c.i < token.i for c in token.head.children)
    return not determined
