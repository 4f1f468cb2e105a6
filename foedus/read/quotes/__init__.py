"""A parse in, its statements out: who said what, by rules over the dependency parse."""

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from foedus.model.actor import Cast
from foedus.model.document import Span
from foedus.model.statement import CueClass, Statement, StatementKind
from foedus.read.sentences import Parsed

__all__ = ["find_statements"]

_SAYING = frozenset("say tell add write declare state announce warn argue explain note ask".split())


def find_statements(parsed: Parsed, cast: Cast | None = None) -> tuple[Statement, ...]:
    """The statements of a text, in order. Every span is an offset into the reading text.

    `cast` is accepted for the sake of the readers' common shape; a speaker is a noun phrase of
    the text, and who it names is looked up by `cast.at(statement.speaker[0])`.
    """
    found = []
    for quotation in parsed.quotations:
        inside = parsed.doc.char_span(quotation.start, quotation.end, alignment_mode="expand")
        cue = _nearest_cue(inside) if inside else None
        subject = _subject(cue) if cue else None
        if cue is None or subject is None:
            continue
        speaker = Span(subject[0].idx, subject[-1].idx + len(subject[-1]))
        found.append(
            Statement(
                speaker=(speaker,),
                cue=(Span(cue.idx, cue.idx + len(cue)),),
                content=(quotation,),
                kind=StatementKind.DIRECT,
                cue_class=CueClass.SAYING,
                cue_lemma=cue.lemma_,
            )
        )
    return tuple(found)


def _nearest_cue(inside: TokenSpan) -> Token | None:
    doc = inside.doc
    around = doc[inside[0].sent.start : inside[-1].sent.end]
    cues = [t for t in around if t.lemma_ in _SAYING and not inside.start <= t.i < inside.end]
    return min(
        cues, key=lambda t: min(abs(t.i - inside.start), abs(t.i - inside.end)), default=None
    )


def _subject(cue: Token) -> TokenSpan | None:
    for child in cue.children:
        if child.dep_ == "nsubj":
            return cue.doc[child.left_edge.i : child.right_edge.i + 1]
    return None
