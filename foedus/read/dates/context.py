"""An expression and its tokens in; whether it is a date, and the tense that anchors it, out."""

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from foedus.model.dates import Tense
from foedus.read.dates.grammar import Expression
from foedus.read.dates.tense import governing_verb, tense_of


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
_SCHEDULING = _set("set schedule slate plan due")
_DEFERRING = _set("put postpone delay defer extend adjourn suspend move push prolong")
_ALSO_WORDS = frozenset({"may", "march", "april", "june", "august", "jan", "dec", "mar", "apr"})


def is_date(expression: Expression, tokens: Tokens) -> bool:
    """Whether the words stand for a date here: not a name, a measure or a numbered paper."""
    if expression.kind == "year":
        return _is_year(expression, tokens[0])
    if expression.kind == "month":
        return _is_month(expression, tokens)
    if (
        expression.kind == "weekday"
        and tokens.start
        and tokens.doc[tokens.start - 1].lower_
        in (
            "every",
            "each",
        )
    ):
        return False
    if expression.kind == "weekday":
        return tokens.root.ent_type_ not in _NAME_ENTITIES or tokens.root.pos_ == "ADV"
    if expression.kind == "period" and expression.parts["which"].lower().startswith("the "):
        # "the last week of May" is no week counted from now
        return not (tokens.end < len(tokens.doc) and tokens.doc[tokens.end].lower_ == "of")
    if expression.kind == "ago":
        return expression.preposition != "for"  # "for six months after": how long, not when
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


def modifies_noun(tokens: Tokens) -> bool:
    """ "the 2016 election", "last year's vote": no preposition before them is theirs."""
    root = tokens.root
    premodifier = root.dep_ in ("nummod", "compound", "amod", "nmod", "poss")
    return premodifier and root.head.i >= tokens.end


def anchoring_tense(expression: Expression, tokens: Tokens) -> Tense | None:
    """Whether the date lies before or after the day of publication, where the clause says so.

    A planned present ("is visiting on Friday") and "set for Friday" look ahead. Where the verb
    shows nothing ("announced a deal, travelling in June"; "spoke of the March talks" told in
    the future), neither does this.
    """
    if expression.preposition == "since":
        return Tense.PAST
    verb = governing_verb(tokens.root)
    if verb is None:
        return None
    tense = tense_of(tokens.root)
    if expression.preposition in ("until", "till", "by") and tense is Tense.PRESENT:
        return Tense.FUTURE
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if verb.lemma_ in _DEFERRING and expression.preposition in ("until", "till", "to"):
        return Tense.FUTURE
    if verb.lemma_ in _SCHEDULING and (expression.preposition == "for" or not auxiliaries):
        return Tense.FUTURE
    if verb.tag_ == "VBG":
        if not auxiliaries:
            return None
        return Tense.FUTURE if tense is Tense.PRESENT else tense
    if modifies_noun(tokens) and (tense is not Tense.PAST or expression.kind in ("day", "month")):
        return None  # "the March talks" may be those of any March
    return tense
