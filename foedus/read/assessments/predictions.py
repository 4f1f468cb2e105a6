"""A clause in; the roles of a prediction out, where it says what may happen."""

from spacy.tokens import Token

from foedus.model.actor import Cast
from foedus.model.claim import Filler
from foedus.model.document import Span
from foedus.read.assessments import words
from foedus.read.assessments.clauses import Clause, trimmed
from foedus.read.assessments.instruments import phrase
from foedus.read.assessments.plans import foresees, has_to
from foedus.read.assessments.voices import filler_at
from foedus.read.moods.conditions import condition_span
from foedus.read.sentences import Parsed

Roles = tuple[tuple[str, Filler], ...]


def find(clause: Clause, parsed: Parsed, cast: Cast) -> Roles | None:
    """The roles event, condition, source and target, where the clause says what may happen."""
    if not _looks_ahead(clause.verb, reported=bool(clause.statements)) or not foresees(
        clause, parsed, cast
    ):
        return None
    text = parsed.reading.text
    event = clause.span
    if clause.verb.dep_ == "relcl":
        event = Span(min(event.start, phrase(clause.verb.head).start), event.end)
    if clause.verb.dep_ == "ccomp" and clause.verb.head.lemma_ == "doubt":
        event = Span(min(event.start, clause.verb.head.idx), event.end)  # doubted, not foreseen
    roles: list[tuple[str, Filler]] = []
    condition = condition_span(clause.verb)
    if condition is not None:
        condition = trimmed(condition, text)
        event = _without(event, condition, text)
        roles.append(("condition", Filler(condition.of(text), condition)))
    roles.append(("event", Filler(event.of(text), event)))
    return (*roles, *_actors(clause, cast, text))


def _looks_ahead(verb: Token, *, reported: bool) -> bool:
    """A modal of the future or of possibility, "going to", "is likely to", "is a possibility"."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(c.lower_ in words.FUTURE_MODALS for c in auxiliaries):
        return not any(c.lemma_ == "have" for c in auxiliaries)
    if verb.lower_ == "going" and any(c.tag_ in ("VBZ", "VBP") for c in auxiliaries):
        return any(c.dep_ == "xcomp" and has_to(c) for c in verb.children)
    if verb.lemma_ in words.EXPECTING and any(c.dep_ == "auxpass" for c in auxiliaries):
        if any(c.lower_ == "had" for c in auxiliaries):
            return False  # "had been expected to": no longer
        return any(c.dep_ == "xcomp" and has_to(c) for c in verb.children)
    if any(c.tag_ == "TO" for c in auxiliaries):
        return verb.dep_ == "ccomp" and verb.head.lemma_ in words.EXPECTING
    past = verb.tag_ == "VBD" and not reported  # "said it was likely to" is said of the future
    if verb.lemma_ not in ("be", "seem", "appear", "look") or past:
        return False
    if any(c.dep_ == "attr" and c.lemma_ == "possibility" for c in verb.children):
        return True
    likely = next((c for c in verb.children if c.dep_ in ("acomp", "oprd")
                   and c.lower_ in words.LIKELIHOOD), None)  # fmt: skip
    if likely is None:
        return False
    compared = reported and any(c.lower_ in ("more", "less") for c in likely.children)
    return compared or any(c.dep_ in ("xcomp", "ccomp") for c in [*likely.children, *verb.children])


def _without(event: Span, condition: Span, text: str) -> Span:
    """The clause without its condition, where that stands at one of its ends."""
    if condition.start <= event.start + 1 and condition.end < event.end:
        return trimmed(Span(condition.end, event.end), text)
    if condition.end >= event.end - 1 and condition.start > event.start:
        return trimmed(Span(event.start, condition.start), text)
    return event


def _actors(clause: Clause, cast: Cast, text: str) -> list[tuple[str, Filler]]:
    """Subject and object, where the cast knows them."""
    roles = []
    target = next((c for c in clause.verb.children if c.dep_ in ("dobj", "dative")), None)
    for role, token in (("source", clause.subject), ("target", target)):
        if token is not None and cast.at(Span(token.idx, token.idx + len(token))) is not None:
            roles.append((role, filler_at(phrase(token), cast, text, actor=True)))
    return roles
