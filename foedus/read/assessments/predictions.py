"""A clause in; the roles of a prediction out, where it says what may happen."""

from spacy.tokens import Token

from foedus.model.actor import Cast
from foedus.model.claim import Filler
from foedus.model.document import Span
from foedus.read.assessments import words
from foedus.read.assessments.clauses import Clause
from foedus.read.assessments.conditions import condition_on, is_counterfactual, waited_for
from foedus.read.assessments.events import event_gist, event_of
from foedus.read.assessments.likelihood import cleft, sets_off
from foedus.read.assessments.naming import phrase
from foedus.read.assessments.plans import foresees, has_to
from foedus.read.assessments.voices import filler_at
from foedus.read.sentences import Parsed

Roles = tuple[tuple[str, Filler], ...]


def find(clause: Clause, parsed: Parsed, cast: Cast) -> Roles | None:
    """The roles event, gist, condition, source, target, where the clause says what may happen."""
    reported = bool(clause.statements)
    if not _looks_ahead(clause.verb, reported=reported) or not foresees(clause, parsed, cast):
        return None
    if _told_above(clause.verb, reported=reported):
        return None
    text = parsed.reading.text
    roles: list[tuple[str, Filler]] = []
    condition = condition_on(clause)
    if condition is not None and is_counterfactual(condition, clause.verb):
        return None
    condition = waited_for(clause) or condition
    if condition is not None:
        roles.append(("condition", Filler(condition.of(text), condition)))
    event = event_of(clause, condition)
    roles.append(("event", Filler(event.of(text), event)))
    gist = event_gist(event, clause)
    if gist != event:
        roles.append(("gist", Filler(gist.of(text), gist)))
    return (*roles, *_actors(clause, event, cast, text))


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
    if sets_off(verb) or any(sets_off(c) for c in verb.children if c.dep_ in ("acomp", "oprd")):
        return verb.tag_ != "VBD" or reported
    if any(c.tag_ == "TO" for c in auxiliaries):
        return verb.dep_ == "ccomp" and verb.head.lemma_ in words.EXPECTING
    past = verb.tag_ == "VBD" and not reported  # "said it was likely to" is said of the future
    if verb.lemma_ not in ("be", "seem", "appear", "look") or past:
        return False
    if any(c.dep_ == "attr" and c.lemma_ == "possibility" for c in verb.children):
        return True
    if cleft(verb) is not None:
        return True
    likely = next((c for c in verb.children if c.dep_ in ("acomp", "oprd")
                   and c.lower_ in words.LIKELIHOOD), None)  # fmt: skip
    if likely is None:
        return False
    if any(c.dep_ in ("xcomp", "ccomp") for c in [*likely.children, *verb.children]):
        return True
    compared = reported and any(c.lower_ in ("more", "less") for c in likely.children)
    return compared or _is_thing(verb)


def _told_above(verb: Token, *, reported: bool) -> bool:
    """ "It is likely that the pact would fail": one prediction, that of the whole."""
    likely = verb.head
    if verb.dep_ not in ("ccomp", "csubj") or likely.i > verb.i:
        return False
    above = likely if likely.lemma_ == "be" else likely.head
    extraposed = any(c.lower_ == "it" and c.dep_ in ("nsubj", "expl") for c in above.children)
    return above.lemma_ == "be" and extraposed and _looks_ahead(above, reported=reported)


def _is_thing(verb: Token) -> bool:
    """ "A deal is unlikely", "neither outcome is likely": a thing that may come to be."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    finite = verb.dep_ in ("ROOT", "ccomp", "conj", "parataxis")
    return finite and subject is not None and subject.pos_ in ("NOUN", "PROPN")


def _actors(clause: Clause, event: Span, cast: Cast, text: str) -> list[tuple[str, Filler]]:
    """Subject and object, where the cast knows them; a subject left out of the event always."""
    roles = []
    target = next((c for c in clause.verb.children if c.dep_ in ("dobj", "dative")), None)
    for role, token in (("source", clause.subject), ("target", target)):
        if token is None:
            continue
        known = cast.at(Span(token.idx, token.idx + len(token))) is not None
        left_out = role == "source" and token.dep_ != "csubj" and token.idx < event.start
        if known or left_out:
            roles.append((role, filler_at(phrase(token), cast, text, actor=True)))
    return roles
