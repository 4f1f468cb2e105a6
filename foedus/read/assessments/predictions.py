"""A clause in; the roles of a prediction out, where it says what may happen."""

from spacy.tokens import Token

from foedus.model.actor import ActorKind, Cast
from foedus.model.claim import Filler, Mood
from foedus.model.document import Span
from foedus.read.assessments import words
from foedus.read.assessments.clauses import Clause, trimmed
from foedus.read.assessments.instruments import phrase
from foedus.read.assessments.voices import filler_at
from foedus.read.moods import mood_of
from foedus.read.moods.conditions import condition_span
from foedus.read.moods.governors import governors_of
from foedus.read.sentences import Parsed

Roles = tuple[tuple[str, Filler], ...]
_INTENTS = frozenset({Mood.PROMISED, Mood.THREATENED, Mood.INTENDED, Mood.PROPOSED, Mood.DENIED,
                      Mood.HYPOTHETICAL})  # fmt: skip


def find(clause: Clause, parsed: Parsed, cast: Cast) -> Roles | None:
    """The roles event, condition, source and target, where the clause says what may happen."""
    if not _may_happen(clause) or _is_excluded(clause, parsed, cast):
        return None
    text = parsed.reading.text
    condition = condition_span(clause.verb)
    event = clause.span
    if clause.verb.dep_ == "relcl":
        event = Span(min(event.start, phrase(clause.verb.head).start), event.end)
    roles: list[tuple[str, Filler]] = []
    if condition is not None:
        condition = trimmed(condition, text)
        event = _without(event, condition, text)
        roles.append(("condition", Filler(condition.of(text), condition)))
    roles.append(("event", Filler(event.of(text), event)))
    roles += _actors(clause, cast, text)
    return tuple(roles)


def _may_happen(clause: Clause) -> bool:
    verb = clause.verb
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    modal = next((c for c in auxiliaries if c.lower_ in words.FUTURE_MODALS), None)
    if modal is not None:
        return not any(c.lemma_ == "have" for c in auxiliaries)
    if verb.lower_ == "going" and any(c.tag_ in ("VBZ", "VBP") for c in auxiliaries):
        return any(c.dep_ == "xcomp" and _has_to(c) for c in verb.children)
    if verb.lemma_ in ("be", "seem", "appear", "look"):
        likely = next((c for c in verb.children if c.dep_ in ("acomp", "oprd")
                       and c.lower_ in words.LIKELIHOOD), None)  # fmt: skip
        return likely is not None and any(
            c.dep_ in ("xcomp", "ccomp") for c in [*likely.children, *verb.children]
        )
    return False


def _has_to(verb: Token) -> bool:
    return any(c.tag_ == "TO" for c in verb.children)


def _is_excluded(clause: Clause, parsed: Parsed, cast: Cast) -> bool:
    verb = clause.verb
    if clause.sentence.of(parsed.reading.text).rstrip("\"”’'").endswith("?"):
        return True
    if mood_of(verb, parsed).mood in _INTENTS or verb.lemma_ in words.MANNERS:
        return True
    if verb.dep_ == "advcl" and any(
        c.dep_ == "mark" and c.lower_ in ("so", "if", "unless", "as") for c in verb.children
    ):
        return True
    soft = _is_soft(verb)
    if verb.dep_ == "relcl" and not (soft and _of_its_head(verb)):
        return True
    subject = clause.subject
    if subject is None or subject.lemma_.lower() in words.PARTY_NOUNS:
        return subject is not None
    return not soft and not _foreseen(clause, subject, cast)


def _is_soft(verb: Token) -> bool:
    """Whether the clause itself says that it is only possible or likely."""
    if any(c.dep_ == "aux" and c.lower_ in words.SOFT_MODALS for c in verb.children):
        return True
    hedged = any(c.lower_ in words.LIKELY_ADVERBS for c in verb.children if c.dep_ == "advmod")
    return hedged or any(c.dep_ in ("acomp", "oprd") and c.lower_ in words.LIKELIHOOD
                         for c in verb.children)  # fmt: skip


def _foreseen(clause: Clause, subject: Token, cast: Cast) -> bool:
    """Whether a plain "will" or "would" foresees something, rather than telling of a plan."""
    verb = clause.verb
    if any(c.dep_ == "poss" and c.lower_ in ("my", "our") for c in subject.children):
        return False
    if subject.lower_ in ("i", "we", "you") or _own_plan(clause, subject, cast):
        return False
    if condition_span(verb) is not None or _is_expected(verb):
        return True
    if any(c.lower_ in ("would", "'d") for c in verb.children) and not clause.statements:
        return False  # the future of a past report
    if any(c.dep_ == "auxpass" for c in verb.children):
        return False  # "will be introduced", "will be held"
    lemma = subject.lemma_.lower()
    if lemma in words.PROGRAMMES or subject.ent_type_ == "LAW":
        return False
    return not (lemma in words.GATHERINGS and verb.lemma_ in words.COURSE)


def _is_expected(verb: Token) -> bool:
    """ "expects that it will ...", "fears that it would ..."."""
    return any(g.mood in (Mood.FEARED, Mood.POSSIBLE) for g in governors_of(verb))


def _of_its_head(verb: Token) -> bool:
    """ "talks that could fail" says something of the talks, "in which they might meet" not."""
    own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return own is not None and own.tag_ in ("WDT", "WP")


def _own_plan(clause: Clause, subject: Token, cast: Cast) -> bool:
    """ "The premier will visit Lima": what an actor means to do, not what somebody foresees."""
    mention = cast.at(Span(subject.idx, subject.idx + len(subject)))
    if clause.speaker and mention is not None:
        speaker = cast.at(clause.speaker[0])
        if speaker is not None:
            one, other = cast.entity_of(mention), cast.entity_of(speaker)
            governs = other.sector == "GOV" or other.kind is ActorKind.STATE
            if mention.entity == speaker.entity or (
                governs and one.country and one.country == other.country
            ):
                return True
    main = clause.verb
    if main.lower_ == "going":
        main = next((c for c in main.children if c.dep_ == "xcomp"), main)
    agent = mention is not None or subject.ent_type_ in ("PERSON", "GPE", "NORP", "ORG")
    agent = agent or subject.lower_ in ("he", "she", "they", "who")
    if agent and not clause.statements:
        return main.lemma_ not in words.OUTCOMES
    return main.lemma_ in words.PLANNED and (agent or subject.lower_ == "it")


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
        if token is None:
            continue
        span = phrase(token)
        if cast.at(Span(token.idx, token.idx + len(token))) is not None:
            roles.append((role, filler_at(span, cast, text, actor=True)))
    return roles
