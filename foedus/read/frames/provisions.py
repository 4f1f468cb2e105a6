"""What an instrument provides, as the text tells it: who must, may or may not do what, and when.

By a verb of which the instrument is the subject ("commits both to", "includes a clause on"); for
a sentence that opens with "under the pact" see `under`.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from foedus.model.claim import Filler, Mood, Predicate
from foedus.model.document import Span
from foedus.read.frames.draft import Draft, roles
from foedus.read.frames.duties import (
    ALONE,
    TEXTS,
    article_told,
    bearers_of,
    bound,
    drafted,
    is_binding,
    laying_down,
    of_part,
    text_alone,
    unsigned,
)
from foedus.read.frames.goods import in_list
from foedus.read.frames.grammar import (
    children,
    conjuncts,
    is_verb,
    negated,
    objects,
    passive,
    prepositional,
    subjects,
    word,
)
from foedus.read.frames.guarantors import guaranteed
from foedus.read.frames.instruments import is_instrument
from foedus.read.frames.participants import all_participants, is_state
from foedus.read.frames.references import dated, is_other
from foedus.read.frames.scene import Scene
from foedus.read.frames.terms import (
    condition_of_term,
    end_of_term,
    opens_condition,
    quoted_words,
)
from foedus.read.frames.threads import instrument_of
from foedus.read.frames.under import UNDER, UNDER_LEMMAS, gone_on, laid_down_under
from foedus.read.moods import mood_of

_OF_OBJECT = frozenset({
    "allow", "permit", "ban", "prohibit", "forbid", "require", "guarantee", "establish", "limit",
    "cap", "mandate", "include", "contain", "restrict", "set", "envisage", "envision", "stipulate",
    "grant", "abolish", "authorise", "authorize", "preclude", "bar", "specify", "exclude", "oblige",
    "obligate", "bind", "commit", "promise", "foresee", "regulate", "safeguard", "impose", "give",
    "let", "entitle", "confine",
})  # fmt: skip
_OF_CLAUSE = frozenset({"stipulate", "state", "specify", "require", "say", "provide", "declare"})
_BEARER = frozenset({"oblige", "obligate", "bind", "commit", "require", "allow", "permit", "forbid",
                     "bar", "prohibit", "authorise", "authorize", "preclude",
                     "impose", "let", "entitle", "limit", "restrict", "confine"})  # fmt: skip
_WITH = {"provide": {"for"}, "call": {"for"}, "commit": {"to"}, "bind": {"to"}, "oblige": {"to"},
         "amount": {"to"}, "limit": {"to"}, "restrict": {"to"}, "confine": {"to"},
         "entitle": {"to"}}  # fmt: skip
_LETS = frozenset({"allow", "permit", "give", "require", "commit", "oblige", "bind"})
_OUTCOMES = frozenset({"become", "gain", "emerge", "win", "turn", "grow", "benefit", "profit",
                       "prosper", "rise", "dominate", "thrive", "catch", "overtake",
                       "claim", "boast", "escape"})  # fmt: skip
_ENTITLEMENTS = frozenset({
    "right", "use", "access", "permission", "control", "share", "third", "half", "veto", "quarter",
    "priority", "freedom", "licence", "license", "stake", "power", "immunity", "sovereignty",
    "passage", "say", "majority",
})  # fmt: skip
_WORDS = _OF_OBJECT.union(_WITH, _OF_CLAUSE, UNDER_LEMMAS)
_RESTRICTING = frozenset({"ban", "prohibit", "forbid", "bar", "preclude", "limit", "cap",
                          "restrict", "confine", "exclude", "abolish"})  # fmt: skip
_OWN_SUBJECT = ("nsubj", "nsubjpass")
_NOT_TERMS = frozenset({"word", "phrase", "step", "fact", "name", "reference"})


def find(scene: Scene) -> Iterator[Draft]:
    """Every provision that the text reports."""
    for token in scene.among(_WORDS):
        told = token.pos_ == "VERB" or _taken_for_noun(token)
        if told and (word(token) in _OF_OBJECT or word(token) in _WITH
                                     or word(token) in _OF_CLAUSE):  # fmt: skip
            yield from _of_verb(scene, token)
        elif token.lower_ in UNDER and token.dep_ == "prep":
            yield from laid_down_under(scene, token)
    for token in scene.doc:
        if token.lower_ == "whereby":
            yield from laid_down_under(scene, token)
    yield from guaranteed(scene)
    yield from gone_on(scene)


def _taken_for_noun(token: Token) -> bool:
    """ "Article 5 states that ...": the parser takes the verb for a noun."""
    clause = children(token, "nsubj") and children(token, "ccomp", "acl")
    return token.dep_ == "ROOT" and bool(clause) and word(token) in _OF_CLAUSE


def _source(scene: Scene, verb: Token) -> list[Filler]:
    """The instrument of which the verb tells: itself, by "it", or by its clause or text."""
    found = [verb.head] if verb.dep_ == "acl" and verb.tag_ == "VBG" else subjects(verb)
    found = _clause_behind(verb) or found
    for token in found:
        if is_instrument(scene, token):
            return laying_down(scene, token)
        if word(token) in TEXTS:
            return of_part(scene, token) or text_alone(scene, token, verb)
        if token.lower_ == "it" and token.i <= token.sent.start + 2:
            before = instrument_of(scene, token, far=True)
            told = before.dep_ in ("nsubj", "nsubjpass", "ROOT")
            older = is_other(before) or dated(before) is not None
            if older and verb.tag_ != before.head.tag_:
                continue  # "The 1991 pact let ships in. It bars ...": not clearly the old one
            if before != token and (told or (before.dep_ == "dobj" and _by_several(before))):
                return laying_down(scene, before)
    return []


def _clause_behind(verb: Token) -> list[Token]:
    """ "The treaty that the two signed in May bans mines": the parser takes "bans" for what the
    two do, and leaves the treaty without a verb."""
    noun = verb.head
    if verb.dep_ != "relcl" or noun.dep_ != "ROOT" or noun.pos_ not in ("NOUN", "PROPN"):
        return []
    between = [t for t in verb.doc[noun.i : verb.i] if t.tag_ in ("VBN", "VBD") and is_verb(t)]
    return [noun] if any(t.dep_ == "acl" for t in between) else []


def _by_several(thing: Token) -> bool:
    """ "Peru and Chile signed a pact. It ...": of the two in the sentence only the pact is "it"."""
    subject = subjects(thing.head)
    return len(subject) > 1 or any(t.tag_ in ("NNS", "NNPS") for t in subject)


def _brings_about(verb: Token) -> bool:
    """ "Would allow them to become a power", "could let them sell": what follows, no term."""
    modals = {c.lower_ for c in children(verb, "aux")}
    clauses = children(verb, "ccomp", "xcomp", "advcl")
    follows = word(verb) in _LETS and any(word(c) in _OUTCOMES for c in clauses)
    return bool(modals & {"could", "might"}) or ("would" in modals and follows)


def _of_verb(scene: Scene, verb: Token) -> Iterator[Draft]:
    if passive(verb) and verb.dep_ not in ("acl",):
        return
    gives = word(verb) == "give" and not children(verb, *_OWN_SUBJECT) and verb.dep_ == "conj"
    gives = gives or (verb.dep_ == "acl" and verb.tag_ == "VBG") or bool(_entitled(verb))
    if word(verb) == "give" and not gives:
        return
    source = [] if _brings_about(verb) else _source(scene, verb)
    if not source:
        return
    if word(verb) in ("say", "state", "declare") and negated(verb):
        return  # what a text does not say is none of its terms
    bearers = bearers_of(scene, source, _bearers(scene, verb))
    if _of_text_alone(source) and not any(is_state(f) for f in bearers):
        return  # what a document asks of ministries is no treaty's
    for second in _second_clauses(verb):
        span = scene.span(_behind_that(scene, second), end_of_term(scene, second))
        who = [f for t in subjects(second) for f in bound(scene, t)] if is_binding(second) else []
        term = _draft(scene, verb, source, span, bearers_of(scene, source, who), second)
        # what hangs on an "if" in the first clause does not in the second
        hangs = term.mood is None and mood_of(verb, scene.parsed).mood is Mood.CONDITIONAL
        yield replace(term, mood=Mood.ASSERTED) if hangs else term
    for first, last in _contents(scene, verb):
        forbids = word(verb) in _RESTRICTING and verb.i < first.i and not negated(verb)
        lets = word(verb) == "let" and verb.i < first.i  # "ships dock" alone is no sentence
        span = scene.span(verb if forbids or lets else first, last)
        if word(first.head) in _NOT_TERMS or span.end - span.start < 4:
            continue
        if first.tag_ in ("WP", "WDT", "WRB"):
            continue  # "what does the pact require?" asks
        yield _draft(scene, verb, source, span, bearers)
        return


def _of_text_alone(source: list[Filler]) -> bool:
    return source[0].text.split()[-1].lower() in ALONE


def _draft(
    scene: Scene,
    verb: Token,
    source: list[Filler],
    span: Span,
    bearers: list[Filler],
    clause: Token | None = None,
) -> Draft:
    """The provision at the verb; `clause` is the verb of its own clause, where it is a second."""
    provision = scene.filler(quoted_words(scene, span))
    found = roles(
        instrument=source, provision=[provision], source=bearers, article=article_told(scene, verb),
        condition=condition_of_term(scene, clause or verb, span),
    )  # fmt: skip
    wished = [c for c in children(verb, "aux") if c.lower_ in ("should", "ought")]
    if wished:  # "any deal should include them": what somebody would have in it
        should = (Span(wished[0].idx, wished[0].idx + len(wished[0])),)
        return Draft(Predicate.PROVISION, verb, found, mood=Mood.PROPOSED, mood_words=should)
    shown = drafted(source, verb)
    if not shown and _of_text_alone(source) and unsigned(scene, verb):
        return Draft(Predicate.PROVISION, verb, found, mood=Mood.PROPOSED)
    if shown:
        return Draft(Predicate.PROVISION, verb, found, mood=Mood.PROPOSED, mood_words=shown)
    return Draft(Predicate.PROVISION, verb, found)


def _bearers(scene: Scene, verb: Token) -> list[Filler]:
    if word(verb) in _OF_CLAUSE and word(verb) not in _BEARER:
        duties = [c for c in children(verb, "ccomp") if is_binding(c)]
        return [f for c in duties for t in subjects(c) for f in bound(scene, t)]
    if word(verb) not in _BEARER:
        return []
    tokens = objects(verb)
    if word(verb) == "impose":
        tokens = prepositional(verb, {"on"}) + [
            t for o in objects(verb) for t in prepositional(o, {"on"})
        ]
    for clause in children(verb, "ccomp", "xcomp"):
        tokens = tokens or children(clause, "nsubj")
    found = [_with_the(scene, f, tokens) for f in all_participants(scene, tokens)]
    return [f for f in found if f.actor or f.entity is not None or word(tokens[0]) in (
        "party", "signatory", "side", "member", "country", "state", "both", "government", "each",
        "guarantor", "ally", "two", "three", "four", "five")
    ]  # fmt: skip


def _with_the(scene: Scene, filler: Filler, tokens: list[Token]) -> Filler:
    """ "The three": a number alone names nobody."""
    alone = len(tokens) == 1 and tokens[0].pos_ == "NUM" and filler.text == tokens[0].text
    the = tokens[0].left_edge if alone else None
    return scene.filler(scene.span(the, tokens[0])) if the is not None else filler


def _contents(scene: Scene, verb: Token) -> Iterator[tuple[Token, Token]]:
    """The words that tell what is provided, best first."""
    lemma = word(verb)
    for prep in children(verb, "prep", "dative"):
        if prep.lower_ in _WITH.get(lemma, ()) and children(prep, "pobj", "pcomp"):
            yield scene.doc[prep.i + 1], end_of_term(scene, prep)
    for clause in [*children(verb, "xcomp", "ccomp", "advcl"), *_behind_bearer(verb)]:
        if clause.dep_ == "advcl" and (lemma not in _BEARER or clause.tag_ != "VB"):
            continue
        if clause.i < verb.i and any(opens_condition(t) for t in clause.lefts):
            continue  # "should Peru be attacked, the pact obliges Chile to help"
        if lemma in _OF_CLAUSE | _BEARER or lemma == "promise":
            apart = _second_clauses(verb)
            main = _behind_condition(verb, clause)
            last = end_of_term(scene, main, left_out=apart)
            yield _behind_that(scene, clause), _with_included(verb, last)
    entitled = _entitled(verb) if verb.dep_ != "acl" else []
    if entitled:  # who gets it stands between
        yield verb, end_of_term(scene, entitled[-1])
    if lemma in _OF_OBJECT or lemma == "provide":
        own = children(verb, "dobj")
        to = [p for p in children(verb, "prep", "dative") if p.lower_ in ("to", "from", "by")]
        if own and word(own[0]) not in _NOT_TERMS and not _only_bearer(verb, own[0]):
            listed = in_list(own[0])
            last = end_of_term(scene, listed[-1] if listed else own[0])
            yield _behind_receiver(scene, verb, own[0]), last
        elif own and to:
            yield to[0], end_of_term(scene, to[0])


def _entitled(verb: Token) -> list[Token]:
    """ "Gives Peru the use of two ports", "grants its boats the right to fish": what is given."""
    things = children(verb, "dobj")
    whom = [t for t in children(verb, "dative") if t.pos_ != "ADP"] or things[:-1]
    given = word(verb) in ("give", "grant", "allow") and bool(whom)
    return things[-1:] if given and things and word(things[-1]) in _ENTITLEMENTS else []


def _with_included(verb: Token, last: Token) -> Token:
    """ "To help each other, including by force, in case ...": the parser hangs it above."""
    for included in verb.subtree:
        comma = included.i == last.i + 2 and last.nbor(1).text == ","
        if included.lower_ == "including" and comma:
            return included.right_edge
    return last


def _behind_bearer(verb: Token) -> list[Token]:
    """ "Commits the three to help": the parser may hang the helping on the three."""
    if word(verb) not in _BEARER:
        return []
    hung = [c for o in children(verb, "dobj") for c in children(o, "relcl", "acl")]
    return [c for c in hung if c.tag_ == "VB" and c.left_edge.tag_ == "TO"]


def _behind_condition(verb: Token, clause: Token) -> Token:
    """ "States that, should one be attacked, the other will help": the parser lets the helping
    stand above the stating, which keeps the condition alone."""
    above = verb.head if verb.dep_ == "ccomp" and verb.head.i > clause.i else None
    conditional = any(opens_condition(t) is not None for t in clause.lefts)
    return above if above is not None and is_verb(above) and conditional else clause


def _second_clauses(verb: Token) -> list[Token]:
    """ "Says that ... and that both shall consult": each "that" lays down a term of its own."""
    if word(verb) not in _OF_CLAUSE:
        return []
    first = [c for c in children(verb, "ccomp") if c.i > verb.i]
    joined = [t for c in first for t in conjuncts(c)[1:]]
    return [t for t in joined if t.left_edge.lower_ == "that" and t.left_edge.dep_ == "mark"]


def _behind_that(scene: Scene, clause: Token) -> Token:
    start = clause.left_edge
    while start.i < clause.i and (start.lower_ == "that" and start.dep_ == "mark"):
        start = scene.doc[start.i + 1]
    return start


def _behind_receiver(scene: Scene, verb: Token, noun: Token) -> Token:
    """ "Giving Chad access": the parser may take who gets it for a part of what is given."""
    first = scene.first_of(noun)
    if first.lower_ == "no" and first.i < noun.i:  # that there is none tells the claim
        return first.nbor(1)
    glued = word(verb) in ("give", "grant") and first.ent_type_ == "GPE" and first.i < noun.i
    return first.nbor(1) if glued and first.dep_ == "compound" else first


def _only_bearer(verb: Token, noun: Token) -> bool:
    """ "Commits both parties": nothing is provided yet."""
    takes_thing = {"require", "allow", "permit", "forbid", "prohibit", "impose", "limit",
                   "restrict", "confine"}  # fmt: skip
    return word(verb) in _BEARER - takes_thing or (
        noun.ent_type_ in ("GPE", "NORP") or word(noun) in ("party", "signatory", "side")
    )
