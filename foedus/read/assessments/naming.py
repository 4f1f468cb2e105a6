"""A mention of an instrument in; the words by which the text tells which one it is, out.

"The memorandum" after "a memorandum signed in 2017" is the one of 2017: whoever reads the words
alone would take it for the pact that is news.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from foedus.model.document import Span
from foedus.read.assessments import words

_POINTING = frozenset({"this", "that"})
_NEAR, _REACH = 45, 150  # tokens: the sentence before; a few paragraphs
_LEAD_BREAKS = 3  # headline, standfirst and the first paragraphs bring the pact that is news
_SHORT = 8  # tokens of an "of ..." that belongs to the name
_OWN = frozenset({"of", "from", "in"})


def phrase(token: Token) -> Span:
    """The noun phrase: from its first word to the noun, with a short "of ..." after it."""
    left = min((c.left_edge for c in token.children if c.i < token.i), default=token,
               key=lambda t: t.i)  # fmt: skip
    end = token
    for child in token.children:
        short = child.dep_ == "prep" and child.lower_ in ("of", "on", "between")
        if child.i > token.i and (
            (short and child.right_edge.i - token.i <= _SHORT) or child.like_num
        ):
            end = child.right_edge
    return Span(left.idx, end.idx + len(end))


def naming(instrument: Token, text: str) -> Span:
    """The words that name the instrument, those of an earlier mention where only they tell.

    `text` is the reading text, one paragraph a line.
    """
    named = named_by(instrument, text)
    span = phrase(named)
    year, partner = _year_behind(named), _partner(named)
    if year is not None and _is_set_apart(named, text):
        return Span(span.start, max(span.end, year.idx + len(year)))
    if named.i == instrument.i or partner is None or is_another(named):
        return span
    last = partner.right_edge
    return Span(span.start, max(span.end, last.idx + len(last)))


def named_by(instrument: Token, text: str) -> Token:
    """The instrument itself, or, of "this treaty", the one that the words before it name.

    "The pact is like the 1961 treaty. But this treaty had a clause ...": it is the one of 1961.
    """
    if any(c.dep_ == "det" and c.lower_ in _POINTING for c in instrument.children):
        found = next((t for t in _before(instrument, _NEAR) if is_mention(t)), None)
    elif instrument.lemma_.lower() in words.NUMBERED_PARTS | words.PARTS:
        found = _whole_of(instrument, text)
        return found if found is not None and _is_set_apart(found, text) else instrument
    else:
        found = _earlier(instrument, text) if _is_bare(instrument) else None
    same = found is not None and found.lemma_.lower() == instrument.lemma_.lower()
    return found if found is not None and same and _is_set_apart(found, text) else instrument


def is_another(token: Token) -> bool:
    """ "The 1961 treaty", "the old pact", "a pact signed in 1894": not the one that is news."""
    own = [c for c in token.children if c.dep_ not in ("relcl", "acl", "appos", "conj")]
    dated = (t for c in own for t in (c, *(o for o in c.children if c.lower_ in _OWN)))
    if any(_is_year(t) for t in dated) or _year_behind(token) is not None:
        return True
    return any(c.lower_ in words.EARLIER | words.APART for c in own)


def _is_set_apart(mention: Token, text: str) -> bool:
    """Whether the mention is of another instrument than the one that is news."""
    lead = _lead_end(text)
    first = next((t for t in mention.doc if is_mention(t)), mention)
    if first.i == mention.i and mention.idx < lead:
        return False
    return is_another(mention) or _with_somebody_else(mention, text[:lead])


def _with_somebody_else(mention: Token, lead: str) -> bool:
    """ "A defence pact with Bolivia", where the first paragraphs do not name Bolivia."""
    indefinite = any(c.lower_ in ("a", "an") or c.dep_ == "poss" for c in mention.children)
    partner = _partner(mention)
    if partner is None or not indefinite or mention.idx < len(lead):
        return False
    return partner.text not in lead


def _partner(mention: Token) -> Token | None:
    """The state of "a defence pact with Bolivia", whatever the parser hangs it on."""
    after = mention.doc[mention.i + 1 : mention.i + 4]
    if len(after) < 2 or after[0].lower_ != "with":
        return None
    return next((t for t in after[1:] if t.pos_ == "PROPN"), None)


def _earlier(instrument: Token, text: str) -> Token | None:
    """The last mention that says more than "the memorandum" does, in a sentence before.

    Where the pact that is news goes by the same noun, only that of a sentence just before which
    speaks of no other instrument.
    """
    lemma = instrument.lemma_.lower()
    found = next(
        (t for t in _before(instrument, _REACH) if is_mention(t) and t.lemma_.lower() == lemma
         and not _is_bare(t)), None,
    )  # fmt: skip
    if found is None or found.sent.start == instrument.sent.start:
        return None
    lead = _lead_end(text)
    opening = (t for t in instrument.doc if t.idx < lead and is_mention(t))
    if not any(t.lemma_.lower() == lemma and not is_another(t) for t in opening):
        return found
    next_to = found.sent.end == instrument.sent.start
    alone = sum(is_mention(t) for t in found.sent) == 1
    return found if next_to and alone else None


def _whole_of(part: Token, text: str) -> Token | None:
    """The only instrument of the sentence before, in the same paragraph, that "Article 4" is of."""
    sentence = part.sent
    if any(c.lower_ == "of" for c in part.children) or sentence.start == 0:
        return None
    before = part.doc[sentence.start - 1].sent
    if "\n" in text[before.start_char : sentence.start_char]:
        return None
    found = [t for t in (*before, *sentence) if is_mention(t)]
    return found[0] if len(found) == 1 and found[0].i < part.i else None


def _before(token: Token, reach: int) -> Iterator[Token]:
    return (token.doc[i] for i in range(token.left_edge.i - 1, max(-1, token.i - reach), -1))


def is_mention(token: Token) -> bool:
    """Whether the noun is one for instruments, given or only being introduced."""
    return token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in words.INSTRUMENTS


def _is_bare(token: Token) -> bool:
    """ "The memorandum" and no more: which one it is must have been said before."""
    own = [c for c in token.children if c.dep_ not in ("punct", "relcl", "appos")]
    return [c.lower_ for c in own] == ["the"]


def _is_year(token: Token) -> bool:
    return token.is_digit and len(token) == 4 and token.text[:2] in ("16", "17", "18", "19", "20")


def _year_behind(noun: Token) -> Token | None:
    """The year of "a memorandum signed in May 2017", "an accord in 2009"."""
    at, stop = noun.i + 1, min(noun.i + 7, noun.sent.end)
    doc = noun.doc
    while at < stop and (doc[at].tag_ == "VBN" or doc[at].lower_ in ("was", "were", "that")):
        at += 1
    if at >= stop or doc[at].lower_ not in (*_OWN, "on"):
        return None
    return next((t for t in doc[at + 1 : stop] if _is_year(t)), None) if all(
        t.ent_type_ == "DATE" or _is_year(t) for t in doc[at + 1 : at + 2]
    ) else None  # fmt: skip


def _lead_end(text: str) -> int:
    """Where the headline and the first paragraphs of the text end."""
    at = -1
    for _ in range(_LEAD_BREAKS):
        at = text.find("\n", at + 1)
        if at < 0:
            return len(text)
    return at
