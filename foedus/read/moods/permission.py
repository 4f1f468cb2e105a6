"""A verb with "may" in; whether that allows something, rather than foresees it, out.

"Troops may stay until 2030", "nobody may act unless all agree": provisions, no predictions.
"""

from spacy.tokens import Token

_BODIES = frozenset({"nobody", "none", "neither", "either", "each", "anyone", "anybody", "no-one"})
_EVERY = frozenset({"no", "either", "each", "any", "neither"})
_PARTIES = frozenset({"party", "side", "signatory", "member", "state", "guarantor", "government"})
_RULES = frozenset({
    "deal", "accord", "agreement", "treaty", "pact", "law", "rule", "clause", "article",
    "convention", "protocol", "charter", "terms", "term", "lease", "constitution", "provision",
    "memorandum", "arrangement", "act", "statute", "contract", "licence", "license", "mandate",
})  # fmt: skip
_BY_LEAVE = frozenset({
    "consent", "permission", "approval", "agreement", "leave", "notice", "authorisation",
    "authorization", "invitation", "request", "consultation", "licence", "license",
})  # fmt: skip
_ASSENT = frozenset({
    "agree", "consent", "approve", "permit", "allow", "ask", "request", "invite", "authorise",
    "authorize", "concur", "notify", "vote", "assent",
})  # fmt: skip
# What one is allowed to go on with for so long, or to do as often as one likes.
_STAYING = frozenset({"stay", "remain", "keep", "use", "station", "base", "work", "live", "serve"})
_ALLOWED = _STAYING | frozenset({
    "enter", "withdraw", "denounce", "terminate", "inspect", "transit", "dock", "land", "visit",
    "refuse", "veto", "request", "invoke", "call", "act", "demand", "renew", "extend", "leave",
    "deploy", "operate", "carry", "import", "export", "sell", "buy", "send", "host", "join",
    "suspend", "end", "cancel", "return", "train", "fly", "sail", "patrol", "build", "open",
    "propose", "ask", "appeal", "intervene", "access", "store", "move",
})  # fmt: skip
_TIMES = frozenset({"DATE", "TIME", "CARDINAL"})


def permits(verb: Token) -> bool:
    """Whether the verb's "may" gives leave."""
    if not any(c.dep_ == "aux" and c.lower_ == "may" for c in verb.children):
        return False
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return (
        (subject is not None and _of_parties(subject))
        or _by_rule(verb)
        or _by_leave(verb)
        or _for_a_term(verb)
    )


def _of_parties(subject: Token) -> bool:
    """ "Nobody may", "either side may", "no party may"."""
    determiners = {c.lower_ for c in subject.children if c.dep_ in ("det", "neg")}
    bound = subject.lemma_.lower() in _PARTIES and bool(determiners & _EVERY)
    one = subject.lower_ == "one" and "no" in determiners
    return subject.lower_ in _BODIES or bound or one


def _by_rule(verb: Token) -> bool:
    """ "Under the deal", "by the terms of the lease"."""
    for below in _objects(verb, {"under", "by", "per"}):
        words = {t.lemma_.lower() for t in below.subtree}
        if words & _RULES:
            return True
    return False


def _by_leave(verb: Token) -> bool:
    """ "Only with the consent of", "without notice", "unless all agree", "once asked"."""
    if any(t.lemma_.lower() in _BY_LEAVE for t in _objects(verb, {"with", "without", "at", "on"})):
        return True
    marks = ("unless", "if", "until", "once", "provided", "when")
    return verb.lemma_ in _ALLOWED and any(
        c.dep_ == "advcl" and c.lemma_ in _ASSENT and any(m.lower_ in marks for m in c.children)
        for c in verb.children
    )


def _for_a_term(verb: Token) -> bool:
    """ "May stay for ten more years", "may withdraw at any time", "may renew it twice"."""
    if verb.lemma_ not in _ALLOWED:
        return False
    if any(t.lemma_ == "time" and any(c.lower_ == "any" for c in t.children)
           for t in _objects(verb, {"at"})):  # fmt: skip
        return True
    spans = _objects(verb, {"for", "until", "till"})
    return verb.lemma_ in _STAYING and any(t.ent_type_ in _TIMES for t in spans)


def _objects(verb: Token, prepositions: set[str]) -> list[Token]:
    """The objects of the prepositions on the verb, or on what it governs within the clause."""
    held = [verb, *(c for c in verb.children if c.dep_ in ("dobj", "prep", "advmod"))]
    held += [o for p in held[1:] for o in p.children if o.dep_ == "pobj"]
    found = [p for each in held for p in (each, *each.children)]
    return [
        o
        for p in found
        if p.dep_ == "prep" and p.lower_ in prepositions
        for o in p.children
        if o.dep_ == "pobj"
    ]
