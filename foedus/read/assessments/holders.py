"""Claims and the statements of their text in; the claims with each holder by name, out.

"Both" are the two who spoke in the two sentences before. A reason that stands beside what
somebody calls an instrument ("called it loose, because nothing in it binds them") is his.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from foedus.model.actor import Cast
from foedus.model.claim import Claim
from foedus.model.document import Span
from foedus.model.statement import Statement
from foedus.read.assessments import words
from foedus.read.assessments.clauses import Clause, subject_of
from foedus.read.assessments.likelihood import is_content
from foedus.read.assessments.naming import phrase
from foedus.read.assessments.voices import voice_of
from foedus.read.quotes.lexicon import SAYING
from foedus.read.quotes.standing import answers_for, parted, said_by
from foedus.read.sentences import Parsed

_BOTH = re.compile(
    r"(?:both|the two)(?: of them| men| women| experts| analysts| scholars| researchers"
    r"| lawyers| diplomats| economists| professors)?",
    re.IGNORECASE,
)
_CONTENT = frozenset({"ccomp", "acl", "dobj", "oprd"})
_VIEWS = frozenset({"view", "opinion", "reading", "interpretation", "eye", "judgment", "judgement",
                    "mind", "estimation"})  # fmt: skip
_REASONS = frozenset({"because", "since", "as", "for"})


def each_holder(
    claims: Sequence[Claim], statements: Sequence[Statement], parsed: Parsed, cast: Cast
) -> Iterator[Claim]:
    """The claims; one whose holder is "both" becomes two, where it is known who they are."""
    sentences = [s.start_char for s in parsed.doc.sents]
    for claim in claims:
        last = claim.voice[-1] if claim.voice else None
        if last is None or last.span is None or not _BOTH.fullmatch(last.name):
            yield claim
            continue
        pair = _two_before(last.span, statements, sentences)
        voices = [voice_of(s, cast, parsed.reading.text) for s in pair]
        for voice in voices or [last]:
            yield replace(claim, voice=(*claim.voice[:-1], voice))


def _two_before(
    both: Span, statements: Sequence[Statement], sentences: Sequence[int]
) -> list[Statement]:
    """The one who speaks in each of the two sentences before, if these are two and one each."""
    here = bisect_right(sentences, both.start) - 1
    pair = []
    for place in (here - 2, here - 1):
        told = [
            s for s in statements
            if s.speaker and bisect_right(sentences, s.speaker[0].start) - 1 == place
        ]  # fmt: skip
        if len({s.speaker for s in told}) != 1:
            return []
        pair.append(told[0])
    return pair


def untold_holder(verb: Token, statements: Sequence[Statement]) -> Span | None:
    """Who "sees little chance that ...", "argues that ...", where no statement was made of it.

    Without it the report itself would be taken for the holder.
    """
    node = verb
    if not statements and (titled := _behind_title(verb)) is not None:
        return titled
    while node.dep_ in _CONTENT or is_content(node):
        node = node.head
        if node.pos_ == "VERB" and node.lemma_ in words.HOLDING:
            break
    if node.i == verb.i or node.lemma_ not in words.HOLDING or parted(node, verb):
        return None
    told = [span for statement in statements for span in (*statement.cue, *statement.speaker)]
    holder = next((c for c in node.children if c.dep_ == "nsubj"), None)
    if holder is None or holder.lower_ in ("i", "we", "it", "who", "that", "which"):
        return None
    ours = (Span(node.idx, node.idx + len(node)), phrase(holder))
    return None if any(t.overlaps(o) for t in told for o in ours) else phrase(holder)


def held_by_nobody(clause: Clause) -> bool:
    """Words that somebody did not say, or only should or might say: nobody's assessment."""
    if not all(map(answers_for, clause.statements)):
        return True
    node = clause.verb
    while node.dep_ in _CONTENT or is_content(node):
        node = node.head
        holds = node.lemma_ in words.HOLDING or node.lemma_ in SAYING
        if node.pos_ == "VERB" and holds and not said_by(node):
            return True
    return False


def in_whose_view(verb: Token) -> Span | None:
    """Whose the view is in "in her view the clause is a trap", "for Peru, 'joint' means ..."."""
    for preposition in (c for c in verb.lefts if c.dep_ == "prep"):
        for thing in (c for c in preposition.children if c.dep_ == "pobj"):
            if preposition.lower_ in ("in", "to") and thing.lemma_.lower() in _VIEWS:
                below = [o for p in thing.children if p.lower_ == "of" for o in p.children]
                whose = next((c for c in (*thing.children, *below) if c.dep_ in ("poss", "pobj")),
                             None)  # fmt: skip
                own = whose is not None and whose.lower_ in ("my", "our")
                return phrase(whose) if whose is not None and not own else None
            apart = thing.right_edge.i + 1 < verb.i and thing.right_edge.nbor(1).text == ","
            opens = preposition.i == verb.sent.start and thing.ent_type_ == "PERSON"
            if preposition.lower_ == "for" and apart and (verb.lemma_ == "mean" or opens):
                return phrase(thing) if thing.pos_ == "PROPN" else None
    return None


def giver_of_reason(verb: Token) -> Span | None:
    """Who gives the reason that the clause states beside what he calls an instrument."""
    above = verb.head
    if verb.dep_ == "advcl" and above.lemma_ in SAYING and _is_because(verb):
        giver = subject_of(above)  # "Peru said it would not sign, because the pact was a trap"
        named = giver is not None and giver.pos_ != "PRON" and giver.i < above.i < verb.i
        return phrase(giver) if giver is not None and named else None
    if verb.dep_ != "advcl" or above.lemma_ not in words.CALLING:
        return None
    if not any(c.dep_ == "mark" and c.lower_ in _REASONS for c in verb.children):
        return None
    giver = subject_of(above)
    return phrase(giver) if giver is not None else None


def _is_because(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "because" for c in verb.children)


def _behind_title(verb: Token) -> Span | None:
    """ "It binds nobody, Energy Minister Tom Reyes said": parsed as said of "Minister"."""
    title = verb.head
    if verb.dep_ != "ccomp" or title.pos_ not in ("NOUN", "PROPN") or title.i < verb.i:
        return None
    name = title
    while name.dep_ == "compound":
        name = name.head
    cue = name.head
    if name.dep_ != "nsubj" or cue.lemma_ not in SAYING or cue.i < name.i:
        return None
    commas = [t.i for t in verb.doc[verb.i : title.i] if t.text == ","]
    return Span(verb.doc[commas[-1] + 1].idx, name.idx + len(name)) if commas else None
