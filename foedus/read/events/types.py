"""A verb or an event noun in, the type of the event that it tells out.

The first pattern that its company fits decides, else the verb alone; then negation and modals turn
it: a promise to help is an agreement, a refusal to sign a rejection (PLOVER; CAMEO, Schrodt 2012).
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from spacy.tokens import Token

from foedus.model.event import CONFLICT, EventType
from foedus.read.events.company import REPORTING, Company, company_of
from foedus.read.events.lexicon import ANY, Pattern, lexicon
from foedus.read.events.matching import fits
from foedus.read.frames.grammar import word

_NO_TYPES = frozenset({"none", "01", "02"})
_OF_PARTS = frozenset({"noun", "near", "inner", "purpose"})
_DEEPEST = 3  # clauses below one another that are looked into
_SERIES = frozenset({
    "series", "number", "round", "state", "wave", "campaign", "act", "policy", "end", "halt",
    "kind", "move", "decision", "right", "program", "programme", "order", "letter", "statement",
    "package", "spate", "string", "use", "spree", "host", "variety",
})  # fmt: skip
_ENDS = frozenset({"end", "halt"})
_PLANS = frozenset({"plan", "prepare", "plot", "schedule", "consider", "intend"})
_FACTUAL = frozenset({"begin", "start", "continue", "help", "manage", "move", "cease", "resume"})
_PLAYS = frozenset({
    "beat", "defeat", "thrash", "crush", "rout", "trounce", "eliminate", "face", "host", "stun",
    "hammer", "down", "edge", "fight", "meet", "hit", "shoot", "strike", "hold", "visit",
})  # fmt: skip
_SPORT = frozenset({
    "match", "tournament", "championship", "championships", "semifinal", "semi-final", "semifinals",
    "quarterfinal", "quarterfinals", "cricket", "football", "soccer", "rugby", "tennis",
    "basketball", "hockey", "baseball", "innings", "wicket", "wickets", "fifa", "uefa", "playoff",
    "playoffs", "medal", "goalkeeper", "striker", "midfielder", "qualifier", "batsman",
    "volleyball",
})  # fmt: skip
_DUE = frozenset({"should", "must"})
_ENDED = {
    kind: EventType.YIELD if kind in CONFLICT else EventType.SANCTION
    for kind in (
        EventType.AID, EventType.COOPERATE, EventType.CONSULT, EventType.AGREE, EventType.SUPPORT,
        EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.MOBILIZE,
        EventType.PROTEST, EventType.THREATEN,
    )
}  # fmt: skip
_TO_COME = frozenset({
    EventType.AID, EventType.YIELD, EventType.COOPERATE, EventType.CONSULT, EventType.SUPPORT,
})  # fmt: skip
_FORCED = frozenset({
    EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.PROTEST, EventType.MOBILIZE,
})  # fmt: skip
_MAYBE = frozenset({"could", "may", "might"})
_UNLESS = frozenset({"if", "unless", "should", "until"})
_BY_PROTEST = frozenset({
    None, EventType.COERCE, EventType.REJECT, EventType.ACCUSE, EventType.YIELD,
})  # fmt: skip
_PHONES = frozenset({"phone", "telephone", "video", "conference"})


def type_of_verb(verb: Token, depth: int = 0) -> EventType | None:
    """The type of the event that the verb heads; None where it tells of none."""
    company = company_of(verb)
    found = _told(company, depth)
    if found in _BY_PROTEST and _in_protest(company):
        return EventType.PROTEST
    if found is None:
        return EventType.REQUEST if _is_due(company) else None
    return _turned(found, company, depth)


def _in_protest(company: Company) -> bool:
    """ "Blocked roads in protest at the tax", "walked out, protesting against it"."""
    for child in company.verb.children:
        if child.dep_ == "advcl" and child.lower_ == "protesting":
            return True
        if child.lower_ == "in" and any(c.lower_ == "protest" for c in child.children):
            return True
    return False


def _is_due(company: Company) -> bool:
    """ "Said that it must open the gate": a demand, whatever it is that must be done."""
    told = company.verb.dep_ == "ccomp" and word(company.verb.head) in REPORTING
    return told and company.modal == "must"


def plain_type(verb: Token) -> EventType | None:
    """The type of the deed itself, whether it is done, promised or left undone."""
    return _told(company_of(verb), 1)


def is_turned(verb: Token) -> bool:
    """Whether a "not" makes the event another one ("did not attend" tells a rejection)."""
    company = company_of(verb)
    found = _told(company, 0)
    return company.negated and found is not None and _turned(found, company, 0) is not found


def type_of_noun(noun: Token, depth: int = 0) -> EventType | None:
    """The type of the event that the noun names: "attack", "a series of talks"."""
    lemma = word(noun)
    found = lexicon().nouns.get(lemma)
    if lemma == "call" and any(c.lower_ in _PHONES for c in noun.children):
        return EventType.CONSULT
    if found is not None or depth > 1 or lemma not in _SERIES:
        return found
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "to"):
            for thing in child.children:
                inner = type_of_noun(thing, depth + 1) if thing.dep_ == "pobj" else None
                if inner is not None:
                    return _ENDED.get(inner, inner) if lemma in _ENDS else inner
    return None


def statement_of(verb: Token) -> str | None:
    """The CAMEO root of what only says something: "01" a statement, "02" an appeal, else None."""
    pattern = _statement(verb)
    return pattern.type if pattern else None


def is_closed(verb: Token) -> bool:
    """Whether what the verb governs is asked for, weighed, claimed or denied: not happened."""
    pattern = _statement(verb)
    return pattern is not None and not pattern.open


def _statement(verb: Token) -> Pattern | None:
    company = company_of(verb)
    for pattern in lexicon().statements.get(company.lemma, ()):
        asked = pattern.unless and _asked_types(company) & pattern.unless
        if not asked and _by(pattern, company, 0)[0]:
            return pattern
    return None


def _asked_types(company: Company) -> frozenset[str]:
    """The types of what is asked for by a noun: "called for sanctions"."""
    nouns = [type_of_noun(t) for t in (*company.objects, *company.behind)]
    return frozenset(t.value for t in nouns if t is not None)


def teller_of_deed(verb: Token) -> Token:
    """The word that tells the deed: of "plans to invade" and "prepared an attack" the last.

    Only then does what the verb leaves open show: what is planned or tried has not happened.
    """
    if word(verb) in _FACTUAL:
        return verb
    company = company_of(verb)
    pattern, _ = _matched(company, 0)
    if pattern is None:
        return verb
    if pattern.type == "inner":
        clauses = (c for c in company.inner if c.dep_ == "xcomp" and type_of_verb(c, 0))
        clause = next(clauses, None)
        return verb if clause is None else teller_of_deed(clause)
    if pattern.type == "noun" and company.lemma in _PLANS:
        return next((t for t in company.objects if type_of_noun(t)), verb)
    return verb


def planned_by(deed: Token) -> Token | None:
    """The verb by which a deed that a noun tells is only planned: "prepared an attack"."""
    verb = deed.head
    return verb if deed.dep_ == "dobj" and word(verb) in _PLANS else None


def _told(company: Company, depth: int) -> EventType | None:
    if company.lemma in _PLAYS and _in_sport(company.verb):
        return None
    return _matched(company, depth)[1]


def _in_sport(verb: Token) -> bool:
    """ "Beat them in a cricket match", "in the final": a game."""
    words = [token.lower_ for token in verb.sent]
    final = any(pair == ("the", "final") for pair in pairwise(words))
    return final or ("world", "cup") in pairwise(words) or not _SPORT.isdisjoint(words)


def _matched(company: Company, depth: int) -> tuple[Pattern | None, EventType | None]:
    """The pattern that decides, None where the verb alone does, and the type."""
    known = lexicon()
    for pattern in known.patterns.get(company.lemma, ()):
        fits, found = _by(pattern, company, depth)
        if fits:
            return pattern, found
    alone = known.verbs.get(company.lemma)
    if alone is not None:
        return None, alone
    for pattern in known.after:
        if pattern.verbs and company.lemma not in pattern.verbs:
            continue
        if company.lemma in pattern.not_verbs:
            continue
        fits, found = _by(pattern, company, depth)
        if fits:
            return pattern, found
    return None, None


def _by(pattern: Pattern, company: Company, depth: int) -> tuple[bool, EventType | None]:
    """Whether the pattern fits the company, and the type that it then gives."""
    if not fits(pattern, company):
        return False, None
    given: dict[str, EventType | None] = {}
    for part, wanted in pattern.parts:
        given[part] = _among(_told_by(part, company, depth), wanted)
        if given[part] is None:
            return False, None
    if pattern.below and not pattern.below & company.below():
        return False, None
    if pattern.type == "ended":
        base = given.get("noun") or given.get("inner")
        ended = _ENDED.get(base) if base is not None else None
        return ended is not None, ended
    if pattern.type in _OF_PARTS:
        return True, given.get(pattern.type)
    return True, None if pattern.type in _NO_TYPES else EventType(pattern.type)


def _told_by(part: str, company: Company, depth: int) -> Iterator[EventType | None]:
    """The types that the objects, or the clauses, of the verb tell."""
    if part == "noun":
        return map(type_of_noun, company.objects)
    if part == "near":
        return map(type_of_noun, company.behind)
    if depth >= _DEEPEST:
        return iter(())
    if part == "purpose":
        return iter((_first(company.purposes, depth),))
    below = depth - 1 if company.lemma in REPORTING else depth  # "said it will": the word is given
    return iter((_first(company.inner, below),))


def _among(found: Iterable[EventType | None], wanted: frozenset[str]) -> EventType | None:
    return next((t for t in found if t and (wanted == ANY or t.value in wanted)), None)


def _first(clauses: tuple[Token, ...], depth: int) -> EventType | None:
    return next((t for c in clauses if (t := type_of_verb(c, depth + 1)) is not None), None)


def _turned(found: EventType, company: Company, depth: int) -> EventType:
    """The type as negation and modals turn it."""
    if company.negated:
        if found not in CONFLICT:
            return EventType.REJECT
        threat = company.modal in ("will", "would") and found not in (
            EventType.ASSAULT, EventType.COERCE,
        )  # fmt: skip
        return EventType.THREATEN if threat else found
    if company.is_to_come and depth == 0:
        if found in _TO_COME:
            return EventType.AGREE
        if found in _FORCED:
            return EventType.THREATEN
    elif company.modal in _MAYBE and found in _FORCED and _has_condition(company.verb):
        return EventType.THREATEN
    elif company.modal in _DUE:
        return EventType.REQUEST
    return found


def _has_condition(verb: Token) -> bool:
    """ "Could suspend it if they go on": a threat by what it hangs on."""
    clauses = (c for c in verb.children if c.dep_ == "advcl")
    return any(c.lower_ in _UNLESS for clause in clauses for c in clause.children)
