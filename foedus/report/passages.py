"""Ids in, numbered passages out: what each mark of the brief opens."""

from collections.abc import Iterable, Mapping

from foedus.model.claim import Claim, Mood
from foedus.model.document import Span
from foedus.report.dossier import Dossier, Said, Source, Told, passage_id
from foedus.report.items import Cited, Item


class Passages:
    """Everything that can be cited, by id; grows when a section cites a bare passage."""

    def __init__(self, dossier: Dossier) -> None:
        self._known: dict[str, tuple[Source, tuple[Span, ...], str]] = {}
        for told in dossier.told:
            self._known[told.id] = (told.source, (told.claim.passage,), claim_note(told))
        for said in dossier.said:
            self._known[said.id] = (said.source, said.content, statement_note(said))

    def cite(self, source: Source, spans: Iterable[Span], note: str = "") -> str:
        """The id of a bare passage, now known."""
        pieces = tuple(spans)
        id_ = passage_id(source, pieces)
        self._known.setdefault(id_, (source, pieces, note))
        return id_

    def numbered(self, items: Iterable[Item]) -> Mapping[str, Cited]:
        """The passages of all ids that the items cite, numbered in order of first citation.

        Ids that cite the same characters share a number.
        """
        cited: dict[str, Cited] = {}
        numbers: dict[tuple[str, tuple[Span, ...]], int] = {}
        for id_ in dict.fromkeys(id_ for item in items for id_ in item.claims):
            source, spans, note = self._known[id_]
            number = numbers.setdefault((source.document.id, spans), len(numbers) + 1)
            context = paragraph(source, spans)
            cited[id_] = Cited(
                id=id_,
                number=number,
                document=source.document.id,
                source=source.label,
                spans=spans,
                words=tuple(span.of(source.document.text) for span in spans),
                context=context,
                context_words=context.of(source.document.text),
                note=note,
            )
        return cited


def paragraph(source: Source, spans: tuple[Span, ...]) -> Span:
    """The lines that hold the spans, from the first to the last."""
    first = source.line_at(min(span.start for span in spans))
    last = source.line_at(max(span.end for span in spans))
    return Span(first.span.start, last.span.end)


def claim_note(told: Told) -> str:
    """What a reader of the passage should know: whose voice, which mood, shown by which words."""
    claim = told.claim
    parts = []
    if claim.voice:
        parts.append("voice: " + " > ".join(voice.name for voice in claim.voice))
    if claim.mood is not Mood.ASSERTED:
        parts.append(f"mood: {claim.mood.value}{_shown(told, claim.mood_words)}")
    if claim.hedge:
        parts.append(f"hedge:{_shown(told, claim.hedge)}")
    if claim.negated:
        parts.append("negated")
    return "; ".join([_plain_predicate(claim), *parts])


def _plain_predicate(claim: Claim) -> str:
    return claim.predicate.value.replace(".", ": ").replace("-", " ")


def _shown(told: Told, spans: tuple[Span, ...]) -> str:
    words = ", ".join(f"“{told.source.words(span)}”" for span in spans)
    return f" ({words})" if words else ""


def statement_note(said: Said) -> str:
    """Who said it, how the speaker was found, whether the words are the speaker's own."""
    who = said.speaker or "unattributed"
    basis = {"continued": "; the quotation runs on from the paragraph before"}.get(said.basis, "")
    return f"{who}; {said.kind}{basis}"
