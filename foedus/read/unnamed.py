"""Speakers without a name in; the whole of their own words, and whether they chose that, out.

"Two officials who asked not to be named", "a person familiar with the talks": what the text says
of them is all that is known, and is kept as it stands.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from foedus.model.actor import Cast, MentionForm
from foedus.model.document import Span
from foedus.model.statement import SpeakerKind, Statement

_NAMING = frozenset({
    MentionForm.NAME, MentionForm.SURNAME, MentionForm.DEMONYM, MentionForm.METONYM,
})  # fmt: skip
_SPEAKING = frozenset({SpeakerKind.PERSON, SpeakerKind.GROUP, SpeakerKind.UNKNOWN})
_LONGEST = 40  # tokens of a phrase; what the parser makes longer is no phrase
_FURTHER = frozenset({"relcl", "acl", "prep", "amod", "advcl"})
_WITHHELD = re.compile(
    r"\banonym(?:ity|ous(?:ly)?)\b"
    r"|\b(?:not|against|declin\w+|refus\w+|without)(?: (?:to|being))?(?: be(?:en|ing)?)?"
    r" (?:named|identified|quoted by name|giv(?:e|ing) (?:his|her|their) names?)\b"
    r"|\b(?:not|n't) (?:been )?(?:authori[sz]ed|permitted|allowed|cleared) to"
    r" (?:speak|talk|comment|discuss|brief)"
    r"|\b(?:unnamed|unidentified)\b",
    re.IGNORECASE,
)
"""How reporters say that somebody spoke, and would or could not be named."""
_KNOWING = re.compile(
    r"\b(?:familiar with|briefed on|close to|privy to|(?:with|who (?:has|have|had))"
    r" (?:\w+ )?(?:knowledge of|access to))\b",
    re.IGNORECASE,
)
"""What is told of a source in the place of a name."""
_ASKING = frozenset({
    "ask", "request", "decline", "refuse", "want", "wish", "prefer", "insist", "demand", "agree",
})  # fmt: skip
_SOURCES = frozenset({
    "person", "people", "official", "source", "someone", "somebody", "individual", "insider",
    "aide", "diplomat", "officer", "staffer", "adviser", "advisor", "man", "woman", "one",
})  # fmt: skip


def named_in(cast: Cast) -> frozenset[int]:
    """The entities that the text names, or the gazetteer knows."""
    told = {mention.entity for mention in cast.mentions if mention.form in _NAMING}
    known = {number for number, entity in enumerate(cast.entities) if entity.actor is not None}
    return frozenset(told | known)


def can_be_unnamed(statement: Statement, named: frozenset[int]) -> bool:
    """Whether the speaker is one or several people, none of whom the text names."""
    if statement.speaker_kind not in _SPEAKING:
        return False
    return not named.intersection((*statement.joint, *filter(_is_known, [statement.entity])))


def _is_known(entity: int | None) -> bool:
    return entity is not None


def whole_phrase(statement: Statement, head: Token, end: int) -> Span | None:
    """The noun phrase with the clauses that tell more of it; None where nothing is told.

    `end` is where the text ends.
    """
    start = statement.speaker[0].start
    stops = [s.start for s in (*statement.cue, *statement.content) if s.start > head.idx]
    bound = min(stops, default=end)
    last = head
    for child in head.rights:
        if child.dep_ in _FURTHER and child.right_edge.i - head.i <= _LONGEST:
            inside = [t for t in child.subtree if t.idx < bound and not t.is_punct]
            last = max([last, *inside], key=lambda token: token.i)
    while last.i > head.i and (last.is_punct or last.tag_ in ("WP", "WDT", "CC", "IN", "TO")):
        last = last.nbor(-1)
    whole = Span(min(start, head.idx), last.idx + len(last))
    return whole if whole.end > statement.speaker[0].end else None


def is_anonymous(statement: Statement, head: Token, phrase: str) -> bool:
    """Whether the words show that whoever speaks would not be named.

    They stand in the `phrase` ("officials who asked not to be named"), beside the cue ("said,
    speaking on condition of anonymity") or are what is asked ("declined to be named").
    """
    lemma = head.lemma_.lower()
    if lemma == "source" or _WITHHELD.search(phrase):
        return True
    if lemma in _SOURCES and _KNOWING.search(phrase):
        return True
    return any(_WITHHELD.search(words) for words in _beside(statement, head.doc))


def _beside(statement: Statement, doc: Doc) -> Iterator[str]:
    """What the sentence tells of how it was said: clauses and phrases that hang on the cue."""
    for piece in statement.cue:
        cue = doc.char_span(piece.start, piece.end, alignment_mode="expand")
        if cue is None:
            continue
        verb = cue.root
        for child in verb.children:
            words = doc[child.left_edge.i : child.right_edge.i + 1]
            asked = child.dep_ == "xcomp" and verb.lemma_ in _ASKING
            if asked or _tells_how(statement, child, words):
                yield f"{verb.text} {words.text}"


def _tells_how(statement: Statement, child: Token, words: Words) -> bool:
    """ "On condition of anonymity", "speaking anonymously", "requested anonymity"."""
    if child.dep_ == "dobj":
        return child.lemma_.lower() == "anonymity"
    span = Span(words.start_char, words.end_char)
    said = any(piece.overlaps(span) for piece in statement.content)
    another = any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children)
    return child.dep_ in ("advcl", "prep") and not said and not another
